// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/domain_row.h"

#include "common/theme.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace twelvefold::ui {

LevelButton::LevelButton(int level, QWidget* parent) : QRadioButton(parent), m_level(level)
{
    setFocusPolicy(Qt::ClickFocus);
    setFixedSize(sizeHint());
    setCursor(Qt::PointingHandCursor);
    // A screen reader presses it without a key or a mouse.
    connect(this, &QAbstractButton::clicked, this, [this] {
        emit entered(m_level);
        emit chosen(m_level);
    });
}

void LevelButton::setChosen(bool chosen)
{
    // Among exclusive buttons, one that is on cannot be put out.
    setAutoExclusive(false);
    setChecked(chosen);
    setAutoExclusive(true);
}

void LevelButton::setRead(bool read)
{
    if (m_read == read)
        return;
    m_read = read;
    update();
}

void LevelButton::setSettled(bool settled)
{
    if (m_settled == settled)
        return;
    m_settled = settled;
    update();
}

bool LevelButton::hitButton(const QPoint& position) const
{
    return rect().contains(position);
}

void LevelButton::paintEvent(QPaintEvent*)
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool solid = isChecked() && !m_settled;

    QColor fill = m_read ? Qt::transparent : tokens.panel;
    QColor edge = underMouse() && isEnabled() ? tokens.faint : tokens.line;
    QColor ink = tokens.text;
    if (isChecked()) {
        fill = m_settled ? tokens.selection : tokens.accent;
        edge = tokens.accent;
        ink = m_settled ? tokens.accent : tokens.onAccent;
    }
    painter.setBrush(fill);
    painter.setPen(QPen(edge, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (hasFocus()) {
        // A ring inside the edge, so that it is seen on a chosen level too.
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(solid ? tokens.onAccent : tokens.accent, 2));
        const double inset = solid ? 3 : 1;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 5, 5);
    }
    painter.setFont(isChecked() ? Appearance::strong() : Appearance::body());
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter, QString::number(m_level));
}

void LevelButton::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    emit entered(m_level);
    emit chosen(m_level);
}

void LevelButton::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

void LevelButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && !m_settled) {
        emit chosen(m_level);
        return;
    }
    event->ignore(); // the form knows what the other keys do
}

void LevelButton::keyReleaseEvent(QKeyEvent* event)
{
    event->ignore();
}

void LevelButton::focusInEvent(QFocusEvent* event)
{
    QRadioButton::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        emit entered(m_level);
}

} // namespace twelvefold::ui
