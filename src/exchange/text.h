// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace twelvefold::exchange {

// A file's bytes as UTF-8 text without a byte order mark.
struct DecodedText
{
    std::string utf8;
    std::vector<domain::Message> warnings; // what had to be guessed or replaced
};

// Takes UTF-8, UTF-16 of either order (with its mark, or recognisable without) and, where the bytes
// are neither, Windows-1252 with a warning. Refuses what is empty or is no text, saying what it is.
domain::Result<DecodedText> decodeText(std::string_view bytes);
// The same without a second copy of what is UTF-8 already.
domain::Result<DecodedText> decodeOwnText(std::string&& bytes);

} // namespace twelvefold::exchange
