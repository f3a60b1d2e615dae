// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/days.h"
#include "wording/phrase.h"

#include <QDate>
#include <QDateTime>

#include <cmath>

namespace twelvefold::wording {
namespace {

const QChar kMinus(0x2212);
const QChar kPound(0xA3);
constexpr qsizetype kMostDigits = 15; // all of which a double and a count of pence can hold

thread_local bool speakingEnglish = false;

QString unsignedNumber(double value, int decimals)
{
    return personsLocale().toString(value, 'f', decimals);
}

// QLocale writes a negative amount in brackets in British style: the sign is ours.
QString signedPounds(bool negative, const QString& digits)
{
    return (negative ? QString(kMinus) : QString()) + kPound + digits;
}

// A hyphen is what a keyboard has for a minus.
QString withMinus(const QString& typed)
{
    QString text = typed.trimmed();
    if (text.startsWith(QLatin1Char('-')))
        text[0] = kMinus;
    return text;
}

// The digits of any script, as those that C++ reads.
QString digitsOf(const QString& text)
{
    QString digits;
    for (const uint each : text.toUcs4()) {
        if (const int value = QChar::digitValue(each); value >= 0)
            digits += QString::number(value);
    }
    return digits;
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

QString weekday(domain::Date date)
{
    return personsLocale().dayName(QDate(date.year(), date.month(), date.day()).dayOfWeek());
}

QString month(int month)
{
    return personsLocale().standaloneMonthName(month);
}

QString monthAndYear(domain::Date date)
{
    return month(date.month()) + QLatin1Char(' ') + QString::number(date.year());
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

QString moment(const std::string& utc)
{
    const QDateTime at =
        QDateTime::fromString(QString::fromStdString(utc), Qt::ISODate).toLocalTime();
    const auto day = domain::Date::from(at.date().year(), at.date().month(), at.date().day());
    return day ? date(*day) + QStringLiteral(", ") + at.toString(QStringLiteral("HH:mm"))
               : QString::fromStdString(utc);
}

QString outcomeChange(const domain::OutcomeMeasure& measure, double by)
{
    const bool share = std::string_view(measure.unit.english) == "%";
    const QString figure = number(std::abs(by), by == std::floor(by) ? 0 : measure.decimals);
    return figure + QLatin1Char(' ') +
           (share ? said(TWELVEFOLD_TEXT("Wording", "points")) : text(measure.unit));
}

std::optional<domain::Money> readMoney(const QString& text)
{
    // Whatever stands between them, the digits are the pence.
    const QString written = withMinus(text);
    const QString digits = digitsOf(written);
    if (digits.isEmpty() || digits.size() > kMostDigits)
        return std::nullopt;
    const std::int64_t pence = digits.toLongLong();
    const auto amount = domain::Money::pence(written.startsWith(kMinus) ? -pence : pence);
    QString expected = money(amount);
    if (!written.contains(kPound))
        expected.remove(kPound);
    return written == expected ? std::optional(amount) : std::nullopt;
}

std::optional<domain::Date> readDate(const QString& text)
{
    const QString written = text.simplified();
    const int day = written.section(QLatin1Char(' '), 0, 0).toInt();
    const int year = written.section(QLatin1Char(' '), -1).toInt();
    for (int month = 1; month <= 12; ++month) {
        const auto read = domain::Date::from(year, month, day);
        if (read && date(*read).simplified().compare(written, Qt::CaseInsensitive) == 0)
            return read;
    }
    return std::nullopt;
}

std::optional<double> readNumber(const QString& text)
{
    const QString written = withMinus(text);
    const QString point = personsLocale().decimalPoint();
    const qsizetype at = written.lastIndexOf(point);
    const QString whole = digitsOf(written.left(at)); // all of it where there is no point
    const QString part = at < 0 ? QString() : digitsOf(written.mid(at + point.size()));
    if (whole.isEmpty() || whole.size() + part.size() > kMostDigits)
        return std::nullopt;
    const double size = (whole + QLatin1Char('.') + part).toDouble();
    const double value = written.startsWith(kMinus) ? -size : size;
    return number(value, static_cast<int>(part.size())) == written ? std::optional(value)
                                                                   : std::nullopt;
}

} // namespace twelvefold::wording
