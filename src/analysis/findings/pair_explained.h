// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/cost_drivers.h"
#include "analysis/statistics.h"
#include "statistics/similar/pair.h"

#include <memory>

namespace twelvefold::analysis {

// One group's part in the gap between two children's costs: what the drivers model expects of the
// difference between them in that group alone. Pounds a week; the dearer child less the cheaper.
struct ExplainedPart
{
    std::vector<DriverKind> kinds;
    double log = 0;                     // of the log of the ratio
    double pounds = 0;                  // negative: would make the dearer child cheaper
    std::optional<double> lower, upper; // of pounds, 95 %
};

struct PairExplained
{
    Pair pair;
    std::vector<ExplainedPart> parts;                // the largest first, whichever way it goes
    std::optional<double> unexplained, lower, upper; // pounds a week: goes with nothing recorded
    std::optional<Message> undefined;
    Trace trace;

    double log() const; // of the log of the ratio, all parts together
};
std::string token(const ExplainedPart& part);

// log(cost a / cost b) = Σ groups β·(x_a − x_b) + what is left, under the drivers model, robust to
// unequal spread (HC3). The model is fitted once; a pair costs little then.
class PairExplainer
{
public:
    explicit PairExplainer(const domain::Cohort& cohort);
    ~PairExplainer();
    PairExplainer(const PairExplainer&) = delete;
    PairExplainer& operator=(const PairExplainer&) = delete;

    // Rows of the pair are rows of the cohort.
    PairExplained explain(const Pair& pair) const;

private:
    struct Fit;
    std::unique_ptr<const Fit> m_fit;
};

} // namespace twelvefold::analysis
