// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/amounts_chart.h"
#include "charts/funnel_chart.h"
#include "charts/need_cost_chart.h"
#include "charts/waterfall_chart.h"
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/options.h"
#include "domain/free_text.h"
#include "files/names.h"
#include "report/funnel_picture.h"
#include "report/pairs_listed.h"
#include "report/reports.h"
#include "report/way_out.h"
#include "wording/paths.h"
#include "wording/translations.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <QApplication>

#include <algorithm>
#include <clocale>
#include <iostream>

// The two commands that draw: chart and report.
namespace twelvefold::cli {
namespace {

constexpr domain::MessageKind kEachMarkAChild{
    "publish-scatter",
    TWELVEFOLD_TEXT("Message", "The scatter cannot be published: every mark is a child. The funnel "
                               "of providers can, and the value report.")};

constexpr domain::MessageKind kBarsOfFew{
    "publish-amounts",
    TWELVEFOLD_TEXT("Message", "Need, placement and price cannot be published: where few children "
                               "are in a setting, its bar would tell of them. The funnel of "
                               "providers can, and the value report.")};

constexpr domain::MessageKind kStepsOfFew{
    "publish-waterfall",
    TWELVEFOLD_TEXT("Message", "The steps from need to what is paid cannot be published: they "
                               "would tell of few children or of one. The funnel of providers can, "
                               "and the value report.")};

constexpr domain::MessageKind kNoSuchChild{
    "chart-no-child", TWELVEFOLD_TEXT("Message", "No child asked for is called %1.")};
constexpr domain::MessageKind kNoAmountsOf{
    "chart-no-amounts",
    TWELVEFOLD_TEXT("Message", "Of %1 need, placement and price cannot be told: that takes paid "
                               "care with a known need and cost.")};

// What the entries of a list are called.
template<class Entries>
std::vector<std::string> tokensOf(const Entries& entries)
{
    std::vector<std::string> tokens;
    for (const auto& entry : entries)
        tokens.emplace_back(entry.token);
    return tokens;
}

template<class Entries>
const auto& named(const Entries& entries, const std::string& token)
{
    const auto found =
        std::ranges::find_if(entries, [&](const auto& entry) { return token == entry.token; });
    if (found == std::ranges::end(entries))
        throw CLI::ValidationError("\"" + token +
                                   "\" is not one of: " + joinedByCommas(tokensOf(entries)));
    return *found;
}

// ": of value summary, need, …; of provider providers, outcomes, …"
std::string sectionsOfEach()
{
    std::vector<std::string> each;
    for (const report::ReportEntry& report : report::reportEntries())
        each.push_back("of " + std::string(report.token) + " " +
                       joinedByCommas(tokensOf(report.sections)));
    return ": " + CLI::detail::join(each, "; ");
}

struct PictureAsked
{
    CohortAsked cohort;
    ComparisonAsked comparison;
    std::string name, out;
    std::string size = "1200x800";
    bool dark = false;
    bool quantiles = false;
    std::string child; // whose steps from need to what is paid; none: of all asked for
    report::Audience audience = report::Audience::internal;
    std::vector<std::string> parts;        // as written
    std::vector<report::Section> sections; // none: all that the report has
};

// What text and charts are drawn with. It needs no display, and must not change how numbers are
// written to files.
class Drawing
{
public:
    Drawing()
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // What Qt says of the machine it runs on is of no use to whoever asked for a picture.
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
            if (type == QtCriticalMsg || type == QtFatalMsg)
                note(text.toStdString());
        });
        m_application = std::make_unique<QApplication>(m_count, m_arguments);
        std::setlocale(LC_NUMERIC, "C");
        wording::installTranslations();
    }

private:
    int m_count = 1;
    char m_name[15] = "twelvefold-cli";
    char* m_arguments[2] = {m_name, nullptr};
    std::unique_ptr<QApplication> m_application;
};

// What is asked for, analysed. Ends the command where it is for publication and may not be.
report::Source analysed(const PictureAsked& asked)
{
    checkOptions(asked.comparison.options);
    const auto workbench = openStore(asked.cohort.store);
    const CohortAsked::Found found = asked.cohort.find(*workbench);
    report::Source source;
    source.storeName = QString::fromStdString(workbench->store().councilName());
    source.cohort = found.cohort;
    source.filter = found.filter;
    source.everyone = found.everyone;
    source.setApart = workbench::comparableFilter().notCompared;
    source.audience = asked.audience;
    source.faulty = found.faulty;
    if (const auto reason = report::reasonNotToPublish(source))
        throw Failure(spoken(*reason) + (report::publishableWithAllSettings(source)
                                             ? " Without --comparable it can be published."
                                             : ""));
    source.findings = std::make_shared<const analysis::Findings>(
        findingsOf(*workbench, found, asked.comparison.of(*found.cohort)));
    return source;
}

