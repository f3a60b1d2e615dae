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
    const auto share = drivers.adjusted(drivers.rSquared);
    if (!share)
        return drivers.undefined ? text(*drivers.undefined, language) : QString();
    QStringList sentences{
        said(TWELVEFOLD_TEXT("Wording",
                             "%1 of the spread of weekly cost among %2 children goes with what is "
                             "recorded of them, %3 with nothing recorded; what so many particulars "
                             "go with by chance is taken off (adjusted R²)."),
             {percent(*share), count(drivers.n), percent(1 - *share)}, language)};
    const auto lower = drivers.adjusted(drivers.lower), upper = drivers.adjusted(drivers.upper);
    if (lower && upper)
        sentences << said(TWELVEFOLD_TEXT("Wording", "95 % interval of the former: %1 to %2."),
                          {percent(*lower), percent(*upper)}, language);
    if (drivers.noShares)
        sentences << text(*drivers.noShares, language);
    return sentences.join(QLatin1Char(' '));
}

QString unexplainedGap(const analysis::PairExplained& explained, Language language)
{
    const Speaking speaking(language);
    if (explained.undefined)
        return text(*explained.undefined, language);
    if (!explained.unexplained)
        return {};
    return said(TWELVEFOLD_TEXT("Wording", "Goes with nothing recorded: %1 a week (95 % interval "
                                           "%2 to %3)."),
                {roundPounds(*explained.unexplained), roundPounds(*explained.lower),
                 roundPounds(*explained.upper)},
                language);
}

} // namespace twelvefold::wording
