// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/amounts_chart.h"

#include <QFont>
#include <QRectF>
#include <QSize>
#include <QString>

#include <optional>
#include <set>
#include <vector>

class QCPPainter;
class QCustomPlot;
class QPainter;
class QWidget;

namespace twelvefold::charts {

// A part of a bar, from and to in pounds a week. Those above zero stand one after the other from
// zero on: need, placement, price. Those below lead back from there, so that all of them end at
// what is paid.
struct AmountsPart
{
    enum class With
    {
        need,
        placement,
        price
    } with = With::need;
    double from = 0, to = 0; // from < to
    bool belowZero = false;
};
std::vector<AmountsPart> partsOf(const analysis::Amounts& amounts);

QFont boldLabelFont();
// What is less than need leads to, or than is usual: dashed.
void paintBelowZero(QPainter& painter, const QRectF& area, const QColor& colour,
                    const Theme& theme);

// What is paid in each setting and what it goes with, on a QCustomPlot, for screen and paper alike.
class AmountsPlot
{
public:
    explicit AmountsPlot(QWidget* parent = nullptr);
    ~AmountsPlot();
    AmountsPlot(const AmountsPlot&) = delete;
    AmountsPlot& operator=(const AmountsPlot&) = delete;

    QCustomPlot* widget() const { return m_plot; }
    void show(const analysis::AmountsFound& found);
    void clear();
    void setTheme(const Theme& theme);
    const Theme& theme() const { return m_theme; }
    void setChosen(const std::set<domain::Setting>& settings); // the rest fades
    void setCursor(std::optional<std::size_t> bar);            // where the keyboard is
    void setHovered(std::optional<std::size_t> bar);

    const std::vector<AmountsBar>& bars() const { return m_bars; }
    const std::set<domain::Setting>& chosen() const { return m_chosen; }
    std::optional<std::size_t> cursor() const { return m_cursor; }
    QRectF rowOf(std::size_t bar) const;                           // in pixels, with its words
    QRectF partOf(std::size_t bar, const AmountsPart& part) const; // in pixels
    double paidAt(std::size_t bar) const;                          // x in pixels
    std::optional<std::size_t> barAt(const QPointF& pixel) const;

    // The least height at which every bar has its words beside it, at a width.
    int leastHeight(double width) const;
    // The height at which the picture looks well, without its caption.
    int goodHeight(double width) const;
    void draw(QCPPainter& painter, const QString& caption, QSize size);

private:
    void redraw();
    void fit(QSizeF size);
    void paint(QCPPainter& painter) const;
    void paintBar(QCPPainter& painter, std::size_t bar) const;
    void paintWords(QCPPainter& painter, std::size_t bar) const;
    double paintLegend(QCPPainter* painter, double width) const; // its height; null: only measures

    QCustomPlot* m_plot;
    Theme m_theme = Theme::light();
    std::vector<AmountsBar> m_bars;
    std::set<domain::Setting> m_chosen;
    std::optional<std::size_t> m_cursor, m_hovered;
    QSizeF m_size; // that it was last fitted to
};

} // namespace twelvefold::charts
