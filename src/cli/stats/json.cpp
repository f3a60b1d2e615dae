// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stats/json.h"

#include "cli/options.h"
#include "cli/output.h"

#include <nlohmann/json.hpp>

#include <charconv>

namespace twelvefold::cli {

using nlohmann::ordered_json;
using namespace twelvefold::statistics;

ordered_json number(const std::optional<double>& value)
{
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json numbers(const std::vector<std::optional<double>>& values)
{
    ordered_json list = ordered_json::array();
    for (const auto& value : values)
        list.push_back(number(value));
    return list;
}

std::string shortest(double value)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

void refuseUndefined(const std::optional<domain::Message>& undefined)
{
    if (undefined)
        throw Failure(*undefined);
}

ordered_json beginAnswer(const std::string& method, const Columns& columns)
{
    return {
        {"method", method}, {"n", columns.n()}, {"excluded", columns.excluded}, {"summary", ""}};
}

void addNotes(ordered_json& object, const std::vector<domain::Message>& notes)
{
    if (notes.empty())
        return;
    ordered_json list = ordered_json::array();
    for (const domain::Message& message : notes)
        list.push_back(english(message));
    object["notes"] = std::move(list);
}

std::string nameNeeded(const std::string& name, const char* option)
{
    if (name.empty())
        throw Failure(std::string(option) + " is needed: a column of the table.", kWrongUse);
    return name;
}

ordered_json coefficientsJson(const std::vector<Coefficient>& coefficients)
{
    ordered_json list = ordered_json::array();
    for (const Coefficient& c : coefficients) {
        ordered_json object{
            {"term", c.name == "(intercept)" ? "(Intercept)" : c.name},
            {"estimate", c.aliased ? ordered_json(nullptr) : ordered_json(c.estimate)}};
        if (c.classical) {
            object["se"] = c.classical->standardError;
            object["t"] = number(c.classical->t);
            object["p"] = number(c.classical->p);
            object["lower"] = c.classical->lower;
            object["upper"] = c.classical->upper;
        } else {
            for (const char* key : {"se", "t", "p", "lower", "upper"})
                object[key] = nullptr;
        }
        if (c.hc3)
            object["se_hc3"] = c.hc3->standardError;
        list.push_back(std::move(object));
    }
    return list;
}

} // namespace twelvefold::cli
