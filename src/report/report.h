// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "domain/cohort.h"
#include "domain/result.h"
#include "report/document.h"
#include "wording/paths.h"

#include <QString>
#include <memory>
#include <set>
#include <vector>

namespace twelvefold::report {

enum class Audience
{
    internal,
    publishable
};
// See reports.h for their words.
enum class Section
{
    summary,
    questions,
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

std::vector<Section> allSections();

// What a report is made from: findings, never recomputed.
struct Source
{
    QString storeName;
    std::shared_ptr<const domain::Cohort> cohort; // as analysed
    std::shared_ptr<const analysis::Findings> findings;
    domain::CohortFilter filter;
    // All children of the day, before the filter: without them nothing can be published.
    std::shared_ptr<const domain::Cohort> everyone;
    // Settings that are not compared with the rest, whether the filter leaves them out or not: what
    // is published is safe beside the same report with or without them.
    std::set<domain::Setting> setApart;
    Audience audience = Audience::internal;
    // A check of the store found faults, so nobody can say whose figures these are.
    bool faulty = false;
    std::vector<Section> sections = allSections();
};

// Why no report on these children may be for publication, if so. It asks for no findings.
std::optional<domain::Message> reasonNotToPublish(const Source& source);

// How many children it is about, as its audience may know.
std::uint64_t childrenToTell(const Source& source);

// By suffix: pdf, html, xlsx, csv. The file appears whole or not at all, readable by its owner
// only.
domain::Result<domain::Done> save(const Document& document, const std::filesystem::path& name);
inline domain::Result<domain::Done> save(const Document& document, const QString& fileName)
{
    return save(document, wording::toPath(fileName));
}

} // namespace twelvefold::report
