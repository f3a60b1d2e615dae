// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml_pieces.h"

#include "domain/utf8.h"
#include "exchange/workbook.h"
#include "files/names.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace twelvefold::exchange {
namespace {

using namespace domain;
using namespace std::string_view_literals;

constexpr MessageKind kPartBroken{
    "workbook-part-broken",
    TWELVEFOLD_TEXT("Message", "The workbook is damaged: its part “%1” breaks off or makes no "
                               "sense. Open it in a spreadsheet program, save it again, and bring "
                               "in that.")};
constexpr MessageKind kPartOfOtherKind{
    "workbook-part-of-other-kind",
    TWELVEFOLD_TEXT("Message", "The workbook is damaged: its part “%1” is not what it should be. "
                               "Open it in a spreadsheet program, save it again, and bring in "
                               "that.")};
constexpr MessageKind kPartDeclares{
    "workbook-part-declares",
    TWELVEFOLD_TEXT("Message", "The workbook's part “%1” declares entities or a type of document, "
                               "as no spreadsheet program does, and is not read. Open it in a "
                               "spreadsheet program, save it again, and bring in that.")};
constexpr MessageKind kPartEncoding{
    "workbook-part-encoding",
    TWELVEFOLD_TEXT("Message", "The workbook's part “%1” is not in UTF-8. Open it in a spreadsheet "
                               "program, save it again, and bring in that.")};
constexpr MessageKind kPieceTooLong{
    "workbook-row-too-long",
    TWELVEFOLD_TEXT("Message", "The workbook's part “%1” has a row or another piece of more than "
                               "%2 MB, which no table has.")};

constexpr std::size_t kChunk = std::size_t{64} << 10;
constexpr std::size_t kDeepest = 64; // elements within one another, until one is taken

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

bool isXmlSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isXmlCharacter(std::uint32_t character)
{
    return character == '\t' || character == '\n' || character == '\r' ||
           (character >= 0x20 && character < 0xD800) ||
           (character >= 0xE000 && character <= 0xFFFD) ||
           (character >= 0x10000 && character <= 0x10FFFF);
}

// "#13" or "#xD"
bool isCharacterReference(std::string_view name)
{
    name.remove_prefix(1);
    const int base = name.starts_with('x') ? 16 : 10;
    name.remove_prefix(base == 16 ? 1 : 0);
    std::uint32_t character = 0;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), character, base);
    return error == std::errc() && end == name.data() + name.size() && isXmlCharacter(character);
}

bool namesNothingOdd(std::string_view xml)
{
    constexpr std::string_view known[] = {"amp", "lt", "gt", "quot", "apos"};
    constexpr std::size_t longest = 10;
    for (auto at = xml.find('&'); at != xml.npos; at = xml.find('&', at + 1)) {
        const std::string_view rest = xml.substr(at + 1, longest + 1);
        const std::string_view name = rest.substr(0, rest.find(';'));
        if (name.empty() || name.size() == rest.size())
            return false;
        if (name[0] == '#' ? !isCharacterReference(name) : std::ranges::count(known, name) == 0)
            return false;
    }
    return true;
}

// The parser lets pass what it does not know, and ends a text at a zero. What is set apart as CDATA
// stands for itself.
bool refersToNothingOdd(std::string_view xml)
{
    if (xml.find('&') == xml.npos)
        return true;
    while (!xml.empty()) {
        const auto apart = std::min(xml.find("<![CDATA["), xml.size());
        if (!namesNothingOdd(xml.substr(0, apart)))
            return false;
        xml.remove_prefix(std::min(xml.find("]]>", apart), xml.size()));
    }
    return true;
}

// What an XML declaration says the letters are in; nothing where it does not.
std::optional<std::string> declaredEncoding(std::string_view declaration)
{
    const auto at = declaration.find("encoding");
    const auto opening = declaration.find_first_of("\"'", at);
    if (at == declaration.npos || opening == declaration.npos)
        return std::nullopt;
    const std::string_view rest = declaration.substr(opening + 1);
    return files::lowerCase(std::string(rest.substr(0, rest.find(declaration[opening]))));
}

} // namespace

