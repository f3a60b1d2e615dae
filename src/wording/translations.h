// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace twelvefold::wording {

// Makes the running application speak the person's language, with its figures, where there is a
// whole translation, and English with British figures elsewhere. Call it once, when the application
// exists.
void installTranslations();

// For a program without translations: English words with British figures, whatever the locale.
void speakEnglish();

// What is spoken, as files name it (BCP 47): "en-GB".
QString languageTag();

} // namespace twelvefold::wording
