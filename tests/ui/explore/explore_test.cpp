// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/explore_workspace.h"

#include "common/data_table.h"
#include "common/sliders.h"
#include "common/theme.h"
#include "common/trace_dialog.h"
#include "explore/chart_panel.h"
#include "explore/cost_scope_menu.h"
#include "explore/filter_panel.h"
#include "explore/inspector.h"
#include "explore/linked_tables.h"
#include "support/paths.h"
#include "ui/explore/an_analyst.h"
#include "wording/wording.h"

#include "support/catch.h"
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QProcess>
#include <QSignalSpy>
#include <QTextBrowser>
#include <set>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

using tests::Analyst;

QString cell(const DataTable* table, int row, int column)
{
    return table->model()->index(row, column).data().toString();
}

} // namespace

TEST_CASE("without a store Explore says what is missing and what to do next")
{
    Session session;
    ExploreWorkspace explore(session);
    QSignalSpy wanted(&session, &Session::workspaceRequested);
    sees(explore);
    CHECK_FALSE(explore.picture()->isVisible());
    for (QPushButton* button : explore.findChildren<QPushButton*>()) {
        if (button->isVisible())
            click(button);
    }
    REQUIRE(wanted.size() == 1);
    CHECK(wanted[0][0].value<Workspace>() == Workspace::data);
}

TEST_CASE("an open council shows the sentence, the picture and the same as tables")
{
    Analyst analyst;
    CHECK(analyst.reads(analyst.explore.picture(), "goes with need"));
    const auto& findings = *analyst.session.findings();
    CHECK(analyst.table(LinkedTables::pairs)->model()->rowCount() ==
          static_cast<int>(findings.similarNeed.eachChildOnce.size()));
    CHECK(analyst.table(LinkedTables::questions)->model()->rowCount() ==
          static_cast<int>(findings.worklist->questions.size()));
    CHECK(analyst.table(LinkedTables::children)->model()->rowCount() ==
          static_cast<int>(findings.expectedCosts.size()));
    CHECK(analyst.table(LinkedTables::correlations)->model()->rowCount() ==
          static_cast<int>(findings.correlations.size()));
}

TEST_CASE("moving the tolerance recomputes at once, by keyboard alone")
{
    Analyst analyst;
    auto* slider = analyst.named<NumberSlider>("Similar means within this many levels");
    REQUIRE(slider);
    slider->setFocus();
    const auto before = analyst.session.findings()->similarNeed.pairsConsidered;
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    CHECK(analyst.session.options().tolerance == Approx(4));
    CHECK(analyst.session.findings()->similarNeed.pairsConsidered > before);
    CHECK(analyst.reads(analyst.explore.filters(), "4 levels"));
    press(Qt::Key_Home);
    CHECK(analyst.session.findings()->similarNeed.tolerance == 0);
}

TEST_CASE("within the same setting every pair shares one")
{
    Analyst analyst;
    click(analyst.button("Same setting"));
    CHECK(analyst.session.options().withinSetting);
    const auto& cohort = *analyst.session.cohort();
    for (const statistics::Pair& pair : analyst.session.findings()->similarNeed.pairs)
        CHECK(cohort.setting[pair.a] == cohort.setting[pair.b]);
}

TEST_CASE("a setting that is unticked leaves the picture, the last one stays")
{
    Analyst analyst;
    const std::size_t all = analyst.session.cohort()->size();
    auto* home = analyst.named<QCheckBox>("Children's home");
    REQUIRE(home);
    REQUIRE(home->isVisible());
    click(home);
    CHECK(analyst.session.cohort()->size() < all);
    for (const auto& setting : analyst.session.cohort()->setting)
        CHECK(setting != domain::Setting::childrensHome);
    click(home);
    CHECK(analyst.session.cohort()->size() == all);
    CHECK(analyst.session.filter().of("setting").asksNothing());
    for (const auto& named : domain::allOf<domain::Setting>()) {
        auto* box = analyst.named<QCheckBox>(QString::fromLatin1(named.word.english));
        if (box && box->isVisibleTo(&analyst.explore) && box->isChecked())
            click(box);
    }
    CHECK(analyst.session.filter().of("setting").choices.size() == 1);
    CHECK(analyst.session.cohort()->size() > 0);
}

TEST_CASE("ages are narrowed from both ends")
{
    Analyst analyst;
    auto* ages = analyst.named<RangeSlider>("Ages included, in years");
    REQUIRE(ages);
    ages->setFocus();
    for (int i = 0; i < 10; ++i)
        press(Qt::Key_Right);
    CHECK(analyst.session.filter().of("age") == domain::between(10, {}));
    CHECK(analyst.reads(analyst.explore.filters(), "10 to 17 years"));
    for (std::size_t row = 0; row < analyst.session.cohort()->size(); ++row)
        CHECK(analyst.session.cohort()->age.at(row).value_or(0) >= 10);
}

