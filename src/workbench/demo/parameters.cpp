// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/parameters.h"

#include "embedded/demoFiles.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace twelvefold::workbench::demo {
namespace {

using nlohmann::json;

json file(std::string_view name)
{
    for (const File& candidate : demoFiles()) {
        if (candidate.name == name)
            return json::parse(candidate.text);
    }
    throw std::logic_error("resources/demo has no " + std::string(name));
}

Weighted weighted(const json& object)
{
    Weighted result;
    for (const auto& [value, weight] : object.items()) {
        result.values.push_back(value);
        result.weights.push_back(weight.get<double>());
    }
    return result;
}

SettingModel::Part part(const json& object)
{
    return {object.at("chance"), object.at("share")};
}

template<class Enum>
Enum enumerator(const json& word)
{
    const auto value = fromToken<Enum>(word.get<std::string>());
    if (!value)
        throw std::logic_error("resources/demo: unknown word " + word.get<std::string>());
    return *value;
}

void readPeople(const json& council, Parameters& p)
{
    for (std::size_t i = 0; i < kAgeBands; ++i) {
        const json& band = council.at("age_bands").at(i);
        p.ageBands[i] = {band.at("from"), band.at("to"), band.at("share")};
    }
    p.male = council.at("male");
    p.ethnicity = weighted(council.at("ethnicity"));
    p.needCodes = weighted(council.at("need_codes"));
    p.legalStatuses = weighted(council.at("legal_statuses"));
    p.movesAfterFirst = weighted(council.at("moves_after_first"));
    p.meanCareDays = council.at("looked_after_mean_days");
    p.leavers = council.at("leavers").at("share");
    p.leaversMeanDays = council.at("leavers").at("mean_days");
    p.protectionPlans = council.at("protection_plan_share");
    p.inNeed = council.at("in_need_share");
    p.earlierPlans = council.at("earlier_plan_share");
    p.temporaryStays = council.at("temporary_stay_share");
}

void readNeed(const json& need, const json& evidence, const NeedsFramework& framework,
              Parameters& p)
{
    p.personSpread = need.at("person_spread");
    p.occasionSpread = need.at("occasion_spread");
    p.raterSpread = need.at("rater_spread");
    p.assessedEvery = need.at("assessed_every_days");
    p.assessedJitter = need.at("assessed_every_jitter");
    p.neverAssessed = need.at("never_assessed");
    p.stale = need.at("stale");
    p.staleDays = need.at("stale_days");
    p.notKnown = need.at("not_known");
    p.secondRatings = need.at("second_ratings");
    p.domains.resize(framework.domainCount());
    std::size_t placed = 0;
    for (const json& entry : need.at("domains")) {
        const std::string code = entry.at("code");
        const auto index = framework.domainIndex(code);
        if (!index)
            throw std::logic_error("resources/demo: the framework has no domain " + code);
        p.domains[*index] = {code, entry.at("loading"), entry.at("by_age"),
                             evidence.at(code).at("some"), evidence.at(code).at("much")};
        ++placed;
    }
    if (placed != framework.domainCount())
        throw std::logic_error("resources/demo does not say every domain of the framework");
}

void readCost(const json& cost, Parameters& p)
{
    p.uplifts = cost.at("uplifts").get<std::vector<double>>();
    p.providerSigma = cost.at("provider_sigma");
    p.emergencyExtra = cost.at("emergency");
    p.costMissing = cost.at("missing");
    p.costCap = cost.at("cap");
    p.exceptionalFrom = cost.at("exceptional").at("from");
    p.exceptionalTo = cost.at("exceptional").at("to");
    p.exceptionalNeed = cost.at("exceptional").at("need");
}

SettingModel readSetting(const json& entry, const NeedsFramework& framework)
{
    SettingModel s;
    s.key = entry.at("key");
    s.setting = enumerator<Setting>(entry.at("setting"));
    s.places = weighted(entry.at("places"));
    s.providerCode = entry.at("provider_code");
    s.shareByAge = entry.at("share_by_age");
    s.medianCost = entry.at("median");
    s.sigma = entry.at("sigma");
    s.needR2 = entry.at("need_r2");
    s.per = enumerator<CostPer>(entry.at("per"));
    s.roundTo = entry.at("round");
    const json& need = entry.at("need");
    s.needMean = need.at("mean");
    s.needSd = need.at("sd");
    s.slope = need.at("slope");
    s.slopeSd = need.at("slope_sd");
    s.improvers = need.at("improvers");
    s.improvement = need.at("improvement");
    s.domainOffsets.resize(framework.domainCount(), 0.0);
    for (const auto& [code, offset] : entry.at("domain_offsets").items())
        s.domainOffsets.at(framework.domainIndex(code).value()) = offset;
    s.onePlacement = entry.at("one_placement");
    s.emergency = entry.at("emergency");
    s.distanceMedian = entry.at("distance").at("median");
    s.distanceSigma = entry.at("distance").at("sigma");
    s.additional = part(entry.at("additional"));
    s.education = part(entry.at("education"));
    s.health = part(entry.at("health"));
    return s;
}

void readProviders(const json& providers, const json& settings, Parameters& p)
{
    for (const json& entry : providers) {
        for (std::size_t s = 0; s < p.settings.size(); ++s) {
            if (settings.at(s).at("providers") == entry.at("group")) {
                p.settings[s].providers.push_back(p.providers.size());
                p.settings[s].providerWeights.push_back(entry.at("weight"));
            }
        }
        p.providers.push_back(
            {entry.at("name"), entry.at("code"), entry.at("owner"), entry.at("region")});
    }
}

void readOutcomes(const json& outcomes, Parameters& p)
{
    for (const auto& [name, value] : outcomes.items()) {
        if (value.is_number()) {
            p.outcomes[name] = value;
            continue;
        }
        for (const auto& [key, figure] : value.items())
            p.outcomes[name + "." + key] = figure;
    }
}

Words readWords(const json& words)
{
    Words w;
    w.boys = words.at("boys").get<std::vector<std::string>>();
    w.girls = words.at("girls").get<std::vector<std::string>>();
    w.families = words.at("families").get<std::vector<std::string>>();
    w.workers = words.at("workers").get<std::vector<std::string>>();
    w.reasons = words.at("reasons").get<std::vector<std::string>>();
    w.notKnown = words.at("not_known").get<std::vector<std::string>>();
    w.eased = words.at("eased").get<std::vector<std::string>>();
    w.whatMatters = words.at("what_matters").get<std::vector<std::string>>();
    w.goingWell = words.at("going_well").get<std::vector<std::string>>();
    w.whatIWant = words.at("what_i_want").get<std::vector<std::string>>();
    w.strengths = words.at("strengths_in_words").get<std::vector<std::string>>();
    const json& notes = words.at("cost_notes");
    w.familyNotes = notes.at("family").get<std::vector<std::string>>();
    w.residentialNotes = notes.at("residential").get<std::vector<std::string>>();
    w.educationNote = notes.at("education");
    w.healthNote = notes.at("health");
    w.settlingNote = notes.at("settling");
    w.firstReason = words.at("first_reason");
    w.secondReason = words.at("second_reason");
    return w;
}

} // namespace

