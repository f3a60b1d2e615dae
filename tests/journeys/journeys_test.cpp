// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/controls.h"
#include "common/data_table.h"
#include "data/data_workspace.h"
#include "data/quality_page.h"
#include "reports/page_preview.h"
#include "shell/main_window.h"
#include "shell/welcome_page.h"
#include "support/finders.h"
#include "support/person.h"

#include "support/catch.h"
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>
#include <QTabWidget>
#include <QTemporaryDir>

#include "cli/program.h" // after Qt Test, whose assertions it bans

// The four journeys in the real window, from the first start on, each a straight line.

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

// Somebody at the program for the first time, who opened the demonstration council.
struct Newcomer
{
    Newcomer() : window({folder.filePath("settings.ini"), folder.filePath("data")})
    {
        window.resize(1280, 800);
        sees(window);
        press(Qt::Key_Return); // the first card has the focus
        REQUIRE(waitsFor([this] { return session().isOpen() && session().findings(); }));
    }

    Session& session() { return window.session(); }
    void goesTo(Qt::Key workspace) { press(workspace, Qt::ControlModifier); }

    // The control of that name which the person can see.
    template<class Widget = QWidget>
    Widget* visible(const QString& accessibleName)
    {
        for (auto* widget : window.findChildren<Widget*>()) {
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QPushButton* button(const QString& text) { return seenButton(&window, text); }
    std::size_t rowOf(domain::ChildId child)
    {
        const auto& children = session().wholeCohort()->child;
        return std::size_t(std::ranges::find(children, child) - children.begin());
    }

    QTemporaryDir folder;
    Answers answers;
    MainWindow window;
};

// A child whose last levels were all 1 or 2, so that a level of 2 in every domain moves none by
// two.
domain::ChildId childNear(Newcomer& person, int level)
{
    const domain::Cohort& cohort = *person.session().wholeCohort();
    for (std::size_t row = 0; row < cohort.size(); ++row) {
        bool near = cohort.hasProfile(row) && cohort.weeklyCost.valid[row] != 0;
        for (std::size_t domain = 0; near && domain < cohort.levels.byDomain.size(); ++domain)
            near = std::abs(*cohort.levelOf(row, domain) - level) <= 1;
        if (near && cohort.needTotal.values[row] != 12.0 * level)
            return cohort.child[row];
    }
    return {};
}

} // namespace

TEST_CASE("See: within one press of first start the picture says what need explains")
{
    Newcomer person;
    CHECK(person.window.workspace(Workspace::explore)->isVisible());
    REQUIRE(waitsFor([&] { return !person.session().refining(); }));
    const auto before = person.session().findings();
    CHECK(before->needExplains.lower.has_value());
    CHECK(before->similarNeed.ordinarySpread.contains(3));
    CHECK(before->similarNeed.eachChildOnce.size() >= 5);

    auto* tolerance = person.visible<QSlider>("Similar means within this many levels");
    REQUIRE(tolerance != nullptr);
    tolerance->setFocus();
    press(Qt::Key_Right);
    REQUIRE(waitsFor([&] { return person.session().findings()->similarNeed.tolerance == 3; }));
    CHECK(person.session().findings()->similarNeed.pairsConsidered >
          before->similarNeed.pairsConsidered);
}

TEST_CASE("Score: twelve key presses score a child, and the child's point moves in Explore")
{
    Newcomer person;
    const domain::ChildId child = childNear(person, 2);
    REQUIRE(child);
    const QString pseudonym =
        QString::fromStdString(person.session().wholeCohort()->pseudonym[person.rowOf(child)]);
    const double before = person.session().wholeCohort()->needTotal.values[person.rowOf(child)];

    person.goesTo(Qt::Key_1);
    auto* find = person.visible<QLineEdit>("Find a child by pseudonym or local identifier");
    REQUIRE(find != nullptr);
    find->setFocus();
    type(pseudonym);
    press(Qt::Key_Return); // shows the child, and goes to the list
    press(Qt::Key_Return); // begins to score
    type("222222222222");
    press(Qt::Key_Return, Qt::ControlModifier);

    const auto total = [&] {
        return person.session().wholeCohort()->needTotal.at(person.rowOf(child));
    };
    const auto assessments = [&] {
        return person.session().workbench().store().assessments(child);
    };
    REQUIRE(waitsFor([&] {
        return assessments().front().levels().front()->value() == 2 &&
               person.session().workbench().nextUndo().has_value();
    }));
    // Signed off today; the census is as of another day, so move it there.
    person.session().setCensus(person.session().today());
    REQUIRE(waitsFor([&] { return total() == 24.0; }));

    person.window.command("undo")->trigger();
    REQUIRE(waitsFor([&] { return total() == before; }));
}

TEST_CASE("Bring in: a file is shown as what it will do, taken in one step, and undone as one")
{
    Newcomer person;
    const auto children = person.session().workbench().store().childCount();
    const QString path = person.folder.filePath("a name that says nothing.csv");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n"
               "J1,1,01/02/2012,WBRI,UN1,,\r\n"
               "J2,2,31/02/2012,WBRI,UN1,,\r\n");
    file.close();

