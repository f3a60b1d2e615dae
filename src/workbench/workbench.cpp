// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench.h"

#include "domain/free_text.h"
#include "exchange/framework_file.h"
#include "workbench/workbench_private.h"

namespace twelvefold::workbench {
namespace {

constexpr Word kCouncil{TWELVEFOLD_TEXT("Word", "The council's name")};
constexpr MessageKind kNoRecords{
    "census-no-records",
    TWELVEFOLD_TEXT("Message", "The store has no records yet: nothing is known of %1.")};
constexpr MessageKind kBeforeRecords{
    "census-before-records",
    TWELVEFOLD_TEXT("Message", "The records begin on %1: nothing is known of %2.")};
constexpr MessageKind kAfterRecords{
    "census-after-records",
    TWELVEFOLD_TEXT("Message", "The records end on %1: who was in care then and is not known to "
                               "have left is counted on %2, with what was known by then.")};
constexpr MessageKind kToCome{
    "census-to-come",
    TWELVEFOLD_TEXT("Message", "%2 is still to come, and the records end on %1.")};

} // namespace

CohortFilter comparableFilter()
{
    CohortFilter filter;
    filter.notCompared = exchange::placementKinds().notCompared();
    return filter;
}

DaysKnown daysKnown(const DayRecords& records, const CohortFilter& filter,
                    const analysis::Options& options, std::stop_token stop)
{
    const domain::PlacementKinds& kinds = exchange::placementKinds();
    const auto day = [&](const Cohort& cohort, const CostScope& costs) {
        CohortFilter counted;
        counted.costs = costs;
        const auto everyone = std::make_shared<const Cohort>(cohort.filtered(counted));
        return analysis::DayOfQuestions{everyone,
                                        std::make_shared<const analysis::PaidCare>(
                                            analysis::paidCare(*everyone, kinds, options, stop))};
    };
    const CostScope all;
    DaysKnown days{day(*records.everyone, all), day(*records.monthEarlier, all), nullptr};
    days.counted =
        filter.costs == all ? days.now.paidCare : day(*records.everyone, filter.costs).paidCare;
    return days;
}

analysis::OfTheDay ofTheDay(const DayRecords& records, const DaysKnown& days,
                            const analysis::Options& options, std::stop_token stop)
{
    return {days.counted,
            std::make_shared<const analysis::Worklist>(
                analysis::worklist(days.now, days.monthEarlier, records.putAside, options, stop)),
            records.yearEarlier};
}

analysis::OfTheDay ofTheDay(const DayRecords& records, const CohortFilter& filter,
                            const analysis::Options& options, std::stop_token stop)
{
    return ofTheDay(records, daysKnown(records, filter, options, stop), options, stop);
}

analysis::OfTheDay filtered(const analysis::OfTheDay& day, const DayRecords& records,
                            const CohortFilter& filter)
{
    CohortFilter whom = filter;
    whom.notCompared.clear();
    return {day.paidCare,
            std::make_shared<const analysis::Worklist>(
                day.worklist->amongst(records.everyone->filtered(whom))),
            std::make_shared<const Cohort>(records.yearEarlier->filtered(filter))};
}

Workbench::Workbench(std::unique_ptr<Private> parts) : d(std::move(parts)) {}
Workbench::~Workbench() = default;

store::Opened Workbench::open(const std::filesystem::path& path, std::unique_ptr<Workbench>& out,
                              std::string author, store::Access access)
{
    store::Opened opened = store::Store::open(path, access);
    out = over(opened, std::move(author));
    return opened;
}

store::Opened Workbench::repair(const std::filesystem::path& path, std::unique_ptr<Workbench>& out,
                                std::string author)
{
    store::Opened opened = store::Store::repair(path, author);
    out = over(opened, std::move(author));
    return opened;
}

std::unique_ptr<Workbench> Workbench::over(store::Opened& opened, std::string author)
{
    if (opened.store == nullptr)
        return nullptr;
    auto parts = std::make_unique<Private>();
    parts->store = std::move(opened.store);
    parts->author = std::move(author);
    return std::unique_ptr<Workbench>(new Workbench(std::move(parts)));
}

Result<std::unique_ptr<Workbench>> Workbench::create(const std::filesystem::path& path,
                                                     const std::string& councilName,
                                                     std::string author)
{
    if (auto fault = faultInText(kCouncil, councilName))
        return std::move(*fault);
    return over(store::Store::create(path, councilName, exchange::builtInFramework(), author),
                author);
}

Result<std::unique_ptr<Workbench>>
Workbench::create(const files::OutputFile& file, const std::string& councilName, std::string author)
{
    if (auto fault = faultInText(kCouncil, councilName))
        return std::move(*fault);
    return over(store::Store::create(file, councilName, exchange::builtInFramework(), author),
                author);
}

Result<std::unique_ptr<Workbench>> Workbench::over(Result<std::unique_ptr<store::Store>> created,
                                                   std::string author)
{
    if (!created)
        return created.failure();
    auto parts = std::make_unique<Private>();
    parts->store = std::move(created).value();
    parts->author = std::move(author);
    return std::unique_ptr<Workbench>(new Workbench(std::move(parts)));
}

const store::Store& Workbench::store() const
{
    return *d->store;
}

const std::string& Workbench::author() const
{
    return d->author;
}

void Workbench::setAuthor(std::string author)
{
    d->author = std::move(author);
}

// Records that people keep themselves say what is so until they say otherwise: they run to today,
// as a return does to the end of its year.
std::optional<std::pair<Date, Date>> Workbench::recordedSpan() const
{
    auto span = d->store->recordedSpan();
    if (span && d->store->runsOnByHand())
        span->second = std::max(span->second, scoringDay(today()));
    return span;
}

// The last 31 March of the records; where they began after it, their last day so far.
Date Workbench::defaultCensus() const
{
    const auto span = recordedSpan();
    const Date last = lastCensusDay(span ? span->second : today());
    return span && last < span->first ? span->second : last;
}

std::optional<Message> Workbench::censusDoubt(Date census) const
{
    const auto span = recordedSpan();
    if (!span)
        return Message{kNoRecords, {census}};
    if (census < span->first)
        return Message{kBeforeRecords, {span->first, census}};
    if (census <= span->second)
        return std::nullopt;
    return Message{census > today() ? kToCome : kAfterRecords, {span->second, census}};
}

store::StoredFramework Workbench::currentFramework() const
{
    const auto frameworks = d->store->frameworks();
    if (frameworks.empty())
        throw std::logic_error("a store without a needs framework");
    return frameworks.front();
}

std::shared_ptr<const Cohort> Workbench::cohort(Date census) const
{
    Cohort everyone = d->store->cohort(census);
    everyone.comparedWithNobody = exchange::placementKinds().notCompared();
    return std::make_shared<const Cohort>(std::move(everyone));
}

DayRecords Workbench::dayRecords(std::shared_ptr<const Cohort> everyone) const
{
    const Date month = everyone->census.plusMonths(-1), year = everyone->census.plusMonths(-12);
    return {std::move(everyone), cohort(month), cohort(year), d->store->putAsides()};
}

std::optional<store::Step> Workbench::nextUndo() const
{
    return d->store->nextUndo();
}

std::optional<store::Step> Workbench::nextRedo() const
{
    return d->store->nextRedo();
}

Result<store::Step> Workbench::undo()
{
    return d->store->undo(d->author);
}

Result<store::Step> Workbench::redo()
{
    return d->store->redo(d->author);
}

void Workbench::onChange(std::function<void(const store::ChangeNotice&)> listener)
{
    d->store->onChange(std::move(listener));
}

Result<Done> Workbench::backup(const std::filesystem::path& to,
                               store::Store::Existing existing) const
{
    return d->store->backup(to, existing);
}

} // namespace twelvefold::workbench
