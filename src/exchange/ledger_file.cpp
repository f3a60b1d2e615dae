// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ledger_file.h"

#include "exchange/furniture.h"
#include "exchange/open_file.h"
#include "exchange/recognise.h"
#include "exchange/row_reader.h"

#include <algorithm>
#include <array>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNoLedger{
    "ledger-not-one",
    TWELVEFOLD_TEXT("Message",
                    "“%1” does not look like a ledger: among its first rows none has a heading for "
                    "the month (Month, Period or Date) and one for the amount (Amount, Value, Net, "
                    "Actual, or Debit and Credit).")};
constexpr MessageKind kSeveralLedgers{
    "ledger-several-sheets",
    TWELVEFOLD_TEXT("Message", "Several sheets of the workbook could be the ledger: %1. Say which "
                               "is.")};
constexpr MessageKind kNoSuchSheet{
    "ledger-no-such-sheet",
    TWELVEFOLD_TEXT("Message", "No sheet that is called “%1” looks like a ledger.")};
constexpr MessageKind kWhichDates{
    "ledger-date-order",
    TWELVEFOLD_TEXT("Message", "The dates of “%1”, such as %2, could have the day or the month "
                               "first. Say which.")};
constexpr MessageKind kWhichDecimal{
    "ledger-decimal-mark",
    TWELVEFOLD_TEXT("Message", "The amounts of “%1”, such as %2, could have a point or a comma "
                               "before the pence. Say which.")};
constexpr MessageKind kLedgerColumnTwice{
    "ledger-column-twice",
    TWELVEFOLD_TEXT("Message",
                    "The heading “%1” stands over several columns. Leave in the one that "
                    "is meant.")};
constexpr MessageKind kNoLedgerMonth{
    "ledger-no-month",
    TWELVEFOLD_TEXT("Message", "This is no month that can be read: a day, “Apr 2025”, “2025-04”, "
                               "or a period beside its year, such as 1 beside 2025/26.")};
constexpr MessageKind kNoLedgerAmount{"ledger-no-amount",
                                      TWELVEFOLD_TEXT("Message", "The row has no amount.")};
constexpr MessageKind kBadCells{
    "ledger-cells-unclear",
    TWELVEFOLD_TEXT("Message", "A quotation mark in this row is out of place, so its cells cannot "
                               "be told apart.")};

// The headings that ledgers have for each of these, the surest first.
using LedgerHeadings = std::vector<std::string_view>;
const LedgerHeadings kMonthHeads{"MONTH",         "POSTING_MONTH",     "ACCOUNTING_MONTH",
                                 "PERIOD",        "ACCOUNTING_PERIOD", "FINANCIAL_PERIOD",
                                 "FISCAL_PERIOD", "POSTING_PERIOD",    "PERIOD_NAME",
                                 "POSTING_DATE",  "LEDGER_DATE",       "ACCOUNTING_DATE",
                                 "GL_DATE",       "TRANSACTION_DATE",  "DATE",
                                 "INVOICE_DATE",  "PAYMENT_DATE",      "EFFECTIVE_DATE"};
const LedgerHeadings kYearHeads{"FINANCIAL_YEAR", "FISCAL_YEAR", "FIN_YEAR", "FY", "YEAR"};
const LedgerHeadings kAmountHeads{"AMOUNT",      "NET_AMOUNT",         "NET",
                                  "VALUE",       "NET_VALUE",          "ACTUAL",
                                  "ACTUALS",     "ACTUAL_SPEND",       "SPEND",
                                  "LINE_AMOUNT", "POSTED_AMOUNT",      "AMOUNT_GBP",
                                  "BASE_AMOUNT", "TRANSACTION_AMOUNT", "LEDGER_AMOUNT"};
const LedgerHeadings kDebitHeads{"DEBIT", "DR", "DEBIT_AMOUNT"};
const LedgerHeadings kCreditHeads{"CREDIT", "CR", "CREDIT_AMOUNT"};
const LedgerHeadings kCentreHeads{
    "COST_CENTRE",      "COST_CENTER", "COSTCENTRE",   "COST_CENTRE_CODE",
    "COST_CENTRE_NAME", "COST_CODE",   "BUDGET_CODE",  "BUDGET",
    "CENTRE",           "CC",          "ACCOUNT_CODE", "ACCOUNT"};
const LedgerHeadings kChildHeads{
    "CHILD_ID",         "CHILD",     "CHILD_IDENTIFIER", "CLIENT_ID",
    "CLIENT",           "PERSON_ID", "SERVICE_USER_ID",  "SERVICE_USER",
    "MOSAIC_ID",        "LCS_ID",    "ECLIPSE_ID",       "CHILD_REFERENCE",
    "CLIENT_REFERENCE", "CLIENT_NO", "PERSON_NO",        "CHILD_NO"};
