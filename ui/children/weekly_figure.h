// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"

#include <QString>
#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

// "£4,120.00 core + £650.00 additional support, per week of 7 days"; empty when nothing is paid.
QString makeUpOf(const domain::WeeklyCost& cost);
// "£600.00 per day × 7 = £4,200.00"
QString workingOf(const domain::WeeklyPart& part);

// What a child's care costs a week on a date; the figure opens how it is made up.
class WeeklyFigure : public QWidget
{
    Q_OBJECT
public:
    explicit WeeklyFigure(QWidget* parent = nullptr);
    // day: "Today, 29 Nov 2026". maybeTwice: two of the parts may be one cost counted twice.
    void show(const domain::WeeklyCost& cost, const QString& day, bool maybeTwice);
    QString says() const;   // "£4,820.00 a week · Today, 29 Nov 2026"
    bool doubts() const;    // it is said that a cost may be counted twice
    QString makeUp() const; // what is on show; empty while closed

private:
    void open(bool open);

    QLabel* m_figure;
    QLabel* m_per;
    QPushButton* m_opener;
    QLabel* m_makeUp;
    QLabel* m_maybeTwice;
};

} // namespace twelvefold::ui
