// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/a_returned_store.h"

using namespace twelvefold;
using namespace twelvefold::tests;
using analysis::LineMatch;
using analysis::MatchGroup;
using workbench::DoubtOfChild;

namespace {

const Date kCensus = day(2026, 3, 31);

// A child in a home of another provider than is paid, whose costs go on after an earlier one.
struct Doubted
{
    Home home;
    Workbench& bench = *home.bench;

    PlacementId placed(const std::string& provider, Date from)
    {
        Placement placement;
        placement.child = home.child;
        placement.setting = Setting::childrensHome;
        placement.period = {from, std::nullopt};
        PlacementEntry entry(placement);
        entry.provider = provider;
        entry.endsTheOpenOne = true;
        return bench.savePlacement(entry).value();
    }
    // A core cost that is paid to the provider of that name for a placement.
    CostLineId pays(const std::string& provider, PlacementId placement)
    {
        CostLine line;
        line.child = home.child;
        line.amount = Money::pounds(5000);
        line.period = {day(2026, 2, 1), std::nullopt};
        line.placement = placement;
        for (const Provider& known : bench.store().providers()) {
            if (known.name == provider)
                line.provider = known.id;
        }
        return bench.saveCostLine(line).value();
    }
    const LineMatch* matched(CostLineId id)
    {
        m_matching = bench.costMatching(kCensus);
        const auto found = std::ranges::find(m_matching.lines, id,
                                             [](const LineMatch& match) { return match.line.id; });
        return found == m_matching.lines.end() ? nullptr : &*found;
    }
    MatchGroup groupOf(CostLineId id)
    {
        const LineMatch* match = matched(id);
        return match == nullptr ? MatchGroup::matched : match->group;
    }
    Result<Done> right(CostLineId id, const std::string& reason = "")
    {
        std::vector<DoubtOfChild> doubts;
        for (const analysis::DoubtFound& found : matched(id)->doubts)
            doubts.push_back({home.child, found.matter});
        return bench.rightAsItIs(doubts, SensitiveText(reason));
    }
    std::string nameOfLast() const { return plainEnglish(bench.nextUndo()->name); }
    std::string pseudonym() const { return bench.store().child(home.child)->pseudonym; }
    CostLine stored(CostLineId id) const
    {
        const auto lines = bench.store().costLines(home.child);
        return *std::ranges::find(lines, id, &CostLine::id);
    }

private:
    analysis::CostMatching m_matching;
};

} // namespace

TEST_CASE("what is doubtful is right as it is once somebody said so, undone and done again")
{
    Doubted doubted;
    const PlacementId oak = doubted.placed("Oak", day(2026, 2, 1));
    const CostLineId line = doubted.pays("Hollin Bank Homes", oak);
    REQUIRE(doubted.groupOf(line) == MatchGroup::doubtful);
    REQUIRE(doubted.right(line, "  Oak is part of Hollin Bank \n"));
    CHECK(doubted.nameOfLast() == "Call a cost of " + doubted.pseudonym() + " right as it is");
    CHECK(doubted.groupOf(line) == MatchGroup::decided);
    const auto decisions = doubted.bench.store().costDecisions();
    REQUIRE(decisions.size() == 1);
    CHECK(decisions[0].reason == SensitiveText("Oak is part of Hollin Bank"));
    CHECK(doubted.bench.store().auditOf(doubted.home.child).front().detail == "cost_decision +1");
    // Said once more, it is one decision, with the later reason.
    REQUIRE(doubted.right(line));
    REQUIRE(doubted.bench.store().costDecisions().size() == 1);
    CHECK(doubted.bench.store().costDecisions()[0].reason.empty());
    REQUIRE(doubted.bench.undo());
    CHECK(doubted.bench.store().costDecisions() == decisions);
    REQUIRE(doubted.bench.undo());
    CHECK(doubted.groupOf(line) == MatchGroup::doubtful);
    REQUIRE(doubted.bench.redo());
    CHECK(doubted.bench.store().costDecisions() == decisions);
    CHECK(doubted.bench.store().check().sound());
}

