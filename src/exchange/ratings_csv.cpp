// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ratings_csv.h"

#include "domain/csv.h"

#include <charconv>

namespace twelvefold::exchange {
namespace {

using namespace domain;

std::string shortestTotal(double value)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

void writeLevels(const LevelColumns& levels, std::size_t pair, CsvWriter& csv)
{
    for (const auto& column : levels.byDomain)
        csv.figure(std::to_string(column[pair]));
}

} // namespace

std::string ratingsCsv(const Cohort& cohort)
{
    if (!cohort.framework)
        return {};
    CsvWriter csv(kCsvForPrograms);
    for (const char* heading :
         {"pseudonym", "assessed_on", "rated_again_on", "first_total", "second_total", "counts"})
        csv.text(heading);
    for (const char* rating : {"first_", "second_"}) {
        for (const NeedDomain& need : cohort.framework->domains())
            csv.text(rating + need.code);
    }
    csv.endRow();
    if (!cohort.secondRatings)
        return csv.take();
    const SecondRatings& ratings = *cohort.secondRatings;
    for (std::size_t pair = 0; pair < ratings.size(); ++pair) {
        csv.text(ratings.pseudonym[pair]);
        csv.figure(ratings.assessedOn[pair].iso());
        csv.figure(ratings.ratedAgainOn[pair].iso());
        csv.figure(shortestTotal(ratings.first[pair]));
        csv.figure(shortestTotal(ratings.second[pair]));
        csv.figure(ratings.counts(pair, cohort.framework->highestLevel()) ? "1" : "0");
        writeLevels(ratings.firstLevels, pair, csv);
        writeLevels(ratings.secondLevels, pair, csv);
        csv.endRow();
    }
    return csv.take();
}

} // namespace twelvefold::exchange
