// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/needs_form.h"

#include "children/domain_detail.h"
#include "children/domain_row.h"
#include "children/own_words.h"
#include "common/theme.h"
#include "wording/wording.h"

#include <QApplication>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace twelvefold::ui {
namespace {

QString text(const std::string& words)
{
    return QString::fromStdString(words);
}

} // namespace

NeedsForm::NeedsForm(QWidget* parent)
    : QWidget(parent), m_scroll(new QScrollArea(this)), m_page(new QWidget),
      m_column(new QVBoxLayout(m_page)), m_words(new OwnWords(m_page)),
      m_detail(new DomainDetail(m_page))
{
    m_column->setContentsMargins(0, 0, 0, 8);
    m_column->setSpacing(0);
    m_column->addWidget(m_words);
    m_column->addWidget(m_detail);
    m_column->addStretch();
    m_detail->hide();
    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->installEventFilter(this);
    m_page->setProperty("role", "clear");
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_scroll);

    connect(m_words, &OwnWords::wordsTyped, this,
            [this](NeedsFormModel::Words which, const QString& words) {
                m_model->setWords(which, words.toStdString());
                m_words->show(*m_model, m_childName, m_mode == Mode::writing);
                emit edited();
            });
    connect(m_words, &OwnWords::strengthPicked, this,
            [this](std::size_t strength, std::optional<int> level) {
                m_model->setStrength(strength, level);
                m_words->show(*m_model, m_childName, m_mode == Mode::writing);
                emit edited();
            });
    connect(m_words, &OwnWords::openAsked, this, [this](NeedsFormModel::Words which) {
        if (m_mode == Mode::waiting)
            emit wordsAsked();
        m_words->open(which);
    });
    connect(m_words, &OwnWords::closed, this, &NeedsForm::focusRow);
    connect(m_detail, &DomainDetail::evidenceTyped, this, [this](const QString& words) {
        m_model->setEvidence(m_model->row(), words.toStdString());
        refreshRow(m_model->row());
        emit edited();
    });
    connect(m_detail, &DomainDetail::notKnownTyped, this, [this](const QString& words) {
        m_model->setNotKnown(m_model->row(), words.trimmed().toStdString());
        refreshRow(m_model->row());
        emit edited();
    });
    // A new style sheet takes the fonts back to what they were at first.
    connect(&Appearance::instance(), &Appearance::changed, this, [this] {
        if (m_model)
            refresh();
    });
    connect(m_detail, &DomainDetail::left, this, &NeedsForm::focusRow);
    connect(m_detail, &DomainDetail::confidencePressed, this, [this] {
        m_model->stepConfidence();
        refreshDetail();
        emit edited();
    });
}

void NeedsForm::show(NeedsFormModel model, const QString& childName, Mode mode)
{
    m_model.emplace(std::move(model));
    if (childName != m_childName)
        m_scroll->verticalScrollBar()->setValue(0);
    m_childName = childName;
    m_mode = mode;
    m_problems.clear();
    makeRows();
    refresh();
}

void NeedsForm::makeRows()
{
    const domain::NeedsFramework& framework = m_model->framework();
    QStringList levels;
    for (const std::string& name : framework.levelNames())
        levels << text(name);
    QStringList titles;
    std::vector<QStringList> descriptors;
    QStringList shown = levels;
    for (const domain::NeedDomain& need : framework.domains()) {
        titles << text(need.title);
        QStringList& words = descriptors.emplace_back();
        for (const std::string& descriptor : need.descriptors)
            words << text(descriptor);
        shown << titles.back() << words;
    }
    if (m_shownDomains == shown)
        return;
    m_shownDomains = shown;

    qDeleteAll(m_rows);
    m_rows.clear();
    int width = 0;
    for (std::size_t i = 0; i < framework.domainCount(); ++i) {
        auto* row =
            new DomainRow(titles[static_cast<qsizetype>(i)], levels, descriptors[i], m_page);
        m_column->insertWidget(1 + static_cast<int>(i), row);
        connect(row, &DomainRow::levelEntered, this,
                [this, i](int level) { enterLevel(i, level); });
        connect(row, &DomainRow::levelChosen, this, [this, i](int level) { pressLevel(i, level); });
        connect(row, &DomainRow::pressed, this, [this, i] { goToRow(i); });
        connect(row, &DomainRow::notePressed, this, [this] {
            if (m_mode == Mode::writing)
                m_detail->writeNote();
        });
        m_rows.push_back(row);
        width = std::max(width, row->titleWidth());
    }
    for (DomainRow* row : m_rows)
        row->setTitleWidth(width);
}

