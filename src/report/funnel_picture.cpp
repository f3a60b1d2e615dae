// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/funnel_picture.h"

#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

#include <cmath>

namespace twelvefold::report {
namespace {

constexpr MessageKind kNoMark{"publish-no-provider",
                              TWELVEFOLD_TEXT("Message",
                                              "The funnel cannot be published: only some costs are "
                                              "counted, or too few children are with any "
                                              "provider.")};

// Where a provider stands in the rounded figures; nothing where one of them is withheld.
struct Mark
{
    double children, logRatio;
};
std::optional<Mark> markOf(const analysis::ProviderEffect& effect, const Cell& children,
                           Figures& figures)
{
    const auto n = amountOf(children);
    const auto over = amountOf(figures.groupPercent(std::expm1(effect.meanResidual), effect.n));
    return n && over && *over > -1 ? std::optional(Mark{*n, std::log1p(*over)}) : std::nullopt;
}

double toPercent(double value)
{
    return std::round(value * 100) / 100;
}

// Only marks that may be shown, where they may be shown.
analysis::ProviderEffects roundedEffects(const Source& source, Figures& figures)
{
    const analysis::ProviderEffects& costs = source.findings->providerCosts;
    const ProviderFigures each = providerFigures(source, figures);
    analysis::ProviderEffects rounded;
    rounded.measure = costs.measure;
    // As in the report: where one is withheld, so is whether providers differ.
    rounded.differ = costs.differ && !each.anyWithheld;
    rounded.funnel.kind = costs.funnel.kind;
    rounded.funnel.target = costs.funnel.target;
    // The lines are read off to as many digits as they are drawn with.
    rounded.funnel.sd = toPercent(costs.funnel.sd);
    // How far providers differ beyond chance would, with the marks, tell of one that is not shown.
    const auto& tauSquared = costs.funnel.spread.tauSquared;
    if (tauSquared && !each.anyWithheld) {
        const double tau = toPercent(std::sqrt(*tauSquared));
        rounded.funnel.spread.tauSquared = tau * tau;
    }
    for (std::size_t i = 0; i < costs.providers.size(); ++i) {
        const auto mark = markOf(costs.providers[i], each.children[i], figures);
        if (!mark)
            continue;
        analysis::ProviderEffect effect;
        effect.provider = rounded.providers.size();
        effect.n = static_cast<std::size_t>(mark->children);
        effect.meanResidual = mark->logRatio;
        statistics::FunnelUnit unit;
        unit.size = mark->children;
        unit.value = mark->logRatio;
        unit.limits = rounded.funnel.limitsAt(unit.size);
        unit.widened = rounded.funnel.widenedAt(unit.size);
        rounded.providers.push_back(effect);
        rounded.funnel.units.push_back(unit);
    }
    return rounded;
}

QString captionOf(const Source& source)
{
    return QStringLiteral("%1 · %2. %3 ")
               .arg(source.storeName, wording::date(source.cohort->census),
                    wording::filtersInForce(source.filter, false)) +
           Words::tr("Each mark is a provider of %1 or more children, not named: what they cost "
                     "beside such needs with the other providers of their settings. Where those of "
                     "fewer could be worked out from one, it is left out too. Numbers of "
                     "children are rounded to %2 and differences to whole percent. By chance, 95 % "
                     "lie in the band and 99.8 % within the dashed lines (Spiegelhalter 2005), "
                     "drawn as if costs spread alike in all settings.")
               .arg(wording::count(analysis::kFewestChildren),
                    wording::count(analysis::kCountsRoundedTo));
}

} // namespace

domain::Result<FunnelPicture> funnelPicture(const Source& source)
{
    const analysis::ProviderEffects& costs = source.findings->providerCosts;
    if (source.audience == Audience::internal) {
        if (costs.undefined)
            return *costs.undefined;
        return FunnelPicture{
            source.cohort, source.findings,
            wording::funnelCaption(source.storeName, *source.findings, source.filter)};
    }
    Figures figures(source);
    if (figures.refused())
        return *figures.refused();
    // The lines are of the model that was fitted to all.
    if (costs.undefined || isWithheld(figures.modelledPercent(0, costs.n)))
        return Message{kNoMark, {}};
    auto findings = std::make_shared<analysis::Findings>();
    findings->providerCosts = roundedEffects(source, figures);
    const std::size_t marks = findings->providerCosts.providers.size();
    if (marks == 0)
        return Message{kNoMark, {}};
    auto unnamed = std::make_shared<domain::Cohort>();
    unnamed->census = source.cohort->census;
    for (std::size_t mark = 0; mark < marks; ++mark)
        unnamed->providerNames.push_back(std::to_string(mark + 1));
    return FunnelPicture{unnamed, findings, captionOf(source)};
}

} // namespace twelvefold::report
