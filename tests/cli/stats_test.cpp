// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QJsonArray>

#include <cmath>

using twelvefold::tests::Program;
using twelvefold::tests::Run;

namespace {

// NIST StRD, Longley (1967).
const QByteArray kLongley = "y,x1,x2,x3,x4,x5,x6\n"
                            "60323,83.0,234289,2356,1590,107608,1947\n"
                            "61122,88.5,259426,2325,1456,108632,1948\n"
                            "60171,88.2,258054,3682,1616,109773,1949\n"
                            "61187,89.5,284599,3351,1650,110929,1950\n"
                            "63221,96.2,328975,2099,3099,112075,1951\n"
                            "63639,98.1,346999,1932,3594,113270,1952\n"
                            "64989,99.0,365385,1870,3547,115094,1953\n"
                            "63761,100.0,363112,3578,3350,116219,1954\n"
                            "66019,101.2,397469,2904,3048,117388,1955\n"
                            "67857,104.6,419180,2822,2857,118734,1956\n"
                            "68169,108.4,442769,2936,2798,120445,1957\n"
                            "66513,110.8,444546,4681,2637,121950,1958\n"
                            "68655,112.6,482704,3813,2552,123366,1959\n"
                            "69564,114.2,502601,3931,2514,125368,1960\n"
                            "69331,115.7,518173,4806,2572,127852,1961\n"
                            "70551,116.9,554894,4007,2827,130081,1962\n";
// Brownlee's stack loss (1965).
const QByteArray kStackLoss =
    "air,water,acid,loss\n80,27,89,42\n80,27,88,37\n75,25,90,37\n62,24,87,28\n"
    "62,22,87,18\n62,23,87,18\n62,24,93,19\n62,24,93,20\n58,23,87,15\n58,18,80,14\n"
    "58,18,89,14\n58,17,88,13\n58,18,82,11\n58,19,93,12\n50,18,89,8\n50,18,86,7\n"
    "50,19,72,8\n50,19,79,8\n50,20,80,9\n56,20,82,15\n70,20,91,15\n";

QJsonObject coefficient(const QJsonObject& fit, int index)
{
    return fit["coefficients"].toArray().at(index).toObject();
}

} // namespace

TEST_CASE("stats ols agrees with NIST's certified values for Longley", "[cli][stats]")
{
    const Program cli;
    cli.write("longley.csv", kLongley);
    const Run run = cli.run({"stats", "ols", "--csv", "longley.csv", "--y", "y", "--x",
                             "x1,x2,x3,x4,x5,x6", "--diagnostics", "--json"});
    REQUIRE(run.exit == 0);
    const QJsonObject fit = run.json();
    for (const char* key : {"method", "n", "excluded", "summary", "coefficients", "sigma",
                            "r_squared", "adj_r_squared", "df", "hat", "rstudent", "cooks"})
        CHECK(fit.contains(QLatin1String(key)));
    CHECK(coefficient(fit, 0)["term"].toString() == "(Intercept)");
    CHECK(coefficient(fit, 0)["estimate"].toDouble() == Approx(-3482258.63459582).epsilon(1e-12));
    CHECK(coefficient(fit, 0)["se"].toDouble() == Approx(890420.383607373).epsilon(1e-12));
    CHECK(coefficient(fit, 1)["estimate"].toDouble() == Approx(15.0618722713733).epsilon(1e-11));
    CHECK(fit["sigma"].toDouble() == Approx(304.854073561965).epsilon(1e-12));
    CHECK(fit["r_squared"].toDouble() == Approx(0.995479004577296).epsilon(1e-13));
    CHECK(fit["df"].toInt() == 9);
    CHECK(fit["hat"].toArray().size() == 16);
    CHECK(coefficient(fit, 0).contains("se_hc3"));
}

