// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/output.h"
#include "wording/wording.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

// Whoever provides, beside what Ofsted's lists say of them.
namespace twelvefold::cli {
namespace {

using nlohmann::ordered_json;
using workbench::ProviderOnLists;
using workbench::ProvidersOnLists;

ordered_json orNull(const std::string& text)
{
    return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

ordered_json dayOrNull(const std::optional<domain::Date>& day)
{
    return day ? ordered_json(day->iso()) : ordered_json(nullptr);
}

ordered_json sectorOrNull(const std::optional<domain::Sector>& sector)
{
    return sector ? ordered_json(std::string(domain::token(*sector))) : ordered_json(nullptr);
}

ordered_json listedJson(const domain::RegisteredSetting& listed)
{
    return {{"listed_on", listed.listedOn.iso()},
            {"name", orNull(listed.name)},
            {"provision", orNull(listed.provision)},
            {"sector", sectorOrNull(listed.sector)},
            {"places", listed.places ? ordered_json(*listed.places) : ordered_json(nullptr)},
            {"owner", orNull(listed.owner)},
            {"council", orNull(listed.council)},
            {"region", orNull(listed.region)},
            {"grade", orNull(listed.grade)},
            {"closed_on", dayOrNull(listed.closedOn)}};
}

ordered_json providerJson(const ProviderOnLists& one)
{
    return {{"provider", one.provider.name},
            {"urn", orNull(one.provider.urn)},
            {"sector", sectorOrNull(one.provider.sector)},
            {"owner", orNull(one.provider.ownerGroup)},
            {"region", orNull(one.provider.region)},
            {"placements", one.placements},
            {"placements_past_closing", one.pastClosing},
            {"on_list", one.listed ? listedJson(*one.listed) : ordered_json(nullptr)}};
}

void sayProvider(const ProviderOnLists& one, bool anyList)
{
    QStringList parts;
    if (!one.provider.urn.empty())
        parts << Cli::tr("URN %1").arg(QString::fromStdString(one.provider.urn));
    if (one.provider.sector)
        parts << wording::text(domain::word(*one.provider.sector));
    for (const std::string* told : {&one.provider.ownerGroup, &one.provider.region}) {
        if (!told->empty())
            parts << QString::fromStdString(*told);
    }
    parts << (one.placements == 1 ? Cli::tr("1 placement")
                                  : Cli::tr("%L1 placements").arg(one.placements));
    say(QString::fromStdString(one.provider.name) + QStringLiteral(": ") +
        parts.join(QStringLiteral(", ")));
    const QString further(4, QLatin1Char(' '));
    if (one.listed)
        say(further + wording::onList(*one.listed));
    if (one.pastClosing > 0)
        say(further + (one.pastClosing == 1
                           ? Cli::tr("1 placement goes on after that day.")
                           : Cli::tr("%L1 placements go on after that day.").arg(one.pastClosing)));
    if (anyList && one.isOfNoList())
        say(further + Cli::tr("No list of Ofsted's that was brought in has this URN."));
}

int tellProviders(const std::string& store, const Output& output)
{
    const auto bench = openStore(store);
    const ProvidersOnLists found = bench->providersOnLists();
    if (output.json) {
        ordered_json all = ordered_json::array();
        for (const ProviderOnLists& one : found.providers)
            all.push_back(providerJson(one));
        std::cout << jsonText(ordered_json{{"store", store},
                                           {"latest_list", dayOrNull(found.latestList)},
                                           {"of_no_list", found.ofNoList()},
                                           {"used_past_closing", found.usedPastClosing()},
                                           {"providers", std::move(all)}})
                  << '\n';
        return kDone;
    }
    for (const ProviderOnLists& one : found.providers)
        sayProvider(one, found.latestList.has_value());
    if (found.providers.empty())
        say(Cli::tr("No provider is recorded."));
    if (!found.latestList && !found.providers.empty())
        say(Cli::tr("No list of Ofsted's was brought in."));
    const QString doubts = wording::providersOffLists(
        static_cast<std::uint64_t>(found.ofNoList()),
        static_cast<std::uint64_t>(found.usedPastClosing()), wording::Language::english);
    if (!doubts.isEmpty())
        say(doubts);
    return kDone;
}

} // namespace

void addProvidersCommand(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand(
        "providers", "Who provides, and what the lists of Ofsted that were brought in say of them");
    command->add_option("--store", *asked, "The council's file")->required();
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return tellProviders(*asked, output); }; });
}

} // namespace twelvefold::cli
