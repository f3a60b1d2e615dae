// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/draft_saver.h"

#include "wording/wording.h"

#include <QtConcurrentRun>
#include <utility>

namespace twelvefold::ui {
namespace {

// From a change to its writing. Not put off by what is typed meanwhile: a pause that starts anew
// with every key never comes while somebody types.
constexpr int kPaceMilliseconds = 500;
constexpr int kAgainMilliseconds = 2000; // after a refusal

// Whether what a draft is about was taken away since it was typed.
bool isGone(const store::Store& store, const domain::Assessment& draft)
{
    return !store.child(draft.child) || !store.framework(draft.framework);
}

} // namespace

DraftSaver::DraftSaver(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_thread.setMaxThreadCount(1);
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &DraftSaver::begin);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (std::exchange(m_writing, false)) // not when finish() took it already
            take(m_watcher.result());
    });
    connect(&session, &Session::closing, this, [this] {
        const QSignalBlocker quiet(this); // nobody is there to be told
        flush();
    });
    // What could not be written is of that store alone, and nothing to be written into the next.
    connect(&session, &Session::closed, this, [this] {
        m_pace.stop();
        m_waiting.clear();
    });
}

DraftSaver::~DraftSaver()
{
    finish();
}

void DraftSaver::keep(const domain::Assessment& draft)
{
    m_waiting[draft.child] = {draft, ++m_version};
    if (!m_pace.isActive() && !m_writing)
        m_pace.start(kPaceMilliseconds);
}

void DraftSaver::drop(domain::ChildId child)
{
    finish();
    m_waiting.erase(child);
}

std::optional<domain::Assessment> DraftSaver::waiting(domain::ChildId child) const
{
    const auto found = m_waiting.find(child);
    return found == m_waiting.end() ? std::nullopt : std::optional(found->second.draft);
}

std::optional<QString> DraftSaver::flush()
{
    finish();
    m_pace.stop();
    if (m_waiting.empty() || !m_session.isOpen())
        return std::nullopt;
    return take(write(m_session.workbench(), m_waiting));
}

DraftSaver::Written DraftSaver::write(workbench::Workbench& bench, const Waiting& waiting)
{
    Written one{waiting.draft.child, waiting.version, {}, false, {}};
    try {
        try {
            one.at = bench.saveDraft(waiting.draft);
        } catch (const std::logic_error& error) {
            one.gone = isGone(bench.store(), waiting.draft);
            if (!one.gone) // a fault of ours, which is no reason to lose somebody's words
                one.refusal = tr("the program itself is at fault (%1).").arg(error.what());
        }
    } catch (const store::WorldError& error) {
        one.refusal = wording::text(error.message());
    }
    return one;
}

std::vector<DraftSaver::Written> DraftSaver::write(workbench::Workbench& bench,
                                                   const Drafts& drafts)
{
    std::vector<Written> written;
    for (const auto& [child, waiting] : drafts) {
        written.push_back(write(bench, waiting));
    }
    return written;
}

void DraftSaver::begin()
{
    if (m_writing || m_waiting.empty() || !m_session.isOpen())
        return;
    m_writing = true;
    m_watcher.setFuture(
        QtConcurrent::run(&m_thread, [&bench = m_session.workbench(), drafts = m_waiting] {
            return write(bench, drafts);
        }));
}

void DraftSaver::finish()
{
    if (!m_writing)
        return;
    m_watcher.waitForFinished();
    m_writing = false;
    const auto written = m_watcher.result();
    take(written);
}

std::optional<QString> DraftSaver::take(const std::vector<Written>& written)
{
    std::optional<QString> why;
    for (const Written& one : written) {
        const auto waiting = m_waiting.find(one.child);
        if (one.refusal)
            why = one.refusal;
        else if (waiting != m_waiting.end() && waiting->second.version == one.version)
            m_waiting.erase(waiting);
    }
    if (!m_waiting.empty() && !m_pace.isActive())
        m_pace.start(why ? kAgainMilliseconds : kPaceMilliseconds);
    for (const Written& one : written) {
        if (one.refusal)
            emit refused(one.child, *one.refusal);
        else if (!one.gone && !m_waiting.contains(one.child))
            emit saved(one.child, QString::fromStdString(one.at));
    }
    return why;
}

} // namespace twelvefold::ui
