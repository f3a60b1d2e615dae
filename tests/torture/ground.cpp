// SPDX-License-Identifier: GPL-3.0-or-later
#include "torture/ground.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace twelvefold::torture {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Pipe
{
    int read = -1, write = -1;
    Pipe()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            throw std::runtime_error("no pipe");
        read = ends[0];
        write = ends[1];
    }
    ~Pipe()
    {
        ::close(read);
        if (write >= 0)
            ::close(write);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void closeWrite()
    {
        ::close(write);
        write = -1;
    }
};

[[noreturn]] void become(const fs::path& program, const fs::path& folder,
                         const Arguments& arguments, const Conditions& conditions, int out, int err)
{
    if (!conditions.standardOutput.empty())
        out = ::open(conditions.standardOutput.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    ::umask(conditions.umask);
    if (conditions.largestFile != 0) {
        const rlimit limit{conditions.largestFile, conditions.largestFile};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    for (const auto& [name, value] : conditions.environment)
        ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> words;
    std::string name = program.string();
    words.push_back(name.data());
    Arguments copies = arguments;
    for (std::string& word : copies)
        words.push_back(word.data());
    words.push_back(nullptr);
    if (::chdir(folder.c_str()) == 0)
        ::execv(name.c_str(), words.data());
    ::_exit(127);
}

// Reads what comes from both pipes until the program has closed them, sending the signal when its
// time has come.
void listen(Outcome& outcome, pid_t child, const Pipe& out, const Pipe& err,
            const Conditions& conditions, Clock::time_point start)
{
    std::array<pollfd, 2> ends{{{out.read, POLLIN, 0}, {err.read, POLLIN, 0}}};
    bool sent = conditions.signal == 0;
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        const double due = sent ? conditions.patience : conditions.after;
        const double left = due - since(start);
        if (left <= 0) {
            ::kill(child, sent ? SIGKILL : conditions.signal);
            outcome.hung = outcome.hung || sent;
            if (outcome.hung)
                return;
            sent = true;
            continue;
        }
        const timespec wait{
            static_cast<time_t>(left),
            static_cast<long>((left - static_cast<double>(static_cast<time_t>(left))) * 1e9)};
        if (::ppoll(ends.data(), ends.size(), &wait, nullptr) <= 0)
            continue;
        for (pollfd& end : ends) {
            if (end.fd < 0 || end.revents == 0)
                continue;
            std::array<char, 65536> buffer{};
            const ssize_t length = ::read(end.fd, buffer.data(), buffer.size());
            if (length > 0)
                (end.fd == out.read ? outcome.out : outcome.err)
                    .append(buffer.data(), static_cast<std::size_t>(length));
            else
                end.fd = -1;
        }
    }
}

// No signal reaches a child while it is still a copy of this program, with its handlers.
class SignalsHeld
{
public:
    SignalsHeld()
    {
        sigset_t all;
        ::sigfillset(&all);
        ::sigprocmask(SIG_SETMASK, &all, &m_before);
    }
    ~SignalsHeld() { ::sigprocmask(SIG_SETMASK, &m_before, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

    void letGoAsNew() const // in the child
    {
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            ::signal(signal, SIG_DFL);
        ::sigprocmask(SIG_SETMASK, &m_before, nullptr);
    }

private:
    sigset_t m_before{};
};

pid_t forked()
{
    const SignalsHeld held;
    const pid_t child = ::fork();
    if (child == 0)
        held.letGoAsNew();
    return child;
}

} // namespace

std::string Outcome::inWords() const
{
    const std::string how = hung          ? "hung"
                            : signal != 0 ? "ended by signal " + std::to_string(signal)
                                          : "exit " + std::to_string(exit);
    return how + (err.empty() ? "" : " (" + err.substr(0, 300) + ")");
}

Outcome run(const fs::path& program, const fs::path& folder, const Arguments& arguments,
            const Conditions& conditions)
{
    Outcome outcome;
    Pipe out, err;
    const auto start = Clock::now();
    const pid_t child = forked();
    if (child == 0)
        become(program, folder, arguments, conditions, out.write, err.write);
    out.closeWrite();
    err.closeWrite();
    listen(outcome, child, out, err, conditions, start);
    int status = 0;
    ::waitpid(child, &status, 0);
    outcome.seconds = since(start);
    if (WIFSIGNALED(status))
        outcome.signal = WTERMSIG(status);
    else
        outcome.exit = WEXITSTATUS(status);
    return outcome;
}

std::string bytesOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write(const fs::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

namespace {

// A whole store as tables is what these hold: what describes them says when it was written.
std::string tablesIn(const fs::path& folder)
{
    std::string all = "a folder of\n";
    for (const auto& [name, bytes] : contentsOf(folder))
        all += name + '\n' + (name.ends_with(".json") && !bytes.empty() ? "…" : bytes) + '\n';
    return all;
}

} // namespace

Contents contentsOf(const fs::path& folder)
{
    Contents contents;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto status = entry.symlink_status();
        const std::string name = entry.path().filename().string();
        if (fs::is_regular_file(status))
            contents[name] = bytesOf(entry.path());
        else if (fs::is_symlink(status))
            contents[name] = "a link to " + fs::read_symlink(entry.path()).string();
        else if (fs::is_directory(status))
            contents[name] = tablesIn(entry.path());
        else
            contents[name] = "of kind " + std::to_string(static_cast<int>(status.type()));
    }
    return contents;
}

Folder::Folder()
{
    std::string name = (fs::temp_directory_path() / "torture-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("no folder for the trial");
    m_path = fs::canonical(name);
}

Folder::Folder(const fs::path& like) : Folder()
{
    fs::copy(like, m_path, fs::copy_options::copy_symlinks | fs::copy_options::recursive);
}

Folder::~Folder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

} // namespace twelvefold::torture
