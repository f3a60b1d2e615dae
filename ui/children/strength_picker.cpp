// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/own_words.h"

#include "children/domain_row.h"
#include "common/accessible_roles.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <algorithm>

namespace twelvefold::ui {

StrengthPicker::StrengthPicker(const QString& title, const QStringList& levels, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(title);
    setAccessibleRole(this, QAccessible::Grouping);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(3);
    for (int level = 0; level < static_cast<int>(levels.size()); ++level) {
        auto* button = new LevelButton(level, this);
        button->setFixedSize(27, 24);
        button->setAccessibleName(tr("%1: %2, %3").arg(title).arg(level).arg(levels[level]));
        button->setToolTip(levels[level]);
        // A second press on the same level takes it back.
        connect(button, &LevelButton::chosen, this, [this](int chosen) {
            if (m_writing)
                emit picked(m_level == chosen ? std::nullopt : std::optional(chosen));
        });
        m_buttons.push_back(button);
        line->addWidget(button);
    }
    setLevel(std::nullopt, true);
}

void StrengthPicker::setLevel(std::optional<int> level, bool writing)
{
    m_level = level;
    m_writing = writing;
    for (LevelButton* button : m_buttons) {
        button->setChosen(level == button->level());
        button->setSettled(!writing);
        button->setFocusPolicy(button->level() == level.value_or(0) ? Qt::StrongFocus
                                                                    : Qt::ClickFocus);
        button->setRead(false);
    }
}

void StrengthPicker::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const int last = static_cast<int>(m_buttons.size()) - 1;
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        // Digits belong to this strength as long as it has the focus, also those it has no level
        // for.
        if (m_writing && key - Qt::Key_0 <= last) {
            emit picked(key - Qt::Key_0);
            button(key - Qt::Key_0)->setFocus();
        }
    } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const int by = key == Qt::Key_Left ? -1 : 1;
        const int level = m_level ? std::clamp(*m_level + by, 0, last) : 0;
        if (m_writing) {
            emit picked(level);
            button(level)->setFocus();
        }
    } else if ((key == Qt::Key_Delete || key == Qt::Key_Backspace) && m_writing) {
        emit picked(std::nullopt);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace twelvefold::ui
