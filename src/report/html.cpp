// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chart_pictures.h"
#include "report/on_paper.h"
#include "report/renderings.h"
#include "report/words.h"
#include "wording/translations.h"

#include <algorithm>

namespace twelvefold::report {
namespace {

constexpr const char* kStyle = R"(
body { font: 16px/1.5 "Noto Sans", "Segoe UI", sans-serif; color: #22262a; background: #fff;
       max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
.running, .quiet, figcaption, .note { color: #646b73; font-size: .85rem; }
.running { display: flex; justify-content: space-between; }
.standfirst { color: #646b73; font-size: 1.05rem; border-bottom: 2px solid #0b6e75; padding-bottom: 1rem; }
.figures { display: flex; flex-wrap: wrap; gap: 1.5rem; margin: 1.5rem 0; padding: 0; list-style: none; }
.figures li { flex: 1 1 9rem; }
.figures strong { display: block; font-size: 1.8rem; line-height: 1.2; }
.statements { margin: 1.5rem 0; display: grid; grid-template-columns: max-content 1fr; }
.statements dt { color: #0b6e75; font-weight: 600; padding: .6rem 1.5rem .6rem 0; }
.statements dd { margin: 0; padding: .6rem 0; }
.statements dt, .statements dd { border-bottom: 1px solid #e3e0da; }
.pictures { display: flex; flex-wrap: wrap; gap: 1.5rem; }
.pictures figure { flex: 1 1 20rem; }
figure { margin: 1.5rem 0; }
figure svg { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th { text-align: left; font-weight: 400; color: #646b73; border-bottom: 1px solid #646b73; }
th, td { padding: .3rem .5rem; vertical-align: top; }
td { border-bottom: 1px solid #e3e0da; }
.number { text-align: right; white-space: nowrap; }
@media print { body { margin: 0; max-width: none; } h2, h3, caption { break-after: avoid; } }
)";

class Html
{
public:
    QString text;

    void operator()(const Heading& heading)
    {
        const QString tag = heading.level == 1 ? QStringLiteral("h2") : QStringLiteral("h3");
        text += QStringLiteral("<%1>%2</%1>\n").arg(tag, heading.text.toHtmlEscaped());
    }
    void operator()(const Paragraph& paragraph)
    {
        text += paragraph.quiet ? QStringLiteral("<p class=\"quiet\">") : QStringLiteral("<p>");
        if (!paragraph.lead.isEmpty())
            text += QStringLiteral("<strong>") + paragraph.lead.toHtmlEscaped() +
                    QStringLiteral("</strong> ");
        text += paragraph.text.toHtmlEscaped() + QStringLiteral("</p>\n");
    }
    void operator()(const KeyFigures& figures)
    {
        text += QStringLiteral("<ul class=\"figures\">\n");
        for (const KeyFigure& figure : figures.figures)
            text += QStringLiteral("<li><strong>") + figure.figure.toHtmlEscaped() +
                    QStringLiteral("</strong> ") + figure.words.toHtmlEscaped() +
                    QStringLiteral("</li>\n");
        text += QStringLiteral("</ul>\n");
    }
    void operator()(const Statements& statements)
    {
        text += QStringLiteral("<dl class=\"statements\">\n");
        for (const Statement& statement : statements.statements)
            text += QStringLiteral("<dt>") + statement.label.toHtmlEscaped() +
                    QStringLiteral("</dt>\n<dd>") + withStrong(statement) +
                    QStringLiteral("</dd>\n");
        text += QStringLiteral("</dl>\n");
    }
    void operator()(const Pictures& pictures)
    {
        text += QStringLiteral("<div class=\"pictures\">\n");
        for (const Chart& chart : pictures.charts)
            addPicture(chart, kWide / 2);
        text += QStringLiteral("</div>\n");
    }
    void operator()(const Chart& chart) { addPicture(chart, kWide); }
    void operator()(const Table& table)
    {
        if (table.dataOnly) {
            text +=
                QStringLiteral("<h3>") + table.title.toHtmlEscaped() + QStringLiteral("</h3>\n");
        } else {
            text += QStringLiteral("<table>\n<caption>") + table.title.toHtmlEscaped() +
                    QStringLiteral("</caption>\n<thead><tr>");
            const std::vector<Row> rows = rowsToRead(table);
            QStringList classes;
            for (qsizetype column = 0; column < table.headings.size(); ++column) {
                classes << (holdsNumbers(rows, std::size_t(column))
                                ? QStringLiteral(" class=\"number\"")
                                : QString());
                text += QStringLiteral("<th scope=\"col\"%1>%2</th>")
                            .arg(classes[column], table.headings[column].toHtmlEscaped());
            }
            text += QStringLiteral("</tr></thead>\n<tbody>\n");
            addRows(rows, classes);
            text += QStringLiteral("</tbody>\n</table>\n");
        }
        const bool nothing = table.dataOnly && table.rows.empty();
        for (const QString& note :
             {nothing ? nothingToShow() : leftOutOnPaper(table), table.note}) {
            if (!note.isEmpty())
                text += QStringLiteral("<p class=\"note\">") + note.toHtmlEscaped() +
                        QStringLiteral("</p>\n");
        }
    }
    void operator()(PageBreak /*pageBreak*/) {}

private:
    static constexpr int kWide = 960;

    void addPicture(const Chart& chart, int wide)
    {
        constexpr int kHighest = 600;
        const QByteArray svg =
            svgOf(chart, {wide, heightOf(chart, wide, std::min(kHighest, wide))});
        const auto start = svg.indexOf("<svg");
        text += QStringLiteral("<figure role=\"group\"><h3>") + chart.title.toHtmlEscaped() +
                QStringLiteral("</h3>\n<div role=\"img\" aria-label=\"") +
                chart.described.toHtmlEscaped() + QStringLiteral("\">") +
                QString::fromUtf8(svg.mid(start < 0 ? 0 : start)) +
                QStringLiteral("</div>\n<figcaption>") + chart.caption.toHtmlEscaped() +
                QStringLiteral("</figcaption></figure>\n");
    }

    static QString withStrong(const Statement& statement)
    {
        QString words;
        qsizetype at = 0;
        for (const Stretch& strong : strongIn(statement)) {
            words += statement.sentence.mid(at, strong.from - at).toHtmlEscaped() +
                     QStringLiteral("<strong>") +
                     statement.sentence.mid(strong.from, strong.length).toHtmlEscaped() +
                     QStringLiteral("</strong>");
            at = strong.from + strong.length;
        }
        return words + statement.sentence.mid(at).toHtmlEscaped();
    }

    void addRows(const std::vector<Row>& rows, const QStringList& classes)
    {
        if (rows.empty())
            text += QStringLiteral("<tr><td colspan=\"%1\">%2</td></tr>\n")
                        .arg(QString::number(classes.size()), nothingToShow().toHtmlEscaped());
        for (const Row& row : rows) {
            text += QStringLiteral("<tr>");
            for (std::size_t column = 0; column < row.size(); ++column)
                text += QStringLiteral("<td%1>%2</td>")
                            .arg(classes[qsizetype(column)], row[column].shown.toHtmlEscaped());
            text += QStringLiteral("</tr>\n");
        }
    }
};

} // namespace

QByteArray html(const Document& document)
{
    Html body;
    for (const Block& block : document.blocks)
        std::visit(body, block);
    const QString page = QStringLiteral(
        "<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%2</title>\n"
        "<style>%3</style>\n</head>\n<body>\n<p class=\"running\"><span>%4</span> "
        "<span>%5</span></p>\n<main>\n<h1>%2</h1>\n<p class=\"standfirst\">%6</p>\n");
    const QString start =
        page.arg(wording::languageTag(), document.title.toHtmlEscaped(),
                 QString::fromLatin1(kStyle), document.headerLeft.toHtmlEscaped(),
                 document.headerRight.toHtmlEscaped(), document.standfirst.toHtmlEscaped());
    return (start + body.text + QStringLiteral("</main>\n</body>\n</html>\n")).toUtf8();
}

} // namespace twelvefold::report
