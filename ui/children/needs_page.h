// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "children/draft_saver.h"
#include "children/needs_form.h"
#include "common/session.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace twelvefold::ui {

class DateEdit;
class ElidedLabel;
class EmptyState;

// A child's needs: the latest assessment to be read, a reassessment to be written, the draft that
// saves itself, and the sign-off. However one arrives here, nothing is written until one begins by
// an act that means it; whatever takes the person elsewhere, a dialog too, ends the writing, and
// begin() goes on where it was.
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
    void draftsChanged(); // a draft came back, or went
    // Writes what is not saved yet, or says why the disk does not take it.
    std::optional<QString> flush();
    void begin(std::optional<int> level = {}); // to score, or goes on; with a first score
    void leave();                              // what was begun waits until begin()
    bool isWriting() const;                    // between begin() and leave()
    // The last thing done in what is being written; says so when nothing is left of that.
    void takeBack();
    void bringBack();
    void focusOpener(); // what begins by a press
    void signOff();
    bool canDiscard() const; // there is a draft
    void discard();
    NeedsForm* form() const { return m_form; }
    QString status() const;
    QString offer() const; // the words of the line above the form; empty when hidden

signals:
    void changed(); // the profile shown: the form was edited or another assessment is shown
    void draftChanged(twelvefold::domain::ChildId child, bool exists);
    void left(); // the writing ended with the focus in it

protected:
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // What begin() would do.
    enum class Offer
    {
        nothing, // the store is open for reading only
        first,
        reassessment,
        draft
    };
    // Where the person was when the writing ended.
    struct Place
    {
        domain::ChildId child;
        std::size_t row = 0;
        QPointer<QWidget> field; // null: the row's levels
    };
    void makeHead();
    void makeFoot();
    void connectSaver();
    void showDraft(domain::Assessment draft, NeedsForm::Mode mode);
    void showLatest();
    void offer(Offer offer, const QString& words);
    void showFoot();
    void showDate(domain::Date date);
    void closeDate();
    void write(domain::Assessment draft);
    void goBackTo(const Place& place);
    void edited();
    void keep();
    void focusMoved(const QWidget* now);
    void chooseDate();
    void takeDate();
    void showRefused(const domain::Message& refused);
    void showSignedOff(domain::Date date);
    NeedsFormModel modelOf(domain::Assessment assessment, std::size_t previous) const;
    std::optional<domain::Assessment> draft() const; // the author's, the newest known
    QString draftOffer() const;
    QString nothingToSignOff() const;

    Session& m_session;
    domain::ChildId m_child;
    QString m_childName;
    std::vector<domain::Assessment> m_finals; // latest first, without second ratings
    DraftSaver m_saver;
    Offer m_offer = Offer::nothing;
    std::optional<Place> m_place;
    bool m_hasDraft = false; // in the store
    QString m_saved;         // "saved 14:02:11"
    QString m_refusal;       // why it was not signed off
    QString m_notSaved;      // why the disk did not take the draft
    QWidget* m_head;
    ElidedLabel* m_headWords;
    QPushButton* m_opener;
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
