// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reports_workspace.h"

#include "common/controls.h"
#include "common/states.h"
#include "common/trace_dialog.h"
#include "reports/page_preview.h"
#include "store/connection.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include "support/catch.h"
#include <QAction>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>
#include <algorithm>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

QPushButton* named(const QWidget& window, const QString& accessibleName)
{
    for (auto* button : window.findChildren<QPushButton*>())
        if (button->accessibleName() == accessibleName)
            return button;
    return nullptr;
}

EmptyState* refusalIn(const QWidget& window)
{
    for (auto* state : window.findChildren<EmptyState*>())
        if (state->isVisible())
            return state;
    return nullptr;
}

// Somebody at the reports of a council.
struct AManager
{
    explicit AManager(std::size_t children = 80) : council(children)
    {
        reports.resize(1280, 720);
        sees(reports);
        session.adopt(council.open());
    }

    tests::ACouncil council;
    Session session;
    ReportsWorkspace reports{session};
};

// In a small council those not compared are a few.
struct AManagerOfFew : AManager
{
    AManagerOfFew() : AManager(28) {}
};

} // namespace

TEST_CASE_METHOD(
    AManager,
    "a report that may not be published says why in place of the preview and is not saved")
{
    domain::CohortFilter filter = session.filter();
    filter.ask("age", domain::between(0, 0)); // a child or two
    session.setFilter(filter);
    auto* preview = reports.findChild<PagePreview*>();
    auto* pdf = named(reports, "Save the report as PDF");
    REQUIRE(pdf != nullptr);
    REQUIRE(waitsFor([&] { return session.cohort() && session.cohort()->size() < 20; }));
    REQUIRE(session.cohort()->size() > 0);
    REQUIRE(waitsFor([&] { return preview->isVisible() && pdf->isEnabled(); }));

    auto* audience = reports.findChild<SegmentedControl*>();
    audience->segment(1)->click();
    REQUIRE(waitsFor([&] { return !pdf->isEnabled(); }));
    CHECK_FALSE(preview->isVisible());
    auto* refusal = refusalIn(reports);
    REQUIRE(refusal != nullptr);
    QString said;
    for (const auto* label : refusal->findChildren<QLabel*>())
        said += label->text();
    CHECK(said.contains("This cannot be published"));

    refusal->button()->click();
    CHECK(waitsFor([&] { return preview->isVisible() && pdf->isEnabled(); }));
}

TEST_CASE_METHOD(AManager, "what a check finds altered is not published, whenever it is found")
{
    auto* pdf = named(reports, "Save the report as PDF");
    auto* csv = named(reports, "Save the report as CSV");
    auto* audience = reports.findChild<SegmentedControl*>();
    audience->segment(1)->click();
    auto* preview = reports.findChild<PagePreview*>();
    REQUIRE(waitsFor([&] { return preview->isVisible() && preview->pageCount() > 0; }));

    SECTION("while the report is looked at")
    {
        session.setFaulty();
        REQUIRE(waitsFor([&] { return !pdf->isEnabled(); }));
        audience->segment(0)->click();
        CHECK(waitsFor([&] { return pdf->isEnabled(); }));
    }
    SECTION("when it is saved")
    {
        store::Connection(session.workbench().store().path(), SQLITE_OPEN_READWRITE)
            .run("UPDATE placement SET start_day = start_day - 1 "
                 "WHERE id = (SELECT min(id) FROM placement)");
        Answers answers;
        answers.file = council.folder() + "/published.csv";
        csv->click();
        REQUIRE(waitsFor([&] { return !answers.told.isEmpty(); }));
        CHECK(answers.told.back().contains("the store has faults"));
        CHECK_FALSE(QFile::exists(answers.file));
    }
}

TEST_CASE("the window is there before its report is, and shows what was asked for last")
{
    tests::ACouncil council;
    Session session;
    session.adopt(council.open());
    REQUIRE(waitsFor([&] { return session.findings() != nullptr; }));
    ReportsWorkspace reports(session);
    reports.resize(1280, 720);
    auto* preview = reports.findChild<PagePreview*>();
    reports.show();
    CHECK(preview->pageCount() == 0);
    REQUIRE(waitsFor([&] { return preview->pageCount() > 0; }));
    const int pages = preview->pageCount();
    auto* summary = reports.findChild<ElidedCheckBox*>();
    QSignalSpy rested(&session, &Session::findingsRefined);
    summary->click();
    QTest::qWait(0);
    summary->click();
    for (ElidedCheckBox* section : reports.findChildren<ElidedCheckBox*>()) {
        if (section != summary)
            section->click();
    }
    REQUIRE(waitsFor([&] { return preview->pageCount() < pages; }));
    CHECK(preview->pageCount() == 1);
}

