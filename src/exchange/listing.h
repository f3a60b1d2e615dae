// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace twelvefold::exchange {

// Which of the problems of a file are listed one by one: of one rule the first hundred, since more
// show nothing new and a file may have millions. The rest are counted.
class Listing
{
public:
    struct Unlisted
    {
        domain::Problem::Severity severity = domain::Problem::Severity::warning;
        std::int64_t n = 0;
    };

    // Whether this problem is to be listed; where it is not, it is counted here.
    bool lists(domain::Problem::Severity severity, const domain::MessageKind& rule);
    // A reason for rows whose problems are not listed, in words that fit every such row: what was
    // wrong with one of them stands in its own cells. Returns 1 + its place in reasons().
    std::uint32_t reason(const std::string& heading, const domain::Message& message);

    const std::map<std::string_view, Unlisted>& unlisted() const { return m_unlisted; } // by rule
    const std::vector<std::string>& reasons() const { return m_reasons; }               // each once

private:
    std::map<std::string_view, std::int64_t> m_listed; // how many are, by rule
    std::map<std::string_view, Unlisted> m_unlisted;
    std::vector<std::string> m_reasons;
};

} // namespace twelvefold::exchange
