// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/choice_button.h"
#include "explore/put_aside.h"
#include "shell/notice_bar.h"
#include "ui/explore/an_analyst.h"
#include "ui/shell/a_desk.h"
#include "wording/wording.h"

#include "support/catch.h"
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QSignalSpy>

#include <set>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;
using analysis::Question;

namespace {

// An analyst who works through what there is to ask.
struct Asker : tests::Analyst
{
    explicit Asker(store::Access access = store::Access::readWrite)
    {
        if (access == store::Access::readWrite)
            return;
        std::unique_ptr<workbench::Workbench> bench;
        workbench::Workbench::open(toPath(council.path()), bench, "A reader", access);
        session.adopt(std::move(bench));
        settle();
    }
    const analysis::Worklist& list() const { return *session.findings()->worklist; }
    DataTable* lines() const { return table(LinkedTables::questions); }
    // The first line of one child, or of several.
    int firstLine(bool ofMany) const
    {
        for (std::size_t i = 0; i < list().questions.size(); ++i) {
            if ((list().questions[i].children.size() > 1) == ofMany)
                return static_cast<int>(i);
        }
        FAIL("the council should have such a question");
        return 0;
    }
    const Question& line(int row) const { return list().questions[static_cast<std::size_t>(row)]; }
    QString cell(LinkedTables::Table which, int row, int column) const
    {
        return table(which)->model()->index(row, column).data().toString();
    }
    PutAsideForm* form() const
    {
        for (PutAsideForm* form : explore.findChildren<PutAsideForm*>()) {
            if (form->isVisible())
                return form;
        }
        FAIL("the form should have opened");
        return nullptr;
    }
    void saves(const QString& why) const
    {
        const QPointer<PutAsideForm> open = form();
        writes(find<QLineEdit>(open, "Why"), why);
        click(open->saveButton());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        CHECK_FALSE(open); // it has done its work
    }
    bool isAsked(domain::ChildId child, analysis::QuestionKind kind) const
    {
        return list().asked(child, kind) != nullptr;
    }
    bool waitsUntilAsked(domain::ChildId child, analysis::QuestionKind kind, bool asked) const
    {
        return waitsFor([&] { return isAsked(child, kind) == asked; });
    }
};

QStringList linesOf(const QWidget* inspector)
{
    QStringList names;
    for (const ChoiceButton* line : inspector->findChildren<ChoiceButton*>()) {
        if (line->isVisible())
            names << line->accessibleName();
    }
    return names;
}

} // namespace

TEST_CASE("the questions stand in the order in which to ask, and say of whom, what and what it may "
          "be worth")
{
    Asker at;
    REQUIRE(at.list().questions.size() > 4);
    REQUIRE(at.lines()->model()->rowCount() == static_cast<int>(at.list().questions.size()));
    bool safety = true;
    for (int row = 0; row < at.lines()->model()->rowCount(); ++row) {
        const Question& question = at.line(row);
        safety = safety && analysis::isSafety(question.kind);
        CHECK(safety == analysis::isSafety(question.kind)); // above all the rest
        CHECK(at.cell(LinkedTables::questions, row, 0) == wording::askedOfWhom(question));
        CHECK(at.cell(LinkedTables::questions, row, 1) == wording::questionTitle(question.kind));
        CHECK(at.cell(LinkedTables::questions, row, 2) == wording::questionSays(question));
        CHECK(at.cell(LinkedTables::questions, row, 3) ==
              (question.worth ? wording::worthExpected(*question.worth) : QString("–")));
        CHECK(at.cell(LinkedTables::questions, row, 4).isEmpty() == !question.worth);
        CHECK(at.cell(LinkedTables::questions, row, 6).isEmpty() ==
              wording::questionStanding(question).isEmpty());
    }
    at.lines()->sortByColumn(3, Qt::DescendingOrder);
    CHECK(at.cell(LinkedTables::questions, 0, 3).startsWith("£"));
    CHECK(at.cell(LinkedTables::questions, at.lines()->model()->rowCount() - 1, 3) == "–");
}

