// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/criteria.h"
#include "wording/wording.h"

#include "support/catch.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace twelvefold;
using domain::Message;
using domain::MessageKind;

namespace {

std::string said(const QString& text)
{
    return text.toStdString();
}

// A translation that shouts, and knows the contexts that texts are looked up in.
class Shouting : public QTranslator
{
public:
    Shouting() { QCoreApplication::installTranslator(this); }
    ~Shouting() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        const QByteArray known(context);
        return known == "Message" || known == "Word" || known == "Wording"
                   ? QString::fromUtf8(source).toUpper()
                   : QString();
    }
};

constexpr MessageKind kSwapped{"swapped", "%2 before %1"};
constexpr MessageKind kTooFew{"too-few", "Fewer than 3 children have both need and cost."};

analysis::Findings found()
{
    analysis::Findings findings;
    findings.cohort.n = 412;
    findings.cohort.census = *domain::Date::from(2026, 3, 31);
    findings.needExplains.trace.n = 412;
    findings.needExplains.rSquared = 0.312;
    findings.needExplains.lower = 0.25;
    findings.needExplains.upper = 0.37;
    auto& similar = findings.similarNeed;
    similar.tolerance = 2;
    similar.children = 412;
    similar.pairsConsidered = 900;
    similar.pairsAtLeast = {{2, 200}, {3, 41}, {5, 7}, {10, 1}};
    similar.ordinarySpread = {{3, {27.3, 0.01}}};
    similar.pairs = {{0, 1, 1, 9650, 818, 9650.0 / 818}};
    return findings;
}

} // namespace

TEST_CASE("arguments land where the sentence wants them, and their own percent signs stay")
{
    const Message message{kSwapped, {std::string("100 %2 of it"), std::string("%1")}};
    CHECK(said(wording::text(message)) == "%1 before 100 %2 of it");
}

TEST_CASE("an argument that is missing leaves its place visible")
{
    CHECK(said(wording::text(Message{kSwapped, {std::string("a")}})) == "%2 before a");
}

TEST_CASE("arguments are written as people write them")
{
    constexpr MessageKind kind{"all", "%1 · %2 · %3 · %4 · %5 · %6"};
    const Message message{kind,
                          {std::int64_t{65906}, std::int64_t{2026}, 0.07314, 1234.5,
                           *domain::Date::from(2026, 3, 31), domain::Pence{-123450}}};
    CHECK(said(wording::text(message)) ==
          "65,906 · 2026 · 0.07314 · 1,235 · 31 Mar 2026 · −£1,234.50");
}

TEST_CASE("a figure in a sentence carries no decimals that say nothing")
{
    constexpr MessageKind kind{"figures", "%1 %2 %3 %4"};
    const Message message{kind, {2.0, 2.5, -0.25, 0.0}};
    CHECK(said(wording::text(message)) == "2 2.5 −0.25 0");
}

TEST_CASE("words inside a sentence are translated with it, but not for scripts")
{
    const Shouting shouting;
    constexpr MessageKind kind{"setting-of", "placed in %1"};
    const Message message{kind, {domain::word(domain::Setting::agencyFoster)}};
    CHECK(said(wording::text(message)) == "PLACED IN AGENCY FOSTER");
    CHECK(said(wording::text(message, wording::Language::english)) == "placed in Agency foster");
    CHECK(said(wording::questionTitle(analysis::QuestionKind::costMissing,
                                      wording::Language::english)) == "Cost missing");
    CHECK(said(wording::headline(found(), wording::Language::english)) ==
          "31 % of the difference in cost goes with need");
}

TEST_CASE("the headline says what goes with need, and what similar children cost")
{
    CHECK(said(wording::headline(found())) == "31 % of the difference in cost goes with need");
    CHECK(said(wording::underHeadline(found())) ==
          "95 % interval 25 to 37. Of children with similar needs, 41 pairs differ at least "
          "threefold; ordinary spread would give 27. The widest is 11.8 times.");
}

