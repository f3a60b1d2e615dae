// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_changes.h"

#include <functional>
#include <string>
#include <type_traits>

namespace twelvefold::workbench::import {
namespace {

using Value = std::optional<Argument>;

constexpr Word kNotShown{TWELVEFOLD_TEXT("Word", "not shown")};
constexpr Word kAnotherNotShown{TWELVEFOLD_TEXT("Word", "another, not shown")};
constexpr MessageKind kOfEpisode{"change-of-episode",
                                 TWELVEFOLD_TEXT("Message", "Episode from %1")};
constexpr MessageKind kOnDay{"change-of-day", TWELVEFOLD_TEXT("Message", "On %1")};
constexpr MessageKind kOfKindFrom{"change-of-kind-from", TWELVEFOLD_TEXT("Message", "%1, from %2")};
constexpr MessageKind kOfKind{"change-of-kind", TWELVEFOLD_TEXT("Message", "%1")};
constexpr MessageKind kOfRequest{"change-of-request", TWELVEFOLD_TEXT("Message", "Request")};
constexpr MessageKind kOfRequestFor{"change-of-request-for",
                                    TWELVEFOLD_TEXT("Message", "Request for %1")};
constexpr Word kCredit{TWELVEFOLD_TEXT("Word", "comes back")};

Value shownValue(const std::string& text)
{
    return text.empty() ? Value() : Value(text);
}
Value shownValue(Date date)
{
    return date;
}
Value shownValue(Money amount)
{
    return argument(amount);
}
Value shownValue(double value)
{
    return value;
}
Value shownValue(bool isCredit)
{
    return isCredit ? Value(kCredit) : Value();
}
template<class Enum>
requires std::is_enum_v<Enum> Value shownValue(Enum value)
{
    return word(value);
}
template<class Inner>
Value shownValue(const std::optional<Inner>& value)
{
    return value ? shownValue(*value) : Value();
}

bool isSaid(const SensitiveText& text)
{
    return !text.empty();
}
bool isSaid(const std::optional<Date>& date)
{
    return date.has_value();
}

// Compares field by field, in the order in which they are added.
template<class Record>
class Comparing
{
public:
    Comparing(const Record& before, const Record& after) : m_before(before), m_after(after) {}

