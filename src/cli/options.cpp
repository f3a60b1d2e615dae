// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "cli/checks.h"
#include "cli/output.h"
#include "domain/criteria.h"
#include "exchange/cell_walk.h"
#include "exchange/import.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <map>

namespace twelvefold::cli {
namespace {

using namespace twelvefold::domain;

constexpr MessageKind kChance{"cli-chance",
                              TWELVEFOLD_TEXT("Message", "Working out what chance would give")};

// "kinship_foster, in_house_foster, …": what a word may be.
template<class Enum>
std::string tokens()
{
    std::string all;
    for (const Named<Enum>& named : allOf<Enum>())
        all += (all.empty() ? "" : ", ") + std::string(named.token);
    return all;
}

template<class Enum>
Enum wordOf(const std::string& text)
{
    const auto word = fromToken<Enum>(text);
    if (!word)
        throw CLI::ValidationError("\"" + text + "\" is not one of: " + tokens<Enum>());
    return *word;
}

// Costs: only the parts named count.
template<class Enum, class Flags>
void addScope(CLI::App& command, const std::string& name, Flags& flags,
              const std::string& description)
{
    command.add_option_function<std::string>(
        name,
        [&flags, name](const std::string& text) {
            if (listed(text).empty())
                throw CLI::ValidationError(name + ": nothing is named");
            flags.fill(false);
            for (const std::string& part : listed(text))
                flags[static_cast<std::size_t>(wordOf<Enum>(part))] = true;
        },
        description + ": " + tokens<Enum>());
}

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || rest != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<Date> dateIn(const std::string& text)
{
    const auto iso = Date::fromIso(text);
    return iso ? iso : Date::fromBritish(text);
}

constexpr const char* kOfRaters = "raters";

void readTolerance(const std::string& text, ComparisonAsked& asked)
{
    asked.toleranceOfRaters = text == kOfRaters;
    if (asked.toleranceOfRaters)
        return;
    const auto value = exchange::numberIn(text);
    if (!value)
        throw CLI::ValidationError("--tolerance: \"" + text + "\" is not a number, nor \"" +
                                   kOfRaters + "\"");
    asked.options.tolerance = *value;
}

void readReliability(const std::string& text, analysis::Options& options)
{
    const std::vector<std::string> parts = listed(text);
    const auto value = parts.empty() ? std::nullopt : exchange::numberIn(parts[0]);
    const auto children = parts.size() == 2 ? wholeNumber(parts[1]) : std::optional(0);
    if (!value || !children || *children < 0 || parts.size() > 2)
        throw CLI::ValidationError("--reliability: \"" + text +
                                   "\" is not a reliability such as 0.8, or 0.8,50");
    options.reliability = value;
    options.reliabilityChildren = static_cast<std::size_t>(*children);
}

std::optional<double> endOf(const Criterion& criterion, const std::string& text)
{
    if (criterion.kind == Criterion::Kind::days) {
        const auto day = dateIn(text);
        return day ? std::optional<double>(day->dayNumber()) : std::nullopt;
    }
    const auto number = exchange::numberIn(text);
    return number && canBeAnEnd(criterion, *number) ? number : std::nullopt;
}

const char* exampleOf(const Criterion& criterion)
{
    return criterion.kind == Criterion::Kind::days ? "2025-04-01..2026-03-31" : "10-15";
}

// "10-15", "10..15", "10..", "..15", or "12" for both ends.
Wanted readRange(const Criterion& criterion, const std::string& text)
{
    std::string least = text, most = text;
    const auto dots = text.find("..");
    const auto dash = criterion.kind == Criterion::Kind::days ? std::string::npos : text.find('-');
    if (dots != std::string::npos) {
        least = text.substr(0, dots);
        most = text.substr(dots + 2);
    } else if (dash != std::string::npos) {
        least = text.substr(0, dash);
        most = text.substr(dash + 1);
    }
    const bool open = dots != std::string::npos && least.empty() != most.empty();
    const Wanted wanted{{}, endOf(criterion, least), endOf(criterion, most)};
    if ((!wanted.least && !(open && least.empty())) || (!wanted.most && !(open && most.empty())))
        throw CLI::ValidationError("--" + std::string(criterion.token) + ": \"" + text +
                                   "\" is not a range such as " + exampleOf(criterion));
    return wanted;
}

// Those named, each a choice as it stands or several between commas: providers' names hold commas.
Wanted chosenAmong(const std::vector<Choice>& choices,
                   const std::set<std::string, std::less<>>& texts)
{
    Wanted wanted;
    for (const std::string& text : texts) {
        if (std::ranges::find(choices, text, &Choice::token) != choices.end()) {
            wanted.choices.insert(text);
        } else {
            const auto parts = listed(text);
            wanted.choices.insert(parts.begin(), parts.end());
        }
    }
    return wanted;
}

void refuseIfFaulty(const Criterion& criterion, const Wanted& wanted,
                    const std::vector<Choice>& choices)
{
    if (const auto fault = faultIn(criterion, wanted, choices))
        throw CLI::ValidationError("--" + std::string(criterion.token) + ": " + spoken(*fault));
}

void addChoices(CLI::App& command, const Criterion& criterion, CohortFilter& filter)
{
    const std::vector<Choice>& fixed = criterion.choices.fixed;
    std::string words = criterion.kind == Criterion::Kind::yesOrNo
                            ? criterion.title.english
                            : "Only those " + std::string(criterion.parts.english);
    for (const Choice& choice : fixed)
        words += (&choice == &fixed.front() ? ": " : ", ") + choice.token;
    words += fixed.empty() ? ", by name" : "";
    // What is found in a cohort is looked up when there is one: CohortAsked::find.
    command
        .add_option_function<std::vector<std::string>>(
            "--" + std::string(criterion.token),
            [&criterion, &filter](const std::vector<std::string>& texts) {
                Wanted wanted{{texts.begin(), texts.end()}, {}, {}};
                if (std::ranges::all_of(texts,
                                        [](const auto& text) { return listed(text).empty(); }))
                    throw CLI::ValidationError("--" + std::string(criterion.token) +
                                               ": nothing is named");
                if (!criterion.choices.fixed.empty() && !criterion.choices.open) {
                    wanted = chosenAmong(criterion.choices.fixed, wanted.choices);
                    refuseIfFaulty(criterion, wanted, criterion.choices.fixed);
                }
                filter.ask(criterion, std::move(wanted));
            },
            words)
        ->allow_extra_args(false)
        ->option_text("TEXT,...");
}

void addRange(CLI::App& command, const Criterion& criterion, CohortFilter& filter)
{
    const std::string unit = criterion.range.unit.english;
    command.add_option_function<std::string>(
        "--" + std::string(criterion.token),
        [&criterion, &filter](const std::string& text) {
            const Wanted wanted = readRange(criterion, text);
            refuseIfFaulty(criterion, wanted, {});
            filter.ask(criterion, wanted);
        },
        std::string(criterion.title.english) + (unit.empty() ? "" : " in " + unit) +
            ", both ends included, such as " + exampleOf(criterion) + "; an end may be left out: " +
            (criterion.kind == Criterion::Kind::days ? "2025-04-01.." : "10.. or ..15"));
}

} // namespace

std::vector<std::string> listed(const std::string& text)
{
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        std::string part = text.substr(from, comma - from);
        part.erase(0, part.find_first_not_of(' '));
        part.erase(part.find_last_not_of(' ') + 1);
        if (!part.empty())
            parts.push_back(part);
        from = comma + 1;
    }
    return parts;
}

