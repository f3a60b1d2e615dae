// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/open_file.h"
#include "exchange/tables.h"

// Of which year or day a file speaks, by what was said, what it says itself, and what came with it.
namespace twelvefold::exchange {

void decideYear(const OpenFile& open, const Rows& rows, Context& context, ReadFile& file);
// Refuses a day to come as that of a list.
std::optional<Message> faultInListDay(const OpenFile& open, const ReadOptions& options);
// Of a list of Annex A.
void decideSnapshot(const OpenFile& open, Context& context, ReadFile& file);
// Of a list of Ofsted's.
void decideListDay(const OpenFile& open, Context& context, ReadFile& file);
// Up to which day amounts of the year to date are.
std::optional<Date> upToOf(const OpenFile& open, const Answers& answers,
                           const ReadOptions& options);
// What is asked of them where nothing says how far they go.
std::optional<Question> upToQuestion(const OpenFile& open, const Answers& answers,
                                     const ReadOptions& options);

} // namespace twelvefold::exchange
