// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

// The quiet line at the foot of the window: what was just done, with a way to undo it. It goes by
// itself, unless it has the focus or the mouse.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* over);
    void say(const QString& sentence, bool canUndo);
    void offerNoUndo(); // any more
    QString sentence() const;

signals:
    void undoRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    QLabel* m_text;
    QPushButton* m_undo;
    QTimer m_stay;
};

} // namespace twelvefold::ui
