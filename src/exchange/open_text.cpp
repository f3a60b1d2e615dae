// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/look_through.h"
#include "exchange/open_kinds.h"
#include "exchange/row_reader.h"
#include "exchange/text.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kSeparator{
    "file-separator",
    TWELVEFOLD_TEXT("Message",
                    "The cells are separated by %1 instead of commas, and were read so.")};
constexpr MessageKind kSeparatorSaid{
    "file-separator-line",
    TWELVEFOLD_TEXT("Message",
                    "The line “%1” at the top speaks to spreadsheets: it was passed over.")};

void noteSeparator(OpenFile& file, char separator)
{
    const auto say = [&](Word what) {
        file.note(Problem::Severity::information, {kSeparator, {what}});
    };
    if (separator == ';')
        say({TWELVEFOLD_TEXT("Word", "semicolons")});
    else if (separator == '\t')
        say({TWELVEFOLD_TEXT("Word", "tabs")});
    else if (separator == '|')
        say({TWELVEFOLD_TEXT("Word", "upright strokes")});
}

// "sep=;" on a line of its own, by which some programs tell a spreadsheet what separates cells.
struct SeparatorLine
{
    char separator = 0;
    std::string_view line;
    std::size_t behind = 0;
};
std::optional<SeparatorLine> separatorLineOf(std::string_view text)
{
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = trimmed(text.substr(0, end));
    if (line.size() > 2 && line.front() == '"' && line.back() == '"')
        line = line.substr(1, line.size() - 2);
    // A tab behind the sign is trimmed off with the line's other blanks.
    if (!upperCase(line).starts_with("SEP=") || line.size() > 5)
        return std::nullopt;
    const std::size_t behind = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    return SeparatorLine{line.size() == 5 ? line.back() : '\t', line,
                         std::min(behind, text.size())};
}

void lookThroughText(std::shared_ptr<const std::string> text, OpenFile& file)
{
    std::size_t from = 0;
    std::int64_t firstLine = 1;
    std::string separators{separatorOf(*text)};
    if (const auto said = separatorLineOf(*text)) {
        file.note(Problem::Severity::information, {kSeparatorSaid, {std::string(said->line)}});
        from = said->behind;
        firstLine = 2;
        separators = said->separator;
    }
    for (const char other : kSeparators) {
        if (separators.find(other) == std::string::npos)
            separators += other;
    }
    // The right one is that by which headings are found; the first where none is.
    std::shared_ptr<const TextRows> rows;
    for (const char separator : separators) {
        auto tried = std::make_shared<const TextRows>(text, separator, from, firstLine);
        const bool right = headingsIn(*tried, file.profiles).recognition.table != nullptr;
        if (!rows || right)
            rows = tried;
        if (right)
            break;
    }
    lookThrough(rows, file);
    if (file.table != nullptr)
        noteSeparator(file, rows->separator());
    auto days = std::make_shared<DaysOfLists>();
    addDaysOf(file, *days);
    file.daysOfLists = std::move(days);
}

} // namespace

Opened openText(std::string bytes, OpenFile file)
{
    auto text = decodeOwnText(std::move(bytes));
    if (!text) {
        file.refusal = text.failure();
        return {std::make_shared<const OpenFile>(std::move(file))};
    }
    lookThroughText(std::make_shared<const std::string>(std::move(text->utf8)), file);
    for (const Message& warning : text->warnings)
        file.note(Problem::Severity::warning, warning);
    return {std::make_shared<const OpenFile>(std::move(file))};
}

std::shared_ptr<const TextRows> rowsOfText(std::string bytes)
{
    auto text = decodeOwnText(std::move(bytes));
    if (!text)
        return nullptr;
    const auto whole = std::make_shared<const std::string>(std::move(text->utf8));
    const auto said = separatorLineOf(*whole);
    return std::make_shared<const TextRows>(whole, said ? said->separator : separatorOf(*whole),
                                            said ? said->behind : 0, said ? 2 : 1);
}

} // namespace twelvefold::exchange
