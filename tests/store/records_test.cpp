// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "support/catch.h"

using namespace store_tests;

TEST_CASE("A child and its identity come back as they were written")
{
    Council council;
    Child child;
    child.localId = "1234";
    child.sex = Sex::female;
    child.bornMonth = day(2012, 5, 1);
    child.ethnicity = "WBRI";
    Identity identity;
    identity.givenName = SensitiveText("Zoë");
    identity.familyName = SensitiveText("O'Brien; DROP TABLE child");
    identity.born = day(2012, 5, 17);
    identity.postcode = SensitiveText("AB1 2CD");
    identity.upn = SensitiveText("A123456789012");
    council.edit([&](store::Writer& writer) {
        child.id = writer.addChild(child);
        identity.child = child.id;
        writer.setIdentity(identity);
    });
    const auto read = council.store->child(child.id);
    REQUIRE(read);
    child.pseudonym = read->pseudonym;
    CHECK(*read == child);
    CHECK(council.store->identity(child.id) == identity);
    CHECK(council.store->allIdentities().at(child.id) == identity);
    CHECK(council.store->allChildren().at(child.id) == child);
    CHECK(council.store->childrenByLocalId().at("1234") == child.id);
    CHECK(council.store->childCount() == 1);

    identity.givenName = SensitiveText("Zoe");
    identity.born.reset();
    child.localId.clear();
    child.bornMonth.reset();
    council.edit([&](store::Writer& writer) {
        writer.setIdentity(identity);
        writer.updateChild(child);
    });
    council.reopen();
    CHECK(council.store->identity(child.id) == identity);
    CHECK(council.store->child(child.id) == child);
    CHECK(council.store->childrenByLocalId().empty());
    CHECK(council.store->councilName() == "Testshire");
}

TEST_CASE("A new child gets a pseudonym that no other has")
{
    Council council;
    council.edit([](store::Writer& writer) {
        for (int i = 0; i < 500; ++i)
            writer.addChild({});
    });
    std::set<std::string> pseudonyms;
    for (const auto& [id, child] : council.store->allChildren()) {
        CHECK(child.pseudonym.size() == 7);
        CHECK(child.pseudonym.find_first_of("IOQ") == std::string::npos);
        pseudonyms.insert(child.pseudonym);
    }
    CHECK(pseudonyms.size() == 500);
}

