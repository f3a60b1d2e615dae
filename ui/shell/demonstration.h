// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "workbench/workbench.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <memory>

namespace twelvefold::ui {

// The demonstration council on this computer: made once, at first start, in the application's own
// folder; and its picture for the welcome page, worked out in the background from the data itself.
class Demonstration : public QObject
{
    Q_OBJECT
public:
    Demonstration(QString folder, QObject* parent);
    ~Demonstration() override;

    QString path() const;
    bool exists() const;
    // Makes it where it is not there yet. The file appears whole or not at all.
    domain::Result<domain::Done> make(const workbench::Progress& progress,
                                      std::stop_token stop) const;

    struct Picture
    {
        std::shared_ptr<const domain::Cohort> cohort;
        std::shared_ptr<const analysis::Findings> findings;
    };
    void prepare(); // once; ready() follows unless stopped or refused by the disk
    void stopPreparing();
    const Picture& picture() const { return m_picture; }

signals:
    void ready();

private:
    QString m_folder;
    QThreadPool m_pool;
    std::stop_source m_stop;
    bool m_asked = false;
    Picture m_picture;
};

} // namespace twelvefold::ui
