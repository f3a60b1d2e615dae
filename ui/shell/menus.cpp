// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the main window: every command, with its shortcut.
#include "children/child_list.h"
#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/history_page.h"
#include "children/needs_page.h"
#include "children/outcomes_page.h"
#include "children/placements_page.h"
#include "common/button_text.h"
#include "common/commands.h"
#include "common/data_table.h"
#include "common/dialogs.h"
#include "data/bring_in_page.h"
#include "data/care_page.h"
#include "data/data_workspace.h"
#include "data/quality_page.h"
#include "explore/chart_panel.h"
#include "explore/explore_workspace.h"
#include "explore/filter_panel.h"
#include "explore/inspector.h"
#include "explore/linked_tables.h"
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
#include <QClipboard>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>

#include <algorithm>
#include <iterator>

namespace twelvefold::ui {
namespace {

// A property of a widget: the page and the heading that speak of it, "children#scoring-needs".
constexpr const char* kHelpTopic = "helpTopic";

} // namespace

QAction* MainWindow::add(QMenu* menu, const QString& name, const QString& text,
                         const QKeySequence& shortcut, void (MainWindow::*does)())
{
    QAction* action = menu->addAction(text);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, does);
    return action;
}

std::vector<QAction*> MainWindow::commands() const
{
    std::vector<QAction*> found;
    std::vector<const QMenu*> menus;
    for (const QAction* menu : menuBar()->actions())
        menus.push_back(menu->menu());
    for (std::size_t i = 0; i < menus.size(); ++i) {
        for (QAction* action : menus[i]->actions()) {
            if (action->menu())
                menus.push_back(action->menu());
            else if (!action->isSeparator())
                found.push_back(action);
        }
    }
    return found;
}

QAction* MainWindow::command(const QString& name) const
{
    for (QAction* action : commands()) {
        if (action->objectName() == name)
            return action;
    }
    return nullptr;
}

void MainWindow::buildMenus()
{
    buildFileMenu();
    buildEditMenu();
    buildViewMenu();
    addWorkspaceMenu(tr("&Child"), Workspace::children);
    addWorkspaceMenu(tr("E&xplore"), Workspace::explore);
    addWorkspaceMenu(tr("&Providers"), Workspace::providers);
    addWorkspaceMenu(tr("&Report"), Workspace::reports);
    addWorkspaceMenu(tr("&Data"), Workspace::data);
    buildHelpMenu();
    m_header->search()->setCommands([this] { return searchable(); });
    connect(m_header->search(), &SearchBox::providerRequested, this, [this](const QString& name) {
        showWorkspace(Workspace::providers);
        m_providers->showProvider(name);
    });
}

// What the search finds besides children and providers: the menus' commands, and the help by its
// text.
std::vector<SearchBox::Entry> MainWindow::searchable()
{
    std::vector<SearchBox::Entry> entries;
    for (QAction* action : commands()) {
        const QString title = asRead(action->text()).section(u'\t', 0, 0);
        if (action->isEnabled() && !title.isEmpty())
            entries.push_back(
                {title, tr("Command"), [action] { action->trigger(); }, Commands::words(action)});
    }
    for (const HelpWindow::Section& section : HelpWindow::sections()) {
        entries.push_back({section.title,
                           tr("Help"),
                           [this, topic = section.topic] { openHelp(topic); },
                           {},
                           section.text});
    }
    return entries;
}

// The commands that a workspace has of its own.
void MainWindow::addWorkspaceMenu(const QString& title, Workspace workspace)
{
    QMenu* menu = menuBar()->addMenu(title);
    for (QAction* action : this->workspace(workspace)->actions()) {
        menu->addAction(action);
        if (!action->isSeparator())
            m_needsStore.push_back(action);
        if (action->menu())
            std::ranges::copy(action->menu()->actions(), std::back_inserter(m_needsStore));
    }
}

