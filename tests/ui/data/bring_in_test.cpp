// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/bring_in_page.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "common/elided_combo_box.h"
#include "common/paths.h"
#include "common/states.h"
#include "common/trace_dialog.h"
#include "data/care_page.h"
#include "data/data_workspace.h"
#include "data/drop_zone.h"
#include "data/matching_page.h"
#include "data/plan_view.h"
#include "data/quality_page.h"
#include "support/finders.h"
#include "support/person.h"
#include "ui/shell/a_council.h"
#include "wording/wording.h"

#include "support/catch.h"
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextBrowser>

#include <algorithm>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

constexpr domain::MessageKind kPrepared{"test-prepared", "Prepared"};
constexpr const char* kHeader = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                                "NEW-1,1,14/02/2012,WBRI,A123456789012,,\n"
                                "NEW-2,2,03/07/2011,BAFR,UN3,,\n"
                                "NEW-3,2,31/02/2010,WBRI,UN3,,\n"
                                ",2,03/07/2008,WBRI,UN3,,\n";

struct Desk
{
    Desk() : data(session)
    {
        session.adopt(council.open());
        data.resize(1100, 700);
        sees(data);
    }
    std::size_t children() { return session.workbench().store().childCount(); }
    void reads(const QString& path)
    {
        data.bringIn()->read({path});
        REQUIRE(waitsFor([&] { return !find<Busy>(data.bringIn())->running(); }));
    }

    tests::ACouncil council;
    Answers answers;
    Session session;
    DataWorkspace data;
};

} // namespace

TEST_CASE("files show what they would do before anything is changed")
{
    Desk desk;
    const std::size_t before = desk.children();
    desk.answers.file = desk.council.file("header.csv", kHeader);
    click(desk.data.bringIn()->dropZone()->filesButton());
    REQUIRE(waitsFor([&] { return find<PlanView>(&desk.data)->isVisible(); }));
    const auto& plan = find<PlanView>(&desk.data)->plan();
    REQUIRE(plan.files.size() == 1);
    const auto& file = plan.files.front();
    CHECK(file.rows == 4);
    CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
    CHECK(file.rejected >= 1);
    CHECK(desk.children() == before);
    CHECK(find<DataTable>(&desk.data, "Problems")->model()->rowCount() ==
          static_cast<int>(plan.problems.size()));
}

TEST_CASE("what only a person can say is asked above the files, and the plan made again with it")
{
    Desk desk;
    desk.council.file("header.csv", "CHILD,DOB\nNEW-1,14/02/2012\n");
    desk.council.file("costs.csv", "child_id,component,amount,period,start\n"
                                   "NEW-1,core,4500,week,01/04/2024\n");
    QTemporaryDir folder;
    for (const char* name : {"header.csv", "costs.csv"})
        REQUIRE(QFile::copy(desk.council.folder() + '/' + name, folder.filePath(name)));
    desk.reads(folder.path());
    auto* view = find<PlanView>(&desk.data);
    REQUIRE(view->plan().questions.size() == 1);
    auto* choice = find<ElidedComboBox>(view, "How dates are written");
    CHECK(choice->isVisible());
    REQUIRE(choice->count() == 2);
    CHECK(choice->currentIndex() == -1); // nothing is taken for an answer that nobody gave
    // Who presses Enter goes on to the question, not past it.
    CHECK(choice->hasFocus());
    const auto says = [view](const QString& words) {
        return std::ranges::any_of(view->findChildren<QLabel*>(), [&](const QLabel* label) {
            return label->text().contains(words);
        });
    };
    CHECK(says("Rows that wait for an answer: 1."));
    CHECK(says("Something must be answered first. New rows: 1. Changed: 0"));
    choice->setCurrentIndex(0);
    emit choice->activated(0);
    REQUIRE(waitsFor([&] { return view->plan().questions.empty(); }));
    CHECK(view->bringInButton()->hasFocus());
    // What was answered stays in sight, to be answered otherwise.
    choice = find<ElidedComboBox>(view, "How dates are written");
    CHECK(choice->currentIndex() == 0);
    choice->setCurrentIndex(1);
    emit choice->activated(1);
    REQUIRE(waitsFor([&] {
        const auto& answered = view->plan().answered;
        return !answered.empty() && find<ElidedComboBox>(view, "How dates are written") != choice;
    }));
    CHECK(find<ElidedComboBox>(view, "How dates are written")->currentIndex() == 1);
    const auto& files = view->plan().files;
    CHECK(std::ranges::all_of(files, [](const auto& file) { return file.accepted == 1; }));

    SECTION("and how each column was read is there to see")
    {
        auto* columns = find<DataTable>(&desk.data, "How columns were read");
        CHECK_FALSE(columns->isVisible());
        click(seenButton(view, "Columns"));
        CHECK(columns->isVisible());
        CHECK(columns->model()->rowCount() == static_cast<int>(view->plan().columns.size()));
        click(seenButton(view, "All"));
        CHECK(find<DataTable>(&desk.data, "Problems")->isVisible());
    }
}

