// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/message.h"
#include "exchange/amount_cell.h"
#include "exchange/code_book.h"
#include "exchange/csv_table.h"
#include "exchange/date_cell.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How the cells of a column are written, decided once for all of them before any is typed. One cell
// alone cannot say whether 5/12/2022 is a day in May or in December; its column can.
namespace twelvefold::exchange {

using namespace twelvefold::domain;

enum class ColumnType
{
    text,
    childId,
    urn,
    date,
    amount,
    number,
    yesNo,
    code,
    choice // one of the words of a form, such as NA
};

// The ways of writing that are counted while a column is gone over.
enum class Way
{
    blankWord, // NULL, N/A, a dash
    formula,   // ="00070011"
    isoDate,
    isoLateDay, // of these, after the twelfth
    dayFirst,   // as it cannot be month first
    monthFirst,
    eitherOrder,
    monthInWords,
    dayNumber,
    shortYear,
    midnight,
    clock,
    pointNought, // 70011.0
    invisible,   // with characters that nobody sees
    pointMark,
    commaMark,
    thousands,
    unclearMark,
    noughtDash,
    meaning,
    codeAndMeaning,
    formerCode, // 1 and 2 for a sex
    currentCode,
    yesNoWord,
    count
};

struct Met
{
    std::int64_t n = 0;
    std::string first; // as written
};

// What a column's cells were seen to be.
struct ColumnTally
{
    std::int64_t cells = 0; // that are not blank
    std::string sample;
    std::array<Met, static_cast<std::size_t>(Way::count)> ways;

    const Met& of(Way way) const { return ways[static_cast<std::size_t>(way)]; }
    std::int64_t n(Way way) const { return of(way).n; }
};

// What only a person can say, and what they said. The tokens are those of the command line.
enum class QuestionKind
{
    dateOrder,
    decimalMark,
    council,
    turnedDays, // whether a spreadsheet took day and month of some for each other
    upTo,       // which day amounts of the year to date reach
    listDay     // of which day a list says what was so
};
// Those of tables that a profile reads, which remembers what was answered.
inline constexpr std::array kQuestionsOfTables{QuestionKind::dateOrder, QuestionKind::decimalMark,
                                               QuestionKind::council, QuestionKind::turnedDays,
                                               QuestionKind::upTo};
struct Answers
{
    std::optional<DateOrder> dates;
    std::optional<DecimalMark> decimal;
    std::optional<std::string> council;
    std::optional<bool> turned;
    std::optional<Date> upTo;
    std::optional<Date> listDay;
    bool operator==(const Answers&) const = default;

    // “dmy” or “mdy”, “point” or “comma”, a council's name, “yes” or “no”, “2026-03-31”; an empty
    // one takes back.
    void give(QuestionKind kind, std::string_view token);
    std::string given(QuestionKind kind) const; // the token; empty: nothing
};
const char* token(QuestionKind kind); // “dates”, “decimal”, “council”, “turned-dates”, “up-to”,
                                      // “list-day”

class ColumnReading
{
public:
    ColumnReading(ColumnType type, std::string_view name);

    // Pass one: counts how a cell is written.
    void look(std::string_view cell);
    const ColumnTally& tally() const { return m_tally; }
    ColumnType type() const { return m_type; }

    // What was decided of the column.
    void decide(DateOrder order, int lastShortYear);
    void decide(DecimalMark mark, bool isSaid);
    // Dates with the year first were day and month the other way round before a spreadsheet took
    // them for its own.
    void decideTurned(bool turned) { m_turned = turned; }
    // Every date with the year first is of the first twelve days, and every other could not have
    // been taken for one that way: so a spreadsheet of the other order leaves a column behind.
    bool looksTurned() const;

    // Pass two. A cell in plain text: blank for a word that means so, an identifier without “.0”, a
    // code for what it means, 1 or 0 for yes or no. Where there is nothing to change it is the cell
    // itself, else `room` holds it.
    std::string_view plain(std::string_view cell, std::string& room) const;
    std::optional<Date> date(std::string_view cell) const;
    Result<Money> amount(std::string_view cell) const;

    // How it was read, in a few words; and what is worth saying of it, once.
    Word readAs() const;
    struct Said
    {
        Problem::Severity severity;
        Message message;
        std::string sample;
    };
    std::vector<Said> said() const;
    bool isPrivate() const { return m_private; }

private:
    void meet(Way way, std::string_view cell);
    void lookAtDate(std::string_view cell);
    void lookAtAmount(std::string_view cell);
    void lookAtCode(std::string_view cell);
    bool isBlankWord(std::string_view cell) const;
    bool isPlainText() const;
    std::string_view withoutFormula(std::string_view cell) const;
    const CodeBook::Read& readCode(std::string_view cell) const;

    ColumnType m_type;
    const CodeBook* m_codes = nullptr;
    bool m_private = false;
    ColumnTally m_tally;
    DateOrder m_order = DateOrder::dayFirst;
    int m_lastShortYear = 0;
    DecimalMark m_mark = DecimalMark::point;
    bool m_markIsSaid = false;
    bool m_turned = false;
    mutable std::map<std::string, CodeBook::Read, std::less<>> m_codesMet; // the same few, again
};

// What a problem may not repeat, since lists of problems are looked at and passed on freely.
bool isPrivateColumn(std::string_view name);

} // namespace twelvefold::exchange
