// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/geometry.h"

#include "common/eliding.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCalendarWidget>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitterHandle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>

namespace twelvefold::geometry {
namespace {

constexpr int kSlack = 1; // pixels that nobody sees

QString wordsOf(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    if (const auto* label = qobject_cast<const ui::ElidedLabel*>(&widget))
        return label->text();
    return widget.accessibleName();
}

QString named(const QWidget& widget)
{
    QStringList path;
    for (const QWidget* at = &widget; at && path.size() < 4; at = at->parentWidget())
        path.prepend(QString(at->metaObject()->className()).remove("twelvefold::ui::"));
    return QString("%1 “%2” (%3,%4 %5×%6)")
        .arg(path.join(" > "), wordsOf(widget).left(60))
        .arg(widget.x())
        .arg(widget.y())
        .arg(widget.width())
        .arg(widget.height());
}

// What is meant to lie over the rest for a while.
bool liesOver(const QWidget& widget)
{
    return widget.inherits("twelvefold::ui::NoticeBar") ||
           widget.inherits("twelvefold::ui::Busy") ||
           widget.property("role") == QVariant("popup") ||
           widget.testAttribute(
               Qt::WA_TransparentForMouseEvents) || // the ring of what has the focus
           qobject_cast<const QSplitterHandle*>(&widget);
}

// Qt lays out what is within these.
bool isClosed(const QWidget& widget)
{
    return qobject_cast<const QAbstractSpinBox*>(&widget) ||
           qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
           qobject_cast<const QCalendarWidget*>(&widget) ||
           qobject_cast<const QAbstractItemView*>(&widget) ||
           qobject_cast<const QMenuBar*>(&widget) || qobject_cast<const QTabBar*>(&widget) ||
           qobject_cast<const QAbstractSlider*>(&widget) || widget.inherits("QCustomPlot") ||
           widget.inherits("QTextEdit") || widget.inherits("QPlainTextEdit");
}

class Walk
{
public:
    QStringList faults;

    void walk(const QWidget& parent)
    {
        std::vector<const QWidget*> shown;
        for (const QObject* object : parent.children()) {
            const auto* child = qobject_cast<const QWidget*>(object);
            if (child && child->isVisible() && !child->isWindow())
                shown.push_back(child);
        }
        for (const QWidget* child : shown) {
            checkPlace(*child, parent);
            checkWords(*child);
            if (!isClosed(*child))
                walk(*child);
        }
        checkNeighbours(shown);
    }

private:
    void say(const QWidget& widget, const QString& what) { faults << named(widget) + ": " + what; }

    void checkPlace(const QWidget& child, const QWidget& parent)
    {
        if (const auto* area = qobject_cast<const QScrollArea*>(parent.parentWidget());
            area && area->viewport() == &parent) {
            if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff &&
                child.width() > parent.width())
                say(child, QString("cut off at the right, with no way to scroll: %1 in %2")
                               .arg(child.width())
                               .arg(parent.width()));
            return;
        }
        const QRect room = parent.rect().adjusted(-kSlack, -kSlack, kSlack, kSlack);
        if (!child.geometry().isEmpty() && !room.contains(child.geometry()))
            say(child, QString("reaches out of %1×%2").arg(parent.width()).arg(parent.height()));
    }

    void checkNeighbours(const std::vector<const QWidget*>& shown)
    {
        for (std::size_t i = 0; i < shown.size(); ++i) {
            for (std::size_t j = i + 1; j < shown.size(); ++j) {
                if (liesOver(*shown[i]) || liesOver(*shown[j]))
                    continue;
                const QRect common = shown[i]->geometry() & shown[j]->geometry();
                if (common.width() > kSlack && common.height() > kSlack)
                    say(*shown[i], "lies over " + named(*shown[j]));
            }
        }
    }

    void checkRoom(const QWidget& widget, const QSize& needed)
    {
        if (widget.width() + kSlack < needed.width() || widget.height() + kSlack < needed.height())
            say(widget, QString("cut off: needs %1×%2").arg(needed.width()).arg(needed.height()));
    }

