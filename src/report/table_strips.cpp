// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/on_paper.h"
#include "report/strips.h"
#include "report/text_box.h"
#include "report/words.h"

#include <QPainter>

#include <algorithm>
#include <span>

namespace twelvefold::report {
namespace {

constexpr double kPadding = 4;    // above and below
constexpr double kClose = 2;      // the same of rows that stand close
constexpr double kBeside = 6;     // to the left and the right
constexpr std::size_t kShort = 6; // rows of a table that stays whole

TextStyle cellStyle(bool toTheRight)
{
    return {11.5, false, ink().text, toTheRight ? Qt::AlignRight : Qt::AlignLeft};
}

TextStyle headingStyle(bool toTheRight)
{
    return {11, false, ink().quiet, toTheRight ? Qt::AlignRight : Qt::AlignLeft};
}

struct Column
{
    double left = 0;  // of its text
    double width = 0; // of its text
    bool toTheRight = false;
};

// What a column would like, and what it cannot do without: no figure is broken, no word either.
struct Wanted
{
    double whole = 0;
    double least = 0;
};

Wanted wanted(const QString& title, std::span<const Row> rows, std::size_t column, bool numbers)
{
    const TextStyle heading = headingStyle(numbers);
    const TextStyle cell = cellStyle(numbers);
    Wanted result{TextBox::wholeWidth(title, heading), TextBox::longestWord(title, heading)};
    for (const Row& row : rows) {
        const QString& shown = row[column].shown;
        const double whole = TextBox::wholeWidth(shown, cell);
        result.whole = std::max(result.whole, whole);
        result.least = std::max(result.least, numbers ? whole : TextBox::longestWord(shown, cell));
    }
    return result;
}

// All that is wanted with the rest shared out in proportion; else what is short is taken from those
// that can do with less, and at worst from all.
std::vector<double> shareOut(const std::vector<Wanted>& columns, double available)
{
    double whole = 0;
    double least = 0;
    for (const Wanted& column : columns) {
        whole += column.whole;
        least += column.least;
    }
    std::vector<double> widths;
    for (const Wanted& column : columns) {
        if (whole <= available)
            widths.push_back(column.whole * available / whole);
        else if (least <= available)
            widths.push_back(column.least +
                             (column.whole - column.least) * (available - least) / (whole - least));
        else
            widths.push_back(column.least * available / least);
    }
    return widths;
}

std::vector<Column> columnsOf(const QStringList& headings, std::span<const Row> rows, double width)
{
    std::vector<Column> columns(std::size_t(headings.size()));
    std::vector<Wanted> each;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].toTheRight = holdsNumbers(rows, i);
        each.push_back(wanted(headings[qsizetype(i)], rows, i, columns[i].toTheRight));
    }
    const auto widths = shareOut(each, width - 2 * kBeside * double(columns.size()));
    double left = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].left = left + kBeside;
        columns[i].width = widths[i];
        left += widths[i] + 2 * kBeside;
    }
    return columns;
}

// A row laid out, or as many of its lines as go on one page.
class RowBox
{
public:
    RowBox(const QStringList& texts, const std::vector<Column>& columns, bool heading,
           double padding)
        : m_padding(padding), m_heading(heading)
    {
        for (std::size_t i = 0; i < columns.size() && i < std::size_t(texts.size()); ++i) {
            const bool right = columns[i].toTheRight;
            m_cells.emplace_back(texts[qsizetype(i)],
                                 heading ? headingStyle(right) : cellStyle(right),
                                 columns[i].width);
            m_lefts.push_back(columns[i].left);
            m_lines = std::max(m_lines, m_cells.back().lines());
        }
    }

    int lines() const { return m_lines; }
    double lineHeight() const { return m_cells.empty() ? 1 : m_cells.front().lineHeight(); }

    Strip strip(const std::shared_ptr<const RowBox>& self, int first, int lines) const
    {
        Strip strip;
        for (const TextBox& cell : m_cells)
            strip.words += cell.words(first, lines) + QLatin1Char(' ');
        strip.height = strip.least = lines * lineHeight() + 2 * m_padding;
        strip.paint = [self, first, lines](QPainter& painter, const QRectF& area) {
            self->paint(painter, area, first, lines);
        };
        return strip;
    }

private:
    void paint(QPainter& painter, const QRectF& area, int first, int lines) const
    {
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            m_cells[i].paint(painter, area.topLeft() + QPointF(m_lefts[i], m_padding), first,
                             lines);
        if (first + lines < m_lines)
            return;
        const double thick = m_heading ? 1 : 0.5;
        painter.fillRect(QRectF(area.left(), area.bottom() - thick, area.width(), thick),
                         m_heading ? ink().quiet : ink().line);
    }

    std::vector<TextBox> m_cells;
    std::vector<double> m_lefts;
    int m_lines = 1;
    double m_padding;
    bool m_heading = false;
};

QStringList textsOf(const Row& cells)
{
    QStringList texts;
    for (const Cell& cell : cells)
        texts << cell.shown;
    return texts;
}

} // namespace

void addTableStrips(const Table& table, std::size_t block, const Sheet& sheet,
                    std::vector<Strip>& strips)
{
    const std::vector<Row> rows = rowsToRead(table);
    const auto columns = columnsOf(table.headings, rows, sheet.width);
    const double padding = table.close ? kClose : kPadding;
    const auto headings = std::make_shared<const RowBox>(table.headings, columns, true, padding);
    Strip top = headings->strip(headings, 0, headings->lines());
    top.block = block;
    top.above = 3;
    top.leadsOn = LeadsOn::always;
    strips.push_back(top);
    const auto again = std::make_shared<const Strip>(top);

    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = std::make_shared<const RowBox>(textsOf(rows[i]), columns, false, padding);
        // A row is divided only where it alone would take a fifth of a page.
        const int most = std::max(1, int((sheet.height / 5 - 2 * padding) / row->lineHeight()));
        for (int first = 0; first < row->lines(); first += most) {
            Strip strip = row->strip(row, first, std::min(most, row->lines() - first));
            strip.block = block;
            strip.again = again;
            // The first two rows stay together, and the last two, and the note with them; a short
            // table stays whole.
            const bool together = rows.size() <= kShort || i == 0 || i + 2 >= rows.size();
            strip.leadsOn =
                together && first + most >= row->lines() ? LeadsOn::gladly : LeadsOn::no;
            strips.push_back(std::move(strip));
        }
    }
    if (!strips.empty() && table.note.isEmpty() && leftOutOnPaper(table).isEmpty())
        strips.back().leadsOn = LeadsOn::no;
}

} // namespace twelvefold::report
