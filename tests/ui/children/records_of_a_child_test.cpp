// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/children/an_office.h"

#include "children/child_editor.h"
#include "children/cost_line_editor.h"
#include "children/history_page.h"
#include "children/outcome_editor.h"
#include "children/outcomes_page.h"
#include "children/placement_editor.h"
#include "children/placement_timeline.h"
#include "children/placements_page.h"
#include "children/record_table.h"
#include "children/weekly_figure.h"
#include "common/controls.h"
#include "common/data_table.h"
#include "common/inputs.h"
#include "common/layout_memory.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <algorithm>
#include <fstream>

using namespace twelvefold;
using namespace twelvefold::tests;
using domain::Date;

namespace {

QString british(Date date)
{
    return QString::fromStdString(date.iso()).split('-').at(2) + '/' +
           QString::fromStdString(date.iso()).split('-').at(1) + '/' +
           QString::fromStdString(date.iso()).split('-').at(0);
}

// As a person writes it, key by key.
void write(QLineEdit* field, const QString& words)
{
    field->clear();
    QTest::keyClicks(field, words);
}

domain::CostLine line(domain::CostComponent component, std::int64_t pence, domain::CostPer per,
                      Date start)
{
    domain::CostLine result;
    result.component = component;
    result.amount = domain::Money::pence(pence);
    result.per = per;
    result.period = {start, std::nullopt};
    return result;
}

} // namespace

TEST_CASE("an amount that can be read in two ways is refused with the reason, and nothing is saved")
{
    Office office;
    const auto child = office.addChild("4001");
    office.open(child);
    office.workspace().page()->setTab(ui::ChildPage::placements);
    auto* editor = office.workspace().page()->placementsPage()->addCost();
    write(field(editor, "Amount, without VAT")->line(), "4.500,75");
    write(field(editor, "From")->line(), british(office.census()));
    editor->accept();
    CHECK(editor->isVisible());
    CHECK(field(editor, "Amount, without VAT")->refused());
    CHECK_FALSE(editor->refusal().isEmpty());
    CHECK(office.bench().store().costLines(child).empty());

    write(field(editor, "Amount, without VAT")->line(), "4,500.75");
    CHECK(field(editor, "Amount, without VAT")->echo() == "£4,500.75 per week");
    editor->accept();
    office.settle();
    REQUIRE(office.bench().store().costLines(child).size() == 1);
    CHECK(office.bench().store().costLines(child).front().amount == domain::Money::pence(450075));
}

TEST_CASE("the weekly figure opens how it is made up, and follows what is entered")
{
    Office office;
    const auto child = office.addChild("4001");
    for (auto one :
         {line(domain::CostComponent::core, 412000, domain::CostPer::week, office.census()),
          line(domain::CostComponent::additional, 10000, domain::CostPer::day, office.census())}) {
        one.child = child;
        REQUIRE(office.bench().saveCostLine(one));
    }
    office.settle();
    office.open(child);
    office.workspace().page()->setTab(ui::ChildPage::placements);
    auto* figure = office.workspace().page()->placementsPage()->figure();
    CHECK(figure->makeUp().isEmpty());
    button(figure, "How is this made up?")->click();
    CHECK(figure->makeUp().startsWith(
        "£4,120.00 core + £700.00 additional support, per week of 7 days"));
    CHECK(figure->makeUp().contains("£100.00 per day × 7 = £700.00"));
    CHECK(office.workspace().page()->heading().contains("£4,820.00 a week"));
}

TEST_CASE("a child's page speaks of one day, and says which")
{
    Office office;
    const auto child = office.addChild("4001");
    const Date today = office.session().today();
    REQUIRE(office.census() < today);
    auto core = line(domain::CostComponent::core, 634959, domain::CostPer::week, today);
    core.child = child;
    REQUIRE(office.bench().saveCostLine(core));
    office.settle();
    office.open(child);
    office.workspace().page()->setTab(ui::ChildPage::placements);
    CHECK(office.workspace().page()->heading().contains("£6,349.59 a week"));
    auto* figure = office.workspace().page()->placementsPage()->figure();
    CHECK(figure->says() == "£6,349.59 a week · Today, " + wording::date(today));

    REQUIRE(office.bench().undo()); // the cost
    office.settle();
    CHECK(figure->says() == "No cost is recorded · Today, " + wording::date(today));
}

