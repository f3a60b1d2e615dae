// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_decide.h"

#include "exchange/row_reader.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

// What Ofsted's lists say of homes and agencies. Each list is kept by its day and of each thing the
// latest is believed, so that it does not matter in which order they come.
namespace twelvefold::workbench::import {
namespace {

// What is said of a home, by day; nothing is decided of it but by its days.
class SaidOfHome
{
public:
    void addStored(RegisteredSetting setting)
    {
        m_said.push_back(std::move(setting));
        m_isWritten.push_back(false);
    }
    std::optional<RegisteredSetting> now() const { return latestOf(m_said); }

    // What a row comes to.
    Fate take(const RegisteredSetting& setting)
    {
        const auto before = now();
        const auto at =
            std::ranges::lower_bound(m_said, setting.listedOn, {}, &RegisteredSetting::listedOn);
        const auto place = at - m_said.begin();
        if (at == m_said.end() || at->listedOn != setting.listedOn) {
            m_said.insert(at, setting);
            m_isWritten.insert(m_isWritten.begin() + place, true);
        } else if (RegisteredSetting both = together(*at, setting); both != *at) {
            *at = std::move(both);
            m_isWritten[static_cast<std::size_t>(place)] = true;
        }
        return !before                        ? Fate::accepted
               : saysTheSame(*before, *now()) ? Fate::unchanged
                                              : Fate::changed;
    }
    void addWritten(std::vector<RegisteredSetting>& to) const
    {
        for (std::size_t i = 0; i < m_said.size(); ++i) {
            if (m_isWritten[i])
                to.push_back(m_said[i]);
        }
    }

private:
    std::vector<RegisteredSetting> m_said; // the earliest first
    std::vector<bool> m_isWritten;         // new or changed
};

// Whether a council's name is this one's, as "Testshire County Council" is that of "Testshire".
bool isOurName(const std::string& own, const std::string& named)
{
    const std::string ours = exchange::upperCase(own), theirs = exchange::upperCase(named);
    return !ours.empty() && !theirs.empty() &&
           (theirs.find(ours) != std::string::npos || ours.find(theirs) != std::string::npos);
}

} // namespace

void decideSettings(Deciding& deciding)
{
    const auto& files = deciding.files();
    if (std::ranges::all_of(files, [](const auto& file) { return file.settings.empty(); }))
        return;
    std::map<std::string, SaidOfHome> homes;
    for (RegisteredSetting& setting : deciding.store().registeredSettings()) {
        SaidOfHome& home = homes[setting.urn];
        home.addStored(std::move(setting));
    }
    const std::string own = deciding.store().councilName();
    for (std::size_t f = 0; f < files.size(); ++f) {
        for (const exchange::RegisteredRow& row : files[f].settings) {
            RegisteredSetting setting = row.setting;
            if (row.isCouncils)
                setting.sector =
                    isOurName(own, setting.council) ? Sector::ownCouncil : Sector::otherCouncil;
            SaidOfHome& home = homes[setting.urn];
            const auto before = home.now();
            const Fate fate = home.take(setting);
            deciding.count({f, row.row, 0}, fate);
            if (fate == Fate::changed)
                deciding.tellChange({f, row.row, 0}, setting.urn,
                                    differencesOf(*before, *home.now()));
        }
    }
    for (const auto& [urn, home] : homes)
        home.addWritten(deciding.settings());
}

} // namespace twelvefold::workbench::import
