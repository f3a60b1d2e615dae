// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv_cell.h"
#include "report/on_paper.h"
#include "report/renderings.h"

#include <QLocale>

namespace twelvefold::report {
namespace {

QByteArray quoted(const QString& text)
{
    return QByteArray::fromStdString(domain::safeCsvCell(text.toStdString()));
}

QByteArray plain(const Cell& cell)
{
    if (const double* number = std::get_if<double>(&cell.value))
        return cell.format == Cell::Format::money
                   ? QByteArray::number(*number, 'f', 2)
                   : QByteArray::number(*number, 'g', QLocale::FloatingPointShortest);
    if (const domain::Date* date = std::get_if<domain::Date>(&cell.value))
        return QByteArray::fromStdString(date->iso());
    return quoted(cell.shown);
}

// Each kind of block as lines, in the document's order, a blank line before what begins something.
class Csv
{
public:
    explicit Csv(const TakeText& take) : m_take(take) {}

    void line(const QString& words)
    {
        if (!words.isEmpty())
            end(quoted(words));
    }
    void operator()(const Heading& heading)
    {
        end({});
        line(heading.text);
    }
    void operator()(const Paragraph& paragraph)
    {
        line(paragraph.lead.isEmpty() ? paragraph.text
                                      : paragraph.lead + QLatin1Char(' ') + paragraph.text);
    }
    void operator()(const KeyFigures& figures)
    {
        end({});
        for (const KeyFigure& figure : figures.figures)
            end(quoted(figure.figure) + ',' + quoted(figure.words));
    }
    void operator()(const Chart& chart)
    {
        end({});
        line(chart.title);
        line(chart.described); // in place of the picture
        line(chart.caption);
    }
    void operator()(const Table& table)
    {
        end({});
        line(table.title);
        QByteArray headings;
        for (const QString& heading : table.headings)
            headings += (headings.isEmpty() ? "" : ",") + quoted(heading);
        end(headings);
        for (std::size_t i = 0; i < table.rows.size() && m_taken; ++i) {
            const Row row = table.rows[i];
            QByteArray cells;
            for (std::size_t column = 0; column < row.size(); ++column)
                cells += (column == 0 ? "" : ",") + plain(row[column]);
            end(cells);
        }
        if (table.rows.empty())
            line(nothingToShow());
        line(table.note);
    }
    void operator()(PageBreak /*pageBreak*/) {}

    void handOver()
    {
        m_taken = m_taken && m_take({m_text.constData(), std::size_t(m_text.size())});
        m_text.clear();
    }

private:
    void end(const QByteArray& cells)
    {
        constexpr qsizetype kPiece = 65536;
        m_text += cells + "\r\n";
        if (m_text.size() >= kPiece)
            handOver();
    }

    const TakeText& m_take;
    QByteArray m_text = "\xEF\xBB\xBF"; // tells a spreadsheet that the text is UTF-8
    bool m_taken = true;
};

} // namespace

void csv(const Document& document, const TakeText& take)
{
    Csv csv(take);
    csv.line(document.headerLeft);
    csv.line(document.headerRight);
    csv.line(document.title);
    csv.line(document.standfirst);
    for (const Block& block : document.blocks)
        std::visit(csv, block);
    csv.handOver();
}

} // namespace twelvefold::report
