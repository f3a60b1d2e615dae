// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::report {
namespace {

using analysis::ProviderEffect;

bool isInternal(const Source& source)
{
    return source.audience == Audience::internal;
}

// Those the audience may see: inside by name; outside those with enough children, most children
// first, so that neither a name nor its place in the alphabet is given away.
std::vector<const ProviderEffect*> shownProviders(const Source& source)
{
    std::vector<const ProviderEffect*> shown;
    for (const ProviderEffect& effect : source.findings->providerCosts.providers) {
        if (mayShowGroup(source, effect.n))
            shown.push_back(&effect);
    }
    if (!isInternal(source))
        std::ranges::stable_sort(shown, std::greater<>(), &ProviderEffect::n);
    return shown;
}

QString nameOf(const Source& source, const ProviderEffect& effect, std::size_t place)
{
    if (isInternal(source))
        return QString::fromStdString(source.cohort->providerNames[effect.provider]);
    return Words::tr("Provider %1").arg(wording::count(place + 1));
}

Cell timesCell(double logRatio)
{
    return percentCell(std::expm1(logRatio));
}

Table effectTable(const Source& source)
{
    Table table;
    table.title = Words::tr("What providers' children cost beside such needs elsewhere");
    table.name = QStringLiteral("Providers");
    table.headings = {Words::tr("Provider"), Words::tr("Children"), Words::tr("Beside others"),
                      Words::tr("From"), Words::tr("To")};
    const auto shown = shownProviders(source);
    for (std::size_t place = 0; place < shown.size(); ++place) {
        const ProviderEffect& effect = *shown[place];
        table.rows.push_back({textCell(nameOf(source, effect, place)),
                              wholeCell(double(published(source, effect.n))),
                              timesCell(effect.effect), timesCell(effect.lower),
                              timesCell(effect.upper)});
    }
    table.note =
        Words::tr("Above (+) or below (−) what such needs cost with the other providers of the "
                  "same settings, drawn toward no difference where few children speak for it, with "
                  "95 % intervals. Not a league table: most intervals overlap.");
    if (!isInternal(source))
        table.note += QLatin1Char(' ') +
                      Words::tr("Providers are not named, those of fewer than %1 children are left "
                                "out, and counts are rounded to 5.")
                          .arg(wording::count(kSmallNumber));
    return table;
}

} // namespace

void addProviders(const Source& source, Document& document)
{
    const analysis::Findings& findings = *source.findings;
    const analysis::ProviderEffects& costs = findings.providerCosts;
    if (costs.providers.empty() && !costs.undefined)
        return;
    document.blocks.push_back(Heading{Words::tr("Providers"), 1});
    document.blocks.push_back(Paragraph{wording::providersDiffer(costs), {}, false});
    if (!costs.undefined && costs.differ) {
        Table table = effectTable(source);
        if (!table.rows.empty())
            document.blocks.push_back(std::move(table));
    }
    if (findings.market.n > 0 && mayShowGroup(source, findings.market.n))
        document.blocks.push_back(Paragraph{wording::concentration(findings.market),
                                            Words::tr("In how few hands care that is bought lies."),
                                            false});
}

} // namespace twelvefold::report
