// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/record_editor.h"
#include "common/session.h"

class QLineEdit;

namespace twelvefold::ui {

class MoneyEdit;

// Enters or changes what is paid for a child. The amount is echoed as it was read, and what that
// is a week.
class CostLineEditor : public RecordEditor
{
    Q_OBJECT
public:
    CostLineEditor(Session& session, const domain::CostLine& line, QWidget* parent);
    void focusEnd();
    QString countedTwice() const; // what else is paid for the same; empty where nothing is
    QString whatWasDone() const;  // "The cost is saved.", and what may be counted twice with it

protected:
    std::optional<QString> save() override;

private:
    void makeFields();
    void makePlacements();
    void showWeekly();
    void choosePlacement();
    void endWithPlacement();
    void showCountedTwice();
    std::optional<QString> take(domain::CostLine& line);
    void takeChoices(domain::CostLine& line) const; // what is never refused

    Session& m_session;
    domain::CostLine m_line;
    std::vector<std::optional<domain::PlacementId>> m_placements; // in the order of the box
    std::vector<domain::Placement> m_lived;                       // all but its first entry
    std::vector<domain::CostLine> m_others;                       // all of the child's
    bool m_placementChosen = false;                               // by the person
    ChoiceBox<domain::CostComponent>* m_component;
    MoneyEdit* m_amount;
    ChoiceBox<domain::CostPer>* m_per;
    QLabel* m_weekly;
    DateEdit* m_start;
    DateEdit* m_end;
    ChoiceBox<domain::Funder>* m_funder;
    QComboBox* m_placement;
    QLabel* m_countedTwice;
    QLineEdit* m_note;
};

} // namespace twelvefold::ui
