// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scene.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <unordered_set>

namespace twelvefold::charts {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Where a value stands between the ends of a span, 0 to 1.
double share(double value, Span span)
{
    return (value - span.from) / (span.to - span.from);
}

} // namespace

Scene::Scene(std::shared_ptr<const domain::Cohort> cohort,
             std::shared_ptr<const analysis::Findings> findings)
    : m_cohort(std::move(cohort))
{
    if (!m_cohort)
        return;
    const std::size_t rows = m_cohort->size();
    for (std::size_t row = 0; row < rows; ++row) {
        const auto need = m_cohort->needTotal.at(row);
        const auto cost = m_cohort->weeklyCost.at(row);
        if (need && cost && *cost > 0)
            m_points.push_back(
                {*need, *cost, row, m_cohort->setting[row].value_or(domain::Setting::other)});
    }
    std::ranges::sort(m_points, {},
                      [](const Point& p) { return std::tuple(p.need, p.cost, p.row); });

    m_pointOfRow.assign(rows, kNone);
    for (std::size_t i = 0; i < m_points.size(); ++i)
        m_pointOfRow[m_points[i].row] = i;
    m_byCost.resize(m_points.size());
    std::iota(m_byCost.begin(), m_byCost.end(), std::size_t{0});
    std::ranges::sort(m_byCost, {},
                      [this](std::size_t i) { return std::tuple(m_points[i].cost, i); });
    setFindings(std::move(findings));
}

void Scene::setFindings(std::shared_ptr<const analysis::Findings> findings)
{
    m_findings = std::move(findings);
    for (Point& point : m_points)
        point.flagged = false;
    if (!m_findings || !m_findings->worklist)
        return;
    std::unordered_set<domain::ChildId> priced;
    for (const analysis::Question& question : m_findings->worklist->questions) {
        if (question.kind == analysis::QuestionKind::priceAbove ||
            question.kind == analysis::QuestionKind::priceBelow)
            priced.insert(question.children.front().child);
    }
    for (Point& point : m_points)
        point.flagged = priced.contains(m_cohort->child[point.row]);
}

std::optional<std::size_t> Scene::pointOf(std::size_t row) const
{
    if (row >= m_pointOfRow.size() || m_pointOfRow[row] == kNone)
        return std::nullopt;
    return m_pointOfRow[row];
}

Span Scene::needSpan() const
{
    if (m_points.empty())
        return {0, 48};
    const double least = m_points.front().need;
    const double most = m_points.back().need;
    // To the next five, as the axis is labelled; from nought unless everybody is far above it.
    const bool farAbove = least > most * 0.5 && least > 0;
    const double from = farAbove ? std::ceil(least / 5) * 5 - 5 : std::min(0.0, std::floor(least));
    return {from, std::max(std::ceil((most + 0.01) / 5) * 5, from + 5)};
}

Span Scene::costSpan(bool logarithmic) const
{
    if (m_points.empty())
        return logarithmic ? Span{100, 20000} : Span{0, 10000};
    const double least = m_points[m_byCost.front()].cost;
    const double most = m_points[m_byCost.back()].cost;
    return logarithmic ? Span{least / 1.3, most * 1.3} : Span{0, most * 1.06};
}

std::vector<std::size_t> Scene::rowsWithin(Span need, Span cost) const
{
    std::vector<std::size_t> rows;
    auto at = std::ranges::lower_bound(m_points, need.from, {}, &Point::need);
    for (; at != m_points.end() && at->need <= need.to; ++at) {
        if (at->cost >= cost.from && at->cost <= cost.to)
            rows.push_back(at->row);
    }
    std::ranges::sort(rows);
    return rows;
}

std::vector<domain::Setting> Scene::settingsPresent() const
{
    std::array<bool, domain::countOf<domain::Setting>> present{};
    for (const Point& point : m_points)
        present[static_cast<std::size_t>(point.setting)] = true;
    std::vector<domain::Setting> settings;
    for (const auto& named : domain::allOf<domain::Setting>()) {
        if (present[static_cast<std::size_t>(named.value)])
            settings.push_back(named.value);
    }
    return settings;
}

QPointF Frame::at(double needValue, double costValue) const
{
    const double up = logarithmic
                          ? share(std::log(costValue), {std::log(cost.from), std::log(cost.to)})
                          : share(costValue, cost);
    return {area.left() + share(needValue, need) * area.width(),
            area.bottom() - up * area.height()};
}

double Frame::needAt(double x) const
{
    return need.from + (x - area.left()) / area.width() * (need.to - need.from);
}

double Frame::costAt(double y) const
{
    const double up = (area.bottom() - y) / area.height();
    return logarithmic ? cost.from * std::pow(cost.to / cost.from, up)
                       : cost.from + up * (cost.to - cost.from);
}

std::vector<std::size_t> pointsNear(const Scene& scene, const Frame& frame, const QPointF& position,
                                    double reach)
{
    const std::vector<Point>& points = scene.points();
    const double last = frame.needAt(position.x() + reach);
    std::vector<std::pair<double, std::size_t>> found;
    auto at =
        std::ranges::lower_bound(points, frame.needAt(position.x() - reach), {}, &Point::need);
    for (; at != points.end() && at->need <= last; ++at) {
        const QPointF away = frame.at(at->need, at->cost) - position;
        const double distance = std::hypot(away.x(), away.y());
        if (distance <= reach)
            found.emplace_back(distance, static_cast<std::size_t>(at - points.begin()));
    }
    std::ranges::sort(found);
    std::vector<std::size_t> indices;
    for (const auto& [distance, index] : found)
        indices.push_back(index);
    return indices;
}

} // namespace twelvefold::charts
