// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/children/an_assessment.h"
#include "ui/children/an_office.h"

#include "children/child_list.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <algorithm>
#include <fstream>

using namespace twelvefold;
using namespace twelvefold::tests;
using namespace twelvefold::ui;

namespace {

store::ChildRow row(std::int64_t id, const char* pseudonym, const char* localId)
{
    store::ChildRow result;
    result.child.id = domain::ChildId{id};
    result.child.pseudonym = pseudonym;
    result.child.localId = localId;
    result.current = true;
    return result;
}

} // namespace

TEST_CASE("an assessment is due half a year after the last, or when there was none")
{
    store::ChildRow child = row(1, "K7F-204", "1");
    CHECK(isDue(child, kToday));
    child.assessedOn = kLastTime; // 14 Sep 2025
    CHECK(reassessmentDue(child) == domain::Date::from(2026, 3, 14));
    CHECK(isDue(child, *domain::Date::from(2026, 3, 14)));
    CHECK_FALSE(isDue(child, *domain::Date::from(2026, 3, 13)));
    child.current = false;
    CHECK_FALSE(isDue(child, kToday));
}

TEST_CASE("a list that nobody is on today does not say that there are no children yet")
{
    const auto says = [](const ChildList& list, const QString& words) {
        for (const auto* label : list.findChildren<QLabel*>())
            if (label->isVisible() && label->text() == words)
                return true;
        return false;
    };
    ChildList list;
    list.show();
    list.setChildren({}, kToday, twelveDomains());
    CHECK(says(list, "No children yet"));
    CHECK_FALSE(says(list, "Nobody on this day"));

    std::vector<store::ChildRow> left{row(1, "B3M-871", "4001")};
    left[0].current = false;
    left[0].assessedOn = kLastTime;
    list.setChildren(left, kToday, twelveDomains());
    CHECK(says(list, "Nobody is in care on this day"));
    CHECK(says(list, "Nobody on this day"));
    CHECK_FALSE(says(list, "No children yet"));

    left[0].current = true;
    left[0].assessedOn = kToday; // nothing is due
    list.setChildren(left, kToday, twelveDomains());
    CHECK(says(list, "1 child"));
}