TEST_CASE("what was refused is not held against a form that was changed since")
{
    Office office;
    const auto child = office.addChild("4001");
    office.open(child);
    office.workspace().page()->setTab(ui::ChildPage::placements);
    auto* editor = office.workspace().page()->placementsPage()->addPlacement();
    editor->accept();
    REQUIRE(editor->refusal() == "Say what kind of setting it is.");
    setting(editor)->choose(domain::Setting::secure);
    office.settle();
    CHECK(editor->refusal().isEmpty());
    CHECK(setting(editor)->accessibleDescription().isEmpty());

    // Also where another field was the wrong one.
    write(field(editor, "From")->line(), british(office.census()));
    write(field(editor, "Search began on")->line(), british(office.census().plusDays(3)));
    editor->accept();
    REQUIRE(editor->refusal().contains("after the placement did"));
    write(field(editor, "From")->line(), british(office.census().plusDays(5)));
    office.settle();
    CHECK(editor->refusal().isEmpty());
    for (const auto* label : editor->findChildren<QLabel*>())
        CHECK_FALSE((label->isVisible() && label->text().contains("after the placement did")));
    editor->accept();
    office.settle();
    CHECK(office.bench().store().placements(child).size() == 1);
}

TEST_CASE("a date too late to sign off is not held against the one that replaces it")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("222222222222");
    auto* date = office.needs().findChild<ui::DateEdit*>();
    REQUIRE(date);
    date->line()->clear();
    QTest::keyClicks(date->line(), british(office.session().today().plusDays(40)));
    office.needs().signOff();
    office.settle();
    const QString refused = office.needs().status();
    CHECK_FALSE(refused.contains("of 12 scored"));
    date->line()->clear();
    QTest::keyClicks(date->line(), british(office.session().today()));
    emit date->line()->editingFinished();
    office.settle();
    CHECK(office.needs().status().startsWith("12 of 12 scored"));
}

TEST_CASE("undoing the addition of a child whose assessment is unfinished takes it along")
{
    Office office;
    const auto child = office.addChild("4001");
    office.score(child);
    office.type("0123");
    office.needs().leave(); // as the window does before it undoes
    REQUIRE(office.bench().undo());
    office.settle();
    CHECK(office.bench().store().childCount() == 0);
    CHECK(office.workspace().list()->model().rowCount() == 0);

    REQUIRE(office.bench().redo());
    office.settle();
    office.open(child);
    CHECK(office.workspace().list()->model().find(child)->hasDraft);
    CHECK(office.needs().offer().startsWith("You have an unfinished assessment from "));
    CHECK(office.form().soFar().scored == 4);
}

TEST_CASE("dates are written in one form everywhere: 14 Sep 2026, not 14 Sept")
{
    Office office;
    const auto child = office.addChild("4001");
    const Date last = *Date::from(2026, 3, 14); // due on 14 Sep 2026
    if (last > office.session().today())
        return;
    office.assess(child, 1, last);
    office.open(child);
    QStringList said;
    for (const auto* label : office.workspace().findChildren<QLabel*>())
        said << label->text();
    const QString all = said.join(QLatin1Char('\n'));
    CHECK_FALSE(all.contains("Sept"));
    if (office.session().today() >= *Date::from(2026, 9, 14))
        CHECK(all.contains("Assessment due 14 Sep 2026"));
}

