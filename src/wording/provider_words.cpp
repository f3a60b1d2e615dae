// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records.h"
#include "wording/phrase.h"

#include <algorithm>
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

// Of the variation that need and setting leave, the share that lies between providers.
double partOf(const ProviderEffects& effects, double sd)
{
    return sd * sd / (sd * sd + effects.withinSd * effects.withinSd);
}

// Whether the interval of how far they differ begins at none, as told. The test asks of one side,
// the interval of both, so it may although a difference is said.
bool beginsAtNone(const ProviderEffects& effects)
{
    const double lower = effects.betweenLower;
    return std::round(100 * (isCost(effects) ? std::expm1(lower) : partOf(effects, lower))) == 0;
}

// An end of an interval that leaves out no difference, and so is never written as none.
QString endOf(const ProviderEffects& effects, double value)
{
    const double over = 100 * std::expm1(value);
    return !isCost(effects) || std::abs(over) >= 0.5
               ? effectShort(effects, value)
               : (over < 0 ? QStringLiteral("−") : QStringLiteral("+")) +
                     number(std::max(0.1, std::abs(over)), 1) + QStringLiteral(" %");
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

// Of a provider about which nothing is claimed: that it lies close to the others, or that its
// children are too few to tell.
QString cannotBeTold(const ProviderEffects& effects, const ProviderEffect& provider,
                     Language language)
{
    constexpr double kClose = 0.18232155679395459; // log 1.2: the difference that is looked for
    if (isCost(effects) && provider.lower > -kClose && provider.upper < kClose)
        return said(TWELVEFOLD_TEXT("Wording", "within 20 % of the others"), {}, language);
    return counted(TWELVEFOLD_TEXT("Wording", "cannot be told from %1 child"),
                   TWELVEFOLD_TEXT("Wording", "cannot be told from %1 children"), provider.n, {},
                   language);
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
    const Speaking speaking(language);
    if (!effects.claimed(provider))
        return cannotBeTold(effects, provider, language);
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

QString effectTold(const ProviderEffects& effects, const ProviderEffect& provider,
                   Language language)
{
    const Speaking speaking(language);
    return effects.claimed(provider)
               ? said(TWELVEFOLD_TEXT("Wording", "%1 (%2 to %3)"),
                      {effectShort(effects, provider.effect), endOf(effects, provider.lower),
                       endOf(effects, provider.upper)},
                      language)
               : cannotBeTold(effects, provider, language);
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
    if (effects.undefined || effects.notTold)
        return text(effects.undefined ? *effects.undefined : *effects.notTold, language);
    if (!effects.differ)
        return said(TWELVEFOLD_TEXT("Wording", "No difference between providers can be told from "
                                               "chance once need and setting are allowed for."),
                    {}, language);
    if (beginsAtNone(effects))
        return said(TWELVEFOLD_TEXT("Wording",
                                    "Providers seem to differ, but how far cannot be told: of the "
                                    "variation that need and setting leave, anything up to %1 may "
                                    "lie between them (95 % interval)."),
                    {percent(partOf(effects, effects.betweenUpper))}, language);
    const double lower = partOf(effects, effects.betweenLower);
    return said(TWELVEFOLD_TEXT("Wording",
                                "Providers differ: %1 of the variation that need and setting leave "
                                "lies between them (95 % interval %2 to %3)."),
                {percent(partOf(effects, effects.betweenSd)),
                 std::round(100 * lower) > 0
                     ? percent(lower)
                     : said(TWELVEFOLD_TEXT("Wording", "under %1"), {percent(0.01)}, language),
                 percent(partOf(effects, effects.betweenUpper))},
                language);
}

QString providersTest(const ProviderEffects& effects, Language language)
{
    constexpr double kTooSmallToSay = 0.001;
    constexpr double kSaysLittle = 0.5; // of cost: an interval up to more tells nobody anything
    if (effects.undefined || effects.notTold)
        return {};
    const Speaking speaking(language);
    // Of several outcomes what is said rests on q.
    const bool alone = effects.testedTogether < 2;
    const double chance = alone ? effects.p : effects.q;
    QString p;
    if (chance < kTooSmallToSay)
        p = alone ? said(TWELVEFOLD_TEXT("Wording", "p below 0.001"), {}, language)
                  : said(TWELVEFOLD_TEXT("Wording", "q below 0.001"), {}, language);
    else
        p = alone ? said(TWELVEFOLD_TEXT("Wording", "p = %1"), {number(chance, 3)}, language)
                  : said(TWELVEFOLD_TEXT("Wording", "q = %1"), {number(chance, 3)}, language);
    const QString providers = count(effects.providers.size()), children = count(effects.n);
    const bool saysLittle = isCost(effects) && std::expm1(effects.betweenUpper) > kSaysLittle;
    if (effects.differ && !saysLittle && !beginsAtNone(effects))
        return said(TWELVEFOLD_TEXT("Wording",
                                    "Typical difference between providers %1 (95 % interval %2 to "
                                    "%3); %4 of no difference, from %5 providers and %6 children."),
                    {typicalDifference(effects, effects.betweenSd),
                     typicalDifference(effects, effects.betweenLower),
                     typicalDifference(effects, effects.betweenUpper), p, providers, children},
                    language);
    if (saysLittle)
        return said(effects.differ
                        ? TWELVEFOLD_TEXT("Wording", "How far they differ cannot be told from %1 "
                                                     "children with %2 providers (%3 of no "
                                                     "difference).")
                        : TWELVEFOLD_TEXT("Wording", "How far they may differ cannot be told from "
                                                     "%1 children with %2 providers (%3 of no "
                                                     "difference)."),
                    {children, providers, p}, language);
    return said(
        TWELVEFOLD_TEXT("Wording",
                        "As far as they differ, it is typically by no more than %1 (upper end of "
                        "the 95 % interval; %2 of no difference, from %3 providers and %4 "
                        "children)."),
        {typicalDifference(effects, effects.betweenUpper), p, providers, children}, language);
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
                                          "Elsewhere a 20 % difference cannot be seen, since too "
                                          "few children live with other providers there. Beside "
                                          "many more it would take about so many children with "
                                          "one provider: %1."),
                          {cannot.join(QStringLiteral(", "))}, language);
    return sentences.join(QLatin1Char(' '));
}

