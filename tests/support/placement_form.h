// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/csv.h"
#include "domain/placement_request.h"

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>
#include <xlsxwriter.h>

// The form of the national data standard for placements, as councils fill it in: groups, names,
// questions and the example stand above the rows.
namespace twelvefold::tests {

using FormRow = std::map<std::string, std::string>;

struct PlacementForm
{
    std::vector<std::string> columns;
    std::vector<FormRow> rows;
    FormRow example{{"child_ID", "ABCD2012"},
                    {"when_placement_is_needed_by", "< 5 days"},
                    {"dol", "Yes"},
                    {"out_of_LA_reason", "Court Order"},
                    {"cost_total_weekly", "23000"},
                    {"provider_URN", "ABCD10293002"},
                    {"placement_type", "Residential"},
                    {"date_entry_placement", "2024-03-21"}};

    // That of June 2026, and that of April, which has a field more.
    static PlacementForm june()
    {
        return of([](const auto& field) { return !field.inSomeEditions; });
    }
    static PlacementForm april()
    {
        return of([](const auto& field) {
            return !field.inSomeEditions || field.code == std::string("risk_to_others_other");
        });
    }

    std::string csv() const
    {
        std::string text = line({{columns.front(), "Determinants of placement availability"}});
        text += line(named());
        text += line(questions());
        text += line(example);
        for (const FormRow& row : rows)
            text += line(row);
        return text;
    }

    // As a workbook, with the sheets that stand beside the form. Days are days and amounts numbers,
    // where they are written as such.
    void save(const std::filesystem::path& path) const
    {
        lxw_workbook* book = workbook_new(path.c_str());
        lxw_format* day = workbook_add_format(book);
        format_set_num_format(day, "dd/mm/yyyy");
        lxw_worksheet* cover = workbook_add_worksheet(book, "Checklist and QA");
        worksheet_write_string(cover, 1, 1, "Cover note: what to check before sending", nullptr);
        worksheet_write_number(cover, 5, 0, 1, nullptr);
        worksheet_write_string(cover, 5, 1, "Coverage check", nullptr);
        lxw_worksheet* form = workbook_add_worksheet(book, "Data Collection");
        write(form, 0, {{columns.front(), "Determinants of placement availability"}}, day);
        write(form, 1, named(), day);
        write(form, 2, questions(), day);
        write(form, 3, example, day);
        lxw_row_t at = 4;
        for (const FormRow& row : rows)
            write(form, at++, row, day);
        lxw_worksheet* choices = workbook_add_worksheet(book, "Data Validation and Drop Downs");
        write(choices, 1, named(), day);
        write(choices, 5,
              {{"child_ID", "free text"}, {"dol", "Yes"}, {"provider_URN", "free text"}}, day);
        write(choices, 6, {{"dol", "No"}}, day);
        if (workbook_close(book) != LXW_NO_ERROR)
            throw std::runtime_error("the form could not be written");
    }

private:
    static PlacementForm of(bool (*isIn)(const domain::RequestField&))
    {
        PlacementForm form;
        form.columns = {"child_ID"};
        for (const domain::RequestField& field : domain::requestFields()) {
            if (isIn(field))
                form.columns.emplace_back(field.code);
        }
        return form;
    }
    FormRow named() const
    {
        FormRow row;
        for (const std::string& column : columns)
            row[column] = column;
        return row;
    }
    FormRow questions() const
    {
        FormRow row;
        for (const std::string& column : columns)
            row[column] = "What is asked of " + column + "?";
        row["child_ID"] = "Child ID\n\n  Please enter the unique ID";
        return row;
    }
    std::string line(const FormRow& row) const
    {
        std::string text;
        for (const std::string& column : columns) {
            const auto cell = row.find(column);
            text += (column == columns.front() ? "" : ",") +
                    (cell == row.end() ? std::string() : '"' + cell->second + '"');
        }
        return text + "\n";
    }
    void write(lxw_worksheet* sheet, lxw_row_t at, const FormRow& row, lxw_format* format) const
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto cell = row.find(columns[i]);
            if (cell == row.end() || cell->second.empty())
                continue;
            const std::string& text = cell->second;
            const auto day = domain::Date::fromIso(text);
            const bool isNumber = text.find_first_not_of("0123456789.") == std::string::npos &&
                                  columns[i] != "child_ID" && columns[i] != "provider_URN";
            if (day) {
                lxw_datetime date{day->year(), day->month(), day->day(), 0, 0, 0};
                worksheet_write_datetime(sheet, at, lxw_col_t(i), &date, format);
            } else if (isNumber) {
                worksheet_write_number(sheet, at, lxw_col_t(i), std::stod(text), nullptr);
            } else {
                worksheet_write_string(sheet, at, lxw_col_t(i), text.c_str(), nullptr);
            }
        }
    }
};

// A row of which there is nothing to say.
inline FormRow completeRow(const std::string& child)
{
    FormRow row;
    for (const domain::RequestField& field : domain::requestFields()) {
        if (!field.choices.empty())
            row[field.code] = field.choices.front().english;
        if (field.part == domain::RequestPart::suitability)
            row[field.code] = "Unsuitable";
    }
    row["child_ID"] = child;
    row["number_of_siblings_to_place_with"] = "NA";
    row["how_many_siblings_were_placed_together"] = "NA";
    row["residential_care_suitability"] = "Preferred";
    row["cost_core_weekly"] = "4000";
    row["cost_additional_support_weekly"] = "650.5";
    row["cost_education_weekly"] = "0";
    row["cost_total_weekly"] = "4650.5";
    row["placement_location"] = "TA3";
    row["provider_URN"] = "SC123456";
    row["Date_entry_referral"] = "2026-04-02";
    row["date_entry_placement"] = "2026-04-14";
    row["date_entry_placement_cost"] = "2026-04-20";
    row.erase("risk_to_child_sexual_exploitation");
    row.erase("risk_to_others_other");
    return row;
}

} // namespace twelvefold::tests
