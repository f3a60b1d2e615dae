// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/amounts_chart.h"
#include "common/layout_memory.h"
#include "common/trace_dialog.h"
#include "explore/figure_sentence.h"
#include "ui/explore/an_analyst.h"

#include "support/catch.h"

#include <QClipboard>
#include <QImage>
#include <QMenu>
#include <QTextBrowser>

#include <map>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;
using tests::Analyst;

namespace {

// Of a council with over a hundred children in paid care: enough to split what is paid.
struct AnalystOfMany : Analyst
{
    AnalystOfMany() : Analyst(250)
    {
        REQUIRE(waitsFor([&] { return session.findings() != nullptr; }));
        settle();
    }
};

charts::AmountsChart& barsOf(const Analyst& analyst)
{
    return *find<charts::AmountsChart>(analyst.explore.picture());
}

SegmentedControl& viewsOf(const Analyst& analyst)
{
    return *find<SegmentedControl>(analyst.explore.picture());
}

bool offersOverlays(const Analyst& analyst)
{
    const auto labels = analyst.explore.filters()->findChildren<QLabel*>();
    return std::ranges::any_of(labels, [](const QLabel* label) {
        return label->text() == "Overlays" && label->isVisible();
    });
}

class RememberedView : public LayoutMemory
{
public:
    std::map<QString, QString> kept;
    QString arrangement(const QString& of) const override
    {
        const auto found = kept.find(of);
        return found == kept.end() ? QString() : found->second;
    }
    void keepArrangement(const QString& of, const QString& what) override { kept[of] = what; }

private:
    LayoutMemoryInUse m_inUse{*this};
};

// What the dialog reads that opened just now.
QString traceOpened(const Analyst& analyst)
{
    for (TraceDialog* dialog : analyst.explore.findChildren<TraceDialog*>()) {
        if (!dialog->isVisible())
            continue;
        const QString text = dialog->findChild<QTextBrowser*>()->toPlainText();
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return text;
    }
    return {};
}

} // namespace

TEST_CASE("by keyboard alone: to the bars, from one to the next, and to a setting's children")
{
    AnalystOfMany analyst;
    ChartPanel& panel = *analyst.explore.picture();
    const auto* marks = find<charts::NeedCostChart>(&panel);
    charts::AmountsChart& chart = barsOf(analyst);
    CHECK(marks->isVisible());
    CHECK_FALSE(chart.isVisible());
    viewsOf(analyst).setFocus(Qt::TabFocusReason);
    press(Qt::Key_Right);
    CHECK(panel.view() == ChartPanel::View::amounts);
    CHECK_FALSE(marks->isVisible());
    REQUIRE(chart.isVisible());
    chart.setFocus(Qt::TabFocusReason);
    REQUIRE(chart.hasFocus());
    const QStringList bars = chart.inWords();
    // Held: the findings are told afresh when the intervals have come, maybe between two keys.
    const auto findings = analyst.session.findings();
    const auto& found = findings->amounts;
    REQUIRE(bars.size() == static_cast<int>(found.settings.size()));
    press(Qt::Key_Down);
    CHECK(chart.accessibleDescription() == bars[0]);
    press(Qt::Key_Down);
    CHECK(chart.accessibleDescription() == bars[1]);
    press(Qt::Key_Return);
    const Selection& selection = analyst.session.selection();
    const auto second = std::ranges::find_if(found.settings, [&](const auto& each) {
        return bars[1].startsWith(wording::text(domain::word(each.first)));
    });
    REQUIRE(second != found.settings.end());
    CHECK(selection.kind ==
          (second->second.children == 1 ? Selection::Kind::child : Selection::Kind::group));
    CHECK(selection.children.size() == second->second.children);
    for (const domain::ChildId child : selection.children)
        CHECK(findings->paidCare->of(child)->setting == second->first);
    // Until then the key stops the refining.
    REQUIRE(waitsFor([&] { return analyst.session.standing() == Standing::complete; }));
    press(Qt::Key_Escape);
    CHECK(analyst.session.selection().kind == Selection::Kind::nothing);
}

