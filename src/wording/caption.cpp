// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/criteria.h"
#include "wording/phrase.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::wording {
namespace {

using domain::Choice;
using domain::CohortFilter;
using domain::Criterion;
using domain::Wanted;

template<class Enum, class Container>
QString names(const Container& values)
{
    QStringList words;
    for (const Enum value : values)
        words << lowered(text(domain::word(value)));
    return listed(words);
}

template<std::size_t N>
bool all(const std::array<bool, N>& chosen)
{
    return std::ranges::find(chosen, false) == chosen.end();
}

template<class Enum, std::size_t N>
QString chosenWords(const std::array<bool, N>& chosen)
{
    std::vector<Enum> values;
    for (std::size_t at = 0; at < N; ++at) {
        if (chosen[at])
            values.push_back(static_cast<Enum>(at));
    }
    return values.empty() ? said(TWELVEFOLD_TEXT("Wording", "none")) : names<Enum>(values);
}

QString ofChildren(const Choice& choice)
{
    return choice.ofChildren.english[0] != 0 ? text(choice.ofChildren) : lowered(words(choice));
}

QString choicesInForce(const Criterion& criterion, const std::set<std::string, std::less<>>& tokens)
{
    const Criterion::InWords& words = criterion.words;
    if (words.several != nullptr && (words.one != nullptr || tokens.size() > 1))
        return counted(words.one != nullptr ? words.one : words.several, words.several,
                       tokens.size());
    QStringList names;
    for (const Choice& choice : criterion.choices.fixed) {
        if (tokens.contains(choice.token))
            names << ofChildren(choice);
    }
    for (const std::string& token : tokens) {
        if (std::ranges::find(criterion.choices.fixed, token, &Choice::token) ==
            criterion.choices.fixed.end())
            names << QString::fromStdString(token);
    }
    return listed(names);
}

QString rangeInForce(const Criterion& criterion, const Wanted& wanted)
{
    if (wanted.least && wanted.most)
        return said(criterion.words.between,
                    {valueOf(criterion, *wanted.least), valueOf(criterion, *wanted.most)});
    return wanted.least ? said(criterion.words.least, {valueOf(criterion, *wanted.least)})
                        : said(criterion.words.most, {valueOf(criterion, *wanted.most)});
}

// Who is in force, piece by piece: "looked after", "aged 10 to 15", …
QStringList restrictions(const CohortFilter& filter)
{
    QStringList parts;
    for (const auto& [criterion, wanted] : filter.asked)
        parts << asked(*criterion, wanted);
    return parts;
}

QString withoutNotRecorded(const domain::NotRecorded& notRecorded)
{
    QStringList parts;
    for (const auto& [criterion, n] : notRecorded)
        parts << counted(
            TWELVEFOLD_TEXT("Wording", "without %1 child with nothing recorded under “%2”"),
            TWELVEFOLD_TEXT("Wording", "without %1 children with nothing recorded under “%2”"), n,
            {text(criterion->title)});
    return parts.join(QStringLiteral(", "));
}

// Who lives in a setting, within a sentence about children.
QString livingIn(domain::Setting setting)
{
    switch (setting) {
    case domain::Setting::withParents:
        return said(TWELVEFOLD_TEXT("Wording", "living with parents"));
    case domain::Setting::adoption:
        return said(TWELVEFOLD_TEXT("Wording", "placed for adoption"));
    default:
        return said(TWELVEFOLD_TEXT("Wording", "in the setting “%1”"),
                    {lowered(text(domain::word(setting)))});
    }
}

QString costsCounted(const domain::CostScope& scope)
{
    if (all(scope.components) && all(scope.funders))
        return said(TWELVEFOLD_TEXT("Wording", "All recorded costs, whoever pays."));
    return said(TWELVEFOLD_TEXT("Wording", "Costs counted: %1; paid by: %2."),
                {chosenWords<domain::CostComponent>(scope.components),
                 chosenWords<domain::Funder>(scope.funders)});
}

// "no cost recorded (1)", "a cost, but never assessed (3)"
QStringList reasonsInWords(const std::vector<analysis::Trace::LeftOut>& reasons, Language language)
{
    QStringList parts;
    for (const auto& [reason, n] : reasons)
        parts << QStringLiteral("%1 (%2)").arg(lowered(text(reason, language)), count(n));
    return parts;
}

QString leftOut(const std::vector<analysis::Trace::LeftOut>& reasons)
{
    return reasons.empty() ? QString()
                           : said(TWELVEFOLD_TEXT("Wording", "Left out: %1."),
                                  {listed(reasonsInWords(reasons, Language::persons))});
}

// Store, who is in force, date: what the captions begin with; and the children that a picture
// leaves out.
QStringList captionBegun(const QString& storeName, const analysis::Findings& findings,
                         const CohortFilter& filter,
                         const std::vector<analysis::Trace::LeftOut>& excluded)
{
    const std::size_t n = findings.cohort.n;
    QStringList sentences{storeName + QStringLiteral(" · ") +
                          cohortInForce(n, n, filter, findings.cohort.census,
                                        findings.cohort.notCompared, findings.cohort.notRecorded) +
                          QLatin1Char('.')};
    if (const QString left = leftOut(excluded); !left.isEmpty())
        sentences << left;
    return sentences;
}

} // namespace

