// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/children/an_assessment.h"
#include "ui/children/an_office.h"

#include "children/domain_detail.h"
#include "children/draft_saver.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>

#include <csignal>
#include <sys/resource.h>

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

// Files of this process stay as long as they are: what is written beyond is refused.
class FullDisk
{
public:
    FullDisk()
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit none = m_before;
        none.rlim_cur = 0;
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { release(); }
    void release()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
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
    QApplication::setActiveWindow(&workspace);
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
