// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>
#include <QJsonObject>

using twelvefold::tests::Program;

namespace {

constexpr const char* kPostcodeDirectory = "pcds,oslaua,oseast1m,osnrth1m\n"
                                           "EX1 1AA,E07000041,292000,92500\n"
                                           "TQ12 9ZZ,E07000045,286000,71000\n"
                                           "BT1 1AA,N09000003,333900,374500\n";
constexpr const char* kPlaced = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                                "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
                                "101,10/04/2023,S,C2,N1,U4,PR1,,,,EX1 1AA,TQ12 9ZZ,SC000001\n";

bool hasDistance(const Program& cli, const QString& store)
{
    return cli.run({"cohort", "--store", store, "--census", "2024-03-31"}).out.contains(",13.9,");
}

} // namespace

TEST_CASE("a directory of postcodes is read once, and distances are worked out by it", "[cli]")
{
    const Program cli;
    cli.write("directory.csv", kPostcodeDirectory);
    cli.write("episodes.csv", kPlaced);
    const auto none = cli.run({"postcodes"});
    CHECK(none.exit == 1);
    CHECK(none.err.contains("No directory of postcodes was read."));
    const QStringList before{"import", "--store", "before.twelvefold", "--create", "episodes.csv"};
    REQUIRE(cli.run(before).exit == 0);
    CHECK_FALSE(hasDistance(cli, "before.twelvefold"));

    const auto read = cli.run({"postcodes", "--from", "directory.csv"});
    CHECK(read.exit == 0);
    CHECK(read.out.contains("2 postcodes are known."));
    const auto known = cli.run({"postcodes", "--json"}).json();
    CHECK(known["postcodes"].toInt() == 2);
    CHECK(known["read"].isNull());
    REQUIRE(cli.run({"import", "--store", "after.twelvefold", "--create", "episodes.csv"}).exit ==
            0);
    CHECK(hasDistance(cli, "after.twelvefold"));

    const QStringList fill{"postcodes", "--store", "before.twelvefold", "--json"};
    const auto tried = cli.run(fill + QStringList{"--dry-run"}).json()["distances"].toObject();
    CHECK(tried["filled"].toInt() == 1);
    CHECK_FALSE(tried["written"].toBool());
    CHECK_FALSE(hasDistance(cli, "before.twelvefold"));
    CHECK(cli.run(fill).json()["distances"].toObject()["written"].toBool());
    CHECK(hasDistance(cli, "before.twelvefold"));
    CHECK_FALSE(cli.run(fill).json()["distances"].toObject()["written"].toBool());
}

TEST_CASE("a directory of postcodes among files to bring in is named, and what is none is refused",
          "[cli]")
{
    const Program cli;
    cli.write("directory.csv", kPostcodeDirectory);
    cli.write("episodes.csv", kPlaced);
    const auto brought =
        cli.run({"import", "--store", "s.twelvefold", "--create", "episodes.csv", "directory.csv"});
    CHECK(brought.exit == 3);
    CHECK(brought.out.contains("twelvefold-cli postcodes --from"));
    const auto refused = cli.run({"postcodes", "--from", "episodes.csv"});
    CHECK(refused.exit == 1);
    CHECK(refused.err.contains("“episodes.csv” is no directory of postcodes"));
    CHECK(cli.run({"postcodes", "--from", "none.csv"}).exit == 1);
    CHECK(cli.run({"postcodes", "--dry-run"}).exit == 2);
}
