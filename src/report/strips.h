// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"
#include "report/strip.h"

#include <vector>

namespace twelvefold::charts {
struct Theme;
}

namespace twelvefold::report {

const charts::Theme& ink(); // paper is light, whatever the screen

// The sheet in which strips are as wide as this and none is higher than that.
struct Sheet
{
    double width = 0;
    double height = 0;
};

// The whole document as strips, in order. They keep what they paint; the document may go.
std::vector<Strip> stripsOf(const Document& document, const Sheet& sheet);
// Of one table, under its title: headings, then rows, all in the same columns.
void addTableStrips(const Table& table, std::size_t block, const Sheet& sheet,
                    std::vector<Strip>& strips);

} // namespace twelvefold::report
