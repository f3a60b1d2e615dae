// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/store_watch.h"

#include "shell/main_window.h"
#include "shell/store_banner.h"
#include "store/connection.h"
#include "support/finders.h"
#include "ui/shell/a_desk.h"

#include "support/catch.h"
#include <QPushButton>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

struct Desk : tests::ADesk
{
    Desk() : ADesk(Store::closed) {}
};

StoreBanner* banner(const Desk& desk)
{
    return find<StoreBanner>(&desk.window);
}

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
    CHECK_FALSE(banner(desk)->isVisible());
    desk.window.watch()->look();
    CHECK_FALSE(banner(desk)->isVisible());
}

TEST_CASE("a store whose records were altered opens, and a banner says so")
{
    Desk desk;
    alterBehindTheBack(desk.council.path(), "with the carer");
    REQUIRE(desk.window.openStore(desk.council.path()));
    REQUIRE(waitsFor([&] { return banner(desk)->isVisible(); }));
    CHECK(banner(desk)->sentence().contains("not as the program left it"));
    click(banner(desk)->button());
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
    CHECK_FALSE(banner(desk)->isVisible());
    const auto children = desk.window.session().workbench().store().childCount();
    REQUIRE(writer->addChild({}, {}, {*domain::Date::from(2025, 1, 1), std::nullopt}));
    desk.window.watch()->look();
    REQUIRE(banner(desk)->isVisible());
    CHECK(banner(desk)->sentence().contains("changed this store"));
    const auto census = *domain::Date::from(2025, 3, 31);
    desk.window.session().setCensus(census);
    click(banner(desk)->button());
    REQUIRE(waitsFor([&] { return !banner(desk)->isVisible(); }));
    CHECK(desk.window.session().workbench().store().childCount() == children + 1);
    CHECK(desk.window.session().workbench().store().readOnly());
    CHECK(desk.window.session().census() == census);
    desk.window.watch()->look();
    CHECK_FALSE(banner(desk)->isVisible());
}

TEST_CASE("the offer to repair a store stays, whatever else is the matter with it")
{
    Desk desk;
    const QString path = desk.council.folder() + "/broken.twelvefold";
    REQUIRE(workbench::Workbench::create(toPath(path), "Testshire", "Sam"));
    store::Connection(toPath(path), SQLITE_OPEN_READWRITE)
        .run("PRAGMA foreign_keys = OFF; DELETE FROM framework");
    bool found = false;
    QObject::connect(desk.window.watch(), &StoreWatch::faultsFound, &desk.window,
                     [&] { found = true; });
    REQUIRE(desk.window.openStore(path));
    REQUIRE(banner(desk)->button()->text() == "Repair");
    REQUIRE(waitsFor([&] { return found; }));
    emit desk.window.watch()->changedUnderneath();
    CHECK(banner(desk)->button()->text() == "Repair");
    click(banner(desk)->button());
    REQUIRE(waitsFor([&] { return !desk.window.session().workbench().store().readOnly(); }));
    // Which is no longer the matter: what else is may be said again.
    emit desk.window.watch()->faultsFound({"A fault"});
    CHECK(banner(desk)->button()->text() == "Show them");
}

TEST_CASE("what another program has changed is offered to be read again, faults found or not")
{
    Desk desk;
    REQUIRE(desk.window.openStore(desk.council.path(), store::Access::readOnly));
    emit desk.window.watch()->faultsFound({"A fault"});
    emit desk.window.watch()->changedUnderneath();
    CHECK(banner(desk)->button()->text() == "Read again");
    emit desk.window.watch()->faultsFound({"A fault"});
    CHECK(banner(desk)->button()->text() == "Read again");
}

TEST_CASE("a census date that nobody chose goes on following the records that are read again")
{
    Desk desk;
    const QString path = desk.council.folder() + "/ours.twelvefold";
    auto made = workbench::Workbench::create(toPath(path), "Testshire", "Sam");
    REQUIRE(made);
    const auto placedUntil = [&](const char* localId, int year) {
        domain::Child child;
        child.localId = localId;
        domain::Placement placement;
        placement.period = {*domain::Date::from(2023, 1, 1), domain::Date::from(year, 6, 1)};
        placement.child = *(*made)->addChild(child, {}, placement.period);
        placement.setting = domain::Setting::childrensHome;
        REQUIRE((*made)->savePlacement(placement));
    };
    placedUntil("1", 2024);
    REQUIRE(desk.window.openStore(path, store::Access::readOnly));
    REQUIRE(desk.window.session().census() == *domain::Date::from(2024, 3, 31));
    placedUntil("2", 2025);
    desk.window.watch()->look();
    click(banner(desk)->button());
    REQUIRE(waitsFor([&] { return !banner(desk)->isVisible(); }));
    CHECK(desk.window.session().census() == *domain::Date::from(2025, 3, 31));
    CHECK_FALSE(desk.window.session().censusChosen());
}