TEST_CASE("before the resampled figures are in, the sentences stand without them")
{
    auto findings = found();
    findings.needExplains.lower.reset();
    findings.needExplains.upper.reset();
    findings.similarNeed.ordinarySpread.clear();
    CHECK(said(wording::underHeadline(findings)) ==
          "Of children with similar needs, 41 pairs differ at least threefold. "
          "The widest is 11.8 times.");
}

TEST_CASE("figures are told apart from words, and those not in yet say so")
{
    using wording::Figure;
    using wording::InPlace;
    auto findings = found();
    const auto joined = [](const std::vector<wording::SentencePart>& parts) {
        QString text;
        for (const wording::SentencePart& part : parts)
            text += part.text;
        return text;
    };
    const auto head = wording::headlineParts(findings);
    CHECK(said(joined(head)) == said(wording::headline(findings)));
    REQUIRE(head.size() == 2);
    CHECK(head[0].figure == Figure::needExplains);
    CHECK(said(head[0].text) == "31 %");

    std::vector<std::pair<Figure, std::string>> figures;
    for (const wording::SentencePart& part :
         wording::underHeadlineParts(findings, InPlace::refining)) {
        if (part.figure != Figure::none)
            figures.emplace_back(part.figure, said(part.text));
        CHECK_FALSE(part.missing);
    }
    CHECK(figures ==
          std::vector<std::pair<Figure, std::string>>{{Figure::needExplainsInterval, "25 to 37"},
                                                      {Figure::pairsApart, "41"},
                                                      {Figure::ordinarySpread, "27"},
                                                      {Figure::widestPair, "11.8"}});

    findings.needExplains.lower.reset();
    findings.needExplains.upper.reset();
    findings.similarNeed.ordinarySpread.clear();
    CHECK(said(joined(wording::underHeadlineParts(findings, InPlace::refining))) ==
          "95 % interval: refining… Of children with similar needs, 41 pairs differ at least "
          "threefold; what ordinary spread would give: refining… The widest is 11.8 times.");
    CHECK(said(joined(wording::underHeadlineParts(findings, InPlace::notWorkedOut))) ==
          "95 % interval: not worked out. Of children with similar needs, 41 pairs differ at least "
          "threefold; what ordinary spread would give: not worked out. The widest is 11.8 times.");
    findings.refined = {analysis::Refinement::needExplainsInterval,
                        analysis::Refinement::chanceCounts};
    CHECK(said(joined(wording::underHeadlineParts(findings, InPlace::refining))) ==
          said(wording::underHeadline(findings))); // what could not be said is not on its way
}

TEST_CASE("one pair is one pair, and no pair is none")
{
    auto findings = found();
    findings.similarNeed.pairsAtLeast[3] = 1;
    findings.similarNeed.ordinarySpread[3].expected = 0.2;
    CHECK(wording::underHeadline(findings).contains(
        "1 pair differs at least threefold; ordinary spread would give none."));
    findings.similarNeed.pairsAtLeast[3] = 0;
    findings.similarNeed.pairs[0].ratio = 2.44;
    CHECK(wording::underHeadline(findings).contains(
        "no pair differs threefold; ordinary spread would give none. The widest is 2.4 times."));
}

TEST_CASE("of a few pairs it is said that they are few, and chance is left alone")
{
    auto findings = found();
    findings.similarNeed.pairsConsidered = 2;
    CHECK(said(wording::underHeadline(findings)) ==
          "95 % interval 25 to 37. Only 2 pairs of children have similar needs: too few to hold "
          "against what chance would give. The widest is 11.8 times.");
    findings.similarNeed.pairsConsidered = 1;
    CHECK(wording::underHeadline(findings).contains("Only 1 pair of children has similar needs"));
}

