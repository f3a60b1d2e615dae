// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace twelvefold::ui {

class ElidedLabel;

// One quiet line on how the findings stand: nothing while nobody has to wait, then what is being
// worked out and how far it is, with a way to stop it; after a stop, a way to go on.
class StandingLine : public QWidget
{
    Q_OBJECT
public:
    explicit StandingLine(Session& session, QWidget* parent = nullptr);
    QString words() const;
    // "Stop refining" or "Refine again"; hidden when there is neither to stop nor to go on.
    QPushButton* button() const { return m_button; }
    bool stoppable() const; // and it shows

signals:
    void changed(); // in what it shows

private:
    void follow();
    void show();
    QString part() const;

    Session& m_session;
    ElidedLabel* m_words;
    QPushButton* m_button;
    QTimer m_patience;
    Standing m_since = Standing::complete;
};

} // namespace twelvefold::ui
