// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "children/needs_form_model.h"
#include "exchange/framework_file.h"

namespace twelvefold::tests {

inline std::shared_ptr<const domain::NeedsFramework> twelveDomains()
{
    return std::make_shared<domain::NeedsFramework>(exchange::builtInFramework());
}

inline const domain::Date kToday = *domain::Date::from(2026, 3, 31);
inline const domain::Date kLastTime = *domain::Date::from(2025, 9, 14);

// Nothing scored yet, on kToday.
inline domain::Assessment blank(const domain::NeedsFramework& framework)
{
    return domain::blankAssessment(domain::ChildId{1}, domain::FrameworkId{1}, framework, kToday);
}

// Every domain at one level, on kLastTime.
inline domain::Assessment allAt(const domain::NeedsFramework& framework, int level)
{
    domain::Assessment assessment =
        domain::blankAssessment(domain::ChildId{1}, domain::FrameworkId{1}, framework, kLastTime);
    for (domain::Score& score : assessment.scores)
        score.level = framework.level(level);
    assessment.final = true;
    return assessment;
}

} // namespace twelvefold::tests
