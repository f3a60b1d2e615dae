// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/record_editor.h"
#include "common/session.h"

class QLineEdit;

namespace twelvefold::ui {

// Adds a child the council looks after. The pseudonym is made up; the full date of birth goes where
// names are kept, its month beside the child.
class ChildEditor : public RecordEditor
{
    Q_OBJECT
public:
    ChildEditor(Session& session, QWidget* parent);

signals:
    void added(twelvefold::domain::ChildId child);

protected:
    std::optional<QString> save() override;

private:
    std::optional<QString> refusedDates();

    Session& m_session;
    QLineEdit* m_localId;
    ChoiceBox<domain::Sex>* m_sex;
    DateEdit* m_born;
    DateEdit* m_since;
};

} // namespace twelvefold::ui
