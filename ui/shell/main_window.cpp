// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "children/child_page.h"
#include "children/children_workspace.h"
#include "children/needs_page.h"
#include "common/controls.h"
#include "common/dialogs.h"
#include "common/icons.h"
#include "common/page_scroll.h"
#include "common/paths.h"
#include "common/states.h"
#include "data/bring_in_page.h"
#include "data/care_page.h"
#include "data/data_workspace.h"
#include "explore/explore_workspace.h"
#include "providers/providers_workspace.h"
#include "reports/reports_workspace.h"
#include "shell/file_drops.h"
#include "shell/header_bar.h"
#include "shell/help_window.h"
#include "shell/new_store_dialog.h"
#include "shell/notice_bar.h"
#include "shell/rail.h"
#include "shell/store_banner.h"
#include "shell/store_watch.h"
#include "shell/welcome_page.h"
#include "wording/wording.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace twelvefold::ui {
namespace {

QString dataFolderOr(const QString& folder)
{
    return !folder.isEmpty()
               ? folder
               : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

// The smallest that the window is made, whatever it shows: pages scroll where they have no room.
constexpr QSize kSmallest(800, 480);

constexpr QSize kComfortable(1440, 900);

QString storeFilter()
{
    return MainWindow::tr("Twelvefold stores (*%1)").arg(QLatin1String(store::Store::kExtension));
}

} // namespace

MainWindow::MainWindow(const Places& places, QWidget* parent)
    : QMainWindow(parent), m_settings(places.settingsFile),
      m_demonstration(dataFolderOr(places.dataFolder), nullptr)
{
    Appearance::instance().setChoice(m_settings.appearance());
    setWindowIcon(applicationIcon());
    build();
    buildMenus();
    nameHelpTopics();
    qApp->installEventFilter(this);
    connect(new FileDrops(this), &FileDrops::dropped, this, &MainWindow::takeDropped);
    connect(&m_session, &Session::opened, this, &MainWindow::showOpened);
    connect(&m_session, &Session::closed, this, &MainWindow::showClosed);
    connect(&m_session, &Session::recordsChanged, this, [this] {
        refreshCommands();
        withdrawUndo();
    });
    connect(&m_session, &Session::workingChanged, this, [this] {
        m_rail->setEnabled(!m_session.working());
        m_header->setEnabled(!m_session.working());
        refreshCommands();
        // What was done meanwhile is known from now on: no later message offers to undo it.
        QMetaObject::invokeMethod(this, &MainWindow::withdrawUndo, Qt::QueuedConnection);
    });
    connect(&m_session, &Session::said, this, &MainWindow::say);
    connect(&m_session, &Session::workspaceRequested, this, &MainWindow::showWorkspace);
    connect(&m_session, &Session::childRequested, this,
            [this] { showWorkspace(Workspace::children); });
    connect(m_notice, &NoticeBar::undoRequested, this, &MainWindow::undoOffered);
    watchStore();
    setMinimumSize(kSmallest);
    resize(1280, 800);
    m_asLeft = restoreGeometry(m_settings.geometry());
    if (!m_asLeft) {
        if (const QScreen* screen = QGuiApplication::primaryScreen())
            resize(kComfortable.boundedTo(screen->availableSize() * 0.94));
    }
    showClosed();
}

MainWindow::~MainWindow()
{
    m_session.disconnect(this);
    m_session.close();
    // The workspaces hold on to the session, which would be gone before them.
    delete takeCentralWidget();
}

void MainWindow::open()
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    const QSize room = screen ? screen->availableSize() : kComfortable;
    if (!m_asLeft && kComfortable.boundedTo(room) != kComfortable)
        showMaximized();
    else
        show();
}

void MainWindow::build()
{
    m_pages = new QStackedWidget(this);
    setCentralWidget(m_pages);
    m_welcome = new WelcomePage(m_demonstration, m_settings, m_pages);
    m_pages->addWidget(new PageScroll(m_welcome, m_pages));
    auto* desk = new QWidget(m_pages);
    m_pages->addWidget(desk);
    auto* row = new QHBoxLayout(desk);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_rail = new Rail(desk);
    row->addWidget(m_rail);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    m_header = new HeaderBar(m_session, desk);
    column->addWidget(m_header);
    m_banner = new StoreBanner(desk);
    column->addWidget(m_banner);
    m_workspaces = new QStackedWidget(desk);
    column->addWidget(m_workspaces, 1);
    m_notice = new NoticeBar(m_pages);
    m_busy = new Busy(m_pages);
    addWorkspaces();
    connect(m_rail, &Rail::chosen, this, &MainWindow::showWorkspace);
    connect(m_header, &HeaderBar::authorRequested, this, &MainWindow::chooseAuthor);
    connect(m_welcome, &WelcomePage::demonstrationRequested, this, &MainWindow::openDemonstration);
    connect(m_welcome, &WelcomePage::newRequested, this, &MainWindow::newStore);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::chooseStore);
    connect(m_welcome, &WelcomePage::recentRequested, this,
            [this](const QString& path) { openStore(path); });
}

