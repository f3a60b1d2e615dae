// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "children/present_day.h"
#include "common/controls.h"
#include "common/inputs.h"
#include "common/states.h"
#include "data/data_workspace.h"
#include "data/plan_view.h"
#include "shell/census_popup.h"
#include "shell/header_bar.h"
#include "shell/help_window.h"
#include "shell/new_store_dialog.h"
#include "shell/notice_bar.h"
#include "shell/rail.h"
#include "shell/search_box.h"
#include "shell/welcome_page.h"
#include "support/finders.h"
#include "ui/shell/a_desk.h"
#include "wording/wording.h"
#include "workbench/returns.h"

#include "support/catch.h"
#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>
#include <set>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

using Desk = tests::ADesk;

// The section at which the help stands open: its page in the list, its heading over the text.
QString topicOf(const HelpWindow* help)
{
    const QString page = find<QListWidget>(help)->currentItem()->text();
    const QString heading = find<QTextBrowser>(help)->textCursor().block().text();
    for (const HelpWindow::Section& section : HelpWindow::sections()) {
        if (section.title == QStringLiteral("%1 · %2").arg(heading, page))
            return section.topic;
        if (section.title == page && heading == page)
            return section.topic;
    }
    return QStringLiteral("no section: %1 at %2").arg(page, heading);
}

} // namespace

TEST_CASE("the first thing seen is the welcome page, the demonstration council is one press away")
{
    Desk desk(Desk::Store::closed);
    CHECK(find<WelcomePage>(&desk.window)->isVisible());
    CHECK_FALSE(find<HeaderBar>(&desk.window)->isVisible());
    press(Qt::Key_Return); // the first card has the focus
    REQUIRE(waitsFor([&] { return desk.window.session().isOpen(); }));
    CHECK(desk.window.session().storeName().contains("Demonstration", Qt::CaseInsensitive));
    CHECK(desk.window.workspace(Workspace::explore)->isVisible());
    CHECK(find<HeaderBar>(&desk.window)->isVisible());
}

TEST_CASE("Ctrl+1 to Ctrl+5 go to the five workspaces")
{
    Desk desk;
    int key = Qt::Key_1;
    for (const auto workspace : {Workspace::children, Workspace::explore, Workspace::providers,
                                 Workspace::reports, Workspace::data}) {
        press(static_cast<Qt::Key>(key++), Qt::ControlModifier);
        CHECK(desk.window.workspace(workspace)->isVisible());
        CHECK(find<Rail>(&desk.window)->button(workspace)->isChecked());
    }
}

TEST_CASE("the rail is pressed with the mouse and walked with the arrow keys")
{
    Desk desk;
    click(find<Rail>(&desk.window)->button(Workspace::reports));
    CHECK(desk.window.workspace(Workspace::reports)->isVisible());
    find<Rail>(&desk.window)->button(Workspace::reports)->setFocus();
    press(Qt::Key_Down);
    CHECK(desk.window.workspace(Workspace::data)->isVisible());
    press(Qt::Key_Down);
    CHECK(desk.window.workspace(Workspace::children)->isVisible());
}

TEST_CASE("Ctrl+K finds a child by pseudonym, with or without its hyphen, and opens it")
{
    Desk desk;
    const auto id = desk.window.session().cohort()->child.front();
    const QString pseudonym =
        QString::fromStdString(desk.window.session().cohort()->pseudonym.front());
    domain::ChildId opened;
    QObject::connect(&desk.window.session(), &Session::childRequested, &desk.window,
                     [&](domain::ChildId child) { opened = child; });
    for (const QString& words : {pseudonym, QString(pseudonym).remove('-').toLower()}) {
        opened = {};
        press(Qt::Key_K, Qt::ControlModifier);
        REQUIRE(find<SearchBox>(&desk.window)->hasFocus());
        type(words);
        REQUIRE(find<QListWidget>(&desk.window, "What was found")->isVisible());
        press(Qt::Key_Return);
        CHECK(opened == id);
        CHECK(desk.window.workspace(Workspace::children)->isVisible());
        CHECK_FALSE(find<QListWidget>(&desk.window, "What was found")->isVisible());
    }
}

