// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/controls.h"
#include "domain/criteria.h"
#include "explore/criterion_filter.h"
#include "explore/filter_panel.h"
#include "explore/more_filters.h"
#include "support/person.h"
#include "ui/shell/a_council.h"
#include "wording/wording.h"

#include "support/catch.h"
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <algorithm>

// What must hold in the window of every criterion of the list, without a name of any but the two
// that have a place of their own, which explore_test and filters_test hold.

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;
using domain::Criterion;
using domain::Wanted;

namespace {

class Choosing
{
public:
    Choosing()
    {
        panel.resize(248, 2600); // tall enough that nothing has to be scrolled to
        session.adopt(council.open());
        sees(panel);
        for (QPushButton* button : panel.findChildren<QPushButton*>()) {
            if (button->text().startsWith("More filters"))
                click(button);
        }
        settle();
    }
    CriterionFilter* by(const Criterion& criterion) const
    {
        for (CriterionFilter* filter : panel.findChildren<CriterionFilter*>()) {
            if (&filter->criterion() == &criterion)
                return filter;
        }
        return nullptr;
    }
    template<class Widget>
    static Widget* named(const QWidget* within, const QString& name)
    {
        for (Widget* widget : within->findChildren<Widget*>()) {
            if (widget->accessibleName() == name && widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    // The window compares those whom the filter of the command line takes, and says so.
    void compares(const Criterion& criterion, const Wanted& wanted) const
    {
        domain::CohortFilter filter = workbench::comparableFilter();
        filter.ask(criterion, wanted);
        CHECK(session.filter() == filter);
        CHECK(session.cohort()->pseudonym == session.wholeCohort()->filtered(filter).pseudonym);
        CHECK(session.cohort()->size() < session.wholeCohort()->size());
        if (session.findings())
            CHECK(wording::caption("X", *session.findings(), session.filter())
                      .contains(wording::asked(criterion, wanted)));
    }
    // The choices that children of the kinds in force have.
    std::vector<std::string> had(const Criterion& criterion) const
    {
        std::set<std::string> found;
        const domain::Cohort& whole = *session.wholeCohort();
        for (std::size_t row = 0; row < whole.size(); ++row) {
            if (whole.kind[row] == domain::CohortKind::lookedAfter)
                found.emplace(criterion.choices.of(whole, row));
        }
        found.erase("");
        return {found.begin(), found.end()};
    }

    tests::ACouncil council;
    Session session;
    FilterPanel panel{session};
};

bool hasOwnPlace(const Criterion& criterion)
{
    return criterion.token == "setting" || criterion.token == "age";
}

QString title(const Criterion& criterion)
{
    return wording::text(criterion.title);
}

void write(QLineEdit* line, const QString& text)
{
    line->setFocus();
    line->selectAll();
    if (text.isEmpty())
        QTest::keyClick(line, Qt::Key_Delete);
    else
        QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
    settle();
}

} // namespace

TEST_CASE("every criterion has its place in the window, in the order of the list")
{
    Choosing analyst;
    int y = -1;
    for (const Criterion& criterion : domain::criteria()) {
        INFO(criterion.token);
        CriterionFilter* filter = analyst.by(criterion);
        REQUIRE((filter != nullptr) == !hasOwnPlace(criterion));
        if (filter == nullptr)
            continue;
        CHECK(filter->isVisible());
        const int here = filter->mapTo(&analyst.panel, QPoint()).y();
        CHECK(here > y);
        y = here;
    }
}

TEST_CASE("a choice of each criterion is made by keyboard and compares those whom the filter takes")
{
    for (const Criterion& criterion : domain::criteria()) {
        if (criterion.isRange() || hasOwnPlace(criterion))
            continue;
        INFO(criterion.token);
        const Choosing analyst;
        const auto had = analyst.had(criterion);
        REQUIRE_FALSE(had.empty());
        CriterionFilter* filter = analyst.by(criterion);
        const auto choices = domain::choicesIn(criterion, *analyst.session.wholeCohort());
        const auto wordsOf = [&](const std::string& token) {
            return wording::words(*std::ranges::find(choices, token, &domain::Choice::token));
        };
        if (criterion.kind == Criterion::Kind::yesOrNo) {
            auto* choice = analyst.named<SegmentedControl>(filter, title(criterion));
            REQUIRE(choice);
            choice->segment(0)->setFocus();
            press(Qt::Key_Right);
            settle();
            analyst.compares(criterion, domain::anyOf({criterion.choices.fixed[0].token}));
        } else if (criterion.choices.many) {
            auto* list = analyst.named<QComboBox>(filter, title(criterion));
            REQUIRE(list);
            list->setFocus();
            press(Qt::Key_Down);
            settle();
            analyst.compares(criterion, domain::anyOf({list->currentText().toStdString()}));
            press(Qt::Key_Home);
            settle();
            CHECK(analyst.session.filter() == workbench::comparableFilter());
        } else {
            // One kind is asked for from the start: another then, and all of them after it.
            const bool kinds = criterion.token == "kind";
            const std::string one = kinds ? "cin" : had.front();
            auto* box = analyst.named<QCheckBox>(filter, title(criterion) + ": " + wordsOf(one));
            REQUIRE(box);
            box->setFocus();
            QTest::keyClick(box, Qt::Key_O);
            settle();
            analyst.compares(criterion, domain::anyOf({one}));
            QTest::keyClick(box, Qt::Key_O);
            settle();
            if (kinds)
                CHECK(analyst.session.filter().of(criterion).asksNothing());
            else
                CHECK(analyst.session.filter() == workbench::comparableFilter());
        }
    }
}

TEST_CASE("the ends of each range are written by keyboard, either or both, and taken back")
{
    for (const Criterion& criterion : domain::criteria()) {
        if (!criterion.isRange() || hasOwnPlace(criterion))
            continue;
        INFO(criterion.token);
        const Choosing analyst;
        std::vector<double> values;
        const domain::Cohort& whole = *analyst.session.wholeCohort();
        for (std::size_t row = 0; row < whole.size(); ++row) {
            if (const auto value = criterion.range.of(whole, row))
                values.push_back(*value);
        }
        std::ranges::sort(values);
        REQUIRE(values.size() > 10);
        const double least = values[values.size() / 4];
        const auto above = std::upper_bound(values.begin(), values.end(), least); // most may be 0
        const double most =
            std::max(values[values.size() * 3 / 4], above == values.end() ? least : *above);
        REQUIRE(least < most);
        CriterionFilter* filter = analyst.by(criterion);
        auto* from = analyst.named<QLineEdit>(filter, title(criterion) + ", from");
        auto* to = analyst.named<QLineEdit>(filter, title(criterion) + ", to");
        REQUIRE(from);
        REQUIRE(to);
        write(from, wording::valueOf(criterion, least));
        analyst.compares(criterion, domain::between(least, {}));
        press(Qt::Key_Tab);
        CHECK(to->hasFocus());
        write(to, wording::valueOf(criterion, most));
        analyst.compares(criterion, domain::between(least, most));
        CHECK(from->text() == wording::valueOf(criterion, least)); // as it was written
        write(from, {});
        analyst.compares(criterion, domain::between({}, most));
        write(to, {});
        CHECK(analyst.session.filter() == workbench::comparableFilter());
    }
}

TEST_CASE("ends the wrong way round are refused at their field, and what was asked stays")
{
    Choosing analyst;
    const Criterion& distance = domain::criterion("distance");
    CriterionFilter* filter = analyst.by(distance);
    auto* from = analyst.named<QLineEdit>(filter, title(distance) + ", from");
    auto* to = analyst.named<QLineEdit>(filter, title(distance) + ", to");
    write(from, "3");
    write(to, "1");
    CHECK(to->accessibleDescription() == "Distance from home: nothing lies from 3 to 1.");
    analyst.compares(distance, domain::between(3, {}));
    write(to, "12");
    CHECK(to->accessibleDescription().isEmpty());
    analyst.compares(distance, domain::between(3, 12));
    QTest::keyClicks(to, "0"); // half written: nothing is asked for yet
    settle();
    analyst.compares(distance, domain::between(3, 12));
    press(Qt::Key_Backtab);
    settle();
    analyst.compares(distance, domain::between(3, 120));
    write(to, "1");
    CHECK_FALSE(to->accessibleDescription().isEmpty());
    analyst.session.setFilter(workbench::comparableFilter()); // the filters are cleared
    settle();
    CHECK(to->text().isEmpty());
    CHECK(to->accessibleDescription().isEmpty());
    write(from, "3");
    write(to, "12");
    for (const char* written : {"1500", "1,500", "1500.0"}) {
        write(to, written);
        INFO(written);
        CHECK(to->accessibleDescription().isEmpty());
        analyst.compares(distance, domain::between(3, 1500));
    }
    write(to, "12");
    write(to, "20.25"); // of which the caption would say another
    CHECK(to->accessibleDescription() == "Not a number of miles from 0 with one decimal at most.");
    analyst.compares(distance, domain::between(3, 12));
    write(to, "far");
    CHECK(to->accessibleDescription() == "Not a number of miles from 0 with one decimal at most.");
    analyst.compares(distance, domain::between(3, 12));
}

TEST_CASE("a filter says how many it leaves out because nothing is recorded of them")
{
    Choosing analyst;
    int said = 0;
    for (const Criterion& criterion : domain::criteria()) {
        if (!criterion.isRange() || hasOwnPlace(criterion))
            continue;
        INFO(criterion.token);
        domain::CohortFilter filter; // also those not compared, whose distance is not recorded
        filter.ask(criterion, domain::between(0, {}));
        analyst.session.setFilter(filter);
        settle();
        const auto& left = analyst.session.cohort()->notRecorded;
        const QString words = "of whom nothing is recorded";
        const auto labels = analyst.by(criterion)->findChildren<QLabel*>();
        const auto label = std::ranges::find_if(
            labels, [&](const QLabel* l) { return l->isVisible() && l->text().contains(words); });
        CHECK((label != labels.end()) == !left.empty());
        if (left.empty())
            continue;
        ++said;
        CHECK((*label)->text().startsWith(wording::count(left.at(&criterion))));
        CHECK(wording::caption("X", *analyst.session.findings(), filter)
                  .contains("with nothing recorded under “" + title(criterion) + "”"));
    }
    CHECK(said > 0);
}

TEST_CASE("what is asked elsewhere is shown by each criterion's own control")
{
    Choosing analyst;
    domain::CohortFilter filter;
    for (const Criterion& criterion : domain::criteria()) {
        if (criterion.isRange())
            filter.ask(criterion, domain::between(2, 9000));
        else if (criterion.token != "kind")
            filter.ask(criterion, domain::anyOf({analyst.had(criterion).front()}));
    }
    analyst.session.setFilter(filter);
    settle();
    CHECK(analyst.session.filter() == filter); // looking changes nothing
    for (const Criterion& criterion : domain::criteria()) {
        INFO(criterion.token);
        const CriterionFilter* shown = analyst.by(criterion);
        if (shown == nullptr)
            continue;
        if (criterion.isRange())
            CHECK(analyst.named<QLineEdit>(shown, title(criterion) + ", from")->text() ==
                  wording::valueOf(criterion, 2));
        else if (criterion.kind == Criterion::Kind::yesOrNo)
            CHECK(analyst.named<SegmentedControl>(shown, title(criterion))->current() > 0);
        else if (criterion.choices.many)
            CHECK(analyst.named<QComboBox>(shown, title(criterion))->currentText().toStdString() ==
                  analyst.had(criterion).front());
    }
}

TEST_CASE("Tab goes through the criteria in their order, and each field has a name")
{
    Choosing analyst;
    std::vector<const CriterionFilter*> met;
    for (QPushButton* button : analyst.panel.findChildren<QPushButton*>()) {
        if (button->text().startsWith("More filters"))
            button->setFocus();
    }
    for (int i = 0; i < 60; ++i) {
        press(Qt::Key_Tab);
        const QWidget* at = QApplication::focusWidget();
        const CriterionFilter* filter = nullptr;
        for (const QWidget* up = at; up != nullptr && filter == nullptr; up = up->parentWidget())
            filter = qobject_cast<const CriterionFilter*>(up);
        if (filter == nullptr)
            break;
        INFO(filter->criterion().token);
        QAccessibleInterface* accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget*>(at));
        REQUIRE(accessible);
        CHECK_FALSE(accessible->text(QAccessible::Name).isEmpty());
        if (met.empty() || met.back() != filter)
            met.push_back(filter);
    }
    std::vector<const CriterionFilter*> inOrder;
    for (const Criterion& criterion : domain::criteria()) {
        if (!hasOwnPlace(criterion))
            inOrder.push_back(analyst.by(criterion));
    }
    CHECK(met == inOrder);
}
