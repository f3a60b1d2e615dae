// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reports_workspace.h"

#include "common/controls.h"
#include "common/states.h"
#include "reports/page_preview.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include <QLabel>
#include <QPushButton>
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
