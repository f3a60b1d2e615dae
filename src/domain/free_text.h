// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// What people write in words of their own: why, by whom, what somebody is called.
namespace twelvefold::domain {

inline constexpr std::size_t kMostLetters = 500;

// Whether a reader sees anything of it: blanks, and characters of no width, are not seen.
bool isVisible(std::string_view utf8);

// Characters that are not seen, but for the plain blank and its like: they come along when text is
// copied. Bytes that are no UTF-8 stay as they are.
bool hasUnseen(std::string_view utf8);
std::string withoutUnseen(std::string_view utf8);

// Why such words cannot be kept: they are not text, show nothing, or are too long. What they are
// begins the sentence: "The reason".
std::optional<Message> faultInText(const Word& what, std::string_view text);

// As somebody types a name who does not mind capitals: of the letters A to Z.
bool sameButForCase(std::string_view a, std::string_view b);
// Which of the names is meant: the one that is the same, else the only one that is but for case.
std::optional<std::size_t> nameMeant(std::span<const std::string> names, std::string_view typed);

} // namespace twelvefold::domain
