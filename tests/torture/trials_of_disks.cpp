// SPDX-License-Identifier: GPL-3.0-or-later
#include "torture/judge.h"
#include "torture/means.h"
#include "torture/small_disk.h"
#include "torture/trials.h"

// Disks that take no more.
namespace twelvefold::torture {
namespace {

// What it reads lies where there is room.
Command readingElsewhere(const Command& command, const fs::path& inputs)
{
    Command moved = command;
    for (std::string& word : moved.arguments) {
        if (word != command.target && fs::exists(inputs / word))
            word = (inputs / word).string();
    }
    return moved;
}

// With so much left on the disk; where that is too little, once more with the room that it needs.
void tryOn(Report& report, const Stage& stage, const Command& command, const Folder& folder,
           const SmallDisk& disk, int left)
{
    disk.leave(static_cast<std::uint64_t>(left));
    Contents before = contentsOf(folder.path());
    const Outcome outcome = stage.run(folder.path(), command.arguments);
    ++report.tried;
    const auto judge = [&](const Outcome& of, const std::string& when) {
        for (const std::string& loss : losses(stage, command, folder, before, of, {}))
            report.lost.push_back(command.name + when + ": " + loss + "; " + of.inWords());
    };
    judge(outcome, " with " + std::to_string(left) + " bytes left on the disk");
    disk.empty();
    before.erase(SmallDisk::kFiller);
    if (outcome.exit == 1)
        judge(stage.run(folder.path(), command.arguments), " when there is room again");
}

} // namespace

Report fullDisks(const Stage& stage, Effort effort)
{
    Report report;
    Random random(effort.seed);
    for (const Command& command : stage.commands()) {
        const int size = static_cast<int>(command.bytes);
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

Report smallDisks(const Stage& stage, Effort effort)
{
    Report report;
    if (const auto why = SmallDisk::whyNone()) {
        report.skipped = *why;
        return report;
    }
    constexpr int kSmall = 3 << 20, kTiny = 64 << 10;
    Random random(effort.seed);
    for (const Command& command : stage.commands()) {
        for (int moment = 0; moment < effort.moments; ++moment) {
            {
                const Folder folder;
                const SmallDisk disk(folder.path(), kSmall);
                fs::copy(stage.pristine(), folder.path(), fs::copy_options::recursive);
                putOlder(command, folder);
                tryOn(report, stage, command, folder, disk,
                      between(random, 0, 2 * static_cast<int>(command.bytes)));
            }
            if (command.writes == Command::Writes::changedStore) // which would not fit
                continue;
            const Folder folder;
            const SmallDisk disk(folder.path(), kTiny);
            putOlder(command, folder);
            tryOn(report, stage, readingElsewhere(command, stage.pristine()), folder, disk,
                  between(random, 0, kTiny));
        }
    }
    return report;
}

} // namespace twelvefold::torture