TEST_CASE("no two children alike is said, not counted")
{
    auto findings = found();
    findings.similarNeed.pairsConsidered = 0;
    findings.similarNeed.pairs.clear();
    findings.similarNeed.tolerance = 1;
    CHECK(said(wording::underHeadline(findings)) ==
          "95 % interval 25 to 37. No two of the 412 children whose needs and cost are recorded "
          "have needs within 1 level of each other.");
    findings.similarNeed.tolerance = 0;
    CHECK(wording::underHeadline(findings).contains("recorded have the same needs"));
}

TEST_CASE("what cannot be worked out says why, once")
{
    auto findings = found();
    findings.needExplains = {};
    findings.needExplains.trace.n = 412;
    findings.needExplains.undefined = Message{kTooFew, {}};
    findings.similarNeed.undefined = Message{kTooFew, {}};
    CHECK(said(wording::headline(findings)) ==
          "How much of the difference in cost goes with need cannot be told");
    CHECK(said(wording::underHeadline(findings)) ==
          "Fewer than 3 children have both need and cost.");
    CHECK(said(wording::headline(analysis::Findings{})) == "No children to compare");
}

TEST_CASE("of too few children no share is told, but why, of few it says so itself")
{
    auto findings = found();
    findings.needExplains.trace.n = 3;
    CHECK(said(wording::headline(findings)) ==
          "How much of the difference in cost goes with need cannot be told");
    CHECK(said(wording::underHeadline(findings))
              .starts_with("How much of cost goes with need cannot be told from 3 children of whom "
                           "both a need total and a cost are recorded; it takes 10. Of children"));
    findings.needExplains.trace.n = 1;
    CHECK(wording::underHeadline(findings).contains("from 1 child of whom"));
    findings.needExplains.trace.n = 11;
    CHECK(said(wording::headline(findings)) ==
          "Going by 11 children only, 31 % of the difference in cost goes with need");
    findings.needExplains.trace.n = 12;
    CHECK(said(wording::headline(findings)) == "31 % of the difference in cost goes with need");
}

TEST_CASE("what counts one thing says so in the singular, for people and for scripts")
{
    constexpr MessageKind kind{"counted", "%1 children are too few; it takes %2.",
                               "%1 child is too few; it takes %2."};
    const auto message = [&](std::int64_t n) { return Message{kind, {n, std::int64_t{30}}}; };
    CHECK(said(wording::text(message(1))) == "1 child is too few; it takes 30.");
    CHECK(said(wording::text(message(2))) == "2 children are too few; it takes 30.");
    CHECK(domain::plainEnglish(message(1)) == "1 child is too few; it takes 30.");
    // The first whole number is what is counted, wherever it stands.
    const Message named{kind, {std::string("Home"), std::int64_t{1}}};
    CHECK(said(wording::text(named)) == "Home child is too few; it takes 1.");
}

TEST_CASE("a share that rounds to nothing is not called nothing")
{
    auto findings = found();
    findings.needExplains.rSquared = 0.0031;
    CHECK(said(wording::headline(findings)) ==
          "Less than 1 % of the difference in cost goes with need");
}

TEST_CASE("the cohort in force names how many of how many, who and when")
{
    const domain::Date census = *domain::Date::from(2026, 3, 31);
    domain::CohortFilter filter;
    CHECK(said(wording::cohortInForce(0, 534, filter, census)) ==
          "None of 534 children: looked after, 31 Mar 2026");
    CHECK(said(wording::cohortInForce(0, 0, filter, census)) ==
          "No children: looked after, 31 Mar 2026");
    CHECK(said(wording::cohortInForce(412, 534, filter, census)) ==
          "412 of 534 children: looked after, 31 Mar 2026");
    CHECK(said(wording::cohortInForce(1, 1, filter, census)) ==
          "1 child: looked after, 31 Mar 2026");
    CHECK(said(wording::cohortInForce(412, 534, filter, std::nullopt)) ==
          "412 of 534 children: looked after");
    filter.ask("setting",
               domain::anyOf({domain::Setting::inHouseFoster, domain::Setting::agencyFoster}));
    filter.ask("age", domain::between(10, 15));
    CHECK(said(wording::cohortInForce(90, 1534, filter, census)) ==
          "90 of 1,534 children: looked after, in-house foster and agency foster, aged 10 to 15, "
          "31 Mar 2026");
}

