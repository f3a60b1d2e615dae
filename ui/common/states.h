// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <QTimer>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

class QLabel;
class QProgressBar;
class QPushButton;

namespace twelvefold::ui {

// What is missing, why, and the one thing to do next.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    // Without an action there is no button.
    void say(const QString& what, const QString& why, const QString& action = {});
    QPushButton* button() const { return m_button; }

signals:
    void acted();

private:
    QLabel* m_what;
    QLabel* m_why;
    QPushButton* m_button;
};

// A long job off the UI thread, over the widget it concerns: nothing shows for the first tenth of a
// second, then what is done, how far it is, and a way to stop it.
class Busy : public QWidget
{
    Q_OBJECT
public:
    using Report = std::function<void(const domain::Message& what, double fraction)>;
    // Runs in a thread of its own. May throw store::WorldError.
    using Job = std::function<void(const Report& report, std::stop_token stop)>;
    // In the UI thread; the failure is what the world refused, in words.
    using Then = std::function<void(bool stopped, const std::optional<QString>& failure)>;

    explicit Busy(QWidget* over);
    ~Busy() override; // stops and waits
    bool running() const;
    void run(const QString& title, Job job, Then then);
    void stop();
    void stopAndWait(); // what was to follow does not; before the ground goes from under the job

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void finish(const std::optional<QString>& failure);
    class Work;
    std::unique_ptr<Work> m_work;
    QTimer m_patience;
    QLabel* m_title;
    QLabel* m_what;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace twelvefold::ui
