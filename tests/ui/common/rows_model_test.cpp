// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rows_model.h"

#include "support/catch.h"
#include <QAbstractItemModelTester>

using namespace twelvefold::ui;

namespace {

const std::vector<QString> names{"K10", "K9", "", "B3"};
const std::vector<std::optional<double>> costs{818.0, std::nullopt, 9650.0, 560.0};

std::vector<RowsModel::Column> columns()
{
    return {{"Child", [](std::size_t row) { return names[row]; }},
            {"A week",
             [](std::size_t row) { return costs[row] ? QString::number(*costs[row]) : QString(); },
             true, [](std::size_t row) { return costs[row]; }}};
}

std::vector<std::size_t> order(const RowsModel& model)
{
    std::vector<std::size_t> rows;
    for (int i = 0; i < model.rowCount(); ++i)
        rows.push_back(model.sourceRow(model.index(i, 0)));
    return rows;
}

using Rows = std::vector<std::size_t>;

} // namespace

TEST_CASE(
    "a table sorts numbers as numbers and text with its numbers in order, what is absent last")
{
    RowsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setColumns(columns());
    model.setRows(4);
    CHECK(order(model) == Rows{0, 1, 2, 3});
    model.sort(1, Qt::AscendingOrder);
    CHECK(order(model) == Rows{3, 0, 2, 1});
    model.sort(1, Qt::DescendingOrder);
    CHECK(order(model) == Rows{2, 0, 3, 1});
    model.sort(0, Qt::AscendingOrder);
    CHECK(order(model) == Rows{3, 1, 0, 2});
}

TEST_CASE("a table shows what its filter lets through, in the order chosen")
{
    RowsModel model;
    model.setColumns(columns());
    model.setRows(4);
    model.sort(1, Qt::DescendingOrder);
    model.setFilter([](std::size_t row) { return costs[row].has_value(); });
    CHECK(order(model) == Rows{2, 0, 3});
    CHECK_FALSE(model.indexOf(1).isValid());
    CHECK(model.indexOf(0).row() == 1);
    model.setFilter({});
    CHECK(order(model) == Rows{2, 0, 3, 1});
    model.setRows(0);
    CHECK(model.rowCount() == 0);
}

TEST_CASE("what is selected stays selected when the order changes")
{
    RowsModel model;
    model.setColumns(columns());
    model.setRows(4);
    const QPersistentModelIndex dearest = model.indexOf(2);
    model.sort(1, Qt::DescendingOrder);
    CHECK(model.sourceRow(dearest) == 2);
    CHECK(dearest.row() == 0);
}