std::size_t Parameters::settingCalled(const std::string& key) const
{
    const auto found = std::ranges::find(settings, key, &SettingModel::key);
    if (found == settings.end())
        throw std::logic_error("resources/demo has no setting " + key);
    return static_cast<std::size_t>(found - settings.begin());
}

Parameters readParameters(const NeedsFramework& framework)
{
    const json council = file("council.json");
    const json words = file("words.json");
    Parameters p;
    p.council = council.at("council");
    p.seed = council.at("seed");
    p.yearsOfHistory = council.at("years_of_history");
    p.fullHistoryUpTo = council.at("full_history_up_to");
    p.exceptionalEvery = council.at("exceptional_every");
    readPeople(council, p);
    readNeed(council.at("need"), words.at("evidence"), framework, p);
    readCost(council.at("cost"), p);
    for (const json& entry : council.at("settings"))
        p.settings.push_back(readSetting(entry, framework));
    for (std::size_t s = 0; s < p.settings.size(); ++s) {
        p.settings[s].cameFrom.resize(p.settings.size(), 0.0);
        for (const auto& [key, weight] : council.at("settings").at(s).at("came_from").items())
            p.settings[s].cameFrom[p.settingCalled(key)] = weight;
    }
    readProviders(file("providers.json").at("providers"), council.at("settings"), p);
    readOutcomes(council.at("outcomes"), p);
    p.words = readWords(words);
    return p;
}

} // namespace twelvefold::workbench::demo