TEST_CASE("what is brought in is one step, and undone as one")
{
    Desk desk;
    const std::size_t before = desk.children();
    desk.reads(desk.council.file("header.csv", kHeader));
    const auto fresh = find<PlanView>(&desk.data)->plan().newChildren;
    REQUIRE(fresh >= 2);
    CHECK_FALSE(desk.session.working());
    find<PlanView>(&desk.data)->bringInButton()->click();
    CHECK(desk.session.working()); // nothing else may wait for the store meanwhile
    REQUIRE(waitsFor([&] { return button(desk.data.bringIn(), "Undo this")->isVisible(); }));
    CHECK_FALSE(desk.session.working());
    CHECK(desk.children() == before + static_cast<std::size_t>(fresh));

    click(button(desk.data.bringIn(), "Undo this"));
    CHECK(desk.children() == before);
    CHECK_FALSE(button(desk.data.bringIn(), "Undo this")->isEnabled());

    click(button(desk.data.bringIn(), "Bring in more"));
    CHECK(desk.data.bringIn()->dropZone()->isVisible());
}

TEST_CASE("what was brought in is not undone in place of what was done after it")
{
    Desk desk;
    const std::size_t before = desk.children();
    desk.reads(desk.council.file("header.csv", kHeader));
    const auto fresh = static_cast<std::size_t>(find<PlanView>(&desk.data)->plan().newChildren);
    click(find<PlanView>(&desk.data)->bringInButton());
    QPushButton* undo = button(desk.data.bringIn(), "Undo this");
    REQUIRE(waitsFor([&] { return undo->isVisible(); }));
    auto& bench = desk.session.workbench();

    SECTION("a child added by hand stays, and is said to stand in the way")
    {
        const auto since = desk.session.census().plusDays(-9);
        REQUIRE(bench.addChild({}, {}, {since, std::nullopt}));
        settle();
        click(undo);
        CHECK(desk.children() == before + fresh + 1);
        REQUIRE(desk.answers.told.size() == 1);
        CHECK(desk.answers.told.front().startsWith("Later changes must be undone first: "));
        CHECK(desk.answers.told.front().contains("The latest is: "));
        CHECK(undo->isEnabled());
        REQUIRE(bench.undo());
        settle();
        click(undo);
        CHECK(desk.children() == before);
        CHECK(desk.data.bringIn()->result() == "Undone");
    }
    SECTION("undone elsewhere, it is not offered any more; redone, it is again")
    {
        REQUIRE(bench.undo());
        settle();
        CHECK_FALSE(undo->isEnabled());
        CHECK(desk.data.bringIn()->result() == "Undone");
        REQUIRE(bench.redo());
        settle();
        CHECK(undo->isEnabled());
        CHECK(desk.data.bringIn()->result().endsWith(" rows brought in"));
        REQUIRE(bench.undo());
        settle();
        REQUIRE(bench.addChild({}, {}, {desk.session.census().plusDays(-9), std::nullopt}));
        settle();
        CHECK_FALSE(undo->isEnabled());
    }
}

TEST_CASE("the same file a second time has nothing to bring in")
{
    Desk desk;
    const QString file = desk.council.file("header.csv", kHeader);
    desk.reads(file);
    click(find<PlanView>(&desk.data)->bringInButton());
    REQUIRE(waitsFor([&] { return button(desk.data.bringIn(), "Undo this")->isVisible(); }));
    desk.reads(file);
    CHECK(find<PlanView>(&desk.data)->plan().nothingToDo());
    CHECK_FALSE(find<PlanView>(&desk.data)->bringInButton()->isEnabled());
}

