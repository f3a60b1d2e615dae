// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_list.h"

#include "common/theme.h"

#include <QPainter>

namespace twelvefold::ui {
namespace {

// Draws words at the right edge of an area and returns how wide they are.
int drawRight(QPainter& painter, const QRect& area, const QString& words)
{
    const int width = painter.fontMetrics().horizontalAdvance(words);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, words);
    return width;
}

int drawBadge(QPainter& painter, const QRect& area, const QString& words, const QColor& ink,
              const QColor& wash)
{
    painter.setFont(Appearance::small());
    const int width = painter.fontMetrics().horizontalAdvance(words) + 12;
    const QRectF badge(area.right() - width + 1, area.center().y() - 8, width, 17);
    painter.setPen(Qt::NoPen);
    painter.setBrush(wash);
    painter.drawRoundedRect(badge, 4, 4);
    painter.setPen(ink);
    painter.drawText(badge, Qt::AlignCenter, words);
    return width;
}

void drawLeft(QPainter& painter, QRect area, int takenAtRight, const QString& words)
{
    area.adjust(0, 0, -takenAtRight - 8, 0);
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, area.width()));
}

} // namespace

ChildDelegate::ChildDelegate(ChildListModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

void ChildDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    const store::ChildRow& row = m_model.child(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect area = option.rect;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(area, tokens.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(area, tokens.window);
    painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens.line);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Selected)) {
        painter->setPen(QPen(tokens.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -3), 4, 4);
    }

    const QRect inside = area.adjusted(12, 7, -12, -7);
    const QRect upper(inside.left(), inside.top(), inside.width(), inside.height() / 2);
    const QRect lower = upper.translated(0, inside.height() / 2);

    int taken = 0;
    if (row.hasDraft) {
        taken = drawBadge(*painter, upper, tr("draft"), tokens.quiet, tokens.grid);
    } else if (m_model.due(row)) {
        taken = drawBadge(*painter, upper, tr("due"), tokens.attention, tokens.attentionWash);
    } else {
        painter->setFont(Appearance::body());
        painter->setPen(tokens.quiet);
        taken = drawRight(*painter, upper, m_model.change(row));
    }
    painter->setFont(Appearance::strong());
    painter->setPen(row.current ? tokens.text : tokens.quiet);
    drawLeft(*painter, upper, taken, m_model.title(row));

    painter->setFont(Appearance::body());
    painter->setPen(tokens.quiet);
    taken = drawRight(*painter, lower, m_model.need(row));
    drawLeft(*painter, lower, taken, m_model.where(row));
    painter->restore();
}

} // namespace twelvefold::ui