TEST_CASE("a decision is taken back, and of nothing decided that is refused")
{
    Doubted doubted;
    const PlacementId oak = doubted.placed("Oak", day(2026, 2, 1));
    const CostLineId line = doubted.pays("Hollin Bank Homes", oak);
    const DoubtOfChild about{doubted.home.child, {std::nullopt, line}};
    const auto never = doubted.bench.doubtAgain(std::span(&about, 1));
    REQUIRE_FALSE(never);
    CHECK(plainEnglish(never.failure()) ==
          "Nothing was decided about this that could be taken back.");
    REQUIRE(doubted.right(line));
    REQUIRE(doubted.bench.doubtAgain(std::span(&about, 1)));
    CHECK(doubted.groupOf(line) == MatchGroup::doubtful);
    CHECK(doubted.bench.store().costDecisions().empty());
    REQUIRE(doubted.bench.undo());
    CHECK(doubted.groupOf(line) == MatchGroup::decided);
}

TEST_CASE("which placement a cost pays for is chosen, and what is doubtful about that is right")
{
    Doubted doubted;
    const PlacementId oak = doubted.placed("Oak", day(2026, 2, 1));
    const CostLineId line = doubted.pays("Hollin Bank Homes", oak);
    REQUIRE(doubted.right(line));
    REQUIRE(doubted.bench.payFor(doubted.home.child, line, doubted.home.placement, {}));
    CHECK(doubted.nameOfLast() ==
          "Say which placement a cost of " + doubted.pseudonym() + " pays for");
    CHECK(doubted.stored(line).placement == doubted.home.placement);
    CHECK(doubted.groupOf(line) == MatchGroup::decided);
    CHECK(doubted.matched(line)->placement->id == doubted.home.placement);
    REQUIRE(doubted.bench.undo());
    CHECK(doubted.stored(line).placement == oak);
    CHECK(doubted.groupOf(line) == MatchGroup::decided); // as it was before
    CHECK(doubted.bench.store().check().sound());
}

TEST_CASE("nothing is decided of what is not there, or with a reason that cannot be read")
{
    Doubted doubted;
    const PlacementId oak = doubted.placed("Oak", day(2026, 2, 1));
    const CostLineId line = doubted.pays("Hollin Bank Homes", oak);
    const auto steps = doubted.bench.store().audit(1000).size();
    const ChildId child = doubted.home.child;
    CHECK_FALSE(doubted.bench.payFor(child, CostLineId{7}, oak, {}));
    const auto another = doubted.bench.payFor(child, line, PlacementId{7}, {});
    REQUIRE_FALSE(another);
    CHECK(plainEnglish(another.failure()).starts_with(doubted.pseudonym() + " has no such"));
    CHECK_FALSE(doubted.bench.payFor(child, line, oak, SensitiveText(std::string(501, 'x'))));
    CHECK_FALSE(doubted.right(line, std::string(501, 'x')));
    const DoubtOfChild gone{child, {CostDoubt::noPlacement, CostLineId{7}}};
    CHECK_FALSE(doubted.bench.rightAsItIs(std::span(&gone, 1), {}));
    REQUIRE(doubted.bench.rightAsItIs({}, {})); // of nothing there is nothing to record
    CHECK(doubted.bench.store().audit(1000).size() == steps);
}

TEST_CASE("with a cost or a placement what was decided about it goes, and comes back")
{
    Doubted doubted;
    const PlacementId oak = doubted.placed("Oak", day(2026, 2, 1));
    const CostLineId line = doubted.pays("Hollin Bank Homes", oak);
    REQUIRE(doubted.right(line));
    const auto decisions = doubted.bench.store().costDecisions();
    doubted.bench.removeCostLine(doubted.stored(line));
    CHECK(doubted.bench.store().costDecisions().empty());
    REQUIRE(doubted.bench.undo());
    CHECK(doubted.bench.store().costDecisions() == decisions);
    doubted.bench.removePlacement(doubted.home.stored(oak));
    CHECK(doubted.bench.store().costDecisions().empty());
    REQUIRE(doubted.bench.undo());
    CHECK(doubted.bench.store().costDecisions() == decisions);
    CHECK(doubted.bench.store().check().sound());
}

