// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/outcome_editor.h"

#include "children/present_day.h"
#include "common/controls.h"
#include "common/inputs.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <cmath>

namespace twelvefold::ui {
namespace {

QString outcomeTitle(const domain::Outcome& outcome)
{
    return outcome.id ? OutcomeEditor::tr("Change an outcome")
                      : OutcomeEditor::tr("Enter an outcome");
}

QString figureOf(const domain::OutcomeMeasure& measure, double value)
{
    return wording::number(value, value == std::floor(value) ? 0 : measure.decimals);
}

} // namespace

bool isYesNo(const domain::OutcomeMeasure& measure)
{
    return measure.lowest == 0 && measure.highest == 1 && measure.decimals == 0;
}

QString rangeOf(const domain::OutcomeMeasure& measure)
{
    const QString direction = measure.higherIsBetter ? OutcomeEditor::tr("higher is better")
                                                     : OutcomeEditor::tr("lower is better");
    if (isYesNo(measure))
        return measure.higherIsBetter ? OutcomeEditor::tr("yes is better")
                                      : OutcomeEditor::tr("no is better");
    return OutcomeEditor::tr("%1 to %2 %3; %4")
        .arg(figureOf(measure, measure.lowest), figureOf(measure, measure.highest),
             wording::text(measure.unit), direction);
}

QString valueOf(const domain::OutcomeMeasure& measure, double value)
{
    if (isYesNo(measure))
        return value > 0.5 ? OutcomeEditor::tr("yes") : OutcomeEditor::tr("no");
    return QStringLiteral("%1 %2").arg(figureOf(measure, value), wording::text(measure.unit));
}

OutcomeEditor::OutcomeEditor(Session& session, const domain::Outcome& outcome, QWidget* parent)
    : RecordEditor(outcomeTitle(outcome), parent), m_session(session), m_outcome(outcome),
      m_measure(new ElidedComboBox(this)), m_date(new DateEdit(this)), m_value(new QLineEdit(this)),
      m_yesNo(new SegmentedControl({tr("No"), tr("Yes")}, this)), m_range(smallLabel({}, this))
{
    for (const domain::OutcomeMeasure& measure : domain::outcomeMeasures()) {
        m_measure->addItem(wording::text(measure.title));
        if (outcome.measure == measure.code)
            m_measure->setCurrentIndex(m_measure->count() - 1);
    }
    m_date->setAccessibleNames(tr("On"));
    m_yesNo->setAccessibleName(tr("Value"));
    if (outcome.id) {
        m_date->setDate(outcome.date);
        m_value->setText(figureOf(chosen(), outcome.value));
        m_yesNo->setCurrent(outcome.value > 0.5 ? 1 : 0);
    } else {
        m_date->setDate(offeredDay(session));
    }
    form()->addRow(tr("Measure"), m_measure);
    form()->addRow(tr("On"), m_date);
    form()->addRow(tr("Value"), m_value);
    form()->addRow(tr("Answer"), m_yesNo);
    form()->addRow(QString(), m_range);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &OutcomeEditor::showMeasure);
    showMeasure();
}

const domain::OutcomeMeasure& OutcomeEditor::chosen() const
{
    return domain::outcomeMeasures()[static_cast<std::size_t>(m_measure->currentIndex())];
}

void OutcomeEditor::showMeasure()
{
    const bool yesOrNo = isYesNo(chosen());
    const auto showRow = [this](QWidget* field, bool shown) {
        field->setVisible(shown);
        form()->labelForField(field)->setVisible(shown);
    };
    showRow(m_value, !yesOrNo);
    showRow(m_yesNo, yesOrNo);
    m_range->setText(rangeOf(chosen()));
}

std::optional<QString> OutcomeEditor::save()
{
    if (!m_date->date())
        return at(m_date, tr("Say on which day it was measured."));
    if (*m_date->date() > m_session.today())
        return at(m_date, tr("The date %1 is in the future.").arg(wording::date(*m_date->date())));
    domain::Outcome outcome = m_outcome;
    outcome.measure = chosen().code;
    outcome.date = *m_date->date();
    if (isYesNo(chosen())) {
        outcome.value = m_yesNo->current();
    } else {
        const auto value = numberIn(m_value->text());
        if (!value)
            return at(m_value, tr("“%1” is not a number.").arg(m_value->text().trimmed()));
        if (*value < chosen().lowest || *value > chosen().highest)
            return at(m_value, tr("%1 is outside the range: %2.")
                                   .arg(m_value->text().trimmed(), rangeOf(chosen())));
        outcome.value = *value;
    }
    if (!outcome.id)
        outcome.source = "entered by hand";
    const auto saved = m_session.workbench().saveOutcome(outcome);
    if (!saved)
        return wording::text(saved.failure());
    return std::nullopt;
}

} // namespace twelvefold::ui