TEST_CASE("every further filter in force is named")
{
    const domain::Date census = *domain::Date::from(2026, 3, 31);
    const auto words = [&](const domain::CohortFilter& filter) {
        return said(wording::cohortInForce(9, 20, filter, census));
    };
    domain::CohortFilter filter;
    filter.ask("kind", domain::anyOf(
                           {domain::CohortKind::lookedAfter, domain::CohortKind::protectionPlan}));
    filter.ask("sector", domain::anyOf({domain::Sector::privateSector, domain::Sector::voluntary}));
    filter.ask("provider", domain::anyOf({"Larkfield Homes"}));
    filter.ask("band", domain::anyOf({"high"}));
    filter.ask("emergency", domain::anyOf({"yes"}));
    CHECK(words(filter) ==
          "9 of 20 children: looked after and child protection plan, 1 need band, private "
          "and voluntary, placed in an emergency, Larkfield Homes, 31 Mar 2026");
    filter.ask("kind", {});
    filter.ask("sector", {});
    filter.ask("provider", domain::anyOf({"Larkfield Homes", "Oakmere"}));
    filter.ask("band", domain::anyOf({"high", "very_high"}));
    filter.ask("emergency", domain::anyOf({"no"}));
    CHECK(words(filter) == "9 of 20 children: 2 need bands, not placed in an emergency, 2 "
                           "providers, 31 Mar 2026");
}

TEST_CASE("each criterion has its words within a sentence about children")
{
    const auto words = [](const char* criterion, const domain::Wanted& wanted) {
        return said(wording::asked(domain::criterion(criterion), wanted));
    };
    CHECK(words("age", domain::between(10, {})) == "aged 10 and over");
    CHECK(words("age", domain::between({}, 9)) == "aged up to 9");
    CHECK(words("legal-status", domain::anyOf({"C1", "E1"})) ==
          "interim care order and placement order");
    CHECK(words("distance", domain::between(2.5, 20)) == "2.5 to 20 miles from home");
    CHECK(words("distance", domain::between(20, {})) == "20 miles from home or more");
    CHECK(words("distance", domain::between({}, 20)) == "up to 20 miles from home");
    CHECK(words("region", domain::anyOf({"North West"})) == "North West");
    CHECK(words("region", domain::anyOf({"North West", "South East"})) == "2 regions");
    const auto day = [](int year) { return double(domain::Date::from(year, 4, 1)->dayNumber()); };
    CHECK(words("placed", domain::between(day(2025), {})) == "placed since 1 Apr 2025");
    CHECK(words("placed", domain::between({}, day(2025))) == "placed up to 1 Apr 2025");
    CHECK(words("placed", domain::between(day(2024), day(2025))) ==
          "placed from 1 Apr 2024 to 1 Apr 2025");
    CHECK(words("search", domain::between(30, {})) == "placed after a search of 30 days or more");
    for (const domain::Criterion& criterion : domain::criteria()) {
        INFO(criterion.token);
        std::vector<domain::Wanted> asked;
        if (criterion.isRange())
            asked = {domain::between(1, {}), domain::between({}, 2), domain::between(1, 2)};
        for (const domain::Choice& choice : criterion.choices.fixed)
            asked.push_back(domain::anyOf({choice.token}));
        for (const domain::Wanted& wanted : asked) {
            const QString sentence = wording::asked(criterion, wanted);
            CHECK_FALSE(sentence.isEmpty());
            CHECK_FALSE(sentence.contains('%'));
            CHECK(said(wording::cohortInForce(
                           1, 2,
                           [&] {
                               domain::CohortFilter filter;
                               filter.ask(criterion, wanted);
                               return filter;
                           }(),
                           std::nullopt))
                      .find(said(sentence)) != std::string::npos);
        }
    }
}

