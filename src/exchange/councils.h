// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/open_file.h"

// Whose rows are in a file whose rows name councils.
namespace twelvefold::exchange {

bool sameCouncil(std::string_view a, std::string_view b);

CouncilChoice councilChoice(const OpenFile& open, const ReadOptions& options);
// Of which councils there are rows, and which were left aside; asks whose are wanted where nobody
// said.
void tellOfCouncils(const OpenFile& open, const ReadOptions& options, const CouncilChoice& choice,
                    ReadFile& file);

} // namespace twelvefold::exchange
