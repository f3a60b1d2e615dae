// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

// What is drawn and where, apart from how: plain data, without any plotting library.
namespace twelvefold::charts {

// A child with a complete profile and a cost above zero.
struct Point
{
    double need = 0;
    double cost = 0; // pounds a week
    std::size_t row = 0;
    domain::Setting setting = domain::Setting::other;
    bool flagged = false; // its cost is outside what is expected: painted over the others
};

struct Span
{
    double from = 0;
    double to = 1;
    bool operator==(const Span&) const = default;
};

// The children of a cohort as points, by need, then cost, then row. Neighbours in this order stand
// close together in the picture, whatever their setting, so no setting is painted over another's.
class Scene
{
public:
    Scene() = default;
    Scene(std::shared_ptr<const domain::Cohort> cohort,
          std::shared_ptr<const analysis::Findings> findings);

    // Other findings of the same cohort: the points stay where they are.
    void setFindings(std::shared_ptr<const analysis::Findings> findings);

    bool empty() const { return m_points.empty(); }
    const std::vector<Point>& points() const { return m_points; }
    const domain::Cohort* cohort() const { return m_cohort.get(); }
    const analysis::Findings* findings() const { return m_findings.get(); }

    // The place of a row among points(); nothing when the row cannot be drawn.
    std::optional<std::size_t> pointOf(std::size_t row) const;
    // Places among points(), cheapest first.
    const std::vector<std::size_t>& byCost() const { return m_byCost; }

    // Everything, with a little air.
    Span needSpan() const;
    Span costSpan(bool logarithmic) const;

    // Rows within a rectangle of need and cost, edges included.
    std::vector<std::size_t> rowsWithin(Span need, Span cost) const;
    std::vector<domain::Setting> settingsPresent() const;

private:
    std::shared_ptr<const domain::Cohort> m_cohort;
    std::shared_ptr<const analysis::Findings> m_findings;
    std::vector<Point> m_points;
    std::vector<std::size_t> m_byCost;
    std::vector<std::size_t> m_pointOfRow; // npos where a row has no point
};

// Where data falls on the picture.
struct Frame
{
    QRectF area;
    Span need, cost;
    bool logarithmic = true;

    QPointF at(double need, double cost) const;
    double needAt(double x) const;
    double costAt(double y) const;
};

// Places among points() whose marks are no further than `reach` pixels from a position, nearest
// first.
std::vector<std::size_t> pointsNear(const Scene& scene, const Frame& frame, const QPointF& position,
                                    double reach);

// A line between two children of similar need, and where its ratio is written.
struct Connector
{
    std::size_t a = 0, b = 0; // rows, the dearer first
    double ratio = 0;
    bool selected = false;
    QLineF line;
    QString label;
    QRectF box; // of the label; null when there is no room for one
};

// The connectors of the widest pairs and of a selected pair, with labels that overlap neither each
// other nor the connected marks. The selected pair comes last, so that it is painted over the rest.
std::vector<Connector> placeConnectors(const Scene& scene, const Frame& frame, int widest,
                                       std::optional<std::pair<std::size_t, std::size_t>> selected,
                                       const std::function<QSizeF(const QString&)>& sizeOf);

} // namespace twelvefold::charts
