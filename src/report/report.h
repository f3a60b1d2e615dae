// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "domain/cohort.h"
#include "domain/result.h"
#include "report/document.h"

#include <QString>
#include <memory>

namespace twelvefold::report {

enum class Audience
{
    internal,
    publishable
};
enum class Section
{
    summary,
    need,
    needAndCost,
    similarNeed,
    costDrivers,
    outcomes,
    providers,
    stepDown,
    dataQuality,
    method
};

// What a report is made from: findings, never recomputed.
struct Source
{
    QString storeName;
    std::shared_ptr<const domain::Cohort> cohort; // as analysed
    std::shared_ptr<const analysis::Findings> findings;
    domain::CohortFilter filter;
    std::size_t childrenInAll = 0; // before the filter
    Audience audience = Audience::internal;
    std::vector<Section> sections{Section::summary,     Section::need,        Section::needAndCost,
                                  Section::similarNeed, Section::costDrivers, Section::providers,
                                  Section::outcomes,    Section::stepDown,    Section::dataQuality,
                                  Section::method};
};

// The value report as a document: built once, rendered as PDF, HTML, XLSX or CSV.
Document valueReport(const Source& source);

// By suffix: pdf, html, xlsx, csv. The file appears whole or not at all, readable by its owner
// only.
domain::Result<domain::Done> save(const Document& document, const QString& fileName);

} // namespace twelvefold::report
