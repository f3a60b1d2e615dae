// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open_file.h"
#include "exchange/profile_table.h"
#include "exchange/profile_words.h"
#include "exchange/tables.h"
#include "exchange/zipped_files.h"
#include "files/names.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <set>

namespace twelvefold::exchange {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestFolder = 8; // among those in a folder that is brought in

constexpr MessageKind kColumnsAbsent{
    "file-columns-absent",
    TWELVEFOLD_TEXT("Message",
                    "The table has no column %1, so checks that need it were left out.")};
constexpr MessageKind kNoRows{
    "file-no-rows", TWELVEFOLD_TEXT("Message", "The file has headings and no rows below them.")};
constexpr MessageKind kBadQuotes{
    "row-quotation-marks",
    TWELVEFOLD_TEXT("Message",
                    "A quotation mark on this line is out of place or never closed, so its "
                    "cells cannot be told apart.")};
constexpr MessageKind kTooFewCells{
    "row-too-short",
    TWELVEFOLD_TEXT("Message",
                    "The row has %1 cells where the headings have %2: it may have been cut off.")};
constexpr MessageKind kTooManyCells{
    "row-too-long",
    TWELVEFOLD_TEXT("Message",
                    "The row has %1 cells where the headings have %2: a comma inside a cell "
                    "needs quotation marks around the cell.")};

constexpr MessageKind kSeveralCouncils{
    "rows-of-several-councils",
    TWELVEFOLD_TEXT("Message", "The column %1 names more than one council (%2), and a store is one "
                               "council's: its %3 rows were not taken. Whose are wanted?")};
constexpr MessageKind kOfSeveralCouncils{
    "row-of-several-councils",
    TWELVEFOLD_TEXT("Message", "There are rows of more than one council, and nobody said whose to "
                               "take.")};
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
constexpr MessageKind kYearMeansStart{
    "year-means-start",
    TWELVEFOLD_TEXT("Message", "%2 of %3 dates lie after 31 March %1, so YEAR seems to be the year "
                               "in which the return starts, not that in which it ends: its rows "
                               "were taken as those of the return that ends on 31 March %4.")};
constexpr MessageKind kSnapshotOn{
    "list-of-day",
    TWELVEFOLD_TEXT("Message", "The list was taken to say what was so on %1, the latest day in it "
                               "that is not to come. If it is of another day, say of which.")};
constexpr MessageKind kSnapshotSaid{
    "list-of-day-said", TWELVEFOLD_TEXT("Message", "The list says what was so on %1, as was "
                                                   "answered.")};
constexpr MessageKind kListDayAsked{
    "list-of-which-day", TWELVEFOLD_TEXT("Message", "Of which day does the list say what was so?")};
constexpr MessageKind kListDayAnswer{"answer-list-day", TWELVEFOLD_TEXT("Message", "%1")};
constexpr MessageKind kListDayEarly{
    "list-day-early",
    TWELVEFOLD_TEXT("Message", "%1 dates in the lists lie after %2, the day that was said: can the "
                               "lists be of that day?"),
    TWELVEFOLD_TEXT("Message", "A date in the lists lies after %2, the day that was said: can the "
                               "lists be of that day?")};
constexpr MessageKind kListDayToCome{
    "list-day-to-come",
    TWELVEFOLD_TEXT("Message", "The list cannot say what was so on %1, which is still to come.")};
constexpr MessageKind kProvidersOn{
    "provider-list-of-day",
    TWELVEFOLD_TEXT("Message", "The list was taken to say what was so on %1, the latest day in it "
                               "that is not to come.")};
constexpr MessageKind kUpToAsked{
    "amounts-up-to-which-day",
    TWELVEFOLD_TEXT("Message", "The amounts of “%1” are what was paid since 1 April, and nothing "
                               "says up to which day.")};
constexpr MessageKind kUpToAnswer{"answer-up-to", TWELVEFOLD_TEXT("Message", "Up to %1")};
constexpr MessageKind kByProfile{
    "file-by-profile", TWELVEFOLD_TEXT("Message", "The columns were read by the profile “%1”.")};
constexpr int kYearsToCome = 10; // that a year of two figures may speak of

void addProblem(ReadFile& file, Problem::Severity severity, Problem::Action action, Message message)
{
    Problem problem;
    problem.severity = severity;
    problem.action = action;
    problem.message = std::move(message);
    problem.file = file.name;
    file.problems.push_back(std::move(problem));
}

void refuse(ReadFile& file, Message why)
{
    file.refused = true;
    addProblem(file, Problem::Severity::rejection, Problem::Action::fileRejected, std::move(why));
}

void warn(ReadFile& file, Message message)
{
    addProblem(file, Problem::Severity::warning, Problem::Action::keptAsItIs, std::move(message));
}

void inform(ReadFile& file, Message message)
{
    addProblem(file, Problem::Severity::information, Problem::Action::keptAsItIs,
               std::move(message));
}

bool sameName(std::string_view a, std::string_view b)
{
    return upperCase(trimmed(a)) == upperCase(trimmed(b));
}

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

CouncilChoice councilChoice(const OpenFile& open, const ReadOptions& options)
{
    CouncilChoice choice;
    if (open.reading.councilHeading().empty())
        return choice;
    choice.councils = options.councils;
    for (const auto& [name, rows] : open.reading.councils())
        choice.councils.insert(name);
    for (const std::string& name : choice.councils) {
        if (options.answers.council && sameName(name, *options.answers.council))
            choice.chosen = name;
    }
    choice.isOthers =
        choice.councils.size() == 1 &&
        isOtherCouncil(*choice.councils.begin(),
                       options.answers.council ? *options.answers.council : options.ownCouncil);
    return choice;
}

// What there is to say of a file whose rows name councils.
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
            aside -= sameName(name, *choice.chosen) ? held : 0;
        if (aside > 0)
            inform(file, {kOtherCouncils, {aside, *choice.chosen}});
        return;
    }
    file.questions.push_back(std::move(question));
    addProblem(file, Problem::Severity::rejection, Problem::Action::rowRejected,
               std::move(message));
    file.problems.back().column = heading;
}

