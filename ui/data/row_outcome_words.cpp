// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/row_outcome_words.h"

#include "common/care_words.h"
#include "data/column_mapper.h"
#include "domain/records.h"
#include "wording/wording.h"

#include <QStringList>

namespace twelvefold::ui {
namespace {

QString lineInWords(const domain::CostLine& line)
{
    const QString cost =
        line.funder == domain::Funder::socialCare
            ? costInWords(line)
            : ColumnMapper::tr("%1, paid by %2")
                  .arg(costInWords(line), wording::text(domain::word(line.funder)));
    const QString from = wording::date(line.period.start);
    return line.period.end ? ColumnMapper::tr("%1, from %2 until the day before %3")
                                 .arg(cost, from, wording::date(*line.period.end))
                           : ColumnMapper::tr("%1, from %2").arg(cost, from);
}

} // namespace

QString outcomeInWords(std::size_t row, const exchange::RowOutcome& outcome)
{
    QStringList words;
    for (const auto& line : outcome.lines)
        words << ColumnMapper::tr("child %1: %2")
                     .arg(QString::fromStdString(line.localId), lineInWords(line.line));
    for (const auto& values : outcome.values) {
        for (const auto& [measure, value] : values.values)
            words << ColumnMapper::tr("child %1: %2 %3 on %4")
                         .arg(QString::fromStdString(values.localId),
                              wording::text(domain::findOutcomeMeasure(measure)->title),
                              wording::number(value, 0), wording::date(values.date));
    }
    for (const auto& assessment : outcome.assessments)
        words << ColumnMapper::tr("child %1: %2 needs scored on %3")
                     .arg(QString::fromStdString(assessment.localId))
                     .arg(assessment.levels.size())
                     .arg(wording::date(assessment.date));
    if (words.isEmpty()) {
        for (const domain::Message& problem : outcome.problems)
            words << wording::text(problem);
    }
    if (words.isEmpty())
        words << ColumnMapper::tr("nothing to take");
    return ColumnMapper::tr("Row %1: %2").arg(row).arg(words.join(QStringLiteral("; ")));
}

} // namespace twelvefold::ui