std::filesystem::path fileFor(const std::string& out, const std::vector<std::string>& kinds)
{
    std::filesystem::path file(out);
    if (std::ranges::find(kinds, files::kindOf(file)) == kinds.end())
        throw Failure("--out: \"" + files::inUtf8(file) + "\" is not a name that ends in ." +
                          CLI::detail::join(kinds, ", ."),
                      kWrongUse);
    return file;
}

QSize sizeFrom(const std::string& text)
{
    const QStringList parts = QString::fromStdString(text).split(QLatin1Char('x'));
    bool widthOk = false, heightOk = false;
    const int width = parts.value(0).toInt(&widthOk);
    const int height = parts.value(1).toInt(&heightOk);
    const bool fits = width >= 200 && width <= 10000 && height >= 150 && height <= 10000;
    if (parts.size() != 2 || !widthOk || !heightOk || !fits)
        throw Failure("--size: \"" + text + "\" is not a size such as 1200x800", kWrongUse);
    return {width, height};
}

void tellFile(const std::filesystem::path& name, const report::Source& source, const Output& output)
{
    if (output.json)
        std::cout << jsonText(nlohmann::ordered_json{{"file", files::inUtf8(name)},
                                                     {"census", source.cohort->census.iso()},
                                                     {"n", report::childrenToTell(source)}})
                  << '\n';
    else
        say(Cli::tr("%1 is written.").arg(wording::fromPath(name)));
}

domain::Result<domain::Done> drawScatter(const std::filesystem::path& name,
                                         const report::Source& source, const PictureAsked& asked,
                                         charts::Picture picture)
{
    picture.caption = wording::caption(source.storeName, *source.findings, source.filter);
    charts::NeedCostOptions overlays;
    overlays.quantileLines = asked.quantiles;
    return charts::saveNeedCost(name, *source.cohort, *source.findings, overlays, picture);
}

domain::Result<domain::Done> drawFunnel(const std::filesystem::path& name,
                                        const report::Source& source, const PictureAsked&,
                                        charts::Picture picture)
{
    const auto funnel = report::funnelPicture(source);
    if (!funnel)
        throw Failure(funnel.failure());
    picture.caption = funnel->caption;
    return charts::saveFunnel(name, *funnel->cohort, *funnel->findings, picture);
}

domain::Result<domain::Done> drawAmounts(const std::filesystem::path& name,
                                         const report::Source& source, const PictureAsked&,
                                         charts::Picture picture)
{
    if (const auto why = source.findings->whyNotSplit())
        throw Failure(*why);
    picture.caption = wording::amountsCaption(source.storeName, *source.findings, source.filter);
    return charts::saveAmounts(name, source.findings->amounts, picture);
}

// The steps of one child, by row.
charts::Waterfall stepsOf(const report::Source& source, std::size_t row)
{
    const domain::Cohort& cohort = *source.cohort;
    const analysis::PaidChild* paid = source.findings->paidCare->of(cohort.child[row]);
    if (paid == nullptr)
        throw Failure(domain::Message{kNoAmountsOf, {cohort.pseudonym[row]}});
    return charts::waterfallOf(paid->amounts);
}

// Whose steps are asked for; nothing: those of all.
std::optional<std::size_t> childAsked(const domain::Cohort& cohort, const PictureAsked& asked)
{
    if (asked.child.empty())
        return std::nullopt;
    const auto meant = domain::nameMeant(cohort.pseudonym, asked.child);
    if (!meant)
        throw Failure(domain::Message{kNoSuchChild, {asked.child}});
    return meant;
}

domain::Result<domain::Done> drawWaterfall(const std::filesystem::path& name,
                                           const report::Source& source, const PictureAsked& asked,
                                           charts::Picture picture)
{
    const auto child = childAsked(*source.cohort, asked);
    if (const auto why = child ? analysis::whyNotSplit(*source.findings->paidCare)
                               : source.findings->whyNotSplit())
        throw Failure(*why);
    const charts::Waterfall steps =
        child ? stepsOf(source, *child) : charts::waterfallOf(source.findings->amounts);
    picture.caption = wording::waterfallCaption(
        source.storeName, *source.findings, source.filter,
        child ? QString::fromStdString(source.cohort->pseudonym[*child]) : QString());
    return charts::saveWaterfall(name, steps, picture);
}

struct ChartEntry
{
    const char* token;
    domain::Result<domain::Done> (*draw)(const std::filesystem::path& name,
                                         const report::Source& source, const PictureAsked& asked,
                                         charts::Picture picture);
    const domain::MessageKind* notPublished = nullptr; // why it may not be, if so
    bool hasQuantiles = false;
    bool isOfOne = false; // of a child, where one is named
};
constexpr ChartEntry kCharts[] = {{"scatter", drawScatter, &kEachMarkAChild, true},
                                  {"funnel", drawFunnel},
                                  {"amounts", drawAmounts, &kBarsOfFew},
                                  {"waterfall", drawWaterfall, &kStepsOfFew, false, true}};

