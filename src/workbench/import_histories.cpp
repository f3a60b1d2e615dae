// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_decide.h"

#include "domain/episode_order.h"

#include <algorithm>
#include <iterator>

// What rows of a return say that does not fit who the child is, what its other rows say, or what
// the return before said: told, and taken as it stands. The rules are those of docs/formats.md.
namespace twelvefold::workbench::import {
namespace {

using Severity = Problem::Severity;

constexpr MessageKind kBeforeBirth{
    "episode-before-birth",
    TWELVEFOLD_TEXT("Message", "It starts on %1, before the child was born.")};
constexpr MessageKind kTooYoung{
    "age-unlikely-for-code",
    TWELVEFOLD_TEXT("Message", "%1 is expected from the age of %2, and the child was %3 when the "
                               "episode started.")};
constexpr MessageKind kNeedChanges{
    "need-code-changes",
    TWELVEFOLD_TEXT("Message", "The need (CIN) is %1, and was %2 in row %3 of the same time in "
                               "care.")};
constexpr MessageKind kReasonDiffers{
    "rne-does-not-fit",
    TWELVEFOLD_TEXT("Message", "The reason (RNE) is %1, which does not fit what changed since row "
                               "%2.")};
constexpr MessageKind kNotFollowed{
    "episode-of-last-return-missing",
    TWELVEFOLD_TEXT("Message", "By an earlier return an episode that began on %1 was still open. "
                               "This return has no row of it: it stays open beside these.")};
constexpr MessageKind kNotAgain{
    "episode-of-same-return-missing",
    TWELVEFOLD_TEXT("Message", "The store has an episode that began on %1 from the same year's "
                               "return, and this file has no row of it: it stays beside these. Is "
                               "this return to take its place? Then take the earlier one back "
                               "first.")};
constexpr MessageKind kNotInReturn{
    "children-not-in-return",
    TWELVEFOLD_TEXT("Message",
                    "Children who are looked after by an earlier return, and of whom the return "
                    "that ends on 31 March %2 has no episode: %1 (%3). They stay looked after "
                    "until somebody says that it ended.")};
constexpr MessageKind kOpenAfterCare{
    "event-open-after-care",
    TWELVEFOLD_TEXT("Message", "It is still open, and the child's last episode ended on %1.")};

// From which age a code is to be expected.
struct ExpectedAge
{
    std::string_view column, code;
    int age;
};
constexpr ExpectedAge kExpectedAges[] = {{"LS", "J1", 10},    {"LS", "J2", 10},
                                         {"LS", "J3", 10},    {"PLACE", "R5", 10},
                                         {"PLACE", "K3", 16}, {"PLACE", "S1", 4}};

struct EpisodeAt
{
    Source source;
    const exchange::EpisodeRow* row = nullptr;
};

void tellOf(Deciding& deciding, const Source& source, Severity severity, const char* column,
            Message message)
{
    deciding.tell(source, severity, Problem::Action::keptAsItIs, column, "", std::move(message));
}

void holdAgainstBirth(Deciding& deciding, const EpisodeAt& at, const ChildWork& work)
{
    const auto born = bornOf(work);
    if (!born)
        return;
    const Episode& episode = at.row->episode;
    const Date since = std::min(episode.start, episode.careSince.value_or(episode.start));
    if (since < *born)
        return tellOf(deciding, at.source, Severity::warning, "DECOM", {kBeforeBirth, {since}});
    const int age = ageInYears(*born, episode.start);
    for (const ExpectedAge& expected : kExpectedAges) {
        const std::string& code = expected.column == "LS" ? episode.legalStatus : episode.placeCode;
        if (code == expected.code && age < expected.age)
            tellOf(deciding, at.source, Severity::information, expected.column.data(),
                   {kTooYoung, {code, std::int64_t{expected.age}, std::int64_t{age}}});
    }
}

bool isSamePlace(const Episode& a, const Episode& b)
{
    return a.placeCode == b.placeCode && a.providerCode == b.providerCode && a.urn == b.urn &&
           a.placePostcode == b.placePostcode;
}

// RNE L: another legal status; P: another placement, T: the same carer's; B and U: both.
bool fitsReason(const Episode& before, const Episode& now)
{
    if (before.legalStatus.empty() || now.legalStatus.empty() || before.placeCode.empty() ||
        now.placeCode.empty())
        return true;
    const std::string& reason = now.reasonNew;
    const bool sameStatus = before.legalStatus == now.legalStatus;
    if (reason == "L")
        return !sameStatus && before.placeCode == now.placeCode;
    if (reason == "P" || reason == "T")
        return sameStatus && (reason == "T" || !isSamePlace(before, now));
    if (reason == "B" || reason == "U")
        return !sameStatus && (reason == "U" || !isSamePlace(before, now));
    return true;
}

// Of one time in care, each episode follows on from the one before.
void holdAgainstBefore(Deciding& deciding, const EpisodeAt& before, const EpisodeAt& at)
{
    const Episode &earlier = before.row->episode, &now = at.row->episode;
    if (earlier.end != now.start || earlier.endReason != "X1")
        return;
    if (!earlier.needCode.empty() && !now.needCode.empty() && earlier.needCode != now.needCode)
        tellOf(deciding, at.source, Severity::information, "CIN",
               {kNeedChanges, {now.needCode, earlier.needCode, before.source.row}});
    if (!fitsReason(earlier, now))
        tellOf(deciding, at.source, Severity::information, "RNE",
               {kReasonDiffers, {now.reasonNew, before.source.row}});
}

// The rows of returns, child by child in their order.
std::vector<EpisodeAt> rowsOfReturns(const Deciding& deciding)
{
    std::vector<EpisodeAt> rows;
    const auto& files = deciding.files();
    for (std::size_t f = 0; f < files.size(); ++f) {
        if (exchange::isSnapshot(files[f].kind))
            continue;
        for (const auto& row : files[f].episodes)
            rows.push_back({{f, row.row, row.episode.returnYear}, &row});
    }
    std::ranges::sort(rows, [](const EpisodeAt& a, const EpisodeAt& b) {
        const auto whose = [](const EpisodeAt& at) {
            return std::tie(at.row->localId, at.source.year, at.source.file);
        };
        if (whose(a) != whose(b))
            return whose(a) < whose(b);
        return comesBefore(a.row->episode, b.row->episode);
    });
    return rows;
}

// The year of the latest return among the rows, unless the store has a later one.
std::optional<int> latestReturn(const Deciding& deciding, const std::vector<EpisodeAt>& rows)
{
    int latest = 0;
    for (const EpisodeAt& at : rows)
        latest = std::max(latest, at.source.year);
    for (const auto& [child, episodes] : deciding.episodes()) {
        for (const Episode& episode : episodes) {
            if (!episode.snapshotOn && episode.returnYear > latest)
                return std::nullopt;
        }
    }
    return latest > 0 ? std::optional(latest) : std::nullopt;
}

// What an earlier return left open before this one's year began.
std::optional<Date> leftOpen(const std::vector<Episode>& episodes, int year)
{
    const Date yearStarts = *Date::from(year - 1, 4, 1);
    for (const Episode& episode : episodes) {
        if (!episode.end && !episode.snapshotOn && episode.returnYear > 0 &&
            episode.returnYear < year && episode.start < yearStarts)
            return episode.start;
    }
    return std::nullopt;
}

using Place = std::vector<EpisodeAt>::const_iterator;

// Every child of whom there is a row of the latest return: whether it goes on from what was open.
void holdAgainstLastReturn(Deciding& deciding, Place from, Place to, int year)
{
    const auto ofYear =
        std::find_if(from, to, [year](const EpisodeAt& at) { return at.source.year == year; });
    if (ofYear == to)
        return;
    const ChildWork& work = deciding.childWork(from->row->localId);
    std::vector<Episode> all = episodesAfter(work);
    std::erase_if(all, [&](const Episode& episode) { // which the return says again
        return std::any_of(ofYear, to, [&](const EpisodeAt& at) {
            return at.source.year == year && at.row->episode.start == episode.start;
        });
    });
    if (const auto open = leftOpen(all, year))
        tellOf(deciding, ofYear->source, Severity::warning, "DECOM", {kNotFollowed, {*open}});
}

// A return that comes again, corrected: what it no longer has.
void holdAgainstSameReturn(Deciding& deciding, Place from, Place to)
{
    const ChildWork& work = deciding.childWork(from->row->localId);
    for (auto at = from; at != to; ++at) {
        if (at != from && std::prev(at)->source.year == at->source.year)
            continue; // said at the first row of each year
        for (const Episode& stored : work.storedEpisodes) {
            const auto isIt = [&](const EpisodeAt& other) {
                return other.row->episode.start == stored.start;
            };
            if (!stored.snapshotOn && stored.returnYear == at->source.year && at->source.year > 0 &&
                std::none_of(from, to, isIt)) {
                tellOf(deciding, at->source, Severity::warning, "DECOM",
                       {kNotAgain, {stored.start}});
                break;
            }
        }
    }
}

// Children of whom the latest return says nothing, though an earlier one left them in care.
void tellOfThoseLeftOut(Deciding& deciding, const std::vector<EpisodeAt>& rows, int year)
{
    std::set<std::string> inReturn, leftOut;
    std::optional<Source> file;
    for (const EpisodeAt& at : rows) {
        if (at.source.year != year)
            continue;
        inReturn.insert(at.row->localId);
        if (!file)
            file = Source{at.source.file, 0, 0};
    }
    const auto look = [&](const std::string& localId, const std::vector<Episode>& episodes) {
        if (!localId.empty() && !inReturn.contains(localId) && leftOpen(episodes, year))
            leftOut.insert(localId);
    };
    for (const auto& [child, episodes] : deciding.episodes())
        look(deciding.storedChild(child).localId, episodes);
    for (const EpisodeAt& at : rows) { // of earlier returns that come together with it
        if (!inReturn.contains(at.row->localId))
            look(at.row->localId, episodesAfter(deciding.childWork(at.row->localId)));
    }
    if (leftOut.empty())
        return;
    constexpr std::size_t shownOnes = 5;
    std::string some;
    for (auto id = leftOut.begin();
         id != leftOut.end() && std::distance(leftOut.begin(), id) < std::ptrdiff_t{shownOnes};
         ++id)
        some += (some.empty() ? "" : ", ") + *id;
    if (leftOut.size() > shownOnes)
        some += ", …";
    tellOf(deciding, *file, Severity::warning, "",
           {kNotInReturn, {std::ssize(leftOut), std::to_string(year), some}});
}

// What lists say of where a child lives.
void holdListsAgainstBirth(Deciding& deciding)
{
    const auto& files = deciding.files();
    for (std::size_t f = 0; f < files.size(); ++f) {
        if (!exchange::isSnapshot(files[f].kind))
            continue;
        for (const auto& row : files[f].episodes)
            holdAgainstBirth(deciding, {{f, row.row, 0}, &row}, deciding.childWork(row.localId));
    }
}

// Missing, or under an order, without an end after care has ended.
void holdEventsAgainstCare(Deciding& deciding)
{
    const auto& files = deciding.files();
    for (std::size_t f = 0; f < files.size(); ++f) {
        for (const auto& row : files[f].events) {
            const CareEvent& event = row.event;
            if (event.end || !event.start ||
                (event.kind != EventKind::missing && event.kind != EventKind::libertyOrder) ||
                !deciding.known(row.localId))
                continue;
            std::optional<Date> last;
            bool isOpen = false;
            for (const Episode& episode : episodesAfter(deciding.childWork(row.localId))) {
                isOpen = isOpen || !episode.end;
                if (episode.end && (!last || *last < *episode.end))
                    last = episode.end;
            }
            if (last && !isOpen && *event.start < *last)
                tellOf(deciding, {f, row.row, 0}, Severity::warning, "", {kOpenAfterCare, {*last}});
        }
    }
}

} // namespace

std::optional<Date> bornOf(const ChildWork& work)
{
    return work.identity && work.identity->born ? work.identity->born : work.child.bornMonth;
}

void checkHistories(Deciding& deciding)
{
    const std::vector<EpisodeAt> rows = rowsOfReturns(deciding);
    const auto year = latestReturn(deciding, rows);
    for (auto from = rows.begin(); from != rows.end();) {
        const auto to = std::find_if(from, rows.end(), [from](const EpisodeAt& at) {
            return at.row->localId != from->row->localId;
        });
        const ChildWork& work = deciding.childWork(from->row->localId);
        for (auto at = from; at != to; ++at) {
            holdAgainstBirth(deciding, *at, work);
            if (at != from && std::prev(at)->source.year == at->source.year &&
                std::prev(at)->source.file == at->source.file)
                holdAgainstBefore(deciding, *std::prev(at), *at);
        }
        holdAgainstSameReturn(deciding, from, to);
        if (year)
            holdAgainstLastReturn(deciding, from, to, *year);
        from = to;
    }
    if (year)
        tellOfThoseLeftOut(deciding, rows, *year);
    holdListsAgainstBirth(deciding);
    holdEventsAgainstCare(deciding);
}

} // namespace twelvefold::workbench::import
