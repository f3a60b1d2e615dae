// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include "files/clock.h"
#include "store/drafts.h"
#include "store/profile_text.h"

#include <algorithm>
#include <stdexcept>

namespace twelvefold::store {
namespace {

void expectFits(const Assessment& assessment, const NeedsFramework& framework)
{
    if (assessment.scores.size() != framework.domainCount() ||
        assessment.strengths.size() != framework.strengths().size())
        throw std::logic_error("the assessment does not fit its framework");
    for (const Score& score : assessment.scores) {
        if (score.level && !framework.level(score.level->value()))
            throw std::logic_error("a level is not one of the framework's");
    }
}

} // namespace

SqlWriter::SqlWriter(Connection& connection, IdSource& ids, FrameworkShelf& frameworks,
                     std::string author, Recorder* recorder)
    : m_connection(connection), m_ids(ids), m_frameworks(frameworks), m_author(std::move(author)),
      m_recorder(recorder), m_pseudonymKey(randomNumber(UINT64_MAX))
{
    m_ids.startRun();
}

void SqlWriter::wrote(ChildId child)
{
    if (m_recorder == nullptr)
        return;
    if (child)
        m_children.insert(child);
    m_recorder->afterWrite();
}

void SqlWriter::throwNone(std::string table)
{
    std::ranges::replace(table, '_', ' ');
    throw std::logic_error("there is no such " + table);
}

ChildId SqlWriter::ownerOf(const std::string& table, std::int64_t id)
{
    Query query(m_connection, selectionText(table, "child") + " WHERE id = ?");
    if (!query.with(id).next())
        throwNone(table);
    return query.id<ChildId>(0);
}

bool SqlWriter::pseudonymIsFree(const std::string& pseudonym)
{
    if (m_recorder == nullptr)
        return !m_pseudonymsBrought.contains(pseudonym);
    Query query(m_connection, "SELECT 1 FROM child WHERE pseudonym = ?");
    return !query.with(pseudonym).next();
}

std::string SqlWriter::newPseudonym()
{
    while (true) {
        std::string drawn = shuffledPseudonym(m_pseudonymsDrawn++, m_pseudonymKey);
        if (pseudonymIsFree(drawn))
            return drawn;
    }
}

ChildId SqlWriter::addChild(const Child& child)
{
    const ChildId id = idFor(child.id);
    if (m_recorder == nullptr && !child.pseudonym.empty())
        m_pseudonymsBrought.insert(child.pseudonym);
    if (child.pseudonym.empty()) {
        Child named = child;
        named.pseudonym = newPseudonym();
        insert<kChildren>(m_connection, id, named);
    } else {
        insert<kChildren>(m_connection, id, child);
    }
    wrote(id);
    return id;
}

void SqlWriter::updateChild(const Child& child)
{
    changeOne<kChildren>(child);
    wrote(child.id);
}

void SqlWriter::setIdentity(const Identity& identity)
{
    replace<kIdentities>(m_connection, identity.child, identity);
    wrote(identity.child);
}

void SqlWriter::setKindPeriods(ChildId child, CohortKind kind, std::span<const Period> periods)
{
    if (m_recorder != nullptr) {
        Query(m_connection, "DELETE FROM kind_period WHERE child = ? AND kind = ?")
            .with(child, kind)
            .run();
    }
    for (const Period& period : periods)
        insert<kKindPeriods>(m_connection, child, KindPeriod{child, kind, period});
    wrote(child);
}

void SqlWriter::removePlacement(PlacementId id)
{
    Query(m_connection, "DELETE FROM cost_decision WHERE placement = ?").with(id).run();
    Query(m_connection, "UPDATE cost_line SET placement = NULL WHERE placement = ?").with(id).run();
    remove<kPlacements>(id);
}

void SqlWriter::removeCostLine(CostLineId id)
{
    Query(m_connection, "DELETE FROM cost_decision WHERE cost_line = ? OR other_line = ?")
        .with(id, id)
        .run();
    remove<kCostLines>(id);
}

EpisodeId SqlWriter::addEpisode(const Episode& episode)
{
    const EpisodeId id = idFor(episode.id);
    insert<kEpisodes>(m_connection, id, episode);
    if (!episode.homePostcode.empty() || !episode.placePostcode.empty())
        insert<kEpisodePostcodes>(m_connection, id, episode);
    wrote(episode.child);
    return id;
}

void SqlWriter::updateEpisode(const Episode& episode)
{
    changeOne<kEpisodes>(episode);
    if (episode.homePostcode.empty() && episode.placePostcode.empty())
        Query(m_connection, "DELETE FROM episode_postcode WHERE episode = ?")
            .with(episode.id)
            .run();
    else
        replace<kEpisodePostcodes>(m_connection, episode.id, episode);
    wrote(episode.child);
}

AssessmentId SqlWriter::addAssessment(const Assessment& a)
{
    const auto framework = m_frameworks.find(a.framework);
    if (!a.final || framework == nullptr)
        throw std::logic_error("only a final assessment against a stored framework is recorded");
    expectFits(a, *framework);
    const AssessmentId id = idFor(a.id);
    Query(m_connection,
          "INSERT INTO assessment (id, child, framework, day, profile, strengths, author, reason, "
          "second_rating_of, consensus_of) VALUES (?,?,?,?,?,?,?,?,?,NULL)")
        .with(id, a.child, a.framework, a.date, profileText(a.scores), strengthsText(a.strengths),
              a.author, a.reason, a.secondRatingOf)
        .run();
    if (!a.whatMatters.empty() || !a.goingWell.empty() || !a.whatIWant.empty() ||
        !a.strengthsInWords.empty()) {
        insert<kAssessmentWords>(m_connection, id, a);
    }
    for (std::size_t place = 0; place < a.scores.size(); ++place) {
        static const std::string sql =
            insertionText("assessment_note", "assessment, domain, " + kNote.names());
        if (saysAnything(a.scores[place]))
            Query(m_connection, sql).with(id, place, kNote.of(a.scores[place])).run();
    }
    wrote(a.child);
    return id;
}

PlacementRequestId SqlWriter::addPlacementRequest(const PlacementRequest& request)
{
    const PlacementRequestId id = idFor(request.id);
    insert<kPlacementRequests>(m_connection, id, request);
    writeAnswers(id, request);
    wrote(request.child);
    return id;
}

void SqlWriter::updatePlacementRequest(const PlacementRequest& request)
{
    changeOne<kPlacementRequests>(request);
    Query(m_connection, "DELETE FROM placement_answer WHERE placement_request = ?")
        .with(request.id)
        .run();
    writeAnswers(request.id, request);
    wrote(request.child);
}

void SqlWriter::writeAnswers(PlacementRequestId id, const PlacementRequest& request)
{
    static const std::string sql =
        insertionText("placement_answer", "placement_request, field, answer");
    for (const auto& [field, answer] : request.answers)
        Query(m_connection, sql).with(id, field, answer).run();
}

FrameworkId SqlWriter::addFramework(const NeedsFramework& framework)
{
    const FrameworkId id{m_ids.next()};
    writeFramework(m_connection, id, framework);
    wrote({});
    return id;
}

void SqlWriter::addImportBatch(const ImportBatch& batch)
{
    const std::int64_t id = m_ids.next();
    Query(m_connection, "INSERT INTO import_batch (id, at, author) VALUES (?,?,?)")
        .with(id, files::utcNow(), m_author)
        .run();
    for (const ImportBatch::File& file : batch.files) {
        Query(m_connection,
              "INSERT INTO import_file (id, batch, name, sha256, recognised_as, row_count, "
              "accepted, changed, unchanged, rejected, profile) "
              "VALUES (?,?,?,?,?,?,?,?,?,?,?)")
            .with(m_ids.next(), id, file.name, file.sha256, file.recognisedAs, file.rows,
                  file.accepted, file.changed, file.unchanged, file.rejected, file.profile)
            .run();
    }
    m_broughtIn = true;
    wrote({});
}

void SqlWriter::removeDraft(ChildId child, const std::string& author)
{
    eraseDraft(m_connection, child, author);
    wrote(child);
}

} // namespace twelvefold::store