TEST_CASE("Ctrl+K finds commands and help, and says when it finds nothing")
{
    Desk desk;
    QListWidget* results = find<QListWidget>(&desk.window, "What was found");
    press(Qt::Key_K, Qt::ControlModifier);
    type("dark app");
    REQUIRE(results->count() == 1);
    press(Qt::Key_Return);
    CHECK(Appearance::instance().tokens().dark);
    desk.window.command("light")->trigger();

    press(Qt::Key_K, Qt::ControlModifier);
    type("zzzz");
    REQUIRE(results->count() == 1);
    CHECK(results->item(0)->text().contains("zzzz"));
    press(Qt::Key_Escape);
    CHECK_FALSE(results->isVisible());
    CHECK(find<SearchBox>(&desk.window)->text().isEmpty());
}

TEST_CASE("Ctrl+K finds a command by the words that people have for it")
{
    Desk desk;
    QListWidget* results = find<QListWidget>(&desk.window, "What was found");
    const std::pair<const char*, const char*> expected[] = {
        {"import", "Bring in files"},   {"export", "Save the picture as PNG"},
        {"sign off", "Sign off"},       {"tolerance", "tolerance"},
        {"how", "How was this worked"}, {"restore", "Restore from a backup"},
        {"audit", "Who changed what"}};
    for (const auto& [words, command] : expected) {
        press(Qt::Key_K, Qt::ControlModifier);
        type(words);
        CAPTURE(words, command);
        bool found = false;
        for (int row = 0; row < results->count(); ++row)
            found = found || results->item(row)->text().contains(command);
        CHECK(found);
        press(Qt::Key_Escape);
    }
}

TEST_CASE("Ctrl+K finds the help by its text, and opens it there")
{
    Desk desk;
    press(Qt::Key_K, Qt::ControlModifier);
    type("ghost of nobody"); // nothing
    press(Qt::Key_Escape);
    press(Qt::Key_K, Qt::ControlModifier);
    type("allowance price beside");
    REQUIRE(find<QListWidget>(&desk.window, "What was found")->count() == 1);
    press(Qt::Key_Return);
    CHECK(topicOf(find<HelpWindow>(&desk.window)) == "explore#who-is-compared");
}

TEST_CASE("a command of a workspace is at hand from any other")
{
    Desk desk;
    press(Qt::Key_4, Qt::ControlModifier);
    desk.window.command("tolerance")->trigger();
    settle();
    CHECK(desk.window.workspace(Workspace::explore)->isVisible());
    REQUIRE(QApplication::focusWidget());
    CHECK(QApplication::focusWidget()->accessibleName().contains("Similar means within"));
    desk.window.command("auditTrail")->trigger();
    settle();
    CHECK(desk.window.workspace(Workspace::data)->isVisible());
    desk.window.command("comparable")->trigger();
    CHECK(desk.window.session().filter().notCompared.empty());
}

TEST_CASE("a backup is restored as a store of its own, which opens")
{
    Desk desk;
    const QString backup = desk.council.folder() + "/backup.twelvefold";
    REQUIRE(desk.window.session().workbench().backup(toPath(backup)).ok());
    const std::size_t children = desk.window.session().workbench().store().childCount();
    domain::Child child;
    child.localId = "LATER";
    REQUIRE(desk.window.session()
                .workbench()
                .addChild(child, {}, {desk.window.session().census(), std::nullopt})
                .ok());
    desk.answers.file = backup;
    desk.answers.newFile = desk.council.folder() + "/again";
    desk.window.command("restoreBackup")->trigger();
    const QString made = desk.council.folder() + "/again.twelvefold";
    REQUIRE(waitsFor([&] {
        return desk.window.session().isOpen() &&
               fromPath(desk.window.session().workbench().store().path()) == made;
    }));
    CHECK(desk.window.session().workbench().store().childCount() == children);

    SECTION("never over another file")
    {
        desk.answers.newFile = desk.council.path();
        desk.answers.told.clear();
        desk.window.command("restoreBackup")->trigger();
        REQUIRE(waitsFor([&] { return !desk.answers.told.isEmpty(); }));
        CHECK(desk.answers.told.front().startsWith("Nothing was restored"));
    }
}

