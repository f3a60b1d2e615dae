// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/registered_setting.h"

#include <algorithm>

namespace twelvefold::domain {
namespace {

constexpr std::string RegisteredSetting::*kSettingTexts[] = {
    &RegisteredSetting::name,    &RegisteredSetting::provision, &RegisteredSetting::owner,
    &RegisteredSetting::council, &RegisteredSetting::region,    &RegisteredSetting::grade};

} // namespace

RegisteredSetting together(const RegisteredSetting& one, const RegisteredSetting& other)
{
    RegisteredSetting both = one;
    for (const auto text : kSettingTexts)
        both.*text = std::max(one.*text, other.*text);
    both.sector = std::max(one.sector, other.sector);
    both.places = std::max(one.places, other.places);
    both.closedOn = std::max(one.closedOn, other.closedOn);
    return both;
}

std::optional<RegisteredSetting> latestOf(std::span<const RegisteredSetting> said)
{
    if (said.empty())
        return std::nullopt;
    RegisteredSetting all = said.front();
    for (const RegisteredSetting& later : said.subspan(1)) {
        for (const auto text : kSettingTexts) {
            if (!(later.*text).empty())
                all.*text = later.*text;
        }
        all.sector = later.sector ? later.sector : all.sector;
        all.places = later.places ? later.places : all.places;
        all.closedOn = later.closedOn;
        all.listedOn = later.listedOn;
    }
    return all;
}

bool saysTheSame(const RegisteredSetting& one, const RegisteredSetting& other)
{
    RegisteredSetting same = other;
    same.id = one.id;
    same.listedOn = one.listedOn;
    return same == one;
}

Provider completed(Provider provider, const RegisteredSetting& listed)
{
    if (provider.name == provider.urn && !listed.name.empty())
        provider.name = listed.name;
    if (!provider.sector)
        provider.sector = listed.sector;
    if (provider.ownerGroup.empty())
        provider.ownerGroup = listed.owner;
    if (provider.region.empty())
        provider.region = listed.region;
    return provider;
}

} // namespace twelvefold::domain
