// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/stats/input.h"
#include "domain/message.h"
#include "statistics/regression/least_squares.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

// What the answers of `stats` have in common.
namespace twelvefold::cli {

// null where there is none.
nlohmann::ordered_json number(const std::optional<double>& value);
nlohmann::ordered_json numbers(const std::vector<std::optional<double>>& values);
// The shortest text that reads back as the same number.
std::string shortest(double value);

// A Failure that says why, where there is no answer.
void refuseUndefined(const std::optional<domain::Message>& undefined);
// "method", "n", "excluded" and "summary", in that order; the summary is still to be written.
nlohmann::ordered_json beginAnswer(const std::string& method, const Columns& columns);
// As "notes", if there are any.
void addNotes(nlohmann::ordered_json& object, const std::vector<domain::Message>& notes);
nlohmann::ordered_json coefficientsJson(const std::vector<statistics::Coefficient>& coefficients);

// The name given with an option, or a Failure that says it is needed.
std::string nameNeeded(const std::string& name, const char* option);

} // namespace twelvefold::cli
