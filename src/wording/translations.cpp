// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace twelvefold::wording {

void installTranslations()
{
    const auto speak = [](const QLocale& locale, const QString& name, const QString& folder) {
        auto* translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(locale, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
    };
    // The one installed last is asked first: the toolkit's own words, our English, our translation.
    const QString ours = QStringLiteral(":/translations");
    speak(QLocale(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    speak(QLocale(QLocale::English), QStringLiteral("twelvefold"), ours);
    if (QLocale().language() != QLocale::English)
        speak(QLocale(), QStringLiteral("twelvefold"), ours);
}

} // namespace twelvefold::wording