TEST_CASE("what to ask is read whole in the table on a small screen, and nothing gives way for it")
{
    Asker at;
    for (const QSize screen : {QSize(1366, 700), QSize(1280, 650), QSize(1920, 1000)}) {
        at.explore.resize(screen);
        at.explore.tables()->setCurrent(LinkedTables::questions);
        settle();
        const DataTable& lines = *at.lines();
        const QFontMetrics metrics(lines.font());
        CAPTURE(screen.width());
        CHECK(lines.columnWidth(QuestionsModel::whatToAsk) > 216);
        for (int row = 0; row < lines.model()->rowCount(); ++row) {
            for (const int column : {QuestionsModel::title, QuestionsModel::whatToAsk}) {
                const int room = lines.columnWidth(column) - 16;
                const QRect needed =
                    metrics.boundingRect(0, 0, room, 2000, Qt::TextWordWrap,
                                         at.cell(LinkedTables::questions, row, column));
                CAPTURE(row, column, room);
                CHECK(lines.rowHeight(row) >= needed.height());
                CHECK(needed.width() <= room);
            }
        }
        CHECK_FALSE(lines.horizontalScrollBar()->isVisible());
    }
}

TEST_CASE("whom a long question is about stands at the top of its row, where it is seen first")
{
    Asker at;
    at.explore.resize(1280, 650);
    at.explore.tables()->setCurrent(LinkedTables::questions);
    settle();
    const DataTable& lines = *at.lines();
    int tallest = 0;
    for (int row = 0; row < lines.model()->rowCount(); ++row)
        tallest = lines.rowHeight(row) > lines.rowHeight(tallest) ? row : tallest;
    at.lines()->scrollTo(lines.model()->index(tallest, 0), QAbstractItemView::PositionAtTop);
    settle();
    const QRect whom = lines.visualRect(lines.model()->index(tallest, 0));
    const int oneLine = 29;
    REQUIRE(whom.height() > 2 * oneLine);
    const QImage drawn =
        at.lines()->viewport()->grab(QRect(whom.topLeft(), QSize(whom.width(), oneLine))).toImage();
    const QRgb ground = drawn.pixel(drawn.width() - 2, drawn.height() / 2);
    bool hasInk = false;
    for (int x = 0; x < drawn.width(); ++x)
        hasInk = hasInk || drawn.pixel(x, drawn.height() / 2) != ground;
    CHECK(hasInk);
}

TEST_CASE("of each child the table of children says how many questions are asked")
{
    Asker at;
    const QAbstractItemModel& children = *at.table(LinkedTables::children)->model();
    int asked = 0;
    for (int row = 0; row < children.rowCount(); ++row) {
        const QString name = children.index(row, 0).data().toString();
        const auto child = std::ranges::find(at.session.cohort()->pseudonym, name.toStdString()) -
                           at.session.cohort()->pseudonym.begin();
        const auto n = at.list().of(at.session.cohort()->child[std::size_t(child)]).size();
        CHECK(children.index(row, 8).data().toString() ==
              (n == 0 ? QString() : QString::number(n)));
        asked += n > 0;
    }
    CHECK(asked > 3);
}

TEST_CASE("a line of one child chooses the child, a line of many the group of them")
{
    Asker at;
    const int one = at.firstLine(false), many = at.firstLine(true);
    at.chooseRow(LinkedTables::questions, one);
    CHECK(at.session.selection() ==
          Selection{Selection::Kind::child, {at.line(one).children.front().child}});
    CHECK(at.reads(at.explore.inspector(), wording::questionTitle(at.line(one).kind)));
    CHECK(at.lines()->currentIndex().row() == one);

    at.chooseRow(LinkedTables::questions, many);
    CHECK(at.session.selection().kind == Selection::Kind::group);
    CHECK(at.session.selection().children.size() == at.line(many).children.size());
    CHECK(at.reads(at.explore.inspector(), wording::questionSays(at.line(many))));
    CHECK(at.lines()->currentIndex().row() == many);

    SECTION("and of several of the same child the line that was chosen stays")
    {
        for (int row = 0; row < at.lines()->model()->rowCount(); ++row) {
            at.chooseRow(LinkedTables::questions, row);
            CHECK(at.lines()->currentIndex().row() == row);
        }
    }
    SECTION("and one that is chosen elsewhere marks its line")
    {
        at.session.selectChild(at.line(one).children.front().child);
        CHECK(at.lines()->currentIndex().row() == one);
        at.session.select({});
        CHECK_FALSE(at.lines()->currentIndex().isValid());
    }
}

TEST_CASE("children who are asked about and not compared can be chosen, and are shown as such")
{
    Asker at;
    const int many = at.firstLine(true);
    const analysis::AskedOf asked = at.line(many).children.front();
    const auto setting = at.session.cohort()->setting;
    domain::CohortFilter filter = at.session.filter();
    for (const auto& named : domain::allOf<domain::Setting>())
        filter.notCompared.insert(named.value); // nobody is left in the picture
    at.session.setFilter(filter);
    REQUIRE(at.session.cohort()->size() < setting.size());
    REQUIRE(at.isAsked(asked.child, at.line(many).kind));
    at.session.selectChild(asked.child);
    CHECK(at.reads(at.explore.inspector(), "Not among those compared"));
    CHECK(at.reads(at.explore.inspector(), QString::fromStdString(asked.pseudonym)));
    at.chooseRow(LinkedTables::questions, many);
    CHECK(at.session.selection().children.size() == at.line(many).children.size());
    CHECK(at.reads(at.explore.inspector(), wording::questionSays(at.line(many))));
    QSignalSpy said(&at.session, &Session::said);
    at.lines()->setFocus();
    press(Qt::Key_Return);
    CHECK(said.size() == 1);
}

