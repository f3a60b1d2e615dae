// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_table.h"
#include "exchange/import.h"

#include "embedded/setting_codes.h"

#include <charconv>
#include <stdexcept>

namespace twelvefold::exchange {
namespace {

int yearOr(int otherwise, std::string_view text)
{
    int year = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), year);
    return year;
}

std::vector<std::string> words(std::string_view text)
{
    std::vector<std::string> found;
    while (!(text = trimmed(text)).empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        found.emplace_back(word);
        text.remove_prefix(word.size());
    }
    return found;
}

// place, providers, setting, first_year, last_year, temporary, meaning
SettingRule ruleFrom(const CsvRow& row)
{
    constexpr std::size_t columns = 7;
    const auto setting =
        row.cells.size() == columns ? fromToken<Setting>(row.cells[2]) : std::nullopt;
    if (!setting)
        throw std::logic_error("settings.csv, line " + std::to_string(row.line));
    return {row.cells[0],
            words(row.cells[1]),
            *setting,
            yearOr(0, row.cells[3]),
            yearOr(9999, row.cells[4]),
            row.cells[5] == "yes",
            row.cells[6]};
}

SettingTable load()
{
    std::vector<CsvRow> rows = parseCsv(setting_codes().front().text, ',');
    std::vector<SettingRule> rules;
    for (std::size_t i = 1; i < rows.size(); ++i)
        rules.push_back(ruleFrom(rows[i]));
    return SettingTable(std::move(rules));
}

// setting, compared, why: every setting has its line.
std::set<Setting> loadNotCompared()
{
    const std::vector<CsvRow> rows = parseCsv(setting_codes().back().text, ',');
    std::set<Setting> found, notCompared;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const CsvRow& row = rows[i];
        const auto setting =
            row.cells.size() == 3 ? fromToken<Setting>(row.cells[0]) : std::nullopt;
        if (!setting || !found.insert(*setting).second ||
            (row.cells[1] != "yes" && row.cells[1] != "no"))
            throw std::logic_error("comparable.csv, line " + std::to_string(row.line));
        if (row.cells[1] == "no")
            notCompared.insert(*setting);
    }
    if (found.size() != countOf<Setting>)
        throw std::logic_error("comparable.csv: a setting is missing");
    return notCompared;
}

} // namespace

const SettingTable& settingTable()
{
    static const SettingTable table = load();
    return table;
}

const std::set<Setting>& settingsNotCompared()
{
    static const std::set<Setting> settings = loadNotCompared();
    return settings;
}

} // namespace twelvefold::exchange
