// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/days_of_files.h"

#include "exchange/file_notes.h"
#include "exchange/profile_table.h"
#include "exchange/profile_words.h"

#include <set>

namespace twelvefold::exchange {
namespace {

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

} // namespace

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

std::optional<Message> faultInListDay(const OpenFile& open, const ReadOptions& options)
{
    const auto& listDay = options.answers.listDay;
    const bool isToCome =
        isSnapshot(open.kind) && listDay && *listDay > options.today.value_or(today());
    return isToCome ? std::optional(Message{kListDayToCome, {*listDay}}) : std::nullopt;
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

// The profile may say it once for all, and a return's year ends on 31 March.
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

} // namespace twelvefold::exchange