TEST_CASE("a placement is entered, ended and removed, and every step can be undone")
{
    Office office;
    const auto child = office.addChild("4001");
    office.open(child);
    const auto census = office.census(); // before it follows what is entered
    office.workspace().page()->setTab(ui::ChildPage::placements);
    auto* page = office.workspace().page()->placementsPage();
    auto* editor = page->addPlacement();
    setting(editor)->choose(domain::Setting::childrensHome);
    write(field(editor, "From")->line(), british(census.plusDays(-100)));
    write(field(editor, "Search began on")->line(), british(census.plusDays(-123)));
    write(find<QLineEdit>(editor, "Provider"), "Oakfield Homes");
    write(find<QLineEdit>(editor, "Distance"), "36.5");
    CHECK(editor->search() == "The search took 23 days.");
    editor->accept();
    office.settle();
    REQUIRE(office.bench().store().placements(child).size() == 1);
    auto placement = office.bench().store().placements(child).front();
    CHECK(placement.distanceMiles == 36.5);
    CHECK(page->placements()->model()->item(0, 3)->text() == "Oakfield Homes");
    CHECK(page->placements()->model()->item(0, 4)->text() == "36.5 miles · search 23 days");

    auto* ending = page->editPlacement(placement);
    write(field(ending, "Left on")->line(), british(census.plusDays(-200)));
    ending->accept();
    CHECK(ending->refusal().contains("is before it begins, on "));
    CHECK(ending->focusWidget() == field(ending, "Left on")->line());
    write(field(ending, "Left on")->line(), british(census.plusDays(-10)));
    ending->accept();
    CHECK(ending->refusal().isEmpty());
    office.settle();
    CHECK(office.bench().store().placements(child).front().period.end == census.plusDays(-10));

    Answering yes(true);
    page->placements()->choose(0);
    button(page->placements(), "Remove…")->click();
    office.settle();
    CHECK(office.bench().store().placements(child).empty());
    REQUIRE(office.bench().undo());
    REQUIRE(office.bench().undo());
    office.settle();
    REQUIRE(office.bench().store().placements(child).size() == 1);
    CHECK_FALSE(office.bench().store().placements(child).front().period.end);
    CHECK(page->placements()->model()->rowCount() == 1);
}

TEST_CASE("a distance or a search that cannot be is refused in words")
{
    Office office;
    const auto child = office.addChild("4001");
    office.open(child);
    auto* editor = office.workspace().page()->placementsPage()->addPlacement();
    editor->accept();
    CHECK(editor->refusal() == "Say what kind of setting it is.");
    CHECK(editor->focusWidget() == setting(editor)); // and each at its field
    setting(editor)->choose(domain::Setting::secure);
    editor->accept();
    CHECK(editor->refusal() == "Say from which day the child lives there.");
    CHECK(field(editor, "From")->echo() == editor->refusal());
    write(field(editor, "From")->line(), british(office.census()));
    write(find<QLineEdit>(editor, "Distance"), "far away");
    editor->accept();
    CHECK(editor->refusal().contains("“far away” is not a distance"));
    CHECK(editor->focusWidget() == find<QLineEdit>(editor, "Distance"));
    CHECK(find<QLineEdit>(editor, "Distance")->accessibleDescription() == editor->refusal());
    write(find<QLineEdit>(editor, "Distance"), "12 miles");
    write(field(editor, "Search began on")->line(), british(office.census().plusDays(3)));
    editor->accept();
    CHECK(editor->refusal().contains("after the placement did"));
    CHECK(field(editor, "Search began on")->echo() == editor->refusal());
    CHECK(office.bench().store().placements(child).empty());
}

TEST_CASE("what a cost still wants is said at its field")
{
    Office office;
    office.open(office.addChild("4001"));
    auto* editor = office.workspace().page()->placementsPage()->addCost();
    editor->accept();
    CHECK(field(editor, "Amount, without VAT")->echo() == "Write the amount that is paid.");
    write(field(editor, "Amount, without VAT")->line(), "1200");
    editor->accept();
    CHECK(field(editor, "From")->echo() == "Say from which day it is paid.");
    CHECK(editor->focusWidget() == field(editor, "From")->line());
}