TEST_CASE("stats huber agrees with R's rlm on the stack losses", "[cli][stats]")
{
    const Program cli;
    cli.write("stack.csv", kStackLoss);
    const QJsonObject fit = cli.run({"stats", "huber", "--csv", "stack.csv", "--y", "loss", "--x",
                                     "air,water,acid", "--json"})
                                .json();
    // MASS::rlm(stack.loss ~ ., stackloss): -41.0265, 0.8294, 0.9261, -0.1278; scale 2.441.
    CHECK(coefficient(fit, 0)["estimate"].toDouble() == Approx(-41.0265).margin(2e-4));
    CHECK(coefficient(fit, 1)["estimate"].toDouble() == Approx(0.8294).margin(1e-4));
    CHECK(coefficient(fit, 2)["estimate"].toDouble() == Approx(0.9261).margin(1e-4));
    CHECK(coefficient(fit, 3)["estimate"].toDouble() == Approx(-0.1278).margin(1e-4));
    CHECK(fit["scale"].toDouble() == Approx(2.441).margin(1e-3));
    CHECK(fit["weights"].toArray().size() == 21);
}

TEST_CASE("stats mm agrees with R's lmrob on the stack losses", "[cli][stats]")
{
    const Program cli;
    cli.write("stack.csv", kStackLoss);
    const QJsonObject fit = cli.run({"stats", "mm", "--csv", "stack.csv", "--y", "loss", "--x",
                                     "air,water,acid", "--seed", "3", "--json"})
                                .json();
    // robustbase::lmrob(stack.loss ~ ., stackloss): -41.5246, 0.9388, 0.5796, -0.1129; 1.9124.
    CHECK(coefficient(fit, 0)["estimate"].toDouble() == Approx(-41.5246).margin(1e-3));
    CHECK(coefficient(fit, 1)["estimate"].toDouble() == Approx(0.9388).margin(1e-3));
    CHECK(fit["scale"].toDouble() == Approx(1.912).margin(1e-2));
    CHECK(fit["weights"].toArray().size() == 21);
    CHECK(fit["seed"].toInt() == 3);
}

TEST_CASE("stats quantile agrees with R's rq on the stack losses", "[cli][stats]")
{
    const Program cli;
    cli.write("stack.csv", kStackLoss);
    const QStringList model{"stats", "quantile", "--csv",          "stack.csv", "--y",
                            "loss",  "--x",      "air,water,acid", "--json",    "--tau"};
    const QJsonObject median = cli.run(model + QStringList{"0.5"}).json();
    // quantreg::rq(stack.loss ~ ., data = stackloss)
    CHECK(coefficient(median, 0)["estimate"].toDouble() == Approx(-39.6898550724638));
    CHECK(coefficient(median, 3)["estimate"].toDouble() == Approx(-0.0608695652173913));
    CHECK(median["check_loss"].toDouble() == Approx(21.0405797101449).epsilon(1e-12));
    const QJsonObject several = cli.run(model + QStringList{"0.25,0.5"}).json();
    CHECK(several["fits"].toArray().size() == 2);
    CHECK(several["fits"].toArray().at(1).toObject()["check_loss"] == median["check_loss"]);
    CHECK(cli.run(model + QStringList{"1"}).exit == 2);
    CHECK(cli.run(model + QStringList{"half"}).exit == 2);
}

TEST_CASE("stats correlation leaves rows with gaps out and counts them", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "a,b\n1,2\n2,1\n3,4\n4,3\n5,6\n,9\n7,NA\n");
    for (const char* kind : {"pearson", "spearman", "kendall"}) {
        INFO(kind);
        const QJsonObject result = cli.run({"stats", "correlation", "--kind", kind, "--csv",
                                            "t.csv", "--y", "a", "--x", "b", "--json"})
                                       .json();
        CHECK(result["n"].toInt() == 5);
        CHECK(result["excluded"].toInt() == 2);
        for (const char* key : {"estimate", "lower", "upper", "p", "summary"})
            CHECK(result.contains(QLatin1String(key)));
    }
    const QJsonObject tau = cli.run({"stats", "correlation", "--kind", "kendall", "--csv", "t.csv",
                                     "--y", "a", "--x", "b", "--json"})
                                .json();
    CHECK(tau["estimate"].toDouble() == Approx(0.6)); // 8 pairs agree, 2 do not
}

