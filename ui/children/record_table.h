// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStandardItemModel>
#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace twelvefold::ui {

class DataTable;

// A titled list of a child's records with what can be done to them: add, change, end, remove
// one, copy several. As high as its rows; a child has tens of records, not thousands.
class RecordTable : public QWidget
{
    Q_OBJECT
public:
    // The widths of its columns are kept under the key.
    RecordTable(const QString& key, const QString& title, const QStringList& columns,
                QWidget* parent = nullptr);
    void offerAdding(const QString& words);
    void offerEnding(const QString& words);
    void addUnderTitle(QWidget* widget);
    void alignRight(int column); // money and figures
    void setEditable(bool editable);
    // One row a record; what to say when there is none. The record that was chosen stays chosen,
    // if it is still there; another one is the person's to choose. ids: which record each row is.
    void show(const QList<QStringList>& rows, const QString& whenEmpty,
              const QList<std::int64_t>& ids = {});
    int row() const; // the current one, of several that are chosen too; -1: none
    void choose(int row);
    DataTable* table() const { return m_table; }
    QPushButton* addButton() const { return m_add; }
    QStandardItemModel* model() const { return m_model; }

signals:
    void addAsked();
    void changeAsked(int row);
    void endAsked(int row);
    void removeAsked(int row);
    void chosen(int row);
    void said(const QString& sentence); // what was done

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isOne() const;
    void goBackTo(std::optional<std::int64_t> chosen);
    void giveFocusBack(QWidget* to);
    void showActions();
    void fitHeight();

    QVBoxLayout* m_column;
    QStandardItemModel* m_model;
    DataTable* m_table;
    QLabel* m_empty;
    QPushButton* m_add;
    QPushButton* m_change;
    QPushButton* m_end;
    QPushButton* m_remove;
    QList<std::int64_t> m_ids;
    QList<int> m_rightAligned;
    bool m_editable = true;
};

} // namespace twelvefold::ui