TEST_CASE("children are found by pseudonym and local identifier, former ones only by a search")
{
    ChildListModel model;
    std::vector<store::ChildRow> rows{row(1, "B3M-871", "4001"), row(2, "K7F-204", "4002"),
                                      row(3, "Z9Z-999", "4003")};
    rows[2].current = false;
    model.setChildren(rows, kToday, twelveDomains());
    CHECK(model.rowCount() == 2);
    CHECK(model.count() == 2);
    model.search(" k7f ");
    REQUIRE(model.rowCount() == 1);
    CHECK(model.title(model.child(0)) == "K7F-204");
    model.search("4003");
    REQUIRE(model.rowCount() == 1);
    CHECK(model.title(model.child(0)) == "Z9Z-999");
    model.search("Ada");
    CHECK(model.rowCount() == 0);
    model.setNames({{domain::ChildId{1}, "Ada Oak"}});
    REQUIRE(model.rowCount() == 1);
    CHECK(model.title(model.child(0)) == "Ada Oak");
    model.setNames({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("a row says where, how much need and how it moved")
{
    ChildListModel model;
    store::ChildRow child = row(1, "K7F-204", "1");
    child.age = 13;
    child.setting = domain::Setting::childrensHome;
    child.needTotal = 21;
    child.earlierTotal = 24;
    child.assessedOn = kToday;
    model.setChildren({child}, kToday, twelveDomains());
    CHECK(model.where(child) == "13 · Children's home");
    CHECK(model.need(child) == "21 High");
    CHECK(model.change(child) == "↓ 3");
    CHECK(model.data(model.index(0), Qt::AccessibleTextRole) ==
          "K7F-204, 13 · Children's home, 21 High");
    child.earlierTotal = 21;
    CHECK(model.change(child).isEmpty());
    child.needTotal.reset();
    CHECK(model.need(child) == "Not complete");
}

TEST_CASE("a hundred thousand children are searched while one types")
{
    ChildListModel model;
    std::vector<store::ChildRow> rows;
    for (int i = 0; i < 100'000; ++i)
        rows.push_back(row(i + 1, ("A" + std::to_string(i)).c_str(), std::to_string(i).c_str()));
    model.setChildren(std::move(rows), kToday, twelveDomains());
    QElapsedTimer clock;
    clock.start();
    model.search("A9999");
    CHECK(model.rowCount() == 11);
    CHECK(clock.elapsed() < 500); // a tenth of that on its own
}

TEST_CASE("names are hidden until asked for, and hidden again")
{
    Office office;
    const auto child = office.addChild("4001");
    ChildList* list = office.workspace().list();
    const QString pseudonym = list->model().title(*list->model().find(child));
    CHECK_FALSE(pseudonym.contains("Ada"));
    emit list->namesAsked(true);
    CHECK(list->model().title(*list->model().find(child)) == "Ada Oak");
    emit list->namesAsked(false);
    CHECK(list->model().title(*list->model().find(child)) == pseudonym);
}

TEST_CASE("Enter in the search shows who was found, the next Enter begins to score")
{
    Office office;
    office.addChild("4001");
    const auto second = office.addChild("4002");
    ChildList* list = office.workspace().list();
    list->focusSearch();
    office.type("4002");
    office.press(Qt::Key_Return);
    CHECK(list->current() == second);
    CHECK(office.needs().form()->mode() == NeedsForm::Mode::waiting);
    CHECK(find<QListView>(list)->hasFocus());
    office.press(Qt::Key_Return);
    CHECK(office.needs().form()->mode() == NeedsForm::Mode::writing);
    office.type("2");
    CHECK(office.form().level(0) == 2);
}

TEST_CASE("what is typed in the list looks for another child")
{
    Office office;
    const auto first = office.addChild("4001");
    const auto second = office.addChild("4002");
    office.open(first);
    CHECK(find<QListView>(office.workspace().list())->hasFocus());
    office.type("4002");
    CHECK(find<QLineEdit>(office.workspace().list())->text() == "4002");
    office.press(Qt::Key_Return);
    CHECK(office.workspace().list()->current() == second);
    CHECK_FALSE(office.bench().store().draft(first, "Sam"));
}

TEST_CASE("Escape empties the search")
{
    Office office;
    office.addChild("4001");
    ChildList* list = office.workspace().list();
    list->focusSearch();
    office.type("nobody");
    CHECK(list->model().rowCount() == 0);
    office.press(Qt::Key_Escape);
    CHECK(find<QLineEdit>(list)->text().isEmpty());
    CHECK(list->model().rowCount() == 1);
    CHECK(find<QLineEdit>(list)->hasFocus());
}

TEST_CASE("who undoes the child on the page, and redoes it, goes on by keyboard")
{
    Office office;
    const auto child = office.addChild("4001");
    office.open(child);
    ChildList* list = office.workspace().list();
    REQUIRE(find<QListView>(list)->hasFocus());
    REQUIRE(office.bench().undo());
    office.settle();
    CHECK(find<QLineEdit>(list)->hasFocus());
    REQUIRE(office.bench().redo());
    office.settle();
    CHECK(find<QLineEdit>(list)->hasFocus());
    office.press(Qt::Key_Down);
    CHECK(list->current() == child);
}

TEST_CASE("beside a search stands how many it found")
{
    Office office;
    office.addChild("4001");
    office.addChild("4002");
    ChildList* list = office.workspace().list();
    const auto says = [list](const QString& words) {
        return std::ranges::any_of(list->findChildren<QLabel*>(), [&](const QLabel* label) {
            return label->text().startsWith(words);
        });
    };
    CHECK(says("2 children"));
    find<QLineEdit>(list)->setText("4002");
    CHECK(says("1 found"));
    find<QLineEdit>(list)->setText("nobody");
    CHECK(says("0 found"));
    find<QLineEdit>(list)->clear();
    CHECK(says("2 children"));
}

TEST_CASE("after a search one comes back to the child that was found, not to the search")
{
    Office office;
    const auto first = office.addChild("4001");
    const auto second = office.addChild("4002");
    office.open(first);
    ChildList* list = office.workspace().list();
    list->focusSearch();
    office.type("4002");
    office.press(Qt::Key_Return);
    REQUIRE(list->current() == second);
    office.press(Qt::Key_Return);
    for (int domain = 0; domain < 12; ++domain)
        office.type("1");
    emit office.needs().left(); // as sign-off does
    // In the search, Ctrl+Z would take back letters instead of the sign-off.
    CHECK(find<QListView>(list)->hasFocus());
    CHECK_FALSE(find<QLineEdit>(list)->hasFocus());
}

TEST_CASE("from the search by arrow keys to what begins the scoring")
{
    Office office;
    office.addChild("4001");
    const auto second = office.addChild("4002");
    ChildList* list = office.workspace().list();
    list->focusSearch();
    office.type("4002");
    office.press(Qt::Key_Down);
    CHECK(list->current() == second);
    CHECK(office.session().selection().children == std::vector{second});
    office.press(Qt::Key_Right);
    CHECK(button(&office.needs(), "Score needs")->hasFocus());
    office.type("2");
    CHECK(office.form().soFar().scored == 0);
    button(&office.needs(), "Score needs")->click();
    office.type("2");
    CHECK(office.form().level(0) == 2);
}

TEST_CASE("a child chosen elsewhere is followed")
{
    Office office;
    office.addChild("4001");
    const auto second = office.addChild("4002");
    office.session().selectChild(second);
    CHECK(office.workspace().list()->current() == second);
}

TEST_CASE("a long list is read beside the window, and a child asked for meanwhile is opened then")
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("large.twelvefold").toStdString();
    workbench::DemonstrationOptions many;
    many.children = 3200;
    REQUIRE(workbench::makeDemonstration(path, many));
    std::unique_ptr<workbench::Workbench> bench;
    workbench::Workbench::open(path, bench, "Sam");
    REQUIRE(bench);
    const auto child = bench->store().childRows(bench->defaultCensus()).front().child.id;
    Session session;
    session.adopt(std::move(bench));
    ChildrenWorkspace workspace(session);
    workspace.show();
    QSignalSpy filled(&workspace.list()->model(), &QAbstractItemModel::modelReset);
    CHECK(workspace.list()->model().count() == 0);
    workspace.openChild(child);
    REQUIRE(filled.wait());
    QCoreApplication::processEvents();
    CHECK(workspace.list()->model().count() >= 3200);
    CHECK(workspace.list()->current() == child);
    CHECK(session.selection().children == std::vector{child});
    session.close();
    CHECK(workspace.list()->model().count() == 0);
}

TEST_CASE("of a return of long ago the list says that nobody knows who has left since")
{
    Office office;
    const auto says = [&](const QString& words) {
        office.settle();
        const auto labels = office.workspace().findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->text().contains(words); });
    };
    CHECK_FALSE(says("The records end on"));
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("episodes.csv").toStdString();
    std::ofstream(file) << "CHILD,DECOM,DEC,PLACE\n1,01/05/2017,,U4\n2,01/06/2017,01/02/2018,U4\n";
    REQUIRE(office.bench().applyImport(office.bench().planImport({file}, {})));
    CHECK(says("The records end on 31 Mar 2018: who has left since is not known."));
}