TEST_CASE("stats describe gives the figures of one column", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "a\n1\n2\n3\n4\n");
    const QJsonObject result = cli.run({"stats", "describe", "--csv", "t.csv", "--json"}).json();
    CHECK(result["mean"].toDouble() == 2.5);
    CHECK(result["sd"].toDouble() == Approx(std::sqrt(5.0 / 3)));
    CHECK(result["q1"].toDouble() == 1.75);
    CHECK(result["median"].toDouble() == 2.5);
    CHECK(result["max"].toDouble() == 4);
    CHECK(result["lag1"].toDouble() == Approx(0.25));
}

TEST_CASE("stats pairs names rows from 1", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "cost,a,b\n100,0,0\n1200,0,1\n50,4,4\n90,1,0\n");
    const QJsonObject result = cli.run({"stats", "pairs", "--csv", "t.csv", "--cost", "cost", "--x",
                                        "a,b", "--tolerance", "1", "--json"})
                                   .json();
    const QJsonArray pairs = result["pairs"].toArray();
    REQUIRE(pairs.size() == 2);
    CHECK(pairs.at(0).toObject()["a"].toInt() == 2);
    CHECK(pairs.at(0).toObject()["b"].toInt() == 1);
    CHECK(pairs.at(0).toObject()["ratio"].toDouble() == 12);
    CHECK(pairs.at(0).toObject()["distance"].toDouble() == 1);
    CHECK(result["each_child_once"].toArray().size() == 1);
    CHECK(result.contains("seconds"));
}

TEST_CASE("stats says what is wrong with a table", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "a,b\n1,x\n");
    CHECK(cli.run({"stats", "describe", "--csv", "missing.csv", "--y", "a"}).exit == 1);
    CHECK(cli.run({"stats", "describe", "--csv", "t.csv", "--y", "c"}).exit == 2);
    CHECK(cli.run({"stats", "describe", "--csv", "t.csv", "--y", "b"}).exit == 1);
    CHECK(cli.run({"stats", "ols", "--csv", "t.csv", "--y", "a"}).exit == 2);
    cli.write("short.csv", "a,b\n1,2\n");
    CHECK(cli.run({"stats", "ols", "--csv", "short.csv", "--y", "a", "--x", "b"}).exit == 1);
}

TEST_CASE("stats random-intercept agrees with R's lmer, groups named in text", "[cli][stats]")
{
    const Program cli;
    // lme4's Dyestuff: six batches of five (Davies & Goldsmith 1972).
    cli.write("dyestuff.csv",
              "batch,yield,other\nA,1545,\nA,1440,\nA,1440,\nA,1520,\nA,1580,\nB,1540,\nB,1555,\n"
              "B,1490,\nB,1560,\nB,1495,\nC,1595,\nC,1550,\nC,1605,\nC,1510,\nC,1560,\nD,1445,\n"
              "D,1440,\nD,1595,\nD,1465,\nD,1545,\nE,1595,\nE,1630,\nE,1515,\nE,1635,\nE,1625,\n"
              "F,1520,\nF,1455,\nF,1450,\nF,1480,\nF,1445,\n,1700,\nF,NA,\n");
    const Run run = cli.run({"stats", "random-intercept", "--csv", "dyestuff.csv", "--y", "yield",
                             "--group", "batch", "--json"});
    REQUIRE(run.exit == 0);
    const QJsonObject fit = run.json();
    CHECK(fit["n"].toInt() == 30);
    CHECK(fit["excluded"].toInt() == 2);
    CHECK(fit["variances"].toObject()["group"].toDouble() == Approx(1764.05).epsilon(1e-12));
    CHECK(fit["variances"].toObject()["residual"].toDouble() == Approx(2451.25).epsilon(1e-12));
    const QJsonObject fixed = fit["fixed"].toArray().at(0).toObject();
    CHECK(fixed["term"].toString() == "(Intercept)");
    CHECK(fixed["estimate"].toDouble() == Approx(1527.5).epsilon(1e-14));
    CHECK(fixed["se"].toDouble() == Approx(19.3834119436727).epsilon(1e-6));
    const QJsonObject group = fit["group_effects"].toArray().at(4).toObject();
    CHECK(group["group"].toString() == "E");
    CHECK(group["n"].toInt() == 5);
    CHECK(group["effect"].toDouble() == Approx(56.7331871).epsilon(1e-6));
    CHECK(group["lower"].toDouble() < group["effect"].toDouble());

    const Run few = cli.run(
        {"stats", "random-intercept", "--csv", "dyestuff.csv", "--y", "yield", "--group", "other"});
    CHECK(few.exit == 1);
    CHECK(few.err.contains("here the number is 0"));
}