TEST_CASE("two tables with as many columns keep their widths apart")
{
    struct Memory : ui::LayoutMemory
    {
        QString arrangement(const QString& of) const override { return kept.value(of); }
        void keepArrangement(const QString& of, const QString& what) override { kept[of] = what; }
        QMap<QString, QString> kept;
    } memory;
    const ui::LayoutMemoryInUse remembering(memory);
    Office office;
    const auto child = office.addChild("4001");
    office.assess(child, 2, office.census());
    const auto history = [&] {
        office.open(child);
        office.workspace().page()->setTab(ui::ChildPage::history);
        office.settle();
        return office.workspace().page()->historyPage();
    };
    const int before = find<ui::DataTable>(history(), "What was done")->columnWidth(1);
    history()->assessments()->table()->setColumnWidth(1, before + 77);
    office.startAgain();
    CHECK(history()->assessments()->table()->columnWidth(1) == before + 77);
    CHECK(find<ui::DataTable>(history(), "What was done")->columnWidth(1) == before);
}

TEST_CASE("the history tells of a question put aside, of asking it again, and never of why")
{
    Office office;
    const auto child = office.addChild("4001");
    office.open(child);
    office.workspace().page()->setTab(ui::ChildPage::history);
    office.settle();
    const std::string pseudonym = office.bench().store().child(child)->pseudonym;
    const auto latest = [&] {
        office.settle();
        const auto* model =
            find<ui::DataTable>(office.workspace().page()->historyPage(), "What was done")->model();
        return std::pair(model->index(0, 2).data().toString().toStdString(),
                         model->index(0, 3).data().toString().toStdString());
    };
    const domain::PutAside aside{{},
                                 child,
                                 "price_above",
                                 domain::QuestionOutcome::explained,
                                 domain::SensitiveText("Two carers at night"),
                                 *domain::Date::from(2026, 3, 31),
                                 *domain::Date::from(2026, 9, 30)};
    REQUIRE(office.bench().putAside(std::span(&aside, 1)));
    CHECK(latest() == std::pair("Put a question about " + pseudonym + " aside until 30 Sep 2026",
                                std::string("1 answer to a question added")));
    REQUIRE(office.bench().undo());
    CHECK(latest() ==
          std::pair("Undone: Put a question about " + pseudonym + " aside until 30 Sep 2026",
                    std::string("1 answer to a question removed")));
    REQUIRE(office.bench().redo());
    REQUIRE(office.bench().askAgain(child, "price_above"));
    CHECK(latest() == std::pair("Asked a question about " + pseudonym + " again",
                                std::string("1 answer to a question removed")));
    const domain::PutAside both[] = {aside, aside};
    REQUIRE(office.bench().putAside(both));
    CHECK(latest().first == "Put 2 questions aside");
}

TEST_CASE("an outcome outside its measure's range is refused, and the range is said")
{
    Office office;
    const auto child = office.addChild("4001");
    office.open(child);
    office.workspace().page()->setTab(ui::ChildPage::outcomes);
    auto* page = office.workspace().page()->outcomesPage();
    auto* editor = page->add("sdq_total");
    find<ui::DateEdit>(editor, "On")->setDate(office.census());
    write(find<QLineEdit>(editor, "Value"), "41");
    editor->accept();
    CHECK(editor->refusal() == "41 is outside the range: 0 to 40 points; lower is better.");
    write(find<QLineEdit>(editor, "Value"), "a lot");
    editor->accept();
    CHECK(editor->refusal() == "“a lot” is not a number.");
    write(find<QLineEdit>(editor, "Value"), "14");
    editor->accept();
    office.settle();
    REQUIRE(office.bench().store().outcomes(child).size() == 1);
    REQUIRE(page->tables().size() == 1);
    CHECK(page->tables().front()->model()->item(0, 1)->text() == "14 points");
}

