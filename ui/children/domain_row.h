// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>
#include <QWidget>
#include <optional>
#include <vector>

class QLabel;
class QPainter;

namespace twelvefold::ui {

class ElidedLabel;

// One level of one need domain; to a screen reader a radio button among its row's. Chosen when it
// is pressed, not when it is let go: choosing moves the rows below, and the mouse button might be
// let go over another.
class LevelButton : public QRadioButton
{
    Q_OBJECT
public:
    LevelButton(int level, QWidget* parent);
    int level() const { return m_level; }
    void setChosen(bool chosen); // none of a row's may be
    // Under the focus of the row that the person is in: its descriptor is on show.
    void setRead(bool read);
    void setSettled(bool settled); // chosen in an assessment that is no longer being written
    QSize sizeHint() const override { return {38, 30}; }

signals:
    void chosen(int level);
    void entered(int level); // by Tab or a click

protected:
    bool hitButton(const QPoint& position) const override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    int m_level;
    bool m_read = false;
    bool m_settled = false;
};

// A need domain in the form: its title, a button a level, a ghost mark under last time's level with
// an arrow to the one chosen, and the first line of its evidence note.
class DomainRow : public QWidget
{
    Q_OBJECT
public:
    DomainRow(const QString& title, const QStringList& levelNames, const QStringList& descriptors,
              QWidget* parent = nullptr);

    struct State
    {
        std::optional<int> level;
        std::optional<int> before;
        QString evidence;
        QString notKnownBecause;
        bool current = false;
        int read = 0;         // the level whose descriptor is on show, in the current row
        bool settled = false; // not being written
        bool problem = false; // stands between the draft and its sign-off
        bool operator==(const State&) const = default;
    };
    void setState(const State& state);
    void setTitleWidth(int width);
    int titleWidth() const;
    LevelButton* button(int level) const { return m_buttons[static_cast<std::size_t>(level)]; }
    void focusLevel(int level);

signals:
    void levelChosen(int level);
    void levelEntered(int level);
    void pressed();     // anywhere else in the row
    void notePressed(); // on the evidence

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void paintGhost(QPainter& painter) const;
    void showNote();

    void shareRoom();
    int m_titleWidth = 0; // that the titles of all rows take where there is room
    QString m_titleText;
    QStringList m_levelNames;
    QStringList m_descriptors;
    ElidedLabel* m_title;
    QLabel* m_note;
    std::vector<LevelButton*> m_buttons;
    State m_state;
};

} // namespace twelvefold::ui
