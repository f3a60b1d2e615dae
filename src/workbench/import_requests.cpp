// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_requests.h"
#include "workbench/import_decide.h"

#include "exchange/row_reader.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace twelvefold::workbench::import {
namespace {

constexpr MessageKind kToldTwice{
    "request-told-twice",
    TWELVEFOLD_TEXT("Message", "Two files differ about this request: where both speak, that of %1 "
                               "was taken.")};

constexpr int kDaysBeside = 7; // costs that begin so near to the agreed start are of it

bool isCostField(std::string_view code)
{
    const RequestField* field = findRequestField(code);
    return field != nullptr && field->kind == RequestFieldKind::amount;
}

// What was said before, with what is said now on top.
PlacementRequest withNews(PlacementRequest before, const PlacementRequest& now)
{
    const bool hasCosts = std::ranges::any_of(
        now.answers, [](const auto& entry) { return isCostField(entry.first); });
    if (hasCosts)
        std::erase_if(before.answers, [](const auto& entry) { return isCostField(entry.first); });
    for (const auto& [field, answer] : now.answers)
        before.answers.insert_or_assign(field, answer);
    if (now.referredOn)
        before.referredOn = now.referredOn;
    if (now.placedOn)
        before.placedOn = now.placedOn;
    return before;
}

bool isOlder(const PlacementRequest& a, const PlacementRequest& b)
{
    return a.date(request_field::pricedOn) < b.date(request_field::pricedOn);
}

// Rows of one request, the one to believe last.
using SameRequest = std::vector<RequestOffer*>;

std::vector<SameRequest> groupsOf(std::vector<RequestOffer>& offers)
{
    std::vector<RequestOffer*> inOrder;
    for (RequestOffer& offer : offers)
        inOrder.push_back(&offer);
    std::ranges::sort(inOrder, std::greater(), [](const RequestOffer* offer) {
        return std::tuple(offer->row->request.date(request_field::pricedOn), offer->file,
                          offer->row->row);
    });
    std::vector<SameRequest> groups;
    for (RequestOffer* offer : inOrder) {
        const auto same = std::ranges::find_if(groups, [&](const SameRequest& group) {
            return isSameRequest(group.front()->row->request, offer->row->request);
        });
        if (same == groups.end())
            groups.push_back({offer});
        else
            same->push_back(offer);
    }
    for (SameRequest& group : groups)
        std::ranges::reverse(group);
    return groups;
}

Fate takeRequest(ChildWork& work, PlacementRequest request, std::size_t file)
{
    const auto stored =
        std::ranges::find_if(work.storedRequests, [&](const PlacementRequest& known) {
            return isSameRequest(known, request) &&
                   std::ranges::none_of(work.requests, [&](const ChildWork::Request& taken) {
                       return taken.request.id == known.id;
                   });
        });
    if (stored == work.storedRequests.end()) {
        work.requests.push_back({std::move(request), file});
        return Fate::accepted;
    }
    request = isOlder(request, *stored) ? *stored : withNews(*stored, request);
    if (request == *stored)
        return Fate::unchanged;
    work.requests.push_back({std::move(request), file});
    return Fate::changed;
}

std::optional<bool> saidYes(const PlacementRequest& request, std::string_view field)
{
    const std::string answer = request.said(field);
    if (answer == "Yes")
        return true;
    return answer == "No" ? std::optional(false) : std::nullopt;
}

// Fills what nobody said, and changes what came from the same request.
template<class Value>
void complete(std::optional<Value>& known, std::optional<Value> now, std::optional<Value> before)
{
    if (now && (!known || known == before))
        known = now;
}

bool isOfAnother(const CostLine& line, const PlacementRequest& request, const ChildWork& work)
{
    return std::ranges::any_of(requestsAfter(work), [&](const PlacementRequest& other) {
        return other.placedOn == line.period.start && !isSameRequest(other, request);
    });
}

// What the records tell of what is paid from the agreed start on, in the same placement.
std::vector<CostLine> linesBeside(const PlacementRequest& request, const ChildWork& work,
                                  std::span<const Placement> placements,
                                  std::span<const CostLine> lines)
{
    const Placement* found = placementFoundBy(request, placements);
    std::vector<CostLine> beside;
    for (const CostLine& line : lines) {
        const auto paidFor = placementPaidFor(line, placements);
        const bool elsewhere = found != nullptr && paidFor && *paidFor != found->id;
        if (!line.credit && line.per != CostPer::once &&
            daysBetween(*request.placedOn, line.period.start) >= -kDaysBeside && !elsewhere &&
            !isOfAnother(line, request, work))
            beside.push_back(line);
    }
    return beside;
}

// Whether a line is what an earlier word of the request made, untouched since.
bool cameWith(const CostLine& line, const PlacementRequest& before)
{
    const auto agreed = agreedCosts(before);
    const auto part = agreed.find(line.component);
    return line.id && before.placedOn == line.period.start && line.per == CostPer::week &&
           line.funder == Funder::socialCare && part != agreed.end() && part->second == line.amount;
}

exchange::FinanceRow rowOf(const PlacementRequest& request, CostComponent component, Money amount)
{
    exchange::FinanceRow row;
    row.line.component = component;
    row.line.amount = amount;
    row.line.per = CostPer::week;
    row.line.period = {*request.placedOn, std::nullopt};
    const std::string urn = request.said(request_field::urn);
    if (urn == kUnregisteredHome)
        row.line.settingTold = Setting::unregistered;
    else if (exchange::isUrn(urn))
        row.urn = urn;
    return row;
}

} // namespace