QString concentration(const analysis::Market& market, Language language)
{
    if (market.undefined)
        return text(*market.undefined, language);
    const Speaking speaking(language);
    const QString children =
        counted(TWELVEFOLD_TEXT("Wording", "%1 child"), TWELVEFOLD_TEXT("Wording", "%1 children"),
                market.n, {}, language);
    const QString owners = count(market.owners.n);
    constexpr std::size_t kNamed = 4; // whose share of the spend is told together
    if (market.owners.n == 1)
        return said(TWELVEFOLD_TEXT("Wording", "Care that is bought (for %1) lies in the hands of "
                                               "one owner group."),
                    {children}, language);
    if (market.owners.n <= kNamed)
        return said(TWELVEFOLD_TEXT("Wording", "Care that is bought (for %1) lies in the hands of "
                                               "%2 owner groups; the largest takes %3 of the "
                                               "spend."),
                    {children, owners, percent(market.owners.largest / 100)}, language);
    return said(TWELVEFOLD_TEXT(
                    "Wording",
                    "Care that is bought (for %1) lies in the hands of %2 owner groups, as "
                    "concentrated as %3 equal ones would be (HHI %4); the largest four take %5 of "
                    "the spend."),
                {children, owners, number(market.owners.effectiveNumber, 1),
                 count(static_cast<std::uint64_t>(std::llround(market.owners.hhi))),
                 percent(market.owners.largestFour / 100)},
                language);
}

QString onList(const domain::RegisteredSetting& listed, Language language)
{
    const Speaking speaking(language);
    QStringList parts;
    for (const std::string* told : {&listed.provision, &listed.council, &listed.region}) {
        if (!told->empty())
            parts << QString::fromStdString(*told);
    }
    if (listed.places)
        parts << counted(TWELVEFOLD_TEXT("Wording", "%1 place"),
                         TWELVEFOLD_TEXT("Wording", "%1 places"),
                         static_cast<std::uint64_t>(*listed.places), {}, language);
    if (!listed.grade.empty())
        parts << said(TWELVEFOLD_TEXT("Wording", "graded %1"),
                      {QString::fromStdString(listed.grade)}, language);
    if (listed.closedOn)
        parts << said(TWELVEFOLD_TEXT("Wording", "closed on %1"), {date(*listed.closedOn)},
                      language);
    if (parts.isEmpty())
        return said(TWELVEFOLD_TEXT("Wording", "It is on Ofsted's list of %1."),
                    {date(listed.listedOn)}, language);
    return said(TWELVEFOLD_TEXT("Wording", "Ofsted's list of %1: %2."),
                {date(listed.listedOn), parts.join(QStringLiteral(", "))}, language);
}

QString providersOffLists(std::uint64_t ofNoList, std::uint64_t usedPastClosing, Language language)
{
    const Speaking speaking(language);
    QStringList sentences;
    if (ofNoList > 0)
        sentences << counted(
            TWELVEFOLD_TEXT("Wording",
                            "%1 provider has a URN that no list of Ofsted's brought in has."),
            TWELVEFOLD_TEXT("Wording",
                            "%1 providers have a URN that no list of Ofsted's brought in has."),
            ofNoList, {}, language);
    if (usedPastClosing > 0)
        sentences << counted(
            TWELVEFOLD_TEXT("Wording",
                            "%1 provider closed, by Ofsted's lists, before a placement with it "
                            "ended."),
            TWELVEFOLD_TEXT("Wording",
                            "%1 providers closed, by Ofsted's lists, before a placement with them "
                            "ended."),
            usedPastClosing, {}, language);
    return sentences.join(QLatin1Char(' '));
}

} // namespace twelvefold::wording