XmlPieces::XmlPieces(PartStream part, std::string root, Prefixes prefixes)
    : m_part(std::move(part)), m_root(std::move(root)), m_prefixes(prefixes)
{
}

void XmlPieces::fail(const MessageKind& kind) const
{
    throw WorkbookFault{{kind, {part()}}};
}

bool XmlPieces::more()
{
    if (m_partEnded)
        return false;
    if (m_buffer.size() - m_at > kLongestRow)
        throw WorkbookFault{
            {kPieceTooLong, {part(), static_cast<std::int64_t>(kLongestRow >> 20)}}};
    const std::size_t had = m_buffer.size();
    m_buffer.resize(had + kChunk);
    m_buffer.resize(had + m_part.read(m_buffer.data() + had, kChunk));
    m_partEnded = m_buffer.size() == had;
    return !m_partEnded;
}

bool XmlPieces::ensure(std::size_t end)
{
    while (m_buffer.size() < end) {
        if (!more())
            return false;
    }
    return true;
}

std::size_t XmlPieces::find(std::string_view what, std::size_t from)
{
    for (;;) {
        const std::size_t found = m_buffer.find(what, from);
        if (found != std::string::npos)
            return found;
        from = std::max(from, m_buffer.size() - std::min(m_buffer.size(), what.size() - 1));
        if (!more())
            return std::string::npos;
    }
}

std::size_t XmlPieces::behind(std::string_view what, std::size_t from)
{
    const std::size_t found = find(what, from);
    if (found == std::string::npos)
        fail(kPartBroken);
    return found + what.size();
}

// From "<" to behind its ">", which may stand within quotation marks too.
std::size_t XmlPieces::behindTag(std::size_t at)
{
    char mark = '\0';
    for (++at; at < m_buffer.size() || more(); ++at) {
        const char c = m_buffer[at];
        if (c == '<')
            fail(kPartBroken);
        if (mark != '\0')
            mark = c == mark ? '\0' : mark;
        else if (c == '"' || c == '\'')
            mark = c;
        else if (c == '>')
            return at + 1;
    }
    fail(kPartBroken);
}

bool XmlPieces::startsAt(std::size_t at, std::string_view what)
{
    return ensure(at + what.size()) && m_buffer.compare(at, what.size(), what) == 0;
}

// Behind what stands at "<" and is no tag; the place itself where a tag does.
std::size_t XmlPieces::behindAside(std::size_t at)
{
    if (!ensure(at + 2))
        fail(kPartBroken);
    if (m_buffer[at + 1] == '?')
        return behind("?>", at);
    if (m_buffer[at + 1] != '!')
        return at;
    if (startsAt(at, "<!--"))
        return behind("-->", at + 4);
    if (startsAt(at, "<![CDATA[") && !m_open.empty())
        return behind("]]>", at);
    fail(kPartDeclares);
}

// A mark and a declaration say what the letters are in.
void XmlPieces::begin()
{
    m_begun = true;
    if (startsAt(0, "\xFE\xFF"sv) || startsAt(0, "\xFF\xFE"sv) || startsAt(0, "<\0"sv) ||
        startsAt(0, "\0<"sv))
        fail(kPartEncoding);
    if (startsAt(0, "\xEF\xBB\xBF"sv))
        m_at = 3;
    if (!startsAt(m_at, "<?xml"))
        return;
    const std::size_t end = behind("?>", m_at);
    const auto encoding = declaredEncoding(std::string_view(m_buffer).substr(m_at, end - m_at));
    if (encoding && *encoding != "utf-8" && *encoding != "us-ascii")
        fail(kPartEncoding);
    m_at = end;
}

