// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/full_disk.h"
#include "ui/children/an_assessment.h"
#include "ui/children/an_office.h"

#include "children/domain_detail.h"
#include "children/draft_saver.h"
#include "common/inputs.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>

// What is typed reaches the disk while it is typed, and the window says so when it has.

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

constexpr int kKeyMilliseconds = 40;

QString noteOnDisk(const store::Store& store, domain::ChildId child)
{
    const auto draft = store.draft(child, "Sam");
    return draft ? QString::fromStdString(draft->scores[0].evidence.reveal()) : QString();
}

// Answers as a window in front does: it takes the focus, and gives it back.
class InFront : public ui::Dialogs
{
public:
    explicit InFront(QWidget& behind) : m_behind(behind), m_replaced(*this) {}
    bool confirm(QWidget*, const QString& question, const QString&, const QString&) override
    {
        comeInFront(question);
        return true;
    }
    void tell(QWidget*, const QString& sentence, const QString&) override { comeInFront(sentence); }
    QStringList asked;

private:
    void comeInFront(const QString& sentence)
    {
        asked << sentence;
        QLineEdit box;
        box.show();
        person::turnsTo(box);
        box.setFocus();
        QCoreApplication::processEvents();
        box.hide();
        person::turnsTo(m_behind);
        QCoreApplication::processEvents();
    }
    QWidget& m_behind;
    ui::DialogsReplaced m_replaced;
};

} // namespace

TEST_CASE("typing that never pauses is saved every second, and called saved only when all of it is")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.press(Qt::Key_N);
    QElapsedTimer clock;
    clock.start();
    std::map<qsizetype, qint64> typedAt; // by length
    QString typed;
    while (clock.elapsed() < 2600) {
        office.type("x");
        typed += 'x';
        typedAt[typed.size()] = clock.elapsed();
        CHECK(office.needs().status().endsWith("saving…"));
        QTest::qWait(kKeyMilliseconds);
        const QString kept = noteOnDisk(office.bench().store(), child);
        REQUIRE(typed.startsWith(kept));
        const auto firstUnsaved = typedAt.upper_bound(kept.size());
        if (firstUnsaved != typedAt.end())
            CHECK(clock.elapsed() - firstUnsaved->second < 1000);
    }
    REQUIRE(QTest::qWaitFor([&] { return office.needs().status().contains("· saved "); }));
    CHECK(noteOnDisk(office.bench().store(), child) == typed);
    const QString at = office.needs().status().section("saved ", 1);
    CHECK(QTime::fromString(at, "HH:mm:ss").isValid());
}

TEST_CASE("a draft is written in a thread of its own")
{
    Office office;
    const auto child = office.addChild("4001");
    const auto* window = QThread::currentThread();
    std::atomic<bool> elsewhere = false;
    office.bench().onChange([&](const store::ChangeNotice&) {
        elsewhere = elsewhere || QThread::currentThread() != window;
    });
    office.score(child);
    office.type("3");
    CHECK(QTest::qWaitFor([&] { return elsewhere.load(); }));
    CHECK(office.bench().store().draft(child, "Sam"));
}

TEST_CASE("what the disk refuses is said, kept and tried again")
{
    Office office;
    const auto first = office.addChild("4001");
    const auto second = office.addChild("4002");
    office.score(first);
    FullDisk full;
    office.type("31");
    REQUIRE(QTest::qWaitFor([&] { return office.needs().status().startsWith("Not saved yet: "); }));
    CHECK(office.needs().flush()); // the reason
    SECTION("and saved as soon as there is room")
    {
        full.release();
        REQUIRE(QTest::qWaitFor([&] { return office.needs().status().contains("· saved "); }));
        CHECK(office.bench().store().draft(first, "Sam")->scores[1].level->value() == 1);
    }
    SECTION("also when the person has gone on to another child and back")
    {
        office.open(second);
        office.open(first);
        CHECK(office.form().level(1) == 1);
        full.release();
        REQUIRE(QTest::qWaitFor([&] { return !office.needs().flush(); }));
        CHECK(office.bench().store().draft(first, "Sam")->scores[1].level->value() == 1);
    }
}

