// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/framework_file.h"
#include "workbench/demo/council.h"
#include "workbench/workbench.h"

namespace twelvefold::workbench {
namespace {

constexpr MessageKind kSize{
    "demonstration-size",
    TWELVEFOLD_TEXT("Message", "A demonstration council has 10 to 1,000,000 children, not %1.")};
constexpr MessageKind kStopped{
    "demonstration-stopped",
    TWELVEFOLD_TEXT("Message", "Stopped: no demonstration council was made.")};
constexpr MessageKind kMade{"demonstration-made",
                            TWELVEFOLD_TEXT("Message", "Make the demonstration council")};
constexpr const char* kAuthor = "Twelvefold";

// Thrown to leave Store::fill without keeping anything.
struct Stopped
{
};

void removeFile(const std::filesystem::path& path)
{
    std::error_code ignored; // nothing more can be done about a file that will not go
    std::filesystem::remove(path, ignored);
}

} // namespace

Result<Done> makeDemonstration(const std::filesystem::path& out,
                               const DemonstrationOptions& options, const Progress& progress,
                               std::stop_token stop)
{
    if (options.children < 10 || options.children > 1'000'000)
        return Message{kSize, {static_cast<std::int64_t>(options.children)}};
    const NeedsFramework& framework = exchange::builtInFramework();
    auto created = store::Store::create(out, demo::councilName(), framework, kAuthor);
    if (!created)
        return created.failure();
    std::unique_ptr<store::Store> store = std::move(created).value();
    const FrameworkId id = store->frameworks().front().id;
    try {
        store->fill({kMade, {}}, kAuthor, [&](store::Writer& writer) {
            if (!demo::writeCouncil(writer, {id, framework}, options, progress, stop))
                throw Stopped();
        });
    } catch (const Stopped&) {
        store.reset();
        removeFile(out);
        return Message{kStopped, {}};
    } catch (const store::WorldError& error) {
        store.reset();
        removeFile(out);
        return error.message();
    }
    return Done{};
}

} // namespace twelvefold::workbench
