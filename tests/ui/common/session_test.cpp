// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/session.h"
#include "support/person.h"
#include "ui/shell/a_council.h"
#include "workbench/returns.h"

#include "support/catch.h"
#include <QSignalSpy>
#include <thread>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

TEST_CASE("an open store is analysed at once, and refined while the person looks on")
{
    tests::ACouncil council;
    Session session;
    QSignalSpy found(&session, &Session::findingsChanged);
    QSignalSpy refined(&session, &Session::findingsRefined);
    session.adopt(council.open());
    REQUIRE(session.isOpen());
    REQUIRE(session.cohort());
    REQUIRE(session.findings());
    CHECK(session.findings()->cohort.n == session.cohort()->size());
    CHECK_FALSE(session.findings()->resampled);
    CHECK(session.refining());
    REQUIRE(waitsFor([&] { return !session.refining(); }));
    CHECK(session.findings()->resampled);
    CHECK(session.standing() == Standing::complete);
    CHECK(found.count() == 1); // the same findings, with more in them
    CHECK(refined.count() == static_cast<int>(session.findings()->refined.size()));
}

TEST_CASE("refining can be stopped, keeps what is in, and goes on when asked")
{
    tests::ACouncil council;
    Session session;
    session.adopt(council.open());
    analysis::Options options = session.options();
    options.chanceDraws = 60'000; // long enough to be stopped
    session.setOptions(options);
    REQUIRE(waitsFor([&] { return session.has(analysis::Refinement::bandCoverage); }));
    session.stopRefining();
    CHECK(session.standing() == Standing::stopped);
    CHECK_FALSE(session.refining());
    settle(); // nothing late arrives
    CHECK(session.has(analysis::Refinement::needExplainsInterval));
    CHECK(session.findings()->needExplains.lower);
    CHECK_FALSE(session.has(analysis::Refinement::chanceCounts));
    CHECK(session.findings()->similarNeed.ordinarySpread.empty());

    session.refineAgain();
    CHECK(session.standing() == Standing::refining);
    session.stopRefining();
    options.chanceDraws = 20;
    session.setOptions(options);
    REQUIRE(waitsFor([&] { return session.standing() == Standing::complete; }));
    CHECK(session.findings()->resampled);
}

TEST_CASE("opening a store analyses it once, whoever changes the request on hearing of it")
{
    tests::ACouncil council;
    Session session;
    QSignalSpy found(&session, &Session::findingsChanged);
    QObject::connect(&session, &Session::opened, &session, [&] {
        analysis::Options options = session.options();
        options.top = 100;
        session.setOptions(options);
    });
    session.adopt(council.open());
    CHECK(found.count() == 1);
    CHECK(session.findings()->options.top == 100);
}

TEST_CASE("a filter changes the cohort and what is found of it, together")
{
    tests::ACouncil council;
    Session session;
    session.adopt(council.open());
    const std::size_t all = session.cohort()->size();
    domain::CohortFilter filter = session.filter();
    filter.ask("setting", domain::anyOf({domain::Setting::childrensHome}));
    QSignalSpy cohort(&session, &Session::cohortChanged);
    session.setFilter(filter);
    REQUIRE(cohort.count() == 1);
    CHECK(session.cohort()->size() < all);
    CHECK(session.findings()->cohort.n == session.cohort()->size());
    for (const auto& setting : session.cohort()->setting)
        CHECK(setting == domain::Setting::childrensHome);

    SECTION("the same filter again asks for nothing")
    {
        session.setFilter(filter);
        CHECK(cohort.count() == 1);
    }
    SECTION("another tolerance keeps the cohort")
    {
        analysis::Options options = session.options();
        options.tolerance = 4;
        session.setOptions(options);
        CHECK(cohort.count() == 1);
        CHECK(session.findings()->similarNeed.tolerance == Approx(4));
    }
}

TEST_CASE("what is asked of the day is worked out once, whatever a slider moves")
{
    tests::ACouncil council;
    Session session;
    session.adopt(council.open());
    const auto worklist = session.findings()->worklist;
    const auto paidCare = session.findings()->paidCare;
    REQUIRE(worklist);
    analysis::Options options = session.options();
    options.tolerance = 4;
    session.setOptions(options);
    CHECK(session.findings()->worklist == worklist);
    CHECK(session.findings()->paidCare == paidCare);

    SECTION("a filter asks of fewer children, of the same day")
    {
        domain::CohortFilter filter = session.filter();
        filter.ask("age", domain::between(10, {}));
        session.setFilter(filter);
        CHECK(session.findings()->paidCare == paidCare);
        std::size_t before = 0, after = 0;
        for (const auto& question : worklist->questions)
            before += question.children.size();
        for (const auto& question : session.findings()->worklist->questions)
            after += question.children.size();
        CHECK(after < before);
    }
    SECTION("other costs that count, or another reliability, are another day")
    {
        domain::CohortFilter filter = session.filter();
        filter.costs.components[1] = false;
        session.setFilter(filter);
        CHECK(session.findings()->worklist != worklist);
        const auto counted = session.findings()->worklist;
        options.reliability = 0.8;
        session.setOptions(options);
        CHECK(session.findings()->worklist != counted);
    }
    SECTION("and so are other records")
    {
        domain::Child child;
        child.localId = "NEW-1";
        REQUIRE(session.workbench()
                    .addChild(child, {}, domain::Period{session.census().plusDays(-9), {}})
                    .ok());
        CHECK(waitsFor([&] { return session.findings()->worklist != worklist; }));
    }
}

