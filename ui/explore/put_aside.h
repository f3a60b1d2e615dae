// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/questions.h"
#include "common/record_editor.h"
#include "common/session.h"

class QLineEdit;

namespace twelvefold::ui {

// Questions that one answer is for: the lines of the worklist, or what one of them asks of a child.
struct QuestionsAnswered
{
    struct Of
    {
        analysis::QuestionKind kind;
        domain::ChildId child;
    };
    QString title; // whose and which, in words
    std::vector<Of> questions;
};
// One line of the worklist, of all its children; or several.
QuestionsAnswered answeredBy(const std::vector<const analysis::Question*>& lines);
QuestionsAnswered answeredBy(const analysis::Question& line, const analysis::AskedOf& asked);

// Why nothing can be put aside now, to be said; empty where it can.
QString whyNotPutAside(const Session& session);
// Opens the form; what is chosen in it is where it begins.
void openPutAside(Session& session, const QuestionsAnswered& answered,
                  domain::QuestionOutcome outcome, QWidget* parent);
void askAgain(Session& session, const domain::PutAside& aside, QWidget* parent);

// What came of a question, why, and until when it is not asked again: one step of undo, of however
// many children.
class PutAsideForm : public RecordEditor
{
    Q_OBJECT
public:
    PutAsideForm(Session& session, const QuestionsAnswered& answered,
                 domain::QuestionOutcome outcome, QWidget* parent);

protected:
    std::optional<QString> save() override;

private:
    Session& m_session;
    std::vector<QuestionsAnswered::Of> m_questions;
    domain::Date m_census;
    ChoiceBox<domain::QuestionOutcome>* m_outcome;
    QLineEdit* m_why;
    DateEdit* m_until;
};

} // namespace twelvefold::ui
