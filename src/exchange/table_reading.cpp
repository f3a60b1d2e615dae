// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_reading.h"

#include "exchange/tables.h"

#include <algorithm>
#include <array>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kOrderAsked{
    "dates-ambiguous",
    TWELVEFOLD_TEXT("Message",
                    "“%1” in the column %2 is %3 with the day first and %4 with the month "
                    "first, and nothing in the file says which is meant.")};
constexpr MessageKind kTurnedAsked{
    "dates-turned",
    TWELVEFOLD_TEXT(
        "Message",
        "In the column %2 all %1 real dates fall on the 1st to the 12th of a month, and "
        "all that are text, such as “%3”, after it: a spreadsheet set to another country "
        "takes day and month of such dates for each other. Were these turned round?")};
constexpr MessageKind kTurnedYes{"dates-turned-yes",
                                 TWELVEFOLD_TEXT("Message", "Turned round: the first is %1")};
constexpr MessageKind kTurnedNo{"dates-turned-no",
                                TWELVEFOLD_TEXT("Message", "As they stand: the first is %1")};
constexpr MessageKind kMarkAsked{
    "amounts-ambiguous",
    TWELVEFOLD_TEXT("Message",
                    "“%1” in the column %2 is %3 with a point before the pence and %4 with "
                    "a comma before them, and nothing in the file says which is meant.")};

constexpr MessageKind kDayFirst{"answer-day-first", TWELVEFOLD_TEXT("Message", "Day first: %1")};
constexpr MessageKind kMonthFirstAnswer{"answer-month-first",
                                        TWELVEFOLD_TEXT("Message", "Month first: %1")};
constexpr MessageKind kPointAnswer{"answer-decimal-point",
                                   TWELVEFOLD_TEXT("Message", "A point before the pence: %1")};
constexpr MessageKind kCommaAnswer{"answer-decimal-comma",
                                   TWELVEFOLD_TEXT("Message", "A comma before the pence: %1")};

// Where regional copies say whose row it is.
constexpr std::array<std::string_view, 9> kCouncilColumns{
    "LA",      "LA_NAME",   "LA_CODE",           "LOCAL_AUTHORITY", "LOCAL_AUTHORITY_NAME",
    "COUNCIL", "AUTHORITY", "PLACING_AUTHORITY", "RESPONSIBLE_LA"};

} // namespace

bool SameInCapitals::operator()(const std::string& a, const std::string& b) const
{
    return upperCase(a) < upperCase(b);
}

TableReading::TableReading(const TableEntry& table, const Columns& columns)
    : m_byPlace(columns.count(), 0)
{
    for (const auto* entries : {&table.essential, &table.further, &table.welcome}) {
        for (const ColumnEntry& entry : *entries) {
            const auto place = columns.find(entry.name);
            if (!place)
                continue;
            m_columns.push_back(
                {*place, columns.heading(entry.name), ColumnReading(entry.type, entry.name)});
            m_byPlace[*place] = m_columns.size();
        }
    }
    for (const std::string_view name : kCouncilColumns) {
        if (m_council = columns.find(name); m_council) {
            m_councilHeading = columns.heading(name);
            return;
        }
    }
}

std::string TableReading::councilOf(const CsvRow& row) const
{
    if (!m_council || *m_council >= row.cells.size())
        return {};
    const std::string_view cell = trimmed(row.cells[*m_council]);
    const std::string word = upperCase(cell);
    return word == "NULL" || word == "N/A" || word == "-" ? std::string() : std::string(cell);
}

void TableReading::look(const CsvRow& row)
{
    ++m_rows;
    if (row.badQuotes)
        return;
    for (Column& column : m_columns) {
        if (column.place < row.cells.size())
            column.reading.look(row.cells[column.place]);
    }
    if (!m_council)
        return;
    if (std::string council = councilOf(row); !council.empty())
        ++m_councils[std::move(council)];
}

std::int64_t TableReading::inAll(Way way) const
{
    std::int64_t n = 0;
    for (const Column& column : m_columns)
        n += column.reading.tally().n(way);
    return n;
}

