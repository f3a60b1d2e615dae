// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/needs_framework.h"
#include "domain/words.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

// What the demonstration council is drawn from: resources/demo, read once.
namespace twelvefold::workbench::demo {

using namespace twelvefold::domain;

inline constexpr std::size_t kAgeBands = 4;

struct Weighted
{
    std::vector<std::string> values;
    std::vector<double> weights;
};

struct SettingModel
{
    std::string key;
    Setting setting = Setting::other;
    Weighted places;
    std::string providerCode;
    std::vector<std::size_t> providers; // indices into Parameters::providers
    std::vector<double> providerWeights;
    std::array<double, kAgeBands> shareByAge{};
    double medianCost = 0, sigma = 0, needR2 = 0; // pounds a week; of its logarithm
    CostPer per = CostPer::week;
    double roundTo = 1;
    double needMean = 0, needSd = 0;       // of the total
    double slope = 0, slopeSd = 0;         // of the total, a year
    double improvers = 0, improvement = 0; // a share of children whose total falls so much a year
    std::vector<double> domainOffsets;     // levels
    double onePlacement = 1, emergency = 0;
    double distanceMedian = 0, distanceSigma = 0; // miles
    struct Part
    {
        double chance = 0, share = 0;
    };
    Part additional, education, health;
    std::vector<double> cameFrom; // weight of each setting model as the one before
};

struct ProviderModel
{
    std::string name, code, owner, region;
};

struct DomainModel
{
    std::string code;
    double loading = 1;
    std::array<double, kAgeBands> byAge{};
    std::vector<std::string> some, much; // evidence of regular and of intensive need
};

struct Words
{
    std::vector<std::string> boys, girls, families, workers, reasons, notKnown, eased, whatMatters,
        goingWell, whatIWant, strengths, familyNotes, residentialNotes;
    std::string firstReason, secondReason, educationNote, healthNote, settlingNote;
};

struct Parameters
{
    std::string council;
    std::uint64_t seed = 0;
    int yearsOfHistory = 3;
    std::size_t fullHistoryUpTo = 0;
    std::uint64_t exceptionalEvery = 0;

    struct AgeBand
    {
        int from = 0, to = 0;
        double share = 0;
    };
    std::array<AgeBand, kAgeBands> ageBands;
    double male = 0.5;
    Weighted ethnicity, needCodes, legalStatuses, movesAfterFirst;
    double meanCareDays = 0, leavers = 0, leaversMeanDays = 0;
    double protectionPlans = 0, inNeed = 0, earlierPlans = 0, temporaryStays = 0;

    double personSpread = 0, occasionSpread = 0, raterSpread = 0;
    std::vector<DomainModel> domains;
    double assessedEvery = 0, assessedJitter = 0, neverAssessed = 0, stale = 0;
    std::array<double, 2> staleDays{};
    double notKnown = 0, secondRatings = 0;

    std::vector<double> uplifts; // the latest April first
    double providerSigma = 0;
    std::array<double, 2> emergencyExtra{};
    double costMissing = 0, costCap = 0, exceptionalFrom = 0, exceptionalTo = 0,
           exceptionalNeed = 0;

    std::vector<SettingModel> settings;
    std::vector<ProviderModel> providers;
    std::map<std::string, double> outcomes; // "sdq.mean", "health_assessment", …
    Words words;

    std::size_t settingCalled(const std::string& key) const;
};

// Reads the compiled-in files. Throws std::logic_error if they do not fit the framework.
Parameters readParameters(const NeedsFramework& framework);

} // namespace twelvefold::workbench::demo
