// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/data_table.h"

#include "common/button_text.h"
#include "common/dialogs.h"
#include "common/focus_ring.h"
#include "common/layout_memory.h"
#include "common/rows_model.h"
#include "common/table_text.h"
#include "common/theme.h"
#include "wording/wording.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace twelvefold::ui {
namespace {

constexpr int kRowHeight = 29;
constexpr int kPadding = 8;
constexpr int kSortArrow = 8;
constexpr int kHeadingSlack = 10; // the style's own margins
constexpr int kWidest = 320;      // of a text, until somebody drags it wider
constexpr int kReadable = 96;     // a text gives way down to this
constexpr int kSentence = 236;    // one that goes on in the next line, to this
constexpr int kNamed = 180;       // and what a row is called by, the first column, to this
constexpr int kKeepAfterMilliseconds = 400;

} // namespace

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
        const auto* view = qobject_cast<const DataTable*>(item.widget);
        if (view && view->wraps(index.column()))
            item.features |= QStyleOptionViewItem::WrapText;
        if (view && view->hasWrapped()) {
            item.displayAlignment.setFlag(Qt::AlignVCenter, false);
            item.displayAlignment.setFlag(Qt::AlignTop);
        }
        const bool current = view && view->currentIndex().row() == index.row();
        if (item.state.testFlag(QStyle::State_Selected) ||
            index.data(DataTable::kMarkedRole).toBool())
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
        if (item.displayAlignment.testFlag(Qt::AlignTop)) // where the one line of a low row stands
            item.rect.adjust(0, std::max(0, (kRowHeight - item.fontMetrics.height()) / 2), 0, 0);
        const QStyle* style = item.widget ? item.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(2 * kPadding, 0);
    }

    // Of a text in a column so wide, drawn as above.
    int wrappedHeight(QStyleOptionViewItem option, const QModelIndex& index, int width) const
    {
        option.features |= QStyleOptionViewItem::WrapText;
        option.rect = QRect(0, 0, width - 2 * (kPadding - 3), 1); // an empty one wraps nothing
        return QStyledItemDelegate::sizeHint(option, index).height();
    }
};

DataTable::DataTable(QWidget* parent) : QTableView(parent), m_rows(new RowDelegate(this))
{
    setItemDelegate(m_rows);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(40);
    header->setTextElideMode(Qt::ElideRight);
    connect(this, &QTableView::doubleClicked, this, &DataTable::rowActivated);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] { scrollToTop(); });
    connect(header, &QHeaderView::sectionResized, this, &DataTable::takeWidth);
    connect(header, &QHeaderView::sectionHandleDoubleClicked, this, [this](int column) {
        m_chosen.erase(column); // as wide as it wants, again
        keepWidths();
        arrangeColumns();
    });
    new FocusRing(this);
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(kKeepAfterMilliseconds);
    connect(&m_keeping, &QTimer::timeout, this, &DataTable::keepWidths);
}

DataTable::~DataTable()
{
    if (m_keeping.isActive())
        keepWidths();
}

void DataTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    m_natural.clear();
    if (model) {
        connect(model, &QAbstractItemModel::modelReset, this, &DataTable::fitRows);
        connect(model, &QAbstractItemModel::layoutChanged, this, &DataTable::fitRows);
        connect(model, &QAbstractItemModel::rowsInserted, this, &DataTable::fitRows);
        connect(model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
                    if (roles.isEmpty() || roles.contains(Qt::DisplayRole))
                        fitRows();
                });
    }
    if (selectionModel()) {
        // The mark of the current row lies in one cell of it: paint the whole row again.
        connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                [this] { viewport()->update(); });
    }
}

void DataTable::stretch(int column)
{
    m_stretched = column;
    arrangeColumns();
}

void DataTable::wrap(int column, const std::vector<int>& others)
{
    m_wrapped = column;
    m_wrappedToo = others;
    fitRows();
}

bool DataTable::wraps(int column) const
{
    return column == m_wrapped || std::ranges::find(m_wrappedToo, column) != m_wrappedToo.end();
}

std::vector<int> DataTable::wrappedWidths() const
{
    std::vector<int> widths{columnWidth(m_wrapped)};
    for (const int column : m_wrappedToo)
        widths.push_back(columnWidth(column));
    return widths;
}

void DataTable::fitRows()
{
    if (!model() || m_wrapped < 0)
        return;
    m_wrappedAt = wrappedWidths();
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (int row = 0; row < model()->rowCount(); ++row) {
        int beyondOneLine = 0;
        for (std::size_t i = 0; i < m_wrappedAt.size(); ++i) {
            const QModelIndex index = model()->index(row, i == 0 ? m_wrapped : m_wrappedToo[i - 1]);
            beyondOneLine =
                std::max(beyondOneLine, m_rows->wrappedHeight(option, index, m_wrappedAt[i]) -
                                            m_rows->wrappedHeight(option, index, QWIDGETSIZE_MAX));
        }
        setRowHeight(row, kRowHeight + beyondOneLine);
    }
}

