// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/questions.h"
#include "domain/records.h"
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

#include <algorithm>

namespace twelvefold::report {
namespace {

using analysis::QuestionKind;

// Enough pairs to see what they are like.
constexpr std::size_t kPairsToRead = 20;

void heading(Document& document, const QString& text)
{
    document.blocks.push_back(Heading{text, 1});
}

void paragraph(Document& document, const QString& text)
{
    document.blocks.push_back(Paragraph{text, {}, false});
}

// What a table for publication says of itself.
QString withheldNote(Figures& figures)
{
    return figures.areForPublication()
               ? figures.constant(
                     Words::tr("Counts are rounded to 5, money to 3 figures and quantiles to 2; c "
                               "stands for a figure withheld because few children are behind it, "
                               "or because it would give such a figure away."))
               : QString();
}

// With a capital, to stand alone in a table.
QString raised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

// The children of whom one kind of question is asked, one row each.
Table askedTable(const Source& source, QuestionKind kind, const QString& title, const QString& name)
{
    Table table{.title = title,
                .headings = {Words::tr("Child"), Words::tr("Setting"), Words::tr("A week"),
                             Words::tr("Why")},
                .name = name};
    if (!source.findings->worklist)
        return table;
    const domain::Cohort& cohort = *source.cohort;
    for (const analysis::Question& question : source.findings->worklist->questions) {
        if (question.kind != kind)
            continue;
        for (const analysis::AskedOf& asked : question.children) {
            const auto row = std::ranges::find(cohort.child, asked.child) - cohort.child.begin();
            if (std::size_t(row) == cohort.size())
                continue; // in a setting that is not compared
            table.rows.push_back({textCell(QString::fromStdString(asked.pseudonym)),
                                  textCell(settingName(source, std::size_t(row))),
                                  moneyCell(asked.weeklyCost),
                                  textCell(wording::text(asked.reason))});
        }
    }
    return table;
}

// --- Who stands behind figures.

std::uint64_t scored(const domain::Cohort& cohort)
{
    return std::uint64_t(std::ranges::count(cohort.needTotal.valid, 1));
}

std::uint64_t withCost(const domain::Cohort& cohort)
{
    return std::uint64_t(std::ranges::count(cohort.weeklyCost.valid, 1));
}

std::uint64_t stale(const domain::Cohort& cohort)
{
    std::uint64_t n = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        n += analysis::isStale(cohort, row) ? 1 : 0;
    return n;
}

// Children of each band of need and, last, those not scored on every domain: all children.
std::vector<Cell> bandFigures(const Source& source, Figures& figures)
{
    const auto& bandCounts = source.findings->cohort.bandCounts;
    std::vector<std::uint64_t> counts(bandCounts.begin(), bandCounts.end());
    counts.resize(source.cohort->framework->bands().size());
    counts.push_back(source.cohort->size() - scored(*source.cohort));
    const int notScored = int(counts.size()) - 1;
    return figures.parts(counts, [&](std::size_t row) {
        const int band = source.everyone->band[row];
        return band < 0 ? notScored : band;
    });
}

// --- Paragraphs and tables of one audience.

Table pairTable(const Source& source)
{
    const analysis::SimilarNeed& similar = source.findings->similarNeed;
    Table table{.title = Words::tr("The widest pairs, each child once"),
                .headings = {Words::tr("Dearer"), Words::tr("Setting"), Words::tr("A week"),
                             Words::tr("Cheaper"), Words::tr("Setting"), Words::tr("A week"),
                             Words::tr("Levels apart"), Words::tr("Ratio")},
                .name = QStringLiteral("Similar pairs"),
                .enoughToRead = kPairsToRead};
    table.rows = Rows(similar.eachChildOnce.size(), [source](std::size_t i) {
        const statistics::Pair& pair = source.findings->similarNeed.eachChildOnce[i];
        return Row{textCell(pseudonym(source, pair.a)),
                   textCell(settingName(source, pair.a)),
                   moneyCell(pair.costA),
                   textCell(pseudonym(source, pair.b)),
                   textCell(settingName(source, pair.b)),
                   moneyCell(pair.costB),
                   decimalCell(pair.distance, 0),
                   ratioCell(pair.ratio)};
    });
    table.note =
        (similar.pairsConsidered == 1
             ? Words::tr("%1 pair among %2 children is alike. %3 The gap between two children is a "
                         "question to ask, not a saving.")
             : Words::tr("%1 pairs among %2 children are alike. %3 The gap between two children is "
                         "a question to ask, not a saving."))
            .arg(wording::count(similar.pairsConsidered), wording::count(similar.children),
                 wording::similarNeedMeans(source.findings->options));
    return table;
}

QString pairsWithheld()
{
    return Words::tr("Whether and how often children with similar needs differ at least threefold "
                     "in cost is withheld, because it would tell of few children.");
}

// Alike by other measures than the usual may be other pairs by one.
bool isUsual(const analysis::Options& options)
{
    return options.tolerance == analysis::Options().tolerance &&
           options.metric == analysis::Options().metric;
}

// A share, where enough pairs without a child in common stand behind it; that none are alike, or
// that none differ, would tell of every pair. That nothing at all is known stands elsewhere too.
QString pairsForPublication(const Source& source, Figures& figures)
{
    constexpr int kThreefold = 3;
    const analysis::SimilarNeed& similar = source.findings->similarNeed;
    if (scored(*source.cohort) == 0)
        return Words::tr("Children of similar need cannot be compared: no needs are recorded on "
                         "every domain.");
    const Cell spend = figures.yearly(spendOfAll(*source.cohort));
    if (!isWithheld(spend) && !amountOf(spend))
        return Words::tr("Children of similar need cannot be compared: what their care costs is "
                         "not recorded.");
    const auto found = similar.pairsAtLeast.find(kThreefold);
    const std::uint64_t n = found == similar.pairsAtLeast.end() ? 0 : found->second;
    if (similar.undefined || !isUsual(source.findings->options) ||
        isWithheld(figures.pairs(n, disjointPairs(similar, kThreefold))))
        return pairsWithheld();
    // How many would be told by two reports: of a share the whole is not known.
    const double share = double(n) / double(similar.pairsConsidered);
    const Cell percent = figures.modelledPercent(share, similar.children);
    if (isWithheld(percent))
        return pairsWithheld();
    if (amountOf(percent) == 0.0)
        return Words::tr("Of the pairs of children with similar needs, fewer than %1 differ at "
                         "least threefold in cost.")
            .arg(figures.constant(wording::percent(0.01)));
    return Words::tr("Of the pairs of children with similar needs, about %1 differ at least "
                     "threefold in cost.")
        .arg(percent.shown);
}

Table leftOutTable(const Source& source)
{
    Table table{.title = Words::tr("Left out of need against cost, and why"),
                .headings = {Words::tr("Reason"), Words::tr("Children")},
                .name = QStringLiteral("Data quality")};
    for (const auto& [reason, n] : source.findings->cohort.excluded)
        table.rows.push_back({textCell(raised(wording::text(reason))), wholeCell(double(n))});
    table.rows.push_back({textCell(Words::tr("Counted, but assessed more than half a year ago")),
                          wholeCell(double(stale(*source.cohort)))});
    return table;
}

// Of all children looked after on the day, whoever the report is about, as Data quality in the
// window and a check on the command line tell it.
void addMissing(const domain::Cohort& everyone, Document& document)
{
    const analysis::DataQuality quality = analysis::dataQuality(everyone);
    paragraph(document, wording::completeness(quality) + QLatin1Char('.'));
    if (quality.problems.empty())
        return;
    Table table{.title = Words::tr("What is missing"),
                .headings = {Words::tr("What is missing"), Words::tr("Children"),
                             Words::tr("Share"), Words::tr("What it keeps from being said")},
                .name = QStringLiteral("What is missing")};
    for (const analysis::QualityProblem& problem : quality.problems)
        table.rows.push_back({textCell(wording::text(problem.rule->title)),
                              wholeCell(double(problem.rows.size())),
                              percentCell(double(problem.rows.size()) / double(quality.children)),
                              textCell(wording::text(problem.rule->effect))});
    table.note = wording::countedAmong(quality);
    document.blocks.push_back(std::move(table));
}

// Each line by itself a part of all children. Who is not fully scored stands with the bands, and is
// withheld here where it is there.
Table completeness(const Source& source, Figures& figures)
{
    const domain::Cohort& cohort = *source.cohort;
    const domain::Cohort& everyone = *source.everyone;
    const std::uint64_t n = cohort.size();
    const auto isStale = [&](std::size_t row) { return analysis::isStale(everyone, row); };
    const auto isWithoutCost = [&](std::size_t row) { return everyone.weeklyCost.valid[row] == 0; };
    // With only some costs counted it would tell who has others.
    const bool allCosts = source.filter.costs == domain::CostScope{};
    Table table{.title = Words::tr("What is not recorded"),
                .headings = {Words::tr("What"), Words::tr("Children")},
                .name = QStringLiteral("Data quality")};
    table.rows = {
        {textCell(Words::tr("Not, or not wholly, assessed")), bandFigures(source, figures).back()},
        {textCell(Words::tr("No cost recorded")),
         allCosts ? figures.part(n - withCost(cohort), n, isWithoutCost) : withheldCell()},
        {textCell(Words::tr("Assessed more than half a year ago")),
         figures.part(stale(cohort), n, isStale)}};
    table.note = withNote(figures, {});
    return table;
}

} // namespace

QString withNote(Figures& figures, const QString& note)
{
    return QStringList{note, withheldNote(figures)}.join(QLatin1Char(' ')).trimmed();
}

QString pseudonym(const Source& source, std::size_t row)
{
    return QString::fromStdString(source.cohort->pseudonym[row]);
}

QString settingName(const Source& source, std::size_t row)
{
    const auto& setting = source.cohort->setting[row];
    return setting ? wording::text(domain::word(*setting)) : Words::tr("No placement recorded");
}

std::optional<Message> whyNoStepDown(const Source& source)
{
    const auto& worklist = source.findings->worklist;
    return worklist ? worklist->whyNotAsked(QuestionKind::stepDown) : std::nullopt;
}

Cell stepDownFigure(const Source& source, Figures& figures)
{
    const auto n = childrenUnder(*source.findings, QuestionKind::stepDown);
    std::uint64_t residential = 0;
    for (std::size_t row = 0; row < source.cohort->size(); ++row)
        residential += analysis::isResidential(source.cohort->setting[row]) ? 1 : 0;
    if (source.cohort->size() > 0 &&
        (scored(*source.cohort) == 0 || whyNoStepDown(source).has_value()))
        return {}; // not known
    // Neither those who might nor the others in such settings are few.
    return figures.found(n, residential, [&](std::size_t row) {
        return analysis::isResidential(source.everyone->setting[row]);
    });
}

void addNeed(const Source& source, Figures& figures, Document& document)
{
    const domain::NeedsFramework& framework = *source.cohort->framework;
    const auto& bands = framework.bands();
    heading(document, Words::tr("Need"));

    Table table{.title = Words::tr("Children by band of need"),
                .headings = {Words::tr("Band"), Words::tr("Total"), Words::tr("Children")},
                .name = QStringLiteral("Need")};
    const std::vector<Cell> cells = bandFigures(source, figures);
    for (std::size_t i = 0; i < bands.size(); ++i)
        table.rows.push_back({textCell(figures.constant(QString::fromStdString(bands[i].title))),
                              textCell(figures.constant(Words::tr("%1 to %2")
                                                            .arg(wording::number(bands[i].from, 0),
                                                                 wording::number(bands[i].to, 0)))),
                              cells[i]});
    table.rows.push_back(
        {textCell(Words::tr("Not, or not wholly, assessed")), textCell({}), cells.back()});
    table.note = withNote(figures, {});
    const Cell median =
        figures.needQuantile(source.findings->cohort.medianNeed, scored(*source.cohort));
    if (amountOf(median))
        paragraph(
            document,
            Words::tr("Half of the children assessed on every domain have a need "
                      "total of %1 or more, out of %2.")
                .arg(median.shown, figures.constant(wording::number(framework.highestTotal(), 0))));
    document.blocks.push_back(std::move(table));
}

void addSimilarNeed(const Source& source, Figures& figures, Document& document)
{
    heading(document, Words::tr("Similar need, different cost"));
    if (figures.areForPublication()) {
        paragraph(document, pairsForPublication(source, figures));
    } else {
        paragraph(document, wording::similarNeedFound(*source.findings));
        document.blocks.push_back(pairTable(source));
    }
}

namespace {

// Where the rule is not applied nobody's needs were looked at: that says nothing of them.
QString stepDownNotKnown(const Source& source, const Figures& figures)
{
    if (scored(*source.cohort) == 0)
        return Words::tr("For whom it may be possible is not known: no needs are recorded on every "
                         "domain.");
    // How many there are would tell, beside other figures, how many there are not.
    return figures.areForPublication()
               ? Words::tr("For whom it may be possible cannot be told: too few children are in "
                           "paid care with a known need and cost.")
               : Words::tr("For whom it may be possible cannot be told. %1")
                     .arg(wording::text(*whyNoStepDown(source)));
}

} // namespace

void addStepDown(const Source& source, Figures& figures, Document& document)
{
    heading(document, Words::tr("Possible step-down"));
    const Cell children = stepDownFigure(source, figures);
    if (isWithheld(children)) {
        paragraph(document, Words::tr("For how many children it may be possible is withheld, "
                                      "because it would tell of few children."));
        return;
    }
    if (!amountOf(children)) {
        paragraph(document, stepDownNotKnown(source, figures));
        return;
    }
    if (amountOf(children) == 0.0) {
        paragraph(document, Words::tr("Nobody's recorded needs suggest it today."));
        return;
    }
    if (figures.areForPublication()) {
        paragraph(document,
                  Words::tr("About %1 children's needs may allow it.").arg(children.shown));
        return;
    }
    paragraph(document,
              Words::tr("These children live in residential settings, their needs have fallen, and "
                        "no need is left that calls for intensive or constant support. Each is a "
                        "question for the people who know the child."));
    Table asked = askedTable(source, QuestionKind::stepDown, Words::tr("Children to ask about"),
                             QStringLiteral("Step-down"));
    const auto aside = childrenUnder(*source.findings, QuestionKind::stepDown) -
                       source.findings->worklist->childrenAsked(QuestionKind::stepDown);
    if (aside > 0)
        paragraph(document, aside == 1 ? Words::tr("Of them 1 is put aside until a day to come.")
                                       : Words::tr("Of them %1 are put aside until a day to come.")
                                             .arg(wording::count(aside)));
    if (!asked.rows.empty())
        document.blocks.push_back(std::move(asked));
}

void addDataQuality(const Source& source, Figures& figures, Document& document)
{
    heading(document, Words::tr("How complete the data are"));
    if (figures.areForPublication()) {
        document.blocks.push_back(completeness(source, figures));
        return;
    }
    document.blocks.push_back(leftOutTable(source));
    if (source.everyone)
        addMissing(source.everyone->filtered({}), document);
}

} // namespace twelvefold::report
