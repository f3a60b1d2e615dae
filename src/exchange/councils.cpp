// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/councils.h"

#include "exchange/file_notes.h"
#include "exchange/row_reader.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kSeveralCouncils{
    "rows-of-several-councils",
    TWELVEFOLD_TEXT("Message", "The column %1 names more than one council (%2), and a store is one "
                               "council's: its %3 rows were not taken. Whose are wanted?")};
constexpr MessageKind kNoSuchCouncil{
    "rows-of-no-such-council",
    TWELVEFOLD_TEXT("Message",
                    "The column %1 does not name “%2”; it names: %3. Its %4 rows were not "
                    "taken.")};
constexpr MessageKind kCouncilNamed{"answer-council", TWELVEFOLD_TEXT("Message", "%1")};
constexpr MessageKind kOtherCouncils{
    "rows-of-other-councils",
    TWELVEFOLD_TEXT("Message", "%1 rows of other councils than %2 were left aside."),
    TWELVEFOLD_TEXT("Message", "A row of another council than %2 was left aside.")};
constexpr MessageKind kOtherCouncil{
    "rows-of-another-council",
    TWELVEFOLD_TEXT("Message",
                    "The column %1 says that the rows are of “%2”, and this store is that "
                    "of “%3”: none of the %4 rows was taken. Whose rows are wanted?"),
    TWELVEFOLD_TEXT("Message", "The column %1 says that the row is of “%2”, and this store is that "
                               "of “%3”: it was not taken. Whose rows are wanted?")};
constexpr MessageKind kNotTheStores{
    "file-of-other-council",
    TWELVEFOLD_TEXT("Message",
                    "The rows are of “%2” (%1), as was asked for, and this store is that "
                    "of “%3”.")};

bool contains(std::string_view text, std::string_view part)
{
    return upperCase(text).find(upperCase(part)) != std::string::npos;
}

std::string listed(const Councils& names)
{
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

// A code, such as E09000001, says of no name whether it is another's.
bool isACouncilsName(std::string_view text)
{
    const auto isFigure = [](char c) { return c >= '0' && c <= '9'; };
    return text.size() > 3 && std::ranges::none_of(text, isFigure);
}

bool isOtherCouncil(std::string_view named, std::string_view own)
{
    return isACouncilsName(named) && isACouncilsName(own) && !contains(named, own) &&
           !contains(own, named);
}

} // namespace

bool sameCouncil(std::string_view a, std::string_view b)
{
    return upperCase(trimmed(a)) == upperCase(trimmed(b));
}

CouncilChoice councilChoice(const OpenFile& open, const ReadOptions& options)
{
    CouncilChoice choice;
    if (open.reading.councilHeading().empty())
        return choice;
    choice.councils = options.councils;
    for (const auto& [name, rows] : open.reading.councils())
        choice.councils.insert(name);
    for (const std::string& name : choice.councils) {
        if (options.answers.council && sameCouncil(name, *options.answers.council))
            choice.chosen = name;
    }
    choice.isOthers =
        choice.councils.size() == 1 &&
        isOtherCouncil(*choice.councils.begin(),
                       options.answers.council ? *options.answers.council : options.ownCouncil);
    return choice;
}

void tellOfCouncils(const OpenFile& open, const ReadOptions& options, const CouncilChoice& choice,
                    ReadFile& file)
{
    const std::string& heading = open.reading.councilHeading();
    const auto& asked = options.answers.council;
    if (choice.chosen && isOtherCouncil(*choice.chosen, options.ownCouncil))
        warn(file, {kNotTheStores, {heading, *choice.chosen, options.ownCouncil}});
    if (!choice.isAsked())
        return;
    const std::string names = listed(choice.councils);
    const std::int64_t rows = open.reading.rows();
    Message message =
        asked && !choice.chosen ? Message{kNoSuchCouncil, {heading, *asked, names, rows}}
        : choice.isOthers       ? Message{kOtherCouncil, {heading, names, options.ownCouncil, rows}}
                                : Message{kSeveralCouncils, {heading, names, rows}};
    Question question{QuestionKind::council, message, heading, {}};
    for (const std::string& name : choice.councils)
        question.choices.push_back({name, {kCouncilNamed, {name}}});
    if (choice.chosen) {
        file.answered.push_back(std::move(question));
        std::int64_t aside = open.reading.rows();
        for (const auto& [name, held] : open.reading.councils())
            aside -= sameCouncil(name, *choice.chosen) ? held : 0;
        if (aside > 0)
            inform(file, {kOtherCouncils, {aside, *choice.chosen}});
        return;
    }
    file.questions.push_back(std::move(question));
    addProblem(file, Problem::Severity::rejection, Problem::Action::rowRejected,
               std::move(message));
    file.problems.back().column = heading;
}

} // namespace twelvefold::exchange
