// SPDX-License-Identifier: GPL-3.0-or-later
#include "torture/means.h"

namespace twelvefold::torture {

std::optional<Call> anyCall(Random& random, const Command& command, const std::string& name)
{
    const auto which = std::ranges::find(kCalls, name) - kCalls.begin();
    const int all = command.calls[static_cast<std::size_t>(which)];
    return all == 0 ? std::nullopt : std::optional(Call{name, between(random, 1, all), all});
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

std::map<std::string, std::string> shim(const Folder& folder, const Call& call,
                                        const std::string& how)
{
    return {{"LD_PRELOAD", TWELVEFOLD_SHIM},
            {"TORTURE_UNDER", folder.path().string()},
            {"TORTURE_CALL", call.name},
            {"TORTURE_NTH", std::to_string(call.nth)},
            {"TORTURE_HOW", how}};
}

} // namespace twelvefold::torture
