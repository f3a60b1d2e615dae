// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/needs_framework.h"
#include "exchange/import.h"

#include <span>

namespace twelvefold::exchange {

// The beginning of a table that nobody knows yet, for a person who says which column is what.
struct TablePreview
{
    std::string name; // of the file, or of the file and the sheet
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows; // the first below the headings, blank ones left out
};

// Of a text its table, of a workbook each sheet in which something stands; none where there is
// nothing to see. At most so many rows of each.
std::vector<TablePreview> previewTables(const std::filesystem::path& path, std::size_t mostRows);

// A need domain of the framework by which children are scored.
struct NeedName
{
    std::string code, title;
};

std::vector<NeedName> needNames(const NeedsFramework& framework); // in its order

// What a table most looks like, by its headings and by what stands below them: costs, values of
// a measure, or levels of those needs. What cannot be told is left out, so the profile may be at
// fault, and has no name.
Profile guessProfile(const TablePreview& table, std::span<const NeedName> needs = {});

// How the first rows come out by a profile: each with the lines or values made of it, or why not.
struct RowOutcome
{
    std::vector<FinanceRow> lines;
    std::vector<MeasuresRow> values;
    std::vector<AssessmentRow> assessments;
    std::vector<Message> problems;
};
std::vector<RowOutcome> tryProfile(const TablePreview& table, const Profile& profile);

} // namespace twelvefold::exchange
