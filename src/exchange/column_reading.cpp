// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/column_reading.h"

#include "domain/free_text.h"
#include "exchange/row_reader.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kBlankWords{
    "column-words-for-blank",
    TWELVEFOLD_TEXT(
        "Message", "%1 cells say “%2” or the like where there is nothing, and were read as blank."),
    TWELVEFOLD_TEXT("Message",
                    "One cell says “%2” where there is nothing, and was read as blank.")};
constexpr MessageKind kTurned{
    "column-dates-turned",
    TWELVEFOLD_TEXT("Message",
                    "%1 dates of this column were turned back, as was said, “%2” to %3.")};
constexpr MessageKind kMonthFirstSaid{
    "column-month-first",
    TWELVEFOLD_TEXT("Message", "The dates of this column, such as “%2”, were read month first: %1 "
                               "of them, as the rest of the table has it or as was said.")};
constexpr MessageKind kMonthFirst{
    "column-month-first",
    TWELVEFOLD_TEXT("Message", "The dates of this column are written month first, as “%2” shows: "
                               "all %1 of them were read so."),
    TWELVEFOLD_TEXT("Message", "The date in this column, “%2”, was read month first.")};
constexpr MessageKind kBothOrders{
    "column-both-orders",
    TWELVEFOLD_TEXT("Message", "The dates of this column are written day first, but %1 cannot be, "
                               "such as “%2”: those rows were not taken. Look at the others too, "
                               "since some of them may have been turned round."),
    TWELVEFOLD_TEXT("Message", "The dates of this column are written day first, but “%2” cannot "
                               "be: that row was not taken. Look at the others too, since some of "
                               "them may have been turned round.")};
constexpr MessageKind kMonthNames{
    "column-month-names",
    TWELVEFOLD_TEXT("Message", "%1 dates are written with the name of the month: “%2” is %3."),
    TWELVEFOLD_TEXT("Message", "One date is written with the name of the month: “%2” is %3.")};
constexpr MessageKind kDayNumbers{
    "column-day-numbers",
    TWELVEFOLD_TEXT("Message",
                    "%1 dates stand as a spreadsheet's count of days: “%2” was read as %3."),
    TWELVEFOLD_TEXT("Message",
                    "One date stands as a spreadsheet's count of days: “%2” was read as %3.")};
constexpr MessageKind kShortYears{
    "column-short-years",
    TWELVEFOLD_TEXT("Message", "%1 dates have a year of two figures: “%2” was read as %3."),
    TWELVEFOLD_TEXT("Message", "One date has a year of two figures: “%2” was read as %3.")};
constexpr MessageKind kMidnights{
    "column-midnights",
    TWELVEFOLD_TEXT("Message", "%1 dates have a midnight behind them, which was left out."),
    TWELVEFOLD_TEXT("Message", "One date has a midnight behind it, which was left out.")};
constexpr MessageKind kClocks{
    "column-times",
    TWELVEFOLD_TEXT("Message",
                    "%1 dates have a time of day behind them, such as “%2”: the day was taken."),
    TWELVEFOLD_TEXT("Message", "One date has a time of day behind it, “%2”: the day was taken.")};
constexpr MessageKind kInvisible{
    "column-unseen-characters",
    TWELVEFOLD_TEXT("Message", "%1 cells have characters in them that nobody sees, such as “%2”: "
                               "they were read without these."),
    TWELVEFOLD_TEXT("Message", "One cell has characters in it that nobody sees, “%2”: it was read "
                               "without these.")};
constexpr MessageKind kPointNoughts{
    "column-point-nought",
    TWELVEFOLD_TEXT("Message", "%1 cells are written as a decimal number, such as “%2”: they were "
                               "read without what stands behind the point."),
    TWELVEFOLD_TEXT("Message", "One cell is written as a decimal number, “%2”: it was read without "
                               "what stands behind the point.")};