TEST_CASE("a sign-off or a discard that the disk refuses costs no word")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("01");
    office.needs().flush();
    FullDisk full;
    office.type("2340123401");
    office.press(Qt::Key_Up);
    office.press(Qt::Key_N);
    office.type("Seen at home");
    InFront dialogs(office.workspace());
    QString refused;
    SECTION("signed off")
    {
        office.press(Qt::Key_Return, Qt::ControlModifier);
        refused = "This could not be saved.";
    }
    SECTION("discarded")
    {
        button(&office.needs(), "Discard…")->click();
        refused = "This could not be saved.";
    }
    REQUIRE(dialogs.asked.last() == refused);
    CHECK(office.form().soFar().scored == 12);
    CHECK(office.form().assessment().scores[11].evidence.reveal() == "Seen at home");
    full.release();
    REQUIRE_FALSE(office.needs().flush());
    office.startAgain();
    office.score(child);
    CHECK(office.form().soFar().scored == 12);
    CHECK(office.form().assessment().scores[11].evidence.reveal() == "Seen at home");
    office.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(office.bench().store().assessments(child).size() == 1);
}

TEST_CASE("what a fault of the program keeps from the disk is not called saved, and not forgotten")
{
    Office office;
    const auto child = office.addChild("4001");
    ui::DraftSaver saver(office.session());
    QSignalSpy saved(&saver, &ui::DraftSaver::saved);
    QSignalSpy refused(&saver, &ui::DraftSaver::refused);
    domain::Assessment draft = office.bench().draftFor(child, kToday);
    draft.secondRatingOf = domain::AssessmentId{4711}; // which the store knows nothing of
    saver.keep(draft);
    SECTION("asked to write it")
    {
        CHECK(saver.flush());
    }
    SECTION("writing it in the background")
    {
        REQUIRE(QTest::qWaitFor([&] { return !refused.isEmpty(); }));
    }
    CHECK(saved.isEmpty());
    CHECK(saver.waiting(child) == draft);
}

TEST_CASE("the draft of a child who was taken away is given up, and not called saved")
{
    Office office;
    const auto child = office.addChild("4001");
    ui::DraftSaver saver(office.session());
    QSignalSpy saved(&saver, &ui::DraftSaver::saved);
    saver.keep(office.bench().draftFor(child, kToday));
    REQUIRE(office.bench().undo());
    CHECK_FALSE(saver.flush());
    CHECK(saved.isEmpty());
    CHECK_FALSE(saver.waits(child));
}

TEST_CASE("a draft that could not be saved is not written into the store that is opened next")
{
    Office office;
    const auto child = office.addChild("4001");
    QTemporaryDir folder;
    const auto other = [&](const char* name) {
        auto made = workbench::Workbench::create(folder.filePath(name).toStdString(), name, "Sam");
        REQUIRE(made);
        domain::Child added;
        added.localId = "9001";
        REQUIRE((*made)->addChild(added, {}, {kToday.plusDays(-100), std::nullopt}));
        return std::move(*made);
    };
    auto next = other("Othershire");
    ui::DraftSaver saver(office.session());
    saver.keep(office.bench().draftFor(child, kToday));
    {
        FullDisk full;
        REQUIRE(saver.flush());
        office.session().adopt(std::move(next));
    }
    CHECK_FALSE(saver.waits(child));
    saver.flush();
    CHECK(office.bench().store().drafts().empty());
}

