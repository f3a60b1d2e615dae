// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <set>
#include <string>
#include <vector>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace twelvefold::ui {

// A check box with words that may wrap and a count at the right end. A click on the words ticks
// it too. Where the mouse or the keyboard is, the count gives way to "Only", which asks for this
// one alone; the key O does the same, and where it is alone already, both ask for all.
class TickRow : public QWidget
{
    Q_OBJECT
public:
    TickRow(const QString& words, const QString& accessibleName, QWidget* mark,
            QWidget* parent = nullptr); // mark: between box and words, or nothing
    QCheckBox* box() const { return m_box; }
    void setCount(std::size_t count, const QString& description);
    void setAlone(bool alone); // the only one of its list that is ticked

signals:
    void onlyWanted();
    void allWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void ask();
    void offer();
    QCheckBox* m_box;
    QStackedLayout* m_end; // the count, or the way to have only this one
    QLabel* m_count;
    QPushButton* m_only;
    bool m_alone = false;
};

// A titled list of tick rows of which at least one stays ticked. Ticked is let through. Without
// any row nothing is shown.
class TickGroup : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        std::string key;
        QString words;
        std::size_t count;
        bool ticked;
        bool operator==(const Row&) const = default;
    };

    explicit TickGroup(const QString& title, QWidget* parent = nullptr);
    void setRows(const std::vector<Row>& rows, const QString& whatIsCounted);
    QWidget* tabAfter(QWidget* before); // puts the boxes there in the Tab order; says the last

signals:
    void chosen(const std::set<std::string, std::less<>>& keys, bool all); // by the person
    void lastRefused(); // the last one cannot be unticked

private:
    void makeBoxes(const std::vector<Row>& rows);
    void tick(std::size_t at, bool on);
    void askForAll();

    QString m_title;
    QVBoxLayout* m_column;
    std::vector<Row> m_rows;
    std::vector<TickRow*> m_boxes;
};

} // namespace twelvefold::ui