constexpr MessageKind kCommas{
    "column-decimal-comma",
    TWELVEFOLD_TEXT("Message", "The amounts of this column have a comma before the pence, as “%2” "
                               "shows: all of them were read so.")};
constexpr MessageKind kDecimalCommas{
    "column-decimal-comma",
    TWELVEFOLD_TEXT("Message",
                    "The numbers of this column have a decimal comma, as “%2” shows: all "
                    "of them were read so.")};
constexpr MessageKind kNoughtDashes{
    "column-dash-for-nought",
    TWELVEFOLD_TEXT("Message", "%1 amounts stand as a dash, “%2”, and were read as nought."),
    TWELVEFOLD_TEXT("Message", "One amount stands as a dash, “%2”, and was read as nought.")};
constexpr MessageKind kMeanings{
    "column-meanings",
    TWELVEFOLD_TEXT("Message",
                    "%1 cells say what a code means instead of the code: “%2” was read as %3."),
    TWELVEFOLD_TEXT("Message",
                    "One cell says what a code means instead of the code: “%2” was read as %3.")};
constexpr MessageKind kCodesAndMeanings{
    "column-codes-and-meanings",
    TWELVEFOLD_TEXT("Message", "%1 cells have what it means beside the code: “%2” was read as %3."),
    TWELVEFOLD_TEXT("Message", "One cell has what it means beside the code: “%2” was read as %3.")};
constexpr MessageKind kTwoYearsCodes{
    "column-codes-of-two-years",
    TWELVEFOLD_TEXT("Message",
                    "%1 cells have the code of earlier years, such as “%2”, beside those "
                    "of today: both were read."),
    TWELVEFOLD_TEXT("Message", "One cell has the code of earlier years, “%2”, beside those of "
                               "today: both were read.")};
constexpr MessageKind kYesNoWords{
    "column-yes-and-no",
    TWELVEFOLD_TEXT("Message", "%1 cells say yes or no in other words than 1 and 0, such as “%2”, "
                               "and were read so."),
    TWELVEFOLD_TEXT("Message", "One cell says yes or no in another word than 1 and 0, “%2”, and "
                               "was read so.")};

using Words = std::initializer_list<std::string_view>;

bool isAnyOf(std::string_view text, Words words)
{
    return std::ranges::find(words, text) != words.end();
}

// "70011.0" to "70011"; nothing where it is written otherwise.
std::optional<std::string_view> withoutPointNought(std::string_view cell)
{
    const auto point = cell.find('.');
    if (point == std::string_view::npos || point == 0 || point + 1 == cell.size() ||
        cell.substr(0, point).find_first_not_of("0123456789") != std::string_view::npos ||
        cell.find_first_not_of('0', point + 1) != std::string_view::npos)
        return std::nullopt;
    return cell.substr(0, point);
}

std::optional<bool> yesOrNo(std::string_view cell)
{
    std::string word = upperCase(cell);
    // "a) Yes", as a list in a form has it
    if (word.size() > 2 && word[1] == ')')
        word = trimmed(std::string_view(word).substr(2));
    if (isAnyOf(word, {"1", "1.0", "YES", "Y", "TRUE", "T"}))
        return true;
    if (isAnyOf(word, {"0", "0.0", "NO", "N", "FALSE", "F"}))
        return false;
    return std::nullopt;
}

bool isPlainYesNo(std::string_view cell)
{
    return isAnyOf(cell, {"0", "1", "0.0", "1.0"});
}

} // namespace

bool isPrivateColumn(std::string_view name)
{
    return isAnyOf(name,
                   {"UPN", "NOTE", "HOME_POST", "PL_POST", "PLACEMENT_LOCATION",
                    "ADDITIONAL_SUPPORT_OTHER", "RISK_TO_OTHERS_OTHER", "NAME_OF_OFFICER_REFERRAL",
                    "NAME_OF_OFFICER_PLACEMENT", "NAME_OF_OFFICER_PLACEMENT_COST"});
}