QString words(const Choice& choice)
{
    const auto* fixed = std::get_if<domain::Word>(&choice.words);
    return fixed != nullptr ? text(*fixed)
                            : QString::fromStdString(std::get<std::string>(choice.words));
}

QString valueOf(const Criterion& criterion, double value)
{
    if (criterion.kind == Criterion::Kind::days)
        return date(domain::Date::fromDayNumber(static_cast<std::int32_t>(value)));
    const bool whole = value == std::floor(value);
    return number(value, whole ? 0 : criterion.range.decimals);
}

QString asked(const Criterion& criterion, const Wanted& wanted)
{
    return criterion.isRange() ? rangeInForce(criterion, wanted)
                               : choicesInForce(criterion, wanted.choices);
}

QString similarNeedMeans(const analysis::Options& options)
{
    const QString distance = text(
        {statistics::entryOf(options.metric).within, {levels(options.tolerance).toStdString()}});
    if (options.withinSetting)
        return said(TWELVEFOLD_TEXT("Wording", "Similar need: %1, in the same setting."),
                    {distance});
    return said(TWELVEFOLD_TEXT("Wording", "Similar need: %1, across comparable settings."),
                {distance});
}

QString withoutNotCompared(const CohortFilter& filter, const domain::NotCompared& notCompared)
{
    std::size_t n = 0;
    QStringList living;
    for (const domain::Setting setting : filter.notCompared) {
        const auto found = notCompared.find(setting);
        n += found == notCompared.end() ? 0 : found->second;
        // Where it is known how many, only those who are there are named.
        if (notCompared.empty() || found != notCompared.end())
            living << livingIn(setting);
    }
    if (living.isEmpty())
        return {};
    if (n == 0)
        return said(TWELVEFOLD_TEXT("Wording", "without children %1"), {either(living)});
    return counted(TWELVEFOLD_TEXT("Wording", "without %1 child %2"),
                   TWELVEFOLD_TEXT("Wording", "without %1 children %2"), n, {either(living)});
}

QString notComparedTold(const domain::NotCompared& notCompared)
{
    std::size_t n = 0;
    QStringList living;
    for (const auto& [setting, children] : notCompared) {
        n += children;
        living << livingIn(setting);
    }
    return n == 0 ? QString()
                  : counted(TWELVEFOLD_TEXT("Wording", "%1 child %2"),
                            TWELVEFOLD_TEXT("Wording", "%1 children %2"), n, {either(living)});
}

QString cohortInForce(std::size_t shown, std::size_t all, const CohortFilter& filter,
                      std::optional<domain::Date> census, const domain::NotCompared& notCompared,
                      const domain::NotRecorded& notRecorded)
{
    const QString who =
        all == 0     ? said(TWELVEFOLD_TEXT("Wording", "No children"))
        : shown == 0 ? counted(TWELVEFOLD_TEXT("Wording", "None of %1 child"),
                               TWELVEFOLD_TEXT("Wording", "None of %1 children"), all)
        : shown == all
            ? counted(TWELVEFOLD_TEXT("Wording", "%1 child"),
                      TWELVEFOLD_TEXT("Wording", "%1 children"), all)
            : counted(TWELVEFOLD_TEXT("Wording", "%2 of %1 child"),
                      TWELVEFOLD_TEXT("Wording", "%2 of %1 children"), all, {count(shown)});
    QStringList parts = restrictions(filter);
    for (const QString& without :
         {withoutNotCompared(filter, notCompared), withoutNotRecorded(notRecorded)}) {
        if (!without.isEmpty())
            parts << without;
    }
    if (census)
        parts << date(*census);
    if (parts.isEmpty())
        return who;
    return said(TWELVEFOLD_TEXT("Wording", "%1: %2"), {who, parts.join(QStringLiteral(", "))});
}

