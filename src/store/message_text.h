// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <string>
#include <string_view>

// Messages as columns of the audit trail: the code, the English sentence, and the arguments as one
// text, each a letter for its type, its length and its value ("s7:K7F-204i1:3").
namespace twelvefold::store {

std::string argumentsText(const domain::Message& message);
// What cannot be read is left out, so that one odd entry does not hide the trail.
domain::Message messageOf(std::string_view code, std::string_view english,
                          std::string_view arguments);

} // namespace twelvefold::store