void Answers::give(QuestionKind kind, std::string_view token)
{
    switch (kind) {
    case QuestionKind::dateOrder:
        dates.reset();
        if (!token.empty())
            dates = token == "mdy" ? DateOrder::monthFirst : DateOrder::dayFirst;
        return;
    case QuestionKind::decimalMark:
        decimal.reset();
        if (!token.empty())
            decimal = token == "comma" ? DecimalMark::comma : DecimalMark::point;
        return;
    case QuestionKind::council:
        council.reset();
        if (!token.empty())
            council = token;
        return;
    case QuestionKind::turnedDays:
        turned.reset();
        if (!token.empty())
            turned = token == "yes";
        return;
    case QuestionKind::upTo:
        upTo = Date::fromIso(token);
        return;
    case QuestionKind::listDay:
        listDay = Date::fromIso(token);
        return;
    }
}

std::string Answers::given(QuestionKind kind) const
{
    switch (kind) {
    case QuestionKind::dateOrder:
        return !dates ? "" : *dates == DateOrder::monthFirst ? "mdy" : "dmy";
    case QuestionKind::decimalMark:
        return !decimal ? "" : *decimal == DecimalMark::comma ? "comma" : "point";
    case QuestionKind::council:
        return council.value_or("");
    case QuestionKind::upTo:
        return upTo ? upTo->iso() : "";
    case QuestionKind::listDay:
        return listDay ? listDay->iso() : "";
    case QuestionKind::turnedDays:
        break;
    }
    return !turned ? "" : *turned ? "yes" : "no";
}

const char* token(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::dateOrder:
        return "dates";
    case QuestionKind::decimalMark:
        return "decimal";
    case QuestionKind::council:
        return "council";
    case QuestionKind::upTo:
        return "up-to";
    case QuestionKind::listDay:
        return "list-day";
    case QuestionKind::turnedDays:
        break;
    }
    return "turned-dates";
}

ColumnReading::ColumnReading(ColumnType type, std::string_view name)
    : m_type(type), m_codes(type == ColumnType::code ? &codeBook(name) : nullptr),
      m_private(isPrivateColumn(name))
{
}

void ColumnReading::meet(Way way, std::string_view cell)
{
    Met& met = m_tally.ways[static_cast<std::size_t>(way)];
    if (met.n++ == 0)
        met.first = shown(cell);
}

// A dash is nought where an amount stands, and "none" may be what somebody means to say.
bool ColumnReading::isBlankWord(std::string_view cell) const
{
    // How databases write that something has no end.
    if (m_type == ColumnType::date && cell.find("9999") != std::string_view::npos)
        return dateCell(cell).year == 9999;
    constexpr std::size_t longest = 8;
    const char c = cell.empty() ? '0' : cell.front();
    const bool begins = std::string_view("Nn(<#-Bb").find(c) != std::string_view::npos ||
                        static_cast<unsigned char>(c) >= 0x80;
    if (cell.size() > longest || !begins)
        return false;
    const std::string word = upperCase(cell);
    if (m_type == ColumnType::choice && word == "N/A") // what a form means by NA
        return false;
    if (isAnyOf(word, {"NULL", "(NULL)", "<NULL>", "N/A", "#N/A", "(BLANK)", "<NA>", "NAN"}))
        return true;
    if (m_type == ColumnType::amount || m_type == ColumnType::choice)
        return false;
    if (isAnyOf(cell, {"-", "--", "–", "—"}))
        return true;
    return m_type != ColumnType::text && m_type != ColumnType::childId &&
           isAnyOf(word, {"NONE", "NA", "BLANK", "NIL"});
}

// What people write stays as it is.
std::string_view ColumnReading::withoutFormula(std::string_view cell) const
{
    return m_type == ColumnType::text ? cell : textOfFormula(cell);
}

// What people write stays as it is; elsewhere what nobody sees says nothing.
bool ColumnReading::isPlainText() const
{
    return m_type == ColumnType::text || m_type == ColumnType::choice;
}

