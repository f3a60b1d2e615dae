// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/needs_page.h"

#include "common/attempt.h"
#include "common/inputs.h"
#include "wording/wording.h"

// How a child's needs are signed off, and why they are not.
namespace twelvefold::ui {
namespace {

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

// Why a sign-off asked for in the menu does nothing.
QString NeedsPage::nothingToSignOff() const
{
    switch (m_offer) {
    case Offer::draft:
        return tr("Continue the unfinished assessment first; then sign it off.");
    case Offer::first:
        return tr("There is nothing to sign off yet: score the needs first.");
    case Offer::reassessment:
        return tr("The latest assessment is signed off already. Start a reassessment first.");
    case Offer::nothing:
        break;
    }
    return tr("There is nothing to sign off here.");
}

void NeedsPage::signOff()
{
    if (m_form->mode() != NeedsForm::Mode::writing || m_form->model() == nullptr)
        return m_session.say(nothingToSignOff());
    if (!m_date->isHidden() && m_date->refused())
        return m_date->line()->setFocus(Qt::OtherFocusReason); // which says why, at its foot
    flush();
    const domain::Assessment draft = m_form->model()->assessment();
    std::optional<domain::Message> refused;
    const bool taken = attempt(this, [&] {
        const auto done = m_session.workbench().signOff(draft, m_session.today());
        if (!done)
            refused = done.failure();
    });
    if (refused)
        return showRefused(*refused);
    if (!taken)
        return;            // what waits to be saved still does
    m_saver.drop(m_child); // nothing of it is written behind the assessment that it became
    showSignedOff(draft.date);
}

void NeedsPage::showRefused(const domain::Message& refused)
{
    const auto problems = m_form->model()->problems(m_session.today());
    m_refusal = refusalOf(problems, refused);
    m_form->showProblems(problems);
    showFoot();
}

void NeedsPage::showSignedOff(domain::Date date)
{
    QString sentence = tr("%1's assessment is signed off.").arg(m_childName);
    if (date > m_session.census())
        sentence += tr(" It counts from %1; the census date is %2.")
                        .arg(wording::date(date), wording::date(m_session.census()));
    m_place.reset();
    emit draftChanged(m_child, false);
    load(m_child, m_childName);
    emit left();
    m_session.say(sentence);
}

} // namespace twelvefold::ui