void NeedsForm::refresh()
{
    m_words->show(*m_model, m_childName, m_mode == Mode::writing);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        refreshRow(i);
    m_column->removeWidget(m_detail);
    m_column->insertWidget(2 + static_cast<int>(m_model->row()), m_detail);
    m_detail->show();
    m_detail->followInTabOrder(m_rows[m_model->row()]->button(m_model->framework().highestLevel()));
    refreshDetail();
}

QString NeedsForm::problemOf(std::size_t row) const
{
    const auto problem = std::ranges::find_if(
        m_problems, [row](const domain::SignOffProblem& p) { return p.domain == row; });
    return problem == m_problems.end() ? QString() : wording::text(problem->message);
}

void NeedsForm::refreshRow(std::size_t index)
{
    const domain::Score& score = m_model->assessment().scores[index];
    DomainRow::State state;
    state.level = m_model->level(index);
    state.before = m_model->previousLevel(index);
    state.evidence = text(score.evidence.reveal());
    state.notKnownBecause = text(score.notKnownBecause.reveal());
    state.current = index == m_model->row();
    state.read = m_model->levelUnderFocus();
    state.settled = m_mode != Mode::writing;
    state.problem = !problemOf(index).isEmpty();
    m_rows[index]->setState(state);
}

void NeedsForm::refreshDetail()
{
    const std::size_t index = m_model->row();
    const domain::NeedDomain& need = m_model->framework().domains()[index];
    const domain::Score& score = m_model->assessment().scores[index];
    const auto level = static_cast<std::size_t>(m_model->levelUnderFocus());
    DomainDetail::State state;
    state.domain = text(need.title);
    state.prompt = text(need.prompt);
    state.level = m_model->levelUnderFocus();
    state.levelName = text(m_model->framework().levelNames()[level]);
    state.descriptor = text(need.descriptors[level]);
    if (const auto before = m_model->previousLevel(index))
        state.lastTime =
            tr("Last time: %1, on %2.").arg(*before).arg(wording::date(m_model->previous()->date));
    state.evidence = text(score.evidence.reveal());
    state.notKnownBecause = text(score.notKnownBecause.reveal());
    state.confidence = score.confidence;
    state.writing = m_mode == Mode::writing;
    state.problem = problemOf(index);
    m_detail->setState(state);
}

void NeedsForm::setDate(domain::Date date)
{
    m_model->setDate(date);
    emit edited();
}

void NeedsForm::markProblems(const std::vector<domain::SignOffProblem>& problems)
{
    m_problems = problems;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        refreshRow(i);
    refreshDetail();
}

void NeedsForm::showProblems(const std::vector<domain::SignOffProblem>& problems)
{
    m_problems = problems;
    const auto first = std::ranges::find_if(
        problems, [](const domain::SignOffProblem& problem) { return problem.domain.has_value(); });
    if (first != problems.end())
        m_model->goToRow(*first->domain);
    refresh();
    if (first == problems.end())
        return;
    // A move without evidence is mended in the note; a row without an answer, on its levels.
    if (m_model->level(*first->domain))
        m_detail->writeNote();
    else
        m_rows[*first->domain]->focusLevel(m_model->levelUnderFocus());
    makeVisible();
}

void NeedsForm::focusRow()
{
    if (!m_model || m_rows.empty())
        return;
    m_rows[m_model->row()]->focusLevel(m_model->levelUnderFocus());
    makeVisible();
}

void NeedsForm::goToRow(std::size_t row)
{
    m_model->goToRow(row);
    refresh();
    focusRow();
    emit levelRead();
}

void NeedsForm::enterLevel(std::size_t row, int level)
{
    if (row == m_model->row() && level == m_model->levelUnderFocus())
        return;
    m_model->goToRow(row);
    if (level != m_model->levelUnderFocus())
        m_model->focusLevel(level);
    refresh();
    makeVisible();
    emit levelRead();
}

