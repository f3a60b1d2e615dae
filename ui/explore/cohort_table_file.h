// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "domain/result.h"

#include <QString>

namespace twelvefold::ui {

// The children in the picture, one a line, for a spreadsheet: comma-separated, UTF-8, the caption
// first on a line that begins with #. Whole or not at all, readable by its owner alone.
QString cohortTable(const domain::Cohort& cohort, const analysis::Findings& findings,
                    const QString& caption);
domain::Result<domain::Done> saveCohortTable(const QString& fileName, const domain::Cohort& cohort,
                                             const analysis::Findings& findings,
                                             const QString& caption);

} // namespace twelvefold::ui
