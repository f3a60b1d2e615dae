// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <span>
#include <string_view>

// What reports there are, and of what sections: the window's choices, the command line's names and
// help, and each document are made from these two lists.
namespace twelvefold::report {

class Figures;

// A part of a report that may be left out. Several reports may share one.
struct SectionEntry
{
    Section section;
    const char* token;  // "need_and_cost"
    domain::Word title; // "Need and cost"
    void (*add)(const Source& source, Figures& figures, Document& document);
};
// In the order of Section.
std::span<const SectionEntry> sectionEntries();

struct ReportEntry
{
    const char* token;    // "value"
    domain::Word title;   // "Value report": in the window, on every page and in the file's name
    domain::Word heading; // "Needs, cost and outcomes of children in care": over the document
    domain::Word about;   // whom it is for and what it holds, in a sentence
    std::span<const SectionEntry> sections; // in the order in which they stand in its document
};
std::span<const ReportEntry> reportEntries();
const ReportEntry& reportEntry(std::string_view token); // of the list

// A report as a document: built once, rendered as PDF, HTML, XLSX or CSV. It holds those of its
// sections that the source asks for. One that may not be published says why and nothing else.
Document make(const ReportEntry& report, const Source& source);

} // namespace twelvefold::report
