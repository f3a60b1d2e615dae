// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace twelvefold::statistics {

// q-values over one table of tests: the share of false alarms to expect among all tests with a
// q-value this small or smaller (Benjamini & Hochberg 1995). A missing p is not a test.
std::vector<std::optional<double>> benjaminiHochberg(std::span<const std::optional<double>> p);

// The same under any dependence (Benjamini & Yekutieli 2001), and the chance of a single false
// alarm (Holm 1979).
std::vector<std::optional<double>> benjaminiYekutieli(std::span<const std::optional<double>> p);
std::vector<std::optional<double>> holm(std::span<const std::optional<double>> p);

} // namespace twelvefold::statistics
