// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

namespace twelvefold::store {

WorldError::WorldError(Message message)
    : std::runtime_error(plainEnglish(message)), m_message(std::move(message))
{
}

} // namespace twelvefold::store
