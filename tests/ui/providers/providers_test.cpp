// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providers_workspace.h"

#include "charts/funnel_chart.h"
#include "common/data_table.h"
#include "common/trace_dialog.h"
#include "support/finders.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include "support/catch.h"
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <algorithm>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

DataTable* childrenOf(const ProvidersWorkspace& providers)
{
    return find<DataTable>(&providers, "Children with this provider");
}

} // namespace

TEST_CASE("providers come with most spend first, and every one of them is there")
{
    tests::ACouncil council;
    Session session;
    ProvidersWorkspace providers(session);
    sees(providers);
    session.adopt(council.open());
    const auto& found = session.findings()->providers;
    REQUIRE(found.size() > 3);
    const QAbstractItemModel* table = providers.table()->model();
    REQUIRE(table->rowCount() == static_cast<int>(found.size()));
    const auto dearest =
        std::ranges::max_element(found, {}, &analysis::ProviderSummary::spendWeekly);
    CHECK(table->index(0, 0).data().toString().toStdString() ==
          session.cohort()->providerNames[dearest->provider]);
}

TEST_CASE("choosing a provider shows its children and selects them everywhere")
{
    tests::ACouncil council;
    Session session;
    ProvidersWorkspace providers(session);
    sees(providers);
    session.adopt(council.open());
    providers.table()->setFocus();
    press(Qt::Key_Down);
    const QString children = providers.table()
                                 ->model()
                                 ->index(providers.table()->currentIndex().row(), 1)
                                 .data()
                                 .toString();
    CHECK(QString::number(childrenOf(providers)->model()->rowCount()) == children);
    CHECK(session.selection().kind == Selection::Kind::group);
    CHECK(QString::number(session.selection().children.size()) == children);

    domain::ChildId asked;
    QObject::connect(&session, &Session::childRequested, &providers,
                     [&](domain::ChildId child) { asked = child; });
    childrenOf(providers)->setFocus();
    childrenOf(providers)->selectRow(0);
    press(Qt::Key_Return);
    CHECK(asked);
}

TEST_CASE("coming to the providers selects nobody, pressing the one that is shown does")
{
    tests::ACouncil council;
    Session session;
    ProvidersWorkspace providers(session);
    session.adopt(council.open());
    const domain::ChildId child = session.cohort()->child.front();
    session.selectChild(child);
    sees(providers);
    REQUIRE(childrenOf(providers)->model()->rowCount() > 0); // of the provider shown first
    CHECK(session.selection() == Selection{Selection::Kind::child, {child}});
    domain::CohortFilter filter = session.filter();
    filter.notCompared.clear();
    session.setFilter(filter); // and no new figures do
    settle();
    CHECK(session.selection() == Selection{Selection::Kind::child, {child}});

    const auto shown = providers.table()->currentIndex();
    QTest::mouseClick(providers.table()->viewport(), Qt::LeftButton, {},
                      providers.table()->visualRect(shown).center());
    CHECK(session.selection().kind == Selection::Kind::group);
    CHECK(session.selection().children.size() ==
          static_cast<std::size_t>(childrenOf(providers)->model()->rowCount()));
}

TEST_CASE("a refined analysis keeps the provider that was chosen")
{
    tests::ACouncil council;
    Session session;
    ProvidersWorkspace providers(session);
    sees(providers);
    session.adopt(council.open());
    const QString third = providers.table()->model()->index(2, 0).data().toString();
    providers.showProvider(third);
    REQUIRE(waitsFor([&] { return !session.refining(); }));
    CHECK(providers.table()->currentIndex().siblingAtColumn(0).data().toString() == third);
}

TEST_CASE("without providers the page says what is missing")
{
    tests::ACouncil council;
    Session session;
    ProvidersWorkspace providers(session);
    sees(providers);
    CHECK_FALSE(providers.table()->isVisible());
    session.adopt(council.open());
    CHECK(providers.table()->isVisible());
    session.close();
    CHECK_FALSE(providers.table()->isVisible());
}