void MainWindow::buildFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    add(file, "newStore", tr("&New store…"), QKeySequence::New, &MainWindow::newStore);
    add(file, "openStore", tr("&Open…"), QKeySequence::Open, &MainWindow::chooseStore);
    m_recent = file->addMenu(tr("Open r&ecent"));
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::refreshRecent);
    add(file, "openDemonstration", tr("Open the &demonstration council"), {},
        &MainWindow::openDemonstration);
    file->addSeparator();
    m_needsStore.push_back(add(file, "saveBackup", tr("Save a &backup…"),
                               QKeySequence("Ctrl+Shift+B"), &MainWindow::saveBackup));
    Commands::setWords(m_needsStore.back(), tr("export copy keep safe"));
    Commands::setWords(
        add(file, "restoreBackup", tr("&Restore from a backup…"), {}, &MainWindow::restoreBackup),
        tr("recover get back copy"));
    m_needsStore.push_back(
        add(file, "saveTables", tr("Save everything as &tables…"), {}, &MainWindow::saveTables));
    Commands::setWords(m_needsStore.back(), tr("export csv datapackage whole store"));
    Commands::setWords(add(file, "startFromTables", tr("&Start a store from tables…"), {},
                           &MainWindow::startFromTables),
                       tr("import csv datapackage whole store"));
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
    constexpr int kMostDigits = 9; // a key each, as far as there are digits
    int at = 0;
    for (const auto& recent : m_settings.recent()) {
        const QString name = onButton(recent.name.isEmpty() ? recent.path : recent.name);
        QAction* open = m_recent->addAction(
            ++at <= kMostDigits ? QStringLiteral("&%1 %2").arg(at).arg(name) : name);
        open->setToolTip(recent.path);
        connect(open, &QAction::triggered, this, [this, path = recent.path] { openStore(path); });
    }
    if (m_recent->isEmpty())
        m_recent->addAction(tr("No stores opened lately"))->setEnabled(false);
    m_recent->addSeparator();
    QAction* clear = m_recent->addAction(tr("&Clear the list"));
    connect(clear, &QAction::triggered, this, [this] {
        m_settings.clearRecent();
        m_welcome->refresh();
    });
    QAction* remember = m_recent->addAction(tr("&Remember the stores I open"));
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
    m_needsStore.push_back(
        add(edit, "copyRows", tr("&Copy"), QKeySequence::Copy, &MainWindow::copyChosen));
    Commands::setWords(m_needsStore.back(), tr("rows table clipboard"));
    m_needsStore.push_back(
        add(edit, "saveTable", tr("Save the &table as CSV…"), {}, &MainWindow::saveTable));
    Commands::setWords(m_needsStore.back(), tr("export rows download"));
    edit->addSeparator();
    m_needsStore.push_back(add(edit, "search", tr("&Find a child, provider or command"),
                               QKeySequence("Ctrl+K"), &MainWindow::goToSearch));
    add(edit, "author", tr("&Who is working…"), {}, &MainWindow::chooseAuthor);
    connect(edit, &QMenu::aboutToShow, this, [this] {
        refreshCommands();
        nameUndoInField();
    });
    // Queued: what was chosen is done first.
    connect(edit, &QMenu::aboutToHide, this, &MainWindow::refreshCommands, Qt::QueuedConnection);
}

// The table that has the focus, or had it before the search or a menu took it.
DataTable* MainWindow::currentTable() const
{
    auto* table = qobject_cast<DataTable*>(focusWidget());
    return table ? table : m_lastTable && m_lastTable->isVisible() ? m_lastTable.data() : nullptr;
}

void MainWindow::copyChosen()
{
    QWidget* focus = focusWidget();
    const auto* label = qobject_cast<QLabel*>(focus);
    if (auto* line = qobject_cast<QLineEdit*>(focus); line && line->hasSelectedText())
        line->copy();
    else if (auto* text = qobject_cast<QPlainTextEdit*>(focus))
        text->copy();
    else if (label && label->hasSelectedText())
        QGuiApplication::clipboard()->setText(label->selectedText());
    else if (DataTable* table = currentTable(); table && !table->allRows().empty())
        table->copyRows(table->rowsToTake());
    else
        m_session.say(tr("Choose rows of a table, or mark words, to copy them."));
}

