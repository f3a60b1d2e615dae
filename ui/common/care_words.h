// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/workbench.h"

#include <QStringList>

// What an edit of a child's care does to other records, in words, before it is saved.
namespace twelvefold::ui {

// "Core £22,925.00 a week"; of a single payment, its amount.
QString costInWords(const domain::CostLine& line);

// "Core £22,925.00 a week, Additional support £3,335.00 a week".
QString costsInWords(const std::vector<domain::CostLine>& lines);

// "Also ends: … on 30 Jan 2026.", "Also goes on: …", "Also removed: …", each where there is any.
QStringList linesInWords(const std::vector<domain::LineChange>& changes);

// What was done to them, once it is: "2 costs end with it."; empty where nothing was.
QString linesDoneInWords(const std::vector<domain::LineChange>& changes);

// "Core £22,925.00 a week is paid on the same days, and both are counted. …" Empty where nothing
// is.
QString countedTwiceInWords(const std::vector<domain::CostLine>& others);

// "£149.59 a week (£650.00 × 12 × 7 ÷ 365)".
QString rateInWords(domain::Money amount, domain::CostPer per);

// "Children's home · Hollin Bank Homes"; the provider may be empty.
QString placeInWords(domain::Setting setting, const QString& provider);

// "Children's home from 4 Mar 2025": which placement of a child a cost is for.
QString placementInWords(const domain::Placement& placement);
QString noPlacementInWords(); // of a cost that is for none in particular

// That a provider of this name is none that is known, and which it may be meant to be; empty where
// it is known or nothing was typed.
QString newProviderInWords(const QString& typed, const QStringList& known);

// A distance as people write it ("12.5", "12 miles"); nothing when it is none that can be.
std::optional<double> milesIn(const QString& typed);
QString noMilesInWords(const QString& typed); // why

QString daysInWords(int days); // "18 days", "1 day"

// "Friday, 9 days ago"; "Friday, today".
QString dayInWords(domain::Date day, domain::Date today);

} // namespace twelvefold::ui