TEST_CASE("how many are left out because nothing is recorded of them stands with who is compared")
{
    const auto words = [](const domain::NotRecorded& left) {
        return said(wording::cohortInForce(9, 20, {}, std::nullopt, {}, left));
    };
    CHECK(words({{&domain::criterion("distance"), 12}, {&domain::criterion("band"), 1}}) ==
          "9 of 20 children: looked after, without 1 child with nothing recorded under “Band of "
          "need”, without 12 children with nothing recorded under “Distance from home”");
    auto findings = found();
    findings.cohort.notRecorded = {{&domain::criterion("band"), 27}};
    CHECK(wording::caption("X", findings, {})
              .contains("without 27 children with nothing recorded under “Band of need”"));
}

TEST_CASE("whom a comparison leaves out is named and counted")
{
    domain::CohortFilter filter;
    CHECK(wording::withoutNotCompared(filter).isEmpty());
    filter.notCompared = {domain::Setting::withParents, domain::Setting::adoption};
    CHECK(said(wording::withoutNotCompared(filter)) ==
          "without children living with parents or placed for adoption");
    CHECK(said(wording::withoutNotCompared(
              filter, {{domain::Setting::withParents, 27}, {domain::Setting::adoption, 12}})) ==
          "without 39 children living with parents or placed for adoption");
    CHECK(said(wording::withoutNotCompared(filter, {{domain::Setting::adoption, 1}})) ==
          "without 1 child placed for adoption");
    auto findings = found();
    findings.cohort.notCompared = {{domain::Setting::withParents, 27}};
    CHECK(wording::caption("X", findings, filter)
              .contains("looked after, without 27 children living with parents, 31 Mar 2026."));
    CHECK(wording::caption("X", findings, filter).contains("across comparable settings."));
}

TEST_CASE("a caption says store, date, filters, n, what was left out and how similar is meant")
{
    constexpr MessageKind kNever{"never-assessed", "Never assessed"};
    constexpr MessageKind kLine{"line", "A robust line of log cost on need."};
    auto findings = found();
    findings.cohort.n = 534;
    findings.cohort.excluded = {{Message{kNever, {}}, 87}};
    findings.line.trace.method = Message{kLine, {}};
    CHECK(said(wording::caption("Demonstration council", findings, {})) ==
          "Demonstration council · 534 children: looked after, 31 Mar 2026. "
          "Left out: never assessed (87). All recorded costs, whoever pays. "
          "Similar need: within 2 levels in all, across comparable settings. "
          "A robust line of log cost on need.");
}

TEST_CASE("a caption says which costs count when not all do")
{
    domain::CohortFilter filter;
    filter.costs.components = {true, true, false, false, false};
    filter.costs.funders = {true, false, false};
    CHECK(wording::caption("X", found(), filter)
              .contains("Costs counted: core and additional support; paid by: social care."));
}

TEST_CASE("a trace tells its method, n, exclusions, steps, formula and reference in that order")
{
    constexpr MessageKind kMethod{"m", "Method."};
    constexpr MessageKind kStep{"s", "The slope is %1."};
    constexpr MessageKind kNoCost{"c", "No cost recorded"};
    analysis::Trace trace;
    trace.n = 1;
    trace.method = Message{kMethod, {}};
    trace.leftOut = {{Message{kNoCost, {}}, 35}};
    trace.steps = {Message{kStep, {0.0731}}};
    trace.formula = "log c = a + b x";
    trace.reference = "Huber 1981";
    const QStringList expected{"Method.",
                               "Worked out from 1 child.",
                               "Left out: no cost recorded (35).",
                               "The slope is 0.0731.",
                               "Formula: log c = a + b x",
                               "Reference: Huber 1981"};
    CHECK(wording::traceLines(trace) == expected);
    CHECK(wording::traceLines({}).isEmpty());
}