TEST_CASE("a provider's effect is said in words, and the funnel leads to the others by arrow keys")
{
    tests::ACouncil council;
    Session session;
    ProvidersWorkspace providers(session);
    sees(providers);
    session.adopt(council.open());
    CHECK_FALSE(providers.effectWords().isEmpty());
    auto* funnel = find<charts::FunnelChart>(&providers);
    CHECK_FALSE(funnel->accessibleDescription().isEmpty());
    if (!session.findings()->providerCosts.undefined) {
        std::optional<std::size_t> led;
        QObject::connect(funnel, &charts::FunnelChart::providerChosen, &providers,
                         [&](std::size_t provider) { led = provider; });
        funnel->setFocus();
        press(Qt::Key_Right);
        REQUIRE(led);
        CHECK(
            providers.table()->currentIndex().siblingAtColumn(0).data().toString().toStdString() ==
            session.cohort()->providerNames[*led]);
    }
}

TEST_CASE("how an effect and the concentration were worked out can be read")
{
    tests::ACouncil council;
    Session session;
    ProvidersWorkspace providers(session);
    sees(providers);
    session.adopt(council.open());
    for (const char* question :
         {"How was the provider's effect worked out?", "How was the concentration worked out?"}) {
        button(&providers, question)->click();
        auto* dialog = providers.findChild<TraceDialog*>();
        REQUIRE(dialog != nullptr);
        CHECK(dialog->isVisible());
        delete dialog;
    }
}

TEST_CASE("a provider's figures, and a child's expected cost, open by keyboard how they came about")
{
    tests::ACouncil council;
    Session session;
    ProvidersWorkspace providers(session);
    sees(providers);
    session.adopt(council.open());
    const auto opens = [&] {
        auto* dialog = providers.findChild<TraceDialog*>();
        REQUIRE(dialog != nullptr);
        const QString text = dialog->findChild<QTextBrowser*>()->toPlainText();
        delete dialog;
        providers.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&providers));
        return text;
    };
    providers.table()->setFocus();
    providers.table()->selectRow(1);
    press(Qt::Key_Return, Qt::AltModifier);
    CHECK(opens().contains("Together: "));
    click(button(&providers, "How were the provider's figures worked out?"));
    CHECK(opens().contains("Together: "));
    childrenOf(providers)->setFocus();
    childrenOf(providers)->selectRow(0);
    press(Qt::Key_Return, Qt::AltModifier);
    CHECK(opens().contains("xpected cost"));
}

TEST_CASE("what a list of Ofsted says of a provider stands on its page once it is brought in")
{
    tests::ACouncil council;
    Session session;
    ProvidersWorkspace providers(session);
    sees(providers);
    session.adopt(council.open());
    const auto& store = session.workbench().store();
    const QString name = providers.table()->model()->index(0, 0).data().toString();
    const std::string urn = [&] {
        for (const domain::Provider& provider : store.providers()) {
            if (provider.name == name.toStdString())
                return provider.urn;
        }
        return std::string();
    }();
    REQUIRE_FALSE(urn.empty());
    const auto says = [&](const QString& words) {
        return std::ranges::any_of(providers.findChildren<QLabel*>(), [&](const QLabel* label) {
            return label->isVisibleTo(&providers) && label->text().contains(words);
        });
    };
    CHECK(says("URN " + QString::fromStdString(urn) + "."));
    CHECK_FALSE(says("Ofsted's list of"));
    const QString list = council.file(
        "homes.csv", ("Local Authority,URN,Provider Type,Sector,Setting Name,Registration "
                      "Date,Closed Date,Max Users,Overall Effectiveness\nTestshire," +
                      urn + ",Children's Home,Private,Rose,01/02/2015,01/03/2015,4,Good\n")
                         .c_str());
    const auto plan = session.workbench().planImport({toPath(list)}, {});
    REQUIRE(session.workbench().applyImport(plan));
    settle();
    CHECK(says("Children's Home, Testshire, 4 places, graded Good, closed on 1 Mar 2015."));
    CHECK(says("By that it was closed on the census date"));
    CHECK(providers.table()->model()->index(0, 0).data().toString() == name); // the council's own
}