TEST_CASE("a cost component that is not counted leaves everybody's weekly cost")
{
    Analyst analyst;
    CostScopeMenu* menu = analyst.explore.findChild<CostScopeMenu*>();
    REQUIRE(menu);
    menu->read(analyst.session.filter().costs);
    const double before = analyst.session.findings()->cohort.spendWeekly;
    menu->box(domain::CostComponent::core)->click();
    CHECK_FALSE(analyst.session.filter().costs.components[0]);
    CHECK(analyst.session.findings()->cohort.spendWeekly < before);
    for (const auto& named : domain::allOf<domain::CostComponent>()) {
        if (menu->box(named.value)->isChecked())
            menu->box(named.value)->click();
    }
    const auto& left = analyst.session.filter().costs.components;
    CHECK(std::ranges::count(left, true) == 1); // nothing to count is nothing to compare
}

TEST_CASE("a pair chosen in the table is shown in the picture and in full beside it")
{
    Analyst analyst;
    REQUIRE(analyst.table(LinkedTables::pairs)->model()->rowCount() > 1);
    analyst.chooseRow(LinkedTables::pairs, 1);
    const Selection& selection = analyst.session.selection();
    REQUIRE(selection.kind == Selection::Kind::pair);
    CHECK(analyst.pseudonym(selection.children[0]) ==
          cell(analyst.table(LinkedTables::pairs), 1, 0));
    CHECK(analyst.pseudonym(selection.children[1]) ==
          cell(analyst.table(LinkedTables::pairs), 1, 1));
    CHECK(analyst.reads(analyst.explore.inspector(), "times"));
    CHECK(analyst.reads(analyst.explore.inspector(), "What differs"));
    CHECK(analyst.reads(analyst.explore.inspector(), analyst.pseudonym(selection.children[1])));
}

TEST_CASE("a child chosen in the picture is marked in the tables, and cleared with the selection")
{
    Analyst analyst;
    const auto& cohort = *analyst.session.cohort();
    const std::size_t row = analyst.session.findings()->expectedCosts.front().row;
    emit find<charts::NeedCostChart>(&analyst.explore)->childClicked(row, false);
    CHECK(analyst.session.selection() == Selection{Selection::Kind::child, {cohort.child[row]}});
    const QModelIndex current = analyst.table(LinkedTables::children)->currentIndex();
    REQUIRE(current.isValid());
    CHECK(cell(analyst.table(LinkedTables::children), current.row(), 0) ==
          QString::fromStdString(cohort.pseudonym[row]));
    CHECK(analyst.reads(analyst.explore.inspector(), "Expected cost"));
    emit find<charts::NeedCostChart>(&analyst.explore)->selectionCleared();
    CHECK(analyst.session.selection().kind == Selection::Kind::nothing);
    CHECK_FALSE(analyst.table(LinkedTables::children)->currentIndex().isValid());
    CHECK(analyst.reads(analyst.explore.inspector(), "All children in force"));
}

TEST_CASE("with Ctrl children join the group and leave it again")
{
    Analyst analyst;
    auto* chart = find<charts::NeedCostChart>(&analyst.explore);
    emit chart->childClicked(0, false);
    emit chart->childClicked(1, true);
    emit chart->childClicked(2, true);
    CHECK(analyst.session.selection().kind == Selection::Kind::group);
    CHECK(analyst.session.selection().children.size() == 3);
    CHECK(analyst.reads(analyst.explore.inspector(), "3 children"));
    emit chart->childClicked(1, true);
    emit chart->childClicked(2, true);
    CHECK(analyst.session.selection().kind == Selection::Kind::child);
}

TEST_CASE("the table is walked with the arrow keys, Enter opens the child's page")
{
    Analyst analyst;
    QSignalSpy opened(&analyst.session, &Session::childRequested);
    analyst.chooseRow(LinkedTables::children, 0);
    analyst.table(LinkedTables::children)->setFocus();
    press(Qt::Key_Down);
    const auto chosen = analyst.session.selection();
    REQUIRE(chosen.kind == Selection::Kind::child);
    CHECK(analyst.pseudonym(chosen.children[0]) ==
          cell(analyst.table(LinkedTables::children), 1, 0));
    press(Qt::Key_Return);
    REQUIRE(opened.size() == 1);
    CHECK(opened[0][0].value<domain::ChildId>() == chosen.children[0]);
}

