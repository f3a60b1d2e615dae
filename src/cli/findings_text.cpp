// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/findings_text.h"

#include "cli/output.h"
#include "wording/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace twelvefold::cli {
namespace {

using namespace twelvefold::analysis;

QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

void sayCohort(const Told& told)
{
    const CohortSummary& cohort = told.findings.cohort;
    say(wording::cohortInForce(cohort.n, told.found.childrenInAll, told.filter, cohort.census));
    say(tr("%1 a week (%2 a year)")
            .arg(wording::roundPounds(cohort.spendWeekly),
                 wording::largeMoney(cohort.spendWeekly * 365 / 7)));
    for (const Trace::LeftOut& entry : cohort.excluded)
        say(tr("Left out: %L1 %2").arg(entry.n).arg(wording::text(entry.reason)));
}

void saySettings(const Told& told)
{
    say({});
    for (const SettingSummary& setting : told.findings.cohort.settings) {
        const QString name = setting.setting ? wording::text(domain::word(*setting.setting))
                                             : tr("No placement recorded");
        say(QStringLiteral("%1 %2 %3")
                .arg(name, -26)
                .arg(setting.n, 6)
                .arg(setting.median
                         ? tr("median %1 a week").arg(wording::roundPounds(*setting.median))
                         : QString()));
    }
}

void sayPairs(const Told& told)
{
    const domain::Cohort& cohort = *told.found.cohort;
    const SimilarNeed& similar = told.findings.similarNeed;
    say({});
    if (similar.undefined) {
        say(wording::text(*similar.undefined));
        return;
    }
    say(tr("Similar need, different cost: %L1 pairs within %2")
            .arg(similar.pairsConsidered)
            .arg(wording::levels(similar.tolerance)));
    for (const auto& [ratio, count] : similar.pairsAtLeast) {
        QString line = tr("  at least %1: %L2 pairs").arg(wording::ratio(ratio)).arg(count);
        if (const auto dealt = similar.dealtAtRandom.find(ratio);
            dealt != similar.dealtAtRandom.end())
            line += tr(", %1 if costs were dealt at random")
                        .arg(wording::number(dealt->second.expected, 0));
        if (const auto usual = similar.ordinarySpread.find(ratio);
            usual != similar.ordinarySpread.end())
            line += tr(", %1 from ordinary spread").arg(wording::number(usual->second.expected, 0));
        say(line);
    }
    say(tr("The widest, each child once:"));
    for (const Pair& pair : similar.eachChildOnce)
        say(QStringLiteral("  %1  %2 %3  |  %4 %5  (%6)")
                .arg(wording::ratio(pair.ratio), 7)
                .arg(QString::fromStdString(cohort.pseudonym[pair.a]))
                .arg(wording::roundPounds(pair.costA), 8)
                .arg(QString::fromStdString(cohort.pseudonym[pair.b]))
                .arg(wording::roundPounds(pair.costB), 8)
                .arg(wording::levels(pair.distance)));
}

void sayChange(const Told& told)
{
    say({});
    for (const QString& sentence : wording::needChange(told.findings.change))
        say(sentence);
}

void sayFlags(const Told& told)
{
    std::map<FlagKind, std::size_t> counts;
    for (const Flag& flag : told.findings.flags)
        ++counts[flag.kind];
    if (counts.empty())
        return;
    say({});
    say(tr("Worth a look (a flag is a question, not a verdict):"));
    for (const auto& [kind, count] : counts)
        say(QStringLiteral("  %1 %2").arg(count, 6).arg(wording::flagTitle(kind)));
}

} // namespace

void sayFindings(const Told& told)
{
    say(wording::headline(told.findings));
    say(wording::underHeadline(told.findings));
    say({});
    sayCohort(told);
    saySettings(told);
    sayPairs(told);
    sayChange(told);
    sayFlags(told);
}

} // namespace twelvefold::cli
