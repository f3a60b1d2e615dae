// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

class QTableView;
class QVariant;

namespace twelvefold::ui {

// Rows of a table with its headings, in the columns' order on the screen without those that are
// hidden, as other programs take them. No cell can be run as a formula.
class TableText
{
public:
    TableText(const QTableView& table, const std::vector<int>& rows);

    QString plain() const; // cells by tabs: what a spreadsheet takes as rows
    QString html() const;  // a table to a word processor and a spreadsheet alike
    // For a file: comma-separated, numbers as programs read them, the caption first on a line that
    // begins with #.
    std::string csv(const QString& caption) const;

private:
    struct Cell
    {
        QString text;
        QString number; // as programs read it, where the text is one
        bool right = false;
    };
    static QString shown(const Cell& cell);
    QStringList m_headings;
    std::vector<std::vector<Cell>> m_rows;
};

// Whether a cell or a heading stands at the right, as figures do (Qt::TextAlignmentRole).
bool alignsRight(const QVariant& alignment);

// Puts them on the clipboard, as plain text and as a table.
void copyTable(const TableText& text);

// Whole or not at all, readable by its owner alone. What stood in the way; empty when it is saved.
QString saveTable(const QString& fileName, std::string_view csv);

} // namespace twelvefold::ui
