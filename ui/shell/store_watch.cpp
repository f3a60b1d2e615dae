// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/store_watch.h"

#include "common/session.h"
#include "wording/wording.h"

namespace twelvefold::ui {
namespace {

constexpr int kLookEveryMilliseconds = 2000;
// A check takes a copy in memory; larger stores are checked when somebody asks.
constexpr std::uintmax_t kLargestChecked = 512u << 20;

} // namespace

StoreWatch::StoreWatch(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_pool.setMaxThreadCount(1);
    m_now.setInterval(kLookEveryMilliseconds);
    connect(&m_now, &QTimer::timeout, this, &StoreWatch::look);
    connect(&session, &Session::opened, this, &StoreWatch::begin);
    connect(&session, &Session::closing, this, &StoreWatch::end);
}

StoreWatch::~StoreWatch()
{
    end();
}

void StoreWatch::begin()
{
    ++m_opening;
    m_stop = std::stop_source();
    if (m_session.workbench().store().readOnly())
        m_now.start();
    check();
}

void StoreWatch::end()
{
    m_now.stop();
    m_stop.request_stop();
    m_pool.waitForDone();
    ++m_opening;
}

void StoreWatch::look()
{
    if (!m_session.isOpen() || !m_session.workbench().store().changedUnderneath())
        return;
    m_now.stop();
    emit changedUnderneath();
}

void StoreWatch::check()
{
    const auto path = m_session.workbench().store().path();
    std::error_code unreachable;
    if (std::filesystem::file_size(path, unreachable) > kLargestChecked || unreachable)
        return;
    m_pool.start([this, path, opening = m_opening, stop = m_stop.get_token()] {
        QStringList sentences;
        try {
            for (const auto& fault : store::Store::checkAside(path, stop).faults)
                sentences << wording::text(fault.message);
        } catch (const std::exception&) {
            return; // nobody asked: whoever uses the store is told of it
        }
        if (sentences.isEmpty() || stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, opening, sentences] {
                if (opening != m_opening)
                    return;
                m_session.setFaulty();
                emit faultsFound(sentences);
            },
            Qt::QueuedConnection);
    });
}

} // namespace twelvefold::ui
