// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile_guess.h"

#include "exchange/look_through.h"
#include "exchange/profile_table.h"
#include "exchange/profile_words.h"

#include <algorithm>
#include <array>

namespace twelvefold::exchange {
namespace {

// Headings that finance systems and case records have for what a field says, the surest first.
struct Synonyms
{
    std::string_view field;
    std::vector<std::string_view> headings;
};
const std::vector<Synonyms>& fieldSynonyms()
{
    static const std::vector<Synonyms> all{
        {"child",
         {"CHILD_ID", "CHILD", "CHILD_IDENTIFIER", "PERSON_ID", "CLIENT_ID", "MOSAIC_ID", "LCS_ID",
          "ECLIPSE_ID", "SERVICE_USER_ID", "UNIQUE_ID", "IDENTIFIER", "CHILD_REFERENCE",
          "CLIENT_REFERENCE", "CLIENT_NO", "PERSON_NO", "CHILD_NO", "CASE_ID", "ID"}},
        {"born", {"DOB", "DATE_OF_BIRTH", "BIRTH_DATE"}},
        {"author",
         {"ASSESSED_BY", "ASSESSOR", "SCORED_BY", "COMPLETED_BY", "SOCIAL_WORKER", "WORKER"}},
        {"start",
         {"START_DATE", "START", "PLACEMENT_START_DATE", "SERVICE_START_DATE", "COST_START_DATE",
          "DATE_FROM", "FROM_DATE", "FROM", "VALID_FROM", "PERIOD_START"}},
        {"last_day",
         {"END_DATE", "END", "PLACEMENT_END_DATE", "SERVICE_END_DATE", "COST_END_DATE", "DATE_TO",
          "TO_DATE", "TO", "VALID_TO", "PERIOD_END", "LAST_DAY"}},
        {"up_to", {"UP_TO", "PAID_UP_TO", "AS_AT", "EXTRACT_DATE"}},
        {"per",
         {"PER", "PERIOD", "FREQUENCY", "PAYMENT_FREQUENCY", "UNIT", "UNIT_OF_MEASURE", "CHARGED"}},
        {"component",
         {"COMPONENT", "COST_TYPE", "TYPE_OF_COST", "ELEMENT", "COST_ELEMENT", "COST_CATEGORY",
          "PACKAGE"}},
        {"funder",
         {"FUNDER", "FUNDED_BY", "PAID_BY", "PAYER", "FUNDING_SOURCE", "FUNDING", "BUDGET"}},
        {"provider",
         {"PROVIDER", "PROVIDER_NAME", "SUPPLIER", "SUPPLIER_NAME", "ORGANISATION", "VENDOR",
          "PAYEE", "CREDITOR"}},
        {"urn", {"URN", "OFSTED_URN", "PROVIDER_URN", "PROVIDER_OFSTED_URN", "ESTABLISHMENT_URN"}},
        {"setting", {"SETTING", "TYPE_OF_PROVISION", "PROVISION_TYPE", "SERVICE_TYPE", "SERVICE"}},
        {"place", {"PLACE", "PLACEMENT_TYPE", "PLACEMENT_CODE"}},
        {"place_provider", {"PLACE_PROVIDER", "PROVIDER_TYPE", "PROVIDER_CODE"}},
        {"note",
         {"NOTE", "NOTES", "DESCRIPTION", "COMMENT", "COMMENTS", "INVOICE", "INVOICE_NO",
          "INVOICE_NUMBER"}},
    };
    return all;
}

// Parts of a heading that say what its amounts are per.
struct PerWord
{
    std::string_view part, per;
};
constexpr std::array kPerWords{
    PerWord{"YTD", kYearToDate}, PerWord{"TO_DATE", kYearToDate}, PerWord{"WEEK", "week"},
    PerWord{"PW", "week"},       PerWord{"MONTH", "month"},       PerWord{"PCM", "month"},
    PerWord{"DAILY", "day"},     PerWord{"NIGHT", "day"},         PerWord{"PER_DAY", "day"},
    PerWord{"ANNUAL", "year"},   PerWord{"YEAR", "year"},         PerWord{"ANNUM", "year"},
    PerWord{"ONE_OFF", "once"}};

constexpr std::array<std::string_view, 10> kAmountWords{
    "AMOUNT", "COST", "FEE", "PRICE", "CHARGE", "RATE", "VALUE", "CONTRIBUTION", "NET", "PAID"};

bool headingHas(std::string_view heading, std::string_view part)
{
    return heading.find(part) != std::string_view::npos;
}

// What stands in a column, by its first rows.
struct Content
{
    std::size_t filled = 0, dates = 0, amounts = 0;
    bool mostlyDates() const { return filled > 0 && dates * 2 > filled; }
    bool mostlyAmounts() const { return filled > 0 && amounts * 2 > filled; }
};

Content contentOf(const TablePreview& table, std::size_t column)
{
    Content content;
    for (const auto& row : table.rows) {
        const std::string_view cell =
            column < row.size() ? trimmed(row[column]) : std::string_view();
        if (cell.empty())
            continue;
        ++content.filled;
        const DateCell date = dateCell(cell);
        content.dates += date.way != DateCell::Way::none && date.way != DateCell::Way::dayNumber;
        const AmountCell amount = amountCell(cell);
        content.amounts += !amount.figures.empty() && date.way != DateCell::Way::figures &&
                           date.way != DateCell::Way::iso;
    }
    return content;
}

class Guess
{
public:
    Guess(const TablePreview& table, std::span<const NeedName> needs)
        : m_table(table), m_needs(needs), m_taken(table.headings.size())
    {
        for (std::size_t i = 0; i < table.headings.size(); ++i) {
            m_names.push_back(tidiedHeading(table.headings[i]));
            m_contents.push_back(contentOf(table, i));
        }
    }

