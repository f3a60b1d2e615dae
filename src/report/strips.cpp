// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/strips.h"

#include "report/chart_pictures.h"
#include "report/on_paper.h"
#include "report/text_box.h"
#include "report/words.h"

#include <QPainter>

#include <algorithm>
#include <span>

namespace twelvefold::report {
namespace {

constexpr double kChart = 440;          // high
constexpr double kChartType = 1.03;     // type in charts, as large as on a screen times this
constexpr double kLeastChart = 150;     // where less of the page is left
constexpr double kLeastOfBars = 0.6;    // so that each keeps its words beside it
constexpr double kSideBySide = 178;     // high: pictures side by side
constexpr double kBetween = 24;         // what stands side by side
constexpr std::size_t kMostFigures = 4; // side by side

TextStyle style(double size, bool bold = false)
{
    return {size, bold, ink().text, Qt::AlignLeft};
}

TextStyle quiet(double size)
{
    return {size, false, ink().quiet, Qt::AlignLeft};
}

// Writes each kind of block as strips.
class Writer
{
public:
    Writer(const Sheet& sheet, std::vector<Strip>& strips) : m_sheet(sheet), m_strips(strips) {}

    std::size_t block = kTitleBlock;

    void title(const Document& document)
    {
        TextStyle large = style(25, true);
        while (large.size > 21 && TextBox::wholeWidth(document.title, large) > m_sheet.width)
            large.size -= 1;
        text(document.title, large, {.leadsOn = LeadsOn::always});
        text(document.standfirst, quiet(13.5), {.above = 6, .leadsOn = LeadsOn::always});
        Strip rule;
        rule.above = 14;
        rule.height = rule.least = 1.5;
        rule.leadsOn = LeadsOn::always;
        rule.paint = [](QPainter& painter, const QRectF& area) {
            painter.fillRect(area, ink().accent);
        };
        add(std::move(rule));
    }
    void operator()(const Heading& heading)
    {
        const bool section = heading.level == 1;
        text(heading.text, style(section ? 17 : 13, true),
             {.above = section ? 24.0 : 14.0, .leadsOn = LeadsOn::always});
    }
    void operator()(const Paragraph& paragraph)
    {
        const TextStyle looks = paragraph.quiet ? quiet(11) : style(12.5);
        const double above = paragraph.quiet ? 3 : 7;
        if (paragraph.lead.isEmpty())
            text(paragraph.text, looks, {.above = above});
        else
            text(paragraph.lead + QLatin1Char(' ') + paragraph.text, looks,
                 {.above = above, .bold = {{0, paragraph.lead.size()}}});
    }
    void operator()(const KeyFigures& figures)
    {
        const std::size_t n = figures.figures.size();
        const std::size_t rows = (n + kMostFigures - 1) / kMostFigures;
        const std::size_t columns = rows == 0 ? 1 : (n + rows - 1) / rows;
        for (std::size_t first = 0; first < n; first += columns)
            figureRow({figures.figures.begin() + std::ptrdiff_t(first),
                       figures.figures.begin() + std::ptrdiff_t(std::min(first + columns, n))},
                      columns);
    }
    void operator()(const Statements& statements)
    {
        const TextStyle ofLabels{12, true, ink().accent, Qt::AlignLeft};
        double labels = 0;
        for (const Statement& statement : statements.statements)
            labels = std::max(labels, TextBox::wholeWidth(statement.label, ofLabels));
        labels = std::min(labels, m_sheet.width / 4);
        double above = 9;
        for (const Statement& statement : statements.statements) {
            statementRow(statement, ofLabels, labels, above);
            above = 0;
        }
    }
    void operator()(const Chart& chart)
    {
        text(chart.title, style(13, true), {.above = 16, .leadsOn = LeadsOn::always});
        Strip strip = picture({chart}, kChart);
        strip.leadsOn = chart.caption.isEmpty() ? LeadsOn::no : LeadsOn::always;
        add(std::move(strip));
        text(chart.caption, quiet(10.5), {.above = 2});
    }
    void operator()(const Pictures& pictures)
    {
        QStringList titles, captions;
        for (const Chart& chart : pictures.charts) {
            titles << chart.title;
            captions << chart.caption;
        }
        side(titles, style(13, true), {.above = 16, .leadsOn = LeadsOn::always});
        Strip strip = picture(pictures.charts, kSideBySide);
        strip.leadsOn = LeadsOn::always;
        add(std::move(strip));
        side(captions, quiet(10.5), {.above = 2});
    }
    void operator()(const Table& table)
    {
        text(table.title, style(13, true), {.above = 14, .leadsOn = LeadsOn::always});
        if (!table.dataOnly)
            addTableStrips(table, block, m_sheet, m_strips);
        if (table.rows.empty())
            text(nothingToShow(), quiet(11.5), {.above = 3});
        text(leftOutOnPaper(table), quiet(10.5), {.above = 4});
        text(table.note, quiet(10.5), {.above = 4});
    }
    void operator()(PageBreak pageBreak)
    {
        const auto before = std::span(m_strips).subspan(m_sinceBreak);
        for (Strip& strip : before) {
            if (pageBreak.keeps)
                strip.leadsOn = std::max(strip.leadsOn, LeadsOn::gladly);
        }
        if (pageBreak.keeps && !before.empty())
            before.back().leadsOn = LeadsOn::no;
        m_sinceBreak = m_strips.size();
        m_begins = true;
    }

private:
    struct Look
    {
        double above = 0;
        LeadsOn leadsOn = LeadsOn::no;
        std::vector<Stretch> bold = {};
    };

