// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pages.h"
#include "report/renderings.h"
#include "report/report.h"
#include "report/reports.h"

#include "report/example_source.h"
#include "report/read_back.h"

#include "support/catch.h"
#include <QRegularExpression>
#include <set>
#include <string>

using namespace twelvefold;
using report::Audience;
using tests::exampleSource;
using tests::valueReport;

namespace {

QString everythingSaid(const report::Document& document)
{
    return QString::fromUtf8(tests::csvOf(document)) + QString::fromUtf8(report::html(document));
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

} // namespace

TEST_CASE("the value report says first whom it is about, then what was found, in sentences")
{
    const auto document = valueReport(exampleSource());
    const auto* whom = std::get_if<report::Paragraph>(&document.blocks.front());
    REQUIRE(whom != nullptr);
    CHECK(whom->text == "Looked after. All recorded costs, whoever pays.");
    const auto* said = std::get_if<report::Statements>(&document.blocks[1]);
    REQUIRE(said != nullptr);
    CHECK(said->statements[0].label == "Spend");
    CHECK(said->statements[0].sentence == "£773k a year."); // 14,818 a week × 365 / 7
    CHECK(document.headerRight == "Internal · 31 Mar 2026");
}

TEST_CASE("no gap between two children is a key figure")
{
    const QString said = everythingSaid(valueReport(exampleSource()));
    CHECK_FALSE(said.contains("the widest gap"));
    CHECK_FALSE(said.contains("decides"));
}

TEST_CASE("a sum that leaves out a child whose cost is missing says so, at the top and among the "
          "statements")
{
    auto source = exampleSource();
    const auto top = [&] {
        return report::make(report::reportEntry("provider"), source).standfirst;
    };
    CHECK(top().startsWith("The care of 8 children costs £773k a year."));
    auto cohort = std::make_shared<domain::Cohort>(*source.cohort);
    cohort->costs[0][0].clear(0);
    cohort->countCosts({});
    source.cohort = source.everyone = cohort;
    CHECK(top().startsWith("This is about the care of 8 children. At least £747k a year; of 1 "
                           "child no cost is recorded."));
    const auto document = valueReport(source);
    const auto* said = std::get_if<report::Statements>(&document.blocks[1]);
    REQUIRE(said != nullptr);
    CHECK(said->statements[0].sentence == "At least £747k a year; of 1 child no cost is recorded.");
}

TEST_CASE("an outcome is set beside cost at the same need, and a link told only where q bears it "
          "out")
{
    auto source = exampleSource();
    auto findings = std::make_shared<analysis::Findings>(*source.findings);
    analysis::Correlation& outcome = findings->correlations.front();
    outcome.y = "log_weekly_cost";
    outcome.method = analysis::CorrelationMethod::spearmanAtSameNeed;
    outcome.estimate = 0.4;
    outcome.lower = 0.2;
    outcome.upper = 0.6;
    outcome.q = 0.012;
    outcome.n = 70;
    source.findings = findings;
    CHECK(everythingSaid(valueReport(source))
              .contains("SDQ total tends to be higher where weekly cost is higher at the same need "
                        "(rank correlation at the same need 0.40, 95 % interval 0.20 to 0.60; q "
                        "0.012; 70 children)."));
    outcome.q = 0.2; // of so many looked at, one so strong comes by chance
    CHECK(everythingSaid(valueReport(source)).contains("No clear link shows for: SDQ total."));
    outcome.q = 0.012;
    outcome.n = 11;
    CHECK(everythingSaid(valueReport(source))
              .contains("Too few children, or all alike, to say for: SDQ total."));
}

TEST_CASE("an internal report tells what is missing of everybody on the day, a publishable one "
          "does not")
{
    report::Source source = exampleSource();
    const auto told = [&] {
        QStringList lines;
        const auto document = valueReport(source);
        if (const auto* missing = tableNamed(document, "What is missing")) {
            for (std::size_t i = 0; i < missing->rows.size(); ++i)
                lines << missing->rows[i][0].shown + " " + missing->rows[i][1].shown + " " +
                             missing->rows[i][2].shown;
        }
        return lines;
    };
    const QStringList everybody{
        "Never assessed 1 13 %", "Placed, but with no provider recorded 8 100 %",
        "No outcome recorded 8 100 %", "Placed, but with no distance recorded 8 100 %"};
    CHECK(told() == everybody);
    CHECK(everythingSaid(valueReport(source))
              .contains("7 of 8 children have both a complete need and a cost."));
    source.filter.ask("setting", domain::anyOf({domain::Setting::childrensHome}));
    source.cohort = std::make_shared<domain::Cohort>(source.everyone->filtered(source.filter));
    CHECK(told() == everybody);
    source.audience = Audience::publishable;
    CHECK(told().isEmpty());
}

TEST_CASE("an internal report names the children by pseudonym with the reason to look")
{
    const auto document = valueReport(exampleSource());
    const auto* stepDown = tableNamed(document, "Step-down");
    REQUIRE(stepDown != nullptr);
    CHECK(stepDown->rows.front().front().shown == "A1A-006");
    CHECK(stepDown->rows.front().back().shown == "Needs fell from 2 to 0.");
    CHECK(tableNamed(document, "Children")->rows.size() == 8);
    CHECK(tableNamed(document, "Similar pairs")->rows.size() == 1);
}

TEST_CASE("a report for publication shows no child and no small number")
{
    auto source = exampleSource();
    source.audience = Audience::publishable;
    const auto document = valueReport(source);
    const QString said = everythingSaid(document);
    CHECK_FALSE(said.contains(QRegularExpression("A1A-\\d{3}")));
    CHECK_FALSE(said.contains("<svg"));

    // Two children in homes are withheld, and so are the six in fostering, who would give them away
    // through the total; lines of nothing would tell where anybody is.
    CHECK(tableNamed(document, "Settings") == nullptr);
    CHECK(said.contains("How the children divide among settings is withheld"));
}

TEST_CASE("providers are named inside, outside they are not, and nothing tells of small ones")
{
    auto source = exampleSource();
    auto cohort = std::make_shared<domain::Cohort>(*source.cohort);
    cohort->providerNames = {"Alder House", "Birch House", "Cedar House"};
    source.cohort = cohort;
    auto findings = std::make_shared<analysis::Findings>(*source.findings);
    auto& costs = findings->providerCosts;
    costs.differ = true;
    costs.betweenSd = 0.1;
    costs.withinSd = 0.3;
    const auto provider = [&costs](std::size_t n, double effect, double lower, double upper) {
        auto& each = costs.providers.emplace_back();
        each.provider = costs.providers.size() - 1;
        each.n = n;
        each.effect = effect;
        each.lower = lower;
        each.upper = upper;
    };
    provider(9, 0.0677, 0.02, 0.157);
    provider(23, -0.1, -0.2, 0.0);
    provider(3, 0, -0.2, 0.2);
    source.findings = findings;

    const auto inside = valueReport(source);
    const auto* named = tableNamed(inside, "Providers");
    REQUIRE(named != nullptr);
    REQUIRE(named->rows.size() == 3);
    CHECK(named->rows[0][0].shown == "Alder House");
    CHECK(named->rows[0][2].shown == "7 %");
    // About whom nothing is claimed is not listed as different.
    CHECK(named->rows[1][2].shown == "no difference can be told");
    CHECK(named->rows[1][3].shown.isEmpty());

    source.audience = Audience::publishable;
    // From the effects of the others and how far they spread that of the one of three is told.
    const auto withSmall = valueReport(source);
    CHECK(tableNamed(withSmall, "Providers") == nullptr);
    CHECK(everythingSaid(withSmall).contains("How far providers differ in cost is withheld"));

    costs.providers[2].n = 12;
    const auto outside = valueReport(source);
    const auto* masked = tableNamed(outside, "Providers");
    REQUIRE(masked != nullptr);
    REQUIRE(masked->rows.size() == 3);
    CHECK(masked->rows[0][0].shown == "Provider 1");
    CHECK(masked->rows[0][1].shown == "25");
    CHECK_FALSE(everythingSaid(outside).contains("House"));
}

TEST_CASE("a report holds only the sections asked for")
{
    auto source = exampleSource();
    source.sections = {report::Section::stepDown};
    const auto document = valueReport(source);
    CHECK(tableNamed(document, "Step-down") != nullptr);
    CHECK(tableNamed(document, "Settings") == nullptr);
}

TEST_CASE("every report has a token of its own, words, and its sections alone, in its order")
{
    std::set<std::string> tokens;
    for (const report::ReportEntry& entry : report::reportEntries()) {
        INFO(entry.token);
        CHECK(tokens.insert(entry.token).second);
        CHECK(&report::reportEntry(entry.token) == &entry);
        const auto document = report::make(entry, exampleSource());
        CHECK(document.title == QString::fromUtf8(entry.heading.english));
        CHECK(document.headerLeft.endsWith(" · " + QString::fromUtf8(entry.title.english)));
        // What each section says by itself, one after the other, and nothing between.
        std::size_t blocks = 1; // whom it is about
        for (const report::SectionEntry& section : entry.sections) {
            auto source = exampleSource();
            source.sections = {section.section};
            blocks += report::make(entry, source).blocks.size() - 1;
        }
        CHECK(document.blocks.size() == blocks);
    }
}

TEST_CASE("the provider report tells of providers first, then outcomes, and of no child")
{
    auto source = exampleSource();
    auto findings = std::make_shared<analysis::Findings>(*source.findings);
    auto cohort = std::make_shared<domain::Cohort>(*source.cohort);
    cohort->providerNames = {"Alder House"};
    source.cohort = cohort;
    auto& provider = findings->providerCosts.providers.emplace_back();
    provider.n = 8;
    source.findings = findings;
    const auto document = report::make(report::reportEntry("provider"), source);
    QStringList headings;
    for (const report::Block& block : document.blocks) {
        if (const auto* heading = std::get_if<report::Heading>(&block);
            heading != nullptr && heading->level == 1)
            headings << heading->text;
    }
    CHECK(headings ==
          QStringList{"Providers", "Outcomes", "How complete the data are", "Method and words"});
    CHECK_FALSE(everythingSaid(document).contains(QRegularExpression("A1A-\\d{3}")));
}

TEST_CASE("a report on nobody is one page that says so and what to do")
{
    auto source = exampleSource();
    auto nobody = std::make_shared<domain::Cohort>(source.cohort->rows({}));
    auto nothing = std::make_shared<analysis::Findings>();
    nothing->cohort.census = nobody->census;
    source.cohort = nobody;
    source.findings = nothing;
    for (const report::ReportEntry& entry : report::reportEntries()) {
        const auto document = report::make(entry, source);
        CHECK(document.standfirst ==
              "Of the children on the records none passes the filters, so there is nothing to "
              "report. Ask for fewer things at once, or choose another day.");
        CHECK(document.blocks.size() == 1); // whom it is about
        CHECK(report::Pages(document).count() == 1);
    }
    source.everyone = nobody;
    CHECK(valueReport(source).standfirst ==
          "There are no children to report on. Choose a day on which children are on the records, "
          "or bring in the records of this one.");
}
