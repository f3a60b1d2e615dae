// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv_table.h"
#include "exchange/import.h"

#include "embedded/setting_codes.h"

#include <stdexcept>

namespace twelvefold::exchange {
namespace {

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

// setting, kind, why: every setting has its line, with a blank kind where it is compared with none.
PlacementKinds loadKinds()
{
    const std::vector<CsvRow> rows = parseCsv(setting_codes()[1].text, ',');
    std::set<Setting> found;
    std::array<std::optional<PlacementKind>, countOf<Setting>> kinds;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const CsvRow& row = rows[i];
        const auto setting =
            row.cells.size() == 3 ? fromToken<Setting>(row.cells[0]) : std::nullopt;
        const auto kind = setting ? fromToken<PlacementKind>(row.cells[1]) : std::nullopt;
        if (!setting || !found.insert(*setting).second || (!kind && !row.cells[1].empty()))
            throw std::logic_error("placement_kinds.csv, line " + std::to_string(row.line));
        kinds[static_cast<std::size_t>(*setting)] = kind;
    }
    if (found.size() != countOf<Setting>)
        throw std::logic_error("placement_kinds.csv: a setting is missing");
    return PlacementKinds(kinds);
}

} // namespace

const SettingTable& settingTable()
{
    static const SettingTable table = load();
    return table;
}

const PlacementKinds& placementKinds()
{
    static const PlacementKinds kinds = loadKinds();
    return kinds;
}

} // namespace twelvefold::exchange
