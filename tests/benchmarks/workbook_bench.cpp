// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook.h"
#include "files/input_file.h"
#include "support/zipped.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <malloc.h>
#include <memory>
#include <string>

// How soon a workbook is gone over, and the most memory that takes beyond its bytes; beside
// openpyxl's own way for large ones, where it is installed.
//   twelvefold_workbook_bench [ROWS | WORKBOOK...]
namespace {

using namespace twelvefold;
using Clock = std::chrono::steady_clock;

double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Twelve columns of finance: ids and words that cells share, dates and amounts of their own.
std::string madeWorkbook(int rows)
{
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string related = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/"
                                "2006/relationships\">";
    const auto relationship = [&](const char* id, const char* kind, const char* target) {
        return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + office + "/" + kind +
               "\" Target=\"" + target + "\"/>";
    };
    const std::string main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    std::string sheet = "<worksheet" + main + "><sheetData>", texts = "<sst" + main + ">";
    const char* columns = "ABCDEFGHIJKL";
    for (int row = 1; row <= rows; ++row) {
        const std::string number = std::to_string(row);
        sheet += "<row r=\"" + number + "\" spans=\"1:12\">";
        for (int column = 0; column < 12; ++column) {
            sheet += "<c r=\"" + (columns[column] + number) + "\"";
            if (column == 0)
                sheet += " t=\"s\"><v>" + std::to_string(row - 1);
            else if (column < 5)
                sheet += " t=\"s\"><v>" + std::to_string((row * 7 + column) % 100);
            else if (column < 7)
                sheet += " s=\"1\"><v>" + std::to_string(43'000 + row % 3'000);
            else
                sheet += "><v>" + std::to_string(500 + row % 7'919) + "." +
                         std::to_string(10 + column * 7);
            sheet += "</v></c>";
        }
        sheet += "</row>";
        texts += "<si><t>C" + std::to_string(1'000'000 + row) + "</t></si>";
    }
    return tests::zipped(
        {{"[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          "<Default Extension=\"rels\" "
          "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
          "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
          "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/"
          "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
          "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/"
          "vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
          "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/"
          "vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>"},
         {"_rels/.rels",
          related + relationship("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
         {"xl/workbook.xml", "<workbook" + main + " xmlns:r=\"" + office +
                                 "\"><sheets><sheet name=\"Costs\" sheetId=\"1\" r:id=\"rId1\"/>"
                                 "</sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          related + relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
              relationship("rId2", "sharedStrings", "sharedStrings.xml") +
              relationship("rId3", "styles", "styles.xml") + "</Relationships>"},
         {"xl/styles.xml",
          "<styleSheet" + main +
              "><fonts count=\"1\"><font/></fonts><fills "
              "count=\"1\"><fill><patternFill/></fill></fills>"
              "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\">"
              "<xf numFmtId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
              "<xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
         {"xl/worksheets/sheet1.xml", sheet + "</sheetData></worksheet>"},
         {"xl/sharedStrings.xml", texts + "</sst>"}});
}

double megabytesOf(const char* line)
{
    std::ifstream status("/proc/self/status");
    for (std::string each; std::getline(status, each);) {
        if (each.starts_with(line))
            return std::strtod(each.c_str() + std::string_view(line).size(), nullptr) / 1024;
    }
    return 0;
}

void measureWorkbook(const std::string& name, std::shared_ptr<const std::string> bytes)
{
    constexpr int kRuns = 3;
    malloc_trim(0);                              // what making the workbook took
    std::ofstream("/proc/self/clear_refs") << 5; // forgets the peak
    const double before = megabytesOf("VmRSS:");
    double least = 0, leastOnClock = 0;
    long long rows = 0, cells = 0, letters = 0;
    for (int run = 0; run < kRuns; ++run) {
        rows = cells = letters = 0;
        const auto start = Clock::now();
        const double processor = processorSeconds();
        const auto workbook = exchange::Workbook::open(bytes);
        if (!workbook) {
            std::printf("%s: %s\n", name.c_str(), plainEnglish(workbook.failure()).c_str());
            return;
        }
        for (std::size_t sheet = 0; sheet < workbook->sheets().size(); ++sheet) {
            auto walk = workbook->rows(sheet);
            exchange::SheetRow row;
            while (walk && walk->next(row)) {
                ++rows;
                for (const std::string& cell : row.cells) {
                    cells += cell.empty() ? 0 : 1;
                    letters += static_cast<long long>(cell.size());
                }
            }
            if (!walk || walk->fault())
                std::printf("%s: %s\n", name.c_str(),
                            plainEnglish(walk ? *walk->fault() : walk.failure()).c_str());
        }
        const double took = processorSeconds() - processor;
        const double onClock = std::chrono::duration<double>(Clock::now() - start).count();
        least = run == 0 ? took : std::min(least, took);
        leastOnClock = run == 0 ? onClock : std::min(leastOnClock, onClock);
    }
    std::printf(
        "%s: %.1f MB, %lld rows, %lld cells, %lld letters in %.3f s of the processor, %.3f s "
        "on the clock, %.0f MB beyond the bytes\n",
        name.c_str(), static_cast<double>(bytes->size()) / 1e6, rows, cells, letters, least,
        leastOnClock, megabytesOf("VmHWM:") - before);
}

// Prints what the peer says of itself.
void measureOpenpyxl(const std::string& path)
{
    const std::string program =
        "import sys, time\n"
        "try:\n"
        "    import openpyxl\n"
        "except ImportError:\n"
        "    sys.exit('openpyxl is not installed')\n"
        "start = time.process_time()\n"
        "book = openpyxl.load_workbook(sys.argv[1], read_only=True)\n"
        "cells = sum(v is not None for s in book.worksheets for r in s.iter_rows(values_only=True)"
        " for v in r)\n"
        "print(f'openpyxl, read only: {cells} cells in {time.process_time() - start:.3f} s of the "
        "processor')\n";
    std::fflush(stdout);
    if (std::system(("/usr/bin/python3 -c \"" + program + "\" '" + path + "'").c_str()) != 0)
        std::printf("No openpyxl to measure beside.\n");
}

} // namespace

int main(int count, char** arguments)
{
    const std::string first = count > 1 ? arguments[1] : "100000";
    if (first.find_first_not_of("0123456789") != std::string::npos) {
        for (int i = 1; i < count; ++i) {
            auto bytes = files::readAll(arguments[i]);
            if (bytes)
                measureWorkbook(arguments[i],
                                std::make_shared<const std::string>(*std::move(bytes)));
            else
                std::printf("%s\n", plainEnglish(bytes.failure()).c_str());
        }
        return 0;
    }
    const auto bytes = std::make_shared<const std::string>(madeWorkbook(std::atoi(first.c_str())));
    measureWorkbook("twelve columns", bytes);
    const std::string path =
        (std::filesystem::temp_directory_path() / "twelvefold-workbook-bench.xlsx").string();
    std::ofstream(path, std::ios::binary) << *bytes;
    measureOpenpyxl(path);
    std::filesystem::remove(path);
    return 0;
}
