// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "store/content.h"
#include "store/open.h"

#include "support/catch.h"

#include <fstream>
#include <random>

// That records altered behind the program's back are found, and nothing else is taken for it.
using namespace store_tests;
using store::Access;
using store::Store;
using Codes = std::vector<std::string>;

namespace {

Codes codesOf(const store::CheckReport& report)
{
    Codes codes;
    for (const store::CheckFault& fault : report.faults)
        codes.emplace_back(fault.message.kind.code);
    return codes;
}

// Which tables a check names after somebody went behind the program's back.
std::vector<std::string> namedAfter(Council& council, const std::string& sql)
{
    council.close();
    tamper(council.file, sql);
    council.reopen();
    std::vector<std::string> named;
    for (const store::CheckFault& fault : council.store->check().faults) {
        CHECK(fault.message.kind.code == "check-content");
        named.push_back(std::get<std::string>(fault.message.arguments.at(0)));
    }
    return named;
}

// Records of every kind that there is a way to write.
ChildId wholeLife(Council& council, const std::string& pseudonym)
{
    const ChildId child = council.child(pseudonym);
    council.edit([&](store::Writer& w) {
        Identity identity;
        identity.child = child;
        identity.givenName = SensitiveText("Ada");
        identity.born = day(2012, 5, 6);
        w.setIdentity(identity);
        Placement at = placement(child, {day(2025, 1, 1), {}});
        at.provider = w.addProvider({{}, "Acorn " + pseudonym, {}, "", "", ""});
        at.distanceMiles = 12; // a whole number in a column of reals
        const PlacementId placed = w.addPlacement(at);
        CostLine line = weekly(child, Money::pounds(900), {day(2025, 1, 1), {}});
        line.placement = placed;
        w.addCostDecision(rightAsItIs(child, w.addCostLine(line), placed, day(2025, 2, 1)));
        Episode episode;
        episode.child = child;
        episode.start = day(2025, 1, 1);
        episode.homePostcode = SensitiveText("AB1 2CD");
        w.addEpisode(episode);
        w.addOutcome({{}, child, "sdq_total", day(2025, 2, 1), 17, "carer"});
        w.addPutAside(putAside(child, day(2026, 3, 31)));
        RegisteredSetting home;
        home.urn = "SC000001 " + pseudonym;
        home.listedOn = day(2025, 3, 1);
        home.places = 4;
        w.addRegisteredSetting(home);
        Assessment assessment = council.assessment(child, day(2025, 1, 1), "123");
        assessment.whatMatters = SensitiveText("My dog");
        assessment.scores[0].evidence = SensitiveText("Slept well");
        w.addAssessment(assessment);
        store::ImportBatch batch;
        batch.files.push_back({"a.csv", "00", "episodes", 1, 1, 0, 0, 0});
        w.addImportBatch(batch);
    });
    return child;
}

// All that is read of a store, as one text.
std::string everything(const std::filesystem::path& file);

} // namespace