    void checkWords(const QWidget& widget)
    {
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            checkLabel(*label);
        else if (const auto* elided = qobject_cast<const ui::ElidedLabel*>(&widget)) {
            if (elided->isElided() && elided->toolTip().isEmpty())
                say(widget, "shortened, and nothing says what it was");
            checkRoom(widget, {0, elided->sizeHint().height()});
        } else if (qobject_cast<const ui::ElidedButton*>(&widget) ||
                   qobject_cast<const ui::ElidedCheckBox*>(&widget)) {
            checkRoom(widget,
                      {std::min(24, widget.sizeHint().width()), widget.sizeHint().height()});
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            checkButton(*button);
        else if (const auto* combo = qobject_cast<const QComboBox*>(&widget))
            checkCombo(*combo);
        else if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) {
            if (line->text().isEmpty() && line->toolTip().isEmpty() &&
                line->fontMetrics().horizontalAdvance(line->placeholderText()) > line->width() - 20)
                say(widget, "placeholder cut off: " + line->placeholderText());
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
            checkTabs(*tabs);
        else if (const auto* table = qobject_cast<const QTableView*>(&widget))
            checkTable(*table);
        else if (const auto* list = qobject_cast<const QListWidget*>(&widget))
            checkList(*list);
    }

    void checkLabel(const QLabel& label)
    {
        if (label.text().isEmpty())
            return;
        if (label.wordWrap())
            checkRoom(label,
                      {label.minimumSizeHint().width(), label.heightForWidth(label.width())});
        else
            checkRoom(label, label.sizeHint());
    }

    void checkButton(const QAbstractButton& button)
    {
        if (button.text().isEmpty())
            return;
        if (qobject_cast<const QToolButton*>(&button)) {
            if (button.fontMetrics().horizontalAdvance(button.text()) > button.width() - 4)
                say(button, "its words are cut off");
            return;
        }
        checkRoom(button, button.sizeHint());
    }

    void checkCombo(const QComboBox& combo)
    {
        if (!combo.toolTip().isEmpty() || combo.isEditable())
            return;
        constexpr int around = 36; // frame and arrow
        if (combo.fontMetrics().horizontalAdvance(combo.currentText()) > combo.width() - around)
            say(combo, "what is chosen is cut off: " + combo.currentText());
    }

    void checkTabs(const QTabBar& tabs)
    {
        for (int i = 0; i < tabs.count(); ++i) {
            const QRect tab = tabs.tabRect(i);
            if (!tabs.isTabVisible(i))
                continue;
            if (!tabs.usesScrollButtons() && tab.right() > tabs.width() + kSlack)
                say(tabs, "the tab is out of sight: " + tabs.tabText(i));
            if (tabs.fontMetrics().horizontalAdvance(tabs.tabText(i)) > tab.width() &&
                tabs.tabToolTip(i).isEmpty())
                say(tabs, "the tab is shortened, and nothing says what it was: " + tabs.tabText(i));
        }
    }

    void checkList(const QListWidget& list)
    {
        for (int i = 0; i < list.count(); ++i) {
            if (list.item(i)->toolTip().isEmpty() &&
                list.fontMetrics().horizontalAdvance(list.item(i)->text()) >
                    list.viewport()->width() - 12)
                say(list, "an entry is cut off: " + list.item(i)->text());
        }
    }

    void checkTable(const QTableView& table)
    {
        const QHeaderView* header = table.horizontalHeader();
        if (!table.model() || table.viewport()->width() < 40 || header->count() == 0)
            return;
        constexpr int rows = 30, padding = 12;
        int together = 0;
        for (int column = 0; column < header->count(); ++column)
            together += header->isSectionHidden(column) ? 0 : header->sectionSize(column);
        const bool emptyBeside = together < table.viewport()->width() - 2;
        for (int column = 0; column < header->count(); ++column) {
            if (header->isSectionHidden(column))
                continue;
            const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
            const int room = header->sectionSize(column) - padding;
            const auto tip = table.model()->headerData(column, Qt::Horizontal, Qt::ToolTipRole);
            if (table.fontMetrics().horizontalAdvance(title) > room && tip.toString().isEmpty())
                say(table, "a heading is cut off: " + title);
            int cut = 0;
            QString example;
            for (int row = 0; row < std::min(rows, table.model()->rowCount()); ++row) {
                const QModelIndex index = table.model()->index(row, column);
                const QString text = index.data().toString();
                if (table.fontMetrics().horizontalAdvance(text) <= room)
                    continue;
                ++cut;
                example = text;
                if (index.data(Qt::ToolTipRole).toString().isEmpty())
                    say(table, "a cell is shortened, and nothing says what it was: " + text);
            }
            if (cut > 0 && (emptyBeside || room < 40))
                say(table, QString("a column has collapsed to %1 px: %2: %3")
                               .arg(room)
                               .arg(title, example));
        }
    }
};

} // namespace

QStringList faultsOf(const QWidget& window)
{
    Walk walk;
    walk.walk(window);
    walk.faults.removeDuplicates();
    return walk.faults;
}

} // namespace twelvefold::geometry
