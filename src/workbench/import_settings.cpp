// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/import_decide.h"

#include "exchange/row_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

// What Ofsted's lists say of homes and agencies. Each list is kept by its day and of each thing the
// latest is believed, so that it does not matter in which order they come.
namespace twelvefold::workbench::import {
namespace {

constexpr MessageKind kOfNoList{
    "urn-of-no-list",
    TWELVEFOLD_TEXT("Message", "URNs that no list of Ofsted's brought in has: %1, such as %2.")};
constexpr MessageKind kBegunClosed{
    "urn-closed",
    TWELVEFOLD_TEXT("Message", "Episodes that begin after, by Ofsted's lists, their home or agency "
                               "had closed: %1, such as with %2.")};

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

// Which council runs a home that one does: ours, as "Testshire County Council" is "Testshire", or
// another. Nothing where the store does not say whose it is.
std::optional<Sector> councilSector(const std::string& own, const RegisteredSetting& setting)
{
    const std::string ours = exchange::upperCase(own);
    const std::string theirs =
        exchange::upperCase(setting.owner.empty() ? setting.council : setting.owner);
    if (own == kUnnamedCouncil || ours.empty() || theirs.empty())
        return std::nullopt;
    return theirs.find(ours) != theirs.npos || ours.find(theirs) != ours.npos
               ? Sector::ownCouncil
               : Sector::otherCouncil;
}

using Homes = std::map<std::string, SaidOfHome>; // by URN

Homes homesOf(const store::Store& store)
{
    Homes homes;
    for (RegisteredSetting& setting : store.registeredSettings()) {
        SaidOfHome& home = homes[setting.urn];
        home.addStored(std::move(setting));
    }
    return homes;
}

// Holds a return's numbers against the lists.
void tellOfNumbers(Deciding& deciding, std::size_t f, const Homes& homes)
{
    std::set<std::string> ofNoList;
    std::map<std::string, std::optional<Date>> closed; // of those that are listed
    std::int64_t begunClosed = 0;
    std::string first;
    for (const exchange::EpisodeRow& row : deciding.files()[f].episodes) {
        const std::string& urn = row.episode.urn;
        if (!exchange::isUrn(urn) || urn == "XXXXXXX")
            continue;
        const auto home = homes.find(urn);
        if (home == homes.end()) {
            ofNoList.insert(urn);
            continue;
        }
        const auto [known, isFirst] = closed.try_emplace(urn);
        if (isFirst)
            known->second = home->second.now()->closedOn;
        if (known->second && *known->second < row.episode.start && begunClosed++ == 0)
            first = urn;
    }
    using enum Problem::Severity;
    if (!ofNoList.empty())
        deciding.tell({f, 0, 0}, information, Problem::Action::keptAsItIs, "URN", "",
                      {kOfNoList, {std::ssize(ofNoList), *ofNoList.begin()}});
    if (begunClosed > 0)
        deciding.tell({f, 0, 0}, warning, Problem::Action::keptAsItIs, "URN", "",
                      {kBegunClosed, {begunClosed, first}});
}

} // namespace

void decideSettings(Deciding& deciding)
{
    const auto& files = deciding.files();
    const bool anyList =
        std::ranges::any_of(files, [](const auto& file) { return !file.settings.empty(); });
    const bool anyEpisode =
        std::ranges::any_of(files, [](const auto& file) { return !file.episodes.empty(); });
    if (!anyList && !(anyEpisode && deciding.store().latestProviderList()))
        return;
    Homes homes = homesOf(deciding.store());
    const std::string own = deciding.store().councilName();
    for (std::size_t f = 0; f < files.size(); ++f) {
        for (const exchange::RegisteredRow& row : files[f].settings) {
            RegisteredSetting setting = row.setting;
            if (row.isCouncils)
                setting.sector = councilSector(own, setting);
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
    for (std::size_t f = 0; f < files.size(); ++f)
        tellOfNumbers(deciding, f, homes);
}

} // namespace twelvefold::workbench::import
