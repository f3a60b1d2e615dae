// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/matching_page.h"

#include "common/data_table.h"
#include "common/record_editor.h"
#include "common/states.h"
#include "data/bring_in_page.h"
#include "data/data_workspace.h"
#include "support/finders.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include "support/catch.h"
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

// A council of which one child's core cost is paid to another provider than its placement's.
struct Office
{
    Office() : data(session)
    {
        session.adopt(council.open());
        data.resize(1100, 700);
        sees(data);
        spoil();
        looks();
    }
    // Of the first child in a placement with a provider whose core cost nothing is doubtful about.
    void spoil()
    {
        auto& bench = session.workbench();
        const auto providers = bench.store().providers();
        for (const auto& row : bench.store().childRows(session.census())) {
            for (domain::CostLine line : bench.store().costLines(row.child.id)) {
                if (line.component != domain::CostComponent::core || line.period.end ||
                    !line.provider || !line.placement)
                    continue;
                line.provider = providers.front().id == *line.provider ? providers.back().id
                                                                       : providers.front().id;
                REQUIRE(bench.saveCostLine(line));
                spoilt = row.child.id;
                return;
            }
        }
        FAIL("no child has such a cost");
    }
    void looks()
    {
        find<QTabWidget>(&data)->setCurrentWidget(data.matching());
        QTest::qWait(0);
    }
    // The row of a table whose first cell says so; −1: none.
    static int rowOf(const DataTable* table, const QString& said)
    {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == said)
                return row;
        }
        return -1;
    }
    QString pseudonym() const
    {
        return QString::fromStdString(session.workbench().store().child(spoilt)->pseudonym);
    }
    // Chooses a line on the left and then the child's on the right.
    bool chooses(const QString& kind)
    {
        const int left = rowOf(data.matching()->kinds(), kind);
        if (left < 0)
            return false;
        data.matching()->kinds()->selectRow(left);
        const int right = rowOf(data.matching()->table(), pseudonym());
        if (right < 0)
            return false;
        data.matching()->table()->selectRow(right);
        return true;
    }
    QPushButton* offers(const QString& text) { return button(data.matching(), text); }
    RecordEditor* form() { return data.findChild<RecordEditor*>(); }
    void saves(const QString& why)
    {
        REQUIRE(form());
        find<QLineEdit>(form())->setText(why);
        click(form()->saveButton());
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::qWait(0); // what the store tells of its changes
    }

    tests::ACouncil council;
    Answers answers;
    Session session;
    DataWorkspace data;
    domain::ChildId spoilt;
};

const QString kOtherProvider = "– Paid to another provider";

} // namespace

TEST_CASE("costs are counted by how they are matched, and those of a reason are listed")
{
    Office office;
    REQUIRE(office.chooses(kOtherProvider));
    const DataTable* table = office.data.matching()->table();
    const int row = table->currentIndex().row();
    CHECK(table->model()->index(row, 4).data().toString().startsWith("It is paid to "));
    CHECK(office.chooses("Doubtful"));
    CHECK(Office::rowOf(office.data.matching()->kinds(), "Matched") > 0);
    office.data.matching()->kinds()->selectRow(
        Office::rowOf(office.data.matching()->kinds(), "Matched"));
    CHECK(table->model()->rowCount() == 0); // there is nothing to decide
    CHECK_FALSE(office.offers("Right as it is…")->isEnabled());
    auto* only = find<QCheckBox>(office.data.matching());
    only->setChecked(true);
    CHECK(office.chooses(kOtherProvider)); // it runs on the census date
}

TEST_CASE("Enter on a cost opens its child")
{
    Office office;
    REQUIRE(office.chooses(kOtherProvider));
    QSignalSpy goes(&office.session, &Session::childRequested);
    office.data.matching()->table()->setFocus();
    QTest::keyClick(office.data.matching()->table(), Qt::Key_Return);
    CHECK(goes.count() == 1);
}

