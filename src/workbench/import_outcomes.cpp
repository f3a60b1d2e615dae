// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_decide.h"

#include <algorithm>

namespace twelvefold::workbench::import {
namespace {

using exchange::FileKind;

constexpr MessageKind kNoYear{
    "row-return-year-unknown",
    TWELVEFOLD_TEXT("Message",
                    "Which year's return this table belongs to cannot be told: bring it in "
                    "together with its episodes, or say the year.")};

const Outcome* storedOutcome(const Deciding& deciding, ChildId child, const Outcome& wanted)
{
    const auto own = deciding.outcomes().find(child);
    if (!child || own == deciding.outcomes().end())
        return nullptr;
    const auto found = std::ranges::find_if(own->second, [&](const Outcome& outcome) {
        return outcome.measure == wanted.measure && outcome.date == wanted.date &&
               outcome.source == wanted.source;
    });
    return found == own->second.end() ? nullptr : &*found;
}

// What an outcome is the value of and where it comes from: what it says of whom.
struct Values
{
    const std::string& localId;
    Date day;
    std::string source;
    const std::vector<std::pair<std::string, double>>& values; // measure code, value
};

Fate takeValues(Deciding& deciding, const Source& from, const Values& told)
{
    ChildWork& work = deciding.childWork(told.localId);
    std::size_t added = 0, changed = 0, same = 0;
    for (const auto& [measure, value] : told.values) {
        Outcome outcome;
        outcome.measure = measure;
        outcome.date = told.day;
        outcome.value = value;
        outcome.source = told.source;
        if (const Outcome* stored = storedOutcome(deciding, work.child.id, outcome)) {
            if (stored->value == value) {
                ++same;
                continue;
            }
            outcome.id = stored->id;
            outcome.child = stored->child;
            deciding.tellChange(from, work.child, differencesOf(*stored, outcome),
                                nameOfRecord(*stored));
            ++changed;
        } else {
            ++added;
        }
        work.outcomes.push_back(std::move(outcome));
    }
    if (added + changed == 0)
        return Fate::unchanged;
    return changed + same == 0 ? Fate::accepted : Fate::changed;
}

} // namespace

void decideOutcomes(Deciding& deciding)
{
    using Key = std::tuple<std::string, Date, FileKind>;
    using Rows = Latest<Key, exchange::OutcomesRow>;
    Rows latest;
    std::vector<Rows::Entry> setAside;
    const auto& files = deciding.files();
    // By the day on which what a row of OC2, OC3 or a list says was so.
    const auto keyOf = [&files](const Rows::Entry& entry) {
        const Date day = entry.row->on.value_or(*Date::from(entry.source.year, 3, 31));
        return Key{entry.row->localId, day, files[entry.source.file].kind};
    };
    for (std::size_t f = 0; f < files.size(); ++f) {
        for (const auto& row : files[f].outcomes) {
            const Rows::Entry entry{{f, row.row, files[f].returnYear.value_or(0)}, &row};
            if (entry.source.year == 0)
                deciding.reject(entry.source, "", "", {kNoYear, {}});
            else if (!deciding.known(row.localId))
                deciding.rejectUnknown(entry.source, "CHILD", row.localId);
            else if (const auto aside = latest.offer(keyOf(entry), entry)) {
                deciding.count(aside->source, Fate::unchanged);
                setAside.push_back(*aside);
            }
        }
    }
    for (const Rows::Entry& aside : setAside) {
        const Rows::Entry& taken = latest.entries().at(keyOf(aside));
        deciding.tellOfTwice(aside.source, taken.source, aside.row->localId,
                             aside.row->values == taken.row->values);
    }
    for (const auto& [key, entry] : latest.entries()) {
        const Date day = std::get<Date>(key);
        const std::string source = entry.row->on ? "Annex A " + day.iso()
                                   : std::get<FileKind>(key) == FileKind::oc2
                                       ? "OC2 " + std::to_string(day.year())
                                       : "OC3 " + std::to_string(day.year());
        deciding.count(entry.source,
                       takeValues(deciding, entry.source,
                                  {entry.row->localId, day, source, entry.row->values}));
    }
}

// Of rows of one child and day that profiles of one name read, the last file's is taken.
void decideMeasures(Deciding& deciding)
{
    using Key = std::tuple<std::string, Date, std::string>;
    using Rows = Latest<Key, exchange::MeasuresRow>;
    Rows latest;
    std::vector<std::pair<Key, Rows::Entry>> setAside;
    const auto& files = deciding.files();
    for (std::size_t f = 0; f < files.size(); ++f) {
        for (const auto& row : files[f].measures) {
            const Source source{f, row.row, 0};
            const Key key{row.localId, row.date, files[f].profile};
            if (!deciding.known(row.localId))
                deciding.rejectUnknown(source, "child", row.localId);
            else if (const auto aside = latest.offer(key, {source, &row}))
                setAside.emplace_back(key, *aside);
        }
    }
    for (const auto& [key, aside] : setAside) {
        const Rows::Entry& taken = latest.entries().at(key);
        deciding.count(aside.source, Fate::unchanged);
        deciding.tellOfTwice(aside.source, taken.source, aside.row->localId,
                             aside.row->values == taken.row->values);
    }
    for (const auto& [key, entry] : latest.entries())
        deciding.count(entry.source, takeValues(deciding, entry.source,
                                                {entry.row->localId, entry.row->date,
                                                 std::get<2>(key), entry.row->values}));
}

} // namespace twelvefold::workbench::import