TEST_CASE("A record altered, added or removed behind the program's back is found, and its table "
          "named")
{
    Council council;
    const ChildId child = wholeLife(council, "A1A-001");
    CHECK(council.store->check().sound());
    using Named = std::vector<std::string>;
    const std::string id = std::to_string(child.value);
    const std::pair<const char*, const char*> alterations[] = {
        {"assessment", "UPDATE assessment SET profile = '124'"},
        {"assessment_note", "UPDATE assessment_note SET evidence = 'Slept badly'"},
        {"assessment_words", "UPDATE assessment_words SET what_matters = 'My cat'"},
        {"cost_line", "UPDATE cost_line SET pence = pence + 1"},
        {"child", "UPDATE child SET pseudonym = 'Z9Z-999'"},
        {"episode_postcode", "UPDATE episode_postcode SET home = 'ZZ9 9ZZ'"},
        {"identity", "UPDATE identity SET born = born + 1"},
        {"outcome", "DELETE FROM outcome"},
        {"outcome", "INSERT INTO outcome (id, child, measure, day, value) "
                    "SELECT id + 1, child, measure, day, value FROM outcome"},
        {"placement", "UPDATE placement SET distance_miles = 12.5"},
        {"question_aside", "UPDATE question_aside SET reason = 'None'"},
        {"question_aside", "UPDATE question_aside SET until_day = until_day + 1"},
        {"cost_decision", "UPDATE cost_decision SET doubt = 'paid_twice'"},
        {"cost_decision", "UPDATE cost_decision SET reason = ''"},
        {"provider", "UPDATE provider SET name = 'Oak'"},
        {"registered_setting", "UPDATE registered_setting SET places = 5"},
        {"import_file", "UPDATE import_file SET name = 'b.csv'"},
        {"need_descriptor", "UPDATE need_descriptor SET text = 'z' WHERE level = 2"},
        {"about", "UPDATE about SET value = 'Otherton' WHERE key = 'council'"},
    };
    for (const auto& [table, sql] : alterations) {
        INFO(sql);
        Council fresh;
        wholeLife(fresh, "A1A-001");
        CHECK(namedAfter(fresh, sql) == Named{table});
        // Edits that the program makes afterwards do not make it good.
        wholeLife(fresh, "B1B-002");
        CHECK(codesOf(fresh.store->check()) == Codes{"check-content"});
        REQUIRE(fresh.store->undo("asha").ok());
        CHECK(codesOf(fresh.store->check()) == Codes{"check-content"});
    }
}

TEST_CASE("Whatever is edited, undone and done again, the records add up to what the audit says")
{
    Council council;
    const ChildId child = wholeLife(council, "A1A-001");
    council.edit([&](store::Writer& w) {
        Placement changed = council.store->placements(child).front();
        changed.note = "Longer";
        w.updatePlacement(changed);
        Outcome outcome = council.store->outcomes(child).front();
        outcome.value = 9.5;
        w.updateOutcome(outcome);
        outcome.value = 8;
        w.updateOutcome(outcome); // twice in one edit
    });
    council.edit([&](store::Writer& w) {
        w.removePlacement(council.store->placements(child).front().id);
        w.removeOutcome(council.store->outcomes(child).front().id);
    });
    CHECK(council.store->check().sound());
    while (council.store->undo("asha").ok()) {
        CHECK(council.store->check().sound());
    }
    CHECK(council.store->childCount() == 0);
    council.reopen();
    while (council.store->redo("asha").ok()) {
        CHECK(council.store->check().sound());
    }
    CHECK(council.store->childCount() == 1);
}

TEST_CASE("An edit of many megabytes moves the sums by each of its parts")
{
    Council council;
    std::vector<PlacementId> placed;
    council.edit([&](store::Writer& writer) {
        for (int i = 0; i < 6000; ++i) {
            const ChildId id = writer.addChild({});
            Placement p = placement(id, {day(2025, 1, 1), {}});
            p.note = std::string(2000, 'x');
            placed.push_back(writer.addPlacement(p));
            p.id = placed.back();
            p.note = "short";
            if (i % 3 == 0 && i > 0) { // of a record in an earlier part
                p.id = placed[static_cast<std::size_t>(i / 2)];
                writer.updatePlacement(p);
            }
        }
    });
    REQUIRE(council.store->audit(1).front().kind == store::AuditEntry::Kind::bulk);
    CHECK(council.store->check().sound());
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->check().sound());
}

TEST_CASE("The key of a child's hashes is its own and stays with the records")
{
    Council council;
    wholeLife(council, "A1A-001");
    wholeLife(council, "B1B-002");
    council.close();
    tamper(council.file, "UPDATE content_key SET key = randomblob(16) WHERE child = "
                         "(SELECT id FROM child WHERE pseudonym = 'A1A-001')");
    council.reopen();
    const auto codes = codesOf(council.store->check());
    CHECK(codes.size() > 5); // every table with a record of that child
    CHECK(std::ranges::count(codes, "check-content") == std::ssize(codes));
}

