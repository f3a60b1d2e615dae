// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pages.h"
#include "report/reports.h"

#include "report/random_source.h"

#include "support/catch.h"

// Pages are laid out as a person would: nothing stands alone, is cut or leaves a page half empty.

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

double filled(const report::Pages& pages, int page)
{
    const auto& last = pages.on(page).back();
    return last.top + last.height;
}

void hold(const report::Document& document)
{
    const report::Pages pages(document);
    const double room = report::Pages::room();
    for (int page = 0; page < pages.count(); ++page) {
        INFO("page " << page + 1 << " of " << pages.count());
        const auto& on = pages.on(page);
        REQUIRE_FALSE(on.empty());
        CHECK(filled(pages, page) <= room + 0.1);
        double below = 0;
        for (const auto& placed : on) {
            CHECK(placed.top >= below - 0.1); // nothing over another
            below = placed.top + placed.height;
            CHECK(placed.height >= placed.strip->least - 0.1);
        }
        const bool last = page + 1 == pages.count();
        if (!last) {
            CHECK(filled(pages, page) >= room * 2 / 3);
            CHECK(on.back().strip->leadsOn != report::LeadsOn::always);
        }
        // Rows that go on say their headings again.
        if (on.front().strip->again)
            FAIL("a row without headings above it");
    }
}

} // namespace

TEST_CASE("no page of a report is a third blank, ends in a heading or cuts a row")
{
    for (const std::size_t children : {0U, 1U, 5U, 6U, 11U, 40U, 200U, 534U}) {
        for (const auto audience : {report::Audience::internal, report::Audience::publishable}) {
            report::Source source = randomSource(children, std::uint32_t(children) + 7);
            source.audience = audience;
            INFO(children << " children, audience " << int(audience));
            for (const report::ReportEntry& entry : report::reportEntries())
                hold(report::make(entry, source));
            for (const report::Section section : report::Source().sections) {
                std::erase(source.sections, section);
                hold(report::make(report::reportEntry("value"), source));
            }
        }
    }
}

TEST_CASE("no page of any document is a third blank, ends in a heading or cuts a row")
{
    for (std::uint32_t seed = 1; seed <= 150; ++seed) {
        INFO("seed " << seed);
        hold(randomDocument(seed));
    }
}

TEST_CASE("a row longer than a page is said whole, over several")
{
    report::Document document;
    report::Table table;
    table.headings = {"Why"};
    table.rows = {{{QStringLiteral("because ").repeated(4000), {}, {}}}};
    document.blocks = {table};
    const report::Pages pages(document);
    CHECK(pages.count() > 1);
    QString said;
    for (int page = 0; page < pages.count(); ++page)
        said += pages.said(page).join(QLatin1Char(' '));
    CHECK(said.count("because") == 4000);
}