TEST_CASE("after a decision the group stays, and no button has the keyboard for the next one")
{
    Office office;
    const DataTable* kinds = office.data.matching()->kinds();
    const DataTable* table = office.data.matching()->table();
    const int unpaid = Office::rowOf(kinds, "Placements without a core cost");
    REQUIRE(unpaid > 0);
    office.data.matching()->kinds()->selectRow(unpaid);
    const int before = table->model()->rowCount();
    REQUIRE(before > 1);
    office.data.matching()->table()->selectRow(0);
    const QString first = table->model()->index(0, 3).data().toString();
    office.offers("Right as it is…")->setFocus();
    click(office.offers("Right as it is…"));
    office.saves({});
    CHECK(kinds->model()->index(kinds->currentIndex().row(), 0).data().toString() ==
          "Placements without a core cost");
    CHECK(table->model()->rowCount() == before - 1);
    CHECK(table->model()->index(0, 3).data().toString() != first);
    CHECK_FALSE(office.offers("Right as it is…")->hasFocus());
}

TEST_CASE("what is doubtful is called right with a reason, doubted again and undone")
{
    Office office;
    REQUIRE(office.chooses(kOtherProvider));
    CHECK_FALSE(office.offers("Doubt again")->isEnabled());
    click(office.offers("Right as it is…"));
    office.saves("They are one company");
    CHECK_FALSE(office.chooses(kOtherProvider));
    REQUIRE(office.chooses("Right as they are"));
    CHECK_FALSE(office.offers("Right as it is…")->isEnabled());
    CHECK(office.session.workbench().store().costDecisions().front().reason ==
          domain::SensitiveText("They are one company"));
    const DataTable* table = office.data.matching()->table();
    CHECK(table->model()
              ->index(table->currentIndex().row(), 4)
              .data()
              .toString()
              .contains("They are one company"));
    click(office.offers("Doubt again"));
    QTest::qWait(0);
    CHECK(office.chooses(kOtherProvider));
    REQUIRE(office.session.workbench().undo());
    QTest::qWait(0);
    CHECK(office.chooses("Right as they are"));
}

TEST_CASE("the placement that a cost pays for is chosen of the child's own")
{
    Office office;
    REQUIRE(office.chooses(kOtherProvider));
    click(office.offers("Pays for another placement…"));
    REQUIRE(office.form());
    const auto placements = office.session.workbench().store().placements(office.spoilt);
    auto* choice = find<QComboBox>(office.form());
    CHECK(choice->count() == static_cast<int>(placements.size()));
    office.saves("");
    CHECK(office.chooses("Right as they are"));
    CHECK(office.session.workbench().nextUndo()->name.kind.code == "cost-placement-chosen");
}

TEST_CASE("in a store that is open for reading only nothing is decided")
{
    tests::ACouncil council;
    Session session;
    DataWorkspace data(session);
    std::unique_ptr<workbench::Workbench> bench;
    workbench::Workbench::open(toPath(council.path()), bench, "A tester", store::Access::readOnly);
    session.adopt(std::move(bench));
    data.resize(1100, 700);
    sees(data);
    find<QTabWidget>(&data)->setCurrentWidget(data.matching());
    for (const QPushButton* button : data.matching()->findChildren<QPushButton*>()) {
        if (button->isVisible())
            CHECK_FALSE(button->isEnabled());
    }
}

TEST_CASE("where no cost is recorded the page says what to bring in")
{
    tests::ACouncil council;
    const QString path = council.folder() + "/empty.twelvefold";
    auto made = workbench::Workbench::create(toPath(path), "Emptyshire", "A tester");
    REQUIRE(made);
    Session session;
    DataWorkspace data(session);
    session.adopt(std::move(*made));
    data.resize(1100, 700);
    sees(data);
    auto* tabs = find<QTabWidget>(&data);
    tabs->setCurrentWidget(data.matching());
    auto* nothing = find<EmptyState>(data.matching());
    REQUIRE(nothing->isVisible());
    click(nothing->button());
    CHECK(tabs->currentWidget() == data.bringIn());
}

TEST_CASE("a large council is matched beside the window, and a decision matches it anew")
{
    tests::ACouncil council(tests::ACouncil::kMany);
    Session session;
    DataWorkspace data(session);
    session.adopt(council.open());
    data.resize(1100, 700);
    sees(data);
    find<QTabWidget>(&data)->setCurrentWidget(data.matching());
    REQUIRE(waitsFor([&] { return data.matching()->kinds()->model()->rowCount() > 0; }));
    session.close();
    CHECK(data.matching()->kinds()->model()->rowCount() == 0);
}
