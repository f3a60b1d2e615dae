// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/quantile_lines.h"
#include "charts/need_cost_chart.h"
#include "charts/scene.h"

#include <QFont>
#include <QImage>
#include <QPen>
#include <QPixmap>

#include <array>
#include <functional>

class QPainter;

// The parts of the need-and-cost picture, each painted into a frame. They know no plotting library,
// so that screen, paper and tests use the same ones.
namespace twelvefold::charts {

// Where the paint goes, which decides how marks are made.
struct Medium
{
    Theme theme = Theme::light();
    QFont font;          // of labels, in pixels
    bool vector = false; // paths instead of stamps
    double pixelRatio = 1;
};

// Beyond this many marks paths make a file too large: on paper they are one picture instead.
inline constexpr std::size_t kMostPaths = 5000;

// Paints what `paint` paints, within the frame and a mark's width about it: as it is, or, where
// paper would hold more than kMostPaths marks, as one picture at the resolution of print.
void paintMany(QPainter& painter, std::size_t marks, const Frame& frame, const Medium& medium,
               const std::function<void(QPainter&, const Medium&)>& paint);

// An image over an area, as strong as it is, on every medium.
void paintImage(QPainter& painter, const QRectF& area, const QImage& image, const Medium& medium);

// How far a mark steps back: not at all, a little beside a selected pair, more beside a child or a
// group.
enum class Fade
{
    none,
    little,
    more
};

// What is chosen: which points stand out, the others fading.
struct Emphasis
{
    std::vector<std::uint8_t> chosen; // one a point; empty: nothing is selected
    std::optional<std::pair<std::size_t, std::size_t>> pair; // rows, the dearer first
    bool any() const { return !chosen.empty(); }
    Fade fade() const { return !any() ? Fade::none : pair ? Fade::little : Fade::more; }
    bool has(std::size_t point) const { return !chosen.empty() && chosen[point] != 0; }
};

// Marks painted once and stamped many times: twenty times as fast as painting each. A stamp lies at
// the point it is given to a fraction of a pixel, at any device pixel ratio.
class MarkStamps
{
public:
    void stamp(QPainter& painter, const QPointF& centre, domain::Setting setting,
               const Medium& medium, double opacity);
    void clear() { m_stamps = {}; }

private:
    struct Stamp
    {
        QPixmap pixmap;
        double pixelRatio = 0;
    };
    // By opacity as a pixel has it.
    std::array<std::array<Stamp, 256>, domain::countOf<domain::Setting>> m_stamps;
};

inline constexpr double kMarkRadius = 4.2;
inline constexpr double kStrongRadius = 6.2; // of connected and selected marks

QFont labelFont(); // 11.5 px

// What a line is painted on, so that it is seen across a crowd of marks.
QPen beneath(QPen pen, const Theme& theme);

void paintBand(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium);
void paintLine(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium);
// The lines at the quantiles, thin, each named at its right end.
void paintQuantiles(QPainter& painter, const analysis::QuantileLines& quantiles, const Frame& frame,
                    const Medium& medium);
void paintDensity(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium);
void paintMarks(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium,
                const Emphasis& emphasis, MarkStamps& stamps);
// A short stroke at each child's need and the median cost of its comparators.
void paintMedians(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium);
void paintConnectors(QPainter& painter, const std::vector<Connector>& connectors,
                     const Scene& scene, const Frame& frame, const Medium& medium, bool faded);
// The selected marks, large, with a ring where there are few.
void paintChosen(QPainter& painter, const Scene& scene, const Frame& frame, const Medium& medium,
                 const Emphasis& emphasis, MarkStamps& stamps);
QSizeF labelSize(const QString& label, const QFont& font);

// The settings in the picture with their marks, in rows of at most a width; returns the height.
double paintLegend(QPainter& painter, const QPointF& topLeft, double width,
                   const std::vector<domain::Setting>& settings, const Medium& medium);

} // namespace twelvefold::charts