std::vector<Question> TableReading::decide(const Answers& answers, bool dayFirstByRule,
                                           int lastShortYear)
{
    std::vector<Question> questions;
    if (auto asked = decideDates(answers, dayFirstByRule, lastShortYear))
        questions.push_back(*std::move(asked));
    if (auto asked = decideTurned(answers))
        questions.push_back(*std::move(asked));
    for (Column& column : m_columns) {
        const ColumnType type = column.reading.type();
        if (type != ColumnType::amount && type != ColumnType::number)
            continue;
        auto asked = decideAmounts(answers, column);
        if (asked && type == ColumnType::amount) // no other number has a thousand to lose
            questions.push_back(*std::move(asked));
    }
    using enum Way;
    m_changesText = inAll(blankWord) + inAll(pointNought) + inAll(invisible) + inAll(meaning) +
                        inAll(codeAndMeaning) + inAll(yesNoWord) + inAll(commaMark) +
                        inAll(formula) >
                    0;
    return questions;
}

// A column that shows its order is read by it. One that does not goes by the table's others, a
// return by its own rule, and any by the dates with the year first beside it: a spreadsheet that
// turned days round would have turned those too.
std::optional<Question> TableReading::decideDates(const Answers& answers, bool dayFirstByRule,
                                                  int lastShortYear)
{
    using enum Way;
    const std::int64_t dayFirsts = inAll(dayFirst), monthFirsts = inAll(monthFirst);
    std::optional<DateOrder> ofOthers;
    if ((dayFirsts > 0) != (monthFirsts > 0))
        ofOthers = dayFirsts > 0 ? DateOrder::dayFirst : DateOrder::monthFirst;
    std::optional<Question> asked;
    for (Column& column : m_columns) {
        if (column.reading.type() != ColumnType::date)
            continue;
        const ColumnTally& tally = column.reading.tally();
        const std::int64_t days = tally.n(dayFirst), months = tally.n(monthFirst);
        const bool shows = days > 0 || months > 0;
        std::optional<DateOrder> order;
        if (shows && months == 0)
            order = DateOrder::dayFirst;
        else if (shows && days == 0)
            order = DateOrder::monthFirst;
        else if (answers.dates)
            order = answers.dates;
        else if (shows) // both: a few slips in a column that is otherwise day first
            order = months <= days ? std::optional(DateOrder::dayFirst) : std::nullopt;
        else if (ofOthers)
            order = ofOthers;
        else if (dayFirstByRule || inAll(isoDate) > 0 || dayFirsts > 0)
            order = DateOrder::dayFirst;
        const bool unclear = tally.n(eitherOrder) > 0 && !shows;
        if (unclear && !ofOthers && !answers.dates && dayFirstByRule)
            m_byRuleAlone = true;
        column.reading.decide(order.value_or(DateOrder::dayFirst), lastShortYear);
        m_monthFirst = m_monthFirst || (shows && order == DateOrder::monthFirst);
        if (order || (!unclear && !shows) || asked)
            continue;
        const std::string& sample = tally.of(unclear ? eitherOrder : monthFirst).first;
        const DateCell cell = dateCell(sample);
        const auto said = [&](DateOrder either) -> Argument {
            const auto day = cell.day(either, lastShortYear);
            return day ? Argument(*day) : Argument(Word{TWELVEFOLD_TEXT("Word", "no day at all")});
        };
        asked = Question{
            QuestionKind::dateOrder,
            {kOrderAsked,
             {sample, column.heading, said(DateOrder::dayFirst), said(DateOrder::monthFirst)}},
            column.heading,
            sample,
            {{"dmy", {kDayFirst, {said(DateOrder::dayFirst)}}},
             {"mdy", {kMonthFirstAnswer, {said(DateOrder::monthFirst)}}}}};
    }
    return asked;
}

