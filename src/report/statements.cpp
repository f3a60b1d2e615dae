// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/statements.h"

#include "analysis/findings/told.h"
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace twelvefold::report {
namespace {

using analysis::Findings;

constexpr double kDearAWeek = 10'000;
constexpr std::size_t kFewAssessedTwice = 12; // fewer say nothing of a change
constexpr double kWeeksOfYear = 365.0 / 7;

// Written one after the other, each with what stands out of it.
class FirstPageWriter
{
public:
    FirstPage page;

    void say(const QString& label, const QStringList& sentences, const QStringList& strong)
    {
        page.statements.statements.push_back({label, sentences.join(QLatin1Char(' ')), strong});
    }
    void leaveOut(const QString& label, const QString& why)
    {
        page.cannotSay.push_back({why, Words::tr("%1.").arg(label), false});
    }
};

QString within(const QString& lower, const QString& upper)
{
    return Words::tr("(%1 to %2)").arg(lower, upper);
}

QString inPercent(double share)
{
    return wording::number(std::max(0.0, share) * 100, 0);
}

// "53 % (47 to 61)"
QString withInterval(const analysis::CostShare& share)
{
    const QString percent = wording::percent(std::max(0.0, share.share));
    return share.lower && share.upper ? percent + QLatin1Char(' ') +
                                            within(inPercent(*share.lower), inPercent(*share.upper))
                                      : percent;
}

// One of two sentences by a count, which stands at %1 of the second.
QString oneOrMany(std::size_t n, const QString& one, const QString& many)
{
    return n == 1 ? one : many.arg(wording::count(n));
}

void addSpend(const Source& source, FirstPageWriter& writer)
{
    const QString label = Words::tr("Spend");
    const domain::Cohort& cohort = *source.cohort;
    const analysis::RecordedSpend spend = recorded(source);
    QStringList sentences{wording::spendTold(spend, wording::Per::year)};
    if (!(spend.weekly > 0))
        return writer.leaveOut(label, sentences.front());
    const auto isDear = [&](std::size_t row) {
        return cohort.weeklyCost.at(row).value_or(0) >= kDearAWeek;
    };
    const analysis::Spend dear = analysis::spendOf(cohort, isDear);
    if (dear.children > 0)
        sentences << oneOrMany(
                         dear.children,
                         Words::tr("1 child at £10,000 a week or more is %2 of what is recorded."),
                         Words::tr(
                             "%1 children at £10,000 a week or more are %2 of what is recorded."))
                         .arg(wording::largeMoney(dear.pounds * kWeeksOfYear));
    writer.say(label, sentences, {wording::largeMoney(spend.weekly * kWeeksOfYear)});
}

// Of safety, those of which every child is put aside among them: an answer changes no fact.
std::vector<analysis::Question> safetyLines(const analysis::Worklist& worklist)
{
    std::vector<analysis::Question> lines = worklist.allPutAside();
    lines.insert(lines.end(), worklist.questions.begin(), worklist.questions.end());
    std::erase_if(lines, [](const analysis::Question& question) {
        return !analysis::isSafety(question.kind);
    });
    std::ranges::stable_sort(lines, {}, &analysis::Question::kind);
    return lines;
}

// The gravest in its own words, the others by name.
void addFirst(const Findings& found, FirstPageWriter& writer)
{
    const QString label = Words::tr("Safety first");
    if (!found.worklist)
        return writer.leaveOut(label, Words::tr("Which questions of safety and lawfulness are open "
                                                "is not worked out."));
    QStringList sentences, others;
    for (const analysis::Question& question : safetyLines(*found.worklist)) {
        if (sentences.isEmpty())
            sentences << wording::questionSays(question);
        else
            others << Words::tr("%1 (%2)").arg(
                wording::questionTitle(question.kind),
                wording::count(question.children.size() + question.putAside.size()));
    }
    if (sentences.isEmpty())
        sentences << Words::tr("No question of safety or lawfulness is open.");
    if (!others.isEmpty())
        sentences << Words::tr("Then, with how many children: %1.")
                         .arg(others.join(QStringLiteral("; ")));
    writer.say(label, sentences, {});
}

void addNeedSaid(const Findings& found, FirstPageWriter& writer)
{
    const QString label = Words::tr("Need and cost");
    const analysis::CostShares& shares = found.costShares;
    if (!shares.need && !analysis::told(found.needExplains)) {
        const auto why = analysis::whyNotTold(found.needExplains);
        return writer.leaveOut(label, why ? wording::text(*why)
                                          : Words::tr("How much of the difference in cost goes "
                                                      "with need is not worked out."));
    }
    if (!shares.need)
        return writer.say(label, {wording::headline(found) + QLatin1Char('.')}, {});
    const QString need = wording::percent(std::max(0.0, shares.need->share));
    if (shares.placement && shares.price) {
        writer.say(label,
                   {Words::tr("Between children %1 of the difference in cost goes with need, %2 "
                              "with the kind of placement at the same need, %3 with its price.")
                        .arg(withInterval(*shares.need), withInterval(*shares.placement),
                             withInterval(*shares.price))},
                   {need, wording::percent(std::max(0.0, shares.placement->share)),
                    wording::percent(std::max(0.0, shares.price->share))});
        return;
    }
    writer.say(label,
               {Words::tr("Between children %1 of the difference in cost goes with need.")
                    .arg(withInterval(*shares.need))},
               {need});
}

// Named also where need's share is not told either: the pictures are missed on the pages.
void addSplitUnsaid(const Findings& found, FirstPageWriter& writer)
{
    const QString why = wording::amountsNotTold(found);
    if (!why.isEmpty())
        writer.leaveOut(Words::tr("Placement and price"), why);
}

void addSameNeed(const Findings& found, FirstPageWriter& writer)
{
    const QString label = Words::tr("Same need");
    const analysis::SameNeed& same = found.sameNeed;
    if (!same.ratio || !same.lower || !same.upper)
        return writer.leaveOut(
            label, same.undefined
                       ? wording::text(*same.undefined)
                       : Words::tr("Children of one need in and outside residential care cannot be "
                                   "held against each other."));
    const QString residential = wording::count(same.residential);
    if (*same.lower <= 1)
        return writer.leaveOut(
            label, Words::tr("Of %1 children whose need and age leave open where they live, %2 "
                             "live in residential care: too few to tell how many times the cost.")
                       .arg(wording::count(same.n), residential));
    const QString times = Words::tr("%1 times").arg(wording::number(*same.ratio, 1));
    writer.say(label,
               {Words::tr("Of %1 children whose need and age leave open where they live, %2 live "
                          "in residential care, at %3 the cost %4.")
                    .arg(wording::count(same.n), residential, times,
                         within(wording::number(*same.lower, 1), wording::number(*same.upper, 1))),
                Words::tr("It is not shown that they could live elsewhere.")},
               {times});
}

void addAsk(const Findings& found, FirstPageWriter& writer)
{
    const QString label = Words::tr("To ask");
    if (!found.worklist)
        return writer.leaveOut(label, Words::tr("Which questions there are to ask is not worked "
                                                "out."));
    const analysis::Worklist& worklist = *found.worklist;
    const QString aside = wording::putAsideTold(worklist);
    const QStringList notApplied = wording::rulesNotApplied(worklist);
    // Else the page is full of pictures, and the rules tell it, each with why.
    if (!notApplied.isEmpty() && !found.costShares.placement)
        writer.leaveOut(Words::tr("Questions that cannot be asked"),
                        notApplied.join(QLatin1Char(' ')));
    const std::size_t n = worklist.questions.size();
    if (n == 0) {
        QStringList none{Words::tr("There is no question to ask today.")};
        if (!aside.isEmpty())
            none << aside;
        return writer.say(label, none, {});
    }
    const QString questions = oneOrMany(n, Words::tr("1 question"), Words::tr("%1 questions"));
    QStringList sentences{Words::tr("%1 to ask, %2 of them new in the last month.")
                              .arg(questions, wording::count(worklist.newQuestions()))};
    if (const QString worth = wording::worthOfAll(worklist); !worth.isEmpty())
        sentences << worth;
    if (!aside.isEmpty())
        sentences << aside;
    writer.say(label, sentences, {questions});
}

void addDirection(const Findings& found, FirstPageWriter& writer)
{
    const QString label = Words::tr("Change in need");
    const analysis::NeedChange& change = found.change;
    if (change.undefined)
        return writer.leaveOut(label, wording::text(*change.undefined));
    if (!change.mean || !change.lower || !change.upper || change.n < kFewAssessedTwice)
        return writer.leaveOut(label,
                               oneOrMany(change.n,
                                         Words::tr("How need changes cannot be told from 1 child "
                                                   "assessed twice."),
                                         Words::tr("How need changes cannot be told from %1 "
                                                   "children assessed twice.")));
    const QString interval =
        within(wording::number(*change.lower, 1), wording::number(*change.upper, 1));
    const QString size = wording::number(std::abs(*change.mean), 1);
    const QString n = wording::count(change.n);
    QStringList sentences;
    if (*change.lower <= 0 && *change.upper >= 0)
        sentences << Words::tr("Need has not clearly changed: %1 levels on average %2, of %3 "
                               "children assessed twice.")
                         .arg(wording::number(*change.mean, 1), interval, n);
    else
        sentences << (*change.mean < 0 ? Words::tr("Need has fallen by %1 levels on average %2, of "
                                                   "%3 children assessed twice.")
                                       : Words::tr("Need has risen by %1 levels on average %2, of "
                                                   "%3 children assessed twice."))
                         .arg(size, interval, n);
    if (change.counts)
        sentences << Words::tr("Clearly less: %1; clearly more: %2; by the noise of scoring alone "
                               "about %3 each way.")
                         .arg(wording::count(change.counts->better),
                              wording::count(change.counts->worse),
                              wording::number(change.counts->byNoise.expected, 0));
    else if (change.countsUndefined)
        writer.leaveOut(Words::tr("Who needs clearly less or more"),
                        wording::text(*change.countsUndefined));
    writer.say(label, sentences, {});
}

// How far providers differ, and what it would take to see it.
void addProvidersUnsaid(const Findings& found, FirstPageWriter& writer)
{
    const analysis::ProviderEffects& costs = found.providerCosts;
    QStringList sentences{wording::providersDiffer(costs)};
    if (!costs.undefined && costs.differ) {
        const auto claimed =
            std::ranges::count_if(costs.providers, [&](const analysis::ProviderEffect& provider) {
                return costs.claimed(provider);
            });
        sentences << Words::tr("Of %1 providers %2 can be told from the rest.")
                         .arg(wording::count(costs.providers.size()),
                              claimed == 0 ? Words::tr("none")
                                           : wording::count(std::uint64_t(claimed)));
    }
    if (!costs.undefined)
        sentences << wording::providersPower(costs);
    sentences.removeAll(QString());
    writer.leaveOut(Words::tr("Providers"), sentences.join(QLatin1Char(' ')));
}

// What is known of how needs are scored.
void addScoresUnsaid(const Source& source, FirstPageWriter& writer)
{
    const domain::Cohort& cohort = *source.cohort;
    std::set<std::string> twice;
    if (cohort.secondRatings)
        twice.insert(cohort.secondRatings->pseudonym.begin(),
                     cohort.secondRatings->pseudonym.end());
    std::size_t scored = 0, once = 0, stale = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (!cohort.needTotal.at(row))
            continue;
        ++scored;
        once += twice.contains(cohort.pseudonym[row]) ? 0 : 1;
        stale += analysis::isStale(cohort, row) ? 1 : 0;
    }
    QStringList sentences{Words::tr("Needs are scored by people who know the placement.")};
    if (scored > 0)
        sentences << Words::tr("Of %1 children scored, %2 have no second rating; of %3 the score "
                               "is over half a year old.")
                         .arg(wording::count(scored), wording::count(once), wording::count(stale));
    writer.leaveOut(Words::tr("Scores"), sentences.join(QLatin1Char(' ')));
}

} // namespace

