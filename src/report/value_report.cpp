// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/value_report.h"

#include "analysis/findings/told.h"
#include "charts/funnel_chart.h"
#include "report/funnel_picture.h"
#include "report/reports.h"
#include "report/statements.h"
#include "report/way_out.h"
#include "report/words.h"
#include "wording/wording.h"

#include <algorithm>

namespace twelvefold::report {
namespace {

using analysis::QuestionKind;

constexpr MessageKind kUnchecked{
    "publish-unchecked",
    TWELVEFOLD_TEXT("Message", "This cannot be published: it would say figures that were not "
                               "checked for what they tell of few children.")};

// What is known of the cost of some is not what all of them cost. What is not recorded is told
// within; for publication, where it might tell of few, that it is what is recorded.
QString yearly(const Source& source, const QString& children, const QString& spend,
               const Figures& figures)
{
    if (figures.areForPublication())
        return Words::tr("What is recorded for the care of %1 children comes to %2 a year.")
            .arg(children, spend);
    const analysis::RecordedSpend told = recorded(source);
    return told.isWhole()
               ? Words::tr("The care of %1 children costs %2 a year.", nullptr, int(told.recorded))
                     .arg(wording::count(told.recorded), spend)
               : Words::tr("This is about the care of %1 children.", nullptr,
                           int(source.cohort->size()))
                         .arg(children) +
                     QLatin1Char(' ') + wording::spendTold(told, wording::Per::year);
}

// "This is about the care of 486 children. At least £42.8m a year; about £1.1m more (95 % interval
// £0.8m to £1.9m) is not recorded for 18 children."
QString costOfCare(const Source& source, Figures& figures)
{
    const int n = int(source.cohort->size());
    if (n == 0)
        return source.everyone && source.everyone->size() > 0
                   ? Words::tr(
                         "Of the children on the records none passes the filters, so there is "
                         "nothing to report. Ask for fewer things at once, or choose another "
                         "day.")
                   : Words::tr("There are no children to report on. Choose a day on which children "
                               "are on the records, or bring in the records of this one.");
    const QString children = figures.count(source.cohort->size()).shown;
    const Cell spend = figures.yearly(spendOfAll(*source.cohort));
    if (isWithheld(spend))
        return Words::tr("This is about the care of %1 children. What it costs is withheld, "
                         "because it would tell of few children or of one.",
                         nullptr, n)
            .arg(children);
    if (!amountOf(spend))
        return Words::tr("This is about the care of %1 children. What it costs is not recorded.",
                         nullptr, n)
            .arg(children);
    return yearly(source, children, spend.shown, figures);
}

// The share of the difference in cost that goes with need: of paid care, as the window's headline
// has it, where that is known, to every audience alike.
struct NeedShare
{
    std::optional<double> share, lower, upper;
    std::size_t children = 0;
};

NeedShare needShare(const Source& source)
{
    const auto& shares = source.findings->costShares;
    if (shares.need)
        return {std::max(0.0, shares.need->share), shares.need->lower, shares.need->upper,
                shares.n};
    const auto& explains = source.findings->needExplains;
    return {analysis::told(explains), explains.lower, explains.upper, explains.trace.n};
}

// On which side of a half it is said to be where its interval says so.
QString howMuchGoesWithNeed(const Source& source)
{
    NeedShare need = needShare(source);
    const auto& explains = source.findings->needExplains;
    if (explains.corrected && !source.findings->costShares.need) {
        need.lower = explains.correctedLower;
        need.upper = explains.correctedUpper;
    }
    const double lower = need.lower.value_or(*need.share), upper = need.upper.value_or(*need.share);
    if (upper < 0.5)
        return Words::tr("Less than half of the differences in what is spent on them goes along "
                         "with what they need.");
    return lower >= 0.5 ? Words::tr("At least half of the differences in what is spent on them "
                                    "goes along with what they need.")
                        : Words::tr("Whether more or less than half of the differences in what is "
                                    "spent on them goes along with what they need cannot be told "
                                    "for certain.");
}

QString opening(const Source& source, Figures& figures)
{
    QString sentence = costOfCare(source, figures);
    const NeedShare need = needShare(source);
    if (amountOf(figures.modelledPercent(need.share, need.children)))
        sentence += QLatin1Char(' ') + howMuchGoesWithNeed(source);
    const auto& pairs = source.findings->similarNeed.eachChildOnce;
    const auto maySay = [&](double ratio) {
        return !pairs.empty() && pairs.front().ratio >= ratio &&
               !isWithheld(
                   figures.pairs(pairs.size(), disjointPairs(source.findings->similarNeed, ratio)));
    };
    constexpr double kManyTimes = 5, kTwofold = 2;
    if (maySay(kManyTimes))
        sentence += QLatin1Char(' ') + Words::tr("Children with similar needs can cost many times "
                                                 "more than one another.");
    else if (maySay(kTwofold))
        sentence += QLatin1Char(' ') + Words::tr("Children with similar needs can cost more than "
                                                 "twice as much as one another.");
    return sentence;
}

// Whom and what the figures are about: the filters in force.
Paragraph whom(const Source& source, Figures& figures)
{
    return {figures.constant(wording::filtersInForce(source.filter, !figures.areForPublication())),
            Words::tr("Who and what is counted."), true};
}

// For publication: inside, the first page says more, in sentences.
KeyFigures keyFigures(const Source& source, Figures& figures)
{
    const auto& found = *source.findings;
    KeyFigures key;
    const Cell spend = figures.yearly(spendOfAll(*source.cohort));
    if (amountOf(spend))
        key.figures.push_back({spend.shown, Words::tr("a year recorded for the care of %1 children")
                                                .arg(figures.count(source.cohort->size()).shown)});

    const NeedShare need = needShare(source);
    const Cell share = figures.modelledPercent(need.share, need.children);
    if (amountOf(share)) {
        const Cell lower = figures.modelledPercent(need.lower, need.children);
        const Cell upper = figures.modelledPercent(need.upper, need.children);
        const auto percent = [&](const Cell& cell) {
            return figures.constant(wording::number(*amountOf(cell) * 100, 0));
        };
        const QString interval =
            amountOf(lower) && amountOf(upper)
                ? QStringLiteral(" ") + Words::tr("(%1 to %2)").arg(percent(lower), percent(upper))
                : QString();
        key.figures.push_back(
            {share.shown, Words::tr("of the difference in weekly cost goes with need") + interval});
    }
    const Cell stepDown = stepDownFigure(source, figures);
    if (amountOf(stepDown))
        key.figures.push_back(
            {stepDown.shown, Words::tr("children whose needs may allow a step down", nullptr,
                                       int(childrenUnder(found, QuestionKind::stepDown)))});
    return key;
}

// Nothing where no child has both a need and a cost: an empty picture says nothing.
std::optional<Chart> scatter(const Source& source)
{
    const domain::Cohort& cohort = *source.cohort;
    bool isEmpty = true;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        isEmpty = isEmpty && !(cohort.hasProfile(row) && cohort.weeklyCost.valid[row] != 0);
    if (isEmpty)
        return std::nullopt;
    Chart chart;
    chart.title = Words::tr("Need against weekly cost");
    const bool hasLine = !source.findings->line.points.empty();
    chart.caption = hasLine ? Words::tr("Each mark is a child. The line is what such needs cost; "
                                        "about %1 of children lie in the band.")
                                  .arg(wording::percent(source.findings->options.coverage))
                            : Words::tr("Each mark is a child.");
    chart.options.widestPairs = false; // of two children each, and the more the wider
    chart.described = wording::headline(*source.findings) + QStringLiteral(". ") +
                      wording::underHeadline(*source.findings);
    chart.cohort = source.cohort;
    chart.findings = source.findings;
    return chart;
}

// Whether the wide gaps are more than ordinary spread would give, in words.
QString meaningOfGaps(const analysis::SimilarNeed& similar, Figures& figures)
{
    constexpr int kThreefold = 3;
    const auto observed = similar.pairsAtLeast.find(kThreefold);
    const auto ordinary = similar.ordinarySpread.find(kThreefold);
    if (observed == similar.pairsAtLeast.end() || observed->second == 0 ||
        ordinary == similar.ordinarySpread.end() ||
        isWithheld(figures.pairs(observed->second, disjointPairs(similar, kThreefold))))
        return {};
    return ordinary->second.p <= 0.05
               ? Words::tr("Wide gaps between children of similar need are more common than "
                           "ordinary spread would give: something besides need and chance goes "
                           "with what is paid.")
               : Words::tr("Wide gaps between children of similar need are about as common as "
                           "ordinary spread would give: each is a reason to ask about two "
                           "children, not proof of anything about all of them.");
}

// "The setting that costs most in all, “Children's home”, takes 58 % of the spend for about 90 of
// about 535 children": of counts to the nearest 5 a percentage could be wrong by several points,
// and of the counts themselves it would tell them.
QString dearestSetting(const Source& source, Figures& figures)
{
    const SettingFigures each = settingFigures(source, figures);
    const auto& settings = each.settings;
    // Of those whose sums are shown: or it would be told whether what is withheld is more.
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < settings.size(); ++i)
        if (settings[i].setting && amountOf(each.weekly[i]).value_or(0) > 0)
            shown.push_back(i);
    if (shown.size() < 2)
        return {};
    const std::size_t at = *std::ranges::max_element(
        shown, {}, [&](std::size_t setting) { return settings[setting].spendWeekly; });
    const Cell all =
        figures.weekly(std::vector{spendOfAll(*source.cohort)}, {}, [](std::size_t) { return 0; })
            .front();
    const Cell spend = figures.share(each.weekly[at], all);
    const Cell children = each.children[at], everyone = figures.count(source.cohort->size());
    if (isWithheld(spend) || isWithheld(children) || isWithheld(everyone))
        return {};
    const QString sentence =
        std::ranges::any_of(each.weekly, isWithheld)
            ? Words::tr("Of the settings whose cost is published, the one that costs most in all, "
                        "“%1”, takes %2 of the spend for about %3 of about %4 children.")
            : Words::tr("The setting that costs most in all, “%1”, takes %2 of the spend for "
                        "about %3 of about %4 children.");
    return sentence.arg(wording::text(domain::word(*settings[at].setting)), spend.shown,
                        children.shown, everyone.shown);
}

// Which setting takes the most money, what the gaps mean, and who might step down.
Paragraph meaning(const Source& source, Figures& figures)
{
    QStringList sentences{dearestSetting(source, figures),
                          meaningOfGaps(source.findings->similarNeed, figures)};
    const Cell stepDown = stepDownFigure(source, figures);
    if (amountOf(stepDown).value_or(0) > 0)
        sentences << Words::tr("%1 children in homes or other residential settings have needs that "
                               "fell and none left that calls for intensive support: could any of "
                               "them live in a family?",
                               nullptr,
                               int(childrenUnder(*source.findings, QuestionKind::stepDown)))
                         .arg(stepDown.shown);
    sentences.removeAll(QString());
    return {sentences.join(QLatin1Char(' ')), Words::tr("What this means."), false};
}

// Where providers are so few that nothing is told of them, nothing is drawn of them here either.
std::optional<Chart> funnel(const Source& source)
{
    if (source.findings->providerCosts.notTold)
        return std::nullopt;
    const auto picture = funnelPicture(source);
    if (!picture)
        return std::nullopt;
    Chart chart;
    chart.kind = Chart::Kind::funnel;
    chart.title = Words::tr("Providers beside such needs elsewhere");
    chart.caption = Words::tr("Each mark is a provider. By chance 95 % lie in the band and 99.8 % "
                              "within the dashed lines. Not a league table.");
    chart.described = charts::funnelInWords(*picture->cohort, *picture->findings);
    chart.cohort = picture->cohort;
    chart.findings = picture->findings;
    return chart;
}

// Inside: sentences with four pictures, on two pages. The rest is evidence.
void addFirstPages(const Source& source, Document& document)
{
    FirstPage page = firstPage(source);
    if (page.statements.statements.empty())
        return;
    document.blocks.push_back(std::move(page.statements));
    if (auto amounts = amountsChart(source))
        document.blocks.push_back(std::move(*amounts));
    document.blocks.push_back(Heading{Words::tr("What we cannot say"), 2});
    for (Paragraph& paragraph : page.cannotSay)
        document.blocks.push_back(std::move(paragraph));
    document.blocks.push_back(PageBreak{true});
    if (auto chart = scatter(source))
        document.blocks.push_back(std::move(*chart));
    Pictures pictures;
    for (auto& chart : {waterfallChart(source), funnel(source)}) {
        if (chart)
            pictures.charts.push_back(*chart);
    }
    if (!pictures.charts.empty())
        document.blocks.push_back(std::move(pictures));
    if (auto questions = firstQuestions(source))
        document.blocks.push_back(std::move(*questions));
    document.blocks.push_back(PageBreak{true});
}

// The title and the running heads, which a refused report has too.
Document headed(const ReportEntry& report, const Source& source, Figures& figures)
{
    Document document;
    document.title = wording::text(report.heading);
    document.headerLeft = figures.constant(
        QStringLiteral("%1 · %2").arg(source.storeName, wording::text(report.title)));
    document.headerRight =
        (source.audience == Audience::internal ? Words::tr("Internal · %1")
                                               : Words::tr("For publication · %1"))
            .arg(figures.day(source.cohort->census));
    return document;
}

Document refused(const ReportEntry& report, const Source& source, Figures& figures,
                 const Message& reason)
{
    Document document = headed(report, source, figures);
    document.standfirst = figures.constant(wording::text(reason));
    document.passed = figures.passed();
    document.refused = reason;
    return document;
}

bool holdsSummary(const ReportEntry& report, const Source& source)
{
    return wants(source, Section::summary) &&
           std::ranges::find(report.sections, Section::summary, &SectionEntry::section) !=
               report.sections.end();
}

// Before sentences that say it all, whom they are about.
QString standfirstOf(const ReportEntry& report, const Source& source, Figures& figures)
{
    if (source.cohort->size() == 0)
        return costOfCare(source, figures);
    const bool said = !figures.areForPublication() && holdsSummary(report, source);
    return said ? standfirstOfFirstPage(source) : opening(source, figures);
}

void addSections(const ReportEntry& report, const Source& source, Figures& figures,
                 Document& document)
{
    for (const SectionEntry& entry : report.sections) {
        if (wants(source, entry.section))
            entry.add(source, figures, document);
    }
}

} // namespace

