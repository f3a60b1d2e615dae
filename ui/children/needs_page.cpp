// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/needs_page.h"

#include "children/attempt.h"
#include "common/controls.h"
#include "common/inputs.h"
#include "common/states.h"
#include "common/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr int kPauseMilliseconds = 400;

// What the foot says: a problem of the whole assessment in full; those of rows are said there.
QString refusalOf(const std::vector<domain::SignOffProblem>& problems,
                  const domain::Message& refused)
{
    if (problems.empty() || !problems.front().domain)
        return wording::text(problems.empty() ? refused : problems.front().message);
    return problems.size() == 1 ? NeedsPage::tr("One thing to mend before it can be signed off.")
                                : NeedsPage::tr("%1 things to mend before it can be signed off.")
                                      .arg(problems.size());
}

} // namespace

NeedsPage::NeedsPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_head(new QWidget(this)),
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

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &NeedsPage::save);
    connect(m_form, &NeedsForm::edited, this, &NeedsPage::edited);
    connect(m_form, &NeedsForm::startAsked, this, &NeedsPage::start);
    connect(m_form, &NeedsForm::allAnswered, m_signOff,
            [this] { m_signOff->setFocus(Qt::OtherFocusReason); });
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &NeedsPage::signOff);
    }
    clear();
}

NeedsPage::~NeedsPage()
{
    if (m_session.isOpen())
        flush();
}

void NeedsPage::makeHead()
{
    m_headWords = new QLabel(m_head);
    m_headWords->setWordWrap(true);
    m_start = secondaryButton(tr("Start a reassessment"), m_head);
    m_start->setToolTip(tr("Or press a level: it begins with that score."));
    m_continue = primaryButton(tr("Continue"), m_head);
    m_discard = secondaryButton(tr("Discard…"), m_head);
    auto* line = new QHBoxLayout(m_head);
    line->setContentsMargins(15, 10, 15, 0);
    line->setSpacing(10);
    line->addWidget(m_headWords, 1);
    line->addWidget(m_start);
    line->addWidget(m_continue);
    line->addWidget(m_discard);
    connect(m_start, &QPushButton::clicked, this, [this] { start(); });
    connect(m_continue, &QPushButton::clicked, this, [this] {
        m_head->hide();
        m_form->focusRow();
    });
    connect(m_discard, &QPushButton::clicked, this, &NeedsPage::discard);
}

void NeedsPage::makeFoot()
{
    m_status = quietLabel({}, m_foot);
    m_dateLink = linkButton({}, m_foot);
    m_date = new DateEdit(m_foot);
    m_date->setAccessibleNames(tr("Assessed on"));
    m_date->setFixedWidth(140);
    m_discardFoot = linkButton(tr("Discard…"), m_foot);
    m_signOff = primaryButton(tr("Sign off  Ctrl+Enter"), m_foot);
    m_signOff->setAccessibleName(tr("Sign off"));
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
            showFoot();
    });
    connect(m_discardFoot, &QPushButton::clicked, this, &NeedsPage::discard);
    connect(m_signOff, &QPushButton::clicked, this, &NeedsPage::signOff);
}

void NeedsPage::clear()
{
    m_pause.stop();
    m_unsaved = false;
    m_stored = false;
    m_child = {};
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
    m_stored = false;
    m_refusal.clear();
    const workbench::Workbench& bench = m_session.workbench();
    m_finals = bench.store().assessments(child);
    std::erase_if(m_finals,
                  [](const domain::Assessment& a) { return a.secondRatingOf.has_value(); });
    m_stack->show();

    const bool readOnly = bench.store().readOnly();
    if (auto draft = readOnly ? std::nullopt : bench.store().draft(child, bench.author())) {
        showDraft(std::move(*draft));
        m_stored = true;
        if (!m_begunHere.contains(child))
            showHead(draftOffer(), true);
    } else if (!m_finals.empty()) {
        showLatest();
    } else if (!readOnly) {
        showDraft(bench.draftFor(child, bench.scoringDay(m_session.today())));
    } else {
        m_empty->say(tr("Not assessed yet"), tr("This store is open for reading only."));
        m_stack->setCurrentWidget(m_empty);
        m_head->hide();
        m_foot->hide();
    }
    emit changed();
}

