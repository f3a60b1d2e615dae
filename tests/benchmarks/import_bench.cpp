// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench.h"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>

// How long a return takes from its files into a new store, and the most memory on the way; beside
// sqlite3 and pandas, which only read the same text.
//   twelvefold_import_bench [EPISODES [CHILDREN]]
namespace {

using namespace twelvefold;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

double megabytes(const char* line)
{
    std::ifstream status("/proc/self/status");
    for (std::string each; std::getline(status, each);) {
        if (each.starts_with(line))
            return std::strtod(each.c_str() + std::string_view(line).size(), nullptr) / 1024;
    }
    return 0;
}

// Dates as returns write them, days after 1 April 2019.
std::string dateAfter(int days)
{
    using namespace std::chrono;
    const year_month_day day(sys_days(year(2019) / April / 1) + std::chrono::days(days));
    char text[16];
    std::snprintf(text, sizeof text, "%02u/%02u/%d", unsigned(day.day()), unsigned(day.month()),
                  int(day.year()));
    return text;
}

// Each child's episodes follow one another; the last is still open.
void writeReturn(const fs::path& folder, int episodes, int children)
{
    std::ofstream header(folder / "header.csv"), table(folder / "episodes.csv");
    header << "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
    table << "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,"
             "PL_POST,URN\n";
    for (int child = 0, row = 0; child < children; ++child) {
        const std::string id = std::to_string(1'000'000 + child);
        header << id << (child % 2 == 0 ? ",M," : ",F,") << dateAfter(-2000 - child % 3000)
               << ",WBRI,,,\n";
        const int own = (episodes - row + children - child - 1) / (children - child);
        for (int i = 0; i < own; ++i, ++row) {
            const bool last = i + 1 == own;
            table << id << ',' << dateAfter(child % 900 + 40 * i) << (i == 0 ? ",S" : ",P")
                  << ",C2,N1," << (row % 3 == 0 ? "K2,PR4," : "U6,PR1,")
                  << (last ? std::string(",,")
                           : dateAfter(child % 900 + 40 * (i + 1)) + ",X1,CARPL")
                  << ",AB1 2CD,EF3 4GH,SC" << 100'000 + row % 25'000 << '\n';
        }
    }
}

// In a process of its own, so that each has a peak of its own.
void apart(const std::function<void()>& work)
{
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        work();
        std::fflush(stdout);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
}

void measure(const fs::path& folder, const fs::path& store, const char* what)
{
    const auto start = Clock::now();
    const std::clock_t processor = std::clock();
    const auto seconds = [](std::clock_t from) {
        return static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
    };
    std::unique_ptr<workbench::Workbench> bench;
    if (fs::exists(store))
        workbench::Workbench::open(store, bench, "bench");
    else
        bench = workbench::Workbench::create(store, "Bench", "bench").value();
    const workbench::ImportPlan plan =
        bench->planImport({folder / "header.csv", folder / "episodes.csv"}, {});
    const double planned = seconds(processor);
    const bool done = bench->applyImport(plan);
    std::printf("%s: %.1f s of the processor (%.1f to the review), %.1f s on the clock, %.0f MB at "
                "most%s\n",
                what, seconds(processor), planned,
                std::chrono::duration<double>(Clock::now() - start).count(), megabytes("VmHWM:"),
                done ? "" : ", and was not done");
}

void measurePeer(const char* name, const std::string& command)
{
    std::fflush(stdout);
    const auto start = Clock::now();
    if (std::system((command + " >/dev/null 2>&1").c_str()) != 0)
        std::printf("No %s to measure beside.\n", name);
    else
        std::printf("%s, reading alone: %.1f s on the clock\n", name,
                    std::chrono::duration<double>(Clock::now() - start).count());
}

} // namespace

int main(int count, char** arguments)
{
    const int episodes = count > 1 ? std::atoi(arguments[1]) : 1'000'000;
    const int children = count > 2 ? std::atoi(arguments[2]) : std::max(1, episodes * 3 / 10);
    const fs::path folder = fs::temp_directory_path() / "twelvefold-import-bench";
    fs::remove_all(folder);
    fs::create_directories(folder);
    writeReturn(folder, episodes, children);
    std::printf("%d episodes of %d children, %.1f MB of text\n", episodes, children,
                static_cast<double>(fs::file_size(folder / "episodes.csv") +
                                    fs::file_size(folder / "header.csv")) /
                    1e6);
    const fs::path store = folder / "bench.twelvefold";
    apart([&] { measure(folder, store, "into a new store"); });
    apart([&] { measure(folder, store, "the same again"); });
    const std::string table = (folder / "episodes.csv").string();
    measurePeer("sqlite3", "sqlite3 '" + (folder / "peer.db").string() +
                               "' '.mode csv' '.import \"" + table + "\" episodes'");
    measurePeer("pandas",
                "/usr/bin/python3 -c \"import pandas; pandas.read_csv('" + table + "')\"");
    fs::remove_all(folder);
    return 0;
}
