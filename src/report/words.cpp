// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/words.h"

#include "wording/wording.h"

#include <algorithm>

namespace twelvefold::report {
namespace {

// What stands where there is no value.
Cell absent()
{
    return {QStringLiteral("–"), {}, Cell::Format::text};
}

} // namespace

bool holdsNumbers(std::span<const Row> rows, std::size_t column)
{
    return std::ranges::any_of(
        rows, [&](const Row& row) { return row[column].format != Cell::Format::text; });
}

Cell textCell(const QString& text)
{
    return {text, {}, Cell::Format::text};
}

Cell wholeCell(double value)
{
    return {wording::number(value, 0), value, Cell::Format::whole};
}

Cell decimalCell(std::optional<double> value, int decimals)
{
    return value ? Cell{wording::number(*value, decimals), *value, Cell::Format::decimal}
                 : absent();
}

Cell moneyCell(std::optional<double> pounds)
{
    return pounds ? Cell{wording::pounds(*pounds), *pounds, Cell::Format::money} : absent();
}

Cell percentCell(std::optional<double> share)
{
    return share ? Cell{wording::percent(*share), *share, Cell::Format::percent} : absent();
}

Cell ratioCell(std::optional<double> ratio)
{
    return ratio ? Cell{wording::ratio(*ratio), *ratio, Cell::Format::ratio} : absent();
}

Cell dateCell(std::optional<domain::Date> date)
{
    return date ? Cell{wording::date(*date), *date, Cell::Format::date} : absent();
}

Cell notKnownCell()
{
    return {Words::tr("not known"), {}, Cell::Format::text};
}

Cell withheldCell()
{
    return {QStringLiteral("c"), {}, Cell::Format::text};
}

} // namespace twelvefold::report
