// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/cost_shares.h"

#include "analysis/findings/compared.h"
#include "analysis/findings/placement_choice.h"
#include "analysis/statistics.h"
#include "statistics/description/descriptive.h"
#include "statistics/regression/least_squares.h"
#include "statistics/regression/natural_spline.h"
#include "statistics/shares/sub_models.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kSharesTooFew{
    "cost-shares-too-few",
    TWELVEFOLD_TEXT("Message",
                    "%1 children in paid care are too few to tell what goes with the kind of "
                    "placement from what goes with its price; it takes %2."),
    TWELVEFOLD_TEXT("Message", "%1 child in paid care is too few to tell what goes with the kind "
                               "of placement from what goes with its price; it takes %2.")};
constexpr MessageKind kSharesOneKind{
    "cost-shares-one-kind",
    TWELVEFOLD_TEXT("Message",
                    "All of these children live in one kind of placement, so what the kind "
                    "goes with cannot be told.")};
constexpr MessageKind kSharesNoSpread{
    "cost-shares-no-spread",
    TWELVEFOLD_TEXT("Message", "All costs are the same: there is no difference to share out.")};
constexpr MessageKind kSharesMethod{
    "cost-shares-method",
    TWELVEFOLD_TEXT(
        "Message", "Of the spread of log weekly cost: what goes with total need, what the kind of "
                   "placement adds at the same need, and what is left within kinds, each less what "
                   "chance alone would give (adjusted R²).")};
constexpr MessageKind kSharesKnowing{
    "cost-shares-scored-knowing",
    TWELVEFOLD_TEXT("Message",
                    "Needs are scored by people who know the placement, so the two are not "
                    "independent of one another.")};
constexpr MessageKind kSharesInterval{
    "cost-shares-interval",
    TWELVEFOLD_TEXT("Message", "The 95 % intervals come from the same %1 resamples of the children "
                               "(seed %2), corrected for bias and skewness (BCa).")};
constexpr MessageKind kSameNeedMethod{
    "same-need-method",
    TWELVEFOLD_TEXT(
        "Message",
        "Children of such need and age that a tenth to nine tenths of them live in "
        "residential care: the cost of those who do against those who do not, at the same "
        "total need (least squares of log cost).")};
constexpr MessageKind kSameNeedTooFew{
    "same-need-too-few",
    TWELVEFOLD_TEXT("Message",
                    "Of %1 children whose need and age leave open where they live, %2 live in "
                    "residential care: too few to hold one against the other."),
    TWELVEFOLD_TEXT("Message", "Of %1 child whose need and age leave open where they live, %2 live "
                               "in residential care: too few to hold one against the other.")};

constexpr MessageKind kSharesStep{
    "cost-shares-step",
    TWELVEFOLD_TEXT("Message",
                    "Of the spread between %1 children in paid care %2 % goes with need, "
                    "%3 % with the kind of placement at the same need, %4 % with its "
                    "price.")};
constexpr MessageKind kNeedShareStep{
    "cost-shares-need-step",
    TWELVEFOLD_TEXT("Message",
                    "Of the spread between %1 children in paid care %2 % goes with need.")};
constexpr MessageKind kSameNeedStep{
    "same-need-step",
    TWELVEFOLD_TEXT("Message", "%2 of %1 such children live in residential care; at the same total "
                               "need their care costs %3 times that of the others (95 % interval "
                               "%4 to %5).")};

constexpr std::size_t kLeastForNeed = 30; // for need's alone
constexpr std::size_t kLeastEachSide = 5;
constexpr std::size_t kNeedOnly = 1, kNeedAndKind = 3; // choices of the two groups

std::vector<const PaidChild*> inForce(const domain::Cohort& cohort, const PaidCare& care)
{
    std::vector<const PaidChild*> children;
    for (const domain::ChildId id : cohort.child) {
        if (const PaidChild* child = care.of(id))
            children.push_back(child);
    }
    return children;
}

// The columns of both models.
struct ShareColumns
{
    std::vector<double> logCost;
    std::vector<std::vector<double>> need;
    std::vector<int> kind;

    explicit ShareColumns(const std::vector<const PaidChild*>& children)
    {
        std::vector<double> totals;
        for (const PaidChild* child : children) {
            totals.push_back(child->total);
            logCost.push_back(std::log(child->cost));
            kind.push_back(static_cast<int>(child->kind));
        }
        const auto spline = statistics::NaturalSpline::through(
            totals, children.size() >= PlacementChoice::kLeastForSpline ? 3 : 1);
        need.assign(spline.columns(), {});
        std::vector<double> row(spline.columns());
        for (const double total : totals) {
            spline.at(total, row);
            for (std::size_t c = 0; c < row.size(); ++c)
                need[c].push_back(row[c]);
        }
    }
    std::vector<statistics::ModelGroup> groups() const
    {
        return {{"need", {need.begin(), need.end()}, {}},
                {"kind", {}, {{kind, domain::countOf<PlacementKind>}}}};
    }
};

double adjusted(double rSquared, std::size_t rank, std::size_t n)
{
    return 1 - (1 - rSquared) * static_cast<double>(n - 1) / static_cast<double>(n - 1 - rank);
}

// The three shares of R² by choice of groups.
std::array<double, 3> sharesOf(std::span<const double> rSquared,
                               std::span<const std::uint32_t> rank, std::size_t n)
{
    const double need = adjusted(rSquared[kNeedOnly], rank[kNeedOnly], n);
    const double both = adjusted(rSquared[kNeedAndKind], rank[kNeedAndKind], n);
    return {need, both - need, 1 - both};
}

Message tooFewToSplit(std::size_t children)
{
    return {kSharesTooFew, {whole(children), whole(kFewestToSplit)}};
}

} // namespace

