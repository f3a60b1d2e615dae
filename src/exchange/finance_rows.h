// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/tables.h"

#include <map>

// What rows of costs have in common, be they of our own plain table or read by a profile.
namespace twelvefold::exchange {

// What was taken of a file's rows of costs: repeats are rejected, credits counted, doubts said.
class CostsTaken
{
public:
    explicit CostsTaken(ReadFile& file) : m_file(file) {}

    // All lines of one row, whose children are found.
    void take(RowReader& row, std::vector<FinanceRow> lines);
    void tell(); // at the end, once each

private:
    std::optional<std::int64_t> before(const FinanceRow& line);

    ReadFile& m_file;
    std::map<std::string, std::int64_t> m_rows; // by what a line says
    std::int64_t m_dated = 0, m_undated = 0;
    Money m_weekly, m_without;
};

// Something said once of the whole file.
void sayOfFile(ReadFile& file, Problem::Severity severity, Message message);

// The setting that a word is; one that is none is left out with a warning.
std::optional<Setting> settingFrom(RowReader& row, std::string_view word);

// The word of a few that a row says; blank or another rejects the row.
template<class Enum>
std::optional<Enum> oneOf(RowReader& row, std::string_view column, std::string_view word);
extern template std::optional<CostComponent> oneOf(RowReader&, std::string_view, std::string_view);
extern template std::optional<CostPer> oneOf(RowReader&, std::string_view, std::string_view);
extern template std::optional<Funder> oneOf(RowReader&, std::string_view, std::string_view);

inline constexpr MessageKind kCostCellBlank{"cost-cell-blank",
                                            TWELVEFOLD_TEXT("Message", "%1 is blank.")};

} // namespace twelvefold::exchange
