// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/open_store.h"

#include <stdexcept>

namespace twelvefold::store {

inline constexpr MessageKind kReadOnlyStore{
    "store-opened-read-only",
    TWELVEFOLD_TEXT("Message", "%1 is open for reading only. Nothing was changed.")};

// Tells those who listen what changed: only when nobody is kept waiting.
void tell(const OpenStore& store, const ChangeNotice& notice);
// Of what changed everything.
ChangeNotice everythingChanged();

// Runs work as OpenStore::alone does, for what writes: refused in a store that can only be read,
// and inside another edit.
template<class Work>
auto aloneToWrite(OpenStore& store, const Work& work)
{
    struct Writing
    {
        bool& writing;
        ~Writing() { writing = false; }
    };
    const std::lock_guard lock(store.mutex);
    if (store.lock == nullptr)
        throw WorldError({kReadOnlyStore, {shownName(store.path)}});
    if (store.writing)
        throw std::logic_error("an edit is made inside another");
    store.writing = true;
    const Writing writing{store.writing};
    return atDoor(store.path, [&] {
        try {
            return work();
        } catch (...) {
            store.frameworks.forget(); // one may have been added by what is rolled back
            throw;
        }
    });
}

} // namespace twelvefold::store
