// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pages.h"

#include "report/chart_objects.h"
#include "report/words.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace twelvefold::report {
namespace {

constexpr QSizeF kPage{794, 1123}; // A4 at 96 to the inch
constexpr double kSide = 68;       // 18 mm
constexpr double kTop = 96;
constexpr double kBottom = 80;
constexpr double kWidth = kPage.width() - 2 * kSide;
constexpr double kHeight = kPage.height() - kTop - kBottom;
constexpr QSizeF kChart{kWidth - 1, 440};

const charts::Theme& ink()
{
    static const charts::Theme theme = charts::Theme::light();
    return theme;
}

// Without the spacing, text copied from a PDF loses its ligatures ("e?cient").
QFont font(double pixels, bool bold = false)
{
    QFont result = QGuiApplication::font();
    result.setPixelSize(qRound(pixels));
    result.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    result.setLetterSpacing(QFont::AbsoluteSpacing, 0.05);
    return result;
}

QTextCharFormat style(double pixels, bool bold = false, const QColor& colour = ink().text)
{
    QTextCharFormat format;
    format.setFont(font(pixels, bold));
    format.setForeground(colour);
    return format;
}

QTextBlockFormat spaced(double above, double below)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setLineHeight(122, QTextBlockFormat::ProportionalHeight);
    return format;
}

// Of a block's format: it must not stand last on a page, since it speaks of what comes next.
constexpr int kLeadsOn = QTextFormat::UserProperty + 1;

QTextBlockFormat leadingOn(QTextBlockFormat format)
{
    format.setProperty(kLeadsOn, true);
    return format;
}

int pageOf(const QTextBlock& block)
{
    return int(block.document()->documentLayout()->blockBoundingRect(block).top() / kHeight);
}

// Takes headings that would stand last on a page to the next, with the titles that follow them.
void keepHeadings(QTextDocument& text)
{
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        if (!block.blockFormat().boolProperty(kLeadsOn))
            continue;
        const QTextBlock first = block;
        while (block.next().isValid() && block.next().blockFormat().boolProperty(kLeadsOn))
            block = block.next();
        if (!block.next().isValid() || pageOf(first) == pageOf(block.next()))
            continue;
        QTextBlockFormat format = first.blockFormat();
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(first).setBlockFormat(format);
    }
}

// Writes each kind of block at the end of a text document.
class Writer
{
public:
    Writer(QTextDocument& text, ChartObjects& objects) : m_cursor(&text), m_objects(objects) {}

    void title(const Document& document)
    {
        m_cursor.setBlockFormat(spaced(0, 6));
        m_cursor.insertText(document.title, style(25, true));
        block(spaced(0, 14));
        m_cursor.insertText(document.standfirst, style(13.5, false, ink().quiet));
        rule();
    }
    void operator()(const Heading& heading)
    {
        block(leadingOn(spaced(heading.level == 1 ? 22 : 12, 4)));
        m_cursor.insertText(heading.text, style(heading.level == 1 ? 17 : 13, true));
    }
    void operator()(const Paragraph& paragraph)
    {
        block(spaced(0, paragraph.quiet ? 2 : 7));
        if (!paragraph.lead.isEmpty())
            m_cursor.insertText(paragraph.lead + QLatin1Char(' '), style(12.5, true));
        m_cursor.insertText(paragraph.text,
                            paragraph.quiet ? style(11, false, ink().quiet) : style(12.5));
    }
    void operator()(const KeyFigures& figures)
    {
        if (figures.figures.empty())
            return;
        const int columns = int(figures.figures.size());
        QTextTable* table =
            insertTable(1, columns, QList<QTextLength>(columns, percent(100.0 / columns)), 0);
        QTextTableFormat spacing = table->format();
        spacing.setTopMargin(12);
        table->setFormat(spacing);
        for (int column = 0; column < columns; ++column) {
            const KeyFigure& figure = figures.figures[std::size_t(column)];
            QTextCursor cell = table->cellAt(0, column).firstCursorPosition();
            cell.insertText(figure.figure, style(25, true));
            cell.insertBlock(spaced(0, 4));
            cell.insertText(figure.words, style(11.5, false, ink().quiet));
        }
        leaveTable();
    }
    void operator()(const Chart& chart)
    {
        block(leadingOn(spaced(14, 1)));
        m_cursor.insertText(chart.title, style(13, true));
        block({}); // a proportional line height would add a fifth of the picture's own
        m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), m_objects.placeFor(chart));
        block(spaced(0, 10));
        m_cursor.insertText(chart.caption, style(10.5, false, ink().quiet));
    }
    void operator()(const Table& content)
    {
        if (content.dataOnly || content.headings.isEmpty())
            return;
        block(leadingOn(spaced(12, 3)));
        m_cursor.insertText(content.title, style(13, true));
        if (content.rows.empty()) {
            block(spaced(0, 6));
            m_cursor.insertText(Words::tr("Nothing to show."), style(12, false, ink().quiet));
        } else {
            fill(*insertTable(int(content.rows.size()) + 1, int(content.headings.size()), {}, 1),
                 content);
            leaveTable();
        }
        if (content.note.isEmpty())
            return;
        block(spaced(2, 8));
        m_cursor.insertText(content.note, style(10.5, false, ink().quiet));
    }
    void operator()(PageBreak /*pageBreak*/)
    {
        QTextBlockFormat format = spaced(0, 0);
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        block(format);
    }

