// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/criteria.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace twelvefold::domain {
namespace {

constexpr double kGreatestEnd = 1e12; // beyond it a number has no decimals to look at

using Kind = Criterion::Kind;

constexpr MessageKind kReversed{"filter-reversed",
                                TWELVEFOLD_TEXT("Message", "%1: nothing lies from %2 to %3.")};
constexpr MessageKind kNoChoice{"filter-no-such-choice",
                                TWELVEFOLD_TEXT("Message", "“%2” is not one of the %1: %3.")};
constexpr MessageKind kNoChoices{
    "filter-no-choices",
    TWELVEFOLD_TEXT("Message", "“%2” is not one of the %1: none are recorded that day.")};

template<class Enum>
std::vector<Choice> wordsOf()
{
    std::vector<Choice> all;
    for (const Named<Enum>& named : allOf<Enum>())
        all.push_back({named.token, named.word});
    return all;
}

template<class Enum>
std::string_view tokenOf(const std::optional<Enum>& value)
{
    return value ? token(*value) : std::string_view();
}

// What stands beside the name of a child's provider.
std::string_view ofProvider(const std::vector<std::string>& column, const Cohort& cohort,
                            std::size_t row)
{
    const auto provider = static_cast<std::size_t>(cohort.provider[row]);
    return provider < column.size() ? std::string_view(column[provider]) : std::string_view();
}

std::vector<Choice> inOrder(const std::vector<std::string>& names)
{
    std::vector<Choice> all;
    for (const std::string& name : std::set<std::string>(names.begin(), names.end())) {
        if (!name.empty())
            all.push_back({name, name});
    }
    return all;
}

std::vector<Choice> bandsOf(const Cohort& cohort)
{
    std::vector<Choice> all;
    if (cohort.framework) {
        for (const Band& band : cohort.framework->bands())
            all.push_back({band.code, band.title});
    }
    return all;
}

std::string_view bandOf(const Cohort& cohort, std::size_t row)
{
    const auto band = cohort.band[row];
    return band < 0 ? std::string_view()
                    : cohort.framework->bands()[static_cast<std::size_t>(band)].code;
}

std::optional<double> dayNumber(const std::optional<Date>& day)
{
    return day ? std::optional<double>(day->dayNumber()) : std::nullopt;
}

// LS of the statutory return.
std::vector<Choice> legalStatuses()
{
    return {{"C1", Word{TWELVEFOLD_TEXT("Word", "Interim care order")}},
            {"C2", Word{TWELVEFOLD_TEXT("Word", "Full care order")}},
            {"D1", Word{TWELVEFOLD_TEXT("Word", "Freed for adoption")}},
            {"E1", Word{TWELVEFOLD_TEXT("Word", "Placement order")}},
            {"V2", Word{TWELVEFOLD_TEXT("Word", "Accommodated by agreement (section 20)")}},
            {"V3", Word{TWELVEFOLD_TEXT("Word", "Short breaks, counted one by one")}},
            {"V4", Word{TWELVEFOLD_TEXT("Word", "Short breaks, counted as one")}},
            {"L1", Word{TWELVEFOLD_TEXT("Word", "Police protection")}},
            {"L2", Word{TWELVEFOLD_TEXT("Word", "Emergency protection order")}},
            {"L3", Word{TWELVEFOLD_TEXT("Word", "Child assessment order")}},
            {"J1", Word{TWELVEFOLD_TEXT("Word", "Remanded")}},
            {"J2", Word{TWELVEFOLD_TEXT("Word", "Detained by the police")}},
            {"J3", Word{TWELVEFOLD_TEXT("Word", "Sentenced, with a residence requirement")}}};
}

// PREV_PERM of the statutory return.
std::vector<Choice> previousPermanence()
{
    return {{"P1", Word{TWELVEFOLD_TEXT("Word", "Adopted before")}},
            {"P2", Word{TWELVEFOLD_TEXT("Word", "Under special guardianship before")}},
            {"P3", Word{TWELVEFOLD_TEXT("Word", "Under a child arrangements order before")}},
            {"P4", Word{TWELVEFOLD_TEXT("Word", "Permanence before, which is not known")}},
            {"Z1", Word{TWELVEFOLD_TEXT("Word", "No permanence before")}}};
}

// The order is weighed by the guard (analysis/disclosure): a new criterion goes to the end.
std::vector<Criterion> everyCriterion()
{
    return {
        {.token = "kind",
         .title = {TWELVEFOLD_TEXT("Word", "Kind")},
         .parts = {TWELVEFOLD_TEXT("Word", "kinds")},
         .kind = Kind::choices,
         .choices = {.fixed = wordsOf<CohortKind>(),
                     .of = [](const Cohort& cohort,
                              std::size_t row) { return token(cohort.kind[row]); }}},
        {.token = "setting",
         .title = {TWELVEFOLD_TEXT("Word", "Setting")},
         .parts = {TWELVEFOLD_TEXT("Word", "settings")},
         .kind = Kind::choices,
         .choices = {.fixed = wordsOf<Setting>(),
                     .of = [](const Cohort& cohort,
                              std::size_t row) { return tokenOf(cohort.setting[row]); }}},
        {.token = "band",
         .title = {TWELVEFOLD_TEXT("Word", "Band of need")},
         .parts = {TWELVEFOLD_TEXT("Word", "need bands")},
         .kind = Kind::choices,
         .choices = {.found = bandsOf, .of = bandOf},
         .words = {.one = TWELVEFOLD_TEXT("Wording", "%1 need band"),
                   .several = TWELVEFOLD_TEXT("Wording", "%1 need bands")}},
        // Published in the bands of the Department for Education for children looked after, the
        // first two as one.
        {.token = "age",
         .title = {TWELVEFOLD_TEXT("Word", "Age")},
         .parts = {TWELVEFOLD_TEXT("Word", "ages")},
         .kind = Kind::numbers,
         .range = {.of = [](const Cohort& cohort, std::size_t row) { return cohort.age.at(row); },
                   .unit = {TWELVEFOLD_TEXT("Word", "years")},
                   .publishedFrom = {0, 5, 10, 16}},
         .words = {.between = TWELVEFOLD_TEXT("Wording", "aged %1 to %2"),
                   .least = TWELVEFOLD_TEXT("Wording", "aged %1 and over"),
                   .most = TWELVEFOLD_TEXT("Wording", "aged up to %1")}},
        {.token = "sector",
         .title = {TWELVEFOLD_TEXT("Word", "Sector")},
         .parts = {TWELVEFOLD_TEXT("Word", "sectors")},
         .kind = Kind::choices,
         .choices = {.fixed = wordsOf<Sector>(),
                     .of = [](const Cohort& cohort,
                              std::size_t row) { return tokenOf(cohort.sector[row]); }}},
        {.token = "emergency",
         .title = {TWELVEFOLD_TEXT("Word", "Placed in an emergency")},
         .parts = {TWELVEFOLD_TEXT("Word", "emergencies")},
         .kind = Kind::yesOrNo,
         .choices = {.fixed = {{"yes",
                                Word{TWELVEFOLD_TEXT("Word", "Yes")},
                                {TWELVEFOLD_TEXT("Word", "placed in an emergency")}},
                               {"no",
                                Word{TWELVEFOLD_TEXT("Word", "No")},
                                {TWELVEFOLD_TEXT("Word", "not placed in an emergency")}}},
                     .of = [](const Cohort& cohort, std::size_t row) -> std::string_view {
                         const auto& emergency = cohort.emergency[row];
                         return !emergency ? "" : *emergency ? "yes" : "no";
                     }}},
        {.token = "provider",
         .title = {TWELVEFOLD_TEXT("Word", "Provider")},
         .parts = {TWELVEFOLD_TEXT("Word", "providers")},
         .kind = Kind::choices,
         .choices = {
             .found = [](const Cohort& cohort) { return inOrder(cohort.providerNames); },
             .many = true,
             .of = [](const Cohort& cohort,
                      std::size_t row) { return ofProvider(cohort.providerNames, cohort, row); },
             .tellsOfProviders = true},
         .words = {.several = TWELVEFOLD_TEXT("Wording", "%1 providers")}},
        {.token = "legal-status",
         .title = {TWELVEFOLD_TEXT("Word", "Legal status")},
         .parts = {TWELVEFOLD_TEXT("Word", "legal statuses")},
         .kind = Kind::choices,
         .choices = {.fixed = legalStatuses(),
                     .open = true, // what a return had and the list has not is kept as it stands
                     .of = [](const Cohort& cohort, std::size_t row) -> std::string_view {
                         return cohort.legalStatus[row];
                     }}},
        {.token = "distance",
         .title = {TWELVEFOLD_TEXT("Word", "Distance from home")},
         .parts = {TWELVEFOLD_TEXT("Word", "distances from home")},
         .kind = Kind::numbers,
         .range = {.of = [](const Cohort& cohort,
                            std::size_t row) { return cohort.distanceMiles.at(row); },
                   .unit = {TWELVEFOLD_TEXT("Word", "miles")},
                   .decimals = 1},
         .words = {.between = TWELVEFOLD_TEXT("Wording", "%1 to %2 miles from home"),
                   .least = TWELVEFOLD_TEXT("Wording", "%1 miles from home or more"),
                   .most = TWELVEFOLD_TEXT("Wording", "up to %1 miles from home")}},
        {.token = "region",
         .title = {TWELVEFOLD_TEXT("Word", "Region of the provider")},
         .parts = {TWELVEFOLD_TEXT("Word", "regions")},
         .kind = Kind::choices,
         .choices = {
             .found = [](const Cohort& cohort) { return inOrder(cohort.providerRegions); },
             .many = true,
             .of = [](const Cohort& cohort,
                      std::size_t row) { return ofProvider(cohort.providerRegions, cohort, row); },
             .tellsOfProviders = true},
         .words = {.several = TWELVEFOLD_TEXT("Wording", "%1 regions")}},
        {.token = "placed",
         .title = {TWELVEFOLD_TEXT("Word", "Day of placement")},
         .parts = {TWELVEFOLD_TEXT("Word", "days on which children were placed")},
         .kind = Kind::days,
         .range = {.of = [](const Cohort& cohort,
                            std::size_t row) { return dayNumber(cohort.placedOn[row]); }},
         .words = {.between = TWELVEFOLD_TEXT("Wording", "placed from %1 to %2"),
                   .least = TWELVEFOLD_TEXT("Wording", "placed since %1"),
                   .most = TWELVEFOLD_TEXT("Wording", "placed up to %1")}},
        {.token = "search",
         .title = {TWELVEFOLD_TEXT("Word", "Time of the search")},
         .parts = {TWELVEFOLD_TEXT("Word", "times of the search")},
         .kind = Kind::numbers,
         .range = {.of = [](const Cohort& cohort,
                            std::size_t row) { return cohort.searchDays.at(row); },
                   .unit = {TWELVEFOLD_TEXT("Word", "days")}},
         .words = {.between = TWELVEFOLD_TEXT("Wording", "placed after a search of %1 to %2 days"),
                   .least = TWELVEFOLD_TEXT("Wording", "placed after a search of %1 days or more"),
                   .most = TWELVEFOLD_TEXT("Wording", "placed after a search of up to %1 days")}},
        {.token = "unaccompanied",
         .title = {TWELVEFOLD_TEXT("Word", "Unaccompanied asylum-seeking children")},
         .parts = {TWELVEFOLD_TEXT("Word", "unaccompanied asylum-seeking children")},
         .kind = Kind::yesOrNo,
         .choices = {.fixed = {{"yes",
                                Word{TWELVEFOLD_TEXT("Word", "Yes")},
                                {TWELVEFOLD_TEXT("Word", "unaccompanied asylum-seeking children")}},
                               {"no",
                                Word{TWELVEFOLD_TEXT("Word", "No")},
                                {TWELVEFOLD_TEXT(
                                    "Word", "without unaccompanied asylum-seeking children")}}},
                     .of = [](const Cohort& cohort, std::size_t row) -> std::string_view {
                         const auto& unaccompanied = cohort.unaccompanied[row];
                         return !unaccompanied ? "" : *unaccompanied ? "yes" : "no";
                     }}},
        {.token = "missing",
         .title = {TWELVEFOLD_TEXT("Word", "Times missing in the year")},
         .parts = {TWELVEFOLD_TEXT("Word", "times missing in the year")},
         .kind = Kind::numbers,
         .range = {.of = [](const Cohort& cohort,
                            std::size_t row) { return cohort.missingInYear.at(row); },
                   .unit = {TWELVEFOLD_TEXT("Word", "times")}},
         .words = {.between = TWELVEFOLD_TEXT("Wording", "missing %1 to %2 times in the year"),
                   .least = TWELVEFOLD_TEXT("Wording", "missing %1 times or more in the year"),
                   .most = TWELVEFOLD_TEXT("Wording", "missing up to %1 times in the year")}},
        {.token = "social-workers",
         .title = {TWELVEFOLD_TEXT("Word", "Social workers in the year")},
         .parts = {TWELVEFOLD_TEXT("Word", "social workers in the year")},
         .kind = Kind::numbers,
         .range = {.of = [](const Cohort& cohort,
                            std::size_t row) { return cohort.socialWorkersInYear.at(row); },
                   .unit = {TWELVEFOLD_TEXT("Word", "social workers")}},
         .words = {.between =
                       TWELVEFOLD_TEXT("Wording", "with %1 to %2 social workers in the year"),
                   .least =
                       TWELVEFOLD_TEXT("Wording", "with %1 social workers or more in the year"),
                   .most = TWELVEFOLD_TEXT("Wording", "with up to %1 social workers in the year")}},
        {.token = "previous-permanence",
         .title = {TWELVEFOLD_TEXT("Word", "Previous permanence")},
         .parts = {TWELVEFOLD_TEXT("Word", "previous permanence arrangements")},
         .kind = Kind::choices,
         .choices = {.fixed = previousPermanence(),
                     .open = true,
                     .of = [](const Cohort& cohort, std::size_t row) -> std::string_view {
                         return cohort.previousPermanence[row];
                     }}},
        {.token = "disability",
         .title = {TWELVEFOLD_TEXT("Word", "Disability")},
         .parts = {TWELVEFOLD_TEXT("Word", "disabilities")},
         .kind = Kind::yesOrNo,
         .choices = {.fixed = {{"yes",
                                Word{TWELVEFOLD_TEXT("Word", "Yes")},
                                {TWELVEFOLD_TEXT("Word", "disabled children")}},
                               {"no",
                                Word{TWELVEFOLD_TEXT("Word", "No")},
                                {TWELVEFOLD_TEXT("Word", "children without a disability")}}},
                     .of = [](const Cohort& cohort, std::size_t row) -> std::string_view {
                         const auto& disabled = cohort.disabled[row];
                         return !disabled ? "" : *disabled ? "yes" : "no";
                     }}}};
}

Argument told(const Criterion& criterion, double end)
{
    if (criterion.kind == Kind::days)
        return Date::fromDayNumber(static_cast<std::int32_t>(end));
    return end;
}

} // namespace

