// SPDX-License-Identifier: GPL-3.0-or-later
#include "honesty/promises.h"

#include "support/catch.h"

#include <cmath>

// The short run: wide enough of a margin that chance does not fail it, narrow enough that a wrong
// formula does. What the long run measures is in docs/honesty.md.
namespace {

using namespace twelvefold::honesty;

void hold(const std::vector<Promise>& promises)
{
    for (const Promise& promise : promises) {
        if (promise.few == 0 || promise.theory == Theory::none)
            continue;
        const Kept kept = measure(promise, promise.few);
        INFO(promise.what << ": " << kept.share << " of " << kept.replicates);
        CHECK(kept.replicates == promise.few);
        // At most 3.5 of the standard errors that the nominal share itself would have.
        const double spread =
            std::max(kept.error, std::sqrt(promise.nominal * (1 - promise.nominal) / promise.few));
        CHECK(std::fabs(kept.share - promise.nominal) <= promise.allowed + 3.5 * spread);
    }
}

} // namespace

TEST_CASE("intervals hold the truth as often as they say, and tests do not cry wolf", "[honesty]")
{
    hold(promisesOfMethods());
    hold(promisesOfChangesAndDrivers());
}

TEST_CASE("what is expected holds at the rate stated and planted children are seen", "[honesty]")
{
    hold(promisesOfFindings());
    hold(promisesOfPaidCare());
}

TEST_CASE("no difference between providers is said where there is none, and their intervals hold",
          "[honesty]")
{
    hold(promisesOfProviders());
}
