// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/amounts_chart.h"
#include "charts/waterfall_chart.h"
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

namespace twelvefold::report {
namespace {

using analysis::Amounts;
using analysis::AmountsFound;

QString nameOf(const charts::AmountsBar& bar)
{
    return wording::text(domain::word(bar.setting));
}

Row amountsRow(const QString& name, const Amounts& amounts)
{
    return {textCell(name),
            wholeCell(double(amounts.children)),
            moneyCell(amounts.spend.inPounds()),
            moneyCell(amounts.need.inPounds()),
            moneyCell(amounts.placement.inPounds()),
            moneyCell(amounts.price.inPounds())};
}

// The bars of the picture, and all of them together.
Table amountsTable(const analysis::Findings& findings)
{
    const AmountsFound& found = findings.amounts;
    Table table;
    table.title = Words::tr("Need, placement and price by setting, in a week");
    table.name = QStringLiteral("Amounts");
    table.headings = {Words::tr("Setting"), Words::tr("Children"),  Words::tr("Paid"),
                      Words::tr("Need"),    Words::tr("Placement"), Words::tr("Price")};
    for (const charts::AmountsBar& bar : charts::amountsBars(found))
        table.rows.push_back(amountsRow(nameOf(bar), bar.amounts));
    table.rows.push_back(amountsRow(Words::tr("All of these"), found.whole));
    const auto rounded = [](domain::Money money) {
        return wording::roundPounds(std::abs(money.inPounds()));
    };
    table.note =
        wording::inPaidCare(found) + QLatin1Char(' ') +
        Words::tr("Need, placement and price add up to what is paid. Child by child, placement is "
                  "%1 a week more than need leads to for some and %2 less for others; price is %3 "
                  "more than is usual within the kind and %4 less.")
            .arg(rounded(found.placementMore), rounded(found.placementLess),
                 rounded(found.priceMore), rounded(found.priceLess));
    return table;
}

// What is said not to be told is not drawn either: a picture is read before the sentence over it.
bool mayBeTold(const Source& source)
{
    return source.findings->paidCare && !source.findings->whyNotSplit() &&
           source.findings->amounts.whole.children > 0;
}

} // namespace

std::optional<Chart> amountsChart(const Source& source)
{
    if (!mayBeTold(source))
        return std::nullopt;
    Chart chart;
    chart.kind = Chart::Kind::amounts;
    chart.title = Words::tr("What is paid each week, and what it goes with");
    chart.caption = Words::tr("Pounds a week. Need: what such needs and ages cost on average, "
                              "wherever children live. Placement: what its kind costs more at that "
                              "need. Price: what is more than usual within the kind.");
    QStringList bars;
    for (const charts::AmountsBar& bar : charts::amountsBars(source.findings->amounts))
        bars << wording::amountsInWords(nameOf(bar), bar.amounts) + QLatin1Char('.');
    chart.described = bars.join(QLatin1Char(' '));
    chart.cohort = source.cohort;
    chart.findings = source.findings;
    return chart;
}

std::optional<Chart> waterfallChart(const Source& source)
{
    if (!mayBeTold(source))
        return std::nullopt;
    Chart chart;
    chart.kind = Chart::Kind::waterfall;
    chart.title = Words::tr("From need to what is paid each week");
    chart.caption = Words::tr("Child by child, where placement or price costs more than need "
                              "leads to, and where less.");
    chart.described = charts::inWords(charts::waterfallOf(source.findings->amounts));
    chart.cohort = source.cohort;
    chart.findings = source.findings;
    return chart;
}

void addAmounts(const Source& source, Figures& figures, Document& document)
{
    const auto& care = source.findings->paidCare;
    if (!care)
        return;
    const auto say = [&](const QString& text) {
        document.blocks.push_back(Paragraph{text, Words::tr("What it goes with."), false});
    };
    // Fitted to all paid care, whatever the filter: beside another report its parts would tell of
    // the few whom a filter leaves out.
    if (figures.areForPublication())
        return say(Words::tr("How many pounds go with need, with the kind of placement and with "
                             "its price, setting by setting, is left out of what is published, "
                             "because it would tell of few children."));
    if (const QString why = wording::amountsNotTold(*source.findings); !why.isEmpty())
        return say(why);
    if (!mayBeTold(source))
        return say(Words::tr("None of these children is in paid care with a known need and cost."));
    document.blocks.push_back(amountsTable(*source.findings));
}

} // namespace twelvefold::report