TEST_CASE("what is saved is what is chosen, whatever the preview still shows")
{
    tests::ACouncil council(400);
    Answers answers;
    Session session;
    session.adopt(council.open());
    REQUIRE(waitsFor([&] { return session.standing() == Standing::complete; }));
    ReportsWorkspace reports(session);
    reports.resize(1280, 720);
    sees(reports);
    auto* preview = reports.findChild<PagePreview*>();
    REQUIRE(waitsFor([&] { return preview->pageCount() > 0; }));
    const auto saved = [&](const QString& kind) {
        answers.file = council.folder() + "/report." + kind.toLower();
        named(reports, "Save the report as " + kind)->click();
        REQUIRE(waitsFor([&] { return QFile::exists(answers.file); }));
        QFile file(answers.file);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return QString::fromUtf8(file.readAll());
    };
    const auto tellsOfAChild = [&](const QString& text) {
        return std::ranges::any_of(session.cohort()->pseudonym, [&](const std::string& pseudonym) {
            return text.contains(QString::fromStdString(pseudonym));
        });
    };
    CHECK(tellsOfAChild(saved("CSV")));
    QFile::remove(answers.file);
    reports.findChild<SegmentedControl*>()->segment(1)->click();
    CHECK_FALSE(tellsOfAChild(saved("CSV")));
    CHECK_FALSE(tellsOfAChild(saved("HTML")));
}

TEST_CASE("a command that can save nothing says why")
{
    tests::ACouncil council;
    Session session;
    ReportsWorkspace reports(session);
    QSignalSpy said(&session, &Session::said);
    sees(reports);
    QStringList names;
    for (QAction* action : reports.actions()) {
        if (!action->objectName().startsWith("saveReport"))
            continue;
        names << action->objectName();
        action->trigger();
        REQUIRE_FALSE(said.isEmpty());
        CHECK(said.takeLast()[0].toString().startsWith("There is nothing to report yet"));
    }
    names.removeDuplicates(); // each is found by a name of its own
    CHECK(names.size() == 4);
}

TEST_CASE_METHOD(
    AManager,
    "only what is comparable, or all settings, is chosen beside the report, and Explore follows")
{
    auto* pdf = named(reports, "Save the report as PDF");
    REQUIRE(waitsFor([&] { return session.cohort() && pdf->isEnabled(); }));
    QCheckBox* comparable = nullptr;
    for (auto* box : reports.findChildren<QCheckBox*>())
        comparable = box->text() == "Only what is comparable" ? box : comparable;
    REQUIRE(comparable);
    CHECK(comparable->isChecked());
    const std::size_t compared = session.cohort()->size();
    const auto says = [&](const QString& words) {
        for (const auto* label : reports.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    };
    CHECK(waitsFor([&] { return says("without"); }));

    comparable->click();
    CHECK(session.filter().notCompared.empty());
    REQUIRE(waitsFor([&] { return session.cohort()->size() > compared; }));
    CHECK(waitsFor([&] { return !says("without"); }));

    session.setFilter(workbench::comparableFilter()); // as in Explore
    CHECK(waitsFor([&] { return comparable->isChecked(); }));
}

TEST_CASE_METHOD(
    AManagerOfFew,
    "where few live with parents, the refusal offers the same report across all settings")
{
    auto* pdf = named(reports, "Save the report as PDF");
    REQUIRE(waitsFor([&] { return session.cohort() && pdf->isEnabled(); }));
    const auto everyone = session.wholeCohort();
    const auto left = std::ranges::count_if(everyone->setting, [](const auto& setting) {
        return setting == domain::Setting::withParents || setting == domain::Setting::adoption;
    });
    REQUIRE(left > 0);
    REQUIRE(left < 6);

    auto* audience = reports.findChild<SegmentedControl*>();
    audience->segment(1)->click();
    REQUIRE(waitsFor([&] { return !pdf->isEnabled(); }));
    auto* refusal = refusalIn(reports);
    REQUIRE(refusal);
    CHECK(refusal->button()->text() == "Compare all settings");
    refusal->button()->click();
    CHECK(waitsFor([&] { return pdf->isEnabled(); }));
    CHECK(session.filter().notCompared.empty());
    CHECK(audience->current() == 1);
}

TEST_CASE_METHOD(AManager, "the report is read as text where its pages cannot be seen")
{
    auto* preview = reports.findChild<PagePreview*>();
    REQUIRE(waitsFor([&] { return preview->isVisible() && preview->pageCount() > 0; }));
    CHECK(preview->accessibleDescription().endsWith("Enter opens the whole of it as text."));
    preview->setFocus();
    press(Qt::Key_Return);
    auto* dialog = reports.findChild<TraceDialog*>();
    REQUIRE(dialog);
    const QString text = dialog->findChild<QTextBrowser*>()->toPlainText();
    CHECK(text.contains("Weekly cost by setting"));
    CHECK(text.contains("Setting: ")); // each figure with its heading
    dialog->close();
}

TEST_CASE_METHOD(AManager,
                 "a day on which nobody was in care is not called a store without records")
{
    session.setCensus(*domain::Date::from(1990, 3, 31));
    REQUIRE(waitsFor([&] { return session.wholeCohort() && session.wholeCohort()->size() == 0; }));
    const auto said = [&] {
        const auto* state = refusalIn(reports);
        return state ? state->findChild<QLabel*>()->text() : QString();
    };
    CHECK(waitsFor([&] { return said() == "Nobody is on the records on 31 Mar 1990"; }));
}