TEST_CASE("the words beside the bars say of how many they speak and how many are left out")
{
    AnalystOfMany analyst;
    ChartPanel& panel = *analyst.explore.picture();
    analyst.action("Picture of need, placement");
    const auto findings = analyst.session.findings();
    const auto& found = findings->amounts;
    CHECK(panel.underSentence()->plainText().contains(
        wording::largeMoney(found.whole.spend.inPounds()) + " a week together"));
    CHECK(panel.underSentence()->plainText().contains(QString::number(found.whole.children) + " "));
    CHECK(panel.underSentence()->plainText().contains(wording::inPaidCare(found)));
    click(seenButton(&panel, "How was this worked out?"));
    const QString trace = traceOpened(analyst);
    CHECK(trace.contains("Together they are what is paid."));
    CHECK(trace.contains("Yohai 1987"));
    analyst.action("Picture of need &against cost");
    CHECK(panel.view() == ChartPanel::View::needAgainstCost);
    CHECK_FALSE(panel.underSentence()->plainText().contains("Each bar"));
    CHECK(offersOverlays(analyst));
}

TEST_CASE("of too few nothing is split: a sentence stands in place of the bars, of a child's too")
{
    {
        Analyst analyst;
        analyst.action("Picture of need, placement");
        const auto findings = analyst.session.findings();
        REQUIRE(findings->costShares.undefined); // of 80 children
        const QString few = wording::text(*findings->costShares.undefined);
        CHECK_FALSE(barsOf(analyst).isVisible());
        CHECK(barsOf(analyst).inWords().isEmpty());
        const auto* why = analyst.named<QLabel>("Why there is no picture");
        REQUIRE(why != nullptr);
        CHECK(why->isVisible());
        CHECK(why->text() == few + " So what is paid is not drawn as need, placement and price.");
        CHECK(barsOf(analyst).accessibleDescription() == why->text());
        CHECK_FALSE(
            analyst.explore.picture()->underSentence()->plainText().contains("Each bar is"));
        click(seenButton(analyst.explore.picture(), "How was this worked out?"));
        CHECK(traceOpened(analyst).contains(few));
        const analysis::PaidChild& child = findings->paidCare->children.front();
        analyst.session.selectChild(child.child);
        const auto* inspector = analyst.explore.inspector();
        CHECK(analyst.reads(inspector, "too few to tell what goes with the kind of placement"));
        CHECK_FALSE(analyst.reads(inspector, "Together, what is paid"));
        analyst.action("Picture of need &against cost");
        CHECK_FALSE(why->isVisible());
    }
    AnalystOfMany ofMany;
    ofMany.action("Picture of need, placement");
    REQUIRE(ofMany.session.findings()->costShares.placement);
    CHECK(barsOf(ofMany).isVisible());
    CHECK_FALSE(ofMany.named<QLabel>("Why there is no picture")->isVisible());
}

TEST_CASE("the view that was chosen is there at the next start")
{
    RememberedView memory;
    {
        AnalystOfMany analyst;
        click(viewsOf(analyst).segment(1));
    }
    {
        AnalystOfMany analyst;
        CHECK(analyst.explore.picture()->view() == ChartPanel::View::amounts);
        CHECK(viewsOf(analyst).current() == 1);
        CHECK(barsOf(analyst).isVisible());
        CHECK_FALSE(offersOverlays(analyst));
        click(viewsOf(analyst).segment(0));
    }
    Analyst analyst;
    CHECK(find<charts::NeedCostChart>(analyst.explore.picture())->isVisible());
}

