// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/money.h"

#include <string>
#include <string_view>

namespace twelvefold::exchange {

enum class DecimalMark
{
    point,
    comma
};

// How one cell writes an amount of pounds, as ledgers and spreadsheets do: with a pound sign,
// blanks, marks between thousands, a credit in brackets, with a minus on either side or CR behind
// it, and a dash for nought.
struct AmountCell
{
    // What stands before the pence, going by this cell alone.
    enum class Mark
    {
        nothing,   // neither mark is there
        point,     // 1,250.00
        comma,     // 1.250,00
        thousands, // 1,250: a comma before three figures, where pence are two
        unclear    // 1.250: a thousand and more to some, and a pound and more to others
    };
    Mark mark = Mark::nothing;
    bool credit = false;
    bool nought = false; // a dash
    std::string figures; // with their marks, without sign or pound; empty where it is no amount

    // The amount, below zero for a credit. What is no amount, or not by this mark, is refused with
    // the reason. An unclear one is refused unless somebody said which mark stands before the
    // pence.
    domain::Result<domain::Money> amount(std::string_view asWritten, DecimalMark mark,
                                         bool isSaid) const;
};

AmountCell amountCell(std::string_view trimmedCell);

} // namespace twelvefold::exchange
