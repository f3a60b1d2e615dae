// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/paths.h"
#include "torture/trials.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>

using namespace twelvefold;

namespace {

constexpr const char* kUse = "twelvefold_torture [--moments N] [--seed N] [TRIAL...]\n";

} // namespace

// The long form: torments the command line and counts what was lost.
int main(int argc, char** argv)
{
    torture::Effort effort{20, 1};
    std::vector<std::string> wanted;
    for (int i = 1; i < argc; ++i) {
        const bool moments = std::strcmp(argv[i], "--moments") == 0;
        if (!moments && std::strcmp(argv[i], "--seed") != 0) {
            wanted.emplace_back(argv[i]);
            continue;
        }
        const int number = i + 1 < argc ? std::atoi(argv[++i]) : 0;
        if (number < 1) {
            std::cerr << kUse;
            return 2;
        }
        if (moments)
            effort.moments = number;
        else
            effort.seed = static_cast<unsigned>(number);
    }
    const torture::Stage stage(tests::commandLine());
    std::size_t lost = 0;
    for (const torture::Trial& trial : torture::allTrials()) {
        if (!wanted.empty() && std::ranges::find(wanted, trial.name) == wanted.end())
            continue;
        const torture::Report report = trial.run(stage, effort);
        std::cout << trial.name << ": " << report.tried << " tried, " << report.lost.size()
                  << " lost" << (report.remark.empty() ? "" : ", ") << report.remark << std::endl;
        if (!report.skipped.empty())
            std::cout << "    " << report.skipped << '\n';
        for (const std::string& loss : report.lost)
            std::cout << "    " << loss << '\n';
        lost += report.lost.size();
    }
    return lost == 0 ? 0 : 1;
}
