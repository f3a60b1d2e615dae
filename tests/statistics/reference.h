// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The published and reference figures in tests/data/analysis; its README says where each is from.
namespace twelvefold::tests {

nlohmann::json referenceFile(const std::string& name);  // "correlation.json"
nlohmann::json referenceCases(const std::string& name); // its "cases"
const nlohmann::json& caseOf(const nlohmann::json& cases, std::string_view id);

// A CSV of numbers: column by heading, missing cells NaN.
using Table = std::map<std::string, std::vector<double>>;
Table referenceTable(const std::string& name); // "nist/Longley.csv"
// Only the rows in which every named column has a value.
Table completeRows(const Table& table, std::span<const std::string> columns);

std::vector<double> numbers(const nlohmann::json& array);

// |a - b| / max(|b|, least): what the README's tolerances are said in.
double relativeError(double actual, double expected, double least = 0.0);
// NIST's measure of agreement: -log10 of the relative error (absolute where 0 is certified), at
// most 15.
double digits(double actual, double certified);

} // namespace twelvefold::tests