TEST_CASE("the picture that is copied and saved is the one that shows")
{
    AnalystOfMany analyst;
    analyst.explore.picture()->showView(ChartPanel::View::amounts);
    analyst.answers.file = analyst.council.folder() + "/bars.svg";
    for (QAction* action : analyst.explore.picture()->exportMenu()->actions()) {
        if (action->objectName() == "savePicture.svg")
            action->trigger();
    }
    QFile saved(analyst.answers.file);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    const QByteArray svg = saved.readAll();
    CHECK(svg.contains("what need leads to"));
    CHECK(svg.contains("in paid care with a known need and cost"));
}

TEST_CASE("with too few in paid care the view says why there are no bars")
{
    Analyst analyst;
    analyst.explore.picture()->showView(ChartPanel::View::amounts);
    tests::ACouncil few(20);
    analyst.session.close();
    analyst.session.adopt(few.open());
    REQUIRE(waitsFor([&] { return analyst.session.findings() != nullptr; }));
    const auto care = analyst.session.findings()->paidCare;
    REQUIRE(care);
    REQUIRE(care->undefined);
    const ChartPanel& panel = *analyst.explore.picture();
    const QString why = wording::text(*care->undefined);
    CHECK(analyst.named<QLabel>("Why there is no picture")->text().startsWith(why));
    CHECK(barsOf(analyst).accessibleDescription().startsWith(why));
    CHECK(barsOf(analyst).inWords().isEmpty());
    for (QAction* action : panel.exportMenu()->actions()) {
        if (action->objectName() == "copyPicture")
            action->trigger();
    }
    analyst.session.selectChild(analyst.session.cohort()->child.front());
    CHECK_FALSE(analyst.reads(analyst.explore.inspector(), "What the cost goes with"));
}

TEST_CASE("a child's need, placement and price stand beside it, each with how it was worked out")
{
    AnalystOfMany analyst;
    const auto care = analyst.session.findings()->paidCare;
    REQUIRE_FALSE(care->children.empty());
    const analysis::PaidChild& child = care->children.front();
    analyst.session.selectChild(child.child);
    const auto* inspector = analyst.explore.inspector();
    CHECK(analyst.reads(inspector, "What the cost goes with"));
    CHECK(analyst.reads(inspector, wording::money(child.amounts.need)));
    CHECK(analyst.reads(inspector, wording::money(child.amounts.placement)));
    CHECK(analyst.reads(inspector, wording::money(child.amounts.price)));
    CHECK(analyst.reads(inspector, wording::money(child.amounts.spend)));
    int opened = 0;
    for (FigureLink* link : inspector->findChildren<FigureLink*>()) {
        const QString words = link->accessibleName();
        if (!words.contains("Kind of placement") && !words.startsWith("Need") &&
            !words.startsWith("Price"))
            continue;
        click(link);
        CHECK(traceOpened(analyst).contains("Together they are what is paid."));
        ++opened;
    }
    CHECK(opened == 3);
    for (const analysis::WithinKind& kind : care->kinds) {
        if (kind.doubt) {
            const auto of =
                std::ranges::find(care->children, kind.kind, &analysis::PaidChild::kind);
            REQUIRE(of != care->children.end());
            analyst.session.selectChild(of->child);
            CHECK(analyst.reads(inspector, wording::text(*kind.doubt)));
        }
    }
}

TEST_CASE("of a child who is not in paid care it is said that nothing is told apart")
{
    Analyst analyst;
    analyst.session.setFilter({});
    REQUIRE(waitsFor([&] { return analyst.session.standing() != Standing::outdated; }));
    const auto& cohort = *analyst.session.cohort();
    const auto care = analyst.session.findings()->paidCare;
    const auto unpaid = std::ranges::find_if(
        cohort.child, [&](domain::ChildId child) { return care->of(child) == nullptr; });
    REQUIRE(unpaid != cohort.child.end());
    analyst.session.selectChild(*unpaid);
    CHECK(analyst.reads(analyst.explore.inspector(), "are told of children in paid care"));
}
