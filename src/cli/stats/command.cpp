// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/options.h"
#include "cli/stats/methods.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kLinesShown = 20; // of a long list, for people

// "pairs[0].ratio  11.8": every figure under its key, as it stands in the JSON.
void sayFigures(const ordered_json& value, const std::string& key)
{
    if (value.is_object()) {
        for (const auto& [name, inner] : value.items())
            sayFigures(inner, key.empty() ? name : key + "." + name);
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < std::min(value.size(), kLinesShown); ++i)
            sayFigures(value[i], key + "[" + std::to_string(i) + "]");
        if (value.size() > kLinesShown)
            std::cout << key << ": " << value.size() - kLinesShown << " more with --json\n";
    } else if (value.is_string()) {
        std::cout << key << "  " << value.get<std::string>() << '\n';
    } else {
        std::cout << key << "  " << jsonText(value) << '\n';
    }
}

// Neither infinite nor no number at all, wherever it stands.
bool allFinite(const ordered_json& value)
{
    if (value.is_structured())
        return std::all_of(value.begin(), value.end(), allFinite);
    return !value.is_number_float() || std::isfinite(value.get<double>());
}

void tellResult(const ordered_json& result, const Output& output)
{
    if (!allFinite(result))
        throw Failure("The numbers are too large, too small or too far apart for this method: give "
                      "the columns in other units.");
    if (output.json)
        std::cout << jsonText(result) << '\n';
    else
        sayFigures(result, "");
}

using Method = ordered_json (*)(const StatsAsked&);

CLI::App* addMethod(CLI::App& stats, const std::string& name, const std::string& description,
                    Method method, const std::shared_ptr<StatsAsked>& asked, Job& job)
{
    CLI::App* command = stats.add_subcommand(name, description);
    command->fallthrough();
    command->add_option("--csv", asked->csv, "A table with headings; blank and NA are missing")
        ->required();
    command->callback([method, asked, &job] {
        job = [method, asked](Output& output) {
            tellResult(method(*asked), output);
            return int(kDone);
        };
    });
    return command;
}

void addColumns(CLI::App& command, StatsAsked& asked)
{
    command.add_option("--y", asked.y, "The column explained")->required();
    command.add_option("--x", asked.x, "The columns that explain it, between commas")->required();
}

void addNoIntercept(CLI::App& command, StatsAsked& asked)
{
    command.add_flag_callback(
        "--no-intercept", [&asked] { asked.intercept = false; }, "Through the origin");
}

void addModel(CLI::App& command, StatsAsked& asked)
{
    addColumns(command, asked);
    addNoIntercept(command, asked);
    command.add_option("--poly", asked.poly, "Powers of the one x column up to this")
        ->check(wholeNumber(1, 20));
}

void addPairs(CLI::App& command, StatsAsked& asked)
{
    command.add_option("--cost", asked.cost, "The column compared")->required();
    command.add_option("--x", asked.x, "The columns of the profile, between commas")->required();
    addMetric(command, asked.metric);
    command.add_option("--tolerance", asked.tolerance, "Similar: a distance of at most this")
        ->check(atLeastZero())
        ->capture_default_str();
    command.add_option("--top", asked.top, "How many pairs to list")
        ->check(wholeNumber())
        ->capture_default_str();
}

void addRaters(CLI::App& command, StatsAsked& asked)
{
    command.add_option("--x", asked.x, "The columns, one a rater, between commas")->required();
    command.add_option("--y", asked.y, "One more rater's column");
}