const LedgerHeadings kSupplierHeads{"SUPPLIER", "SUPPLIER_NAME", "VENDOR", "VENDOR_NAME",
                                    "PROVIDER", "PROVIDER_NAME", "PAYEE",  "CREDITOR"};
const LedgerHeadings kReferenceHeads{"REFERENCE",      "REF",
                                     "INVOICE",        "INVOICE_NUMBER",
                                     "INVOICE_NO",     "JOURNAL",
                                     "JOURNAL_NUMBER", "TRANSACTION_NUMBER",
                                     "VOUCHER",        "DOCUMENT_NUMBER",
                                     "DESCRIPTION"};

constexpr std::size_t kDeepestHeadings = 30; // rows among which they are looked for
constexpr int kLedgerYearsToCome = 1;        // that a year of two figures may speak of

using LedgerPlace = std::optional<std::size_t>;

// Where what is compared stands.
struct Where
{
    LedgerPlace month, year, amount, debit, credit, centre, child, supplier, reference;

    explicit Where(const Columns& columns)
    {
        const auto find = [&](const LedgerHeadings& names) {
            for (const std::string_view name : names) {
                if (const auto place = columns.find(name))
                    return LedgerPlace(place);
            }
            return LedgerPlace();
        };
        month = find(kMonthHeads);
        year = find(kYearHeads);
        amount = find(kAmountHeads);
        debit = find(kDebitHeads);
        credit = find(kCreditHeads);
        centre = find(kCentreHeads);
        child = find(kChildHeads);
        supplier = find(kSupplierHeads);
        reference = find(kReferenceHeads);
    }
    bool isLedger() const { return month && (amount || debit); }
};

// A sheet or text with the headings of a ledger.
struct Found
{
    std::string name;
    std::shared_ptr<const RowSource> source;
    std::vector<std::string> headings, above;
    std::int64_t headingRow = 0;
};

std::string asLine(const CsvRow& row)
{
    std::string line;
    for (const std::string& cell : row.cells) {
        if (!trimmed(cell).empty())
            line.append(line.empty() ? "" : " ").append(trimmed(cell));
    }
    return line;
}

std::optional<Found> ledgerIn(const NamedSource& named)
{
    Found found{named.name, named.source, {}, {}, 0};
    named.source->forEach([&](const CsvRow& row) {
        if (row.blank())
            return true;
        if (Where(Columns(row.cells)).isLedger()) {
            found.headings = row.cells;
            found.headingRow = row.row;
            return false;
        }
        found.above.push_back(asLine(row));
        return found.above.size() < kDeepestHeadings;
    });
    return found.headingRow == 0 ? std::nullopt : std::optional(std::move(found));
}

// "ledger.xlsx › Sheet 2": what stands behind.
std::string_view sheetOf(std::string_view name)
{
    constexpr std::string_view between = " › ";
    const auto at = name.rfind(between);
    return at == name.npos ? std::string_view() : name.substr(at + between.size());
}

// All that could be the ledger, or those that are called so.
std::vector<Found> ledgersAmong(const std::vector<NamedSource>& sources, const std::string& sheet)
{
    std::vector<Found> all;
    for (const NamedSource& source : sources) {
        if (auto found = ledgerIn(source);
            found && (sheet.empty() || tidiedHeading(sheetOf(source.name)) == tidiedHeading(sheet)))
            all.push_back(std::move(*found));
    }
    return all;
}

Result<Found> theLedger(const std::filesystem::path& path, const std::string& sheet)
{
    const std::vector<NamedSource> sources = sourcesOf(path);
    std::vector<Found> all = ledgersAmong(sources, sheet);
    if (all.size() == 1)
        return std::move(all.front());
    if (all.size() > 1) {
        std::string names;
        for (const Found& found : all)
            names.append(names.empty() ? "“" : ", “").append(sheetOf(found.name)).append("”");
        return Message{kSeveralLedgers, {names}};
    }
    if (!sheet.empty())
        return Message{kNoSuchSheet, {sheet}};
    const std::shared_ptr<const OpenFile> file = openFile(path).front();
    if (sources.empty() && file->refusal)
        return *file->refusal;
    return Message{kNoLedger, {file->name}};
}

class LedgerReader
{
public:
    LedgerReader(Found found, const LedgerOptions& options)
        : m_found(std::move(found)), m_options(options), m_columns(m_found.headings),
          m_where(m_columns), m_furniture(m_columns, m_found.headings, m_found.above, {}),
          m_dates(ColumnType::date, heading(m_where.month))
    {
        for (const LedgerPlace place : {m_where.amount, m_where.debit, m_where.credit})
            m_amounts.emplace_back(ColumnType::amount, heading(place));
    }

