// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace twelvefold::report {
namespace {

using analysis::ProviderEffect;

struct Shown
{
    const ProviderEffect* effect;
    Cell children;
};

// Those the audience may see: inside all; outside those with enough children, most children first,
// those of as many by their effect, so that neither a name nor its place in the alphabet is given
// away.
std::vector<Shown> shownProviders(const Source& source, const ProviderFigures& counted,
                                  const Figures& figures)
{
    const auto& providers = source.findings->providerCosts.providers;
    std::vector<Shown> shown;
    for (std::size_t i = 0; i < providers.size(); ++i) {
        if (!isWithheld(counted.children[i]))
            shown.push_back({&providers[i], counted.children[i]});
    }
    if (figures.areForPublication())
        std::ranges::stable_sort(shown, std::greater<>(), [](const Shown& each) {
            return std::pair(amountOf(each.children), each.effect->effect);
        });
    return shown;
}

QString nameOf(const Source& source, Figures& figures, const ProviderEffect& effect,
               std::size_t place)
{
    if (!figures.areForPublication())
        return QString::fromStdString(source.cohort->providerNames[effect.provider]);
    return figures.constant(Words::tr("Provider %1").arg(wording::count(place + 1)));
}

Table effectTable(const Source& source, const ProviderFigures& each, Figures& figures)
{
    Table table{.title = Words::tr("What providers' children cost beside such needs elsewhere"),
                .headings = {Words::tr("Provider"), Words::tr("Children compared"),
                             Words::tr("Beside others"), Words::tr("From"), Words::tr("To")},
                .name = QStringLiteral("Providers")};
    const auto times = [&](const ProviderEffect& effect, double logRatio) {
        return figures.groupPercent(std::expm1(logRatio), effect.n);
    };
    const std::vector<Shown> shown = shownProviders(source, each, figures);
    for (std::size_t place = 0; place < shown.size(); ++place) {
        const ProviderEffect& effect = *shown[place].effect;
        if (source.findings->providerCosts.claimed(effect))
            table.rows.push_back({textCell(nameOf(source, figures, effect, place)),
                                  shown[place].children, times(effect, effect.effect),
                                  times(effect, effect.lower), times(effect, effect.upper)});
        else
            table.rows.push_back(
                {textCell(nameOf(source, figures, effect, place)), shown[place].children,
                 textCell(Words::tr("no difference can be told")), textCell({}), textCell({})});
    }
    table.note = figures.constant(
        Words::tr("Above (+) or below (−) what such needs cost with the other providers of the "
                  "same settings, drawn toward no difference where few children speak for it, with "
                  "95 % intervals; where the interval holds no difference, none is told. Compared "
                  "are children whose cost and needs on every domain are "
                  "recorded. Not a league table."));
    if (figures.areForPublication())
        table.note +=
            QLatin1Char(' ') +
            figures.constant(Words::tr("Providers are not named, and counts are rounded to %1.")
                                 .arg(wording::count(analysis::kCountsRoundedTo)));
    return table;
}

// "Providers differ: 12 % of the variation that need and setting leave lies between them (95 %
// interval 4 to 25 %)."
QString howFarTheyDiffer(const analysis::ProviderEffects& costs, const ProviderFigures& each,
                         Figures& figures)
{
    if (!figures.areForPublication()) {
        QStringList sentences{wording::providersDiffer(costs), wording::providersTest(costs),
                              wording::providersPower(costs)};
        sentences.removeAll(QString());
        return sentences.join(QLatin1Char(' '));
    }
    if (each.anyWithheld)
        return Words::tr("How far providers differ in cost is withheld: with it, what those of few "
                         "children cost could be worked out from the others.");
    const bool known = !costs.undefined && !costs.notTold && costs.betweenSd + costs.withinSd > 0;
    const auto shareOf = [&](double sd) {
        const double between = sd * sd, all = between + costs.withinSd * costs.withinSd;
        return figures.modelledPercent(known ? std::optional(between / all) : std::nullopt,
                                       costs.n);
    };
    const Cell share = shareOf(costs.betweenSd);
    if (!known || isWithheld(share))
        return Words::tr("How far providers differ in cost is withheld: only some costs are "
                         "counted, or too few children or "
                         "providers are behind it.");
    // Without a number where there is no difference.
    const Cell lower = shareOf(costs.betweenLower);
    // With an interval that begins at none, how far they differ cannot be told.
    if (costs.differ && amountOf(lower) == 0.0)
        return Words::tr("Providers seem to differ, but how far cannot be told: of the variation "
                         "that need and setting leave, anything up to %1 may lie between them.")
            .arg(shareOf(costs.betweenUpper).shown);
    return costs.differ
               ? Words::tr("Providers differ: %1 of the variation that need and setting leave lies "
                           "between them (%2 interval %3 to %4).")
                     .arg(share.shown, figures.constant(wording::percent(0.95)), lower.shown,
                          shareOf(costs.betweenUpper).shown)
               : wording::providersDiffer(costs);
}

} // namespace

ProviderFigures providerFigures(const Source& source, Figures& figures)
{
    const auto& providers = source.findings->providerCosts.providers;
    std::vector<std::uint64_t> counts;
    // Those of none of these are told apart too, though not shown: after them and their rest.
    std::vector<int> place(source.cohort->providerNames.size());
    std::iota(place.begin(), place.end(), int(providers.size()) + 1);
    std::uint64_t inAll = 0;
    for (const ProviderEffect& effect : providers) {
        place[effect.provider] = int(counts.size());
        counts.push_back(effect.n);
        inAll += effect.n;
    }
    // The children of none of these are known too, all children being known.
    counts.push_back(source.cohort->size() - std::min<std::uint64_t>(inAll, source.cohort->size()));
    ProviderFigures each;
    each.children = figures.parts(counts, [&](std::size_t row) {
        const int provider = source.everyone->provider[row];
        return provider < 0 ? -1 : place[std::size_t(provider)];
    });
    each.children.pop_back();
    each.anyWithheld = std::ranges::any_of(each.children, isWithheld);
    return each;
}

void addProviders(const Source& source, Figures& figures, Document& document)
{
    const analysis::Findings& findings = *source.findings;
    const analysis::ProviderEffects& costs = findings.providerCosts;
    if (costs.providers.empty() && !costs.undefined)
        return;
    document.blocks.push_back(Heading{Words::tr("Providers"), 1});
    const ProviderFigures each =
        costs.undefined ? ProviderFigures() : providerFigures(source, figures);
    document.blocks.push_back(Paragraph{howFarTheyDiffer(costs, each, figures), {}, false});
    // Effects add up to nothing, and how widely they spread is known too: all or none.
    if (!costs.undefined && costs.differ && !each.anyWithheld) {
        Table table = effectTable(source, each, figures);
        if (!table.rows.empty())
            document.blocks.push_back(std::move(table));
    }
    // Shares of the spend of single owners: of few children, as often as not.
    if (!figures.areForPublication() && findings.market.n > 0)
        document.blocks.push_back(Paragraph{wording::concentration(findings.market),
                                            Words::tr("In how few hands care that is bought lies."),
                                            false});
}

} // namespace twelvefold::report
