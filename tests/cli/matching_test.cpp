// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>
#include <QJsonObject>

using twelvefold::tests::Program;

namespace {

const QByteArray kHeads = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
const QByteArray kEpisodeHeads =
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,"
    "URN\n";

// Three children: one paid to another provider, one without a cost for its second placement, and
// one whose cost begins before anything is known of where it lived.
struct Desk
{
    Program cli;

    Desk()
    {
        cli.write("header.csv", kHeads + "101,1,05/06/2012,WBRI,,,\n102,2,05/06/2013,WBRI,,,\n"
                                         "103,2,05/06/2014,WBRI,,,\n");
        cli.write("episodes.csv",
                  kEpisodeHeads + "101,10/04/2025,S,C2,N1,K2,PR4,,,,,,SC000001\n"
                                  "102,10/04/2025,S,C2,N1,K2,PR4,01/12/2025,X1,CARPL,,,SC000001\n"
                                  "102,01/12/2025,P,C2,N1,U4,PR4,,,,,,SC000003\n"
                                  "103,01/02/2026,S,C2,N1,K2,PR4,,,,,,SC000001\n");
        cli.write("costs.csv", "child_id,component,amount,period,start,end,funder,urn\n"
                               "101,core,5200,week,2025-04-10,,,SC000009\n"
                               "102,core,4100,week,2025-04-10,2025-12-01,,SC000001\n"
                               "102,other,60,week,2025-04-10,,,\n"
                               "103,core,3900,week,2025-10-01,2025-11-01,,SC000001\n");
        REQUIRE(cli.run({"import", "--store", "s.twelvefold", "--create", "header.csv",
                         "episodes.csv", "costs.csv"})
                    .exit == 0);
    }
    twelvefold::tests::Run run(const QStringList& more) const
    {
        return cli.run(QStringList{"matching", "--store", "s.twelvefold"} + more);
    }
    QJsonObject told(const QStringList& more = {}) const
    {
        return run(QStringList{"--json", "--census", "2026-03-31"} + more).json();
    }
    QJsonObject line(const char* group) const
    {
        for (const auto& line : told()["lines"].toArray()) {
            if (line.toObject()["group"].toString() == group)
                return line.toObject();
        }
        FAIL("no line is " << group);
        return {};
    }
};

} // namespace

TEST_CASE("which placement each cost pays for is told, with the reasons and the pounds", "[cli]")
{
    const Desk desk;
    const QJsonObject told = desk.told();
    CHECK(told["costs_since"].toString() == "2025-04-10");
    const QJsonObject groups = told["groups"].toObject();
    CHECK(groups["matched"].toObject()["lines"].toInt() == 2);
    CHECK(groups["matched"].toObject()["weekly"].toDouble() == 0);
    CHECK(groups["doubtful"].toObject()["weekly"].toDouble() == 5200);
    CHECK(groups["unmatched"].toObject()["lines"].toInt() == 1);
    const int lines = [&] {
        int all = 0;
        for (const auto& group : groups)
            all += group.toObject()["lines"].toInt();
        return all;
    }();
    CHECK(lines == 4);

    const QJsonObject doubtful = desk.line("doubtful");
    CHECK(doubtful["runs"].toBool());
    CHECK(doubtful["placement"].toObject()["setting"].toString() == "childrens_home");
    const QJsonArray doubts = doubtful["doubts"].toArray();
    REQUIRE(doubts.size() == 1);
    CHECK(doubts[0].toObject()["doubt"].toString() == "other_provider");
    CHECK(doubts[0].toObject()["reason"].toString() ==
          "It is paid to SC000009, and the placement is with SC000001.");
    CHECK_FALSE(doubts[0].toObject()["decided"].toBool());
    CHECK(desk.line("unmatched")["placement"].isNull());
    CHECK(desk.line("unmatched")["others"].toArray().size() == 1);

    const QJsonArray unpaid = told["unpaid"].toArray();
    REQUIRE(unpaid.size() == 2);
    CHECK(unpaid[0].toObject()["days"].toInt() == 121);
    CHECK(unpaid[0].toObject()["runs"].toBool());
    CHECK(desk.told({"--doubtful"})["lines"].toArray().size() == 1);
    CHECK(desk.told({"--doubtful"})["unpaid"].toArray().isEmpty());

    const QByteArray said = desk.run({"--census", "2026-03-31"}).out;
    CHECK(said.contains("Doubtful: 1 cost, of which 1 run on 31 Mar 2026: £5,200.00 a week"));
    CHECK(said.contains("It is paid to SC000009, and the placement is with SC000001."));
    CHECK(said.contains("No core cost on 121 days so far, from 1 Dec 2025 on."));
}

