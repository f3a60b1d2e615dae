// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/children_of_cohort.h"
#include "ui/explore/an_analyst.h"

#include <QClipboard>
#include <QFile>
#include <algorithm>
#include <set>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;
using Table = LinkedTables::Table;

namespace {

constexpr Table kOfChildren[] = {LinkedTables::children, LinkedTables::pairs,
                                 LinkedTables::questions};

int marked(const DataTable& table)
{
    int n = 0;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        n += table.model()->index(row, 0).data(DataTable::kMarkedRole).toBool();
    return n;
}

// Some of the children of the cohort, among them those of the widest pair, as a brush takes them.
Selection brushed(const tests::Analyst& at)
{
    const auto cohort = at.session.cohort();
    std::set<std::size_t> rows{0, 1, 2, 3, 4, 5, 6, 7};
    const auto& pair = at.session.findings()->similarNeed.eachChildOnce.front();
    rows.insert({pair.a, pair.b});
    for (const auto& question : at.session.findings()->worklist->questions) {
        if (question.children.size() > 1)
            continue;
        const auto asked = std::ranges::find(cohort->child, question.children.front().child);
        REQUIRE(asked != cohort->child.end());
        rows.insert(static_cast<std::size_t>(asked - cohort->child.begin()));
    }
    return selectionOf({rows.begin(), rows.end()}, *cohort);
}

} // namespace

TEST_CASE("a group that was brushed stands out in every table that lists children")
{
    tests::Analyst at;
    for (const Table table : kOfChildren)
        CHECK(marked(*at.table(table)) == 0);
    at.session.select(brushed(at));
    for (const Table table : kOfChildren) {
        CAPTURE(table);
        const int n = marked(*at.table(table));
        CHECK(n > 0);
        CHECK(n < at.table(table)->model()->rowCount());
    }
    at.session.selectChild(at.session.cohort()->child.front());
    for (const Table table : kOfChildren)
        CHECK(marked(*at.table(table)) == 0);
}

TEST_CASE("only the group is listed where one asks for it, and saved as such")
{
    tests::Analyst at;
    at.explore.tables()->setCurrent(LinkedTables::children);
    CHECK_FALSE(seenButton(at.explore.tables(), "Only th"));
    const Selection group = brushed(at);
    at.session.select(group);
    const int all = at.table(LinkedTables::children)->model()->rowCount();
    QPushButton* only = button(at.explore.tables(), "Only this group");
    REQUIRE(only->isVisible());
    click(only);
    for (const Table table : kOfChildren) {
        CAPTURE(table);
        DataTable* shown = at.table(table);
        CHECK(shown->model()->rowCount() == marked(*shown));
    }
    const int listed = at.table(LinkedTables::children)->model()->rowCount();
    CHECK(listed < all);

    SECTION("a row of it is looked at without losing the rest")
    {
        at.chooseRow(LinkedTables::children, 1);
        CHECK(at.session.selection().kind == Selection::Kind::child);
        CHECK(at.table(LinkedTables::children)->model()->rowCount() == listed);
        CHECK(only->isVisible());
    }
    SECTION("another group takes its place")
    {
        Selection other = group;
        other.children.resize(5);
        at.session.select(other);
        CHECK(at.table(LinkedTables::children)->model()->rowCount() <= 5);
    }
    SECTION("it is saved with a caption that says so")
    {
        at.answers.file = at.council.folder() + "/group.csv";
        DataTable* shown = at.table(LinkedTables::children);
        shown->saveRows(shown->allRows());
        QFile file(at.answers.file);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        CHECK(text.count("\r\n") == listed + 2);
        CHECK(text.section("\r\n", 0, 0).contains("children who were chosen"));
    }
    SECTION("and all again")
    {
        click(only);
        CHECK(at.table(LinkedTables::children)->model()->rowCount() == all);
    }
}

TEST_CASE("several rows chosen in a table are a group everywhere, and stay chosen there")
{
    tests::Analyst at;
    at.chooseRow(LinkedTables::children, 0);
    DataTable* table = at.table(LinkedTables::children);
    table->setFocus();
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    CHECK(at.session.selection().kind == Selection::Kind::group);
    CHECK(at.session.selection().children.size() == 3);
    CHECK(table->selectionModel()->selectedRows().size() == 3);
    press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text().count('\n') == 4);
}

TEST_CASE("a group does not outlive its store: the next one is listed whole")
{
    tests::Analyst at;
    const int all = at.table(LinkedTables::children)->model()->rowCount();
    at.session.select(brushed(at));
    click(button(at.explore.tables(), "Only this group"));
    REQUIRE(at.table(LinkedTables::children)->model()->rowCount() < all);
    const tests::ACouncil other; // of the same children
    at.session.adopt(other.open());
    settle();
    CHECK_FALSE(seenButton(at.explore.tables(), "Only th"));
    const Session& session = at.session;
    CHECK(at.table(LinkedTables::pairs)->model()->rowCount() ==
          static_cast<int>(session.findings()->similarNeed.eachChildOnce.size()));
    for (const Table table : kOfChildren)
        CHECK(marked(*at.table(table)) == 0);
    CHECK(at.table(LinkedTables::children)->model()->rowCount() == all);
}
