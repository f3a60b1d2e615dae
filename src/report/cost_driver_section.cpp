// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

namespace twelvefold::report {
namespace {

Table sharesTable(const analysis::CostDrivers& drivers, Figures& figures)
{
    Table table{
        .title = Words::tr("Shares of the spread of weekly cost that goes with what is recorded"),
        .headings = {Words::tr("Group"), Words::tr("Share"), Words::tr("From"), Words::tr("To"),
                     Words::tr("By chance")},
        .name = QStringLiteral("Cost drivers")};
    for (const analysis::CostDriver& driver : drivers.groups)
        table.rows.push_back({textCell(wording::driverName(driver)),
                              figures.modelledPercent(driver.share, drivers.n),
                              figures.modelledPercent(driver.lower, drivers.n),
                              figures.modelledPercent(driver.upper, drivers.n),
                              figures.modelledPercent(driver.byChance, drivers.n)});
    table.note = figures.constant(
        Words::tr("Shares with 95 % intervals. What goes with several of these at once, as with "
                  "need and setting, is divided between them: so need has a smaller share here "
                  "than by itself. “By chance” is what as many columns without any "
                  "bearing on cost would have for a share: a share hardly above it says little. "
                  "The shares say what goes along with cost, not what causes it."));
    return table;
}

QString whyNot(const analysis::CostDrivers& drivers, Figures& figures)
{
    if (figures.areForPublication())
        return Words::tr("What goes along with cost is withheld: only some costs are counted, or "
                         "too few children have everything "
                         "recorded.");
    return drivers.undefined ? wording::text(*drivers.undefined)
                             : Words::tr("There are too few children to say.");
}

QString together(const analysis::CostDrivers& drivers, const Cell& share, Figures& figures)
{
    if (!figures.areForPublication())
        return wording::driversSummary(drivers);
    // How many have everything recorded would tell how many have not.
    const Cell rest = figures.modelledPercent(1 - *amountOf(share), drivers.n);
    return Words::tr("Of the spread of weekly cost %1 goes with what is recorded (need, setting, "
                     "provider and the rest), less what chance alone would give. The other %2 goes "
                     "with nothing recorded.")
        .arg(share.shown, rest.shown);
}

} // namespace

void addCostDrivers(const Source& source, Figures& figures, Document& document)
{
    const analysis::CostDrivers& drivers = source.findings->drivers;
    document.blocks.push_back(Heading{Words::tr("What goes along with cost"), 1});
    const Cell share = figures.modelledPercent(drivers.adjusted(drivers.rSquared), drivers.n);
    if (!amountOf(share)) {
        document.blocks.push_back(Paragraph{whyNot(drivers, figures), {}, false});
        return;
    }
    document.blocks.push_back(Paragraph{together(drivers, share, figures), {}, false});
    if (drivers.groups.empty()) // which the paragraph says, and why; or there is none to withhold
        return;
    if (figures.mayShareOut(drivers))
        document.blocks.push_back(sharesTable(drivers, figures));
    else
        document.blocks.push_back(Paragraph{
            Words::tr("What each of them has for a share is withheld: it is published of all "
                      "children compared alone, and only where none of it rests on few."),
            {},
            false});
}

} // namespace twelvefold::report
