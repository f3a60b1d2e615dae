// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/workbench.h"

namespace twelvefold::workbench {

class Workbench::Private
{
public:
    std::unique_ptr<store::Store> store;
    std::string author;

    // How a child is named in an edit's description.
    std::string pseudonymOf(ChildId child) const
    {
        const auto found = store->child(child);
        return found ? found->pseudonym : std::string();
    }
};

} // namespace twelvefold::workbench
