// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include "support/no_qt_assertions.h"
#include "support/paths.h"

#include "support/catch.h"

namespace twelvefold::tests {

// What a run of the command line said and how it ended.
struct Run
{
    int exit = -1;
    QByteArray out, err;

    QJsonObject json() const
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(out, &error);
        INFO(out.left(400).toStdString());
        REQUIRE(error.error == QJsonParseError::NoError);
        REQUIRE(document.isObject());
        return document.object();
    }
};

// Runs the real program in a folder of the test's own.
class Program
{
public:
    Program() { REQUIRE(m_folder.isValid()); }

    Run run(const QStringList& arguments, const QString& locale = {}) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(display));
        if (!locale.isEmpty())
            environment.insert(QStringLiteral("LC_ALL"), locale);
        // What a person keeps beside their settings is no part of a test.
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("settings")));
        process.setProcessEnvironment(environment);
        process.start(QString::fromStdString(twelvefold::tests::commandLine().string()), arguments);
        REQUIRE(process.waitForFinished(100'000));
        REQUIRE(process.exitStatus() == QProcess::NormalExit);
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    bool has(const QString& name) const { return QFile::exists(path(name)); }
    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    // A small demonstration council called demo.twelvefold.
    void makeDemo(int children = 120) const
    {
        const Run made =
            run({"demo", "--out", "demo.twelvefold", "--children", QString::number(children)});
        INFO(made.err.toStdString());
        REQUIRE(made.exit == 0);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace twelvefold::tests