TEST_CASE("stats meta, funnel and concentration answer in the words of their fields",
          "[cli][stats]")
{
    const Program cli;
    cli.write("schools.csv", "y,se\n28,15\n8,10\n-3,16\n7,11\n-1,9\n1,11\n18,10\n12,18\n");
    const QJsonObject meta =
        cli.run({"stats", "meta", "--csv", "schools.csv", "--y", "y", "--se", "se", "--json"})
            .json();
    CHECK(meta["tau2"].toDouble() == 0);
    CHECK(meta["estimate"].toDouble() == Approx(7.68561672495603).epsilon(1e-12));
    CHECK(meta["notes"].toArray().size() == 1);

    cli.write("herds.csv", "r,n\n9,40\n5,61\n12,74\n4,35\n6,71\n4,72\n12,40\n12,34\n2,29\n4,84\n");
    const QJsonObject funnel = cli.run({"stats", "funnel", "--csv", "herds.csv", "--y", "r",
                                        "--size", "n", "--kind", "proportion", "--json"})
                                   .json();
    CHECK(funnel["units"].toArray().size() == 10);
    CHECK(funnel["target"].toDouble() == Approx(70.0 / 540));
    CHECK(funnel["units"].toArray().at(0).toObject()["limits"].toObject().contains("upper_99_8"));

    cli.write("market.csv", "who,pounds\na,20\nb,30\nc,30\na,10\nd,10\n");
    const QJsonObject market = cli.run({"stats", "concentration", "--csv", "market.csv", "--y",
                                        "pounds", "--group", "who", "--json"})
                                   .json();
    CHECK(market["hhi"].toDouble() == Approx(2800));
    CHECK(market["cr1"].toDouble() == Approx(30));
}

TEST_CASE("stats reads numbers and headings however they are written", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "\xEF\xBB\xBF\"a b\",\"c, d\",e\r\n1,2,x\r\n,,y\r\n\"3\",4,NA\r\n"
                       "+.5,1e-400,z\r\n-0,1E-3,\"z\nz\"");
    const QJsonObject result =
        cli.run({"--json", "stats", "correlation", "--csv", "t.csv", "--y", "a b", "--x", "c, d"})
            .json();
    CHECK(result["n"].toInt() == 4);
    CHECK(result["excluded"].toInt() == 1); // a row of blanks is a row
    const QJsonObject column =
        cli.run({"stats", "describe", "--csv", "t.csv", "--y", "c, d", "--json"}).json();
    CHECK(column["min"].toDouble() == 0); // too small for a double
    CHECK(column["max"].toDouble() == 4);
    CHECK(cli.run({"stats", "describe", "--csv", "t.csv", "--y", "e"}).err.contains("Row 1, e"));
    cli.write("cr.csv", "a\tb\r1\t2\r\t\r3\t5\r5\t+-5");
    CHECK(cli.run({"stats", "describe", "--csv", "cr.csv", "--y", "a", "--json"})
              .json()["excluded"]
              .toInt() == 1);
    CHECK(cli.run({"stats", "describe", "--csv", "cr.csv", "--y", "b"}).exit == 1);
    cli.write("quote.csv", "a\n1\n\n2\n\"3\n");
    const Run unclosed = cli.run({"stats", "describe", "--csv", "quote.csv"});
    cli.write("doubled.csv", "a\n1\n\"2\"\"");
    CHECK(cli.run({"stats", "describe", "--csv", "doubled.csv"}).err.contains("never closed"));
    CHECK(unclosed.exit == 1);
    CHECK(unclosed.err.contains("Line 5"));
    cli.write("ragged.csv", "a,b\n1,2\n3\n");
    CHECK(cli.run({"stats", "describe", "--csv", "ragged.csv", "--y", "a"}).err.contains("Line 3"));
}