TEST_CASE("English for programs writes its figures the British way at a German's screen")
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    constexpr MessageKind kCosts{"costs", "Costs %1 since %2, %3 times."};
    const Message message{
        kCosts,
        {domain::argument(domain::Money::pence(123450)), *domain::Date::from(2026, 12, 1), 1.5}};
    CHECK(said(wording::text(message, wording::Language::english)) ==
          "Costs £1,234.50 since 1 Dec 2026, 1.5 times.");
    CHECK(said(wording::text(message)) == "Costs £1.234,50 since 1 Dez. 2026, 1,5 times.");
    QLocale::setDefault(before);
}

TEST_CASE("data quality is a sentence on all, and one on each problem, for people and for scripts")
{
    static constexpr analysis::QualityRule rule{
        "quality-example", {"Never assessed"}, {"Left out"}, analysis::Gravity::leavesOut, nullptr};
    analysis::DataQuality quality;
    quality.census = *domain::Date::from(2026, 3, 31);
    CHECK(said(wording::completeness(quality)) == "No children on the census date");
    quality.children = 1534;
    quality.complete = 1526;
    CHECK(said(wording::completeness(quality)) == "Nothing is missing");
    quality.problems = {{&rule, {1, 4, 7}}};
    CHECK(said(wording::completeness(quality)) ==
          "1,526 of 1,534 children have both a complete need and a cost");
    CHECK(said(wording::countedAmong(quality)) ==
          "Counted among all children looked after on 31 Mar 2026, whoever is compared; gravest "
          "first.");
    CHECK(said(wording::qualityNote(quality, quality.problems[0])) ==
          "Never assessed: 3 of 1,534 children. Left out.");
    const Shouting shouting;
    CHECK(said(wording::qualityNote(quality, quality.problems[0])) ==
          "NEVER ASSESSED: 3 OF 1,534 CHILDREN. LEFT OUT.");
    CHECK(said(wording::qualityNote(quality, quality.problems[0], wording::Language::english)) ==
          "Never assessed: 3 of 1,534 children. Left out.");
}

namespace {

analysis::Findings foundInPaidCare()
{
    analysis::Findings findings = found();
    findings.costShares.n = 427;
    findings.costShares.need = analysis::CostShare{0.531, 0.47, 0.61};
    findings.costShares.placement = analysis::CostShare{0.378, 0.32, 0.44};
    findings.costShares.price = analysis::CostShare{0.091, 0.07, 0.10};
    auto& same = findings.sameNeed;
    same.n = 174;
    same.residential = 18;
    same.leastNeed = 14;
    same.mostNeed = 22;
    same.ratio = 5.6;
    same.lower = 4.4;
    same.upper = 7.2;
    findings.similarNeed.sameKind.considered = 155;
    findings.similarNeed.sameKind.atLeast = {{3, 1}};
    findings.similarNeed.sameKind.ordinarySpread = {{3, {1.1, 0.6}}};
    findings.similarNeed.differentKinds.considered = 323;
    findings.similarNeed.differentKinds.atLeast = {{3, 89}};
    findings.similarNeed.differentKinds.ordinarySpread = {{3, {84.6, 0.3}}};
    return findings;
}

} // namespace

TEST_CASE("the headline says what cost goes with, in the order in which it is decided")
{
    auto findings = foundInPaidCare();
    CHECK(said(wording::headline(findings)) == "53 % of the difference in cost goes with need, 38 "
                                               "% with the kind of placement at the same "
                                               "need, 9 % with its price");
    CHECK(
        said(wording::underHeadline(findings)) ==
        "95 % intervals 47 to 61, 32 to 44 and 7 to 10. 427 children in paid care. Of 174 children "
        "whose need and age leave open where they live (mostly a total of 14 to 22), 18 live in "
        "residential care, at 5.6 "
        "times the cost (4.4 to 7.2): it is not shown that they could live elsewhere. Of 155 pairs "
        "of "
        "similar need in one kind of placement 1 differs at least threefold; ordinary spread would "
        "give 1. Of 323 in different kinds 89 do; ordinary spread would give 85.");
}

