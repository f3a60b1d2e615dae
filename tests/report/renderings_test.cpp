// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pages.h"
#include "report/renderings.h"
#include "report/report.h"

#include "report/example_source.h"
#include "report/read_back.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

using namespace twelvefold;
using tests::exampleSource;

TEST_CASE("the PDF's text can be copied out as it reads")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.pdf");
    REQUIRE(report::save(report::valueReport(exampleSource()), file).ok());
    const QString text = QString::fromUtf8(tests::outputOf("pdftotext", {"-layout", file, "-"}));
    CHECK(text.contains("Needs, cost and outcomes of children in care"));
    CHECK(text.contains("£773k"));
    CHECK(text.contains("Page 1 of"));
    CHECK(text.contains("Similar need, different cost"));
}

TEST_CASE("the preview shows the pages that the PDF holds")
{
    const auto document = report::valueReport(exampleSource());
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
    const QString page = QString::fromUtf8(report::html(report::valueReport(exampleSource())));
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
    CHECK_FALSE(report::html(report::valueReport(source)).contains("<script>"));
}

TEST_CASE("a workbook holds numbers as numbers and a sheet for each table")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("report.xlsx");
    REQUIRE(report::save(report::valueReport(exampleSource()), file).ok());
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
    CHECK(report::csv(document) ==
          QByteArray("\xEF\xBB\xBF'=cmd()\r\n\r\n\"A, title\"\r\nCost,Day,Words\r\n"
                     "1234.50,2026-03-31,'-1+1\r\n"));
}

TEST_CASE("a report appears whole, for its owner only, or not at all")
{
    const auto document = report::valueReport(exampleSource());
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