int drawChart(const PictureAsked& asked, Output& output)
{
    const std::filesystem::path name = fileFor(asked.out, {"png", "svg", "pdf"});
    charts::Picture picture;
    picture.size = sizeFrom(asked.size);
    const ChartEntry& chart = named(kCharts, asked.name);
    if (asked.quantiles && !chart.hasQuantiles)
        throw Failure("--quantiles: only the scatter has these lines", kWrongUse);
    if (!chart.isOfOne && !asked.child.empty())
        throw Failure("--child: only the waterfall is of one child", kWrongUse);
    if (chart.notPublished != nullptr && asked.audience == report::Audience::publishable)
        throw Failure(domain::Message{*chart.notPublished, {}});
    const report::Source source = analysed(asked);
    const Drawing drawing;
    picture.theme = asked.dark ? charts::Theme::darkTheme() : charts::Theme::light();
    const auto saved = chart.draw(name, source, asked, picture);
    if (!saved)
        throw Failure(saved.failure());
    tellFile(name, source, output);
    return kDone;
}

int writeReport(const PictureAsked& asked, Output& output)
{
    const std::filesystem::path name = fileFor(asked.out, {"pdf", "html", "xlsx", "csv"});
    report::Source source = analysed(asked);
    if (!asked.sections.empty())
        source.sections = asked.sections;
    const Drawing drawing;
    const auto saved = report::save(report::make(report::reportEntry(asked.name), source), name);
    if (!saved)
        throw Failure(saved.failure());
    tellFile(name, source, output);
    return kDone;
}

CLI::App* command(CLI::App& app, const std::string& name, const std::string& description,
                  const std::vector<std::string>& ones, PictureAsked& asked)
{
    CLI::App* added = app.add_subcommand(name, description);
    added->add_option("name", asked.name, "Which one: " + CLI::detail::join(ones, " or "))
        ->required()
        ->check(oneOf(ones))
        ->option_text("NAME");
    addCohortOptions(*added, asked.cohort);
    addComparison(*added, asked.comparison);
    added
        ->add_option_function<std::string>(
            "--audience",
            [&asked](const std::string& audience) {
                asked.audience = audience == "publishable" ? report::Audience::publishable
                                                           : report::Audience::internal;
            },
            "Who will read it: internal or publishable")
        ->check(oneOf({"internal", "publishable"}));
    return added;
}

} // namespace

void addChart(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<PictureAsked>();
    CLI::App* added = command(app, "chart", "A chart as a picture", tokensOf(kCharts), *asked);
    added->add_option("--out", asked->out, "A .png, .svg or .pdf file, replaced if it exists")
        ->required();
    added->add_option("--size", asked->size, "Pixels")->capture_default_str();
    added
        ->add_option_function<std::string>(
            "--theme", [asked](const std::string& theme) { asked->dark = theme == "dark"; },
            "light or dark")
        ->check(oneOf({"light", "dark"}));
    added->add_flag("--quantiles", asked->quantiles, "With the median and 10–90 % lines (scatter)");
    added
        ->add_option("--child", asked->child,
                     "Of this child, by pseudonym, instead of all (waterfall)")
        ->option_text("PSEUDONYM")
        ->check(CLI::Validator(
            [](const std::string& name) {
                return name.empty() ? std::string("is empty") : std::string();
            },
            {}));
    added->callback(
        [asked, &job] { job = [asked](Output& output) { return drawChart(*asked, output); }; });
}

void addReport(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<PictureAsked>();
    asked->comparison.options.top = report::kPairsListed; // the same document as the window makes
    CLI::App* added =
        command(app, "report", "A report as a document", tokensOf(report::reportEntries()), *asked);
    added->add_option_function<std::string>(
        "--sections",
        [asked](const std::string& text) {
            asked->parts = listed(text);
            if (asked->parts.empty())
                throw CLI::ValidationError("--sections: nothing is named");
        },
        "Only these parts of it" + sectionsOfEach());
    added
        ->add_option("--out", asked->out,
                     "A .pdf, .html, .xlsx or .csv file, replaced if it exists")
        ->required();
    added->callback([asked, &job] {
        // Which there are is known when the report's name is.
        for (const std::string& part : asked->parts)
            asked->sections.push_back(
                named(report::reportEntry(asked->name).sections, part).section);
        job = [asked](Output& output) { return writeReport(*asked, output); };
    });
}

} // namespace twelvefold::cli
