// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/writer_lock.h"
#include "store/changeset.h"
#include "store/connection.h"
#include "store/content.h"
#include "store/errors.h"
#include "store/file_state.h"
#include "store/frameworks.h"
#include "store/identity.h"
#include "store/store.h"

#include <mutex>

namespace twelvefold::store {

// What an open store is made of. Its functions wait for one another, and turn what SQLite refuses
// into what callers are told.
struct OpenStore
{
    // A store without a lock can only be read.
    OpenStore(std::filesystem::path where, std::unique_ptr<Connection> opened,
              std::unique_ptr<files::WriterLock> held, FileState found);

    // Runs work while nobody else uses the store. Work may call other functions of the store.
    template<class Work>
    auto alone(const Work& work) const
    {
        const std::lock_guard guard(mutex);
        return atDoor(path, work);
    }

    std::filesystem::path path;
    mutable std::recursive_mutex mutex;
    std::unique_ptr<Connection> connection;
    std::unique_ptr<files::WriterLock> lock;
    FileState state; // of the file when it was opened
    Shapes shapes;
    mutable FrameworkShelf frameworks;
    IdSource ids;
    bool writing = false;
    std::vector<std::function<void(const ChangeNotice&)>> listeners;
};

} // namespace twelvefold::store
