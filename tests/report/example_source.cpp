// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/example_source.h"

namespace twelvefold::tests {

using namespace domain;
using namespace analysis;

namespace {

constexpr MessageKind kNotScored{"not-scored", "Not scored on every domain"};
constexpr MessageKind kReason{"reason", "Needs fell from %1 to %2."};

std::shared_ptr<const NeedsFramework> framework()
{
    NeedsFramework::Parts parts;
    parts.key = "small";
    parts.title = "A small framework";
    parts.levelNames = {"None", "Some", "Much"};
    parts.domains = {{"health", "Health", "", 1.0, {"well", "unwell", "very unwell"}}};
    parts.bands = {{"lower", "Lower", 0, 0}, {"higher", "Higher", 1, 2}};
    return std::make_shared<const NeedsFramework>(*NeedsFramework::make(std::move(parts)));
}

std::shared_ptr<const Cohort> cohort()
{
    auto result = std::make_shared<Cohort>();
    result->census = *Date::from(2026, 3, 31);
    result->framework = framework();
    result->resize(8, 1);
    for (std::size_t row = 0; row < 8; ++row) {
        result->child[row] = ChildId{std::int64_t(row) + 1};
        result->pseudonym[row] = "A1A-00" + std::to_string(row);
        result->setting[row] = row < 6 ? Setting::inHouseFoster : Setting::childrensHome;
        result->age.set(row, double(8 + row));
    }
    result->costs[0][0] = NumberColumn(8);
    for (std::size_t row = 0; row < 8; ++row)
        result->costs[0][0].set(row, row < 6 ? 500.50 + double(row) : 5900.0);
    result->countCosts({});
    for (std::size_t row = 1; row < 8; ++row) {
        result->levels.byDomain[0][row] = std::int8_t(row % 3);
        result->needTotal.set(row, double(row % 3));
        result->band[row] = row % 3 == 0 ? 0 : 1;
        result->assessedOn[row] = *Date::from(2026, 1, 15);
    }
    return result;
}

std::shared_ptr<const Findings> findings(const Cohort& cohort)
{
    auto found = std::make_shared<Findings>();
    found->cohort.census = cohort.census;
    found->cohort.n = 8;
    found->cohort.spendWeekly = 14818;
    found->cohort.excluded = {{{kNotScored, {}}, 1}};
    found->cohort.medianNeed = 1;
    found->cohort.bandCounts = {2, 5};
    found->cohort.settings = {{Setting::inHouseFoster, 6, 6, 3018, 503.0, 501.5, 504.5, 1.0},
                              {Setting::childrensHome, 2, 2, 11800, 5900.0, 5900.0, 5900.0, 0.5}};
    found->needExplains.trace.n = 12; // as many as a share is told of
    found->needExplains.rSquared = 0.31;
    found->needExplains.lower = 0.25;
    found->needExplains.upper = 0.37;
    found->similarNeed.tolerance = 1;
    found->similarNeed.children = 7;
    found->similarNeed.pairsConsidered = 15;
    found->similarNeed.pairsAtLeast = {{2, 8}, {3, 8}, {5, 8}, {10, 8}};
    found->similarNeed.eachChildOnce = {{6, 1, 1, 5900.0, 501.5, 5900.0 / 501.5}};
    found->similarNeed.pairs = found->similarNeed.eachChildOnce;
    Correlation outcome;
    outcome.x = "outcome_sdq_total";
    outcome.y = "need_total";
    outcome.method = CorrelationMethod::spearman;
    outcome.estimate = 0.4;
    outcome.lower = -0.2;
    outcome.upper = 0.8;
    outcome.n = 7;
    found->correlations = {outcome};
    analysis::Question stepDown;
    stepDown.kind = analysis::QuestionKind::stepDown;
    stepDown.says = {kReason, {std::int64_t{2}, std::int64_t{0}}};
    stepDown.children.push_back(
        {cohort.child[6], cohort.pseudonym[6], stepDown.says, cohort.weeklyCost.at(6)});
    auto worklist = std::make_shared<analysis::Worklist>();
    worklist->questions = {stepDown};
    found->worklist = worklist;
    found->resampled = true;
    return found;
}

} // namespace

report::Source exampleSource()
{
    report::Source source;
    source.storeName = QStringLiteral("Example council");
    source.cohort = cohort();
    source.findings = findings(*source.cohort);
    source.everyone = source.cohort;
    return source;
}

} // namespace twelvefold::tests
