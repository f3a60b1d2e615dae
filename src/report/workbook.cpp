// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chart_pictures.h"
#include "report/on_paper.h"
#include "report/renderings.h"
#include "report/shown_number.h"
#include "report/words.h"
#include "wording/wording.h"

#include <QRegularExpression>

#include <cmath>
#include <map>
#include <numeric>
#include <xlsxwriter.h>

namespace twelvefold::report {
namespace {

std::size_t rowsOf(const Document& document)
{
    std::size_t rows = 0;
    for (const Block& block : document.blocks) {
        if (const auto* table = std::get_if<Table>(&block))
            rows += table->rows.size();
    }
    return rows;
}

lxw_workbook* bookFor(const std::filesystem::path& path, bool forgetful)
{
    lxw_workbook_options options{};
    options.constant_memory = forgetful ? LXW_TRUE : LXW_FALSE;
    // In UTF-8, whatever the system's own letters: on Linux the name's bytes as they are.
    const std::u8string name = path.u8string();
    return workbook_new_opt(reinterpret_cast<const char*>(name.c_str()), &options);
}

class Workbook
{
public:
    Workbook(const std::filesystem::path& path, const WorkbookLimits& limits, std::size_t rows)
        : m_book(bookFor(path, rows > limits.rowsKept)),
          m_rowsToAPart(limits.rowsOfSheet - kFirstRow)
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
        m_quiet = workbook_add_format(m_book);
        format_set_font_color(m_quiet, 0x646B73);
        format_set_text_wrap(m_quiet);
        format_set_align(m_quiet, LXW_ALIGN_VERTICAL_TOP);
        m_large = workbook_add_format(m_book);
        format_set_bold(m_large);
        format_set_align(m_large, LXW_ALIGN_LEFT);
        format_set_align(m_large, LXW_ALIGN_VERTICAL_TOP);
    }

    void properties(const Document& document)
    {
        lxw_doc_properties properties{};
        QByteArray title = document.title.toUtf8();
        properties.title = title.data();
        workbook_set_properties(m_book, &properties);
    }

    // All that is read, in the document's order; each table and picture is a sheet of its own, and
    // its title here leads there.
    void summary(const Document& document)
    {
        m_sheet = newSheet(freeName(Words::tr("Summary")));
        worksheet_set_column(m_sheet, 0, 0, 18, nullptr);
        worksheet_set_column(m_sheet, 1, 1, kWords, nullptr);
        m_row = 0;
        says(document.title, m_title);
        says(document.headerLeft, nullptr);
        says(document.headerRight, nullptr);
        ++m_row;
        says(document.standfirst, m_wrapped, 1);
        for (const Block& block : document.blocks)
            std::visit(*this, block);
        forPrint(m_sheet, false);
    }

    void operator()(const Heading& heading)
    {
        ++m_row;
        says(heading.text, m_strong);
    }
    void operator()(const Paragraph& paragraph)
    {
        says(paragraph.lead.isEmpty() ? paragraph.text
                                      : paragraph.lead + QLatin1Char(' ') + paragraph.text,
             m_wrapped, 1);
    }
    void operator()(const KeyFigures& figures)
    {
        ++m_row;
        for (const KeyFigure& figure : figures.figures) {
            if (const auto number = numberIn(figure.figure))
                worksheet_write_number(m_sheet, m_row, 0, number->value,
                                       numberFormat(number->format, true));
            else
                write(m_sheet, m_row, 0, figure.figure, m_large);
            says(figure.words, m_wrapped, 1);
        }
        ++m_row;
    }
    void operator()(const Statements& statements)
    {
        ++m_row;
        for (const Statement& statement : statements.statements) {
            write(m_sheet, m_row, 0, statement.label, m_large);
            says(statement.sentence, m_wrapped, 1);
        }
        ++m_row;
    }
    void operator()(const Pictures& pictures)
    {
        for (const Chart& chart : pictures.charts)
            (*this)(chart);
    }
    void operator()(const Chart& chart) { leadsTo(chart.title, Words::tr("Chart")); }
    void operator()(const Table& table)
    {
        for (const Part& part : partsOf(table))
            leadsTo(part.title, table.name);
    }
    void operator()(PageBreak /*pageBreak*/) {}

    void sheet(const Chart& chart)
    {
        lxw_worksheet* sheet = newSheet(m_names[m_next++]);
        constexpr double across = 130;
        worksheet_set_column(sheet, 0, 0, across, nullptr);
        write(sheet, 0, 0, chart.title, m_strong);
        makeRoom(sheet, 1, linesOf(chart.caption, across));
        write(sheet, 1, 0, chart.caption, m_quiet);
        constexpr int wide = 960, highest = 600;
        constexpr double scale = 2;
        const QByteArray png = pngOf(chart, {wide, heightOf(chart, wide, highest)}, scale);
        QByteArray described = chart.described.left(kLongestDescription).toUtf8();
        lxw_image_options options{};
        options.x_scale = options.y_scale = 1 / scale;
        options.description = described.data();
        keep(worksheet_insert_image_buffer_opt(
            sheet, 3, 0, reinterpret_cast<const unsigned char*>(png.constData()),
            std::size_t(png.size()), &options));
        forPrint(sheet, true);
    }

