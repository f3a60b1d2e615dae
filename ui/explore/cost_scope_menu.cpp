// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/cost_scope_menu.h"

#include "common/controls.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace twelvefold::ui {
namespace {

template<class Enum, std::size_t N>
QStringList ticked(const std::array<bool, N>& chosen)
{
    QStringList words;
    for (const auto& named : domain::allOf<Enum>()) {
        if (chosen[static_cast<std::size_t>(named.value)])
            words << wording::text(named.word);
    }
    return words;
}

template<class Enum, std::size_t N>
void addBoxes(QWidget* page, QVBoxLayout* column, const QString& title,
              std::array<QCheckBox*, N>& boxes)
{
    column->addWidget(sectionTitle(title, page));
    for (const auto& named : domain::allOf<Enum>()) {
        auto* box = new QCheckBox(wording::text(named.word), page);
        box->setAccessibleDescription(title);
        column->addWidget(box);
        boxes[static_cast<std::size_t>(named.value)] = box;
    }
}

template<std::size_t N>
bool anyTicked(const std::array<QCheckBox*, N>& boxes)
{
    return std::ranges::any_of(boxes, [](const QCheckBox* box) { return box->isChecked(); });
}

} // namespace

QString costScopeInWords(const domain::CostScope& scope)
{
    const QStringList components = ticked<domain::CostComponent>(scope.components);
    const QStringList funders = ticked<domain::Funder>(scope.funders);
    const auto count = [](qsizetype n) { return static_cast<std::size_t>(n); };
    const QString what = count(components.size()) == domain::countOf<domain::CostComponent>
                             ? CostScopeMenu::tr("All components")
                             : components.join(QStringLiteral(", "));
    const QString who =
        count(funders.size()) == domain::countOf<domain::Funder>
            ? CostScopeMenu::tr("Paid by anyone")
            : CostScopeMenu::tr("Paid by %1").arg(funders.join(QStringLiteral(", ")));
    return what + QStringLiteral("\n") + who;
}

CostScopeMenu::CostScopeMenu(QWidget* parent) : QMenu(parent)
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 10, 16, 12);
    column->setSpacing(5);
    addBoxes<domain::CostComponent>(page, column, tr("Components"), m_components);
    column->addSpacing(6);
    addBoxes<domain::Funder>(page, column, tr("Paid by"), m_funders);
    auto* action = new QWidgetAction(this);
    action->setDefaultWidget(page);
    addAction(action);
    for (QCheckBox* box : m_components)
        connect(box, &QCheckBox::clicked, this, &CostScopeMenu::change);
    for (QCheckBox* box : m_funders)
        connect(box, &QCheckBox::clicked, this, &CostScopeMenu::change);
    connect(
        this, &QMenu::aboutToShow, this,
        [this] { m_components.front()->setFocus(Qt::PopupFocusReason); }, Qt::QueuedConnection);
}

QCheckBox* CostScopeMenu::box(domain::CostComponent component) const
{
    return m_components[static_cast<std::size_t>(component)];
}

QCheckBox* CostScopeMenu::box(domain::Funder funder) const
{
    return m_funders[static_cast<std::size_t>(funder)];
}

void CostScopeMenu::read(const domain::CostScope& scope)
{
    m_scope = scope;
    for (std::size_t i = 0; i < m_components.size(); ++i)
        m_components[i]->setChecked(scope.components[i]);
    for (std::size_t i = 0; i < m_funders.size(); ++i)
        m_funders[i]->setChecked(scope.funders[i]);
}

void CostScopeMenu::change()
{
    if (!anyTicked(m_components) || !anyTicked(m_funders)) {
        read(m_scope); // no cost at all is nothing to compare
        return;
    }
    for (std::size_t i = 0; i < m_components.size(); ++i)
        m_scope.components[i] = m_components[i]->isChecked();
    for (std::size_t i = 0; i < m_funders.size(); ++i)
        m_scope.funders[i] = m_funders[i]->isChecked();
    emit chosen(m_scope);
}

} // namespace twelvefold::ui
