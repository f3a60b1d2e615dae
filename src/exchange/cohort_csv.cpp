// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cohort_csv.h"

#include "domain/criteria.h"
#include "domain/csv.h"
#include "domain/money.h"
#include "exchange/import.h"

#include <charconv>

namespace twelvefold::exchange {
namespace {

using namespace domain;

std::string shortest(std::optional<double> value)
{
    if (!value)
        return {};
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, *value).ptr};
}

std::string pounds(std::optional<double> value)
{
    return value ? Money::fromPounds(*value).plain() : std::string();
}

std::string iso(const std::optional<Date>& date)
{
    return date ? date->iso() : std::string();
}

template<class Enum>
std::string tokenOf(const std::optional<Enum>& value)
{
    return value ? std::string(token(*value)) : std::string();
}

std::string yesOrNo(const std::optional<bool>& value)
{
    return value ? (*value ? "1" : "0") : "";
}

void writeHeadings(const Cohort& cohort, CsvWriter& csv)
{
    for (const char* heading : {"pseudonym", "kind", "age", "sex", "setting", "provider", "sector",
                                "emergency", "distance_miles"})
        csv.text(heading);
    for (const NeedDomain& need : cohort.framework->domains())
        csv.text("need_" + need.code);
    for (const char* heading : {"need_total", "band", "weekly_cost"})
        csv.text(heading);
    for (const Named<CostComponent>& component : allOf<CostComponent>())
        csv.text(std::string("cost_") + component.token);
    for (const OutcomeColumn& outcome : cohort.outcomes)
        csv.text("outcome_" + outcome.measure);
    for (const char* heading :
         {"assessed_on", "placed_on", "legal_status", "provider_region", "search_days",
          "placement_kind", "earlier_need_total", "earlier_assessed_on", "solo"})
        csv.text(heading);
    csv.endRow();
}

void writeWho(const Cohort& cohort, std::size_t row, CsvWriter& csv)
{
    csv.text(cohort.pseudonym[row]);
    csv.figure(token(cohort.kind[row]));
    csv.figure(shortest(cohort.age.at(row)));
    csv.figure(token(cohort.sex[row]));
    csv.figure(tokenOf(cohort.setting[row]));
    const std::int32_t provider = cohort.provider[row];
    csv.text(provider < 0 ? std::string_view()
                          : cohort.providerNames[static_cast<std::size_t>(provider)]);
    csv.figure(tokenOf(cohort.sector[row]));
    csv.figure(yesOrNo(cohort.emergency[row]));
    csv.figure(shortest(cohort.distanceMiles.at(row)));
}

void writeNeeds(const Cohort& cohort, std::size_t row, CsvWriter& csv)
{
    for (std::size_t domain = 0; domain < cohort.framework->domainCount(); ++domain) {
        const auto level = cohort.levelOf(row, domain);
        csv.figure(level ? std::to_string(*level) : std::string());
    }
    csv.figure(shortest(cohort.needTotal.at(row)));
    const int band = cohort.band[row];
    csv.text(band < 0 ? std::string_view()
                      : cohort.framework->bands()[static_cast<std::size_t>(band)].code);
}

} // namespace

std::string cohortCsv(const Cohort& cohort)
{
    CsvWriter csv(kCsvForPrograms);
    if (!cohort.framework)
        return {};
    writeHeadings(cohort, csv);
    const Criterion& region = criterion("region");
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        writeWho(cohort, row, csv);
        writeNeeds(cohort, row, csv);
        csv.figure(pounds(cohort.weeklyCost.at(row)));
        for (const Named<CostComponent>& component : allOf<CostComponent>())
            csv.figure(pounds(cohort.costOf(row, component.value)));
        for (const OutcomeColumn& outcome : cohort.outcomes)
            csv.figure(shortest(outcome.values.at(row)));
        csv.figure(iso(cohort.assessedOn[row]));
        csv.figure(iso(cohort.placedOn[row]));
        csv.figure(cohort.legalStatus[row]);
        csv.text(region.choices.of(cohort, row));
        csv.figure(shortest(cohort.searchDays.at(row)));
        csv.figure(tokenOf(placementKinds().of(cohort.setting[row])));
        csv.figure(shortest(cohort.earlierTotal.at(row)));
        csv.figure(iso(cohort.earlierAssessedOn[row]));
        csv.figure(yesOrNo(cohort.solo[row]));
        csv.endRow();
    }
    return csv.take();
}

} // namespace twelvefold::exchange