QString NeedsPage::draftOffer() const
{
    const workbench::Workbench& bench = m_session.workbench();
    for (const store::Store::DraftRow& row : bench.store().drafts()) {
        if (row.child != m_child || row.author != bench.author())
            continue;
        const QDateTime saved =
            QDateTime::fromString(QString::fromStdString(row.savedAt), Qt::ISODate).toLocalTime();
        return tr("You have an unfinished assessment from %1, %2.")
            .arg(QLocale().toString(saved.date(), QStringLiteral("d MMM yyyy")),
                 saved.time().toString(QStringLiteral("HH:mm")));
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

void NeedsPage::showDraft(domain::Assessment draft)
{
    m_form->show(modelOf(std::move(draft), 0), m_childName, NeedsForm::Mode::writing);
    m_stack->setCurrentWidget(m_form);
    m_head->hide();
    showFoot();
}

void NeedsPage::showLatest()
{
    const domain::Assessment& latest = m_finals.front();
    NeedsFormModel model = modelOf(latest, 1);
    model.goToRow(0);
    m_form->show(std::move(model), m_childName, NeedsForm::Mode::reading);
    m_stack->setCurrentWidget(m_form);
    const QString author = QString::fromStdString(latest.author);
    showHead(author.isEmpty() ? tr("Assessed on %1.").arg(wording::date(latest.date))
                              : tr("Assessed on %1 by %2.").arg(wording::date(latest.date), author),
             false);
    showFoot();
}

void NeedsPage::showHead(const QString& words, bool offersDraft)
{
    m_headWords->setText(words);
    m_start->setVisible(!offersDraft && !m_session.workbench().store().readOnly());
    m_continue->setVisible(offersDraft);
    m_discard->setVisible(offersDraft);
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
    if (!m_saved.isEmpty())
        words += QStringLiteral(" · ") + m_saved;
    m_status->setText(m_refusal.isEmpty() ? words : m_refusal);
    setRole(m_status, m_refusal.isEmpty() ? "quiet" : "refusal");
    m_dateLink->setText(tr("On %1").arg(wording::date(model->assessment().date)));
    m_dateLink->setAccessibleName(
        tr("Assessed on %1").arg(wording::date(model->assessment().date)));
    m_dateLink->setToolTip(
        model->assessment().date == m_session.today()
            ? tr("Assessed today. Press to choose another day.")
            : tr("The day that is assessed, not today. Press to choose another."));
    m_dateLink->show();
    m_date->hide();
    m_discardFoot->setVisible(!m_saved.isEmpty());
}

QString NeedsPage::status() const
{
    return m_status->text();
}

QString NeedsPage::offer() const
{
    return m_head->isHidden() ? QString() : m_headWords->text();
}

void NeedsPage::start(std::optional<int> level)
{
    if (m_form->mode() == NeedsForm::Mode::writing || m_session.workbench().store().readOnly())
        return;
    const std::size_t row = level ? m_form->model()->row() : 0;
    showDraft(m_session.workbench().draftFor(m_child,
                                             m_session.workbench().scoringDay(m_session.today())));
    m_begunHere.insert(m_child);
    m_form->goToRow(row);
    if (level)
        m_form->chooseLevel(*level);
    else
        emit changed();
}

void NeedsPage::edited()
{
    m_unsaved = true;
    m_begunHere.insert(m_child);
    m_head->hide();
    m_refusal.clear();
    if (m_form->hasProblems())
        m_form->markProblems(m_form->model()->problems(m_session.today()));
    m_pause.start();
    showFoot();
    emit changed();
}

void NeedsPage::save()
{
    m_pause.stop();
    if (!m_unsaved || !m_session.isOpen())
        return;
    const bool first = m_saved.isEmpty();
    try {
        const std::string at = m_session.workbench().saveDraft(m_form->model()->assessment());
        m_unsaved = false;
        m_stored = true;
        m_saved = tr("draft saved %1").arg(QString::fromStdString(at));
    } catch (const store::WorldError& error) {
        m_refusal = tr("The draft is not saved: %1").arg(wording::text(error.message()));
    }
    showFoot();
    if (first && !m_unsaved)
        emit draftChanged(m_child, true);
}

void NeedsPage::flush()
{
    save();
}

void NeedsPage::discard()
{
    if (!dialogs().confirm(this, tr("Discard this unfinished assessment?"),
                           tr("Undo gives it back. Earlier assessments stay as they are."),
                           tr("Discard")))
        return;
    flush(); // what was typed last comes back with the rest
    if (!attempt(this, [this] { m_session.workbench().discardDraft(m_child); }))
        return;
    m_begunHere.erase(m_child);
    emit draftChanged(m_child, false);
    load(m_child, m_childName);
    m_form->focusRow();
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
    if (const auto date = m_date->date(); date && date != m_form->model()->assessment().date) {
        const QSignalBlocker quiet(m_form); // the date field stays open while it is typed in
        m_form->setDate(*date);
        m_unsaved = true;
        m_pause.start();
    }
}

void NeedsPage::signOff()
{
    if (m_form->mode() != NeedsForm::Mode::writing || m_form->model() == nullptr)
        return;
    m_pause.stop();
    const domain::Assessment& draft = m_form->model()->assessment();
    std::optional<domain::Message> refused;
    if (!attempt(this, [&] {
            const auto done = m_session.workbench().signOff(draft, m_session.today());
            if (!done)
                refused = done.failure();
        }))
        return;
    if (refused) {
        const auto problems = m_form->model()->problems(m_session.today());
        m_refusal = refusalOf(problems, *refused);
        m_form->showProblems(problems);
        if (m_unsaved)
            m_pause.start();
        showFoot();
        return;
    }
    QString sentence = tr("%1's assessment is signed off.").arg(m_childName);
    if (draft.date > m_session.census())
        sentence += tr(" It counts from %1; the census date is %2.")
                        .arg(wording::date(draft.date), wording::date(m_session.census()));
    m_unsaved = false;
    m_begunHere.erase(m_child);
    emit draftChanged(m_child, false);
    load(m_child, m_childName);
    m_form->focusRow();
    m_session.say(sentence);
}

void NeedsPage::assessmentsChanged()
{
    load(m_child, m_childName);
}

void NeedsPage::draftsChanged()
{
    const workbench::Workbench& bench = m_session.workbench();
    const bool stored = bench.store().draft(m_child, bench.author()).has_value();
    // What is being typed here is news to nobody.
    if (stored != m_stored && !m_unsaved)
        load(m_child, m_childName);
}

void NeedsPage::hideEvent(QHideEvent* event)
{
    flush();
    QWidget::hideEvent(event);
}

} // namespace twelvefold::ui
