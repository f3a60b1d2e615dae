// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/amount_cell.h"

#include "domain/trimmed.h"

#include <algorithm>
#include <array>

namespace twelvefold::exchange {
namespace {

using domain::Message;
using domain::Money;
using domain::Result;
using domain::trimmed;

// Each of the wider blanks as a plain one, each of the longer dashes as a minus.
std::string withPlainMarks(std::string_view text)
{
    struct Plain
    {
        std::string_view written;
        char plain;
    };
    constexpr std::array marks{Plain{"\u00A0", ' '}, Plain{"\u202F", ' '}, Plain{"\u2009", ' '},
                               Plain{"\u2212", '-'}, Plain{"\u2013", '-'}, Plain{"\u2014", '-'}};
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const auto mark = std::ranges::find_if(
            marks, [&](const Plain& each) { return text.substr(at).starts_with(each.written); });
        plain += mark != marks.end() ? mark->plain : text[at];
        at += mark != marks.end() ? mark->written.size() : 1;
    }
    return plain;
}

bool takeFront(std::string_view& text, std::string_view prefix)
{
    const bool there = text.starts_with(prefix);
    if (there)
        text = trimmed(text.substr(prefix.size()));
    return there;
}

bool takeBack(std::string_view& text, std::string_view suffix)
{
    const bool there = text.ends_with(suffix);
    if (there)
        text = trimmed(text.substr(0, text.size() - suffix.size()));
    return there;
}

void takePound(std::string_view& text)
{
    if (!takeFront(text, "£"))
        takeFront(text, "GBP");
    takeBack(text, "GBP");
}

// Takes what says that an amount is a credit; how many such things there were.
int takeCredits(std::string_view& text)
{
    int credits = 0;
    for (const std::string_view letters : {"CR", "Cr", "cr"})
        credits += takeBack(text, letters) || takeFront(text, letters) ? 1 : 0;
    for (const std::string_view letters : {"DR", "Dr", "dr"}) {
        if (!takeBack(text, letters))
            takeFront(text, letters);
    }
    takePound(text);
    if (text.starts_with('(') && text.ends_with(')') && text.size() > 2) {
        text = trimmed(text.substr(1, text.size() - 2));
        ++credits;
    }
    credits += takeFront(text, "-") ? 1 : 0;
    takePound(text);
    credits += takeFront(text, "-") ? 1 : 0;
    if (text.size() > 1)
        credits += takeBack(text, "-") ? 1 : 0;
    return credits;
}

AmountCell::Mark markIn(std::string_view figures)
{
    using enum AmountCell::Mark;
    const auto points = std::ranges::count(figures, '.'), commas = std::ranges::count(figures, ',');
    if (points + commas == 0)
        return nothing;
    if (points > 0 && commas > 0)
        return figures.rfind('.') > figures.rfind(',') ? point : comma;
    if (points > 1)
        return comma;
    if (commas > 1)
        return point;
    const auto at = figures.find_first_of(".,");
    const bool threeBehind = figures.size() - at == 4 && at > 0 && at <= 3;
    if (points == 1)
        return threeBehind && figures.front() != '0' ? unclear : point;
    return threeBehind ? thousands : comma;
}

// 5250.0000, as databases write money, is 5250.00.
std::string withoutNoughtsBehindPence(std::string figures)
{
    const auto point = figures.find('.');
    while (point != std::string::npos && figures.size() > point + 3 && figures.back() == '0')
        figures.pop_back();
    return figures;
}

std::string withMarksSwapped(std::string figures)
{
    for (char& c : figures)
        c = c == '.' ? ',' : c == ',' ? '.' : c;
    return figures;
}

} // namespace

Result<Money> AmountCell::amount(std::string_view asWritten, DecimalMark by, bool isSaid) const
{
    if (nought)
        return Money();
    if (figures.empty())
        return domain::parseMoney(asWritten);
    std::string text = by == DecimalMark::comma ? withMarksSwapped(figures) : figures;
    if (mark != Mark::unclear || (isSaid && by == DecimalMark::point))
        text = withoutNoughtsBehindPence(std::move(text));
    auto money = domain::parseMoney(text);
    if (!money) {
        Message why = money.failure();
        if (!why.arguments.empty())
            why.arguments.front() = std::string(asWritten);
        return why;
    }
    return credit ? -*money : *money;
}

AmountCell amountCell(std::string_view cell)
{
    AmountCell read;
    const std::string plain = withPlainMarks(cell);
    std::string_view text = trimmed(plain);
    takePound(text);
    if (text == "-" || text == "--") {
        read.nought = true;
        return read;
    }
    const int credits = takeCredits(text);
    if (credits > 1 || text.empty() ||
        text.find_first_not_of("0123456789., ") != std::string_view::npos ||
        text.find_first_of("0123456789") == std::string_view::npos)
        return read;
    read.credit = credits == 1;
    read.figures = text;
    read.mark = markIn(text);
    return read;
}

} // namespace twelvefold::exchange
