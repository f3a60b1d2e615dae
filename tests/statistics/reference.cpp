// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/reference.h"
#include "support/paths.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <sstream>
#include <stdexcept>

namespace twelvefold::tests {
namespace {

std::filesystem::path path(const std::string& name)
{
    return testData() / "analysis" / name;
}

std::vector<std::string> cells(const std::string& line)
{
    std::vector<std::string> parts;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        std::erase_if(cell, [](char c) { return c == '"' || c == '\r'; });
        parts.push_back(cell);
    }
    return parts;
}

} // namespace

nlohmann::json referenceFile(const std::string& name)
{
    std::ifstream file(path(name));
    if (!file)
        throw std::runtime_error("no reference file " + name);
    return nlohmann::json::parse(file);
}

nlohmann::json referenceCases(const std::string& name)
{
    return referenceFile(name).at("cases");
}

const nlohmann::json& caseOf(const nlohmann::json& cases, std::string_view id)
{
    for (const auto& one : cases)
        if (one.at("id").get_ref<const std::string&>() == id)
            return one;
    throw std::runtime_error("no reference case " + std::string(id));
}

Table referenceTable(const std::string& name)
{
    std::ifstream file(path(name));
    if (!file)
        throw std::runtime_error("no reference table " + name);
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> headings = cells(line);
    Table table;
    while (std::getline(file, line)) {
        const std::vector<std::string> row = cells(line);
        for (std::size_t i = 0; i < headings.size(); ++i) {
            double value = std::numeric_limits<double>::quiet_NaN();
            if (i < row.size() && !row[i].empty() && row[i] != "NA")
                value = std::strtod(row[i].c_str(), nullptr);
            table[headings[i]].push_back(value);
        }
    }
    return table;
}

Table completeRows(const Table& table, std::span<const std::string> columns)
{
    Table complete;
    const std::size_t rows = table.at(columns[0]).size();
    for (std::size_t row = 0; row < rows; ++row) {
        const bool all = std::all_of(columns.begin(), columns.end(), [&](const std::string& name) {
            return !std::isnan(table.at(name)[row]);
        });
        if (all)
            for (const std::string& name : columns)
                complete[name].push_back(table.at(name)[row]);
    }
    return complete;
}

std::vector<double> numbers(const nlohmann::json& array)
{
    std::vector<double> values;
    for (const auto& value : array)
        values.push_back(value.is_number() ? value.get<double>()
                                           : std::numeric_limits<double>::quiet_NaN());
    return values;
}

double relativeError(double actual, double expected, double least)
{
    if (actual == expected)
        return 0.0;
    return std::fabs(actual - expected) / std::max(std::fabs(expected), least);
}

double digits(double actual, double certified)
{
    const double error = certified == 0.0 ? std::fabs(actual) : relativeError(actual, certified);
    return error == 0.0 ? 15.0 : std::clamp(-std::log10(error), 0.0, 15.0);
}

} // namespace twelvefold::tests
