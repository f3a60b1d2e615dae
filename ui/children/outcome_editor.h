// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/record_editor.h"
#include "common/session.h"

class QLineEdit;

namespace twelvefold::ui {

// "0 to 40 points; lower is better"
QString rangeOf(const domain::OutcomeMeasure& measure);
// A value in its measure's terms: "14 points", "92.5 %", "yes".
QString valueOf(const domain::OutcomeMeasure& measure, double value);
bool isYesNo(const domain::OutcomeMeasure& measure);

// Enters or changes a dated value of an outcome measure.
class OutcomeEditor : public RecordEditor
{
    Q_OBJECT
public:
    OutcomeEditor(Session& session, const domain::Outcome& outcome, QWidget* parent);

protected:
    std::optional<QString> save() override;

private:
    const domain::OutcomeMeasure& chosen() const;
    void showMeasure();

    Session& m_session;
    domain::Outcome m_outcome;
    QComboBox* m_measure;
    DateEdit* m_date;
    QLineEdit* m_value;
    SegmentedControl* m_yesNo;
    QLabel* m_range;
};

} // namespace twelvefold::ui
