// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Findings are made of statistics, whose names are at home among them.
namespace twelvefold::statistics {
}
namespace twelvefold::analysis {
using namespace statistics;
}