void addSummary(const Source& source, Figures& figures, Document& document)
{
    if (!figures.areForPublication())
        return addFirstPages(source, document);
    document.blocks.push_back(keyFigures(source, figures));
    if (Paragraph paragraph = meaning(source, figures); !paragraph.text.isEmpty())
        document.blocks.push_back(std::move(paragraph));
    document.blocks.push_back(PageBreak{});
}

bool wants(const Source& source, Section section)
{
    return std::ranges::find(source.sections, section) != source.sections.end();
}

std::size_t childrenUnder(const analysis::Findings& findings, QuestionKind kind)
{
    return findings.worklist ? findings.worklist->childrenUnder(kind) : 0;
}

std::uint64_t disjointPairs(const analysis::SimilarNeed& similar, double ratio)
{
    return static_cast<std::uint64_t>(std::ranges::count_if(
        similar.eachChildOnce, [&](const statistics::Pair& pair) { return pair.ratio >= ratio; }));
}

analysis::Spend spendOfAll(const domain::Cohort& cohort)
{
    return analysis::spendOf(cohort, [](std::size_t) { return true; });
}

analysis::RecordedSpend recorded(const Source& source)
{
    return analysis::recordedSpend(*source.cohort, source.findings->paidCare.get(),
                                   source.findings->options.seed);
}

