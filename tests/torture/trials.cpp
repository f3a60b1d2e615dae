// SPDX-License-Identifier: GPL-3.0-or-later
#include "torture/trials.h"

#include "torture/judge.h"
#include "torture/means.h"

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace twelvefold::torture {
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
    const std::vector<Way> ways{{"write", io},
                                {"write", full, true},
                                {"write", "short"},
                                {"write", "kill"},
                                {"sync", io},
                                {"sync", io, true},
                                {"sync", "kill"},
                                {"place", io},
                                {"place", "kill"},
                                {"place", std::to_string(EPERM)}, // a share without second names
                                {"remove", io},
                                {"remove", "kill"},
                                {"make", full},
                                {"make", io, true},
                                {"make", "kill"},
                                {"write", "interrupt"},
                                {"sync", "interrupt"},
                                {"place", "interrupt"},
                                {"remove", "interrupt"},
                                {"make", "interrupt"}};
    Report report;
    Random random(effort.seed);
    for (const Command& command : stage.commands()) {
        for (int moment = 0; moment < effort.moments * static_cast<int>(ways.size()) / 3;
             ++moment) {
            const Way& way = ways[static_cast<std::size_t>(
                between(random, 0, static_cast<int>(ways.size()) - 1))];
            const auto call = anyCall(random, command, way.call);
            if (!call)
                continue;
            tryOnce(report, stage, command,
                    call->inWords() + " " + way.how + (way.on ? " from there on" : ""),
                    [&](const Folder& folder) {
                        Conditions conditions{shim(folder, *call, way.how)};
                        if (way.on)
                            conditions.environment["TORTURE_ON"] = "1";
                        return conditions;
                    },
                    {way.how == "kill", way.call == "remove"});
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
            {"two-at-once", twoAtOnce},     {"held", heldWhileOthersWork},
            {"small-disks", smallDisks},    {"precious-targets", whole(preciousTargets)},
            {"odd-names", whole(oddNames)}, {"odd-inputs", whole(oddInputs)},
            {"flipped-bytes", flippedBytes}};
}

} // namespace twelvefold::torture
