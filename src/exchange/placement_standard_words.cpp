// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/placement_standard.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace twelvefold::exchange {
namespace {

struct FieldHeadings
{
    std::string now, earlier;
};

const FieldHeadings& headingsOf(const RequestField& field)
{
    static const auto all = [] {
        std::map<std::string_view, FieldHeadings> headings;
        for (const RequestField& each : requestFields())
            headings[each.code].now = tidiedHeading(each.code);
        headings[request_field::total].earlier = "TOTAL_WEEKLY_COST";
        headings["supported_accommodation"].earlier = "SUPPORTED_ACCOMODATION";
        return headings;
    }();
    return all.at(field.code);
}

// A word without what people write otherwise: case, blanks, dashes, and one letter for two.
std::string squashed(std::string_view text)
{
    std::string word;
    for (char c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        const bool says = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '<' || c == '>';
        if (says && (word.empty() || word.back() != c))
            word += c;
    }
    return word;
}

std::string choiceMeant(const RequestField& field, std::string_view written)
{
    const std::string word = squashed(written);
    for (const Word& choice : field.choices) {
        if (!word.empty() && word == squashed(choice.english))
            return choice.english;
    }
    const bool isYesNo = field.choices.size() >= 2 &&
                         std::string_view(field.choices[0].english) == "Yes" &&
                         std::string_view(field.choices[1].english) == "No";
    if (isYesNo && (word == "y" || word == "true" || word == "1"))
        return "Yes";
    if (isYesNo && (word == "n" || word == "false" || word == "0"))
        return "No";
    return {};
}

// "Therapeutic support; taxis to school"
std::string choicesMeant(const RequestField& field, std::string_view written)
{
    std::string all;
    for (std::size_t from = 0; from <= written.size();) {
        const std::size_t to = std::min(written.find_first_of(",;\n", from), written.size());
        const std::string_view part = trimmed(written.substr(from, to - from));
        from = to + 1;
        if (part.empty())
            continue;
        const std::string choice = choiceMeant(field, part);
        if (choice.empty())
            return {};
        all += (all.empty() ? "" : ", ") + choice;
    }
    return all;
}

constexpr int kMostSiblings = 30;

std::string countMeant(std::string_view written)
{
    if (squashed(written) == "na")
        return "NA";
    const auto number = decimalFrom(written);
    const bool counts =
        number && *number >= 0 && *number <= kMostSiblings && *number == std::floor(*number);
    return counts ? std::to_string(static_cast<int>(*number)) : std::string();
}

std::string urnMeant(std::string_view written)
{
    const std::string word = squashed(written);
    if (word.starts_with("unreg") || word.starts_with("notreg") || word.starts_with("nonreg"))
        return kUnregisteredHome;
    const std::string urn = upperCase(written);
    return isUrn(urn) ? urn : std::string();
}

} // namespace

std::string_view tidiedHeadingOf(const RequestField& field)
{
    return headingsOf(field).now;
}

std::string_view earlierHeadingOf(const RequestField& field)
{
    return headingsOf(field).earlier;
}

std::string_view columnOf(const RequestField& field, const Columns& columns)
{
    const FieldHeadings& headings = headingsOf(field);
    if (columns.has(headings.now))
        return headings.now;
    return !headings.earlier.empty() && columns.has(headings.earlier) ? headings.earlier
                                                                      : std::string_view();
}

Understood understood(const RequestField& field, std::string_view written)
{
    std::string answer;
    switch (field.kind) {
    case RequestFieldKind::choice:
        answer = choiceMeant(field, written);
        break;
    case RequestFieldKind::choices:
        answer = choicesMeant(field, written);
        break;
    case RequestFieldKind::count:
        answer = countMeant(written);
        break;
    case RequestFieldKind::outcode:
        answer = outcodeOf(written);
        break;
    case RequestFieldKind::urn:
        answer = urnMeant(written);
        break;
    case RequestFieldKind::text:
    case RequestFieldKind::amount:
    case RequestFieldKind::date:
        return {std::string(written)};
    }
    if (answer.empty())
        return {std::string(written), written.empty()};
    return {std::move(answer)};
}

std::string choicesOf(const RequestField& field)
{
    std::string all;
    for (const Word& choice : field.choices)
        all.append(all.empty() ? "" : ", ").append(choice.english);
    return all;
}

} // namespace twelvefold::exchange