void ColumnReading::look(std::string_view cell)
{
    cell = trimmed(cell);
    if (cell.empty())
        return;
    std::string seen;
    if (!isPlainText() && hasUnseen(cell)) {
        meet(Way::invisible, cell);
        seen = withoutUnseen(cell);
        cell = trimmed(seen);
    }
    if (const auto text = withoutFormula(cell); text.size() != cell.size()) {
        meet(Way::formula, cell);
        cell = text;
    }
    if (isBlankWord(cell))
        return meet(Way::blankWord, cell);
    if (m_tally.cells++ == 0)
        m_tally.sample = shown(cell);
    switch (m_type) {
    case ColumnType::date:
        return lookAtDate(cell);
    case ColumnType::amount:
    case ColumnType::number:
        return lookAtAmount(cell);
    case ColumnType::code:
        return lookAtCode(cell);
    case ColumnType::childId:
    case ColumnType::urn:
        if (withoutPointNought(cell))
            meet(Way::pointNought, cell);
        return;
    case ColumnType::yesNo:
        if (yesOrNo(cell) && !isPlainYesNo(cell))
            meet(Way::yesNoWord, cell);
        return;
    case ColumnType::text:
    case ColumnType::choice:
        return;
    }
}

void ColumnReading::lookAtDate(std::string_view cell)
{
    const DateCell date = dateCell(cell);
    switch (date.way) {
    case DateCell::Way::none:
        return;
    case DateCell::Way::iso:
        meet(Way::isoDate, cell);
        if (date.second > 12)
            meet(Way::isoLateDay, cell);
        break;
    case DateCell::Way::monthInWords:
        meet(Way::monthInWords, cell);
        break;
    case DateCell::Way::dayNumber:
        meet(Way::dayNumber, cell);
        break;
    case DateCell::Way::figures:
        if (date.first > 31 || date.second > 31 || (date.first > 12 && date.second > 12))
            return; // no day in any order
        if (date.first == date.second)
            break; // the same in both
        meet(!date.order()                          ? Way::eitherOrder
             : *date.order() == DateOrder::dayFirst ? Way::dayFirst
                                                    : Way::monthFirst,
             cell);
        break;
    }
    if (date.shortYear)
        meet(Way::shortYear, cell);
    if (date.clock != DateCell::Clock::none)
        meet(date.clock == DateCell::Clock::midnight ? Way::midnight : Way::clock, cell);
}

void ColumnReading::lookAtAmount(std::string_view cell)
{
    const AmountCell amount = amountCell(cell);
    if (amount.nought)
        meet(Way::noughtDash, cell);
    switch (amount.mark) {
    case AmountCell::Mark::nothing:
        return;
    case AmountCell::Mark::point:
        return meet(Way::pointMark, cell);
    case AmountCell::Mark::comma:
        return meet(Way::commaMark, cell);
    case AmountCell::Mark::thousands:
        return meet(Way::thousands, cell);
    case AmountCell::Mark::unclear:
        return meet(Way::unclearMark, cell);
    }
}

void ColumnReading::lookAtCode(std::string_view cell)
{
    const CodeBook::Read& read = readCode(cell);
    if (read.says == CodeBook::Says::meaning)
        meet(Way::meaning, cell);
    else if (read.says == CodeBook::Says::codeAndMeaning)
        meet(Way::codeAndMeaning, cell);
    // Only a sex has had one code and has another.
    if (read.code == "1" || read.code == "2")
        meet(Way::formerCode, cell);
    else if (read.code == "M" || read.code == "F")
        meet(Way::currentCode, cell);
}

const CodeBook::Read& ColumnReading::readCode(std::string_view cell) const
{
    constexpr std::size_t mostKept = 1000;
    auto known = m_codesMet.find(cell);
    if (known == m_codesMet.end()) {
        if (m_codesMet.size() >= mostKept)
            m_codesMet.clear();
        known = m_codesMet.emplace(std::string(cell), m_codes->read(cell)).first;
    }
    return known->second;
}

