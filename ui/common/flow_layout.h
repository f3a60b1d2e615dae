// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <vector>

namespace twelvefold::ui {

// Widgets side by side, in as many lines as they need: where long words leave no room for a button
// beside its neighbour, it goes below it.
class FlowLayout : public QLayout
{
public:
    // end: Qt::AlignLeft, AlignRight or AlignHCenter of each line.
    explicit FlowLayout(QWidget* parent = nullptr, Qt::Alignment end = Qt::AlignLeft,
                        int spacing = 8);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override; // its widest widget
    QSize sizeHint() const override;    // all in one line
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& rect, bool place) const; // the height that it takes
    void placeLine(const std::vector<QLayoutItem*>& line, const QRect& room) const;
    std::vector<QLayoutItem*> m_items;
    Qt::Alignment m_end;
};

} // namespace twelvefold::ui
