// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_costs.h"
#include "workbench/import_decide.h"

#include <algorithm>
#include <set>

namespace twelvefold::workbench::import {
namespace {

using exchange::FinanceRow;

bool saysTheSame(const FinanceRow& a, const FinanceRow& b)
{
    return a.line == b.line && a.urn == b.urn && a.providerName == b.providerName;
}

// A row that names no provider fits a line of any: it may have got one from its placement.
bool sameProvider(const CostLine& line, const FinanceRow& row,
                  const std::vector<Provider>& providers)
{
    if (row.urn.empty() && row.providerName.empty())
        return true;
    if (!line.provider)
        return false;
    const auto provider = std::ranges::find(providers, *line.provider, &Provider::id);
    if (provider == providers.end())
        return false;
    return row.urn.empty() ? provider->name == row.providerName : provider->urn == row.urn;
}

bool isOfTheSame(const CostLine& line, const FinanceRow& row,
                 const std::vector<Provider>& providers)
{
    return line.component == row.line.component && line.credit == row.line.credit &&
           line.funder == row.line.funder && line.period.start == row.line.period.start &&
           line.note == row.line.note && sameProvider(line, row, providers);
}

bool isTheSame(const CostLine& line, const FinanceRow& row, const std::vector<Provider>& providers,
               const std::function<bool(const CostLine&)>& endsByRule)
{
    return isOfTheSame(line, row, providers) && line.amount == row.line.amount &&
           line.per == row.line.per &&
           (line.period.end == row.line.period.end || (!row.line.period.end && endsByRule(line)));
}

// Of a report of the year to date, whether another of a later day says it anew.
bool isOvertakenBy(const FinanceRow& row, const FinanceRow& other)
{
    return row.isYearToDate && other.isYearToDate && row.line.component == other.line.component &&
           row.line.funder == other.line.funder &&
           row.line.period.start == other.line.period.start && row.urn == other.urn &&
           row.providerName == other.providerName && row.line.note == other.line.note &&
           row.line.period.end < other.line.period.end;
}

// A report of an earlier day says nothing against a line that came of a later one.
bool isOvertakenBy(const FinanceRow& row, const CostLine& line)
{
    return row.isYearToDate && line.per == CostPer::once && row.line.period.end < line.period.end;
}

} // namespace

void RowFates::note(const CostOffer& offer)
{
    Known& known = m_rows[{offer.file, offer.row->row}];
    if (offer.row->onlyIfThere && offer.fate == Fate::unchanged)
        return;
    known.fate = known.hasSay && known.fate != offer.fate ? Fate::changed : offer.fate;
    known.hasSay = true;
}

void RowFates::forEach(
    const std::function<void(std::size_t file, std::int64_t row, Fate)>& look) const
{
    for (const auto& [row, known] : m_rows)
        look(row.first, row.second, known.fate);
}

void matchCosts(std::vector<CostOffer>& offers, std::vector<CostLine> stored,
                const std::vector<Provider>& providers,
                const std::function<bool(const CostLine&)>& endsByRule)
{
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const FinanceRow& row = *offers[i].row;
        const bool repeats =
            std::any_of(offers.begin(), offers.begin() + static_cast<std::ptrdiff_t>(i),
                        [&](const CostOffer& earlier) { return saysTheSame(*earlier.row, row); });
        const bool isOvertaken = std::ranges::any_of(
            offers, [&](const CostOffer& other) { return isOvertakenBy(row, *other.row); });
        if (repeats || isOvertaken) {
            offers[i].fate = Fate::unchanged;
            continue;
        }
        const auto line = std::ranges::find_if(stored, [&](const CostLine& candidate) {
            return isTheSame(candidate, row, providers, endsByRule);
        });
        if (line == stored.end())
            continue;
        offers[i].fate = Fate::unchanged;
        stored.erase(line);
    }
    for (CostOffer& offer : offers) {
        if (offer.fate == Fate::unchanged)
            continue;
        const auto line = std::ranges::find_if(stored, [&](const CostLine& candidate) {
            return isOfTheSame(candidate, *offer.row, providers);
        });
        if (line == stored.end()) {
            if (offer.row->onlyIfThere)
                offer.fate = Fate::unchanged;
            continue;
        }
        if (isOvertakenBy(*offer.row, *line)) {
            offer.fate = Fate::unchanged;
        } else {
            offer.fate = Fate::changed;
            offer.replaces = line->id;
        }
        stored.erase(line);
    }
}

void decideCosts(Deciding& deciding)
{
    std::map<std::string, std::vector<CostOffer>> byChild;
    const auto& files = deciding.files();
    for (std::size_t f = 0; f < files.size(); ++f) {
        std::set<std::int64_t> refused; // rows with a child of nobody's
        for (const auto& row : files[f].finance) {
            if (!deciding.known(row.localId) && refused.insert(row.row).second)
                deciding.rejectUnknown({f, row.row, 0}, "child_id", row.localId);
        }
        for (const auto& row : files[f].finance) {
            if (!refused.contains(row.row))
                byChild[row.localId].push_back({f, &row, Fate::accepted, {}});
        }
    }
    RowFates fates;
    for (auto& [localId, offers] : byChild) {
        ChildWork& work = deciding.childWork(localId);
        const auto stored = Deciding::storedOf(deciding.costs(), work.child.id);
        matchCosts(offers, stored, deciding.providers(),
                   [&deciding](const CostLine& line) { return deciding.care().endsByRule(line); });
        for (const CostOffer& offer : offers) {
            fates.note(offer);
            if (offer.fate != Fate::unchanged)
                work.costs.push_back({*offer.row, offer.replaces, offer.file});
        }
    }
    fates.forEach([&deciding](std::size_t file, std::int64_t row, Fate fate) {
        deciding.count({file, row, 0}, fate);
    });
}

} // namespace twelvefold::workbench::import
