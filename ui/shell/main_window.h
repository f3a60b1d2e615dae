// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"
#include "shell/demonstration.h"
#include "shell/search_box.h"
#include "shell/settings.h"

#include <QMainWindow>
#include <QPointer>
#include <map>
#include <optional>

class QAction;
class QActionGroup;
class QMenu;
class QStackedWidget;

namespace twelvefold::ui {

class Busy;
class ChildrenWorkspace;
class DataTable;
class DataWorkspace;
class HeaderBar;
class HelpWindow;
class NoticeBar;
class ProvidersWorkspace;
class Rail;
class StoreBanner;
class StoreWatch;
class WelcomePage;

// The one window: the welcome page while nothing is open; then the rail, the header and the
// workspaces. Every command is in a menu.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    // Where it keeps its own things; empty: where the platform wants them.
    struct Places
    {
        QString settingsFile;
        QString dataFolder;
    };
    explicit MainWindow(const Places& places = {}, QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return m_session; }
    StoreWatch* watch() const { return m_watch; }
    Busy* busy() const { return m_busy; }
    QWidget* workspace(Workspace workspace) const; // null when there is none
    QAction* command(const QString& name) const;   // by its object name: "openStore", "undo"…
    std::vector<QAction*> commands() const;        // every one, of all menus

    // As it was left; the first time at a comfortable size, or as large as a small screen is.
    void open();
    bool openStore(const QString& path, store::Access access = store::Access::readWrite);
    void openDemonstration();

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void addWorkspaces();
    void buildMenus();
    void buildFileMenu();
    void buildEditMenu();
    void buildViewMenu();
    void buildHelpMenu();
    void addWorkspaceMenu(const QString& title, Workspace workspace);
    std::vector<SearchBox::Entry> searchable();
    void nameHelpTopics();
    QString helpTopic(const QWidget* about) const;
    void openHelp(const QString& topic);
    QAction* add(QMenu* menu, const QString& name, const QString& text,
                 const QKeySequence& shortcut, void (MainWindow::*does)());

    void showWorkspace(Workspace workspace);
    void showOpened();
    void showClosed();
    void refreshCommands();
    void refreshRecent();
    void newStore();
    void createStore(const QString& council, const QString& path);
    void chooseStore();
    void takeDropped(const QStringList& paths);
    void saveBackup();
    void restoreBackup();
    void saveTables();
    void startFromTables();
    bool mayClose();
    void closeStore();
    void watchStore();
    void repairStore(const QString& path);
    void readAgain();
    void showFaults(const QStringList& faults);
    void undo();
    void redo();
    void nameUndoInField(); // while undo() would take back what is typed where the focus is
    void undoStep();        // of the store
    void redoStep();
    std::int64_t newestStep() const; // 0: none
    void say(const QString& sentence);
    bool isOffered() const; // an edit is, in the message about it, to be undone
    void forgetTyping();
    void undoOffered();
    void withdrawUndo();
    void chooseAuthor();
    void chooseCensus();
    DataTable* currentTable() const;
    void copyChosen();
    void saveTable();
    void goToSearch();
    void showHelp();
    void showShortcuts();
    void showAbout();
    void adopt(std::unique_ptr<workbench::Workbench> workbench);

    Settings m_settings;
    LayoutMemoryInUse m_remembering{m_settings};
    Session m_session;
    Demonstration m_demonstration;
    QStackedWidget* m_pages = nullptr; // welcome, or the workspaces under their header
    QStackedWidget* m_workspaces = nullptr;
    WelcomePage* m_welcome = nullptr;
    HeaderBar* m_header = nullptr;
    Rail* m_rail = nullptr;
    NoticeBar* m_notice = nullptr;
    StoreBanner* m_banner = nullptr; // what is the matter with the store itself
    StoreWatch* m_watch = nullptr;
    Busy* m_busy = nullptr;
    HelpWindow* m_help = nullptr;
    ChildrenWorkspace* m_children = nullptr;
    ProvidersWorkspace* m_providers = nullptr;
    DataWorkspace* m_data = nullptr;
    QMenu* m_recent = nullptr;
    bool m_asLeft = false;           // where and how large it was is known
    QPointer<DataTable> m_lastTable; // that had the focus
    std::map<Workspace, QWidget*> m_byWorkspace;
    Workspace m_current = Workspace::explore;
    std::vector<QAction*> m_needsStore;    // off while nothing is open
    std::int64_t m_lastStep = 0;           // the newest that is known here
    std::optional<std::int64_t> m_offered; // the step that the notice offers to undo
    bool m_writing = false;                // an assessment, as the commands know
};

} // namespace twelvefold::ui
