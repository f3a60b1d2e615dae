// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/council.h"

#include "exchange/framework_file.h"
#include "workbench/demo/assessments.h"
#include "workbench/demo/costs.h"
#include "workbench/demo/events.h"
#include "workbench/demo/life.h"
#include "workbench/demo/outcomes.h"
#include "workbench/demo/planted.h"
#include "workbench/demo/truth.h"

#include <algorithm>

namespace twelvefold::workbench::demo {
namespace {

constexpr MessageKind kMaking{
    "demonstration-making",
    TWELVEFOLD_TEXT("Message", "Making the demonstration council: %1 of %2 children")};
constexpr MessageKind kStopped{
    "demonstration-stopped",
    TWELVEFOLD_TEXT("Message", "Stopped: no demonstration council was made.")};
constexpr MessageKind kTooFewToPlant{
    "demonstration-too-few-to-plant",
    TWELVEFOLD_TEXT("Message", "There are only %1 children whose price could be planted, not %2.")};

// Writes one life through the store's writer.
class Scribe
{
public:
    Scribe(store::Writer& writer, TruthWriter* truth, const Council& council)
        : m_writer(writer), m_truth(truth), m_council(council)
    {
    }

    void write(Life life)
    {
        nameByNumber(life.child, m_written++);
        life.child.disability = disabilityOf(life, m_council);
        if (m_truth != nullptr)
            m_truth->addChild(truthOf(life, m_council));
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
        std::vector<Outcome> outcomes = outcomesOf(life, m_council);
        for (Outcome& outcome : outcomes) {
            outcome.child = child;
            m_writer.addOutcome(outcome);
        }
        for (CareEvent& event : eventsOf(life, m_council, outcomes)) {
            event.child = child;
            m_writer.addCareEvent(event);
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
    TruthWriter* m_truth;
    const Council& m_council;
    std::uint64_t m_written = 0;
};

// "SC900101": the shape of a registration number, outside those in use.
std::string urnOf(std::size_t provider)
{
    return "SC9" + std::to_string(100001 + provider * 7).substr(1);
}

// A provider's effects, each from a stream of its own.
ProviderTruth effectsOf(std::size_t provider, const Council& council, bool outcomes)
{
    const Parameters& p = council.parameters;
    Stream ofPrice(council.seed, provider, 0xF), ofOutcomes(council.seed, provider, 0x10);
    return {p.providers[provider].name, p.providerSigma * ofPrice.normal(),
            outcomes ? p.providerOutcomeSigma * ofOutcomes.normal() : 0};
}

void addProviders(Council& council, store::Writer& writer, TruthWriter* truth, bool outcomes)
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
        const ProviderTruth effects = effectsOf(i, council, outcomes);
        council.providerEffects.push_back(effects.priceEffect);
        council.providerOutcomes.push_back(effects.outcomeEffect);
        if (truth != nullptr)
            truth->addProvider(effects);
    }
}

} // namespace

Result<Done> writeCouncil(store::Writer& writer, const Yardstick& yardstick,
                          const DemonstrationOptions& options, const Progress& progress,
                          std::stop_token stop, TruthWriter* truth)
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
                    {},
                    {},
                    {}};
    addProviders(council, writer, truth, options.providerOutcomes);
    council.planted = drawPlanted(council, options.children, options.planted, stop);
    if (stop.stop_requested())
        return Message{kStopped, {}};
    if (council.planted.size() < options.planted)
        return Message{kTooFewToPlant,
                       {static_cast<std::int64_t>(council.planted.size()),
                        static_cast<std::int64_t>(options.planted)}};

    Scribe scribe(writer, truth, council);
    const std::size_t tell = std::max<std::size_t>(options.children / 200, 1);
    for (std::size_t place = 0; place < options.children; ++place) {
        if (stop.stop_requested())
            return Message{kStopped, {}};
        if (progress && place % tell == 0)
            progress(
                {kMaking,
                 {static_cast<std::int64_t>(place), static_cast<std::int64_t>(options.children)}},
                static_cast<double>(place) / static_cast<double>(options.children));
        for (Life& life : livesOfPlace(council, place))
            scribe.write(std::move(life));
    }
    return Done{};
}

std::string councilName()
{
    return readParameters(exchange::builtInFramework()).council;
}

} // namespace twelvefold::workbench::demo
