// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/cost_drivers.h"

#include "analysis/findings/drivers_model.h"
#include "analysis/statistics.h"
#include "statistics/numbers/differing.h"

#include <algorithm>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kDriversMethod{
    "drivers-method",
    TWELVEFOLD_TEXT("Message", "The spread of the logarithm of weekly cost, as far as a linear "
                               "model of everything recorded goes with it, shared out: what each "
                               "group adds on coming into the model, averaged over every order in "
                               "which the groups could come. A share says what goes along with "
                               "cost, not what causes it.")};
constexpr MessageKind kExplained{
    "drivers-explained",
    TWELVEFOLD_TEXT("Message", "Together the groups go with %1 % of the spread of log weekly cost "
                               "(R²); less what %2 columns would go with by chance, with %3 % "
                               "(adjusted R²). The rest goes with nothing that is recorded.")};
constexpr MessageKind kNoShares{
    "drivers-no-shares",
    TWELVEFOLD_TEXT("Message", "How that is shared out among need, setting and the rest cannot be "
                               "told from %1 children; it takes %2.")};
constexpr MessageKind kNeedByDomain{
    "drivers-need-by-domain",
    TWELVEFOLD_TEXT("Message", "Need is in the model as the level of each of %1 domains."),
    TWELVEFOLD_TEXT("Message", "Need is in the model as the level of %1 domain.")};
constexpr MessageKind kNeedTotal{"drivers-need-total",
                                 TWELVEFOLD_TEXT("Message", "Need is in the model as its total.")};
constexpr MessageKind kProvidersTaken{
    "drivers-providers-pooled",
    TWELVEFOLD_TEXT("Message", "%1 providers with fewer than %2 of these children are taken "
                               "together: many small groups go with cost by chance."),
    TWELVEFOLD_TEXT("Message", "%1 provider has fewer than %2 of these children.")};
constexpr MessageKind kSettingsTaken{
    "drivers-settings-pooled",
    TWELVEFOLD_TEXT("Message",
                    "%1 settings with fewer than %2 of these children are taken together."),
    TWELVEFOLD_TEXT("Message", "%1 setting has fewer than %2 of these children.")};
constexpr MessageKind kSectorsTaken{
    "drivers-sectors-pooled",
    TWELVEFOLD_TEXT("Message",
                    "%1 sectors with fewer than %2 of these children are taken together."),
    TWELVEFOLD_TEXT("Message", "%1 sector has fewer than %2 of these children.")};
constexpr MessageKind kToldTogether{
    "drivers-told-together",
    TWELVEFOLD_TEXT("Message", "%1 and %2 go so closely together (variance inflation above 10) "
                               "that only their common share can be told.")};
constexpr MessageKind kDriversByChance{
    "drivers-by-chance",
    TWELVEFOLD_TEXT("Message", "What chance gives: were the %1 costs dealt to the children again "
                               "at random, each column of the model would go with 1 part in %2 of "
                               "their spread on average.")};
constexpr MessageKind kIntervals{
    "drivers-intervals",
    TWELVEFOLD_TEXT("Message", "The 95 % intervals come from %1 resamples of the children (seed "
                               "%2), corrected for bias and skewness (BCa).")};

const MessageKind& takenTogether(DriverKind kind)
{
    return kind == DriverKind::provider  ? kProvidersTaken
           : kind == DriverKind::setting ? kSettingsTaken
                                         : kSectorsTaken;
}

void sayModel(const DriversModel& model, Trace& trace)
{
    for (const DriverColumns& own : model.kinds) {
        if (own.kind == DriverKind::need)
            trace.steps.push_back(own.numbers.size() > 1
                                      ? Message{kNeedByDomain, {whole(own.numbers.size())}}
                                      : Message{kNeedTotal, {}});
        if (own.taken > 0)
            trace.steps.push_back({takenTogether(own.kind),
                                   {whole(own.taken), whole(leastInLevel(model.rows.size()))}});
    }
    trace.steps.insert(trace.steps.end(), model.notUsed.begin(), model.notUsed.end());
}

void sayTogether(const CostDrivers& drivers, Trace& trace)
{
    for (const CostDriver& driver : drivers.groups)
        for (std::size_t i = 1; i < driver.kinds.size(); ++i)
            trace.steps.push_back(
                {kToldTogether, {word(driver.kinds[i - 1]), word(driver.kinds[i])}});
}

std::size_t mostDiffering(const DriverColumns& columns)
{
    std::size_t most = differing(columns.codes);
    for (const std::vector<double>& numbers : columns.numbers)
        most = std::max(most, differing(numbers));
    return most;
}

CostDrivers begun(const DriversModel& model)
{
    CostDrivers drivers;
    drivers.n = model.rows.size();
    drivers.notUsed = model.notUsed;
    drivers.trace.n = drivers.n;
    drivers.trace.leftOut = model.leftOut;
    drivers.trace.method = {kDriversMethod, {}};
    drivers.trace.formula =
        "share of group g = mean over all orders of (R² with g and those before it − R² of those "
        "before it) / R² of all; by chance: columns g adds / (n − 1) / R² of all";
    drivers.trace.reference =
        "Lindeman, Merenda & Gold 1980; Grömping 2006, Relative importance for linear regression "
        "in R, J. Statistical Software 17(1); Grömping 2007, The American Statistician 61; "
        "intervals: Efron 1987, JASA 82";
    return drivers;
}

} // namespace

