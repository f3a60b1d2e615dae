// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import.h"
#include "exchange/placement_standard_workbook.h"
#include "exchange/row_reader.h"
#include "files/names.h"
#include "files/output_file.h"
#include "workbench/workbench.h"
#include "workbench/workbench_private.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <tuple>

// The national data standard for placements, from what the records say.
namespace twelvefold::workbench {
namespace {

constexpr MessageKind kNotWritten{
    "placements-not-written",
    TWELVEFOLD_TEXT("Message", "“%1” cannot be written: the disk, or the one for temporary files, "
                               "is full or refused to take it.")};

using Weekly = std::map<CostComponent, Money>;

// What a child's records say.
struct OfChild
{
    std::string localId;
    std::vector<PlacementRequest> requests;
    std::vector<Placement> placements;
    std::vector<CostLine> lines;
    std::vector<Episode> episodes;
};

// By component, what the lines that count come to on a day. The standard has no part for health.
Weekly weeklyOn(Date day, const OfChild& child, const std::function<bool(const CostLine&)>& counts)
{
    Weekly weekly;
    for (const CostLine& line : child.lines) {
        const auto amount = inWeeklyTerms(line);
        if (!line.period.contains(day) || !amount || !counts(line))
            continue;
        const bool isHealth = line.component == CostComponent::health;
        weekly[isHealth ? CostComponent::other : line.component] += *amount;
    }
    std::erase_if(weekly, [](const auto& part) { return part.second <= Money(); });
    return weekly;
}

Weekly paidFor(const PlacementRequest& request, const OfChild& child)
{
    constexpr int kBeside = 7; // days from the agreed start, where no placement is known
    const Placement* found = placementFoundBy(request, child.placements);
    const Date start = *request.placedOn;
    const Date day = found != nullptr ? std::max(start, found->period.start) : start;
    return weeklyOn(day, child, [&](const CostLine& line) {
        const auto of = placementPaidFor(line, child.placements);
        if (found != nullptr)
            return of ? *of == found->id : line.period.start == start;
        return std::abs(daysBetween(start, line.period.start)) <= kBeside;
    });
}

void sayCosts(PlacementRequest& request, const Weekly& weekly, bool isSplit)
{
    Money total;
    for (const RequestCost& cost : requestCosts()) {
        const auto part = weekly.find(cost.component);
        const bool has = part != weekly.end();
        total += has ? part->second : Money();
        request.say(cost.field, has && isSplit ? part->second.plain() : std::string());
    }
    request.say(request_field::total, total.plain());
}

// As it came, unless the records say by now that something else is paid.
PlacementRequest givenBack(PlacementRequest request, const OfChild& child)
{
    if (!request.placedOn)
        return request;
    const Weekly weekly = paidFor(request, child);
    if (weekly.empty() || weekly == agreedCosts(request))
        return request;
    const bool isCoreAlone = weekly.size() == 1 && weekly.contains(CostComponent::core);
    sayCosts(request, weekly, !(isUnsplit(request) && isCoreAlone));
    return request;
}

// The first part of where the child lives, as the return says it.
std::string locationOf(const Placement& placement, const OfChild& child)
{
    std::string location;
    for (const Episode& episode : child.episodes) {
        const bool isThere =
            placement.period.contains(episode.start) && !episode.placePostcode.empty();
        if (isThere)
            location = outcodeOf(episode.placePostcode.reveal());
    }
    return location;
}

std::string urnOf(const Placement& placement, const std::vector<Provider>& providers)
{
    if (placement.setting == Setting::unregistered)
        return kUnregisteredHome;
    const auto provider = std::ranges::find_if(providers, [&](const Provider& one) {
        return placement.provider && one.id == *placement.provider;
    });
    return provider != providers.end() && exchange::isUrn(provider->urn) ? provider->urn
                                                                         : std::string();
}

// A placement that no request led to, as far as the standard asks what the records know.
PlacementRequest filledFrom(const Placement& placement, const OfChild& child,
                            const std::vector<Provider>& providers, Date census)
{
    PlacementRequest request;
    request.placedOn = placement.period.start;
    request.referredOn = placement.referredOn;
    if (placement.deprivationOfLiberty)
        request.say(request_field::deprivationOfLiberty,
                    *placement.deprivationOfLiberty ? "Yes" : "No");
    request.say(request_field::urn, urnOf(placement, providers));
    request.say(request_field::type, placementType(placement.setting));
    request.say(request_field::location, locationOf(placement, child));
    const Date day = placement.period.contains(census) ? census : placement.period.start;
    const Weekly weekly = weeklyOn(day, child, [&](const CostLine& line) {
        return placementPaidFor(line, child.placements) == placement.id;
    });
    if (!weekly.empty())
        sayCosts(request, weekly, true);
    return request;
}

bool isAsked(std::optional<Date> day, const PlacementsAsked& asked)
{
    return day && (!asked.from || *asked.from <= *day) && (!asked.to || *day <= *asked.to);
}

// Nobody sought, or pays for, a place at home or with those who adopt.
bool isSought(const Placement& placement)
{
    return placement.setting != Setting::withParents && placement.setting != Setting::adoption;
}

bool isWhole(const std::filesystem::path& workbook)
{
    const auto sheets = exchange::openFile(workbook);
    return exchange::firstLook(*sheets.front()).kind == exchange::FileKind::placementStandard;
}

class PlacementRows
{
public:
    PlacementRows(const store::Store& store, const PlacementsAsked& asked)
        : m_asked(asked), m_isOfDays(asked.from || asked.to), m_providers(store.providers())
    {
        const auto children = store.allChildren();
        auto requests = store.allPlacementRequests();
        auto placements = store.allPlacements();
        auto lines = store.allCostLines();
        auto episodes = store.allEpisodes();
        for (const auto& [id, child] : children)
            take({child.localId, std::move(requests[id]), std::move(placements[id]),
                  std::move(lines[id]), std::move(episodes[id])});
        std::ranges::sort(rows, {}, [](const exchange::StandardRow& row) {
            const PlacementRequest& request = row.request;
            return std::tuple(request.placedOn ? request.placedOn : request.referredOn, row.childId,
                              request.id);
        });
    }

