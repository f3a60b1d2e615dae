// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/layout_memory.h"

namespace twelvefold::ui {
namespace {

LayoutMemory*& inUse()
{
    static LayoutMemory* memory = nullptr;
    return memory;
}

} // namespace

LayoutMemory* layoutMemory()
{
    return inUse();
}

LayoutMemoryInUse::LayoutMemoryInUse(LayoutMemory& memory) : m_before(inUse())
{
    inUse() = &memory;
}

LayoutMemoryInUse::~LayoutMemoryInUse()
{
    inUse() = m_before;
}

} // namespace twelvefold::ui
