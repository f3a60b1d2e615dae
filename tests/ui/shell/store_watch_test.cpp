// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/store_watch.h"

#include "shell/main_window.h"
#include "shell/store_banner.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include <QPushButton>
#include <catch2/catch.hpp>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

struct Desk
{
    Desk() : window({council.folder() + "/settings.ini", council.folder() + "/data"})
    {
        window.resize(1280, 800);
        sees(window);
    }

    tests::ACouncil council;
    Answers answers;
    MainWindow window;
};

// Alters the last of a text in the file itself, as a bad disk or a hex editor would.
void alterBehindTheBack(const QString& path, const QByteArray& text)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    const QByteArray content = file.readAll();
    const auto at = content.lastIndexOf(text);
    REQUIRE(at > 0);
    file.seek(at);
    file.write(QByteArray(1, static_cast<char>(text[0] ^ 1)));
}

} // namespace

TEST_CASE("a sound store has no banner")
{
    Desk desk;
    REQUIRE(desk.window.openStore(desk.council.path()));
    CHECK_FALSE(desk.window.banner()->isVisible());
    desk.window.watch()->look();
    CHECK_FALSE(desk.window.banner()->isVisible());
}

TEST_CASE("a store whose records were altered opens, and a banner says so")
{
    Desk desk;
    alterBehindTheBack(desk.council.path(), "with the carer");
    REQUIRE(desk.window.openStore(desk.council.path()));
    REQUIRE(waitsFor([&] { return desk.window.banner()->isVisible(); }));
    CHECK(desk.window.banner()->sentence().contains("not as the program left it"));
    click(desk.window.banner()->button());
    REQUIRE(waitsFor([&] { return !desk.answers.told.isEmpty(); }));
    CHECK(desk.window.session().isOpen());
}

TEST_CASE("a window that only reads says when another program has changed the store, and reads it "
          "again")
{
    Desk desk;
    auto writer = desk.council.open();
    REQUIRE(desk.window.openStore(desk.council.path(), store::Access::readOnly));
    desk.window.watch()->look();
    CHECK_FALSE(desk.window.banner()->isVisible());
    const auto children = desk.window.session().workbench().store().childCount();
    REQUIRE(writer->addChild({}, {}, {*domain::Date::from(2025, 1, 1), std::nullopt}));
    desk.window.watch()->look();
    REQUIRE(desk.window.banner()->isVisible());
    CHECK(desk.window.banner()->sentence().contains("changed this store"));
    const auto census = *domain::Date::from(2025, 3, 31);
    desk.window.session().setCensus(census);
    click(desk.window.banner()->button());
    REQUIRE(waitsFor([&] { return !desk.window.banner()->isVisible(); }));
    CHECK(desk.window.session().workbench().store().childCount() == children + 1);
    CHECK(desk.window.session().workbench().store().readOnly());
    CHECK(desk.window.session().census() == census);
    desk.window.watch()->look();
    CHECK_FALSE(desk.window.banner()->isVisible());
}
