// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/needs_page.h"
#include "shell/main_window.h"
#include "shell/notice_bar.h"
#include "wording/wording.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

// What Undo and Redo are about: what is typed in a field, the assessment that is being written, or
// the store; and which messages offer an Undo of their own.
namespace twelvefold::ui {
namespace {

// What may be typed in where the focus is; both null where nothing may.
struct Field
{
    explicit Field(QWidget* focus)
        : line(qobject_cast<QLineEdit*>(focus)), text(qobject_cast<QPlainTextEdit*>(focus))
    {
        if (const auto* choices = qobject_cast<QComboBox*>(focus))
            line = choices->lineEdit();
        else if (qobject_cast<QAbstractSpinBox*>(focus))
            line = focus->findChild<QLineEdit*>();
        if (line && line->isReadOnly())
            line = nullptr;
        if (text && text->isReadOnly())
            text = nullptr;
    }
    bool isOne() const { return line || text; }
    bool isUntouched() const // since its last edit was forgotten
    {
        return line && !line->isUndoAvailable() && !line->isRedoAvailable();
    }
    bool takeBack() const
    {
        if (line ? !line->isUndoAvailable() : !text->document()->isUndoAvailable())
            return false;
        line ? line->undo() : text->undo();
        return true;
    }
    bool bringBack() const
    {
        if (line ? !line->isRedoAvailable() : !text->document()->isRedoAvailable())
            return false;
        line ? line->redo() : text->redo();
        return true;
    }
    QLineEdit* line;
    QPlainTextEdit* text;
};

// The unfinished assessments that went along with what was undone, or came back with it: nobody
// asked for them by name.
QString withDrafts(std::size_t more, std::size_t fewer)
{
    if (more <= fewer)
        return {};
    return more - fewer == 1 ? MainWindow::tr(", with an unfinished assessment")
                             : MainWindow::tr(", with %1 unfinished assessments")
                                   .arg(wording::count(more - fewer));
}

} // namespace

void MainWindow::nameUndoInField()
{
    if (!m_session.isOpen() || !Field(focusWidget()).isOne())
        return;
    command("undo")->setText(tr("&Undo"));
    command("redo")->setText(tr("&Redo"));
    command("undo")->setEnabled(true);
    command("redo")->setEnabled(true);
}

void MainWindow::undo()
{
    if (!m_session.isOpen())
        return;
    NeedsPage* needs = m_children->page()->needsPage();
    if (const Field field(focusWidget()); field.isOne()) {
        if (field.isUntouched() && isOffered())
            undoStep();
        else if (!field.takeBack())
            m_session.say(tr("Nothing that was typed in this field is left to take back."));
    } else if (needs->isWriting()) {
        needs->takeBack();
    } else {
        undoStep();
    }
}

void MainWindow::redo()
{
    if (!m_session.isOpen())
        return;
    NeedsPage* needs = m_children->page()->needsPage();
    if (const Field field(focusWidget()); field.isOne()) {
        if (!field.bringBack())
            m_session.say(tr("Nothing that was typed in this field is left to bring back."));
    } else if (needs->isWriting()) {
        needs->bringBack();
    } else {
        redoStep();
    }
}

void MainWindow::undoStep()
{
    if (!m_session.workbench().nextUndo())
        return m_session.say(tr("There is nothing to undo."));
    m_children->page()->needsPage()->leave();
    const auto& store = m_session.workbench().store();
    const std::size_t drafts = store.drafts().size();
    const auto step = m_session.workbench().undo();
    m_session.say(step.ok() ? tr("Undone: %1").arg(wording::text(step->name)) +
                                  withDrafts(drafts, store.drafts().size())
                            : wording::text(step.failure()));
}

void MainWindow::redoStep()
{
    if (!m_session.workbench().nextRedo())
        return m_session.say(tr("There is nothing to redo."));
    m_children->page()->needsPage()->leave();
    const auto& store = m_session.workbench().store();
    const std::size_t drafts = store.drafts().size();
    const auto step = m_session.workbench().redo();
    m_session.say(step.ok() ? tr("Redone: %1").arg(wording::text(step->name)) +
                                  withDrafts(store.drafts().size(), drafts)
                            : wording::text(step.failure()));
}

std::int64_t MainWindow::newestStep() const
{
    const auto step = m_session.isOpen() ? m_session.workbench().nextUndo() : std::nullopt;
    return step ? step->id : 0;
}

// A message about an edit offers to undo that edit. It is said in the turn in which the edit is
// made, before the notice of the change comes: then the step is new here. Of an edit in which
// nothing was different there is no step. A store that is busy is not asked.
void MainWindow::say(const QString& sentence)
{
    if (m_session.working())
        return m_notice->say(sentence, false);
    const std::int64_t newest = newestStep();
    m_offered = newest > m_lastStep ? std::optional(newest) : std::nullopt;
    m_lastStep = newest;
    if (m_offered)
        forgetTyping();
    m_notice->say(sentence, m_offered.has_value());
}

// Where the keyboard comes back to after an edit, Ctrl+Z takes back that edit, and not what was
// once looked for there.
void MainWindow::forgetTyping()
{
    for (QLineEdit* line : findChildren<QLineEdit*>()) {
        if (line->window() == this && !qobject_cast<QAbstractSpinBox*>(line->parent()))
            line->setText(line->text());
    }
}

bool MainWindow::isOffered() const
{
    return m_session.isOpen() && m_offered && *m_offered == newestStep();
}

void MainWindow::undoOffered()
{
    if (isOffered())
        undoStep();
}

// What is offered goes when it is no longer the newest step.
void MainWindow::withdrawUndo()
{
    if (m_session.working())
        return;
    m_lastStep = newestStep();
    if (m_offered && *m_offered != m_lastStep) {
        m_offered.reset();
        m_notice->offerNoUndo();
    }
}

} // namespace twelvefold::ui
