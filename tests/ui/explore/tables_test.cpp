// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/findings_models.h"
#include "support/made_up_cohort.h"

#include "support/catch.h"
#include <QAbstractItemModelTester>

using namespace twelvefold;
using namespace twelvefold::ui;
using domain::Setting;

namespace {

Found four()
{
    auto cohort = std::make_shared<domain::Cohort>(
        testing::madeUpCohort({{"K7F-204", 19, 9650, Setting::childrensHome},
                               {"B3M-871", 18, 818, Setting::inHouseFoster},
                               {"T2C-118", {}, 300, Setting::kinshipFoster},
                               {"P9D-450", 5, {}, {}}}));
    cohort->age.set(0, 13);
    cohort->age.set(1, 16);
    auto findings = std::make_shared<analysis::Findings>();
    findings->expectedCosts = {{0, 9650, 1000, 800, 1500, 300, 5000, 9.65, {1}, false},
                               {1, 818, 1000, 800, 1500, 300, 5000, 0.818, {0}, false}};
    findings->similarNeed.pairs = {{0, 1, 1, 9650, 818, 9650.0 / 818}};
    findings->similarNeed.eachChildOnce = findings->similarNeed.pairs;
    static constexpr domain::MessageKind kWhy{"why", "Costs a lot."};
    findings->flags = {{0, analysis::FlagKind::costAboveExpected, {kWhy, {}}, 2.0},
                       {3, analysis::FlagKind::costMissing, {kWhy, {}}, 0.0}};
    analysis::Correlation correlation;
    correlation.x = "need_total";
    correlation.y = "outcome_sdq_total";
    correlation.estimate = 0.64;
    correlation.n = 2;
    findings->correlations = {correlation};
    return {cohort, findings};
}

std::string cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString().toStdString();
}

} // namespace

TEST_CASE("the tables are sound models, also while they are sorted and shown anew")
{
    ChildrenModel children;
    PairsModel pairs;
    FlagsModel flags;
    CorrelationsModel correlations;
    using Tester = QAbstractItemModelTester;
    const auto fatal = Tester::FailureReportingMode::Fatal;
    const Tester testers[] = {Tester(&children, fatal), Tester(&pairs, fatal),
                              Tester(&flags, fatal), Tester(&correlations, fatal)};
    children.show(four(), false);
    pairs.show(four(), true);
    flags.show(four());
    correlations.show(four());
    for (RowsModel* model :
         std::initializer_list<RowsModel*>{&children, &pairs, &flags, &correlations}) {
        const QPersistentModelIndex kept = model->index(0, 0);
        const QString before = kept.data().toString();
        for (int column = 0; column < model->columnCount(); ++column) {
            model->sort(column, Qt::DescendingOrder);
            model->sort(column, Qt::AscendingOrder);
            CHECK(kept.data().toString() == before); // what was marked is still the same child
        }
    }
    children.show({}, false);
    pairs.show({}, false);
    flags.show({});
    correlations.show({});
    CHECK(children.rowCount() + pairs.rowCount() + flags.rowCount() + correlations.rowCount() == 0);
}

TEST_CASE("the children's table holds those in the picture, or the others")
{
    ChildrenModel model;
    model.show(four(), false);
    REQUIRE(model.rowCount() == 2);
    CHECK(cell(model, 0, 0) == "K7F-204");
    CHECK(cell(model, 0, 5) == "£9,650.00");
    CHECK(cell(model, 0, 7) == "9.7×");
    CHECK(cell(model, 0, 8) == "1");
    model.show(four(), true);
    REQUIRE(model.rowCount() == 2);
    CHECK(cell(model, 0, 0) == "T2C-118");
    CHECK(cell(model, 1, 2) == "No placement");
    CHECK(cell(model, 1, 5).empty());
}

TEST_CASE("sorting puts what is missing last, whichever way")
{
    ChildrenModel model;
    model.show(four(), true);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(5, order); // weekly cost: only T2C-118 has one
        CHECK(cell(model, 0, 0) == "T2C-118");
    }
}

TEST_CASE("numbers sort as numbers, not as text")
{
    ChildrenModel model;
    model.show(four(), false);
    model.sort(5, Qt::AscendingOrder);
    CHECK(cell(model, 0, 5) == "£818.00");
    model.sort(5, Qt::DescendingOrder);
    CHECK(cell(model, 0, 5) == "£9,650.00");
    CHECK(model.indexOfChild(1).row() == 1);
    CHECK_FALSE(model.indexOfChild(3).isValid());
}

TEST_CASE("a pair's row says both costs, the ratio and both settings")
{
    PairsModel model;
    model.show(four(), true);
    CHECK(cell(model, 0, 2) == "1");
    CHECK(cell(model, 0, 5) == "11.8×");
    CHECK(cell(model, 0, 6) == "Children's home / In-house foster");
    CHECK(model.indexOfPair(0, 1).row() == 0);
    CHECK_FALSE(model.indexOfPair(1, 0).isValid());
}

TEST_CASE("columns of the cohort are said in words")
{
    const auto found = four();
    CHECK(columnInWords("need_total", *found.cohort) == "Total need");
    CHECK(columnInWords("need_domain_b", *found.cohort) == "Domain B");
    CHECK_FALSE(columnInWords("outcome_sdq_total", *found.cohort).startsWith("outcome_"));
    CHECK(columnInWords("something_else", *found.cohort) == "something_else");
}
