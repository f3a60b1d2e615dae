// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace twelvefold::exchange {

// The codes of one column with what they mean, so that a cell is understood that says the meaning
// instead of the code, or both.
class CodeBook
{
public:
    enum class Says
    {
        code,
        codeAndMeaning, // "U4: Foster placement", "f) U6: …", "PR4 - Private provision"
        meaning,        // "Male"
        nothingKnown
    };
    struct Read
    {
        Says says = Says::nothingKnown;
        std::string code; // as the return writes it
    };
    Read read(std::string_view trimmedCell) const;
    bool empty() const { return m_codes.empty(); }
    bool knows(std::string_view code) const { return known(code).has_value(); }
    // Whether a known code is one of the return that ends in a year.
    bool isOfYear(std::string_view code, int returnYear) const;

    void add(std::string_view code, std::string_view meaning);
    // Besides: from and up to which return's year there is the code, both included.
    void setYears(std::string_view code, int first, int last);

private:
    std::optional<std::string> known(std::string_view word) const;
    std::optional<std::string> firstCode(std::string_view text) const;
    std::vector<std::string> codesWithin(std::string_view text) const;

    std::unordered_map<std::string, std::string> m_codes;         // by their capitals
    std::unordered_map<std::string, std::pair<int, int>> m_years; // of those not of every year
    std::unordered_map<std::string, std::string> m_byMeaning;     // blank: that of several codes
};

// Of a column of the tables that can be brought in, from resources/codes/codes.csv; an empty one
// where nothing is known of it.
const CodeBook& codeBook(std::string_view column);

} // namespace twelvefold::exchange