TEST_CASE("the day assessed can be typed at leisure: a saving does not close its field")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("3");
    auto* date = find<ui::DateEdit>(&office.needs());
    button(&office.needs(), "Assessed on " + wording::date(office.form().assessment().date))
        ->click();
    date->line()->clear();
    office.type("01/02/");
    REQUIRE(QTest::qWaitFor([&] { return office.needs().status().contains("· saved "); }));
    REQUIRE(date->isVisible());
    CHECK(QApplication::focusWidget() == date->line());
    office.type("2026");
    CHECK(office.needs().status().endsWith("saving…")); // not "saved", over a day that is not
    CHECK(date->isVisible());
    REQUIRE(QTest::qWaitFor([&] { return office.needs().status().contains("· saved "); }));
    CHECK(office.bench().store().draft(child, "Sam")->date == *domain::Date::from(2026, 2, 1));
    office.press(Qt::Key_Return);
    CHECK_FALSE(date->isVisible());
}

TEST_CASE("a day that cannot be read stays to be mended: nothing is signed off by the day before")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("111111111111");
    auto* date = find<ui::DateEdit>(&office.needs());
    button(&office.needs(), "Assessed on " + wording::date(office.form().assessment().date))
        ->click();
    date->line()->clear();
    office.type("31/02/2026");
    button(&office.needs(), "Sign off")->setFocus();
    office.needs().flush();
    REQUIRE(date->isVisible());
    office.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(office.bench().store().assessments(child).empty());
    CHECK(QApplication::focusWidget() == date->line());
    CHECK(date->echo().contains("28 days"));
}

// A person who types without a pause until somebody pulls the plug: run by the test that follows,
// as a process of its own.
TEST_CASE("a typist", "[.typist]")
{
    const QString path = qEnvironmentVariable("TYPIST_STORE");
    std::unique_ptr<workbench::Workbench> bench;
    workbench::Workbench::open(path.toStdString(), bench, "Sam");
    REQUIRE(bench);
    ui::Session session;
    session.adopt(std::move(bench));
    ui::ChildrenWorkspace workspace(session);
    workspace.show();
    person::turnsTo(workspace);
    QCoreApplication::processEvents();
    workspace.openChild(session.workbench().store().allChildren().begin()->first);
    QCoreApplication::processEvents();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N);
    for (int typed = 1;; ++typed) {
        QTest::keyClick(QApplication::focusWidget(), 'x');
        std::printf("%d %lld\n", typed,
                    static_cast<long long>(QDateTime::currentMSecsSinceEpoch()));
        std::fflush(stdout);
        QTest::qWait(kKeyMilliseconds);
    }
}

TEST_CASE("of what is typed without a pause, a killed program loses the last second at most")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("office.twelvefold");
    domain::ChildId child;
    {
        auto bench = workbench::Workbench::create(path.toStdString(), "Testshire", "Sam");
        REQUIRE(bench);
        domain::Child added;
        added.localId = "4001";
        const auto id = (*bench)->addChild(added, {}, {kToday.plusDays(-100), std::nullopt});
        REQUIRE(id);
        child = *id;
    }
    QProcess typist;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("TYPIST_STORE", path);
    typist.setProcessEnvironment(environment);
    typist.start(QCoreApplication::applicationFilePath(), {"a typist"});
    REQUIRE(typist.waitForStarted());
    QByteArray said;
    while (said.count('\n') < 75 && typist.waitForReadyRead(20000))
        said += typist.readAllStandardOutput();
    typist.kill();
    const qint64 killed = QDateTime::currentMSecsSinceEpoch();
    typist.waitForFinished();

    std::unique_ptr<workbench::Workbench> bench;
    const auto opened = workbench::Workbench::open(path.toStdString(), bench, "Sam");
    REQUIRE(bench);
    CHECK(opened.state == store::OpenState::current);
    qsizetype owed = 0; // what had been typed a second before the end
    for (const QByteArray& line : said.split('\n')) {
        const auto parts = line.split(' ');
        if (parts.size() == 2 && parts[1].toLongLong() < killed - 1000)
            owed = parts[0].toLongLong();
    }
    CHECK(owed > 20);
    CHECK(noteOnDisk(bench->store(), child).size() >= owed);
}
