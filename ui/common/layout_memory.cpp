// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/layout_memory.h"

namespace twelvefold::ui {
namespace {

LayoutMemory*& memoryInUse()
{
    static LayoutMemory* memory = nullptr;
    return memory;
}

} // namespace

LayoutMemory* layoutMemory()
{
    return memoryInUse();
}

LayoutMemoryInUse::LayoutMemoryInUse(LayoutMemory& memory) : m_before(memoryInUse())
{
    memoryInUse() = &memory;
}

LayoutMemoryInUse::~LayoutMemoryInUse()
{
    memoryInUse() = m_before;
}

} // namespace twelvefold::ui
