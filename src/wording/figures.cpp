// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

#include <QDate>

#include <cmath>

namespace twelvefold::wording {
namespace {

const QChar kMinus(0x2212);

thread_local bool speakingEnglish = false;

QString unsignedNumber(double value, int decimals)
{
    return personsLocale().toString(value, 'f', decimals);
}

// QLocale writes a negative amount in brackets in British style: the sign is ours.
QString signedPounds(bool negative, const QString& digits)
{
    return (negative ? QString(kMinus) : QString()) + QChar(0xA3) + digits;
}

// English months are ours: Qt's British short form of September is "Sept", alone with four letters.
QString shortMonth(int month)
{
    const QLocale locale = personsLocale();
    if (locale.language() != QLocale::English)
        return locale.monthName(month, QLocale::ShortFormat);
    static const char* const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return QLatin1String(names[month - 1]);
}

} // namespace

Speaking::Speaking(Language language) : m_before(speakingEnglish)
{
    speakingEnglish = speakingEnglish || language == Language::english;
}

Speaking::~Speaking()
{
    speakingEnglish = m_before;
}

QLocale personsLocale()
{
    const QLocale locale;
    return speakingEnglish || locale.language() == QLocale::C
               ? QLocale(QLocale::English, QLocale::UnitedKingdom)
               : locale;
}

QString money(domain::Money amount)
{
    const std::int64_t pence = amount.inPence();
    const QLocale locale = personsLocale();
    const std::uint64_t size =
        pence < 0 ? 0 - static_cast<std::uint64_t>(pence) : static_cast<std::uint64_t>(pence);
    const QString rest = QStringLiteral("%1").arg(size % 100, 2, 10, QLatin1Char('0'));
    return signedPounds(pence < 0, count(size / 100) + locale.decimalPoint() + rest);
}

QString pounds(double pounds)
{
    return money(domain::Money::fromPounds(pounds));
}

QString roundPounds(double pounds)
{
    const double whole = std::round(std::abs(pounds));
    return signedPounds(pounds < 0 && whole > 0, unsignedNumber(whole, 0));
}

QString largeMoney(double pounds)
{
    const double size = std::abs(pounds);
    if (size < 9999.5)
        return roundPounds(pounds);
    if (size < 999500)
        return signedPounds(pounds < 0, unsignedNumber(size / 1e3, 0) + QLatin1Char('k'));
    if (size < 999.95e6)
        return signedPounds(pounds < 0, unsignedNumber(size / 1e6, 1) + QLatin1Char('m'));
    return signedPounds(pounds < 0, unsignedNumber(size / 1e9, 2) + QStringLiteral("bn"));
}

QString spend(double pounds, QString (*written)(double))
{
    return pounds > 0 ? written(pounds) : said(TWELVEFOLD_TEXT("Wording", "not known"));
}

QString date(domain::Date date)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QString::number(date.day()), shortMonth(date.month()), QString::number(date.year()));
}

QString ratio(double ratio)
{
    // Three figures are as many as a ratio of two costs can bear.
    const int decimals = ratio < 0.995 ? 2 : ratio < 99.95 ? 1 : 0;
    return unsignedNumber(ratio, decimals) + QChar(0xD7);
}

QString percent(double share)
{
    return number(share * 100, 0) + QStringLiteral(" %");
}

QString number(double value, int decimals)
{
    const QString digits = unsignedNumber(std::abs(value), decimals);
    const double unit = std::pow(10.0, -decimals);
    return value < 0 && std::abs(value) >= unit / 2 ? kMinus + digits : digits;
}

QString count(std::uint64_t n)
{
    return personsLocale().toString(static_cast<qulonglong>(n));
}

QString levels(double distance)
{
    const bool whole = distance == std::floor(distance);
    const QString figure = number(distance, whole                                        ? 0
                                            : distance * 10 == std::floor(distance * 10) ? 1
                                                                                         : 2);
    return distance == 1 ? said(TWELVEFOLD_TEXT("Wording", "%1 level"), {figure})
                         : said(TWELVEFOLD_TEXT("Wording", "%1 levels"), {figure});
}

} // namespace twelvefold::wording