    Result<LedgerFile> read()
    {
        m_file.name = m_found.name;
        m_file.hasCostCentres = m_where.centre.has_value();
        m_file.hasChildren = m_where.child.has_value();
        if (auto twice = columnTwice())
            return std::move(*twice);
        if (auto fault = lookThroughRows())
            return std::move(*fault);
        if (auto question = decide())
            return std::move(*question);
        eachRow([&](const CsvRow& row) { type(row); });
        tellColumns();
        return std::move(m_file);
    }

private:
    std::string heading(LedgerPlace place) const
    {
        return place && *place < m_found.headings.size()
                   ? std::string(trimmed(m_found.headings[*place]))
                   : std::string();
    }
    static std::string_view cellAt(const CsvRow& row, LedgerPlace place)
    {
        return place && *place < row.cells.size() ? trimmed(row.cells[*place]) : std::string_view();
    }
    std::array<LedgerPlace, 3> amountPlaces() const
    {
        return {m_where.amount, m_where.amount ? LedgerPlace() : m_where.debit,
                m_where.amount ? LedgerPlace() : m_where.credit};
    }

    std::optional<Message> columnTwice() const
    {
        for (const LedgerPlace place : {m_where.month, m_where.year, m_where.amount, m_where.debit,
                                        m_where.credit, m_where.centre, m_where.child}) {
            const std::string name = tidiedHeading(heading(place));
            if (place && std::ranges::count(m_found.headings, name, tidiedHeading) > 1)
                return Message{kLedgerColumnTwice, {heading(place)}};
        }
        return std::nullopt;
    }

    // "Total", "CS410 Sub-total": where a child would stand, or where none does.
    static bool saysTotal(std::string_view cell)
    {
        std::string words = " ";
        for (const char letter : upperCase(cell))
            words += letter >= 'A' && letter <= 'Z' ? letter : ' ';
        words += ' ';
        return words.find(" TOTAL ") != std::string::npos ||
               words.find(" TOTALS ") != std::string::npos ||
               words.find(" SUBTOTAL ") != std::string::npos;
    }
    bool isTotal(const CsvRow& row) const
    {
        const std::string_view child = cellAt(row, m_where.child);
        if (cellAt(row, m_where.month).empty() && std::ranges::any_of(row.cells, saysTotal))
            return true;
        return saysTotal(child) || (child.empty() && (saysTotal(cellAt(row, m_where.month)) ||
                                                      saysTotal(cellAt(row, m_where.centre))));
    }

    RowSource::Gone eachRow(const std::function<void(const CsvRow&)>& look) const
    {
        return m_found.source->forEach([&](const CsvRow& row) {
            if (row.row > m_found.headingRow && !row.blank())
                look(row);
            return true;
        });
    }
    bool isOfTheTable(const CsvRow& row) const
    {
        return m_furniture.what(row) == Furniture::What::nothing && !isTotal(row);
    }

    std::optional<Message> lookThroughRows()
    {
        return eachRow([&](const CsvRow& row) {
                   if (row.badQuotes || !isOfTheTable(row))
                       return;
                   const std::string_view month = cellAt(row, m_where.month);
                   if (!month.empty() && !ledgerMonth(month, cellAt(row, m_where.year)))
                       m_dates.look(month);
                   const auto places = amountPlaces();
                   for (std::size_t i = 0; i < places.size(); ++i)
                       m_amounts[i].look(cellAt(row, places[i]));
               })
            .fault;
    }

    // How its dates and amounts are written, or what nobody can say but a person.
    std::optional<Message> decide()
    {
        const ColumnTally& dates = m_dates.tally();
        const bool isUnclear = dates.n(Way::eitherOrder) > 0 &&
                               (dates.n(Way::dayFirst) > 0) == (dates.n(Way::monthFirst) > 0);
        if (isUnclear && !m_options.answers.dates)
            return Message{kWhichDates,
                           {heading(m_where.month), shown(dates.of(Way::eitherOrder).first)}};
        const DateOrder seen =
            dates.n(Way::monthFirst) > 0 ? DateOrder::monthFirst : DateOrder::dayFirst;
        m_dates.decide(m_options.answers.dates.value_or(seen), today().year() + kLedgerYearsToCome);
        const auto places = amountPlaces();
        for (std::size_t i = 0; i < m_amounts.size(); ++i) {
            const ColumnTally& tally = m_amounts[i].tally();
            const bool byComma = tally.n(Way::commaMark) > 0 && tally.n(Way::pointMark) == 0;
            if (tally.n(Way::unclearMark) > 0 && !m_options.answers.decimal)
                return Message{kWhichDecimal,
                               {heading(places[i]), shown(tally.of(Way::unclearMark).first)}};
            m_amounts[i].decide(m_options.answers.decimal.value_or(byComma ? DecimalMark::comma
                                                                           : DecimalMark::point),
                                m_options.answers.decimal.has_value());
        }
        return std::nullopt;
    }

