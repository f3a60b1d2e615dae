// SPDX-License-Identifier: GPL-3.0-or-later
#include "torture/judge.h"
#include "torture/means.h"
#include "torture/trials.h"

#include <chrono>
#include <future>
#include <thread>

// Two that write the same at once.
namespace twelvefold::torture {
namespace {

// What became of two runs of one command, neither of which was tormented otherwise: one at least
// was done, a new store was made once, and the target is whole.
void judgeBoth(Report& report, const Stage& stage, const Command& command, const Folder& folder,
               const Contents& before, const std::array<Outcome, 2>& both,
               const std::string& circumstances)
{
    const auto say = [&](const std::string& what) {
        report.lost.push_back("two of " + command.name + circumstances + ": " + what + "; " +
                              both[0].inWords() + "; " + both[1].inWords());
    };
    const auto done = std::ranges::count(both, command.exit, &Outcome::exit);
    if (done == 0 || (done == 2 && command.isDoneOnce()))
        say(std::to_string(done) + " were done");
    const Outcome& winner = both[0].exit == command.exit ? both[0] : both[1];
    for (const std::string& loss : losses(stage, command, folder, before, winner, {}))
        say(loss);
    for (const Outcome& each : both) {
        if (each.exit != command.exit && (each.exit != 1 || each.err.empty()))
            say("the loser did not say why");
    }
}

// Starts a command and waits until it stands still in a call, or has ended without reaching it.
class Held
{
public:
    Held(const Stage& stage, const Folder& folder, const Command& command, const Call& call,
         const std::string& how)
        : m_file(m_aside / "held"), m_run(std::async(std::launch::async, [&, call, how] {
              Conditions conditions{shim(folder, call, how)};
              conditions.environment["TORTURE_HELD"] = m_file.string();
              return stage.run(folder.path(), command.arguments, conditions);
          }))
    {
        while (!fs::exists(m_file) &&
               m_run.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready)
            ;
    }
    ~Held() { fs::remove(m_file); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

    Outcome letGo()
    {
        fs::remove(m_file);
        return m_run.get();
    }

private:
    const Folder m_aside;
    const fs::path m_file;
    std::future<Outcome> m_run;
};

void tryHeld(Report& report, const Stage& stage, const Command& command, const Call& call,
             bool killed)
{
    const auto made = stage.folderFor(command);
    const Folder& folder = *made;
    const Contents before = contentsOf(folder.path());
    Held held(stage, folder, command, call, killed ? "hold and kill" : "hold");
    const Outcome second = stage.run(folder.path(), command.arguments);
    const Outcome first = held.letGo();
    ++report.tried;
    const std::string circumstances =
        ", one held in " + call.inWords() + (killed ? " and then killed" : "");
    if (!killed || first.signal == 0)
        return judgeBoth(report, stage, command, folder, before, {first, second}, circumstances);
    for (const std::string& loss : losses(stage, command, folder, before, first, {true}))
        report.lost.push_back("two of " + command.name + circumstances + ": " + loss + "; " +
                              second.inWords());
    if (second.exit != command.exit && (second.exit != 1 || second.err.empty()))
        report.lost.push_back("two of " + command.name + circumstances + ": the second " +
                              second.inWords());
}

} // namespace

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
            judgeBoth(report, stage, command, folder, before, {one, other}, "");
        }
    }
    return report;
}

Report heldWhileOthersWork(const Stage& stage, Effort effort)
{
    Report report;
    Random random(effort.seed);
    for (const Command& command : stage.commands()) {
        for (int moment = 0; moment < effort.moments; ++moment) {
            for (const bool killed : {false, true}) {
                const std::string name =
                    kCalls[static_cast<std::size_t>(between(random, 0, int(kCalls.size()) - 1))];
                if (const auto call = anyCall(random, command, name))
                    tryHeld(report, stage, command, *call, killed);
            }
        }
    }
    return report;
}

} // namespace twelvefold::torture
