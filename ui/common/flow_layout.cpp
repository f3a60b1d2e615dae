// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/flow_layout.h"

#include <QWidget>
#include <algorithm>

namespace twelvefold::ui {

FlowLayout::FlowLayout(QWidget* parent, Qt::Alignment end, int spacing)
    : QLayout(parent), m_end(end)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem* item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.push_back(item);
    invalidate();
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index < 0 || index >= count() ? nullptr : m_items[static_cast<std::size_t>(index)];
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    QLayoutItem* taken = itemAt(index);
    if (taken)
        m_items.erase(m_items.begin() + index);
    return taken;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    const QMargins around = contentsMargins();
    return size + QSize(around.left() + around.right(), around.top() + around.bottom());
}

QSize FlowLayout::sizeHint() const
{
    int width = 0, height = 0, shown = 0;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width();
        height = std::max(height, item->sizeHint().height());
        ++shown;
    }
    const QMargins around = contentsMargins();
    return {width + std::max(0, shown - 1) * spacing() + around.left() + around.right(),
            height + around.top() + around.bottom()};
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    std::vector<QLayoutItem*> line;
    int y = room.top(), width = 0, height = 0;
    const auto endLine = [&] {
        if (line.empty())
            return;
        if (place)
            placeLine(line, QRect(room.left(), y, room.width(), height));
        y += height + spacing();
        line.clear();
        width = height = 0;
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const int own = std::min(item->sizeHint().width(), room.width());
        if (!line.empty() && width + spacing() + own > room.width())
            endLine();
        width += own + (line.empty() ? 0 : spacing());
        height = std::max(height, item->sizeHint().height());
        line.push_back(item);
    }
    const bool any = !line.empty();
    endLine();
    const int bottom = any ? y - spacing() : y;
    return bottom - rect.top() + contentsMargins().bottom();
}

void FlowLayout::placeLine(const std::vector<QLayoutItem*>& line, const QRect& room) const
{
    int width = (static_cast<int>(line.size()) - 1) * spacing();
    for (const QLayoutItem* item : line)
        width += std::min(item->sizeHint().width(), room.width());
    const int left = room.width() - width;
    int x = room.left() + (m_end.testFlag(Qt::AlignRight)     ? left
                           : m_end.testFlag(Qt::AlignHCenter) ? left / 2
                                                              : 0);
    for (QLayoutItem* item : line) {
        const QSize size(std::min(item->sizeHint().width(), room.width()),
                         item->sizeHint().height());
        item->setGeometry(QRect(QPoint(x, room.top() + (room.height() - size.height()) / 2), size));
        x += size.width() + spacing();
    }
}

} // namespace twelvefold::ui
