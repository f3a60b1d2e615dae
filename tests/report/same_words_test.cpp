// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/on_paper.h"
#include "report/pages.h"
#include "report/renderings.h"
#include "report/report.h"
#include "report/reports.h"
#include "report/shown_number.h"
#include "report/words.h"

#include "report/random_source.h"
#include "report/read_back.h"

#include "support/catch.h"
#include <QTemporaryDir>

// Every form of a report says the same words and figures, block by block.

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

// White space is where each form breaks its lines, and no part of what is said.
QString squeezed(QString text)
{
    text.remove(QChar::LineSeparator);
    return text.simplified().remove(QLatin1Char(' '));
}

QString squeezed(const QStringList& texts)
{
    return squeezed(texts.join(QLatin1Char(' ')));
}

QStringList shownIn(const std::vector<report::Cell>& row)
{
    QStringList shown;
    for (const report::Cell& cell : row)
        shown << cell.shown;
    return shown;
}

// What a block says to a reader.
struct ToRead
{
    QStringList operator()(const report::Heading& heading) const { return {heading.text}; }
    QStringList operator()(const report::Paragraph& paragraph) const
    {
        return {paragraph.lead, paragraph.text};
    }
    QStringList operator()(const report::KeyFigures& figures) const
    {
        QStringList said;
        for (const auto& figure : figures.figures)
            said << figure.figure << figure.words;
        return said;
    }
    QStringList operator()(const report::Statements& statements) const
    {
        QStringList said;
        for (const auto& statement : statements.statements)
            said << statement.label << statement.sentence;
        return said;
    }
    QStringList operator()(const report::Chart& chart) const
    {
        return {chart.title, chart.caption};
    }
    QStringList operator()(const report::Pictures& pictures) const
    {
        QStringList said;
        for (const report::Chart& chart : pictures.charts)
            said << (*this)(chart);
        return said;
    }
    QStringList operator()(const report::Table& table) const
    {
        QStringList said{table.title};
        if (!table.dataOnly)
            said << table.headings;
        const std::size_t rows =
            table.dataOnly ? 0 : std::min(table.rows.size(), table.enoughToRead);
        for (std::size_t row = 0; row < rows; ++row)
            said << shownIn(table.rows[row]);
        if (table.rows.empty())
            said << QStringLiteral("Nothing to show.");
        if (rows < table.rows.size()) {
            said << report::leftOutOnPaper(table);
            const qulonglong left = table.rows.size() - rows;
            CHECK(said.last().startsWith(QLocale(QLocale::English).toString(left)));
        }
        return said << table.note;
    }
    QStringList operator()(report::PageBreak /*pageBreak*/) const { return {}; }
};

std::vector<report::Chart> chartsOf(const report::Block& block)
{
    if (const auto* chart = std::get_if<report::Chart>(&block))
        return {*chart};
    const auto* pictures = std::get_if<report::Pictures>(&block);
    return pictures != nullptr ? pictures->charts : std::vector<report::Chart>();
}

QStringList toRead(const report::Block& block)
{
    return std::visit(ToRead(), block);
}

// On paper titles stand side by side, and so do captions.
QStringList toReadOnPaper(const report::Block& block)
{
    const auto* pictures = std::get_if<report::Pictures>(&block);
    if (pictures == nullptr)
        return toRead(block);
    QStringList titles, captions;
    for (const report::Chart& chart : pictures->charts) {
        titles << chart.title;
        captions << chart.caption;
    }
    return titles + captions;
}