const std::vector<Criterion>& criteria()
{
    static const std::vector<Criterion> all = everyCriterion();
    return all;
}

const Criterion* findCriterion(std::string_view token)
{
    const auto found = std::ranges::find(criteria(), token, &Criterion::token);
    return found == criteria().end() ? nullptr : &*found;
}

const Criterion& criterion(std::string_view token)
{
    if (const Criterion* found = findCriterion(token))
        return *found;
    throw std::logic_error("no such criterion: " + std::string(token));
}

CohortFilter::CohortFilter()
{
    ask("kind", anyOf({CohortKind::lookedAfter}));
}

const Wanted& CohortFilter::of(const Criterion& criterion) const
{
    static const Wanted nothing;
    const auto found = asked.find(&criterion);
    return found == asked.end() ? nothing : found->second;
}

const Wanted& CohortFilter::of(std::string_view token) const
{
    return of(criterion(token));
}

void CohortFilter::ask(const Criterion& criterion, Wanted wanted)
{
    if (wanted.asksNothing())
        asked.erase(&criterion);
    else
        asked.insert_or_assign(&criterion, std::move(wanted));
}

void CohortFilter::ask(std::string_view token, Wanted wanted)
{
    ask(criterion(token), std::move(wanted));
}

std::vector<Choice> choicesIn(const Criterion& criterion, const Cohort& cohort)
{
    if (criterion.choices.found != nullptr)
        return criterion.choices.found(cohort);
    std::vector<Choice> all = criterion.choices.fixed;
    if (!criterion.choices.open)
        return all;
    std::set<std::string, std::less<>> others;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        const std::string_view token = criterion.choices.of(cohort, row);
        if (!token.empty() && !others.contains(token) &&
            std::ranges::find(criterion.choices.fixed, token, &Choice::token) ==
                criterion.choices.fixed.end())
            others.emplace(token);
    }
    for (const std::string& token : others)
        all.push_back({token, token});
    return all;
}

