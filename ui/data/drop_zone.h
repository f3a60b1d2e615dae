// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QMimeData;
class QPushButton;

namespace twelvefold::ui {

// The files and folders of this machine among what is dragged.
QStringList localFiles(const QMimeData* dragged);

// Where files are let go, or chosen.
class DropZone : public QWidget
{
    Q_OBJECT
public:
    explicit DropZone(QWidget* parent = nullptr);
    QPushButton* filesButton() const { return m_files; }
    QPushButton* folderButton() const { return m_folder; }

signals:
    void given(const QStringList& paths); // files and folders

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* m_files;
    QPushButton* m_folder;
    bool m_over = false; // something is held over it
};

} // namespace twelvefold::ui
