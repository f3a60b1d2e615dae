// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/rejects_workbook.h"

#include "domain/utf8.h"
#include "exchange/workbook.h"
#include "files/input_file.h"

#include <algorithm>
#include <xlsxwriter.h>

namespace twelvefold::exchange {
namespace {

constexpr const char* kRejectsSheet = "Rejected rows";
constexpr const char* kSaidSheet = "Warnings and notes";
constexpr std::size_t kMostLettersOfCell = 32'767; // as spreadsheets have it
constexpr lxw_col_t kFirstOwnCell = 4;             // behind file, row, line and why

// As much of a text as a cell holds.
std::string fitting(const std::string& text)
{
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();
         at += std::max<std::size_t>(1, utf8Length(text, at))) {
        if (++letters == kMostLettersOfCell && at + utf8Length(text, at) < text.size())
            return text.substr(0, at) + "…";
    }
    return text;
}

// What was said of a file by one rule.
struct SaidOfFile
{
    const Problem* first = nullptr;
    std::int64_t n = 0;
};

class RejectsWorkbook
{
public:
    explicit RejectsWorkbook(const std::filesystem::path& path)
    {
        const std::u8string name = path.u8string();
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE; // rows leave as they come
        m_book = workbook_new_opt(reinterpret_cast<const char*>(name.c_str()), &options);
        m_strong = workbook_add_format(m_book);
        format_set_bold(m_strong);
        // What is text stays text also where somebody edits the cell.
        m_asText = workbook_add_format(m_book);
        format_set_num_format_index(m_asText, 49);
    }

    bool write(const std::vector<ReadFile>& files)
    {
        beginRejects();
        bool any = false;
        for (const ReadFile& file : files) {
            if (file.rejects.empty() && !file.refused)
                continue;
            m_row += any ? 1 : 0; // a blank row between
            any = true;
            writeFile(file);
        }
        if (!any)
            headings({});
        writeSaid(files);
        return workbook_close(m_book) == LXW_NO_ERROR && m_whole;
    }

private:
    void beginSheet(const std::string& name, const std::vector<double>& widths)
    {
        m_sheet = workbook_add_worksheet(m_book, name.c_str());
        m_whole = m_whole && m_sheet != nullptr;
        m_row = 0;
        for (std::size_t column = 0; column < widths.size(); ++column)
            keep(worksheet_set_column(m_sheet, lxw_col_t(column), lxw_col_t(column), widths[column],
                                      nullptr));
    }
    void beginRejects()
    {
        const std::string again = ++m_rejectSheets == 1 ? "" : " " + std::to_string(m_rejectSheets);
        beginSheet(kRejectsSheet + again, {24, 8, 8, 70});
    }
    // A sheet ends where spreadsheets have no more rows.
    void nextRow()
    {
        if (++m_row < LXW_ROW_MAX)
            return;
        beginRejects();
    }

    void headings(const std::vector<std::string>& ofTheRow)
    {
        lxw_col_t column = 0;
        for (const char* heading : {"file", "row", "line", "why"})
            text(column++, heading, m_strong);
        for (const std::string& heading : ofTheRow)
            text(column++, heading, m_strong);
        nextRow();
    }

    void writeFile(const ReadFile& file)
    {
        const auto reasons = reasonsByRow(file);
        if (file.refused) { // as a whole: its reason stands alone
            headings({});
            const auto whole = reasons.find(0);
            text(0, file.name, m_asText);
            text(3, whole == reasons.end() ? std::string() : whole->second, m_asText);
            return nextRow();
        }
        headings(file.headings);
        for (const ReadFile::Reject& reject : file.rejects) {
            const auto listed = reasons.find(reject.row);
            text(0, file.name, m_asText);
            number(1, reject.row);
            number(2, file.lineOf(reject.row));
            text(3,
                 listed != reasons.end() ? listed->second
                 : reject.reason != 0    ? file.listing.reasons()[reject.reason - 1]
                                         : std::string(),
                 m_asText);
            lxw_col_t column = kFirstOwnCell;
            for (const std::string& cell : cellsOf(file, reject))
                text(column++, cell, m_asText);
            nextRow();
        }
    }

    void writeSaid(const std::vector<ReadFile>& files)
    {
        beginSheet(kSaidSheet, {24, 14, 10, 10, 20, 90});
        lxw_col_t column = 0;
        for (const char* heading :
             {"file", "severity", "how many", "first row", "first column", "what was said first"})
            text(column++, heading, m_strong);
        ++m_row;
        for (const ReadFile& file : files) {
            std::map<std::string_view, SaidOfFile> rules;
            for (const Problem& problem : file.problems) {
                SaidOfFile& said = rules[problem.message.kind.code];
                said.first = said.n++ == 0 ? &problem : said.first;
            }
            for (const auto& [rule, more] : file.listing.unlisted())
                rules[rule].n += more.n;
            for (const auto& [rule, said] : rules) {
                if (said.first != nullptr)
                    writeRule(file, said);
            }
        }
    }
    void writeRule(const ReadFile& file, const SaidOfFile& said)
    {
        const auto severity = said.first->severity;
        text(0, file.name, m_asText);
        text(1,
             severity == Problem::Severity::rejection ? "not taken"
             : severity == Problem::Severity::warning ? "warning"
                                                      : "note",
             m_asText);
        number(2, said.n);
        if (said.first->row != 0)
            number(3, said.first->row);
        text(4, said.first->column, m_asText);
        text(5, plainEnglish(said.first->message), m_asText);
        ++m_row;
    }

    void text(lxw_col_t column, const std::string& words, lxw_format* format)
    {
        if (!words.empty() && column < LXW_COL_MAX)
            keep(worksheet_write_string(m_sheet, m_row, column, fitting(words).c_str(), format));
    }
    void number(lxw_col_t column, std::int64_t value)
    {
        keep(worksheet_write_number(m_sheet, m_row, column, static_cast<double>(value), nullptr));
    }
    void keep(lxw_error error) { m_whole = m_whole && error == LXW_NO_ERROR; }

    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_sheet = nullptr;
    lxw_format* m_strong = nullptr;
    lxw_format* m_asText = nullptr;
    lxw_row_t m_row = 0;
    int m_rejectSheets = 0;
    bool m_whole = true;
};

// On a full disk the library may say that all is well: what was written is read back.
bool canBeReadBack(const std::filesystem::path& path)
{
    auto bytes = files::readAll(path);
    if (!bytes)
        return false;
    const auto book = Workbook::open(std::make_shared<const std::string>(std::move(*bytes)));
    if (!book || book->sheets().size() < 2)
        return false;
    for (std::size_t sheet = 0; sheet < book->sheets().size(); ++sheet) {
        auto rows = book->rows(sheet);
        if (!rows)
            return false;
        for (SheetRow row; rows->next(row);)
            ;
        if (rows->fault())
            return false;
    }
    return true;
}

} // namespace

bool writeRejectsWorkbook(const std::vector<ReadFile>& files, const std::filesystem::path& path)
{
    RejectsWorkbook book(path);
    return book.write(files) && canBeReadBack(path);
}

} // namespace twelvefold::exchange
