// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cohort_csv.h"

#include "domain/money.h"
#include "exchange/csv_table.h"

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

class Line
{
public:
    explicit Line(std::string& csv) : m_csv(csv) {}
    ~Line() { m_csv += '\n'; }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void cell(std::string_view text)
    {
        m_csv += m_first ? "" : ",";
        m_csv += text;
        m_first = false;
    }

private:
    std::string& m_csv;
    bool m_first = true;
};

void writeHeadings(const Cohort& cohort, std::string& csv)
{
    Line line(csv);
    for (const char* heading : {"pseudonym", "kind", "age", "sex", "setting", "provider", "sector",
                                "emergency", "distance_miles"})
        line.cell(heading);
    for (const NeedDomain& need : cohort.framework->domains())
        line.cell("need_" + need.code);
    for (const char* heading : {"need_total", "band", "weekly_cost"})
        line.cell(heading);
    for (const Named<CostComponent>& component : allOf<CostComponent>())
        line.cell(std::string("cost_") + component.token);
    for (const OutcomeColumn& outcome : cohort.outcomes)
        line.cell("outcome_" + outcome.measure);
    line.cell("assessed_on");
    line.cell("placed_on");
}

void writeWho(const Cohort& cohort, std::size_t row, Line& line)
{
    line.cell(safeCsvCell(cohort.pseudonym[row]));
    line.cell(token(cohort.kind[row]));
    line.cell(shortest(cohort.age.at(row)));
    line.cell(token(cohort.sex[row]));
    line.cell(tokenOf(cohort.setting[row]));
    const std::int32_t provider = cohort.provider[row];
    line.cell(provider < 0 ? std::string()
                           : safeCsvCell(cohort.providerNames[static_cast<std::size_t>(provider)]));
    line.cell(tokenOf(cohort.sector[row]));
    line.cell(yesOrNo(cohort.emergency[row]));
    line.cell(shortest(cohort.distanceMiles.at(row)));
}

void writeNeeds(const Cohort& cohort, std::size_t row, Line& line)
{
    for (std::size_t domain = 0; domain < cohort.framework->domainCount(); ++domain) {
        const auto level = cohort.levelOf(row, domain);
        line.cell(level ? std::to_string(*level) : std::string());
    }
    line.cell(shortest(cohort.needTotal.at(row)));
    const int band = cohort.band[row];
    line.cell(band < 0 ? std::string()
                       : csvCell(cohort.framework->bands()[static_cast<std::size_t>(band)].code));
}

} // namespace

std::string cohortCsv(const Cohort& cohort)
{
    std::string csv;
    if (!cohort.framework)
        return csv;
    writeHeadings(cohort, csv);
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        Line line(csv);
        writeWho(cohort, row, line);
        writeNeeds(cohort, row, line);
        line.cell(pounds(cohort.weeklyCost.at(row)));
        for (const Named<CostComponent>& component : allOf<CostComponent>())
            line.cell(pounds(cohort.costOf(row, component.value)));
        for (const OutcomeColumn& outcome : cohort.outcomes)
            line.cell(shortest(outcome.values.at(row)));
        line.cell(iso(cohort.assessedOn[row]));
        line.cell(iso(cohort.placedOn[row]));
    }
    return csv;
}

} // namespace twelvefold::exchange