private:
    static QTextLength percent(double share)
    {
        return QTextLength(QTextLength::PercentageLength, share);
    }

    void block(const QTextBlockFormat& format) { m_cursor.insertBlock(format, QTextCharFormat()); }

    // A line across the page in the accent colour: a frame of its own, filled, one unit high.
    void rule()
    {
        QTextFrameFormat format;
        format.setBackground(ink().accent);
        format.setHeight(1.5);
        format.setBorder(0);
        m_cursor.insertFrame(format);
        m_cursor.setBlockCharFormat(style(1));
        m_cursor.movePosition(QTextCursor::End);
        m_cursor.setBlockFormat(spaced(0, 0));
        m_cursor.setBlockCharFormat(style(4));
    }

    QTextTable* insertTable(int rows, int columns, const QList<QTextLength>& widths, int headerRows)
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(4);
        format.setHeaderRowCount(headerRows);
        format.setWidth(percent(100));
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_None);
        if (!widths.isEmpty())
            format.setColumnWidthConstraints(widths);
        return m_cursor.insertTable(rows, columns, format);
    }

    void leaveTable()
    {
        m_cursor.movePosition(QTextCursor::End);
        m_cursor.setBlockFormat(spaced(0, 0));
        m_cursor.setBlockCharFormat(style(4));
    }

    void fill(QTextTable& table, const Table& content)
    {
        for (int column = 0; column < int(content.headings.size()); ++column)
            write(table, 0, column, content.headings[column], style(11, false, ink().quiet),
                  holdsNumbers(content, column));
        for (int row = 0; row < int(content.rows.size()); ++row) {
            const auto& cells = content.rows[std::size_t(row)];
            for (int column = 0; column < int(cells.size()); ++column)
                write(table, row + 1, column, cells[std::size_t(column)].shown, style(11.5),
                      holdsNumbers(content, column));
        }
    }

    void write(QTextTable& table, int row, int column, const QString& text,
               const QTextCharFormat& format, bool toTheRight)
    {
        QTextTableCell cell = table.cellAt(row, column);
        QTextTableCellFormat line;
        line.setBottomBorder(row == 0 ? 1 : 0.5);
        line.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        line.setBottomBorderBrush(row == 0 ? ink().quiet : ink().line);
        cell.setFormat(line);
        QTextCursor cursor = cell.firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(toTheRight ? Qt::AlignRight : Qt::AlignLeft);
        cursor.setBlockFormat(block);
        cursor.insertText(text, format);
    }

    QTextCursor m_cursor;
    ChartObjects& m_objects;
};

} // namespace

class Pages::Private
{
public:
    Document document;
    ChartObjects objects{kChart, ink()};
    QTextDocument text;
};

Pages::Pages(const Document& document) : d(std::make_unique<Private>())
{
    d->document = document;
    d->text.setDefaultFont(font(12.5));
    d->text.setDocumentMargin(0);
    d->text.documentLayout()->registerHandler(ChartObjects::kType, &d->objects);

    // As one edit, or the whole would be laid out again after every cell.
    QTextCursor whole(&d->text);
    whole.beginEditBlock();
    Writer writer(d->text, d->objects);
    writer.title(d->document);
    for (const Block& block : d->document.blocks)
        std::visit(writer, block);
    whole.endEditBlock();
    d->text.setPageSize({kWidth, kHeight});
    keepHeadings(d->text);
}

Pages::~Pages() = default;

int Pages::count() const
{
    // The margin below what comes last is no reason for a page of nothing.
    QTextBlock last = d->text.lastBlock();
    while (last.text().isEmpty() && last.previous().isValid())
        last = last.previous();
    const double end = d->text.documentLayout()->blockBoundingRect(last).bottom();
    return std::clamp(int(std::ceil(end / kHeight)), 1, d->text.pageCount());
}

QSizeF Pages::size()
{
    return kPage;
}

void Pages::paint(QPainter& painter, int page) const
{
    painter.setPen(ink().quiet);
    painter.setFont(font(10.5));
    const QRectF header(kSide, 44, kWidth, 20);
    painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter, d->document.headerLeft);
    painter.drawText(header, Qt::AlignRight | Qt::AlignVCenter, d->document.headerRight);
    painter.drawText(QRectF(kSide, kPage.height() - 56, kWidth, 20),
                     Qt::AlignRight | Qt::AlignVCenter,
                     Words::tr("Page %1 of %2").arg(page + 1).arg(count()));

    painter.save();
    painter.translate(kSide, kTop - page * kHeight);
    const QRectF clip(0, page * kHeight, kWidth, kHeight);
    painter.setClipRect(clip);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = clip;
    context.palette.setColor(QPalette::Text, ink().text);
    d->text.documentLayout()->draw(&painter, context);
    painter.restore();
}

} // namespace twelvefold::report