const char* token(DriverKind kind)
{
    constexpr const char* kTokens[] = {"need",      "setting",  "provider", "sector",
                                       "emergency", "distance", "age",      "start_date"};
    return kTokens[static_cast<std::size_t>(kind)];
}

domain::Word word(DriverKind kind)
{
    constexpr const char* kWords[] = {
        TWELVEFOLD_TEXT("Word", "Need"),      TWELVEFOLD_TEXT("Word", "Setting"),
        TWELVEFOLD_TEXT("Word", "Provider"),  TWELVEFOLD_TEXT("Word", "Sector"),
        TWELVEFOLD_TEXT("Word", "Emergency"), TWELVEFOLD_TEXT("Word", "Distance"),
        TWELVEFOLD_TEXT("Word", "Age"),       TWELVEFOLD_TEXT("Word", "Start date")};
    return {kWords[static_cast<std::size_t>(kind)]};
}

std::string token(const CostDriver& driver)
{
    std::string joined;
    for (const DriverKind kind : driver.kinds)
        joined += (joined.empty() ? "" : "+") + std::string(token(kind));
    return joined;
}

std::optional<double> CostDrivers::adjusted(std::optional<double> ofAll) const
{
    if (!ofAll || n < columns + 2)
        return std::nullopt;
    const auto cases = static_cast<double>(n);
    return std::max(0.0,
                    1 - (1 - *ofAll) * (cases - 1) / (cases - 1 - static_cast<double>(columns)));
}

CostDrivers costDrivers(const domain::Cohort& cohort, const Compared& children)
{
    const DriversModel model = driversModel(cohort, children);
    CostDrivers drivers = begun(model);
    drivers.undefined = model.undefined;
    if (drivers.undefined)
        return drivers;
    const std::vector<ModelGroup> groups = model.groups();
    const SubModels models(model.logCost, groups);
    const Players players = playersOf(models);
    const Shapley shares = shapley(models, players, 0);
    drivers.undefined = shares.undefined;
    if (!shares.undefined && !shares.groups.empty() && !shares.groups.front().share)
        drivers.undefined = shares.notes.back();
    if (drivers.undefined)
        return drivers;
    drivers.rSquared = shares.rSquared;
    drivers.columns = models.rank();
    Trace& trace = drivers.trace;
    const auto inPercent = [](double share) { return rounded(100 * share, 1); };
    trace.steps.push_back({kExplained,
                           {inPercent(shares.rSquared), whole(drivers.columns),
                            inPercent(drivers.adjusted(drivers.rSquared).value_or(0))}});
    sayModel(model, trace);
    if (drivers.n < CostDrivers::kLeastForShares) {
        drivers.noShares = Message{kNoShares, {whole(drivers.n), whole(drivers.kLeastForShares)}};
        trace.steps.push_back(*drivers.noShares);
        return drivers;
    }
    for (std::size_t i = 0; i < players.size(); ++i) {
        CostDriver driver;
        for (const std::size_t kind : players[i]) {
            driver.kinds.push_back(model.kinds[kind].kind);
            driver.restsOn = std::max(driver.restsOn, mostDiffering(model.kinds[kind]));
        }
        driver.columns = shares.groups[i].columns;
        driver.share = *shares.groups[i].share;
        driver.contribution = shares.groups[i].contribution;
        driver.byChance = *shares.groups[i].chanceShare;
        drivers.groups.push_back(std::move(driver));
    }
    std::stable_sort(drivers.groups.begin(), drivers.groups.end(),
                     [](const CostDriver& a, const CostDriver& b) { return a.share > b.share; });
    sayTogether(drivers, trace);
    trace.steps.push_back({kDriversByChance, {whole(drivers.n), whole(drivers.n - 1)}});
    return drivers;
}

bool addDriverIntervals(const domain::Cohort& cohort, const Compared& children,
                        const Options& options, CostDrivers& drivers, std::stop_token stop)
{
    if (!drivers.rSquared || options.bootstrapReplicates <= 0)
        return true;
    const DriversModel model = driversModel(cohort, children);
    const std::vector<ModelGroup> groups = model.groups();
    const SubModels models(model.logCost, groups);
    const Players players = playersOf(models);
    Shapley shares = shapley(models, players, options.seed);
    const std::size_t notes = shares.notes.size();
    if (!addIntervals(models, players, shares,
                      {.replicates = options.bootstrapReplicates, .seed = options.seed}, stop))
        return false;
    drivers.lower = shares.lower;
    drivers.upper = shares.upper;
    for (std::size_t i = 0; i < players.size() && !drivers.noShares; ++i) {
        const DriverKind first = model.kinds[players[i].front()].kind;
        const auto driver =
            std::find_if(drivers.groups.begin(), drivers.groups.end(),
                         [&](const CostDriver& own) { return own.kinds.front() == first; });
        driver->lower = shares.groups[i].lower;
        driver->upper = shares.groups[i].upper;
    }
    if (shares.lower)
        drivers.trace.steps.push_back({kIntervals,
                                       {static_cast<std::int64_t>(options.bootstrapReplicates),
                                        std::to_string(options.seed)}});
    drivers.trace.steps.insert(drivers.trace.steps.end(),
                               shares.notes.begin() + static_cast<std::ptrdiff_t>(notes),
                               shares.notes.end());
    return true;
}

} // namespace twelvefold::analysis
