// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/wording.h"

#include <QLocale>
#include <QStringList>

// How the sentences of this room are made. A phrase is English text marked with
// TWELVEFOLD_TEXT("Wording", "…") so that translators see it; places for arguments are %1 to %9.
namespace twelvefold::wording {

// For as long as it lives, figures in this thread are written for a language: in English as in
// Britain, whatever the person's locale.
class Speaking
{
public:
    explicit Speaking(Language language);
    ~Speaking();
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;

private:
    bool m_before;
};

// The numbers of the person at the screen; British when the program runs under no locale at all,
// and while English is spoken.
QLocale personsLocale();

// Puts arguments in their places in one pass, so that a "%2" inside an argument stays as it is.
QString filled(const QString& phrase, const QStringList& arguments);

// A phrase of context "Wording" in a language, with its arguments in place.
QString said(const char* phrase, const QStringList& arguments = {},
             Language language = Language::persons);
// One of two phrases by a count; the many-phrase may have plural forms in a translation.
QString counted(const char* one, const char* many, std::uint64_t n, QStringList arguments = {},
                Language language = Language::persons);

// "a", "a and b", "a, b and c"
QString listed(const QStringList& items, Language language = Language::persons);
// "a", "a or b", "a, b or c"
QString either(const QStringList& items, Language language = Language::persons);
// "Looked after" within a sentence: "looked after". Leaves "SDQ total" alone.
QString lowered(QString text);

} // namespace twelvefold::wording
