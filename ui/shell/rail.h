// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QFrame>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace twelvefold::ui {

// The workspaces down the left, an icon and a word each. Up and Down move between them.
class Rail : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    void add(Workspace workspace, const QString& title, const QString& icon,
             const QString& shortcut);
    void setCurrent(Workspace workspace);
    QToolButton* button(Workspace workspace) const; // null when there is none

signals:
    void chosen(twelvefold::ui::Workspace workspace);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry
    {
        Workspace workspace;
        QToolButton* button;
    };
    std::vector<Entry> m_entries;
    QVBoxLayout* m_column;
    int m_entryWidth = 0; // of every entry: what the longest title takes
};

} // namespace twelvefold::ui
