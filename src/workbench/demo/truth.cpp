// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/demo/truth.h"

#include "workbench/demo/costs.h"
#include "workbench/demo/decision.h"
#include "workbench/workbench.h"

#include <array>
#include <cstdio>

namespace twelvefold::workbench::demo {
namespace {

constexpr std::size_t kBytesAtOnce = 64 * 1024;
constexpr const char* kInvented = "yes"; // there is no truth of anybody else

std::string shortFigure(double value)
{
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.4f", value);
    return text.data();
}

std::string figureOrNone(const std::optional<double>& value)
{
    return value ? shortFigure(*value) : std::string();
}

std::string saidYesOrNo(bool value)
{
    return value ? "yes" : "no";
}

} // namespace

ChildTruth truthOf(const Life& life, const Council& council)
{
    const Date last = life.lastDay(council);
    ChildTruth truth;
    truth.pseudonym = life.child.pseudonym;
    truth.lookedAfter = life.member == Member::current;
    truth.need = life.trueTotal(council, last);
    truth.exceptional = life.exceptional;
    truth.planted = life.planted;
    if (life.stays.empty())
        return truth;
    const Stay& stay = life.stays.back();
    const SettingModel& setting = council.parameters.settings[stay.setting];
    ChildTruth::Placed placed{std::string(token(setting.setting)),
                              setting.kind,
                              askedFor(life, council, last),
                              stay.asked,
                              life.trueTotal(council, stay.period.start),
                              std::nullopt};
    if (isCostKnown(life, council))
        placed.priceEffect = priceEffect(life, life.stays.size() - 1, council);
    truth.placed = std::move(placed);
    return truth;
}

void TruthFiles::Table::endRow()
{
    csv.endRow();
    if (csv.size() >= kBytesAtOnce)
        file.write(csv.take());
}

Result<Done> TruthFiles::Table::settle()
{
    file.write(csv.take());
    return file.settle();
}

TruthFiles::TruthFiles(files::OutputFile children, files::OutputFile providers)
    : m_children(std::move(children)), m_providers(std::move(providers))
{
    for (const char* heading :
         {"pseudonym", "invented", "looked_after", "need_total", "setting", "kind", "asked_for",
          "as_asked", "need_when_placed", "asked_for_when_placed", "as_asked_when_placed",
          "price_effect", "exceptional", "planted"})
        m_children.csv.text(heading);
    m_children.endRow();
    for (const char* heading : {"provider", "invented", "price_effect", "outcome_effect"})
        m_providers.csv.text(heading);
    m_providers.endRow();
}

Result<TruthFiles> TruthFiles::begin(const std::filesystem::path& children,
                                     const files::OutputFile::Inputs& inputs)
{
    auto ofChildren = files::OutputFile::begin(children, inputs);
    if (!ofChildren)
        return ofChildren.failure();
    auto ofProviders = files::OutputFile::begin(truthOfProviders(children), inputs);
    if (!ofProviders)
        return ofProviders.failure();
    return TruthFiles(std::move(ofChildren).value(), std::move(ofProviders).value());
}

void TruthFiles::addProvider(const ProviderTruth& provider)
{
    CsvWriter& csv = m_providers.csv;
    csv.text(provider.name);
    csv.text(kInvented);
    csv.figure(shortFigure(provider.priceEffect));
    csv.figure(shortFigure(provider.outcomeEffect));
    m_providers.endRow();
}

void TruthFiles::addChild(const ChildTruth& child)
{
    CsvWriter& csv = m_children.csv;
    csv.text(child.pseudonym);
    csv.text(kInvented);
    csv.text(saidYesOrNo(child.lookedAfter));
    csv.figure(shortFigure(child.need));
    if (const auto& placed = child.placed) {
        csv.text(placed->setting);
        csv.text(placeKindToken(placed->kind));
        csv.text(placeKindToken(placed->askedFor));
        csv.text(saidYesOrNo(placed->kind == placed->askedFor));
        csv.figure(shortFigure(placed->needWhenPlaced));
        csv.text(placeKindToken(placed->askedForWhenPlaced));
        csv.text(saidYesOrNo(placed->kind == placed->askedForWhenPlaced));
        csv.figure(figureOrNone(placed->priceEffect));
    } else {
        for (int blank = 0; blank < 8; ++blank)
            csv.text("");
    }
    csv.text(saidYesOrNo(child.exceptional));
    csv.text(saidYesOrNo(child.planted));
    m_children.endRow();
}

Result<Done> TruthFiles::settle()
{
    if (const auto settled = m_children.settle(); !settled)
        return settled.failure();
    return m_providers.settle();
}

Result<Done> TruthFiles::commit()
{
    if (const auto done = m_children.file.commit(); !done)
        return done.failure();
    const auto done = m_providers.file.commit();
    if (!done)
        m_children.file.takeBack();
    return done;
}

} // namespace twelvefold::workbench::demo