TEST_CASE("a backup from the menu of a store with faults is saved, and says so")
{
    Desk desk;
    desk.answers.file = desk.council.folder() + "/copy.twelvefold";
    SECTION("a sound one says nothing of the kind")
    {
        desk.window.command("saveBackup")->trigger();
        REQUIRE(waitsFor([&] { return !desk.window.session().working(); }));
        CHECK(QFile::exists(desk.answers.file));
        CHECK(desk.answers.told.isEmpty());
    }
    SECTION("a faulty one")
    {
        desk.window.command("closeStore")->trigger();
        QFile file(desk.council.path());
        REQUIRE(file.open(QIODevice::ReadWrite));
        const auto said = file.readAll().indexOf("Make the store of"); // in the audit
        REQUIRE(said > 0);
        REQUIRE((file.seek(said) && file.putChar('F')));
        file.close();
        REQUIRE(desk.window.openStore(desk.council.path()));
        desk.answers.told.clear();
        desk.window.command("saveBackup")->trigger();
        REQUIRE(waitsFor([&] { return !desk.answers.told.isEmpty(); }));
        CHECK(desk.answers.told.front().contains("with the faults that the store has"));
        CHECK(QFile::exists(desk.answers.file));
    }
}

TEST_CASE("what was done can be undone and redone by name")
{
    Desk desk;
    Session& session = desk.window.session();
    const std::size_t before = session.workbench().store().childCount();
    domain::Child child;
    child.localId = "NEW-1";
    const auto added =
        session.workbench().addChild(child, {}, {session.census().plusDays(-9), std::nullopt});
    REQUIRE(added.ok());
    session.say("Child added");
    settle();
    NoticeBar* notice = find<NoticeBar>(&desk.window);
    REQUIRE(notice->isVisible());
    CHECK(notice->sentence() == "Child added");
    REQUIRE(button(notice, "Undo")->isVisible());
    CHECK(desk.window.command("undo")->text().contains(": "));

    click(button(notice, "Undo"));
    CHECK(session.workbench().store().childCount() == before);
    settle();
    CHECK_FALSE(desk.window.command("undo")->isEnabled());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(session.workbench().store().childCount() == before + 1);

    SECTION("and an unfinished assessment of it goes along, which is said")
    {
        session.workbench().saveDraft(session.workbench().draftFor(*added, session.today()));
        settle();
        press(Qt::Key_Z, Qt::ControlModifier);
        CHECK(session.workbench().store().childCount() == before);
        CHECK(notice->sentence().endsWith(", with an unfinished assessment"));
        press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        CHECK(notice->sentence().endsWith(", with an unfinished assessment"));
        CHECK(session.workbench().store().drafts().size() == 1);
    }
    SECTION("what is merely said offers no undo")
    {
        session.say("Backup saved");
        session.say("Backup saved");
        CHECK_FALSE(button(notice, "Undo")->isVisible());
    }
}

TEST_CASE("an & in the name of a step is read in the menu and found by the search")
{
    Desk desk;
    const QString file =
        desk.council.file("Oak & Sons.csv", QByteArray::fromStdString(tests::kHeader2024));
    auto& bench = desk.window.session().workbench();
    REQUIRE(bench.applyImport(bench.planImport({toPath(file)}, {})));
    settle();
    const QAction* undo = desk.window.command("undo");
    CHECK(undo->text() == "&Undo: Bring in Oak && Sons.csv");
    press(Qt::Key_K, Qt::ControlModifier);
    type("oak & sons");
    QListWidget* results = find<QListWidget>(&desk.window, "What was found");
    REQUIRE(results->count() > 0);
    CHECK(results->item(0)->text().contains("Undo: Bring in Oak & Sons.csv"));
}

