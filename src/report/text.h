// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"

namespace twelvefold::report {

// What a document says on paper, line by line, to be read where pages cannot be seen.
QStringList asText(const Document& document);

} // namespace twelvefold::report