// The pages as a model, and the PDF as a reader of PDFs finds it.
void holdPages(const report::Document& document)
{
    const report::Pages pages(document);
    std::map<std::size_t, QString> said;
    std::size_t last = 0;
    for (int page = 0; page < pages.count(); ++page) {
        for (const auto& placed : pages.on(page)) {
            if (placed.again)
                continue;
            if (placed.strip->block != report::kTitleBlock) {
                CHECK(placed.strip->block >= last); // in the document's order
                last = placed.strip->block;
            }
            said[placed.strip->block] += placed.strip->words;
        }
    }
    CHECK(squeezed(said[report::kTitleBlock]).toStdString() ==
          squeezed({document.title, document.standfirst}).toStdString());
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        INFO("block " << i);
        CHECK(squeezed(said[i]).toStdString() ==
              squeezed(toReadOnPaper(document.blocks[i])).toStdString());
    }

    const QTemporaryDir folder;
    const QString file = folder.filePath("report.pdf");
    REQUIRE(report::save(document, file));
    const QStringList read = pagesOfPdf(file);
    REQUIRE(read.size() == pages.count());
    for (int page = 0; page < pages.count(); ++page) {
        // A picture's own words come where it stands: what is said before and after it must be
        // there.
        QString rest = squeezed(read[page]);
        for (const QString& words : pages.said(page)) {
            const QString wanted = squeezed(words);
            INFO("page " << page << ": " << wanted.toStdString() << "\nin\n" << rest.toStdString());
            const auto at = rest.indexOf(wanted);
            REQUIRE(at >= 0);
            rest.remove(0, at + wanted.size());
        }
    }
}

void holdHtml(const report::Document& document)
{
    QStringList wanted{document.title, document.standfirst};
    for (const report::Block& block : document.blocks)
        wanted << toRead(block);
    CHECK(squeezed(textOfHtml(report::html(document))).toStdString() ==
          squeezed(wanted).toStdString());
}

// Numbers are written for programs: back in their format they are what the report shows.
void holdCsvRow(const QStringList& line, const std::vector<report::Cell>& row)
{
    REQUIRE(line.size() == qsizetype(row.size()));
    for (qsizetype i = 0; i < line.size(); ++i) {
        report::Cell cell = row[std::size_t(i)];
        QString text = line[i];
        if (const double* value = std::get_if<double>(&cell.value)) {
            INFO(cell.shown.toStdString() << " as " << text.toStdString());
            const double tolerance = cell.format == report::Cell::Format::money ? 0.0051 : 0;
            CHECK(std::abs(text.toDouble() - *value) <= tolerance);
        } else if (const auto* date = std::get_if<domain::Date>(&cell.value)) {
            CHECK(text.toStdString() == date->iso());
        } else {
            CHECK((text == cell.shown || text == '\'' + cell.shown));
        }
    }
}

void holdCsv(const report::Document& document)
{
    const auto lines = linesOfCsv(csvOf(document));
    auto line = lines.begin();
    const auto next = [&]() -> QStringList {
        while (line != lines.end() && line->join(QString()).isEmpty())
            ++line;
        return line != lines.end() ? *line++ : QStringList{"the end"};
    };
    const auto says = [&](const QString& words) {
        if (words.isEmpty())
            return;
        const QString read = next().last();
        INFO(words.toStdString() << "\nread as\n" << read.toStdString());
        CHECK((squeezed(read) == squeezed(words) || squeezed(read) == '\'' + squeezed(words)));
    };
    for (const QString& words :
         {document.headerLeft, document.headerRight, document.title, document.standfirst})
        says(words);
    for (const report::Block& block : document.blocks) {
        if (const auto* table = std::get_if<report::Table>(&block)) {
            says(table->title);
            CHECK(next().size() == table->headings.size());
            for (const auto& row : table->rows)
                holdCsvRow(next(), row);
            if (table->rows.empty())
                says("Nothing to show.");
            says(table->note);
        } else if (const auto* figures = std::get_if<report::KeyFigures>(&block)) {
            for (const auto& figure : figures->figures)
                says(figure.words);
        } else if (const auto* statements = std::get_if<report::Statements>(&block)) {
            for (const auto& statement : statements->statements)
                says(statement.sentence);
        } else if (const auto charts = chartsOf(block); !charts.empty()) {
            for (const report::Chart& chart : charts) {
                says(chart.title);
                says(chart.described);
                says(chart.caption);
            }
        } else {
            says(toRead(block).join(QLatin1Char(' ')));
        }
    }
    CHECK(next() == QStringList{"the end"});
}

const SheetRead* sheetNamed(const std::vector<SheetRead>& sheets, const QString& name)
{
    for (const SheetRead& sheet : sheets) {
        if (sheet.name == name)
            return &sheet;
    }
    return nullptr;
}