std::optional<Message> reasonNotToPublish(const Source& source)
{
    return Figures(source).refused();
}

std::optional<domain::CohortFilter> publishableWithAllSettings(const Source& source)
{
    if (source.filter.notCompared.empty() || !source.everyone || !reasonNotToPublish(source))
        return std::nullopt;
    Source all = source;
    all.findings = nullptr; // they are of fewer children
    all.filter.notCompared.clear();
    all.cohort = std::make_shared<const domain::Cohort>(source.everyone->filtered(all.filter));
    return reasonNotToPublish(all) ? std::nullopt : std::optional(all.filter);
}

std::uint64_t childrenToTell(const Source& source)
{
    Figures figures(source);
    return figures.refused()
               ? 0
               : std::uint64_t(amountOf(figures.count(source.cohort->size())).value_or(0));
}

Document make(const ReportEntry& report, const Source& source)
{
    Figures figures(source);
    if (figures.refused())
        return refused(report, source, figures, *figures.refused());
    Document document = headed(report, source, figures);
    document.standfirst = standfirstOf(report, source, figures);
    document.blocks.push_back(whom(source, figures));
    // That there is nobody is said; of nobody there is nothing more to say.
    if (source.cohort->size() > 0)
        addSections(report, source, figures, document);
    if (!figures.areForPublication())
        return document;
    // However a figure came into the document: one that the guard did not pass does not leave.
    document.passed = figures.passed();
    if (!strayNumbers(document).empty())
        return refused(report, source, figures, {kUnchecked, {}});
    return document;
}

} // namespace twelvefold::report
