// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/ids.h"
#include "domain/needs_framework.h"
#include "domain/sensitive_text.h"

#include <optional>
#include <string>
#include <vector>

namespace twelvefold::domain {

// How one need domain was scored: a level, or "not known, because…", or nothing yet.
struct Score
{
    std::optional<Level> level;
    SensitiveText notKnownBecause;
    SensitiveText evidence;
    std::optional<int> confidence; // 1 (unsure) to 3 (sure)

    bool answered() const { return level || !notKnownBecause.empty(); }
    bool operator==(const Score&) const = default;
};

// One scoring of one child against one framework version on one date. A draft is still being
// written; a final assessment is never edited, only superseded by a later one.
struct Assessment
{
    AssessmentId id;
    ChildId child;
    FrameworkId framework;
    Date date;
    bool final = false;
    std::string author;
    std::string reason;        // why now: "Review", "Placement change", …
    SensitiveText whatMatters; // the child's own words
    SensitiveText goingWell;
    SensitiveText whatIWant;
    SensitiveText strengthsInWords;
    std::vector<std::optional<int>> strengths;  // one a strength of the framework, 0 to 3
    std::vector<Score> scores;                  // one a domain, in the framework's order
    std::optional<AssessmentId> secondRatingOf; // the assessment that this one rates blind

    std::vector<std::optional<Level>> levels() const;
    bool operator==(const Assessment&) const = default;
};

// An empty assessment with a place for every domain and strength of a framework.
Assessment blankAssessment(ChildId child, FrameworkId id, const NeedsFramework& framework,
                           Date date);

// What still stands between a draft and its sign-off, in the framework's order: unscored domains,
// a level that moved by two or more since last time without evidence, a date in the future. The
// domain is absent where a problem is of the whole assessment. Empty: it may be signed off.
struct SignOffProblem
{
    std::optional<std::size_t> domain;
    Message message;
};
std::vector<SignOffProblem> signOffProblems(const Assessment& draft,
                                            const NeedsFramework& framework,
                                            const Assessment* previous, Date today);

// A level that differs from last time's.
struct LevelChange
{
    std::size_t domain = 0;
    int before = 0;
    int now = 0;
};
// Largest move first, rises before falls, then the framework's order; domains scored both times.
std::vector<LevelChange> changesSince(const Assessment& now, const Assessment& previous);

} // namespace twelvefold::domain
