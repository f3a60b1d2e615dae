// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/ledger_page.h"

#include "common/data_table.h"
#include "common/elided_combo_box.h"
#include "common/states.h"
#include "data/data_workspace.h"
#include "support/finders.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include "support/catch.h"
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

// A council, and a ledger of two of its rows: one of a child of its own, one of nobody's.
struct Purse
{
    Purse() : data(session)
    {
        session.adopt(council.open());
        data.resize(1100, 700);
        sees(data);
        find<QTabWidget>(&data)->setCurrentWidget(data.ledger());
    }
    void compares(const QByteArray& text)
    {
        answers.file = council.file("ledger.csv", text);
        click(button(data.ledger(), "Choose the ledger…"));
        REQUIRE(waitsFor([&] { return !find<Busy>(data.ledger())->running(); }));
        QTest::qWait(0);
    }
    QString cell(const DataTable* table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }

    tests::ACouncil council;
    Answers answers;
    Session session;
    DataWorkspace data;
};

} // namespace

TEST_CASE("a ledger is shown by month and cost centre, and what does not agree below")
{
    Purse purse;
    const auto rows = purse.session.workbench().store().childRows(purse.session.census());
    const auto paid = std::ranges::find_if(
        rows, [](const store::ChildRow& row) { return row.weeklyCost.has_value(); });
    REQUIRE(paid != rows.end());
    purse.compares("Month,Cost centre,Child,Amount\nMar 2026,Z1," +
                   QByteArray::fromStdString(paid->child.localId) +
                   ",1.00\nMar 2026,Z1,nobody,7\n");
    REQUIRE(purse.data.ledger()->cells()->model()->rowCount() == 1);
    CHECK(purse.cell(purse.data.ledger()->cells(), 0, 1) == "Z1");
    CHECK(purse.cell(purse.data.ledger()->cells(), 0, 2) == "£8.00");
    CHECK(purse.cell(purse.data.ledger()->cells(), 0, 3) == "£7.00");
    DataTable* lines = purse.data.ledger()->lines();
    REQUIRE(lines->model()->rowCount() == 1);
    CHECK(purse.cell(lines, 0, 0) == QString::fromStdString(paid->child.pseudonym));
    CHECK(purse.cell(lines, 0, 5) == "2");
    QSignalSpy goes(&purse.session, &Session::childRequested);
    lines->selectRow(0);
    lines->setFocus();
    QTest::keyClick(lines, Qt::Key_Return);
    CHECK(goes.count() == 1);
    find<ElidedComboBox>(purse.data.ledger(), "Which lines are listed")->setCurrentIndex(1);
    REQUIRE(lines->model()->rowCount() == 1);
    CHECK(purse.cell(lines, 0, 0) == "nobody");

    // What it was held against is no longer so.
    REQUIRE(purse.session.workbench().addChild({}, {}, {purse.session.census(), {}}));
    QTest::qWait(0);
    CHECK(purse.data.ledger()->cells()->model()->rowCount() == 0);
    click(button(purse.data.ledger(), "Compare again"));
    REQUIRE(waitsFor([&] { return !find<Busy>(purse.data.ledger())->running(); }));
    CHECK(purse.data.ledger()->cells()->model()->rowCount() == 1);

    // Of what nobody pays for the store has nothing.
    find<QComboBox>(purse.data.ledger(), "Who pays what the ledger holds")->setCurrentIndex(3);
    REQUIRE(waitsFor([&] { return !find<Busy>(purse.data.ledger())->running(); }));
    CHECK(purse.cell(purse.data.ledger()->cells(), 0, 5) == "£0.00");
}

TEST_CASE("a file that is no ledger is refused, with what one needs")
{
    Purse purse;
    purse.compares("a,b\n1,2\n");
    CHECK(
        purse.answers.told.last().startsWith("The ledger was not compared: “ledger.csv” does not"));
    CHECK(purse.data.ledger()->cells()->model()->rowCount() == 0);
    purse.compares("Date,Amount\n05/04/2025,1\n");
    CHECK(purse.data.ledger()->cells()->model()->rowCount() == 0);
    find<QComboBox>(purse.data.ledger(), "How the ledger writes dates")->setCurrentIndex(1);
    REQUIRE(waitsFor([&] { return !find<Busy>(purse.data.ledger())->running(); }));
    REQUIRE(purse.data.ledger()->cells()->model()->rowCount() == 1);
    CHECK(purse.cell(purse.data.ledger()->cells(), 0, 0) == "April 2025");

    // Rows that could not be read are listed with why.
    purse.compares("Month,Amount\nApr 2025,1\nsoon,2\n");
    find<ElidedComboBox>(purse.data.ledger(), "Which lines are listed")->setCurrentIndex(4);
    REQUIRE(purse.data.ledger()->lines()->model()->rowCount() == 1);
    CHECK(purse.cell(purse.data.ledger()->lines(), 0, 5).startsWith("3: This is no month"));
}
