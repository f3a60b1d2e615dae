// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/record_editor.h"
#include "common/session.h"

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace twelvefold::ui {

class EchoedDate;
class EchoedLine;
class MoveEnding;

// A child moves, leaves care or has died: what ends with what is paid for it, what begins with
// what will be paid, and what that is a week before and after. One step.
class MoveForm : public RecordEditor
{
    Q_OBJECT
public:
    MoveForm(Session& session, domain::ChildId child, const QString& name, QWidget* parent);
    QString whatWasDone() const; // "K7F-204 has left care. 2 costs end with it."
    QString leaves() const;      // where the child lives until then, and since when
    QStringList ending() const;  // the costs, and what becomes of them
    QString sentence() const;    // "£26,470.00 → £1,559.59 a week"

protected:
    std::optional<QString> save() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* whatEnds();
    QWidget* whatBegins();
    void readFields();
    void refresh();
    void showSentence(domain::Date on, const domain::Result<workbench::CareChange>& change);
    QString aboutProvider(const QString& name) const;
    QString aboutChild() const;
    std::vector<domain::Placement> leaving() const; // where the child lives on the day before
    bool needsCare() const; // it is not looked after on the day on which it would move
    std::optional<QString> takePlacement(workbench::Move& move);
    workbench::Move readSoFar(domain::Date on) const;

    Session& m_session;
    domain::ChildId m_child;
    QString m_name;
    domain::Date m_today;
    std::vector<domain::Placement> m_placements;
    std::vector<domain::CostLine> m_lines;
    std::vector<domain::KindPeriod> m_kinds;
    std::unordered_map<domain::ProviderId, QString> m_providers;
    std::vector<domain::LineChange> m_changed; // the lines, once it is done

    EchoedDate* m_day;
    QLineEdit* m_why;
    SegmentedControl* m_to;
    QWidget* m_begins = nullptr; // what is asked of a new placement
    ChoiceBox<domain::Setting>* m_setting;
    EchoedLine* m_provider;
    EchoedLine* m_distance;
    EchoedDate* m_sought;
    EchoedLine* m_core;
    EchoedLine* m_additional;
    QCheckBox* m_intoCare;
    MoveEnding* m_ending;
    QLabel* m_change;
    QLabel* m_from;
};

} // namespace twelvefold::ui
