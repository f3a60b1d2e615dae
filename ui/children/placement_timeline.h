// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"
#include "domain/records.h"

#include <QWidget>
#include <vector>

namespace twelvefold::ui {

// Puts periods into as few rows as hold them without overlapping: each into the first row that is
// free from its start. The rows of the periods, in their order; periods in order of their start.
std::vector<int> rowsOf(const std::vector<domain::Period>& periods);

// Placements along time, and under them what was paid. Hovering names a bar; a press chooses it.
class PlacementTimeline : public QWidget
{
    Q_OBJECT
public:
    explicit PlacementTimeline(QWidget* parent = nullptr);
    void show(const std::vector<domain::Placement>& placements,
              const std::vector<domain::CostLine>& lines, domain::Date on);
    QSize sizeHint() const override;

signals:
    void placementPressed(twelvefold::domain::PlacementId placement);
    void costLinePressed(twelvefold::domain::CostLineId line);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Bar
    {
        domain::Period period;
        int row = 0;
        QString words;                          // within, where there is room
        QString tooltip;                        // the whole of it
        std::optional<domain::Setting> setting; // of a placement; a cost line has none
        domain::PlacementId placement;
        domain::CostLineId line;
    };
    void chooseSpan(domain::Date on);
    double x(domain::Date date) const;
    QRectF areaOf(const Bar& bar) const;
    const Bar* barAt(const QPointF& position) const;
    void paintYears(QPainter& painter) const;
    void paintBar(QPainter& painter, const Bar& bar) const;
    static QString periodWords(const domain::Period& period);

    std::vector<Bar> m_bars; // in order of their start
    int m_placementRows = 0;
    int m_costRows = 0;
    domain::Date m_first, m_last, m_on;
};

} // namespace twelvefold::ui
