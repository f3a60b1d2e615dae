// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/paths.h"
#include "torture/trials.h"

#include "support/catch.h"

using namespace twelvefold;

// The short form of ./run torture.
TEST_CASE("Nothing is lost, left or lied about, whatever goes wrong")
{
    const torture::Stage stage(tests::commandLine());
    for (const torture::Trial& trial : torture::allTrials()) {
        const torture::Report report = trial.run(stage, {1, 20260331});
        INFO(trial.name);
        CHECK((report.tried > 0 || !report.skipped.empty()));
        for (const std::string& loss : report.lost)
            FAIL_CHECK(loss);
    }
}
