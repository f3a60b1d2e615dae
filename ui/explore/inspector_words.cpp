// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/inspector_words.h"

#include "explore/inspector.h"
#include "wording/wording.h"

namespace twelvefold::ui {

QString pseudonymAt(const domain::Cohort& cohort, std::size_t row)
{
    return QString::fromStdString(cohort.pseudonym[row]);
}

QString weekly(const domain::Cohort& cohort, std::size_t row)
{
    const auto cost = cohort.weeklyCost.at(row);
    return cost ? wording::pounds(*cost) : Inspector::tr("no cost");
}

QString howMany(std::size_t n)
{
    return n == 1 ? Inspector::tr("1 child") : Inspector::tr("%1 children").arg(wording::count(n));
}

} // namespace twelvefold::ui
