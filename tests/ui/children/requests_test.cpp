// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/children/an_office.h"

#include "children/placements_page.h"
#include "children/record_table.h"
#include "children/requests_table.h"
#include "common/data_table.h"
#include "support/placement_form.h"
#include "wording/wording.h"

#include <QLabel>

using namespace twelvefold;
using namespace twelvefold::tests;

namespace {

FormRow sought(domain::Date placedOn, const char* type)
{
    FormRow row = completeRow("4001");
    row["date_entry_placement"] = placedOn.iso();
    row["Date_entry_referral"] = placedOn.plusDays(-12).iso();
    row["risk_to_child_going_missing"] = "Risk Present";
    row["placement_type"] = type;
    row["cultural_needs"] = "";
    return row;
}

QStringList rowOf(const ui::RecordTable* table, int row)
{
    QStringList cells;
    for (int column = 0; column < table->model()->columnCount(); ++column)
        cells << table->model()->item(row, column)->text();
    return cells;
}

// What the answers say of something; empty: nothing.
QString answerTo(const ui::RequestsTable* requests, const QString& title)
{
    for (int row = 0; row < requests->answers()->model()->rowCount(); ++row) {
        const QStringList cells = rowOf(requests->answers(), row);
        if (cells.at(1) == title)
            return cells.at(2);
    }
    return {};
}

} // namespace

TEST_CASE("the placements that were sought for a child are read on its page, and none is no table")
{
    Office office;
    const auto child = office.addChild("4001"), other = office.addChild("4002");
    const domain::Date start = office.census().plusDays(-30);
    PlacementForm form = PlacementForm::june();
    form.rows = {sought(start.plusDays(-300), "Foster"), sought(start, "Residential")};
    const QTemporaryDir folder;
    const std::string file = folder.filePath("form.xlsx").toStdString();
    form.save(file);
    REQUIRE(office.bench().applyImport(office.bench().planImport({file}, {})));
    Office::settle();
    office.open(child);
    office.workspace().page()->setTab(ui::ChildPage::placements);
    auto* requests = office.workspace().page()->placementsPage()->requests();
    REQUIRE(requests->isVisible());
    CHECK(rowOf(requests->requests(), 0) ==
          QStringList{wording::date(start.plusDays(-12)), wording::date(start), "Residential care",
                      "Residential", "Risk to the child: going missing"});
    // Of the latest, until another is chosen.
    CHECK(answerTo(requests, "Type of placement") == "Residential");
    CHECK(answerTo(requests, "Education was disrupted") == "Yes");
    CHECK(answerTo(requests, "In all, a week") == "£4,650.50");
    CHECK(answerTo(requests, "Cultural needs").isEmpty()); // nobody said
    requests->requests()->choose(1);
    CHECK(answerTo(requests, "Type of placement") == "Foster");
    // They are read here and not changed.
    requests->requests()->table()->setFocus();
    office.press(Qt::Key_Delete);
    CHECK(office.bench().store().placementRequests(child).size() == 2);

    office.open(other);
    office.workspace().page()->setTab(ui::ChildPage::placements);
    CHECK_FALSE(requests->isVisible());
}
