// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace twelvefold::report {

// The funnel of providers as an audience may see it, to be drawn as it stands.
struct FunnelPicture
{
    std::shared_ptr<const domain::Cohort> cohort;
    std::shared_ptr<const analysis::Findings> findings;
    QString caption;
};

// For publication it has the providers whose number of children is not withheld, without their
// names, and every mark stands where the rounded figures put it. Refused where there is none.
domain::Result<FunnelPicture> funnelPicture(const Source& source);

} // namespace twelvefold::report