bool DataTable::isFigure(int column) const
{
    return alignsRight(model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole));
}

int DataTable::headingWidth(int column) const
{
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    return QFontMetrics(horizontalHeader()->font()).horizontalAdvance(title) + 2 * kPadding +
           kHeadingSlack + (isSortingEnabled() ? kSortArrow : 0);
}

void DataTable::fitColumns()
{
    horizontalHeader()->setResizeContentsPrecision(200);
    m_natural.assign(static_cast<std::size_t>(horizontalHeader()->count()), 0);
    for (int column = 0; column < horizontalHeader()->count(); ++column) {
        const int cells = sizeHintForColumn(column);
        m_natural[static_cast<std::size_t>(column)] =
            std::max(headingWidth(column), isFigure(column) ? cells : std::min(cells, kWidest));
    }
    arrangeColumns();
}

void DataTable::arrangeColumns()
{
    const int n = horizontalHeader()->count();
    if (!model() || static_cast<int>(m_natural.size()) != n || n == 0)
        return;
    std::vector<int> widths = m_natural;
    int room = viewport()->width(), last = -1;
    for (int column = 0; column < n; ++column) {
        const auto chosen = m_chosen.find(column);
        if (chosen != m_chosen.end())
            widths[static_cast<std::size_t>(column)] = chosen->second;
        if (isColumnHidden(column))
            continue;
        room -= widths[static_cast<std::size_t>(column)];
        if (chosen == m_chosen.end())
            last = column;
    }
    const bool stretches = m_stretched >= 0 && m_stretched < n && !isColumnHidden(m_stretched) &&
                           !m_chosen.contains(m_stretched);
    const int taker = stretches ? m_stretched : last;
    if (room < 0)
        room += giveWay(widths, -room);
    if (room > 0 && taker >= 0)
        widths[static_cast<std::size_t>(taker)] += room;
    m_arranging = true;
    for (int column = 0; column < n; ++column) {
        if (!isColumnHidden(column))
            setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    }
    m_arranging = false;
    if (m_wrapped >= 0 && wrappedWidths() != m_wrappedAt)
        fitRows();
}

// Texts give way by what each has beyond a readable width; figures and chosen widths do not. How
// much they gave.
int DataTable::giveWay(std::vector<int>& widths, int missing) const
{
    std::vector<int> beyond(widths.size(), 0);
    int together = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const int column = static_cast<int>(i);
        if (isColumnHidden(column) || isFigure(column) || m_chosen.contains(column))
            continue;
        const int readable = column == m_wrapped ? kSentence : column == 0 ? kNamed : kReadable;
        beyond[i] = std::max(0, widths[i] - std::max(readable, headingWidth(column)));
        together += beyond[i];
    }
    if (together == 0)
        return 0;
    const double share = std::min(1.0, static_cast<double>(missing) / together);
    int given = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const int gives = static_cast<int>(std::ceil(share * beyond[i]));
        widths[i] -= gives;
        given += gives;
    }
    return given;
}

void DataTable::takeWidth(int column, int before, int now)
{
    if (m_arranging || before == 0 || now == 0) // hidden, or shown again
        return;
    m_chosen[column] = now;
    m_keeping.start();
    if (wraps(column))
        fitRows();
}

void DataTable::keepWidthsAs(const QString& key)
{
    m_key = key;
    readWidths();
}

// "9 0:140 6:80": of how many columns, then each that was chosen.
void DataTable::readWidths()
{
    const LayoutMemory* memory = layoutMemory();
    if (!memory || m_key.isEmpty())
        return;
    const QStringList parts =
        memory->arrangement(m_key).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.front().toInt() != horizontalHeader()->count())
        return;
    for (const QString& part : parts.mid(1)) {
        const QStringList pair = part.split(QLatin1Char(':'));
        const int column = pair.front().toInt(), width = pair.back().toInt();
        if (pair.size() == 2 && width >= horizontalHeader()->minimumSectionSize() && width < 4000 &&
            column >= 0 && column < horizontalHeader()->count())
            m_chosen[column] = width;
    }
    arrangeColumns();
}

void DataTable::keepWidths()
{
    m_keeping.stop();
    LayoutMemory* memory = layoutMemory();
    if (!memory || m_key.isEmpty())
        return;
    QStringList parts{QString::number(horizontalHeader()->count())};
    for (const auto& [column, width] : m_chosen)
        parts << QStringLiteral("%1:%2").arg(column).arg(width);
    memory->keepArrangement(m_key, m_chosen.empty() ? QString() : parts.join(QLatin1Char(' ')));
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    arrangeColumns();
}

