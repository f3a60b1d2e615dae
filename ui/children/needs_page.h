// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "children/needs_form.h"
#include "common/session.h"

#include <QTimer>
#include <QWidget>
#include <set>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace twelvefold::ui {

class DateEdit;
class EmptyState;

// A child's needs: the latest assessment to be read, a reassessment to be written, the draft that
// saves itself, and the sign-off.
class NeedsPage : public QWidget
{
    Q_OBJECT
public:
    explicit NeedsPage(Session& session, QWidget* parent = nullptr);
    ~NeedsPage() override;

    void load(domain::ChildId child, const QString& childName);
    void clear(); // no child
    // Another assessment of this child was signed off, or taken back.
    void assessmentsChanged();
    void draftsChanged();                      // one was taken away or given back by an undo
    void flush();                              // writes what is not saved yet
    void start(std::optional<int> level = {}); // begins a reassessment, with a first score
    void signOff();
    NeedsForm* form() const { return m_form; }
    QString status() const;
    QString offer() const; // the words of the line above the form; empty when hidden
    QPushButton* discardButton() const { return m_discard; }
    QPushButton* signOffButton() const { return m_signOff; }

signals:
    void changed(); // the profile shown: the form was edited or another assessment is shown
    void draftChanged(twelvefold::domain::ChildId child, bool exists);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void makeHead();
    void makeFoot();
    void showDraft(domain::Assessment draft);
    void showLatest();
    void showHead(const QString& words, bool offersDraft);
    void showFoot();
    void edited();
    void save();
    void discard();
    void chooseDate();
    void takeDate();
    NeedsFormModel modelOf(domain::Assessment assessment, std::size_t previous) const;
    QString draftOffer() const;

    Session& m_session;
    domain::ChildId m_child;
    QString m_childName;
    std::vector<domain::Assessment> m_finals; // latest first, without second ratings
    std::set<domain::ChildId> m_begunHere;    // whose drafts were written in this window
    bool m_unsaved = false;
    QString m_saved;       // "draft saved 14:02"
    bool m_stored = false; // the store has the draft that is shown
    QString m_refusal;     // why it was not signed off, or not saved
    QTimer m_pause;
    QWidget* m_head;
    QLabel* m_headWords;
    QPushButton* m_start;
    QPushButton* m_continue;
    QPushButton* m_discard;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    NeedsForm* m_form;
    QWidget* m_foot;
    QLabel* m_status;
    QPushButton* m_dateLink;
    DateEdit* m_date;
    QPushButton* m_discardFoot;
    QPushButton* m_signOff;
};

} // namespace twelvefold::ui
