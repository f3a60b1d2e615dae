// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "files/output_file.h"
#include "wording/wording.h"

#include <csignal>
#include <cstdlib>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace twelvefold::cli {
namespace {

constexpr domain::MessageKind kFaultyStore{
    "cli-faulty-store",
    TWELVEFOLD_TEXT("Message", "The store has faults (%1), so what is told of it may be untrue; "
                               "\"check\" lists them. The first: %2")};

bool standardErrorIsTerminal()
{
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

// All that a signal's handler may touch.
volatile std::sig_atomic_t interrupted = 0;

extern "C" void interrupt(int)
{
    interrupted = 1;
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

Watch::Watch(CtrlC meaning) : m_terminal(standardErrorIsTerminal())
{
    if (meaning == CtrlC::ends)
        return;
    for (const int request : {SIGINT, SIGTERM, SIGHUP}) {
        const Handler before = std::signal(request, interrupt);
        if (before == SIG_IGN) // as nohup asks
            std::signal(request, SIG_IGN);
        m_before.emplace_back(request, before);
    }
}

Watch::~Watch()
{
    for (const auto& [request, before] : m_before)
        std::signal(request, before);
    if (m_terminal)
        std::cerr << "\r\x1b[K" << std::flush;
}

bool Watch::stopped() const
{
    return interrupted != 0 || m_stop.stop_requested();
}

workbench::Progress Watch::progress()
{
    return [this](const domain::Message& what, double fraction) {
        if (interrupted != 0)
            m_stop.request_stop();
        if (m_terminal)
            std::cerr << "\r\x1b[K" << static_cast<int>(fraction * 100) << " %  " << spoken(what)
                      << std::flush;
    };
}

std::unique_ptr<workbench::Workbench> openStore(const std::filesystem::path& path,
                                                store::Access access)
{
    std::unique_ptr<workbench::Workbench> workbench;
    const store::Opened opened = workbench::Workbench::open(path, workbench, authorName(), access);
    if (!workbench || (access == store::Access::readWrite && workbench->store().readOnly()))
        throw Failure(opened.message);
    if (opened.state != store::OpenState::current)
        note(spoken(opened.message));
    return workbench;
}

bool tellsOfFaults(const workbench::Workbench& workbench)
{
    const auto faults = workbench.store().check().faults;
    if (!faults.empty())
        note(spoken({kFaultyStore,
                     {static_cast<std::int64_t>(faults.size()), spoken(faults.front().message)}}));
    return !faults.empty();
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

void writeOut(const std::filesystem::path& path, std::string_view text)
{
    if (const auto written = files::writeFile(path, text); !written)
        throw Failure(written.failure());
}

} // namespace twelvefold::cli
