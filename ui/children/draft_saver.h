// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QTimer>
#include <map>

namespace twelvefold::ui {

// Writes drafts off the window's thread, so that typing neither waits nor is lost: each is on its
// way to the disk half a second after its first unsaved change, however long the typing goes on.
// What is refused is kept, and tried again until it is taken, or the store is closed.
class DraftSaver : public QObject
{
    Q_OBJECT
public:
    explicit DraftSaver(Session& session, QObject* parent = nullptr);
    ~DraftSaver() override;

    void keep(const domain::Assessment& draft); // in place of what waits of the same child
    void drop(domain::ChildId child);           // from here on, nothing of it is written
    // What is not known to be on the disk yet.
    std::optional<domain::Assessment> waiting(domain::ChildId child) const;
    bool waits(domain::ChildId child) const { return m_waiting.contains(child); }
    // Writes what waits before it returns; or says why the disk does not take it.
    std::optional<QString> flush();

signals:
    void saved(twelvefold::domain::ChildId child, const QString& at); // the newest; "14:02:11"
    void refused(twelvefold::domain::ChildId child, const QString& why);

private:
    struct Waiting
    {
        domain::Assessment draft;
        std::uint64_t version = 0;
    };
    using Drafts = std::map<domain::ChildId, Waiting>;
    struct Written
    {
        domain::ChildId child;
        std::uint64_t version = 0;
        std::string at;
        bool gone = false; // the child, or the framework: there is nothing left to draft
        std::optional<QString> refusal;
    };
    static Written write(workbench::Workbench& bench, const Waiting& waiting);
    static std::vector<Written> write(workbench::Workbench& bench, const Drafts& drafts);
    void begin();
    void finish(); // waits for what is under way
    std::optional<QString> take(const std::vector<Written>& written);

    Session& m_session;
    Drafts m_waiting;
    std::uint64_t m_version = 0;
    bool m_writing = false;
    QTimer m_pace;
    QThreadPool m_thread;
    QFutureWatcher<std::vector<Written>> m_watcher;
};

} // namespace twelvefold::ui