TEST_CASE("the census date is chosen by typing it")
{
    Desk desk;
    press(Qt::Key_D, Qt::ControlModifier);
    auto* popup = desk.window.findChild<CensusPopup*>();
    REQUIRE(popup);
    writes(popup->field()->line(), "30/09/2025");
    press(Qt::Key_Return);
    CHECK(desk.window.session().census() == *domain::Date::from(2025, 9, 30));
    CHECK(find<HeaderBar>(&desk.window)->censusButton()->text() == "Census date 30 Sep 2025");
}

TEST_CASE("the header tells the day of what is seen, and no two counts of the same children")
{
    Desk desk;
    HeaderBar* header = find<HeaderBar>(&desk.window);
    const auto& session = desk.window.session();
    const auto reads = [&](const QString& words) {
        for (const QLabel* label : desk.window.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        for (const ElidedLabel* label : desk.window.findChildren<ElidedLabel*>()) {
            if (label->isVisible() && label->text().contains(words))
                return true;
        }
        return false;
    };
    const QString census = "Census date " + wording::date(session.census());
    for (const Qt::Key key : {Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5}) {
        press(key, Qt::ControlModifier);
        CHECK(header->day() == census);
        CHECK(header->censusButton()->isVisible());
        CHECK_FALSE(reads("on the list"));
    }
    press(Qt::Key_1, Qt::ControlModifier);
    const QString day = presentDayInWords(session);
    CHECK(header->day() == day);
    CHECK_FALSE(header->censusButton()->isVisible());
    CHECK(reads("on the list"));
    CHECK_FALSE(reads("looked after, without"));
    // The list says it too.
    CHECK(reads(day + ". Explore and Reports show the census date."));
}

TEST_CASE("a census date that the records do not reach is refused when it is to come, else doubted")
{
    Desk desk;
    const domain::Date before = desk.window.session().census();
    press(Qt::Key_D, Qt::ControlModifier);
    auto* popup = desk.window.findChild<CensusPopup*>();
    REQUIRE(popup);
    CHECK(popup->doubt().isEmpty());
    writes(popup->field()->line(), "31/03/2091");
    CHECK(popup->doubt().contains("still to come"));
    press(Qt::Key_Return);
    CHECK(desk.window.session().census() == before);
    CHECK(popup->isVisible());
    writes(popup->field()->line(), "31/03/1991");
    CHECK(popup->doubt().contains("The records begin on"));
    press(Qt::Key_Return);
    CHECK(desk.window.session().census() == *domain::Date::from(1991, 3, 31));
}

TEST_CASE("a new store asks for a council and a file, and opens where files are brought in")
{
    Desk desk(Desk::Store::closed);
    press(Qt::Key_N, Qt::ControlModifier);
    auto* dialog = desk.window.findChild<NewStoreDialog*>();
    REQUIRE(dialog);
    CHECK_FALSE(dialog->make()->isEnabled());
    writes(dialog->council(), "Brighton & Hove");
    CHECK(dialog->file()->text().endsWith("/Brighton Hove.twelvefold"));
    writes(dialog->council(), "Our council");
    CHECK(dialog->file()->text().endsWith("Our council.twelvefold"));
    writes(dialog->file(), desk.council.path());
    CHECK_FALSE(dialog->make()->isEnabled()); // there is a file already
    writes(dialog->file(), desk.council.folder() + "/ours");
    REQUIRE(dialog->make()->isEnabled());
    click(dialog->make());
    REQUIRE(desk.window.session().isOpen());
    CHECK(desk.window.session().storeName() == "Our council");
    CHECK(desk.window.workspace(Workspace::data)->isVisible());
    CHECK(QFile::exists(desk.council.folder() + "/ours.twelvefold"));
}

TEST_CASE("what cannot be opened is said in a sentence, and the window stays as it was")
{
    Desk desk(Desk::Store::closed);
    SECTION("a file that is something else")
    {
        desk.answers.file = desk.council.file("letter.twelvefold", "Dear all,\n");
    }
    SECTION("a file that is gone")
    {
        desk.answers.file = desk.council.folder() + "/gone.twelvefold";
    }
    press(Qt::Key_O, Qt::ControlModifier);
    REQUIRE(desk.answers.told.size() == 1);
    CHECK(desk.answers.told.front().size() > 30);
    CHECK_FALSE(desk.window.session().isOpen());
    CHECK(find<WelcomePage>(&desk.window)->isVisible());
}

TEST_CASE(
    "files dropped anywhere on the window are read, on the page that shows what they would do")
{
    Desk desk;
    QMimeData carried;
    carried.setUrls({QUrl::fromLocalFile(
        desk.council.file("header.csv", QByteArray::fromStdString(tests::kHeader2024)))});
    // Over a field that takes text, where a path would be typed.
    QWidget* under = find<SearchBox>(&desk.window);
    QDragEnterEvent over(QPoint(5, 5), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(under, &over);
    CHECK(over.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(under, &drop);
    REQUIRE(waitsFor([&] { return find<PlanView>(&desk.window)->isVisible(); }));
    CHECK(find<PlanView>(&desk.window)->plan().files.size() == 1);
    CHECK(find<SearchBox>(&desk.window)->text().isEmpty());
}

TEST_CASE("a store dropped on the window is opened, and files wait for one")
{
    Desk desk(Desk::Store::closed);
    QMimeData carried;
    const auto drop = [&](const QString& path) {
        carried.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent over(QPoint(5, 5), Qt::CopyAction, &carried, Qt::LeftButton,
                             Qt::NoModifier);
        QApplication::sendEvent(&desk.window, &over);
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk.window, &event);
    };
    drop(desk.council.file("header.csv", QByteArray::fromStdString(tests::kHeader2024)));
    CHECK(desk.answers.told.last().contains("There is no store to bring files into"));
    drop(desk.council.path());
    CHECK(desk.window.session().isOpen());
}

TEST_CASE("closing a store goes back to the welcome page, where it can be opened again")
{
    Desk desk;
    press(Qt::Key_W, Qt::ControlModifier);
    CHECK_FALSE(desk.window.session().isOpen());
    CHECK(find<WelcomePage>(&desk.window)->isVisible());
    QPushButton* recent = nullptr;
    for (QPushButton* button : find<WelcomePage>(&desk.window)->findChildren<QPushButton*>()) {
        if (button->toolTip() == desk.council.path())
            recent = button;
    }
    REQUIRE(recent);
    click(recent);
    CHECK(desk.window.session().isOpen());
}

TEST_CASE("F1 opens the help on where one is")
{
    Desk desk;
    press(Qt::Key_3, Qt::ControlModifier);
    press(Qt::Key_F1);
    auto* help = desk.window.findChild<HelpWindow*>();
    REQUIRE(help);
    CHECK(help->isVisible());
    CHECK(topicOf(help) == "providers");
}

TEST_CASE("F1 speaks of what has the focus, in a dialog too")
{
    Desk desk;
    press(Qt::Key_2, Qt::ControlModifier);
    desk.window.command("tolerance")->trigger();
    settle();
    press(Qt::Key_F1);
    CHECK(topicOf(find<HelpWindow>(&desk.window)) == "explore#who-is-compared");
    find<HelpWindow>(&desk.window)->close();
    desk.window.activateWindow();
    REQUIRE(waitsFor([] { return QApplication::focusWidget() != nullptr; }));

    press(Qt::Key_1, Qt::ControlModifier);
    desk.window.session().goToChild(desk.window.session().cohort()->child.front());
    settle();
    desk.window.command("addCost")->trigger();
    REQUIRE(waitsFor([] { return QApplication::activeModalWidget() != nullptr; }));
    QWidget* dialog = QApplication::activeModalWidget();
    REQUIRE(waitsFor([&] { return dialog->isAncestorOf(QApplication::focusWidget()); }));
    press(Qt::Key_F1);
    auto* help = dialog->findChild<HelpWindow*>();
    REQUIRE(help);
    CHECK(topicOf(help) == "children#placements-and-costs");
}

TEST_CASE("every topic of the help that something names is there")
{
    Desk desk;
    std::set<QString> topics;
    for (const auto& section : HelpWindow::sections())
        topics.insert(section.topic);
    for (const QWidget* widget : desk.window.findChildren<QWidget*>()) {
        const QString topic = widget->property("helpTopic").toString();
        CAPTURE(topic.toStdString());
        CHECK((topic.isEmpty() || topics.contains(topic)));
    }
}

TEST_CASE("who is working is recorded with what they do")
{
    Desk desk;
    desk.answers.text = "Jo Commissioner";
    const auto& session = desk.window.session();
    QPushButton* author =
        button(find<HeaderBar>(&desk.window),
               "Who is working: " + QString::fromStdString(session.workbench().author()));
    click(author);
    CHECK(desk.window.session().workbench().author() == "Jo Commissioner");
    CHECK(author->text() == "Jo Commissioner");
}

TEST_CASE("a store that somebody else has open can be read meanwhile, and not changed")
{
    Desk desk(Desk::Store::closed);
    const auto other = desk.council.open();
    REQUIRE(other);

    SECTION("when the person says so")
    {
        REQUIRE(desk.window.openStore(desk.council.path()));
        CHECK(desk.answers.told.size() == 1);
        CHECK(desk.window.session().workbench().store().readOnly());
        bool badge = false;
        for (const QLabel* label : find<HeaderBar>(&desk.window)->findChildren<QLabel*>())
            badge = badge || (label->isVisible() && label->text() == "read only");
        CHECK(badge);
        CHECK_FALSE(desk.window.command("undo")->isEnabled());
    }
    SECTION("and not otherwise")
    {
        desk.answers.yes = false;
        CHECK_FALSE(desk.window.openStore(desk.council.path()));
        CHECK_FALSE(desk.window.session().isOpen());
    }
}

TEST_CASE("the demonstration council is made once, and opened again as it was left")
{
    Desk desk(Desk::Store::closed);
    desk.window.openDemonstration();
    REQUIRE(waitsFor([&] { return desk.window.session().isOpen(); }));
    domain::Child child;
    child.localId = "MINE";
    REQUIRE(desk.window.session()
                .workbench()
                .addChild(child, {}, {desk.window.session().census(), std::nullopt})
                .ok());
    const std::size_t children = desk.window.session().workbench().store().childCount();
    press(Qt::Key_W, Qt::ControlModifier);
    REQUIRE_FALSE(desk.window.session().isOpen());
    click(find<WelcomePage>(&desk.window)->demonstrationCard());
    REQUIRE(waitsFor([&] { return desk.window.session().isOpen(); }));
    CHECK(desk.window.session().workbench().store().childCount() == children);
}

TEST_CASE("recent stores can be forgotten from the welcome page")
{
    Desk desk;
    press(Qt::Key_W, Qt::ControlModifier);
    const auto named = [&](const QString& text) -> QPushButton* {
        for (QPushButton* button : find<WelcomePage>(&desk.window)->findChildren<QPushButton*>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    };
    QPushButton* clear = named("Clear the list");
    REQUIRE(clear);
    click(clear);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    settle();
    CHECK_FALSE(named("Clear the list"));
}

TEST_CASE("while a long job has the store, no command waits for it, closing the window still works")
{
    Desk desk;
    desk.window.session().setWorking(true);
    for (const char* name : {"undo", "closeStore", "openStore", "census", "search", "children"}) {
        CAPTURE(name);
        CHECK_FALSE(desk.window.command(name)->isEnabled());
    }
    CHECK(desk.window.command("quit")->isEnabled());
    CHECK_FALSE(find<Rail>(&desk.window)->isEnabled());
    desk.window.session().setWorking(false);
    CHECK(desk.window.command("closeStore")->isEnabled());
    CHECK(find<Rail>(&desk.window)->isEnabled());
}
