// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"

#include "support/catch.h"

#include <random>

using namespace store_tests;

namespace {

// Does at random whatever can be done to a store, undoes and redoes it, closes and opens it.
class Walk
{
public:
    explicit Walk(unsigned seed) : m_random(seed) {}

    void step()
    {
        try {
            switch (draw(18)) {
            case 0:
            case 1:
                m_council.child("A1A-" + std::to_string(100 + ++m_children));
                break;
            case 2:
                return onChild([&](ChildId child) { addCare(child); });
            case 3:
                return onChild([&](ChildId child) { changeCare(child); });
            case 4:
                return onChild([&](ChildId child) { saveDraft(child); });
            case 5:
                return onChild([&](ChildId child) { signOff(child); });
            case 6:
                return onChild([&](ChildId child) {
                    m_council.edit([&](store::Writer& w) { w.removeDraft(child, "asha"); });
                });
            case 7:
                m_council.edit([&](store::Writer& w) {
                    m_council.framework = w.addFramework(smallFramework(++m_versions));
                });
                break;
            case 8:
            case 9:
            case 10:
                (void)m_council.store->undo("ben");
                break;
            case 11:
                (void)m_council.store->redo("ben");
                break;
            case 12:
                (void)m_council.store->undoStep(
                    static_cast<std::int64_t>(draw(m_council.store->audit(1).front().sequence)),
                    "cleo");
                break;
            case 13:
            case 14:
                return bringIn();
            case 15:
            case 16:
                return takeBack();
            default:
                m_council.reopen();
                CHECK(m_council.store->check().sound());
            }
        } catch (const std::logic_error&) {
            // refused, as a pseudonym or a version that an undone step had: nothing was changed
        }
        m_council.framework = m_council.store->frameworks().front().id;
    }

    void undoToTheBottom()
    {
        while (m_council.store->undo("ben").ok()) {
        }
        m_council.reopen();
        CHECK(m_council.store->check().sound());
        CHECK_FALSE(m_council.store->frameworks().empty());
    }

private:
    std::uint64_t draw(std::int64_t below)
    {
        return m_random() % static_cast<std::uint64_t>(std::max<std::int64_t>(below, 1));
    }

    void onChild(const std::function<void(ChildId)>& does)
    {
        const auto rows = m_council.store->childRows(day(2026, 3, 31));
        if (!rows.empty())
            does(rows[draw(std::ssize(rows))].child.id);
    }

    void addCare(ChildId child)
    {
        m_council.edit([&](store::Writer& w) {
            CostLine line = weekly(child, Money::pounds(900), {day(2025, 1, 1), {}});
            line.placement = w.addPlacement(placement(child, {day(2025, 1, 1), {}}));
            w.addCostDecision(
                rightAsItIs(child, w.addCostLine(line), *line.placement, day(2025, 2, 1)));
            w.addOutcome({{}, child, "sdq_total", day(2025, 2, 1), double(draw(40)), ""});
            w.addPutAside(putAside(child, day(2026, 3, 31)));
        });
    }

    void changeCare(ChildId child)
    {
        const auto placements = m_council.store->placements(child);
        if (placements.empty())
            return;
        m_council.edit([&](store::Writer& w) {
            Placement changed = placements.front();
            changed.note = std::to_string(draw(1000));
            w.updatePlacement(changed);
            if (draw(3) == 0)
                w.removePlacement(changed.id);
            const auto aside = m_council.store->putAsides();
            if (!aside.empty())
                w.removePutAside(aside.front().id);
            const auto decided = m_council.store->costDecisions();
            if (!decided.empty() && draw(2) == 0)
                w.removeCostDecision(decided.front().id);
        });
    }

    // A child nobody knew, and care of one that somebody may.
    void bringIn()
    {
        const auto rows = m_council.store->childRows(day(2026, 3, 31));
        m_council.edit([&](store::Writer& w) {
            const ProviderId provider =
                w.addProvider({{}, "Acorn", {}, "", "U" + std::to_string(draw(1000000)), ""});
            std::vector<ChildId> children{
                w.addChild({{}, "", "B1B-" + std::to_string(100 + ++m_children), {}, {}, ""})};
            if (!rows.empty())
                children.push_back(rows[draw(std::ssize(rows))].child.id);
            for (const ChildId child : children) {
                Placement at = placement(child, {day(2025, 3, 1), {}});
                at.provider = provider;
                CostLine line = weekly(child, Money::pounds(800), at.period);
                line.placement = w.addPlacement(at);
                w.addCostLine(line);
                for (Placement before : m_council.store->placements(child)) {
                    before.period.end = day(2026, 1, 1);
                    w.updatePlacement(before);
                }
            }
            w.addImportBatch({{{"a.csv", "0a", "episodes", 2, 2, 0, 0, 0}}});
        });
    }

    // What nobody has worked on since, or nothing.
    void takeBack()
    {
        const auto imports = m_council.store->imports();
        if (imports.empty())
            return;
        const store::BroughtIn& import = imports[draw(std::ssize(imports))];
        const auto plan = m_council.store->planTakeBack(import.id);
        CHECK(plan.ok() == !import.gone);
        if (!plan.ok())
            return;
        const auto taken =
            m_council.store->takeBack(*plan, store::Store::Keep::whatChangedSince, "cleo");
        CHECK(taken.ok() == (plan->work != nullptr));
        CHECK(m_council.store->planTakeBack(import.id).ok() == !taken.ok());
    }

    Assessment assessment(ChildId child)
    {
        Assessment result = m_council.assessment(child, day(2026, 1, 5), "1-4");
        result.whatMatters = SensitiveText("My dog " + std::to_string(draw(1000)));
        return result;
    }

    void saveDraft(ChildId child)
    {
        Assessment draft = assessment(child);
        draft.final = false;
        m_council.store->saveDraft(draft);
    }

    void signOff(ChildId child)
    {
        m_council.edit([&](store::Writer& w) {
            w.addAssessment(assessment(child));
            w.removeDraft(child, "asha");
        });
    }

    std::mt19937 m_random;
    Council m_council;
    int m_children = 0;
    int m_versions = 1;
};

} // namespace

TEST_CASE("Whatever is done and undone in whatever order, a store opens and is sound")
{
    for (unsigned seed = 1; seed <= 6; ++seed) {
        INFO("seed " << seed);
        Walk walk(seed);
        for (int i = 0; i < 120; ++i)
            walk.step();
        walk.undoToTheBottom();
    }
}
