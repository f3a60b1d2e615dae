// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/process.h"

#include "files/unfinished.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

namespace twelvefold::files {
namespace {

extern "C" void end(int signal)
{
    removeUnfinished();
    ::_exit(128 + signal);
}

// Unless whoever started the program wants it to go on, as nohup does.
void handle(int signal)
{
    struct sigaction now
    {
    };
    if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler != SIG_IGN)
        std::signal(signal, end);
}

} // namespace

// Programs that gather dumps by a pipe (systemd-coredump, apport) keep none where the limit is 0.
// Forbidding dumps outright (PR_SET_DUMPABLE) would also hide the process from the desktop's own
// services, and with them its file dialogs.
void noCoreDumps()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

void keepFilesPrivate()
{
    ::umask(077);
}

void endTidily()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        handle(signal);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace twelvefold::files
