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

// Local false discovery rates: of each test, the chance that it is a false alarm. One over the
// density of the p-values at its own, which is taken to fall (Grenander 1956; Strimmer 2008, BMC
// Bioinformatics 9:303), with every test null but for those that show (a proportion of nulls of 1),
// so rather too high than too low; at most 1.
std::vector<std::optional<double>> localFalseDiscovery(std::span<const std::optional<double>> p);

} // namespace twelvefold::statistics
