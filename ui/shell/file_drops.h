// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace twelvefold::ui {

// Files dropped anywhere on a window, whatever lies under the pointer: a field would take a path
// for text.
class FileDrops : public QObject
{
    Q_OBJECT
public:
    explicit FileDrops(QWidget* window);

signals:
    void dropped(const QStringList& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
};

} // namespace twelvefold::ui