std::optional<Question> TableReading::decideTurned(const Answers& answers)
{
    std::optional<Question> asked;
    for (Column& column : m_columns) {
        if (column.reading.type() != ColumnType::date || !column.reading.looksTurned())
            continue;
        column.reading.decideTurned(answers.turned.value_or(false));
        if (answers.turned || asked)
            continue;
        const ColumnTally& tally = column.reading.tally();
        const Met& met = tally.of(Way::isoDate);
        const std::string& other =
            tally.of(tally.n(Way::dayFirst) > 0 ? Way::dayFirst : Way::monthFirst).first;
        const DateCell cell = dateCell(met.first);
        const auto stands = cell.day(DateOrder::dayFirst, 0);
        const auto turned = Date::from(cell.year, cell.second, cell.first);
        const auto day = [](const std::optional<Date>& date) {
            return date ? Argument(*date) : Argument(std::string());
        };
        asked =
            Question{QuestionKind::turnedDays,
                     {kTurnedAsked, {met.n, column.heading, other}},
                     column.heading,
                     met.first,
                     {{"yes", {kTurnedYes, {day(turned)}}}, {"no", {kTurnedNo, {day(stands)}}}}};
    }
    return asked;
}

// Pounds have a point before their pence, unless the column shows commas there and nothing else.
std::optional<Question> TableReading::decideAmounts(const Answers& answers, Column& column)
{
    using enum Way;
    constexpr std::int64_t enough = 2; // one comma may be a slip
    const ColumnTally& tally = column.reading.tally();
    const std::int64_t points = tally.n(pointMark) + tally.n(thousands);
    if (points == 0 && tally.n(commaMark) >= enough) {
        column.reading.decide(DecimalMark::comma, true);
        return std::nullopt;
    }
    const bool unclear = points == 0 && tally.n(commaMark) == 0 && tally.n(unclearMark) > 0;
    const bool answered = answers.decimal && (unclear || tally.n(commaMark) > 0);
    column.reading.decide(answered ? *answers.decimal : DecimalMark::point, answered && unclear);
    if (!unclear || answers.decimal)
        return std::nullopt;
    const std::string& sample = tally.of(unclearMark).first;
    const AmountCell cell = amountCell(sample);
    const auto said = [&](DecimalMark mark) -> Argument {
        const auto money = cell.amount(sample, mark, true);
        return money ? argument(*money)
                     : Argument(Word{TWELVEFOLD_TEXT("Word", "no amount at all")});
    };
    return Question{
        QuestionKind::decimalMark,
        {kMarkAsked, {sample, column.heading, said(DecimalMark::point), said(DecimalMark::comma)}},
        column.heading,
        sample,
        {{"point", {kPointAnswer, {said(DecimalMark::point)}}},
         {"comma", {kCommaAnswer, {said(DecimalMark::comma)}}}}};
}

bool TableReading::isMonthFirst() const
{
    return m_monthFirst;
}

bool TableReading::isDayFirstByRuleAlone() const
{
    return m_byRuleAlone;
}

const ColumnReading* TableReading::of(std::size_t place) const
{
    const std::size_t which = place < m_byPlace.size() ? m_byPlace[place] : 0;
    return which == 0 ? nullptr : &m_columns[which - 1].reading;
}

const std::vector<std::string>& TableReading::plain(const CsvRow& row,
                                                    std::vector<std::string>& room) const
{
    if (!m_changesText || row.badQuotes)
        return row.cells;
    room = row.cells;
    std::string cell;
    for (const Column& column : m_columns) {
        if (column.place < room.size()) {
            const std::string_view text = column.reading.plain(row.cells[column.place], cell);
            room[column.place].assign(text);
        }
    }
    return room;
}

void TableReading::tell(ReadFile& file) const
{
    for (const Column& column : m_columns) {
        const ColumnTally& tally = column.reading.tally();
        file.columns.push_back({column.heading, column.reading.readAs(), tally.cells,
                                column.reading.isPrivate() ? std::string() : tally.sample});
        for (const ColumnReading::Said& said : column.reading.said()) {
            Problem problem;
            problem.severity = said.severity;
            problem.message = said.message;
            problem.file = file.name;
            problem.column = column.heading;
            problem.value = said.sample;
            file.problems.push_back(std::move(problem));
        }
    }
}

} // namespace twelvefold::exchange
