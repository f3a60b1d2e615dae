// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/episode_order.h"

#include <tuple>

namespace twelvefold::domain {
namespace {

// All that an episode says, in the order in which it counts.
auto content(const Episode& e)
{
    return std::tuple(e.start, !tookNoNight(e), !e.end, e.end, e.reasonNew != "S",
                      std::tie(e.reasonNew, e.legalStatus, e.needCode, e.placeCode, e.providerCode,
                               e.endReason, e.changeReason, e.urn, e.distanceMiles),
                      std::tie(e.homePostcode.reveal(), e.placePostcode.reveal()));
}

} // namespace

bool comesBefore(const Episode& a, const Episode& b)
{
    return content(a) < content(b);
}

bool saysTheSame(const Episode& a, const Episode& b)
{
    return content(a) == content(b);
}

} // namespace twelvefold::domain
