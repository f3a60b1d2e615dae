// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records.h"
#include "wording/phrase.h"

#include <cmath>

namespace twelvefold::wording {

using analysis::ProviderEffect;
using analysis::ProviderEffects;

namespace {

bool isCost(const ProviderEffects& effects)
{
    return effects.measure == "log_weekly_cost";
}

// "7 % above", "3 % below", "the same": of a cost, from its logarithm.
QString share(double logRatio, Language language)
{
    const double over = std::round(100 * std::expm1(logRatio));
    if (over == 0)
        return said(TWELVEFOLD_TEXT("Wording", "no difference"), {}, language);
    return said(over > 0 ? TWELVEFOLD_TEXT("Wording", "%1 % above")
                         : TWELVEFOLD_TEXT("Wording", "%1 % below"),
                {number(std::abs(over), 0)}, language);
}

QString signedNumber(double value)
{
    const QString size = number(std::abs(value), 1);
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + size;
}

// A standard deviation between providers: of cost as a share.
QString typicalDifference(const ProviderEffects& effects, double sd)
{
    return isCost(effects) ? percent(std::expm1(sd)) : number(sd, 2);
}

// A number of children that nobody counts out: whole to 20, then in fives and tens, upwards.
std::uint64_t aboutSoMany(std::size_t children)
{
    const std::uint64_t step = children <= 20     ? 1
                               : children <= 100  ? 5
                               : children <= 1000 ? 10
                                                  : 100;
    return (children + step - 1) / step * step;
}

// "11 (agency foster)"
QString childrenOfSetting(std::size_t children, domain::Setting setting, Language language)
{
    return said(TWELVEFOLD_TEXT("Wording", "%1 (%2)"),
                {count(aboutSoMany(children)), lowered(text(domain::word(setting), language))},
                language);
}

} // namespace

QString effect(const ProviderEffects& effects, const ProviderEffect& provider, Language language)
{
    if (isCost(effects) && std::round(100 * std::expm1(provider.effect)) == 0)
        return said(TWELVEFOLD_TEXT("Wording",
                                    "the same as such needs cost with the other providers of the "
                                    "setting (95 % interval: %1 to %2)"),
                    {share(provider.lower, language), share(provider.upper, language)}, language);
    if (isCost(effects))
        return said(TWELVEFOLD_TEXT("Wording",
                                    "%1 what such needs cost with the other providers of the "
                                    "setting (95 % interval: %2 to %3)"),
                    {share(provider.effect, language), share(provider.lower, language),
                     share(provider.upper, language)},
                    language);
    return said(
        TWELVEFOLD_TEXT("Wording", "%1 beside children of such needs with the other "
                                   "providers of the setting (95 % interval: %2 to %3)"),
        {signedNumber(provider.effect), signedNumber(provider.lower), signedNumber(provider.upper)},
        language);
}

QString effectShort(const ProviderEffects& effects, double value)
{
    if (!isCost(effects))
        return signedNumber(value);
    const double over = std::round(100 * std::expm1(value));
    return (over < 0   ? QStringLiteral("−")
            : over > 0 ? QStringLiteral("+")
                       : QString()) +
           percent(std::abs(over) / 100);
}

QString measureTitle(const ProviderEffects& effects, Language language)
{
    constexpr std::string_view prefix = "outcome_";
    const std::string_view measure = effects.measure;
    if (measure.starts_with(prefix)) {
        if (const auto* outcome = domain::findOutcomeMeasure(measure.substr(prefix.size())))
            return text(outcome->title, language);
    }
    return said(TWELVEFOLD_TEXT("Wording", "Weekly cost"), {}, language);
}

QString providersDiffer(const ProviderEffects& effects, Language language)
{
    if (effects.undefined)
        return text(*effects.undefined, language);
    if (!effects.differ)
        return said(TWELVEFOLD_TEXT("Wording", "No difference between providers can be told from "
                                               "chance once need and setting are allowed for."),
                    {}, language);
    const double between = effects.betweenSd * effects.betweenSd;
    const double all = between + effects.withinSd * effects.withinSd;
    return said(TWELVEFOLD_TEXT("Wording", "Providers account for %1 of the variation that need "
                                           "and setting leave."),
                {percent(between / all)}, language);
}

QString providersTest(const ProviderEffects& effects, Language language)
{
    constexpr double kTooSmallToSay = 0.001;
    if (effects.undefined)
        return {};
    const QString p =
        effects.p < kTooSmallToSay
            ? said(TWELVEFOLD_TEXT("Wording", "p below 0.001"), {}, language)
            : said(TWELVEFOLD_TEXT("Wording", "p = %1"), {number(effects.p, 3)}, language);
    return said(TWELVEFOLD_TEXT("Wording",
                                "Typical difference between providers %1 (95 % interval %2 to %3); "
                                "%4 of no difference, from %5 providers and %6 children."),
                {typicalDifference(effects, effects.betweenSd),
                 typicalDifference(effects, effects.betweenLower),
                 typicalDifference(effects, effects.betweenUpper), p,
                 count(effects.providers.size()), count(effects.n)},
                language);
}

QString providersPower(const ProviderEffects& effects, Language language)
{
    QStringList can, cannot, sentences;
    for (const analysis::SettingSpread& spread : effects.settings) {
        if (!spread.setting || !spread.own || !spread.toSeeBesideMany)
            continue;
        if (spread.toSee)
            can << childrenOfSetting(*spread.toSee, *spread.setting, language);
        else
            cannot << childrenOfSetting(*spread.toSeeBesideMany, *spread.setting, language);
    }
    if (!can.isEmpty())
        sentences << said(TWELVEFOLD_TEXT("Wording", "To see a 20 % difference takes about so many "
                                                     "children with one provider: %1."),
                          {can.join(QStringLiteral(", "))}, language);
    if (!cannot.isEmpty())
        sentences << said(TWELVEFOLD_TEXT("Wording",
                                          "With as few children to compare as there are it cannot "
                                          "be seen where it takes about so many and more to hold "
                                          "them against: %1."),
                          {cannot.join(QStringLiteral(", "))}, language);
    return sentences.join(QLatin1Char(' '));
}

QString concentration(const analysis::Market& market, Language language)
{
    if (market.undefined)
        return text(*market.undefined, language);
    if (market.owners.n == 1)
        return said(
            TWELVEFOLD_TEXT("Wording", "Care that is bought lies in the hands of one owner group."),
            {}, language);
    return said(TWELVEFOLD_TEXT(
                    "Wording",
                    "Care that is bought lies in the hands of %1 owner groups, as concentrated "
                    "as %2 equal ones would be (HHI %3); the largest four take %4 of the spend."),
                {count(market.owners.n), number(market.owners.effectiveNumber, 1),
                 count(static_cast<std::uint64_t>(std::llround(market.owners.hhi))),
                 percent(market.owners.largestFour / 100)},
                language);
}

} // namespace twelvefold::wording
