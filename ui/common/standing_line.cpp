// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/standing_line.h"

#include "common/controls.h"
#include "common/theme.h"
#include "wording/wording.h"

#include <QHBoxLayout>

namespace twelvefold::ui {
namespace {

// What is done by then was never waited for.
constexpr int kPatienceMilliseconds = 100;
// Resampling begins when a slider has rested for a while.
constexpr int kPatienceForRefining = 250;

} // namespace

StandingLine::StandingLine(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_words(new ElidedLabel({}, this)),
      m_button(linkButton(tr("Stop refining"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addStretch(1);
    row->addWidget(m_words);
    row->addWidget(m_button);
    m_words->setFont(Appearance::small());
    setRole(m_words, "quiet");
    m_button->setFont(m_words->font());
    m_button->hide();
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &StandingLine::show);
    connect(&m_session, &Session::standingChanged, this, &StandingLine::follow);
    connect(&m_session, &Session::findingsRefined, this, &StandingLine::follow);
    connect(&m_session, &Session::closed, this, &StandingLine::follow);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_session.standing() == Standing::stopped)
            m_session.refineAgain();
        else
            m_session.stopRefining();
    });
    follow();
}

QString StandingLine::words() const
{
    return m_words->text();
}

bool StandingLine::stoppable() const
{
    return m_session.standing() == Standing::refining && !m_button->isHidden();
}

void StandingLine::follow()
{
    const Standing now = m_session.standing();
    const bool waiting = now == Standing::outdated || now == Standing::refining;
    if (now != m_since) {
        m_since = now;
        if (waiting)
            m_patience.start(now == Standing::refining ? kPatienceForRefining
                                                       : kPatienceMilliseconds);
        else
            m_patience.stop();
    }
    // A slider that moves on does not make what shows come and go.
    if (!waiting || !m_patience.isActive())
        show();
}

QString StandingLine::part() const
{
    using analysis::Refinement;
    if (!m_session.has(Refinement::needExplainsInterval))
        return tr("the interval");
    if (!m_session.has(Refinement::bandCoverage))
        return tr("what the band holds");
    if (!m_session.has(Refinement::beyondSettingInterval) ||
        !m_session.has(Refinement::driverIntervals))
        return tr("the intervals of cost drivers");
    return tr("what chance would give");
}

void StandingLine::show()
{
    QString words;
    QString act;
    switch (m_session.standing()) {
    case Standing::outdated:
        words = tr("Working out the new answer…");
        break;
    case Standing::refining:
        words = tr("Refining %1… %2").arg(part(), wording::percent(m_session.refined()));
        act = tr("Stop refining");
        break;
    case Standing::stopped:
        if (m_session.findings()) {
            words = tr("Refining was stopped");
            act = tr("Refine again");
        }
        break;
    case Standing::complete:
        break;
    }
    m_words->setText(words);
    m_button->setText(act);
    m_button->setVisible(!act.isEmpty());
    emit changed();
}

} // namespace twelvefold::ui
