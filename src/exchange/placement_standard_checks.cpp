// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/placement_standard.h"

#include <algorithm>

// What the form's own list of checks asks, and what its fields say of each other. Each is a
// warning: the row is taken.
namespace twelvefold::exchange {
namespace {

constexpr MessageKind kExtraColumns{
    "request-columns-extra",
    TWELVEFOLD_TEXT("Message", "The standard has no columns called %1: they were left aside.")};
constexpr MessageKind kColumnOrder{
    "request-columns-order",
    TWELVEFOLD_TEXT("Message", "The columns stand in another order than the form's, from %1 on. "
                               "They were read by their names; whoever collects the form may "
                               "not.")};
constexpr MessageKind kNoCostColumns{
    "request-columns-no-costs",
    TWELVEFOLD_TEXT("Message", "The table has no column of costs, neither the parts nor a total.")};
constexpr MessageKind kUnknownChoice{
    "request-choice-unknown",
    TWELVEFOLD_TEXT("Message", "“%1” is not one of the choices, %2: it was kept as it is.")};
constexpr MessageKind kNotACount{
    "request-not-a-count",
    TWELVEFOLD_TEXT("Message", "“%1” is neither a number of children nor NA: it was kept as it "
                               "is.")};
constexpr MessageKind kIncomplete{
    "request-incomplete",
    TWELVEFOLD_TEXT("Message", "%1 of the fields that a complete record has are blank: %2."),
    TWELVEFOLD_TEXT("Message", "One of the fields that a complete record has is blank: %2.")};
constexpr MessageKind kRisksBlank{
    "request-risks-blank",
    TWELVEFOLD_TEXT("Message", "%1 risks are blank, %2: the standard wants “No known risk” where "
                               "there is none."),
    TWELVEFOLD_TEXT("Message",
                    "A risk is blank, %2: the standard wants “No known risk” where there "
                    "is none.")};
constexpr MessageKind kLinkedBlank{"request-linked-blank",
                                   TWELVEFOLD_TEXT("Message", "%1 says “%2”, and %3 is blank.")};
constexpr MessageKind kNonePreferred{
    "request-preferred-none",
    TWELVEFOLD_TEXT("Message", "No kind of placement is said to be preferred.")};
constexpr MessageKind kSeveralPreferred{
    "request-preferred-several",
    TWELVEFOLD_TEXT("Message", "%1 kinds of placement are said to be preferred: one is wanted, "
                               "what the child would have.")};
constexpr MessageKind kCostRange{
    "request-cost-range",
    TWELVEFOLD_TEXT("Message", "%1 a week is outside £100 to £100,000: check it.")};
constexpr MessageKind kDoNotAddUp{
    "request-parts-do-not-add-up",
    TWELVEFOLD_TEXT("Message", "The parts come to %1 a week and the total says %2: the parts were "
                               "taken.")};
constexpr MessageKind kUnsplit{
    "request-cost-unsplit",
    TWELVEFOLD_TEXT("Message", "The total of %1 a week is not split into parts: it was taken as "
                               "core, and that nobody split it was kept.")};
constexpr MessageKind kNoCost{"request-cost-missing",
                              TWELVEFOLD_TEXT("Message", "The row says of no cost.")};
constexpr MessageKind kNoAgreedStart{
    "request-no-start",
    TWELVEFOLD_TEXT("Message", "No agreed start is given (date_entry_placement), so what was "
                               "agreed, %1 a week, is kept with the request and does not count "
                               "as paid.")};
constexpr MessageKind kDaysOrder{
    "request-days-order",
    TWELVEFOLD_TEXT("Message", "The placement was to start on %1 and was asked for on %2, which is "
                               "later.")};
constexpr MessageKind kNoUrn{
    "request-urn-missing",
    TWELVEFOLD_TEXT("Message", "The provider's URN is blank. Of a home that is not registered the "
                               "standard wants “Unregistered”.")};
constexpr MessageKind kRequestUrnShape{
    "request-urn-shape",
    TWELVEFOLD_TEXT("Message", "“%1” does not have the shape of a URN: it was kept as it is, and "
                               "no provider was made of it.")};
constexpr MessageKind kUnregistered{
    "request-unregistered",
    TWELVEFOLD_TEXT("Message", "The home is not registered. That is not a missing URN.")};
constexpr MessageKind kLocation{
    "request-location-shape",
    TWELVEFOLD_TEXT("Message", "The location is not the first part of a postcode, such as TA3 or "
                               "BS10: it was kept as it is.")};
constexpr MessageKind kLocationShortened{
    "request-location-shortened",
    TWELVEFOLD_TEXT("Message", "The location is more than the first part of a postcode: only the "
                               "first part was kept.")};

constexpr Money kLeastWeekly = Money::pounds(100), kMostWeekly = Money::pounds(100'000);

// The checks of one row.
class RequestChecks
{
public:
    RequestChecks(RowReader& row, const RequestRow& typed, const Columns& columns)
        : m_row(row), m_request(typed.request), m_columns(columns)
    {
    }

    void all()
    {
        for (const RequestField& field : requestFields())
            checkAnswer(field);
        checkBlanks();
        checkLinked();
        checkPreferred();
        checkUrn();
        checkCosts();
        if (m_request.placedOn && m_request.referredOn &&
            *m_request.placedOn < *m_request.referredOn)
            m_row.warn(columnCalled(request_field::placedOn), kDaysOrder,
                       {*m_request.placedOn, *m_request.referredOn});
    }

private:
    std::string_view columnCalled(std::string_view field) const
    {
        return columnOf(*findRequestField(field), m_columns);
    }
    std::string headingCalled(const RequestField& field) const
    {
        return m_columns.heading(columnOf(field, m_columns));
    }

    void checkAnswer(const RequestField& field)
    {
        const std::string_view column = columnOf(field, m_columns);
        const std::string_view written = m_row.text(column);
        if (column.empty() || written.empty())
            return;
        const Understood read = understood(field, written);
        if (field.kind == RequestFieldKind::outcode) {
            if (!read.isKnown)
                m_row.warn(column, kLocation);
            else if (upperCase(written) != read.answer)
                m_row.warn(column, kLocationShortened);
        } else if (!read.isKnown && field.kind == RequestFieldKind::count) {
            m_row.warn(column, kNotACount, {shown(written)});
        } else if (!read.isKnown && !field.choices.empty()) {
            m_row.warn(column, kUnknownChoice, {shown(written), choicesOf(field)});
        }
    }

    // A column that is not there was told of once; a type that is linked to others has its own.
    void checkBlanks()
    {
        std::int64_t blanks = 0, risks = 0;
        std::string names, riskNames;
        for (const RequestField& field : requestFields()) {
            if (field.mayBeBlank || columnOf(field, m_columns).empty() ||
                !m_request.said(field.code).empty())
                continue;
            const bool isRisk = field.part == RequestPart::risks;
            ++(isRisk ? risks : blanks);
            std::string& list = isRisk ? riskNames : names;
            list.append(list.empty() ? "" : ", ").append(headingCalled(field));
        }
        if (blanks > 0)
            m_row.warn({}, kIncomplete, {blanks, names});
        if (risks > 0)
            m_row.warn({}, kRisksBlank, {risks, riskNames});
    }

    // Where one field is filled, so should another be.
    void checkLinked()
    {
        struct Link
        {
            std::string_view field;
            std::string_view answer; // empty: any
            std::string_view wants;
        };
        constexpr Link kLinks[] = {
            {request_field::type, "", request_field::referredOn},
            {request_field::type, "", request_field::neededBy},
            {request_field::local, "No", request_field::elsewhereBecause},
            {request_field::support, "Other", request_field::otherSupport},
        };
        for (const Link& link : kLinks) {
            const std::string answer = m_request.said(link.field);
            const RequestField& wanted = *findRequestField(link.wants);
            const bool holds = !answer.empty() && names(answer, link.answer);
            if (holds && m_request.said(link.wants).empty() && !columnOf(wanted, m_columns).empty())
                m_row.warn(
                    columnOf(wanted, m_columns), kLinkedBlank,
                    {headingCalled(*findRequestField(link.field)), answer, headingCalled(wanted)});
        }
    }

    // Whether a choice is among those of an answer; an empty one always is.
    static bool names(const std::string& answer, std::string_view choice)
    {
        return choice.empty() ||
               (", " + answer + ", ").find(", " + std::string(choice) + ", ") != std::string::npos;
    }

    void checkPreferred()
    {
        std::int64_t preferred = 0, said = 0;
        for (const RequestField& field : requestFields()) {
            if (field.part != RequestPart::suitability)
                continue;
            said += m_request.said(field.code).empty() ? 0 : 1;
            preferred += m_request.said(field.code) == "Preferred" ? 1 : 0;
        }
        if (said > 0 && preferred == 0)
            m_row.warn({}, kNonePreferred);
        if (preferred > 1)
            m_row.warn({}, kSeveralPreferred, {preferred});
    }

    void checkUrn()
    {
        const std::string_view column = columnCalled(request_field::urn);
        const std::string urn = m_request.said(request_field::urn);
        if (urn.empty())
            m_row.warn(column, kNoUrn);
        else if (urn == kUnregisteredHome)
            m_row.warn(column, kUnregistered);
        else if (!isUrn(urn))
            m_row.warn(column, kRequestUrnShape, {shown(urn)});
    }

    void checkCosts()
    {
        const auto parts = sumOfParts(m_request);
        const auto total = m_request.amount(request_field::total);
        const std::string_view column = columnCalled(request_field::total);
        if (!parts && !total)
            return m_row.warn(column, kNoCost);
        const Money weekly = parts ? *parts : *total;
        if (parts && total && *parts != *total)
            m_row.warn(column, kDoNotAddUp, {argument(*parts), argument(*total)});
        if (!parts)
            m_row.inform(column, kUnsplit, {argument(*total)});
        for (const Money amount : {total.value_or(weekly), weekly}) {
            if (amount < kLeastWeekly || amount > kMostWeekly) {
                m_row.warn(column, kCostRange, {argument(amount)});
                break;
            }
        }
        if (!m_request.placedOn)
            m_row.warn(columnCalled(request_field::placedOn), kNoAgreedStart, {argument(weekly)});
    }

    RowReader& m_row;
    const PlacementRequest& m_request;
    const Columns& m_columns;
};

void sayOfForm(ReadFile& file, Message message)
{
    Problem problem;
    problem.message = std::move(message);
    problem.file = file.name;
    file.problems.push_back(std::move(problem));
}

} // namespace

void checkRequest(RowReader& row, const RequestRow& typed, const Columns& columns)
{
    RequestChecks(row, typed, columns).all();
}

void checkForm(const Columns& columns, const std::string& councilHeading, ReadFile& file)
{
    const std::string council = tidiedHeading(councilHeading);
    std::set<std::string_view> known{"CHILD_ID", council};
    std::size_t last = 0;
    std::string outOfOrder;
    bool hasCosts = false;
    for (const RequestField& field : requestFields()) {
        const std::string_view column = columnOf(field, columns);
        if (column.empty())
            continue;
        known.insert(column);
        hasCosts = hasCosts || field.kind == RequestFieldKind::amount;
        const std::size_t place = *columns.find(column);
        if (place < last && outOfOrder.empty())
            outOfOrder = columns.heading(column);
        last = place;
    }
    std::string extra;
    for (const std::string& heading : file.headings) {
        const std::string name = tidiedHeading(heading);
        if (!name.empty() && !known.contains(name))
            extra.append(extra.empty() ? "" : ", ").append(shown(trimmed(heading)));
    }
    if (!extra.empty())
        sayOfForm(file, {kExtraColumns, {extra}});
    if (!outOfOrder.empty())
        sayOfForm(file, {kColumnOrder, {outOfOrder}});
    if (!hasCosts)
        sayOfForm(file, {kNoCostColumns, {}});
}

} // namespace twelvefold::exchange