CostShares costShares(const domain::Cohort& cohort, const PaidCare& care,
                      std::optional<double> reliability)
{
    CostShares shares;
    const auto children = inForce(cohort, care);
    shares.n = shares.trace.n = children.size();
    if ((shares.undefined = care.undefined))
        return shares;
    shares.trace.method = {kSharesMethod, {}};
    shares.trace.steps.push_back({kSharesKnowing, {}});
    shares.trace.formula = "R²(need), R²(need, kind) − R²(need), 1 − R²(need, kind), adjusted";
    shares.trace.reference =
        "Wherry 1931, Annals of Mathematical Statistics 2:440; interval: Efron "
        "1987, JASA 82:171";
    if (children.size() < kFewestToSplit)
        shares.undefined = tooFewToSplit(children.size());
    if (children.size() < kLeastForNeed)
        return shares;
    const ShareColumns columns(children);
    if (std::set<int>(columns.kind.begin(), columns.kind.end()).size() < 2)
        shares.undefined = Message{kSharesOneKind, {}};
    const auto groups = columns.groups();
    const statistics::SubModels models(columns.logCost, groups);
    if (models.constantResponse()) {
        shares.undefined = Message{kSharesNoSpread, {}};
        return shares;
    }
    const auto choices = models.everyChoice();
    const auto found = sharesOf(choices.rSquared, choices.rank, shares.n);
    shares.need = CostShare{found[0], {}, {}};
    if (!shares.undefined) {
        shares.placement = CostShare{found[1], {}, {}};
        shares.price = CostShare{found[2], {}, {}};
    }
    // A share that chance made a little less than nothing is told as none.
    const auto percent = [](double share) { return rounded(100 * std::max(0.0, share), 0); };
    shares.trace.steps.push_back(
        shares.placement
            ? Message{kSharesStep,
                      {whole(shares.n), percent(found[0]), percent(found[1]), percent(found[2])}}
            : Message{kNeedShareStep, {whole(shares.n), percent(found[0])}});
    // As a correlation is corrected (Spearman 1904), need standing for one predictor.
    if (reliability)
        shares.needWithoutNoise = std::clamp(found[0] / *reliability, 0.0, 1.0);
    return shares;
}

std::optional<Message> whyNotSplit(const PaidCare& care)
{
    if (care.undefined || care.children.size() >= kFewestToSplit)
        return care.undefined;
    return tooFewToSplit(care.children.size());
}

bool addShareIntervals(const domain::Cohort& cohort, const PaidCare& care, const Options& options,
                       CostShares& shares, std::stop_token stop)
{
    if (!shares.need || options.bootstrapReplicates <= 0)
        return true;
    const ShareColumns columns(inForce(cohort, care));
    const auto groups = columns.groups();
    const statistics::SubModels models(columns.logCost, groups);
    const auto rank = models.everyChoice().rank;
    const auto statistic = [&](std::span<const double> rSquared, std::span<double> values) {
        std::ranges::copy(sharesOf(rSquared, rank, shares.n), values.begin());
    };
    const auto intervals = statistics::bcaOfChoices(
        models, 3, statistic, {.replicates = options.bootstrapReplicates, .seed = options.seed},
        stop);
    if (intervals.empty())
        return false;
    std::size_t at = 0;
    for (auto* share : {&shares.need, &shares.placement, &shares.price}) {
        if (*share) {
            (*share)->lower = intervals[at].lower;
            (*share)->upper = intervals[at].upper;
        }
        ++at;
    }
    shares.trace.steps.push_back(
        {kSharesInterval,
         {static_cast<std::int64_t>(options.bootstrapReplicates), std::to_string(options.seed)}});
    return true;
}

SameNeed sameNeed(const domain::Cohort& cohort, const PaidCare& care)
{
    constexpr double kOpenFrom = 0.1, kOpenTo = 0.9;
    SameNeed same;
    if ((same.undefined = care.undefined))
        return same;
    std::vector<double> totals, residential, logCost;
    for (const PaidChild* child : inForce(cohort, care)) {
        if (child->residentialChance < kOpenFrom || child->residentialChance > kOpenTo)
            continue;
        totals.push_back(child->total);
        residential.push_back(child->kind == PlacementKind::residential ? 1 : 0);
        logCost.push_back(std::log(child->cost));
        same.residential += child->kind == PlacementKind::residential ? 1 : 0;
    }
    same.n = same.trace.n = totals.size();
    same.trace.method = {kSameNeedMethod, {}};
    same.trace.formula = "log cost = a + b need + c residential; exp(c)";
    same.trace.reference = "MacKinnon & White 1985, Journal of Econometrics 29:305 (HC3)";
    if (same.residential < kLeastEachSide || same.n - same.residential < kLeastEachSide) {
        same.undefined = Message{kSameNeedTooFew, {whole(same.n), whole(same.residential)}};
        return same;
    }
    same.leastNeed = statistics::quantile(totals, 0.05);
    same.mostNeed = statistics::quantile(totals, 0.95);
    Design design(same.n);
    design.intercept().column("need_total", totals).column("residential", residential);
    const LeastSquares fit = leastSquares(design, logCost);
    if ((same.undefined = fit.undefined))
        return same;
    const Coefficient& coefficient = fit.coefficients[2];
    same.ratio = std::exp(coefficient.estimate);
    if (coefficient.hc3) {
        same.lower = std::exp(coefficient.hc3->lower);
        same.upper = std::exp(coefficient.hc3->upper);
        same.trace.steps.push_back(
            {kSameNeedStep,
             {whole(same.n), whole(same.residential), rounded(*same.ratio, 1),
              rounded(*same.lower, 1), rounded(*same.upper, 1)}});
    }
    return same;
}

} // namespace twelvefold::analysis
