// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "workbench/returns.h"

#include <QJsonArray>
#include <QJsonObject>

using twelvefold::tests::Program;

TEST_CASE("providers are told beside what the lists of Ofsted say of them", "[cli]")
{
    const Program cli;
    cli.write("episodes.csv", twelvefold::tests::kEpisodes2024.c_str());
    cli.write("homes.csv",
              "Local Authority,URN,Provider Type,Sector,Setting Name,Registration Date,Closed "
              "Date,Max Users,Overall Effectiveness,Owner Name\n"
              "Testshire,SC000002,Independent Fostering Agency,Private,Rose Fostering,01/02/2015,-,"
              "40,Good,Rose Group Ltd\n"
              "Testshire,SC000003,Children's Home,Voluntary,Hill House,01/02/2016,01/05/2024,4,,"
              "A Trust\n");
    const QStringList store{"--store", "s.twelvefold"};
    REQUIRE(cli.run(QStringList{"import", "--create", "episodes.csv"} + store).exit == 0);
    CHECK(cli.run(QStringList{"providers"} + store)
              .out.contains("No list of Ofsted's was brought in."));
    const auto brought = cli.run(QStringList{"import", "homes.csv", "--json"} + store);
    CHECK(brought.exit == 0);
    const QJsonObject file = brought.json()["files"].toArray().at(0).toObject();
    CHECK(file["recognised_as"].toString() == "ofsted_providers");
    CHECK(file["accepted"].toInt() == 2);

    const auto said = cli.run(QStringList{"providers"} + store);
    CHECK(said.exit == 0);
    CHECK(said.out.contains("Rose Fostering: URN SC000002, "));
    CHECK(said.out.contains("Independent Fostering Agency, Testshire, 40 places, graded Good."));
    CHECK(said.out.contains("closed on 1 May 2024."));
    CHECK(said.out.contains("1 placement goes on after that day."));
    CHECK(said.out.contains("1 provider has a URN that no list of Ofsted's brought in has."));

    const auto json = cli.run(QStringList{"providers", "--json"} + store).json();
    CHECK(json["latest_list"].toString() == "2024-05-01");
    CHECK(json["of_no_list"].toInt() == 1);
    CHECK(json["used_past_closing"].toInt() == 1);
    const QJsonArray all = json["providers"].toArray();
    REQUIRE(all.size() == 3);
    const QJsonObject hill = all.at(0).toObject();
    CHECK(hill["provider"].toString() == "Hill House");
    CHECK(hill["placements_past_closing"].toInt() == 1);
    CHECK(hill["on_list"].toObject()["closed_on"].toString() == "2024-05-01");
    CHECK(hill["on_list"].toObject()["places"].toInt() == 4);
    CHECK(all.at(2).toObject()["on_list"].isNull());
}