    std::vector<exchange::StandardRow> rows;
    PlacementsWritten written;

private:
    void take(const OfChild& child)
    {
        std::set<PlacementId> spokenOf;
        for (const PlacementRequest& request : child.requests) {
            if (const Placement* found = placementFoundBy(request, child.placements))
                spokenOf.insert(found->id);
            const auto day = request.placedOn ? request.placedOn : request.referredOn;
            if (!m_isOfDays || isAsked(day, m_asked))
                add(child, givenBack(request, child), written.requests);
        }
        for (const Placement& placement : child.placements) {
            const bool isWanted = m_isOfDays ? isAsked(placement.period.start, m_asked)
                                             : placement.period.contains(m_asked.census);
            if (isWanted && isSought(placement) && !spokenOf.contains(placement.id))
                add(child, filledFrom(placement, child, m_providers, m_asked.census),
                    written.others);
        }
    }

    void add(const OfChild& child, PlacementRequest request, std::int64_t& counted)
    {
        ++counted;
        written.withoutId += child.localId.empty();
        rows.push_back({child.localId, std::move(request)});
    }

    PlacementsAsked m_asked;
    bool m_isOfDays;
    std::vector<Provider> m_providers;
};

} // namespace

Result<PlacementsWritten> Workbench::exportPlacements(const std::filesystem::path& to,
                                                      const PlacementsAsked& asked) const
{
    auto file = files::OutputFile::begin(to);
    if (!file)
        return file.failure();
    const PlacementRows all(*d->store, asked);
    // On a full disk the library may say that all is well: what was written is read back.
    if (!exchange::writePlacementStandard(all.rows, file->path()) || !isWhole(file->path()))
        return Message{kNotWritten, {files::shownName(file->name())}};
    if (const auto done = file->commit(); !done)
        return done.failure();
    return all.written;
}

} // namespace twelvefold::workbench