    void add(Strip strip)
    {
        strip.block = block;
        strip.begins = std::exchange(m_begins, false);
        m_strips.push_back(std::move(strip));
    }

    // A strip a line; neither the first nor the last of several stands alone on its page.
    void text(const QString& words, const TextStyle& looks, const Look& look)
    {
        if (words.isEmpty())
            return;
        const TextBox box(words, looks, m_sheet.width, look.bold);
        for (int line = 0; line < box.lines(); ++line) {
            Strip strip;
            strip.words = box.words(line, 1);
            strip.above = line == 0 ? look.above : 0;
            strip.height = strip.least = box.lineHeight();
            const bool last = line == box.lines() - 1;
            const bool keeps = !last && (line == 0 || line == box.lines() - 2);
            strip.leadsOn = keeps ? LeadsOn::always : look.leadsOn;
            strip.paint = [box, line](QPainter& painter, const QRectF& area) {
                box.paint(painter, area.topLeft(), line, 1);
            };
            add(std::move(strip));
        }
    }

    // How wide each of so many is side by side, and how far the next is from its left.
    double widthOf(std::size_t columns) const
    {
        return (m_sheet.width + kBetween) / double(columns) - kBetween;
    }

    // Pictures side by side, none higher than that.
    Strip picture(const std::vector<Chart>& charts, double highest) const
    {
        const double width = widthOf(charts.size());
        const int layout = static_cast<int>(width / kChartType);
        Strip strip;
        strip.above = 2;
        for (const Chart& chart : charts) {
            const double height =
                kChartType * heightOf(chart, layout, static_cast<int>(highest / kChartType));
            strip.height = std::max(strip.height, height);
            strip.least = std::max(strip.least, isOfBars(chart) ? kLeastOfBars * height
                                                                : std::min(height, kLeastChart));
        }
        strip.paint = [charts, width, layout](QPainter& painter, const QRectF& area) {
            QRectF place(area.topLeft(), QSizeF(width, area.height()));
            for (const Chart& chart : charts) {
                drawChart(painter, place, chart, layout);
                place.translate(width + kBetween, 0);
            }
        };
        return strip;
    }