TEST_CASE("problems can be narrowed to the rows that would not be taken, and saved")
{
    Desk desk;
    desk.reads(desk.council.file("header.csv", kHeader));
    PlanView* plan = find<PlanView>(&desk.data);
    click(find<SegmentedControl>(plan, "Which problems to show")->segment(1));
    std::int64_t rejections = 0;
    for (const auto& problem : plan->plan().problems)
        rejections += problem.severity == domain::Problem::Severity::rejection ? 1 : 0;
    REQUIRE(rejections > 0);
    CHECK(find<DataTable>(plan, "Problems")->model()->rowCount() == rejections);

    desk.answers.file = desk.council.folder() + "/rejects.csv";
    click(button(plan, "Save the rejects…"));
    QFile saved(desk.answers.file);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    CHECK(saved.readAll().contains("header.csv"));
}

TEST_CASE("a file that is something else is said to be, and changes nothing")
{
    Desk desk;
    desk.reads(desk.council.file("menu.csv", "dish,price\nsoup,4\n"));
    PlanView* plan = find<PlanView>(&desk.data);
    CHECK_FALSE(plan->plan().anythingRead());
    CHECK_FALSE(plan->bringInButton()->isEnabled());
    CHECK(find<DataTable>(plan, "Problems")->model()->rowCount() > 0);
    click(button(plan, "Choose other files"));
    CHECK(desk.data.bringIn()->dropZone()->isVisible());
}

TEST_CASE("files are taken when they are let go over the page")
{
    Desk desk;
    QMimeData carried;
    carried.setUrls({QUrl::fromLocalFile(desk.council.file("header.csv", kHeader))});
    QDragEnterEvent over(QPoint(50, 50), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.data.bringIn()->dropZone(), &over);
    CHECK(over.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.data.bringIn()->dropZone(), &drop);
    REQUIRE(waitsFor([&] { return find<PlanView>(&desk.data)->isVisible(); }));
    CHECK(find<PlanView>(&desk.data)->plan().files.size() == 1);
}

TEST_CASE("a problem of data quality leads to its children")
{
    Desk desk;
    find<QTabWidget>(&desk.data)->setCurrentWidget(desk.data.quality());
    settle();
    DataTable* problems = find<DataTable>(desk.data.quality(), "What is missing");
    DataTable* children = desk.data.quality()->children();
    REQUIRE(problems->model()->rowCount() > 1);
    for (int row = 0; row < problems->model()->rowCount(); ++row) {
        problems->setFocus();
        problems->selectRow(row);
        settle();
        CHECK(QString::number(children->model()->rowCount()) ==
              problems->model()->index(row, 1).data().toString());
    }
    domain::ChildId asked;
    QObject::connect(&desk.session, &Session::childRequested, &desk.data,
                     [&](domain::ChildId child) { asked = child; });
    children->setFocus();
    children->selectRow(0);
    press(Qt::Key_Return);
    CHECK(asked);
}

TEST_CASE("data quality looks at everybody on the day, whoever is compared")
{
    Desk desk;
    find<QTabWidget>(&desk.data)->setCurrentWidget(desk.data.quality());
    REQUIRE(waitsFor([&] { return desk.session.cohort() != nullptr; }));
    settle();
    const auto shown = [&] {
        QStringList rows;
        const auto* model = find<DataTable>(desk.data.quality(), "What is missing")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            rows << model->index(row, 0).data().toString() + model->index(row, 1).data().toString();
        return rows;
    };
    const QStringList before = shown();
    // Nobody is compared: that is no reason to look at nobody's records.
    domain::CohortFilter filter = desk.session.filter();
    filter.ask("age", domain::between(99, 99));
    desk.session.setFilter(filter);
    REQUIRE(waitsFor([&] { return desk.session.cohort()->size() == 0; }));
    settle();
    CHECK(shown() == before);
    const auto everyone = desk.session.wholeCohort();
    CHECK(desk.session.filter().notCompared.size() == 2);
    std::size_t children = 0;
    for (const QLabel* label : desk.data.quality()->findChildren<QLabel*>())
        children +=
            label->text().contains("of " + QString::number(everyone->filtered({}).size())) ? 1 : 0;
    CHECK(children == 1);
}

