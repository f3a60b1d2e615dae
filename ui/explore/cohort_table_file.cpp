// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/cohort_table_file.h"

#include "common/paths.h"
#include "domain/csv_cell.h"
#include "files/output_file.h"

#include <QStringList>

namespace twelvefold::ui {
namespace {

// A number as programs read it, whatever the person's locale; blank is missing.
QString plain(std::optional<double> value, int decimals)
{
    return value ? QString::number(*value, 'f', decimals) : QString();
}

QString field(const QString& text)
{
    return QString::fromStdString(domain::safeCsvCell(text.toStdString()));
}

} // namespace

QString cohortTable(const domain::Cohort& cohort, const analysis::Findings& findings,
                    const QString& caption)
{
    QString table = QStringLiteral("# ") + caption.simplified() +
                    QStringLiteral("\r\npseudonym,age,setting,need_total,weekly_cost,expected_cost,"
                                   "expected_lower,expected_upper,ratio\r\n");
    for (const analysis::ExpectedCost& each : findings.expectedCosts) {
        const std::size_t row = each.row;
        const QStringList fields{
            field(QString::fromStdString(cohort.pseudonym[row])),
            plain(cohort.age.at(row), 0),
            cohort.setting[row] ? QString::fromLatin1(domain::token(*cohort.setting[row]).data())
                                : QString(),
            plain(cohort.needTotal.at(row), 2),
            plain(each.weeklyCost, 2),
            plain(each.expected, 2),
            plain(each.lower, 2),
            plain(each.upper, 2),
            plain(each.ratio, 4)};
        table += fields.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return table;
}

domain::Result<domain::Done> saveCohortTable(const QString& fileName, const domain::Cohort& cohort,
                                             const analysis::Findings& findings,
                                             const QString& caption)
{
    return files::writeFile(toPath(fileName), cohortTable(cohort, findings, caption).toStdString());
}

} // namespace twelvefold::ui