TEST_CASE("Enter opens the child of a line, and lists only the children of a line of many")
{
    Asker at;
    QSignalSpy opened(&at.session, &Session::childRequested);
    const int one = at.firstLine(false), many = at.firstLine(true);
    at.chooseRow(LinkedTables::questions, one);
    at.lines()->setFocus();
    press(Qt::Key_Return);
    REQUIRE(opened.size() == 1);
    CHECK(opened[0][0].value<domain::ChildId>() == at.line(one).children.front().child);

    at.chooseRow(LinkedTables::questions, many);
    at.lines()->setFocus();
    press(Qt::Key_Return);
    CHECK(opened.size() == 1);
    const DataTable* children = at.table(LinkedTables::children);
    CHECK(children->isVisible());
    CHECK(children->model()->rowCount() > 0);
    std::set<QString> asked;
    for (const analysis::AskedOf& each : at.line(many).children)
        asked.insert(QString::fromStdString(each.pseudonym));
    for (int row = 0; row < children->model()->rowCount(); ++row)
        CHECK(asked.contains(at.cell(LinkedTables::children, row, 0)));
}

TEST_CASE("of children who are in no picture Enter lists them all the same")
{
    Asker at;
    for (int row = 0; row < at.lines()->model()->rowCount(); ++row) {
        if (at.line(row).kind != analysis::QuestionKind::costMissing)
            continue;
        at.chooseRow(LinkedTables::questions, row);
        at.lines()->setFocus();
        press(Qt::Key_Return);
        CHECK(at.table(LinkedTables::children)->model()->rowCount() > 0);
    }
}

TEST_CASE("with nothing selected the panel begins with what to ask, safety above all")
{
    Asker at;
    const QWidget* panel = at.explore.inspector();
    CHECK(at.reads(panel, QString("Questions to ask: %1, %2 new")
                              .arg(at.list().questions.size())
                              .arg(at.list().newQuestions())));
    CHECK(at.reads(panel, "A question, not a verdict."));
    CHECK(at.reads(panel, "First, never priced"));
    CHECK(at.reads(panel, "All children in force")); // what it said before follows
    CHECK(at.reads(panel, wording::worthOfAll(at.list())));
    const QStringList lines = linesOf(panel);
    REQUIRE(lines.size() > 3);
    for (qsizetype i = 0; i < lines.size(); ++i)
        CHECK(lines[i].contains(wording::questionLine(at.line(int(i)))));
}

TEST_CASE("the worklist is worked through by keyboard alone")
{
    Asker at;
    const auto lines = at.explore.inspector()->findChildren<ChoiceButton*>();
    REQUIRE(lines.size() > 3);
    const QString name = lines[2]->accessibleName();
    const Question third = at.line(2);
    lines[2]->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Return);
    CHECK(at.session.selection().children.front() == third.children.front().child);
    CHECK(at.explore.inspector()->isAncestorOf(QApplication::focusWidget()));

    // Tab reaches what can be done.
    for (int i = 0; i < 12; ++i) {
        const auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
        if (button && button->text() == "Explained…")
            break;
        press(Qt::Key_Tab);
    }
    press(Qt::Key_Space);
    const QPointer<PutAsideForm> form = at.form();
    press(Qt::Key_Tab); // what came of it is as it was asked for
    type("The home holds two siblings");
    press(Qt::Key_Return);
    CHECK_FALSE((form && form->isVisible()));
    REQUIRE(at.waitsUntilAsked(third.children.front().child, third.kind, false));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(at.explore.inspector()->isAncestorOf(QApplication::focusWidget()));

    press(Qt::Key_Space); // the first thing there is: back to the questions
    CHECK(at.session.selection() == Selection());
    CHECK(seenButton(at.explore.inspector(), "1 put aside"));
    CHECK_FALSE(linesOf(at.explore.inspector()).contains(name));
}

