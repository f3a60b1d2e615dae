// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/wording.h"

namespace twelvefold::wording {

QString count(std::uint64_t n)
{
    QString digits = QString::number(n);
    for (auto at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, QLatin1Char(','));
    return digits;
}

} // namespace twelvefold::wording
