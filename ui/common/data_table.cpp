// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/data_table.h"

#include "common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr int kRowHeight = 29;
constexpr int kPadding = 8;
constexpr int kSortArrow = 8;
constexpr int kHeadingSlack = 8; // the style's own margins

class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const charts::Theme& tokens = Appearance::instance().tokens();
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const auto* view = qobject_cast<const QTableView*>(item.widget);
        const bool current = view && view->currentIndex().row() == index.row();
        if (item.state.testFlag(QStyle::State_Selected))
            painter->fillRect(item.rect, tokens.selection);
        painter->fillRect(QRect(item.rect.left(), item.rect.bottom(), item.rect.width(), 1),
                          tokens.line);
        const bool first = view && view->horizontalHeader()->visualIndex(index.column()) == 0;
        if (current && first && view->hasFocus())
            painter->fillRect(QRect(item.rect.left(), item.rect.top(), 3, item.rect.height()),
                              tokens.accent);
        item.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
        item.backgroundBrush = Qt::NoBrush;
        item.rect.adjust(kPadding - 3, 0, -(kPadding - 3), -1); // the style adds 3 of its own
        const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * kPadding, 0);
    }
};

} // namespace

DataTable::DataTable(QWidget* parent) : QTableView(parent)
{
    setItemDelegate(new RowDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(40);
    connect(this, &QTableView::doubleClicked, this, &DataTable::rowActivated);
}

void DataTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    if (selectionModel()) {
        // The mark of the current row lies in one cell of it: paint the whole row again.
        connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this] { viewport()->update(); });
    }
}

void DataTable::stretch(int column)
{
    for (int i = 0; i < horizontalHeader()->count(); ++i)
        horizontalHeader()->setSectionResizeMode(i, i == column ? QHeaderView::Stretch
                                                                : QHeaderView::Interactive);
}

void DataTable::fitColumns()
{
    horizontalHeader()->setResizeContentsPrecision(200);
    const QFontMetrics metrics(horizontalHeader()->font());
    for (int i = 0; i < horizontalHeader()->count(); ++i) {
        const QString title = model()->headerData(i, Qt::Horizontal).toString();
        const int heading = metrics.horizontalAdvance(title) + 2 * kPadding + kHeadingSlack +
                            (isSortingEnabled() ? kSortArrow : 0);
        setColumnWidth(i, std::max(sizeHintForColumn(i), heading));
    }
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
        currentIndex().isValid() && state() != QAbstractItemView::EditingState) {
        if (event->modifiers().testFlag(Qt::AltModifier))
            emit explanationWanted(currentIndex());
        else
            emit rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent* event)
{
    static const QMetaMethod wanted = QMetaMethod::fromSignal(&DataTable::explanationWanted);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || !isSignalConnected(wanted))
        return;
    QMenu menu(this);
    QAction* explain = menu.addAction(tr("How was this worked out?"), this,
                                      [this, index] { emit explanationWanted(index); });
    explain->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Return));
    menu.addAction(tr("Copy the row"), this, [this, index] {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column)
            cells << index.siblingAtColumn(column).data().toString();
        QGuiApplication::clipboard()->setText(cells.join(QLatin1Char('\t')));
    });
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

} // namespace twelvefold::ui