void MainWindow::saveTable()
{
    if (DataTable* table = currentTable(); table && !table->allRows().empty())
        table->saveRows(table->allRows());
    else
        m_session.say(tr("Go to a table first."));
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
        QAction* show = view->addAction(entry.text);
        show->setObjectName(entry.name);
        show->setShortcut(QKeySequence(
            Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(entry.workspace))));
        connect(show, &QAction::triggered, this,
                [this, to = entry.workspace] { showWorkspace(to); });
        m_needsStore.push_back(show);
    }
    view->addSeparator();
    m_needsStore.push_back(add(view, "census", tr("Census da&te…"), QKeySequence("Ctrl+D"),
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
    for (QAction* action : commands()) {
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
    // Nothing of the store is undone from the assessment that is being written.
    m_writing = m_children->page()->needsPage()->isWriting();
    const bool writing = writable && m_writing;
    undoing->setEnabled(writing || undoable);
    redoing->setEnabled(writing || redoable);
    undoing->setText(undoable && !writing
                         ? tr("&Undo: %1").arg(onButton(wording::text(undoable->name)))
                         : tr("&Undo"));
    redoing->setText(redoable && !writing
                         ? tr("&Redo: %1").arg(onButton(wording::text(redoable->name)))
                         : tr("&Redo"));
}

void MainWindow::showHelp()
{
    openHelp(helpTopic(QApplication::focusWidget()));
}

// What has the focus says what it is about, or what it lies in does; else the workspace.
QString MainWindow::helpTopic(const QWidget* about) const
{
    for (const QWidget* widget = about; widget; widget = widget->parentWidget()) {
        if (const QString topic = widget->property(kHelpTopic).toString(); !topic.isEmpty())
            return topic;
    }
    return m_session.isOpen() ? workspace(m_current)->property(kHelpTopic).toString()
                              : QStringLiteral("first-steps");
}

// Beside the window, or beside the dialog that would keep it from being used.
void MainWindow::openHelp(const QString& topic)
{
    QWidget* dialog = QApplication::activeModalWidget();
    HelpWindow* help = m_help;
    if (dialog) {
        help = new HelpWindow(dialog);
        help->setAttribute(Qt::WA_DeleteOnClose);
    } else if (!help) {
        help = m_help = new HelpWindow(this);
    }
    help->showTopic(topic);
    help->show();
    help->raise();
    help->activateWindow();
}

// The menu's shortcut does not reach into a dialog.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        if (auto* table = qobject_cast<DataTable*>(watched); table && table->window() == this)
            m_lastTable = table;
    }
    if (event->type() == QEvent::KeyPress && QApplication::activeModalWidget() &&
        QKeySequence(static_cast<QKeyEvent*>(event)->key()) ==
            QKeySequence(QKeySequence::HelpContents) &&
        watched == QApplication::focusWidget()) {
        showHelp();
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::nameHelpTopics()
{
    const auto about = [](QWidget* widget, const char* topic) {
        widget->setProperty(kHelpTopic, QString::fromLatin1(topic));
    };
    about(m_welcome, "first-steps");
    about(m_header->censusButton(), "explore#the-census-date");
    about(m_header->search(), "keyboard#the-search");
    auto* children = static_cast<ChildrenWorkspace*>(workspace(Workspace::children));
    about(children, "children");
    about(children->list(), "children#the-list");
    about(children->page()->needsPage(), "children#scoring-needs");
    about(children->page()->placementsPage(), "children#placements-and-costs");
    about(children->page()->outcomesPage(), "children#outcomes");
    about(children->page()->historyPage(), "children#history");
    auto* explore = static_cast<ExploreWorkspace*>(workspace(Workspace::explore));
    about(explore, "explore");
    about(explore->filters(), "explore#who-is-compared");
    about(explore->picture(), "explore#the-picture");
    about(explore->tables(), "explore#the-tables");
    for (const auto table : {LinkedTables::questions, LinkedTables::putAside})
        about(explore->tables()->table(table), "explore#questions-to-ask");
    about(explore->inspector(), "explore#the-panel-at-the-right");
    about(workspace(Workspace::providers), "providers");
    about(workspace(Workspace::reports), "reports");
    auto* dataPage = static_cast<DataWorkspace*>(workspace(Workspace::data));
    about(dataPage, "data");
    about(dataPage->bringIn(), "data#bringing-in");
    about(dataPage->quality(), "data#data-quality");
    about(dataPage->care(), "data#care-of-the-store");
}

void MainWindow::showShortcuts()
{
    openHelp(QStringLiteral("keyboard"));
}

void MainWindow::showAbout()
{
    dialogs().tell(this, tr("Twelvefold %1").arg(QApplication::applicationVersion()),
                   tr("What children need, what their care costs, and what comes of it.\n\n"
                      "Free software under the GNU General Public License, version 3 or later. "
                      "It works offline and sends nothing anywhere."));
}

} // namespace twelvefold::ui
