// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/file_drops.h"

#include "data/drop_zone.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace twelvefold::ui {

FileDrops::FileDrops(QWidget* window) : QObject(window), m_window(window)
{
    window->setAcceptDrops(true);
    qApp->installEventFilter(this);
}

bool FileDrops::eventFilter(QObject* watched, QEvent* event)
{
    const bool isDrag = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (!isDrag && event->type() != QEvent::Drop)
        return false;
    const auto* widget = qobject_cast<const QWidget*>(watched);
    if (widget == nullptr || widget->window() != m_window || QApplication::activeModalWidget() ||
        qobject_cast<const DropZone*>(widget)) // it shows that files are over it
        return false;
    auto* drop = static_cast<QDropEvent*>(event); // what the other two are as well
    const QStringList files = localFiles(drop->mimeData());
    if (files.isEmpty())
        return false;
    drop->acceptProposedAction();
    if (!isDrag)
        emit dropped(files);
    return true;
}

} // namespace twelvefold::ui
