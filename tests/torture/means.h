// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "torture/judge.h"
#include "torture/trials.h"

#include <algorithm>
#include <random>

// What trials torment with: chance, and the shim between a program and the disk.
namespace twelvefold::torture {

using Random = std::mt19937;

inline double between(Random& random, double low, double high)
{
    return std::uniform_real_distribution(low, high)(random);
}

inline int between(Random& random, int low, int high)
{
    return std::uniform_int_distribution(low, std::max(low, high))(random);
}

// One of the calls that a command makes.
struct Call
{
    std::string name; // one of kCalls
    int nth = 0;
    int of = 0;
    std::string inWords() const
    {
        return name + " " + std::to_string(nth) + " of " + std::to_string(of);
    }
};
// Of those of one name; nothing where it makes none.
std::optional<Call> anyCall(Random& random, const Command& command, const std::string& name);

// Runs a command in a folder of its own under such conditions and adds what is lost to the report.
void tryOnce(Report& report, const Stage& stage, const Command& command,
             const std::string& circumstances,
             const std::function<Conditions(const Folder&)>& under, Leeway leeway);

std::map<std::string, std::string> shim(const Folder& folder, const Call& call,
                                        const std::string& how);

} // namespace twelvefold::torture
