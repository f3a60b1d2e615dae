// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/csv.h"
#include "report/on_paper.h"
#include "report/renderings.h"

#include <QLocale>

namespace twelvefold::report {
namespace {

// Each kind of block as lines, in the document's order, a blank line before what begins something.
class Csv
{
public:
    explicit Csv(const TakeText& take) : m_take(take) {}

    void line(const QString& words)
    {
        if (!words.isEmpty())
            end({words});
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
            end({figure.figure, figure.words});
    }
    void operator()(const Statements& statements)
    {
        end({});
        for (const Statement& statement : statements.statements)
            end({statement.label, statement.sentence});
    }
    void operator()(const Pictures& pictures)
    {
        for (const Chart& chart : pictures.charts)
            (*this)(chart);
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
        end(table.headings);
        for (std::size_t i = 0; i < table.rows.size() && m_taken; ++i) {
            for (const Cell& cell : table.rows[i])
                write(cell);
            end({});
        }
        if (table.rows.empty())
            line(nothingToShow());
        line(table.note);
    }
    void operator()(PageBreak /*pageBreak*/) {}

    void handOver() { m_taken = m_taken && m_take(m_csv.take()); }

private:
    void write(const Cell& cell)
    {
        if (const double* number = std::get_if<double>(&cell.value))
            m_csv.figure((cell.format == Cell::Format::money
                              ? QByteArray::number(*number, 'f', 2)
                              : QByteArray::number(*number, 'g', QLocale::FloatingPointShortest))
                             .toStdString());
        else if (const domain::Date* date = std::get_if<domain::Date>(&cell.value))
            m_csv.figure(date->iso());
        else
            m_csv.text(cell.shown.toStdString());
    }
    void end(const QStringList& cells)
    {
        constexpr std::size_t kPiece = 65536;
        for (const QString& cell : cells)
            m_csv.text(cell.toStdString());
        m_csv.endRow();
        if (m_csv.size() >= kPiece)
            handOver();
    }

    const TakeText& m_take;
    domain::CsvWriter m_csv{domain::kCsvForSpreadsheets};
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
