// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/shares/sub_models.h"

#include "statistics/numbers/parallel.h"
#include "statistics/numbers/random.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::statistics {
namespace {

constexpr std::size_t kMostDrawnSingly = 5000;
constexpr std::size_t kBatches = 1000;
// In resamples a column that leaves less of its square than this is a combination of others.
constexpr double kRoundingOfDraws = 1e-10;

} // namespace

// What is drawn (cases, clusters or batches), and the refit of what was drawn.
class Resampling
{
public:
    Resampling(const SubModels& models, const Resamples& resamples) : m_models(models)
    {
        const std::size_t n = models.cases();
        if (!resamples.clusters.empty())
            m_unitOf.assign(resamples.clusters.begin(), resamples.clusters.end());
        else if (n > kMostDrawnSingly)
            dealBatches(resamples.seed, resamples.replicates);
        m_units = n;
        if (!m_unitOf.empty()) {
            m_units = std::size_t{1} + *std::max_element(m_unitOf.begin(), m_unitOf.end());
            addUp();
        }
    }

    std::size_t units() const { return m_units; }

    struct Work
    {
        std::vector<std::uint32_t> counts;
        SubModels::Sums sums;
        Echelon echelon;
        std::vector<Echelon> scratch;
        SubModels::Choices choices;
    };

    // The R² of every choice among so many of each unit; empty where the response does not vary.
    std::span<const double> drawn(Random random, Work& work) const
    {
        work.counts.assign(m_units, 0);
        for (std::size_t i = 0; i < m_units; ++i)
            ++work.counts[random.below(static_cast<std::uint32_t>(m_units))];
        work.sums.assign(m_models.m_sumsSize, 0.0);
        for (std::size_t unit = 0; unit < m_units; ++unit) {
            if (work.counts[unit] > 0)
                add(unit, work.counts[unit], work.sums);
        }
        return refit(work);
    }

    std::span<const double> without(std::size_t unit, Work& work) const
    {
        work.sums = m_models.m_sums;
        add(unit, -1.0, work.sums);
        return refit(work);
    }

private:
    void dealBatches(std::uint64_t seed, int replicates)
    {
        m_unitOf.resize(m_models.cases());
        for (std::size_t i = 0; i < m_unitOf.size(); ++i)
            m_unitOf[i] = static_cast<std::uint32_t>(i % kBatches);
        Random(seed, static_cast<std::uint64_t>(replicates)).shuffle(std::span(m_unitOf));
    }

    void addUp()
    {
        m_unitSums.assign(m_units, m_models.noSums());
        for (std::size_t row = 0; row < m_unitOf.size(); ++row)
            m_models.addCase(row, 1.0, m_unitSums[m_unitOf[row]]);
    }

    void add(std::size_t unit, double weight, SubModels::Sums& sums) const
    {
        if (m_unitOf.empty()) {
            m_models.addCase(unit, weight, sums);
            return;
        }
        const SubModels::Sums& own = m_unitSums[unit];
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += weight * own[i];
    }

    std::span<const double> refit(Work& work) const
    {
        const std::size_t width = m_models.m_columns.size();
        if (!(work.sums[0] > 1.0))
            return {};
        work.echelon.shape(width, std::max<std::size_t>(width, 1));
        m_models.factorise(work.sums, kRoundingOfDraws, work.echelon);
        if (!(work.echelon.length(width) > 0))
            return {};
        work.scratch.resize(m_models.groups() + 1);
        m_models.everyChoice(work.echelon, work.scratch, work.choices);
        return work.choices.rSquared;
    }

    const SubModels& m_models;
    std::size_t m_units = 0;
    std::vector<std::uint32_t> m_unitOf; // empty: each case is a unit
    std::vector<SubModels::Sums> m_unitSums;
};

namespace {

// Statistics of many refits, side by side: one row a statistic. Refits without a value are left
// out.
class Table
{
public:
    Table(std::size_t statistics, std::size_t refits)
        : m_statistics(statistics), m_values(statistics * refits), m_there(refits, 0)
    {
    }
    void set(std::size_t refit, std::span<const double> rSquared, const ChoiceStatistics& of)
    {
        if (rSquared.empty())
            return;
        const auto own = std::span(m_values).subspan(refit * m_statistics, m_statistics);
        of(rSquared, own);
        m_there[refit] =
            std::all_of(own.begin(), own.end(), [](double v) { return std::isfinite(v); }) ? 1 : 0;
    }
    std::vector<double> of(std::size_t statistic) const
    {
        std::vector<double> values;
        for (std::size_t refit = 0; refit < m_there.size(); ++refit)
            if (m_there[refit] != 0)
                values.push_back(m_values[refit * m_statistics + statistic]);
        return values;
    }

private:
    std::size_t m_statistics;
    std::vector<double> m_values;
    std::vector<std::uint8_t> m_there;
};

} // namespace

std::vector<BcaInterval> bcaOfChoices(const SubModels& models, std::size_t count,
                                      const ChoiceStatistics& statistics,
                                      const Resamples& resamples, std::stop_token stop)
{
    const Resampling resampling(models, resamples);
    const auto replicates = static_cast<std::size_t>(std::max(0, resamples.replicates));
    Table drawn(count, replicates), without(count, resampling.units());
    constexpr std::size_t kWorthAThread = 64;
    inParts(replicates, kWorthAThread, [&](std::size_t first, std::size_t last) {
        Resampling::Work work;
        for (std::size_t k = first; k < last && !stop.stop_requested(); ++k)
            drawn.set(k, resampling.drawn(Random(resamples.seed, k), work), statistics);
    });
    inParts(resampling.units(), kWorthAThread, [&](std::size_t first, std::size_t last) {
        Resampling::Work work;
        for (std::size_t unit = first; unit < last && !stop.stop_requested(); ++unit)
            without.set(unit, resampling.without(unit, work), statistics);
    });
    if (stop.stop_requested())
        return {};
    std::vector<double> estimates(count);
    statistics(models.everyChoice().rSquared, estimates);
    std::vector<BcaInterval> intervals;
    for (std::size_t i = 0; i < count; ++i)
        intervals.push_back(
            bcaInterval(drawn.of(i), estimates[i], without.of(i), resamples.coverage));
    return intervals;
}

} // namespace twelvefold::statistics
