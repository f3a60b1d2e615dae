// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/placement_request.h"

#include "domain/trimmed.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace twelvefold::domain {
namespace {

constexpr RequestCost kRequestCosts[] = {
    {request_field::core, CostComponent::core},
    {request_field::additional, CostComponent::additional},
    {request_field::education, CostComponent::education},
    {request_field::other, CostComponent::other},
};

constexpr int kPlacedDaysOut = 7; // an agreed start that was entered by hand may be

bool isCapitalLetter(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isOutcodeFigure(char c)
{
    return c >= '0' && c <= '9';
}

// Residential, foster, supported: in the order of the list.
std::span<const Word> typeChoices()
{
    return findRequestField(request_field::type)->choices;
}

} // namespace

std::string PlacementRequest::said(std::string_view field) const
{
    if (field == request_field::referredOn)
        return referredOn ? referredOn->iso() : std::string();
    if (field == request_field::placedOn)
        return placedOn ? placedOn->iso() : std::string();
    const auto found = answers.find(field);
    return found == answers.end() ? std::string() : found->second.reveal();
}

std::optional<Money> PlacementRequest::amount(std::string_view field) const
{
    const auto money = parseMoney(said(field));
    return money ? std::optional(*money) : std::nullopt;
}

std::optional<Date> PlacementRequest::date(std::string_view field) const
{
    return Date::fromIso(said(field));
}

void PlacementRequest::say(std::string_view field, std::string answer)
{
    if (field == request_field::referredOn)
        referredOn = Date::fromIso(answer);
    else if (field == request_field::placedOn)
        placedOn = Date::fromIso(answer);
    else if (answer.empty())
        answers.erase(std::string(field));
    else
        answers.insert_or_assign(std::string(field), SensitiveText(std::move(answer)));
}

std::span<const RequestCost> requestCosts()
{
    return kRequestCosts;
}

std::optional<Money> sumOfParts(const PlacementRequest& request)
{
    std::optional<Money> sum;
    for (const RequestCost& cost : kRequestCosts) {
        if (const auto part = request.amount(cost.field))
            sum = sum.value_or(Money()) + *part;
    }
    return sum;
}

bool isUnsplit(const PlacementRequest& request)
{
    return !sumOfParts(request) && request.amount(request_field::total).has_value();
}

std::map<CostComponent, Money> agreedCosts(const PlacementRequest& request)
{
    std::map<CostComponent, Money> costs;
    const auto keep = [&](CostComponent component, std::optional<Money> amount) {
        if (amount && *amount > Money())
            costs.emplace(component, *amount);
    };
    if (isUnsplit(request))
        keep(CostComponent::core, request.amount(request_field::total));
    for (const RequestCost& cost : kRequestCosts)
        keep(cost.component, request.amount(cost.field));
    return costs;
}

bool isSameRequest(const PlacementRequest& a, const PlacementRequest& b)
{
    if (a.placedOn && b.placedOn)
        return a.placedOn == b.placedOn;
    return a.referredOn && a.referredOn == b.referredOn;
}

const Placement* placementFoundBy(const PlacementRequest& request,
                                  std::span<const Placement> placements)
{
    if (!request.placedOn)
        return nullptr;
    const Placement* best = nullptr;
    const auto out = [&](const Placement& placement) {
        return std::abs(daysBetween(*request.placedOn, placement.period.start));
    };
    const auto order = [&](const Placement& placement) {
        return std::tuple(out(placement), placement.period.start, placement.id);
    };
    for (const Placement& placement : placements) {
        if (out(placement) <= kPlacedDaysOut &&
            (best == nullptr || order(placement) < order(*best)))
            best = &placement;
    }
    return best;
}

std::string placementType(Setting setting)
{
    switch (setting) {
    case Setting::kinshipFoster:
    case Setting::inHouseFoster:
    case Setting::agencyFoster:
        return typeChoices()[1].english;
    case Setting::supportedAccommodation:
        return typeChoices()[2].english;
    case Setting::childrensHome:
    case Setting::unregistered:
    case Setting::secure:
    case Setting::school:
        return typeChoices()[0].english;
    case Setting::withParents:
    case Setting::adoption:
    case Setting::other:
        break;
    }
    return {};
}

std::optional<bool> isOfType(Setting setting, const PlacementRequest& request)
{
    const bool unregistered = request.said(request_field::urn) == kUnregisteredHome;
    if (unregistered != (setting == Setting::unregistered) &&
        (unregistered || !request.said(request_field::urn).empty()))
        return false;
    const std::string type = request.said(request_field::type), of = placementType(setting);
    const bool isKnown = std::ranges::any_of(
        typeChoices(), [&](const Word& choice) { return type == choice.english; });
    // A home that is not registered may have been meant to be any of them.
    if (setting == Setting::other || !isKnown || unregistered)
        return std::nullopt;
    return type == of;
}

std::string outcodeOf(std::string_view postcode)
{
    std::string code;
    for (const char c : trimmed(postcode)) {
        if (c == ' ')
            break;
        code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    // Written without a blank: the last three are the second part.
    if (code.size() >= 5 && isOutcodeFigure(code[code.size() - 3]) &&
        isCapitalLetter(code[code.size() - 2]) && isCapitalLetter(code.back()))
        code.resize(code.size() - 3);
    const std::size_t letters = code.size() > 1 && isCapitalLetter(code[1]) ? 2 : 1;
    const bool isShaped =
        code.size() > letters && code.size() <= letters + 2 &&
        std::all_of(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(letters),
                    isCapitalLetter) &&
        isOutcodeFigure(code[letters]) &&
        (code.size() == letters + 1 || isOutcodeFigure(code.back()) ||
         isCapitalLetter(code.back()));
    return isShaped ? code : std::string();
}

} // namespace twelvefold::domain
