// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/annex_tables.h"

#include "exchange/leaver_codes.h"

#include <algorithm>
#include <map>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kLeftAside{
    "list-left-aside",
    TWELVEFOLD_TEXT("Message", "%2. %1 rows. Left aside: nothing in this list says what a child "
                               "needs, costs or comes to. They count as unchanged."),
    TWELVEFOLD_TEXT("Message", "%2. One row. Left aside: nothing in this list says what a child "
                               "needs, costs or comes to. It counts as unchanged.")};
constexpr MessageKind kNotUnderstood{
    "column-not-understood",
    TWELVEFOLD_TEXT("Message", "%1 cells of this column say something that is no code and is not "
                               "known to mean one, such as %2: they were left out."),
    TWELVEFOLD_TEXT("Message", "One cell of this column says something that is no code and is not "
                               "known to mean one, %2: it was left out.")};
constexpr MessageKind kListNoDay{
    "list-day-unknown",
    TWELVEFOLD_TEXT("Message", "Nothing in the list says of which day it is: say on which it was "
                               "drawn up.")};
constexpr MessageKind kListNoStart{
    "list-no-start",
    TWELVEFOLD_TEXT("Message", "The row has no day (%1), so it cannot be placed in time.")};
constexpr MessageKind kEndsBefore{
    "list-stay-ends-before-start",
    TWELVEFOLD_TEXT("Message", "The child ceased to be looked after on %2, before the start on "
                               "%1.")};
constexpr MessageKind kPlacedBeforeCare{
    "list-placed-before-care",
    TWELVEFOLD_TEXT("Message", "The placement starts on %1, before the child is said to be looked "
                               "after (%2): the child was taken to be looked after from %1.")};
constexpr MessageKind kRowAgain{
    "list-row-again",
    TWELVEFOLD_TEXT("Message", "Row %1 already says the same of this child and this day.")};

// One list while its rows are typed.
class ListReader
{
public:
    ListReader(const Columns& columns, const Context& context, ReadFile& file)
        : m_columns(columns), m_context(context), m_file(file)
    {
    }
    ListReader(const ListReader&) = delete;
    ListReader& operator=(const ListReader&) = delete;

    // The code that a cell says; empty for a blank, and for what nobody understands, which is
    // counted and said once.
    std::string code(RowReader& row, std::string_view column)
    {
        std::string code = row.code(column);
        if (code.empty() || codeBook(column).knows(code))
            return code;
        Odd& odd = m_odd[std::string(column)];
        ++odd.n;
        constexpr std::size_t shownOnes = 3;
        const std::string words = shown(row.text(column));
        if (odd.first.size() < shownOnes && std::ranges::find(odd.first, words) == odd.first.end())
            odd.first.push_back(words);
        return {};
    }

    // Who the row is about. False: the row is rejected.
    bool person(RowReader& row, HeaderRow& person)
    {
        person.row = row.row();
        person.localId = row.childId("CHILD");
        person.born = birthFrom(row, m_context);
        if (!m_context.snapshotOn)
            row.reject({}, kListNoDay);
        findChild(row, "CHILD", person.localId, person.born, m_context, m_file);
        if (row.rejected())
            return false;
        const std::string sex = code(row, "SEX");
        if (sex == "M" || sex == "1")
            person.sex = Sex::male;
        else if (sex == "F" || sex == "2")
            person.sex = Sex::female;
        person.ethnicity = code(row, "ETHNIC");
        const std::string disabled = code(row, "DISABLED");
        person.disability = disabled == "1" ? "YES" : disabled == "0" ? "NONE" : "";
        return true;
    }

    // The day in a column without which the row says nothing.
    std::optional<Date> start(RowReader& row, std::string_view column)
    {
        const auto day = row.date(column);
        if (!day && !row.rejected())
            row.reject(column, kListNoStart, {m_columns.heading(column)});
        if (day)
            checkDay(row, column, *day, 0, m_context.today);
        return day;
    }

    CareEvent event(EventKind kind, std::optional<Date> start = {}) const
    {
        CareEvent made;
        made.kind = kind;
        made.start = start;
        made.returnYear = m_context.returnYear.value_or(0);
        made.snapshotOn = m_context.snapshotOn;
        return made;
    }

    void keep(const HeaderRow& person, CareEvent event)
    {
        m_file.events.push_back({person.row, person.localId, std::move(event)});
    }