    void reject(const CsvRow& row, LedgerPlace column, Message why)
    {
        Problem problem;
        problem.severity = Problem::Severity::rejection;
        problem.action = Problem::Action::rowRejected;
        problem.message = std::move(why);
        problem.file = m_file.name;
        problem.row = row.row;
        problem.column = heading(column);
        problem.value = column ? shown(cellAt(row, column)) : std::string();
        m_file.problems.push_back(std::move(problem));
        ++m_file.rejected;
    }

    std::optional<Date> monthOf(const CsvRow& row) const
    {
        const std::string_view cell = cellAt(row, m_where.month);
        if (const auto month = ledgerMonth(cell, cellAt(row, m_where.year)))
            return month;
        const auto day = m_dates.date(cell);
        return day ? Date::from(day->year(), day->month(), 1) : std::nullopt;
    }

    void type(const CsvRow& row)
    {
        ++m_file.rows;
        if (row.badQuotes)
            return reject(row, {}, {kBadCells, {}});
        if (!isOfTheTable(row)) {
            ++m_file.passedOver;
            return;
        }
        const auto month = monthOf(row);
        if (!month)
            return reject(row, m_where.month, {kNoLedgerMonth, {}});
        LedgerRow typed;
        typed.row = row.row;
        typed.month = *month;
        bool hasAmount = false;
        const auto places = amountPlaces();
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::string_view cell = cellAt(row, places[i]);
            if (cell.empty())
                continue;
            const auto amount = m_amounts[i].amount(cell);
            if (!amount) {
                Message why = amount.failure();
                if (why.arguments.size() == 1) // the cell, of whatever length
                    why.arguments.front() = shown(cell);
                return reject(row, places[i], std::move(why));
            }
            hasAmount = true;
            // What stands among the credits comes back, with a sign or without.
            const bool comesBack = i == 2 && *amount > Money();
            typed.amount += comesBack ? -*amount : *amount;
        }
        if (!hasAmount)
            return reject(row, m_where.amount ? m_where.amount : m_where.debit,
                          {kNoLedgerAmount, {}});
        typed.costCentre = cellAt(row, m_where.centre);
        typed.localId = m_childIds.plain(cellAt(row, m_where.child), m_room);
        typed.supplier = cellAt(row, m_where.supplier);
        typed.reference = cellAt(row, m_where.reference);
        m_file.typed.push_back(std::move(typed));
    }

    void tellColumns()
    {
        const auto tell = [&](LedgerPlace place, Word readAs) {
            if (place)
                m_file.columns.push_back({heading(place), readAs, m_file.rows, ""});
        };
        tell(m_where.month, {TWELVEFOLD_TEXT("Word", "month")});
        tell(m_where.amount, {TWELVEFOLD_TEXT("Word", "amount")});
        if (!m_where.amount) {
            tell(m_where.debit, {TWELVEFOLD_TEXT("Word", "debit")});
            tell(m_where.credit, {TWELVEFOLD_TEXT("Word", "credit")});
        }
        tell(m_where.centre, {TWELVEFOLD_TEXT("Word", "cost centre")});
        tell(m_where.child, {TWELVEFOLD_TEXT("Word", "child")});
    }

    Found m_found;
    const LedgerOptions& m_options;
    Columns m_columns;
    Where m_where;
    Furniture m_furniture;
    ColumnReading m_dates;
    std::vector<ColumnReading> m_amounts; // amount, debit, credit
    ColumnReading m_childIds{ColumnType::childId, "CHILD_ID"};
    std::string m_room;
    LedgerFile m_file;
};

} // namespace

std::vector<std::string> ledgerSheets(const std::filesystem::path& path)
{
    std::vector<std::string> sheets;
    for (const Found& found : ledgersAmong(sourcesOf(path), {}))
        sheets.emplace_back(sheetOf(found.name));
    return sheets;
}

Result<LedgerFile> readLedger(const std::filesystem::path& path, const LedgerOptions& options)
{
    auto found = theLedger(path, options.sheet);
    if (!found)
        return found.failure();
    return LedgerReader(std::move(*found), options).read();
}

} // namespace twelvefold::exchange