    Profile profile()
    {
        if (guessNeeds()) {
            for (const Synonyms& field : fieldSynonyms())
                guessField(field);
            guessDay();
            return std::move(m_profile);
        }
        const auto score = findScore();
        m_profile.makes = score ? ProfileMakes::measures : ProfileMakes::costs;
        if (score) {
            take(*score);
            m_profile.values.push_back({{heading(*score)}, "", "", "", "sdq_total", false});
        }
        for (const Synonyms& field : fieldSynonyms())
            guessField(field);
        if (score)
            guessDay();
        else
            guessAmounts();
        return std::move(m_profile);
    }

private:
    std::string heading(std::size_t column) const
    {
        return std::string(trimmed(m_table.headings[column]));
    }
    bool isFree(std::size_t column) const
    {
        return !m_taken[column] && !m_names[column].empty() &&
               std::ranges::count(m_names, m_names[column]) == 1;
    }
    void take(std::size_t column) { m_taken[column] = true; }

    // Columns headed by what needs are called; one alone may be of something else.
    bool guessNeeds()
    {
        std::vector<ProfileValue> values;
        std::vector<std::size_t> columns;
        for (const NeedName& need : m_needs) {
            for (std::size_t i = 0; i < m_names.size(); ++i) {
                if ((m_names[i] != tidiedHeading(need.title) &&
                     m_names[i] != tidiedHeading(need.code)) ||
                    !isFree(i) || std::ranges::count(columns, i) > 0)
                    continue;
                values.push_back({{heading(i)}, "", "", "", need.code, false});
                columns.push_back(i);
                break;
            }
        }
        if (values.size() < 2)
            return false;
        m_profile.makes = ProfileMakes::assessments;
        m_profile.values = std::move(values);
        std::ranges::for_each(columns, [this](std::size_t column) { take(column); });
        return true;
    }

    std::optional<std::size_t> findScore() const
    {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const bool named =
                headingHas(m_names[i], "SDQ") || headingHas(m_names[i], "DIFFICULTIES");
            if (named && isFree(i) && m_contents[i].mostlyAmounts() && !m_contents[i].mostlyDates())
                return i;
        }
        return std::nullopt;
    }

