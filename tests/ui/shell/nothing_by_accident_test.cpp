// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_editor.h"
#include "children/child_list.h"
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/needs_page.h"
#include "shell/header_bar.h"
#include "shell/help_window.h"
#include "shell/main_window.h"
#include "shell/search_box.h"
#include "support/finders.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include "support/catch.h"
#include <QListView>
#include <QToolButton>
#include <random>
#include <sstream>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

// Somebody who goes about the window at random and, wherever they arrive, goes on typing what they
// meant for another place.
class Wanderer
{
public:
    explicit Wanderer(unsigned seed) : m_random(seed)
    {
        window.resize(1280, 800);
        sees(window);
        REQUIRE(window.openStore(council.path()));
        for (const store::ChildRow& row : store().childRows(window.session().census()))
            m_children.push_back(row.child);
        REQUIRE(m_children.size() > 20);
    }

    void wander(int steps)
    {
        for (int step = 0; step < steps; ++step) {
            const int act = pick(static_cast<int>(m_acts.size()));
            m_acts[static_cast<std::size_t>(act)]();
            settle();
            m_story << ' ' << act;
            INFO("what was done:" << m_story.str());
            typesElsewhere();
        }
    }

    tests::ACouncil council;
    Answers answers;
    MainWindow window;

private:
    int pick(int n) { return std::uniform_int_distribution<int>(0, n - 1)(m_random); }
    const domain::Child& anybody()
    {
        return m_children[static_cast<std::size_t>(pick(static_cast<int>(m_children.size())))];
    }
    const store::Store& store() { return window.session().workbench().store(); }
    ChildrenWorkspace& children()
    {
        return *static_cast<ChildrenWorkspace*>(window.workspace(Workspace::children));
    }
    NeedsPage& needs() { return *children().page()->needsPage(); }

    // All that a key could have written, in the store and in the form.
    std::string written()
    {
        std::ostringstream all;
        all << store().audit().size();
        for (const auto& row : store().drafts()) {
            all << '|' << row.child.value << row.author << row.savedAt;
            for (const auto level : store().draft(row.child, row.author)->levels())
                all << (level ? std::to_string(level->value()) : "-");
        }
        if (const NeedsFormModel* form = needs().form()->model())
            all << '|' << form->revision();
        return all.str();
    }
    void typesElsewhere()
    {
        CHECK_FALSE(needs().flush()); // what was meant
        const std::string before = written();
        for (const char* key = "A1N204ucn3d"; *key != 0; ++key) {
            QWidget* focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : &window, *key);
        }
        settle();
        CHECK_FALSE(needs().flush());
        CHECK(written() == before);
    }

    // --- Acts that arrive somewhere.
    void goesTo(int workspace)
    {
        press(static_cast<Qt::Key>(Qt::Key_1 + workspace), Qt::ControlModifier);
    }
    void choosesInExplore()
    {
        goesTo(1);
        window.session().selectChild(anybody().id);
        goesTo(0);
    }
    void searches()
    {
        press(Qt::Key_K, Qt::ControlModifier);
        writes(find<SearchBox>(&window), QString::fromStdString(anybody().pseudonym));
        press(Qt::Key_Return);
    }
    void findsInList()
    {
        goesTo(0);
        children().list()->focusSearch();
        writes(find<QLineEdit>(children().list()), QString::fromStdString(anybody().pseudonym));
        press(Qt::Key_Return);
    }
    void clicksInList()
    {
        goesTo(0);
        QListView* view = find<QListView>(children().list());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(40, 20 + 53 * pick(6)));
    }
    void opensAndLeavesADialog()
    {
        goesTo(0);
        QPointer<ChildEditor> editor = children().addChild();
        settle();
        editor->reject();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        sees(window);
    }
    void readsHelp()
    {
        press(Qt::Key_F1);
        if (auto* help = window.findChild<HelpWindow*>())
            help->close();
        sees(window);
    }
    void closesAndOpens()
    {
        press(Qt::Key_W, Qt::ControlModifier);
        window.openStore(council.path());
    }
    void undoes()
    {
        if (!window.command("undo")->isEnabled())
            return goesTo(1);
        const bool writing = needs().isWriting();
        window.command("undo")->trigger();
        if (writing) // the last answer was taken back, and the writing goes on
            goesTo(1);
    }
    void changesTab()
    {
        goesTo(0);
        children().page()->setTab(static_cast<ChildPage::Tab>(pick(4)));
        children().page()->setTab(ChildPage::needs);
    }
    void discards()
    {
        if (needs().isVisible() && needs().offer().startsWith("You have an unfinished"))
            button(&needs(), "Discard…")->click();
    }

    // --- Acts that mean to write, and then arrive.
    void scoresABit(const std::function<void()>& then)
    {
        findsInList();
        press(Qt::Key_Return);
        if (needs().form()->mode() == NeedsForm::Mode::writing)
            type(QStringLiteral("0123").left(1 + pick(4)));
        if (pick(2) == 0) {
            press(Qt::Key_N);
            type("Seen at home");
        }
        then();
    }
    void signsOff()
    {
        findsInList();
        press(Qt::Key_Return);
        for (int i = 0; i < 12; ++i) {
            const auto before = needs().form()->model()->previousLevel(static_cast<std::size_t>(i));
            type(QString::number(before.value_or(2)));
        }
        press(Qt::Key_Return, Qt::ControlModifier);
        if (needs().form()->mode() == NeedsForm::Mode::writing) // a draft stood in the way
            goesTo(2);
    }

    std::mt19937 m_random;
    std::vector<domain::Child> m_children;
    std::ostringstream m_story;
    const std::vector<std::function<void()>> m_acts{
        [this] { goesTo(pick(5)); },
        [this] { choosesInExplore(); },
        [this] { searches(); },
        [this] { findsInList(); },
        [this] { clicksInList(); },
        [this] { opensAndLeavesADialog(); },
        [this] { readsHelp(); },
        [this] { closesAndOpens(); },
        [this] { changesTab(); },
        [this] { discards(); },
        [] { press(Qt::Key_Z, Qt::ControlModifier); },
        [] { press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); },
        [this] {
            scoresABit([this] {
                goesTo(1 + pick(4));
                goesTo(0);
            });
        },
        [this] { scoresABit([this] { searches(); }); },
        [this] { scoresABit([this] { opensAndLeavesADialog(); }); },
        [this] { scoresABit([this] { readsHelp(); }); },
        [this] { scoresABit([this] { undoes(); }); },
        [this] { scoresABit([this] { clicksInList(); }); },
        [this] { signsOff(); },
        [this] {
            signsOff();
            undoes();
        },
    };
};

} // namespace

TEST_CASE("wherever one arrives, letters and digits change no record and no draft")
{
    for (const unsigned seed : {1U, 2U, 3U}) {
        Wanderer wanderer(seed);
        wanderer.wander(40);
    }
}

TEST_CASE("a child chosen in Explore is not scored by typing the next pseudonym in Children")
{
    tests::ACouncil council;
    Answers answers;
    MainWindow window({council.folder() + "/settings.ini", council.folder() + "/data"});
    sees(window);
    REQUIRE(window.openStore(council.path()));
    const auto& cohort = *window.session().cohort();
    window.session().selectChild(cohort.child.front());
    press(Qt::Key_1, Qt::ControlModifier);
    const QString next = QString::fromStdString(cohort.pseudonym.back());
    type(next);
    CHECK(window.session().workbench().store().drafts().empty());
    press(Qt::Key_Return);
    CHECK(window.session().selection().children == std::vector{cohort.child.back()});
    CHECK(window.session().workbench().store().drafts().empty());
}
