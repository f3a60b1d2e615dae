// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace twelvefold::domain {

// The comparable group that a placement belongs to. The order is the order of legends and lists.
enum class Setting : std::uint8_t
{
    kinshipFoster,
    inHouseFoster,
    agencyFoster,
    supportedAccommodation,
    childrensHome,
    unregistered,
    secure,
    school,
    withParents,
    adoption,
    other
};

// How a child is cared for, as a commissioner decides it: what is paid within one kind is compared,
// what the kinds differ by is told apart. Which setting is of which: PlacementKinds.
enum class PlacementKind : std::uint8_t
{
    kinship,
    inHouseFoster,
    agencyFoster,
    supported,
    residential
};

enum class Sector : std::uint8_t
{
    ownCouncil,
    otherCouncil,
    otherPublic,
    privateSector,
    voluntary,
    parents
};
enum class Sex : std::uint8_t
{
    male,
    female,
    unspecified
};
enum class CohortKind : std::uint8_t
{
    lookedAfter,
    protectionPlan,
    inNeed
};
enum class CostComponent : std::uint8_t
{
    core,
    additional,
    education,
    health,
    other
};
enum class Funder : std::uint8_t
{
    socialCare,
    education,
    health
};
enum class CostPer : std::uint8_t
{
    day,
    week,
    month,
    year,
    once
};

// What the statutory return's smaller tables say happened to a child.
enum class EventKind : std::uint8_t
{
    missing,
    review,
    unaccompanied,
    previousPermanence,
    adoption,
    placedForAdoption,
    socialWorker,
    libertyOrder,
    childInNeed,
    protectionPlan,
    permanencePlan
};

// What came of a question that was asked about a child: the answer is good, a panel is to look,
// what was asked for is agreed or not, or it is asked again later.
enum class QuestionOutcome : std::uint8_t
{
    explained,
    toPanel,
    agreed,
    notAgreed,
    wait
};

// What a need domain speaks of, where findings look at domains of a kind rather than at all: its
// framework says so.
enum class DomainMark : std::uint8_t
{
    strain,
    safety,
    school
};

// One enumerator: the word that files, the store and the command line use, and the English that
// people read (translated by the wording room).
template<class Enum>
struct Named
{
    Enum value;
    const char* token;
    Word word;
};

// All enumerators in their declared order, for each of the enumerations above.
template<class Enum>
std::span<const Named<Enum>> allOf();

template<>
std::span<const Named<Setting>> allOf<Setting>();
template<>
std::span<const Named<PlacementKind>> allOf<PlacementKind>();
template<>
std::span<const Named<Sector>> allOf<Sector>();
template<>
std::span<const Named<Sex>> allOf<Sex>();
template<>
std::span<const Named<CohortKind>> allOf<CohortKind>();
template<>
std::span<const Named<CostComponent>> allOf<CostComponent>();
template<>
std::span<const Named<Funder>> allOf<Funder>();
template<>
std::span<const Named<CostPer>> allOf<CostPer>();
template<>
std::span<const Named<EventKind>> allOf<EventKind>();
template<>
std::span<const Named<QuestionOutcome>> allOf<QuestionOutcome>();
template<>
std::span<const Named<DomainMark>> allOf<DomainMark>();

template<class Enum>
constexpr std::size_t countOf = 0;
template<>
inline constexpr std::size_t countOf<Setting> = 11;
template<>
inline constexpr std::size_t countOf<PlacementKind> = 5;
template<>
inline constexpr std::size_t countOf<CostComponent> = 5;
template<>
inline constexpr std::size_t countOf<Funder> = 3;

template<class Enum>
std::string_view token(Enum value)
{
    return allOf<Enum>()[static_cast<std::size_t>(value)].token;
}

template<class Enum>
Word word(Enum value)
{
    return allOf<Enum>()[static_cast<std::size_t>(value)].word;
}

template<class Enum>
std::optional<Enum> fromToken(std::string_view text)
{
    for (const Named<Enum>& named : allOf<Enum>()) {
        if (text == named.token)
            return named.value;
    }
    return std::nullopt;
}

} // namespace twelvefold::domain
