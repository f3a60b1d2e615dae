// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>

using twelvefold::tests::Program;
using twelvefold::tests::Run;

namespace {

// Shrout & Fleiss 1979: six children, four raters.
const QByteArray kRaters = "a,b,c,d\n9,2,5,8\n6,1,3,2\n8,4,6,8\n7,1,2,6\n10,5,6,9\n6,2,4,7\n";

} // namespace

TEST_CASE("stats icc gives Shrout and Fleiss's six figures", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", kRaters);
    const QJsonObject result =
        cli.run({"stats", "icc", "--csv", "t.csv", "--x", "a,b,c,d", "--json"}).json();
    const QJsonArray cases = result["cases"].toArray();
    REQUIRE(cases.size() == 6);
    const char* types[] = {"ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"};
    const double published[] = {0.17, 0.29, 0.71, 0.44, 0.62, 0.91};
    for (int i = 0; i < 6; ++i) {
        const QJsonObject one = cases.at(i).toObject();
        CHECK(one["type"].toString() == types[i]);
        CHECK(one["estimate"].toDouble() == Approx(published[i]).margin(0.005));
        CHECK(one["lower"].toDouble() < one["upper"].toDouble());
    }
}

TEST_CASE("stats kappa compares two columns, in numbers or in words", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "a,b\nlow,low\nlow,high\nhigh,high\nhigh,high\n,low\n");
    const QJsonObject result =
        cli.run({"stats", "kappa", "--csv", "t.csv", "--y", "a", "--x", "b", "--json"}).json();
    CHECK(result["n"].toInt() == 4);
    CHECK(result["excluded"].toInt() == 1);
    CHECK(result["estimate"].toDouble() == Approx(0.5));
    for (const char* key : {"se", "lower", "upper", "summary"})
        CHECK(result.contains(QLatin1String(key)));
    // Words have no distance.
    CHECK(cli.run({"stats", "kappa", "--csv", "t.csv", "--x", "a,b", "--weights", "linear"}).exit ==
          1);
    cli.write("n.csv", kRaters);
    const QJsonObject fleiss =
        cli.run({"stats", "kappa", "--csv", "n.csv", "--x", "a,b,c,d", "--json"}).json();
    CHECK(fleiss["kind"].toString() == "fleiss");
    CHECK(
        cli.run({"stats", "kappa", "--csv", "n.csv", "--x", "a,b,c", "--weights", "linear"}).exit ==
        2);
}

TEST_CASE("stats alpha uses children with ratings missing", "[cli][stats]")
{
    const Program cli;
    // Krippendorff 2011, example C.
    cli.write("t.csv", "a,b,c,d\n1,1,,1\n2,2,3,2\n3,3,3,3\n3,3,3,3\n2,2,2,2\n1,2,3,4\n4,4,4,4\n"
                       "1,1,2,1\n2,2,2,2\n,5,5,5\n,,1,1\n,,3,\n");
    const auto alpha = [&](const char* level) {
        return cli
            .run({"stats", "alpha", "--level", level, "--csv", "t.csv", "--x", "a,b,c,d", "--json"})
            .json();
    };
    CHECK(alpha("nominal")["estimate"].toDouble() == Approx(0.743).margin(0.0005));
    CHECK(alpha("ordinal")["estimate"].toDouble() == Approx(0.815).margin(0.0005));
    CHECK(alpha("interval")["estimate"].toDouble() == Approx(0.849).margin(0.0005));
    const QJsonObject ratio = alpha("ratio");
    CHECK(ratio["estimate"].toDouble() == Approx(0.797).margin(0.0005));
    CHECK(ratio["n"].toInt() == 11);
    CHECK(ratio["excluded"].toInt() == 1);
    CHECK(ratio["lower"].toDouble() < ratio["upper"].toDouble());
}

TEST_CASE("stats on ratings says why there is no figure", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "a,b\n1,1\n1,1\n");
    for (const char* method : {"icc", "kappa", "alpha"}) {
        INFO(method);
        const Run run = cli.run({"stats", method, "--csv", "t.csv", "--x", "a,b"});
        CHECK(run.exit == 1);
        CHECK(run.err.contains("same"));
        CHECK(cli.run({"stats", method, "--csv", "t.csv", "--x", "a,z"}).exit == 2);
    }
    CHECK(cli.run({"stats", "icc", "--csv", "t.csv", "--x", "a"}).exit == 1);
    CHECK(cli.run({"stats", "kappa", "--csv", "t.csv", "--x", "a"}).exit == 2);
}

TEST_CASE("stats change tells reliable change from noise", "[cli][stats]")
{
    const Program cli;
    // Student's sleep data.
    cli.write("t.csv", "before,after\n0.7,1.9\n-1.6,0.8\n-0.2,1.1\n-1.2,0.1\n-0.1,-0.1\n3.4,4.4\n"
                       "3.7,5.5\n0.8,1.6\n0,4.6\n2,3.4\n");
    const QJsonObject result = cli.run({"stats", "change", "--csv", "t.csv", "--y", "after", "--x",
                                        "before", "--reliability", "0.8", "--json"})
                                   .json();
    CHECK(result["mean_change"].toDouble() == Approx(1.58));
    CHECK(result["t"].toDouble() == Approx(4.062127683));
    CHECK(result["p"].toDouble() == Approx(0.00283289));
    CHECK(result["wilcoxon"].toObject()["v"].toDouble() == 45);
    CHECK(result["post_on_pre"].toObject()["slope"].toDouble() < 1);
    const QJsonObject reliable = result["rci"].toObject();
    CHECK(reliable["rci"].toArray().size() == 10);
    CHECK(reliable["reliably_up"].toInt() + reliable["neither"].toInt() == 10);
    CHECK(cli.run({"stats", "change", "--csv", "t.csv", "--y", "after", "--x", "before",
                   "--reliability", "1"})
              .exit == 1);
}

TEST_CASE("stats gas and mcnemar give their figures", "[cli][stats]")
{
    const Program cli;
    cli.write("goals.csv", "level,weight\n-1,3\n0,1\n2,2\n1,2\n");
    const QJsonObject goals = cli.run({"stats", "gas", "--csv", "goals.csv", "--x", "level",
                                       "--weight", "weight", "--json"})
                                  .json();
    CHECK(goals["estimate"].toDouble() == Approx(55.3199517659893));
    cli.write("moves.csv", "before,after\n0,1\n0,1\n0,1\n1,0\n0,0\n1,1\n");
    const QJsonObject moves = cli.run({"stats", "mcnemar", "--csv", "moves.csv", "--y", "after",
                                       "--x", "before", "--json"})
                                  .json();
    CHECK(moves["up"].toInt() == 3);
    CHECK(moves["p_exact"].toDouble() == Approx(0.625));
}
