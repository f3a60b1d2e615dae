// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import.h"

namespace twelvefold::exchange {
namespace {

// In the order of FileKind.
constexpr Named<FileKind> kinds[] = {
    {FileKind::header, "ssda903_header", {TWELVEFOLD_TEXT("Word", "Statutory return: header")}},
    {FileKind::episodes,
     "ssda903_episodes",
     {TWELVEFOLD_TEXT("Word", "Statutory return: episodes")}},
    {FileKind::oc2, "ssda903_oc2", {TWELVEFOLD_TEXT("Word", "Statutory return: outcomes (OC2)")}},
    {FileKind::finance, "finance", {TWELVEFOLD_TEXT("Word", "Finance: cost lines")}},
    {FileKind::otherReturnTable,
     "ssda903_other",
     {TWELVEFOLD_TEXT("Word", "Statutory return: a table not used here")}},
    {FileKind::unrecognised, "unrecognised", {TWELVEFOLD_TEXT("Word", "Not recognised")}},
};

} // namespace

const char* token(FileKind kind)
{
    return kinds[static_cast<std::size_t>(kind)].token;
}

Word word(FileKind kind)
{
    return kinds[static_cast<std::size_t>(kind)].word;
}

} // namespace twelvefold::exchange