TEST_CASE("A new form of the store takes along what its records add up to, and what does not")
{
    Council council;
    const ChildId child = wholeLife(council, "A1A-001");
    std::vector<store::Migration> steps = store::migrations();
    steps.push_back({"next", "ALTER TABLE child ADD COLUMN colour TEXT;"
                             "UPDATE child SET colour = 'green';"
                             "ALTER TABLE outcome RENAME COLUMN source TO origin;"});
    const auto faultsAfterUpgrade = [&] {
        CHECK(store::openStore(council.file, Access::readWrite, steps).state ==
              store::OpenState::upgraded);
        store::Connection connection(council.file, SQLITE_OPEN_READONLY);
        return store::contentFaults(connection, store::Shapes(connection));
    };
    council.close();
    SECTION("sound")
    {
        CHECK(faultsAfterUpgrade().empty());
    }
    SECTION("altered before")
    {
        tamper(council.file,
               "UPDATE child SET born_month = 15000 WHERE id = " + std::to_string(child.value));
        const auto faults = faultsAfterUpgrade();
        REQUIRE(faults.size() == 1);
        CHECK(std::get<std::string>(faults[0].arguments.at(0)) == "child");
    }
}

TEST_CASE("Every flipped byte that changes what is read is found")
{
    Council council;
    for (int i = 0; i < 40; ++i)
        wholeLife(council, "A1A-0" + std::to_string(10 + i));
    const ChildId child = council.child("B1B-002");
    Assessment draft = council.assessment(child, day(2026, 1, 5), "1-4");
    draft.final = false;
    draft.whatMatters = SensitiveText("To be left alone");
    council.store->saveDraft(draft);
    council.close();
    std::ifstream in(council.file, std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    const std::string before = everything(council.file);
    std::mt19937 random(20260331);
    int read = 0, found = 0;
    const auto flipped = council.folder / "flipped.twelvefold";
    for (int trial = 0; trial < 220; ++trial) {
        std::string spoilt = whole;
        std::size_t at = random() % whole.size();
        while (whole[at] == '\0' && random() % 4 != 0) // nobody reads what no page has filled yet
            at = random() % whole.size();
        spoilt[at] = static_cast<char>(spoilt[at] ^ (1 << (random() % 8)));
        std::ofstream(flipped, std::ios::binary) << spoilt;
        const bool changed = everything(flipped) != before;
        const store::Opened opened = Store::open(flipped, Access::readOnly);
        const bool named = opened.store == nullptr || !opened.store->check().sound();
        INFO("byte " << at << " of " << whole.size());
        read += changed ? 1 : 0;
        found += named ? 1 : 0;
        if (changed)
            CHECK(named);
    }
    CHECK(read > 20); // or the trial says nothing
    CHECK(found >= read);
}

namespace {

std::string everything(const std::filesystem::path& file)
{
    try {
        const store::Opened opened = Store::open(file, Access::readOnly);
        if (opened.store == nullptr)
            return "refused";
        const Store& store = *opened.store;
        std::string text = store.councilName();
        const auto add = [&](const auto& value) {
            std::ostringstream stream;
            stream << value;
            text += stream.str() + "|";
        };
        for (const auto& [id, child] : store.allChildren()) {
            add(id.value);
            add(child.pseudonym);
            add(child.localId);
            for (const KindPeriod& period : store.kindPeriods(id))
                add(period.period.start.iso());
            if (const auto identity = store.identity(id)) {
                add(identity->givenName.reveal());
                add(identity->born ? identity->born->iso() : "");
            }
            for (const Placement& p : store.placements(id)) {
                add(p.period.start.iso());
                add(p.distanceMiles.value_or(-1));
                add(static_cast<int>(p.setting));
                add(p.note);
            }
            for (const CostLine& line : store.costLines(id))
                add(line.amount.inPence());
            for (const Episode& episode : store.episodes(id))
                add(episode.start.iso() + episode.homePostcode.reveal());
            for (const Outcome& outcome : store.outcomes(id))
                add(outcome.value);
            for (const Assessment& a : store.assessments(id)) {
                add(a.whatMatters.reveal());
                for (const Score& score : a.scores)
                    add(score.evidence.reveal() +
                        (score.level ? std::to_string(score.level->value()) : "-"));
            }
            if (const auto draft = store.draft(id, "asha"))
                add(draft->whatMatters.reveal());
        }
        for (const Provider& provider : store.providers())
            add(provider.name);
        return text;
    } catch (const std::exception& error) {
        return error.what();
    }
}

} // namespace
