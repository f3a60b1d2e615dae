// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QFrame>
#include <QPushButton>

class QComboBox;

// Controls that give way where their words are too long for their place: the words end in …, the
// whole is in the tooltip and is what a screen reader says. So no filter, name or language makes a
// window wider.
namespace twelvefold::ui {

// One line of text, or a few.
class ElidedLabel : public QFrame
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)
public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
    QString text() const { return m_text; }
    void setText(const QString& text);
    void setElideMode(Qt::TextElideMode mode); // at the right unless told
    void setMostLines(int lines);              // more than one wraps, and is elided in the last
    bool isElided() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return m_mostLines > 1; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void sayInFull();
    QStringList linesIn(int width) const; // all that the text takes
    QString m_text;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    int m_mostLines = 1;
};

// A push button. In a layout that is short of room it shrinks to longest() pixels, no further:
// what is said in a few words is always said in full.
class ElidedButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ElidedButton(const QString& text, QWidget* parent = nullptr);
    explicit ElidedButton(QWidget* parent = nullptr) : ElidedButton(QString(), parent) {}
    void setLongest(int pixels);
    bool isElided() const;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    bool isFilled() const;
    void paintRing(QPainter& painter) const;
    int m_longest = 170;
};

// A check box whose words give way.
class ElidedCheckBox : public QCheckBox
{
    Q_OBJECT
public:
    explicit ElidedCheckBox(const QString& text, QWidget* parent = nullptr);
    bool isElided() const;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

// A closed combo box is as wide as its place, not as its longest entry; its tooltip says what is
// chosen.
void keepToItsPlace(QComboBox* box);

} // namespace twelvefold::ui