void takeRequests(ChildWork& work, std::vector<RequestOffer>& offers,
                  const std::vector<exchange::ReadFile>& files)
{
    for (const SameRequest& group : groupsOf(offers)) {
        RequestOffer& last = *group.back();
        PlacementRequest request = group.front()->row->request;
        for (const RequestOffer* offer : group)
            request = withNews(std::move(request), offer->row->request);
        for (RequestOffer* offer : group) {
            if (offer != &last && offer->row->request != last.row->request)
                offer->doubts.push_back({kToldTwice, {files[last.file].name}});
        }
        last.fate = takeRequest(work, std::move(request), last.file);
        if (last.fate == Fate::changed)
            last.now = work.requests.back().request;
    }
}

std::vector<PlacementRequest> requestsAfter(const ChildWork& work)
{
    std::vector<PlacementRequest> all;
    for (const PlacementRequest& stored : work.storedRequests) {
        if (std::ranges::none_of(work.requests, [&](const ChildWork::Request& taken) {
                return taken.request.id == stored.id;
            }))
            all.push_back(stored);
    }
    for (const ChildWork::Request& taken : work.requests)
        all.push_back(taken.request);
    std::ranges::sort(all, {}, [](const PlacementRequest& request) {
        return std::tuple(request.placedOn, request.referredOn, request.id);
    });
    return all;
}

const PlacementRequest* storedVersion(const ChildWork& work, const PlacementRequest& request)
{
    const auto found = std::ranges::find(work.storedRequests, request.id, &PlacementRequest::id);
    return !request.id || found == work.storedRequests.end() ? nullptr : &*found;
}

void completePlacements(std::vector<Placement>& placements, const ChildWork& work)
{
    for (const PlacementRequest& request : requestsAfter(work)) {
        const Placement* found = placementFoundBy(request, placements);
        if (found == nullptr)
            continue;
        Placement& placement = placements[static_cast<std::size_t>(found - placements.data())];
        const PlacementRequest* stored = storedVersion(work, request);
        const PlacementRequest before = stored != nullptr ? *stored : PlacementRequest();
        complete(placement.deprivationOfLiberty,
                 saidYes(request, request_field::deprivationOfLiberty),
                 saidYes(before, request_field::deprivationOfLiberty));
        if (request.referredOn && *request.referredOn <= placement.period.start)
            complete(placement.referredOn, request.referredOn, before.referredOn);
    }
}

RequestCosts costsOf(const PlacementRequest& request, const ChildWork& work,
                     std::span<const Placement> placements, std::span<const CostLine> lines)
{
    RequestCosts costs;
    if (!request.placedOn)
        return costs;
    const auto agreed = agreedCosts(request);
    const std::vector<CostLine> beside = linesBeside(request, work, placements, lines);
    const PlacementRequest* before = storedVersion(work, request);
    const bool areOwn = std::ranges::all_of(
        beside, [&](const CostLine& line) { return before != nullptr && cameWith(line, *before); });
    if (!areOwn) {
        Money paid, wanted;
        for (const CostLine& line : beside) {
            if (std::abs(daysBetween(*request.placedOn, line.period.start)) <= kDaysBeside)
                paid += inWeeklyTerms(line).value_or(Money());
        }
        for (const auto& [component, amount] : agreed)
            wanted += amount;
        costs.differs = paid != Money() && wanted != Money() && paid != wanted;
        return costs;
    }
    for (const auto& [component, amount] : agreed) {
        const auto line = std::ranges::find(beside, component, &CostLine::component);
        if (line == beside.end()) {
            costs.add.push_back(rowOf(request, component, amount));
        } else if (line->amount != amount) {
            costs.change.push_back(*line);
            costs.change.back().amount = amount;
        }
    }
    for (const CostLine& line : beside) {
        if (!agreed.contains(line.component))
            costs.remove.push_back(line.id);
    }
    return costs;
}

void decideRequests(Deciding& deciding)
{
    std::map<std::string, std::vector<RequestOffer>> byChild;
    const auto& files = deciding.files();
    for (std::size_t f = 0; f < files.size(); ++f) {
        for (const auto& row : files[f].requests) {
            if (deciding.known(row.localId))
                byChild[row.localId].push_back({f, &row});
            else
                deciding.rejectUnknown({f, row.row, 0}, "child_ID", row.localId);
        }
    }
    for (auto& [localId, offers] : byChild) {
        ChildWork& work = deciding.childWork(localId);
        takeRequests(work, offers, files);
        for (const RequestOffer& offer : offers) {
            const Source source{offer.file, offer.row->row, 0};
            deciding.count(source, offer.fate);
            if (offer.now)
                deciding.tellChange(source, work.child,
                                    differencesOf(*storedVersion(work, *offer.now), *offer.now),
                                    nameOfRecord(*offer.now));
            for (const Message& doubt : offer.doubts)
                deciding.tell(source, Problem::Severity::warning, Problem::Action::keptAsItIs, "",
                              "", doubt);
        }
    }
}

} // namespace twelvefold::workbench::import
