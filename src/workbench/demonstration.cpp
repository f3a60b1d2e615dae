// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/framework_file.h"
#include "files/output_file.h"
#include "workbench/demo/council.h"
#include "workbench/workbench_private.h"

#include <limits>
#include <string_view>

namespace twelvefold::workbench {
namespace {

constexpr MessageKind kSize{
    "demonstration-size",
    TWELVEFOLD_TEXT("Message", "A demonstration council has 10 to 1,000,000 children, not %1.")};
constexpr MessageKind kStopped{
    "demonstration-stopped",
    TWELVEFOLD_TEXT("Message", "Stopped: no demonstration council was made.")};
// Its argument is not said: it is the day on which time stands still there.
constexpr MessageKind kMade{"demonstration-made",
                            TWELVEFOLD_TEXT("Message", "Make the demonstration council")};
constexpr const char* kAuthor = "Twelvefold";

// Thrown to leave Store::fill without keeping anything.
struct Stopped
{
};

} // namespace

Result<Done> makeDemonstration(const std::filesystem::path& out,
                               const DemonstrationOptions& options, const Progress& progress,
                               std::stop_token stop)
{
    if (options.children < 10 || options.children > 1'000'000)
        return Message{kSize, {static_cast<std::int64_t>(options.children)}};
    const NeedsFramework& framework = exchange::builtInFramework();
    // Nobody finds a council that is half made, however this ends.
    auto file = files::OutputFile::begin(out, {}, files::Over::nothing);
    if (!file)
        return file.failure();
    try {
        const auto store = store::Store::create(*file, demo::councilName(), framework, kAuthor);
        if (!store)
            return store.failure();
        const FrameworkId id = (*store)->frameworks().front().id;
        (*store)->fill({kMade, {options.census}}, kAuthor, [&](store::Writer& writer) {
            if (!demo::writeCouncil(writer, {id, framework}, options, progress, stop))
                throw Stopped();
        });
    } catch (const Stopped&) {
        return Message{kStopped, {}};
    } catch (const store::WorldError& error) {
        return error.message();
    }
    return file->commit();
}

std::optional<Date> Workbench::Private::dayStoodStill() const
{
    static const std::string demonstration = demo::councilName();
    if (store->councilName() != demonstration)
        return std::nullopt;
    for (const store::AuditEntry& entry : store->audit(std::numeric_limits<std::size_t>::max())) {
        if (std::string_view(entry.name.kind.code) != kMade.code || entry.name.arguments.empty())
            continue;
        if (const Date* day = std::get_if<Date>(&entry.name.arguments.front()))
            return *day;
    }
    // One that an earlier version made does not say.
    const auto span = store->recordedSpan();
    return span ? std::optional(lastCensusDay(span->second)) : std::nullopt;
}

} // namespace twelvefold::workbench
