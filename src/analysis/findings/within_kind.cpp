// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/within_kind.h"

#include "analysis/findings/compared.h"
#include "analysis/findings/random_streams.h"
#include "statistics/description/descriptive.h"
#include "statistics/groups/robust_groups.h"
#include "statistics/numbers/distributions.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace twelvefold::analysis {
namespace {

constexpr MessageKind kNoBandOfKind{
    "within-kind-no-band",
    TWELVEFOLD_TEXT("Message",
                    "%1 children are too few for a range in which costs are expected; it "
                    "takes %2."),
    TWELVEFOLD_TEXT("Message",
                    "%1 child is too few for a range in which costs are expected; it takes %2.")};
constexpr MessageKind kFewForBandOfKind{
    "within-kind-few-for-band",
    TWELVEFOLD_TEXT("Message",
                    "The range in which costs are expected rests on %1 children only: read "
                    "it with care."),
    TWELVEFOLD_TEXT(
        "Message",
        "The range in which costs are expected rests on %1 child only: read it with care.")};

constexpr double kMiddlingNeed = 15;          // where lines are told at
constexpr std::size_t kLeastEmergencies = 3;  // and as many others, for what one costs more
constexpr double kRounding = 1e-12;           // of log costs
constexpr std::uint64_t kStreamsOfKind = 100; // further on, for each kind

Design designOfKind(const KindRows& rows, bool withNeed)
{
    Design design(rows.size());
    design.intercept();
    if (withNeed) {
        std::vector<double> need;
        for (const double total : rows.total)
            need.push_back(total - kMiddlingNeed);
        design.column("need_total", need);
    }
    const auto emergencies =
        static_cast<std::size_t>(std::count(rows.emergency.begin(), rows.emergency.end(), true));
    if (emergencies >= kLeastEmergencies && rows.size() - emergencies >= kLeastEmergencies) {
        const std::vector<double> emergency(rows.emergency.begin(), rows.emergency.end());
        design.column("emergency", emergency);
    }
    return design;
}

// The exact interval of a share (Clopper & Pearson 1934).
std::pair<double, double> intervalOfShare(std::size_t found, std::size_t n)
{
    const auto k = static_cast<double>(found), all = static_cast<double>(n);
    return {found == 0 ? 0 : statistics::betaQuantile(0.025, k, all - k + 1),
            found == n ? 1 : statistics::betaQuantile(0.975, k + 1, all - k)};
}

} // namespace

KindModel::KindModel(PlacementKind kind, const KindRows& rows, const Options& options)
    : m_logCost(rows.logCost), m_total(rows.total)
{
    m_told.kind = kind;
    m_told.n = rows.size();
    fit(rows, options.seed);
    double smear = 0, mix = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        smear += std::exp(m_logCost[i] - m_fitted[i]);
        mix += std::exp(m_fitted[i] - m_told.atFifteen -
                        m_told.perLevel * (rows.total[i] - kMiddlingNeed));
    }
    m_told.smear = smear / static_cast<double>(rows.size());
    m_mix = m_told.smear * mix / static_cast<double>(rows.size());
    addBand(rows, options);
}

void KindModel::fit(const KindRows& rows, std::uint64_t seed)
{
    // More need never makes a kind of placement cheaper: where it would seem so, need says nothing.
    if (rows.size() >= WithinKind::kLeastForLine &&
        ((fitLine(rows, true, seed) && m_told.perLevel >= 0) || fitLine(rows, false, seed)))
        return;
    fitLocation(rows);
}

void KindModel::fitLocation(const KindRows& rows)
{
    m_told.atFifteen = *statistics::median(rows.logCost);
    m_told.perLevel = m_told.emergency = 0;
    m_told.settings.clear();
    m_told.scale.reset();
    m_fitted.assign(rows.size(), m_told.atFifteen);
}

