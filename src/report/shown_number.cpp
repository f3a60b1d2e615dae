// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/shown_number.h"

#include <QLocale>
#include <QRegularExpression>

namespace twelvefold::report {
namespace {

const QChar kMinus(0x2212);

// What a figure ends in, what that multiplies it by, and how a spreadsheet says so: a comma after
// the digits divides by a thousand.
struct Unit
{
    const char* ends;
    double times;
    const char* format;
};
constexpr Unit kUnits[] = {{"k", 1e3, ",\"k\""},
                           {"m", 1e6, ",,\"m\""},
                           {"bn", 1e9, ",,,\"bn\""},
                           {" %", 0.01, " %"},
                           {"×", 1, "\"×\""}};

const Unit* unitOf(const QString& ends)
{
    for (const Unit& unit : kUnits) {
        if (ends == QString::fromUtf8(unit.ends))
            return &unit;
    }
    return nullptr;
}

struct Parts
{
    QString sign, pound, digits, ends;
};

std::optional<Parts> partsOf(const QString& shown)
{
    static const QRegularExpression figure(
        QStringLiteral("^([+\\-\\x{2212}]?)(£?)(\\d[\\d.,\\x{00A0}\\x{202F}’]*)( %|×|k|m|bn|)$"),
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = figure.match(shown);
    if (!match.hasMatch())
        return std::nullopt;
    return Parts{match.captured(1), match.captured(2), match.captured(3), match.captured(4)};
}

// With the digits, grouping, sign and unit that are shown. What is below nought by less than is
// shown has no sign, and a spreadsheet would give it one.
QByteArray formatOf(const Parts& parts, double value)
{
    const QLocale locale;
    const qsizetype point = parts.digits.lastIndexOf(locale.decimalPoint());
    const qsizetype decimals = point < 0 ? 0 : parts.digits.size() - point - 1;
    const qsizetype whole = point < 0 ? parts.digits.size() : point;
    // Three digits may be the last of a group; four without a group between are a number as it is.
    const bool grouped = whole <= 3 || parts.digits.contains(locale.groupSeparator());
    QByteArray digits = grouped ? "#,##0" : "0";
    if (decimals > 0)
        digits += '.' + QByteArray(decimals, '0');
    if (const Unit* unit = unitOf(parts.ends))
        digits += unit->format;
    const QByteArray amount = parts.pound.toUtf8() + digits;
    const QByteArray positive = parts.sign == QLatin1String("+") ? "\"+\"" + amount : amount;
    const bool signless = value < 0 && parts.sign.isEmpty();
    return positive + (signless ? ";" : ";\"−\"") + amount;
}

} // namespace

std::optional<ShownNumber> numberIn(const QString& shown)
{
    const auto parts = partsOf(shown);
    if (!parts)
        return std::nullopt;
    const QLocale locale;
    bool number = false;
    double value = locale.toDouble(parts->digits, &number);
    const bool needlessNought = parts->digits.size() > 1 && parts->digits.startsWith('0') &&
                                !parts->digits.mid(1).startsWith(locale.decimalPoint());
    if (!number || needlessNought)
        return std::nullopt;
    if (const Unit* unit = unitOf(parts->ends))
        value *= unit->times;
    const bool negative = parts->sign == kMinus || parts->sign == QLatin1String("-");
    return ShownNumber{negative ? -value : value, formatOf(*parts, negative ? -value : value)};
}

std::optional<ShownNumber> numberOf(const Cell& cell)
{
    const double* value = std::get_if<double>(&cell.value);
    if (value == nullptr)
        return std::holds_alternative<std::monostate>(cell.value) ? numberIn(cell.shown)
                                                                  : std::nullopt;
    const auto parts = partsOf(cell.shown);
    return ShownNumber{*value, parts ? formatOf(*parts, *value) : QByteArray("General")};
}

} // namespace twelvefold::report
