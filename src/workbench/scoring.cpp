// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench_private.h"

#include <algorithm>

#include <ctime>

// The journey from a form to a final assessment.
namespace twelvefold::workbench {
namespace {

constexpr MessageKind kSignOff{"assessment-signed-off",
                               TWELVEFOLD_TEXT("Message", "Sign off the assessment of %1")};
constexpr MessageKind kSecondRating{"second-rating-signed-off",
                                    TWELVEFOLD_TEXT("Message", "Sign off a second rating of %1")};

constexpr MessageKind kDiscard{"draft-discarded",
                               TWELVEFOLD_TEXT("Message", "Discard the draft of %1")};

// "14:02:11", by the clock on the wall.
std::string timeNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
#ifdef _WIN32
    localtime_s(&local, &now);
#else
    localtime_r(&now, &local);
#endif
    char text[9];
    std::strftime(text, sizeof text, "%H:%M:%S", &local);
    return text;
}

// The assessment that a new one follows: second ratings are not the child's own.
std::optional<Assessment> latestOf(const store::Store& store, ChildId child)
{
    for (Assessment& assessment : store.assessments(child)) {
        if (!assessment.secondRatingOf)
            return std::move(assessment);
    }
    return std::nullopt;
}

} // namespace

Date Workbench::scoringDay(Date today) const
{
    if (!d->stoodStill)
        d->stoodStill = d->dayStoodStill();
    return std::min(d->stoodStill->value_or(today), today);
}

Assessment Workbench::draftFor(ChildId child, Date today) const
{
    if (auto draft = d->store->draft(child, d->author))
        return *draft;
    const store::StoredFramework current = currentFramework();
    Assessment blank = blankAssessment(child, current.id, *current.framework, today);
    blank.author = d->author;
    const auto latest = latestOf(*d->store, child);
    if (latest && latest->framework == current.id) {
        blank.strengths = latest->strengths;
        blank.strengthsInWords = latest->strengthsInWords;
    }
    return blank;
}

std::string Workbench::saveDraft(const Assessment& draft)
{
    Assessment own = draft;
    if (own.author.empty())
        own.author = d->author;
    d->store->saveDraft(own);
    return timeNow();
}

void Workbench::discardDraft(ChildId child)
{
    d->store->edit({kDiscard, {d->pseudonymOf(child)}}, d->author,
                   [&](store::Writer& writer) { writer.removeDraft(child, d->author); });
}

Result<AssessmentId> Workbench::signOff(const Assessment& draft, Date today)
{
    const auto stored = d->store->framework(draft.framework);
    if (!stored)
        throw std::logic_error("an assessment against a framework that the store does not have");
    // A second rating is made blind: what the first said is no reason to ask for evidence.
    const auto previous = draft.secondRatingOf ? std::nullopt : latestOf(*d->store, draft.child);
    const bool comparable = previous && previous->framework == draft.framework;
    const auto problems =
        signOffProblems(draft, *stored->framework, comparable ? &*previous : nullptr, today);
    if (!problems.empty())
        return problems.front().message;

    // As it was signed, so that this is what an undo returns to: the last words may not have been
    // saved yet.
    Assessment final = draft;
    final.author = d->author;
    saveDraft(final);
    final.id = {};
    final.final = true;
    AssessmentId id;
    const Message name{draft.secondRatingOf ? kSecondRating : kSignOff,
                       {d->pseudonymOf(draft.child)}};
    d->store->edit(name, d->author, [&](store::Writer& writer) {
        id = writer.addAssessment(final);
        writer.removeDraft(draft.child, d->author);
    });
    return id;
}

} // namespace twelvefold::workbench
