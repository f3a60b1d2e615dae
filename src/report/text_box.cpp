// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/text_box.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace twelvefold::report {
namespace {

constexpr double kLeading = 1.22; // of a line, over the type's own height

QTextOption wrapping(Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

// Without the spacing, text copied from a PDF loses its ligatures ("e?cient"). Unhinted, text is
// as wide on paper as it was measured.
QFont fontOf(const TextStyle& style)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(int(std::lround(style.size)));
    font.setWeight(style.bold ? QFont::DemiBold : QFont::Normal);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

TextBox::TextBox(const QString& text, const TextStyle& style, double width,
                 const std::vector<Stretch>& bold)
    : m_colour(style.colour)
{
    const QFont font = fontOf(style);
    QString shown = text;
    shown.replace(QLatin1Char('\n'), QChar::LineSeparator);
    m_layout = std::make_shared<QTextLayout>(shown, font);
    m_layout->setTextOption(wrapping(style.alignment));
    QList<QTextLayout::FormatRange> formats;
    for (const Stretch& stretch : bold) {
        QTextLayout::FormatRange format;
        format.start = int(stretch.from);
        format.length = int(stretch.length);
        format.format.setFontWeight(QFont::DemiBold);
        formats << format;
    }
    m_layout->setFormats(formats);
    const QFontMetricsF metrics(font);
    m_lineHeight = std::ceil(metrics.height() * kLeading);
    const double above = (m_lineHeight - metrics.height()) / 2;
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(std::max(1.0, width));
        line.setPosition({0, (m_layout->lineCount() - 1) * m_lineHeight + above});
    }
    m_layout->endLayout();
}

int TextBox::lines() const
{
    return m_layout->lineCount();
}

void TextBox::paint(QPainter& painter, const QPointF& topLeft, int firstLine, int lines) const
{
    painter.setPen(m_colour);
    const QPointF origin = topLeft - QPointF(0, firstLine * m_lineHeight);
    for (int line = firstLine; line < std::min(firstLine + lines, this->lines()); ++line)
        m_layout->lineAt(line).draw(&painter, origin);
}

QString TextBox::words(int firstLine, int lines) const
{
    QString words;
    for (int i = firstLine; i < std::min(firstLine + lines, this->lines()); ++i) {
        const QTextLine line = m_layout->lineAt(i);
        words += m_layout->text().mid(line.textStart(), line.textLength());
    }
    return words;
}

double TextBox::wholeWidth(const QString& text, const TextStyle& style)
{
    const QFontMetricsF metrics(fontOf(style));
    double widest = 0;
    for (const QString& line : text.split(QLatin1Char('\n')))
        widest = std::max(widest, metrics.horizontalAdvance(line));
    return std::ceil(widest) + 1;
}

double TextBox::longestWord(const QString& text, const TextStyle& style)
{
    const QFontMetricsF metrics(fontOf(style));
    double widest = 0;
    for (const QString& word : text.simplified().split(QLatin1Char(' ')))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return std::ceil(widest) + 1;
}

} // namespace twelvefold::report
