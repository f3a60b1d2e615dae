// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/present_day.h"

#include "wording/wording.h"

#include <QCoreApplication>

namespace twelvefold::ui {

QString presentDayInWords(const Session& session)
{
    const domain::Date day = presentDay(session);
    const char* phrase =
        day == session.today() ? QT_TRANSLATE_NOOP("PresentDay", "Today, %1")
        : day == session.census()
            ? QT_TRANSLATE_NOOP("PresentDay", "%1, the census date")
            : QT_TRANSLATE_NOOP("PresentDay", "%1, the last day of the demonstration");
    return QCoreApplication::translate("PresentDay", phrase).arg(wording::date(day));
}

} // namespace twelvefold::ui
