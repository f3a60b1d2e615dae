// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/listing.h"

#include <algorithm>
#include <variant>

namespace twelvefold::exchange {

using domain::Argument;
using domain::Message;
using domain::MessageKind;
using domain::Problem;

bool Listing::lists(Problem::Severity severity, const MessageKind& rule)
{
    constexpr std::int64_t kMostOfARule = 100;
    std::int64_t& listed = m_listed[rule.code];
    if (listed < kMostOfARule) {
        ++listed;
        return true;
    }
    Unlisted& more = m_unlisted[rule.code];
    more.severity = severity;
    ++more.n;
    return false;
}

std::uint32_t Listing::reason(const std::string& heading, const Message& message)
{
    Message general = message;
    for (Argument& argument : general.arguments) {
        if (!std::holds_alternative<domain::Word>(argument))
            argument = std::string("…");
    }
    const std::string words = (heading.empty() ? "" : heading + ": ") + plainEnglish(general);
    const auto found = std::ranges::find(m_reasons, words);
    const auto place = static_cast<std::uint32_t>(found - m_reasons.begin()) + 1;
    if (found == m_reasons.end())
        m_reasons.push_back(words);
    return place;
}

} // namespace twelvefold::exchange