    // That somebody came alone and is still of the age to count so.
    void keepUnaccompanied(RowReader& row, const HeaderRow& person)
    {
        constexpr int grown = 18;
        const bool isGrown =
            person.born && ageInYears(*person.born, *m_context.snapshotOn) >= grown;
        if (code(row, "UASC") == "1" && !isGrown && m_unaccompanied.insert(person.localId).second)
            keep(person, event(EventKind::unaccompanied));
    }

    // Rejects a row of a child and a day that stood before.
    bool isAgain(RowReader& row, const HeaderRow& person, Date start)
    {
        const auto before = m_rows.before(person.localId + '\n' + start.iso(), row.row());
        if (before)
            row.reject("CHILD", kRowAgain, {*before});
        return before.has_value();
    }

    Date on() const { return *m_context.snapshotOn; }
    const Context& context() const { return m_context; }
    const Columns& columns() const { return m_columns; }
    ReadFile& file() { return m_file; }

    void tell() const
    {
        for (const auto& [column, odd] : m_odd) {
            std::string words;
            for (const std::string& one : odd.first)
                words += (words.empty() ? "“" : ", “") + one + "”";
            Problem problem;
            problem.severity = Problem::Severity::warning;
            problem.action = Problem::Action::valueLeftOut;
            problem.message = {kNotUnderstood, {odd.n, words}};
            problem.file = m_file.name;
            problem.column = m_columns.heading(column);
            m_file.problems.push_back(std::move(problem));
        }
    }

private:
    struct Odd
    {
        std::int64_t n = 0;
        std::vector<std::string> first;
    };
    const Columns& m_columns;
    const Context& m_context;
    ReadFile& m_file;
    std::map<std::string, Odd> m_odd; // by column
    std::set<std::string> m_unaccompanied;
    FirstSeen m_rows;
};

// Reads a list whose rows each say that something began, and maybe ended.
void readPeriods(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file,
                 EventKind kind, std::string_view startColumn, std::string_view endColumn,
                 std::string_view codeColumn, std::string_view detailColumn)
{
    ListReader list(columns, context, file);
    readRows(rows, columns, file, [&](RowReader& row) {
        HeaderRow person;
        const auto start = list.start(row, startColumn);
        CareEvent event = list.event(kind, start);
        event.end = row.date(endColumn);
        if (!list.person(row, person) || list.isAgain(row, person, *start))
            return;
        leaveOutEarlyEnd(row, endColumn, event);
        event.code = list.code(row, codeColumn);
        event.detail = SensitiveText(list.code(row, detailColumn));
        list.keep(person, std::move(event));
        file.headers.push_back(std::move(person));
    });
    list.tell();
}

} // namespace

void readInNeedList(const Rows& rows, const Columns& columns, const Context& context,
                    ReadFile& file)
{
    readPeriods(rows, columns, context, file, EventKind::childInNeed, "CIN_START", "CIN_END",
                "PRIMARY_NEED", "CLOSURE_REASON");
}

void readPlansList(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file)
{
    readPeriods(rows, columns, context, file, EventKind::protectionPlan, "CPP_START", "CPP_END",
                "LATEST_CATEGORY", "INITIAL_CATEGORY");
}

namespace {

// Where the child lives, as far as one row can say: the placement of the day, and since when the
// child is looked after. What lay between, nobody says.
void readStay(ListReader& list, RowReader& row, EpisodeRow& typed)
{
    Episode& stay = typed.episode;
    const auto careSince = list.start(row, "CARE_START");
    const auto placedOn = row.date("DECOM");
    stay.end = row.date("CARE_END");
    if (row.rejected())
        return;
    stay.start = placedOn.value_or(*careSince);
    stay.careSince = std::min(*careSince, stay.start);
    if (stay.end && *stay.end < stay.start)
        return row.reject("CARE_END", kEndsBefore, {stay.start, *stay.end});
    if (stay.start < *careSince)
        row.warn("DECOM", kPlacedBeforeCare, {stay.start, *careSince});
    checkDay(row, "DECOM", stay.start, 0, list.context().today);
    stay.reasonNew = stay.careSince == stay.start ? "S" : "P";
    stay.legalStatus = list.code(row, "LS");
    stay.needCode = list.code(row, "CIN");
    stay.placeCode = list.code(row, "PLACE");
    stay.providerCode = list.code(row, "PLACE_PROVIDER");
    stay.endReason = stay.end ? list.code(row, "REC") : std::string();
    stay.urn = row.code("URN");
    stay.placePostcode = SensitiveText(row.code("PL_POST"));
    stay.returnYear = list.context().returnYear.value_or(0);
    stay.snapshotOn = list.on();
}

} // namespace