void decideYear(const OpenFile& open, const Rows& rows, Context& context, ReadFile& file)
{
    if (context.yearIsSaid || open.table->daysOfYear.empty()) {
        file.returnYear = context.returnYear;
        return;
    }
    const YearsFound years = yearsIn(rows, open.columns, open.table->daysOfYear, context.today);
    if (open.table->kind == FileKind::episodes) {
        context.returnYear = years.latest;
        if (years.withYear > 0 && years.yearMeansStart()) {
            context.yearShift = 1;
            warn(file, {kYearMeansStart,
                        {std::to_string(years.firstYear), years.afterIt, years.withYear,
                         std::to_string(years.firstYear + 1)}});
        }
    } else {
        file.yearOfDays = years.latest;
    }
    file.returnYear = context.returnYear;
}

// Nobody need answer it where the list itself tells: the day it tells, then the ends of months and
// of returns before today.
Question listDayQuestion(std::optional<Date> told, std::optional<Date> said, Date today)
{
    constexpr int months = 60, returns = 5;
    Question question{QuestionKind::listDay, {kListDayAsked, {}}, {}, {}, {}};
    std::set<Date, std::greater<>> days;
    for (const auto& day : {told, said}) {
        if (day)
            days.insert(*day);
    }
    const Date first = *Date::from(today.year(), today.month(), 1);
    for (int i = 0; i < months; ++i)
        days.insert(first.plusMonths(-i).plusDays(-1));
    for (int i = 0; i <= returns; ++i) {
        const Date end = *Date::from(today.year() - i, 3, 31);
        if (end < today)
            days.insert(end);
    }
    for (const Date day : days)
        question.choices.push_back({day.iso(), {kListDayAnswer, {day}}});
    question.taken = told ? told->iso() : std::string();
    return question;
}

