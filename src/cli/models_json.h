// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"

#include <nlohmann/json_fwd.hpp>

// The findings that come of a model of the cohort, as part of the JSON of `analyse`.
namespace twelvefold::cli {

nlohmann::ordered_json excludedJson(const std::vector<analysis::Trace::LeftOut>& leftOut);
nlohmann::ordered_json notComparedJson(const domain::NotCompared& children);
nlohmann::ordered_json notRecordedJson(const domain::NotRecorded& children);
// What is asked, by criterion: its choices, or its ends.
nlohmann::ordered_json filterJson(const domain::CohortFilter& filter);

nlohmann::ordered_json driversJson(const analysis::CostDrivers& drivers);
// What the drivers come to together, and for whom.
nlohmann::ordered_json driversModelJson(const analysis::CostDrivers& drivers);
nlohmann::ordered_json beyondSettingJson(const analysis::NeedBeyondSetting& beyond);
nlohmann::ordered_json noiseJson(const analysis::Noise& noise);
nlohmann::ordered_json changeJson(const domain::Cohort& cohort, const analysis::NeedChange& change);
// Pounds a week: need + placement + price = spend, of all, by setting and by child.
nlohmann::ordered_json amountsJson(const domain::Cohort& cohort,
                                   const analysis::Findings& findings);
// What the difference in cost goes with, as shares of its spread.
nlohmann::ordered_json headlineJson(const analysis::CostShares& shares);
nlohmann::ordered_json sameNeedJson(const analysis::SameNeed& same);
// As "providers", "provider_model", "provider_outcomes" and "concentration".
void addProviders(nlohmann::ordered_json& object, const domain::Cohort& cohort,
                  const analysis::Findings& findings);

} // namespace twelvefold::cli
