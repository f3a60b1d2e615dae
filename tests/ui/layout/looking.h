// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/page_scroll.h"
#include "common/theme.h"
#include "data/data_workspace.h"
#include "shell/main_window.h"
#include "support/finders.h"
#include "support/geometry.h"
#include "support/long_words.h"
#include "support/person.h"
#include "ui/shell/a_council.h"

#include "support/catch.h"
#include <QAction>
#include <QDir>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>

#include <optional>

namespace twelvefold::tests {

using namespace twelvefold::ui;
using namespace twelvefold::person;

inline constexpr const char* kLongName =
    "The Royal Metropolitan Borough & District of Upper Brackenfold-with-Nether Wallop and the "
    "United Parishes of Saint Botolph";
inline constexpr const char* kLongWord =
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch_Care";

// A window on a screen of some size, looked at step by step.
class Looking
{
public:
    Looking(QSize screen, bool longWords, bool dark)
        : m_screen(screen), m_long(longWords),
          window({council.folder() + "/settings.ini", council.folder() + "/data"})
    {
        window.command(dark ? "dark" : "light")->trigger();
        window.resize(screen);
        sees(window);
    }
    ~Looking() { window.command("light")->trigger(); }

    // Whatever is open now lies as it should.
    void look(const std::string& state)
    {
        for (int round = 0; round < 4; ++round) {
            QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            settle();
        }
        INFO(state << (Appearance::instance().tokens().dark ? ", dark, at " : " at ")
                   << m_screen.width() << "×" << m_screen.height()
                   << (m_long ? ", words twice as long" : ""));
        CHECK(window.size() == m_screen);
        CHECK(window.minimumSizeHint().width() <= m_screen.width());
        CHECK(window.minimumSizeHint().height() <= m_screen.height());
        for (const QWidget* open : QApplication::topLevelWidgets()) {
            if (!open->isVisible() || open->inherits("QTipLabel"))
                continue;
            CHECK(open->width() <= m_screen.width());
            CHECK(open->height() <= m_screen.height());
            takePicture(*open, state);
            for (const QString& fault : geometry::faultsOf(*open))
                FAIL_CHECK(fault.toStdString());
        }
        // In plain English the pages have room: only what is longer scrolls.
        for (const PageScroll* page : window.findChildren<PageScroll*>()) {
            if (m_long || !page->isVisible())
                continue;
            INFO("needs " << page->widget()->minimumSizeHint().width() << "×"
                          << page->widget()->minimumSizeHint().height() << ", has " << page->width()
                          << "×" << page->height());
            CHECK_FALSE(page->horizontalScrollBar()->isVisible());
            CHECK_FALSE(page->verticalScrollBar()->isVisible());
        }
        for (const QTabBar* tabs : window.findChildren<QTabBar*>()) {
            for (int i = 0; i < tabs->count() && !m_long && tabs->isVisible(); ++i) {
                INFO(tabs->tabText(i).toStdString());
                CHECK(tabs->tabRect(i).width() >=
                      tabs->fontMetrics().horizontalAdvance(tabs->tabText(i)));
            }
        }
        for (const QScrollArea* area : window.findChildren<QScrollArea*>()) {
            if (m_long || !area->isVisible())
                continue;
            INFO("in " << area->parentWidget()->metaObject()->className() << " " << widest(*area));
            CHECK_FALSE(area->horizontalScrollBar()->isVisible());
        }
    }
    // Which widgets ask for more than what scrolls has.
    static std::string widest(const QScrollArea& area)
    {
        std::string words;
        for (const QWidget* within : area.widget()->findChildren<QWidget*>()) {
            const int left = within->mapTo(area.widget(), QPoint()).x();
            const int wants = left + within->minimumSizeHint().width();
            if (within->isVisible() && wants > area.viewport()->width())
                words += std::string(within->metaObject()->className()) + " “" +
                         within->accessibleName().toStdString() + "” wants " +
                         std::to_string(wants) + "; ";
        }
        return words + "there are " + std::to_string(area.viewport()->width());
    }
    // For the eye: each state as a picture, where the environment names a folder for them.
    void takePicture(const QWidget& open, const std::string& state) const
    {
        const QString folder = qEnvironmentVariable("TWELVEFOLD_PICTURES");
        if (folder.isEmpty())
            return;
        const QString name = QString("%1 %2 %3%4.png")
                                 .arg(QString::fromStdString(state))
                                 .arg(m_screen.width())
                                 .arg(m_long ? "long" : "plain")
                                 .arg(&open == &window ? "" : " dialog");
        const_cast<QWidget&>(open).grab().save(QDir(folder).filePath(name));
    }
    void close(QWidget* dialog)
    {
        dialog->close();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        settle();
    }
    void opens()
    {
        REQUIRE(window.openStore(council.path()));
        ready();
    }
    void ready()
    {
        REQUIRE(
            waitsFor([&] { return window.session().findings() && !window.session().refining(); }));
    }
    void goes(Workspace workspace) { window.session().goTo(workspace); }
    template<class Page>
    Page* page(Workspace workspace)
    {
        return static_cast<Page*>(window.workspace(workspace));
    }
    void everyWorkspace(const std::string& state)
    {
        for (const auto& [workspace, name] :
             std::initializer_list<std::pair<Workspace, const char*>>{
                 {Workspace::children, "Children"},
                 {Workspace::explore, "Explore"},
                 {Workspace::providers, "Providers"},
                 {Workspace::reports, "Reports"},
                 {Workspace::data, "Data"}}) {
            goes(workspace);
            QTest::qWait(0);
            look(state + ", " + name);
        }
        auto* data = page<DataWorkspace>(Workspace::data);
        auto* tabs = find<QTabWidget>(data);
        for (int tab = 1; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            look(state + ", Data, tab " + std::to_string(tab));
        }
        tabs->setCurrentIndex(0);
    }

    QSize m_screen;
    bool m_long;
    tests::ACouncil council;
    Answers answers;
    MainWindow window;
};

// The screens, in pixels that do not shrink with their scale: 1280×720 is as large as 1920×1080 at
// 1.5; 1366×768 at 1.25 is the smallest there is. Where a screen is small, every state is looked at
// in plain English and in a language twice as long, one of them in the dark.
struct Small
{
    static constexpr QSize screen{1280, 720};
    static constexpr bool longWords = false, dark = false;
};
struct Smallest
{
    static constexpr QSize screen{1092, 614};
    static constexpr bool longWords = false, dark = true;
};
struct SmallLong
{
    static constexpr QSize screen{1280, 720};
    static constexpr bool longWords = true, dark = true;
};
struct SmallestLong
{
    static constexpr QSize screen{1092, 614};
    static constexpr bool longWords = true, dark = false;
};
struct Laptop
{
    static constexpr QSize screen{1366, 768};
    static constexpr bool longWords = false, dark = false;
};
struct Desktop
{
    static constexpr QSize screen{1920, 1080};
    static constexpr bool longWords = false, dark = true;
};

template<class Screen>
void lookAt(void (*walk)(Looking&))
{
    std::optional<LongWords> language;
    if (Screen::longWords)
        language.emplace();
    Looking at(Screen::screen, Screen::longWords, Screen::dark);
    walk(at);
}

} // namespace twelvefold::tests