Passes passes(const Criterion& criterion, const Wanted& wanted, const Cohort& cohort,
              std::size_t row)
{
    if (criterion.isRange()) {
        const auto value = criterion.range.of(cohort, row);
        if (!value)
            return Passes::notRecorded;
        return (!wanted.least || *value >= *wanted.least) &&
                       (!wanted.most || *value <= *wanted.most)
                   ? Passes::yes
                   : Passes::no;
    }
    const std::string_view choice = criterion.choices.of(cohort, row);
    if (choice.empty())
        return Passes::notRecorded;
    return wanted.choices.contains(choice) ? Passes::yes : Passes::no;
}

bool canBeAnEnd(const Criterion& criterion, double number)
{
    const double scaled = number * std::pow(10, criterion.range.decimals);
    return number >= 0 && scaled < kGreatestEnd &&
           std::abs(scaled - std::round(scaled)) < 1e-9 * std::max(1.0, scaled);
}

std::optional<Message> faultIn(const Criterion& criterion, const Wanted& wanted,
                               const std::vector<Choice>& choices)
{
    if (wanted.least && wanted.most && *wanted.least > *wanted.most)
        return Message{
            kReversed,
            {criterion.title, told(criterion, *wanted.least), told(criterion, *wanted.most)}};
    std::string there;
    for (const Choice& choice : choices)
        there += (there.empty() ? "" : ", ") + choice.token;
    for (const std::string& token : wanted.choices) {
        if (std::ranges::find(choices, token, &Choice::token) != choices.end())
            continue;
        return there.empty() ? Message{kNoChoices, {criterion.parts, token}}
                             : Message{kNoChoice, {criterion.parts, token, there}};
    }
    return std::nullopt;
}

} // namespace twelvefold::domain