TEST_CASE("costs that outlive their placement are ended by one press, and one undo takes it back")
{
    tests::ACouncil council;
    {
        // As an earlier version of the program left them.
        auto opened = store::Store::open(toPath(council.path()));
        REQUIRE(opened.store);
        const auto rows = opened.store->childRows(*domain::Date::from(2026, 3, 31));
        opened.store->edit({kPrepared, {}}, "A tester", [&](store::Writer& writer) {
            for (int i = 0; i < 2; ++i) {
                domain::Placement placement;
                placement.child = rows[static_cast<std::size_t>(i)].child.id;
                placement.setting = domain::Setting::childrensHome;
                placement.period = {*domain::Date::from(2001, 1, 1),
                                    domain::Date::from(2001, 6, 1)};
                domain::CostLine line;
                line.child = placement.child;
                line.placement = writer.addPlacement(placement);
                line.amount = domain::Money::pounds(4000);
                line.per = domain::CostPer::week;
                line.period = {placement.period.start, std::nullopt};
                writer.addCostLine(line);
            }
        });
    }
    Answers answers;
    Session session;
    DataWorkspace data(session);
    session.adopt(council.open());
    data.resize(1100, 700);
    sees(data);
    find<QTabWidget>(&data)->setCurrentWidget(data.quality());
    settle();
    QPushButton* mend = data.quality()->mendButton();
    REQUIRE(mend->isVisible());
    CHECK(mend->text().contains("2"));
    const auto ends = [&] { return session.workbench().linesPastTheirEnd().size(); };
    REQUIRE(ends() == 2);

    answers.yes = false; // thought better of it
    click(mend);
    CHECK(ends() == 2);
    answers.yes = true;
    click(mend);
    CHECK(answers.told.size() == 2);
    CHECK(ends() == 0);
    CHECK(waitsFor([&] { return !mend->isVisible(); }));
    REQUIRE(session.workbench().undo().ok());
    CHECK(ends() == 2);
    CHECK(waitsFor([&] { return mend->isVisible(); }));

    // What is doubtful about costs is told as the matching tells it, which is a press away.
    const auto labels = data.quality()->findChildren<QLabel*>();
    CHECK(std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisible() &&
               label->text() ==
                   wording::matchedCosts(session.workbench().costMatching(session.census()));
    }));
    click(button(data.quality(), "Match costs to placements"));
    CHECK(find<QTabWidget>(&data)->currentWidget() == data.matching());
}

TEST_CASE("of hundreds of things that a check finds the first stand on the page, and all are a "
          "press away")
{
    tests::ACouncil council;
    {
        auto opened = store::Store::open(toPath(council.path()));
        REQUIRE(opened.store);
        const auto rows = opened.store->childRows(*domain::Date::from(2026, 3, 31));
        opened.store->edit({kPrepared, {}}, "A tester", [&](store::Writer& writer) {
            for (int i = 0; i < 300; ++i) {
                domain::Placement placement;
                placement.child = rows.front().child.id;
                placement.setting = domain::Setting::childrensHome;
                const auto start = domain::Date::from(2001, 1, 1)->plusDays(i);
                placement.period = {start, start.plusDays(400)};
                writer.addPlacement(placement);
            }
        });
    }
    Session session;
    DataWorkspace data(session);
    session.adopt(council.open());
    data.resize(1100, 700);
    sees(data);
    find<QTabWidget>(&data)->setCurrentWidget(data.care());
    settle();
    CarePage* care = data.care();
    CHECK_FALSE(seenButton(care, "Show all"));
    click(care->checkButton());
    REQUIRE(waitsFor([&] { return !find<Busy>(care)->running(); }));
    settle();
    CHECK(care->checkResult().contains("sound"));
    CHECK(care->checkResult().contains("and 95 more."));
    CHECK(care->checkResult().count('\n') < 10);
    CHECK(care->trail()->height() > 100);
    REQUIRE(seenButton(care, "Show all"));
    click(seenButton(care, "Show all"));
    auto* list = care->findChild<TraceDialog*>();
    REQUIRE(list);
    const QString all = list->findChild<QTextBrowser*>()->toPlainText();
    CHECK(all.count("two placements at once") == 100);
    CHECK(all.contains(" more placements begin before the one before them has ended."));
    list->close();
}

