// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records.h"

namespace twelvefold::domain {

const std::vector<OutcomeMeasure>& outcomeMeasures()
{
    static const std::vector<OutcomeMeasure> measures{
        {"sdq_total",
         {TWELVEFOLD_TEXT("Word", "SDQ total")},
         {TWELVEFOLD_TEXT("Word", "points")},
         false,
         0,
         40,
         0},
        {"attendance",
         {TWELVEFOLD_TEXT("Word", "School attendance")},
         {TWELVEFOLD_TEXT("Word", "%")},
         true,
         0,
         100,
         1},
        {"attainment",
         {TWELVEFOLD_TEXT("Word", "Attainment against expected")},
         {TWELVEFOLD_TEXT("Word", "months")},
         true,
         -120,
         120,
         0},
        {"missing_episodes",
         {TWELVEFOLD_TEXT("Word", "Missing episodes in the year")},
         {TWELVEFOLD_TEXT("Word", "episodes")},
         false,
         0,
         999,
         0},
        {"health_assessment",
         {TWELVEFOLD_TEXT("Word", "Health assessment done")},
         {TWELVEFOLD_TEXT("Word", "yes or no")},
         true,
         0,
         1,
         0},
        {"dental_check",
         {TWELVEFOLD_TEXT("Word", "Dental check done")},
         {TWELVEFOLD_TEXT("Word", "yes or no")},
         true,
         0,
         1,
         0},
        {"immunisations",
         {TWELVEFOLD_TEXT("Word", "Immunisations up to date")},
         {TWELVEFOLD_TEXT("Word", "yes or no")},
         true,
         0,
         1,
         0},
        {"health_check",
         {TWELVEFOLD_TEXT("Word", "Development check done")},
         {TWELVEFOLD_TEXT("Word", "yes or no")},
         true,
         0,
         1,
         0},
        {"convicted",
         {TWELVEFOLD_TEXT("Word", "Convicted in the year")},
         {TWELVEFOLD_TEXT("Word", "yes or no")},
         false,
         0,
         1,
         0},
        {"substance_misuse",
         {TWELVEFOLD_TEXT("Word", "Substance misuse problem")},
         {TWELVEFOLD_TEXT("Word", "yes or no")},
         false,
         0,
         1,
         0},
        {"goal_attainment",
         {TWELVEFOLD_TEXT("Word", "Goal attainment T-score")},
         {TWELVEFOLD_TEXT("Word", "points")},
         true,
         0,
         100,
         1},
    };
    return measures;
}

const OutcomeMeasure* findOutcomeMeasure(std::string_view code)
{
    for (const OutcomeMeasure& measure : outcomeMeasures()) {
        if (code == measure.code)
            return &measure;
    }
    return nullptr;
}

} // namespace twelvefold::domain
