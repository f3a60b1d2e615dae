// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pages.h"
#include "report/renderings.h"
#include "report/report.h"
#include "report/words.h"
#include "wording/translations.h"

#include "report/example_source.h"
#include "report/read_back.h"

#include "support/catch.h"
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

using namespace twelvefold;
using tests::exampleSource;
using tests::valueReport;

TEST_CASE("the PDF's text can be copied out as it reads")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.pdf");
    REQUIRE(report::save(valueReport(exampleSource()), file).ok());
    const QString text = QString::fromUtf8(tests::outputOf("pdftotext", {"-layout", file, "-"}));
    CHECK(text.contains("What our children need, what it costs, what comes of it"));
    CHECK(text.contains("£773k"));
    CHECK(text.contains("Page 1 of"));
    CHECK(text.contains("Similar need, different cost"));
}

TEST_CASE("the PDF says what it is called and in which language, and readers have no complaint")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.pdf");
    REQUIRE(report::save(valueReport(exampleSource()), file).ok());
    const QByteArray info = tests::outputOf("pdfinfo", {file});
    CHECK(info.contains(
        "Title:           What our children need, what it costs, what comes of it\n"));
    CHECK_FALSE(info.contains("rror"));
    const QByteArray checked = tests::outputOf("qpdf", {"--check", file});
    INFO(checked.toStdString());
    CHECK(checked.contains("No syntax or stream encoding errors found"));
    CHECK_FALSE(checked.contains("WARNING"));
    CHECK(tests::outputOf("qpdf", {"--qdf", "--object-streams=disable", file, "-"})
              .contains("/Lang (" + wording::languageTag().toLatin1() + ")"));
}

TEST_CASE("the preview shows the pages that the PDF holds")
{
    const auto document = valueReport(exampleSource());
    const report::Pages pages(document);
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.pdf");
    REQUIRE(report::save(document, file).ok());
    CHECK(tests::outputOf("pdfinfo", {file})
              .contains("Pages:           " + QByteArray::number(pages.count())));

    QImage image(report::Pages::size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    pages.paint(painter, 0);
    painter.end();
    CHECK(image.pixelColor(0, 0) == Qt::white);
    QImage blank(image.size(), image.format());
    blank.fill(Qt::white);
    CHECK(image != blank);
}

TEST_CASE("the HTML is one file that fetches nothing and can be read aloud")
{
    const QString page = QString::fromUtf8(report::html(valueReport(exampleSource())));
    CHECK(page.startsWith("<!DOCTYPE html>"));
    CHECK(page.contains("<html lang=\"en"));
    CHECK_FALSE(page.contains("src="));
    CHECK_FALSE(page.contains("<link"));
    CHECK(page.contains("<caption>Weekly cost by setting</caption>"));
    CHECK(page.contains("<th scope=\"col\""));
    CHECK(page.contains("role=\"img\" aria-label="));
    CHECK(page.contains("<svg"));
}

TEST_CASE("what a council is called cannot put markup into the HTML")
{
    auto source = exampleSource();
    source.storeName = "<script>alert(1)</script>";
    CHECK_FALSE(report::html(valueReport(source)).contains("<script>"));
}

TEST_CASE("a workbook holds numbers as numbers and a sheet for each table")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.xlsx");
    REQUIRE(report::save(valueReport(exampleSource()), file).ok());
    const QByteArray book = tests::outputOf("unzip", {"-p", file, "xl/workbook.xml"});
    CHECK(book.contains("name=\"Summary\""));
    CHECK(book.contains("name=\"Similar pairs\""));
    CHECK(book.contains("name=\"Children\""));
    bool found = false;
    for (int sheet = 2; sheet < 12; ++sheet)
        found = found || tests::outputOf(
                             "unzip", {"-p", file, QString("xl/worksheets/sheet%1.xml").arg(sheet)})
                             .contains("<v>5900</v>");
    CHECK(found);
}

namespace {

// A list whose rows say which they are, and which were asked for.
struct Asked
{
    report::Document document;
    std::shared_ptr<std::vector<std::size_t>> rows = std::make_shared<std::vector<std::size_t>>();

    explicit Asked(std::size_t size, bool dataOnly = false)
    {
        report::Table table;
        table.title = "A long list";
        table.name = "List";
        table.dataOnly = dataOnly;
        table.headings = {"Row", "Number"};
        table.rows = report::Rows(size, [asked = rows](std::size_t row) {
            asked->push_back(row);
            return report::Row{report::textCell("row " + QString::number(row)),
                               report::wholeCell(double(row))};
        });
        document.blocks = {table};
    }
};

QString rowsFrom(const std::vector<tests::SheetRead>& sheets)
{
    QString read;
    for (std::size_t sheet = 1; sheet < sheets.size(); ++sheet) {
        for (const auto& [number, cells] : sheets[sheet].rows) {
            if (number > 3) // below title, note and headings
                read += cells.front().shown + '=' + cells.back().shown + ' ';
        }
    }
    return read;
}

} // namespace

