// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/questions_models.h"
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
    const auto asked = [&](std::size_t row) {
        analysis::AskedOf of;
        of.child = cohort->child[row];
        of.pseudonym = cohort->pseudonym[row];
        of.reason = {kWhy, {}};
        return of;
    };
    analysis::Worklist worklist;
    worklist.questions.resize(2);
    worklist.questions[0].kind = analysis::QuestionKind::priceAbove;
    worklist.questions[0].says = {kWhy, {}};
    worklist.questions[0].children = {asked(0)};
    worklist.questions[0].falseAlarms = 0.05;
    worklist.questions[0].worth = analysis::YearlyWorth{58'000, 9'000, 147'000};
    worklist.questions[1].kind = analysis::QuestionKind::costMissing;
    worklist.questions[1].says = {kWhy, {}};
    worklist.questions[1].children = {asked(2), asked(3)};
    domain::PutAside parked;
    parked.child = cohort->child[1];
    parked.reason = domain::SensitiveText("As agreed");
    worklist.aside = {{analysis::QuestionKind::stepDown, parked, asked(1)}};
    findings->worklist = std::make_shared<const analysis::Worklist>(worklist);
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
    QuestionsModel questions;
    PutAsideModel putAside;
    CorrelationsModel correlations;
    using Tester = QAbstractItemModelTester;
    const auto fatal = Tester::FailureReportingMode::Fatal;
    const Tester testers[] = {Tester(&children, fatal), Tester(&pairs, fatal),
                              Tester(&questions, fatal), Tester(&putAside, fatal),
                              Tester(&correlations, fatal)};
    children.show(four(), false);
    pairs.show(four(), true);
    questions.show(four());
    putAside.show(four());
    correlations.show(four());
    for (RowsModel* model : std::initializer_list<RowsModel*>{&children, &pairs, &questions,
                                                              &putAside, &correlations}) {
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
    questions.show({});
    putAside.show({});
    correlations.show({});
    CHECK(children.rowCount() + pairs.rowCount() + questions.rowCount() + putAside.rowCount() +
              correlations.rowCount() ==
          0);
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

TEST_CASE("a question's row says of whom, what it may be worth and how often it is a false alarm")
{
    QuestionsModel model;
    model.show(four());
    REQUIRE(model.rowCount() == 2);
    CHECK(cell(model, 0, 0) == "K7F-204");
    CHECK(cell(model, 0, 2) == "Costs a lot.");
    CHECK(cell(model, 0, 3) == "£58k");
    CHECK(cell(model, 0, 4) == "£9,000 to £150k");
    CHECK(cell(model, 0, 5) == "5 in 100");
    CHECK(cell(model, 1, 0) == "2 children");
    CHECK(cell(model, 1, 3) == "–");
    CHECK(cell(model, 1, 4).empty());
    model.sort(3, Qt::AscendingOrder);
    CHECK(cell(model, 1, 3) == "–"); // what has no price comes last, whichever way
    const auto child = [](std::size_t row) { return four().cohort->child[row]; };
    CHECK(model.indexOf({child(0)}).row() == 0);
    CHECK(model.indexOf({child(2), child(3)}).row() == 1);
    CHECK_FALSE(model.indexOf({child(3)}).isValid());
}

TEST_CASE("columns of the cohort are said in words")
{
    const auto found = four();
    CHECK(columnInWords("need_total", *found.cohort) == "Total need");
    CHECK(columnInWords("need_domain_b", *found.cohort) == "Domain B");
    CHECK_FALSE(columnInWords("outcome_sdq_total", *found.cohort).startsWith("outcome_"));
    CHECK(columnInWords("something_else", *found.cohort) == "something_else");
}
