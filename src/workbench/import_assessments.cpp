// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_decide.h"

#include <algorithm>

// Levels of need that were scored elsewhere come in as signed-off assessments by the newest
// framework. One that is there is never changed: a person corrects it in the form.
namespace twelvefold::workbench::import {
namespace {

using Severity = Problem::Severity;

constexpr MessageKind kNeedUnknown{
    "assessment-need-unknown",
    TWELVEFOLD_TEXT("Message",
                    "The framework “%2” has no need “%1”: the profile's column of it was "
                    "left out.")};
constexpr MessageKind kLevelUnknown{
    "assessment-level-unknown",
    TWELVEFOLD_TEXT("Message", "%1 is no level of “%2”: there are 0 to %3.")};
constexpr MessageKind kNoKnownNeed{
    "assessment-no-known-need",
    TWELVEFOLD_TEXT("Message", "The row has no level of a need that the framework has.")};
constexpr MessageKind kAssessedOtherwise{
    "assessment-there-already",
    TWELVEFOLD_TEXT("Message", "An assessment of this day is there and says otherwise. What was "
                               "signed off is corrected in the needs form, not by a file.")};
constexpr MessageKind kScoredBeforeBirth{
    "assessment-before-birth",
    TWELVEFOLD_TEXT("Message", "The child was scored on %1, before it was born.")};
constexpr MessageKind kNotAllNeeds{
    "assessment-needs-missing",
    TWELVEFOLD_TEXT("Message", "Assessments without a level of every need: %1. Those needs count "
                               "as not known, so these children have no need total.")};

constexpr const char* kNotInFile = "No level of it in the table that was brought in.";

// The assessment that a row comes to, or why it comes to none.
Result<Assessment> assessmentOf(const exchange::AssessmentRow& row,
                                const store::StoredFramework& current)
{
    const NeedsFramework& framework = *current.framework;
    Assessment made = blankAssessment({}, current.id, framework, row.date);
    made.final = true;
    made.author = row.author;
    bool any = false;
    for (const auto& [code, value] : row.levels) {
        const auto domain = framework.domainIndex(code);
        if (!domain)
            continue;
        const auto level = framework.level(value);
        if (!level)
            return Message{kLevelUnknown,
                           {std::int64_t{value}, framework.domains()[*domain].title,
                            std::int64_t{framework.highestLevel()}}};
        made.scores[*domain].level = level;
        any = true;
    }
    if (!any)
        return Message{kNoKnownNeed, {}};
    for (Score& score : made.scores) {
        if (!score.level)
            score.notKnownBecause = SensitiveText(kNotInFile);
    }
    return made;
}

// Once a file: needs that its profile names and the framework does not have.
void tellOfUnknownNeeds(Deciding& deciding, std::size_t file, const NeedsFramework& framework)
{
    std::set<std::string> unknown;
    for (const auto& row : deciding.files()[file].assessments) {
        for (const auto& [code, level] : row.levels) {
            if (!framework.domainIndex(code))
                unknown.insert(code);
        }
    }
    for (const std::string& code : unknown)
        deciding.tell({file, 0, 0}, Severity::warning, Problem::Action::valueLeftOut, "", code,
                      {kNeedUnknown, {code, framework.title()}});
}

bool isAnswered(const Assessment& assessment)
{
    return std::ranges::all_of(assessment.scores,
                               [](const Score& score) { return score.level.has_value(); });
}

Fate takeAssessment(Deciding& deciding, const Source& source, const exchange::AssessmentRow& row,
                    Assessment made)
{
    ChildWork& work = deciding.childWork(row.localId);
    if (work.child.id) {
        for (const Assessment& stored : deciding.store().assessments(work.child.id)) {
            if (stored.date != made.date || stored.framework != made.framework ||
                stored.secondRatingOf)
                continue;
            if (stored.levels() == made.levels())
                return Fate::unchanged;
            deciding.reject(source, "", "", {kAssessedOtherwise, {}});
            return Fate::rejected;
        }
    }
    if (const auto born = bornOf(work); born && made.date < *born) {
        deciding.reject(source, "", "", {kScoredBeforeBirth, {made.date}});
        return Fate::rejected;
    }
    work.assessments.push_back(std::move(made));
    return Fate::accepted;
}

} // namespace

void decideAssessments(Deciding& deciding)
{
    const auto& files = deciding.files();
    if (std::ranges::all_of(files, [](const auto& file) { return file.assessments.empty(); }))
        return;
    const store::StoredFramework current = deciding.store().frameworks().front();
    // Of a child and a day the last file's row is taken.
    using Rows = Latest<std::pair<std::string, Date>, exchange::AssessmentRow>;
    Rows latest;
    std::vector<Rows::Entry> setAside;
    for (std::size_t f = 0; f < files.size(); ++f) {
        tellOfUnknownNeeds(deciding, f, *current.framework);
        for (const auto& row : files[f].assessments) {
            const Source source{f, row.row, 0};
            if (!deciding.known(row.localId))
                deciding.rejectUnknown(source, "child", row.localId);
            else if (const auto aside = latest.offer({row.localId, row.date}, {source, &row}))
                setAside.push_back(*aside);
        }
    }
    for (const Rows::Entry& aside : setAside) {
        const Rows::Entry& taken = latest.entries().at({aside.row->localId, aside.row->date});
        deciding.count(aside.source, Fate::unchanged);
        deciding.tellOfTwice(aside.source, taken.source, aside.row->localId,
                             aside.row->levels == taken.row->levels);
    }
    std::vector<std::int64_t> incomplete(files.size());
    for (const auto& [key, entry] : latest.entries()) {
        auto made = assessmentOf(*entry.row, current);
        if (!made) {
            deciding.reject(entry.source, "", "", made.failure());
            continue;
        }
        const bool isWhole = isAnswered(*made);
        const Fate fate = takeAssessment(deciding, entry.source, *entry.row, *std::move(made));
        if (fate != Fate::rejected)
            deciding.count(entry.source, fate);
        if (fate == Fate::accepted && !isWhole)
            ++incomplete[entry.source.file];
    }
    for (std::size_t f = 0; f < files.size(); ++f) {
        if (incomplete[f] > 0)
            deciding.tell({f, 0, 0}, Severity::warning, Problem::Action::keptAsItIs, "", "",
                          {kNotAllNeeds, {incomplete[f]}});
    }
}

} // namespace twelvefold::workbench::import
