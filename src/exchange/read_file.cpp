// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/councils.h"
#include "exchange/days_of_files.h"
#include "exchange/file_notes.h"
#include "exchange/profile_table.h"

#include <algorithm>
#include <set>

namespace twelvefold::exchange {
namespace {

namespace fs = std::filesystem;

constexpr MessageKind kColumnsAbsent{
    "file-columns-absent",
    TWELVEFOLD_TEXT("Message",
                    "The table has no column %1, so checks that need it were left out.")};
constexpr MessageKind kNoRows{
    "file-no-rows", TWELVEFOLD_TEXT("Message", "The file has headings and no rows below them.")};
constexpr MessageKind kByProfile{
    "file-by-profile", TWELVEFOLD_TEXT("Message", "The columns were read by the profile “%1”.")};
constexpr int kYearsToCome = 10; // that a year of two figures may speak of

// What was answered, else what the profile remembers.
Answers effective(const OpenFile& open, const Answers& answers)
{
    Answers all = answers;
    if (!open.profile)
        return all;
    for (const QuestionKind kind : kQuestionsOfTables) {
        if (all.given(kind).empty())
            all.give(kind, open.profile->profile().answers.given(kind));
    }
    return all;
}

void typeRows(const OpenFile& open, const TableReading& reading, const ReadOptions& options,
              const SettingTable& settings, ReadFile& file)
{
    const CouncilChoice council = councilChoice(open, options);
    tellOfCouncils(open, options, council, file);
    const Rows rows(*open.source, open.headingRow, open.furniture, reading, council);
    const std::optional<int> year = options.returnYear ? options.returnYear : open.year;
    Context context{settings, year, year.has_value(), 0, options.today.value_or(today()), options};
    context.profile = open.profile.get();
    context.upTo = upToOf(open, options.answers, options);
    if (isSnapshot(open.kind))
        decideSnapshot(open, context, file);
    else if (open.kind == FileKind::registeredSettings)
        decideListDay(open, context, file);
    else
        decideYear(open, rows, context, file);
    open.table->read(rows, open.columns, context, file);
    tellOfChildren(file);
}

// What is missing that a table usually has.
void tellOfAbsent(const OpenFile& open, ReadFile& file)
{
    if (open.table == &trimmedHeader() || open.profile) {
        std::string names;
        for (const std::string_view column : open.absent)
            names += (names.empty() ? "" : ", ") + std::string(column);
        if (!names.empty())
            inform(file, {kColumnsAbsent, {names}});
        return;
    }
    for (const std::string_view column : open.absent) {
        if (open.table->furtherExpected)
            warn(file, {kColumnsAbsent, {std::string(column)}});
    }
}

// How a file's columns are read with some answers, and what is left to ask.
struct Decided
{
    TableReading reading;
    std::vector<Question> questions;
};
Decided decide(const OpenFile& open, const Answers& answers, const ReadOptions& options)
{
    Decided decided{open.reading, {}};
    const int thisYear = options.today.value_or(today()).year();
    decided.questions = decided.reading.decide(
        answers, open.table->dayFirstByRule && !options.ruleOfDatesBroken, thisYear + kYearsToCome);
    if (auto asked = upToQuestion(open, answers, options))
        decided.questions.push_back(*std::move(asked));
    return decided;
}

void readRecognised(const OpenFile& open, const ReadOptions& options, const SettingTable& settings,
                    ReadFile& file)
{
    if (open.reading.rows() == 0)
        return warn(file, {kNoRows, {}});
    Decided decided = decide(open, options.answers, options);
    file.questions = std::move(decided.questions);
    for (Question& question : decide(open, {}, options).questions) {
        if (!options.answers.given(question.kind).empty())
            file.answered.push_back(std::move(question));
    }
    if (!file.questions.empty()) {
        file.problems.clear();
        for (const Question& question : file.questions) {
            refuse(file, question.message);
            file.problems.back().column = question.column;
            file.problems.back().value = question.sample;
        }
        file.waiting = open.reading.rows();
        return;
    }
    if (auto fault = faultInListDay(open, options))
        return refuse(file, *std::move(fault));
    decided.reading.tell(file);
    tellOfAbsent(open, file);
    typeRows(open, decided.reading, options, settings, file);
}

} // namespace

FirstLook firstLook(const OpenFile& file)
{
    FirstLook look;
    look.path = file.path;
    look.kind = file.kind;
    for (const auto& [name, rows] : file.reading.councils())
        look.councils.insert(name);
    if (file.table != nullptr) {
        TableReading reading = file.reading;
        reading.decide({}, file.table->dayFirstByRule, today().year());
        look.isMonthFirst = reading.isMonthFirst();
        look.isDayFirstByRuleAlone = reading.isDayFirstByRuleAlone();
    }
    return look;
}

std::set<QuestionKind> asks(const OpenFile& file, bool ruleOfDatesBroken)
{
    std::set<QuestionKind> kinds;
    if (file.table == nullptr || file.reading.rows() == 0)
        return kinds;
    ReadOptions options;
    options.ruleOfDatesBroken = ruleOfDatesBroken;
    for (const Question& question : decide(file, effective(file, {}), options).questions)
        kinds.insert(question.kind);
    return kinds;
}

ReadFile readFile(const OpenFile& open, const SettingTable& settings, const ReadOptions& asWasAsked)
{
    ReadOptions options = asWasAsked;
    options.answers = effective(open, asWasAsked.answers);
    ReadFile file;
    file.path = open.path;
    file.name = open.name;
    file.sha256 = open.sha256;
    file.kind = open.kind;
    file.returnYear = options.returnYear;
    file.headings = open.headings;
    file.source = open.source;
    if (open.refusal) {
        refuse(file, *open.refusal);
        return file;
    }
    for (const Problem& note : open.notes) {
        file.problems.push_back(note);
        file.problems.back().file = file.name;
    }
    if (open.profile) {
        file.profile = open.profile->profile().name;
        inform(file, {kByProfile, {file.profile}});
    }
    readRecognised(open, options, settings, file);
    std::ranges::stable_sort(file.problems, {}, &Problem::row);
    return file;
}

ReadFile readFile(const fs::path& path, const SettingTable& settings, const ReadOptions& options)
{
    return readFile(*openFile(path).front(), settings, options);
}

ReadFile readBytes(std::string name, std::string_view bytes, const SettingTable& settings,
                   const ReadOptions& options)
{
    return readFile(*openBytes(std::move(name), bytes).front(), settings, options);
}

} // namespace twelvefold::exchange
