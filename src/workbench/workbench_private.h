// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/workbench.h"

namespace twelvefold::workbench {

// The entry with which a demonstration's tables are taken in says what the one that made it said.
inline constexpr MessageKind kDemonstrationTakenIn{
    "tables-taken-in-demonstration",
    TWELVEFOLD_TEXT("Message", "Take in the demonstration council, made for %1, from tables")};

class Workbench::Private
{
public:
    std::shared_ptr<store::Store> store; // nobody keeps it but by watching whether it is there
    std::string author;

    // How a child is named in an edit's description.
    std::string pseudonymOf(ChildId child) const
    {
        const auto found = store->child(child);
        return found ? found->pseudonym : std::string();
    }

    // Where this is the demonstration council: the day up to which it was made.
    std::optional<Date> dayStoodStill() const;
    std::optional<std::optional<Date>> stoodStill; // once it was asked for; it never changes

    // A provider as a person typed it: the one of that name, or one added by this edit.
    std::optional<ProviderId> providerNamed(store::Writer& writer, const std::string& name,
                                            std::optional<Sector> sector) const;

    // What a placement does to the child's others and to its cost lines. A new one has id 0.
    Result<CareChange> changeBy(const Placement& placement, bool endsTheOpenOne) const;

    // Writes where a child moved to, with what is paid there.
    void begin(store::Writer& writer, Placement placement, const Move& move) const;
};

// What is wrong with a provider's name as it was typed; nothing with none.
std::optional<Message> faultInProvider(const std::string& name);

// Writes what becomes of cost lines.
void write(store::Writer& writer, const std::vector<LineChange>& changes);

// The placements that run on a day, those that began on it left out: what ends then. An import may
// have brought several at once.
std::vector<Placement> openOn(const std::vector<Placement>& all, Date day);
Placement endedOn(Placement placement, Date day);

// What is wrong with a placement among the child's others; `ends` are those of them that end when
// it begins. Overlaps that came with an import may stay until its dates are touched.
std::optional<Message> faultIn(const Placement& placement, const std::vector<Placement>& all,
                               const std::vector<Placement>& ends);

} // namespace twelvefold::workbench
