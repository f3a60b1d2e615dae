// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/renderings.h"
#include "report/report.h"

#include "report/random_source.h"
#include "report/read_back.h"

#include "support/catch.h"
#include <QTemporaryDir>
#include <QXmlStreamReader>

// What a council or a provider is called stands in every form as text: no markup, no formula.

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

const char* const kNames[] = {"Brighton & Hove",
                              "<script>alert(1)</script>",
                              "=HYPERLINK(\"http://x\",\"y\")",
                              "@SUM(1)",
                              "+cmd|' /C calc'!A0",
                              "A) /OpenAction (B",
                              "\"quoted\", with comma",
                              "%1 %2 %n",
                              "]]>"};

// An internal report of a council and a provider of one name.
report::Document named(const QString& name)
{
    report::Source source = randomSource(30, 5);
    source.storeName = name;
    auto cohort = std::make_shared<domain::Cohort>(*source.cohort);
    cohort->providerNames = {name.toStdString()};
    source.cohort = cohort;
    auto findings = std::make_shared<analysis::Findings>(*source.findings);
    findings->providerCosts = {};
    findings->providerCosts.differ = true;
    findings->providerCosts.betweenSd = 0.1;
    findings->providerCosts.withinSd = 0.3;
    auto& provider = findings->providerCosts.providers.emplace_back();
    provider.provider = 0;
    provider.n = 9;
    source.findings = findings;
    return valueReport(source);
}

// The drawing within the page, as a reader of XML finds it.
void holdInlineSvg(const QByteArray& html)
{
    const auto start = html.indexOf("<svg");
    REQUIRE(start >= 0);
    QXmlStreamReader reader(html.mid(start, html.indexOf("</svg>") + 6 - start));
    while (!reader.atEnd()) {
        reader.readNext();
        CHECK(reader.name() != QLatin1String("script"));
    }
    INFO(reader.errorString().toStdString());
    CHECK_FALSE(reader.hasError());
}

} // namespace

TEST_CASE("a name is text in every form of a report, whatever it is")
{
    for (const char* written : kNames) {
        INFO(written);
        const QString name = QString::fromUtf8(written);
        const report::Document document = named(name);
        const QTemporaryDir folder;

        const QByteArray html = report::html(document);
        CHECK_FALSE(html.contains("<script"));
        CHECK(textOfHtml(html).contains(name));
        holdInlineSvg(html);

        bool providerSaid = false;
        for (const QStringList& line : linesOfCsv(tests::csvOf(document))) {
            for (const QString& cell : line) {
                providerSaid = providerSaid || cell == name || cell == '\'' + name;
                CHECK_FALSE((cell.startsWith('=') || cell.startsWith('@') ||
                             (cell.startsWith('+') && cell.contains('c'))));
            }
        }
        CHECK(providerSaid);

        const QString book = folder.filePath("report.xlsx");
        REQUIRE(report::save(document, book));
        bool inBook = false;
        for (const SheetRead& sheet : sheetsOf(book)) {
            for (const auto& [row, cells] : sheet.rows) {
                for (const auto& cell : cells)
                    inBook = inBook || (cell.shown == name && !cell.number);
            }
        }
        CHECK(inBook);
        for (int sheet = 1; sheet < 12; ++sheet)
            CHECK_FALSE(
                outputOf("unzip", {"-p", book, QString("xl/worksheets/sheet%1.xml").arg(sheet)})
                    .contains("<f>"));

        const QString pdf = folder.filePath("report.pdf");
        REQUIRE(report::save(document, pdf));
        CHECK(pagesOfPdf(pdf).join(QString()).simplified().remove(' ').contains(
            QString(name).remove(' ')));
    }
}

TEST_CASE("readers of PDFs find nothing to complain of, a title and a language, and nobody's name")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.pdf");
    for (const std::size_t children : {0U, 30U, 6000U}) {
        report::Source source = randomSource(children, 5);
        source.storeName = "Brighton & Hove (East)";
        REQUIRE(report::save(valueReport(source), file));
        INFO(children << " children");
        const QByteArray said = outputOf("pdfinfo", {file});
        CHECK(said.contains(
            "Title:           What our children need, what it costs, what comes of it"));
        CHECK_FALSE(said.contains("Error"));
        CHECK_FALSE(said.contains("Warning"));
        CHECK_FALSE(said.contains("Brighton"));
        CHECK(outputOf("qpdf", {"--check", file})
                  .contains("No syntax or stream encoding errors found"));
    }
}
