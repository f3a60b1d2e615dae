// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/funnel_chart.h"
#include "charts/need_cost_chart.h"
#include "support/made_up_cohort.h"

#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>

// What councils and providers are called is text in every picture, and never markup.

using namespace twelvefold;

namespace {

const QString kCouncil =
    QString::fromUtf8("Brighton & Hove <script>alert(1)</script> \"quoted\" ]]> \x01 £");
const QString kAsRead =
    QString::fromUtf8("Brighton & Hove <script>alert(1)</script> \"quoted\" ]]>  £");

struct SvgRead
{
    QString title, description, text;
    bool script = false;
};

SvgRead read(const QByteArray& svg)
{
    SvgRead result;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement && reader.name() == QLatin1String("title"))
            result.title = reader.readElementText();
        else if (token == QXmlStreamReader::StartElement && reader.name() == QLatin1String("desc"))
            result.description = reader.readElementText();
        else if (token == QXmlStreamReader::StartElement)
            result.script = result.script || reader.name() == QLatin1String("script");
        else if (token == QXmlStreamReader::Characters)
            result.text += reader.text();
    }
    INFO(reader.errorString().toStdString() << " at line " << reader.lineNumber());
    CHECK_FALSE(reader.hasError());
    return result;
}

QByteArray contents(const QString& fileName)
{
    QFile file(fileName);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("an SVG is sound XML that says the council's name, whatever it is called")
{
    charts::Picture picture;
    picture.caption = kCouncil;
    const auto cohort = testing::madeUpCohort({{"A", 4, 300, domain::Setting::kinshipFoster}});
    const SvgRead svg = read(charts::needCostSvg(cohort, {}, {}, picture));
    CHECK(svg.title == "Need against weekly cost");
    CHECK(svg.description.toStdString() == kAsRead.toStdString());
    CHECK(svg.text.contains("Brighton & Hove <script>"));
    CHECK_FALSE(svg.script);
}

TEST_CASE("a funnel's SVG is sound XML, whatever councils and providers are called")
{
    auto cohort = testing::madeUpCohort({{"A", 4, 300, domain::Setting::agencyFoster}});
    cohort.providerNames = {"A & <b>B</b>", "=HYPERLINK(\"x\")", "]]>"};
    analysis::Findings findings;
    auto& costs = findings.providerCosts;
    costs.measure = "log_weekly_cost";
    costs.differ = true;
    const std::vector<double> means{0.05, -0.1, 0.7};
    const std::vector<double> sizes{4, 12, 30};
    for (std::size_t provider = 0; provider < sizes.size(); ++provider) {
        auto& each = costs.providers.emplace_back();
        each.provider = provider;
        each.n = static_cast<std::size_t>(sizes[provider]);
    }
    costs.funnel = statistics::funnelOfMeans(means, sizes, 0.3, 0.0);
    charts::Picture picture;
    picture.caption = kCouncil;
    const QTemporaryDir folder;
    const QString file = folder.filePath("funnel.svg");
    REQUIRE(charts::saveFunnel(file, cohort, findings, picture));
    const SvgRead svg = read(contents(file));
    CHECK(svg.description.toStdString() == kAsRead.toStdString());
    CHECK_FALSE(svg.script);
}
