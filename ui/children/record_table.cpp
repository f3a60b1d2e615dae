// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/record_table.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "common/flow_layout.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace twelvefold::ui {

RecordTable::RecordTable(const QString& key, const QString& title, const QStringList& columns,
                         QWidget* parent)
    : QWidget(parent), m_model(new QStandardItemModel(0, static_cast<int>(columns.size()), this)),
      m_table(new DataTable(this)), m_empty(quietLabel({}, this)), m_add(linkButton({}, this)),
      m_change(linkButton(tr("Change…"), this)), m_end(linkButton({}, this)),
      m_remove(linkButton(tr("Remove…"), this))
{
    m_model->setHorizontalHeaderLabels(columns);
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_model->setHeaderData(column, Qt::Horizontal, columns[column], Qt::ToolTipRole);
    m_table->setModel(m_model);
    m_table->setAccessibleName(title);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->stretch(static_cast<int>(columns.size()) - 1);
    m_table->installEventFilter(this);
    m_table->keepWidthsAs(QStringLiteral("child.") + key);
    connect(m_table->horizontalScrollBar(), &QScrollBar::rangeChanged, this,
            &RecordTable::fitHeight, Qt::QueuedConnection);
    m_change->setAccessibleName(tr("%1: change the one chosen").arg(title));
    m_end->setAccessibleName(tr("%1: end the one chosen").arg(title));
    m_remove->setAccessibleName(tr("%1: remove the one chosen").arg(title));
    m_add->hide();
    m_end->hide();
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    auto* actions = new FlowLayout(nullptr, Qt::AlignRight, 16);
    auto* heading = sectionTitle(title, this);
    heading->setWordWrap(false);
    head->addWidget(heading);
    head->addLayout(actions, 1);
    for (QPushButton* button : {m_change, m_end, m_remove, m_add})
        actions->addWidget(button);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    m_column->addLayout(head);
    m_column->addWidget(m_table);
    m_column->addWidget(m_empty);

    connect(m_add, &QPushButton::clicked, this, &RecordTable::addAsked);
    connect(m_change, &QPushButton::clicked, this, [this] { emit changeAsked(row()); });
    connect(m_end, &QPushButton::clicked, this, [this] { emit endAsked(row()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeAsked(row()); });
    connect(m_table, &DataTable::rowActivated, this, [this](const QModelIndex& index) {
        if (m_editable)
            emit changeAsked(index.row());
    });
    connect(m_table, &DataTable::said, this, &RecordTable::said);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showActions();
        emit chosen(row());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RecordTable::showActions);
}

void RecordTable::addUnderTitle(QWidget* widget)
{
    m_column->insertWidget(1, widget);
}

void RecordTable::offerAdding(const QString& words)
{
    m_add->setText(words);
    m_add->setVisible(m_editable);
}

void RecordTable::offerEnding(const QString& words)
{
    m_end->setText(words);
}

void RecordTable::alignRight(int column)
{
    m_rightAligned << column;
    m_model->setHeaderData(column, Qt::Horizontal, QVariant(Qt::AlignRight | Qt::AlignVCenter),
                           Qt::TextAlignmentRole);
}

void RecordTable::setEditable(bool editable)
{
    m_editable = editable;
    m_add->setVisible(editable && !m_add->text().isEmpty());
    showActions();
}

void RecordTable::showActions()
{
    const bool possible = m_editable && isOne();
    m_change->setVisible(possible);
    m_remove->setVisible(possible);
    m_end->setVisible(possible && !m_end->text().isEmpty());
}

void RecordTable::show(const QList<QStringList>& rows, const QString& whenEmpty,
                       const QList<std::int64_t>& ids)
{
    const int before = row();
    const auto chosen =
        isOne() && before < m_ids.size() ? std::optional(m_ids[before]) : std::nullopt;
    m_ids = ids;
    QWidget* focus = window()->focusWidget();
    m_model->setRowCount(0);
    for (const QStringList& row : rows) {
        QList<QStandardItem*> items;
        for (int column = 0; column < row.size(); ++column) {
            auto* item = new QStandardItem(row[column]);
            item->setEditable(false);
            item->setToolTip(row[column]);
            if (m_rightAligned.contains(column))
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            items << item;
        }
        m_model->appendRow(items);
    }
    m_table->fitColumns();
    fitHeight();
    m_table->setVisible(!rows.isEmpty());
    m_empty->setText(whenEmpty);
    m_empty->setVisible(rows.isEmpty());
    goBackTo(chosen);
    showActions();
    if (focus != nullptr && isAncestorOf(focus))
        giveFocusBack(focus);
}

void RecordTable::goBackTo(std::optional<std::int64_t> chosen)
{
    if (chosen)
        choose(static_cast<int>(m_ids.indexOf(*chosen)));
}

// A button that acts on the chosen record goes when there is none: the focus stays beside it.
void RecordTable::giveFocusBack(QWidget* to)
{
    if (to->isHidden())
        to = m_table->isHidden() ? static_cast<QWidget*>(m_add) : m_table;
    if (window()->focusWidget() != to)
        to->setFocus(Qt::OtherFocusReason);
}

// As high as its rows, and the scroll bar where texts leave no room for the figures.
void RecordTable::fitHeight()
{
    int height = m_table->horizontalHeader()->sizeHint().height() + 4;
    for (int i = 0; i < m_model->rowCount(); ++i)
        height += m_table->rowHeight(i);
    if (!m_table->horizontalScrollBar()->isHidden())
        height += m_table->horizontalScrollBar()->sizeHint().height();
    m_table->setFixedHeight(height);
}

int RecordTable::row() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

// Whether it is clear which record is meant: of several that are chosen, to be copied, none is.
bool RecordTable::isOne() const
{
    return row() >= 0 && m_table->selectionModel()->selectedRows().size() == 1 &&
           m_table->selectionModel()->isRowSelected(row());
}

void RecordTable::choose(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_table->selectRow(row);
}

bool RecordTable::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel) {
        // The page scrolls: the table is as high as its rows.
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress && m_editable && isOne() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        emit removeAsked(row());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace twelvefold::ui
