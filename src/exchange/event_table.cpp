// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tables.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

// The return's smaller tables, whose rows each say something that happened to a child.
namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNoDayOfEvent{
    "event-no-start",
    TWELVEFOLD_TEXT("Message", "The row has no day (%1), so it cannot be placed in time.")};
constexpr MessageKind kEventEndsEarly{
    "event-ends-before-start",
    TWELVEFOLD_TEXT("Message", "The end on %2 lies before the start on %1: the end was left out.")};
constexpr MessageKind kSaidBefore{
    "event-repeated", TWELVEFOLD_TEXT("Message", "Row %1 already says the same of this child.")};
constexpr MessageKind kEventsOverlap{
    "event-overlaps",
    TWELVEFOLD_TEXT("Message",
                    "It begins on %1, while what row %2 says of this child still runs.")};
// What a table's columns say of an event; a blank name: it has no such column.
struct EventTable
{
    FileKind table;
    EventKind event;
    std::string_view start{}, end{}, code{};
    std::array<std::string_view, 3> detail{}; // kept as they stand
    bool overlapIsOdd = false;                // a child cannot have two at a time
    bool mayBeToCome = false;                 // its end is known beforehand
};
constexpr EventTable eventTables[] = {
    {.table = FileKind::missing,
     .event = EventKind::missing,
     .start = "MIS_START",
     .end = "MIS_END",
     .code = "MISSING",
     .overlapIsOdd = true},
    {.table = FileKind::reviews,
     .event = EventKind::review,
     .start = "REVIEW",
     .code = "REVIEW_CODE"},
    // DUC: when the child ceases to be one, often the eighteenth birthday.
    {.table = FileKind::unaccompanied,
     .event = EventKind::unaccompanied,
     .end = "DUC",
     .mayBeToCome = true},
    {.table = FileKind::previousPermanence,
     .event = EventKind::previousPermanence,
     .start = "DATE_PERM",
     .code = "PREV_PERM",
     .detail = {"LA_PERM"}},
    {.table = FileKind::adoptions,
     .event = EventKind::adoption,
     .start = "DATE_INT",
     .end = "DATE_MATCH",
     .code = "FOSTER_CARE",
     .detail = {"NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR"}},
    {.table = FileKind::placedForAdoption,
     .event = EventKind::placedForAdoption,
     .start = "DATE_PLACED",
     .end = "DATE_PLACED_CEASED",
     .code = "REASON_PLACED_CEASED",
     .overlapIsOdd = true},
    {.table = FileKind::socialWorkers,
     .event = EventKind::socialWorker,
     .start = "SW_DECOM",
     .end = "SW_DEC",
     .code = "SW_REASON",
     .detail = {"SW_ID"}},
    {.table = FileKind::libertyOrders,
     .event = EventKind::libertyOrder,
     .start = "DOLO_START",
     .end = "DOLO_END",
     .overlapIsOdd = true,
     .mayBeToCome = true},
    {.table = FileKind::childrenInNeed,
     .event = EventKind::childInNeed,
     .start = "CIN_START",
     .end = "CIN_END",
     .code = "PRIMARY_NEED",
     .detail = {"CLOSURE_REASON"}},
    {.table = FileKind::protectionPlans,
     .event = EventKind::protectionPlan,
     .start = "CPP_START",
     .end = "CPP_END",
     .code = "LATEST_CATEGORY",
     .detail = {"INITIAL_CATEGORY"},
     .overlapIsOdd = true},
};

const EventTable& eventTable(FileKind table)
{
    const auto found = std::ranges::find(eventTables, table, &EventTable::table);
    if (found == std::end(eventTables))
        throw std::logic_error("no table of events: " + std::string(token(table)));
    return *found;
}

// "zz/05/2020", "zz/zz/zzzz": a day of which a part, or all, is not known.
bool isPartOfADay(std::string_view text)
{
    return text.find_first_of("zZ") != std::string_view::npos &&
           text.find_first_not_of("0123456789/-.zZ") == std::string_view::npos;
}

class EventReader
{
public:
    EventReader(const EventTable& table, const Columns& columns, const Context& context,
                ReadFile& file)
        : m_table(table), m_columns(columns), m_context(context), m_file(file)
    {
    }

    void read(RowReader& row)
    {
        EventRow typed{row.row(), row.childId("CHILD"), {}};
        const auto born = row.date("DOB");
        findChild(row, "CHILD", typed.localId, born, m_context, m_file);
        typed.event.kind = m_table.event;
        typed.event.returnYear = m_context.returnYear.value_or(0);
        readDays(row, typed.event);
        if (row.rejected() ||
            (isOncePerChild(m_table.event) && isRepeatedChild(row, typed.localId, m_children)))
            return;
        if (!m_table.code.empty())
            typed.event.code =
                row.knownCode(m_table.code, RowReader::Blank::fine, typed.event.returnYear);
        typed.event.detail = SensitiveText(detailOf(row));
        keep(row, std::move(typed));
    }

