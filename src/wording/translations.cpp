// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace twelvefold::wording {
namespace {

QLocale british()
{
    return {QLocale::English, QLocale::UnitedKingdom};
}

// Speaks a language from a folder of translations, if it is there.
bool speak(const QLocale& locale, const QString& name, const QString& folder)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    // Qt tries every language that the person reads: another than asked for is none.
    if (!translator->load(locale, name, QStringLiteral("_"), folder) ||
        QLocale(translator->language()).language() != locale.language()) {
        delete translator;
        return false;
    }
    return QCoreApplication::installTranslator(translator);
}

} // namespace

void installTranslations()
{
    const QString ours = QStringLiteral(":/translations");
    const QLocale persons;
    // The one installed last is asked first: our English, then our translation. What is said and
    // how figures are written go together: English with British figures, unless there is a whole
    // translation.
    speak(british(), QStringLiteral("twelvefold"), ours);
    const bool translated = persons.language() != QLocale::English &&
                            speak(persons, QStringLiteral("twelvefold"), ours);
    if (!translated)
        speakEnglish();
    else
        speak(persons, QStringLiteral("qtbase"),
              QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

void speakEnglish()
{
    QLocale::setDefault(british());
}

QString languageTag()
{
    return QLocale().bcp47Name();
}

} // namespace twelvefold::wording
