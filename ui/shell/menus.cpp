// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the main window: every command, with its shortcut.
#include "common/dialogs.h"
#include "providers/providers_workspace.h"
#include "shell/header_bar.h"
#include "shell/help_window.h"
#include "shell/main_window.h"
#include "shell/search_box.h"
#include "shell/welcome_page.h"
#include "wording/wording.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>

namespace twelvefold::ui {

QAction* MainWindow::add(QMenu* menu, const QString& name, const QString& text,
                         const QKeySequence& shortcut, void (MainWindow::*does)())
{
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, does);
    return action;
}

QAction* MainWindow::command(const QString& name) const
{
    return menuBar()->findChild<QAction*>(name);
}

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    buildHelpMenu();
    m_header->search()->setCommands([this] {
        std::vector<SearchBox::Entry> entries;
        for (QAction* action : menuBar()->findChildren<QAction*>()) {
            const QString title = action->text().remove(u'&');
            if (action->isEnabled() && !action->menu() && !action->isSeparator() &&
                !title.isEmpty())
                entries.push_back({title, tr("Command"), [action] { action->trigger(); }});
        }
        for (const auto& page : HelpWindow::pages()) {
            entries.push_back({page.title, tr("Help"), [this, name = page.name] {
                                   showHelp();
                                   m_help->showPage(name);
                               }});
        }
        return entries;
    });
    connect(m_header->search(), &SearchBox::providerRequested, this, [this](const QString& name) {
        showWorkspace(Workspace::providers);
        m_providers->showProvider(name);
    });
}

void MainWindow::buildFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, "newStore", tr("&New store…"), QKeySequence::New, &MainWindow::newStore);
    add(file, "openStore", tr("&Open…"), QKeySequence::Open, &MainWindow::chooseStore);
    m_recent = file->addMenu(tr("Open &recent"));
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::refreshRecent);
    add(file, "openDemonstration", tr("Open the &demonstration council"), {},
        &MainWindow::openDemonstration);
    file->addSeparator();
    m_needsStore.push_back(add(file, "saveBackup", tr("Save a &backup…"),
                               QKeySequence("Ctrl+Shift+B"), &MainWindow::saveBackup));
    m_needsStore.push_back(add(file, "closeStore", tr("&Close the store"), QKeySequence("Ctrl+W"),
                               &MainWindow::closeStore));
    file->addSeparator();
    QAction* quit = file->addAction(tr("&Quit"));
    quit->setObjectName("quit");
    quit->setShortcut(QKeySequence("Ctrl+Q"));
    quit->setMenuRole(QAction::QuitRole);
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::refreshRecent()
{
    m_recent->clear();
    for (const auto& recent : m_settings.recent()) {
        QAction* open = m_recent->addAction(recent.name.isEmpty() ? recent.path : recent.name);
        open->setToolTip(recent.path);
        connect(open, &QAction::triggered, this, [this, path = recent.path] { openStore(path); });
    }
    if (m_recent->isEmpty())
        m_recent->addAction(tr("No stores opened lately"))->setEnabled(false);
    m_recent->addSeparator();
    QAction* clear = m_recent->addAction(tr("Clear the list"));
    connect(clear, &QAction::triggered, this, [this] {
        m_settings.clearRecent();
        m_welcome->refresh();
    });
    QAction* remember = m_recent->addAction(tr("Remember the stores I open"));
    remember->setCheckable(true);
    remember->setChecked(m_settings.remembersRecent());
    connect(remember, &QAction::toggled, this, [this](bool on) {
        m_settings.setRemembersRecent(on);
        m_welcome->refresh();
    });
}

