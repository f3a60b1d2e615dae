// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/cost_scope_menu.h"

#include "common/controls.h"
#include "explore/tick_group.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>
#include <functional>

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

// Ticks each, and says so: "Only" and "All" of a row are many ticks at once.
template<std::size_t N>
void tickAll(const std::array<QCheckBox*, N>& boxes, const std::function<bool(std::size_t)>& on)
{
    for (std::size_t i = 0; i < N; ++i)
        boxes[i]->setChecked(on(i));
}

template<class Enum, std::size_t N>
void addBoxes(QWidget* page, QVBoxLayout* column, const QString& title,
              std::array<QCheckBox*, N>& boxes, const std::function<void()>& change)
{
    column->addWidget(sectionTitle(title, page));
    for (const auto& named : domain::allOf<Enum>()) {
        const QString words = wording::text(named.word);
        auto* row = new TickRow(words, words, nullptr, page);
        row->box()->setAccessibleDescription(
            CostScopeMenu::tr("%1. O: only this one, or all again").arg(title));
        column->addWidget(row);
        const auto at = static_cast<std::size_t>(named.value);
        boxes[at] = row->box();
        QObject::connect(row, &TickRow::onlyWanted, row, [&boxes, at, change] {
            tickAll(boxes, [at](std::size_t i) { return i == at; });
            change();
        });
        QObject::connect(row, &TickRow::allWanted, row, [&boxes, change] {
            tickAll(boxes, [](std::size_t) { return true; });
            change();
        });
    }
}

template<std::size_t N>
void nameAlone(const std::array<QCheckBox*, N>& boxes)
{
    const auto ticked = std::ranges::count_if(boxes, &QCheckBox::isChecked);
    for (QCheckBox* box : boxes)
        static_cast<TickRow*>(box->parentWidget())->setAlone(ticked == 1 && box->isChecked());
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
    const auto changed = [this] { change(); };
    addBoxes<domain::CostComponent>(page, column, tr("Components"), m_components, changed);
    column->addSpacing(6);
    addBoxes<domain::Funder>(page, column, tr("Paid by"), m_funders, changed);
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
    nameAlone(m_components);
    nameAlone(m_funders);
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
    nameAlone(m_components);
    nameAlone(m_funders);
    emit chosen(m_scope);
}

} // namespace twelvefold::ui