TEST_CASE("rows that pages and HTML leave out are never made")
{
    for (const bool dataOnly : {false, true}) {
        const Asked list(1'000'000'000, dataOnly);
        CHECK(report::pdf(list.document).size() > 1000);
        CHECK(report::html(list.document).size() > 1000);
        const std::size_t most = dataOnly ? 0 : report::kEnoughToRead;
        CHECK(list.rows->size() <= 2 * most);
        for (const std::size_t row : *list.rows)
            CHECK(row < most);
    }
}

TEST_CASE("a CSV is handed over in pieces, and no more rows are made when one is not taken")
{
    const Asked list(1'000'000'000);
    std::size_t longest = 0;
    int pieces = 0;
    report::csv(list.document, [&](std::string_view piece) {
        longest = std::max(longest, piece.size());
        return ++pieces < 4;
    });
    CHECK(pieces == 4);
    CHECK(longest < 100'000);
    CHECK(list.rows->size() < 100'000);
}

TEST_CASE("a workbook shows figures a little below nought as the report does, without a sign")
{
    report::Document document;
    report::Table table;
    table.title = table.name = "Shares";
    table.headings = {"Share"};
    for (const double share : {-0.2, -0.003, 0.0, 0.003, 0.2})
        table.rows.push_back({report::percentCell(share)});
    document.blocks = {table};
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.xlsx");
    REQUIRE(report::save(document, file));
    const auto sheets = tests::sheetsOf(file);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto& cell = sheets[1].rows.at(int(row) + 4).front();
        CHECK(cell.number);
        CHECK(cell.shown.toStdString() == table.rows[row].front().shown.toStdString());
    }
}

TEST_CASE("a list longer than a sheet goes on in further sheets, and none of it is lost")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.xlsx");
    constexpr std::size_t kRowsOfSheet = 10, kRoom = kRowsOfSheet - 3;
    for (const std::size_t kept : {0U, 1000U}) {
        for (const std::size_t size : {0U, 1U, 6U, 7U, 8U, 14U, 15U, 40U}) {
            INFO(size << " rows, " << kept << " kept");
            const Asked list(size);
            REQUIRE(report::writeWorkbook(list.document, file.toStdString(), {kRowsOfSheet, kept}));
            const auto sheets = tests::sheetsOf(file);
            const std::size_t parts = std::max<std::size_t>(1, (size + kRoom - 1) / kRoom);
            REQUIRE(sheets.size() == 1 + parts);
            for (std::size_t part = 1; part <= parts; ++part) {
                const QString title =
                    parts == 1 ? QStringLiteral("A long list")
                               : QStringLiteral("A long list, part %1 of %2").arg(part).arg(parts);
                CHECK(sheets[part].rows.at(1).front().shown == title);
                CHECK(sheets[part].rows.rbegin()->first <= int(kRowsOfSheet));
                CHECK(sheets.front().text().contains(title));
            }
            QString wanted;
            for (std::size_t row = 0; row < size; ++row)
                wanted += QStringLiteral("row %1=%1 ").arg(row);
            if (size > 0)
                CHECK(rowsFrom(sheets).toStdString() == wanted.toStdString());
        }
    }
}

TEST_CASE("the CSV holds plain numbers, ISO dates and no cell that a spreadsheet would run")
{
    report::Document document;
    document.headerLeft = "=cmd()";
    report::Table table;
    table.title = "A, title";
    table.headings = {"Cost", "Day", "Words"};
    table.rows = {{{"£1,234.50", 1234.5, report::Cell::Format::money},
                   {"31 Mar 2026", *domain::Date::from(2026, 3, 31), report::Cell::Format::date},
                   {"-1+1", {}, report::Cell::Format::text}}};
    document.blocks = {table};
    CHECK(tests::csvOf(document) ==
          QByteArray("\xEF\xBB\xBF'=cmd()\r\n\r\n\"A, title\"\r\nCost,Day,Words\r\n"
                     "1234.50,2026-03-31,'-1+1\r\n"));
}

TEST_CASE("a report appears whole, for its owner only, or not at all")
{
    const auto document = valueReport(exampleSource());
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.html");
    REQUIRE(report::save(document, file).ok());
    CHECK(QFile::permissions(file).testFlag(QFile::ReadOwner));
    CHECK_FALSE(QFile::permissions(file).testAnyFlags(QFile::ReadGroup | QFile::ReadOther));

    CHECK(report::save(document, folder.filePath("report.doc")).failure().kind.code ==
          "report-kind");
    CHECK(report::save(document, folder.filePath("nowhere/report.pdf")).failure().kind.code ==
          "folder-missing");
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{"report.html"});
}
