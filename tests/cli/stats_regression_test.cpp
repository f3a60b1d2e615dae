// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>

using twelvefold::tests::Program;

namespace {

QJsonObject coefficient(const QJsonObject& fit, int index)
{
    return fit["coefficients"].toArray().at(index).toObject();
}

} // namespace

TEST_CASE("stats ols gathers errors by cluster, takes weights and says which columns overlap",
          "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "y,x,z,w,who\n1,1,2,1,a\n3,2,1,2,a\n2,3,4,1,b\n5,4,3,1,b\n4,5,6,3,c\n"
                       "7,6,5,1,c\n6,7,9,1,\n");
    const QStringList model{"stats", "ols", "--csv", "t.csv", "--y", "y", "--x", "x,z", "--json"};
    const QJsonObject fit =
        cli.run(model + QStringList{"--cluster", "who", "--weights", "w", "--diagnostics"}).json();
    CHECK(fit["n"].toInt() == 6);
    CHECK(fit["excluded"].toInt() == 1); // without a cluster
    CHECK(fit["clusters"].toInt() == 3);
    for (const char* key : {"se_cr1", "se_cr2", "p_cr1", "lower_cr1", "upper_cr1"})
        CHECK(coefficient(fit, 1).contains(QLatin1String(key)));
    for (const char* key : {"vif", "condition", "dffits", "covratio", "press", "outliers"})
        CHECK(fit.contains(QLatin1String(key)));
    CHECK(fit["vif"].toObject()["x"].toDouble() > 1);
    cli.write("zero.csv", "y,x,w\n1,1,1\n2,2,0\n3,3,1\n4,5,1\n");
    CHECK(cli.run({"stats", "ols", "--csv", "zero.csv", "--y", "y", "--x", "x", "--weights", "w"})
              .exit == 1);
}

TEST_CASE("stats isotonic gives what is fitted by row, and the steps", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "x,y\n1,1\n2,3\n3,2\n4,4\n5,3\n6,5\n7,6\n8,5\n");
    const QStringList asked{"stats", "isotonic", "--csv", "t.csv", "--y",
                            "y",     "--x",      "x",     "--json"};
    const QJsonObject fit = cli.run(asked).json();
    CHECK(fit["fitted"].toArray() == QJsonArray{1, 2.5, 2.5, 3.5, 3.5, 5, 5.5, 5.5});
    CHECK(fit["steps"].toArray().size() == 5);
    CHECK(cli.run(asked + QStringList{"--decreasing"}).json()["steps"].toArray().size() == 1);
    CHECK(cli.run({"stats", "isotonic", "--csv", "t.csv", "--y", "y", "--x", "x,y"}).exit == 2);
}

TEST_CASE("stats adjust leaves a missing p out of the number of tests", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "p\n0.01\n0.04\nNA\n0.03\n");
    const QStringList asked{"stats", "adjust", "--csv", "t.csv", "--p", "p", "--json", "--kind"};
    const QJsonArray bh = cli.run(asked + QStringList{"bh"}).json()["adjusted"].toArray();
    CHECK(bh.at(0).toDouble() == Approx(0.03));
    CHECK(bh.at(1).toDouble() == Approx(0.04));
    CHECK(bh.at(2).isNull());
    const QJsonArray holm = cli.run(asked + QStringList{"holm"}).json()["adjusted"].toArray();
    CHECK(holm.at(3).toDouble() == Approx(0.06));
    cli.write("wrong.csv", "p\n1.5\n");
    CHECK(cli.run({"stats", "adjust", "--csv", "wrong.csv", "--p", "p"}).exit == 1);
}
