// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/options.h"
#include "cli/output.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <utility>

// Which placement each cost pays for, and what was decided about that.
namespace twelvefold::cli {
namespace {

using analysis::CostMatching;
using analysis::DoubtFound;
using analysis::LineMatch;
using analysis::MatchGroup;
using analysis::UnpaidPlacement;
using nlohmann::ordered_json;
using workbench::DoubtOfChild;
using workbench::Workbench;

constexpr domain::MessageKind kNoSuchLine{
    "cli-no-cost-line",
    TWELVEFOLD_TEXT("Message", "No cost with the number %1 is doubtful, decided about or in no "
                               "placement: matching lists those that are.")};
constexpr domain::MessageKind kNoSuchUnpaid{
    "cli-no-unpaid-placement",
    TWELVEFOLD_TEXT("Message", "No placement with the number %1 is without a cost on any day: "
                               "matching lists those that are.")};

struct MatchingAsked
{
    std::string store;
    std::optional<domain::Date> census;
    bool doubtful = false;
    std::optional<std::int64_t> line, placement, paysFor;
    bool rightAsItIs = false, doubtAgain = false;
    std::string reason;

    bool decides() const { return paysFor || rightAsItIs || doubtAgain; }
};

// The children by pseudonym, and the placements of those whom the matching lists.
struct MatchingTold
{
    const CostMatching& matching;
    std::unordered_map<domain::ChildId, domain::Child> children;
    std::unordered_map<domain::ChildId, std::vector<domain::Placement>> placements;

