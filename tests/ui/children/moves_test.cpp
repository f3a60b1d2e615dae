// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/children/an_office.h"

#include "children/cost_line_editor.h"
#include "children/echoed_line.h"
#include "children/move_form.h"
#include "children/placement_editor.h"
#include "children/placements_page.h"
#include "children/record_table.h"
#include "children/weekly_figure.h"
#include "common/controls.h"
#include "common/inputs.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

using namespace twelvefold;
using namespace twelvefold::tests;
using domain::Date;

namespace {

QString british(Date date)
{
    return QStringLiteral("%1/%2/%3")
        .arg(date.day(), 2, 10, QLatin1Char('0'))
        .arg(date.month(), 2, 10, QLatin1Char('0'))
        .arg(date.year());
}

void write(QLineEdit* field, const QString& words)
{
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, words);
}

// Whether words stand next under a field.
bool isUnder(const QWidget* field, const QString& words, const QWidget* form)
{
    for (const QLabel* label : form->findChildren<QLabel*>()) {
        const QPoint at = label->mapTo(form, QPoint());
        const QPoint foot = field->mapTo(form, QPoint(0, field->height()));
        if (label->text() == words && label->isVisible())
            return at.y() >= foot.y() && at.y() < foot.y() + 20 &&
                   at.x() < foot.x() + field->width();
    }
    return false;
}

// A child in a children's home for a year, with what is paid, open on its page.
struct AHome
{
    Office office;
    domain::ChildId child = office.addChild("4001");
    Date today = office.bench().scoringDay(office.session().today());
    Date moved = today.plusDays(-9);
    domain::PlacementId placement;

    AHome()
    {
        domain::Placement home;
        home.child = child;
        home.setting = domain::Setting::childrensHome;
        home.period = {today.plusDays(-341), std::nullopt};
        home.distanceMiles = 17.2;
        workbench::PlacementEntry entry(home);
        entry.provider = "Hollin Bank Homes";
        placement = *office.bench().savePlacement(entry);
        pay(22925, domain::CostComponent::core, placement);
        pay(3335, domain::CostComponent::additional, placement);
        pay(210, domain::CostComponent::other, std::nullopt);
        office.settle();
        office.open(child);
        office.workspace().page()->setTab(ui::ChildPage::placements);
        office.settle();
    }
    void pay(std::int64_t pounds, domain::CostComponent component,
             std::optional<domain::PlacementId> placedIn)
    {
        domain::CostLine line;
        line.child = child;
        line.component = component;
        line.amount = domain::Money::pounds(pounds);
        line.placement = placedIn;
        line.period = {today.plusDays(-341), std::nullopt};
        REQUIRE(office.bench().saveCostLine(line));
    }
    std::optional<domain::Money> weekly(Date on)
    {
        return domain::weeklyCost(office.bench().store().costLines(child), on).total;
    }
    ui::PlacementsPage& page() { return *office.workspace().page()->placementsPage(); }
    // The form, with the keyboard in it.
    ui::MoveForm* form()
    {
        ui::MoveForm* form = office.workspace().moveChild();
        REQUIRE(form);
        form->activateWindow();
        person::turnsTo(*form);
        office.settle();
        return form;
    }
    std::size_t steps() { return office.bench().store().audit(100).size(); }
};

} // namespace

