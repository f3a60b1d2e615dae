// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz/promises.h"
#include "support/paths.h"

#include "support/catch.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

// What the reading tests share: a folder of their own, and short ways to ask what came of a file.
namespace reading {

using namespace twelvefold::exchange;

class Folder
{
public:
    Folder()
    {
        static int made = 0;
        m_path =
            std::filesystem::temp_directory_path() /
            ("twelvefold-exchange-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
        std::filesystem::create_directories(m_path);
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path path() const { return m_path; }
    std::filesystem::path write(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(m_path / name, std::ios::binary) << bytes;
        return m_path / name;
    }

private:
    std::filesystem::path m_path;
};

inline std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::filesystem::path fixture(const std::string& name)
{
    return twelvefold::tests::testData() / "exchange" / name;
}

inline ReadOptions on(int year, int month, int day, std::optional<int> returnYear = std::nullopt)
{
    ReadOptions options;
    options.today = Date::from(year, month, day);
    options.returnYear = returnYear;
    return options;
}
inline ReadOptions summer2024()
{
    return on(2024, 6, 1);
}

inline ReadFile read(const std::string& bytes, const ReadOptions& options = summer2024(),
                     const std::string& name = "table.csv")
{
    const Folder folder;
    return readFile(folder.write(name, bytes), settingTable(), options);
}

// The problem of a kind, or null.
inline const Problem* problem(const ReadFile& file, std::string_view code)
{
    const auto found = std::ranges::find_if(
        file.problems, [&](const Problem& entry) { return entry.message.kind.code == code; });
    return found == file.problems.end() ? nullptr : &*found;
}
inline bool has(const ReadFile& file, std::string_view code)
{
    return problem(file, code) != nullptr;
}

// "episode-same-day urn-shape": what is wrong, in order.
inline std::string codes(const ReadFile& file)
{
    std::string all;
    for (const Problem& entry : file.problems)
        all += (all.empty() ? "" : " ") + std::string(entry.message.kind.code);
    return all;
}

// What holds of every file, however broken.
inline void checkInvariants(const ReadFile& file)
{
    CHECK(brokenPromise(file) == "");
}

} // namespace reading
