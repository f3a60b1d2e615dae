// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/record_editor.h"
#include "common/session.h"

class QCheckBox;
class QLineEdit;

namespace twelvefold::ui {

// Enters or changes a placement.
class PlacementEditor : public RecordEditor
{
    Q_OBJECT
public:
    PlacementEditor(Session& session, const domain::Placement& placement, QWidget* parent);
    void focusEnd();              // to end a placement
    QString search() const;       // "The search took 23 days."
    QString consequences() const; // what else the edit would do: "Also ends on …"
    QString whatWasDone() const;  // "The placement is saved. 2 costs end with it."

protected:
    std::optional<QString> save() override;

private:
    void makeFields();
    void showSearch();
    void showConsequences();
    std::optional<QString> take(workbench::PlacementEntry& entry);
    std::optional<QString> takeDates(domain::Placement& placement);
    std::optional<QString> takeDistance(domain::Placement& placement);

    Session& m_session;
    domain::Placement m_placement;
    QString m_providerBefore;
    std::vector<domain::LineChange> m_lines; // that were changed along with it
    std::vector<domain::KindPeriod> m_kinds;
    std::vector<domain::Placement> m_others; // the child's other placements
    ChoiceBox<domain::Setting>* m_setting;
    DateEdit* m_start;
    DateEdit* m_end;
    QLineEdit* m_provider;
    QLabel* m_newProvider;
    ChoiceBox<domain::Sector>* m_sector;
    SegmentedControl* m_emergency;
    SegmentedControl* m_solo;
    SegmentedControl* m_deprivation;
    QLineEdit* m_distance;
    DateEdit* m_referred;
    QLabel* m_search;
    QLineEdit* m_note;
    QCheckBox* m_endsOpen;
    QLabel* m_consequences;
};

} // namespace twelvefold::ui
