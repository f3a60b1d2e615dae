// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/provider_effects.h"

#include "analysis/findings/compared.h"
#include "domain/money.h"

#include <algorithm>
#include <map>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kOwnCare{
    "left-out-own-care",
    TWELVEFOLD_TEXT("Message", "cared for by the council itself or by parents")};
constexpr MessageKind kMarketNoProvider{"left-out-no-provider",
                                        TWELVEFOLD_TEXT("Message", "no provider recorded")};
constexpr MessageKind kMarketNoCost{"left-out-no-cost-above-zero",
                                    TWELVEFOLD_TEXT("Message", "no cost above zero recorded")};
constexpr MessageKind kNothingBought{
    "market-nothing-bought",
    TWELVEFOLD_TEXT("Message", "No care is bought: these children are all cared for by the council "
                               "itself or by parents.")};
constexpr MessageKind kNothingKnown{
    "market-nothing-known",
    TWELVEFOLD_TEXT("Message", "In how few hands care lies that is bought cannot be told: of no "
                               "such child are both a provider and a cost recorded.")};
constexpr MessageKind kMarketMethod{
    "market-method",
    TWELVEFOLD_TEXT("Message", "Shares of the weekly spend on care that is bought, by provider and "
                               "by owner group; a provider without a group stands alone.")};
constexpr MessageKind kStep{
    "market-step",
    TWELVEFOLD_TEXT("Message", "Providers: %1; owner groups: %2; together %3 a week.")};

bool isOwnCare(const domain::Cohort& cohort, std::size_t row)
{
    const auto& sector = cohort.sector[row];
    return sector == domain::Sector::ownCouncil || sector == domain::Sector::parents;
}

template<class Key>
std::vector<double> amounts(const std::map<Key, std::int64_t>& pence)
{
    std::vector<double> pounds;
    for (const auto& [key, amount] : pence)
        pounds.push_back(domain::Money::pence(amount).inPounds());
    return pounds;
}

} // namespace

Market market(const domain::Cohort& cohort)
{
    Market result;
    std::map<std::string, std::int64_t> byProvider, byOwner;
    std::size_t own = 0, nobody = 0, unpaid = 0;
    std::int64_t total = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        const auto cost = cohort.weeklyCost.at(row);
        if (isOwnCare(cohort, row)) {
            ++own;
        } else if (cohort.provider[row] < 0) {
            ++nobody;
        } else if (!cost || !(*cost > 0)) {
            ++unpaid;
        } else {
            const auto provider = static_cast<std::size_t>(cohort.provider[row]);
            const std::string& name = cohort.providerNames[provider];
            const std::string owner = provider < cohort.providerOwners.size()
                                          ? cohort.providerOwners[provider]
                                          : std::string();
            const std::int64_t pence = domain::Money::fromPounds(*cost).inPence();
            byProvider[name] += pence;
            byOwner[owner.empty() ? name : owner] += pence;
            total += pence;
            ++result.n;
        }
    }
    result.trace.leaveOut(kOwnCare, own);
    result.trace.leaveOut(kMarketNoProvider, nobody);
    result.trace.leaveOut(kMarketNoCost, unpaid);
    result.trace.n = result.n;
    result.trace.method = {kMarketMethod, {}};
    result.trace.formula = "HHI = sum of squared shares in percent; effective number = 10000 / HHI";
    result.trace.reference = "Hirschman 1964, American Economic Review 54:761";
    result.spendWeekly = domain::Money::pence(total).inPounds();
    if (result.n == 0) {
        result.undefined = Message{own == cohort.size() ? kNothingBought : kNothingKnown, {}};
        return result;
    }
    result.providers = concentration(amounts(byProvider));
    result.owners = concentration(amounts(byOwner));
    if ((result.undefined = result.providers.undefined))
        return result;
    result.largestOwner =
        std::max_element(byOwner.begin(), byOwner.end(), [](const auto& a, const auto& b) {
            return a.second < b.second;
        })->first;
    result.trace.steps.push_back(
        {kStep, {whole(byProvider.size()), whole(byOwner.size()), inPounds(result.spendWeekly)}});
    return result;
}

} // namespace twelvefold::analysis
