// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/placement_standard_workbook.h"

#include "exchange/placement_standard.h"

#include <algorithm>
#include <xlsxwriter.h>

namespace twelvefold::exchange {
namespace {

// The form is collected by programs that go by its places: its names are as the standard has them,
// whatever language a person speaks.
constexpr const char* kFormSheet = "Data Collection";
constexpr const char* kChoicesSheet = "Data Validation and Drop Downs";
constexpr const char* kInternal = "Internal: about single children. Not for publication.";
constexpr const char* kChildQuestion = "Child ID\n\nThe child's ID in the council's records";

constexpr lxw_row_t kGroups = 0, kNames = 1, kQuestions = 2, kExample = 3, kFirstRow = 4;
constexpr lxw_row_t kRowsToFill = 1000; // below the last, that have lists to choose from

const char* groupOf(const RequestField& field)
{
    switch (field.part) {
    case RequestPart::needs:
        return "Determinants of placement availability";
    case RequestPart::suitability:
        return "Placement Recommendation";
    case RequestPart::risks:
        return "Risks";
    case RequestPart::costs:
        return field.code == std::string_view(request_field::total) ? "Actual Placement" : "";
    case RequestPart::placement:
        return "Actual Placement";
    case RequestPart::officers:
        break;
    }
    return "Quality Assurance";
}

std::string questionOf(const RequestField& field)
{
    std::string question = field.title.english;
    if (!field.choices.empty())
        question += "\n\nOptions: " + choicesOf(field);
    else if (field.kind == RequestFieldKind::amount)
        question += "\n\nPounds, excluding VAT";
    else if (field.kind == RequestFieldKind::urn)
        question += std::string("\n\n“") + kUnregisteredHome +
                    "” where the home is not registered; blank where the number is not known";
    else if (field.kind == RequestFieldKind::count)
        question += "\n\nA number; NA where there are no siblings";
    return question;
}

// What the example says of a field. Whoever reads the form passes it over.
std::string exampleOf(const RequestField& field)
{
    switch (field.kind) {
    case RequestFieldKind::choice:
    case RequestFieldKind::choices:
        return field.choices.front().english;
    case RequestFieldKind::count:
        return "1";
    case RequestFieldKind::outcode:
        return "TA3";
    case RequestFieldKind::urn:
        return std::string(kExampleUrn);
    case RequestFieldKind::amount:
        return field.code == std::string_view(request_field::total) ? "5000" : "";
    case RequestFieldKind::date:
        return "2026-04-01";
    case RequestFieldKind::text:
        break;
    }
    return "";
}

std::vector<const RequestField*> fieldsFor(const std::vector<StandardRow>& rows)
{
    std::vector<const RequestField*> fields;
    for (const RequestField& field : requestFields()) {
        if (!field.inSomeEditions || std::ranges::any_of(rows, [&](const StandardRow& row) {
                return !row.request.said(field.code).empty();
            }))
            fields.push_back(&field);
    }
    return fields;
}

class StandardWorkbook
{
public:
    StandardWorkbook(const std::vector<StandardRow>& rows, const std::filesystem::path& path)
        : m_rows(rows), m_fields(fieldsFor(rows))
    {
        const std::u8string name = path.u8string();
        m_book = workbook_new(reinterpret_cast<const char*>(name.c_str()));
        m_strong = workbook_add_format(m_book);
        format_set_bold(m_strong);
        m_wrapped = workbook_add_format(m_book);
        format_set_text_wrap(m_wrapped);
        format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
        m_quiet = workbook_add_format(m_book);
        format_set_italic(m_quiet);
        format_set_font_color(m_quiet, 0x646B73);
        m_day = workbook_add_format(m_book);
        format_set_num_format(m_day, "dd/mm/yyyy");
        m_money = workbook_add_format(m_book);
        format_set_num_format(m_money, "#,##0.00");
    }

    bool write()
    {
        lxw_doc_properties properties{};
        std::string title = "Placements (national data standard)", comments = kInternal;
        properties.title = title.data();
        properties.comments = comments.data();
        keep(workbook_set_properties(m_book, &properties));
        writeForm();
        writeChoices();
        return workbook_close(m_book) == LXW_NO_ERROR && m_whole;
    }

private:
    void writeForm()
    {
        m_sheet = newSheet(kFormSheet);
        writeHeadings();
        text(kQuestions, 0, kChildQuestion, m_wrapped);
        text(kExample, 0, std::string(kExampleChild), m_quiet);
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            text(kQuestions, column(i), questionOf(*m_fields[i]), m_wrapped);
            cell(kExample, column(i), *m_fields[i], exampleOf(*m_fields[i]));
        }
        lxw_row_t at = kFirstRow;
        for (const StandardRow& row : m_rows) {
            text(at, 0, row.childId, nullptr);
            for (std::size_t i = 0; i < m_fields.size(); ++i)
                cell(at, column(i), *m_fields[i], row.request.said(m_fields[i]->code));
            ++at;
        }
        for (std::size_t i = 0; i < m_fields.size(); ++i)
            offerChoices(*m_fields[i], column(i), at + kRowsToFill);
        worksheet_freeze_panes(m_sheet, kFirstRow, 1);
    }

