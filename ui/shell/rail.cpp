// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/rail.h"

#include "common/accessible_roles.h"
#include "common/controls.h"
#include "common/icons.h"
#include "common/theme.h"

#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr QSize kEntry(68, 58);
constexpr int kWidestEntry = 104; // where a language has longer words
constexpr int kBeside = 16;       // from the rail's edges

int wordsWidth(const QString& title)
{
    QFont bold = Appearance::small(); // as it is drawn when it is chosen
    bold.setWeight(QFont::Bold);
    return QFontMetrics(bold).horizontalAdvance(title) + 8;
}

} // namespace

Rail::Rail(QWidget* parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setRole(this, "rail");
    setFixedWidth(kEntry.width() + kBeside);
    setAccessibleName(tr("Workspaces"));
    setAccessibleRole(this, QAccessible::Grouping);
    m_column->setContentsMargins(8, 14, 7, 14);
    m_column->setSpacing(4);
    m_column->addStretch();
}

void Rail::add(Workspace workspace, const QString& title, const QString& iconName,
               const QString& shortcut)
{
    auto* button = new QToolButton(this);
    QFont bold = Appearance::small();
    bold.setWeight(QFont::Bold);
    button->setText(QFontMetrics(bold).elidedText(title, Qt::ElideRight, kWidestEntry - 8));
    button->setIcon(icon(iconName));
    button->setIconSize({22, 22});
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFont(Appearance::small());
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(tr("%1 (%2)", "a workspace and its shortcut").arg(title, shortcut));
    button->setAccessibleName(title);
    setRole(button, "rail");
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, [this, workspace] { emit chosen(workspace); });
    m_column->insertWidget(m_column->count() - 1, button);
    m_entries.push_back({workspace, button});
    m_entryWidth =
        std::clamp(wordsWidth(title), std::max(m_entryWidth, kEntry.width()), kWidestEntry);
    for (const Entry& entry : m_entries)
        entry.button->setFixedSize(m_entryWidth, kEntry.height());
    setFixedWidth(m_entryWidth + kBeside);
}

void Rail::setCurrent(Workspace workspace)
{
    if (QToolButton* found = button(workspace))
        found->setChecked(true);
}

QToolButton* Rail::button(Workspace workspace) const
{
    for (const Entry& entry : m_entries) {
        if (entry.workspace == workspace)
            return entry.button;
    }
    return nullptr;
}

bool Rail::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const auto n = static_cast<int>(m_entries.size());
        for (int i = 0; step != 0 && i < n; ++i) {
            if (m_entries[static_cast<std::size_t>(i)].button == watched) {
                QToolButton* next = m_entries[static_cast<std::size_t>((i + step + n) % n)].button;
                next->setFocus();
                next->click();
                return true;
            }
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace twelvefold::ui