    // Texts side by side, as one strip.
    void side(const QStringList& texts, const TextStyle& looks, const Look& look)
    {
        const double width = widthOf(std::size_t(texts.size()));
        Strip strip;
        strip.above = look.above;
        strip.leadsOn = look.leadsOn;
        strip.words = texts.join(QLatin1Char(' '));
        std::vector<TextBox> boxes;
        for (const QString& words : texts) {
            boxes.emplace_back(words, looks, width);
            strip.height = std::max(strip.height, boxes.back().height());
        }
        strip.least = strip.height;
        strip.paint = [boxes, width](QPainter& painter, const QRectF& area) {
            QPointF at = area.topLeft();
            for (const TextBox& box : boxes) {
                box.paint(painter, at, 0, box.lines());
                at.rx() += width + kBetween;
            }
        };
        add(std::move(strip));
    }

    void statementRow(const Statement& statement, const TextStyle& ofLabel, double labels,
                      double above)
    {
        constexpr double kPad = 4.5, kGap = 18, kHairline = 0.5;
        const TextBox label(statement.label, ofLabel, labels);
        const TextBox sentence(statement.sentence, style(12), m_sheet.width - labels - kGap,
                               strongIn(statement));
        Strip strip;
        strip.words = statement.label + QLatin1Char(' ') + statement.sentence;
        strip.above = above;
        strip.height = strip.least = std::max(label.height(), sentence.height()) + 2 * kPad;
        strip.paint = [label, sentence, labels](QPainter& painter, const QRectF& area) {
            const QPointF at = area.topLeft() + QPointF(0, kPad);
            label.paint(painter, at, 0, label.lines());
            sentence.paint(painter, at + QPointF(labels + kGap, 0), 0, sentence.lines());
            painter.fillRect(
                QRectF(area.left(), area.bottom() - kHairline, area.width(), kHairline),
                ink().line);
        };
        add(std::move(strip));
    }

    struct FigureBox
    {
        TextBox figure, words;
    };

    void figureRow(const std::vector<KeyFigure>& figures, std::size_t columns)
    {
        constexpr double kGap = 16;
        const double step = (m_sheet.width + kGap) / double(columns);
        std::vector<FigureBox> boxes;
        Strip strip;
        strip.above = 14;
        for (const KeyFigure& figure : figures) {
            TextStyle large = style(25, true);
            while (large.size > 12.5 && TextBox::wholeWidth(figure.figure, large) > step - kGap)
                large.size -= 1;
            boxes.push_back({TextBox(figure.figure, large, step - kGap),
                             TextBox(figure.words, quiet(11.5), step - kGap)});
            const double height = boxes.back().figure.height() + boxes.back().words.height();
            strip.height = std::max(strip.height, height);
            strip.words += figure.figure + QLatin1Char(' ') + figure.words + QLatin1Char(' ');
        }
        strip.least = strip.height;
        strip.paint = [boxes, step](QPainter& painter, const QRectF& area) {
            QPointF at = area.topLeft();
            for (const FigureBox& box : boxes) {
                box.figure.paint(painter, at, 0, box.figure.lines());
                box.words.paint(painter, at + QPointF(0, box.figure.height()), 0,
                                box.words.lines());
                at.rx() += step;
            }
        };
        add(std::move(strip));
    }

    Sheet m_sheet;
    std::vector<Strip>& m_strips;
    std::size_t m_sinceBreak = 0; // strips
    bool m_begins = false;
};

} // namespace

const charts::Theme& ink()
{
    static const charts::Theme theme = charts::Theme::light();
    return theme;
}

std::vector<Strip> stripsOf(const Document& document, const Sheet& sheet)
{
    std::vector<Strip> strips;
    Writer writer(sheet, strips);
    writer.title(document);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        writer.block = i;
        std::visit(writer, document.blocks[i]);
        // What is said of a table stands above it.
        const bool beforeTable =
            i + 1 < document.blocks.size() && std::holds_alternative<Table>(document.blocks[i + 1]);
        if (beforeTable && std::holds_alternative<Paragraph>(document.blocks[i]))
            strips.back().leadsOn = LeadsOn::gladly;
    }
    return strips;
}

} // namespace twelvefold::report
