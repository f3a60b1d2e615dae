// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/ids.h"
#include "domain/money.h"
#include "domain/records.h"
#include "domain/sensitive_text.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// What the national data standard for placements records of a placement that was sought and found.
namespace twelvefold::domain {

using PlacementRequestId = Id<struct PlacementRequestTag>;

// The groups in which a request's fields stand.
enum class RequestPart
{
    needs,
    suitability,
    risks,
    costs,
    placement,
    officers
};
Word word(RequestPart part);

enum class RequestFieldKind
{
    choice,  // one of the choices
    choices, // one or several of them
    count,   // a whole number, or NA
    text,
    outcode, // the first part of a postcode
    urn,
    amount, // pounds a week, without VAT
    date
};

// One thing that is asked. An answer is not a score of a needs framework: it is what somebody said
// when the placement was sought, and is kept in those words.
struct RequestField
{
    const char* code; // the standard's own name for it, which files and the store use
    Word title;
    RequestPart part;
    RequestFieldKind kind;
    std::span<const Word> choices = {}; // in English as the standard writes them
    // Asked by some editions of the standard: a file without it lacks nothing.
    bool inSomeEditions = false;
    bool mayBeBlank = false; // in a complete record
};
// In the order of the standard. What a later edition asks is one entry more.
std::span<const RequestField> requestFields();
const RequestField* findRequestField(std::string_view code);

// The fields that something is made of.
namespace request_field {
inline constexpr const char* referredOn = "Date_entry_referral";
inline constexpr const char* placedOn = "date_entry_placement";
inline constexpr const char* pricedOn = "date_entry_placement_cost";
inline constexpr const char* neededBy = "when_placement_is_needed_by";
inline constexpr const char* local = "is_preferred_location_local";
inline constexpr const char* elsewhereBecause = "out_of_LA_reason";
inline constexpr const char* support = "additional_support";
inline constexpr const char* otherSupport = "additional_support_other";
inline constexpr const char* deprivationOfLiberty = "dol";
inline constexpr const char* core = "cost_core_weekly";
inline constexpr const char* additional = "cost_additional_support_weekly";
inline constexpr const char* education = "cost_education_weekly";
inline constexpr const char* other = "cost_other_weekly";
inline constexpr const char* total = "cost_total_weekly";
inline constexpr const char* location = "placement_location";
inline constexpr const char* urn = "provider_URN";
inline constexpr const char* type = "placement_type";
} // namespace request_field

// What the standard puts in place of a provider's number where the home has none to have: it is
// not registered. That the number is not known is a blank.
inline constexpr const char* kUnregisteredHome = "Unregistered";

// A placement that was sought for a child, and what was said then.
struct PlacementRequest
{
    PlacementRequestId id;
    ChildId child;
    std::optional<Date> referredOn; // when it was asked for …
    std::optional<Date> placedOn;   // … and the agreed start: one of the two is there
    // By RequestField::code, none empty, without these two days. Days are ISO, amounts plain.
    std::map<std::string, SensitiveText, std::less<>> answers;
    bool operator==(const PlacementRequest&) const = default;

    // In the words of files, the two days too; empty where nothing was said.
    std::string said(std::string_view field) const;
    std::optional<Money> amount(std::string_view field) const;
    std::optional<Date> date(std::string_view field) const;
    void say(std::string_view field, std::string answer); // an empty one takes it away
};

// The component of a cost line that a field of costs speaks of; nothing of the total.
struct RequestCost
{
    const char* field;
    CostComponent component;
};
std::span<const RequestCost> requestCosts();

// What was agreed to be paid a week, by component: the parts, or where there are none the total,
// which nobody split, as core. A part of nought is none.
std::map<CostComponent, Money> agreedCosts(const PlacementRequest& request);
// The sum of the parts; nothing without any, noughts included.
std::optional<Money> sumOfParts(const PlacementRequest& request);
bool isUnsplit(const PlacementRequest& request); // a total and no parts

// Two records of one child that speak of the same request: the same agreed start, or where one has
// none yet the same day on which it was asked for.
bool isSameRequest(const PlacementRequest& a, const PlacementRequest& b);

// The placement that a request led to: the one that began nearest to the agreed start, at most a
// week from it, which is entered by hand and may be a few days out. Null: none.
const Placement* placementFoundBy(const PlacementRequest& request,
                                  std::span<const Placement> placements);

// Whether a setting is what the standard calls so; nothing where either leaves it open.
std::optional<bool> isOfType(Setting setting, const PlacementRequest& request);
// The standard's word for a setting; empty where it has none.
std::string placementType(Setting setting);

// "BS10" of "BS10 7XX" or "bs10"; empty where that is not how it begins.
std::string outcodeOf(std::string_view postcode);

} // namespace twelvefold::domain
