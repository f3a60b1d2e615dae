// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profile_text.h"
#include "store/reader.h"

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
    a.secondRatingOf = query.optionalId<AssessmentId>(8);
    a.whatMatters = query.sensitive(9);
    a.goingWell = query.sensitive(10);
    a.whatIWant = query.sensitive(11);
    a.strengthsInWords = query.sensitive(12);
    return a;
}

} // namespace

std::vector<Assessment> readAssessments(Connection& connection, FrameworkShelf& frameworks,
                                        ChildId id)
{
    // Of one day, a second rating follows the assessment that it rates.
    Query query(connection,
                "SELECT a.id, a.child, a.framework, a.day, a.profile, a.strengths, a.author, "
                "a.reason, a.second_rating_of, w.what_matters, w.going_well, w.what_i_want, "
                "w.strengths_in_words FROM assessment a LEFT JOIN assessment_words w "
                "ON w.assessment = a.id WHERE a.child = ? "
                "ORDER BY a.day DESC, a.second_rating_of IS NOT NULL, a.id DESC");
    Query notes(connection, "SELECT domain, not_known, evidence, confidence FROM assessment_note "
                            "WHERE assessment = ?");
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