void addRatings(CLI::App& stats, const std::shared_ptr<StatsAsked>& asked, Job& job)
{
    addRaters(*addMethod(stats, "icc", "Intraclass correlations of raters", iccStats, asked, job),
              *asked);
    CLI::App* kappa = addMethod(stats, "kappa",
                                "Agreement of two raters beyond chance, or of more "
                                "without weights",
                                kappaStats, asked, job);
    addRaters(*kappa, *asked);
    kappa->add_option("--weights", asked->weights, "How much a disagreement counts")
        ->check(oneOf({"none", "linear", "quadratic"}))
        ->capture_default_str();
    kappa->add_option("--scale", asked->scale,
                      "Every category there is, between commas; otherwise those that are used");
    CLI::App* alpha = addMethod(stats, "alpha", "Krippendorff's alpha, missing ratings allowed",
                                alphaStats, asked, job);
    addRaters(*alpha, *asked);
    alpha->add_option("--level", asked->level, "What the difference of two ratings means")
        ->check(oneOf({"nominal", "ordinal", "interval", "ratio"}))
        ->capture_default_str();
}

void addGroups(CLI::App& stats, const std::shared_ptr<StatsAsked>& asked, Job& job)
{
    CLI::App* effects =
        addMethod(stats, "random-intercept", "What belonging to a group adds (mixed model, REML)",
                  randomInterceptStats, asked, job);
    effects->add_option("--y", asked->y, "The column explained")->required();
    effects->add_option("--x", asked->x, "The columns that explain it, between commas");
    effects->add_option("--group", asked->group, "The column that says which group")->required();
    addNoIntercept(*effects, *asked);
    effects->add_flag("--ml", asked->fullLikelihood, "Full likelihood instead of restricted");

    CLI::App* meta =
        addMethod(stats, "meta", "Estimates with standard errors, shrunk", metaStats, asked, job);
    meta->add_option("--y", asked->y, "The column of estimates")->required();
    meta->add_option("--se", asked->se, "The column of their standard errors")->required();
    meta->add_option("--kind", asked->kind, "How groups' variance is estimated: reml, dl or pm")
        ->check(oneOf({"reml", "dl", "pm"}));

    CLI::App* funnel = addMethod(stats, "funnel", "Limits that chance alone stays between",
                                 funnelStats, asked, job);
    funnel->add_option("--y", asked->y, "The column of means, or of events counted")->required();
    funnel->add_option("--size", asked->size, "The column of cases, or of events expected")
        ->required();
    funnel->add_option("--kind", asked->kind, "mean, proportion or ratio")
        ->check(oneOf({"mean", "proportion", "ratio"}))
        ->required();
    funnel->add_option("--sd", asked->sd, "The standard deviation of one case, for means")
        ->check(aboveZero());
    funnel->add_option("--target", asked->target, "Instead of all units together")
        ->check(anyNumber());
    funnel->add_option("--least", asked->least, "Units with fewer cases are not shown")
        ->check(atLeastZero());

    CLI::App* market = addMethod(stats, "concentration", "How far a market lies in few hands",
                                 concentrationStats, asked, job);
    market->add_option("--y", asked->y, "The column of amounts")->required();
    market->add_option("--group", asked->group, "The column that says whose, to add up by");
}

void addBeforeAndAfter(CLI::App& command, StatsAsked& asked)
{
    command.add_option("--y", asked.y, "The column after")->required();
    command.add_option("--x", asked.x, "The column before")->required();
}

void addChanges(CLI::App& stats, const std::shared_ptr<StatsAsked>& asked, Job& job)
{
    CLI::App* change =
        addMethod(stats, "change", "The same rows before and after", changeStats, asked, job);
    addBeforeAndAfter(*change, *asked);
    change
        ->add_option("--reliability", asked->reliability,
                     "Of the measure, 0 to 1: which changes are more than its noise?")
        ->check(anyNumber());
    addBeforeAndAfter(*addMethod(stats, "mcnemar", "As many from 0 to 1 as from 1 to 0?",
                                 mcNemarStats, asked, job),
                      *asked);
    CLI::App* goals =
        addMethod(stats, "gas", "The T-score of goals attained, a row each", goalStats, asked, job);
    goals->add_option("--x", asked->x, "The column of levels attained, -2 to 2")->required();
    goals->add_option("--weight", asked->weightColumn, "The column of the goals' weights");
    goals->add_option("--rho", asked->rho, "How far goals go together")
        ->check(anyNumber())
        ->capture_default_str();
}

