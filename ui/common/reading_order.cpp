// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/reading_order.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <algorithm>
#include <set>

namespace twelvefold::ui {
namespace {

class Walk
{
public:
    void widget(QWidget* at)
    {
        if (!m_seen.insert(at).second)
            return;
        // A widget whose focus is another's own part is come to through that part.
        const QWidget* proxy = at->focusProxy();
        if (at->focusPolicy() != Qt::NoFocus && !(proxy != nullptr && at->isAncestorOf(proxy)))
            found.push_back(at);
        if (auto* area = qobject_cast<QScrollArea*>(at); area != nullptr && area->widget())
            widget(area->widget());
        if (auto* splitter = qobject_cast<QSplitter*>(at)) {
            for (int i = 0; i < splitter->count(); ++i)
                widget(splitter->widget(i));
        }
        if (at->layout() != nullptr)
            layout(at->layout());
    }

    std::vector<QWidget*> found;

private:
    void item(QLayoutItem* item)
    {
        if (item == nullptr)
            return;
        if (item->widget() != nullptr)
            widget(item->widget());
        else if (item->layout() != nullptr)
            layout(item->layout());
    }
    void layout(QLayout* layout)
    {
        if (auto* form = qobject_cast<QFormLayout*>(layout)) {
            for (int row = 0; row < form->rowCount(); ++row) {
                for (const auto role :
                     {QFormLayout::LabelRole, QFormLayout::SpanningRole, QFormLayout::FieldRole})
                    item(form->itemAt(row, role));
            }
        } else if (auto* grid = qobject_cast<QGridLayout*>(layout)) {
            for (int row = 0; row < grid->rowCount(); ++row) {
                for (int column = 0; column < grid->columnCount(); ++column)
                    item(grid->itemAtPosition(row, column));
            }
        } else {
            for (int i = 0; i < layout->count(); ++i)
                item(layout->itemAt(i));
        }
    }
    std::set<QWidget*> m_seen;
};

} // namespace

std::vector<QWidget*> inReadingOrder(QWidget* root)
{
    Walk walk;
    walk.widget(root);
    return std::move(walk.found);
}

void tabAsRead(QWidget* root)
{
    const std::vector<QWidget*> order = inReadingOrder(root);
    for (std::size_t i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
}

} // namespace twelvefold::ui