void ColumnReading::decide(DateOrder order, int lastShortYear)
{
    m_order = order;
    m_lastShortYear = lastShortYear;
}

void ColumnReading::decide(DecimalMark mark, bool isSaid)
{
    m_mark = mark;
    m_markIsSaid = isSaid;
}

std::string_view ColumnReading::plain(std::string_view cell, std::string& room) const
{
    cell = trimmed(cell);
    if (m_tally.n(Way::invisible) > 0 && !isPlainText() && hasUnseen(cell)) {
        room = withoutUnseen(cell);
        cell = trimmed(room);
    }
    cell = withoutFormula(cell);
    if (m_tally.n(Way::blankWord) > 0 && isBlankWord(cell))
        return {};
    switch (m_type) {
    case ColumnType::childId:
    case ColumnType::urn:
        return withoutPointNought(cell).value_or(cell);
    case ColumnType::yesNo:
        if (const auto yes = yesOrNo(cell))
            return *yes ? "1" : "0";
        return cell;
    case ColumnType::code:
        if (m_tally.n(Way::meaning) + m_tally.n(Way::codeAndMeaning) == 0 || cell.empty())
            return cell;
        if (const CodeBook::Read& read = readCode(cell); !read.code.empty()) {
            room = read.code;
            return room;
        }
        return cell;
    case ColumnType::number:
        if (m_mark == DecimalMark::comma && cell.find('.') == std::string_view::npos) {
            std::string point(cell);
            std::ranges::replace(point, ',', '.');
            room = std::move(point);
            return room;
        }
        return cell;
    case ColumnType::text:
    case ColumnType::choice:
    case ColumnType::date:
    case ColumnType::amount:
        break;
    }
    return cell;
}

bool ColumnReading::looksTurned() const
{
    // Few columns have both ways of writing at all, so a few dates are enough to ask.
    constexpr std::int64_t enough = 2;
    const std::int64_t others = m_tally.n(Way::dayFirst) + m_tally.n(Way::monthFirst);
    return m_tally.n(Way::isoDate) >= enough && m_tally.n(Way::isoLateDay) == 0 &&
           others >= enough && m_tally.n(Way::eitherOrder) == 0;
}

std::optional<Date> ColumnReading::date(std::string_view cell) const
{
    const std::string seen =
        m_tally.n(Way::invisible) > 0 && hasUnseen(cell) ? withoutUnseen(cell) : std::string();
    const DateCell read = dateCell(withoutFormula(trimmed(seen.empty() ? cell : seen)));
    if (m_turned && read.way == DateCell::Way::iso)
        return Date::from(read.year, read.second, read.first);
    return read.day(m_order, m_lastShortYear);
}

Result<Money> ColumnReading::amount(std::string_view cell) const
{
    const std::string_view written = withoutFormula(trimmed(cell));
    return amountCell(written).amount(written, m_mark, m_markIsSaid);
}

Word ColumnReading::readAs() const
{
    if (m_tally.cells == 0)
        return {TWELVEFOLD_TEXT("Word", "blank")};
    switch (m_type) {
    case ColumnType::text:
        return {TWELVEFOLD_TEXT("Word", "text")};
    case ColumnType::choice:
        return {TWELVEFOLD_TEXT("Word", "choices of a form")};
    case ColumnType::childId:
        return {TWELVEFOLD_TEXT("Word", "children's identifiers")};
    case ColumnType::urn:
        return {TWELVEFOLD_TEXT("Word", "URNs")};
    case ColumnType::number:
        return {TWELVEFOLD_TEXT("Word", "numbers")};
    case ColumnType::yesNo:
        return {TWELVEFOLD_TEXT("Word", "yes or no")};
    case ColumnType::amount:
        return m_mark == DecimalMark::comma
                   ? Word{TWELVEFOLD_TEXT("Word", "pounds, with a comma before the pence")}
                   : Word{TWELVEFOLD_TEXT("Word", "pounds, with a point before the pence")};
    case ColumnType::code:
        return m_tally.n(Way::meaning) + m_tally.n(Way::codeAndMeaning) > 0
                   ? Word{TWELVEFOLD_TEXT("Word", "codes, some with what they mean")}
                   : Word{TWELVEFOLD_TEXT("Word", "codes")};
    case ColumnType::date:
        break;
    }
    const std::int64_t inFigures =
        m_tally.n(Way::dayFirst) + m_tally.n(Way::monthFirst) + m_tally.n(Way::eitherOrder);
    if (inFigures > 0)
        return m_order == DateOrder::monthFirst
                   ? Word{TWELVEFOLD_TEXT("Word", "dates, month first")}
                   : Word{TWELVEFOLD_TEXT("Word", "dates, day first")};
    if (m_tally.n(Way::dayNumber) > 0)
        return {TWELVEFOLD_TEXT("Word", "dates, as a spreadsheet counts days")};
    return {TWELVEFOLD_TEXT("Word", "dates, year first or with the month's name")};
}

