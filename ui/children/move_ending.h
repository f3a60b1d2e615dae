// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/controls.h"
#include "workbench/workbench.h"

class QGridLayout;

namespace twelvefold::ui {

// What a move ends, as it would on a day: where the child lives, and each cost with what becomes of
// it.
class MoveEnding : public Panel
{
    Q_OBJECT
public:
    using Providers = std::unordered_map<domain::ProviderId, QString>;

    explicit MoveEnding(QWidget* parent = nullptr);
    void showNoDay();
    // `left`: where the child lives until then; more than one place where an import brought
    // overlapping ones. A placement of `all` that begins that very day is none that the child
    // leaves, and is named as such.
    void showPlaces(domain::Date on, const std::vector<domain::Placement>& left,
                    const std::vector<domain::Placement>& all, const Providers& providers);
    void showLines(domain::Date on, const std::vector<domain::CostLine>& lines,
                   const domain::Result<workbench::CareChange>& change);

    QString places() const;    // "Children's home · Hollin Bank Homes", and since when
    QStringList lines() const; // "Core", "£22,925.00 a week", "ends 30 Jan 2026", a line each

private:
    void clearLines();
    void addLine(const domain::CostLine& line, const QString& fate, bool ends);

    QLabel* m_place;
    QLabel* m_since;
    QGridLayout* m_lines;
    QStringList m_fates;
};

} // namespace twelvefold::ui
