// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_page.h"

#include "children/child_list_model.h"
#include "children/history_page.h"
#include "children/needs_page.h"
#include "children/outcomes_page.h"
#include "children/placements_page.h"
#include "children/present_day.h"
#include "common/button_text.h"
#include "common/controls.h"
#include "common/page_scroll.h"
#include "common/theme.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace twelvefold::ui {

ChildPage::ChildPage(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_name(new ElidedLabel({}, this)),
      m_facts(quietLabel({}, this)), m_due(badge({}, this)), m_move(linkButton(tr("Move…"), this)),
      m_tabs(new QTabBar(this)), m_stack(new PageStack(this)), m_needs(new NeedsPage(session)),
      m_placements(new PlacementsPage(session)), m_outcomes(new OutcomesPage(session)),
      m_history(new HistoryPage(session))
{
    setRole(this, "panel");
    m_name->setFont(Appearance::sentence());
    m_tabs->setAccessibleName(tr("What is shown of the child"));
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setElideMode(Qt::ElideRight);
    for (const QString& title :
         {tr("Needs"), tr("Placements && costs"), tr("Outcomes"), tr("History")})
        m_tabs->setTabToolTip(m_tabs->addTab(title), asRead(title));
    for (QWidget* page :
         std::initializer_list<QWidget*>{m_needs, m_placements, m_outcomes, m_history})
        m_stack->addWidget(page);

    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(15, 13, 15, 4);
    heading->setSpacing(12);
    heading->addWidget(m_name, 0, Qt::AlignVCenter);
    heading->addWidget(m_facts, 1, Qt::AlignVCenter);
    heading->addWidget(m_due, 0, Qt::AlignVCenter);
    heading->addWidget(m_move, 0, Qt::AlignVCenter);
    m_move->setAccessibleName(tr("Move the child, or end care"));
    m_move->setToolTip(tr("Ctrl+M"));
    connect(m_move, &QPushButton::clicked, this, &ChildPage::moveAsked);
    auto* tabs = new QHBoxLayout;
    tabs->setContentsMargins(10, 0, 10, 0);
    tabs->addWidget(m_tabs, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(heading);
    column->addLayout(tabs);
    column->addWidget(hairline(this));
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        loadTab();
        emit tabChanged();
    });
}

ChildPage::Tab ChildPage::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void ChildPage::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void ChildPage::focusContent()
{
    if (tab() == needs)
        m_needs->focusOpener();
    else
        m_tabs->setFocus(Qt::OtherFocusReason);
}

void ChildPage::score()
{
    if (tab() == needs)
        m_needs->begin();
    else
        focusContent();
}

QString ChildPage::heading() const
{
    return m_facts->text();
}

void ChildPage::load(const store::ChildRow& child, const QString& name)
{
    m_child = child.child.id;
    m_childName = name;
    m_move->setVisible(!m_session.workbench().store().readOnly());
    showHeading(child);
    m_stale = {false, true, true, true};
    m_needs->load(m_child, name);
    loadTab();
}

void ChildPage::loadTab()
{
    if (!m_child || !std::exchange(m_stale[static_cast<std::size_t>(tab())], false))
        return;
    switch (tab()) {
    case needs:
        break; // always loaded: the panel beside it speaks of it
    case placements:
        m_placements->load(m_child, m_childName);
        break;
    case outcomes:
        m_outcomes->load(m_child, m_childName);
        break;
    case history:
        m_history->load(m_child, m_childName);
        break;
    }
}

void ChildPage::clear()
{
    m_child = {};
    m_needs->clear();
}

void ChildPage::showHeading(const store::ChildRow& child)
{
    m_name->setText(m_childName);
    QStringList facts;
    if (child.age)
        facts << (*child.age == 1 ? tr("1 year") : tr("%1 years").arg(*child.age));
    if (child.setting) {
        QString setting = wording::text(domain::word(*child.setting));
        setting[0] = setting[0].toLower();
        facts << (child.placedOn ? tr("%1 since %2").arg(setting, wording::date(*child.placedOn))
                                 : setting);
    }
    if (child.weeklyCost)
        facts << tr("%1 a week").arg(wording::money(*child.weeklyCost));
    facts << presentDayInWords(m_session); // all of these are as of one day, and say which
    m_facts->setText(facts.join(QStringLiteral(" · ")));

    const bool due = isDue(child, presentDay(m_session));
    m_due->setVisible(due);
    if (!due)
        return;
    const auto on = reassessmentDue(child);
    m_due->setText(on ? tr("Assessment due %1").arg(wording::date(*on)) : tr("Not assessed yet"));
}

void ChildPage::recordsChanged(const store::ChangeNotice& notice)
{
    if (std::ranges::find(notice.tables, "assessment") != notice.tables.end() || notice.many)
        m_needs->assessmentsChanged();
    else if (std::ranges::find(notice.tables, "draft") != notice.tables.end())
        m_needs->draftsChanged();
    m_stale = {false, true, true, true};
    loadTab();
}

} // namespace twelvefold::ui