TEST_CASE("a child moves by keyboard alone, in one step")
{
    AHome home;
    const std::size_t steps = home.steps();
    ui::MoveForm* form = home.form();
    CHECK(form->ending().contains("goes on"));
    field(form, "On")->line()->setFocus();
    field(form, "On")->line()->selectAll();
    home.office.type(british(home.moved));
    CHECK(field(form, "On")->echo().endsWith("9 days ago"));
    home.office.press(Qt::Key_Tab);
    home.office.type("Planned: step down");
    home.office.press(Qt::Key_Tab);
    home.office.press(Qt::Key_Tab);
    CHECK(setting(form)->hasFocus());
    home.office.type("Agency");
    CHECK(setting(form)->choice() == domain::Setting::agencyFoster);
    home.office.press(Qt::Key_Tab);
    home.office.type("Greenacre Lane Fostering");
    CHECK(field(form, "Provider")->echo() ==
          "“Greenacre Lane Fostering” is a new provider, added when this is saved.");
    home.office.press(Qt::Key_Tab);
    home.office.type("6.2");
    CHECK(field(form, "Distance")->echo() == "11.0 nearer than now");
    home.office.press(Qt::Key_Tab);
    home.office.type(british(home.moved.plusDays(-18)));
    CHECK(field(form, "Sought since")->echo() == "18 days of search");
    home.office.press(Qt::Key_Tab);
    home.office.type("1,200");
    CHECK(field(form, "Core")->echo() == "£1,200.00 a week");
    home.office.press(Qt::Key_Tab);
    home.office.type("650 pcm");
    CHECK(field(form, "Additional")->echo() == "£149.59 a week (£650.00 × 12 × 7 ÷ 365)");
    CHECK(form->sentence() == "£26,470.00 → £1,559.59 a week");
    const QString ends = "ends " + wording::date(home.moved);
    CHECK(form->ending() == QStringList{"Core", "£22,925.00 a week", ends, "Additional support",
                                        "£3,335.00 a week", ends, "Other cost", "£210.00 a week",
                                        "goes on"});
    const QPointer<ui::MoveForm> open(form);
    home.office.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK((!open || !open->isVisible()));

    CHECK(home.steps() == steps + 1);
    CHECK(home.weekly(home.moved.plusDays(-1)) == domain::Money::pounds(26470));
    CHECK(home.weekly(home.moved) == domain::Money::pence(155959));
    const auto placements = home.office.bench().store().placements(home.child);
    REQUIRE(placements.size() == 2);
    CHECK(placements[0].distanceMiles == 6.2);
    CHECK(placements[0].referredOn == home.moved.plusDays(-18));
    CHECK(placements[1].note == "Planned: step down");

    REQUIRE(home.office.bench().undo());
    CHECK(home.office.bench().store().placements(home.child).size() == 1);
    CHECK(home.office.bench().store().providers().size() == 1);
    CHECK(home.weekly(home.today) == domain::Money::pounds(26470));
}

TEST_CASE("what a move cannot be is said, and nothing is written")
{
    AHome home;
    ui::MoveForm* form = home.form();
    write(field(form, "On")->line(), british(home.moved));
    write(field(form, "Core")->line(), "4.500,75");
    CHECK(field(form, "Core")->refused());
    form->accept();
    CHECK(form->refusal() == field(form, "Core")->echo());
    write(field(form, "Core")->line(), "4,500.75");
    form->accept();
    CHECK(form->refusal() == "Say what kind of setting the child moves to.");
    home.office.settle();
    CHECK(form->focusWidget() == setting(form));
    CHECK(isUnder(setting(form), form->refusal(), form));
    setting(form)->choose(domain::Setting::agencyFoster);
    write(field(form, "Sought since")->line(), british(home.moved.plusDays(1)));
    form->accept();
    CHECK(form->refusal().contains("after the move"));
    CHECK(field(form, "Sought since")->echo() == form->refusal());
    CHECK(form->focusWidget() == field(form, "Sought since")->line());
    write(field(form, "On")->line(), QString());
    form->accept();
    CHECK(field(form, "On")->echo() == "Say on which day.");
    write(field(form, "On")->line(), british(home.today.plusDays(-341)));
    write(field(form, "Sought since")->line(), QString());
    form->accept();
    CHECK_FALSE(form->refusal().isEmpty());
    CHECK(home.office.bench().store().placements(home.child).size() == 1);
    // Enter in a field moves nobody.
    write(field(form, "On")->line(), british(home.moved));
    QTest::keyClick(field(form, "Core")->line(), Qt::Key_Return);
    CHECK(form->isVisible());
    CHECK(home.office.bench().store().placements(home.child).size() == 1);
}

TEST_CASE("a move without a day that can be read says nothing of what would end")
{
    AHome home;
    ui::MoveForm* form = home.form();
    for (const char* typed : {"31/02/2026", "01/01/20260", "", "soon"}) {
        CAPTURE(typed);
        write(field(form, "On")->line(), british(home.moved));
        CHECK(form->leaves().startsWith("Children's home · Hollin Bank Homes\nsince "));
        CHECK(form->ending().size() == 9);
        CHECK_FALSE(form->sentence().isEmpty());
        write(field(form, "On")->line(), typed);
        CHECK(form->leaves() == "Say on which day");
        CHECK(form->ending().isEmpty());
        CHECK(form->sentence().isEmpty());
    }
}

TEST_CASE("a move on the day on which a placement began names that placement")
{
    AHome home;
    ui::MoveForm* form = home.form();
    write(field(form, "On")->line(), british(home.today.plusDays(-341)));
    CHECK(form->leaves() == "Children's home · Hollin Bank Homes\nbegan on that day itself");
    write(field(form, "On")->line(), british(home.today.plusDays(-342)));
    CHECK(form->leaves() == "No placement runs on that day");
}

