// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/framework_file.h"
#include "files/output_file.h"
#include "workbench/demo/council.h"
#include "workbench/demo/truth.h"
#include "workbench/workbench_private.h"

#include <limits>
#include <string_view>

namespace twelvefold::workbench {
namespace {

constexpr MessageKind kSize{
    "demonstration-size",
    TWELVEFOLD_TEXT("Message", "A demonstration council has 10 to 1,000,000 children, not %1.")};
constexpr std::size_t kPlantedOneIn = 5;
constexpr MessageKind kPlanted{
    "demonstration-planted",
    TWELVEFOLD_TEXT("Message", "At most one price in five can be planted: of %1 children, %2.")};
constexpr MessageKind kTruthIsTheStore{
    "demonstration-truth-is-the-store",
    TWELVEFOLD_TEXT("Message", "%1 is to be the demonstration council itself: choose another name "
                               "for the truth about it.")};
constexpr MessageKind kTruthNotKept{
    "demonstration-truth-not-kept",
    TWELVEFOLD_TEXT("Message", "The demonstration council was made; the truth about it could not "
                               "be kept. %1")};
// Its argument is not said: it is the day on which time stands still there.
constexpr MessageKind kMade{"demonstration-made",
                            TWELVEFOLD_TEXT("Message", "Make the demonstration council")};
constexpr const char* kAuthor = "Twelvefold";

// Thrown to leave Store::fill without keeping anything.
struct NotMade
{
    Message why;
};

bool isSameName(const std::filesystem::path& one, const std::filesystem::path& other)
{
    std::error_code error;
    const auto whole = [&](const std::filesystem::path& name) {
        return std::filesystem::weakly_canonical(std::filesystem::absolute(name, error), error);
    };
    return whole(one) == whole(other);
}

std::optional<Message> faultInOptions(const std::filesystem::path& out,
                                      const DemonstrationOptions& options)
{
    const auto children = static_cast<std::int64_t>(options.children);
    if (options.children < 10 || options.children > 1'000'000)
        return Message{kSize, {children}};
    const std::size_t most = options.children / kPlantedOneIn;
    if (options.planted > most)
        return Message{kPlanted, {children, static_cast<std::int64_t>(most)}};
    if (options.truth.empty())
        return std::nullopt;
    for (const auto& name : {options.truth, truthOfProviders(options.truth)}) {
        if (isSameName(name, out))
            return Message{kTruthIsTheStore, {name.string()}};
    }
    return std::nullopt;
}

Result<Done> fillDemonstration(const files::OutputFile& file, const DemonstrationOptions& options,
                               const Progress& progress, std::stop_token stop,
                               demo::TruthWriter* truth)
{
    const NeedsFramework& framework = exchange::builtInFramework();
    try {
        const auto store = store::Store::create(file, demo::councilName(), framework, kAuthor);
        if (!store)
            return store.failure();
        const FrameworkId id = (*store)->frameworks().front().id;
        (*store)->fill({kMade, {options.census}}, kAuthor, [&](store::Writer& writer) {
            const auto written =
                demo::writeCouncil(writer, {id, framework}, options, progress, stop, truth);
            if (!written)
                throw NotMade{written.failure()};
        });
    } catch (const NotMade& notMade) {
        return notMade.why;
    } catch (const store::WorldError& error) {
        return error.message();
    }
    return Done{};
}

} // namespace

std::filesystem::path truthOfProviders(const std::filesystem::path& truth)
{
    std::filesystem::path name = truth.stem();
    name += "-providers";
    name += truth.extension();
    return truth.parent_path() / name;
}

Result<Done> makeDemonstration(const std::filesystem::path& out,
                               const DemonstrationOptions& options, const Progress& progress,
                               std::stop_token stop)
{
    if (const auto fault = faultInOptions(out, options))
        return *fault;
    // Nobody finds a council that is half made, however this ends.
    auto file = files::OutputFile::begin(out, {}, files::Over::nothing);
    if (!file)
        return file.failure();
    std::optional<demo::TruthFiles> truth;
    if (!options.truth.empty()) {
        auto begun = demo::TruthFiles::begin(options.truth, {out});
        if (!begun)
            return begun.failure();
        truth.emplace(std::move(begun).value());
    }
    if (const auto filled =
            fillDemonstration(*file, options, progress, stop, truth ? &*truth : nullptr);
        !filled)
        return filled.failure();
    if (truth) {
        if (const auto settled = truth->settle(); !settled)
            return settled.failure();
    }
    if (const auto made = file->commit(); !made || !truth)
        return made;
    // What was made stands by then.
    if (const auto kept = truth->commit(); !kept)
        return Message{kTruthNotKept, {plainEnglish(kept.failure())}};
    return Done{};
}

std::optional<Date> Workbench::Private::dayStoodStill() const
{
    static const std::string demonstration = demo::councilName();
    if (store->councilName() != demonstration)
        return std::nullopt;
    for (const store::AuditEntry& entry : store->audit(std::numeric_limits<std::size_t>::max())) {
        const std::string_view code = entry.name.kind.code;
        if ((code != kMade.code && code != kDemonstrationTakenIn.code) ||
            entry.name.arguments.empty())
            continue;
        if (const Date* day = std::get_if<Date>(&entry.name.arguments.front()))
            return *day;
    }
    // One that an earlier version made does not say.
    const auto span = store->recordedSpan();
    return span ? std::optional(lastCensusDay(span->second)) : std::nullopt;
}

} // namespace twelvefold::workbench
