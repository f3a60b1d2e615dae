// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"

#include <QDate>

namespace twelvefold::ui {

inline QDate toQDate(domain::Date date)
{
    return {date.year(), date.month(), date.day()};
}

// Of a valid QDate.
inline domain::Date fromQDate(QDate date)
{
    return domain::Date::fromDayNumber(static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(date)));
}

} // namespace twelvefold::ui
