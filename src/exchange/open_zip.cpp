// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/open_kinds.h"

#include <algorithm>
#include <iterator>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kZipWithoutTables{
    "zip-without-tables",
    TWELVEFOLD_TEXT("Message", "The zip holds no table (.csv, .txt, .xlsx, .ods, .xml).")};
constexpr MessageKind kZipOtherFiles{
    "zip-other-files",
    TWELVEFOLD_TEXT("Message", "Of the zip's files these are no tables, and were left aside: %1.")};

// Names one after another, of which so many are told.
std::string listed(const std::vector<std::string>& names)
{
    constexpr std::size_t kTold = 12;
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kTold); ++i)
        list.append(list.empty() ? "“" : ", “").append(shown(names[i]) + "”");
    return names.size() > kTold ? list + ", …" : list;
}

} // namespace

Opened openZip(ZippedFiles& zip, const OpenFile& whole)
{
    Opened opened;
    for (const ZippedFiles::Entry& entry : zip.tables()) {
        const std::string& name = entry.name;
        OpenFile file = whole;
        file.name += " › " + shown(name);
        file.path += "/" + name; // whatever the name, within the zip
        auto bytes = zip.unpack(entry);
        if (!bytes) {
            file.refusal = bytes.failure();
            opened.push_back(std::make_shared<const OpenFile>(std::move(file)));
            continue;
        }
        std::ranges::copy(openBytes(std::move(*bytes), std::move(file)),
                          std::back_inserter(opened));
    }
    if (opened.empty()) {
        auto refused = std::make_shared<OpenFile>(whole);
        refused->refusal = Message{kZipWithoutTables, {}};
        opened.push_back(std::move(refused));
    }
    if (!zip.others().empty()) {
        auto first = std::make_shared<OpenFile>(*opened.front());
        first->note(Problem::Severity::information, {kZipOtherFiles, {listed(zip.others())}});
        opened.front() = std::move(first);
    }
    return opened;
}

} // namespace twelvefold::exchange
