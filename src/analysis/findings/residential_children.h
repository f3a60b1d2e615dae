// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/question_rules.h"

// What the questions about children in residential care share.
namespace twelvefold::analysis {

// In no more domains than this may intensive support be called for where a family might do.
inline constexpr int kFewIntensive = 1;

// In how many domains a profile calls for intensive support or more.
int intensiveNeeds(const domain::NeedsFramework& framework, const domain::LevelColumns& levels,
                   std::size_t row);

// A question about a move to a family of a child whose familyCost is known, with its worth.
Question moveQuestion(const QuestionInputs& inputs, QuestionKind kind, std::size_t row,
                      const PaidChild& child, const Message& says);

} // namespace twelvefold::analysis