TEST_CASE("back among the questions the keyboard is at the line it came from")
{
    Asker at;
    auto* line = at.explore.inspector()->findChildren<ChoiceButton*>()[1];
    const QString name = line->accessibleName();
    line->setFocus(Qt::TabFocusReason);
    press(Qt::Key_Return);
    QPushButton* back = at.button("‹ Questions to ask");
    REQUIRE(back);
    back->setFocus();
    press(Qt::Key_Space);
    CHECK(QApplication::focusWidget()->accessibleName() == name);
}

TEST_CASE("a question is put aside with what came of it, why and until when")
{
    Asker at;
    const int one = at.firstLine(false);
    const Question question = at.line(one);
    const domain::ChildId child = question.children.front().child;
    QSignalSpy said(&at.session, &Session::said);
    at.session.selectChild(child);
    const std::pair<const char*, const char*> ways[] = {
        {"To panel…", "To a panel"}, {"Explained…", "Explained"}, {"Not until…", "Wait"}};
    for (const auto& [words, outcome] : ways) {
        click(at.button(words));
        CHECK(find<QComboBox>(at.form(), "What came of it")->currentText() == outcome);
        at.form()->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    click(at.button("Explained…"));
    PutAsideForm* form = at.form();
    auto* until = find<QLineEdit>(form, "Not asked again until");
    CHECK(domain::Date::fromBritish(until->text().toStdString()) ==
          at.session.census().plusMonths(3));
    click(form->saveButton());
    CHECK(form->refusal().contains("Say why"));
    writes(find<QLineEdit>(form, "Why"), "Two siblings share the home");
    writes(until, QString::fromStdString(at.session.census().iso()));
    click(form->saveButton());
    CHECK(form->refusal().contains("Choose a later day"));
    CHECK(said.isEmpty());
    writes(until, "31/05/2026");
    click(form->saveButton());
    CHECK(said.takeLast()[0].toString() == "Put aside until 31 May 2026.");
    REQUIRE(at.waitsUntilAsked(child, question.kind, false));

    at.explore.tables()->setCurrent(LinkedTables::questions);
    QPushButton* aside = seenButton(at.explore.tables(), "1 put aside");
    REQUIRE(aside);
    click(aside);
    const auto parked = at.table(LinkedTables::putAside);
    REQUIRE(parked->isVisible());
    REQUIRE(parked->model()->rowCount() == 1);
    CHECK_FALSE(at.reads(at.explore.tables(), "put aside."));
    CHECK(at.cell(LinkedTables::putAside, 0, 0) == wording::askedOfWhom(question));
    CHECK(at.cell(LinkedTables::putAside, 0, 2) == "Explained");
    CHECK(at.cell(LinkedTables::putAside, 0, 3) == "Two siblings share the home");
    CHECK(at.cell(LinkedTables::putAside, 0, 5) == "31 May 2026");
    CHECK(at.reads(at.explore.inspector(), "put aside until 31 May 2026, explained."));

    SECTION("undo brings it back")
    {
        REQUIRE(at.session.workbench().undo().ok());
        CHECK(at.waitsUntilAsked(child, question.kind, true));
        CHECK(parked->model()->rowCount() == 0);
        CHECK(parked->isVisible());
        CHECK(at.reads(at.explore.tables(), "Nothing is put aside."));
        click(seenButton(at.explore.tables(), "0 put aside"));
        CHECK_FALSE(at.reads(at.explore.tables(), "Nothing is put aside."));
    }
    SECTION("it is asked again when somebody says so")
    {
        at.chooseRow(LinkedTables::putAside, 0);
        CHECK(at.session.selection().children.front() == child);
        click(seenButton(at.explore.tables(), "Ask again"));
        CHECK(at.waitsUntilAsked(child, question.kind, true));
    }
    SECTION("back to the questions to ask")
    {
        click(seenButton(at.explore.tables(), "1 put aside"));
        CHECK(at.lines()->isVisible());
    }
}

TEST_CASE("until the day that was named a question is not asked, from then on it is")
{
    Asker at;
    const int many = at.firstLine(true);
    const Question question = at.line(many);
    const domain::ChildId child = question.children.front().child;
    at.session.selectChild(child);
    openPutAside(at.session, answeredBy(question, question.children.front()),
                 domain::QuestionOutcome::wait, &at.explore);
    const domain::Date until = at.session.census().plusDays(2);
    writes(find<QLineEdit>(at.form(), "Not asked again until"),
           QString::fromStdString(until.iso()));
    at.saves("Its review is on that day");
    REQUIRE(at.waitsUntilAsked(child, question.kind, false));
    at.session.setCensus(until.plusDays(-1));
    CHECK_FALSE(at.isAsked(child, question.kind));
    at.session.setCensus(until);
    REQUIRE(at.isAsked(child, question.kind));
    CHECK(at.list().asked(child, question.kind)->isOverdue);
    CHECK(at.list().aside.empty());
}

TEST_CASE("a line of many is put aside and brought back in one step")
{
    Asker at;
    const int many = at.firstLine(true);
    const Question question = at.line(many);
    at.chooseRow(LinkedTables::questions, many);
    click(seenButton(at.explore.tables(), "Put aside…"));
    CHECK(at.reads(at.form(), QString("%1 children").arg(question.children.size())));
    const auto everyone = at.session.wholeCohort();
    const auto paidCare = at.session.findings()->paidCare;
    at.saves("The panel looks at them together");
    const domain::ChildId last = question.children.back().child;
    REQUIRE(at.waitsUntilAsked(last, question.kind, false));
    CHECK(at.session.wholeCohort() == everyone); // no record was read again for that
    CHECK(at.session.findings()->paidCare == paidCare);
    CHECK(at.list().aside.size() == question.children.size());
    CHECK(at.list().childrenAsked(question.kind) == 0);
    REQUIRE(at.session.workbench().undo().ok());
    REQUIRE(at.waitsUntilAsked(last, question.kind, true));
    CHECK(at.list().childrenAsked(question.kind) == question.children.size());
    CHECK(at.list().aside.empty());
}

TEST_CASE("in a store that is open for reading the questions are read and none is put aside")
{
    Asker at(store::Access::readOnly);
    const int one = at.firstLine(false);
    at.chooseRow(LinkedTables::questions, one);
    CHECK(at.reads(at.explore.inspector(), wording::questionTitle(at.line(one).kind)));
    CHECK_FALSE(at.button("To panel…"));
    CHECK_FALSE(at.button("Put aside…"));
    QSignalSpy said(&at.session, &Session::said);
    at.action("Put a question aside…");
    REQUIRE(said.size() == 1);
    CHECK(said[0][0].toString().contains("reading only"));
}

TEST_CASE("where there is no child, or one, nothing is asked that there is not")
{
    tests::ACouncil folder;
    auto made = workbench::Workbench::create(toPath(folder.folder() + "/new.twelvefold"), "Northam",
                                             "A tester");
    REQUIRE(made.ok());
    Session session;
    ExploreWorkspace explore(session);
    explore.resize(1280, 800);
    session.adopt(std::move(*made));
    sees(explore);
    REQUIRE(session.findings());
    CHECK(session.findings()->worklist->questions.empty());
    CHECK(explore.tables()->table(LinkedTables::questions)->model()->rowCount() == 0);

    domain::Child child;
    child.localId = "NEW-1";
    REQUIRE(session.workbench()
                .addChild(child, {}, domain::Period{session.census().plusDays(-30), std::nullopt})
                .ok());
    REQUIRE(waitsFor([&] { return session.wholeCohort()->size() == 1; }));
    settle();
    const auto lines = linesOf(explore.inspector());
    REQUIRE(lines.size() >= 1); // there is no need score, and no cost
    CHECK(explore.tables()->table(LinkedTables::questions)->model()->rowCount() ==
          static_cast<int>(lines.size()));
    click(explore.inspector()->findChildren<ChoiceButton*>().front());
    CHECK(session.selection() == Selection{Selection::Kind::child, session.wholeCohort()->child});
}

TEST_CASE("what is put aside is said at the foot of the window, and taken back there")
{
    tests::ADesk desk;
    Session& session = desk.window.session();
    press(Qt::Key_2, Qt::ControlModifier);
    auto* explore = static_cast<ExploreWorkspace*>(desk.window.workspace(Workspace::explore));
    desk.window.command("questionsTable")->trigger(); // as the search does
    settle();
    CHECK(explore->tables()->table(LinkedTables::questions)->hasFocus());
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    const auto lines = session.findings()->worklist->questions;
    desk.window.command("putAside")->trigger();
    settle();
    const QPointer<PutAsideForm> form = explore->findChild<PutAsideForm*>();
    REQUIRE(form);
    press(Qt::Key_Tab);
    type("The panel looks at it on Monday");
    press(Qt::Key_Return);
    REQUIRE(waitsFor([&] { return !session.findings()->worklist->aside.empty(); }));
    CHECK(find<NoticeBar>(&desk.window)->sentence().startsWith("Put aside until "));
    CHECK(session.findings()->worklist->questions.size() == lines.size() - 1);
    click(seenButton(find<NoticeBar>(&desk.window), "Undo"));
    REQUIRE(waitsFor([&] { return session.findings()->worklist->aside.empty(); }));
    CHECK(session.findings()->worklist->questions.size() == lines.size());
}