    // The answers there are, one below the other, where the form's own list has them.
    void writeChoices()
    {
        constexpr lxw_row_t first = 5;
        m_sheet = newSheet(kChoicesSheet);
        writeHeadings();
        text(first, 0, "free text", nullptr);
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            const RequestField& field = *m_fields[i];
            for (std::size_t k = 0; k < field.choices.size(); ++k)
                text(first + lxw_row_t(k), column(i), field.choices[k].english, nullptr);
            if (field.choices.empty())
                text(first, column(i), kindInWords(field.kind), nullptr);
        }
    }

    static const char* kindInWords(RequestFieldKind kind)
    {
        return kind == RequestFieldKind::amount || kind == RequestFieldKind::count ? "number"
               : kind == RequestFieldKind::date                                    ? "date"
                                                                                   : "free text";
    }

    static lxw_col_t column(std::size_t field) { return lxw_col_t(field + 1); }

    lxw_worksheet* newSheet(const char* name)
    {
        lxw_worksheet* sheet = workbook_add_worksheet(m_book, name);
        m_whole = m_whole && sheet != nullptr;
        worksheet_set_column(sheet, 0, lxw_col_t(m_fields.size()), 30, nullptr);
        worksheet_set_landscape(sheet);
        keep(worksheet_set_header(sheet, (std::string("&L") + kInternal).c_str()));
        return sheet;
    }

    // Groups of columns, and below them the names.
    void writeHeadings()
    {
        text(kNames, 0, "child_ID", m_strong);
        for (std::size_t i = 0; i < m_fields.size(); ++i)
            text(kNames, column(i), m_fields[i]->code, m_strong);
        lxw_col_t from = 0; // the child stands in the first group
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            const std::string group = groupOf(*m_fields[i]);
            const bool ends = i + 1 == m_fields.size() || group != groupOf(*m_fields[i + 1]);
            if (!ends)
                continue;
            if (!group.empty() && from < column(i))
                keep(worksheet_merge_range(m_sheet, kGroups, from, kGroups, column(i),
                                           group.c_str(), m_strong));
            from = lxw_col_t(column(i) + 1);
        }
    }

    void offerChoices(const RequestField& field, lxw_col_t at, lxw_row_t last)
    {
        // Several may be chosen where a list would allow but one.
        if (field.kind != RequestFieldKind::choice)
            return;
        std::vector<std::string> words;
        std::vector<char*> choices;
        for (const Word& choice : field.choices)
            words.emplace_back(choice.english);
        for (std::string& word : words)
            choices.push_back(word.data());
        choices.push_back(nullptr);
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.ignore_blank = LXW_VALIDATION_ON;
        validation.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
        validation.value_list = choices.data();
        keep(worksheet_data_validation_range(m_sheet, kFirstRow, at, last, at, &validation));
    }

    void text(lxw_row_t row, lxw_col_t at, const std::string& words, lxw_format* format)
    {
        if (!words.empty())
            keep(worksheet_write_string(m_sheet, row, at, words.c_str(), format));
    }

    // As a number or a day where it is one, so that a spreadsheet can reckon with it.
    void cell(lxw_row_t row, lxw_col_t at, const RequestField& field, const std::string& answer)
    {
        if (field.kind == RequestFieldKind::date) {
            if (const auto day = Date::fromIso(answer)) {
                lxw_datetime date{day->year(), day->month(), day->day(), 0, 0, 0};
                return keep(worksheet_write_datetime(m_sheet, row, at, &date, m_day));
            }
        }
        const bool isAmount = field.kind == RequestFieldKind::amount;
        if (isAmount || field.kind == RequestFieldKind::count) {
            if (const auto number = decimalFrom(answer))
                return keep(worksheet_write_number(m_sheet, row, at, *number,
                                                   isAmount ? m_money : nullptr));
        }
        text(row, at, answer, nullptr);
    }

    void keep(lxw_error error) { m_whole = m_whole && error == LXW_NO_ERROR; }

    const std::vector<StandardRow>& m_rows;
    std::vector<const RequestField*> m_fields;
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format *m_strong, *m_wrapped, *m_quiet, *m_day, *m_money;
    bool m_whole = true; // every cell was taken
};

} // namespace

bool writePlacementStandard(const std::vector<StandardRow>& rows, const std::filesystem::path& path)
{
    return StandardWorkbook(rows, path).write();
}

} // namespace twelvefold::exchange
