// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/unfinished.h"

#include <limits.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>

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
    std::array<std::filesystem::path::value_type, PATH_MAX> name{}; // as the system has it
};

// A store as tables is some forty files in a folder.
std::array<Slot, 128> slots;
static_assert(std::atomic<int>::is_always_lock_free);

} // namespace

// Where no slot is free or the name is too long, only a signal would leave the file behind: whoever
// writes it next takes it away.
Unfinished::Unfinished(const std::filesystem::path& path) : m_slot(slots.size())
{
    const auto& name = path.native();
    if (name.size() >= PATH_MAX)
        return;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        int expected = kFree;
        if (slots[i].state.compare_exchange_strong(expected, kTaken)) {
            *std::ranges::copy(name, slots[i].name.begin()).out = 0;
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
    // Folders last, when nothing of ours is in them any more; a file is none.
    for (Slot& slot : slots) {
        if (slot.state == kNamed)
            ::rmdir(slot.name.data());
    }
}

} // namespace twelvefold::files
