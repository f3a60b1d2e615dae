// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/text.h"

#include "report/on_paper.h"

namespace twelvefold::report {
namespace {

class Text
{
public:
    QStringList lines;

    void say(const QString& words)
    {
        if (!words.isEmpty())
            lines << words;
    }
    void operator()(const Heading& heading) { say(heading.text); }
    void operator()(const Paragraph& paragraph)
    {
        say(paragraph.lead.isEmpty() ? paragraph.text
                                     : paragraph.lead + QLatin1Char(' ') + paragraph.text);
    }
    void operator()(const KeyFigures& figures)
    {
        for (const KeyFigure& figure : figures.figures)
            say(figure.figure + QLatin1Char(' ') + figure.words);
    }
    void operator()(const Statements& statements)
    {
        for (const Statement& statement : statements.statements)
            say(statement.label + QStringLiteral(": ") + statement.sentence);
    }
    void operator()(const Pictures& pictures)
    {
        for (const Chart& chart : pictures.charts)
            (*this)(chart);
    }
    void operator()(const Chart& chart)
    {
        say(chart.title);
        say(chart.described);
        say(chart.caption);
    }
    // Each figure with its heading, since a row is heard and not seen beneath them.
    void operator()(const Table& table)
    {
        say(table.title);
        for (std::size_t i = 0; !table.dataOnly && i < rowsOnPaper(table); ++i) {
            QStringList cells;
            const std::vector<Cell> row = table.rows[i];
            for (std::size_t column = 0; column < row.size(); ++column) {
                if (const QString& shown = row[column].shown; !shown.isEmpty())
                    cells << table.headings[qsizetype(column)] + QStringLiteral(": ") + shown;
            }
            say(cells.join(QStringLiteral("; ")));
        }
        say(table.rows.empty() ? nothingToShow() : leftOutOnPaper(table));
        say(table.note);
    }
    void operator()(PageBreak /*pageBreak*/) {}
};

} // namespace

QStringList asText(const Document& document)
{
    Text text;
    text.say(document.standfirst);
    for (const Block& block : document.blocks)
        std::visit(text, block);
    return text.lines;
}

} // namespace twelvefold::report
