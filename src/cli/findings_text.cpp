// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/findings_text.h"

#include "analysis/findings/quantile_lines.h"
#include "analysis/findings/told.h"
#include "cli/output.h"
#include "wording/wording.h"

#include <map>

namespace twelvefold::cli {
namespace {

using namespace twelvefold::analysis;

void sayCohort(const Told& told)
{
    const CohortSummary& cohort = told.findings.cohort;
    say(wording::cohortInForce(cohort.n, told.found.childrenInAll, told.found.filter, cohort.census,
                               cohort.notCompared, cohort.notRecorded));
    say(wording::spendTold(told.findings.spend, wording::Per::year));
    if (cohort.spendWeekly > 0)
        say(Cli::tr("What is recorded comes to %1 a week.")
                .arg(wording::roundPounds(cohort.spendWeekly)));
    if (const QString notHeld = wording::notHeldAgainstCost(cohort); !notHeld.isEmpty())
        say(notHeld);
}

void saySettings(const Told& told)
{
    say({});
    for (const SettingSummary& setting : told.findings.cohort.settings) {
        const QString name = setting.setting ? wording::text(domain::word(*setting.setting))
                                             : Cli::tr("No placement recorded");
        say(QStringLiteral("%1 %2 %3")
                .arg(name, -26)
                .arg(setting.n, 6)
                .arg(setting.median
                         ? Cli::tr("median %1 a week").arg(wording::roundPounds(*setting.median))
                         : QString()));
    }
}

// What is paid by setting, and what it goes with.
void sayAmounts(const Told& told)
{
    const Findings& findings = told.findings;
    if (!findings.paidCare)
        return;
    say({});
    if (const auto why = findings.whyNotSplit()) {
        say(wording::text(*why));
        return;
    }
    const AmountsFound& found = findings.amounts;
    const auto pounds = [](domain::Money money) { return wording::roundPounds(money.inPounds()); };
    const auto line = [&](const QString& name, const Amounts& amounts) {
        say(QStringLiteral("  %1 %2 %3 %4 %5 %6")
                .arg(name, -24)
                .arg(amounts.children, 5)
                .arg(pounds(amounts.spend), 10)
                .arg(pounds(amounts.need), 10)
                .arg(pounds(amounts.placement), 10)
                .arg(pounds(amounts.price), 10));
    };
    say(Cli::tr(
        "What is paid a week for children in paid care whose need and cost are known, and what "
        "it goes with:"));
    say(QStringLiteral("  %1 %2 %3 %4 %5 %6")
            .arg(QString(), -24)
            .arg(QString(), 5)
            .arg(Cli::tr("paid"), 10)
            .arg(Cli::tr("need"), 10)
            .arg(Cli::tr("placement"), 10)
            .arg(Cli::tr("price"), 10));
    for (const auto& [setting, amounts] : found.settings)
        line(wording::text(domain::word(setting)), amounts);
    line(Cli::tr("Together"), found.whole);
    say(Cli::tr("  Placement: %1 more and %2 less than need leads to. Price: %3 more and %4 less "
                "than is "
                "usual within the kind of placement.")
            .arg(pounds(found.placementMore), pounds(-found.placementLess), pounds(found.priceMore),
                 pounds(-found.priceLess)));
    if (found.leftOut > 0)
        say(Cli::tr(
                "  Not in it: %L1 with parents, placed for adoption, or of unknown need or cost.")
                .arg(found.leftOut));
    for (const WithinKind& kind : findings.paidCare->kinds) {
        if (kind.doubt)
            say(QStringLiteral("  %1: %2")
                    .arg(wording::text(domain::word(kind.kind)), wording::text(*kind.doubt)));
    }
}

// How cost goes with need: its quantiles at the lowest and the highest need, and the steps.
void sayNeedShape(const Told& told)
{
    say({});
    const QuantileLines quantiles = quantileLines(*told.found.cohort);
    if (quantiles.undefined)
        say(wording::text(*quantiles.undefined));
    for (const Message& sentence : quantiles.inPounds)
        say(wording::text(sentence));
    const CostSteps steps = costSteps(*told.found.cohort);
    if (steps.summary)
        say(wording::text(*steps.summary));
    else if (steps.undefined && !quantiles.undefined)
        say(wording::text(*steps.undefined));
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
    say((similar.pairsConsidered == 1
             ? Cli::tr("Similar need, different cost: %L1 pair within %2")
             : Cli::tr("Similar need, different cost: %L1 pairs within %2"))
            .arg(similar.pairsConsidered)
            .arg(wording::levels(similar.tolerance)));
    const bool few = similar.pairsConsidered < kFewToTell;
    if (few && similar.pairsConsidered > 0)
        say(Cli::tr("  These are too few to hold against what chance would give."));
    for (const auto& [ratio, count] : similar.pairsAtLeast) {
        if (few)
            break;
        QString line =
            (count == 1 ? Cli::tr("  at least %1: %L2 pair") : Cli::tr("  at least %1: %L2 pairs"))
                .arg(wording::ratio(ratio))
                .arg(count);
        if (const auto dealt = similar.dealtAtRandom.find(ratio);
            dealt != similar.dealtAtRandom.end())
            line += Cli::tr(", %1 if costs were dealt at random")
                        .arg(wording::number(dealt->second.expected, 0));
        if (const auto usual = similar.ordinarySpread.find(ratio);
            usual != similar.ordinarySpread.end())
            line += Cli::tr(", %1 from ordinary spread")
                        .arg(wording::number(usual->second.expected, 0));
        say(line);
    }
    say(Cli::tr("The widest, each child once:"));
    for (const Pair& pair : similar.eachChildOnce)
        say(QStringLiteral("  %1  %2 %3  |  %4 %5  (%6)")
                .arg(wording::ratio(pair.ratio), 7)
                .arg(QString::fromStdString(cohort.pseudonym[pair.a]))
                .arg(wording::roundPounds(pair.costA), 8)
                .arg(QString::fromStdString(cohort.pseudonym[pair.b]))
                .arg(wording::roundPounds(pair.costB), 8)
                .arg(wording::levels(pair.distance)));
}

void sayProviders(const Told& told)
{
    const Findings& findings = told.findings;
    say({});
    say(Cli::tr(
        "Providers (no league table: what such needs cost with the others of their setting):"));
    const ProviderEffects& costs = findings.providerCosts;
    for (const QString& sentence : {wording::providersDiffer(costs), wording::providersTest(costs),
                                    wording::providersPower(costs)}) {
        if (!sentence.isEmpty())
            say(QStringLiteral("  ") + sentence);
    }
    // Only those that are said to differ are listed.
    std::size_t others = 0;
    for (const ProviderEffect& effect : costs.providers) {
        if (costs.claimed(effect))
            say(QStringLiteral("  %1 %2  %3")
                    .arg(QString::fromStdString(told.found.cohort->providerNames[effect.provider]),
                         -38)
                    .arg(effect.n, 5)
                    .arg(wording::effectTold(costs, effect)));
        else
            ++others;
    }
    if (costs.differ && others == costs.providers.size())
        say(Cli::tr("  Of no single provider can a difference be told."));
    else if (costs.differ && others > 0)
        say(others == 1
                ? Cli::tr("  Of 1 more provider no difference can be told.")
                : Cli::tr("  Of %L1 more providers no difference can be told.").arg(others));
    for (const ProviderEffects& outcome : findings.providerOutcomes)
        say(QStringLiteral("  %1: %2")
                .arg(wording::measureTitle(outcome), wording::providersDiffer(outcome)));
    say(QStringLiteral("  ") + wording::concentration(findings.market));
}

void sayNoise(const Findings& findings)
{
    const Noise& noise = findings.noise;
    if (noise.undefined) {
        if (!findings.change.countsUndefined) // which says it too
            say(wording::text(*noise.undefined));
        return;
    }
    say(Cli::tr("Scoring noise: the standard error of measurement is %1 levels (95 % interval %2 "
                "to %3), from %L4 second ratings.")
            .arg(wording::number(*noise.sem, 2), wording::number(*noise.lower, 2),
                 wording::number(*noise.upper, 2))
            .arg(noise.pairs));
    if (noise.askedFor > 0)
        say((noise.askedFor == 1 ? Cli::tr("%L1 second rating is left out: %2.")
                                 : Cli::tr("%L1 second ratings are left out: %2."))
                .arg(noise.askedFor)
                .arg(wording::text(noise.trace.leftOut.front().reason)));
    say(Cli::tr("More than noise is a change of more than %1. Two raters of one child are within "
                "%2 of each other at least half the time.")
            .arg(wording::levels(*noise.smallestReliableChange),
                 wording::levels(*noise.toleranceMark)));
    if (noise.reliability)
        say(Cli::tr("Reliability of total need among the children compared: %1")
                .arg(wording::number(*noise.reliability, 2)));
    else
        say(wording::text(*noise.reliabilityUndefined));
}

void sayChange(const Told& told)
{
    say({});
    sayNoise(told.findings);
    for (const QString& sentence : wording::needChange(told.findings.change))
        say(sentence);
}

void sayDrivers(const Told& told)
{
    const CostDrivers& drivers = told.findings.drivers;
    say({});
    if (drivers.undefined) {
        say(wording::text(*drivers.undefined));
        return;
    }
    say(wording::driversSummary(drivers));
    for (const CostDriver& driver : drivers.groups) {
        QString line = QStringLiteral("  %1 %2")
                           .arg(wording::driverName(driver), -24)
                           .arg(wording::percent(driver.share), 6);
        if (driver.lower && driver.upper)
            line += Cli::tr(" (95 % interval %1 to %2)")
                        .arg(wording::percent(*driver.lower), wording::percent(*driver.upper));
        say(line + Cli::tr(", by chance %1").arg(wording::percent(driver.byChance)));
    }
}

void sayQuestions(const Told& told)
{
    const Worklist& worklist = *told.findings.worklist;
    say({});
    say(wording::questionsToAsk(worklist));
    for (const Question& question : worklist.questions) {
        say(QStringLiteral("  %1").arg(wording::questionLine(question)));
        say(QStringLiteral("      %1").arg(wording::aboutQuestion(question)));
    }
    for (const Question& line : worklist.allPutAside())
        say(QStringLiteral("  %1").arg(wording::questionSays(line)));
    QStringList sentences = wording::onNothing(worklist);
    sentences.prepend(wording::worthOfAll(worklist));
    sentences.prepend(wording::putAsideTold(worklist));
    for (const QString& sentence : sentences)
        if (!sentence.isEmpty())
            say(sentence);
}

} // namespace

void sayFindings(const Told& told)
{
    say(wording::headline(told.findings));
    say(wording::underHeadline(told.findings));
    say({});
    sayCohort(told);
    saySettings(told);
    sayAmounts(told);
    sayNeedShape(told);
    sayPairs(told);
    sayDrivers(told);
    sayProviders(told);
    sayChange(told);
    sayQuestions(told);
}

} // namespace twelvefold::cli
