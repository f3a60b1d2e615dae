// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace twelvefold::tests {

// Eight children: six in foster care, two in a home; one of the six was never scored. The findings
// are written by hand, since a report must tell findings and compute none.
report::Source exampleSource();

} // namespace twelvefold::tests
