// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

namespace twelvefold::report {
namespace {

Table sharesTable(const analysis::CostDrivers& drivers)
{
    Table table;
    table.title = Words::tr("Shares of the explained spread of weekly cost");
    table.name = QStringLiteral("Cost drivers");
    table.headings = {Words::tr("Group"), Words::tr("Share"), Words::tr("From"), Words::tr("To"),
                      Words::tr("By chance")};
    for (const analysis::CostDriver& driver : drivers.groups)
        table.rows.push_back({textCell(wording::driverName(driver)), percentCell(driver.share),
                              percentCell(driver.lower), percentCell(driver.upper),
                              percentCell(driver.byChance)});
    table.note =
        Words::tr("Shares with 95 % intervals. “By chance” is what as many columns without any "
                  "bearing on cost would have for a share: a share hardly above it says little. "
                  "The shares say what goes along with cost, not what causes it.");
    return table;
}

} // namespace

void addCostDrivers(const Source& source, Document& document)
{
    const analysis::CostDrivers& drivers = source.findings->drivers;
    document.blocks.push_back(Heading{Words::tr("What goes along with cost"), 1});
    if (!drivers.rSquared || !mayShowGroup(source, drivers.n)) {
        document.blocks.push_back(Paragraph{drivers.undefined
                                                ? wording::text(*drivers.undefined)
                                                : Words::tr("There are too few children to say."),
                                            {},
                                            false});
        return;
    }
    document.blocks.push_back(Paragraph{
        Words::tr("What is recorded of %1 children (need, setting, provider and the rest) explains "
                  "%2 of the spread of weekly cost. The other %3 goes along with nothing recorded.")
            .arg(wording::count(published(source, drivers.n)), wording::percent(*drivers.rSquared),
                 wording::percent(1 - *drivers.rSquared)),
        {},
        false});
    document.blocks.push_back(sharesTable(drivers));
}

} // namespace twelvefold::report
