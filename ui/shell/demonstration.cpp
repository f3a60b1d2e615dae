// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/demonstration.h"

#include "common/paths.h"

#include <QDir>
#include <QFile>

namespace twelvefold::ui {

Demonstration::Demonstration(QString folder, QObject* parent)
    : QObject(parent), m_folder(std::move(folder))
{
    m_pool.setMaxThreadCount(1);
}

Demonstration::~Demonstration()
{
    stopPreparing();
}

QString Demonstration::path() const
{
    return m_folder + "/Demonstration council.twelvefold";
}

bool Demonstration::exists() const
{
    return QFile::exists(path());
}

domain::Result<domain::Done> Demonstration::make(const workbench::Progress& progress,
                                                 std::stop_token stop) const
{
    if (exists())
        return domain::Done();
    QDir().mkpath(m_folder);
    return workbench::makeDemonstration(toPath(path()), {}, progress, stop);
}

void Demonstration::prepare()
{
    if (m_asked)
        return;
    m_asked = true;
    m_pool.start([this, stop = m_stop.get_token()] {
        Picture found;
        try {
            if (!make({}, stop).ok() || stop.stop_requested())
                return;
            std::unique_ptr<workbench::Workbench> bench;
            workbench::Workbench::open(toPath(path()), bench, {}, store::Access::readOnly);
            if (!bench)
                return;
            found.cohort = std::make_shared<domain::Cohort>(
                bench->cohort(bench->defaultCensus())->filtered(workbench::comparableFilter()));
            analysis::Options quick;
            quick.bootstrapReplicates = 0;
            quick.chanceDraws = 0;
            found.findings =
                std::make_shared<analysis::Findings>(analysis::analyse(*found.cohort, quick, stop));
        } catch (const store::WorldError&) {
            return; // the page does without its picture; opening will say what is wrong
        }
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, found] {
                m_picture = found;
                emit ready();
            },
            Qt::QueuedConnection);
    });
}

void Demonstration::stopPreparing()
{
    m_stop.request_stop();
    m_pool.waitForDone();
    m_stop = std::stop_source();
    m_asked = false;
}

} // namespace twelvefold::ui
