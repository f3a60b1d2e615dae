// SPDX-License-Identifier: GPL-3.0-or-later
#include "torture/judge.h"

#include <algorithm>
#include <csignal>

namespace twelvefold::torture {
namespace {

using Writes = Command::Writes;

enum class State
{
    old,
    fresh,
    ruined
};

bool isLeftover(const std::string& name)
{
    return (name.starts_with('.') && name.find(".unfinished") != std::string::npos) ||
           name.ends_with("-journal") || name.ends_with(".lock");
}

// Of a document that tells the time: that it begins and ends as its kind does, and is as long.
bool looksWhole(const std::string& bytes, const std::string& like)
{
    const auto longer = std::max(bytes.size(), like.size());
    const auto shorter = std::min(bytes.size(), like.size());
    if (longer - shorter > 64 + longer / 50 || bytes.substr(0, 4) != like.substr(0, 4))
        return false;
    if (bytes.starts_with("%PDF"))
        return bytes.find("%%EOF", bytes.size() - 16) != std::string::npos;
    if (bytes.starts_with("PK"))
        return bytes.rfind("PK\x05\x06") == bytes.size() - 22;
    return true;
}

State stateOf(const Stage& stage, const Command& command, const Folder& folder,
              const Contents& before, const Contents& after)
{
    const auto was = before.find(command.target), is = after.find(command.target);
    const bool sameAsBefore =
        was == before.end() ? is == after.end() : is != after.end() && is->second == was->second;
    const bool journal = after.contains(command.target + "-journal");
    if (sameAsBefore && !journal)
        return State::old;
    if (is == after.end())
        return State::ruined;
    if (!command.writesStore()) {
        const bool whole = command.alwaysTheSame ? is->second == command.result
                                                 : looksWhole(is->second, command.result);
        return whole ? State::fresh : State::ruined;
    }
    const auto held = stage.held(folder.path(), command.target);
    if (held == command.result)
        return State::fresh;
    const bool isOld = command.writes == Writes::changedStore && held &&
                       held == stage.held(stage.pristine(), command.target);
    return isOld ? State::old : State::ruined;
}

std::vector<std::string> lostBeside(const Command& command, const Contents& before,
                                    const Contents& after, Leeway leeway)
{
    std::vector<std::string> lost;
    for (const auto& [name, bytes] : before) {
        const auto found = after.find(name);
        if (name != command.target && (found == after.end() || found->second != bytes))
            lost.push_back(name + " was changed");
    }
    for (const auto& [name, bytes] : after) {
        // By which the next to open the store brings it back, where the disk refused that too.
        const bool bringsBack =
            command.writes == Writes::changedStore && name == command.target + "-journal";
        const bool allowed =
            bringsBack || ((leeway.killed || leeway.notRemoved) && isLeftover(name));
        if (name != command.target && !before.contains(name) && !allowed)
            lost.push_back(name + " was left");
    }
    return lost;
}

bool saidUnsure(const Outcome& outcome)
{
    return outcome.err.find("did not confirm") != std::string::npos;
}

std::vector<std::string> lies(const Command& command, const Outcome& outcome, State state,
                              Leeway leeway)
{
    std::vector<std::string> lost;
    if (outcome.hung)
        return {"it hung"};
    if (outcome.err.find("fault in the program") != std::string::npos)
        lost.push_back("it called it a fault in the program");
    if (outcome.signal != 0) {
        if (!leeway.killed && outcome.signal != SIGINT) // which came before it listened
            lost.push_back("it fell over");
        return lost;
    }
    if (command.sameAsBefore && state == State::old && outcome.exit == command.exit)
        state = State::fresh;
    if (outcome.exit == 130) // stopped before or after, and says neither
        return lost;
    const bool refused = outcome.exit == 1;
    if (outcome.exit == command.exit && state != State::fresh)
        lost.push_back("it said that it was done");
    else if (refused && state != State::old && !command.sameAsBefore && !leeway.answerMayFail &&
             !saidUnsure(outcome))
        lost.push_back("it said that nothing was changed");
    else if (!refused && outcome.exit != command.exit)
        lost.push_back("it ended with another code");
    if (outcome.exit == 1 && outcome.err.empty())
        lost.push_back("it did not say why");
    return lost;
}

// After a kill the same command finds its way and tidies up.
std::vector<std::string> notRecovered(const Stage& stage, const Command& command,
                                      const Folder& folder, const Contents& before, State state)
{
    const Outcome again = stage.run(folder.path(), command.arguments);
    std::vector<std::string> lost = lostBeside(command, before, contentsOf(folder.path()), {});
    const bool taken = state == State::fresh && command.isDoneOnce();
    if (again.exit != (taken ? 1 : command.exit))
        lost.push_back("run again: " + again.inWords());
    const auto after = contentsOf(folder.path());
    const State now = stateOf(stage, command, folder, before, after);
    if (now != State::fresh && !(command.sameAsBefore && now == State::old))
        lost.push_back("it was not mended by running it again");
    return lost;
}

} // namespace

std::vector<std::string> losses(const Stage& stage, const Command& command, const Folder& folder,
                                const Contents& before, const Outcome& outcome, Leeway leeway)
{
    const Contents after = contentsOf(folder.path());
    std::vector<std::string> lost = lostBeside(command, before, after, leeway);
    const State state = stateOf(stage, command, folder, before, after);
    if (state == State::ruined)
        lost.push_back(command.target + " is neither the old nor the new");
    std::ranges::move(lies(command, outcome, state, leeway), std::back_inserter(lost));
    if (lost.empty() && leeway.killed)
        std::ranges::move(notRecovered(stage, command, folder, before, state),
                          std::back_inserter(lost));
    return lost;
}

} // namespace twelvefold::torture
