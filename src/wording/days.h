// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"

#include <QString>

// The words of days that date() does not write.
namespace twelvefold::wording {

QString weekday(domain::Date date); // "Tuesday"
QString month(int month);           // "March", 1 to 12
QString monthAndYear(domain::Date); // "March 2026", of any of its days

} // namespace twelvefold::wording
