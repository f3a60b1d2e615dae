// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/renderings.h"
#include "report/words.h"

#include <map>
#include <xlsxwriter.h>

namespace twelvefold::report {
namespace {

class Workbook
{
public:
    explicit Workbook(const QString& fileName) : m_book(workbook_new(fileName.toUtf8().constData()))
    {
        m_title = workbook_add_format(m_book);
        format_set_bold(m_title);
        format_set_font_size(m_title, 16);
        m_strong = workbook_add_format(m_book);
        format_set_bold(m_strong);
        m_heading = workbook_add_format(m_book);
        format_set_bold(m_heading);
        format_set_bottom(m_heading, LXW_BORDER_THIN);
        format_set_text_wrap(m_heading);
        format_set_align(m_heading, LXW_ALIGN_VERTICAL_TOP);
        m_wrapped = workbook_add_format(m_book);
        format_set_text_wrap(m_wrapped);
        format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
        const std::map<Cell::Format, const char*> numbers{
            {Cell::Format::whole, "#,##0"},     {Cell::Format::decimal, "0.##"},
            {Cell::Format::money, "£#,##0.00"}, {Cell::Format::percent, "0 %"},
            {Cell::Format::ratio, "0.0\"×\""},  {Cell::Format::date, "d mmm yyyy"}};
        for (const auto& [kind, pattern] : numbers) {
            lxw_format* format = workbook_add_format(m_book);
            format_set_num_format(format, pattern);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            m_numbers[kind] = format;
        }
        m_numbers[Cell::Format::text] = m_wrapped;
    }

    void summary(const Document& document)
    {
        lxw_worksheet* sheet = workbook_add_worksheet(m_book, utf8(Words::tr("Summary")));
        worksheet_set_column(sheet, 0, 0, 18, nullptr);
        worksheet_set_column(sheet, 1, 1, 90, nullptr);
        lxw_row_t row = 0;
        const auto text = [&](const QString& words, lxw_format* format, lxw_col_t column = 0) {
            worksheet_write_string(sheet, row, column, utf8(words), format);
        };
        text(document.title, m_title);
        ++row;
        text(document.headerLeft, nullptr);
        ++row;
        text(document.headerRight, nullptr);
        row += 2;
        text(document.standfirst, m_wrapped, 1);
        ++row;
        for (const Block& block : document.blocks) {
            if (const auto* figures = std::get_if<KeyFigures>(&block)) {
                for (const KeyFigure& figure : figures->figures) {
                    ++row;
                    text(figure.figure, m_strong);
                    text(figure.words, m_wrapped, 1);
                }
                ++row;
            } else if (const auto* heading = std::get_if<Heading>(&block)) {
                row += 2;
                text(heading->text, m_strong);
            } else if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
                ++row;
                text(paragraph->lead.isEmpty()
                         ? paragraph->text
                         : paragraph->lead + QLatin1Char(' ') + paragraph->text,
                     m_wrapped, 1);
            }
        }
    }

    void sheet(const Table& table)
    {
        lxw_worksheet* sheet = workbook_add_worksheet(m_book, utf8(table.name));
        worksheet_write_string(sheet, 0, 0, utf8(table.title), m_strong);
        if (!table.note.isEmpty())
            worksheet_write_string(sheet, 1, 0, utf8(table.note), nullptr);
        constexpr lxw_row_t headingRow = 2;
        for (int column = 0; column < int(table.headings.size()); ++column) {
            worksheet_write_string(sheet, headingRow, lxw_col_t(column),
                                   utf8(table.headings[column]), m_heading);
            worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width(table, column),
                                 nullptr);
        }
        lxw_row_t row = headingRow;
        for (const auto& cells : table.rows) {
            ++row;
            for (std::size_t column = 0; column < cells.size(); ++column)
                write(sheet, row, lxw_col_t(column), cells[column]);
        }
        worksheet_freeze_panes(sheet, headingRow + 1, 0);
        if (!table.rows.empty() && !table.headings.isEmpty())
            worksheet_autofilter(sheet, headingRow, 0, row, lxw_col_t(table.headings.size() - 1));
    }

    bool close() { return workbook_close(m_book) == LXW_NO_ERROR; }

private:
    // libxlsxwriter copies the text at once.
    const char* utf8(const QString& text)
    {
        m_bytes = text.toUtf8();
        return m_bytes.constData();
    }

    void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell)
    {
        lxw_format* format = m_numbers[cell.format];
        if (const double* number = std::get_if<double>(&cell.value)) {
            worksheet_write_number(sheet, row, column, *number, format);
        } else if (const domain::Date* date = std::get_if<domain::Date>(&cell.value)) {
            lxw_datetime day{date->year(), date->month(), date->day(), 0, 0, 0};
            worksheet_write_datetime(sheet, row, column, &day, format);
        } else {
            worksheet_write_string(sheet, row, column, utf8(cell.shown), m_wrapped);
        }
    }

    // Wide enough for the longest of the first rows, and no wider than can be read.
    static double width(const Table& table, int column)
    {
        qsizetype longest = std::min<qsizetype>(table.headings[column].size(), 16);
        for (std::size_t row = 0; row < std::min<std::size_t>(table.rows.size(), 200); ++row)
            longest = std::max(longest, table.rows[row][std::size_t(column)].shown.size());
        return double(std::clamp<qsizetype>(longest + 3, 10, 70));
    }

    lxw_workbook* m_book;
    lxw_format *m_title, *m_strong, *m_heading, *m_wrapped;
    std::map<Cell::Format, lxw_format*> m_numbers;
    QByteArray m_bytes;
};

} // namespace

bool writeWorkbook(const Document& document, const QString& fileName)
{
    Workbook book(fileName);
    book.summary(document);
    for (const Block& block : document.blocks) {
        if (const auto* table = std::get_if<Table>(&block))
            book.sheet(*table);
    }
    return book.close();
}

} // namespace twelvefold::report
