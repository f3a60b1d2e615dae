// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/episode_order.h"
#include "exchange/tables.h"

#include <algorithm>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kOverlap{
    "episodes-overlap",
    TWELVEFOLD_TEXT("Message",
                    "The episode starts on %1, before the one in row %2 has ended (%3).")};
constexpr MessageKind kStillOpen{
    "episode-before-still-open",
    TWELVEFOLD_TEXT("Message", "The episode starts on %1 while the one in row %2 is still open.")};
constexpr MessageKind kNotAStart{
    "episode-not-a-start",
    TWELVEFOLD_TEXT("Message",
                    "Care begins anew with this episode, but its reason (RNE) is %1, not S.")};
constexpr MessageKind kStartWithin{
    "episode-start-within-care",
    TWELVEFOLD_TEXT("Message",
                    "The reason (RNE) is S, but the episode goes on from row %1, which ended "
                    "the same day.")};
constexpr MessageKind kGap{
    "episodes-gap",
    TWELVEFOLD_TEXT("Message",
                    "The episode in row %1 ended on %2 to go on the same day (X1), and this "
                    "one starts on %3.")};
constexpr MessageKind kNothingFollows{
    "episode-nothing-follows",
    TWELVEFOLD_TEXT("Message", "The episode ended to go on the same day (X1), but none follows.")};
constexpr MessageKind kAfterDeath{
    "episode-after-death",
    TWELVEFOLD_TEXT("Message", "The episode in row %1 ended because the child died, and this one "
                               "starts later.")};
constexpr MessageKind kChangeReasonMissing{
    "change-reason-missing",
    TWELVEFOLD_TEXT("Message", "The placement changed, and the reason for the change is blank.")};

class Chain
{
public:
    Chain(const Columns& columns, ReadFile& file) : m_columns(columns), m_file(file) {}

    void check(const EpisodeRow& before, const EpisodeRow& now)
    {
        const Episode &earlier = before.episode, &later = now.episode;
        if (!earlier.end)
            return warn(now, "DECOM", kStillOpen, {later.start, before.row});
        if (later.start < *earlier.end)
            return warn(now, "DECOM", kOverlap, {later.start, before.row, *earlier.end});
        if (earlier.endReason == "E2")
            return warn(now, "DECOM", kAfterDeath, {before.row});
        const bool goesOn = earlier.endReason == "X1";
        if (goesOn && later.start > *earlier.end)
            return warn(now, "DECOM", kGap, {before.row, *earlier.end, later.start});
        if (goesOn && later.reasonNew == "S")
            warn(now, "RNE", kStartWithin, {before.row});
        if (!goesOn && !earlier.endReason.empty() && !later.reasonNew.empty() &&
            later.reasonNew != "S")
            warn(now, "RNE", kNotAStart, {shown(later.reasonNew)});
        const bool moved = later.reasonNew == "P" || later.reasonNew == "B";
        const bool temporary =
            earlier.placeCode.starts_with('T') || later.placeCode.starts_with('T');
        if (goesOn && moved && !temporary && earlier.changeReason.empty())
            warn(before, "REASON_PLACE_CHANGE", kChangeReasonMissing);
    }

    void checkLast(const EpisodeRow& last)
    {
        if (last.episode.end && last.episode.endReason == "X1")
            warn(last, "REC", kNothingFollows);
    }

private:
    void warn(const EpisodeRow& row, std::string_view column, const MessageKind& kind,
              std::vector<Argument> arguments = {})
    {
        if (!m_file.listing.lists(Problem::Severity::warning, kind))
            return;
        Problem problem;
        problem.message = {kind, std::move(arguments)};
        problem.file = m_file.name;
        problem.row = row.row;
        problem.column = m_columns.heading(column);
        m_file.problems.push_back(std::move(problem));
    }

    const Columns& m_columns;
    ReadFile& m_file;
};

} // namespace

void checkChains(const Columns& columns, ReadFile& file)
{
    std::vector<const EpisodeRow*> inOrder;
    for (const EpisodeRow& row : file.episodes)
        inOrder.push_back(&row);
    std::ranges::sort(inOrder, [](const EpisodeRow* a, const EpisodeRow* b) {
        if (a->localId != b->localId)
            return a->localId < b->localId;
        return comesBefore(a->episode, b->episode);
    });
    Chain chain(columns, file);
    for (std::size_t i = 0; i < inOrder.size(); ++i) {
        const EpisodeRow& row = *inOrder[i];
        const EpisodeRow* next = i + 1 < inOrder.size() ? inOrder[i + 1] : nullptr;
        if (next == nullptr || next->localId != row.localId)
            chain.checkLast(row);
        else if (next->episode.start != row.episode.start ||
                 next->episode.returnYear == row.episode.returnYear) // else said in another year
            chain.check(row, *next);
    }
}

} // namespace twelvefold::exchange
