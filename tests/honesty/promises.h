// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/numbers/random.h"

#include <functional>
#include <string>
#include <vector>

// What the engine promises of its figures, put to the test on data whose truth is known: how often
// an interval holds it, how often a test with nothing to find rejects.
namespace twelvefold::honesty {

struct Tally
{
    std::size_t kept = 0, of = 0;

    void count(bool keptIt)
    {
        kept += keptIt ? 1 : 0;
        ++of;
    }
    double share() const { return static_cast<double>(kept) / static_cast<double>(of); }
};

enum class Theory
{
    exact,      // must be so for any number of children
    approached, // with many children: how far off it is at this number is what is measured
    none        // not promised here: measured, so that nobody is misled
};

struct Promise
{
    std::string what; // and on which data
    double nominal = 0.95;
    Theory theory = Theory::approached;
    double allowed = 0.01;  // from the nominal, beyond Monte Carlo error
    int replicates = 20000; // of the long run
    int few = 400;          // of the short one; 0: only in the long run
    // One replicate: data drawn anew, and whether the promise was kept, perhaps for several
    // figures.
    std::function<void(statistics::Random&, Tally&)> draw;
};

std::vector<Promise> promisesOfMethods();
std::vector<Promise> promisesOfChangesAndDrivers();
std::vector<Promise> promisesOfFindings();
std::vector<Promise> promisesOfPaidCare();
std::vector<Promise> promisesOfProviders();

struct Kept
{
    double share = 0, error = 0; // Monte Carlo standard error, replicates being independent
    int replicates = 0;
};
// Replicate k draws from stream k of a seed of the promise's own: the same figures on any machine.
Kept measure(const Promise& promise, int replicates);
inline constexpr std::uint64_t kSeed = 20260331;

} // namespace twelvefold::honesty