    void guessField(const Synonyms& synonyms)
    {
        const ProfileFieldKind& kind = *findProfileField(synonyms.field);
        if (!isOf(kind, m_profile.makes))
            return;
        for (const std::string_view name : synonyms.headings) {
            for (std::size_t i = 0; i < m_names.size(); ++i) {
                const bool fits = kind.type != ColumnType::date || m_contents[i].filled == 0 ||
                                  m_contents[i].mostlyDates();
                if (m_names[i] != name || !isFree(i) || !fits || !isUnderstood(kind, i))
                    continue;
                take(i);
                m_profile.fields.push_back({std::string(synonyms.field), {heading(i)}, {}, {}});
                return;
            }
        }
    }

    // Where a cell must be one of a few words, whether those seen all are; settings need not be.
    bool isUnderstood(const ProfileFieldKind& kind, std::size_t column) const
    {
        if (!hasWords(kind.token) || kind.token == "setting")
            return true;
        return std::ranges::all_of(m_table.rows, [&](const std::vector<std::string>& row) {
            const std::string_view cell =
                column < row.size() ? trimmed(row[column]) : std::string_view();
            return cell.empty() || !usualMeaning(kind.token, cell).empty();
        });
    }

    // The only column of dates that is left, or that which says that it is of the score.
    void guessDay()
    {
        std::optional<std::size_t> day;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (isFree(i) && m_contents[i].mostlyDates() &&
                (!day || headingHas(m_names[i], "SDQ") || headingHas(m_names[i], "COMPLETED")))
                day = i;
        }
        if (day)
            m_profile.fields.push_back({"date", {heading(*day)}, {}, {}});
    }

    static std::string funderIn(std::string_view name)
    {
        if (headingHas(name, "SOCIAL_CARE"))
            return std::string(token(Funder::socialCare));
        if (headingHas(name, "EDUCATION") || headingHas(name, "SEN"))
            return std::string(token(Funder::education));
        if (headingHas(name, "HEALTH") || headingHas(name, "ICB"))
            return std::string(token(Funder::health));
        return {};
    }
    static std::string perIn(std::string_view name)
    {
        const auto found = std::ranges::find_if(
            kPerWords, [name](const PerWord& word) { return headingHas(name, word.part); });
        return found == kPerWords.end() ? std::string() : std::string(found->per);
    }

    // Columns of amounts: those that a heading names so.
    void guessAmounts()
    {
        std::vector<std::size_t> parts, others;
        std::optional<std::size_t> total;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const std::string& name = m_names[i];
            const bool named = std::ranges::any_of(
                kAmountWords, [&](std::string_view word) { return headingHas(name, word); });
            if (!isFree(i) || !named || !m_contents[i].mostlyAmounts())
                continue;
            if (!funderIn(name).empty())
                parts.push_back(i);
            else if (headingHas(name, "TOTAL") && !total)
                total = i;
            else
                others.push_back(i);
        }
        // Beside parts, an amount of nobody's is what they are parts of.
        if (!total && !parts.empty() && !others.empty())
            total = others.front();
        std::string per;
        for (const std::size_t i : parts) {
            const bool share = headingHas(m_names[i], "%") || headingHas(m_names[i], "SHARE");
            m_profile.values.push_back({{heading(i)}, "", funderIn(m_names[i]), "", "", share});
            per = per.empty() ? perIn(m_names[i]) : per;
        }
        if (!total && parts.empty() && !others.empty()) {
            m_profile.values.push_back({{heading(others.front())}, "", "", "", "", false});
            per = perIn(m_names[others.front()]);
        } else if (total && parts.empty()) {
            m_profile.values.push_back({{heading(*total)}, "", "", "", "", false});
            per = perIn(m_names[*total]);
        } else if (total) {
            m_profile.total = {heading(*total)};
            per = perIn(m_names[*total]).empty() ? per : perIn(m_names[*total]);
        }
        fixed("component", "core");
        if (!per.empty())
            fixed("per", per);
        fixed("funder", "social_care");
    }

    void fixed(const std::string& field, const std::string& value)
    {
        if (m_profile.field(field) == nullptr)
            m_profile.fields.push_back({field, {}, value, {}});
    }

    const TablePreview& m_table;
    std::span<const NeedName> m_needs;
    std::vector<bool> m_taken;
    std::vector<std::string> m_names; // tidied
    std::vector<Content> m_contents;
    Profile m_profile;
};