QString notHeldAgainstCost(const analysis::CohortSummary& cohort, Language language)
{
    std::size_t without = 0;
    for (const analysis::Trace::LeftOut& entry : cohort.excluded)
        without += entry.n;
    if (without == 0)
        return {};
    const Speaking speaking(language);
    const QString why = reasonsInWords(cohort.excluded, language).join(QStringLiteral("; "));
    if (without == cohort.n)
        return said(TWELVEFOLD_TEXT("Wording", "Of none of them can need be held against cost: "
                                               "%1."),
                    {why}, language);
    return counted(TWELVEFOLD_TEXT("Wording", "Of %2 of them need can be held against cost; of the "
                                              "other it cannot: %3."),
                   TWELVEFOLD_TEXT("Wording", "Of %2 of them need can be held against cost; of the "
                                              "other %1 it cannot: %3."),
                   without, {count(cohort.n - without), why}, language);
}

QString filtersInForce(const CohortFilter& filter, bool nameProviders)
{
    CohortFilter named = filter;
    QStringList parts;
    if (!nameProviders) {
        for (const auto& [criterion, wanted] : filter.asked) {
            if (!criterion->choices.tellsOfProviders)
                continue;
            named.ask(*criterion, {});
            parts << said(TWELVEFOLD_TEXT("Wording", "%1 of the %2, not named"),
                          {count(wanted.choices.size()), text(criterion->parts)});
        }
    }
    parts = restrictions(named) + parts;
    if (const QString without = withoutNotCompared(filter); !without.isEmpty())
        parts << without;
    QString who = parts.isEmpty() ? said(TWELVEFOLD_TEXT("Wording", "all children"))
                                  : parts.join(QStringLiteral(", "));
    who[0] = who[0].toUpper();
    return who + QStringLiteral(". ") + costsCounted(filter.costs);
}

QString caption(const QString& storeName, const analysis::Findings& findings,
                const CohortFilter& filter)
{
    QStringList sentences = captionBegun(storeName, findings, filter, findings.cohort.excluded);
    sentences << costsCounted(filter.costs) << similarNeedMeans(findings.options);
    if (!findings.line.undefined && findings.line.trace.method.kind.english[0] != 0)
        sentences << text(findings.line.trace.method);
    return sentences.join(QLatin1Char(' '));
}

QString funnelCaption(const QString& storeName, const analysis::Findings& findings,
                      const CohortFilter& filter)
{
    const analysis::ProviderEffects& costs = findings.providerCosts;
    QStringList sentences = captionBegun(storeName, findings, filter, costs.trace.leftOut);
    sentences << costsCounted(filter.costs);
    sentences << counted(
        TWELVEFOLD_TEXT("Wording", "Each mark is a provider: what its children cost beside such "
                                   "needs with the other providers of their settings, not shrunk "
                                   "(%1 child)."),
        TWELVEFOLD_TEXT("Wording", "Each mark is a provider: what its children cost beside such "
                                   "needs with the other providers of their settings, not shrunk "
                                   "(%1 children)."),
        costs.n);
    if (costs.settings.size() > 1)
        sentences << said(TWELVEFOLD_TEXT("Wording",
                                          "Children are weighted: one counts the more, the less "
                                          "costs spread in the setting."));
    sentences << (costs.funnel.spread.tauSquared
                      ? said(TWELVEFOLD_TEXT("Wording",
                                             "By chance and the usual spread between providers, "
                                             "95 % lie in the band and 99.8 % within the dashed "
                                             "lines (Spiegelhalter 2005)."))
                      : said(TWELVEFOLD_TEXT("Wording",
                                             "By chance, 95 % lie in the band and 99.8 % "
                                             "within the dashed lines (Spiegelhalter "
                                             "2005).")));
    return sentences.join(QLatin1Char(' '));
}

QString amountsCaption(const QString& storeName, const analysis::Findings& findings,
                       const CohortFilter& filter)
{
    QStringList sentences = captionBegun(storeName, findings, filter, {});
    sentences << inPaidCare(findings.amounts) << costsCounted(filter.costs) << whatBarsAre();
    return sentences.join(QLatin1Char(' '));
}

QString waterfallCaption(const QString& storeName, const analysis::Findings& findings,
                         const CohortFilter& filter, const QString& child)
{
    const std::size_t n = findings.cohort.n;
    QStringList sentences;
    if (child.isEmpty())
        sentences << storeName + QStringLiteral(" · ") +
                         cohortInForce(n, n, filter, findings.cohort.census,
                                       findings.cohort.notCompared, findings.cohort.notRecorded) +
                         QLatin1Char('.')
                  << inPaidCare(findings.amounts);
    else
        sentences
            << QStringLiteral("%1 · %2 · %3.").arg(storeName, child, date(findings.cohort.census));
    sentences << costsCounted(filter.costs) << whatStepsAre();
    return sentences.join(QLatin1Char(' '));
}

} // namespace twelvefold::wording