TEST_CASE("a change in an outcome is worded by which way is better")
{
    const domain::OutcomeMeasure& sdq = *domain::findOutcomeMeasure("sdq_total");
    const domain::OutcomeMeasure& school = *domain::findOutcomeMeasure("attendance");
    domain::Outcome before, now;
    before.date = *Date::from(2025, 3, 12);
    before.value = 18;
    now.value = 14;
    CHECK(ui::changeOf(sdq, now, before) == "better by 4 points since 12 Mar 2025");
    CHECK(ui::changeOf(school, now, before) == "worse by 4 points since 12 Mar 2025");
    now.value = 18;
    CHECK(ui::changeOf(sdq, now, before) == "the same as on 12 Mar 2025");
    const domain::OutcomeMeasure& dentist = *domain::findOutcomeMeasure("dental_check");
    before.value = 0;
    now.value = 1;
    CHECK(ui::changeOf(dentist, now, before) == "better than on 12 Mar 2025");
}

TEST_CASE("how each payment comes to its weekly figure is written out")
{
    const Date start = *Date::from(2026, 1, 1);
    const auto working = [](domain::CostLine one) {
        return ui::workingOf({one, *domain::inWeeklyTerms(one)});
    };
    using enum domain::CostPer;
    CHECK(working(line(domain::CostComponent::core, 60000, day, start)) ==
          "£600.00 per day × 7 = £4,200.00");
    CHECK(working(line(domain::CostComponent::core, 60000, week, start)) == "£600.00 per week");
    CHECK(working(line(domain::CostComponent::core, 100000, month, start)) ==
          "£1,000.00 per month × 12 × 7/365 = £230.14");
    CHECK(working(line(domain::CostComponent::core, 5200000, year, start)) ==
          "£52,000.00 per year × 7/365 = £997.26");
    auto grant = line(domain::CostComponent::other, 100000, once, start);
    grant.period.end = start.plusDays(70);
    CHECK(working(grant) == "£1,000.00 once × 7/70 days = £100.00");
    CHECK(ui::makeUpOf({}).isEmpty());
}

TEST_CASE("periods that overlap stand in rows of their own, others share one")
{
    const auto day = [](int n) { return Date::fromDayNumber(n); };
    CHECK(ui::rowsOf({}).empty());
    CHECK(
        ui::rowsOf(
            {{day(0), day(10)}, {day(10), day(20)}, {day(15), std::nullopt}, {day(20), day(30)}}) ==
        std::vector<int>{0, 0, 1, 0});
    CHECK(ui::rowsOf({{day(0), std::nullopt}, {day(1), std::nullopt}, {day(500), day(501)}}) ==
          std::vector<int>{0, 1, 2});
}

TEST_CASE("a child is added with what the council knows, and opened")
{
    Office office;
    auto* editor = office.workspace().addChild();
    editor->accept();
    CHECK(editor->refusal().contains("identifier"));
    CHECK(editor->focusWidget() == find<QLineEdit>(editor, "Local identifier"));
    CHECK(find<QLineEdit>(editor, "Local identifier")->accessibleDescription() ==
          editor->refusal());
    office.settle();
    // Beside its field, and all of it.
    const auto labels = editor->findChildren<QLabel*>();
    const auto said = std::ranges::find(labels, editor->refusal(), &QLabel::text);
    REQUIRE(said != labels.end());
    CHECK((*said)->height() >= (*said)->heightForWidth((*said)->width()));
    CHECK((*said)->mapTo(editor, QPoint()).y() <
          field(editor, "Born on")->mapTo(editor, QPoint()).y());
    write(find<QLineEdit>(editor, "Local identifier"), "4001");
    write(field(editor, "Looked after since")->line(), british(office.census().plusDays(-5)));
    write(field(editor, "Born on")->line(), british(office.census().plusDays(-2)));
    editor->accept();
    CHECK(editor->refusal().startsWith("Born on"));
    write(field(editor, "Born on")->line(), "31/02/2012");
    editor->accept();
    CHECK(editor->refusal() == "There is no day 31 in that month: February 2012 has 29 days.");
    CHECK(editor->focusWidget() == field(editor, "Born on")->line());
    CHECK(field(editor, "Born on")->line()->accessibleDescription() == editor->refusal());
    write(field(editor, "Born on")->line(), "14/05/2012");
    editor->accept();
    office.settle();

    auto& list = office.workspace().list()->model();
    REQUIRE(list.count() == 1);
    const domain::Child added = list.child(0).child;
    CHECK(added.bornMonth == Date::from(2012, 5, 1));
    CHECK(office.bench().store().identity(added.id)->born == Date::from(2012, 5, 14));
    CHECK(office.workspace().list()->current() == added.id);
}

