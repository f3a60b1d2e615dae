// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reports_workspace.h"

#include "common/controls.h"
#include "common/states.h"
#include "reports/page_preview.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <catch2/catch.hpp>

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

} // namespace

TEST_CASE("a report that may not be published says why in place of the preview and is not saved")
{
    tests::ACouncil council;
    Session session;
    ReportsWorkspace reports(session);
    reports.resize(1280, 720);
    sees(reports);
    session.adopt(council.open());
    domain::CohortFilter filter = session.filter();
    filter.youngest = filter.oldest = 0; // a child or two
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
