// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/council.h"

#include "exchange/framework_file.h"
#include "workbench/demo/assessments.h"
#include "workbench/demo/costs.h"
#include "workbench/demo/life.h"
#include "workbench/demo/outcomes.h"

#include <algorithm>

namespace twelvefold::workbench::demo {
namespace {

constexpr MessageKind kMaking{
    "demonstration-making",
    TWELVEFOLD_TEXT("Message", "Making the demonstration council: %1 of %2 children")};

// Writes one life through the store's writer.
class Scribe
{
public:
    Scribe(store::Writer& writer, const Council& council) : m_writer(writer), m_council(council) {}

    void write(Life life)
    {
        const ChildId child = m_writer.addChild(life.child);
        life.identity.child = child;
        m_writer.setIdentity(life.identity);
        m_writer.setKindPeriods(child, life.kind, std::span(&life.care, 1));
        if (life.earlierPlan)
            m_writer.setKindPeriods(child, CohortKind::protectionPlan,
                                    std::span(&*life.earlierPlan, 1));
        if (!life.stays.empty())
            writeCare(life, child);
        writeAssessments(life, child);
        for (Outcome& outcome : outcomesOf(life, m_council)) {
            outcome.child = child;
            m_writer.addOutcome(outcome);
        }
    }

private:
    std::optional<ProviderId> providerOf(const Stay& stay) const
    {
        if (stay.provider < 0)
            return std::nullopt;
        return m_council.providers[static_cast<std::size_t>(stay.provider)];
    }

    Placement placementOf(const Stay& stay, ChildId child) const
    {
        const Setting setting = m_council.parameters.settings[stay.setting].setting;
        Placement placement;
        placement.child = child;
        placement.period = stay.period;
        placement.setting = setting;
        placement.provider = providerOf(stay);
        placement.sector = sectorOfProviderCode(stay.providerCode);
        placement.emergency = stay.emergency;
        placement.solo = setting == Setting::unregistered;
        placement.deprivationOfLiberty = setting == Setting::secure;
        placement.distanceMiles = stay.distance;
        placement.referredOn = stay.period.start.plusDays(-stay.searchDays);
        placement.placeCode = stay.placeCode;
        placement.providerCode = stay.providerCode;
        placement.changeReason = stay.changeReason;
        return placement;
    }

    void writeCare(const Life& life, ChildId child)
    {
        for (Episode& episode : episodesOf(life, m_council)) {
            if (!m_council.remembers(episode.end))
                continue;
            episode.child = child;
            m_writer.addEpisode(episode);
        }
        for (std::size_t i = 0; i < life.stays.size(); ++i) {
            if (!m_council.remembers(life.stays[i].period.end))
                continue;
            const PlacementId placement = m_writer.addPlacement(placementOf(life.stays[i], child));
            for (CostLine& line : costLinesOf(life, i, m_council)) {
                line.child = child;
                line.placement = placement;
                line.provider = providerOf(life.stays[i]);
                m_writer.addCostLine(line);
            }
        }
    }

    void writeAssessments(const Life& life, ChildId child)
    {
        for (Assessed& assessed : assessmentsOf(life, m_council)) {
            assessed.assessment.child = child;
            const AssessmentId id = m_writer.addAssessment(assessed.assessment);
            if (!assessed.secondRating)
                continue;
            assessed.secondRating->child = child;
            assessed.secondRating->secondRatingOf = id;
            m_writer.addAssessment(*assessed.secondRating);
        }
    }

    store::Writer& m_writer;
    const Council& m_council;
};

// "SC900101": the shape of a registration number, outside those in use.
std::string urnOf(std::size_t provider)
{
    return "SC9" + std::to_string(100001 + provider * 7).substr(1);
}

void addProviders(Council& council, store::Writer& writer)
{
    const Parameters& p = council.parameters;
    for (std::size_t i = 0; i < p.providers.size(); ++i) {
        const ProviderModel& model = p.providers[i];
        Provider provider;
        provider.name = model.name;
        provider.sector = sectorOfProviderCode(model.code);
        provider.ownerGroup = model.owner;
        provider.region = model.region;
        provider.urn = urnOf(i);
        council.providers.push_back(writer.addProvider(provider));
        council.urns.push_back(provider.urn);
        Stream random(council.seed, i, 0xF);
        council.providerEffects.push_back(p.providerSigma * random.normal());
    }
}

} // namespace

bool writeCouncil(store::Writer& writer, const Yardstick& yardstick,
                  const DemonstrationOptions& options, const Progress& progress,
                  std::stop_token stop)
{
    const Parameters parameters = readParameters(yardstick.framework);
    Council council{parameters,
                    yardstick.framework,
                    yardstick.id,
                    options.seed != 0 ? options.seed : parameters.seed,
                    options.census,
                    options.census.plusMonths(-12 * parameters.yearsOfHistory).plusDays(1),
                    options.children <= parameters.fullHistoryUpTo,
                    {},
                    {},
                    {}};
    addProviders(council, writer);

    Scribe scribe(writer, council);
    const std::size_t tell = std::max<std::size_t>(options.children / 200, 1);
    for (std::size_t i = 0; i < options.children; ++i) {
        if (stop.stop_requested())
            return false;
        if (progress && i % tell == 0)
            progress({kMaking,
                      {static_cast<std::int64_t>(i), static_cast<std::int64_t>(options.children)}},
                     static_cast<double>(i) / static_cast<double>(options.children));
        for (const Member member : {Member::current, Member::leaver, Member::other}) {
            if (auto life = makeLife(council, member, i))
                scribe.write(std::move(*life));
        }
    }
    return true;
}

std::string councilName()
{
    return readParameters(exchange::builtInFramework()).council;
}

} // namespace twelvefold::workbench::demo
