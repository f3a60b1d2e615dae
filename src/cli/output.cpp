// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "wording/wording.h"

#include <QSaveFile>

#include <cstdlib>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace twelvefold::cli {
namespace {

bool standardErrorIsTerminal()
{
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

} // namespace

Failure::Failure(const domain::Message& message, int exitCode)
    : std::runtime_error(spoken(message)), m_exitCode(exitCode)
{
}

std::string english(const domain::Message& message)
{
    return wording::text(message, wording::Language::english).toStdString();
}

std::string spoken(const domain::Message& message)
{
    return wording::text(message).toStdString();
}

void say(const QString& line)
{
    std::cout << line.toStdString() << '\n';
}

void note(const std::string& line)
{
    std::cerr << line << '\n';
}

workbench::Progress progressOnTerminal()
{
    if (!standardErrorIsTerminal())
        return {};
    return [](const domain::Message& what, double fraction) {
        std::cerr << "\r\x1b[K" << static_cast<int>(fraction * 100) << " %  " << spoken(what)
                  << std::flush;
    };
}

void endProgress()
{
    if (standardErrorIsTerminal())
        std::cerr << "\r\x1b[K" << std::flush;
}

std::unique_ptr<workbench::Workbench> openStore(const std::filesystem::path& path,
                                                store::Access access)
{
    std::unique_ptr<workbench::Workbench> workbench;
    const store::Opened opened = workbench::Workbench::open(path, workbench, authorName(), access);
    if (!workbench)
        throw Failure(opened.message);
    if (opened.state != store::OpenState::current)
        note(spoken(opened.message));
    return workbench;
}

std::string authorName()
{
    for (const char* variable : {"USER", "LOGNAME", "USERNAME"}) {
        const char* name = std::getenv(variable);
        if (name != nullptr && *name != '\0')
            return name;
    }
    return "twelvefold-cli";
}

void writeOwnerOnly(const std::filesystem::path& path, std::string_view text)
{
    const QString name = QString::fromStdString(path.string());
    QSaveFile file(name);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(text.data(), static_cast<qint64>(text.size())) ==
                             static_cast<qint64>(text.size()) &&
                         file.commit();
    if (!written)
        throw Failure(path.string() + " could not be written: " + file.errorString().toStdString());
}

} // namespace twelvefold::cli
