// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/drafts.h"

#include "files/clock.h"
#include "store/content.h"
#include "store/profile_text.h"
#include "store/tables.h"

namespace twelvefold::store {
namespace {

void giveDigest(Connection& connection, ContentKeys& keys, ChildId child, const std::string& author)
{
    const auto digest = draftDigest(connection, keys, child, author);
    Query(connection, "UPDATE draft SET digest = ? WHERE child = ? AND author = ?")
        .with(std::span<const std::byte>(digest), child, author)
        .run();
}

} // namespace

void eraseDraft(Connection& connection, ChildId child, const std::string& author)
{
    Query(connection, "DELETE FROM draft_note WHERE child = ? AND author = ?")
        .with(child, author)
        .run();
    Query(connection, "DELETE FROM draft WHERE child = ? AND author = ?").with(child, author).run();
}

void writeDraft(Connection& connection, FrameworkShelf& frameworks, const Assessment& draft)
{
    const auto framework = frameworks.find(draft.framework);
    if (framework == nullptr || draft.scores.size() != framework->domainCount() ||
        draft.strengths.size() != framework->strengths().size())
        throw std::logic_error("the draft does not fit its framework");
    eraseDraft(connection, draft.child, draft.author);
    Query(connection, insertionText("draft", "child, author, saved_at, framework, day, profile, "
                                             "strengths, reason, second_rating_of, " +
                                                 kAssessmentWords.rest.names()))
        .with(draft.child, draft.author, files::utcNow(), draft.framework, draft.date,
              profileText(draft.scores), strengthsText(draft.strengths), draft.reason,
              draft.secondRatingOf, kAssessmentWords.rest.of(draft))
        .run();
    const std::string note = insertionText("draft_note", "child, author, domain, " + kNote.names());
    for (std::size_t place = 0; place < draft.scores.size(); ++place) {
        if (saysAnything(draft.scores[place]))
            Query(connection, note)
                .with(draft.child, draft.author, place, kNote.of(draft.scores[place]))
                .run();
    }
    ContentKeys keys(connection, ContentKeys::Missing::make);
    giveDigest(connection, keys, draft.child, draft.author);
}

void giveDigests(Connection& connection)
{
    ContentKeys keys(connection, ContentKeys::Missing::make);
    for (const Store::DraftRow& draft : readDraftRows(connection))
        giveDigest(connection, keys, draft.child, draft.author);
}

std::optional<Assessment> readDraft(Connection& connection, FrameworkShelf& frameworks,
                                    ChildId child, const std::string& author)
{
    Query query(connection, selectionText("draft", "framework, day, profile, strengths, reason, "
                                                   "second_rating_of, " +
                                                       kAssessmentWords.rest.names()) +
                                " WHERE child = ? AND author = ?");
    if (!query.with(child, author).next())
        return std::nullopt;
    const auto id = query.id<FrameworkId>(0);
    const auto framework = frameworks.find(id);
    if (framework == nullptr)
        throw SqlError(SQLITE_CORRUPT, "a draft's framework is missing");
    Assessment draft = blankAssessment(child, id, *framework, query.day(1));
    readProfile(query.view(2), query.view(3), *framework, draft);
    draft.author = author;
    draft.reason = query.text(4);
    query.read(5, draft.secondRatingOf);
    kAssessmentWords.rest.read(query, 6, draft);

    Query notes(connection, selectionText("draft_note", "domain, " + kNote.names()) +
                                " WHERE child = ? AND author = ?");
    readNotes(notes.with(child, author), draft);
    return draft;
}

std::vector<Store::DraftRow> readDraftRows(Connection& connection)
{
    std::vector<Store::DraftRow> rows;
    Query query(connection,
                "SELECT child, author, saved_at FROM draft ORDER BY saved_at DESC, child");
    while (query.next())
        rows.push_back({query.id<ChildId>(0), query.text(1), query.text(2)});
    return rows;
}

} // namespace twelvefold::store
