// SPDX-License-Identifier: GPL-3.0-or-later
// The group that is chosen, among the linked tables: it stands out, or is all that is listed.
#include "common/children_of_cohort.h"
#include "explore/linked_tables.h"
#include "wording/wording.h"

#include <QPushButton>
#include <QSignalBlocker>

#include <utility>

namespace twelvefold::ui {

// The group stands out in every table that lists children. While only a group is listed, one that
// is chosen in the picture takes its place, and a row of it changes nothing.
void LinkedTables::followGroup(const Selection& selection)
{
    const auto before =
        std::exchange(m_group, selection.children.empty()
                                   ? nullptr
                                   : std::make_shared<const Children>(selection.children.begin(),
                                                                      selection.children.end()));
    if (m_group != before) {
        for (AboutChildrenModel* model : aboutChildren())
            model->mark(m_group);
    }
    if (m_listed && m_group && !m_choosing)
        listOnlyGroup(true);
    offerGroup();
}

void LinkedTables::listOnlyGroup(bool only)
{
    m_listed = only ? (m_group ? m_group : m_listed) : nullptr;
    for (AboutChildrenModel* model : aboutChildren())
        model->listOnly(m_listed);
    nameTabs();
    offerGroup();
}

bool LinkedTables::toggleOnlyGroup()
{
    if (!m_group && !m_listed)
        return false;
    if (!listsChildren(shown()))
        setCurrent(children);
    m_only->toggle();
    return true;
}

void LinkedTables::offerGroup()
{
    const auto& group = m_listed ? m_listed : m_group;
    m_only->setVisible(group && listsChildren(shown()));
    if (group) {
        const QString n = wording::count(group->size());
        m_only->setText(m_listed ? tr("Only these %1 ✕").arg(n) : tr("Only this group"));
        m_only->setAccessibleName(m_listed
                                      ? tr("Only %1 children are listed: list all again").arg(n)
                                      : tr("List only the %1 children chosen").arg(n));
        m_only->setToolTip(m_only->accessibleName());
    }
    const QSignalBlocker quiet(m_only);
    m_only->setChecked(m_listed != nullptr);
    arrange();
}

} // namespace twelvefold::ui
