// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tables.h"
#include "files/names.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kBlank{"cost-cell-blank", TWELVEFOLD_TEXT("Message", "%1 is blank.")};
constexpr MessageKind kNotAWord{"cost-word-unknown",
                                TWELVEFOLD_TEXT("Message", "“%1” is not one of: %2.")};
constexpr MessageKind kSettingLeftOut{
    "cost-setting-unknown",
    TWELVEFOLD_TEXT("Message", "“%1” is not one of: %2. The setting was left out.")};
constexpr MessageKind kNotSpread{
    "cost-once-without-end",
    TWELVEFOLD_TEXT("Message",
                    "A single payment without an end has no weekly figure: give it an end to "
                    "spread it over the time it is for.")};
constexpr MessageKind kRepeatedCost{
    "cost-repeated",
    TWELVEFOLD_TEXT("Message",
                    "The row repeats row %1 in every cell. If both are meant, tell them apart "
                    "in the note.")};
constexpr MessageKind kVeryHigh{
    "cost-very-high",
    TWELVEFOLD_TEXT("Message", "%1 a week is above £100,000: check the amount and its period.")};
constexpr MessageKind kCreditsTaken{
    "cost-credits",
    TWELVEFOLD_TEXT("Message", "%1 lines are credits, together %2 a week: they are taken off the "
                               "costs of their children while they run."),
    TWELVEFOLD_TEXT("Message",
                    "One line is a credit of %2 a week: it is taken off the costs of its "
                    "child while it runs.")};
constexpr MessageKind kCreditsUndated{
    "cost-credits-without-dates",
    TWELVEFOLD_TEXT("Message", "%1 credits, together %2, have no dates to take them off over: they "
                               "are kept and not counted, so what is paid may be less."),
    TWELVEFOLD_TEXT("Message",
                    "A credit of %2 has no dates to take it off over: it is kept and not "
                    "counted, so what is paid may be less.")};
constexpr MessageKind kFinanceUrnShape{
    "urn-shape", TWELVEFOLD_TEXT("Message", "“%1” does not have the shape of a URN.")};

constexpr Money kHighestWeekly = Money::pounds(100'000);

template<class Enum>
std::string allTokens()
{
    std::string tokens;
    for (const Named<Enum>& named : allOf<Enum>())
        tokens += (tokens.empty() ? "" : ", ") + std::string(named.token);
    return tokens;
}

// "Social care" and "social-care" are the token social_care.
std::string asToken(std::string_view text)
{
    std::string token = files::lowerCase(std::string(text));
    std::ranges::replace_if(
        token, [](char c) { return c == ' ' || c == '-'; }, '_');
    return token;
}

template<class Enum>
std::optional<Enum> wordFrom(RowReader& row, std::string_view column)
{
    const std::string_view text = row.text(column);
    const auto found = fromToken<Enum>(asToken(text));
    if (text.empty())
        row.reject(column, kBlank, {files::lowerCase(std::string(column))});
    else if (!found)
        row.reject(column, kNotAWord, {shown(text), allTokens<Enum>()});
    return found;
}

std::optional<Setting> settingFrom(RowReader& row)
{
    const std::string_view text = row.text("SETTING");
    const auto setting = fromToken<Setting>(asToken(text));
    if (!text.empty() && !setting)
        row.leaveOut("SETTING", kSettingLeftOut, {shown(text), allTokens<Setting>()});
    return setting;
}

void readPeriod(RowReader& row, Period& period)
{
    const auto start = row.date("START");
    if (row.text("START").empty())
        row.reject("START", kBlank, {std::string("start")});
    if (start)
        period.start = *start;
    period.end = row.date("END");
}

CostLine readLine(RowReader& row)
{
    CostLine line;
    line.component = wordFrom<CostComponent>(row, "COMPONENT").value_or(line.component);
    if (const auto amount = row.amount("AMOUNT")) {
        line.credit = *amount < Money();
        line.amount = line.credit ? -*amount : *amount;
    }
    line.per = wordFrom<CostPer>(row, "PERIOD").value_or(line.per);
    readPeriod(row, line.period);
    if (!row.text("FUNDER").empty())
        line.funder = wordFrom<Funder>(row, "FUNDER").value_or(line.funder);
    line.note = row.text("NOTE");
    if (!row.rejected()) {
        if (auto fault = faultIn(line))
            row.reject("END", *std::move(fault));
    }
    return line;
}

void checkLine(RowReader& row, const FinanceRow& typed)
{
    const auto weekly = inWeeklyTerms(typed.line);
    if (!weekly && !typed.line.credit) // of credits one sentence says how many there are
        row.warn("PERIOD", kNotSpread);
    if (weekly && *weekly > kHighestWeekly)
        row.warn("AMOUNT", kVeryHigh, {argument(*weekly)});
    if (!typed.urn.empty() && !isUrn(typed.urn))
        row.inform("URN", kFinanceUrnShape, {shown(typed.urn)});
}

// How much of what was read takes off what is paid.
class Credits
{
public:
    void note(const CostLine& line)
    {
        if (!line.credit)
            return;
        const auto weekly = inWeeklyTerms(line);
        ++(weekly ? m_dated : m_undated);
        m_weekly += weekly ? -*weekly : Money();
        m_without += weekly ? Money() : line.amount;
    }
    void tell(ReadFile& file) const
    {
        say(file, Problem::Severity::information, kCreditsTaken, m_dated, m_weekly);
        say(file, Problem::Severity::warning, kCreditsUndated, m_undated, m_without);
    }

private:
    static void say(ReadFile& file, Problem::Severity severity, const MessageKind& kind,
                    std::int64_t n, Money sum)
    {
        if (n == 0)
            return;
        Problem problem;
        problem.severity = severity;
        problem.message = {kind, {n, argument(sum)}};
        problem.file = file.name;
        file.problems.push_back(std::move(problem));
    }

    std::int64_t m_dated = 0, m_undated = 0;
    Money m_weekly, m_without;
};

// Every cell of the plain format, so that only a row that says the same in all of them is a repeat.
std::string everyCell(const RowReader& row)
{
    std::string all;
    for (const std::string_view column : {"CHILD_ID", "COMPONENT", "AMOUNT", "PERIOD", "START",
                                          "END", "FUNDER", "PROVIDER", "URN", "SETTING", "NOTE"}) {
        all += row.text(column);
        all += '\x1F';
    }
    return all;
}

} // namespace

void readFinance(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file)
{
    FirstSeen lines;
    Credits credits;
    readRows(rows, columns, file, [&](RowReader& row) {
        FinanceRow typed;
        typed.row = row.row();
        typed.localId = row.childId("CHILD_ID");
        typed.line = readLine(row);
        findChild(row, "CHILD_ID", typed.localId, std::nullopt, context, file,
                  inWeeklyTerms(typed.line).value_or(Money()));
        if (row.rejected())
            return;
        if (const auto before = lines.before(everyCell(row), row.row())) {
            row.reject({}, kRepeatedCost, {*before});
            return;
        }
        typed.providerName = row.text("PROVIDER");
        typed.urn = row.code("URN");
        typed.setting = settingFrom(row);
        checkLine(row, typed);
        credits.note(typed.line);
        file.finance.push_back(std::move(typed));
    });
    credits.tell(file);
}

} // namespace twelvefold::exchange
