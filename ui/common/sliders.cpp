// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/sliders.h"

#include "common/accessible_roles.h"
#include "common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace twelvefold::ui {
namespace {

constexpr double kHandle = 7; // radius

} // namespace

NumberSlider::NumberSlider(double from, double to, double stepSize, QWidget* parent)
    : QSlider(Qt::Horizontal, parent), m_stepSize(stepSize)
{
    QSlider::setRange(static_cast<int>(std::lround(from / stepSize)),
                      static_cast<int>(std::lround(to / stepSize)));
    setSingleStep(1);
    setPageStep(std::max(1, (maximum() - minimum()) / 10));
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QSlider::valueChanged, this, [this] { emit numberChanged(number()); });
}

double NumberSlider::number() const
{
    return value() * m_stepSize;
}

void NumberSlider::setNumber(double number)
{
    setValue(static_cast<int>(std::lround(number / m_stepSize)));
}

void NumberSlider::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void NumberSlider::setMark(std::optional<double> number)
{
    m_mark = number;
    update();
}

void NumberSlider::paintEvent(QPaintEvent* event)
{
    QSlider::paintEvent(event);
    const double steps = m_mark ? *m_mark / m_stepSize : -1;
    if (steps < minimum() || steps > maximum() || minimum() == maximum())
        return;
    // The middle of a handle goes from one end to the other less half of itself.
    const double x =
        kHandle + (steps - minimum()) / (maximum() - minimum()) * (width() - 2.0 * kHandle);
    QPainter painter(this);
    painter.setPen(QPen(Appearance::instance().tokens().text, 1.5));
    painter.drawLine(QPointF(x, height() - 5.0), QPointF(x, height() - 0.5));
}

RangeSlider::RangeSlider(int from, int to, QWidget* parent)
    : QWidget(parent), m_from(from), m_to(to), m_lower(from), m_upper(to)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::Slider);
    describe();
}

void RangeSlider::setRange(int lower, int upper)
{
    m_lower = std::clamp(lower, m_from, m_to);
    m_upper = std::clamp(upper, m_lower, m_to);
    describe();
    update();
}

double RangeSlider::xOf(int value) const
{
    const double span = std::max(1, m_to - m_from);
    return kHandle + (width() - 2 * kHandle) * (value - m_from) / span;
}

int RangeSlider::valueAt(double x) const
{
    const double share = (x - kHandle) / std::max(1.0, width() - 2 * kHandle);
    return m_from + static_cast<int>(std::lround(share * (m_to - m_from)));
}

void RangeSlider::moveTo(int value)
{
    int& moved = m_onUpper ? m_upper : m_lower;
    const int kept =
        m_onUpper ? std::clamp(value, m_lower, m_to) : std::clamp(value, m_from, m_upper);
    if (kept == moved)
        return;
    moved = kept;
    describe();
    update();
    emit rangeChanged(m_lower, m_upper);
}

void RangeSlider::describe()
{
    setAccessibleDescription(tr("%1 to %2").arg(m_lower).arg(m_upper));
}

void RangeSlider::paintEvent(QPaintEvent*)
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double middle = height() / 2.0;
    painter.setBrush(tokens.line);
    painter.drawRoundedRect(QRectF(kHandle, middle - 2, width() - 2 * kHandle, 4), 2, 2);
    painter.setBrush(isEnabled() ? tokens.accent : tokens.faint);
    painter.drawRect(QRectF(xOf(m_lower), middle - 2, xOf(m_upper) - xOf(m_lower), 4));
    for (const bool upper : {false, true}) {
        const bool focused = hasFocus() && upper == m_onUpper;
        painter.setPen(QPen(isEnabled() ? tokens.accent : tokens.faint, 2));
        painter.setBrush(focused ? tokens.accent : tokens.panel);
        painter.drawEllipse(QPointF(xOf(upper ? m_upper : m_lower), middle), kHandle - 1,
                            kHandle - 1);
    }
}

void RangeSlider::mousePressEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    const double toLower = std::abs(x - xOf(m_lower)), toUpper = std::abs(x - xOf(m_upper));
    m_onUpper = toLower == toUpper ? x > xOf(m_upper) : toUpper < toLower;
    moveTo(valueAt(x));
    update();
}

void RangeSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(valueAt(event->position().x()));
}

void RangeSlider::keyPressEvent(QKeyEvent* event)
{
    const int now = m_onUpper ? m_upper : m_lower;
    const int leap = std::max(1, (m_to - m_from) / 10);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return moveTo(now - 1);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return moveTo(now + 1);
    case Qt::Key_PageDown:
        return moveTo(now - leap);
    case Qt::Key_PageUp:
        return moveTo(now + leap);
    case Qt::Key_Home:
        return moveTo(m_from);
    case Qt::Key_End:
        return moveTo(m_to);
    default:
        QWidget::keyPressEvent(event);
    }
}

void RangeSlider::focusInEvent(QFocusEvent* event)
{
    if (event->reason() == Qt::TabFocusReason)
        m_onUpper = false;
    else if (event->reason() == Qt::BacktabFocusReason)
        m_onUpper = true;
    QWidget::focusInEvent(event);
    update();
}

bool RangeSlider::focusNextPrevChild(bool next)
{
    if (next != m_onUpper) {
        m_onUpper = next;
        update();
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

} // namespace twelvefold::ui