bool XmlPieces::next()
{
    if (!m_begun)
        begin();
    if (m_empty)
        leave();
    m_empty = false;
    if (m_at > kChunk && 2 * m_at > m_buffer.size()) {
        m_buffer.erase(0, m_at);
        m_at = 0;
    }
    for (;;) {
        const std::size_t at = find("<", m_at);
        if (at == std::string::npos) {
            if (!m_open.empty() || !m_rootSeen)
                fail(kPartBroken);
            return false;
        }
        m_at = behindAside(at);
        if (m_at != at)
            continue;
        m_at = behindTag(at);
        if (m_buffer[at + 1] == '/') {
            close(at);
            continue;
        }
        open(at);
        return true;
    }
}

void XmlPieces::open(std::size_t at)
{
    m_tag = at;
    m_empty = m_buffer[m_at - 2] == '/';
    std::size_t end = at + 1;
    while (!isXmlSpace(m_buffer[end]) && m_buffer[end] != '/' && m_buffer[end] != '>')
        ++end;
    std::string name = m_buffer.substr(at + 1, end - at - 1);
    if (name.empty() || m_open.size() == kDeepest || (m_open.empty() && m_rootSeen))
        fail(kPartBroken);
    m_path += m_path.empty() ? "" : "/";
    m_path += m_prefixes == Prefixes::kept ? name : localName(name.c_str());
    m_open.push_back(std::move(name));
    if (!m_rootSeen && m_path != m_root)
        fail(kPartOfOtherKind);
    m_rootSeen = true;
}

void XmlPieces::close(std::size_t at)
{
    std::string_view name = std::string_view(m_buffer).substr(at + 2, m_at - at - 3);
    while (!name.empty() && isXmlSpace(name.back()))
        name.remove_suffix(1);
    if (m_open.empty() || m_open.back() != name)
        fail(kPartBroken);
    leave();
}

void XmlPieces::leave()
{
    m_open.pop_back();
    m_path.resize(m_open.empty() ? 0 : m_path.rfind('/'));
}

std::size_t XmlPieces::behindElement()
{
    std::size_t end = m_at;
    m_at = m_tag; // from where a piece's length counts
    for (int depth = m_empty ? 0 : 1; depth > 0;) {
        const std::size_t at = find("<", end);
        if (at == std::string::npos)
            fail(kPartBroken);
        end = behindAside(at);
        if (end != at)
            continue;
        end = behindTag(at);
        if (m_buffer[at + 1] == '/')
            --depth;
        else if (m_buffer[end - 2] != '/')
            ++depth;
    }
    return end;
}

pugi::xml_node XmlPieces::parse(pugi::xml_document& document, char* xml, std::size_t length)
{
    constexpr unsigned how = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol |
                             pugi::parse_wconv_attribute | pugi::parse_ws_pcdata;
    const std::string_view text(xml, length);
    if (std::ranges::any_of(text, isControl) || !domain::isUtf8(text))
        fail(kPartBroken);
    if (!refersToNothingOdd(text))
        fail(kPartDeclares);
    if (!document.load_buffer_inplace(xml, length, how, pugi::encoding_utf8))
        fail(kPartBroken);
    return document.first_child();
}

pugi::xml_node XmlPieces::attributes()
{
    m_tagAlone = m_buffer.substr(m_tag, m_at - m_tag - (m_empty ? 2 : 1)) + "/>";
    return parse(m_attributes, m_tagAlone.data(), m_tagAlone.size());
}

pugi::xml_node XmlPieces::take()
{
    skip();
    return parse(m_piece, m_buffer.data() + m_tag, m_at - m_tag);
}

void XmlPieces::skip()
{
    m_at = behindElement();
    m_empty = false;
    leave();
}

std::string_view localName(const char* name)
{
    const std::string_view whole(name);
    const auto colon = whole.find(':');
    return colon == whole.npos ? whole : whole.substr(colon + 1);
}

std::string textIn(pugi::xml_node element)
{
    std::string text;
    for (const pugi::xml_node child : element) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
    }
    return text;
}

} // namespace twelvefold::exchange
