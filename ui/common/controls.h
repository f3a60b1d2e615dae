// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/eliding.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <vector>

class QComboBox;
class QVBoxLayout;

namespace twelvefold::ui {

// How the style sheet draws a widget: "panel", "bar", "foot", "rail", "hairline", "clear", "quiet",
// "attention", "badge", "primary", "link"…; may change while it is shown.
void setRole(QWidget* widget, const char* role);

// A rounded frame with a vertical layout, 14 px within.
class Panel : public QFrame
{
public:
    explicit Panel(QWidget* parent = nullptr);
    QVBoxLayout* column() const { return m_column; }

private:
    QVBoxLayout* m_column;
};

// Text in the type scale. They wrap; a sentence is selectable.
QLabel* sectionTitle(const QString& text, QWidget* parent = nullptr);   // 13 semibold
QLabel* quietLabel(const QString& text, QWidget* parent = nullptr);     // 13, quiet
QLabel* smallLabel(const QString& text, QWidget* parent = nullptr);     // 11.5, quiet
QLabel* sentenceLabel(const QString& text, QWidget* parent = nullptr);  // 19 semibold
QLabel* figureLabel(const QString& text, QWidget* parent = nullptr);    // 26 semibold
QLabel* attentionLabel(const QString& text, QWidget* parent = nullptr); // on the attention wash
QLabel* badge(const QString& text, QWidget* parent = nullptr);          // "due"
QLabel* plainBadge(const QString& text, QWidget* parent = nullptr);     // "read only"
QFrame* hairline(QWidget* parent = nullptr);

QPushButton* primaryButton(const QString& text, QWidget* parent = nullptr);
QPushButton* secondaryButton(const QString& text, QWidget* parent = nullptr);
QPushButton* linkButton(const QString& text, QWidget* parent = nullptr);

// A figure that was worked out and says how: it reads as text, and opens by click, Enter or
// Alt+Enter, or from its menu.
class FigureLink : public ElidedButton
{
    Q_OBJECT
public:
    // what: the figure in words, for those who hear it: "Median weekly cost".
    FigureLink(const QString& text, const QString& what, const QFont& font,
               QWidget* parent = nullptr);
    void say(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QString m_what;
};

// What a choice is about, where no label beside it says so: platforms that call a choice by what is
// chosen read it from here.
void nameChoice(QComboBox* choice, const QString& name);

// Content that scrolls, without a frame or a background of its own: sideways only where a word is
// longer than the place is wide.
QScrollArea* scrolling(QWidget* content, QWidget* parent = nullptr);

// A few choices side by side, one of them chosen: radio buttons to the keyboard (arrow keys move
// and choose, Tab leaves) and to screen readers.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(const QStringList& choices, QWidget* parent = nullptr);
    int current() const { return m_current; }
    void setCurrent(int index); // does not emit chosen
    QPushButton* segment(int index) const { return m_segments[static_cast<std::size_t>(index)]; }

signals:
    void chosen(int index); // by the person

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int index);
    std::vector<QPushButton*> m_segments;
    int m_current = 0;
};

} // namespace twelvefold::ui