    // Where two of a child run at a time that cannot.
    void tellOfOverlaps()
    {
        if (!m_table.overlapIsOdd)
            return;
        std::vector<const EventRow*> rows;
        for (const EventRow& row : m_file.events)
            rows.push_back(&row);
        std::ranges::stable_sort(
            rows, {}, [](const EventRow* row) { return std::tie(row->localId, row->event.start); });
        const EventRow* running = nullptr; // of the child's rows so far, that which ends last
        for (const EventRow* row : rows) {
            if (running == nullptr || running->localId != row->localId) {
                running = row;
                continue;
            }
            const auto& end = running->event.end;
            if (!end || *row->event.start < *end)
                tell(*row, *running);
            if (end && (!row->event.end || *row->event.end > *end))
                running = row;
        }
    }

private:
    void readDays(RowReader& row, CareEvent& event) const
    {
        if (!m_table.start.empty())
            event.start = startFrom(row);
        if (!m_table.end.empty())
            event.end = row.date(m_table.end);
        if (row.rejected())
            return;
        if (!event.start && needsDay(event.kind)) {
            row.reject(m_table.start, kNoDayOfEvent, {m_columns.heading(m_table.start)});
            return;
        }
        if (event.start)
            checkDay(row, m_table.start, *event.start, event.returnYear, m_context.today);
        leaveOutEarlyEnd(row, m_table.end, event);
        if (event.end && !m_table.mayBeToCome)
            checkDay(row, m_table.end, *event.end, event.returnYear, m_context.today);
    }

    std::optional<Date> startFrom(RowReader& row) const
    {
        if (m_table.event != EventKind::previousPermanence)
            return row.date(m_table.start);
        if (isPartOfADay(row.text(m_table.start)))
            return std::nullopt;
        return row.date(m_table.start);
    }

    // One cell after the other, a dash for a blank; of a day that is known in part, what is known.
    std::string detailOf(const RowReader& row) const
    {
        std::string detail;
        const auto add = [&](std::string_view text) {
            detail += (detail.empty() ? "" : " ") + std::string(text.empty() ? "-" : text);
        };
        for (const std::string_view column : m_table.detail) {
            if (!column.empty() && m_columns.has(column))
                add(row.code(column));
        }
        if (m_table.event == EventKind::previousPermanence && isPartOfADay(row.text(m_table.start)))
            add(row.text(m_table.start));
        return detail.find_first_not_of("- ") == std::string::npos ? std::string() : detail;
    }

    // A child may have two on one day, but not the same twice.
    void keep(RowReader& row, EventRow typed)
    {
        const CareEvent& event = typed.event;
        const auto [same, isNew] = m_said.try_emplace(
            std::tuple(typed.localId, event.start, event.end, event.code, event.detail.reveal()),
            row.row());
        if (isNew)
            m_file.events.push_back(std::move(typed));
        else
            row.reject(m_table.start, kSaidBefore, {same->second});
    }

    void tell(const EventRow& row, const EventRow& running)
    {
        Message message{kEventsOverlap, {*row.event.start, running.row}};
        if (!m_file.listing.lists(Problem::Severity::warning, message.kind))
            return;
        m_file.problems.push_back({Problem::Severity::warning,
                                   Problem::Action::keptAsItIs,
                                   std::move(message),
                                   m_file.name,
                                   row.row,
                                   m_columns.heading(m_table.start),
                                   {}});
    }

    const EventTable& m_table;
    const Columns& m_columns;
    const Context& m_context;
    ReadFile& m_file;
    FirstSeen m_children;
    std::map<
        std::tuple<std::string, std::optional<Date>, std::optional<Date>, std::string, std::string>,
        std::int64_t>
        m_said;
};

} // namespace

void leaveOutEarlyEnd(RowReader& row, std::string_view column, CareEvent& event)
{
    if (!event.start || !event.end || *event.start <= *event.end)
        return;
    row.leaveOut(column, kEventEndsEarly, {*event.start, *event.end});
    event.end.reset();
}

void readEvents(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file)
{
    EventReader reader(eventTable(file.kind), columns, context, file);
    readRows(rows, columns, file, [&](RowReader& row) { reader.read(row); });
    reader.tellOfOverlaps();
}

} // namespace twelvefold::exchange
