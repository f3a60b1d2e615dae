// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ledger.h"
#include "exchange/import.h"

// The finance ledger, a table of text or a workbook: read to be compared with what the store knows,
// and never brought in.
namespace twelvefold::exchange {

struct LedgerFile
{
    std::string name; // of the file, and of the sheet where it is a workbook
    // rows = those typed + rejected + passedOver: totals, headings again, lines for the reader.
    std::int64_t rows = 0, rejected = 0, passedOver = 0;
    std::vector<LedgerRow> typed;
    std::vector<Problem> problems;   // of the rejected rows, in their order
    std::vector<ColumnRead> columns; // what each was read as
    bool hasCostCentres = false, hasChildren = false;
};

struct LedgerOptions
{
    Answers answers{};   // how its dates and amounts are written
    std::string sheet{}; // of a workbook in which several could be the ledger
};

// A month is a day in it, a month in words or figures ("Apr 2025", "2025-04", "202504"), or a
// period of the financial year beside or within its year ("P01 2025/26": April). Amounts stand in
// one column, or in one of debits and one of credits. Refused where it cannot be read, lacks a
// month or amounts, or asks what only a person can say.
Result<LedgerFile> readLedger(const std::filesystem::path& path, const LedgerOptions& options = {});

// The sheets of a workbook that could be the ledger.
std::vector<std::string> ledgerSheets(const std::filesystem::path& path);

// The first day of the month that a cell means: in words, in figures or as a period; `year`: what
// the row's column of years says, empty without one. Nothing for a day, and for what is no month.
std::optional<Date> ledgerMonth(std::string_view cell, std::string_view year);

} // namespace twelvefold::exchange