TEST_CASE("only the answer to the last request arrives")
{
    tests::ACouncil council;
    Session session;
    session.adopt(council.open());
    analysis::Options options = session.options();
    for (const double tolerance : {0.0, 1.0, 3.0, 5.0}) {
        options.tolerance = tolerance;
        session.setOptions(options);
    }
    REQUIRE(waitsFor([&] { return !session.refining(); }));
    CHECK(session.findings()->similarNeed.tolerance == Approx(5));
    CHECK(session.findings()->resampled);
}

TEST_CASE("a change of records is told in the window's thread, and the cohort is read again")
{
    tests::ACouncil council;
    Session session;
    session.adopt(council.open());
    const std::size_t before = session.wholeCohort()->size();
    QSignalSpy changed(&session, &Session::recordsChanged);
    domain::Child child;
    child.localId = "NEW-1";
    std::thread writer([&] {
        const auto added = session.workbench().addChild(
            child, {}, domain::Period{session.census().plusDays(-30), std::nullopt});
        CHECK(added.ok());
    });
    writer.join();
    REQUIRE(waitsFor([&] { return session.wholeCohort()->size() == before + 1; }));
    CHECK(changed.count() == 1);

    SECTION("and undone again")
    {
        REQUIRE(session.workbench().undo().ok());
        CHECK(waitsFor([&] { return session.wholeCohort()->size() == before; }));
    }
}

TEST_CASE("closing forgets the store, whatever was under way")
{
    tests::ACouncil council;
    Session session;
    session.adopt(council.open());
    session.selectChild(session.cohort()->child.front());
    QSignalSpy closed(&session, &Session::closed);
    session.close();
    CHECK(closed.count() == 1);
    CHECK_FALSE(session.isOpen());
    CHECK_FALSE(session.cohort());
    CHECK_FALSE(session.findings());
    CHECK(session.selection() == Selection());
    CHECK(session.storeName().isEmpty());
    settle(); // nothing late arrives
    CHECK_FALSE(session.findings());
    session.close(); // again is harmless
    CHECK(closed.count() == 1);
}

TEST_CASE("what is selected is told once to everyone")
{
    tests::ACouncil council;
    Session session;
    session.adopt(council.open());
    QSignalSpy selected(&session, &Session::selectionChanged);
    const auto a = session.cohort()->child[0], b = session.cohort()->child[1];
    session.selectPair(a, b);
    session.selectPair(a, b);
    CHECK(selected.count() == 1);
    CHECK(session.selection().kind == Selection::Kind::pair);
    session.select({});
    CHECK(selected.count() == 2);
}

TEST_CASE("a large council is read and analysed without holding the window up")
{
    tests::ACouncil council(tests::ACouncil::kMany);
    Session session;
    session.adopt(council.open());
    CHECK_FALSE(session.findings()); // still on its way
    CHECK(session.refining());
    REQUIRE(waitsFor([&] { return session.findings() != nullptr; }));
    CHECK(session.wholeCohort()->size() > 2000);

    SECTION("a filter and a tolerance asked for at once are both kept")
    {
        domain::CohortFilter filter = session.filter();
        filter.ask("setting", domain::anyOf({domain::Setting::agencyFoster}));
        analysis::Options options = session.options();
        options.tolerance = 3;
        session.setFilter(filter);
        session.setOptions(options);
        REQUIRE(waitsFor([&] { return session.findings()->similarNeed.tolerance == 3; }));
        CHECK(session.findings()->cohort.n == session.cohort()->size());
        CHECK(session.cohort()->setting.front() == domain::Setting::agencyFoster);
    }
    SECTION("closing in the middle of it leaves nothing behind")
    {
        analysis::Options options = session.options();
        options.tolerance = 4;
        session.setOptions(options);
        CHECK(session.standing() == Standing::outdated);
        session.close();
        settle();
        CHECK_FALSE(session.findings());
    }
}

TEST_CASE("the census date follows what is brought in, unless the person chose one")
{
    tests::ACouncil council; // its folder
    auto made = workbench::Workbench::create(toPath(council.folder() + "/new.twelvefold"),
                                             "Northam", "A tester");
    REQUIRE(made.ok());
    Session session;
    session.adopt(std::move(*made));
    CHECK(session.census() == domain::lastCensusDay(session.today()));
    const auto bringsIn = [&](const std::string& header, const std::string& episodes) {
        const QString first = council.file("header.csv", QByteArray::fromStdString(header));
        const QString second = council.file("episodes.csv", QByteArray::fromStdString(episodes));
        auto& bench = session.workbench();
        REQUIRE(bench.applyImport(bench.planImport({toPath(first), toPath(second)}, {})));
        settle();
    };
    bringsIn(tests::kHeader2024, tests::kEpisodes2024);
    CHECK(session.census() == *domain::Date::from(2024, 3, 31));
    CHECK(waitsFor([&] { return session.wholeCohort()->size() == 2; }));
    SECTION("and again, with the next year")
    {
        bringsIn(tests::kHeader2025, tests::kEpisodes2025);
        CHECK(session.census() == *domain::Date::from(2025, 3, 31));
        REQUIRE(session.workbench().undo().ok());
        settle();
        CHECK(session.census() == *domain::Date::from(2024, 3, 31));
    }
    SECTION("a choice stays")
    {
        session.setCensus(session.census());
        bringsIn(tests::kHeader2025, tests::kEpisodes2025);
        CHECK(session.census() == *domain::Date::from(2024, 3, 31));
    }
}