    template<class Of>
    Comparing& with(const char* title, Of of)
    {
        const auto& before = std::invoke(of, m_before);
        const auto& after = std::invoke(of, m_after);
        if (before != after)
            m_found.push_back({{title}, shownValue(before), shownValue(after)});
        return *this;
    }
    // Of what nobody is to read off a screen.
    template<class Of>
    Comparing& quietlyWith(const char* title, Of of)
    {
        const bool before = isSaid(std::invoke(of, m_before));
        const bool after = isSaid(std::invoke(of, m_after));
        if (std::invoke(of, m_before) != std::invoke(of, m_after))
            m_found.push_back({{title},
                               before ? Value(kNotShown) : Value(),
                               !after   ? Value()
                               : before ? Value(kAnotherNotShown)
                                        : Value(kNotShown)});
        return *this;
    }
    Differences found() const { return m_found; }

private:
    const Record& m_before;
    const Record& m_after;
    Differences m_found;
};

const Date& firstDay(const CostLine& line)
{
    return line.period.start;
}
const std::optional<Date>& endOf(const CostLine& line)
{
    return line.period.end;
}

// An answer as it is told: words that somebody wrote freely are not.
Value shownAnswer(const RequestField& field, const PlacementRequest& request)
{
    const std::string said = request.said(field.code);
    if (said.empty())
        return {};
    if (field.kind == RequestFieldKind::text || field.kind == RequestFieldKind::outcode)
        return kNotShown;
    if (const auto amount = request.amount(field.code);
        amount && field.kind == RequestFieldKind::amount)
        return argument(*amount);
    if (const auto date = request.date(field.code); date && field.kind == RequestFieldKind::date)
        return *date;
    return said;
}

} // namespace

Differences differencesOf(const Child& before, const Child& after)
{
    return Comparing(before, after)
        .with(TWELVEFOLD_TEXT("Word", "Sex"), &Child::sex)
        .with(TWELVEFOLD_TEXT("Word", "Ethnicity"), &Child::ethnicity)
        .with(TWELVEFOLD_TEXT("Word", "Disability"), &Child::disability)
        .found();
}

Differences differencesOf(const Identity& before, const Identity& after)
{
    return Comparing(before, after)
        .quietlyWith(TWELVEFOLD_TEXT("Word", "Date of birth"), &Identity::born)
        .quietlyWith(TWELVEFOLD_TEXT("Word", "Pupil number"), &Identity::upn)
        .found();
}

Differences differencesOf(const Episode& before, const Episode& after)
{
    return Comparing(before, after)
        .with(TWELVEFOLD_TEXT("Word", "Start"), &Episode::start)
        .with(TWELVEFOLD_TEXT("Word", "End"), &Episode::end)
        .with(TWELVEFOLD_TEXT("Word", "Reason for the episode"), &Episode::reasonNew)
        .with(TWELVEFOLD_TEXT("Word", "Legal status"), &Episode::legalStatus)
        .with(TWELVEFOLD_TEXT("Word", "Category of need"), &Episode::needCode)
        .with(TWELVEFOLD_TEXT("Word", "Placement"), &Episode::placeCode)
        .with(TWELVEFOLD_TEXT("Word", "Provider"), &Episode::providerCode)
        .with(TWELVEFOLD_TEXT("Word", "Reason it ended"), &Episode::endReason)
        .with(TWELVEFOLD_TEXT("Word", "Reason for the change of placement"), &Episode::changeReason)
        .with(TWELVEFOLD_TEXT("Word", "URN"), &Episode::urn)
        .quietlyWith(TWELVEFOLD_TEXT("Word", "Home postcode"), &Episode::homePostcode)
        .quietlyWith(TWELVEFOLD_TEXT("Word", "Placement postcode"), &Episode::placePostcode)
        .with(TWELVEFOLD_TEXT("Word", "Distance in miles"), &Episode::distanceMiles)
        .found();
}

Differences differencesOf(const Outcome& before, const Outcome& after)
{
    const OutcomeMeasure* measure = findOutcomeMeasure(after.measure);
    return Comparing(before, after)
        .with(measure != nullptr ? measure->title.english : TWELVEFOLD_TEXT("Word", "Outcome"),
              &Outcome::value)
        .found();
}

Differences differencesOf(const CareEvent& before, const CareEvent& after)
{
    return Comparing(before, after)
        .with(TWELVEFOLD_TEXT("Word", "Start"), &CareEvent::start)
        .with(TWELVEFOLD_TEXT("Word", "End"), &CareEvent::end)
        .with(TWELVEFOLD_TEXT("Word", "Code"), &CareEvent::code)
        .quietlyWith(TWELVEFOLD_TEXT("Word", "Further cells"), &CareEvent::detail)
        .found();
}

Differences differencesOf(const CostLine& before, const CostLine& after)
{
    return Comparing(before, after)
        .with(TWELVEFOLD_TEXT("Word", "Component"), &CostLine::component)
        .with(TWELVEFOLD_TEXT("Word", "Amount"), &CostLine::amount)
        .with(TWELVEFOLD_TEXT("Word", "Credit"), &CostLine::credit)
        .with(TWELVEFOLD_TEXT("Word", "Paid per"), &CostLine::per)
        .with(TWELVEFOLD_TEXT("Word", "Start"), firstDay)
        .with(TWELVEFOLD_TEXT("Word", "End"), endOf)
        .with(TWELVEFOLD_TEXT("Word", "Paid by"), &CostLine::funder)
        .found();
}

Differences differencesOf(const PlacementRequest& before, const PlacementRequest& after)
{
    Differences found;
    for (const RequestField& field : requestFields()) {
        if (before.said(field.code) != after.said(field.code))
            found.push_back({field.title, shownAnswer(field, before), shownAnswer(field, after)});
    }
    return found;
}

Message nameOfRecord(const Episode& episode)
{
    return {kOfEpisode, {episode.start}};
}

Message nameOfRecord(const Outcome& outcome)
{
    return {kOnDay, {outcome.date}};
}

Message nameOfRecord(const CareEvent& event)
{
    return event.start ? Message{kOfKindFrom, {word(event.kind), *event.start}}
                       : Message{kOfKind, {word(event.kind)}};
}

Message nameOfRecord(const CostLine& line)
{
    return {kOfKindFrom, {word(line.component), line.period.start}};
}

Message nameOfRecord(const PlacementRequest& request)
{
    const auto day = request.date("when_placement_is_needed_by");
    return day ? Message{kOfRequestFor, {*day}} : Message{kOfRequest, {}};
}

} // namespace twelvefold::workbench::import