FirstPage firstPage(const Source& source)
{
    FirstPageWriter writer;
    const Findings& found = *source.findings;
    addSpend(source, writer);
    addFirst(found, writer);
    addNeedSaid(found, writer);
    addSplitUnsaid(found, writer);
    addSameNeed(found, writer);
    addAsk(found, writer);
    addDirection(found, writer);
    addProvidersUnsaid(found, writer);
    addScoresUnsaid(source, writer);
    return writer.page;
}

QString standfirstOfFirstPage(const Source& source)
{
    const domain::Cohort& cohort = *source.cohort;
    domain::NotCompared apart = cohort.notCompared;
    const std::size_t leftOut = cohort.inSettingsNotCompared();
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (cohort.isComparedWithNobody(row))
            ++apart[*cohort.setting[row]];
    }
    const bool lookedAfter =
        source.filter.of("kind") == domain::anyOf({domain::CohortKind::lookedAfter});
    const std::size_t all = cohort.size() + leftOut;
    const std::size_t paid = source.findings->amounts.whole.children;
    QStringList sentences{lookedAfter
                              ? oneOrMany(all, Words::tr("1 child looked after."),
                                          Words::tr("%1 children looked after."))
                              : oneOrMany(all, Words::tr("1 child."), Words::tr("%1 children."))};
    if (leftOut > 0)
        sentences << oneOrMany(cohort.size(), Words::tr("This is about 1 of them."),
                               Words::tr("This is about %1 of them."));
    if (paid > 0)
        sentences << oneOrMany(paid, Words::tr("1 is in paid care with need and cost known."),
                               Words::tr("%1 are in paid care with need and cost known."));
    if (const QString who = wording::notComparedTold(apart); !who.isEmpty())
        sentences << (leftOut > 0 ? Words::tr("Left out, and compared with nobody: %1.")
                                  : Words::tr("Counted, but compared with nobody: %1."))
                         .arg(who);
    return sentences.join(QLatin1Char(' '));
}

} // namespace twelvefold::report
