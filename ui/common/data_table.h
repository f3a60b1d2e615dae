// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

#include <functional>
#include <map>
#include <vector>

class QMenu;

namespace twelvefold::ui {

class RowDelegate;

// A table as the product shows them: no grid, a hairline under each row, whole rows selected, the
// current row marked, and a ring around the table, when it has the focus. Cells align as the model
// says (Qt::TextAlignmentRole). Rows that the model marks (kMarkedRole) are washed like selected
// ones.
//
// Columns share the room: figures are always seen whole, texts give way down to a readable width
// before the table scrolls, and what is left over goes to one column. A width that the person drags
// is kept, from one start to the next where the table has a key.
class DataTable : public QTableView
{
    Q_OBJECT
public:
    static constexpr int kMarkedRole = Qt::UserRole + 100;

    explicit DataTable(QWidget* parent = nullptr);
    ~DataTable() override;
    QSize sizeHint() const override { return {256, 88}; } // takes the room that it is given
    QSize minimumSizeHint() const override { return {120, 88}; }
    void setModel(QAbstractItemModel* model) override;
    // The column that takes the room that is left; the last unless told.
    void stretch(int column);
    void fitColumns(); // to the headings and the first rows
    // A column of sentences: what does not fit into a line goes on in the next, and its row grows.
    // So do these others beside it. Whatever a tall row is about stands at its top, in sight first.
    void wrap(int column, const std::vector<int>& others = {});
    bool wraps(int column) const;
    bool hasWrapped() const { return m_wrapped >= 0; }
    void keepWidthsAs(const QString& key);
    // What a file of it says first: where it is from, and of whom.
    void setCaption(std::function<QString()> caption) { m_caption = std::move(caption); }

    // Those selected, else those marked, else all, as they stand.
    std::vector<int> rowsToTake() const;
    void copyRows(const std::vector<int>& rows);
    void saveRows(const std::vector<int>& rows); // asks for a file
    std::vector<int> allRows() const;
    void offerCopying(QMenu& menu); // of what is chosen and of all, and saving
    // The rows that the model marks, a group chosen elsewhere, can be all that is listed: in the
    // menu.
    void offerOnlyMarked() { m_offersOnlyMarked = true; }
    // What else can be done with what is chosen: first in the menu.
    void offerFirst(std::function<void(QMenu& menu)> offer) { m_offer = std::move(offer); }

signals:
    void rowActivated(const QModelIndex& index); // Enter or a double click
    // "How was this worked out?", by Alt+Enter or from the row's menu, which is there for those who
    // listen.
    void explanationWanted(const QModelIndex& index);
    void said(const QString& sentence); // what was done

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool isFigure(int column) const;
    int headingWidth(int column) const;
    void arrangeColumns();
    void fitRows();
    std::vector<int> wrappedWidths() const;
    int giveWay(std::vector<int>& widths, int missing) const;
    void takeWidth(int column, int before, int now);
    void addSorting(QMenu& menu, int column);
    void readWidths();
    void keepWidths();

    RowDelegate* m_rows;
    std::function<QString()> m_caption;
    std::function<void(QMenu&)> m_offer;
    QString m_key;
    std::vector<int> m_natural;  // as wide as headings and cells want
    std::map<int, int> m_chosen; // by the person
    int m_stretched = -1;
    int m_wrapped = -1;
    std::vector<int> m_wrappedToo;
    std::vector<int> m_wrappedAt; // the widths that the rows fit
    bool m_arranging = false;
    bool m_offersOnlyMarked = false;
    QTimer m_keeping; // a drag is one change
};

} // namespace twelvefold::ui
