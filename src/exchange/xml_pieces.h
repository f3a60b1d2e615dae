// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/zip_parts.h"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace twelvefold::exchange {

// An XML part from its first element to its last: element by element on the way down, and the
// elements that are wanted whole, one at a time. So no part stands in memory, however long.
//
// What XML forbids is refused, and beyond that document types with their entities, which no
// spreadsheet program writes, and letters otherwise than in UTF-8.
class XmlPieces
{
public:
    // Prefixes are whatever the writer chose. OOXML is told apart without them; what ODF says of
    // one element may differ by nothing else, and all its writers have the same.
    enum class Prefixes
    {
        leftOut,
        kept
    };
    XmlPieces(PartStream part, std::string root, Prefixes prefixes);

    // To the next element: the first within this one, unless it was taken or skipped. False at the
    // end.
    bool next();
    // Down to the element, such as "worksheet/sheetData/row".
    std::string_view path() const { return m_path; }
    const std::string& part() const { return m_part.name(); }

    // What they give is valid until next().
    pugi::xml_node attributes(); // the element without what is in it
    pugi::xml_node take();       // the whole of it
    void skip();

private:
    bool more();
    bool ensure(std::size_t end);
    std::size_t find(std::string_view what, std::size_t from);
    std::size_t behind(std::string_view what, std::size_t from);
    std::size_t behindTag(std::size_t at);
    bool startsAt(std::size_t at, std::string_view what);
    std::size_t behindAside(std::size_t at);
    void begin();
    void open(std::size_t at);
    void close(std::size_t at);
    void leave();
    std::size_t behindElement();
    pugi::xml_node parse(pugi::xml_document& document, char* xml, std::size_t length);
    [[noreturn]] void fail(const domain::MessageKind& kind) const;

    PartStream m_part;
    std::string m_root;
    Prefixes m_prefixes;
    std::string m_buffer;
    std::size_t m_at = 0; // in the buffer; what stands before is done with
    bool m_partEnded = false;
    std::vector<std::string> m_open; // names as written
    std::string m_path;
    bool m_begun = false, m_rootSeen = false;
    std::size_t m_tag = 0;  // where the element at hand begins
    bool m_empty = false;   // its tag is all of it
    std::string m_tagAlone; // for attributes()
    pugi::xml_document m_attributes, m_piece;
};

// A name without its prefix.
std::string_view localName(const char* name);
// The text directly in an element.
std::string textIn(pugi::xml_node element);

} // namespace twelvefold::exchange
