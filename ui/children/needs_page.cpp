// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/needs_page.h"

#include "children/domain_row.h"
#include "children/present_day.h"
#include "common/attempt.h"
#include "common/controls.h"
#include "common/foot.h"
#include "common/inputs.h"
#include "common/states.h"
#include "common/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace twelvefold::ui {

NeedsPage::NeedsPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_saver(session), m_head(new QWidget(this)),
      m_stack(new QStackedWidget(this)), m_empty(new EmptyState), m_form(new NeedsForm),
      m_foot(new QWidget(this))
{
    makeHead();
    makeFoot();
    m_stack->addWidget(m_form);
    m_stack->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_stack, 1);
    column->addWidget(hairline(this));
    column->addWidget(m_foot);

    connectSaver();
    connect(m_form, &NeedsForm::edited, this, &NeedsPage::edited);
    connect(m_form, &NeedsForm::startAsked, this, &NeedsPage::begin);
    connect(m_form, &NeedsForm::leaveAsked, this, [this] {
        leave();
        focusOpener();
    });
    connect(m_form, &NeedsForm::wordsAsked, this, [this] {
        // Last time's words are read; those not finished yet are gone on with.
        if (m_offer != Offer::reassessment)
            begin();
    });
    connect(m_form, &NeedsForm::allAnswered, m_signOff,
            [this] { m_signOff->setFocus(Qt::OtherFocusReason); });
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget*, const QWidget* now) { focusMoved(now); });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &NeedsPage::signOff);
    }
    clear();
}

NeedsPage::~NeedsPage()
{
    disconnect(qApp, nullptr, this, nullptr);
    flush();
}

void NeedsPage::connectSaver()
{
    connect(&m_saver, &DraftSaver::saved, this, [this](domain::ChildId child, const QString& at) {
        emit draftChanged(child, true);
        if (child != m_child)
            return;
        m_hasDraft = true;
        m_saved = tr("saved %1").arg(at);
        m_notSaved.clear();
        showFoot();
    });
    connect(&m_saver, &DraftSaver::refused, this,
            [this](domain::ChildId child, const QString& why) {
                const QString words = tr("Not saved yet: %1 It is tried again.").arg(why);
                if (child != m_child || m_foot->isHidden())
                    return m_session.say(words);
                m_notSaved = words;
                showFoot();
            });
}

void NeedsPage::makeHead()
{
    m_headWords = new ElidedLabel(QString(), m_head);
    m_headWords->setMostLines(4);
    m_opener = primaryButton({}, m_head);
    m_discard = secondaryButton(tr("Discard…"), m_head);
    auto* line = new QHBoxLayout(m_head);
    line->setContentsMargins(15, 10, 15, 0);
    line->setSpacing(10);
    line->addWidget(m_headWords, 1);
    line->addWidget(m_opener);
    line->addWidget(m_discard);
    connect(m_opener, &QPushButton::clicked, this, [this] { begin(); });
    connect(m_discard, &QPushButton::clicked, this, &NeedsPage::discard);
}

void NeedsPage::makeFoot()
{
    m_foot->setObjectName(QLatin1String(kFoot));
    m_status = quietLabel({}, m_foot);
    m_dateLink = linkButton({}, m_foot);
    m_date = new DateEdit(m_foot);
    m_date->setAccessibleNames(tr("Assessed on"));
    m_date->setFixedWidth(140);
    m_discardFoot = linkButton(tr("Discard…"), m_foot);
    m_signOff = primaryButton(tr("Sign off  Ctrl+Enter"), m_foot);
    m_signOff->setAccessibleName(tr("Sign off"));
    m_signOff->installEventFilter(this);
    auto* line = new QHBoxLayout(m_foot);
    line->setContentsMargins(15, 9, 15, 9);
    line->setSpacing(12);
    line->addWidget(m_status, 1);
    line->addWidget(m_dateLink);
    line->addWidget(m_date);
    line->addWidget(m_discardFoot);
    line->addWidget(m_signOff);
    connect(m_dateLink, &QPushButton::clicked, this, &NeedsPage::chooseDate);
    connect(m_date, &DateEdit::edited, this, &NeedsPage::takeDate);
    connect(m_date->line(), &QLineEdit::editingFinished, this, [this] {
        if (!m_date->refused())
            closeDate();
    });
    connect(m_discardFoot, &QPushButton::clicked, this, &NeedsPage::discard);
    connect(m_signOff, &QPushButton::clicked, this, &NeedsPage::signOff);
}

void NeedsPage::clear()
{
    m_child = {};
    m_place.reset();
    m_finals.clear();
    m_head->hide();
    m_foot->hide();
    m_stack->hide();
}

