// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include "files/clock.h"
#include "store/drafts.h"
#include "store/profile_text.h"

#include <stdexcept>

namespace twelvefold::store {
namespace {

// An empty identifier is none: the schema wants uniqueness only of those that are there.
std::optional<std::string_view> orNothing(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

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

void SqlWriter::expectOne(const char* record) const
{
    if (m_connection.changes() == 0)
        throw std::logic_error(std::string("there is no such ") + record);
}

ChildId SqlWriter::ownerOf(const char* sql, std::int64_t record, const char* name)
{
    Query query(m_connection, sql);
    if (!query.with(record).next())
        throw std::logic_error(std::string("there is no such ") + name);
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
    const std::string pseudonym = child.pseudonym.empty() ? newPseudonym() : child.pseudonym;
    Query(m_connection, "INSERT INTO child (id, local_id, pseudonym, sex, born_month, ethnicity) "
                        "VALUES (?,?,?,?,?,?)")
        .with(id, orNothing(child.localId), pseudonym, child.sex, child.bornMonth, child.ethnicity)
        .run();
    wrote(id);
    return id;
}

void SqlWriter::updateChild(const Child& child)
{
    Query(m_connection, "UPDATE child SET local_id = ?, pseudonym = ?, sex = ?, born_month = ?, "
                        "ethnicity = ? WHERE id = ?")
        .with(orNothing(child.localId), child.pseudonym, child.sex, child.bornMonth,
              child.ethnicity, child.id)
        .run();
    expectOne("child");
    wrote(child.id);
}

void SqlWriter::setIdentity(const Identity& identity)
{
    Query(m_connection, "INSERT INTO identity (child, given_name, family_name, born, postcode, "
                        "upn) VALUES (?,?,?,?,?,?) ON CONFLICT (child) DO UPDATE SET "
                        "given_name = excluded.given_name, family_name = excluded.family_name, "
                        "born = excluded.born, postcode = excluded.postcode, upn = excluded.upn")
        .with(identity.child, identity.givenName, identity.familyName, identity.born,
              identity.postcode, identity.upn)
        .run();
    wrote(identity.child);
}

void SqlWriter::setKindPeriods(ChildId child, CohortKind kind, std::span<const Period> periods)
{
    if (m_recorder != nullptr) {
        Query(m_connection, "DELETE FROM kind_period WHERE child = ? AND kind = ?")
            .with(child, kind)
            .run();
    }
    for (const Period& period : periods) {
        Query(m_connection,
              "INSERT INTO kind_period (child, kind, start_day, end_day) VALUES (?,?,?,?)")
            .with(child, kind, period)
            .run();
    }
    wrote(child);
}

ProviderId SqlWriter::addProvider(const Provider& provider)
{
    const ProviderId id = idFor(provider.id);
    Query(m_connection,
          "INSERT INTO provider (id, name, sector, owner_group, urn, region) VALUES (?,?,?,?,?,?)")
        .with(id, provider.name, provider.sector, provider.ownerGroup, orNothing(provider.urn),
              provider.region)
        .run();
    wrote({});
    return id;
}

void SqlWriter::updateProvider(const Provider& provider)
{
    Query(m_connection, "UPDATE provider SET name = ?, sector = ?, owner_group = ?, urn = ?, "
                        "region = ? WHERE id = ?")
        .with(provider.name, provider.sector, provider.ownerGroup, orNothing(provider.urn),
              provider.region, provider.id)
        .run();
    expectOne("provider");
    wrote({});
}

PlacementId SqlWriter::addPlacement(const Placement& p)
{
    const PlacementId id = idFor(p.id);
    Query(m_connection,
          "INSERT INTO placement (id, child, start_day, end_day, setting, provider, sector, "
          "emergency, solo, deprivation_of_liberty, distance_miles, referred_day, place_code, "
          "provider_code, change_reason, note) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .with(id, p.child, p.period, p.setting, p.provider, p.sector, p.emergency, p.solo,
              p.deprivationOfLiberty, p.distanceMiles, p.referredOn, p.placeCode, p.providerCode,
              p.changeReason, p.note)
        .run();
    wrote(p.child);
    return id;
}

void SqlWriter::updatePlacement(const Placement& p)
{
    Query(m_connection,
          "UPDATE placement SET child = ?, start_day = ?, end_day = ?, setting = ?, "
          "provider = ?, sector = ?, emergency = ?, solo = ?, "
          "deprivation_of_liberty = ?, distance_miles = ?, referred_day = ?, "
          "place_code = ?, provider_code = ?, change_reason = ?, note = ? WHERE id = ?")
        .with(p.child, p.period, p.setting, p.provider, p.sector, p.emergency, p.solo,
              p.deprivationOfLiberty, p.distanceMiles, p.referredOn, p.placeCode, p.providerCode,
              p.changeReason, p.note, p.id)
        .run();
    expectOne("placement");
    wrote(p.child);
}

void SqlWriter::removePlacement(PlacementId id)
{
    const ChildId child =
        ownerOf("SELECT child FROM placement WHERE id = ?", id.value, "placement");
    Query(m_connection, "UPDATE cost_line SET placement = NULL WHERE placement = ?").with(id).run();
    Query(m_connection, "DELETE FROM placement WHERE id = ?").with(id).run();
    wrote(child);
}

void SqlWriter::writePostcodes(const Episode& episode, EpisodeId id)
{
    if (episode.homePostcode.empty() && episode.placePostcode.empty()) {
        Query(m_connection, "DELETE FROM episode_postcode WHERE episode = ?").with(id).run();
        return;
    }
    Query(
        m_connection,
        "INSERT INTO episode_postcode (episode, home, place) VALUES (?,?,?) ON CONFLICT (episode) "
        "DO UPDATE SET home = excluded.home, place = excluded.place")
        .with(id, episode.homePostcode, episode.placePostcode)
        .run();
}

EpisodeId SqlWriter::addEpisode(const Episode& e)
{
    const EpisodeId id = idFor(e.id);
    Query(m_connection,
          "INSERT INTO episode (id, child, start_day, end_day, reason_new, legal_status, "
          "need_code, place_code, provider_code, end_reason, change_reason, urn, distance_miles, "
          "return_year) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .with(id, e.child, e.start, e.end, e.reasonNew, e.legalStatus, e.needCode, e.placeCode,
              e.providerCode, e.endReason, e.changeReason, e.urn, e.distanceMiles, e.returnYear)
        .run();
    if (!e.homePostcode.empty() || !e.placePostcode.empty())
        writePostcodes(e, id);
    wrote(e.child);
    return id;
}

void SqlWriter::updateEpisode(const Episode& e)
{
    Query(m_connection, "UPDATE episode SET child = ?, start_day = ?, end_day = ?, reason_new = ?, "
                        "legal_status = ?, need_code = ?, place_code = ?, provider_code = ?, "
                        "end_reason = ?, change_reason = ?, urn = ?, distance_miles = ?, "
                        "return_year = ? WHERE id = ?")
        .with(e.child, e.start, e.end, e.reasonNew, e.legalStatus, e.needCode, e.placeCode,
              e.providerCode, e.endReason, e.changeReason, e.urn, e.distanceMiles, e.returnYear,
              e.id)
        .run();
    expectOne("episode");
    writePostcodes(e, e.id);
    wrote(e.child);
}

CostLineId SqlWriter::addCostLine(const CostLine& line)
{
    const CostLineId id = idFor(line.id);
    Query(m_connection,
          "INSERT INTO cost_line (id, child, placement, component, pence, per, start_day, end_day, "
          "funder, provider, note) VALUES (?,?,?,?,?,?,?,?,?,?,?)")
        .with(id, line.child, line.placement, line.component, line.amount, line.per, line.period,
              line.funder, line.provider, line.note)
        .run();
    wrote(line.child);
    return id;
}

void SqlWriter::updateCostLine(const CostLine& line)
{
    Query(m_connection, "UPDATE cost_line SET child = ?, placement = ?, component = ?, pence = ?, "
                        "per = ?, start_day = ?, end_day = ?, funder = ?, provider = ?, note = ? "
                        "WHERE id = ?")
        .with(line.child, line.placement, line.component, line.amount, line.per, line.period,
              line.funder, line.provider, line.note, line.id)
        .run();
    expectOne("cost line");
    wrote(line.child);
}

void SqlWriter::removeCostLine(CostLineId id)
{
    const ChildId child =
        ownerOf("SELECT child FROM cost_line WHERE id = ?", id.value, "cost line");
    Query(m_connection, "DELETE FROM cost_line WHERE id = ?").with(id).run();
    wrote(child);
}

OutcomeId SqlWriter::addOutcome(const Outcome& outcome)
{
    const OutcomeId id = idFor(outcome.id);
    Query(m_connection,
          "INSERT INTO outcome (id, child, measure, day, value, source) VALUES (?,?,?,?,?,?)")
        .with(id, outcome.child, outcome.measure, outcome.date, outcome.value, outcome.source)
        .run();
    wrote(outcome.child);
    return id;
}

void SqlWriter::updateOutcome(const Outcome& outcome)
{
    Query(m_connection, "UPDATE outcome SET child = ?, measure = ?, day = ?, value = ?, source = ? "
                        "WHERE id = ?")
        .with(outcome.child, outcome.measure, outcome.date, outcome.value, outcome.source,
              outcome.id)
        .run();
    expectOne("outcome");
    wrote(outcome.child);
}

void SqlWriter::removeOutcome(OutcomeId id)
{
    const ChildId child = ownerOf("SELECT child FROM outcome WHERE id = ?", id.value, "outcome");
    Query(m_connection, "DELETE FROM outcome WHERE id = ?").with(id).run();
    wrote(child);
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
        Query(m_connection, "INSERT INTO assessment_words (assessment, what_matters, going_well, "
                            "what_i_want, strengths_in_words) VALUES (?,?,?,?,?)")
            .with(id, a.whatMatters, a.goingWell, a.whatIWant, a.strengthsInWords)
            .run();
    }
    for (std::size_t place = 0; place < a.scores.size(); ++place) {
        const Score& score = a.scores[place];
        if (!saysAnything(score))
            continue;
        Query(m_connection, "INSERT INTO assessment_note (assessment, domain, not_known, evidence, "
                            "confidence) VALUES (?,?,?,?,?)")
            .with(id, place, score.notKnownBecause, score.evidence, score.confidence)
            .run();
    }
    wrote(a.child);
    return id;
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
              "accepted, changed, unchanged, rejected) VALUES (?,?,?,?,?,?,?,?,?,?)")
            .with(m_ids.next(), id, file.name, file.sha256, file.recognisedAs, file.rows,
                  file.accepted, file.changed, file.unchanged, file.rejected)
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
