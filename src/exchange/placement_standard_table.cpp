// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/placement_standard.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNoDays{
    "request-no-days",
    TWELVEFOLD_TEXT("Message", "The row says neither when a placement was asked for "
                               "(Date_entry_referral) nor when it was agreed to start "
                               "(date_entry_placement), so it cannot be told from others of the "
                               "child.")};
constexpr MessageKind kRepeatedRequest{
    "request-repeated",
    TWELVEFOLD_TEXT("Message", "The row says the same as row %1: it was counted once.")};
constexpr MessageKind kSameRequest{
    "request-same-start",
    TWELVEFOLD_TEXT("Message", "Row %1 is of the same child and the same agreed start, or request, "
                               "and says something else: that one was taken. Which is right?")};
constexpr MessageKind kNegativeCost{
    "request-cost-negative",
    TWELVEFOLD_TEXT("Message", "%1 is below nought, and this is what is paid: a credit belongs in "
                               "the file of cost lines.")};

constexpr std::string_view kChildColumn = "CHILD_ID";
// What stands below child_ID where the choices of the form are listed.
constexpr std::string_view kChoicesBegin = "FREE TEXT";

ColumnType typeOf(RequestFieldKind kind)
{
    switch (kind) {
    case RequestFieldKind::choice:
    case RequestFieldKind::choices:
    case RequestFieldKind::count:
        return ColumnType::choice;
    case RequestFieldKind::urn:
        return ColumnType::urn;
    case RequestFieldKind::amount:
        return ColumnType::amount;
    case RequestFieldKind::date:
        return ColumnType::date;
    case RequestFieldKind::text:
    case RequestFieldKind::outcode:
        break;
    }
    return ColumnType::text;
}

// Without which a table is not that of the standard.
bool isEssential(std::string_view field)
{
    return field == request_field::neededBy || field == request_field::urn ||
           field == request_field::type || field == request_field::placedOn;
}

// The form's questions stand below its headings: there no child could be called so.
bool isQuestion(std::string_view child)
{
    return tidiedHeading(child).starts_with("CHILD_ID_") && child.size() > kChildColumn.size() + 4;
}

Furniture::OwnRows ownRowsOf(const Columns& columns)
{
    const auto child = columns.find(kChildColumn);
    const auto urn = columns.find(tidiedHeadingOf(*findRequestField(request_field::urn)));
    return [child, urn](const CsvRow& row) {
        const auto cell = [&row](std::optional<std::size_t> place) {
            return place && *place < row.cells.size() ? trimmed(row.cells[*place])
                                                      : std::string_view();
        };
        const std::string_view who = cell(child);
        if (upperCase(who) == kChoicesBegin)
            return Furniture::What::choices;
        if (isQuestion(who) ||
            (upperCase(who) == kExampleChild && upperCase(cell(urn)) == kExampleUrn))
            return Furniture::What::ofTheForm;
        return Furniture::What::nothing;
    };
}

// What the row says of a field, as it is kept; empty where it says nothing.
std::string answerIn(RowReader& row, const RequestField& field, std::string_view column)
{
    const std::string_view written = row.text(column);
    if (written.empty())
        return {};
    if (field.kind == RequestFieldKind::date) {
        const auto day = row.date(column);
        return day ? day->iso() : std::string();
    }
    if (field.kind != RequestFieldKind::amount)
        return understood(field, written).answer;
    const auto amount = row.amount(column);
    if (amount && *amount < Money())
        row.reject(column, kNegativeCost, {argument(*amount)});
    return amount ? amount->plain() : std::string();
}

RequestRow readRequest(RowReader& row, const Columns& columns)
{
    RequestRow typed;
    typed.row = row.row();
    typed.localId = row.childId(kChildColumn);
    for (const RequestField& field : requestFields()) {
        const std::string_view column = columnOf(field, columns);
        if (!column.empty())
            typed.request.say(field.code, answerIn(row, field, column));
    }
    if (!row.rejected() && !typed.request.referredOn && !typed.request.placedOn)
        row.reject({}, kNoDays);
    return typed;
}

// The requests of each child that were taken, to find those that are told twice.
class RequestsMet
{
public:
    explicit RequestsMet(const ReadFile& file) : m_file(file) {}
    const RequestRow* sameAs(const RequestRow& row) const
    {
        const auto own = m_byChild.find(row.localId);
        if (own == m_byChild.end())
            return nullptr;
        for (const std::size_t place : own->second) {
            if (isSameRequest(m_file.requests[place].request, row.request))
                return &m_file.requests[place];
        }
        return nullptr;
    }
    void taken(const std::string& localId)
    {
        m_byChild[localId].push_back(m_file.requests.size() - 1);
    }

private:
    const ReadFile& m_file;
    std::map<std::string, std::vector<std::size_t>> m_byChild;
};

void readPlacementStandard(const Rows& rows, const Columns& columns, const Context& context,
                           ReadFile& file)
{
    checkForm(columns, rows.reading().councilHeading(), file);
    RequestsMet met(file);
    readRows(rows, columns, file, [&](RowReader& row) {
        RequestRow typed = readRequest(row, columns);
        findChild(row, kChildColumn, typed.localId, std::nullopt, context, file);
        if (row.rejected())
            return;
        if (const RequestRow* same = met.sameAs(typed)) {
            const bool repeats = same->request == typed.request;
            row.reject({}, repeats ? kRepeatedRequest : kSameRequest, {same->row});
            return;
        }
        checkRequest(row, typed, columns);
        file.requests.push_back(std::move(typed));
        met.taken(file.requests.back().localId);
    });
}

} // namespace

TableEntry placementStandardTable()
{
    TableEntry table{.kind = FileKind::placementStandard,
                     .title = word(FileKind::placementStandard),
                     .essential = {{kChildColumn, ColumnType::childId}},
                     .further = {},
                     .read = readPlacementStandard,
                     .ownRows = ownRowsOf,
                     .dayFirstByRule = false};
    for (const RequestField& field : requestFields()) {
        const ColumnEntry column{tidiedHeadingOf(field), typeOf(field.kind)};
        const std::string_view earlier = earlierHeadingOf(field);
        if (!earlier.empty())
            table.welcome.push_back({earlier, column.type});
        if (isEssential(field.code))
            table.essential.push_back(column);
        else if (field.inSomeEditions || !earlier.empty())
            table.welcome.push_back(column);
        else
            table.further.push_back(column);
    }
    return table;
}

} // namespace twelvefold::exchange