void NeedsForm::pressLevel(std::size_t row, int level)
{
    if (m_mode != Mode::writing) {
        m_model->goToRow(row);
        refresh();
        if (m_mode == Mode::waiting)
            emit startAsked(level);
        return;
    }
    // A press with the mouse stays in its row, where the evidence can be added.
    m_model->goToRow(row);
    m_model->choose(level);
    refresh();
    m_rows[row]->focusLevel(level);
    makeVisible();
    emit edited();
}

void NeedsForm::chooseLevel(int level)
{
    if (!m_model->choose(level))
        return;
    emit edited();
    moveOn();
}

void NeedsForm::moveOn()
{
    const bool more = m_model->moveOn();
    refresh();
    focusRow();
    emit levelRead();
    if (!more && !m_model->firstUnanswered())
        emit allAnswered();
}

bool NeedsForm::step(bool (NeedsFormModel::*back)())
{
    if (m_mode != Mode::writing || !(*m_model.*back)())
        return false;
    refresh();
    focusRow();
    emit edited();
    emit levelRead();
    return true;
}

bool NeedsForm::typed(int key)
{
    if (m_mode != Mode::writing)
        return false;
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        chooseLevel(key - Qt::Key_0); // where there is no such level, nothing happens
        return true;
    }
    switch (key) {
    case Qt::Key_N:
        m_detail->writeNote();
        makeVisible();
        return true;
    case Qt::Key_U:
        m_detail->writeNotKnown();
        makeVisible();
        return true;
    case Qt::Key_C:
        m_model->stepConfidence();
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_model->clearScore();
        break;
    default:
        return false;
    }
    refresh();
    focusRow();
    emit edited();
    return true;
}

bool NeedsForm::moved(int key)
{
    switch (key) {
    case Qt::Key_Up:
        m_model->moveRow(-1);
        break;
    case Qt::Key_Down:
        m_model->moveRow(1);
        break;
    case Qt::Key_Left:
        m_model->moveLevel(-1);
        break;
    case Qt::Key_Right:
        m_model->moveLevel(1);
        break;
    case Qt::Key_Home:
        m_model->goToRow(0);
        break;
    case Qt::Key_End:
        m_model->goToRow(m_model->rows() - 1);
        break;
    default:
        return false;
    }
    refresh();
    focusRow();
    emit levelRead();
    return true;
}

void NeedsForm::keyPressEvent(QKeyEvent* event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (!m_model || modifiers != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (m_mode == Mode::waiting) {
            emit startAsked(std::nullopt);
            return;
        }
        const int before = m_model->revision();
        const bool more = m_mode == Mode::writing ? m_model->enter() : m_model->moveOn();
        refresh();
        focusRow();
        if (m_model->revision() != before)
            emit edited();
        emit levelRead();
        if (!more && m_mode == Mode::writing && !m_model->firstUnanswered())
            emit allAnswered();
        return;
    }
    if (key == Qt::Key_Escape && m_mode == Mode::writing) {
        emit leaveAsked();
        return;
    }
    if (!typed(key) && !moved(key))
        QWidget::keyPressEvent(event);
}

bool NeedsForm::eventFilter(QObject* watched, QEvent* event)
{
    // The arrow keys are the form's: they do not scroll.
    if (watched != m_scroll || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    keyPressEvent(static_cast<QKeyEvent*>(event));
    return event->isAccepted();
}

void NeedsForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const QWidget* focus = QApplication::focusWidget();
    if (focus != nullptr && m_page->isAncestorOf(focus) && !m_words->isAncestorOf(focus))
        makeVisible();
}

void NeedsForm::makeVisible()
{
    if (!m_model || m_rows.empty())
        return;
    // The page's new height is known only when its layout has run.
    QTimer::singleShot(0, this, [this] {
        const QRect detail = m_detail->geometry();
        const DomainRow* row = m_rows[m_model->row()];
        const int bottom = detail.bottom();
        m_scroll->ensureVisible(0, bottom, 0, 10);
        m_scroll->ensureVisible(0, row->y(), 0, 10);
    });
}

} // namespace twelvefold::ui
