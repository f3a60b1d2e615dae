// SPDX-License-Identifier: GPL-3.0-or-later
// The questions among the linked tables: those to ask, and those that were put aside.
#include "common/children_of_cohort.h"
#include "common/data_table.h"
#include "explore/linked_tables.h"
#include "explore/put_aside.h"
#include "wording/wording.h"

#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace twelvefold::ui {

LinkedTables::Table LinkedTables::shown() const
{
    const auto tab = static_cast<Table>(m_tabs->currentIndex());
    return tab == questions && m_putAsideShown ? putAside : tab;
}

std::array<AboutChildrenModel*, 4> LinkedTables::aboutChildren() const
{
    return {m_children, m_pairs, m_questions, m_putAside};
}

void LinkedTables::buildQuestions()
{
    m_answer = linkButton(tr("Put aside…"), this);
    m_answer->setAccessibleName(tr("Put the questions chosen aside"));
    connect(m_answer, &QPushButton::clicked, this, &LinkedTables::putChosenAside);
    m_askAgain = linkButton(tr("Ask again"), this);
    m_askAgain->setAccessibleName(tr("Ask the questions chosen again"));
    connect(m_askAgain, &QPushButton::clicked, this, &LinkedTables::askChosenAgain);
    m_putAsideChoice = linkButton(QString(), this);
    m_putAsideChoice->setCheckable(true);
    connect(m_putAsideChoice, &QPushButton::toggled, this, &LinkedTables::showPutAside);
}

void LinkedTables::showPutAside(bool aside)
{
    m_putAsideShown = aside;
    if (aside)
        m_tabs->setCurrentIndex(questions);
    m_stack->setCurrentIndex(shown());
    offerTrace();
    offerGroup();
    nameTabs();
}

// What can be done with what is chosen, beside the tabs.
void LinkedTables::offerPutAside()
{
    const Table now = shown();
    const bool chosen = !table(now)->selectionModel()->selectedRows().isEmpty();
    const bool writable = m_session.isOpen() && !m_session.workbench().store().readOnly();
    m_answer->setVisible(now == questions && chosen && writable);
    m_askAgain->setVisible(now == putAside && chosen && writable);
    const int n = m_putAside->rowCount();
    m_putAsideChoice->setVisible((now == questions && n > 0) || now == putAside);
    const QString said = tr("%1 put aside").arg(wording::count(static_cast<std::uint64_t>(n)));
    m_putAsideChoice->setText(m_putAsideShown ? said + QStringLiteral(" ✕") : said);
    m_putAsideChoice->setAccessibleName(m_putAsideShown
                                            ? tr("%1: back to the questions to ask").arg(said)
                                            : tr("%1: show them").arg(said));
    const QSignalBlocker quiet(m_putAsideChoice);
    m_putAsideChoice->setChecked(m_putAsideShown);
    arrange();
}

void LinkedTables::offerPutAside(QMenu& menu)
{
    if (whyNotPutAside(m_session).isEmpty()) {
        if (shown() == questions)
            menu.addAction(tr("Put aside…"), this, &LinkedTables::putChosenAside);
        else
            menu.addAction(tr("Ask again"), this, &LinkedTables::askChosenAgain);
    }
}

std::vector<const analysis::Question*> LinkedTables::chosenQuestions() const
{
    std::vector<const analysis::Question*> chosen;
    for (const QModelIndex& index : table(questions)->selectionModel()->selectedRows())
        chosen.push_back(&m_questions->question(index));
    return chosen;
}

void LinkedTables::putChosenAside()
{
    const auto chosen = chosenQuestions();
    if (chosen.empty())
        m_session.say(tr("Choose a question in the table first."));
    else
        openPutAside(m_session, answeredBy(chosen), domain::QuestionOutcome::explained, this);
}

void LinkedTables::askChosenAgain()
{
    const QModelIndexList chosen = table(putAside)->selectionModel()->selectedRows();
    if (chosen.isEmpty())
        m_session.say(tr("Choose a question that was put aside first."));
    else
        askAgain(m_session, m_putAside->aside(chosen.front()).aside, this);
}

void LinkedTables::followQuestions(const Children& selected)
{
    const auto follow = [&](Table table, const auto& model) {
        // Of several lines of the same children the one that was chosen stays.
        const QModelIndex line = this->table(table)->currentIndex();
        const bool stays = line.isValid() && model.isOf(line, selected) &&
                           this->table(table)->selectionModel()->isRowSelected(line.row());
        if (m_choosing != table && !stays)
            mark(table, model.indexOf(selected));
    };
    follow(questions, *m_questions);
    follow(putAside, *m_putAside);
}

// Only these, in the picture or, where none of them is drawn, among those who are not.
void LinkedTables::listChildrenOf(const QModelIndex& question)
{
    const auto group = m_questions->childrenOf(question);
    m_session.select(selectionOf(group));
    const auto rows = rowsOf(m_session.selection(), *m_session.cohort());
    if (rows.empty())
        return m_session.say(tr("None of these children is among those compared."));
    if (rows.size() == 1)
        return m_session.goToChild(m_session.cohort()->child[rows.front()]);
    showLeftOut(std::ranges::none_of(
        rows, [this](std::size_t row) { return isDrawn(*m_session.cohort(), row); }));
    listOnlyGroup(true);
}

void LinkedTables::explainQuestion(const QModelIndex& index)
{
    const auto findings = m_session.findings();
    const analysis::Question& question = m_questions->question(index);
    emit traceWanted(
        tr("%1: %2").arg(wording::askedOfWhom(question), wording::questionTitle(question.kind)),
        QStringList(wording::questionSays(question)) + wording::questionFacts(question) +
            wording::traceLines(traceOf(*findings->worklist, question, findings->options)));
}

void LinkedTables::explainPutAside(const QModelIndex& index)
{
    const analysis::QuestionAside& parked = m_putAside->aside(index);
    emit traceWanted(
        tr("%1: %2").arg(QString::fromStdString(parked.asked.pseudonym),
                         wording::questionTitle(parked.kind)),
        {tr("Asked on %1; not again until %2.")
             .arg(wording::date(parked.aside.on), wording::date(parked.aside.until)),
         tr("What came of it: %1").arg(wording::text(domain::word(parked.aside.outcome))),
         tr("Why: %1").arg(QString::fromStdString(parked.aside.reason.reveal()))});
}

QString LinkedTables::saidOfQuestions() const
{
    const auto worklist = m_session.findings()->worklist;
    if (!worklist)
        return {};
    if (m_putAsideShown)
        return m_putAside->rowCount() > 0 ? QString()
               : worklist->aside.empty()  ? tr("Nothing is put aside.")
                                          : tr("Of these children nothing is put aside.");
    if (worklist->questions.empty())
        return wording::questionsToAsk(*worklist);
    return tr("Safety first; then what is new or changed, and by what asking may be worth in a "
              "year. A question, not a verdict.");
}

} // namespace twelvefold::ui
