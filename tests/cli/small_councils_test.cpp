// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QFile>
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
         {"Going by 10 children only, ",
          "9 children in paid care with a known need and cost are too few",
          "What a child of some need typically costs cannot be told from 10 children",
          "10 children with everything recorded are too few", "Each provider has one child only, ",
          "How total need changes cannot be told from 9 children"})
        CHECK(told.contains(sentence));
    CHECK_FALSE(told.contains("Steps that never fall"));
    CHECK(toldOf(10, 1).contains("At least £576k a year; of 1 child no cost is recorded."));
}

TEST_CASE("of sixty children what goes with cost is told, but not shared out", "[cli]")
{
    const QString told = toldOf(60, 1);
    CHECK(told.contains("of the spread of weekly cost among 53 children goes with what is "
                        "recorded of them"));
    CHECK(told.contains("cannot be told from 53 children; it takes 100."));
    CHECK_FALSE(told.contains(", by chance "));
    CHECK(told.contains(QRegularExpression(
        "At least £6\\.4m a year; about £\\d+k more \\(95 % interval £\\d+k to £\\d+k\\) is not "
        "recorded for 2 children\\.")));
}
