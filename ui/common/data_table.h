// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace twelvefold::ui {

// A table as the product shows them: no grid, a hairline under each row, whole rows selected, the
// current row marked when the table has the focus. Cells align as the model says
// (Qt::TextAlignmentRole).
class DataTable : public QTableView
{
    Q_OBJECT
public:
    explicit DataTable(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;
    // The column that takes the room that is left; -1 for none.
    void stretch(int column);
    void fitColumns(); // to the headings and the first rows

signals:
    void rowActivated(const QModelIndex& index); // Enter or a double click
    // "How was this worked out?", by Alt+Enter or from the row's menu, which is there for those who
    // listen.
    void explanationWanted(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
};

} // namespace twelvefold::ui
