// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace twelvefold::report {

// How text on paper looks; sizes in units of 1/96 inch.
struct TextStyle
{
    double size = 12.5;
    bool bold = false;
    QColor colour;
    Qt::Alignment alignment = Qt::AlignLeft;
};

QFont fontOf(const TextStyle& style);

// A part of a text: from where, and how much of it.
struct Stretch
{
    qsizetype from = 0, length = 0;
};

// Text broken into lines of a width, to be painted line by line.
class TextBox
{
public:
    TextBox(const QString& text, const TextStyle& style, double width,
            const std::vector<Stretch>& bold = {});

    int lines() const;
    double lineHeight() const { return m_lineHeight; }
    double height() const { return lines() * m_lineHeight; }
    void paint(QPainter& painter, const QPointF& topLeft, int firstLine, int lines) const;
    // The text of some lines, as it can be copied out.
    QString words(int firstLine, int lines) const;

    // What a text needs so as not to be broken at all, or not within a word.
    static double wholeWidth(const QString& text, const TextStyle& style);
    static double longestWord(const QString& text, const TextStyle& style);

private:
    std::shared_ptr<QTextLayout> m_layout; // shared by the strips that its lines make
    QColor m_colour;
    double m_lineHeight = 0;
};

} // namespace twelvefold::report
