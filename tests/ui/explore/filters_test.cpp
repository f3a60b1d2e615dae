// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/controls.h"
#include "common/inputs.h"
#include "explore/filter_panel.h"
#include "explore/tick_group.h"
#include "support/finders.h"
#include "support/person.h"
#include "ui/shell/a_council.h"
#include "wording/wording.h"

#include "support/catch.h"
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QWheelEvent>
#include <algorithm>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

// An analyst with a council open and the panel of filters in front of them.
class Filtering
{
public:
    Filtering()
    {
        panel.resize(248, 1500); // tall enough that nothing has to be scrolled to
        session.adopt(council.open());
        sees(panel);
    }
    void unfold()
    {
        click(button("More filters"));
        settle();
    }
    QPushButton* button(const QString& words) const { return seenButton(&panel, words); }
    template<class Widget>
    Widget* named(const QString& name) const
    {
        for (Widget* widget : panel.findChildren<Widget*>()) {
            if (widget->accessibleName() == name && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    QCheckBox* box(const QString& name) const { return named<QCheckBox>(name); }
    QString moreFilters() const { return button("More filters")->accessibleName(); }
    const domain::Cohort& cohort() const { return *session.cohort(); }
    const domain::Cohort& whole() const { return *session.wholeCohort(); }

    tests::ACouncil council;
    Session session;
    FilterPanel panel{session};
};

// How many of the children looked after have it.
template<class Has>
long ofLookedAfter(const domain::Cohort& cohort, Has has)
{
    long n = 0;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        n += cohort.kind[row] == domain::CohortKind::lookedAfter && has(row);
    return n;
}

} // namespace

TEST_CASE("more filters are folded away until they are asked for, and fold again")
{
    Filtering analyst;
    CHECK(analyst.moreFilters() == "More filters");
    CHECK_FALSE(analyst.named<QComboBox>("Provider"));
    analyst.unfold();
    CHECK(analyst.named<QComboBox>("Provider"));
    CHECK(analyst.button("More filters")->accessibleDescription() == "Unfolded");
    analyst.unfold();
    CHECK_FALSE(analyst.named<QComboBox>("Provider"));
    CHECK(analyst.button("More filters")->accessibleDescription() == "Folded");
}

TEST_CASE("only the bands that are ticked are compared")
{
    Filtering analyst;
    analyst.unfold();
    QCheckBox* lower = analyst.box("Band of need: Lower");
    REQUIRE(lower);
    CHECK(lower->isChecked());
    click(lower);
    REQUIRE(analyst.cohort().size() > 0);
    CHECK(std::ranges::count(analyst.cohort().band, 0) == 0);
    CHECK(analyst.moreFilters() == "More filters (1)");
    click(lower);
    CHECK(analyst.session.filter() == workbench::comparableFilter());
    CHECK(analyst.moreFilters() == "More filters");
}

TEST_CASE("the last ticked band stays, and the person is told")
{
    Filtering analyst;
    analyst.unfold();
    QSignalSpy said(&analyst.session, &Session::said);
    for (QCheckBox* box : analyst.panel.findChildren<QCheckBox*>()) {
        if (box->accessibleName().startsWith("Band of need"))
            click(box);
    }
    CHECK(analyst.session.filter().of("band").choices.size() == 1);
    CHECK(analyst.cohort().size() > 0);
    REQUIRE(said.size() == 1);
    CHECK(said[0][0].toString() == "Of “Band of need”, at least one is compared.");
}

TEST_CASE("counts are those of the children of the kinds in force")
{
    Filtering analyst;
    analyst.unfold();
    const auto& whole = analyst.whole();
    const long lower = ofLookedAfter(whole, [&](std::size_t row) { return whole.band[row] == 0; });
    const long privately = ofLookedAfter(
        whole, [&](std::size_t row) { return whole.sector[row] == domain::Sector::privateSector; });
    REQUIRE(lower > 0);
    REQUIRE(privately > 0);
    const QString words = "Children of the kinds in force, whatever the other filters: %1";
    CHECK(analyst.box("Band of need: Lower")
              ->accessibleDescription()
              .startsWith(words.arg(lower) + QLatin1Char('.')));
    QCheckBox* sector = analyst.box("Sector: Private");
    REQUIRE(sector);
    CHECK(sector->accessibleDescription().startsWith(words.arg(privately) + QLatin1Char('.')));
    CHECK(sector->parentWidget()->toolTip() == words.arg(privately));
    const QList<QLabel*> labels = sector->parentWidget()->findChildren<QLabel*>();
    CHECK(std::ranges::any_of(
        labels, [&](const QLabel* label) { return label->text() == QString::number(privately); }));
    click(analyst.box("Band of need: Lower")); // another filter does not change them
    CHECK(analyst.box("Sector: Private")
              ->accessibleDescription()
              .startsWith(words.arg(privately) + QLatin1Char('.')));
}

TEST_CASE("what no child has is not offered, what is asked for can always be taken back")
{
    Filtering analyst;
    analyst.unfold();
    const auto& whole = analyst.whole();
    for (const auto& named : domain::allOf<domain::Sector>()) {
        const bool had =
            std::ranges::find(whole.sector, std::optional(named.value)) != whole.sector.end();
        CHECK((analyst.box(QString("Sector: ") + named.word.english) != nullptr) == had);
    }
    for (const auto& named : domain::allOf<domain::CohortKind>()) {
        const bool had = std::ranges::find(whole.kind, named.value) != whole.kind.end();
        const bool asked = named.value == domain::CohortKind::lookedAfter;
        CHECK((analyst.box(QString("Kind: ") + named.word.english) != nullptr) == (had || asked));
    }
    domain::CohortFilter filter;
    filter.ask("sector", domain::anyOf({domain::Sector::parents}));
    filter.ask("kind",
               domain::anyOf({domain::CohortKind::lookedAfter, domain::CohortKind::inNeed}));
    analyst.session.setFilter(filter);
    settle();
    REQUIRE(analyst.box("Sector: Parents"));
    CHECK(analyst.box("Sector: Parents")->isChecked());
    CHECK(analyst.box("Kind: Child in need"));
}

TEST_CASE("a sector that is unticked leaves the comparison")
{
    Filtering analyst;
    analyst.unfold();
    click(analyst.box("Sector: Private"));
    CHECK(
        std::ranges::find(analyst.cohort().sector, std::optional(domain::Sector::privateSector)) ==
        analyst.cohort().sector.end());
    CHECK_FALSE(analyst.session.filter().of("sector").choices.contains("private"));
    CHECK(analyst.session.filter().of("sector").choices.size() > 0);
}

TEST_CASE("children looked after alone are no filter, another kind is")
{
    Filtering analyst;
    analyst.unfold();
    REQUIRE(analyst.box("Kind: Looked after"));
    CHECK(analyst.box("Kind: Looked after")->isChecked());
    click(analyst.box("Kind: Looked after")); // the only one ticked
    CHECK(analyst.session.filter() == workbench::comparableFilter());
    domain::CohortFilter filter = workbench::comparableFilter();
    filter.ask("kind", domain::anyOf(
                           {domain::CohortKind::lookedAfter, domain::CohortKind::protectionPlan}));
    analyst.session.setFilter(filter);
    settle();
    CHECK(analyst.moreFilters() == "More filters (1)");
    REQUIRE(analyst.box("Kind: Child protection plan"));
    click(analyst.box("Kind: Child protection plan"));
    CHECK(analyst.session.filter() == workbench::comparableFilter());
}

TEST_CASE("all kinds ticked is everybody who is compared")
{
    Filtering analyst;
    analyst.unfold();
    const auto& whole = analyst.whole();
    for (QCheckBox* box : analyst.panel.findChildren<QCheckBox*>()) {
        if (box->accessibleName().startsWith("Kind: ") && !box->isChecked())
            click(box);
    }
    REQUIRE(std::ranges::count(whole.kind, domain::CohortKind::lookedAfter) <
            static_cast<long>(whole.size()));
    CHECK(analyst.session.filter().of("kind").asksNothing());
    const auto compared = std::ranges::count_if(whole.setting, [&](const auto& setting) {
        return !setting || !analyst.session.filter().notCompared.contains(*setting);
    });
    CHECK(analyst.cohort().size() == std::size_t(compared));
    CHECK(analyst.moreFilters() == "More filters (1)");
}

TEST_CASE("placed in an emergency: only those, only the others, or any")
{
    Filtering analyst;
    analyst.unfold();
    const std::size_t all = analyst.cohort().size();
    auto* choice = analyst.named<SegmentedControl>("Placed in an emergency");
    REQUIRE(choice);
    const auto everyIs = [&](bool emergency) {
        return std::ranges::all_of(analyst.cohort().emergency, [&](const auto& recorded) {
            return recorded == std::optional(emergency);
        });
    };
    click(choice->segment(1));
    CHECK(analyst.cohort().size() > 0);
    CHECK(analyst.cohort().size() < all);
    CHECK(everyIs(true));
    click(choice->segment(2));
    CHECK(analyst.cohort().size() > 0);
    CHECK(everyIs(false));
    click(choice->segment(0));
    CHECK(analyst.cohort().size() == all);
    CHECK(analyst.session.filter().of("emergency").asksNothing());
}

TEST_CASE("one provider is chosen by keyboard, and all of them again")
{
    Filtering analyst;
    analyst.unfold();
    auto* provider = analyst.named<QComboBox>("Provider");
    REQUIRE(provider);
    REQUIRE(provider->count() > 2);
    CHECK(provider->currentText() == "All providers");
    provider->setFocus();
    press(Qt::Key_Down);
    const std::string name = provider->currentText().toStdString();
    CHECK(analyst.session.filter().of("provider") == domain::anyOf({name}));
    REQUIRE(analyst.cohort().size() > 0);
    for (const std::int32_t at : analyst.cohort().provider)
        CHECK(analyst.cohort().providerNames[static_cast<std::size_t>(at)] == name);
    CHECK(provider->toolTip().toStdString() == name);
    press(Qt::Key_Home);
    CHECK(analyst.session.filter().of("provider").asksNothing());
}

TEST_CASE("several providers asked for elsewhere are not lost by looking")
{
    Filtering analyst;
    analyst.unfold();
    domain::CohortFilter filter;
    filter.ask("provider",
               domain::anyOf({analyst.whole().providerNames[0], analyst.whole().providerNames[1]}));
    analyst.session.setFilter(filter);
    settle();
    CHECK(analyst.named<QComboBox>("Provider")->currentText() == "2 providers");
    CHECK(analyst.session.filter() == filter);
}

TEST_CASE("the wheel over the providers scrolls the panel and chooses nobody")
{
    WheelGuard::guard(*qApp);
    Filtering analyst;
    analyst.unfold();
    auto* provider = analyst.named<QComboBox>("Provider");
    REQUIRE(provider);
    QWheelEvent wheel({10, 10}, provider->mapToGlobal(QPointF(10, 10)), {}, {0, -120}, Qt::NoButton,
                      {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(provider, &wheel);
    settle();
    CHECK(analyst.session.filter().of("provider").asksNothing());
}

TEST_CASE("more filters are worked with the keyboard alone")
{
    Filtering analyst;
    analyst.button("More filters")->setFocus();
    press(Qt::Key_Space);
    QCheckBox* lower = analyst.box("Band of need: Lower");
    REQUIRE(lower);
    for (int i = 0; i < 10 && !lower->hasFocus(); ++i)
        press(Qt::Key_Tab);
    REQUIRE(lower->hasFocus());
    press(Qt::Key_Space);
    CHECK_FALSE(analyst.session.filter().of("band").asksNothing());
    CHECK_FALSE(analyst.session.filter().of("band").choices.contains("lower"));
    CHECK(lower->hasFocus()); // the answer does not take the place away
}

TEST_CASE("clearing brings every filter back to the start, and then goes away")
{
    Filtering analyst;
    CHECK_FALSE(analyst.button("Clear filters"));
    const std::size_t all = analyst.cohort().size();
    domain::CohortFilter filter;
    filter.ask("age", domain::between(12, {}));
    filter.ask("emergency", domain::anyOf({"no"}));
    filter.ask("band", domain::anyOf({"moderate", "high"}));
    filter.ask("setting",
               domain::anyOf({domain::Setting::childrensHome, domain::Setting::agencyFoster}));
    analyst.session.setFilter(filter);
    settle();
    CHECK(analyst.moreFilters() == "More filters (2)"); // age and setting are shown above
    REQUIRE(analyst.button("Clear filters"));
    click(analyst.button("Clear filters"));
    CHECK(analyst.session.filter() == workbench::comparableFilter());
    CHECK(analyst.cohort().size() == all);
    CHECK(analyst.moreFilters() == "More filters");
    CHECK_FALSE(analyst.button("Clear filters"));
}

TEST_CASE("the filters follow the session and forget a store that is closed")
{
    Filtering analyst;
    analyst.unfold();
    domain::CohortFilter filter;
    filter.ask("emergency", domain::anyOf({"yes"}));
    filter.ask("band", domain::anyOf({"lower"}));
    analyst.session.setFilter(filter);
    settle();
    CHECK(analyst.named<SegmentedControl>("Placed in an emergency")->current() == 1);
    CHECK(analyst.box("Band of need: Lower")->isChecked());
    CHECK_FALSE(analyst.box("Band of need: High")->isChecked());
    analyst.session.close();
    settle();
    CHECK_FALSE(analyst.box("Band of need: Lower"));
    CHECK(analyst.named<QComboBox>("Provider")->count() == 1);
    CHECK(analyst.moreFilters() == "More filters");
    CHECK_FALSE(analyst.button("Clear filters"));
    analyst.session.adopt(analyst.council.open());
    settle();
    CHECK(analyst.box("Band of need: High")->isChecked());
    CHECK(analyst.named<SegmentedControl>("Placed in an emergency")->current() == 0);
}

TEST_CASE("every filter has a name for a screen reader and fits the panel")
{
    Filtering analyst;
    analyst.unfold();
    for (QWidget* widget : analyst.panel.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->objectName().startsWith("qt_"))
            continue;
        INFO(widget->metaObject()->className() << " " << widget->accessibleName().toStdString());
        const QRect place(widget->mapTo(&analyst.panel, QPoint()), widget->size());
        CHECK(place.right() < analyst.panel.width());
        if (widget->focusPolicy() != Qt::NoFocus) {
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
            REQUIRE(accessible);
            CHECK_FALSE(accessible->text(QAccessible::Name).isEmpty());
        }
    }
}

TEST_CASE("the median and the 10 to 90 % lines are drawn when their box is ticked by keyboard")
{
    Filtering analyst;
    QCheckBox* lines = nullptr;
    for (QCheckBox* box : analyst.panel.findChildren<QCheckBox*>()) {
        if (box->text() == "Median and 10–90 % lines")
            lines = box;
    }
    REQUIRE(lines);
    CHECK_FALSE(lines->isChecked());
    charts::NeedCostOptions drawn;
    QObject::connect(&analyst.panel, &FilterPanel::overlaysChanged, &analyst.panel,
                     [&](const charts::NeedCostOptions& overlays) { drawn = overlays; });
    lines->setFocus();
    QTest::keyClick(lines, Qt::Key_Space);
    CHECK(drawn.quantileLines);
    CHECK(drawn.expectedBand);
    QTest::keyClick(lines, Qt::Key_Space);
    CHECK_FALSE(drawn.quantileLines);
}

TEST_CASE("only this one: by a press beside the tick, by the key O, and all of them again")
{
    Filtering analyst;
    analyst.unfold();
    QCheckBox* lower = analyst.box("Band of need: Lower");
    REQUIRE(lower);
    auto* row = static_cast<TickRow*>(lower->parentWidget());

    SECTION("by keyboard")
    {
        lower->setFocus();
        QTest::keyClick(lower, Qt::Key_O);
        CHECK(analyst.session.filter().of("band") == domain::anyOf({"lower"}));
        CHECK(lower->isChecked());
        CHECK(std::ranges::all_of(analyst.cohort().band, [](int band) { return band == 0; }));
        QTest::keyClick(lower, Qt::Key_O);
        CHECK(analyst.session.filter() == workbench::comparableFilter());
    }
    SECTION("by the mouse")
    {
        QPushButton* only = find<QPushButton>(row);
        CHECK_FALSE(only->isVisible()); // the count is there
        QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
        QApplication::sendEvent(row, &enter);
        REQUIRE(only->isVisible());
        click(only);
        CHECK(analyst.session.filter().of("band") == domain::anyOf({"lower"}));
        CHECK(only->text() == "All");
        click(only);
        CHECK(analyst.session.filter() == workbench::comparableFilter());
    }
    SECTION("of a setting")
    {
        QCheckBox* home = analyst.box("Children's home");
        REQUIRE(home);
        home->setFocus();
        QTest::keyClick(home, Qt::Key_O);
        CHECK(analyst.session.filter().of("setting") ==
              domain::anyOf({domain::Setting::childrensHome}));
    }
}

TEST_CASE("after one setting alone, all of them are those that were compared before")
{
    Filtering analyst;
    const auto only = [&](domain::Setting setting) {
        QCheckBox* box = analyst.box(wording::text(domain::word(setting)));
        REQUIRE(box);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_O);
    };
    using domain::Setting;
    SECTION("with what is not comparable left out again")
    {
        only(Setting::withParents);
        CHECK(analyst.session.filter().of("setting") == domain::anyOf({Setting::withParents}));
        CHECK(analyst.cohort().size() > 0);
        only(Setting::withParents);
    }
    SECTION("also by way of another")
    {
        only(Setting::withParents);
        only(Setting::childrensHome);
        only(Setting::childrensHome);
    }
    CHECK(analyst.session.filter() == workbench::comparableFilter());
    SECTION("or all, where all were compared")
    {
        domain::CohortFilter all = analyst.session.filter();
        all.notCompared.clear();
        analyst.session.setFilter(all);
        only(Setting::withParents);
        only(Setting::withParents);
        CHECK(analyst.session.filter() == all);
    }
}

TEST_CASE("what is not comparable is left out and named until the person switches it in")
{
    Filtering analyst;
    const auto& whole = analyst.whole();
    const auto notCompared = [&](std::size_t row) {
        return whole.setting[row] == domain::Setting::withParents ||
               whole.setting[row] == domain::Setting::adoption;
    };
    const long leftOut = ofLookedAfter(whole, notCompared);
    const long everybody = ofLookedAfter(whole, [](std::size_t) { return true; });
    REQUIRE(leftOut > 0);
    QCheckBox* only = nullptr;
    for (QCheckBox* box : analyst.panel.findChildren<QCheckBox*>()) {
        if (box->text() == "Only what is comparable")
            only = box;
    }
    REQUIRE(only);
    CHECK(only->isChecked());
    CHECK(static_cast<long>(analyst.cohort().size()) == everybody - leftOut);
    const QString words = QString("Without %1 child").arg(leftOut);
    CHECK(only->accessibleDescription().startsWith(words));
    CHECK(wording::caption("X", *analyst.session.findings(), analyst.session.filter())
              .contains(words.toLower()));

    click(only);
    CHECK(static_cast<long>(analyst.cohort().size()) == everybody);
    CHECK(only->accessibleDescription().startsWith("Children with parents"));
    CHECK_FALSE(wording::caption("X", *analyst.session.findings(), analyst.session.filter())
                    .contains("without"));
    click(only);
    CHECK(analyst.session.filter() == workbench::comparableFilter());
}

TEST_CASE("to tick a setting that is not compared is to compare it")
{
    Filtering analyst;
    const auto& whole = analyst.whole();
    for (const domain::Setting setting : workbench::comparableFilter().notCompared) {
        QCheckBox* box = analyst.box(wording::text(domain::word(setting)));
        if (box == nullptr) // no child has it
            continue;
        CHECK_FALSE(box->isChecked());
        click(box);
        CHECK(box->isChecked());
        CHECK_FALSE(analyst.session.filter().notCompared.contains(setting));
        CHECK(std::ranges::count(analyst.cohort().setting, std::optional(setting)) ==
              std::ranges::count(whole.setting, std::optional(setting)));
    }
    CHECK(analyst.session.filter().of("setting").asksNothing());
}
