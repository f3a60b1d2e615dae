// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

// The line under the header that stays while something is the matter with the store itself, with
// the one thing to do about it.
class StoreBanner : public QFrame
{
    Q_OBJECT
public:
    explicit StoreBanner(QWidget* parent);
    void offer(const QString& sentence, const QString& button, std::function<void()> does);
    QString sentence() const;
    QPushButton* button() const { return m_button; }

private:
    QLabel* m_text;
    QPushButton* m_button;
    std::function<void()> m_does;
};

} // namespace twelvefold::ui