bool KindModel::fitLine(const KindRows& rows, bool withNeed, std::uint64_t seed)
{
    const std::set<domain::Setting> settings(rows.setting.begin(), rows.setting.end());
    std::vector<std::uint32_t> group;
    for (const domain::Setting setting : rows.setting)
        group.push_back(
            static_cast<std::uint32_t>(std::distance(settings.begin(), settings.find(setting))));
    const Design design = designOfKind(rows, withNeed);
    const statistics::RobustGroups found =
        statistics::robustGroups(design, rows.logCost, group, seed);
    if (found.undefined)
        return false;
    m_told.perLevel = m_told.emergency = 0;
    for (std::size_t c = 0; c < design.columns(); ++c) {
        if (design.name(c) == "need_total")
            m_told.perLevel = found.coefficients[c];
        else if (design.name(c) == "emergency")
            m_told.emergency = found.coefficients[c];
        else
            m_told.atFifteen = found.coefficients[c];
    }
    m_told.settings.clear();
    std::size_t at = 0;
    for (const domain::Setting setting : settings)
        m_told.settings[setting] = found.effects[at++];
    m_told.scale = found.scale > 0 ? std::optional(found.scale) : std::nullopt;
    m_fitted = found.fitted;
    return true;
}

void KindModel::addBand(const KindRows& rows, const Options& options)
{
    if (rows.size() < WithinKind::kLeastForBand) {
        m_told.doubt =
            Message{kNoBandOfKind, {whole(rows.size()), whole(WithinKind::kLeastForBand)}};
        return;
    }
    std::vector<double> plain; // as if nobody was placed in an emergency, in a setting like any
    for (std::size_t i = 0; i < rows.size(); ++i)
        plain.push_back(m_logCost[i] - m_fitted[i] + m_told.atFifteen +
                        m_told.perLevel * (rows.total[i] - kMiddlingNeed));
    m_band = statistics::ConformalBand::fit(rows.total, plain, options.coverage, options.seed,
                                            streams::kKindFolds +
                                                static_cast<std::uint64_t>(m_told.kind));
    if (!m_band)
        return;
    if (rows.size() < WithinKind::kFewForBand)
        m_told.doubt = Message{kFewForBandOfKind, {whole(rows.size())}};
    const auto inside = statistics::ConformalBand::keptOfOthers(
        rows.total, plain, options.coverage, options.seed,
        streams::kNestedFolds + kStreamsOfKind * (1 + static_cast<std::uint64_t>(m_told.kind)));
    if (!inside)
        return;
    m_told.inside = inside;
    m_told.coverage = static_cast<double>(*inside) / static_cast<double>(rows.size());
    const auto [lower, upper] = intervalOfShare(*inside, rows.size());
    m_told.coverageLower = lower;
    m_told.coverageUpper = upper;
}

double KindModel::expected(std::size_t i) const
{
    return std::exp(m_fitted[i]) * m_told.smear;
}

double KindModel::expected(double total, bool emergency, domain::Setting setting) const
{
    const auto effect = m_told.settings.find(setting);
    return m_told.smear * std::exp(m_told.atFifteen + m_told.perLevel * (total - kMiddlingNeed) +
                                   (emergency ? m_told.emergency : 0) +
                                   (effect == m_told.settings.end() ? 0 : effect->second));
}

double KindModel::meanExpected() const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_fitted.size(); ++i)
        sum += expected(i);
    return sum / static_cast<double>(m_fitted.size());
}

std::optional<double> KindModel::standardPrice(std::size_t i) const
{
    return m_told.scale ? std::optional((m_logCost[i] - m_fitted[i]) / *m_told.scale)
                        : std::nullopt;
}

std::optional<statistics::ConformalBand::Range> KindModel::band(std::size_t i) const
{
    if (!m_band)
        return std::nullopt;
    const double apart =
        m_fitted[i] - m_told.atFifteen - m_told.perLevel * (m_total[i] - kMiddlingNeed);
    // An end of the band is often the cost of the child itself, who then is inside.
    const auto logs = m_band->at(m_total[i]);
    return statistics::ConformalBand::Range{std::exp(logs.lower + apart - kRounding),
                                            std::exp(logs.upper + apart + kRounding)};
}

double KindModel::meanAt(double total) const
{
    return std::exp(m_told.atFifteen + m_told.perLevel * (total - kMiddlingNeed)) * m_mix;
}

} // namespace twelvefold::analysis
