// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

namespace twelvefold::wording {

QString driverName(const std::vector<analysis::DriverKind>& kinds, Language language)
{
    QString name;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const QString own = text(analysis::word(kinds[i]), language);
        if (i == 0)
            name = own;
        else
            name = said(i + 1 < kinds.size() ? TWELVEFOLD_TEXT("Wording", "%1, %2")
                                             : TWELVEFOLD_TEXT("Wording", "%1 and %2"),
                        {name, lowered(own)}, language);
    }
    return name;
}

QString driverName(const analysis::CostDriver& driver, Language language)
{
    return driverName(driver.kinds, language);
}

QString driversSummary(const analysis::CostDrivers& drivers, Language language)
{
    const Speaking speaking(language);
    if (!drivers.rSquared)
        return drivers.undefined ? text(*drivers.undefined, language) : QString();
    QString sentence = said(
        TWELVEFOLD_TEXT("Wording", "What is recorded explains %1 of the spread of weekly cost "
                                   "among %2 children; %3 goes along with nothing recorded."),
        {percent(*drivers.rSquared), count(drivers.n), percent(1 - *drivers.rSquared)}, language);
    if (drivers.lower && drivers.upper)
        sentence +=
            QLatin1Char(' ') +
            said(TWELVEFOLD_TEXT("Wording", "95 % interval of what is explained: %1 to %2."),
                 {percent(*drivers.lower), percent(*drivers.upper)}, language);
    return sentence;
}

QString unexplainedGap(const analysis::PairExplained& explained, Language language)
{
    const Speaking speaking(language);
    if (explained.undefined)
        return text(*explained.undefined, language);
    if (!explained.unexplained)
        return {};
    return said(TWELVEFOLD_TEXT("Wording", "Not explained by anything recorded: %1 a week (95 % "
                                           "interval %2 to %3)."),
                {roundPounds(*explained.unexplained), roundPounds(*explained.lower),
                 roundPounds(*explained.upper)},
                language);
}

} // namespace twelvefold::wording
