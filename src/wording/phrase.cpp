// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace twelvefold::wording {
namespace {

QString translated(const char* context, const char* english, Language language, int n = -1)
{
    return language == Language::english
               ? QString::fromUtf8(english)
               : QCoreApplication::translate(context, english, nullptr, n);
}

// A figure inside a sentence: four significant digits, no decimals that say nothing.
QString figure(double value)
{
    const double size = std::abs(value);
    if (value == 0 || size >= 1e15)
        return number(value, 0);
    if (size < 1e-4) {
        const QString digits = personsLocale().toString(size, 'g', 3);
        return value < 0 ? QChar(0x2212) + digits : digits;
    }
    const int decimals = std::max(0, 3 - static_cast<int>(std::floor(std::log10(size))));
    const double scale = std::pow(10.0, decimals);
    double rounded = std::round(value * scale);
    int kept = decimals;
    while (kept > 0 && std::fmod(rounded, 10.0) == 0) {
        rounded /= 10;
        --kept;
    }
    return number(value, kept);
}

// Whether it is a time as the store writes it, which is for programs.
bool isMoment(const std::string& text)
{
    static const std::string pattern = "0000-00-00T00:00:00Z";
    return std::ranges::equal(text, pattern, [](char each, char as) {
        return as == '0' ? each >= '0' && each <= '9' : each == as;
    });
}

struct AsText
{
    Language language;

    // Years are whole numbers too: grouping starts at five digits.
    QString operator()(std::int64_t value) const
    {
        const std::int64_t size = std::abs(value);
        const QString digits =
            size < 10000 ? QString::number(size) : count(static_cast<std::uint64_t>(size));
        return value < 0 ? QChar(0x2212) + digits : digits;
    }
    QString operator()(double value) const { return figure(value); }
    QString operator()(const std::string& value) const
    {
        return language == Language::persons && isMoment(value) ? moment(value)
                                                                : QString::fromStdString(value);
    }
    QString operator()(domain::Date value) const { return date(value); }
    QString operator()(domain::Pence value) const
    {
        return money(domain::Money::pence(value.value));
    }
    QString operator()(domain::AboutPounds value) const
    {
        constexpr double kLarge = 99'999.5;
        return std::abs(value.value) < kLarge ? roundPounds(value.value) : largeMoney(value.value);
    }
    QString operator()(domain::Word value) const { return text(value, language); }
};

// Items with commas between them, the last two joined by a phrase.
QString strung(const QStringList& items, const char* lastTwo, Language language)
{
    if (items.size() < 2)
        return items.join(QString());
    const QString first = items.first(items.size() - 1).join(QStringLiteral(", "));
    return said(lastTwo, {first, items.last()}, language);
}

} // namespace

QString filled(const QString& phrase, const QStringList& arguments)
{
    QString sentence;
    sentence.reserve(phrase.size() + 16);
    for (qsizetype at = 0; at < phrase.size(); ++at) {
        const int index = at + 1 < phrase.size() ? phrase[at + 1].unicode() - '1' : -1;
        if (phrase[at] == QLatin1Char('%') && index >= 0 && index <= 8 &&
            index < arguments.size()) {
            sentence += arguments[index];
            ++at;
        } else {
            sentence += phrase[at];
        }
    }
    return sentence;
}

QString said(const char* phrase, const QStringList& arguments, Language language)
{
    return filled(translated("Wording", phrase, language), arguments);
}

QString counted(const char* one, const char* many, std::uint64_t n, QStringList arguments,
                Language language)
{
    arguments.prepend(count(n));
    const int forPlural = static_cast<int>(std::min<std::uint64_t>(n, 1'000'000));
    return filled(n == 1 ? translated("Wording", one, language)
                         : translated("Wording", many, language, forPlural),
                  arguments);
}

QString listed(const QStringList& items, Language language)
{
    return strung(items, TWELVEFOLD_TEXT("Wording", "%1 and %2"), language);
}

QString either(const QStringList& items, Language language)
{
    return strung(items, TWELVEFOLD_TEXT("Wording", "%1 or %2"), language);
}

QString lowered(QString text)
{
    const bool abbreviation = text.size() > 1 && text[1].isUpper();
    if (!text.isEmpty() && !abbreviation)
        text[0] = text[0].toLower();
    return text;
}

QString text(const domain::Message& message, Language language)
{
    const Speaking speaking(language);
    QStringList arguments;
    for (const domain::Argument& argument : message.arguments)
        arguments << std::visit(AsText{language}, argument);
    return filled(translated("Message", message.english(), language), arguments);
}

QString text(domain::Word word, Language language)
{
    return translated("Word", word.english, language);
}

} // namespace twelvefold::wording
