// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <filesystem>

namespace twelvefold::wording {

inline std::filesystem::path toPath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

inline QString fromPath(const std::filesystem::path& path)
{
    // What is not UTF-8 has no letters: Qt's converter marks it, the library's would throw.
    const std::u8string name = path.u8string();
    return QString::fromUtf8(reinterpret_cast<const char*>(name.data()),
                             static_cast<qsizetype>(name.size()));
}

} // namespace twelvefold::wording