void MainWindow::addWorkspaces()
{
    const auto add = [this](Workspace workspace, QWidget* page, const QString& title,
                            const char* icon, const char* shortcut) {
        m_rail->add(workspace, title, QLatin1String(icon), QLatin1String(shortcut));
        m_workspaces->addWidget(new PageScroll(page, m_workspaces));
        m_byWorkspace[workspace] = page;
        page->setAccessibleName(title);
    };
    m_children = new ChildrenWorkspace(m_session, m_workspaces);
    connect(m_children->page()->needsPage(), &NeedsPage::changed, this, [this] {
        if (m_children->page()->needsPage()->isWriting() != m_writing)
            refreshCommands();
    });
    connect(m_children, &ChildrenWorkspace::listed, m_header, &HeaderBar::setList);
    add(Workspace::children, m_children, tr("Children"), "children", "Ctrl+1");
    add(Workspace::explore, new ExploreWorkspace(m_session, m_workspaces), tr("Explore"), "explore",
        "Ctrl+2");
    m_providers = new ProvidersWorkspace(m_session, m_workspaces);
    add(Workspace::providers, m_providers, tr("Providers"), "providers", "Ctrl+3");
    add(Workspace::reports, new ReportsWorkspace(m_session, m_workspaces), tr("Reports"), "reports",
        "Ctrl+4");
    m_data = new DataWorkspace(m_session, m_workspaces);
    m_data->bringIn()->keepProfilesIn(toPath(m_settings.folder()) / "profiles");
    m_data->bringIn()->keepPostcodesAs(toPath(m_settings.folder()) / "postcodes.index");
    add(Workspace::data, m_data, tr("Data"), "data", "Ctrl+5");
}

QWidget* MainWindow::workspace(Workspace workspace) const
{
    const auto found = m_byWorkspace.find(workspace);
    return found == m_byWorkspace.end() ? nullptr : found->second;
}

void MainWindow::showWorkspace(Workspace workspace)
{
    QWidget* page = this->workspace(workspace);
    if (!page || !m_session.isOpen())
        return;
    m_current = workspace;
    const int index = static_cast<int>(workspace); // added in this order
    const bool arriving = m_workspaces->currentIndex() != index;
    m_workspaces->setCurrentIndex(index);
    m_rail->setCurrent(workspace);
    m_header->setWorkspace(workspace);
    // So that Tab goes on within the page; who walks the rail stays there. A page that says where
    // one arrives is arrived at there, wherever in it the person was before.
    const QWidget* focus = focusWidget();
    const bool there = focus && focus->isVisible() && page->isAncestorOf(focus) &&
                       !(arriving && page->focusProxy() != nullptr);
    if (!there && !(focus && m_rail->isAncestorOf(focus)))
        page->setFocus();
}

void MainWindow::showOpened()
{
    m_banner->clear();
    setWindowTitle(tr("%1 – Twelvefold").arg(m_session.storeName()));
    m_pages->setCurrentIndex(1);
    m_lastStep = newestStep();
    m_offered.reset();
    refreshCommands();
}

void MainWindow::showClosed()
{
    setWindowTitle(QStringLiteral("Twelvefold"));
    m_notice->hide();
    m_banner->clear();
    m_welcome->refresh();
    m_pages->setCurrentIndex(0);
    m_welcome->demonstrationCard()->setFocus();
    m_demonstration.prepare();
    refreshCommands();
}

void MainWindow::adopt(std::unique_ptr<workbench::Workbench> workbench)
{
    const QString path = fromPath(workbench->store().path());
    const bool empty = workbench->store().childCount() == 0;
    m_session.adopt(std::move(workbench));
    if (path != m_demonstration.path())
        m_settings.remember(path, m_session.storeName());
    showWorkspace(empty ? Workspace::data : Workspace::explore);
}

bool MainWindow::openStore(const QString& path, store::Access access)
{
    std::unique_ptr<workbench::Workbench> bench;
    const auto opened =
        workbench::Workbench::open(toPath(path), bench, m_settings.author().toStdString(), access);
    const QString sentence = wording::text(opened.message);
    if (!bench) {
        if (opened.state == store::OpenState::locked && access == store::Access::readWrite) {
            return dialogs().confirm(this, sentence, tr("You can read it meanwhile."),
                                     tr("Open for reading only")) &&
                   openStore(path, store::Access::readOnly);
        }
        dialogs().tell(this, tr("This store was not opened"), sentence);
        return false;
    }
    if (!mayClose())
        return false;
    adopt(std::move(bench));
    if (opened.state == store::OpenState::repairable)
        m_banner->offer(StoreBanner::Matter::repair, sentence, tr("Repair"),
                        [this, path] { repairStore(path); });
    else if (opened.state != store::OpenState::current)
        m_session.say(sentence);
    return true;
}

