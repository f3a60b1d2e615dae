// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/main_window.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include "support/catch.h"

namespace twelvefold::tests {

// A window with a council, and settings of its own.
struct ADesk
{
    enum class Store
    {
        open,
        closed
    };
    explicit ADesk(Store store = Store::open)
        : window({council.folder() + "/settings.ini", council.folder() + "/data"})
    {
        window.resize(1280, 800);
        person::sees(window);
        if (store == Store::open)
            REQUIRE(window.openStore(council.path()));
    }

    ACouncil council;
    person::Answers answers;
    ui::MainWindow window;
};

} // namespace twelvefold::tests
