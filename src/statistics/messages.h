// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <utility>

// Why a figure is missing is said in the domain's messages.
namespace twelvefold::statistics {

using domain::Message;
using domain::MessageKind;

// The result as far as it goes, with why it goes no further.
template<class Result>
Result undefinedBy(Result& result, Message why)
{
    result.undefined = std::move(why);
    return std::move(result);
}

} // namespace twelvefold::statistics