void NeedsPage::load(domain::ChildId child, const QString& childName)
{
    flush();
    m_child = child;
    m_childName = childName;
    m_saved.clear();
    m_refusal.clear();
    m_notSaved.clear();
    const workbench::Workbench& bench = m_session.workbench();
    m_finals = bench.store().assessments(child);
    std::erase_if(m_finals,
                  [](const domain::Assessment& a) { return a.secondRatingOf.has_value(); });
    m_stack->show();

    const bool readOnly = bench.store().readOnly();
    auto unfinished = readOnly ? std::nullopt : draft();
    m_hasDraft = unfinished.has_value();
    if (unfinished) {
        showDraft(std::move(*unfinished), NeedsForm::Mode::waiting);
        offer(Offer::draft, draftOffer());
    } else if (!m_finals.empty()) {
        showLatest();
    } else if (!readOnly) {
        showDraft(bench.draftFor(child, offeredDay(m_session)), NeedsForm::Mode::waiting);
        offer(Offer::first, tr("Not assessed yet."));
    } else {
        m_empty->say(tr("Not assessed yet"), tr("This store is open for reading only."));
        m_stack->setCurrentWidget(m_empty);
        m_offer = Offer::nothing;
        m_head->hide();
        m_foot->hide();
    }
    emit changed();
}

std::optional<domain::Assessment> NeedsPage::draft() const
{
    const workbench::Workbench& bench = m_session.workbench();
    auto waiting = m_saver.waiting(m_child);
    return waiting ? waiting : bench.store().draft(m_child, bench.author());
}

QString NeedsPage::draftOffer() const
{
    const workbench::Workbench& bench = m_session.workbench();
    for (const store::Store::DraftRow& row : bench.store().drafts()) {
        if (row.child != m_child || row.author != bench.author())
            continue;
        return tr("You have an unfinished assessment from %1.").arg(wording::moment(row.savedAt));
    }
    return tr("You have an unfinished assessment.");
}

NeedsFormModel NeedsPage::modelOf(domain::Assessment assessment, std::size_t previous) const
{
    const auto framework = m_session.workbench().store().framework(assessment.framework);
    return NeedsFormModel(framework->framework, std::move(assessment),
                          previous < m_finals.size() ? std::optional(m_finals[previous])
                                                     : std::nullopt);
}

void NeedsPage::showDraft(domain::Assessment draft, NeedsForm::Mode mode)
{
    m_form->show(modelOf(std::move(draft), 0), m_childName, mode);
    m_stack->setCurrentWidget(m_form);
    closeDate();
    showFoot();
}

void NeedsPage::showLatest()
{
    const domain::Assessment& latest = m_finals.front();
    const bool readOnly = m_session.workbench().store().readOnly();
    NeedsFormModel model = modelOf(latest, 1);
    model.goToRow(0);
    m_form->show(std::move(model), m_childName,
                 readOnly ? NeedsForm::Mode::reading : NeedsForm::Mode::waiting);
    m_stack->setCurrentWidget(m_form);
    const QString author = QString::fromStdString(latest.author);
    offer(readOnly ? Offer::nothing : Offer::reassessment,
          author.isEmpty() ? tr("Assessed on %1.").arg(wording::date(latest.date))
                           : tr("Assessed on %1 by %2.").arg(wording::date(latest.date), author));
    showFoot();
}

void NeedsPage::offer(Offer offer, const QString& words)
{
    m_offer = offer;
    m_headWords->setText(words);
    const QString what = offer == Offer::draft          ? tr("Continue")
                         : offer == Offer::reassessment ? tr("Start a reassessment")
                                                        : tr("Score needs");
    m_opener->setText(tr("%1  Enter", "what the key begins").arg(what));
    m_opener->setAccessibleName(what);
    m_opener->setToolTip(offer == Offer::reassessment
                             ? tr("Or press a level: it begins with that score.")
                             : QString());
    m_opener->setVisible(offer != Offer::nothing);
    m_discard->setVisible(offer == Offer::draft);
    m_head->show();
}

void NeedsPage::showFoot()
{
    const NeedsFormModel* model = m_form->model();
    m_foot->setVisible(m_form->mode() == NeedsForm::Mode::writing);
    if (model == nullptr)
        return;
    const auto soFar = model->soFar();
    QString words = tr("%1 of %2 scored").arg(soFar.scored).arg(model->rows());
    if (soFar.answered > soFar.scored)
        words += tr(" · %1 not known").arg(soFar.answered - soFar.scored);
    // It says that it is saved only while all of it is.
    const QString saved = m_saver.waits(m_child) ? tr("saving…") : m_saved;
    if (!saved.isEmpty())
        words += QStringLiteral(" · ") + saved;
    const QString trouble = m_refusal.isEmpty() ? m_notSaved : m_refusal;
    m_status->setText(trouble.isEmpty() ? words : trouble);
    setRole(m_status, trouble.isEmpty() ? "quiet" : "refusal");
    m_discardFoot->setVisible(canDiscard());
    showDate(model->assessment().date);
}

void NeedsPage::showDate(domain::Date date)
{
    m_dateLink->setText(tr("On %1").arg(wording::date(date)));
    m_dateLink->setAccessibleName(tr("Assessed on %1").arg(wording::date(date)));
    m_dateLink->setToolTip(
        date == m_session.today()
            ? tr("Assessed today. Press to choose another day.")
            : tr("The day that is assessed, not today. Press to choose another."));
}

// Only by who opened it, or with the assessment: what is typed in it is not taken from under the
// hand because the rest was saved.
void NeedsPage::closeDate()
{
    m_dateLink->show();
    m_date->hide();
}

