// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

#include <algorithm>

namespace twelvefold::wording {
namespace {

using domain::CohortFilter;

template<class Enum, class Container>
QString names(const Container& values)
{
    QStringList words;
    for (const Enum value : values)
        words << lowered(text(domain::word(value)));
    return listed(words);
}

QString ages(const CohortFilter& filter)
{
    if (filter.youngest && filter.oldest)
        return said(TWELVEFOLD_TEXT("Wording", "aged %1 to %2"),
                    {QString::number(*filter.youngest), QString::number(*filter.oldest)});
    if (filter.youngest)
        return said(TWELVEFOLD_TEXT("Wording", "aged %1 and over"),
                    {QString::number(*filter.youngest)});
    if (filter.oldest)
        return said(TWELVEFOLD_TEXT("Wording", "aged up to %1"), {QString::number(*filter.oldest)});
    return {};
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

// Who is in force, piece by piece: "looked after", "aged 10 to 15", …
QStringList restrictions(const CohortFilter& filter)
{
    QStringList parts;
    if (!filter.kinds.empty())
        parts << names<domain::CohortKind>(filter.kinds);
    if (!filter.settings.empty())
        parts << names<domain::Setting>(filter.settings);
    if (!filter.sectors.empty())
        parts << names<domain::Sector>(filter.sectors);
    if (filter.providers.size() == 1)
        parts << QString::fromStdString(*filter.providers.begin());
    else if (!filter.providers.empty())
        parts << said(TWELVEFOLD_TEXT("Wording", "%1 providers"), {count(filter.providers.size())});
    if (!filter.bands.empty())
        parts << counted(TWELVEFOLD_TEXT("Wording", "%1 need band"),
                         TWELVEFOLD_TEXT("Wording", "%1 need bands"), filter.bands.size());
    if (const QString range = ages(filter); !range.isEmpty())
        parts << range;
    if (filter.emergency)
        parts << (*filter.emergency
                      ? said(TWELVEFOLD_TEXT("Wording", "placed in an emergency"))
                      : said(TWELVEFOLD_TEXT("Wording", "not placed in an emergency")));
    return parts;
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

QString leftOut(const std::vector<analysis::Trace::LeftOut>& reasons)
{
    QStringList parts;
    for (const auto& [reason, n] : reasons)
        parts << QStringLiteral("%1 (%2)").arg(lowered(text(reason)), count(n));
    return parts.isEmpty() ? QString()
                           : said(TWELVEFOLD_TEXT("Wording", "Left out: %1."), {listed(parts)});
}

} // namespace

QString similarNeedMeans(const analysis::Options& options, const CohortFilter& filter)
{
    const QString distance = text(
        {statistics::entryOf(options.metric).within, {levels(options.tolerance).toStdString()}});
    if (options.withinSetting)
        return said(TWELVEFOLD_TEXT("Wording", "Similar need: %1, in the same setting."),
                    {distance});
    return filter.notCompared.empty()
               ? said(TWELVEFOLD_TEXT("Wording", "Similar need: %1, across all settings."),
                      {distance})
               : said(TWELVEFOLD_TEXT("Wording", "Similar need: %1, across comparable settings."),
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

QString cohortInForce(std::size_t shown, std::size_t all, const CohortFilter& filter,
                      std::optional<domain::Date> census, const domain::NotCompared& notCompared)
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
    if (const QString without = withoutNotCompared(filter, notCompared); !without.isEmpty())
        parts << without;
    if (census)
        parts << date(*census);
    if (parts.isEmpty())
        return who;
    return said(TWELVEFOLD_TEXT("Wording", "%1: %2"), {who, parts.join(QStringLiteral(", "))});
}

QString filtersInForce(const CohortFilter& filter, bool nameProviders)
{
    CohortFilter named = filter;
    QStringList parts;
    if (!nameProviders && !filter.providers.empty()) {
        named.providers.clear();
        parts << counted(TWELVEFOLD_TEXT("Wording", "%1 provider, not named"),
                         TWELVEFOLD_TEXT("Wording", "%1 providers, not named"),
                         filter.providers.size());
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
    const std::size_t n = findings.cohort.n;
    QStringList sentences;
    sentences << storeName + QStringLiteral(" · ") +
                     cohortInForce(n, n, filter, findings.cohort.census,
                                   findings.cohort.notCompared) +
                     QLatin1Char('.');
    if (const QString excluded = leftOut(findings.cohort.excluded); !excluded.isEmpty())
        sentences << excluded;
    sentences << costsCounted(filter.costs) << similarNeedMeans(findings.options, filter);
    if (!findings.line.undefined && findings.line.trace.method.kind.english[0] != 0)
        sentences << text(findings.line.trace.method);
    return sentences.join(QLatin1Char(' '));
}

QString funnelCaption(const QString& storeName, const analysis::Findings& findings,
                      const CohortFilter& filter)
{
    const std::size_t n = findings.cohort.n;
    const analysis::ProviderEffects& costs = findings.providerCosts;
    QStringList sentences;
    sentences << storeName + QStringLiteral(" · ") +
                     cohortInForce(n, n, filter, findings.cohort.census,
                                   findings.cohort.notCompared) +
                     QLatin1Char('.');
    if (const QString excluded = leftOut(costs.trace.leftOut); !excluded.isEmpty())
        sentences << excluded;
    sentences << costsCounted(filter.costs);
    sentences << counted(
        TWELVEFOLD_TEXT("Wording", "Each mark is a provider: what its children cost beside such "
                                   "needs with the other providers of their settings, not shrunk "
                                   "(%1 child)."),
        TWELVEFOLD_TEXT("Wording", "Each mark is a provider: what its children cost beside such "
                                   "needs with the other providers of their settings, not shrunk "
                                   "(%1 children)."),
        costs.n);
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

} // namespace twelvefold::wording
