// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "domain/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Returns that are XML: the tables that are in them, as the same tables come as text.
namespace twelvefold::exchange {

using namespace twelvefold::domain;

struct XmlTable
{
    std::string name;                        // "Episodes"
    std::shared_ptr<const std::string> text; // with its headings in the first line
};

// What stands in a document of a kind that is known.
struct XmlReturn
{
    std::vector<XmlTable> tables; // those with rows
    std::optional<int> year;      // in which the return ends, where it says so
    std::int64_t passedOver = 0;  // elements that are no row of a table: see XmlEntry::unless
    std::string notRead;          // names of elements that hold something and are in no table
};

bool beginsAsXml(std::string_view bytes);

// Nothing: of no kind that is known. A failure: of a kind that is known, and broken or too large.
std::optional<Result<XmlReturn>> openXmlReturn(const std::string& bytes);

} // namespace twelvefold::exchange
