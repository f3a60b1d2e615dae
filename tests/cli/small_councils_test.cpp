// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

// Councils of few children, read as a director would: nothing is told of them that few children
// cannot bear, and what is counted once is one.

using twelvefold::tests::Program;
using twelvefold::tests::Run;

namespace {

// Reads the text and the value report of a demonstration council.
QString toldOf(int children, int seed)
{
    const Program cli;
    REQUIRE(cli.run({"demo", "--out", "d.twelvefold", "--children", QString::number(children),
                     "--seed", QString::number(seed)})
                .exit == 0);
    const Run analysed = cli.run({"analyse", "--store", "d.twelvefold"});
    REQUIRE(analysed.exit == 0);
    REQUIRE(cli.run({"report", "value", "--store", "d.twelvefold", "--out", "value.html"}).exit ==
            0);
    static const QRegularExpression pictures("<svg.*?</svg>|<style.*?</style>",
                                             QRegularExpression::DotMatchesEverythingOption);
    QString report = QString::fromUtf8(cli.read("value.html")).remove(pictures);
    return QString::fromUtf8(analysed.out) + report.replace(QRegularExpression("<[^>]*>"), " ");
}

} // namespace

TEST_CASE("of few children nothing is told in the plural of one, explained, decided or to a "
          "nonsensical interval",
          "[cli]")
{
    for (const int children : {10, 60}) {
        for (const int seed : {1, 2}) {
            const QString told = toldOf(children, seed);
            INFO(children << " children, seed " << seed);
            for (const char* wrong :
                 {"(?<![\\d,.])1 (children|pairs|providers|settings|levels|owner groups)\\b",
                  "(?i)\\bexplain", "(?i)\\bdecide", "nothing to share", "[1-9]\\d\\d % *\\)",
                  "a typical child", "Providers account for", "Left out: \\d"}) {
                const auto found = QRegularExpression(wrong).match(told);
                CHECK(std::string() == told.mid(std::max<qsizetype>(0, found.capturedStart() - 80),
                                                found.hasMatch() ? 160 : 0)
                                           .toStdString());
            }
        }
    }
}

TEST_CASE("of ten children it is said, thing by thing, what cannot be told from so few", "[cli]")
{
    const QString told = toldOf(10, 2);
    for (const char* sentence :
         {"How much of cost goes with need cannot be told from 9 children",
          "with parents or placed for adoption, whose allowances are compared with nobody",
          "For whom it may be possible cannot be told. 9 children in paid care",
          "Not asked: Price above what is usual; ",
          "9 children in paid care with a known need and cost are too few",
          "What a child of some need typically costs cannot be told from 9 children",
          "9 children with everything recorded are too few", "Each provider has one child only, ",
          "How total need changes cannot be told from 9 children"})
        CHECK(told.contains(sentence));
    CHECK_FALSE(told.contains("Steps that never fall"));
    CHECK_FALSE(told.contains("suggest it today"));
    CHECK(toldOf(10, 1).contains("At least £576k a year; of 1 child no cost is recorded."));
}

TEST_CASE("of sixty children nothing is split into need, placement and price, wherever it is asked",
          "[cli]")
{
    const Program cli;
    REQUIRE(cli.run({"demo", "--out", "d.twelvefold", "--children", "60", "--seed", "1"}).exit ==
            0);
    const QByteArray why = "too few to tell what goes with the kind of placement";
    for (const char* chart : {"amounts", "waterfall"}) {
        const Run drawn =
            cli.run({"chart", chart, "--store", "d.twelvefold", "--out", QString(chart) + ".png"});
        CHECK(drawn.exit == 1);
        CHECK(drawn.err.contains(why));
        CHECK_FALSE(cli.has(QString(chart) + ".png"));
    }
    const Run text = cli.run({"analyse", "--store", "d.twelvefold"});
    CHECK(text.out.contains(why));
    CHECK_FALSE(text.out.contains("less than need leads to"));
    const QJsonObject amounts =
        cli.run({"analyse", "--store", "d.twelvefold", "--json"}).json()["amounts"].toObject();
    CHECK(amounts["undefined"].toString().toUtf8().contains(why));
    CHECK(amounts["whole"].toObject()["spend"].toDouble() > 0);
    const auto isSplit = [](const QJsonObject& one) {
        return one.contains("need") || one.contains("placement") || one.contains("price");
    };
    CHECK_FALSE(isSplit(amounts["whole"].toObject()));
    for (const char* list : {"settings", "providers", "children"}) {
        REQUIRE_FALSE(amounts[QLatin1String(list)].toArray().isEmpty());
        for (const auto& one : amounts[QLatin1String(list)].toArray())
            CHECK_FALSE(isSplit(one.toObject()));
    }
}

TEST_CASE("of sixty children what goes with cost is told, but not shared out", "[cli]")
{
    const QString told = toldOf(60, 1);
    CHECK(told.contains("of the spread of weekly cost among 49 children goes with what is "
                        "recorded of them"));
    CHECK(told.contains("cannot be told from 49 children; it takes 100."));
    CHECK_FALSE(told.contains(", by chance "));
    CHECK(told.contains(QRegularExpression(
        "At least £6\\.4m a year; about £\\d+k more \\(95 % interval £\\d+k to £\\d+k\\) is not "
        "recorded for 2 children\\.")));
}
