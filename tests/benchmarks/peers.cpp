// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

namespace twelvefold::benchmarks {
namespace {

struct Close
{
    void operator()(std::FILE* pipe) const { pclose(pipe); }
};

void writeTable(const SyntheticChildren& children, const std::string& path)
{
    std::ofstream table(path);
    for (std::size_t d = 0; d < children.levels.size(); ++d)
        table << "d" << d + 1 << ",";
    table << "cost\n";
    table.precision(10);
    for (std::size_t child = 0; child < children.total.size(); ++child) {
        for (const auto& level : children.levels)
            table << level[child] << ",";
        table << children.weeklyCost[child] << "\n";
    }
}

// Lines of task, program and milliseconds, between tabs.
void run(const std::string& command, std::vector<Peer>& peers)
{
    const std::unique_ptr<std::FILE, Close> pipe(popen((command + " 2>/dev/null").c_str(), "r"));
    char line[256];
    while (pipe && std::fgets(line, sizeof line, pipe.get()) != nullptr) {
        Peer peer;
        std::istringstream words(line);
        if (words >> peer.task >> peer.program >> peer.milliseconds)
            peers.push_back(peer);
    }
}

} // namespace

std::vector<Peer> peersOn(const SyntheticChildren& children)
{
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() /
        ("twelvefold-bench-" + std::to_string(children.total.size()) + ".csv");
    writeTable(children, path.string());
    std::vector<Peer> peers;
    run("python3 " TWELVEFOLD_PEERS "/peers.py " + path.string(), peers);
    run("Rscript " TWELVEFOLD_PEERS "/peers.R " + path.string(), peers);
    std::filesystem::remove(path);
    return peers;
}

} // namespace twelvefold::benchmarks