// The rows of a preview as a table: the headings are its first.
class PreviewRows final : public RowSource
{
public:
    explicit PreviewRows(const TablePreview& table) : m_table(table) {}
    Gone forEach(const std::function<bool(const CsvRow&)>& look) const override
    {
        std::int64_t n = 1;
        CsvRow row;
        row.cells = m_table.headings;
        row.row = row.line = n;
        for (auto next = m_table.rows.begin(); look(row) && next != m_table.rows.end(); ++next) {
            row.cells = *next;
            row.row = row.line = ++n;
        }
        return {};
    }
    std::vector<std::string> cellsOf(std::string_view) const override { return {}; }

private:
    const TablePreview m_table;
};

// The row that is most like headings among the first: the fullest one, and of these the first.
TablePreview previewOf(const RowSource& source, std::string name, std::size_t mostRows)
{
    constexpr std::size_t mostAbove = 20;
    std::vector<std::vector<std::string>> rows;
    source.forEach([&](const CsvRow& row) {
        if (!row.blank() && !row.badQuotes)
            rows.push_back(row.cells);
        return rows.size() < mostAbove + mostRows;
    });
    const auto filled = [](const std::vector<std::string>& cells) {
        return std::ranges::count_if(
            cells, [](const std::string& cell) { return !trimmed(cell).empty(); });
    };
    TablePreview table;
    table.name = std::move(name);
    const auto last = rows.begin() + std::min<std::ptrdiff_t>(mostAbove, std::ssize(rows));
    const auto headings = std::ranges::max_element(rows.begin(), last, {}, filled);
    if (headings == last)
        return table;
    table.headings = *headings;
    while (!table.headings.empty() && trimmed(table.headings.back()).empty())
        table.headings.pop_back();
    for (auto row = headings + 1; row != rows.end() && table.rows.size() < mostRows; ++row) {
        row->resize(table.headings.size());
        table.rows.push_back(std::move(*row));
    }
    return table;
}

} // namespace

std::vector<TablePreview> previewTables(const std::filesystem::path& path, std::size_t mostRows)
{
    std::vector<TablePreview> tables;
    for (const auto& [name, source] : sourcesOf(path)) {
        TablePreview table = previewOf(*source, name, mostRows);
        if (!table.headings.empty())
            tables.push_back(std::move(table));
    }
    return tables;
}

std::vector<NeedName> needNames(const NeedsFramework& framework)
{
    std::vector<NeedName> names;
    for (const NeedDomain& need : framework.domains())
        names.push_back({need.code, need.title});
    return names;
}

Profile guessProfile(const TablePreview& table, std::span<const NeedName> needs)
{
    return Guess(table, needs).profile();
}

std::vector<RowOutcome> tryProfile(const TablePreview& table, const Profile& profile)
{
    std::vector<RowOutcome> outcomes(table.rows.size());
    OpenFile open;
    open.profiles = ProfileShelf::none();
    open.profiles.ask(profile);
    lookThrough(std::make_shared<const PreviewRows>(table), open);
    const ReadFile file = readFile(open, settingTable(), {});
    const auto at = [&outcomes](std::int64_t row) -> RowOutcome* {
        const auto place = static_cast<std::size_t>(row - 2);
        return row >= 2 && place < outcomes.size() ? &outcomes[place] : nullptr;
    };
    for (const FinanceRow& line : file.finance) {
        if (RowOutcome* outcome = at(line.row))
            outcome->lines.push_back(line);
    }
    for (const MeasuresRow& values : file.measures) {
        if (RowOutcome* outcome = at(values.row))
            outcome->values.push_back(values);
    }
    for (const AssessmentRow& assessment : file.assessments) {
        if (RowOutcome* outcome = at(assessment.row))
            outcome->assessments.push_back(assessment);
    }
    for (const Problem& problem : file.problems) {
        if (RowOutcome* outcome = at(problem.row))
            outcome->problems.push_back(problem.message);
        else if (problem.action == Problem::Action::fileRejected)
            for (RowOutcome& each : outcomes)
                each.problems.push_back(problem.message);
    }
    return outcomes;
}

} // namespace twelvefold::exchange
