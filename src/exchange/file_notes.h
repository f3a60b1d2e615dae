// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import.h"

// What there is to say of a whole file.
namespace twelvefold::exchange {

void addProblem(ReadFile& file, Problem::Severity severity, Problem::Action action,
                Message message);
void refuse(ReadFile& file, Message why); // none of its rows is taken
void warn(ReadFile& file, Message message);
void inform(ReadFile& file, Message message);

} // namespace twelvefold::exchange