TEST_CASE("several costs are right in one step, and placements without a cost with them")
{
    Doubted doubted;
    const PlacementId oak = doubted.placed("Oak", day(2026, 2, 1));
    const CostLineId line = doubted.pays("Hollin Bank Homes", oak);
    doubted.bench.removeCostLine(doubted.home.bench->store().costLines(doubted.home.child).back());
    const auto matching = doubted.bench.costMatching(kCensus);
    std::vector<DoubtOfChild> doubts;
    for (const LineMatch& match : matching.lines) {
        for (const analysis::DoubtFound& found : match.doubts)
            doubts.push_back({match.line.child, found.matter});
    }
    for (const analysis::UnpaidPlacement& unpaid : matching.unpaid) {
        for (const analysis::DoubtFound& found : unpaid.gaps)
            doubts.push_back({unpaid.child, found.matter});
    }
    const auto steps = doubted.bench.store().audit(1000).size();
    REQUIRE(doubted.bench.rightAsItIs(doubts, {}));
    CHECK(doubted.bench.store().audit(1000).size() == steps + 1);
    CHECK(doubted.groupOf(line) == MatchGroup::decided);
    const auto after = doubted.bench.costMatching(kCensus);
    CHECK(after.of(MatchGroup::doubtful).lines == 0);
    CHECK(std::ranges::all_of(after.unpaid, &analysis::UnpaidPlacement::decided));
}

namespace {

// A council whose finance pays another provider than the return says.
struct PaidByFiles
{
    Returned returned;
    Workbench& bench = *returned.bench;

    PaidByFiles()
    {
        returned.bringIn(kHeader2024, "header.csv");
        returned.bringIn("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
                         "HOME_POST,PL_POST,URN\n"
                         "101,10/04/2023,S,C2,N1,K2,PR4,06/11/2023,X1,CARPL,,,SC000001\n"
                         "101,06/11/2023,P,C2,N1,K2,PR4,,,,,,SC000003\n",
                         "episodes.csv");
    }
    workbench::ImportPlan pays(const std::string& amount, const std::string& end = "")
    {
        return returned.bringIn("child_id,component,amount,period,start,end,funder,urn\n101,core," +
                                    amount + ",week,2023-11-06," + end + ",,SC000009\n",
                                "costs.csv");
    }
    CostLine line() const { return bench.store().costLines(returned.child("101")).front(); }
    analysis::CostMatching matching() const { return bench.costMatching(day(2024, 3, 31)); }
};

} // namespace

TEST_CASE("a decision stands when the same file comes again, and when one amends something else")
{
    PaidByFiles council;
    council.pays("5200");
    REQUIRE(council.matching().lines.size() == 1);
    const LineMatch match = council.matching().lines.front();
    const DoubtOfChild doubt{match.line.child, match.doubts.front().matter};
    REQUIRE(council.bench.rightAsItIs(std::span(&doubt, 1), {}));
    CHECK(council.pays("5200").files.front().unchanged == 1);
    CHECK(council.matching().lines.front().group == MatchGroup::decided);
    CHECK(council.pays("5350").files.front().changed == 1);
    CHECK(council.line().amount == Money::pounds(5350));
    CHECK(council.matching().lines.front().group == MatchGroup::decided);
    CHECK(council.pays("5350", "2025-01-01").files.front().changed == 1);
    CHECK(council.matching().lines.front().group == MatchGroup::decided);
    CHECK(council.bench.store().check().sound());
}

TEST_CASE("the placement that somebody chose stays when a file amends the cost")
{
    PaidByFiles council;
    council.pays("5200");
    const ChildId child = council.returned.child("101");
    const auto placements = council.bench.store().placements(child); // latest first
    REQUIRE(placements.size() == 2);
    REQUIRE(council.line().placement == placements[0].id);
    REQUIRE(council.bench.payFor(child, council.line().id, placements[1].id, {}));
    CHECK(council.pays("5200").files.front().unchanged == 1);
    council.pays("5350");
    CHECK(council.line().amount == Money::pounds(5350));
    CHECK_FALSE(council.line().period.end); // though that placement ended
    CHECK(council.line().placement == placements[1].id);
    CHECK(council.matching().lines.front().group == MatchGroup::decided);
    // Once it was given to another by hand, nobody chose that one any longer.
    CostLine moved = council.line();
    moved.placement.reset();
    REQUIRE(council.bench.saveCostLine(moved));
    council.pays("5400");
    CHECK(council.line().placement == placements[0].id);
}

TEST_CASE("a cost that was decided about was worked on since its file was brought in")
{
    PaidByFiles council;
    council.pays("5200");
    const LineMatch match = council.matching().lines.front();
    const DoubtOfChild doubt{match.line.child, match.doubts.front().matter};
    REQUIRE(council.bench.rightAsItIs(std::span(&doubt, 1), {}));
    const auto number = council.bench.store().imports().front().id;
    const auto plan = council.bench.store().planTakeBack(number);
    REQUIRE(plan);
    CHECK(plan->inTheWay == 1);
    REQUIRE(council.bench.undo());
    REQUIRE(council.bench.store().planTakeBack(number)->inTheWay == 0);
}
