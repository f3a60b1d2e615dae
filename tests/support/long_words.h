// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace twelvefold::person {

// A language that takes twice the room, for as long as it lives: a single word becomes one word
// twice as long, as in German, a sentence is said twice.
class LongWords : public QTranslator
{
public:
    LongWords() { QCoreApplication::installTranslator(this); }
    ~LongWords() override { QCoreApplication::removeTranslator(this); }
    LongWords(const LongWords&) = delete;
    LongWords& operator=(const LongWords&) = delete;

    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        const QString once = QString::fromUtf8(source);
        const bool aWord = !once.contains(QLatin1Char(' ')) && !once.contains(QLatin1Char('%'));
        if (once.startsWith(QLatin1Char('<')) || once.contains(QStringLiteral("*.")))
            return once; // markup, and patterns of file names
        return aWord ? once + once.toLower().remove(QLatin1Char('&'))
                     : once + QLatin1Char(' ') + QString(once).remove(QLatin1Char('&'));
    }
};

} // namespace twelvefold::person