    MatchingTold(const CostMatching& found, const Workbench& bench)
        : matching(found), children(bench.store().allChildren()),
          placements(bench.store().allPlacements())
    {
    }
    QString pseudonymOf(domain::ChildId child) const
    {
        return QString::fromStdString(children.at(child).pseudonym);
    }
};

ordered_json dayJson(std::optional<domain::Date> day)
{
    return day ? ordered_json(day->iso()) : ordered_json(nullptr);
}

ordered_json weeklyJson(std::optional<domain::Money> weekly)
{
    return weekly ? ordered_json(weekly->inPounds()) : ordered_json(nullptr);
}

ordered_json providerJson(const CostMatching& matching, std::optional<domain::ProviderId> provider)
{
    return provider ? ordered_json(matching.nameOf(provider)) : ordered_json(nullptr);
}

// As text: other programs would round a number of so many digits.
ordered_json numberJson(auto id)
{
    return std::to_string(id.value);
}

// Of a placement as the store has it, or as matching tells of it.
ordered_json placementJson(const CostMatching& matching, const auto& placement)
{
    return {{"number", numberJson(placement.id)},
            {"start", placement.period.start.iso()},
            {"end", dayJson(placement.period.end)},
            {"setting", domain::token(placement.setting)},
            {"provider", providerJson(matching, placement.provider)}};
}

ordered_json doubtsJson(const std::vector<DoubtFound>& doubts)
{
    ordered_json all = ordered_json::array();
    for (const DoubtFound& found : doubts)
        all.push_back({{"doubt", domain::token(*found.matter.doubt)},
                       {"reason", english(found.reason)},
                       {"days", found.days},
                       {"decided", found.decided}});
    return all;
}

ordered_json lineMatchJson(const LineMatch& match, const MatchingTold& told)
{
    const domain::CostLine& line = match.line;
    ordered_json others = ordered_json::array();
    if (const auto own = told.placements.find(line.child); own != told.placements.end()) {
        for (const domain::Placement& placement : own->second) {
            if (!match.placement || placement.id != match.placement->id)
                others.push_back(placementJson(told.matching, placement));
        }
    }
    return {{"line", numberJson(line.id)},
            {"pseudonym", told.children.at(line.child).pseudonym},
            {"group", analysis::token(match.group)},
            {"component", domain::token(line.component)},
            {"funder", domain::token(line.funder)},
            {"weekly", weeklyJson(match.weekly)},
            {"runs", match.runs},
            {"start", line.period.start.iso()},
            {"end", dayJson(line.period.end)},
            {"provider", providerJson(told.matching, line.provider)},
            {"placement", match.placement ? placementJson(told.matching, *match.placement)
                                          : ordered_json(nullptr)},
            {"doubts", doubtsJson(match.doubts)},
            {"others", std::move(others)}};
}

ordered_json unpaidJson(const UnpaidPlacement& unpaid, const MatchingTold& told)
{
    return {{"placement", placementJson(told.matching, unpaid.placement)},
            {"pseudonym", told.children.at(unpaid.child).pseudonym},
            {"days", unpaid.days},
            {"usual_weekly", weeklyJson(unpaid.usual)},
            {"runs", unpaid.runs},
            {"decided", unpaid.decided},
            {"doubts", doubtsJson(unpaid.gaps)}};
}

ordered_json groupsJson(const CostMatching& matching)
{
    ordered_json groups = ordered_json::object();
    for (std::size_t i = 0; i < analysis::kMatchGroups; ++i) {
        const analysis::MatchTally& tally = matching.tallies[i];
        groups[std::string(analysis::token(static_cast<MatchGroup>(i)))] = {
            {"lines", tally.lines},
            {"running", tally.running},
            {"weekly", tally.weekly.inPounds()}};
    }
    return groups;
}

void tellJson(const MatchingAsked& asked, const MatchingTold& told)
{
    ordered_json lines = ordered_json::array(), unpaid = ordered_json::array();
    for (const LineMatch& match : told.matching.lines) {
        if (!asked.doubtful || match.group == MatchGroup::doubtful)
            lines.push_back(lineMatchJson(match, told));
    }
    for (const UnpaidPlacement& placement : told.matching.unpaid) {
        if (!asked.doubtful)
            unpaid.push_back(unpaidJson(placement, told));
    }
    std::cout << jsonText(ordered_json{{"store", asked.store},
                                       {"census", told.matching.on.iso()},
                                       {"costs_since", dayJson(told.matching.costsSince)},
                                       {"groups", groupsJson(told.matching)},
                                       {"lines", std::move(lines)},
                                       {"unpaid", std::move(unpaid)}})
              << '\n';
}

void sayReasons(const std::vector<DoubtFound>& doubts)
{
    for (const DoubtFound& found : doubts) {
        const QString reason = wording::text(found.reason);
        say(QStringLiteral("        ") +
            (found.decided ? Cli::tr("%1 (right as it is)").arg(reason) : reason));
    }
}

void sayLines(MatchGroup group, const MatchingTold& told)
{
    bool isFirst = true;
    for (const LineMatch& match : told.matching.lines) {
        if (match.group != group)
            continue;
        if (std::exchange(isFirst, false))
            say(wording::text(analysis::word(group)));
        const QString weekly =
            match.weekly ? Cli::tr("%1 a week").arg(wording::money(*match.weekly))
                         : Cli::tr("%1 once").arg(wording::money(match.line.signedAmount()));
        const QString from = match.line.period.end
                                 ? Cli::tr("%1 to %2")
                                       .arg(wording::date(match.line.period.start),
                                            wording::date(match.line.period.end->plusDays(-1)))
                                 : Cli::tr("from %1").arg(wording::date(match.line.period.start));
        say(Cli::tr("    %1: %2, %3, %4 (line %5)")
                .arg(told.pseudonymOf(match.line.child),
                     wording::text(domain::word(match.line.component)), weekly, from)
                .arg(match.line.id.value));
        sayReasons(match.doubts);
    }
}

void sayUnpaid(const MatchingTold& told)
{
    bool isFirst = true;
    for (const UnpaidPlacement& unpaid : told.matching.unpaid) {
        if (std::exchange(isFirst, false))
            say(Cli::tr("Placements without a core cost on some days"));
        say(Cli::tr("    %1: %2 from %3 (placement %4)")
                .arg(told.pseudonymOf(unpaid.child),
                     wording::text(domain::word(unpaid.placement.setting)),
                     wording::date(unpaid.placement.period.start))
                .arg(unpaid.placement.id.value));
        if (unpaid.usual)
            say(QStringLiteral("        ") +
                Cli::tr("Usual there: %1 a week").arg(wording::money(*unpaid.usual)));
        sayReasons(unpaid.gaps);
    }
}

void tellInWords(const MatchingAsked& asked, const MatchingTold& told)
{
    if (asked.doubtful)
        return sayLines(MatchGroup::doubtful, told);
    for (std::size_t i = 0; i < analysis::kMatchGroups; ++i) {
        const analysis::MatchTally& tally = told.matching.tallies[i];
        say((tally.lines == 1 ? Cli::tr("%1: %L2 cost, of which %L3 run on %4: %5 a week")
                              : Cli::tr("%1: %L2 costs, of which %L3 run on %4: %5 a week"))
                .arg(wording::text(analysis::word(static_cast<MatchGroup>(i))))
                .arg(tally.lines)
                .arg(tally.running)
                .arg(wording::date(told.matching.on), wording::money(tally.weekly)));
    }
    for (const MatchGroup group :
         {MatchGroup::doubtful, MatchGroup::unmatched, MatchGroup::decided})
        sayLines(group, told);
    sayUnpaid(told);
}

std::vector<DoubtOfChild> allOf(domain::ChildId child, const std::vector<DoubtFound>& doubts)
{
    std::vector<DoubtOfChild> all;
    for (const DoubtFound& found : doubts)
        all.push_back({child, found.matter});
    return all;
}

const LineMatch& lineNumbered(std::int64_t number, const CostMatching& matching)
{
    const auto found = std::ranges::find(
        matching.lines, number, [](const LineMatch& match) { return match.line.id.value; });
    if (found == matching.lines.end())
        throw Failure(domain::Message{kNoSuchLine, {number}});
    return *found;
}

const UnpaidPlacement& placementNumbered(std::int64_t number, const CostMatching& matching)
{
    const auto found =
        std::ranges::find(matching.unpaid, number,
                          [](const UnpaidPlacement& unpaid) { return unpaid.placement.id.value; });
    if (found == matching.unpaid.end())
        throw Failure(domain::Message{kNoSuchUnpaid, {number}});
    return *found;
}

// A slip of the number, or what the finance system has got wrong: it is done, and said.
void doubtWithoutCommonDay(const domain::CostLine& line, domain::PlacementId placement,
                           const Workbench& bench)
{
    const auto placements = bench.store().placements(line.child);
    const auto chosen = std::ranges::find(placements, placement, &domain::Placement::id);
    if (chosen != placements.end() && !chosen->period.overlaps(line.period))
        note(Cli::tr("On no day does the child live there while the cost runs. Give "
                     "--doubt-again to take this back.")
                 .toStdString());
}

domain::Result<domain::Done> decide(const MatchingAsked& asked, const CostMatching& matching,
                                    Workbench& bench)
{
    const domain::SensitiveText reason(asked.reason);
    if (asked.paysFor) {
        const domain::CostLine& line = lineNumbered(*asked.line, matching).line;
        const domain::PlacementId placement{*asked.paysFor};
        auto done = bench.payFor(line.child, line.id, placement, reason);
        if (done)
            doubtWithoutCommonDay(line, placement, bench);
        return done;
    }
    std::vector<DoubtOfChild> doubts;
    if (asked.line) {
        const LineMatch& match = lineNumbered(*asked.line, matching);
        doubts = allOf(match.line.child, match.doubts);
        if (doubts.empty()) // a person chose its placement, and nothing is doubtful about that
            doubts.push_back({match.line.child, {std::nullopt, match.line.id}});
    } else {
        const UnpaidPlacement& unpaid = placementNumbered(*asked.placement, matching);
        doubts = allOf(unpaid.child, unpaid.gaps);
    }
    return asked.rightAsItIs ? bench.rightAsItIs(doubts, reason) : bench.doubtAgain(doubts);
}

int matching(const MatchingAsked& asked, const Output& output)
{
    const auto bench = openStore(asked.store, asked.decides() ? store::Access::readWrite
                                                              : store::Access::readOnly);
    if (const auto doubt = asked.census ? bench->censusDoubt(*asked.census) : std::nullopt)
        note(spoken(*doubt));
    const CostMatching found = bench->costMatching(asked.census.value_or(bench->defaultCensus()));
    if (!asked.decides()) {
        const MatchingTold told(found, *bench);
        output.json ? tellJson(asked, told) : tellInWords(asked, told);
        return kDone;
    }
    if (const auto done = decide(asked, found, *bench); !done)
        throw Failure(done.failure());
    if (output.json)
        std::cout << jsonText(ordered_json{{"store", asked.store}, {"written", true}}) << '\n';
    else
        say(asked.doubtAgain ? Cli::tr("What was decided is taken back.")
                             : Cli::tr("Decided, and remembered."));
    return kDone;
}

// What is decided needs what it is about, and what is chosen needs a decision.
void checkDecision(const MatchingAsked& asked)
{
    const bool isOfOne = asked.line || asked.placement;
    if (isOfOne && !asked.decides())
        throw CLI::RequiredError("--pays-for, --right-as-it-is or --doubt-again");
    if (asked.decides() && !isOfOne)
        throw CLI::RequiredError("--line or --placement");
    if (!asked.reason.empty() && !asked.paysFor && !asked.rightAsItIs)
        throw CLI::RequiredError("--pays-for or --right-as-it-is");
}

} // namespace

void addMatching(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<MatchingAsked>();
    CLI::App* command = app.add_subcommand(
        "matching", "Which placement each cost pays for, what is doubtful, what nobody pays for");
    command->add_option("--store", asked->store, "The council's file")->required();
    addDate(*command, "--census", asked->census, "The day on which what runs is counted");
    CLI::Option* doubtful =
        command->add_flag("--doubtful", asked->doubtful, "List the doubtful costs alone");
    const auto number = [&](const char* name, std::optional<std::int64_t>& into,
                            const char* description) {
        return command->add_option(name, into, description)->check(wholeNumber(1, INT64_MAX));
    };
    CLI::Option* line = number("--line", asked->line, "Decide about the cost with this number");
    CLI::Option* placement =
        number("--placement", asked->placement, "Decide about the placement with this number");
    CLI::Option* paysFor =
        number("--pays-for", asked->paysFor, "The placement that it pays for, by number");
    CLI::Option* right = command->add_flag("--right-as-it-is", asked->rightAsItIs,
                                           "What is doubtful about it is right");
    CLI::Option* again =
        command->add_flag("--doubt-again", asked->doubtAgain, "Forget what was decided about it");
    command->add_option("--reason", asked->reason, "Why");
    line->excludes(placement)->excludes(doubtful);
    placement->excludes(doubtful)->excludes(paysFor);
    paysFor->excludes(right)->excludes(again);
    right->excludes(again);
    command->callback([asked, &job] {
        checkDecision(*asked);
        job = [asked](Output& output) { return matching(*asked, output); };
    });
}

} // namespace twelvefold::cli