CLI::Option* addDate(CLI::App& command, const std::string& name, std::optional<Date>& into,
                     const std::string& description)
{
    return command.add_option_function<std::string>(
        name,
        [&into, name](const std::string& text) {
            into = dateIn(text);
            if (!into)
                throw CLI::ValidationError(name + ": \"" + text +
                                           "\" is not a date such as 2026-03-31");
        },
        description + ", as 2026-03-31 or 31/03/2026");
}

void addPlaced(CLI::App& command, std::optional<Date>& from, std::optional<Date>& to)
{
    command.add_option_function<std::string>(
        "--placed",
        [&from, &to](const std::string& text) {
            const Criterion& placed = criterion("placed");
            const Wanted wanted = readRange(placed, text);
            refuseIfFaulty(placed, wanted, {});
            const auto day = [](std::optional<double> number) {
                return number
                           ? std::optional(Date::fromDayNumber(static_cast<std::int32_t>(*number)))
                           : std::nullopt;
            };
            from = day(wanted.least);
            to = day(wanted.most);
        },
        "Only placements that began on these days, both ends included, such as "
        "2026-04-01..2026-06-30; an end may be left out: 2026-04-01..");
}

void addCohortOptions(CLI::App& command, CohortAsked& asked)
{
    command.add_option("--store", asked.store, "The council's file")->required();
    addDate(command, "--census", asked.census, "The day that is looked at");
    CohortFilter& filter = asked.filter;
    for (const Criterion& criterion : criteria()) {
        if (criterion.isRange())
            addRange(command, criterion, filter);
        else
            addChoices(command, criterion, filter);
    }
    command.add_flag_callback(
        "--comparable",
        [&filter] { filter.notCompared = exchange::placementKinds().notCompared(); },
        "Leave out the settings that are not to be compared: with parents, adoption");
    addCostScope(command, filter.costs);
}

