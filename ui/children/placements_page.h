// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QScrollArea>
#include <unordered_map>

class QLabel;

namespace twelvefold::ui {

class CostLineEditor;
class PlacementEditor;
class PlacementTimeline;
class RecordTable;
class RequestsTable;
class WeeklyFigure;

// Where a child has lived and what was paid: a timeline, the weekly figure and how it is made up,
// and both lists.
class PlacementsPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit PlacementsPage(Session& session, QWidget* parent = nullptr);
    void load(domain::ChildId child, const QString& childName);
    WeeklyFigure* figure() const { return m_figure; }
    RecordTable* placements() const { return m_placementTable; }
    RecordTable* costs() const { return m_costTable; }
    RequestsTable* requests() const { return m_requests; }
    PlacementEditor* editPlacement(const domain::Placement& placement);
    CostLineEditor* editCost(const domain::CostLine& line);
    PlacementEditor* addPlacement();
    CostLineEditor* addCost();

private:
    void connectPlacements();
    void connectCosts();
    void showPlacements();
    void showStaysOfNoNights();
    void showCosts();
    QString ofChild(const QString& title) const;
    QString placementOf(const domain::CostLine& line) const;
    QString removalInWords(const domain::Placement& placement) const;
    QString providerOf(std::optional<domain::ProviderId> id) const;

    Session& m_session;
    domain::ChildId m_child;
    QString m_childName;
    std::vector<domain::Placement> m_placements;
    std::vector<domain::CostLine> m_lines;
    std::unordered_map<domain::ProviderId, QString> m_providers;
    WeeklyFigure* m_figure;
    PlacementTimeline* m_timeline;
    RecordTable* m_placementTable;
    QLabel* m_noNights; // stays that ended on the day on which they began
    RecordTable* m_costTable;
    RequestsTable* m_requests;
};

} // namespace twelvefold::ui
