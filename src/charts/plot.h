// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/paint.h"

#include <QObject>

class QCPLayer;
class QCPPainter;
class QCustomPlot;

namespace twelvefold::charts {

// What is drawn for a moment over the picture: where the mouse or the keyboard is.
struct Pointing
{
    std::optional<std::size_t> hovered; // places among the scene's points
    std::optional<std::size_t> cursor;
    QRectF rubberBand; // in pixels; null when there is none
};

// The need-and-cost picture on a QCustomPlot, which gives it axes, grid, buffers and paper. Owns
// the data that it draws.
class Plot
{
public:
    explicit Plot(QWidget* parent = nullptr);
    ~Plot();
    Plot(const Plot&) = delete;
    Plot& operator=(const Plot&) = delete;

    QCustomPlot* widget() const { return m_plot; }

    void setScene(Scene scene);
    void setFindings(std::shared_ptr<const analysis::Findings> findings); // of the same cohort
    void setOptions(const NeedCostOptions& options);
    void setTheme(const Theme& theme);
    void setEmphasis(const std::vector<std::size_t>& rows, bool isPair);
    void setSpans(Span need, Span cost);
    void setPointing(const Pointing& pointing); // redraws at once, and nothing else

    const Scene& scene() const { return m_scene; }
    const NeedCostOptions& options() const { return m_options; }
    // Where they are asked for; worked out once for each cohort.
    const analysis::QuantileLines* quantiles() const;
    const Theme& theme() const { return m_medium.theme; }
    const Pointing& pointing() const { return m_pointing; }
    Span need() const;
    Span cost() const;
    Frame frame() const;
    std::vector<Connector> connectors() const; // as they lie in the picture now
    void redraw();                             // soon; however often it is asked for before, once

    // Another plot of the same picture as it is now, to draw on paper.
    std::unique_ptr<Plot> copy() const;

private:
    bool hasRoom() const;
    void paint(QCPPainter& painter);
    void paintPointing(QCPPainter& painter);
    void applyTheme();
    void renewQuantiles();

    QCustomPlot* m_plot; // owned by its parent, or by this plot when it has none
    QCPLayer* m_pointingLayer;
    Scene m_scene;
    NeedCostOptions m_options;
    std::optional<analysis::QuantileLines> m_quantiles; // of the scene's cohort
    Medium m_medium;
    Emphasis m_emphasis;
    std::vector<std::size_t> m_chosenRows;
    Pointing m_pointing;
    MarkStamps m_stamps;
};

} // namespace twelvefold::charts
