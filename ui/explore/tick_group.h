// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <set>
#include <vector>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace twelvefold::ui {

// A check box with words that may wrap and a count at the right end. A click on the words ticks
// it too.
class TickRow : public QWidget
{
    Q_OBJECT
public:
    TickRow(const QString& words, const QString& accessibleName, QWidget* mark,
            QWidget* parent = nullptr); // mark: between box and words, or nothing
    QCheckBox* box() const { return m_box; }
    void setCount(std::size_t count, const QString& description);

private:
    QCheckBox* m_box;
    QLabel* m_count;
};

// A titled list of tick rows of which at least one stays ticked. Ticked is let through. Without
// any row nothing is shown.
class TickGroup : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        std::size_t key;
        QString words;
        std::size_t count;
        bool ticked;
        bool operator==(const Row&) const = default;
    };

    explicit TickGroup(const QString& title, QWidget* parent = nullptr);
    void setRows(const std::vector<Row>& rows, const QString& whatIsCounted);
    QWidget* tabAfter(QWidget* before); // puts the boxes there in the Tab order; says the last

signals:
    void chosen(const std::set<std::size_t>& keys, bool all); // by the person
    void lastRefused();                                       // the last one cannot be unticked

private:
    void makeBoxes(const std::vector<Row>& rows);
    void tick(std::size_t at, bool on);

    QString m_title;
    QVBoxLayout* m_column;
    std::vector<Row> m_rows;
    std::vector<TickRow*> m_boxes;
};

} // namespace twelvefold::ui