    void sheets(const Table& table)
    {
        const auto widths = widthsOf(table);
        for (const Part& part : partsOf(table))
            sheet(table, part, widths);
    }

    bool close() { return workbook_close(m_book) == LXW_NO_ERROR && m_whole; }

private:
    // What of a table goes on one sheet.
    struct Part
    {
        QString title;
        std::size_t first = 0, last = 0; // rows
    };
    std::vector<Part> partsOf(const Table& table) const
    {
        const std::size_t n = table.rows.size();
        const std::size_t count = std::max<std::size_t>(1, (n + m_rowsToAPart - 1) / m_rowsToAPart);
        std::vector<Part> parts;
        for (std::size_t i = 0; i < count; ++i)
            parts.push_back(
                {count == 1 ? table.title
                            : Words::tr("%1, part %2 of %3")
                                  .arg(table.title, wording::count(i + 1), wording::count(count)),
                 i * m_rowsToAPart, std::min(n, (i + 1) * m_rowsToAPart)});
        return parts;
    }

    void sheet(const Table& table, const Part& part, const std::vector<double>& widths)
    {
        lxw_worksheet* sheet = newSheet(m_names[m_next++]);
        for (std::size_t column = 0; column < widths.size(); ++column)
            worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), widths[column],
                                 nullptr);
        write(sheet, 0, 0, part.title, m_strong);
        note(sheet, table.note, widths);
        constexpr lxw_row_t headingRow = kFirstRow - 1;
        for (int column = 0; column < int(table.headings.size()); ++column)
            write(sheet, headingRow, lxw_col_t(column), table.headings[column], m_heading);
        lxw_row_t row = headingRow;
        for (std::size_t i = part.first; i < part.last && m_whole; ++i)
            writeRow(sheet, ++row, table.rows[i], widths);
        if (table.rows.empty())
            write(sheet, row + 1, 0, nothingToShow(), m_quiet);
        worksheet_freeze_panes(sheet, headingRow + 1, 0);
        worksheet_repeat_rows(sheet, headingRow, headingRow);
        if (!table.rows.empty() && !table.headings.isEmpty())
            worksheet_autofilter(sheet, headingRow, 0, row, lxw_col_t(table.headings.size() - 1));
        forPrint(sheet, true);
    }

    void writeRow(lxw_worksheet* sheet, lxw_row_t row, const Row& cells,
                  const std::vector<double>& widths)
    {
        double lines = 1;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            write(sheet, row, lxw_col_t(column), cells[column]);
            lines = std::max(lines, linesOf(cells[column].shown, widths[column]));
        }
        makeRoom(sheet, row, lines);
    }

    // As near to what is asked for as a sheet may be called and no other is, in whatever case.
    QString freeName(const QString& wanted)
    {
        constexpr qsizetype longest = 31;
        static const QRegularExpression forbidden(QStringLiteral("[\\[\\]:*?/\\\\']"));
        const QString base = QString(wanted).replace(forbidden, QStringLiteral(" ")).left(longest);
        QString name = base;
        for (int n = 2; m_names.contains(name, Qt::CaseInsensitive) || name.isEmpty(); ++n) {
            const QString number = QStringLiteral(" %1").arg(n);
            name = base.left(longest - number.size()) + number;
        }
        m_names << name;
        return name;
    }

    lxw_worksheet* newSheet(const QString& name)
    {
        return workbook_add_worksheet(m_book, name.toUtf8().constData());
    }

    // Text as text, whatever it begins with; a cell holds so much of it.
    void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QString& text,
               lxw_format* format)
    {
        keep(worksheet_write_string(sheet, row, column, text.left(kLongestText).toUtf8(), format));
    }

    void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Cell& cell)
    {
        if (const auto number = numberOf(cell)) {
            keep(worksheet_write_number(sheet, row, column, number->value,
                                        numberFormat(number->format, false)));
        } else if (const domain::Date* date = std::get_if<domain::Date>(&cell.value)) {
            lxw_datetime day{date->year(), date->month(), date->day(), 0, 0, 0};
            keep(worksheet_write_datetime(sheet, row, column, &day,
                                          numberFormat("d mmm yyyy", false)));
        } else {
            write(sheet, row, column, cell.shown, m_wrapped);
        }
    }

    void says(const QString& words, lxw_format* format, lxw_col_t column = 0)
    {
        if (words.isEmpty())
            return;
        if (column > 0)
            makeRoom(m_sheet, m_row, linesOf(words, kWords));
        write(m_sheet, m_row++, column, words, format);
    }

    void leadsTo(const QString& title, const QString& sheet)
    {
        const QString place = QStringLiteral("internal:'%1'!A1").arg(freeName(sheet));
        keep(worksheet_write_url(m_sheet, m_row, 1, place.toUtf8(), nullptr));
        says(title, workbook_get_default_url_format(m_book), 1);
    }

    // Over all columns, on as many lines as it takes.
    void note(lxw_worksheet* sheet, const QString& words, const std::vector<double>& widths)
    {
        if (words.isEmpty())
            return;
        const double across = std::accumulate(widths.begin(), widths.end(), 0.0);
        makeRoom(sheet, 1, linesOf(words, across));
        if (widths.size() > 1)
            keep(worksheet_merge_range(sheet, 1, 0, 1, lxw_col_t(widths.size() - 1),
                                       words.left(kLongestText).toUtf8(), m_quiet));
        else
            write(sheet, 1, 0, words, m_quiet);
    }

    lxw_format* numberFormat(const QByteArray& pattern, bool large)
    {
        lxw_format*& format = m_numbers[{pattern, large}];
        if (format == nullptr) {
            format = workbook_add_format(m_book);
            format_set_num_format(format, pattern.constData());
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
            if (large) {
                format_set_bold(format);
                format_set_align(format, LXW_ALIGN_LEFT);
            }
        }
        return format;
    }

    // Wide enough for the longest of the first rows, and no wider than can be read.
    static std::vector<double> widthsOf(const Table& table)
    {
        std::vector<qsizetype> longest;
        for (const QString& heading : table.headings)
            longest.push_back(std::min<qsizetype>(heading.size(), 16));
        for (std::size_t row = 0; row < std::min<std::size_t>(table.rows.size(), 200); ++row) {
            const Row cells = table.rows[row];
            for (std::size_t column = 0; column < longest.size(); ++column)
                longest[column] = std::max(longest[column], cells[column].shown.size());
        }
        std::vector<double> widths;
        for (const qsizetype most : longest)
            widths.push_back(double(std::clamp<qsizetype>(most + 3, 10, 70)));
        return widths;
    }

    // How many lines words take in a column so many characters wide, roughly and rather more.
    static double linesOf(const QString& words, double width)
    {
        return std::max(1.0, std::ceil(1.1 * double(words.size()) / width));
    }
    // A row that is not told so stays one line high, and hides the rest of what it says.
    static void makeRoom(lxw_worksheet* sheet, lxw_row_t row, double lines)
    {
        constexpr double lineHeight = 15;
        constexpr double most = 409; // that a row can be high
        if (lines > 1)
            worksheet_set_row(sheet, row, std::min(most, lineHeight * lines), nullptr);
    }

    static void forPrint(lxw_worksheet* sheet, bool landscape)
    {
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(sheet, a4);
        if (landscape)
            worksheet_set_landscape(sheet);
        worksheet_fit_to_pages(sheet, 1, 0);
    }

    void keep(lxw_error error) { m_whole = m_whole && error == LXW_NO_ERROR; }

    static constexpr lxw_row_t kFirstRow = 3; // of a table, below its title, note and headings
    static constexpr double kWords = 90;      // characters across what is read
    static constexpr qsizetype kLongestText = 32767;
    static constexpr qsizetype kLongestDescription = 255;

    lxw_workbook* m_book;
    std::size_t m_rowsToAPart;
    lxw_worksheet* m_sheet = nullptr; // what is read
    lxw_row_t m_row = 0;              // of it
    bool m_whole = true;              // every cell was taken
    QStringList m_names;              // of all sheets, in their order
    qsizetype m_next = 1;             // of them to be made, the summary being the first
    lxw_format *m_title, *m_strong, *m_heading, *m_wrapped, *m_quiet, *m_large;
    std::map<std::pair<QByteArray, bool>, lxw_format*> m_numbers;
};

// The sheets beside what is read.
struct Sheets
{
    Workbook& book;

    void operator()(const Chart& chart) const { book.sheet(chart); }
    void operator()(const Pictures& pictures) const
    {
        for (const Chart& chart : pictures.charts)
            book.sheet(chart);
    }
    void operator()(const Table& table) const { book.sheets(table); }
    void operator()(const auto& /*others*/) const {}
};

} // namespace

bool writeWorkbook(const Document& document, const std::filesystem::path& path,
                   const WorkbookLimits& limits)
{
    Workbook book(path, limits, rowsOf(document));
    book.properties(document);
    book.summary(document);
    for (const Block& block : document.blocks)
        std::visit(Sheets{book}, block);
    return book.close();
}

} // namespace twelvefold::report