TEST_CASE("leaving care is entered in the same form, and ends what is paid")
{
    AHome home;
    ui::MoveForm* form = home.form();
    write(field(form, "On")->line(), british(home.moved));
    QTest::mouseClick(find<ui::SegmentedControl>(form)->segment(1), Qt::LeftButton);
    home.office.settle();
    CHECK_FALSE(setting(form)->isVisible());
    CHECK(form->sentence() == "£26,470.00 → £210.00 a week");
    form->accept();
    home.office.settle();
    CHECK(home.weekly(home.moved) == domain::Money::pounds(210));
    CHECK(home.office.bench().store().kindPeriods(home.child).front().period.end == home.moved);
}

TEST_CASE("a move says that a cost is not known where none is recorded, not that it is nothing")
{
    Office office;
    const auto child = office.addChild("4001");
    const Date today = office.bench().scoringDay(office.session().today());
    domain::Placement home;
    home.child = child;
    home.setting = domain::Setting::childrensHome;
    home.period = {today.plusDays(-100), std::nullopt};
    REQUIRE(office.bench().savePlacement(home));
    office.settle();
    office.open(child);
    ui::MoveForm* form = office.workspace().moveChild();
    REQUIRE(form);
    CHECK(form->sentence() == "not known → not known");
    write(field(form, "Core")->line(), "1,200");
    CHECK(form->sentence() == "not known → £1,200.00 a week");
    // Who is no longer cared for is paid for no longer.
    for (const int end : {1, 2}) {
        find<ui::SegmentedControl>(form)->segment(end)->click();
        CHECK(form->sentence() == "not known → £0.00 a week");
    }
    SECTION("nor where all that was paid ends")
    {
        domain::CostLine core;
        core.child = child;
        core.amount = domain::Money::pounds(22925);
        core.placement = office.bench().store().placements(child).front().id;
        core.period = {today.plusDays(-100), std::nullopt};
        REQUIRE(office.bench().saveCostLine(core));
        form = office.workspace().moveChild();
        CHECK(form->sentence() == "£22,925.00 a week → not known");
    }
}

TEST_CASE("a child who has left care comes into care again by a move that says so")
{
    AHome home;
    ui::MoveForm* form = home.form();
    CHECK_FALSE(find<QCheckBox>(form)->isVisible());
    write(field(form, "On")->line(), british(home.moved));
    QTest::mouseClick(find<ui::SegmentedControl>(form)->segment(1), Qt::LeftButton);
    form->accept();
    home.office.settle();

    form = home.form();
    write(field(form, "On")->line(), british(home.today));
    setting(form)->choose(domain::Setting::agencyFoster);
    home.office.settle();
    REQUIRE(find<QCheckBox>(form)->isVisible());
    form->accept();
    CHECK(form->refusal().contains("not looked after"));
    find<QCheckBox>(form)->setChecked(true);
    form->accept();
    home.office.settle();
    CHECK(home.office.bench().cohort(home.today)->size() == 1);
    CHECK(home.office.bench().cohort(home.today.plusDays(-1))->size() == 0);
}

TEST_CASE("ending a placement says what else ends before it is saved")
{
    AHome home;
    const auto placement = home.office.bench().store().placements(home.child).front();
    auto* editor = home.page().editPlacement(placement);
    CHECK(editor->consequences().isEmpty());
    write(field(editor, "Left on")->line(), british(home.moved));
    CHECK(editor->consequences() == "Also ends on " + wording::date(home.moved) +
                                        ": Additional support £3,335.00 a week, Core "
                                        "£22,925.00 a week.");
    editor->accept();
    home.office.settle();
    CHECK(home.weekly(home.moved) == domain::Money::pounds(210));
}

TEST_CASE("entering a placement offers to end the open one, and does so in the same step")
{
    AHome home;
    const std::size_t steps = home.steps();
    auto* editor = home.page().addPlacement();
    setting(editor)->choose(domain::Setting::agencyFoster);
    write(field(editor, "From")->line(), british(home.moved));
    CHECK(find<QCheckBox>(editor)->isVisible());
    CHECK(editor->consequences().startsWith("Also ends on"));
    find<QCheckBox>(editor)->setChecked(false);
    editor->accept();
    CHECK(editor->refusal().contains("overlaps"));
    find<QCheckBox>(editor)->setChecked(true);
    write(find<QLineEdit>(editor, "Provider"), "Greenacre Lane Fostering");
    editor->accept();
    home.office.settle();
    CHECK(home.steps() == steps + 1);
    CHECK(home.weekly(home.moved) == domain::Money::pounds(210));
}

