// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyse.h"
#include "charts/amounts_chart.h"
#include "report/renderings.h"
#include "report/report.h"
#include "report/reports.h"
#include "wording/wording.h"

#include "report/example_source.h"
#include "report/read_back.h"
#include "support/small_council.h"

#include "support/catch.h"

using namespace twelvefold;
using domain::Money;
using domain::Setting;
using tests::valueReport;

namespace {

constexpr domain::MessageKind kTooFewHere{"too-few", "Too few are in paid care."};

analysis::Amounts amountsOf(std::size_t children, int need, int placement, int price)
{
    analysis::Amounts amounts;
    amounts.children = children;
    amounts.need = Money::pence(need);
    amounts.placement = Money::pence(placement);
    amounts.price = Money::pence(price);
    amounts.spend = amounts.need + amounts.placement + amounts.price;
    return amounts;
}

// The example with what is paid told apart; both homes cost more than the six who are fostered.
report::Source paidSource(analysis::PaidCare care = {})
{
    report::Source source = tests::exampleSource();
    auto findings = std::make_shared<analysis::Findings>(*source.findings);
    findings->paidCare = std::make_shared<const analysis::PaidCare>(std::move(care));
    if (!findings->paidCare->undefined) {
        findings->amounts.settings = {
            {Setting::inHouseFoster, amountsOf(5, 512'345, -250'001, -10'044)},
            {Setting::childrensHome, amountsOf(2, 930'000, 240'050, 9'950)}};
        for (const auto& [setting, amounts] : findings->amounts.settings)
            findings->amounts.whole += amounts;
        findings->amounts.placementMore = Money::pence(240'050);
        findings->amounts.placementLess = Money::pence(-250'001);
        findings->amounts.priceMore = Money::pence(9'950);
        findings->amounts.priceLess = Money::pence(-10'044);
        findings->amounts.leftOut = 1;
    }
    source.findings = findings;
    source.sections = {report::Section::summary, report::Section::needAndCost};
    return source;
}

template<class Wanted>
const Wanted* find(const report::Document& document, const auto& is)
{
    for (const report::Block& block : document.blocks) {
        const auto* wanted = std::get_if<Wanted>(&block);
        if (wanted != nullptr && is(*wanted))
            return wanted;
    }
    return nullptr;
}

const report::Table* tableOf(const report::Document& document)
{
    return find<report::Table>(document, [](const auto& table) { return table.name == "Amounts"; });
}

const report::Chart* pictureOf(const report::Document& document)
{
    return find<report::Chart>(
        document, [](const auto& chart) { return chart.kind == report::Chart::Kind::amounts; });
}

QString sayingOf(const report::Document& document)
{
    return QString::fromUtf8(tests::csvOf(document)) + QString::fromUtf8(report::html(document));
}

} // namespace

TEST_CASE("the picture of need, placement and price, its table and the findings say the same")
{
    const auto source = paidSource();
    const auto document = valueReport(source);
    const report::Chart* picture = pictureOf(document);
    const report::Table* table = tableOf(document);
    REQUIRE(picture != nullptr);
    REQUIRE(table != nullptr);
    CHECK(picture->findings == source.findings);
    const auto bars = charts::amountsBars(picture->findings->amounts);
    REQUIRE(table->rows.size() == bars.size() + 1);
    const auto holds = [&](std::size_t at, const QString& name, const analysis::Amounts& amounts) {
        const report::Row row = table->rows[at];
        CHECK(row[0].shown == name);
        CHECK(row[1].shown == QString::number(amounts.children));
        const Money money[] = {amounts.spend, amounts.need, amounts.placement, amounts.price};
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(row[i + 2].shown == wording::money(money[i]));
            CHECK(std::get<double>(row[i + 2].value) == money[i].inPounds());
        }
    };
    for (std::size_t i = 0; i < bars.size(); ++i) {
        holds(i, wording::text(domain::word(bars[i].setting)), bars[i].amounts);
        CHECK(picture->described.contains(wording::roundPounds(bars[i].amounts.spend.inPounds())));
        CHECK(picture->described.contains(
            wording::roundPounds(bars[i].amounts.placement.inPounds())));
    }
    holds(bars.size(), "All of these", source.findings->amounts.whole);
    CHECK(table->rows[0][0].shown == "Children's home");
    CHECK(table->rows[1][4].shown == "−£2,500.01");
    CHECK(table->note.contains("£2,401 a week more"));
    CHECK(table->note.contains("£2,500 less"));
    CHECK(table->note.contains("7 of the 8 children compared are in paid care"));
}

TEST_CASE("the picture is drawn in every form of the report")
{
    const auto document = valueReport(paidSource());
    const QString page = QString::fromUtf8(report::html(document));
    CHECK(page.contains("what need leads to"));
    CHECK(page.contains("s home: £11,800 a week; need £9,300"));
    const QString table = QString::fromUtf8(tests::csvOf(document));
    CHECK(table.contains("What is paid each week, and what it goes with"));
    CHECK(table.contains("5123.45"));
}

TEST_CASE("where too few are in paid care the report says so, and where nothing was asked nothing")
{
    analysis::PaidCare none;
    none.undefined = domain::Message{kTooFewHere, {}};
    const auto document = valueReport(paidSource(none));
    CHECK(pictureOf(document) == nullptr);
    CHECK(tableOf(document) == nullptr);
    CHECK(sayingOf(document).contains("Too few are in paid care."));
    const QString plain = sayingOf(valueReport(tests::exampleSource()));
    CHECK_FALSE(plain.contains("What it goes with"));
}

TEST_CASE("what is not drawn is not tabulated either")
{
    auto source = paidSource();
    auto findings = std::make_shared<analysis::Findings>(*source.findings);
    findings->costShares.undefined = domain::Message{kTooFewHere, {}};
    source.findings = findings;
    const auto document = valueReport(source);
    CHECK(pictureOf(document) == nullptr);
    CHECK(tableOf(document) == nullptr);
    CHECK(sayingOf(document).contains("So what is paid is not drawn as need, placement and "
                                      "price."));
}

TEST_CASE("nobody of those chosen in paid care is said, not drawn")
{
    auto source = paidSource();
    auto findings = std::make_shared<analysis::Findings>(*source.findings);
    findings->amounts = {};
    findings->amounts.leftOut = 8;
    source.findings = findings;
    const auto document = valueReport(source);
    CHECK(pictureOf(document) == nullptr);
    CHECK(sayingOf(document).contains("None of these children is in paid care"));
}

TEST_CASE("what cost goes with is left out of what is published, which says so")
{
    const auto everyone = std::make_shared<const domain::Cohort>(tests::smallCouncil(400, 3));
    analysis::Options options;
    options.bootstrapReplicates = 0;
    options.chanceDraws = 0;
    report::Source source;
    source.storeName = QStringLiteral("District council");
    source.audience = report::Audience::publishable;
    source.everyone = everyone;
    source.cohort = std::make_shared<const domain::Cohort>(everyone->filtered(source.filter));
    auto findings =
        std::make_shared<analysis::Findings>(analysis::analyse(*source.cohort, options));
    findings->paidCare = paidSource().findings->paidCare;
    findings->amounts = paidSource().findings->amounts;
    source.findings = findings;
    const auto document = valueReport(source);
    REQUIRE_FALSE(document.refused);
    CHECK(tableOf(document) == nullptr);
    CHECK(pictureOf(document) == nullptr);
    const QString said = sayingOf(document);
    CHECK(said.contains("is left out of what is published"));
    CHECK_FALSE(said.contains("5123"));
    CHECK_FALSE(said.contains("5,123"));
}
