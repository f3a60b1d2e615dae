// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/on_paper.h"

#include "report/words.h"
#include "wording/wording.h"

#include <algorithm>

namespace twelvefold::report {

std::size_t rowsOnPaper(const Table& table)
{
    return table.dataOnly ? 0 : std::min(table.rows.size(), table.enoughToRead);
}

std::vector<Row> rowsToRead(const Table& table)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < rowsOnPaper(table); ++i)
        rows.push_back(table.rows[i]);
    return rows;
}

namespace {

// Of rows that another table of the document lists too, which is itself cut where it is long.
QString listedElsewhere(const Table& table, std::size_t left)
{
    const std::size_t all = table.rows.size();
    if (all <= kEnoughToRead)
        return Words::tr("%1 more rows: all %2 are listed under “%3”.", nullptr, int(left))
            .arg(wording::count(left), wording::count(all), table.wholeUnder);
    return Words::tr("%1 more rows: the first %4 are listed under “%3”, all %2 in the XLSX and "
                     "CSV forms of this report.",
                     nullptr, int(left))
        .arg(wording::count(left), wording::count(all), table.wholeUnder,
             wording::count(kEnoughToRead));
}

} // namespace

QString leftOutOnPaper(const Table& table)
{
    const std::size_t left = table.rows.size() - rowsOnPaper(table);
    if (left == 0)
        return {};
    if (!table.wholeUnder.isEmpty())
        return listedElsewhere(table, left);
    const QString words =
        table.dataOnly
            ? Words::tr("%1 rows are in the XLSX and CSV forms of this report.", nullptr, int(left))
            : Words::tr("%1 more rows are in the XLSX and CSV forms of this report.", nullptr,
                        int(left));
    return words.arg(wording::count(left));
}

std::vector<Stretch> strongIn(const Statement& statement)
{
    std::vector<Stretch> stretches;
    qsizetype from = 0;
    for (const QString& strong : statement.strong) {
        const qsizetype at = statement.sentence.indexOf(strong, from);
        if (at < 0 || strong.isEmpty())
            continue;
        stretches.push_back({at, strong.size()});
        from = at + strong.size();
    }
    return stretches;
}

QString nothingToShow()
{
    return Words::tr("Nothing to show.");
}

} // namespace twelvefold::report