void MainWindow::buildEditMenu()
{
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    add(edit, "undo", tr("&Undo"), QKeySequence::Undo, &MainWindow::undo);
    QAction* again = add(edit, "redo", tr("&Redo"), {}, &MainWindow::redo);
    again->setShortcuts({QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")});
    edit->addSeparator();
    m_needsStore.push_back(add(edit, "moveChild", tr("&Move the child, or end its care…"),
                               QKeySequence("Ctrl+M"), &MainWindow::moveChild));
    m_needsStore.push_back(add(edit, "search", tr("&Find a child, provider or command"),
                               QKeySequence("Ctrl+K"), &MainWindow::goToSearch));
    add(edit, "author", tr("&Who is working…"), {}, &MainWindow::chooseAuthor);
    connect(edit, &QMenu::aboutToShow, this, &MainWindow::refreshCommands);
}

void MainWindow::buildViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    struct Entry
    {
        Workspace workspace;
        const char* name;
        QString text;
    };
    const std::vector<Entry> entries{{Workspace::children, "children", tr("&Children")},
                                     {Workspace::explore, "explore", tr("&Explore")},
                                     {Workspace::providers, "providers", tr("&Providers")},
                                     {Workspace::reports, "reports", tr("&Reports")},
                                     {Workspace::data, "data", tr("&Data")}};
    for (const Entry& entry : entries) {
        if (!workspace(entry.workspace))
            continue;
        QAction* show = view->addAction(entry.text);
        show->setObjectName(entry.name);
        show->setShortcut(QKeySequence(
            Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(entry.workspace))));
        connect(show, &QAction::triggered, this,
                [this, to = entry.workspace] { showWorkspace(to); });
        m_needsStore.push_back(show);
    }
    view->addSeparator();
    m_needsStore.push_back(add(view, "census", tr("Census &date…"), QKeySequence("Ctrl+D"),
                               &MainWindow::chooseCensus));
    view->addSeparator();
    auto* looks = new QActionGroup(this);
    const auto look = [&](const char* name, const QString& text, Appearance::Choice choice) {
        QAction* action = view->addAction(text);
        action->setObjectName(name);
        action->setCheckable(true);
        action->setChecked(m_settings.appearance() == choice);
        looks->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            Appearance::instance().setChoice(choice);
            m_settings.setAppearance(choice);
        });
    };
    look("light", tr("&Light appearance"), Appearance::Choice::light);
    look("dark", tr("Dar&k appearance"), Appearance::Choice::dark);
    look("system", tr("Appearance of the &system"), Appearance::Choice::system);
}

void MainWindow::buildHelpMenu()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    add(help, "help", tr("&Help"), QKeySequence("F1"), &MainWindow::showHelp);
    add(help, "shortcuts", tr("&Keyboard shortcuts"), {}, &MainWindow::showShortcuts);
    help->addSeparator();
    add(help, "about", tr("&About Twelvefold"), {}, &MainWindow::showAbout);
}

void MainWindow::refreshCommands()
{
    const bool open = m_session.isOpen();
    const bool working = m_session.working();
    for (QAction* action : menuBar()->findChildren<QAction*>()) {
        if (!action->objectName().isEmpty() && action->objectName() != "quit")
            action->setEnabled(!working);
    }
    for (QAction* action : m_needsStore)
        action->setEnabled(open && !working);
    // A store that is busy is not asked.
    const bool writable = open && !working && !m_session.workbench().store().readOnly();
    const auto undoable = writable ? m_session.workbench().nextUndo() : std::nullopt;
    const auto redoable = writable ? m_session.workbench().nextRedo() : std::nullopt;
    QAction* undoing = command("undo");
    QAction* redoing = command("redo");
    undoing->setEnabled(undoable.has_value());
    redoing->setEnabled(redoable.has_value());
    undoing->setText(undoable ? tr("&Undo: %1").arg(wording::text(undoable->name)) : tr("&Undo"));
    redoing->setText(redoable ? tr("&Redo: %1").arg(wording::text(redoable->name)) : tr("&Redo"));
}

void MainWindow::showHelp()
{
    if (!m_help)
        m_help = new HelpWindow(this);
    // The page of what has the focus, else of the workspace.
    QString page = !m_session.isOpen()                 ? QStringLiteral("first-steps")
                   : m_current == Workspace::children  ? QStringLiteral("children")
                   : m_current == Workspace::explore   ? QStringLiteral("explore")
                   : m_current == Workspace::providers ? QStringLiteral("providers")
                   : m_current == Workspace::reports   ? QStringLiteral("reports")
                                                       : QStringLiteral("data");
    for (const QWidget* widget = QApplication::focusWidget(); widget;
         widget = widget->parentWidget()) {
        if (const QString own = widget->property("helpPage").toString(); !own.isEmpty()) {
            page = own;
            break;
        }
    }
    m_help->showPage(page);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::showShortcuts()
{
    showHelp();
    m_help->showPage("keyboard");
}

void MainWindow::showAbout()
{
    dialogs().tell(this, tr("Twelvefold %1").arg(QApplication::applicationVersion()),
                   tr("What children need, what their care costs, and what comes of it.\n\n"
                      "Free software under the GNU General Public License, version 3 or later. "
                      "It works offline and sends nothing anywhere."));
}

} // namespace twelvefold::ui
