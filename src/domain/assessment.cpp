// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assessment.h"

#include <algorithm>
#include <cstdlib>

namespace twelvefold::domain {
namespace {

constexpr MessageKind kNotScored{
    "sign-off-not-scored",
    TWELVEFOLD_TEXT("Message", "%1 is not scored: choose a level, or say why it is not known.")};
constexpr MessageKind kEvidence{
    "sign-off-evidence",
    TWELVEFOLD_TEXT("Message", "%1 moved from %2 to %3: say in the evidence note what was seen.")};
constexpr MessageKind kFutureDate{
    "sign-off-future-date",
    TWELVEFOLD_TEXT("Message", "The assessment is dated %1, which is in the future.")};
constexpr MessageKind kBeforePrevious{
    "sign-off-before-previous",
    TWELVEFOLD_TEXT("Message", "The assessment is dated %1, before the one it follows, of %2.")};

} // namespace

std::vector<std::optional<Level>> Assessment::levels() const
{
    std::vector<std::optional<Level>> result;
    result.reserve(scores.size());
    for (const Score& score : scores)
        result.push_back(score.level);
    return result;
}

Assessment blankAssessment(ChildId child, FrameworkId id, const NeedsFramework& framework,
                           Date date)
{
    Assessment assessment;
    assessment.child = child;
    assessment.framework = id;
    assessment.date = date;
    assessment.scores.resize(framework.domainCount());
    assessment.strengths.resize(framework.strengths().size());
    return assessment;
}

std::vector<SignOffProblem> signOffProblems(const Assessment& draft,
                                            const NeedsFramework& framework,
                                            const Assessment* previous, Date today)
{
    std::vector<SignOffProblem> problems;
    if (draft.date > today)
        problems.push_back({std::nullopt, {kFutureDate, {draft.date}}});
    if (previous != nullptr && draft.date < previous->date)
        problems.push_back({std::nullopt, {kBeforePrevious, {draft.date, previous->date}}});

    for (std::size_t i = 0; i < draft.scores.size(); ++i) {
        const Score& score = draft.scores[i];
        const std::string& title = framework.domains()[i].title;
        if (!score.answered())
            problems.push_back({i, {kNotScored, {title}}});
        if (previous == nullptr || !score.level || i >= previous->scores.size() ||
            !previous->scores[i].level || !score.evidence.empty())
            continue;
        const int before = previous->scores[i].level->value();
        const int now = score.level->value();
        if (std::abs(now - before) >= 2)
            problems.push_back({i, {kEvidence, {title, std::int64_t{before}, std::int64_t{now}}}});
    }
    return problems;
}

std::vector<LevelChange> changesSince(const Assessment& now, const Assessment& previous)
{
    std::vector<LevelChange> changes;
    const std::size_t both = std::min(now.scores.size(), previous.scores.size());
    for (std::size_t i = 0; i < both; ++i) {
        const auto& after = now.scores[i].level;
        const auto& before = previous.scores[i].level;
        if (after && before && *after != *before)
            changes.push_back({i, before->value(), after->value()});
    }
    std::ranges::stable_sort(changes, [](const LevelChange& a, const LevelChange& b) {
        const int sizeA = std::abs(a.now - a.before);
        const int sizeB = std::abs(b.now - b.before);
        return sizeA != sizeB ? sizeA > sizeB : a.now - a.before > b.now - b.before;
    });
    return changes;
}

} // namespace twelvefold::domain
