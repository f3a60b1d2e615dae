// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

namespace twelvefold::domain {

// Words about a child that belong in the store and on the screen and nowhere else: names, evidence,
// the child's own words. Has no conversion and no output operator, so it cannot slip into a log, a
// message or a file name; who shows or stores it says so with reveal().
class SensitiveText
{
public:
    SensitiveText() = default;
    explicit SensitiveText(std::string text) : m_text(std::move(text)) {}

    const std::string& reveal() const { return m_text; }
    bool empty() const { return m_text.empty(); }
    bool operator==(const SensitiveText&) const = default;

private:
    std::string m_text;
};

} // namespace twelvefold::domain
