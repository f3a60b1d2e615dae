// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/paths.h"
#include "workbench/workbench.h"

#include <QFile>
#include <QTemporaryDir>

#include <stdexcept>

namespace twelvefold::tests {

// A small demonstration council in a folder of its own, gone with the test.
class ACouncil
{
public:
    // More children than are analysed in the window's own thread.
    static constexpr std::size_t kMany = 2300;

    explicit ACouncil(std::size_t children = 80)
    {
        // Made once for all tests; each works on its own copy.
        static const QTemporaryDir kept;
        const QString original = kept.filePath(QString("%1.twelvefold").arg(children));
        if (!QFile::exists(original)) {
            workbench::DemonstrationOptions options;
            options.children = children;
            if (!workbench::makeDemonstration(ui::toPath(original), options).ok())
                throw std::runtime_error("the demonstration council could not be made");
        }
        if (!QFile::copy(original, path()))
            throw std::runtime_error("the store could not be copied");
    }

    QString folder() const { return m_folder.path(); }
    QString path() const { return m_folder.filePath("council.twelvefold"); }
    QString file(const QString& name, const QByteArray& content) const
    {
        QFile made(m_folder.filePath(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            throw std::runtime_error("the file could not be written");
        return made.fileName();
    }

    std::unique_ptr<workbench::Workbench> open() const
    {
        std::unique_ptr<workbench::Workbench> bench;
        workbench::Workbench::open(ui::toPath(path()), bench, "A tester");
        return bench;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace twelvefold::tests