void addShapley(CLI::App& stats, const std::shared_ptr<StatsAsked>& asked, Job& job)
{
    CLI::App* command = addMethod(stats, "shapley", "What each group of columns explains",
                                  shapleyStats, asked, job);
    command->add_option("--y", asked->y, "The column explained")->required();
    command
        ->add_option("--groups", asked->groups,
                     "The groups that explain it, columns of text as categories: "
                     "\"need:total;place:setting,sector\"")
        ->option_text("NAME:COL,COL;...");
    command->add_option("--x", asked->x, "Columns that are each a group of their own");
    command->add_option("--categories", asked->categories,
                        "Which of the columns are categories though all in them are numbers");
    command->add_option("--resamples", asked->resamples, "For the intervals; 0: none")
        ->check(wholeNumber(0, 1'000'000))
        ->capture_default_str();
    command->add_option("--seed", asked->seed, "Of everything drawn at random")
        ->check(wholeNumber())
        ->capture_default_str();
}

} // namespace

void addStats(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<StatsAsked>();
    CLI::App* stats = app.add_subcommand("stats", "The engine on any table");
    stats->require_subcommand(1);

    CLI::App* correlation = addMethod(*stats, "correlation", "How two columns go together",
                                      correlationStats, asked, job);
    addColumns(*correlation, *asked);
    correlation->add_option("--kind", asked->kind, "pearson, spearman or kendall")
        ->check(oneOf({"pearson", "spearman", "kendall"}))
        ->capture_default_str();

    CLI::App* ols = addMethod(*stats, "ols", "Least squares", olsStats, asked, job);
    addModel(*ols, *asked);
    ols->add_flag("--diagnostics", asked->diagnostics, "How each row stands out");
    ols->add_option("--weights", asked->weightColumn, "A column of weights above zero");
    ols->add_option("--cluster", asked->cluster,
                    "A column whose values group rows that go together");

    addModel(*addMethod(*stats, "huber", "Huber's robust regression", huberStats, asked, job),
             *asked);
    CLI::App* mm = addMethod(*stats, "mm", "MM robust regression", mmStats, asked, job);
    addModel(*mm, *asked);
    mm->add_option("--seed", asked->seed, "Of the subsamples it is searched from")
        ->check(wholeNumber())
        ->capture_default_str();
    CLI::App* quantile =
        addMethod(*stats, "quantile", "Quantile regression", quantileStats, asked, job);
    addModel(*quantile, *asked);
    quantile->add_option("--tau", asked->tau, "The shares below, between commas: 0.5 is the median")
        ->required();
    CLI::App* isotonic =
        addMethod(*stats, "isotonic", "Steps that never fall", isotonicStats, asked, job);
    addColumns(*isotonic, *asked);
    isotonic->add_option("--weights", asked->weightColumn, "A column of weights above zero");
    isotonic->add_flag("--decreasing", asked->decreasing, "Steps that never rise");
    CLI::App* adjust =
        addMethod(*stats, "adjust", "p-values of several tests at once", adjustStats, asked, job);
    adjust->add_option("--p", asked->p, "The column of p-values")->required();
    adjust->add_option("--kind", asked->adjustment, "bh, by or holm")
        ->check(oneOf({"bh", "by", "holm"}))
        ->capture_default_str();
    addPairs(*addMethod(*stats, "pairs", "Similar rows, different cost", pairsStats, asked, job),
             *asked);

    addGroups(*stats, asked, job);

    CLI::App* describe =
        addMethod(*stats, "describe", "One column in figures", describeStats, asked, job);
    CLI::Option* column = describe->add_option("--y", asked->y, "Which column");
    describe->add_option("--x", asked->x, "The same")->excludes(column);
    addRatings(*stats, asked, job);
    addChanges(*stats, asked, job);
    addShapley(*stats, asked, job);
}

} // namespace twelvefold::cli
