// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

// The line under the header that stays while something is the matter with the store itself, with
// the one thing to do about it. Of several things that are the matter the gravest stays.
class StoreBanner : public QFrame
{
    Q_OBJECT
public:
    // The gravest last.
    enum class Matter
    {
        faults,  // in its records
        changed, // by another program
        repair   // it lacks what a store cannot be without
    };
    explicit StoreBanner(QWidget* parent);
    void offer(Matter matter, const QString& sentence, const QString& button,
               std::function<void()> does);
    void clear(); // another store is open, or none
    QString sentence() const;
    QPushButton* button() const { return m_button; }

private:
    QLabel* m_text;
    QPushButton* m_button;
    std::optional<Matter> m_matter;
    std::function<void()> m_does;
};

} // namespace twelvefold::ui
