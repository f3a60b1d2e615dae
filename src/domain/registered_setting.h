// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/ids.h"
#include "domain/records.h"
#include "domain/words.h"

#include <optional>
#include <span>
#include <string>

namespace twelvefold::domain {

using RegisteredSettingId = Id<struct RegisteredSettingTag>;

// What one of Ofsted's lists of providers says of a home or an agency on its day, whether or not
// anybody lives there: a return may name its number later. Of a home and a day there is one.
struct RegisteredSetting
{
    RegisteredSettingId id;
    std::string urn; // never empty
    std::string name;
    std::string provision; // in the list's words: "Children's Home"
    std::optional<Sector> sector;
    std::optional<int> places; // 0 or more
    std::string owner;
    std::string council; // in whose area it is
    std::string region;
    std::string grade;            // of the latest full inspection, in the list's words
    std::optional<Date> closedOn; // the first day on which it was no longer registered
    Date listedOn;                // of which day the list is
    bool operator==(const RegisteredSetting&) const = default;
};

// What two lists of one day say of the same home: of each thing whatever is said, and where they
// differ the same one, whichever came first. It keeps the first's id.
RegisteredSetting together(const RegisteredSetting& one, const RegisteredSetting& other);

// What lists of several days, the earliest first, say of the same home: of each thing the latest
// that says anything of it, and whether it is closed as the latest has it. Nothing: of no list.
std::optional<RegisteredSetting> latestOf(std::span<const RegisteredSetting> said);

// Whether both say the same of a home, of whichever days they are.
bool saysTheSame(const RegisteredSetting& one, const RegisteredSetting& other);

// The provider with what the lists say of it where nobody else does: its name where it is known by
// its number alone, and what is blank. What the council calls it stays.
Provider completed(Provider provider, const RegisteredSetting& listed);

} // namespace twelvefold::domain