TEST_CASE("several costs are copied with their headings, and only one of them can be removed")
{
    Office office;
    const auto child = office.addChild("4001");
    for (const std::int64_t pence : {100000, 20000, 5000}) {
        auto cost = line(domain::CostComponent::core, pence, domain::CostPer::week,
                         office.census().plusDays(-30));
        cost.child = child;
        REQUIRE(office.bench().saveCostLine(cost));
    }
    office.open(child);
    office.workspace().page()->setTab(ui::ChildPage::placements);
    ui::RecordTable* costs = nullptr;
    for (auto* table : office.workspace().page()->findChildren<ui::RecordTable*>()) {
        if (table->model()->rowCount() == 3)
            costs = table;
    }
    REQUIRE(costs);
    QString said;
    QObject::connect(&office.session(), &ui::Session::said, costs,
                     [&](const QString& sentence) { said = sentence; });
    int shown = -1;
    QObject::connect(costs, &ui::RecordTable::chosen, costs, [&](int row) { shown = row; });
    costs->table()->setFocus();
    costs->choose(0);
    CHECK(button(costs, "Remove…")->isVisible());
    office.press(Qt::Key_Down, Qt::ShiftModifier);
    office.press(Qt::Key_Down, Qt::ShiftModifier);
    CHECK(shown == 2); // what is shown follows the current row
    CHECK_FALSE(button(costs, "Remove…")->isVisible());
    office.press(Qt::Key_Delete);
    CHECK(office.bench().store().costLines(child).size() == 3);

    office.press(Qt::Key_C, Qt::ControlModifier);
    const QString text = QGuiApplication::clipboard()->text();
    CHECK(text.startsWith("From\tUntil\tFor\tAmount\t"));
    CHECK(text.count('\n') == 4);
    CHECK(QGuiApplication::clipboard()->mimeData()->html().count("<tr>") == 4);
    CHECK(said == "3 rows are on the clipboard.");
    office.press(Qt::Key_Up);
    CHECK(button(costs, "Remove…")->isVisible());
}

TEST_CASE("the history tells what the return says happened to a child, in words")
{
    Office office;
    const auto child = office.addChild("4001");
    const auto events = [&] {
        office.open(child);
        office.workspace().page()->setTab(ui::ChildPage::history);
        office.settle();
        return find<ui::DataTable>(office.workspace().page()->historyPage(),
                                   "What the return says");
    };
    CHECK_FALSE(events()->isVisible()); // a heading over nothing says nothing

    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath("missing.csv").toStdString();
    std::ofstream(file) << "CHILD,DOB,MISSING,MIS_START,MIS_END\n4001,,M,02/05/2025,04/05/2025\n"
                           "4001,,X,06/05/2025,\n";
    REQUIRE(office.bench().applyImport(office.bench().planImport({file}, {})));
    CHECK(events()->isVisible());
    const auto* model = events()->model();
    REQUIRE(model->rowCount() == 2);
    const auto row = [&](int i) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column)
            cells << model->index(i, column).data().toString();
        return cells.join(" | ");
    };
    CHECK(row(0) == "Missing or away | 2 May 2025 | 4 May 2025 | Missing, whereabouts not known |  "
                    "| 2026");
    CHECK(row(1) == "Missing or away | 6 May 2025 |  | X |  | 2026");
}
