// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace twelvefold::wording {

// Makes the running application speak the person's language where there is a translation, and
// English with its plurals elsewhere. Call it once, when the application exists and its locale is
// set.
void installTranslations();

} // namespace twelvefold::wording