void readLookedAfterList(const Rows& rows, const Columns& columns, const Context& context,
                         ReadFile& file)
{
    constexpr int mostTimes = 999;
    ListReader list(columns, context, file);
    readRows(rows, columns, file, [&](RowReader& row) {
        HeaderRow person;
        EpisodeRow stay;
        if (!list.person(row, person))
            return;
        readStay(list, row, stay);
        const auto reviewed = row.date("REVIEW");
        if (row.rejected() || list.isAgain(row, person, stay.episode.start))
            return;
        stay.row = person.row;
        stay.localId = person.localId;
        list.keepUnaccompanied(row, person);
        if (CareEvent plan = list.event(EventKind::permanencePlan, list.on());
            !(plan.code = list.code(row, "PERMANENCE_PLAN")).empty())
            list.keep(person, std::move(plan));
        if (reviewed)
            list.keep(person, list.event(EventKind::review, reviewed));
        if (const auto times = row.wholeNumber("TIMES_MISSING", 0, mostTimes))
            file.outcomes.push_back({person.row,
                                     person.localId,
                                     {{"missing_episodes", static_cast<double>(*times)}},
                                     list.on()});
        file.episodes.push_back(std::move(stay));
        file.headers.push_back(std::move(person));
    });
    list.tell();
}

void readLeaversList(const Rows& rows, const Columns& columns, const Context& context,
                     ReadFile& file)
{
    ListReader list(columns, context, file);
    FirstSeen children;
    readRows(rows, columns, file, [&](RowReader& row) {
        HeaderRow person;
        if (!list.person(row, person) || isRepeatedChild(row, person.localId, children))
            return;
        list.keepUnaccompanied(row, person);
        OutcomesRow outcomes{person.row, person.localId, {}, list.on()};
        const auto take = [&](const char* measure, std::optional<bool> value) {
            if (value)
                outcomes.values.emplace_back(measure, *value ? 1.0 : 0.0);
        };
        take("in_touch", isInTouch(list.code(row, "IN_TOUCH")));
        take("education_or_work", isInWorkOrEducation(list.code(row, "ACTIV")));
        const std::string suitable = list.code(row, "SUITABLE");
        if (!suitable.empty())
            take("suitable_accommodation", suitable == "1");
        if (!outcomes.values.empty())
            file.outcomes.push_back(std::move(outcomes));
        file.headers.push_back(std::move(person));
    });
    list.tell();
}

// The decision that a child should be placed for adoption, and that it should no longer; of one who
// was adopted, when it was decided and matched, as the return has it of the adopted alone.
void readAdoptionPlansList(const Rows& rows, const Columns& columns, const Context& context,
                           ReadFile& file)
{
    ListReader list(columns, context, file);
    FirstSeen children;
    readRows(rows, columns, file, [&](RowReader& row) {
        HeaderRow person;
        CareEvent planned = list.event(EventKind::placedForAdoption, row.date("DATE_PLACED"));
        planned.end = row.date("DATE_PLACED_CEASED");
        CareEvent adopted = list.event(EventKind::adoption, planned.start);
        adopted.end = row.date("DATE_MATCH");
        const bool isAdopted = row.date("ADOPTED_ON").has_value();
        if (!list.person(row, person) || isRepeatedChild(row, person.localId, children))
            return;
        if (planned.start) {
            leaveOutEarlyEnd(row, "DATE_PLACED_CEASED", planned);
            planned.code = list.code(row, "REASON_PLACED_CEASED");
            list.keep(person, std::move(planned));
        }
        if (isAdopted) {
            leaveOutEarlyEnd(row, "DATE_MATCH", adopted);
            list.keep(person, std::move(adopted));
        }
        file.headers.push_back(std::move(person));
    });
    list.tell();
}

void leaveListAside(const Rows& rows, const Columns&, const Context&, ReadFile& file)
{
    rows.forEach([&](const CsvRow&) {
        ++file.rows;
        ++file.leftAside;
    });
    Problem problem;
    problem.severity = Problem::Severity::information;
    problem.message = {kLeftAside, {file.leftAside, word(file.kind)}};
    problem.file = file.name;
    file.problems.push_back(std::move(problem));
}

} // namespace twelvefold::exchange