TEST_CASE("one pair of a kind is the only pair, and none is none")
{
    auto findings = foundInPaidCare();
    auto& same = findings.similarNeed.sameKind;
    auto& different = findings.similarNeed.differentKinds;
    same.considered = different.considered = 1;
    same.atLeast[3] = different.atLeast[3] = 0;
    CHECK(wording::underHeadline(findings).contains(
        "The only pair of similar need in one kind of placement does not differ threefold; "
        "ordinary spread would give 1. The only one in different kinds does not; ordinary"));
    same.considered = 18;
    different.considered = 41;
    CHECK(wording::underHeadline(findings).contains(
        "Of 18 pairs of similar need in one kind of placement none differs threefold; ordinary "
        "spread would give 1. Of 41 in different kinds none does; ordinary"));
    same.considered = 0;
    different.atLeast[3] = 1;
    CHECK(wording::underHeadline(findings).contains(
        "Of 41 pairs of similar need, all in different kinds of placement, 1 differs at least"));
}

TEST_CASE("what chance made less than nothing is told as nothing, and what is missing is not told")
{
    auto findings = foundInPaidCare();
    findings.costShares.placement->share = -0.004;
    CHECK(wording::headline(findings).contains("0 % with the kind of placement"));
    findings.costShares.needWithoutNoise = 0.561;
    CHECK(wording::underHeadline(findings).contains(
        "Scored without noise, 56 % would go with need."));
    findings.sameNeed = {};
    CHECK_FALSE(wording::underHeadline(findings).contains("residential"));
    findings.similarNeed.sameKind.considered = 0;
    CHECK(wording::underHeadline(findings).contains("323 pairs of similar need, all in different"));
    for (auto* share :
         {&findings.costShares.need, &findings.costShares.placement, &findings.costShares.price})
        (*share)->lower = (*share)->upper = std::nullopt;
    CHECK(said(wording::underHeadline(findings)).starts_with("427 children in paid care."));
}

TEST_CASE("of too few children in paid care to tell kind from price, it says need's share and why "
          "no more")
{
    auto findings = foundInPaidCare();
    findings.costShares.n = 60;
    findings.costShares.placement = findings.costShares.price = std::nullopt;
    findings.costShares.undefined = Message{kTooFew, {}};
    CHECK(said(wording::headline(findings)) == "53 % of the difference in cost goes with need");
    CHECK(said(wording::underHeadline(findings))
              .starts_with(
                  "95 % interval 47 to 61. 60 children in paid care. Fewer than 3 children"));
}

TEST_CASE("a mean change whose interval holds nothing is not called a fall")
{
    analysis::NeedChange change;
    change.n = 44;
    change.mean = -0.4;
    change.lower = -1.0;
    change.upper = 0.3;
    CHECK(wording::needChange(change).front().startsWith("Total need has not clearly changed"));
    change.upper = -0.1;
    CHECK(wording::needChange(change).front().startsWith("Total need has fallen by 0.4"));
}

TEST_CASE("of too few children in paid care, the headline is of need alone")
{
    CHECK(wording::headline(found()).contains("31 %"));
    CHECK_FALSE(wording::headline(found()).contains("kind of placement"));
}

TEST_CASE("need, placement and price are what is paid in whole pounds too")
{
    // A home's week of a demonstration council, whose parts rounded one by one are £1 too many.
    const analysis::Amounts week{1, domain::Money::pence(34'922'600),
                                 domain::Money::pence(29'289'050), domain::Money::pence(5'589'170),
                                 domain::Money::pence(44'380)};
    CHECK(said(wording::amountsInWords("Children's home", week)) ==
          "Children's home: £349,226 a week; need £292,891, placement £55,892, price £443");
}