std::vector<int> DataTable::allRows() const
{
    std::vector<int> rows(static_cast<std::size_t>(model() ? model()->rowCount() : 0));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

std::vector<int> DataTable::rowsToTake() const
{
    std::vector<int> rows;
    if (!model())
        return rows;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        rows.push_back(index.row());
    const int n = rows.empty() ? model()->rowCount() : 0;
    for (int row = 0; row < n; ++row) {
        if (model()->index(row, 0).data(kMarkedRole).toBool())
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    return rows.empty() ? allRows() : rows;
}

void DataTable::copyRows(const std::vector<int>& rows)
{
    copyTable(TableText(*this, rows));
    emit said(rows.size() == 1
                  ? tr("The row is on the clipboard.")
                  : tr("%1 rows are on the clipboard.").arg(wording::count(rows.size())));
}

void DataTable::saveRows(const std::vector<int>& rows)
{
    const QString suffix = QStringLiteral(".csv");
    QString fileName = dialogs().saveFile(
        this, tr("Save the table"), QDir::home().filePath(accessibleName().simplified() + suffix),
        QStringLiteral("CSV (*.csv)"));
    if (fileName.isEmpty())
        return;
    if (!fileName.endsWith(suffix, Qt::CaseInsensitive))
        fileName += suffix;
    QString caption = m_caption ? m_caption() : QString();
    if (const std::size_t all = allRows().size(); rows.size() < all && !caption.isEmpty())
        caption += QLatin1Char(' ') + tr("Only %1 of the %2 rows of the table.")
                                          .arg(wording::count(rows.size()), wording::count(all));
    const QString refusal = saveTable(fileName, TableText(*this, rows).csv(caption));
    if (refusal.isEmpty())
        emit said(tr("The table is saved as “%1”.").arg(QFileInfo(fileName).fileName()));
    else
        dialogs().tell(this, tr("The table was not saved."), refusal);
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
    if (event->matches(QKeySequence::Copy)) {
        if (model() && model()->rowCount() > 0)
            copyRows(rowsToTake());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent* event)
{
    static const QMetaMethod wanted = QMetaMethod::fromSignal(&DataTable::explanationWanted);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    QMenu menu(this);
    if (m_offer)
        m_offer(menu);
    if (isSignalConnected(wanted)) {
        QAction* explain = menu.addAction(tr("How was this worked out?"), this,
                                          [this, index] { emit explanationWanted(index); });
        explain->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Return));
        menu.addSeparator();
    }
    if (auto* rows = qobject_cast<RowsModel*>(model());
        rows && m_offersOnlyMarked && rows->hasMarked()) {
        QAction* only = menu.addAction(tr("List only the group that is chosen"));
        only->setCheckable(true);
        only->setChecked(rows->listsOnlyMarked());
        connect(only, &QAction::toggled, rows, &RowsModel::listOnlyMarked);
        menu.addSeparator();
    }
    offerCopying(menu);
    if (isSortingEnabled())
        addSorting(menu, index.column());
    menu.exec(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void DataTable::offerCopying(QMenu& menu)
{
    const std::vector<int> some = rowsToTake(), all = allRows();
    const QString several = wording::count(some.size());
    QAction* copy =
        menu.addAction(some.size() == 1 ? tr("Copy the row") : tr("Copy the %1 rows").arg(several),
                       this, [this, some] { copyRows(some); });
    copy->setShortcut(QKeySequence::Copy);
    if (some.size() < all.size())
        menu.addAction(tr("Copy the whole table"), this, [this, all] { copyRows(all); });
    if (some.size() > 1 && some.size() < all.size())
        menu.addAction(tr("Save the %1 rows as CSV…").arg(several), this,
                       [this, some] { saveRows(some); });
    menu.addAction(tr("Save the whole table as CSV…"), this, [this, all] { saveRows(all); });
}

void DataTable::addSorting(QMenu& menu, int column)
{
    menu.addSeparator();
    const QString title = onButton(model()->headerData(column, Qt::Horizontal).toString());
    const bool figures = isFigure(column);
    menu.addAction(figures ? tr("Sort by “%1”, largest first").arg(title)
                           : tr("Sort by “%1”, A to Z").arg(title),
                   this, [this, column, figures] {
                       sortByColumn(column, figures ? Qt::DescendingOrder : Qt::AscendingOrder);
                   });
    menu.addAction(figures ? tr("Sort by “%1”, smallest first").arg(title)
                           : tr("Sort by “%1”, Z to A").arg(title),
                   this, [this, column, figures] {
                       sortByColumn(column, figures ? Qt::AscendingOrder : Qt::DescendingOrder);
                   });
}

} // namespace twelvefold::ui
