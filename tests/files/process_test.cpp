// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/output_file.h"
#include "files/process.h"
#include "support/scratch_folder.h"

#include "support/catch.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

using namespace twelvefold;

namespace {

// How a process of its own ends that does this.
int endOf(const std::function<void()>& work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
}

} // namespace

TEST_CASE("A program that falls over leaves no core")
{
    const int status = endOf([] {
        files::noCoreDumps();
        rlimit limit{};
        ::getrlimit(RLIMIT_CORE, &limit);
        if (limit.rlim_cur != 0 || limit.rlim_max != 0)
            ::_exit(1);
        ::signal(SIGABRT, SIG_DFL);
        ::abort();
    });
    CHECK(WIFSIGNALED(status));
    CHECK_FALSE(WCOREDUMP(status));
}

TEST_CASE("Asked to end, a program removes what it has not finished and says by which signal")
{
    const tests::ScratchFolder folder;
    const int signal = GENERATE(SIGINT, SIGTERM, SIGHUP);
    const int status = endOf([&] {
        files::endTidily();
        auto file = files::OutputFile::begin(folder / "x.csv");
        file->write("half");
        ::raise(signal);
    });
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 128 + signal);
    CHECK(folder.names().empty());
}

TEST_CASE("A hang-up that somebody chose to ignore is ignored")
{
    const int status = endOf([] {
        ::signal(SIGHUP, SIG_IGN);
        files::endTidily();
        ::raise(SIGHUP);
    });
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}
