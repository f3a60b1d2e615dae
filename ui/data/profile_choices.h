// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/profile.h"

#include <QLatin1String>
#include <QString>

#include <string>
#include <string_view>
#include <vector>

// What a person chooses of a profile, part by part: a choice is a heading of the table behind a
// mark, a word of ours, or nothing.
namespace twelvefold::ui {

inline constexpr QLatin1String kHeadingMark(":");

QString asChoice(const std::vector<std::string>& columns);
bool isHeading(const QString& chosen);
std::vector<std::string> columnsOf(const QString& chosen); // none: it is no heading

void writeField(exchange::Profile& profile, const std::string& token, const QString& chosen);
QString readField(const exchange::Profile& profile, const char* token);

// The one amount or value of a profile, or the total of several.
void writeWhole(exchange::Profile& profile, const QString& chosen);
QString readWhole(const exchange::Profile& profile);

// The words of ours that a field can mean, as people read them; none: it means what it says.
struct OfferedWord
{
    QString token, words;
};
std::vector<OfferedWord> offeredWords(std::string_view field);

// Makes it known by every heading that it reads.
void knowByHeadings(exchange::Profile& profile);

} // namespace twelvefold::ui
