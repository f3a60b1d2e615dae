// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "workbench/workbench.h"

#include <QCoreApplication>
#include <QString>

#include <filesystem>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

// How the commands speak: results on standard output, everything else on standard error.
namespace twelvefold::cli {

// What is said in sentences, in the person's language.
class Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

enum Exit
{
    kDone = 0,
    kRefused = 1,       // nothing was changed, and the message says why
    kWrongUse = 2,      // what was expected
    kFaultsFound = 3,   // done, and some rows were rejected or some checks found faults
    kInterrupted = 130, // by Ctrl+C: nothing was changed and nothing is left
};

// Ends a command with a message and an exit code.
class Failure : public std::runtime_error
{
public:
    explicit Failure(const domain::Message& message, int exitCode = kRefused);
    explicit Failure(const std::string& sentence, int exitCode = kRefused)
        : std::runtime_error(sentence), m_exitCode(exitCode)
    {
    }
    int exitCode() const { return m_exitCode; }

private:
    int m_exitCode;
};

struct Output
{
    bool json = false;
};

// In plain English whatever the locale, for JSON.
std::string english(const domain::Message& message);
// In the person's language.
std::string spoken(const domain::Message& message);
void say(const QString& line);      // on standard output
void note(const std::string& line); // on standard error

// Watches over a long job: tells its progress on one line of standard error where that is a
// terminal, and asks it to stop when the person presses Ctrl+C.
class Watch
{
public:
    enum class CtrlC
    {
        asksToStop, // for what writes
        ends        // for what only reads: nothing can be left half-done
    };
    explicit Watch(CtrlC meaning = CtrlC::asksToStop);
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch(); // clears the line
    workbench::Progress progress();
    std::stop_token token() const { return m_stop.get_token(); }
    bool stopped() const;

private:
    // Ends as it was before: what only reads, and what has no watch, ends at once.
    using Handler = void (*)(int);
    std::stop_source m_stop;
    bool m_terminal;
    std::vector<std::pair<int, Handler>> m_before;
};

// The store, or a Failure saying why not. Says on standard error what was noteworthy in opening it.
std::unique_ptr<workbench::Workbench> openStore(const std::filesystem::path& path,
                                                store::Access access = store::Access::readOnly);
// Whether a check finds faults in the store, which is then said on standard error: it can be worked
// with all the same.
bool tellsOfFaults(const workbench::Workbench& workbench);
std::string authorName();

// Writes a text to a file of its own, or ends the command saying why not.
void writeOut(const std::filesystem::path& path, std::string_view text);

} // namespace twelvefold::cli
