// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSizeF>
#include <QTextFormat>
#include <QTextObjectInterface>
#include <vector>

namespace twelvefold::charts {
struct Theme;
}

namespace twelvefold::report {

struct Chart;

// Draws the charts of a document where its text has a place for them. The charts and the theme
// must outlive it.
class ChartObjects : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    static constexpr int kType = QTextFormat::UserObject + 1;

    ChartObjects(QSizeF size, const charts::Theme& theme) : m_size(size), m_theme(theme) {}

    // The format of the character that stands for a chart.
    QTextCharFormat placeFor(const Chart& chart);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& area, QTextDocument* document, int position,
                    const QTextFormat& format) override;

private:
    QSizeF m_size;
    const charts::Theme& m_theme;
    std::vector<const Chart*> m_charts;
};

} // namespace twelvefold::report
