// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>
#include <QWidget>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace twelvefold::ui {

// A few lines of plain words that grow with what is written in them.
class WordsEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit WordsEdit(int lines, QWidget* parent = nullptr);
    void setLines(int lines);

signals:
    void left(); // Escape

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    int m_lines;
};

// What opens under the row that the person is in: the descriptor of the level under the focus, what
// it was last time, the evidence note, why it is not known, and how sure the rater is.
class DomainDetail : public QWidget
{
    Q_OBJECT
public:
    explicit DomainDetail(QWidget* parent = nullptr);

    struct State
    {
        QString domain;
        QString prompt;
        int level = 0;
        QString levelName;
        QString descriptor;
        QString lastTime; // "Last time: 3, on 14 Sep 2025."
        QString evidence;
        QString notKnownBecause;
        std::optional<int> confidence;
        bool writing = true; // false: only to be read
        QString problem;     // what stands between this row and the sign-off
    };
    void setState(const State& state);
    void writeNote();     // opens the evidence note and puts the cursor in it
    void writeNotKnown(); // the same for the reason
    void followInTabOrder(QWidget* before);
    QString problem() const { return m_state.problem; } // as on show

signals:
    void evidenceTyped(const QString& text);
    void notKnownTyped(const QString& text);
    void confidencePressed();
    void left(); // back to the levels

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    State m_state;
    bool m_noteOpen = false;
    bool m_notKnownOpen = false;
    QLabel* m_words;
    QLabel* m_problem;
    QLabel* m_noteLabel;
    WordsEdit* m_note;
    QLabel* m_notKnownLabel;
    QLineEdit* m_notKnown;
    QWidget* m_actions;
    QPushButton* m_noteButton;
    QPushButton* m_notKnownButton;
    QPushButton* m_confidenceButton;
};

} // namespace twelvefold::ui