TEST_CASE("a cost says which placement it is for, and a new one is for where it begins")
{
    AHome home;
    QStringList placements;
    auto* table = home.page().costs()->model();
    for (int row = 0; row < table->rowCount(); ++row)
        placements << table->item(row, 6)->text();
    CHECK(placements.count("the child's own") == 1);
    CHECK(placements.count("Children's home from " + wording::date(home.today.plusDays(-341))) ==
          2);

    auto* editor = home.page().addCost();
    CHECK(find<ui::ElidedComboBox>(editor, "Placement")->itemText(0) == "the child's own");
    CHECK(placements.contains(find<ui::ElidedComboBox>(editor, "Placement")->itemText(1)));
    write(field(editor, "From")->line(), british(home.today.plusDays(-100)));
    CHECK(find<ui::ElidedComboBox>(editor, "Placement")->currentIndex() == 1);
    write(field(editor, "From")->line(), british(home.today.plusDays(-400)));
    CHECK(find<ui::ElidedComboBox>(editor, "Placement")->currentIndex() == 0);
}

TEST_CASE("a cost that may be counted twice is said before it is saved, and where it stands after")
{
    AHome home;
    CHECK_FALSE(home.page().figure()->doubts());
    auto* editor = home.page().addCost();
    CHECK(editor->countedTwice().isEmpty());
    write(field(editor, "From")->line(), british(home.today.plusDays(-100)));
    CHECK(editor->countedTwice() ==
          "Core £22,925.00 a week is paid on the same days, and both are counted. Did it end?");
    write(field(editor, "Until (not paid on that day)")->line(), british(home.today.plusDays(-50)));
    CHECK_FALSE(editor->countedTwice().isEmpty());
    find<ui::ChoiceBox<domain::CostComponent>>(editor, "For")
        ->choose(domain::CostComponent::education);
    CHECK(editor->countedTwice().isEmpty());
    find<ui::ChoiceBox<domain::CostComponent>>(editor, "For")->choose(domain::CostComponent::core);
    write(field(editor, "Until (not paid on that day)")->line(), QString());
    find<ui::MoneyEdit>(editor, "Amount, without VAT")->setAmount(domain::Money::pounds(4200));
    editor->accept();
    CHECK(editor->refusal().isEmpty());
    CHECK(editor->whatWasDone().startsWith("The cost is saved. Core £22,925.00 a week is paid"));
    home.office.settle();
    CHECK(home.page().figure()->doubts());
    REQUIRE(home.office.bench().undo());
    home.office.settle();
    CHECK_FALSE(home.page().figure()->doubts());
}

TEST_CASE("a placement that begins before the child came into care says so")
{
    AHome home;
    auto* editor = home.page().addPlacement();
    setting(editor)->choose(domain::Setting::agencyFoster);
    write(field(editor, "From")->line(), british(home.today.plusDays(-9)));
    CHECK_FALSE(editor->consequences().contains("not recorded as looked after"));
    const Date before =
        home.office.bench().store().kindPeriods(home.child).front().period.start.plusDays(-1);
    write(field(editor, "From")->line(), british(before));
    CHECK(editor->consequences().startsWith("On " + wording::date(before) +
                                            " the child is not recorded as looked after"));
}

TEST_CASE("every act that ends costs says afterwards how many it ended")
{
    AHome home;
    QString said;
    QObject::connect(&home.office.session(), &ui::Session::said, &home.page(),
                     [&](const QString& sentence) { said = sentence; });
    const auto moves = [&](int to) {
        ui::MoveForm* form = home.form();
        write(field(form, "On")->line(), british(home.moved));
        find<ui::SegmentedControl>(form)->segment(to)->click();
        if (to == 0)
            setting(form)->choose(domain::Setting::agencyFoster);
        form->accept();
        home.office.settle();
    };
    SECTION("the end of a placement")
    {
        auto* editor =
            home.page().editPlacement(home.office.bench().store().placements(home.child).front());
        write(field(editor, "Left on")->line(), british(home.moved));
        editor->accept();
        CHECK(said == "The placement is saved. 2 costs end with it.");
    }
    SECTION("a placement that changes no cost")
    {
        auto* editor =
            home.page().editPlacement(home.office.bench().store().placements(home.child).front());
        write(find<QLineEdit>(editor, "Distance"), "12");
        editor->accept();
        CHECK(said == "The placement is saved.");
    }
    SECTION("a move")
    {
        moves(0);
        CHECK(said.endsWith(" is moved. 2 costs end with it."));
    }
    SECTION("leaving care")
    {
        moves(1);
        CHECK(said.endsWith(" has left care. 2 costs end with it."));
    }
    SECTION("a death, which ends the child's own as well")
    {
        moves(2);
        CHECK(said.startsWith("The death of "));
        CHECK(said.endsWith(" is entered. 3 costs end with it."));
    }
}
