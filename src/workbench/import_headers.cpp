// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_decide.h"

#include <algorithm>

namespace twelvefold::workbench::import {
namespace {

using exchange::HeaderRow;

constexpr MessageKind kOtherBirth{
    "birth-differs",
    TWELVEFOLD_TEXT("Message",
                    "The date of birth is another than this child had so far: the new one "
                    "was taken.")};

bool saysTheSame(const HeaderRow& a, const HeaderRow& b)
{
    return a.sex == b.sex && a.born == b.born && a.ethnicity == b.ethnicity &&
           a.disability == b.disability && a.upn == b.upn;
}

// The latest return that the store has heard of a child in.
int storedYear(const Deciding& deciding, const ChildWork& work)
{
    int year = 0;
    for (const Episode& episode : work.storedEpisodes)
        year = std::max(year, episode.snapshotOn ? 0 : episode.returnYear);
    for (const CareEvent& event : Deciding::storedOf(deciding.events(), work.child.id))
        year = std::max(year, event.snapshotOn ? 0 : event.returnYear);
    return year;
}

Fate takeHeader(Deciding& deciding, const Source& source, const HeaderRow& row)
{
    ChildWork& work = deciding.childWork(row.localId);
    if (!work.isNew && source.year != 0 && source.year < storedYear(deciding, work))
        return Fate::unchanged;
    Child child = work.child;
    Identity identity = work.identity.value_or(Identity());
    // A blank says nothing, so it takes nothing away.
    if (row.sex != Sex::unspecified)
        child.sex = row.sex;
    if (!row.ethnicity.empty())
        child.ethnicity = row.ethnicity;
    if (!row.disability.empty())
        child.disability = row.disability;
    if (row.born) {
        if (identity.born && identity.born != row.born)
            deciding.tell(source, Problem::Severity::warning, Problem::Action::keptAsItIs, "DOB",
                          "", {kOtherBirth, {}});
        child.bornMonth = Date::from(row.born->year(), row.born->month(), 1);
        identity.born = row.born;
    }
    if (!row.upn.empty())
        identity.upn = row.upn;
    const Identity before = work.identity.value_or(Identity());
    const bool same = child == work.child && identity == before;
    if (!work.isNew && !same) {
        deciding.tellChange(source, child, differencesOf(work.child, child));
        deciding.tellChange(source, child, differencesOf(before, identity));
    }
    work.child = child;
    if (identity != Identity())
        work.identity = identity;
    if (work.isNew)
        return Fate::accepted;
    work.childChanged = !same;
    return same ? Fate::unchanged : Fate::changed;
}

} // namespace

void decideHeaders(Deciding& deciding)
{
    using Headers = Latest<std::string, HeaderRow>;
    Headers latest;
    std::vector<Headers::Entry> setAside;
    const auto& files = deciding.files();
    for (std::size_t f = 0; f < files.size(); ++f) {
        if (exchange::isSnapshot(files[f].kind))
            continue;
        for (const HeaderRow& row : files[f].headers) {
            if (const auto aside = latest.offer(
                    row.localId, {{f, row.row, files[f].returnYear.value_or(0)}, &row})) {
                deciding.count(aside->source, Fate::unchanged);
                setAside.push_back(*aside);
            }
        }
    }
    for (const Headers::Entry& aside : setAside) {
        const Headers::Entry& taken = latest.entries().at(aside.row->localId);
        deciding.tellOfTwice(aside.source, taken.source, aside.row->localId,
                             saysTheSame(*aside.row, *taken.row));
    }
    for (const auto& [localId, entry] : latest.entries())
        deciding.count(entry.source, takeHeader(deciding, entry.source, *entry.row));
}

} // namespace twelvefold::workbench::import