void decideSnapshot(const OpenFile& open, Context& context, ReadFile& file)
{
    const auto told = snapshotDay(open.daysOfLists ? *open.daysOfLists : DaysOfLists(),
                                  context.today, context.returnYear);
    const auto said = context.options.answers.listDay;
    context.snapshotOn = said ? said : told;
    file.snapshotOn = context.snapshotOn;
    if (context.snapshotOn) {
        context.returnYear = returnYearEnding(*context.snapshotOn);
        inform(file, {said ? kSnapshotSaid : kSnapshotOn, {*context.snapshotOn}});
        std::int64_t later = 0;
        if (said && open.daysOfLists) {
            for (const auto& [day, n] : *open.daysOfLists)
                later += day > *said && day <= context.today ? n : 0;
        }
        if (later > 0)
            warn(file, {kListDayEarly, {later, *said}});
    }
    file.returnYear = context.returnYear;
    file.answered.push_back(listDayQuestion(told, said, context.today));
}

// A list of Ofsted's is of no return: the year of one that came with it says when it was drawn up
// only where its own days do not.
void decideListDay(const OpenFile& open, Context& context, ReadFile& file)
{
    const DaysOfLists days = open.daysOfLists ? *open.daysOfLists : DaysOfLists();
    context.snapshotOn = snapshotDay(days, context.today, std::nullopt);
    if (!context.snapshotOn)
        context.snapshotOn = snapshotDay(days, context.today, context.returnYear);
    if (context.snapshotOn)
        inform(file, {kProvidersOn, {*context.snapshotOn}});
}

// Up to which day amounts of the year to date are: the profile may say it once for all, and a
// return's year ends on 31 March.
std::optional<Date> upToOf(const OpenFile& open, const Answers& answers, const ReadOptions& options)
{
    if (answers.upTo || !open.profile)
        return answers.upTo;
    const Profile& profile = open.profile->profile();
    if (const ProfileField* field = profile.field("up_to"); field != nullptr)
        return Date::fromIso(field->value);
    const std::optional<int> year = options.returnYear ? options.returnYear : profile.returnYear;
    return year ? Date::from(*year, 3, 31) : std::nullopt;
}

// What is asked of amounts of the year to date where nothing says how far it goes.
std::optional<Question> upToQuestion(const OpenFile& open, const Answers& answers,
                                     const ReadOptions& options)
{
    if (!open.profile || !isYearToDate(open.profile->profile()) || open.columns.has("UP_TO") ||
        upToOf(open, answers, options))
        return std::nullopt;
    constexpr int offered = 8;
    Question question{QuestionKind::upTo, {kUpToAsked, {open.profile->profile().name}}, {}, {}, {}};
    // The quarters that have ended, the latest first.
    const Date now = options.today.value_or(today());
    Date quarter = *Date::from(now.year(), (now.month() - 1) / 3 * 3 + 1, 1);
    for (int i = 0; i < offered; ++i, quarter = quarter.plusMonths(-3)) {
        const Date last = quarter.plusDays(-1);
        question.choices.push_back({last.iso(), {kUpToAnswer, {last}}});
    }
    return question;
}

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
    const auto& listDay = options.answers.listDay;
    if (isSnapshot(open.kind) && listDay && *listDay > options.today.value_or(today()))
        return refuse(file, {kListDayToCome, {*listDay}});
    decided.reading.tell(file);
    tellOfAbsent(open, file);
    typeRows(open, decided.reading, options, settings, file);
}

bool isHidden(const fs::path& path)
{
    return files::inUtf8(path.filename()).starts_with('.');
}

bool mayHoldTables(const fs::path& path)
{
    const std::string name = files::inUtf8(path.filename());
    return !isHidden(path) && (hasTableExtension(name) || files::lowerCase(name).ends_with(".zip"));
}

} // namespace