TEST_CASE("Placements, episodes, cost lines and outcomes come back as they were written")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    Provider provider{{},         "Brightwater Homes", Sector::privateSector, "Brightwater Group",
                      "SC123456", "North East"};
    Placement full = placement(child, {day(2024, 2, 1), day(2025, 3, 1)}, Setting::childrensHome);
    full.sector = Sector::voluntary;
    full.emergency = true;
    full.solo = false;
    full.distanceMiles = 36.5;
    full.referredOn = day(2024, 1, 20);
    full.placeCode = "K2";
    full.providerCode = "PR4";
    full.changeReason = "CREQB";
    full.note = "Near \"school\"";
    Placement bare = placement(child, {day(2025, 3, 1), std::nullopt});
    Episode episode;
    episode.child = child;
    episode.start = day(2024, 2, 1);
    episode.end = day(2024, 2, 1);
    episode.reasonNew = "S";
    episode.legalStatus = "C2";
    episode.needCode = "N1";
    episode.placeCode = "K2";
    episode.providerCode = "PR4";
    episode.endReason = "X1";
    episode.changeReason = "PLACE";
    episode.urn = "SC123456";
    episode.homePostcode = SensitiveText("AB1 2CD");
    episode.placePostcode = SensitiveText("EF3 4GH");
    episode.distanceMiles = 36.5;
    episode.returnYear = 2024;
    CostLine line = weekly(child, Money::pence(123456), {day(2024, 2, 1), std::nullopt});
    line.component = CostComponent::health;
    line.per = CostPer::month;
    line.funder = Funder::health;
    line.note = "Therapy";
    Outcome outcome{{}, child, "sdq_total", day(2024, 6, 1), 17.5, "OC2 2024"};
    council.edit([&](store::Writer& writer) {
        provider.id = writer.addProvider(provider);
        full.provider = provider.id;
        full.id = writer.addPlacement(full);
        bare.id = writer.addPlacement(bare);
        episode.id = writer.addEpisode(episode);
        line.placement = full.id;
        line.provider = provider.id;
        line.id = writer.addCostLine(line);
        outcome.id = writer.addOutcome(outcome);
    });
    CHECK(council.store->providers() == std::vector{provider});
    CHECK(council.store->providersByUrn().at("SC123456") == provider.id);
    CHECK(council.store->placements(child) == std::vector{bare, full});
    CHECK(council.store->allPlacements().at(child) == std::vector{bare, full});
    CHECK(council.store->episodes(child) == std::vector{episode});
    CHECK(council.store->allEpisodes().at(child) == std::vector{episode});
    CHECK(council.store->costLines(child) == std::vector{line});
    CHECK(council.store->allCostLines().at(child) == std::vector{line});
    CHECK(council.store->outcomes(child) == std::vector{outcome});
    CHECK(council.store->allOutcomes().at(child) == std::vector{outcome});

    provider.name = "Brightwater North";
    provider.sector.reset();
    full.note.clear();
    full.solo.reset();
    episode.placePostcode = SensitiveText();
    episode.homePostcode = SensitiveText();
    line.amount = Money::pence(0);
    outcome.value = 12;
    council.edit([&](store::Writer& writer) {
        writer.updateProvider(provider);
        writer.updatePlacement(full);
        writer.updateEpisode(episode);
        writer.updateCostLine(line);
        writer.updateOutcome(outcome);
    });
    CHECK(council.store->providers() == std::vector{provider});
    CHECK(council.store->placements(child) == std::vector{bare, full});
    CHECK(council.store->episodes(child) == std::vector{episode});
    CHECK(council.store->costLines(child) == std::vector{line});
    CHECK(council.store->outcomes(child) == std::vector{outcome});

    council.edit([&](store::Writer& writer) {
        writer.removePlacement(full.id);
        writer.removeOutcome(outcome.id);
    });
    line.placement.reset();
    CHECK(council.store->placements(child) == std::vector{bare});
    CHECK(council.store->costLines(child) == std::vector{line}); // stays with the child
    CHECK(council.store->outcomes(child).empty());
    council.edit([&](store::Writer& writer) { writer.removeCostLine(line.id); });
    CHECK(council.store->costLines(child).empty());
}

TEST_CASE("What was decided about costs comes back as it was written, and goes with its line or "
          "placement")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    std::vector<CostDecision> all;
    CostLineId line, other;
    PlacementId first, second;
    council.edit([&](store::Writer& w) {
        first = w.addPlacement(placement(child, {day(2025, 1, 1), day(2025, 6, 1)}));
        second = w.addPlacement(placement(child, {day(2025, 6, 1), {}}));
        line = w.addCostLine(weekly(child, Money::pounds(900), {day(2025, 1, 1), {}}));
        other = w.addCostLine(weekly(child, Money::pounds(900), {day(2025, 6, 1), {}}));
        const ProviderId paid = w.addProvider({{}, "Acorn", {}, "", "", ""});
        CostDecision full = rightAsItIs(child, line, first, day(2025, 6, 1));
        full.about = {CostDoubt::paidTwice, line,           first, other, paid, paid,
                      day(2025, 1, 1),      day(2025, 6, 1)};
        CostDecision chosen;
        chosen.child = child;
        chosen.about = {std::nullopt, other, second};
        all = {full, chosen};
        for (const auto& named : allOf<CostDoubt>()) {
            CostDecision one = rightAsItIs(child, line, first, day(2025, 6, 1));
            one.about.doubt = named.value;
            one.about.line.reset();
            one.about.placement = second;
            all.push_back(one);
        }
        for (CostDecision& decision : all)
            decision.id = w.addCostDecision(decision);
    });
    CHECK(council.store->costDecisions() == all);
    council.edit([&](store::Writer& w) { w.removeCostLine(other); }); // of two, one beside another
    all.erase(all.begin(), all.begin() + 2);
    CHECK(council.store->costDecisions() == all);
    council.edit([&](store::Writer& w) { w.removePlacement(second); });
    CHECK(council.store->costDecisions().empty());
    REQUIRE(council.store->undo("asha").ok());
    CHECK(council.store->costDecisions() == all);
    council.edit([&](store::Writer& w) { w.removeCostDecision(all.front().id); });
    CHECK(council.store->costDecisions().size() == all.size() - 1);
    CHECK(council.store->check().sound());
}

