// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/placement_editor.h"
#include "children/placements_page.h"
#include "common/theme.h"
#include "common/trace_dialog.h"
#include "data/data_workspace.h"
#include "explore/explore_workspace.h"
#include "explore/linked_tables.h"
#include "shell/help_window.h"
#include "shell/main_window.h"
#include "support/finders.h"
#include "ui/shell/a_desk.h"

#include "support/catch.h"
#include <QAbstractScrollArea>
#include <QAction>
#include <QImage>
#include <QLabel>
#include <QScrollArea>
#include <QTabWidget>

#include <cmath>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

// Who works by keyboard sees where they are (WCAG 2.2, 2.4.7), at a contrast of 3 to 1 (1.4.11).
namespace {

double luminance(QRgb colour)
{
    const auto linear = [](int channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) +
           0.0722 * linear(qBlue(colour));
}

bool differVisibly(QRgb a, QRgb b)
{
    if (a == b)
        return false;
    const auto [dark, bright] = std::minmax({luminance(a), luminance(b)});
    return (bright + 0.05) / (dark + 0.05) >= 3;
}

class Eye
{
public:
    explicit Eye(QWidget& window) : m_window(window), m_elsewhere(&window)
    {
        m_elsewhere.setFocusPolicy(Qt::StrongFocus);
        m_elsewhere.setGeometry(0, 0, 1, 1);
        m_elsewhere.show();
    }
    // How many pixels of a widget change visibly when the focus comes to it.
    int seesArriving(QWidget& widget)
    {
        widget.setFocus(Qt::TabFocusReason);
        for (QWidget* at = widget.parentWidget(); at; at = at->parentWidget()) {
            if (auto* area = qobject_cast<QScrollArea*>(at)) // as Tab does
                area->ensureWidgetVisible(&widget);
        }
        settle();
        if (QApplication::focusWidget() != &widget)
            return -1; // gives the focus on, or is gone
        const QRect area = QRect(widget.mapTo(&m_window, QPoint()), widget.size())
                               .adjusted(-3, -3, 3, 3)
                               .intersected(m_window.rect());
        const QImage after = m_window.grab(area).toImage();
        m_elsewhere.setFocus(Qt::OtherFocusReason);
        settle();
        const QImage before = m_window.grab(area).toImage();
        if (before.size() != after.size())
            return -1;
        int changed = 0;
        for (int y = 0; y < after.height(); ++y) {
            for (int x = 0; x < after.width(); ++x)
                changed += differVisibly(before.pixel(x, y), after.pixel(x, y)) ? 1 : 0;
        }
        return changed;
    }
    void look(const std::string& state)
    {
        settle();
        std::vector<QPointer<QWidget>> stops;
        for (QWidget* widget : m_window.findChildren<QWidget*>()) {
            if (widget != &m_elsewhere && widget->isVisible() && widget->isEnabled() &&
                (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() &&
                widget->window() == &m_window)
                stops.emplace_back(widget);
        }
        CHECK_FALSE(stops.empty());
        for (const QPointer<QWidget>& stop : stops) {
            if (!stop || !stop->isVisible())
                continue;
            const int changed = seesArriving(*stop);
            if (changed < 0)
                continue;
            // What is large has an outline or a line along a side, what is small a mark; of a
            // sentence the figure that is in focus has it.
            const bool large = qobject_cast<QAbstractScrollArea*>(stop.data()) ||
                               (stop->height() > 60 && !qobject_cast<QLabel*>(stop.data()));
            INFO(state << (Appearance::instance().tokens().dark ? ", dark: " : ": ")
                       << stop->metaObject()->className() << " “"
                       << stop->accessibleName().toStdString() << "” " << stop->width() << "×"
                       << stop->height());
            CHECK(changed >= (large ? stop->width() + stop->height() : 24));
        }
    }

private:
    QWidget& m_window;
    QWidget m_elsewhere;
};

void walk(MainWindow& window, const std::string& looks)
{
    window.command(QString::fromStdString(looks))->trigger();
    Eye eye(window);
    Session& session = window.session();
    const auto go = [&](Workspace workspace) {
        session.goTo(workspace);
        REQUIRE(waitsFor([&] { return session.findings() && !session.refining(); }));
    };
    go(Workspace::explore);
    auto* explore = static_cast<ExploreWorkspace*>(window.workspace(Workspace::explore));
    session.select({});
    eye.look("Explore, the questions to ask");
    session.selectChild(session.cohort()->child.front());
    eye.look("Explore");
    for (const auto table : {LinkedTables::children, LinkedTables::questions, LinkedTables::drivers,
                             LinkedTables::correlations}) {
        explore->tables()->setCurrent(table);
        eye.look("Explore, table " + std::to_string(table));
    }
    go(Workspace::providers);
    eye.look("Providers");
    go(Workspace::reports);
    eye.look("Reports");
    go(Workspace::data);
    auto* data = static_cast<DataWorkspace*>(window.workspace(Workspace::data));
    auto* tabs = find<QTabWidget>(data);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        eye.look("Data, tab " + std::to_string(tab));
    }
    auto* children = static_cast<ChildrenWorkspace*>(window.workspace(Workspace::children));
    session.goToChild(session.cohort()->child.front());
    for (const auto tab :
         {ChildPage::needs, ChildPage::placements, ChildPage::outcomes, ChildPage::history}) {
        children->page()->setTab(tab);
        eye.look("a child, tab " + std::to_string(tab));
    }
}

struct Desk : tests::ADesk
{
    ~Desk() { window.command("light")->trigger(); }
};

} // namespace

TEST_CASE("whatever has the focus shows it, in every workspace, in the light")
{
    Desk desk;
    walk(desk.window, "light");
}
TEST_CASE("whatever has the focus shows it, in every workspace, in the dark")
{
    Desk desk;
    walk(desk.window, "dark");
}
TEST_CASE("whatever has the focus shows it, in dialogs and in the help")
{
    Desk desk;
    for (const char* looks : {"light", "dark"}) {
        desk.window.command(looks)->trigger();
        auto* children =
            static_cast<ChildrenWorkspace*>(desk.window.workspace(Workspace::children));
        desk.window.session().goToChild(desk.window.session().cohort()->child.front());
        children->page()->setTab(ChildPage::placements);
        QDialog* placement = children->page()->placementsPage()->addPlacement();
        Eye(*placement).look("entering a placement");
        placement->close();
        openTrace(&desk.window, "Ratio", {"One line", "And another"});
        auto* trace = desk.window.findChild<TraceDialog*>();
        REQUIRE(trace);
        Eye(*trace).look("how it was worked out");
        trace->close();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        desk.window.command("help")->trigger();
        Eye(*find<HelpWindow>(&desk.window)).look("help");
        find<HelpWindow>(&desk.window)->close();
    }
}