TEST_CASE("the store is checked and backed up, and its changes are listed")
{
    Desk desk;
    find<QTabWidget>(&desk.data)->setCurrentWidget(desk.data.care());
    settle();
    CarePage* care = desk.data.care();
    const int before = care->trail()->model()->rowCount();
    CHECK(before >= 1);
    click(care->checkButton());
    REQUIRE(waitsFor([&] { return !find<Busy>(care)->running(); }));
    CHECK(care->checkResult().contains("sound"));

    desk.answers.file = desk.council.folder() + "/copy.twelvefold";
    click(button(care, "Save a backup…"));
    REQUIRE(waitsFor([&] { return !find<Busy>(care)->running(); }));
    CHECK(QFile::exists(desk.answers.file));
    CHECK(desk.answers.told.isEmpty());

    domain::Child child;
    child.localId = "NEW-9";
    REQUIRE(
        desk.session.workbench().addChild(child, {}, {desk.session.census(), std::nullopt}).ok());
    settle();
    CHECK(care->trail()->model()->rowCount() == before + 1);
}

TEST_CASE("a store that is closed while files are read lets go of them")
{
    Desk desk;
    desk.data.bringIn()->read({desk.council.file("header.csv", kHeader)});
    desk.session.close();
    CHECK_FALSE(find<Busy>(desk.data.bringIn())->running());
    settle();
    CHECK(desk.data.bringIn()->dropZone()->isVisible());
}

TEST_CASE("the placements are saved for the national standard once it is said what they tell")
{
    Desk desk;
    QTemporaryDir folder;
    desk.answers.newFile = folder.filePath("placements"); // the suffix comes by itself
    desk.answers.yes = false;
    desk.data.care()->savePlacements();
    CHECK_FALSE(QFile::exists(folder.filePath("placements.xlsx")));
    desk.answers.yes = true;
    QString said;
    QObject::connect(&desk.session, &Session::said, [&](const QString& line) { said = line; });
    desk.data.care()->savePlacements();
    REQUIRE(waitsFor([&] { return !said.isEmpty(); }));
    CHECK(said.endsWith("saved."));
    CHECK(QFile::exists(folder.filePath("placements.xlsx")));
    CHECK(desk.answers.told.last().contains("national data standard"));
}