TEST_CASE("Questions put aside come back as they were written, by child, then day")
{
    Council council;
    const ChildId first = council.child("B1B-001"), second = council.child("A1A-001");
    PutAside later = putAside(first, day(2026, 3, 31));
    PutAside earlier = putAside(first, day(2025, 3, 31));
    earlier.question = "step_down";
    PutAside others = putAside(second, day(2024, 3, 31));
    others.until = others.on.plusDays(1);
    std::vector<PutAside> each;
    council.edit([&](store::Writer& writer) {
        others.id = writer.addPutAside(others);
        later.id = writer.addPutAside(later);
        earlier.id = writer.addPutAside(earlier);
        for (const auto& named : allOf<QuestionOutcome>()) {
            PutAside one = putAside(second, day(2025, 1, 1));
            one.outcome = named.value;
            one.id = writer.addPutAside(one);
            each.push_back(one);
        }
    });
    std::vector<PutAside> all{earlier, later, others};
    all.insert(all.end(), each.begin(), each.end());
    CHECK(council.store->putAsides() == all);

    council.edit([&](store::Writer& writer) { writer.removePutAside(later.id); });
    all.erase(all.begin() + 1);
    CHECK(council.store->putAsides() == all);
    CHECK(council.store->check().sound());
}

TEST_CASE("Kind periods are replaced kind by kind")
{
    Council council;
    const ChildId child = council.child("A1A-001", day(2020, 1, 1));
    const std::vector<Period> plans{{day(2018, 1, 1), day(2018, 6, 1)},
                                    {day(2019, 1, 1), day(2020, 1, 1)}};
    council.edit([&](store::Writer& writer) {
        writer.setKindPeriods(child, CohortKind::protectionPlan, plans);
    });
    const KindPeriod lookedAfter{child, CohortKind::lookedAfter, {day(2020, 1, 1), std::nullopt}};
    CHECK(council.store->kindPeriods(child) ==
          std::vector<KindPeriod>{{child, CohortKind::protectionPlan, plans[0]},
                                  {child, CohortKind::protectionPlan, plans[1]},
                                  lookedAfter});
    council.edit([&](store::Writer& writer) {
        writer.setKindPeriods(child, CohortKind::protectionPlan, {});
    });
    CHECK(council.store->kindPeriods(child) == std::vector{lookedAfter});
}

TEST_CASE("An assessment comes back with its levels, evidence and words")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    Assessment first = council.assessment(child, day(2025, 1, 10), "04-");
    first.scores[0].evidence = SensitiveText("Seen by the nurse");
    first.scores[0].confidence = 3;
    first.scores[2].notKnownBecause = SensitiveText("New to us");
    first.strengths = {2};
    first.whatMatters = SensitiveText("My dog");
    first.goingWell = SensitiveText("Maths");
    first.whatIWant = SensitiveText("To see my sister");
    first.strengthsInWords = SensitiveText("Kind");
    Assessment second = council.assessment(child, day(2025, 7, 10), "111");
    Assessment blind = council.assessment(child, day(2025, 7, 10), "121");
    council.edit([&](store::Writer& writer) {
        first.id = writer.addAssessment(first);
        second.id = writer.addAssessment(second);
        blind.secondRatingOf = second.id;
        blind.id = writer.addAssessment(blind);
    });
    CHECK(council.store->assessments(child) == std::vector{second, blind, first});
}

