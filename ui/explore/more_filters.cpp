// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/more_filters.h"

#include "common/controls.h"
#include "common/manners.h"
#include "explore/criterion_filter.h"

#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr std::size_t kSeenAtOnce = 3; // where the panel is low

QVBoxLayout* columnIn(QWidget* widget, int spacing)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

// Those that the panel shows by itself.
bool standsElsewhere(const domain::Criterion& criterion)
{
    return criterion.token == "setting" || criterion.token == "age";
}

} // namespace

MoreFilters::MoreFilters(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_more(linkButton({}, this)), m_body(body()),
      m_clear(linkButton(tr("Clear filters"), this))
{
    QVBoxLayout* column = columnIn(this, 6);
    column->addWidget(m_more);
    column->addWidget(m_body);
    column->addWidget(m_clear);
    m_clear->setToolTip(tr(
        "Back to all children looked after whose settings are compared, of any age, with all costs "
        "counted"));
    connect(m_more, &QPushButton::clicked, this, [this] { unfold(m_body->isHidden()); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_more->setFocus(); // this link goes away
        change([](domain::CohortFilter& filter) { filter = workbench::comparableFilter(); });
    });
    connect(&m_session, &Session::opened, this, &MoreFilters::read);
    connect(&m_session, &Session::cohortChanged, this, &MoreFilters::read);
    connect(&m_session, &Session::closed, this, &MoreFilters::read);
    m_body->hide();
    read();
}

QWidget* MoreFilters::body()
{
    auto* body = new QWidget(this);
    QVBoxLayout* column = columnIn(body, 12);
    for (const domain::Criterion& criterion : domain::criteria()) {
        if (standsElsewhere(criterion))
            continue;
        auto* filter = CriterionFilter::make(criterion, body);
        column->addWidget(filter);
        m_filters.push_back(filter);
        connect(filter, &CriterionFilter::refused, &m_session, &Session::say);
        connect(filter, &CriterionFilter::changed, this,
                [this, &criterion](const domain::Wanted& wanted) {
                    change([&](domain::CohortFilter& asked) { asked.ask(criterion, wanted); });
                });
    }
    return body;
}

void MoreFilters::unfold(bool on)
{
    m_body->setVisible(on);
    read();
    if (on) { // as much of it as there is room for, below what unfolded it
        bringIntoView(m_filters.at(std::min<std::size_t>(kSeenAtOnce, m_filters.size()) - 1));
        bringIntoView(m_more);
    }
}

void MoreFilters::unfoldByKeyboard()
{
    unfold(true);
    m_more->setFocus(Qt::ShortcutFocusReason);
}

// Counting is for those who see it.
void MoreFilters::read()
{
    if (m_body->isHidden())
        return sayInForce();
    QWidget* last = m_more;
    for (CriterionFilter* filter : m_filters) {
        filter->read(m_session.filter(), m_session.wholeCohort().get(), m_session.cohort().get());
        last = filter->tabAfter(last);
    }
    sayInForce();
}

// How many restrict otherwise than at the start.
int MoreFilters::inForce() const
{
    if (!m_session.isOpen())
        return 0;
    return int(std::ranges::count_if(m_filters, [&](const CriterionFilter* filter) {
        return m_session.filter().of(filter->criterion()) !=
               domain::CohortFilter().of(filter->criterion());
    }));
}

void MoreFilters::sayInForce()
{
    const int n = inForce();
    const QString title = n == 0 ? tr("More filters") : tr("More filters (%1)").arg(n);
    const bool folded = m_body->isHidden();
    m_more->setText(title + (folded ? QStringLiteral(" ▾") : QStringLiteral(" ▴")));
    m_more->setAccessibleName(title);
    m_more->setAccessibleDescription(folded ? tr("Folded") : tr("Unfolded"));
    m_clear->setVisible(m_session.isOpen() && m_session.filter() != workbench::comparableFilter());
}

void MoreFilters::change(const std::function<void(domain::CohortFilter&)>& change)
{
    domain::CohortFilter filter = m_session.filter();
    change(filter);
    m_session.setFilter(filter);
    sayInForce(); // the cohort of a large council follows later
}

} // namespace twelvefold::ui
