// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/trace_dialog.h"
#include "explore/figure_sentence.h"
#include "ui/explore/an_analyst.h"

#include "support/catch.h"
#include <QTextBrowser>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;
using tests::Analyst;

namespace {

// What the dialog reads that opened just now; it is closed.
QString opened(const Analyst& analyst)
{
    for (TraceDialog* dialog : analyst.explore.findChildren<TraceDialog*>()) {
        if (!dialog->isVisible())
            continue;
        const QString text = dialog->findChild<QTextBrowser*>()->toPlainText();
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        analyst.explore.window()->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(analyst.explore.window()));
        return text;
    }
    return {};
}

int figureLinks(const Analyst& analyst)
{
    int n = 0;
    for (FigureLink* link : analyst.explore.inspector()->findChildren<FigureLink*>()) {
        if (!link->isVisible())
            continue;
        INFO(link->accessibleName().toStdString());
        link->setFocus();
        press(Qt::Key_Return);
        CHECK_FALSE(opened(analyst).isEmpty());
        ++n;
    }
    return n;
}

} // namespace

TEST_CASE("each figure of the sentences is reached with Tab and opened with Enter")
{
    Analyst analyst;
    REQUIRE(waitsFor([&] { return !analyst.session.refining(); }));
    for (FigureSentence* sentence :
         {analyst.explore.picture()->sentence(), analyst.explore.picture()->underSentence()}) {
        const auto figures = sentence->figures();
        REQUIRE_FALSE(figures.empty());
        sentence->setFocus(Qt::TabFocusReason);
        for (std::size_t which = 0; which < figures.size(); ++which) {
            if (which > 0)
                press(Qt::Key_Tab);
            REQUIRE(sentence->hasFocus());
            press(Qt::Key_Return);
            const QString text = opened(analyst);
            INFO(which);
            CHECK(text.contains("Worked out from"));
            CHECK(text.contains("Reference:"));
        }
    }
}

TEST_CASE("the widest pair's figure tells the distance domain by domain")
{
    Analyst analyst;
    emit analyst.explore.picture()->underSentence()->figureChosen(wording::Figure::widestPair);
    const QString text = opened(analyst);
    CHECK(text.contains("Distance: "));
    CHECK(text.contains("Ratio: "));
}

TEST_CASE("each figure beside the picture opens by keyboard, of all, of a child, of a pair, of a "
          "group")
{
    Analyst analyst;
    const auto& cohort = *analyst.session.cohort();
    const auto& findings = *analyst.session.findings();
    CHECK(figureLinks(analyst) >= 4);
    const std::size_t row = findings.expectedCosts.front().row;
    analyst.session.selectChild(cohort.child[row]);
    settle();
    CHECK(figureLinks(analyst) >= 4);
    const statistics::Pair& pair = findings.similarNeed.pairs.front();
    analyst.session.selectPair(cohort.child[pair.a], cohort.child[pair.b]);
    settle();
    CHECK(figureLinks(analyst) >= 5); // the ratio, both costs, the gap and what is left of it
    analyst.session.select({Selection::Kind::group, cohort.child});
    settle();
    CHECK(figureLinks(analyst) == 4);
}

TEST_CASE("a row of each table says with Alt and Enter how it was worked out")
{
    Analyst analyst;
    const std::pair<LinkedTables::Table, QString> tables[] = {
        {LinkedTables::children, "The median of their weekly costs"},
        {LinkedTables::pairs, "Distance: "},
        {LinkedTables::questions, "Asked "},
        {LinkedTables::correlations, "The correlation is "}};
    for (const auto& [table, words] : tables) {
        analyst.chooseRow(table, 0);
        analyst.table(table)->setFocus();
        press(Qt::Key_Return, Qt::AltModifier);
        INFO(words.toStdString());
        CHECK(opened(analyst).contains(words));
        QPushButton* how = nullptr;
        for (QPushButton* button : analyst.explore.tables()->findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == "How?")
                how = button;
        }
        REQUIRE(how); // for the mouse
        click(how);
        CHECK(opened(analyst).contains(words));
    }
}
