// SPDX-License-Identifier: GPL-3.0-or-later
#include "honesty/promises.h"

#include <cstdio>
#include <cstdlib>
#include <string>

// Prints how each promise is kept, as the table of docs/honesty.md. The first argument is the share
// of the replicates to draw (1: all); the second a word that what is measured must contain.
int main(int argc, char** argv)
{
    using namespace twelvefold::honesty;
    const double share = argc > 1 ? std::strtod(argv[1], nullptr) : 1;
    const std::string word = argc > 2 ? argv[2] : "";
    std::printf("| What | Nominal %% | Achieved %% | ± | Replicates | Theory "
                "|\n|---|---|---|---|---|---|\n");
    for (const auto& promises :
         {promisesOfMethods(), promisesOfProviders(), promisesOfChangesAndDrivers(),
          promisesOfFindings(), promisesOfPaidCare()}) {
        for (const Promise& promise : promises) {
            if (promise.what.find(word) == std::string::npos)
                continue;
            const Kept kept =
                measure(promise, std::max(10, static_cast<int>(share * promise.replicates)));
            const char* theory = promise.theory == Theory::exact        ? "exact"
                                 : promise.theory == Theory::approached ? "in large samples"
                                                                        : "not promised";
            std::printf("| %s | %.1f | %.2f | %.2f | %d | %s |\n", promise.what.c_str(),
                        100 * promise.nominal, 100 * kept.share, 100 * kept.error, kept.replicates,
                        theory);
            std::fflush(stdout);
        }
    }
    return 0;
}
