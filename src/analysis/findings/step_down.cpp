// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/flags.h"
#include "analysis/statistics.h"
#include "statistics/similar/comparators.h"

#include <algorithm>
#include <array>
#include <optional>

// Children in residential care whose needs have fallen so far that a family might meet them. Ruled
// out for any child with even one need that still calls for intensive support.
namespace twelvefold::analysis {
namespace {

using domain::Setting;

constexpr MessageKind kStepDown{
    "flag-possible-step-down",
    TWELVEFOLD_TEXT("Message", "Total need was %1 on %2 and is %3 now, and no domain calls for "
                               "intensive support. What has fallen: %4. %5 children with similar "
                               "needs who live in families or supported accommodation cost %6 to "
                               "%7 a week; this child costs %8. Could a move be right, and when?")};
constexpr MessageKind kStepDownAlone{
    "flag-possible-step-down-alone",
    TWELVEFOLD_TEXT("Message", "Total need was %1 on %2 and is %3 now, and no domain calls for "
                               "intensive support. What has fallen: %4. Could a move be right, and "
                               "when?")};
constexpr MessageKind kRuleStepDown{
    "flag-rule-step-down",
    TWELVEFOLD_TEXT("Message", "Raised in residential care where total need has fallen by %1 or "
                               "more, or into a lower band, and no domain calls for intensive "
                               "support any more.")};

// A secure setting is not among them: a court, not a need score, ends such a stay.
constexpr std::array kResidential{Setting::childrensHome, Setting::school, Setting::unregistered};
constexpr std::array kLowerSettings{Setting::kinshipFoster, Setting::inHouseFoster,
                                    Setting::agencyFoster, Setting::supportedAccommodation};

bool isIn(std::optional<Setting> setting, std::span<const Setting> settings)
{
    return setting && std::find(settings.begin(), settings.end(), *setting) != settings.end();
}

bool couldStepDown(const domain::Cohort& cohort, std::size_t row, const ReliableFall& rule)
{
    const auto now = cohort.needTotal.at(row);
    const auto earlier = cohort.earlierTotal.at(row);
    if (!isResidential(cohort.setting[row]) || !now || !earlier)
        return false;
    for (std::size_t d = 0; d < cohort.levels.byDomain.size(); ++d) {
        if (cohort.levelOf(row, d).value_or(0) >= intensiveLevel(*cohort.framework))
            return false;
    }
    const auto bandNow = cohort.framework->bandOf(*now);
    const auto bandThen = cohort.framework->bandOf(*earlier);
    return rule.fell(*earlier - *now) || (bandNow && bandThen && *bandNow < *bandThen);
}

// "Education and learning 3 → 1, …": the largest falls first.
std::string whatFell(const domain::Cohort& cohort, std::size_t row)
{
    struct Fall
    {
        int by = 0;
        std::size_t domain = 0;
    };
    std::vector<Fall> falls;
    for (std::size_t d = 0; d < cohort.levels.byDomain.size(); ++d) {
        const int now = cohort.levels.byDomain[d][row];
        const int then = cohort.earlierLevels.byDomain[d][row];
        if (now != domain::kNoLevel && then > now)
            falls.push_back({then - now, d});
    }
    std::stable_sort(falls.begin(), falls.end(),
                     [](const Fall& a, const Fall& b) { return a.by > b.by; });
    std::string text;
    for (const Fall& fall : falls) {
        const int now = cohort.levels.byDomain[fall.domain][row];
        text += (text.empty() ? "" : ", ") + cohort.framework->domains()[fall.domain].title + " " +
                std::to_string(now + fall.by) + " → " + std::to_string(now);
    }
    return text;
}

// The children in lower settings, as a table to find comparators in.
ProfileTable lowerSettings(const domain::Cohort& cohort, const Compared& children)
{
    Compared there;
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (isIn(cohort.setting[children.rows[i]], kLowerSettings)) {
            there.rows.push_back(children.rows[i]);
            there.cost.push_back(children.cost[i]);
        }
    }
    return profileTable(cohort, there, false);
}

void raiseStepDown(const FlagInputs& inputs, std::vector<Flag>& flags)
{
    const domain::Cohort& cohort = inputs.cohort;
    const Options& options = inputs.findings.options;
    const ReliableFall rule = reliableFall(cohort, options, inputs.findings.noise, kClearFall);
    std::vector<std::size_t> candidates;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        if (couldStepDown(cohort, row, rule))
            candidates.push_back(row);
    }
    if (candidates.empty())
        return;
    const ProfileTable table = lowerSettings(cohort, inputs.children);
    const ComparatorSearch search(table, {options.metric, options.tolerance});
    for (const std::size_t row : candidates) {
        std::vector<double> profile;
        for (const auto& levels : cohort.levels.byDomain)
            profile.push_back(levels[row]);
        const Comparators there = search.of(profile.data(), 0, ComparatorSearch::kNobody);
        const double now = cohort.needTotal.values[row];
        const double then = cohort.earlierTotal.values[row];
        Flag flag;
        flag.row = row;
        flag.kind = FlagKind::possibleStepDown;
        flag.strength = then - now;
        flag.reason = {kStepDownAlone,
                       {rounded(then, 1), cohort.earlierAssessedOn[row].value_or(cohort.census),
                        rounded(now, 1), whatFell(cohort, row)}};
        if (there.count > 0 && cohort.weeklyCost.valid[row] != 0) {
            flag.reason.kind = kStepDown;
            flag.reason.arguments.push_back(whole(there.count));
            flag.reason.arguments.push_back(inPounds(there.costs.lower));
            flag.reason.arguments.push_back(inPounds(there.costs.upper));
            flag.reason.arguments.push_back(inPounds(cohort.weeklyCost.values[row]));
        }
        flags.push_back(std::move(flag));
    }
}

} // namespace

bool isResidential(std::optional<Setting> setting)
{
    return isIn(setting, kResidential);
}

const FlagEntry kPossibleStepDown{FlagKind::possibleStepDown,
                                  "possible_step_down",
                                  {TWELVEFOLD_TEXT("Word", "Possible step-down")},
                                  [](const Options&) {
                                      return Message{kRuleStepDown, {kClearFall}};
                                  },
                                  raiseStepDown};

} // namespace twelvefold::analysis
