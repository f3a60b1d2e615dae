// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"
#include "domain/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// By what children can be chosen. The list is all there is to say of it: the filter of a cohort,
// the command line's options, the window's filters, captions and the guard of what is published are
// made from its entries.
namespace twelvefold::domain {

// What children can have by a criterion. Fixed words are translated, those of the council are not.
struct Choice
{
    std::string token; // "childrens_home", a provider's name
    std::variant<Word, std::string> words;
    Word ofChildren{}; // where it reads otherwise in a sentence about children
};

struct Criterion
{
    enum class Kind
    {
        choices,
        yesOrNo, // two choices
        numbers,
        days
    };

    std::string_view token; // of the command line and JSON
    Word title;             // "Band of need"
    Word parts;             // "need bands": what it divides children into
    Kind kind;

    // Of choices. Either they are fixed, or they are those of a cohort's framework or its children.
    struct Choices
    {
        std::vector<Choice> fixed{};
        std::vector<Choice> (*found)(const Cohort&) = nullptr;
        bool open = false; // children may have others than the fixed ones: they follow these
        bool many = false; // too many to be shown side by side
        // Of a child; empty: not recorded.
        std::string_view (*of)(const Cohort&, std::size_t row) = nullptr;
        // A choice tells of few providers, so that nothing is published of some of them.
        bool tellsOfProviders = false;
    } choices{};

    // Of numbers and days.
    struct Range
    {
        std::optional<double> (*of)(const Cohort&, std::size_t row) = nullptr;
        Word unit{}; // after a number
        int decimals = 0;
        // Where each part begins that can be published. Without any nothing is published of some:
        // reports with other limits would tell of the few between.
        std::vector<double> publishedFrom{};
    } range{};

    // In a sentence about children. Where there is neither one nor several, choices are listed;
    // with several alone, one is named.
    struct InWords
    {
        const char* one = nullptr;     // "%1 need band"
        const char* several = nullptr; // "%1 need bands"
        const char* between = nullptr; // "aged %1 to %2"
        const char* least = nullptr;   // "aged %1 and over"
        const char* most = nullptr;    // "aged up to %1"
    } words{};

    bool isRange() const { return kind == Kind::numbers || kind == Kind::days; }
};

// In the order in which people meet them, and in which the guard weighs them: what cannot be
// published beside an earlier one is not.
const std::vector<Criterion>& criteria();
const Criterion& criterion(std::string_view token); // of the list
const Criterion* findCriterion(std::string_view token);

// What the children of a cohort can have, in the order in which it is listed.
std::vector<Choice> choicesIn(const Criterion& criterion, const Cohort& cohort);

enum class Passes
{
    yes,
    no,
    notRecorded
};
Passes passes(const Criterion& criterion, const Wanted& wanted, const Cohort& cohort,
              std::size_t row);

// Whether a number can be an end of its range: from 0, and with no more decimals than are written
// of it, so that what is told is what is asked.
bool canBeAnEnd(const Criterion& criterion, double number);

// Why nobody could pass: ends the wrong way round, or a choice that is none of those there are.
std::optional<Message> faultIn(const Criterion& criterion, const Wanted& wanted,
                               const std::vector<Choice>& choices);

} // namespace twelvefold::domain