TEST_CASE("what is decided about a cost is remembered, and taken back", "[cli]")
{
    const Desk desk;
    const QString line = desk.line("doubtful")["line"].toString();
    CHECK(desk.run({"--line", line, "--right-as-it-is", "--reason", "One owner"}).out ==
          "Decided, and remembered.\n");
    CHECK(desk.line("decided")["line"].toString() == line);
    CHECK_FALSE(desk.run({"--census", "2026-03-31"}).out.contains("One owner"));
    CHECK(desk.cli.run({"check", "--store", "s.twelvefold"}).exit == 0);
    // It goes out and comes back with the rest.
    REQUIRE(desk.cli.run({"export", "--store", "s.twelvefold", "--out", "tables"}).exit == 0);
    CHECK(desk.cli.read("tables/cost_decision.csv").count('\n') == 2);
    REQUIRE(desk.cli.run({"import", "--store", "b.twelvefold", "--create", "tables"}).exit == 0);
    const auto again =
        desk.cli.run({"matching", "--store", "b.twelvefold", "--json", "--census", "2026-03-31"});
    CHECK(again.json()["groups"] == desk.told()["groups"]);

    CHECK(desk.run({"--line", line, "--doubt-again", "--json"}).json()["written"].toBool());
    CHECK(desk.line("doubtful")["line"].toString() == line);
    const auto never = desk.run({"--line", line, "--doubt-again"});
    CHECK(never.exit == 1);
    CHECK(never.err.contains("Nothing was decided about this"));

    const QJsonObject unmatched = desk.line("unmatched");
    const QString home = unmatched["others"].toArray()[0].toObject()["number"].toString();
    const auto paying = desk.run({"--line", unmatched["line"].toString(), "--pays-for", home});
    CHECK(paying.exit == 0);
    CHECK(paying.err.contains("On no day does the child live there while the cost runs"));
    CHECK(desk.line("decided")["placement"].toObject()["number"].toString() == home);

    const QString unpaid =
        desk.told()["unpaid"].toArray()[0].toObject()["placement"].toObject()["number"].toString();
    CHECK(desk.run({"--placement", unpaid, "--right-as-it-is"}).exit == 0);
    CHECK(desk.told()["unpaid"].toArray().last().toObject()["decided"].toBool());
}

TEST_CASE("what cannot be decided is refused, with what was expected", "[cli]")
{
    const Desk desk;
    const auto unknown = desk.run({"--line", "7", "--right-as-it-is"});
    CHECK(unknown.exit == 1);
    CHECK(unknown.err.contains("No cost with the number 7 is doubtful"));
    CHECK(desk.run({"--placement", "7", "--right-as-it-is"}).exit == 1);
    const QString line = desk.line("doubtful")["line"].toString();
    CHECK(desk.run({"--line", line, "--pays-for", "7"}).err.contains("has no such placement"));
    for (const QStringList& wrong :
         {QStringList{"--line", line}, QStringList{"--right-as-it-is"},
          QStringList{"--line", line, "--reason", "x"},
          QStringList{"--line", line, "--pays-for", "7", "--doubt-again"},
          QStringList{"--line", line, "--placement", "7", "--right-as-it-is"},
          QStringList{"--placement", "7", "--pays-for", "8"},
          QStringList{"--line", "x", "--right-as-it-is"}}) {
        INFO(wrong.join(' ').toStdString());
        CHECK(desk.run(wrong).exit == 2);
    }
}

TEST_CASE("of a store without costs there is nothing to match", "[cli]")
{
    const Program cli;
    cli.write("header.csv", kHeads + "101,1,05/06/2012,WBRI,,,\n");
    REQUIRE(cli.run({"import", "--store", "s.twelvefold", "--create", "header.csv"}).exit == 0);
    const auto told = cli.run({"matching", "--store", "s.twelvefold", "--json"}).json();
    CHECK(told["costs_since"].isNull());
    CHECK(told["lines"].toArray().isEmpty());
    CHECK(told["unpaid"].toArray().isEmpty());
}