std::int64_t ReadFile::lineOf(std::int64_t row) const
{
    const auto behind = std::ranges::upper_bound(lineShifts, row, {},
                                                 &std::pair<std::int64_t, std::int64_t>::first);
    return behind == lineShifts.begin() ? row : row + std::prev(behind)->second;
}

void ReadFile::noteLine(std::int64_t row, std::int64_t line)
{
    const std::int64_t before = lineShifts.empty() ? 0 : lineShifts.back().second;
    if (line != 0 && line - row != before)
        lineShifts.emplace_back(row, line - row);
}

void Rows::forEach(const std::function<void(const CsvRow&)>& look) const
{
    m_source.forEach([&](const CsvRow& row) {
        if (row.row > m_headingRow && !row.blank() &&
            m_furniture.what(row) == Furniture::What::nothing)
            look(row);
        return true;
    });
}

namespace {

// A row as it stood, kept for the list of rejects.
void keepReject(ReadFile& file, const CsvRow& row, std::uint32_t reason)
{
    ++file.rejected;
    file.rejects.push_back(
        {row.row, row.raw, row.raw.empty() ? row.cells : std::vector<std::string>(), reason});
}

// Whether a row is of another council than the one that is wanted; where nobody said which is, it
// is rejected.
bool isSetAside(const Rows& rows, const CsvRow& row, ReadFile& file)
{
    const CouncilChoice& choice = rows.council();
    if (!choice.isAsked())
        return false;
    if (choice.chosen)
        return !sameName(rows.reading().councilOf(row), *choice.chosen);
    ++file.rows;
    file.noteLine(row.row, row.line);
    keepReject(file, row,
               file.listing.reason(rows.reading().councilHeading(), {kOfSeveralCouncils, {}}));
    return true;
}

} // namespace

void readRows(const Rows& rows, const Columns& columns, ReadFile& file,
              const std::function<void(RowReader&)>& type)
{
    const auto wanted = static_cast<std::int64_t>(columns.count());
    std::vector<std::string> room;
    rows.forEach([&](const CsvRow& row) {
        if (isSetAside(rows, row, file))
            return;
        ++file.rows;
        file.noteLine(row.row, row.line);
        RowReader reader(row, rows.reading().plain(row, room), columns, rows.reading(), file);
        const auto cells = static_cast<std::int64_t>(row.cells.size());
        const bool tooMany =
            cells > wanted && std::any_of(row.cells.begin() + wanted, row.cells.end(),
                                          [](const auto& cell) { return !trimmed(cell).empty(); });
        if (row.badQuotes)
            reader.reject({}, kBadQuotes);
        else if (cells < wanted)
            reader.reject({}, kTooFewCells, {cells, wanted});
        else if (tooMany)
            reader.reject({}, kTooManyCells, {cells, wanted});
        else
            type(reader);
        if (reader.rejected())
            keepReject(file, row, reader.unlistedReason());
    });
}

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

std::vector<std::string> cellsOf(const ReadFile& file, const ReadFile::Reject& reject)
{
    return reject.raw.empty() || !file.source ? reject.cells : file.source->cellsOf(reject.raw);
}

std::vector<fs::path> filesAt(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_directory(path, error))
        return {path};
    std::vector<fs::path> files;
    fs::recursive_directory_iterator entries(path, fs::directory_options::skip_permission_denied,
                                             error);
    if (error)
        return {path};
    for (; entries != fs::recursive_directory_iterator(); entries.increment(error)) {
        const fs::path& file = entries->path();
        if (entries->is_directory(error)) {
            if (isHidden(file) || entries.depth() >= kDeepestFolder)
                entries.disable_recursion_pending();
        } else if (mayHoldTables(file)) {
            files.push_back(file);
        }
    }
    std::ranges::sort(files);
    return files;
}

} // namespace twelvefold::exchange