void holdSheet(const SheetRead& sheet, const report::Table& table)
{
    QStringList wanted{table.title, table.note};
    wanted << table.headings;
    for (const auto& row : table.rows)
        wanted << shownIn(row);
    if (table.rows.empty())
        wanted << QStringLiteral("Nothing to show.");
    CHECK(squeezed(sheet.text()).toStdString() == squeezed(wanted).toStdString());
    for (const auto& [number, cells] : sheet.rows) {
        for (const auto& cell : cells) {
            INFO(cell.shown.toStdString());
            if (number > 3)
                CHECK((cell.number || !report::numberIn(cell.shown)));
        }
    }
}

void holdWorkbook(const report::Document& document, const QString& file)
{
    const auto sheets = sheetsOf(file);
    REQUIRE_FALSE(sheets.empty());
    QStringList wanted{document.title, document.headerLeft, document.headerRight,
                       document.standfirst};
    int charts = 0;
    for (const report::Block& block : document.blocks) {
        if (const auto* table = std::get_if<report::Table>(&block)) {
            wanted << table->title;
            const SheetRead* sheet = sheetNamed(sheets, table->name);
            REQUIRE(sheet != nullptr);
            holdSheet(*sheet, *table);
        } else if (const auto drawn = chartsOf(block); !drawn.empty()) {
            for (const report::Chart& chart : drawn) {
                wanted << chart.title;
                if (++charts > 1)
                    continue;
                const SheetRead* sheet = sheetNamed(sheets, "Chart");
                REQUIRE(sheet != nullptr);
                CHECK(squeezed(sheet->text()) == squeezed({chart.title, chart.caption}));
            }
        } else {
            wanted << toRead(block);
        }
    }
    CHECK(squeezed(sheets.front().text()).toStdString() == squeezed(wanted).toStdString());
    for (const auto& [row, cells] : sheets.front().rows) {
        for (const auto& cell : cells)
            CHECK((cell.number || cells.size() == 1 || !report::numberIn(cell.shown)));
    }
}

// As few rows are kept, and as many are.
void holdWorkbooks(const report::Document& document)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.xlsx");
    REQUIRE(report::save(document, file));
    holdWorkbook(document, file);
    REQUIRE(report::writeWorkbook(document, file.toStdString(), {.rowsKept = 0}));
    holdWorkbook(document, file);
}

// What may not be published says so in every form, and no form of it is saved.
void holdRefusal(const report::Document& document)
{
    INFO(domain::plainEnglish(*document.refused));
    CHECK(std::string(document.refused->kind.code) != "publish-unchecked");
    const QTemporaryDir folder;
    for (const char* kind : {"pdf", "html", "xlsx", "csv"})
        CHECK_FALSE(report::save(document, folder.filePath(QStringLiteral("report.") + kind)));
    CHECK(folder.isValid());
    CHECK(QDir(folder.path()).isEmpty());
}

void holdAll(const report::Document& document)
{
    if (document.refused) {
        holdRefusal(document);
        return;
    }
    holdPages(document);
    holdHtml(document);
    holdCsv(document);
    holdWorkbooks(document);
}

} // namespace

TEST_CASE("all forms of every report say the same, for every audience and size of cohort")
{
    for (const std::size_t children : {0U, 1U, 5U, 6U, 11U, 40U, 534U}) {
        for (const auto audience : {report::Audience::internal, report::Audience::publishable}) {
            report::Source source = randomSource(children, std::uint32_t(children));
            source.audience = audience;
            INFO(children << " children, audience " << int(audience));
            for (const report::ReportEntry& entry : report::reportEntries())
                holdAll(report::make(entry, source));
        }
    }
}

TEST_CASE("all forms say the same whichever sections are chosen")
{
    const report::Source all = randomSource(60, 3);
    for (const auto audience : {report::Audience::internal, report::Audience::publishable}) {
        for (const report::Section section : all.sections) {
            report::Source source = all;
            source.audience = audience;
            INFO("section " << int(section) << ", audience " << int(audience));
            source.sections = {section};
            holdAll(valueReport(source));
            source.sections = all.sections;
            std::erase(source.sections, section);
            holdPages(valueReport(source));
        }
    }
}

TEST_CASE("all forms of any document say the same")
{
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        INFO("seed " << seed);
        holdAll(randomDocument(seed));
    }
}
