// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/needs_framework.h"
#include "domain/words.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
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

// The kinds of placement that need can ask for; several settings may be of one kind. With parents
// and placed for adoption are plans rather than answers to a need.
enum class PlaceKind : std::uint8_t
{
    kinship,
    inHouseFoster,
    agencyFoster,
    supported,
    residential,
    withParents,
    adoption
};
inline constexpr std::size_t kPlaceKinds = 7;
// "kinship_foster", "residential", …: as in council.json and in the truth.
std::string_view placeKindToken(PlaceKind kind);
// Whether somebody is paid to care there: what prices are compared among.
bool isPaidCare(PlaceKind kind);

struct SettingModel
{
    std::string key;
    Setting setting = Setting::other;
    PlaceKind kind = PlaceKind::residential;
    Weighted places;
    std::string providerCode;
    std::vector<std::size_t> providers; // indices into Parameters::providers
    std::vector<double> providerWeights;
    double medianCost = 0, sigma = 0, needR2 = 0; // pounds a week; of its logarithm
    CostPer per = CostPer::week;
    double roundTo = 1;
    double needMean = 0, needSd = 0;       // of the total for which the median is paid
    double slope = 0, slopeSd = 0;         // of the total, a year
    double improvers = 0, improvement = 0; // a share of children whose total falls so much a year
    double fragile = 0, holdsDays = 0;     // a share of stays breaks down soon; the others' mean
    double emergency = 0;                  // the share of stays that began in one
    double distanceMedian = 0, distanceSigma = 0; // miles
    struct Part
    {
        double chance = 0, share = 0;
    };
    Part additional, education, health;
};

// What is particular about some children's need or plan.
struct ProfileModel
{
    std::string key;
    std::array<double, kAgeBands> shareByAge{}; // of those who enter care at that age
    double needShift = 0;                       // of the total
    std::vector<double> domainOffsets;          // levels
    std::vector<double> homes;                  // of each setting, when need asks for a home
    std::optional<std::size_t> plan;            // the setting that the plan leads to
    double planMeanDays = 0;                    // from entering care; 0: at once
};

// What becomes of children whose need asks for one kind of placement.
struct KindModel
{
    double vacancy = 1, vacancyInEmergency = 1;      // chance that one is found
    std::vector<double> instead, insteadInEmergency; // weight of each setting, where none is
};

// From need to a placement.
struct DecisionModel
{
    std::array<double, kAgeBands> homeFrom{}, agencyFrom{}; // the total that asks for it
    std::array<double, kAgeBands> kinAvailable{};           // share of children who have kin
    double kinUpTo = 0, supportedUpTo = 0;
    double readyForSupported = 0;     // the share of those of 16 and over
    double movedAtSixteen = 0;        // the chance of a planned move where need asks for supported
    double misfortune = 0;            // the share of placements that have nothing to do with need
    std::vector<double> byMisfortune; // weight of each setting
    double vacancyWaves = 0;          // of the log odds of a vacancy, from quarter to quarter
    double emergencyAtFirst = 0, emergencyAfterBreakdown = 0;
    std::array<KindModel, kPlaceKinds> kinds;
};

// Children who enter care at an age, and how long they stay: some leave soon.
struct EntryModel
{
    double from = 0, to = 0; // years
    double share = 0, leavesSoon = 0, soonMeanDays = 0, meanDays = 0;
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

    std::array<int, kAgeBands> ageBands{}; // where each begins
    std::vector<EntryModel> entries;
    int successionDays =
        0; // how far a child's leaving and the next one's coming lie apart, at most
    double male = 0.5;
    Weighted ethnicity, needCodes, legalStatuses;
    double fragileMeanDays = 0;
    double protectionPlans = 0, inNeed = 0, earlierPlans = 0, temporaryStays = 0;

    // Of the total, in the middle of each age band.
    std::array<double, kAgeBands> needMean{}, needSd{};
    double needSkew = 0;         // of the logarithm of what is spread
    double needShiftOutside = 0; // of the total of children who are not looked after
    double personSpread = 0, occasionSpread = 0, raterSpread = 0;
    std::vector<DomainModel> domains;
    double assessedEvery = 0, assessedJitter = 0, neverAssessed = 0, stale = 0;
    std::array<double, 2> staleDays{};
    double notKnown = 0, secondRatings = 0;

    std::vector<double> uplifts; // the latest April first
    double providerSigma = 0;
    std::array<double, 2> emergencyExtra{};
    double costMissing = 0, costCap = 0;
    int plantedTimes = 1;

    std::uint64_t exceptionalEvery = 0;
    std::array<double, 2> exceptionalNeed{}; // the total
    std::vector<double> exceptionalPlaces;   // weight of each setting

    std::vector<ProfileModel> profiles;
    DecisionModel decision;

    std::vector<SettingModel> settings;
    std::vector<ProviderModel> providers;
    std::map<std::string, double> outcomes; // "sdq.mean", "health_assessment", …
    std::map<std::string, double> events;   // "unaccompanied.chance", …
    double providerOutcomeSigma = 0;        // of an outcome, in its standard deviations
    Words words;

    std::size_t settingCalled(const std::string& key) const;
    std::size_t firstOf(PlaceKind kind) const; // the first setting of a kind
};

// Reads the compiled-in files. Throws std::logic_error if they do not fit the framework.
Parameters readParameters(const NeedsFramework& framework);

} // namespace twelvefold::workbench::demo
