// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/care_history.h"
#include "workbench/import_decide.h"
#include "workbench/import_episodes.h"

#include "domain/episode_order.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>

// What lists of a day say of who children are and where they live: it takes the place of no return.
namespace twelvefold::workbench::import {
namespace {

constexpr MessageKind kListBirth{
    "list-birth-differs",
    TWELVEFOLD_TEXT("Message", "The date of birth is another than this child has here, which was "
                               "kept. Which is right?")};
constexpr MessageKind kToldByReturns{
    "list-told-by-returns",
    TWELVEFOLD_TEXT("Message", "Of %1 children returns already say where they lived at that time. "
                               "What the list says of it is kept and does not count, as a list "
                               "takes the place of no return."),
    TWELVEFOLD_TEXT("Message", "Of one child a return already says where it lived at that time. "
                               "What the list says of it is kept and does not count, as a list "
                               "takes the place of no return.")};
constexpr MessageKind kLivesOtherwise{
    "list-lives-otherwise",
    TWELVEFOLD_TEXT("Message", "Of these children %1 live elsewhere by the list than by the "
                               "returns. Has the move been recorded, or is there a newer return?"),
    TWELVEFOLD_TEXT("Message", "Of these children one lives elsewhere by the list than by the "
                               "returns. Has the move been recorded, or is there a newer return?")};

// The lists of a day, the latest first.
std::vector<std::size_t> listsByDay(const Deciding& deciding)
{
    const auto& files = deciding.files();
    std::vector<std::size_t> lists;
    for (std::size_t f = 0; f < files.size(); ++f) {
        if (files[f].snapshotOn)
            lists.push_back(f);
    }
    std::ranges::stable_sort(lists, std::greater(),
                             [&files](std::size_t f) { return *files[f].snapshotOn; });
    return lists;
}

// Of a child whom the store knows from lists alone, the latest day that they speak of.
std::optional<Date> listedOn(const Deciding& deciding, const ChildWork& work)
{
    std::optional<Date> latest;
    bool isOfReturn = false;
    const auto look = [&](const std::optional<Date>& day) {
        isOfReturn = isOfReturn || !day;
        if (day && (!latest || *day > *latest))
            latest = day;
    };
    for (const Episode& episode : work.storedEpisodes)
        look(episode.snapshotOn);
    for (const CareEvent& event : Deciding::storedOf(deciding.events(), work.child.id))
        look(event.snapshotOn);
    return isOfReturn ? std::nullopt : latest;
}

// isLatest: no later list of those brought in told of the child.
Fate takePerson(Deciding& deciding, const Source& source, const exchange::HeaderRow& row,
                bool isLatest)
{
    const bool isFirst = !deciding.known(row.localId);
    ChildWork& work = deciding.childWork(row.localId);
    Child& child = work.child;
    const Child before = child;
    Identity identity = work.identity.value_or(Identity());
    // A later list corrects an earlier one; what returns say, none does.
    const auto listed = work.isNew || isFirst ? std::nullopt : listedOn(deciding, work);
    const bool corrects = isLatest && listed && *listed < *deciding.files()[source.file].snapshotOn;
    if (child.sex == Sex::unspecified || (corrects && row.sex != Sex::unspecified))
        child.sex = row.sex;
    if (child.ethnicity.empty() || (corrects && !row.ethnicity.empty()))
        child.ethnicity = row.ethnicity;
    if (child.disability.empty() || (corrects && !row.disability.empty()))
        child.disability = row.disability;
    if (row.born &&
        ((!identity.born && !child.bornMonth) || (corrects && identity.born != row.born))) {
        child.bornMonth = Date::from(row.born->year(), row.born->month(), 1);
        identity.born = row.born;
        work.identity = identity;
    } else if (row.born && identity.born && *row.born != *identity.born) {
        deciding.tell(source, Problem::Severity::warning, Problem::Action::keptAsItIs, "DOB", "",
                      {kListBirth, {}});
    }
    if (isFirst)
        return Fate::accepted;
    if (child == before)
        return Fate::unchanged;
    work.childChanged = !work.isNew;
    deciding.tellChange(source, child, differencesOf(before, child));
    return Fate::changed;
}

// Whether returns have the child on the list's day in a placement of another kind, or nowhere.
bool livesOtherwise(const Episode& stay, const std::vector<Episode>& all)
{
    const Date day = stay.end ? stay.end->plusDays(-1) : *stay.snapshotOn;
    return std::ranges::none_of(all, [&](const Episode& episode) {
        return !episode.snapshotOn && Period{episode.start, episode.end}.contains(day) &&
               (stay.placeCode.empty() || episode.placeCode == stay.placeCode);
    });
}

// A later list corrects what an earlier one said of the same stay.
Fate takeStayOfList(Deciding& deciding, ChildWork& work, const Source& source, Episode stay)
{
    const auto isSame = [&](const Episode& known) {
        return known.snapshotOn && known.start == stay.start;
    };
    const auto coming = std::ranges::find_if(work.episodes, isSame);
    if (coming != work.episodes.end()) { // of an earlier list that came with this one
        stay.id = coming->id;
        stay.child = coming->child;
        *coming = std::move(stay);
        return Fate::unchanged;
    }
    const auto stored = std::ranges::find_if(work.storedEpisodes, isSame);
    if (stored != work.storedEpisodes.end()) {
        stay.id = stored->id;
        stay.child = stored->child;
        if (*stored->snapshotOn > *stay.snapshotOn)
            return Fate::unchanged;
        if (saysTheSame(stay, *stored) && stay.careSince == stored->careSince) {
            if (*stay.snapshotOn > *stored->snapshotOn)
                work.confirmed.push_back(std::move(stay));
            return Fate::unchanged;
        }
        deciding.tellChange(source, work.child, differencesOf(*stored, stay),
                            nameOfRecord(*stored));
    }
    const bool isNew = !stay.id;
    work.episodes.push_back(std::move(stay));
    work.episodesFrom = source.file;
    return isNew ? Fate::accepted : Fate::changed;
}

} // namespace

// A list says who a child is where nobody has said so, and takes nothing back.
void decidePersonsOfLists(Deciding& deciding)
{
    std::set<std::string> told;
    for (const std::size_t f : listsByDay(deciding)) {
        for (const auto& row : deciding.files()[f].headers)
            deciding.count({f, row.row, 0}, takePerson(deciding, {f, row.row, 0}, row,
                                                       told.insert(row.localId).second));
    }
}

// What lists say of where children live, once it is known what returns say.
void decideStaysOfLists(Deciding& deciding)
{
    std::vector<std::size_t> lists = listsByDay(deciding);
    std::ranges::reverse(lists);
    for (const std::size_t f : lists) {
        std::int64_t told = 0, otherwise = 0;
        for (const auto& row : deciding.files()[f].episodes) {
            ChildWork& work = deciding.childWork(row.localId);
            deciding.count({f, row.row, 0},
                           takeStayOfList(deciding, work, {f, row.row, 0}, row.episode));
            std::vector<Episode> all = episodesAfter(work);
            std::erase_if(all, [](const Episode& episode) { return !!episode.snapshotOn; });
            all.push_back(row.episode);
            if (episodesThatCount(all).size() == all.size())
                continue;
            ++told;
            otherwise += livesOtherwise(row.episode, all) ? 1 : 0;
        }
        using enum Problem::Severity;
        if (told > 0)
            deciding.tell({f, 0, 0}, information, Problem::Action::keptAsItIs, "", "",
                          {kToldByReturns, {told}});
        if (otherwise > 0)
            deciding.tell({f, 0, 0}, warning, Problem::Action::keptAsItIs, "", "",
                          {kLivesOtherwise, {otherwise}});
    }
}

} // namespace twelvefold::workbench::import
