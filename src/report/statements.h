// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

namespace twelvefold::report {

// The first page in sentences, and what cannot be said: a statement that cannot be made is left
// out and named there, with why.
struct FirstPage
{
    Statements statements;
    std::vector<Paragraph> cannotSay;
};
FirstPage firstPage(const Source& source);
// How many children it is about, and of how many it is said what cost goes with.
QString standfirstOfFirstPage(const Source& source);

} // namespace twelvefold::report