TEST_CASE("stats reads a long table in parts as it would in one", "[cli][stats]")
{
    const Program cli;
    QByteArray text = "id,level\n";
    constexpr int kRows = 300'000; // some megabytes: enough for two threads
    for (int row = 1; row <= kRows; ++row)
        text += QByteArray::number(row) + (row % 1000 == 0 ? ",NA\n" : ",2.5\n");
    cli.write("long.csv", text);
    const QJsonObject ids =
        cli.run({"stats", "describe", "--csv", "long.csv", "--y", "id", "--json"}).json();
    CHECK(ids["mean"].toDouble() == (kRows + 1) / 2.0);
    CHECK(cli.run({"stats", "describe", "--csv", "long.csv", "--y", "level", "--json"})
              .json()["excluded"]
              .toInt() == kRows / 1000);
    cli.write("long.csv", text + "5,much\n");
    CHECK(cli.run({"stats", "describe", "--csv", "long.csv", "--y", "level"})
              .err.contains("Row 300001, level: \"much\""));
}

TEST_CASE("stats pairs counts rows without a cost as left out", "[cli][stats]")
{
    const Program cli;
    cli.write("t.csv", "cost,a\n100,1\n0,1\n300,1\n-5,1\n,\n900,1\n");
    const QJsonObject result =
        cli.run({"stats", "pairs", "--csv", "t.csv", "--cost", "cost", "--x", "a", "--json"})
            .json();
    CHECK(result["n"].toInt() == 3);
    CHECK(result["excluded"].toInt() == 3);
    CHECK(result["pairs"].toArray().at(0).toObject()["a"].toInt() == 6);
    CHECK(result["pairs"].toArray().at(0).toObject()["b"].toInt() == 1);
}

TEST_CASE("stats writes each number in the shortest form that reads back as it", "[cli][stats]")
{
    const Program cli;
    // Numbers for which the Grisu2 algorithm is a digit too long.
    for (const char* number : {"9007199254740991.0", "5e-324", "2.2250738585072014e-308",
                               "1.7976931348623157e+308", "0.0001", "1e+16", "0.1", "300.0"}) {
        cli.write("t.csv", QByteArray("a\n") + number + "\n");
        const QByteArray out = cli.run({"stats", "describe", "--csv", "t.csv", "--json"}).out;
        CHECK(out.contains(QByteArray("\"min\": ") + number + ","));
    }
}

TEST_CASE("stats answers numbers out of range in words, never with what is no number",
          "[cli][stats]")
{
    const Program cli;
    QByteArray table = "y,x,z,w\n";
    for (int i = 0; i < 12; ++i)
        table += QByteArray::number((i * 7 % 5 - 2) * 1e150) + ',' +
                 QByteArray::number(1e9 + i * i, 'f', 0) + ',' +
                 QByteArray::number((i - 5) * 1e-160) + ',' +
                 QByteArray::number((i * 5 % 7 + 1) * 1e160) + '\n';
    cli.write("t.csv", table);
    for (const char* method : {"ols", "huber", "mm"}) {
        for (const char* columns : {"y,x", "y,z", "z,y", "w,x", "w,z", "z,w", "x,z", "x,w"}) {
            const QStringList names = QString::fromLatin1(columns).split(',');
            QStringList asked{"stats", method,   "--csv", "t.csv", "--json",
                              "--y",   names[0], "--x",   names[1]};
            if (QByteArray(method) == "ols")
                asked += "--diagnostics";
            INFO(asked.join(' ').toStdString());
            const Run run = cli.run(asked);
            if (run.exit == 0) {
                for (const auto& told : run.json()["coefficients"].toArray())
                    CHECK(told.toObject()["se"].toDouble() > 0);
            } else {
                CHECK((run.exit == 1 && run.err.contains("too large")));
            }
        }
    }
}

