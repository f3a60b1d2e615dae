// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/need_beyond_setting.h"

#include "analysis/findings/compared.h"
#include "analysis/findings/drivers_model.h"

#include <algorithm>
#include <limits>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kBeyondSettingMissing{"left-out-no-setting",
                                            TWELVEFOLD_TEXT("Message", "no setting recorded")};
constexpr MessageKind kBeyondMethod{
    "beyond-setting-method",
    TWELVEFOLD_TEXT("Message",
                    "Of the spread of log weekly cost that the setting leaves, the share "
                    "that goes with the levels of all domains (partial R²).")};
constexpr MessageKind kBeyondParts{
    "beyond-setting-parts",
    TWELVEFOLD_TEXT("Message", "The setting alone goes with %1 %; with the levels of %2 domains it "
                               "is %3 %.")};
constexpr MessageKind kBeyondByChance{
    "beyond-setting-by-chance",
    TWELVEFOLD_TEXT("Message", "As many columns without any bearing on cost would go with %1 % of "
                               "what the setting leaves.")};
constexpr MessageKind kInterval{
    "beyond-setting-interval",
    TWELVEFOLD_TEXT("Message", "The 95 % interval comes from %1 resamples of the children (seed "
                               "%2), corrected for bias and skewness (BCa).")};
constexpr MessageKind kBeyondTooFew{
    "beyond-setting-too-few",
    TWELVEFOLD_TEXT("Message", "%1 children with need, cost and setting are too few to say what "
                               "goes with need beyond the setting: at least %2 are needed."),
    TWELVEFOLD_TEXT("Message", "%1 child with need, cost and setting is too few to say what goes "
                               "with need beyond the setting: at least %2 are needed.")};
constexpr MessageKind kSettingExplainsAll{
    "beyond-setting-nothing-left",
    TWELVEFOLD_TEXT("Message", "The setting leaves no spread of cost.")};

constexpr std::size_t kSetting = 1, kBoth = 3; // choices of the two groups

// The two groups' columns.
struct Data
{
    std::vector<double> logCost;
    std::vector<std::vector<double>> domains;
    std::vector<int> settings;
    std::size_t withoutSetting = 0;

    Data(const domain::Cohort& cohort, const Compared& children)
        : domains(cohort.levels.byDomain.size())
    {
        for (std::size_t i = 0; i < children.size(); ++i) {
            const std::size_t row = children.rows[i];
            if (!cohort.setting[row]) {
                ++withoutSetting;
                continue;
            }
            logCost.push_back(children.logCost[i]);
            settings.push_back(settingGroup(cohort, row));
            for (std::size_t d = 0; d < domains.size(); ++d)
                domains[d].push_back(cohort.levels.byDomain[d][row]);
        }
    }
    std::vector<ModelGroup> groups() const
    {
        ModelGroup need{"need", {domains.begin(), domains.end()}, {}};
        return {{"setting", {}, {{settings, domain::countOf<domain::Setting>}}}, std::move(need)};
    }
};

// Not a number where the setting leaves nothing: such a resample gives no replicate.
double partial(std::span<const double> rSquared)
{
    const double left = 1 - rSquared[kSetting];
    return left > 1e-12 ? (rSquared[kBoth] - rSquared[kSetting]) / left
                        : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

NeedBeyondSetting needBeyondSetting(const domain::Cohort& cohort, const Compared& children)
{
    const Data data(cohort, children);
    NeedBeyondSetting beyond;
    beyond.n = data.logCost.size();
    Trace& trace = beyond.trace;
    trace.n = beyond.n;
    trace.leftOut = children.leftOut;
    trace.leaveOut(kBeyondSettingMissing, data.withoutSetting);
    trace.method = {kBeyondMethod, {}};
    trace.formula = "(R² with setting and domains − R² with setting) / (1 − R² with setting)";
    trace.reference = "Cohen, Cohen, West & Aiken 2003, Applied Multiple Regression, ch. 5; "
                      "interval: Efron 1987, JASA 82";
    const std::vector<ModelGroup> groups = data.groups();
    const SubModels models(data.logCost, groups);
    const std::size_t needed = kChildrenAColumn * (models.rank() + 1);
    if (beyond.n < needed)
        return undefinedBy(beyond, {kBeyondTooFew, {whole(beyond.n), whole(needed)}});
    const SubModels::Choices choices = models.everyChoice();
    if (models.constantResponse() || !(choices.rSquared[kSetting] < 1 - 1e-12))
        return undefinedBy(beyond, {kSettingExplainsAll, {}});
    beyond.partialRSquared = partial(choices.rSquared);
    beyond.byChance = static_cast<double>(choices.rank[kBoth] - choices.rank[kSetting]) /
                      static_cast<double>(beyond.n - 1 - choices.rank[kSetting]);
    trace.steps.push_back(
        {kBeyondParts,
         {rounded(100 * choices.rSquared[kSetting], 1), whole(data.domains.size()),
          rounded(100 * choices.rSquared[kBoth], 1)}});
    trace.steps.push_back({kBeyondByChance, {rounded(100 * beyond.byChance, 1)}});
    return beyond;
}

bool addBeyondSettingInterval(const domain::Cohort& cohort, const Compared& children,
                              const Options& options, NeedBeyondSetting& beyond,
                              std::stop_token stop)
{
    if (!beyond.partialRSquared || options.bootstrapReplicates <= 0)
        return true;
    const Data data(cohort, children);
    const std::vector<ModelGroup> groups = data.groups();
    const SubModels models(data.logCost, groups);
    const auto statistic = [](std::span<const double> rSquared, std::span<double> values) {
        values[0] = partial(rSquared);
    };
    const std::vector<BcaInterval> intervals =
        bcaOfChoices(models, 1, statistic,
                     {.replicates = options.bootstrapReplicates, .seed = options.seed}, stop);
    if (intervals.empty())
        return false;
    const BcaInterval& interval = intervals.front();
    beyond.lower = interval.lower;
    beyond.upper = interval.upper;
    if (interval.lower)
        beyond.trace.steps.push_back({kInterval,
                                      {static_cast<std::int64_t>(options.bootstrapReplicates),
                                       std::to_string(options.seed)}});
    if (interval.undefined)
        beyond.trace.steps.push_back(*interval.undefined);
    beyond.trace.steps.insert(beyond.trace.steps.end(), interval.notes.begin(),
                              interval.notes.end());
    return true;
}

} // namespace twelvefold::analysis
