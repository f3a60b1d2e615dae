// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/put_aside.h"

#include "common/attempt.h"
#include "common/controls.h"
#include "common/inputs.h"
#include "domain/put_aside.h"

#include <QFormLayout>
#include <QLineEdit>

namespace twelvefold::ui {
namespace {

constexpr int kMonthsAside = 3; // unless the person says otherwise

} // namespace

QuestionsAnswered answeredBy(const std::vector<const analysis::Question*>& lines)
{
    QuestionsAnswered answered;
    for (const analysis::Question* line : lines) {
        for (const analysis::AskedOf& asked : line->children)
            answered.questions.push_back({line->kind, asked.child});
    }
    answered.title =
        lines.size() == 1
            ? PutAsideForm::tr("%1: %2").arg(wording::askedOfWhom(*lines.front()),
                                             wording::questionTitle(lines.front()->kind))
            : PutAsideForm::tr("%1 questions").arg(wording::count(lines.size()));
    return answered;
}

QuestionsAnswered answeredBy(const analysis::Question& line, const analysis::AskedOf& asked)
{
    return {PutAsideForm::tr("%1: %2").arg(QString::fromStdString(asked.pseudonym),
                                           wording::questionTitle(line.kind)),
            {{line.kind, asked.child}}};
}

QString whyNotPutAside(const Session& session)
{
    if (!session.isOpen() || session.working())
        return PutAsideForm::tr("Questions can be put aside when the job under way has ended.");
    return session.workbench().store().readOnly()
               ? PutAsideForm::tr("This store is open for reading only.")
               : QString();
}

void openPutAside(Session& session, const QuestionsAnswered& answered,
                  domain::QuestionOutcome outcome, QWidget* parent)
{
    if (const QString why = whyNotPutAside(session); !why.isEmpty())
        return session.say(why);
    if (!answered.questions.empty())
        (new PutAsideForm(session, answered, outcome, parent))->open();
}

void askAgain(Session& session, const domain::PutAside& aside, QWidget* parent)
{
    if (const QString why = whyNotPutAside(session); !why.isEmpty())
        return session.say(why);
    attempt(parent, [&] {
        const auto asked = session.workbench().askAgain(aside.child, aside.question);
        session.say(asked.ok() ? PutAsideForm::tr("The question is asked again.")
                               : wording::text(asked.failure()));
    });
}

PutAsideForm::PutAsideForm(Session& session, const QuestionsAnswered& answered,
                           domain::QuestionOutcome outcome, QWidget* parent)
    : RecordEditor(tr("Put a question aside"), parent), m_session(session),
      m_questions(answered.questions), m_census(session.census()),
      m_outcome(new ChoiceBox<domain::QuestionOutcome>({}, this)), m_why(new QLineEdit(this)),
      m_until(new DateEdit(this))
{
    m_outcome->choose(outcome);
    m_until->setAccessibleNames(tr("Not asked again until"));
    m_until->setDate(m_census.plusMonths(kMonthsAside));
    form()->addRow(sectionTitle(answered.title, this));
    form()->addRow(tr("What came of it"), m_outcome);
    form()->addRow(tr("Why"), m_why);
    form()->addRow(tr("Not asked again until"), m_until);
}

std::optional<QString> PutAsideForm::save()
{
    const std::string why = m_why->text().toStdString();
    if (const auto fault = domain::faultInReason(why))
        return at(m_why, wording::text(*fault));
    if (!m_until->date())
        return at(m_until, tr("Say on which day it is to be asked again."));
    if (const auto fault = domain::faultInUntil(m_census, *m_until->date()))
        return at(m_until, wording::text(*fault));
    std::vector<domain::PutAside> aside;
    for (const QuestionsAnswered::Of& question : m_questions)
        aside.push_back({{},
                         question.child,
                         analysis::token(question.kind),
                         *m_outcome->choice(),
                         domain::SensitiveText(why),
                         m_census,
                         *m_until->date()});
    if (const auto saved = m_session.workbench().putAside(aside); !saved.ok())
        return wording::text(saved.failure());
    m_session.say(tr("Put aside until %1.").arg(wording::date(*m_until->date())));
    return std::nullopt;
}

} // namespace twelvefold::ui