std::vector<ColumnReading::Said> ColumnReading::said() const
{
    using enum Problem::Severity;
    std::vector<Said> all;
    // How many, the first of them and what it was read as.
    const auto say = [&](Problem::Severity severity, const MessageKind& kind, Way way,
                         std::optional<Argument> readAs = {}) {
        const Met& met = m_tally.of(way);
        if (met.n == 0)
            return;
        const std::string first = m_private ? "…" : met.first;
        std::vector<Argument> arguments{met.n, first};
        if (readAs)
            arguments.push_back(*std::move(readAs));
        all.push_back({severity, {kind, std::move(arguments)}, m_private ? "" : met.first});
    };
    const auto day = [&](Way way) -> std::optional<Argument> {
        const auto read = date(m_tally.of(way).first);
        return read ? Argument(*read) : Argument(std::string("…"));
    };
    const auto code = [&](Way way) -> std::optional<Argument> {
        if (m_tally.n(way) == 0)
            return std::nullopt;
        return m_codes->read(m_tally.of(way).first).code;
    };
    say(information, kBlankWords, Way::blankWord);
    if (m_order == DateOrder::monthFirst && m_tally.n(Way::monthFirst) > 0) {
        const std::int64_t n = m_tally.n(Way::monthFirst) + m_tally.n(Way::eitherOrder);
        all.push_back({warning,
                       {kMonthFirst, {n, m_tally.of(Way::monthFirst).first}},
                       m_tally.of(Way::monthFirst).first});
    } else if (m_order == DateOrder::monthFirst && m_tally.n(Way::eitherOrder) > 0) {
        say(warning, kMonthFirstSaid, Way::eitherOrder);
    } else {
        say(warning, kBothOrders, Way::monthFirst);
    }
    if (m_turned)
        say(warning, kTurned, Way::isoDate, day(Way::isoDate));
    say(information, kMonthNames, Way::monthInWords, day(Way::monthInWords));
    say(warning, kDayNumbers, Way::dayNumber, day(Way::dayNumber));
    say(warning, kShortYears, Way::shortYear, day(Way::shortYear));
    say(information, kMidnights, Way::midnight);
    say(information, kClocks, Way::clock);
    say(warning, kInvisible, Way::invisible);
    say(warning, kPointNoughts, Way::pointNought);
    if (m_mark == DecimalMark::comma)
        say(warning, m_type == ColumnType::number ? kDecimalCommas : kCommas,
            m_tally.n(Way::commaMark) > 0 ? Way::commaMark : Way::unclearMark);
    say(information, kNoughtDashes, Way::noughtDash);
    say(warning, kMeanings, Way::meaning, code(Way::meaning));
    say(information, kCodesAndMeanings, Way::codeAndMeaning, code(Way::codeAndMeaning));
    if (m_tally.n(Way::currentCode) > 0)
        say(information, kTwoYearsCodes, Way::formerCode);
    say(information, kYesNoWords, Way::yesNoWord);
    return all;
}

} // namespace twelvefold::exchange
