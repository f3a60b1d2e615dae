// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

#include <algorithm>
#include <limits>

namespace twelvefold::report {
namespace {

Row childRow(const Source& source, std::size_t row)
{
    const domain::Cohort& cohort = *source.cohort;
    const analysis::ExpectedCost* expected = source.findings->expectedCostOf(row);
    const auto of = [&](auto member) {
        return expected != nullptr ? expected->*member : std::optional<double>();
    };
    return {textCell(pseudonym(source, row)),
            decimalCell(cohort.age.at(row), 0),
            textCell(settingName(source, row)),
            decimalCell(cohort.needTotal.at(row), 0),
            moneyCell(cohort.weeklyCost.at(row)),
            moneyCell(of(&analysis::ExpectedCost::expected)),
            moneyCell(of(&analysis::ExpectedCost::lower)),
            moneyCell(of(&analysis::ExpectedCost::upper)),
            ratioCell(of(&analysis::ExpectedCost::ratio)),
            dateCell(cohort.assessedOn[row])};
}

// Every child analysed, for the workbook and the CSV: what the figures can be recomputed from.
Table childTable(const Source& source)
{
    Table table{.title = Words::tr("Children"),
                .headings = {Words::tr("Child"), Words::tr("Age"), Words::tr("Setting"),
                             Words::tr("Need total"), Words::tr("A week"), Words::tr("Expected"),
                             Words::tr("From"), Words::tr("To"), Words::tr("Ratio"),
                             Words::tr("Assessed")},
                .name = QStringLiteral("Children"),
                .dataOnly = true};
    table.rows =
        Rows(source.cohort->size(), [source](std::size_t row) { return childRow(source, row); });
    return table;
}

std::uint64_t scoredIn(const domain::Cohort& cohort, std::optional<domain::Setting> setting)
{
    std::uint64_t n = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        n += cohort.setting[row] == setting && cohort.hasProfile(row) ? 1 : 0;
    return n;
}

// The settings of the cohort. For publication, also those of others whom the filter on settings
// lets through, or who is in which would be told by the lines that are there.
std::vector<analysis::SettingSummary> settingsShown(const Source& source, const Figures& figures)
{
    std::vector<analysis::SettingSummary> shown = source.findings->cohort.settings;
    if (!figures.areForPublication())
        return shown;
    domain::CohortFilter ofSettings;
    for (const char* criterion : {"kind", "setting"})
        ofSettings.ask(criterion, source.filter.of(criterion));
    ofSettings.notCompared = source.filter.notCompared;
    for (std::size_t row = 0; row < source.everyone->size(); ++row) {
        const auto& setting = source.everyone->setting[row];
        if (source.everyone->passes(row, ofSettings) &&
            std::ranges::find(shown, setting, &analysis::SettingSummary::setting) == shown.end())
            shown.emplace_back().setting = setting;
    }
    std::ranges::stable_sort(shown, {}, [](const analysis::SettingSummary& row) {
        return row.setting ? int(*row.setting) : std::numeric_limits<int>::max();
    });
    return shown;
}

Row settingRow(const Source& source, Figures& figures, const analysis::SettingSummary& summary,
               const Cell& children, const Cell& weekly)
{
    const Cell name = textCell(summary.setting ? wording::text(domain::word(*summary.setting))
                                               : Words::tr("No placement recorded"));
    const Cell blank = textCell({});
    if (amountOf(children) == 0.0)
        return {name, children, blank, blank, blank, blank, blank};
    // Times the children, what lies in the middle comes close to a sum that is withheld.
    const auto unlessWithheld = [&](const Cell& by, const Cell& figure) {
        return isWithheld(by) ? withheldCell() : figure;
    };
    const auto quartile = [&](std::optional<double> value) {
        return unlessWithheld(weekly, figures.weeklyQuartile(value, summary.withCost));
    };
    return {
        name,
        children,
        weekly,
        unlessWithheld(weekly, figures.weeklyMedian(summary.median, summary.withCost)),
        quartile(summary.lowerQuartile),
        quartile(summary.upperQuartile),
        unlessWithheld(children, figures.needQuantile(summary.medianNeed,
                                                      scoredIn(*source.cohort, summary.setting)))};
}

} // namespace

SettingFigures settingFigures(const Source& source, Figures& figures)
{
    SettingFigures result;
    result.settings = settingsShown(source, figures);
    const auto& settings = result.settings;
    std::vector<std::uint64_t> counts;
    std::vector<analysis::Spend> spends;
    for (const auto& row : settings) {
        counts.push_back(row.n);
        spends.push_back(analysis::spendOf(*source.cohort, [&](std::size_t child) {
            return source.cohort->setting[child] == row.setting;
        }));
    }
    const auto partOf = [&](std::size_t row) {
        const auto& setting = source.everyone->setting[row];
        const auto found = std::ranges::find(settings, setting, &analysis::SettingSummary::setting);
        if (found != settings.end())
            return int(found - settings.begin());
        return int(settings.size()) + (setting ? 1 + int(*setting) : 0);
    };
    result.children = figures.parts(counts, partOf);
    result.weekly = figures.weekly(spends, result.children, partOf);
    return result;
}

void addNeedAndCost(const Source& source, Figures& figures, Document& document)
{
    document.blocks.push_back(Heading{Words::tr("Need and cost by setting"), 1});

    Table table{.title = Words::tr("Weekly cost by setting"),
                .headings = {Words::tr("Setting"), Words::tr("Children"),
                             Words::tr("A week in all"), Words::tr("Median"),
                             Words::tr("Lower quarter"), Words::tr("Upper quarter"),
                             Words::tr("Median need")},
                .name = QStringLiteral("Settings")};
    const SettingFigures each = settingFigures(source, figures);
    if (!each.children.empty() && std::ranges::all_of(each.children, isWithheld)) {
        // Which settings there are would tell of few by itself.
        document.blocks.push_back(
            Paragraph{Words::tr("How the children divide among settings is withheld, because it "
                                "would tell of few children."),
                      {},
                      false});
        return;
    }
    for (std::size_t i = 0; i < each.settings.size(); ++i) {
        const auto& row = each.settings[i];
        table.rows.push_back(settingRow(source, figures, row, each.children[i], each.weekly[i]));
    }
    table.note = withNote(
        figures,
        Words::tr("Costs are weekly, excluding VAT, of the components and funders counted. "
                  "Who has no cost recorded is among the children, and in no sum. "
                  "A setting's price says nothing of its value until need is allowed for."));
    document.blocks.push_back(std::move(table));
    addAmounts(source, figures, document);
    if (!figures.areForPublication())
        document.blocks.push_back(childTable(source));
}

} // namespace twelvefold::report