TEST_CASE("A framework comes back whole, the newest version first")
{
    Council council;
    const auto before = council.store->frameworks();
    REQUIRE(before.size() == 1);
    const NeedsFramework& read = *before[0].framework;
    const NeedsFramework written = smallFramework();
    CHECK(read.key() == written.key());
    CHECK(read.title() == written.title());
    CHECK(read.levelNames() == written.levelNames());
    CHECK(read.strengthLevelNames() == written.strengthLevelNames());
    REQUIRE(read.domainCount() == 3);
    CHECK(read.domains()[1].code == "education");
    CHECK(read.domains()[1].mark == DomainMark::school);
    CHECK_FALSE(read.domains()[0].mark);
    CHECK(read.domains()[1].descriptors == written.domains()[1].descriptors);
    CHECK(read.domains()[1].prompt == "What to think about");
    CHECK(read.strengths()[0].descriptors == written.strengths()[0].descriptors);
    CHECK(read.bands()[2].code == "high");
    CHECK(read.bandOf(9) == 2);

    FrameworkId second;
    council.edit([&](store::Writer& writer) { second = writer.addFramework(smallFramework(2)); });
    const auto after = council.store->frameworks();
    REQUIRE(after.size() == 2);
    CHECK(after[0].id == second);
    CHECK(after[0].framework->version() == 2);
    CHECK_FALSE(council.store->framework(FrameworkId{12345}));
    CHECK_THROWS_AS(council.edit([&](store::Writer& w) { w.addFramework(smallFramework(2)); }),
                    std::logic_error);
}

TEST_CASE("What cannot be is refused and changes nothing")
{
    Council council;
    const ChildId child = council.child("A1A-001");
    const auto entries = council.store->audit().size();
    const auto refuses = [&](const std::function<void(store::Writer&)>& work) {
        CHECK_THROWS_AS(council.edit(work), std::logic_error);
        CHECK(council.store->audit().size() == entries);
    };
    refuses([&](store::Writer& w) { w.removePlacement(PlacementId{99}); });
    refuses([&](store::Writer& w) {
        w.updateChild(Child{ChildId{99}, "", "X1X-111", {}, {}, ""});
    });
    refuses([&](store::Writer& w) {
        w.addOutcome({{}, ChildId{99}, "sdq_total", day(2025, 1, 1), 1, ""});
    });
    refuses([&](store::Writer& w) {
        w.addPlacement(placement(child, {day(2025, 1, 1), day(2025, 1, 1)}));
    });
    refuses([&](store::Writer& w) {
        w.addCostLine(weekly(child, Money::pence(-1), {day(2025, 1, 1), {}}));
    });
    refuses([&](store::Writer& w) { w.addPutAside(putAside(ChildId{99}, day(2025, 1, 1))); });
    refuses([&](store::Writer& w) { w.removePutAside(PutAsideId{99}); });
    const auto refusesAside = [&](const std::function<void(PutAside&)>& spoil) {
        PutAside faulty = putAside(child, day(2025, 1, 1));
        spoil(faulty);
        refuses([&](store::Writer& w) { w.addPutAside(faulty); });
    };
    refusesAside([](PutAside& one) { one.question.clear(); });
    refusesAside([](PutAside& one) { one.reason = {}; });
    refusesAside([](PutAside& one) { one.until = one.on; });
    refuses([&](store::Writer& w) { w.addChild(Child{{}, "", "A1A-001", {}, {}, ""}); });
    refuses([&](store::Writer& w) {
        w.addChild(Child{{}, "local A1A-001", "B2B-222", {}, {}, ""});
    });
    refuses([&](store::Writer& w) {
        Assessment draft = council.assessment(child, day(2025, 1, 1), "000");
        draft.final = false;
        w.addAssessment(draft);
    });
    refuses([&](store::Writer& w) {
        Assessment odd = council.assessment(child, day(2025, 1, 1), "000");
        odd.scores.resize(2);
        w.addAssessment(odd);
    });
    // Accepted, changed, unchanged and rejected rows are all the rows there were.
    refuses([&](store::Writer& w) {
        w.addImportBatch({{{"a.csv", "ab", "header", 3, 1, 0, 0, 1}}});
    });
    // An edit half of which cannot be is not kept at all.
    refuses([&](store::Writer& w) {
        w.addChild(Child{{}, "", "C3C-333", {}, {}, ""});
        w.removeOutcome(OutcomeId{99});
    });
    CHECK(council.store->childCount() == 1);
}
