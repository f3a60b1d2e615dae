// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>

using twelvefold::tests::Program;
using twelvefold::tests::Run;

// Brownlee's stack loss (1965).
const QByteArray kStackLoss =
    "air,water,acid,loss\n80,27,89,42\n80,27,88,37\n75,25,90,37\n62,24,87,28\n"
    "62,22,87,18\n62,23,87,18\n62,24,93,19\n62,24,93,20\n58,23,87,15\n58,18,80,14\n"
    "58,18,89,14\n58,17,88,13\n58,18,82,11\n58,19,93,12\n50,18,89,8\n50,18,86,7\n"
    "50,19,72,8\n50,19,79,8\n50,20,80,9\n56,20,82,15\n70,20,91,15\n";

TEST_CASE("stats shapley shares R² among groups of columns", "[cli][stats]")
{
    const Program cli;
    cli.write("stack.csv", kStackLoss);
    const Run run = cli.run({"stats", "shapley", "--csv", "stack.csv", "--y", "loss", "--groups",
                             "air:air;water:water;acid:acid", "--json"});
    REQUIRE(run.exit == 0);
    const QJsonArray groups = run.json()["groups"].toArray();
    CHECK(run.json()["r_squared"].toDouble() == Approx(0.913576904460682).epsilon(1e-12));
    CHECK(groups[0].toObject()["group"].toString() == "air");
    CHECK(groups[0].toObject()["share"].toDouble() == Approx(0.512795775135086).epsilon(1e-11));
    CHECK(groups[2].toObject()["lmg"].toDouble() == Approx(0.0563487560879082).epsilon(1e-10));
    CHECK(groups[0].toObject()["lower"].toDouble() < 0.5128);
    CHECK(groups[0].toObject()["null_lmg"].toDouble() == Approx(1.0 / 20));
}

TEST_CASE("stats shapley takes columns of text as categories and says what cannot be",
          "[cli][stats]")
{
    const Program cli;
    cli.write("text.csv", "y,place,n\n1,home,1\n2,foster,2\n5,home,3\n4,foster,5\n9,school,4\n"
                          "8,school,7\n3,foster,1\n,home,2\n");
    const Run text = cli.run({"stats", "shapley", "--csv", "text.csv", "--y", "y", "--groups",
                              "where:place;n:n", "--resamples", "0", "--json"});
    REQUIRE(text.exit == 0);
    CHECK(text.json()["excluded"].toInt() == 1);
    CHECK(text.json()["groups"].toArray()[0].toObject()["columns"].toInt() == 2);
    CHECK(text.json()["groups"].toArray()[0].toObject()["lower"].isNull());
    CHECK(cli.run({"stats", "shapley", "--csv", "text.csv", "--y", "place", "--groups", "n:n"})
              .exit == 1);
    CHECK(cli.run({"stats", "shapley", "--csv", "text.csv", "--y", "y", "--groups", "n:n;n:place"})
              .exit == 2);
}