TEST_CASE("a selected child stays selected while the slider moves")
{
    Analyst analyst;
    analyst.chooseRow(LinkedTables::children, 2);
    const Selection chosen = analyst.session.selection();
    auto* slider = analyst.named<NumberSlider>("Similar means within this many levels");
    slider->setFocus();
    press(Qt::Key_Right);
    CHECK(analyst.session.selection() == chosen);
    CHECK(analyst.reads(analyst.explore.inspector(), analyst.pseudonym(chosen.children[0])));
}

TEST_CASE("the comparators of a child become the group on show")
{
    Analyst analyst;
    const auto& expected = analyst.session.findings()->expectedCosts.front();
    const std::size_t comparators = expected.comparators.size();
    analyst.session.selectChild(analyst.session.cohort()->child[expected.row]);
    QPushButton* show = analyst.button("Show the comparators");
    REQUIRE(show);
    click(show);
    CHECK(analyst.session.selection().kind == Selection::Kind::group);
    CHECK(analyst.session.selection().children.size() == comparators + 1);
}

TEST_CASE("all pairs may use a child more than once, each child once does not")
{
    Analyst analyst;
    const auto children = [&](bool once) {
        const auto& similar = analyst.session.findings()->similarNeed;
        std::multiset<std::size_t> used;
        for (const statistics::Pair& pair : once ? similar.eachChildOnce : similar.pairs) {
            used.insert(pair.a);
            used.insert(pair.b);
        }
        return used;
    };
    const auto once = children(true);
    CHECK(std::set<std::size_t>(once.begin(), once.end()).size() == once.size());
    analyst.explore.tables()->setCurrent(LinkedTables::pairs);
    button(analyst.explore.tables(), "Each child once")->menu()->actions()[1]->trigger();
    CHECK(analyst.table(LinkedTables::pairs)->model()->rowCount() ==
          static_cast<int>(analyst.session.findings()->similarNeed.pairs.size()));
}

TEST_CASE("those who are not shown are counted with reasons and can be listed")
{
    Analyst analyst;
    std::size_t left = 0;
    for (const auto& [reason, n] : analyst.session.findings()->cohort.excluded)
        left += n;
    REQUIRE(left > 0);
    CHECK(analyst.reads(analyst.explore.filters(), QString::number(left)));
    click(analyst.button("Show them"));
    CHECK(analyst.table(LinkedTables::children)->model()->rowCount() == static_cast<int>(left));
    CHECK(analyst.table(LinkedTables::children)->isVisible());
}

TEST_CASE("every figure opens how it was worked out")
{
    Analyst analyst;
    click(analyst.button("How was this worked out?"));
    auto* dialog = analyst.explore.findChild<TraceDialog*>();
    REQUIRE(dialog);
    const QString lines = dialog->findChild<QTextBrowser*>()->toPlainText();
    CHECK(lines.contains("Worked out from"));
    CHECK(lines.size() > 200);
    for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
        if (button->text() == "Copy")
            click(button);
    }
    CHECK(QApplication::clipboard()->text().contains("Worked out from"));
    dialog->close();
}

TEST_CASE("picture and table are saved where the person says, and a refusal is told")
{
    Analyst analyst;
    QSignalSpy said(&analyst.session, &Session::said);
    analyst.answers.file = analyst.council.folder() + "/picture";
    analyst.action("Save the picture as PNG");
    CHECK(QFile::exists(analyst.council.folder() + "/picture.png"));
    analyst.action("Save the picture as SVG");
    CHECK(QFile::exists(analyst.council.folder() + "/picture.svg"));
    analyst.action("Save the picture as PDF");
    CHECK(QFile::exists(analyst.council.folder() + "/picture.pdf"));
    analyst.action("Save the children as CSV");
    CHECK(QFile::exists(analyst.council.folder() + "/picture.csv"));
    CHECK(said.size() == 4);
    analyst.answers.file = analyst.council.folder() + "/not/there.png";
    analyst.action("Save the picture as PNG");
    REQUIRE(analyst.answers.told.size() == 1);
    CHECK(analyst.answers.told[0].contains("not saved"));
    analyst.answers.file.clear(); // decided otherwise
    analyst.action("Save the picture as PNG");
    CHECK(said.size() == 4);
}