    person.goesTo(Qt::Key_5);
    person.answers.file = path;
    click(person.button("Choose files"));
    REQUIRE(waitsFor(
        [&] { return person.button("Bring in") && person.button("Bring in")->isEnabled(); }));
    CHECK(person.session().workbench().store().childCount() == children);

    click(person.button("Bring in"));
    REQUIRE(waitsFor(
        [&] { return person.session().workbench().store().childCount() == children + 1; }));
    REQUIRE(waitsFor([&] { return person.window.command("undo")->isEnabled(); }));
    person.window.command("undo")->trigger();
    CHECK(waitsFor([&] { return person.session().workbench().store().childCount() == children; }));
}

TEST_CASE("Tell: the report is shown as it will be and saved in four forms")
{
    Newcomer person;
    person.goesTo(Qt::Key_4);
    auto* preview = person.window.findChild<PagePreview*>();
    REQUIRE(preview != nullptr);
    REQUIRE(waitsFor([&] { return preview->pageCount() >= 3; }));
    for (const QString form : {"PDF", "HTML", "XLSX", "CSV"}) {
        person.answers.file = person.folder.filePath("value report." + form.toLower());
        auto* save = person.visible<QPushButton>("Save the report as " + form);
        REQUIRE(save != nullptr);
        click(save);
        CHECK(waitsFor([&] { return QFileInfo(person.answers.file).size() > 1000; }));
    }
    CHECK(person.answers.told.isEmpty());
}

TEST_CASE("What is missing is counted alike in the window, in its report and on the command line")
{
    Newcomer person;
    person.goesTo(Qt::Key_5);
    auto* data = person.window.findChild<DataWorkspace*>();
    find<QTabWidget>(data)->setCurrentWidget(data->quality());
    const QAbstractItemModel* shown = find<DataTable>(data->quality(), "What is missing")->model();
    REQUIRE(waitsFor([&] { return shown->rowCount() > 3; }));
    QStringList window;
    for (int row = 0; row < shown->rowCount(); ++row)
        window << shown->index(row, 0).data().toString() + ": " +
                      shown->index(row, 1).data().toString();
    // As the window said it before it was an analysis.
    CHECK(window ==
          QStringList{"Never assessed: 41", "No cost on the census date: 19",
                      "Assessed, but not in every domain: 9", "Assessment out of date: 42",
                      "Placed, but with no provider recorded: 41", "No outcome recorded: 66",
                      "Placed, but with no distance recorded: 19"});

    const tests::Program cli;
    const QString store = wording::fromPath(person.session().workbench().store().path());
    const tests::Run check = cli.run({"check", "--store", store, "--json"});
    CHECK(check.exit == 0);
    QStringList commandLine;
    for (const QJsonValue& note : check.json()["notes"].toArray())
        commandLine << note["message"].toString().section(" of 534 children", 0, 0);
    CHECK(commandLine == window);

    person.goesTo(Qt::Key_4);
    person.answers.file = person.folder.filePath("value report.csv");
    auto* preview = person.window.findChild<PagePreview*>();
    REQUIRE(waitsFor([&] { return preview->pageCount() >= 3; }));
    click(person.visible<QPushButton>("Save the report as CSV"));
    REQUIRE(waitsFor([&] { return QFileInfo(person.answers.file).size() > 1000; }));
    QFile file(person.answers.file);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString saved = QString::fromUtf8(file.readAll()).remove(u'"');
    const QString table = saved.section("What it keeps from being said\r\n", 1);
    QStringList report;
    for (const QString& line : table.split("\r\n").first(window.size())) {
        const qsizetype title = line.lastIndexOf(QRegularExpression(",[0-9]+,[0-9.e-]+,"));
        report << line.first(title) + ": " + line.mid(title + 1).section(u',', 0, 0);
    }
    CHECK(report == window);
}
