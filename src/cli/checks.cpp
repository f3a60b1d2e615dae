// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checks.h"

#include "exchange/cell_walk.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace twelvefold::cli {
namespace {

std::string quoted(const std::string& text)
{
    return '"' + text + '"';
}

template<class Holds>
CLI::Validator numberThat(std::string sentence, Holds holds)
{
    return CLI::Validator(
        [sentence = std::move(sentence), holds](const std::string& text) {
            const std::optional<double> value = exchange::numberIn(text);
            return value && holds(*value) ? std::string() : quoted(text) + sentence;
        },
        "");
}

} // namespace

CLI::Validator wholeNumber(std::uint64_t least, std::uint64_t most)
{
    return CLI::Validator(
        [least, most](const std::string& text) -> std::string {
            std::uint64_t value = 0;
            const char* end = text.data() + text.size();
            const auto [rest, error] = std::from_chars(text.data(), end, value);
            if (error == std::errc() && rest == end && value >= least && value <= most)
                return {};
            return quoted(text) + " is not a whole number " +
                   (most == UINT64_MAX
                        ? "of at least " + std::to_string(least)
                        : "from " + std::to_string(least) + " to " + std::to_string(most));
        },
        "");
}

CLI::Validator anyNumber()
{
    return numberThat(" is not a number", [](double) { return true; });
}

CLI::Validator atLeastZero()
{
    return numberThat(" is not a number of at least 0", [](double value) { return value >= 0; });
}

CLI::Validator aboveZero()
{
    return numberThat(" is not a number above 0", [](double value) { return value > 0; });
}

CLI::Validator oneOf(std::vector<std::string> words)
{
    std::string shown = "{" + CLI::detail::join(words, ",") + "}";
    return CLI::Validator(
        [words = std::move(words)](const std::string& text) {
            return std::ranges::find(words, text) != words.end()
                       ? std::string()
                       : quoted(text) + " is not one of: " + joinedByCommas(words);
        },
        std::move(shown));
}

std::string joinedByCommas(const std::vector<std::string>& words)
{
    return CLI::detail::join(words, ", ");
}

} // namespace twelvefold::cli