TEST_CASE("the children saved are byte for byte what the command line says of them")
{
    Analyst analyst;
    analyst.answers.file = analyst.council.folder() + "/children";
    analyst.action("Save the children as CSV");
    QFile saved(analyst.council.folder() + "/children.csv");
    REQUIRE(saved.open(QIODevice::ReadOnly));
    const QByteArray table = saved.readAll();
    CHECK(table.count('\n') == static_cast<qsizetype>(analyst.session.cohort()->size()) + 1);

    QProcess program;
    program.start(QString::fromStdString(tests::commandLine().string()),
                  {"cohort", "--comparable", "--store", analyst.council.path(), "--census",
                   QString::fromStdString(analyst.session.census().iso())});
    REQUIRE(program.waitForFinished(100'000));
    CHECK((program.readAllStandardOutput() == table));
}

TEST_CASE("filters that let nobody through say so and stay at hand")
{
    Analyst analyst;
    domain::CohortFilter filter = analyst.session.filter();
    filter.ask("age", domain::between(30, {}));
    analyst.session.setFilter(filter);
    CHECK(analyst.reads(analyst.explore.picture(), "No children to compare"));
    CHECK(analyst.explore.filters()->isVisible());
    CHECK(analyst.table(LinkedTables::children)->model()->rowCount() == 0);
}

TEST_CASE("closing the store leaves nothing of it on the screen")
{
    Analyst analyst;
    analyst.chooseRow(LinkedTables::children, 0);
    analyst.session.close();
    settle();
    CHECK_FALSE(analyst.explore.picture()->isVisible());
    CHECK(analyst.table(LinkedTables::children)->model()->rowCount() == 0);
}

TEST_CASE("every control of Explore has a name for a screen reader")
{
    Analyst analyst;
    for (QWidget* widget : analyst.explore.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
            widget->objectName().startsWith("qt_"))
            continue;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        REQUIRE(accessible);
        INFO(widget->metaObject()->className());
        CHECK_FALSE(accessible->text(QAccessible::Name).isEmpty());
    }
}

TEST_CASE("Explore in dark paints on dark, also where it was opened in light")
{
    Analyst analyst;
    Appearance::instance().setChoice(Appearance::Choice::dark);
    settle();
    const QImage image = analyst.explore.grab().toImage();
    Appearance::instance().setChoice(Appearance::Choice::light);
    int pale = 0;
    for (int x = 0; x < image.width(); x += 7) {
        for (int y = 0; y < image.height(); y += 7)
            pale += qGray(image.pixel(x, y)) > 200;
    }
    CHECK(pale < image.width() * image.height() / 49 / 20);
}

TEST_CASE("cost drivers are a table with a sentence and a way to how they were worked out")
{
    const Analyst analyst(200); // of fewer than a hundred nothing is shared out
    REQUIRE(waitsFor([&] { return analyst.session.findings() != nullptr; }));
    LinkedTables& tables = *analyst.explore.tables();
    tables.setCurrent(LinkedTables::drivers);
    const auto& drivers = analyst.session.findings()->drivers;
    REQUIRE(drivers.rSquared);
    const DataTable* table = analyst.table(LinkedTables::drivers);
    CHECK(table->model()->rowCount() == static_cast<int>(drivers.groups.size()));
    CHECK(cell(table, 0, CostDriversModel::group) == wording::driverName(drivers.groups.front()));
    CHECK(cell(table, 0, CostDriversModel::bar).contains("by chance"));
    CHECK(analyst.reads(&tables, "of the spread of weekly cost"));
    QSignalSpy traced(&tables, &LinkedTables::traceWanted);
    for (QPushButton* button : tables.findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text() == "How?")
            click(button);
    }
    CHECK(traced.size() == 1);
    tables.setCurrent(LinkedTables::questions);
    CHECK(analyst.reads(&tables, "Safety first"));
}

TEST_CASE("a pair's gap is told apart in pounds")
{
    Analyst analyst;
    analyst.chooseRow(LinkedTables::pairs, 0);
    CHECK(analyst.reads(&analyst.explore, "What goes along with the gap"));
    CHECK((analyst.reads(&analyst.explore, "Nothing recorded") ||
           analyst.reads(&analyst.explore, "Not everything that the model needs is recorded")));
}

TEST_CASE("each way to export has a name of its own, and says why where there is nothing")
{
    Answers answers;
    Session session;
    ExploreWorkspace explore(session);
    sees(explore);
    QSignalSpy said(&session, &Session::said);
    std::set<QString> names;
    QList<QAction*> commands;
    for (QAction* action : explore.actions())
        commands += action->menu() ? action->menu()->actions() : QList{action};
    for (QAction* action : commands) {
        const QString words = asRead(action->text());
        if (action->objectName() == "notShown" ||
            (!words.contains("picture") && !words.contains("CSV")))
            continue;
        CHECK(names.insert(action->objectName()).second);
        action->trigger();
        REQUIRE_FALSE(said.isEmpty());
        CHECK(said.takeLast()[0].toString().startsWith("There is nothing to export"));
    }
    CHECK(names.size() == 5);
}