TEST_CASE("stats fits a response in any unit alike", "[cli][stats]")
{
    const Program cli;
    const auto write = [&](const QString& name, int power) {
        QByteArray table = "y,x,z,g\n";
        for (int i = 0; i < 40; ++i) {
            const int noise = i * 17 % 23 - 11 + (i == 7 ? 60 : 0);
            table += QByteArray::number(3 * i + 5 * (i % 8) + noise) + "e" +
                     QByteArray::number(power) + ',' + QByteArray::number(i) + ',' +
                     QByteArray::number(i * i % 7) + ',' + QByteArray::number(i % 8) + '\n';
        }
        cli.write(name, table);
    };
    const QList<QStringList> models{
        {"ols", "--x", "x,z", "--diagnostics", "--cluster", "g"},
        {"huber", "--x", "x,z"},
        {"mm", "--x", "x,z"},
        {"quantile", "--x", "x,z", "--tau", "0.5"},
        {"isotonic", "--x", "x"},
        {"random-intercept", "--x", "x", "--group", "g"},
    };
    // What is of the response's unit, of its square, or of none.
    const auto unitOf = [](const QByteArray& key) {
        const QByteArray last = key.mid(key.lastIndexOf('.') + 1);
        for (const char* plain :
             {"estimate", "se", "se_hc3", "lower", "upper", "sigma", "scale", "check_loss", "value",
              "effect", "conditional_sd", "mean_residual", "se_cr1", "lower_cr2"})
            if (last == plain || (key.startsWith("fitted[")))
                return 1;
        const bool square = last == "press" || last == "rss" || key.startsWith("variances.");
        const bool told = last == "aic" || last == "criterion" || last == "summary" ||
                          last.endsWith("cr1") || last.endsWith("cr2");
        return square ? 2 : told ? -1 : 0;
    };
    write("plain.csv", 0);
    for (const int power : {-140, 140, -200, 250}) {
        write("scaled.csv", power);
        for (const QStringList& model : models) {
            INFO(model.join(' ').toStdString() << " in 1e" << power);
            const auto said = [&](const char* csv) {
                const Run run =
                    cli.run(QStringList{"stats"} + model + QStringList{"--y", "y", "--csv", csv});
                INFO(run.err.toStdString());
                REQUIRE(run.exit == 0);
                return run.out.trimmed().split('\n');
            };
            const QByteArrayList plain = said("plain.csv"), scaled = said("scaled.csv");
            REQUIRE(plain.size() == scaled.size());
            for (qsizetype i = 0; i < plain.size(); ++i) {
                const qsizetype gap = plain[i].indexOf("  ");
                const QByteArray key = plain[i].left(gap);
                const double number = plain[i].mid(gap + 2).toDouble();
                const QByteArray other = scaled[i].mid(scaled[i].indexOf("  ") + 2);
                const int unit = unitOf(key);
                INFO(key.toStdString() << " " << plain[i].toStdString() << other.toStdString());
                if (unit < 0 || (unit == 2 && std::abs(power) > 150))
                    continue; // squares of 1e200 are told as null
                const double back =
                    unit == 0   ? other.toDouble()
                    : unit == 1 ? other.toDouble() / std::pow(10.0, power)
                                : other.toDouble() / std::pow(10.0, power) / std::pow(10.0, power);
                CHECK(back == Approx(number).epsilon(1e-7).margin(1e-9));
            }
        }
    }
}
