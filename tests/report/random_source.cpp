// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/random_source.h"

#include "analysis/analyse.h"
#include "report/words.h"
#include "support/made_up_cohort.h"

#include <cmath>
#include <random>

namespace twelvefold::tests {
namespace {

class Draw
{
public:
    explicit Draw(std::uint32_t seed) : m_engine(seed) {}

    int upTo(int most) { return int(m_engine() % std::uint32_t(most + 1)); }
    bool oneIn(int n) { return upTo(n - 1) == 0; }

    QString words(int least, int most)
    {
        static const char* const kWords[] = {
            "need",     "cost",   "a",  "placement", "effizienten", "<b>",           "&",
            "=SUM(A1)", "£1,234", "42", "level",     "of",          "commissioner's"};
        QStringList words;
        for (int n = least + upTo(most - least); n > 0; --n)
            words << QString::fromUtf8(kWords[upTo(int(std::size(kWords)) - 1)]);
        return words.join(QLatin1Char(' '));
    }

private:
    std::mt19937 m_engine;
};

report::Cell cell(Draw& draw, int kind, int columns = 1)
{
    const double value = (draw.upTo(2'000'000) - 500'000) / 97.0;
    switch (kind) {
    case 0:
        return report::moneyCell(value);
    case 1:
        return report::percentCell(value / 10000);
    case 2:
        return report::ratioCell(std::abs(value) / 100 + 0.01);
    case 3:
        return report::decimalCell(value, draw.upTo(2));
    case 4:
        return draw.oneIn(3) ? report::withheldCell() : report::wholeCell(std::round(value));
    case 5:
        return report::dateCell(domain::Date::from(2020 + draw.upTo(6), 9, 1 + draw.upTo(27)));
    default:
        return report::textCell(draw.words(1, columns < 4 && draw.oneIn(9) ? 18 : 4));
    }
}

report::Table table(Draw& draw, int number)
{
    report::Table table;
    table.title = draw.words(1, 8);
    table.name = QStringLiteral("Table %1").arg(number);
    table.note = draw.oneIn(2) ? draw.words(5, 60) : QString();
    table.dataOnly = draw.oneIn(8);
    const int columns = 1 + draw.upTo(7);
    std::vector<int> kinds;
    for (int i = 0; i < columns; ++i) {
        kinds.push_back(draw.upTo(9));
        table.headings << draw.words(1, 3);
    }
    const int rows = draw.oneIn(6) ? 0 : draw.oneIn(4) ? 150 : draw.upTo(30);
    for (int row = 0; row < rows; ++row) {
        report::Row cells;
        for (const int kind : kinds)
            cells.push_back(cell(draw, kind, columns));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

report::Chart chart(Draw& draw)
{
    static const report::Source kSource = randomSource(30, 1);
    report::Chart chart;
    chart.kind = static_cast<report::Chart::Kind>(draw.upTo(3));
    chart.title = draw.words(2, 6);
    chart.caption = draw.words(4, 40);
    chart.described = draw.words(3, 9);
    chart.cohort = kSource.cohort;
    chart.findings = kSource.findings;
    return chart;
}

report::Block block(Draw& draw, int number)
{
    switch (draw.upTo(11)) {
    case 0:
    case 1:
        return report::Heading{draw.words(1, 9), 1 + draw.upTo(1)};
    case 2:
    case 3:
    case 4:
        return report::Paragraph{draw.words(1, draw.oneIn(5) ? 400 : 60),
                                 draw.oneIn(3) ? draw.words(1, 4) : QString(), draw.oneIn(2)};
    case 5: {
        report::KeyFigures figures;
        for (int n = draw.upTo(6); n >= 0; --n)
            figures.figures.push_back({cell(draw, draw.upTo(4)).shown, draw.words(2, 12)});
        return figures;
    }
    case 6:
        return chart(draw);
    case 7:
        return report::PageBreak{draw.oneIn(2)};
    case 8: {
        report::Statements statements;
        for (int n = draw.upTo(6); n >= 0; --n) {
            const QString strong = draw.words(1, 3);
            statements.statements.push_back({QStringLiteral("On ") + draw.words(1, 2),
                                             draw.words(1, 20) + QLatin1Char(' ') + strong +
                                                 QLatin1Char(' ') + draw.words(1, 20),
                                             {strong}});
        }
        return statements;
    }
    case 9: {
        report::Pictures pictures;
        for (int n = draw.upTo(1); n >= 0; --n) {
            pictures.charts.push_back(chart(draw));
            pictures.charts.back().caption = draw.words(2, 14);
        }
        return pictures;
    }
    default:
        return table(draw, number);
    }
}

} // namespace

report::Source randomSource(std::size_t children, std::uint32_t seed)
{
    Draw draw(seed);
    std::vector<testing::MadeUpChild> made;
    for (std::size_t i = 0; i < children; ++i) {
        const int need = draw.upTo(44);
        const auto setting = static_cast<domain::Setting>(draw.upTo(4));
        made.push_back({"A1A-" + std::to_string(1000 + i),
                        draw.oneIn(9) ? std::nullopt : std::optional<double>(need),
                        draw.oneIn(12) ? std::nullopt
                                       : std::optional<double>(300 + 40 * need + draw.upTo(3000)),
                        draw.oneIn(20) ? std::nullopt : std::optional(setting)});
    }
    auto cohort = std::make_shared<domain::Cohort>(testing::madeUpCohort(made));
    cohort->costs[0][0] = cohort->weeklyCost;
    analysis::Options options;
    options.bootstrapReplicates = 0;
    options.chanceDraws = 0;
    report::Source source;
    source.storeName = QStringLiteral("Example council");
    source.findings =
        std::make_shared<const analysis::Findings>(analysis::analyse(*cohort, options));
    source.cohort = std::move(cohort);
    source.everyone = source.cohort;
    return source;
}

report::Document randomDocument(std::uint32_t seed)
{
    Draw draw(seed);
    report::Document document;
    document.title = draw.words(3, 9);
    document.standfirst = draw.words(3, 30);
    document.headerLeft = draw.words(2, 6);
    document.headerRight = draw.words(1, 3);
    const int blocks = draw.upTo(25);
    for (int number = 0; number < blocks; ++number) {
        report::Block next = block(draw, number);
        const auto isHeading = [](const report::Block& one) {
            return std::holds_alternative<report::Heading>(one);
        };
        if (document.blocks.empty() || !isHeading(next) || !isHeading(document.blocks.back()))
            document.blocks.push_back(std::move(next));
    }
    return document;
}

} // namespace twelvefold::tests
