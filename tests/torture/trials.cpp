// SPDX-License-Identifier: GPL-3.0-or-later
#include "torture/trials.h"

#include "torture/judge.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <thread>

namespace twelvefold::torture {
namespace {

using Random = std::mt19937;

double between(Random& random, double low, double high)
{
    return std::uniform_real_distribution(low, high)(random);
}

int between(Random& random, int low, int high)
{
    return std::uniform_int_distribution(low, std::max(low, high))(random);
}

void tryOnce(Report& report, const Stage& stage, const Command& command,
             const std::string& circumstances,
             const std::function<Conditions(const Folder&)>& under, Leeway leeway)
{
    const auto made = stage.folderFor(command);
    const Folder& folder = *made;
    const Contents before = contentsOf(folder.path());
    const Outcome outcome = stage.run(folder.path(), command.arguments, under(folder));
    ++report.tried;
    for (const std::string& loss : losses(stage, command, folder, before, outcome, leeway))
        report.lost.push_back(command.name + ", " + circumstances + ": " + loss + "; " +
                              outcome.inWords());
}

std::map<std::string, std::string> shim(const Folder& folder, const std::string& call, int nth,
                                        const std::string& how, bool fromThereOn)
{
    std::map<std::string, std::string> environment{{"LD_PRELOAD", TWELVEFOLD_SHIM},
                                                   {"TORTURE_UNDER", folder.path().string()},
                                                   {"TORTURE_CALL", call},
                                                   {"TORTURE_NTH", std::to_string(nth)},
                                                   {"TORTURE_HOW", how}};
    if (fromThereOn)
        environment["TORTURE_ON"] = "1";
    return environment;
}

} // namespace

Report killsAtAnyMoment(const Stage& stage, Effort effort)
{
    Report report;
    Random random(effort.seed);
    for (const Command& command : stage.commands()) {
        for (int moment = 0; moment < effort.moments; ++moment) {
            for (const int signal : {SIGKILL, SIGINT}) {
                const double after = between(random, 0.0, command.seconds * 1.1);
                tryOnce(report, stage, command,
                        "signal " + std::to_string(signal) + " after " + std::to_string(after) +
                            " s",
                        [&](const Folder&) {
                            Conditions conditions;
                            conditions.signal = signal;
                            conditions.after = after;
                            return conditions;
                        },
                        {signal == SIGKILL});
            }
        }
    }
    return report;
}

Report callsThatFail(const Stage& stage, Effort effort)
{
    struct Way
    {
        std::string call, how;
        bool on = false;
    };
    const std::string io = std::to_string(EIO), full = std::to_string(ENOSPC);
    const std::vector<Way> ways{
        {"write", io},      {"write", full, true},
        {"write", "short"}, {"write", "kill"},
        {"sync", io},       {"sync", io, true},
        {"sync", "kill"},   {"place", io},
        {"place", "kill"},  {"place", std::to_string(EPERM)}, // a share without second names
        {"remove", io},     {"remove", "kill"},
        {"make", full},     {"make", io, true},
        {"make", "kill"}};
    Report report;
    Random random(effort.seed);
    for (const Command& command : stage.commands()) {
        for (int moment = 0; moment < effort.moments * static_cast<int>(ways.size()) / 3;
             ++moment) {
            const Way& way = ways[static_cast<std::size_t>(
                between(random, 0, static_cast<int>(ways.size()) - 1))];
            const auto which = std::ranges::find(kCalls, way.call) - kCalls.begin();
            const int all = command.calls[static_cast<std::size_t>(which)];
            if (all == 0)
                continue;
            const int nth = between(random, 1, all);
            tryOnce(report, stage, command,
                    way.call + " " + std::to_string(nth) + " of " + std::to_string(all) + " " +
                        way.how + (way.on ? " from there on" : ""),
                    [&](const Folder& folder) {
                        return Conditions{shim(folder, way.call, nth, way.how, way.on)};
                    },
                    {way.how == "kill", way.call == "remove"});
        }
    }
    return report;
}

Report fullDisks(const Stage& stage, Effort effort)
{
    Report report;
    Random random(effort.seed);
    for (const Command& command : stage.commands()) {
        const auto made = stage.folderFor(command);
        const Folder& whole = *made;
        stage.run(whole.path(), command.arguments);
        const auto size = static_cast<int>(fs::file_size(whole / command.target));
        std::vector<int> limits{1, size - 1, size / 2};
        for (int moment = 1; moment < effort.moments; ++moment)
            limits.push_back(between(random, 1, 3 * size)); // what is temporary may be larger
        for (const int limit : limits) {
            tryOnce(report, stage, command, "files of at most " + std::to_string(limit) + " bytes",
                    [&](const Folder&) {
                        Conditions conditions;
                        conditions.largestFile = static_cast<std::uint64_t>(std::max(1, limit));
                        return conditions;
                    },
                    {});
        }
    }
    return report;
}

Report deafOutput(const Stage& stage)
{
    Report report;
    Conditions deaf;
    deaf.standardOutput = "/dev/full";
    for (const Command& command : stage.commands())
        tryOnce(report, stage, command, "standard output full", [&](const Folder&) { return deaf; },
                {.answerMayFail = true});
    for (const Arguments& arguments :
         {Arguments{"cohort", "--store", "s.twelvefold"},
          Arguments{"analyse", "--store", "s.twelvefold"},
          Arguments{"analyse", "--store", "s.twelvefold", "--json"},
          Arguments{"check", "--store", "s.twelvefold"}, Arguments{"--help"},
          Arguments{"cohort", "--help"}, Arguments{"--version"},
          Arguments{"stats", "describe", "--csv", "header.csv", "--x", "SEX"},
          Arguments{"backup", "--store", "s.twelvefold", "--out", "x.twelvefold"}}) {
        const Folder folder(stage.pristine());
        const Outcome outcome = stage.run(folder.path(), arguments, deaf);
        ++report.tried;
        if (outcome.exit != 1)
            report.lost.push_back(arguments.front() + " to a full disk: " + outcome.inWords());
    }
    return report;
}

Report twoAtOnce(const Stage& stage, Effort effort)
{
    Report report;
    for (const Command& command : stage.commands()) {
        for (int moment = 0; moment < effort.moments; ++moment) {
            const auto made = stage.folderFor(command);
            const Folder& folder = *made;
            const Contents before = contentsOf(folder.path());
            Outcome other;
            std::thread racer([&] { other = stage.run(folder.path(), command.arguments); });
            const Outcome one = stage.run(folder.path(), command.arguments);
            racer.join();
            ++report.tried;
            const auto say = [&](const std::string& what) {
                report.lost.push_back("two of " + command.name + ": " + what + "; " +
                                      one.inWords() + "; " + other.inWords());
            };
            const int done = (one.exit == command.exit) + (other.exit == command.exit);
            // The second to bring in may find the store that the first has made.
            const bool oneOnly = command.writes == Command::Writes::newStore &&
                                 command.arguments.front() != "import";
            if (done == 0 || (done == 2 && oneOnly))
                say(std::to_string(done) + " were done");
            const Outcome& winner = one.exit == command.exit ? one : other;
            for (const std::string& loss : losses(stage, command, folder, before, winner, {}))
                say(loss);
            for (const Outcome& each : {one, other}) {
                if (each.exit != command.exit && (each.exit != 1 || each.err.empty()))
                    say("the loser did not say why");
            }
        }
    }
    return report;
}

Report flippedBytes(const Stage& stage, Effort effort)
{
    Report report;
    Random random(effort.seed);
    const std::string sound = bytesOf(stage.pristine() / "s.twelvefold");
    const Arguments tell{"cohort", "--store", "s.twelvefold"};
    const std::string told = stage.run(stage.pristine(), tell).out;
    int named = 0;
    for (int moment = 0; moment < effort.moments * 10; ++moment) {
        const Folder folder(stage.pristine());
        std::string bytes = sound;
        const auto at =
            static_cast<std::size_t>(between(random, 0, static_cast<int>(bytes.size()) - 1));
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << between(random, 0, 7)));
        write(folder / "s.twelvefold", bytes);
        const Outcome checked = stage.run(folder.path(), {"check", "--store", "s.twelvefold"});
        ++report.tried;
        const std::string where = "a bit flipped in byte " + std::to_string(at);
        if (checked.hung || checked.signal != 0 ||
            checked.err.find("fault in the program") != std::string::npos)
            report.lost.push_back(where + ": " + checked.inWords());
        named += checked.exit != 0;
        if (checked.exit == 0 && stage.run(folder.path(), tell).out != told)
            report.lost.push_back(where + ": children's records were altered and check is content");
    }
    report.remark = std::to_string(named) + " of " + std::to_string(report.tried) + " named";
    return report;
}

std::vector<Trial> allTrials()
{
    const auto whole = [](Report (*trial)(const Stage&)) {
        return [trial](const Stage& stage, Effort) { return trial(stage); };
    };
    return {{"kills", killsAtAnyMoment},    {"calls", callsThatFail},
            {"full-disks", fullDisks},      {"deaf-output", whole(deafOutput)},
            {"two-at-once", twoAtOnce},     {"precious-targets", whole(preciousTargets)},
            {"odd-names", whole(oddNames)}, {"odd-inputs", whole(oddInputs)},
            {"flipped-bytes", flippedBytes}};
}

} // namespace twelvefold::torture