void MainWindow::watchStore()
{
    m_watch = new StoreWatch(m_session, this);
    connect(m_watch, &StoreWatch::changedUnderneath, this, [this] {
        m_banner->offer(StoreBanner::Matter::changed,
                        tr("Another program has changed this store since it was read here. What "
                           "you see may be out of date."),
                        tr("Read again"), [this] { readAgain(); });
    });
    connect(m_watch, &StoreWatch::faultsFound, this, &MainWindow::showFaults);
}

void MainWindow::repairStore(const QString& path)
{
    if (!mayClose())
        return;
    std::unique_ptr<workbench::Workbench> bench;
    const auto opened =
        workbench::Workbench::repair(toPath(path), bench, m_settings.author().toStdString());
    const QString sentence = wording::text(opened.message);
    if (!bench || bench->store().readOnly())
        return dialogs().tell(this, tr("The store was not repaired"), sentence);
    adopt(std::move(bench));
    m_session.say(sentence);
}

// The same view of what the file holds now.
void MainWindow::readAgain()
{
    const QString path = fromPath(m_session.workbench().store().path());
    const Workspace workspace = m_current;
    const auto census = m_session.censusChosen() ? std::optional(m_session.census()) : std::nullopt;
    const auto filter = m_session.filter();
    const auto options = m_session.options();
    const Selection selection = m_session.selection();
    if (!openStore(path, store::Access::readOnly))
        return;
    if (census) // else it follows the records, as it did
        m_session.setCensus(*census);
    m_session.setFilter(filter);
    m_session.setOptions(options);
    m_session.select(selection);
    showWorkspace(workspace);
}

void MainWindow::showFaults(const QStringList& faults)
{
    const QString sentence =
        faults.size() == 1
            ? tr("This store is not as the program left it. %1").arg(faults.front())
            : tr("This store is not as the program left it: %n faults. The first: %1", nullptr,
                 static_cast<int>(faults.size()))
                  .arg(faults.front());
    m_banner->offer(StoreBanner::Matter::faults, sentence, tr("Show them"), [this, faults] {
        dialogs().tell(this, tr("Faults of the store"),
                       faults.join(QLatin1Char('\n')) + QStringLiteral("\n\n") +
                           tr("The records can still be read and changed. Compare them with a "
                              "backup from before, or restore it."));
    });
}

void MainWindow::openDemonstration()
{
    if (m_demonstration.exists()) {
        openStore(m_demonstration.path());
        return;
    }
    m_demonstration.stopPreparing(); // what it began is begun again, where it can be seen
    const auto refusal = std::make_shared<QString>();
    m_busy->run(
        tr("Making the demonstration council"),
        [this, refusal](const Busy::Report& report, std::stop_token stop) {
            const auto made = m_demonstration.make(report, stop);
            if (!made.ok())
                *refusal = wording::text(made.failure());
        },
        [this, refusal](bool stopped, const std::optional<QString>& failure) {
            if (failure || !refusal->isEmpty())
                dialogs().tell(this, tr("The demonstration council was not made"),
                               failure.value_or(*refusal));
            else if (!stopped || m_demonstration.exists())
                openStore(m_demonstration.path());
        });
}

void MainWindow::newStore()
{
    auto* dialog = new NewStoreDialog(this);
    connect(dialog, &NewStoreDialog::wanted, this, &MainWindow::createStore);
    dialog->open();
}

void MainWindow::createStore(const QString& council, const QString& path)
{
    if (!mayClose())
        return;
    auto made = workbench::Workbench::create(toPath(path), council.toStdString(),
                                             m_settings.author().toStdString());
    if (!made.ok())
        return dialogs().tell(this, tr("The store was not made"), wording::text(made.failure()));
    adopt(std::move(*made));
    m_session.say(tr("Made the store of %1").arg(council));
}

void MainWindow::chooseStore()
{
    const QString path = dialogs().openFile(this, tr("Open a store"), storeFilter());
    if (!path.isEmpty())
        openStore(path);
}

// A store is opened; anything else is for the store that is open.
void MainWindow::takeDropped(const QStringList& paths)
{
    if (m_session.working() || m_busy->running())
        return;
    if (paths.size() == 1 && QFileInfo(paths.front()).suffix() == QLatin1String("twelvefold")) {
        openStore(paths.front());
    } else if (!m_session.isOpen()) {
        dialogs().tell(this, tr("There is no store to bring files into"),
                       tr("Open a store or start a new one, then drop the files again."));
    } else if (m_session.workbench().store().readOnly()) {
        say(tr("This store was opened for reading only: nothing can be brought in."));
    } else {
        showWorkspace(Workspace::data);
        m_data->bringInFiles(paths);
    }
}

