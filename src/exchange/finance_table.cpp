// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/finance_rows.h"
#include "exchange/profile_words.h"
#include "files/names.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

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

void readPeriod(RowReader& row, Period& period)
{
    const auto start = row.date("START");
    if (row.text("START").empty())
        row.reject("START", kCostCellBlank, {std::string("start")});
    if (start)
        period.start = *start;
    period.end = row.date("END");
}

CostLine readLine(RowReader& row)
{
    CostLine line;
    line.component =
        oneOf<CostComponent>(row, "COMPONENT", row.text("COMPONENT")).value_or(line.component);
    if (const auto amount = row.amount("AMOUNT")) {
        line.credit = *amount < Money();
        line.amount = line.credit ? -*amount : *amount;
    }
    line.per = oneOf<CostPer>(row, "PERIOD", row.text("PERIOD")).value_or(line.per);
    readPeriod(row, line.period);
    if (!row.text("FUNDER").empty())
        line.funder = oneOf<Funder>(row, "FUNDER", row.text("FUNDER")).value_or(line.funder);
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
}

// All that a line says, so that only one that says the same in all of it is a repeat.
std::string everything(const FinanceRow& row)
{
    const CostLine& line = row.line;
    const auto day = [](const std::optional<Date>& date) {
        return date ? date->iso() : std::string();
    };
    std::string all;
    for (const std::string& part :
         {row.localId, std::string(token(line.component)), line.signedAmount().plain(),
          std::string(token(line.per)), line.period.start.iso(), day(line.period.end),
          std::string(token(line.funder)), row.providerName, row.urn,
          std::string(line.settingTold ? token(*line.settingTold) : ""), line.note}) {
        all += part;
        all += '\x1F';
    }
    return all;
}

} // namespace

void sayOfFile(ReadFile& file, Problem::Severity severity, Message message)
{
    Problem problem;
    problem.severity = severity;
    problem.message = std::move(message);
    problem.file = file.name;
    file.problems.push_back(std::move(problem));
}

template<class Enum>
std::optional<Enum> oneOf(RowReader& row, std::string_view column, std::string_view word)
{
    const auto found = fromToken<Enum>(asToken(word));
    if (word.empty())
        row.reject(column, kCostCellBlank, {files::lowerCase(std::string(column))});
    else if (!found)
        row.reject(column, kNotAWord, {shown(word), allTokens<Enum>()});
    return found;
}
template std::optional<CostComponent> oneOf(RowReader&, std::string_view, std::string_view);
template std::optional<CostPer> oneOf(RowReader&, std::string_view, std::string_view);
template std::optional<Funder> oneOf(RowReader&, std::string_view, std::string_view);

std::optional<Setting> settingFrom(RowReader& row, std::string_view word)
{
    const auto setting = fromToken<Setting>(asToken(word));
    if (!word.empty() && !setting)
        row.leaveOut("SETTING", kSettingLeftOut, {shown(word), allTokens<Setting>()});
    return setting;
}

std::optional<std::int64_t> CostsTaken::before(const FinanceRow& line)
{
    const auto [entry, isNew] = m_rows.emplace(everything(line), line.row);
    return isNew || entry->second == line.row ? std::nullopt : std::optional(entry->second);
}

void CostsTaken::take(RowReader& row, std::vector<FinanceRow> lines)
{
    for (const FinanceRow& line : lines) {
        if (line.onlyIfThere)
            continue;
        if (const auto earlier = before(line)) {
            row.reject({}, kRepeatedCost, {*earlier});
            return;
        }
    }
    if (!lines.empty() && !lines.front().urn.empty() && !isUrn(lines.front().urn))
        row.inform("URN", kFinanceUrnShape, {shown(lines.front().urn)});
    for (FinanceRow& line : lines) {
        checkLine(row, line);
        if (line.line.credit) {
            const auto weekly = inWeeklyTerms(line.line);
            ++(weekly ? m_dated : m_undated);
            m_weekly += weekly ? -*weekly : Money();
            m_without += weekly ? Money() : line.line.amount;
        }
        m_file.finance.push_back(std::move(line));
    }
}

void CostsTaken::tell()
{
    if (m_dated > 0)
        sayOfFile(m_file, Problem::Severity::information,
                  {kCreditsTaken, {m_dated, argument(m_weekly)}});
    if (m_undated > 0)
        sayOfFile(m_file, Problem::Severity::warning,
                  {kCreditsUndated, {m_undated, argument(m_without)}});
}

void readFinance(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file)
{
    CostsTaken costs(file);
    readRows(rows, columns, file, [&](RowReader& row) {
        FinanceRow typed;
        typed.row = row.row();
        typed.localId = row.childId("CHILD_ID");
        typed.line = readLine(row);
        findChild(row, "CHILD_ID", typed.localId, std::nullopt, context, file,
                  inWeeklyTerms(typed.line).value_or(Money()));
        if (row.rejected())
            return;
        typed.providerName = row.text("PROVIDER");
        typed.urn = row.code("URN");
        typed.line.settingTold = settingFrom(row, row.text("SETTING"));
        costs.take(row, {std::move(typed)});
    });
    costs.tell();
}

} // namespace twelvefold::exchange
