// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profile_text.h"
#include "store/reader.h"
#include "store/tables.h"

namespace twelvefold::store {
namespace {

Assessment assessmentAt(const Query& query, const NeedsFramework& framework)
{
    Assessment a =
        blankAssessment(query.id<ChildId>(1), query.id<FrameworkId>(2), framework, query.day(3));
    a.id = query.id<AssessmentId>(0);
    a.final = true;
    readProfile(query.view(4), query.view(5), framework, a);
    a.author = query.text(6);
    a.reason = query.text(7);
    query.read(8, a.secondRatingOf);
    kAssessmentWords.rest.read(query, 9, a);
    return a;
}

} // namespace

std::vector<Assessment> readAssessments(Connection& connection, FrameworkShelf& frameworks,
                                        ChildId id)
{
    // Of one day, a second rating follows the assessment that it rates.
    static const std::string sql =
        "SELECT a.id, a.child, a.framework, a.day, a.profile, a.strengths, a.author, a.reason, "
        "a.second_rating_of, " +
        kAssessmentWords.rest.names("w.") +
        " FROM assessment a LEFT JOIN assessment_words w ON w.assessment = a.id "
        "WHERE a.child = ? ORDER BY a.day DESC, a.second_rating_of IS NOT NULL, a.id DESC";
    static const std::string notesSql =
        selectionText("assessment_note", "domain, " + kNote.names()) + " WHERE assessment = ?";
    Query query(connection, sql), notes(connection, notesSql);
    std::vector<Assessment> assessments;
    query.with(id);
    while (query.next()) {
        const auto framework = frameworks.find(query.id<FrameworkId>(2));
        if (framework == nullptr)
            throw SqlError(SQLITE_CORRUPT, "an assessment's framework is missing");
        assessments.push_back(assessmentAt(query, *framework));
        readNotes(notes.with(assessments.back().id), assessments.back());
        notes.again();
    }
    return assessments;
}

} // namespace twelvefold::store