void MainWindow::saveBackup()
{
    m_data->care()->backUp();
}

// A backup is never opened itself: a store is made from it, under a name of its own.
void MainWindow::restoreBackup()
{
    const QString backup =
        dialogs().openFile(this, tr("Restore: choose the backup"), storeFilter());
    if (backup.isEmpty())
        return;
    const QLatin1String extension(store::Store::kExtension);
    const QFileInfo file(backup);
    QString path = dialogs().saveFile(
        this, tr("Restore: where to keep the restored store"),
        file.dir().filePath(tr("%1 restored", "file name").arg(file.completeBaseName()) +
                            extension),
        storeFilter());
    if (path.isEmpty())
        return;
    if (!path.endsWith(extension, Qt::CaseInsensitive))
        path += extension;
    const auto refusal = std::make_shared<QString>();
    m_busy->run(
        tr("Restoring from the backup"),
        [refusal, backup, path](const Busy::Report&, std::stop_token) {
            const auto made = store::Store::restore(toPath(backup), toPath(path));
            if (!made.ok())
                *refusal = wording::text(made.failure());
        },
        [this, refusal, path](bool, const std::optional<QString>& failure) {
            if (failure || !refusal->isEmpty())
                dialogs().tell(this, tr("Nothing was restored"), failure.value_or(*refusal));
            else
                m_session.say(openStore(path)
                                  ? tr("Restored. The store that was made is open.")
                                  : tr("Restored. The store that was made is not open."));
        });
}

void MainWindow::saveTables()
{
    m_data->care()->saveTables();
}

void MainWindow::startFromTables()
{
    const QString folder =
        dialogs().openFolder(this, tr("Start a store from tables: choose their folder"));
    if (folder.isEmpty())
        return;
    if (!workbench::isTableFolder(toPath(folder)))
        return dialogs().tell(
            this, tr("This is no folder of a store's tables"),
            tr("A store is started from a folder that “Save everything as tables” made: it has a "
               "file datapackage.json. Returns and cost files are brought into a store that is "
               "open, under Data."));
    const QLatin1String extension(store::Store::kExtension);
    const QFileInfo from(folder);
    QString path =
        dialogs().saveFile(this, tr("Start a store from tables: where to keep it"),
                           from.dir().filePath(from.fileName() + extension), storeFilter());
    if (path.isEmpty())
        return;
    if (!path.endsWith(extension, Qt::CaseInsensitive))
        path += extension;
    const auto refusal = std::make_shared<QString>();
    m_busy->run(
        tr("Reading the tables"),
        [refusal, folder, path, author = m_settings.author().toStdString()](
            const Busy::Report& report, std::stop_token stop) {
            const auto made = workbench::Workbench::makeFromTables(toPath(folder), toPath(path),
                                                                   {{}, author}, report, stop);
            if (!made.ok())
                *refusal = wording::text(made.failure());
        },
        [this, refusal, path](bool stopped, const std::optional<QString>& failure) {
            if (failure || (!refusal->isEmpty() && !stopped))
                dialogs().tell(this, tr("No store was made"), failure.value_or(*refusal));
            else if (!refusal->isEmpty())
                m_session.say(*refusal);
            else
                m_session.say(openStore(path)
                                  ? tr("The store that was made of the tables is open.")
                                  : tr("The store that was made of the tables is not open."));
        });
}

// Whether nothing typed would be lost, or the person says that it may be. To be asked before
// whatever closes the store: another takes its place too.
bool MainWindow::mayClose()
{
    const auto why = m_children->page()->needsPage()->flush();
    return !why ||
           dialogs().confirm(
               this, tr("An unfinished assessment is not saved"),
               tr("%1 What was typed since it was last saved is lost if this store is closed.")
                   .arg(*why),
               tr("Close and lose it"));
}

void MainWindow::closeStore()
{
    if (mayClose())
        m_session.close();
}

void MainWindow::chooseAuthor()
{
    const auto name =
        dialogs().ask(this, tr("Who is working"), tr("Your changes are recorded under this name:"),
                      m_settings.author());
    if (!name)
        return;
    m_settings.setAuthor(*name);
    m_session.setAuthor(*name);
    m_header->refresh();
}

void MainWindow::chooseCensus()
{
    m_header->chooseCensus();
}

void MainWindow::goToSearch()
{
    m_header->search()->setFocus(Qt::ShortcutFocusReason);
    m_header->search()->selectAll();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayClose())
        return event->ignore();
    m_settings.setGeometry(saveGeometry());
    m_busy->stop();
    m_demonstration.stopPreparing();
    QMainWindow::closeEvent(event);
}

} // namespace twelvefold::ui
