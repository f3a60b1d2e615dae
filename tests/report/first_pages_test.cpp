// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "report/pages.h"
#include "report/renderings.h"
#include "report/report.h"
#include "report/reports.h"
#include "report/text.h"

#include "report/example_source.h"
#include "report/read_back.h"
#include "support/small_council.h"

#include "support/catch.h"
#include <QRegularExpression>

// The value report's first two pages, inside: sentences with four pictures, and what to ask.

using namespace twelvefold;
using domain::Money;
using domain::Setting;
using report::Audience;
using tests::valueReport;

namespace {

constexpr domain::MessageKind kUnregisteredTwo{"two", "Two live where nobody is registered."};
constexpr domain::MessageKind kAskedOfPrice{"price", "£9,000 a week where others cost £500: why?"};
constexpr domain::MessageKind kWhoElse{"who", "Has moved twice. What would steady it?"};
constexpr domain::MessageKind kTooFewTwice{"few", "Too few were rated twice to count changes."};

// As read by somebody who cannot see the page.
QString readAloud(const report::Document& document)
{
    return report::asText(document).join(QLatin1Char('\n'));
}

const report::Statement* statement(const report::Document& document, const QString& label)
{
    for (const report::Block& block : document.blocks) {
        if (const auto* statements = std::get_if<report::Statements>(&block)) {
            for (const report::Statement& each : statements->statements) {
                if (each.label == label)
                    return &each;
            }
        }
    }
    return nullptr;
}

QString said(const report::Document& document, const QString& label)
{
    const report::Statement* found = statement(document, label);
    return found == nullptr ? QString() : found->sentence;
}

// Why a statement is left out.
QString unsaid(const report::Document& document, const QString& label)
{
    for (const report::Block& block : document.blocks) {
        const auto* paragraph = std::get_if<report::Paragraph>(&block);
        if (paragraph != nullptr && paragraph->lead == label + ".")
            return paragraph->text;
    }
    return {};
}

const report::Table* tableNamed(const report::Document& document, const QString& name)
{
    for (const report::Block& block : document.blocks) {
        const auto* table = std::get_if<report::Table>(&block);
        if (table != nullptr && table->name == name)
            return table;
    }
    return nullptr;
}

std::vector<report::Chart::Kind> pictures(const report::Document& document)
{
    std::vector<report::Chart::Kind> kinds;
    for (const report::Block& block : document.blocks) {
        if (const auto* chart = std::get_if<report::Chart>(&block))
            kinds.push_back(chart->kind);
        if (const auto* several = std::get_if<report::Pictures>(&block)) {
            for (const report::Chart& chart : several->charts)
                kinds.push_back(chart.kind);
        }
    }
    return kinds;
}

analysis::Question ofOne(const domain::Cohort& cohort, std::size_t row)
{
    analysis::Question question;
    question.kind = analysis::QuestionKind::priceAbove;
    question.says = {kAskedOfPrice, {}};
    question.children.push_back(
        {cohort.child[row], cohort.pseudonym[row], question.says, cohort.weeklyCost.at(row), true});
    question.worth = {58'400.0, 8'700.0, 147'300.0};
    return question;
}

analysis::Question ofMany(const domain::Cohort& cohort, analysis::QuestionKind kind,
                          const domain::MessageKind& line)
{
    analysis::Question question;
    question.kind = kind;
    question.says = {line, {}};
    for (const std::size_t row : {0U, 1U})
        question.children.push_back({cohort.child[row],
                                     cohort.pseudonym[row],
                                     {kWhoElse, {}},
                                     cohort.weeklyCost.at(row),
                                     row == 0});
    return question;
}

// The example with everything known that the first page may say.
report::Source knownSource()
{
    report::Source source = tests::exampleSource();
    const domain::Cohort& cohort = *source.cohort;
    auto found = std::make_shared<analysis::Findings>(*source.findings);
    found->costShares.n = 427;
    found->costShares.need = {0.53, 0.47, 0.61};
    found->costShares.placement = {0.38, 0.32, 0.44};
    found->costShares.price = {0.09, 0.07, 0.10};
    found->sameNeed = {174, 18, 15, 29, 5.6, 4.4, 7.2, {}, {}};
    found->change.n = 219;
    found->change.mean = -0.4;
    found->change.lower = -0.7;
    found->change.upper = -0.2;
    found->change.counts = analysis::CountsOfChange{44, 24, 151, {}};
    found->change.counts->byNoise.expected = 3;
    auto worklist = std::make_shared<analysis::Worklist>();
    worklist->questions = {ofMany(cohort, analysis::QuestionKind::unregistered, kUnregisteredTwo),
                           ofMany(cohort, analysis::QuestionKind::missingMore, kWhoElse),
                           ofOne(cohort, 6)};
    worklist->worth = {700'000.0, 200'000.0, 1'400'000.0};
    worklist->rules.push_back({analysis::QuestionKind::priceAbove, 1, 0.6, {}});
    found->worklist = worklist;
    source.findings = found;
    return source;
}

domain::PlacementKinds kinds()
{
    using domain::PlacementKind;
    std::array<std::optional<PlacementKind>, domain::countOf<Setting>> of;
    of.fill(PlacementKind::residential);
    of[std::size_t(Setting::withParents)].reset();
    of[std::size_t(Setting::adoption)].reset();
    of[std::size_t(Setting::kinshipFoster)] = PlacementKind::kinship;
    of[std::size_t(Setting::inHouseFoster)] = PlacementKind::inHouseFoster;
    of[std::size_t(Setting::agencyFoster)] = PlacementKind::agencyFoster;
    of[std::size_t(Setting::supportedAccommodation)] = PlacementKind::supported;
    return domain::PlacementKinds(of);
}

// A council as the program analyses it, everything that a report may tell.
report::Source analysed(const domain::Cohort& cohort)
{
    analysis::Options options;
    options.bootstrapReplicates = 0;
    options.chanceDraws = 0;
    report::Source source;
    source.storeName = QStringLiteral("Larkmere Council");
    source.everyone = std::make_shared<const domain::Cohort>(cohort);
    source.cohort = std::make_shared<const domain::Cohort>(cohort.filtered(source.filter));
    const auto care = std::make_shared<const analysis::PaidCare>(
        analysis::paidCare(*source.everyone, kinds(), options));
    const analysis::DayOfQuestions day{source.everyone, care};
    const auto list = std::make_shared<const analysis::Worklist>(
        analysis::worklist(day, day, {}, options).amongst(*source.cohort));
    source.findings = std::make_shared<const analysis::Findings>(
        analysis::analyse(*source.cohort, options, {}, {care, list, {}}));
    return source;
}

domain::Cohort allIn(Setting setting, domain::Cohort cohort)
{
    for (auto& each : cohort.setting)
        each = setting;
    return cohort;
}

// The page on which a block ends, the first being 0.
int lastPageOf(const report::Pages& pages, std::size_t block)
{
    int last = -1;
    for (int page = 0; page < pages.count(); ++page) {
        for (const auto& placed : pages.on(page)) {
            if (placed.strip->block == block)
                last = page;
        }
    }
    return last;
}

} // namespace

TEST_CASE("inside, the first page says in sentences what a director would ask first")
{
    const auto document = valueReport(knownSource());
    CHECK(document.title == "What our children need, what it costs, what comes of it");
    CHECK(document.standfirst == "8 children looked after.");
    CHECK(said(document, "Spend") == "£773k a year.");
    CHECK(said(document, "Safety first") ==
          "Two live where nobody is registered. Then, with how many "
          "children: Missing more often (2).");
    CHECK(said(document, "Need and cost") ==
          "Between children 53 % (47 to 61) of the difference in cost goes with need, 38 % (32 to "
          "44) with the kind of placement at the same need, 9 % (7 to 10) with its price.");
    CHECK(said(document, "Same need") ==
          "Of 174 children whose need and age leave open where they live, 18 live in residential "
          "care, at 5.6 times the cost (4.4 to 7.2). It is not shown that they could live "
          "elsewhere.");
    CHECK(said(document, "To ask") ==
          "3 questions to ask, 3 of them new in the last month. Those that can be priced may be "
          "worth about £700k a year (£200k to £1.4m), before what it costs to move.");
    CHECK(said(document, "Change in need") ==
          "Need has fallen by 0.4 levels on average (−0.7 to −0.2), of 219 children assessed "
          "twice. Clearly less: 44; clearly more: 24; by the noise of scoring alone about 3 each "
          "way.");
    // What stands out is a part of what is said.
    CHECK(statement(document, "Need and cost")->strong == QStringList{"53 %", "38 %", "9 %"});
    CHECK(QString::fromUtf8(report::html(document)).contains("<dd><strong>£773k</strong> a year."));
}

TEST_CASE("of a child whose cost is not recorded the sum is said to be at least so much")
{
    auto source = knownSource();
    auto cohort = std::make_shared<domain::Cohort>(*source.cohort);
    cohort->costs[0][0].clear(0);
    cohort->costs[0][0].set(6, 10'000);
    cohort->countCosts({});
    source.cohort = cohort;
    CHECK(said(valueReport(source), "Spend") ==
          "At least £960k a year; of 1 child no cost is recorded. 1 child at £10,000 a week "
          "or more is £521k of what is recorded.");
}

TEST_CASE("a fact stays what it is when its question is put aside, and the panel finds its own")
{
    using domain::QuestionOutcome;
    auto source = knownSource();
    const domain::Cohort& cohort = *source.cohort;
    auto found = std::make_shared<analysis::Findings>(*source.findings);
    auto worklist = std::make_shared<analysis::Worklist>(*found->worklist);
    worklist->questions[0].putAside = {QuestionOutcome::explained};
    const auto parked = [&](std::size_t row, QuestionOutcome outcome) {
        analysis::QuestionAside aside;
        aside.kind = analysis::QuestionKind::priceAbove;
        aside.aside.child = cohort.child[row];
        aside.aside.outcome = outcome;
        aside.aside.reason = domain::SensitiveText("Only her mother knows");
        aside.aside.until = *domain::Date::from(2026, 9, 30);
        aside.asked = {cohort.child[row], cohort.pseudonym[row], {kWhoElse, {}}, {}};
        return aside;
    };
    worklist->aside = {parked(2, QuestionOutcome::explained), parked(3, QuestionOutcome::toPanel),
                       parked(4, QuestionOutcome::explained)};
    found->worklist = worklist;
    source.findings = found;
    const auto document = valueReport(source);
    CHECK(said(document, "Safety first") ==
          "Two live where nobody is registered. Of them 1 is put aside: explained. Then, with how "
          "many children: Missing more often (2).");
    CHECK(said(document, "To ask")
              .endsWith("3 questions are put aside until a day to come: explained (2), to a panel "
                        "(1)."));
    const report::Table* panel = tableNamed(document, "For a panel");
    REQUIRE(panel != nullptr);
    REQUIRE(panel->rows.size() == 1);
    QStringList cells;
    for (const report::Cell& cell : panel->rows[0])
        cells << cell.shown;
    CHECK(cells == QStringList{QString::fromStdString(cohort.pseudonym[3]),
                               "Price above what is usual", "To a panel", "30 Sep 2026"});
    CHECK_FALSE(QString::fromUtf8(report::html(document)).contains("mother"));
}

TEST_CASE("a rule that cannot be applied says so, and nobody is said to be clear of it")
{
    for (const auto audience : {report::Audience::internal, report::Audience::publishable}) {
        auto source = knownSource();
        source.audience = audience;
        auto found = std::make_shared<analysis::Findings>(*source.findings);
        auto worklist = std::make_shared<analysis::Worklist>(*found->worklist);
        worklist->rules.push_back(
            {analysis::QuestionKind::stepDown, 0, {}, domain::Message{kTooFewTwice, {}}});
        found->worklist = worklist;
        found->costShares.placement.reset();
        source.findings = found;
        const auto document = valueReport(source);
        const QString page = QString::fromUtf8(report::html(document));
        CHECK_FALSE(page.contains("suggest it today"));
        CHECK_FALSE(page.contains("may allow a step down"));
        if (audience == report::Audience::internal) {
            CHECK(page.contains("For whom it may be possible cannot be told."));
            CHECK(unsaid(document, "Questions that cannot be asked") ==
                  "Not asked: Possible step-down. Too few were rated twice to count changes.");
        }
    }
}

TEST_CASE("what explains the pages explains what they say, and nothing else")
{
    const auto source = analysed(tests::smallCouncil(400, 3));
    REQUIRE(source.findings->costShares.placement);
    const auto document = valueReport(source);
    const QString page = QString::fromUtf8(report::html(document));
    const auto& shares = source.findings->costShares;
    INFO(page.mid(page.indexOf("Method and words"), 3000).toStdString());
    CHECK(page.contains(QString("Of the spread between %1 children in paid care %2 % goes with "
                                "need, %3 %")
                            .arg(shares.n)
                            .arg(std::round(100 * std::max(0.0, shares.need->share)))
                            .arg(std::round(100 * std::max(0.0, shares.placement->share)))));
    CHECK(page.contains("The same need in and outside residential care") ==
          source.findings->sameNeed.ratio.has_value());
    CHECK_FALSE(page.contains("x = total need, y = log(weekly cost)")); // another share's formula
}

TEST_CASE("the first number of children is of all, with whom it leaves out")
{
    auto source = knownSource();
    auto cohort = std::make_shared<domain::Cohort>(*source.cohort);
    cohort->notCompared = {{Setting::withParents, 2}, {Setting::adoption, 1}};
    source.cohort = cohort;
    CHECK(valueReport(source).standfirst ==
          "11 children looked after. This is about 8 of them. Left out, and compared with nobody: "
          "3 children living with parents or placed for adoption.");
    cohort->notCompared.clear();
    cohort->setting[7] = Setting::withParents;
    cohort->comparedWithNobody = {Setting::withParents, Setting::adoption};
    CHECK(valueReport(source).standfirst ==
          "8 children looked after. Counted, but compared with nobody: 1 child living with "
          "parents.");
}

TEST_CASE("what cannot be said of few is left out by name, with why")
{
    auto source = knownSource();
    auto found = std::make_shared<analysis::Findings>(*source.findings);
    found->costShares.placement.reset();
    found->costShares.price.reset();
    found->costShares.undefined = domain::Message{kTooFewTwice, {}};
    found->paidCare = std::make_shared<const analysis::PaidCare>();
    found->sameNeed = {};
    found->sameNeed.undefined = domain::Message{kTooFewTwice, {}};
    found->change.n = 9;
    source.findings = found;
    auto document = valueReport(source);
    CHECK(said(document, "Need and cost") ==
          "Between children 53 % (47 to 61) of the difference in cost goes with need.");
    CHECK(unsaid(document, "Placement and price") ==
          "Too few were rated twice to count changes. So what is paid is not drawn as need, "
          "placement and price.");
    CHECK(statement(document, "Same need") == nullptr);
    CHECK(unsaid(document, "Same need") == "Too few were rated twice to count changes.");
    CHECK(statement(document, "Change in need") == nullptr);
    CHECK(unsaid(document, "Change in need") ==
          "How need changes cannot be told from 9 children assessed twice.");

    // Nor is a contrast told that may be none.
    found->sameNeed = {15, 7, 10, 20, 3.5, 0.8, 15.4, {}, {}};
    document = valueReport(source);
    CHECK(statement(document, "Same need") == nullptr);
    CHECK(unsaid(document, "Same need") ==
          "Of 15 children whose need and age leave open where they live, 7 live in residential "
          "care: too few to tell how many times the cost.");

    // Of so few that need has no share either.
    found->costShares.need.reset();
    found->needExplains = {};
    found->needExplains.undefined = domain::Message{kTooFewTwice, {}};
    document = valueReport(source);
    CHECK(statement(document, "Need and cost") == nullptr);
    CHECK_FALSE(unsaid(document, "Need and cost").isEmpty());
    CHECK_FALSE(unsaid(document, "Placement and price").isEmpty());
}

TEST_CASE("what is said not to be told of so few is not drawn either, and is with enough")
{
    using enum report::Chart::Kind;
    const auto has = [](const report::Document& document, report::Chart::Kind kind) {
        return std::ranges::count(pictures(document), kind) == 1;
    };
    for (const std::size_t n : {80U, 100U, 250U}) {
        const auto source = analysed(tests::smallCouncil(n, 5));
        REQUIRE(source.findings->amounts.whole.children > 0);
        const bool told = source.findings->costShares.placement.has_value();
        CAPTURE(n, source.findings->costShares.n);
        CHECK(told == (n == 250U));
        const auto document = valueReport(source);
        CHECK(has(document, amounts) == told);
        CHECK(has(document, waterfall) == told);
        CHECK(unsaid(document, "Placement and price").isEmpty() == told);
        CHECK(has(document, needAndCost));
        // Nor is it tabulated among the evidence.
        CHECK((tableNamed(document, "Amounts") != nullptr) == told);
    }
}

TEST_CASE("that no question of safety is open is worth saying, and that nobody knows too")
{
    auto source = knownSource();
    auto found = std::make_shared<analysis::Findings>(*source.findings);
    found->worklist = std::make_shared<const analysis::Worklist>();
    source.findings = found;
    CHECK(said(valueReport(source), "Safety first") ==
          "No question of safety or lawfulness is open.");
    CHECK(said(valueReport(source), "To ask") == "There is no question to ask today.");
    found->worklist = nullptr;
    CHECK(statement(valueReport(source), "Safety first") == nullptr);
    CHECK_FALSE(unsaid(valueReport(source), "Safety first").isEmpty());
}

TEST_CASE("need that has not clearly changed is not said to have fallen")
{
    auto source = knownSource();
    auto found = std::make_shared<analysis::Findings>(*source.findings);
    found->change.upper = 0.1;
    found->change.counts.reset();
    found->change.countsUndefined = domain::Message{kTooFewTwice, {}};
    source.findings = found;
    const auto document = valueReport(source);
    CHECK(said(document, "Change in need") ==
          "Need has not clearly changed: −0.4 levels on average (−0.7 to 0.1), of 219 children "
          "assessed twice.");
    CHECK(unsaid(document, "Who needs clearly less or more") ==
          "Too few were rated twice to count changes.");
}

TEST_CASE("the first dozen questions stand in the summary, every line and reason in the section")
{
    auto source = knownSource();
    auto found = std::make_shared<analysis::Findings>(*source.findings);
    auto worklist = std::make_shared<analysis::Worklist>(*found->worklist);
    for (int i = 0; i < 20; ++i)
        worklist->questions.push_back(ofOne(*source.cohort, 6));
    found->worklist = worklist;
    source.findings = found;
    const auto document = valueReport(source);
    const report::Table* first = tableNamed(document, "Questions");
    REQUIRE(first != nullptr);
    CHECK(first->enoughToRead == 12);
    REQUIRE(first->rows.size() == 23);
    const report::Row many = first->rows[0], one = first->rows[2];
    CHECK(many[1].shown == "2 children");
    CHECK(many[2].shown == "Placement not registered");
    CHECK(many[3].shown.isEmpty());
    CHECK(many[6].shown == "1 new");
    CHECK(one[0].shown == "3");
    CHECK(one[1].shown == "A1A-006");
    CHECK(one[2].shown == "Price above what is usual");
    CHECK(one[3].shown == "£58k");
    CHECK(one[4].shown == "£8,700");
    CHECK(one[5].shown == "£150k");
    CHECK(one[6].shown == "new");

    const report::Table* all = tableNamed(document, "All questions");
    REQUIRE(all != nullptr);
    CHECK(all->rows.size() == 23);
    CHECK(all->rows[0][2].shown == "Two live where nobody is registered.");
    CHECK(all->rows[2][2].shown == "£9,000 a week where others cost £500: why?");
    // What the page leaves out stands later in the same document, and every form says under what.
    const QString where = "11 more rows: all 23 are listed under “" + all->title + "”.";
    CHECK(readAloud(document).contains(where));
    CHECK(QString::fromUtf8(report::html(document)).contains(where));
    const report::Table* reasons = tableNamed(document, "Reasons to ask");
    REQUIRE(reasons != nullptr);
    CHECK(reasons->rows.size() == 4);
    CHECK(reasons->rows[0][1].shown == "A1A-000");
    CHECK(reasons->rows[0][3].shown == "Has moved twice. What would steady it?");
    const report::Table* rules = tableNamed(document, "Rules");
    REQUIRE(rules != nullptr);
    CHECK(rules->rows[0][2].shown == "1");
    CHECK(rules->rows[0][3].shown == "0.6");
}

TEST_CASE("the page names no list of questions that is not there or is not whole")
{
    auto source = knownSource();
    auto found = std::make_shared<analysis::Findings>(*source.findings);
    auto worklist = std::make_shared<analysis::Worklist>(*found->worklist);
    while (worklist->questions.size() < 13)
        worklist->questions.push_back(ofOne(*source.cohort, 6));
    found->worklist = worklist;
    source.findings = found;
    std::erase(source.sections, report::Section::questions);
    CHECK(readAloud(valueReport(source)).contains("in the XLSX and CSV forms of"));

    source = knownSource();
    found = std::make_shared<analysis::Findings>(*source.findings);
    worklist = std::make_shared<analysis::Worklist>(*found->worklist);
    while (worklist->questions.size() < 130)
        worklist->questions.push_back(ofOne(*source.cohort, 6));
    found->worklist = worklist;
    source.findings = found;
    CHECK(
        readAloud(valueReport(source))
            .contains("118 more rows: the first 100 are listed under “All questions, in the order "
                      "in which to ask”, all 130 in the XLSX and CSV forms of this report."));
}

TEST_CASE("what is published has none of this, and says that the questions are left out")
{
    auto source = knownSource();
    source.audience = Audience::publishable;
    const auto document = valueReport(source);
    REQUIRE_FALSE(document.refused);
    for (const report::Block& block : document.blocks) {
        CHECK_FALSE(std::holds_alternative<report::Statements>(block));
        CHECK_FALSE(std::holds_alternative<report::Pictures>(block));
        CHECK_FALSE(std::holds_alternative<report::Chart>(block));
    }
    CHECK(tableNamed(document, "Questions") == nullptr);
    CHECK(tableNamed(document, "All questions") == nullptr);
    CHECK(readAloud(document).contains("The questions are left out of what is published"));
    CHECK_FALSE(readAloud(document).contains("Since version 0.2"));
    const bool hasFigures = std::ranges::any_of(document.blocks, [](const report::Block& block) {
        return std::holds_alternative<report::KeyFigures>(block);
    });
    CHECK(hasFigures);
}

TEST_CASE("the first two pages are two pages: sentences, then pictures and questions")
{
    using enum report::Chart::Kind;
    const auto document = valueReport(analysed(tests::smallCouncil(534, 7)));
    CHECK(pictures(document) == std::vector{amounts, needAndCost, waterfall, funnel});
    const report::Pages pages(document);
    std::vector<std::size_t> breaks;
    for (std::size_t block = 0; block < document.blocks.size(); ++block) {
        if (std::holds_alternative<report::PageBreak>(document.blocks[block]))
            breaks.push_back(block);
    }
    REQUIRE(breaks.size() >= 2);
    CHECK(lastPageOf(pages, breaks[0] - 1) == 0);
    CHECK(lastPageOf(pages, breaks[0] + 1) == 1);
    CHECK(lastPageOf(pages, breaks[1] - 1) == 1);
    CHECK(lastPageOf(pages, breaks[1] + 1) == 2);
}

TEST_CASE("where no child has both a need and a cost there is no empty picture of them")
{
    using enum report::Chart::Kind;
    auto source = knownSource();
    REQUIRE(std::ranges::count(pictures(valueReport(source)), needAndCost) == 1);
    auto cohort = std::make_shared<domain::Cohort>(*source.cohort);
    for (std::size_t row = 0; row < cohort->size(); ++row)
        cohort->weeklyCost.clear(row);
    source.cohort = cohort;
    CHECK(std::ranges::count(pictures(valueReport(source)), needAndCost) == 0);
}

TEST_CASE("one child, a few, all in one setting and nobody: what is said is whole sentences")
{
    for (const std::size_t n : {0U, 1U, 2U, 10U, 60U, 200U}) {
        for (const bool alike : {false, true}) {
            CAPTURE(n, alike);
            domain::Cohort council = tests::smallCouncil(n, 5);
            if (alike)
                council = allIn(Setting::inHouseFoster, std::move(council));
            const auto source = analysed(council);
            const auto document = valueReport(source);
            const QString aloud = readAloud(document);
            static const QRegularExpression nonsense("\\bnan\\b|\\binf\\b|%[1-9n]| \\.|\\(\\)");
            INFO(nonsense.match(aloud).captured().toStdString());
            CHECK_FALSE(aloud.contains(nonsense));
            if (source.cohort->size() == 0)
                continue;
            CHECK(statement(document, "Safety first") != nullptr);
            CHECK(statement(document, "To ask") != nullptr);
            for (const char* label : {"Spend", "Need and cost", "Same need", "Change in need"})
                CHECK((statement(document, label) != nullptr) !=
                      !unsaid(document, label).isEmpty());
            CHECK_FALSE(unsaid(document, "Scores").isEmpty());
            CHECK_FALSE(unsaid(document, "Providers").isEmpty());
            // Among children of one setting no kind of placement can be held against another.
            if (alike)
                CHECK(statement(document, "Same need") == nullptr);
        }
    }
}

TEST_CASE("an internal report says once that questions have taken the place of flags")
{
    const QString aloud = readAloud(valueReport(knownSource()));
    CHECK(aloud.count("have taken the place of flags") == 1);
}