TEST_CASE("changes are seen field by field, and one that is left out is not made")
{
    Desk desk;
    const QString first = desk.council.file("header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                                                          "NEW-1,M,14/02/2012,WBRI,,,\n"
                                                          "NEW-2,F,03/07/2011,BAFR,,,\n");
    desk.reads(first);
    auto* view = find<PlanView>(&desk.data);
    view->bringInButton()->click();
    REQUIRE(waitsFor([&] { return button(desk.data.bringIn(), "Undo this")->isVisible(); }));
    desk.reads(desk.council.file("later.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                                              "NEW-1,M,14/02/2012,MWBC,,,\n"
                                              "NEW-2,F,03/07/2011,BCRB,,,\n"
                                              "NEW-3,F,05/07/2011,BCRB,,,\n"));
    click(seenButton(view, "Changes"));
    auto* table = find<DataTable>(view, "Changes");
    REQUIRE(table->isVisible());
    REQUIRE(table->model()->rowCount() == 2);
    const auto cell = [table](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    CHECK(cell(0, 3) == "Ethnicity");
    CHECK(cell(0, 4) == "WBRI");
    CHECK(cell(0, 5) == "MWBC");
    CHECK(view->bringInButton()->text() == "Bring in");

    // By the keyboard alone.
    table->setFocus();
    table->selectRow(0);
    press(Qt::Key_Space);
    CHECK(cell(0, 0) == "left out");
    CHECK(cell(1, 0) == "yes");
    CHECK(view->bringInButton()->text() == "Bring in the rest");
    view->bringInButton()->click();
    REQUIRE(waitsFor([&] { return button(desk.data.bringIn(), "Undo this")->isVisible(); }));
    CHECK(desk.data.bringIn()->result() == "2 rows brought in");
    const auto& store = desk.session.workbench().store();
    const auto ethnicity = [&store](const char* localId) {
        return store.child(store.childrenByLocalId().at(localId))->ethnicity;
    };
    CHECK(ethnicity("NEW-1") == "WBRI");
    CHECK(ethnicity("NEW-2") == "BCRB");
    CHECK(ethnicity("NEW-3") == "BCRB");
}

TEST_CASE("all changes are left out or taken again at once")
{
    Desk desk;
    desk.reads(desk.council.file("header.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                                               "NEW-1,M,14/02/2012,WBRI,,,\n"));
    auto* view = find<PlanView>(&desk.data);
    view->bringInButton()->click();
    REQUIRE(waitsFor([&] { return button(desk.data.bringIn(), "Undo this")->isVisible(); }));
    desk.reads(desk.council.file("later.csv", "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
                                              "NEW-1,F,14/02/2012,MWBC,,,\n"));
    click(seenButton(view, "Changes"));
    auto* table = find<DataTable>(view, "Changes");
    REQUIRE(table->model()->rowCount() == 2); // two fields of one row, which is taken whole
    table->setFocus();
    table->selectRow(1);
    press(Qt::Key_Space);
    CHECK(table->model()->index(0, 0).data().toString() == "left out");
    click(seenButton(view, "Take all of them"));
    CHECK(view->leftOut().empty());
    click(seenButton(view, "Leave all of them out"));
    CHECK(view->leftOut().size() == 1);
}

TEST_CASE(
    "where something was left out, files that have changed since they were shown do not come in")
{
    Desk desk;
    const char* const headings = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    desk.reads(
        desk.council.file("header.csv", QByteArray(headings) + "NEW-1,M,14/02/2012,WBRI,,,\n"));
    auto* view = find<PlanView>(&desk.data);
    view->bringInButton()->click();
    REQUIRE(waitsFor([&] { return button(desk.data.bringIn(), "Undo this")->isVisible(); }));
    desk.reads(
        desk.council.file("later.csv", QByteArray(headings) + "NEW-1,M,14/02/2012,MWBC,,,\n"));
    click(seenButton(view, "Changes"));
    click(seenButton(view, "Leave all of them out"));
    desk.council.file("later.csv", QByteArray(headings) + "NEW-1,F,14/02/2012,BAFR,,,\n");
    view->bringInButton()->click();
    REQUIRE(waitsFor([&] { return !desk.answers.told.isEmpty(); }));
    CHECK(desk.answers.told.last().contains("no longer what was shown"));
    const auto& store = desk.session.workbench().store();
    CHECK(store.child(store.childrenByLocalId().at("NEW-1"))->ethnicity == "WBRI");
}

TEST_CASE("a directory of postcodes is kept beside the settings, and distances are filled by it")
{
    Desk desk;
    const QTemporaryDir settings;
    const auto kept = toPath(settings.filePath("postcodes.index"));
    desk.data.bringIn()->keepPostcodesAs(kept);
    const auto withDistance = [&] {
        std::size_t n = 0;
        for (const auto& [child, placements] : desk.session.workbench().store().allPlacements())
            n += static_cast<std::size_t>(
                std::ranges::count_if(placements, [](const domain::Placement& placement) {
                    return placement.distanceMiles.has_value();
                }));
        return n;
    };
    const std::size_t before = withDistance();
    const QString episodes = desk.council.file(
        "episodes.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
                        "HOME_POST,PL_POST,URN\n"
                        "NEW-1,10/04/2023,S,C2,N1,U4,PR1,,,,EX1 1AA,TQ12 9ZZ,SC000001\n");
    auto& bench = desk.session.workbench();
    REQUIRE(bench.applyImport(bench.planImport({toPath(episodes)}, {})));
    CHECK(withDistance() == before);
    desk.reads(desk.council.file("directory.csv", "pcds,oslaua,oseast1m,osnrth1m\n"
                                                  "EX1 1AA,E07000041,292000,92500\n"
                                                  "TQ12 9ZZ,E07000045,286000,71000\n"));
    CHECK(std::filesystem::exists(kept));
    CHECK(withDistance() == before + 1);
    REQUIRE(bench.undo());
    CHECK(withDistance() == before);

    // What is brought in from now on has its distance at once.
    desk.reads(desk.council.file(
        "more.csv", "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
                    "HOME_POST,PL_POST,URN\n"
                    "NEW-2,10/04/2023,S,C2,N1,U4,PR1,,,,EX1 1AA,TQ12 9ZZ,SC000001\n"));
    click(find<PlanView>(&desk.data)->next());
    REQUIRE(waitsFor([&] { return withDistance() == before + 1; }));
}