void addCostScope(CLI::App& command, domain::CostScope& into)
{
    addScope<CostComponent>(command, "--components", into.components, "Only those costs");
    addScope<Funder>(command, "--funder", into.funders, "Only what these pay");
}

CohortAsked::Found CohortAsked::find(const workbench::Workbench& workbench) const
{
    if (const auto doubt = census ? workbench.censusDoubt(*census) : std::nullopt)
        note(spoken(*doubt));
    const auto all = workbench.cohort(census.value_or(workbench.defaultCensus()));
    CohortFilter resolved = filter;
    for (const auto& [criterion, wanted] : filter.asked) {
        if (criterion->isRange())
            continue;
        const auto choices = choicesIn(*criterion, *all);
        const Wanted chosen = chosenAmong(choices, wanted.choices);
        if (const auto fault = faultIn(*criterion, chosen, choices))
            throw Failure(*fault);
        resolved.ask(*criterion, chosen);
    }
    return {std::make_shared<const Cohort>(all->filtered(resolved)), resolved, all, all->size(),
            tellsOfFaults(workbench)};
}

void addMetric(CLI::App& command, statistics::Metric& into)
{
    std::map<std::string, statistics::Metric> metrics;
    std::vector<std::string> names;
    for (const statistics::MetricEntry& entry : statistics::metricEntries()) {
        metrics.emplace(entry.token, entry.metric);
        names.emplace_back(entry.token);
    }
    command
        .add_option_function<std::string>(
            "--metric", [&into, metrics](const std::string& name) { into = metrics.at(name); },
            "How far apart two profiles are")
        ->check(oneOf(names));
}

void addComparison(CLI::App& command, ComparisonAsked& asked)
{
    analysis::Options& options = asked.options;
    command.add_flag("--within-setting", options.withinSetting,
                     "Compare only children in the same setting");
    addMetric(command, options.metric);
    command
        .add_option_function<std::string>(
            "--tolerance", [&asked](const std::string& text) { readTolerance(text, asked); },
            "Similar need: a distance of at most this; raters: what two raters of one child are "
            "within at least half the time")
        ->option_text("D|raters [2]");
    command.add_option("--top", options.top, "How many pairs to list")
        ->check(wholeNumber())
        ->capture_default_str();
    command
        .add_option_function<std::string>(
            "--reliability",
            [&options](const std::string& text) { readReliability(text, options); },
            "How reliably total need is scored, 0 to 1, and on how many children that was found: "
            "0.8,50")
        ->option_text("R[,N]");
    command.add_option("--min-ratio", options.minRatio, "List only pairs at least this far apart")
        ->check(anyNumber())
        ->capture_default_str();
}

analysis::Options ComparisonAsked::of(const Cohort& cohort) const
{
    analysis::Options resolved = options;
    if (!toleranceOfRaters)
        return resolved;
    const analysis::Noise noise = analysis::measuredNoise(cohort, options.metric);
    if (!noise.toleranceMark)
        throw Failure(*noise.undefined);
    resolved.tolerance = *noise.toleranceMark;
    return resolved;
}

analysis::Findings findingsOf(const workbench::Workbench& workbench,
                              const CohortAsked::Found& found, const analysis::Options& options)
{
    const Cohort& cohort = *found.cohort;
    Watch watch(Watch::CtrlC::ends);
    const workbench::Progress progress = watch.progress();
    const workbench::DayRecords records = workbench.dayRecords(found.everyone);
    const analysis::OfTheDay day = workbench::ofTheDay(records, found.filter, options);
    analysis::Findings findings =
        analysis::analyse(cohort, options, {}, workbench::filtered(day, records, found.filter));
    analysis::resample(cohort, findings, {}, [&](double fraction) {
        progress({kChance, {}}, fraction);
    });
    return findings;
}

void checkOptions(const analysis::Options& options)
{
    if (const auto fault = options.fault())
        throw Failure(*fault, kWrongUse);
}

} // namespace twelvefold::cli
