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
    p.ageBands = council.at("age_bands");
    for (const json& entry : council.at("entries"))
        p.entries.push_back({entry.at("from"), entry.at("to"), entry.at("share"),
                             entry.at("leaves_soon"), entry.at("soon_mean_days"),
                             entry.at("mean_days")});
    p.successionDays = council.at("succession_days");
    p.male = council.at("male");
    p.ethnicity = weighted(council.at("ethnicity"));
    p.needCodes = weighted(council.at("need_codes"));
    p.legalStatuses = weighted(council.at("legal_statuses"));
    p.fragileMeanDays = council.at("fragile_mean_days");
    p.protectionPlans = council.at("protection_plan_share");
    p.inNeed = council.at("in_need_share");
    p.earlierPlans = council.at("earlier_plan_share");
    p.temporaryStays = council.at("temporary_stay_share");
}

void readNeed(const json& need, const json& evidence, const NeedsFramework& framework,
              Parameters& p)
{
    p.needMean = need.at("total_by_age").at("mean");
    p.needSd = need.at("total_by_age").at("sd");
    p.needSkew = need.at("total_by_age").at("skew");
    p.needShiftOutside = need.at("shift_outside_care");
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
    p.plantedTimes = cost.at("planted_times");
}

std::vector<double> offsets(const json& byDomain, const NeedsFramework& framework)
{
    std::vector<double> result(framework.domainCount(), 0.0);
    for (const auto& [code, offset] : byDomain.items())
        result.at(framework.domainIndex(code).value()) = offset;
    return result;
}

// A weight for each setting, from "setting": weight.
std::vector<double> bySetting(const json& weights, const Parameters& p)
{
    std::vector<double> result(p.settings.size(), 0.0);
    for (const auto& [key, weight] : weights.items())
        result[p.settingCalled(key)] = weight;
    return result;
}

PlaceKind placeKind(const std::string& word)
{
    for (std::size_t i = 0; i < kPlaceKinds; ++i) {
        if (placeKindToken(static_cast<PlaceKind>(i)) == word)
            return static_cast<PlaceKind>(i);
    }
    throw std::logic_error("resources/demo: there is no kind of placement " + word);
}

void readProfiles(const json& profiles, const NeedsFramework& framework, Parameters& p)
{
    for (const json& entry : profiles) {
        ProfileModel profile;
        profile.key = entry.at("key");
        profile.shareByAge = entry.at("share_by_age");
        profile.needShift = entry.at("need_shift");
        profile.domainOffsets = offsets(entry.at("domain_offsets"), framework);
        profile.homes = bySetting(entry.at("homes"), p);
        if (entry.contains("plan")) {
            profile.plan = p.settingCalled(entry.at("plan").at("setting"));
            profile.planMeanDays = entry.at("plan").at("mean_days");
        }
        p.profiles.push_back(std::move(profile));
    }
}

void readDecision(const json& decision, Parameters& p)
{
    DecisionModel& d = p.decision;
    d.homeFrom = decision.at("home_from");
    d.agencyFrom = decision.at("agency_from");
    d.kinAvailable = decision.at("kin_available");
    d.kinUpTo = decision.at("kin_up_to");
    d.supportedUpTo = decision.at("supported_up_to");
    d.readyForSupported = decision.at("ready_for_supported");
    d.movedAtSixteen = decision.at("moved_at_sixteen");
    d.misfortune = decision.at("misfortune").at("share");
    d.byMisfortune = bySetting(decision.at("misfortune").at("instead"), p);
    d.vacancyWaves = decision.at("vacancy_waves");
    d.emergencyAtFirst = decision.at("emergency").at("at_first");
    d.emergencyAfterBreakdown = decision.at("emergency").at("after_breakdown");
    for (const auto& [word, entry] : decision.at("kinds").items()) {
        KindModel& kind = d.kinds[static_cast<std::size_t>(placeKind(word))];
        kind.vacancy = entry.at("vacancy");
        kind.vacancyInEmergency = entry.at("in_emergency");
        kind.instead = bySetting(entry.at("instead"), p);
        kind.insteadInEmergency = bySetting(entry.at("instead_in_emergency"), p);
    }
}

void readExceptional(const json& exceptional, Parameters& p)
{
    p.exceptionalEvery = exceptional.at("every");
    p.exceptionalNeed = exceptional.at("need");
    p.exceptionalPlaces = bySetting(exceptional.at("places"), p);
}

SettingModel readSetting(const json& entry)
{
    SettingModel s;
    s.key = entry.at("key");
    s.setting = enumerator<Setting>(entry.at("setting"));
    s.kind = placeKind(entry.at("kind"));
    s.places = weighted(entry.at("places"));
    s.providerCode = entry.at("provider_code");
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
    s.fragile = entry.at("fragile");
    s.holdsDays = entry.at("holds_mean_days");
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

// {"sdq": {"mean": 14}} as "sdq.mean".
std::map<std::string, double> figuresByName(const json& figures)
{
    std::map<std::string, double> all;
    for (const auto& [name, value] : figures.items()) {
        if (value.is_number()) {
            all[name] = value;
            continue;
        }
        for (const auto& [key, figure] : value.items())
            all[name + "." + key] = figure;
    }
    return all;
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

std::string_view placeKindToken(PlaceKind kind)
{
    static constexpr std::array<std::string_view, kPlaceKinds> tokens{
        "kinship_foster", "in_house_foster", "agency_foster", "supported",
        "residential",    "with_parents",    "adoption"};
    return tokens[static_cast<std::size_t>(kind)];
}

bool isPaidCare(PlaceKind kind)
{
    return kind != PlaceKind::withParents && kind != PlaceKind::adoption;
}

std::size_t Parameters::settingCalled(const std::string& key) const
{
    const auto found = std::ranges::find(settings, key, &SettingModel::key);
    if (found == settings.end())
        throw std::logic_error("resources/demo has no setting " + key);
    return static_cast<std::size_t>(found - settings.begin());
}

std::size_t Parameters::firstOf(PlaceKind kind) const
{
    const auto found = std::ranges::find(settings, kind, &SettingModel::kind);
    if (found == settings.end())
        throw std::logic_error("resources/demo has no setting of a kind of placement");
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
    readPeople(council, p);
    readNeed(council.at("need"), words.at("evidence"), framework, p);
    readCost(council.at("cost"), p);
    for (const json& entry : council.at("settings"))
        p.settings.push_back(readSetting(entry));
    readProfiles(council.at("profiles"), framework, p);
    readDecision(council.at("decision"), p);
    readExceptional(council.at("exceptional"), p);
    readProviders(file("providers.json").at("providers"), council.at("settings"), p);
    p.outcomes = figuresByName(council.at("outcomes"));
    p.events = figuresByName(council.at("events"));
    p.providerOutcomeSigma = council.at("provider_outcome_sigma");
    p.words = readWords(words);
    return p;
}

} // namespace twelvefold::workbench::demo
