// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "cli/checks.h"
#include "cli/output.h"
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

template<class Enum>
void addWords(CLI::App& command, const std::string& name, std::set<Enum>& into,
              const std::string& description)
{
    command.add_option_function<std::string>(
        name,
        [&into](const std::string& text) {
            into.clear();
            for (const std::string& part : listed(text))
                into.insert(wordOf<Enum>(part));
        },
        description + ": " + tokens<Enum>());
}

// Costs: only the parts named count.
template<class Enum, class Flags>
void addScope(CLI::App& command, const std::string& name, Flags& flags,
              const std::string& description)
{
    command.add_option_function<std::string>(
        name,
        [&flags](const std::string& text) {
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

void readAges(const std::string& text, CohortFilter& filter)
{
    const auto dash = text.find('-');
    const auto youngest = wholeNumber(std::string_view(text).substr(0, dash));
    const auto oldest =
        dash == std::string::npos ? youngest : wholeNumber(std::string_view(text).substr(dash + 1));
    if (!youngest || !oldest || *youngest < 0 || *youngest > *oldest)
        throw CLI::ValidationError("--age: \"" + text + "\" is not a range such as 10-15");
    filter.youngest = youngest;
    filter.oldest = oldest;
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

void addDate(CLI::App& command, const std::string& name, std::optional<Date>& into,
             const std::string& description)
{
    command.add_option_function<std::string>(
        name,
        [&into, name](const std::string& text) {
            into = Date::fromIso(text);
            if (!into)
                into = Date::fromBritish(text);
            if (!into)
                throw CLI::ValidationError(name + ": \"" + text +
                                           "\" is not a date such as 2026-03-31");
        },
        description + ", as 2026-03-31 or 31/03/2026");
}

void addCohortOptions(CLI::App& command, CohortAsked& asked)
{
    command.add_option("--store", asked.store, "The council's file")->required();
    addDate(command, "--census", asked.census, "The day that is looked at");
    CohortFilter& filter = asked.filter;
    addWords(command, "--kind", filter.kinds, "Which children");
    addWords(command, "--setting", filter.settings, "Only those settings");
    // Provider names may hold commas: the option may be given several times instead.
    command.add_option_function<std::vector<std::string>>(
        "--provider",
        [&filter](const std::vector<std::string>& names) {
            for (const std::string& name : names)
                filter.providers.insert(name);
        },
        "Only those providers, by name");
    command.add_flag_callback(
        "--comparable", [&filter] { filter.notCompared = exchange::settingsNotCompared(); },
        "Leave out the settings that are not to be compared: with parents, adoption");
    command.add_option_function<std::string>(
        "--age", [&filter](const std::string& text) { readAges(text, filter); },
        "Whole years, both ends included, such as 10-15");
    addScope<CostComponent>(command, "--components", filter.costs.components, "Only those costs");
    addScope<Funder>(command, "--funder", filter.costs.funders, "Only what these pay");
}

CohortAsked::Found CohortAsked::find(const workbench::Workbench& workbench) const
{
    if (const auto doubt = census ? workbench.censusDoubt(*census) : std::nullopt)
        note(spoken(*doubt));
    const auto all = workbench.cohort(census.value_or(workbench.defaultCensus()));
    CohortFilter resolved = filter;
    resolved.providers.clear();
    for (const std::string& name : filter.providers) {
        // A name as it stands, or several between commas.
        const bool whole = std::ranges::find(all->providerNames, name) != all->providerNames.end();
        for (const std::string& part : whole ? std::vector{name} : listed(name)) {
            if (std::ranges::find(all->providerNames, part) == all->providerNames.end())
                throw Failure("No child is with a provider called \"" + part + "\" that day.");
            resolved.providers.insert(part);
        }
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

void addAnalysisOptions(CLI::App& command, analysis::Options& options)
{
    command.add_flag("--within-setting", options.withinSetting,
                     "Compare only children in the same setting");
    addMetric(command, options.metric);
    command
        .add_option("--tolerance", options.tolerance, "Similar need: a distance of at most this")
        ->check(anyNumber())
        ->capture_default_str();
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

analysis::Findings findingsOf(const Cohort& cohort, const analysis::Options& options)
{
    Watch watch(Watch::CtrlC::ends);
    const workbench::Progress progress = watch.progress();
    analysis::Findings findings = analysis::analyse(cohort, options);
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
