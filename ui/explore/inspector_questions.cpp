// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to ask, in the panel of what is selected.
#include "common/children_of_cohort.h"
#include "common/reading_order.h"
#include "explore/inspector.h"
#include "explore/inspector_sheet.h"
#include "wording/wording.h"

#include <algorithm>

namespace twelvefold::ui {
namespace {

using analysis::AskedOf;
using analysis::Question;

constexpr std::size_t kLinesListed = 6; // besides those of safety; the rest is in the table

// All of it in one go.
QString spokenLine(const Question& question)
{
    return Inspector::tr("%1. %2").arg(wording::aboutQuestion(question),
                                       wording::questionLine(question));
}

ChoiceButton::Words safetyWords(const Question& question)
{
    ChoiceButton::Words words{wording::questionTitle(question.kind), wording::askedOfWhom(question),
                              QString(), wording::questionStanding(question)};
    words.strong = false;
    return words;
}

ChoiceButton::Words lineWords(const Question& question)
{
    QStringList more{wording::askedOfWhom(question)};
    if (const auto& cost = question.children.front().weeklyCost; cost && !question.isOfMany())
        more << Inspector::tr("%1 a week").arg(wording::roundPounds(*cost));
    if (const QString standing = wording::questionStanding(question); !standing.isEmpty())
        more << standing;
    return {wording::questionTitle(question.kind),
            question.worth ? wording::worthExpected(*question.worth) : QStringLiteral("–"),
            more.join(QStringLiteral(" · ")),
            question.worth ? wording::worthRange(*question.worth) : QString()};
}

std::vector<domain::ChildId> childrenOf(const Question& question)
{
    std::vector<domain::ChildId> children;
    for (const AskedOf& asked : question.children)
        children.push_back(asked.child);
    return children;
}

} // namespace

void Inspector::addWorklist(InspectorSheet& sheet)
{
    const auto worklist = m_session.findings()->worklist;
    if (!worklist)
        return;
    sheet.heading(wording::questionsToAsk(*worklist));
    if (!worklist->questions.empty())
        sheet.quiet(tr("What is new or changed comes first, then what may be worth most in a year. "
                       "A question, not a verdict."));
    std::vector<InspectorSheet::Choice> safety, lines;
    for (const Question& question : worklist->questions) {
        const bool first = analysis::isSafety(question.kind);
        if (!first && lines.size() == kLinesListed)
            continue;
        InspectorSheet::Choice choice{first ? safetyWords(question) : lineWords(question), {}};
        choice.words.spoken = spokenLine(question);
        choice.act = [this, worklist, &question, line = choice.words.spoken] {
            choose(question, line);
        };
        (first ? safety : lines).push_back(std::move(choice));
    }
    if (!safety.empty())
        sheet.attentionChoices(tr("First, never priced"), safety);
    for (const Question& line : worklist->allPutAside()) {
        if (analysis::isSafety(line.kind))
            sheet.note(wording::questionSays(line));
    }
    for (const InspectorSheet::Choice& line : lines)
        sheet.choice(line);
    if (!worklist->questions.empty())
        sheet.link(worklist->questions.size() == 1
                       ? tr("The question as a table")
                       : tr("All %1 questions").arg(wording::count(worklist->questions.size())),
                   [this] { emit questionsWanted(); });
    if (!worklist->aside.empty())
        sheet.link(tr("%1 put aside").arg(wording::count(worklist->aside.size())),
                   [this] { emit putAsideWanted(); });
    if (const QString worth = wording::worthOfAll(*worklist); !worth.isEmpty())
        sheet.small(worth);
    for (const QString& sentence : wording::onNothing(*worklist))
        sheet.small(sentence);
    sheet.space(14);
}

void Inspector::choose(const Question& question, const QString& line)
{
    m_line = line;
    m_session.select(selectionOf(childrenOf(question)));
}

// The keyboard stays in the panel: at the line that one came from, else at the first thing there
// is.
void Inspector::keepFocus(InspectorSheet& sheet)
{
    const auto order = inReadingOrder(&sheet);
    const auto takes = [](const QWidget* widget) {
        return widget->isVisibleTo(widget->window()) && widget->focusPolicy() & Qt::TabFocus;
    };
    const auto line = std::ranges::find_if(order, [&](const QWidget* widget) {
        return takes(widget) && !m_line.isEmpty() && widget->accessibleName() == m_line;
    });
    const auto first = line != order.end() ? line : std::ranges::find_if(order, takes);
    if (first != order.end())
        (*first)->setFocus(Qt::OtherFocusReason);
}

void Inspector::addWayBack(InspectorSheet& sheet)
{
    if (const auto worklist = m_session.findings()->worklist;
        worklist && !worklist->questions.empty())
        sheet.link(
            tr("‹ Questions to ask"), [this] { m_session.select({}); },
            tr("Back to the questions to ask"));
}

std::function<void()> Inspector::explained(const Question& question)
{
    return [this, worklist = m_session.findings()->worklist, &question] {
        emit traceWanted(
            wording::questionTitle(question.kind),
            wording::traceLines(traceOf(*worklist, question, m_session.findings()->options)));
    };
}

void Inspector::addQuestions(InspectorSheet& sheet, domain::ChildId child)
{
    const auto worklist = m_session.findings()->worklist;
    const auto questions = worklist ? worklist->of(child) : std::vector<const Question*>();
    if (!questions.empty())
        sheet.section(tr("Questions to ask"));
    for (const Question* question : questions) {
        const AskedOf& asked = *worklist->asked(child, question->kind);
        sheet.attention(wording::questionTitle(question->kind), wording::text(asked.reason),
                        explained(*question));
        if (!question->isOfMany() && !wording::questionFacts(*question).isEmpty())
            sheet.small(wording::questionFacts(*question).join(QStringLiteral(" · ")));
        addAnswers(sheet, answeredBy(*question, asked));
    }
    if (!worklist)
        return;
    for (const analysis::QuestionAside& parked : worklist->aside) {
        if (parked.aside.child == child)
            sheet.note(tr("%1: put aside until %2, %3.", "a question, a day, what came of it")
                           .arg(wording::questionTitle(parked.kind),
                                wording::date(parked.aside.until),
                                wording::outcomeInSentence(parked.aside.outcome)));
    }
}

// A line of many whose children are just those selected.
std::vector<const Question*> Inspector::askedOfSelection() const
{
    const auto findings = m_session.findings();
    std::vector<domain::ChildId> selected = m_session.selection().children;
    std::vector<const Question*> asked;
    if (!findings || !findings->worklist || selected.empty())
        return asked;
    if (selected.size() == 1)
        return findings->worklist->of(selected.front());
    std::ranges::sort(selected);
    for (const Question& question : findings->worklist->questions) {
        std::vector<domain::ChildId> children = childrenOf(question);
        std::ranges::sort(children);
        if (children == selected)
            asked.push_back(&question);
    }
    return asked;
}

void Inspector::addQuestionsOfGroup(InspectorSheet& sheet)
{
    for (const Question* question : askedOfSelection()) {
        sheet.attention(wording::questionTitle(question->kind), wording::questionSays(*question),
                        explained(*question));
        if (!wording::questionFacts(*question).isEmpty())
            sheet.small(wording::questionFacts(*question).join(QStringLiteral(" · ")));
        addAnswers(sheet, answeredBy({question}));
    }
}

void Inspector::addAnswers(InspectorSheet& sheet, const QuestionsAnswered& answered)
{
    if (!whyNotPutAside(m_session).isEmpty())
        return;
    const auto action = [this, answered](const QString& text, domain::QuestionOutcome outcome) {
        return std::pair(text, std::function<void()>([this, answered, outcome] {
                             openPutAside(m_session, answered, outcome, this);
                         }));
    };
    sheet.actions(answered.title, {action(tr("To panel…"), domain::QuestionOutcome::toPanel),
                                   action(tr("Explained…"), domain::QuestionOutcome::explained),
                                   action(tr("Not until…"), domain::QuestionOutcome::wait)});
}

void Inspector::showNotCompared(InspectorSheet& sheet)
{
    addWayBack(sheet);
    sheet.quiet(tr("Not among those compared"));
    const auto& children = m_session.selection().children;
    if (children.size() > 1) {
        sheet.figure(tr("%1 children").arg(wording::count(children.size())));
        return addQuestionsOfGroup(sheet);
    }
    const Question& question = *askedOfSelection().front();
    const QString pseudonym = QString::fromStdString(
        m_session.findings()->worklist->asked(children.front(), question.kind)->pseudonym);
    sheet.heading(pseudonym);
    addQuestions(sheet, children.front());
    sheet.buttons({{tr("Open %1").arg(pseudonym),
                    [this, child = children.front()] { m_session.goToChild(child); }}});
}

} // namespace twelvefold::ui
