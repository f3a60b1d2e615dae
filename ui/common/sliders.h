// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

#include <optional>

namespace twelvefold::ui {

// A horizontal slider over steps of a number: value = step × stepSize. The wheel leaves it alone.
class NumberSlider : public QSlider
{
    Q_OBJECT
public:
    NumberSlider(double from, double to, double stepSize, QWidget* parent = nullptr);
    double number() const;
    void setNumber(double number); // to the nearest step
    // A number on the scale that is worth knowing; a tick stands there. What it means is said
    // beside.
    void setMark(std::optional<double> number);

signals:
    void numberChanged(double number);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    double m_stepSize;
    std::optional<double> m_mark;
};

// Two handles on one groove. Tab goes from the lower to the upper handle; arrows move by one,
// PageUp and PageDown by a tenth, Home and End to the ends.
class RangeSlider : public QWidget
{
    Q_OBJECT
public:
    RangeSlider(int from, int to, QWidget* parent = nullptr);
    int lower() const { return m_lower; }
    int upper() const { return m_upper; }
    void setRange(int lower, int upper); // does not emit
    QSize sizeHint() const override { return {160, 20}; }
    QSize minimumSizeHint() const override { return {60, 20}; }

signals:
    void rangeChanged(int lower, int upper);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    double xOf(int value) const;
    int valueAt(double x) const;
    void moveTo(int value);
    void describe();

    int m_from, m_to, m_lower, m_upper;
    bool m_onUpper = false; // which handle the keyboard and the mouse move
};

} // namespace twelvefold::ui
