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

QString leftOutOnPaper(const Table& table)
{
    const std::size_t left = table.rows.size() - rowsOnPaper(table);
    if (left == 0)
        return {};
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
