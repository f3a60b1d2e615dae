// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <stop_token>

namespace twelvefold::ui {

class Session;

// Looks after the file behind the open store, without anybody waiting: whether it is as the program
// left it, once after it was opened; and where it is open for reading only, now and then, whether
// somebody has written to it since.
class StoreWatch : public QObject
{
    Q_OBJECT
public:
    explicit StoreWatch(Session& session, QObject* parent = nullptr);
    ~StoreWatch() override;
    void look(); // for a change underneath, at once

signals:
    void changedUnderneath(); // once an opening
    void faultsFound(const QStringList& sentences);

private:
    void begin();
    void end();
    void check();
    Session& m_session;
    QTimer m_now;
    QThreadPool m_pool;
    std::stop_source m_stop;
    int m_opening = 0; // counts them, so that late news of a closed store is dropped
};

} // namespace twelvefold::ui