QString NeedsPage::status() const
{
    return m_status->text();
}

QString NeedsPage::offer() const
{
    return m_head->isHidden() ? QString() : m_headWords->text();
}

void NeedsPage::focusOpener()
{
    if (m_head->isHidden() || m_opener->isHidden())
        m_form->focusRow();
    else
        m_opener->setFocus(Qt::OtherFocusReason);
}

void NeedsPage::begin(std::optional<int> level)
{
    if (m_form->mode() != NeedsForm::Mode::waiting)
        return m_form->focusRow(); // begun already, or only to be read
    const std::size_t pressed = m_form->model()->row();
    const workbench::Workbench& bench = m_session.workbench();
    auto unfinished = draft();
    showDraft(unfinished ? std::move(*unfinished) : bench.draftFor(m_child, offeredDay(m_session)),
              NeedsForm::Mode::writing);
    m_head->hide();
    const auto place = std::exchange(m_place, std::nullopt);
    if (level) {
        m_form->goToRow(pressed);
        m_form->chooseLevel(*level);
    } else if (place && place->child == m_child) {
        goBackTo(*place);
    } else {
        m_form->focusRow();
    }
    emit changed();
}

void NeedsPage::goBackTo(const Place& place)
{
    m_form->goToRow(place.row);
    if (place.field && place.field->isVisibleTo(this))
        place.field->setFocus(Qt::OtherFocusReason);
}

void NeedsPage::leave()
{
    if (!m_session.isOpen() || !m_child || m_form->mode() != NeedsForm::Mode::writing)
        return;
    QWidget* focus = window()->focusWidget();
    const bool inside = focus != nullptr && isAncestorOf(focus);
    const bool onLevels = qobject_cast<LevelButton*>(focus) != nullptr;
    m_place = {m_child, m_form->model()->row(), inside && !onLevels ? focus : nullptr};
    load(m_child, m_childName);
    if (inside)
        emit left();
}

bool NeedsPage::isWriting() const
{
    return m_child && m_form->model() != nullptr && m_form->mode() == NeedsForm::Mode::writing;
}

void NeedsPage::takeBack()
{
    if (!m_form->takeBack())
        m_session.say(tr("Nothing is left to take back in this assessment."));
}

void NeedsPage::bringBack()
{
    if (!m_form->bringBack())
        m_session.say(tr("Nothing is left to bring back in this assessment."));
}

// A window in front of this one, a dialog or the help, ends the writing; another program does not,
// nor does what pops up for a moment.
void NeedsPage::focusMoved(const QWidget* now)
{
    if (now != nullptr && now->window() != window() && now->window()->windowType() != Qt::Popup)
        leave();
}

bool NeedsPage::eventFilter(QObject* watched, QEvent* event)
{
    // Up from the sign-off, where the last digit leads, is back to the last need.
    if (watched == m_signOff && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Up) {
        m_form->focusRow();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void NeedsPage::edited()
{
    m_refusal.clear();
    if (m_form->hasProblems())
        m_form->markProblems(m_form->model()->problems(m_session.today()));
    keep();
    showFoot();
    emit changed();
}

void NeedsPage::keep()
{
    domain::Assessment draft = m_form->model()->assessment();
    draft.author = m_session.workbench().author();
    m_saver.keep(draft);
}

std::optional<QString> NeedsPage::flush()
{
    return m_saver.flush();
}

bool NeedsPage::canDiscard() const
{
    return m_hasDraft || m_saver.waits(m_child);
}

void NeedsPage::discard()
{
    if (!dialogs().confirm(this, tr("Discard this unfinished assessment?"),
                           tr("Undo gives it back. Earlier assessments stay as they are."),
                           tr("Discard")))
        return;
    flush(); // so that what comes back, if it is taken back, is all of it
    if (!attempt(this, [this] { m_session.workbench().discardDraft(m_child); }))
        return;
    m_saver.drop(m_child);
    m_place.reset();
    emit draftChanged(m_child, false);
    load(m_child, m_childName);
    emit left();
    m_session.say(tr("The unfinished assessment of %1 is discarded.").arg(m_childName));
}

void NeedsPage::chooseDate()
{
    m_date->setDate(m_form->model()->assessment().date);
    m_dateLink->hide();
    m_date->show();
    m_date->line()->setFocus(Qt::OtherFocusReason);
    m_date->line()->selectAll();
}

void NeedsPage::takeDate()
{
    if (const auto date = m_date->date(); date && date != m_form->model()->assessment().date)
        m_form->setDate(*date);
}

void NeedsPage::assessmentsChanged()
{
    load(m_child, m_childName);
}

void NeedsPage::draftsChanged()
{
    // What is being written here is newer than any draft that is told of.
    if (m_child && m_form->mode() == NeedsForm::Mode::waiting && !m_saver.waits(m_child))
        load(m_child, m_childName);
}

void NeedsPage::hideEvent(QHideEvent* event)
{
    if (!event->spontaneous()) // a window made small comes back as it was
        leave();
    QWidget::hideEvent(event);
}

} // namespace twelvefold::ui
