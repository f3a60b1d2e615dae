// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/record_editor.h"
#include "common/session.h"

#include <vector>

class QLineEdit;

namespace twelvefold::ui {

// Which of the child's placements a cost pays for, and why: one step of undo.
class PaysForForm : public RecordEditor
{
    Q_OBJECT
public:
    PaysForForm(Session& session, const analysis::LineMatch& match, QWidget* parent);

protected:
    std::optional<QString> save() override;

private:
    Session& m_session;
    domain::ChildId m_child;
    domain::CostLineId m_line;
    std::vector<domain::PlacementId> m_placements; // as they are offered
    std::vector<bool> m_sharesDays;                // of each with the cost
    ElidedComboBox* m_placement;
    QLineEdit* m_why;
};

// That what is doubtful is right as it is, and why: one step of undo, of however many costs.
class RightAsItIsForm : public RecordEditor
{
    Q_OBJECT
public:
    // title: which costs, in words.
    RightAsItIsForm(Session& session, const QString& title,
                    std::vector<workbench::DoubtOfChild> doubts, QWidget* parent);

protected:
    std::optional<QString> save() override;

private:
    Session& m_session;
    std::vector<workbench::DoubtOfChild> m_doubts;
    QLineEdit* m_why;
};

} // namespace twelvefold::ui
