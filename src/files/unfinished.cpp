// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/unfinished.h"

#include <limits.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstring>

namespace twelvefold::files {
namespace {

// A signal's handler may neither allocate nor wait: the names stand in memory that is always there.
enum State : int
{
    kFree,
    kTaken,
    kNamed
};

struct Slot
{
    std::atomic<int> state{kFree};
    std::array<char, PATH_MAX> name{};
};

std::array<Slot, 32> slots;
static_assert(std::atomic<int>::is_always_lock_free);

} // namespace

// Where no slot is free or the name is too long, only a signal would leave the file behind: whoever
// writes it next takes it away.
Unfinished::Unfinished(const std::filesystem::path& path) : m_slot(slots.size())
{
    const std::string& name = path.native();
    if (name.size() >= PATH_MAX)
        return;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        int expected = kFree;
        if (slots[i].state.compare_exchange_strong(expected, kTaken)) {
            std::memcpy(slots[i].name.data(), name.c_str(), name.size() + 1);
            slots[i].state = kNamed;
            m_slot = i;
            return;
        }
    }
}

Unfinished::~Unfinished()
{
    if (m_slot < slots.size())
        slots[m_slot].state = kFree;
}

void removeUnfinished() noexcept
{
    for (Slot& slot : slots) {
        if (slot.state == kNamed)
            ::unlink(slot.name.data());
    }
}

} // namespace twelvefold::files
