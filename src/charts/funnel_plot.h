// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "charts/theme.h"

#include <QPoint>
#include <QRectF>
#include <QSize>
#include <QString>

#include <optional>
#include <vector>

class QCPItemText;
class QCPPainter;
class QCustomPlot;
class QWidget;

namespace twelvefold::charts {

// The funnel of providers on a QCustomPlot, for screen and paper alike.
class FunnelPlot
{
public:
    static constexpr double kReach = 9; // pixels around a point that belong to it

    struct Point
    {
        std::size_t provider = 0;
        double n = 0, value = 0; // children, and log of cost over what such needs cost elsewhere
        bool beyond = false;     // of the 99.8 % limits, with the spread between providers
        QString name, words;     // "Brackenfold: +12 % from 19 children"
    };

    explicit FunnelPlot(QWidget* parent = nullptr);
    ~FunnelPlot();
    FunnelPlot(const FunnelPlot&) = delete;
    FunnelPlot& operator=(const FunnelPlot&) = delete;

    QCustomPlot* widget() const { return m_plot; }
    void show(const domain::Cohort& cohort, const analysis::ProviderEffects& effects);
    void clear();
    void setTheme(const Theme& theme);
    const Theme& theme() const { return m_theme; }
    void setChosen(std::optional<std::size_t> provider);
    void setFocused(bool focused);

    const std::vector<Point>& points() const { return m_points; }  // fewest children first
    int placeOfChosen() const;                                     // among the points, or -1
    double distance(const Point& point, const QPoint& from) const; // in pixels
    void draw(QCPPainter& painter, const QString& caption, QSize size);

    QRectF markOf(const Point& point) const; // in pixels
    QRectF label() const;                    // of the name of the one chosen; null without

private:
    void rebuild();
    void fit(double height);
    void addLimits(double most);
    void addPoints();
    void addLabel();
    void placeLabel();

    QCustomPlot* m_plot;
    QCPItemText* m_label = nullptr; // owned by the plot
    Theme m_theme = Theme::light();
    statistics::Funnel m_funnel;
    std::vector<Point> m_points;
    std::optional<std::size_t> m_chosen;
    bool m_focused = false;
};

} // namespace twelvefold::charts
