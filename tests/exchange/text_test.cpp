// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/text.h"

#include "support/catch.h"

using namespace twelvefold::exchange;
using namespace std::string_literals;

namespace {

std::string utf16(std::u16string_view text, bool bigEndian)
{
    std::string bytes;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

std::string decoded(std::string_view bytes)
{
    const auto text = decodeText(bytes);
    REQUIRE(text.ok());
    return text->utf8;
}

std::string refusal(std::string_view bytes)
{
    const auto text = decodeText(bytes);
    REQUIRE_FALSE(text.ok());
    return twelvefold::domain::plainEnglish(text.failure());
}

constexpr std::u16string_view kNames = u"CHILD,NAME\n1,Zoë €5 😀\n";
const std::string kNamesUtf8 = "CHILD,NAME\n1,Zoë €5 😀\n";

} // namespace

TEST_CASE("UTF-8 is read with and without its mark")
{
    CHECK(decoded(kNamesUtf8) == kNamesUtf8);
    CHECK(decoded("\xEF\xBB\xBF" + kNamesUtf8) == kNamesUtf8);
    CHECK(decodeText(kNamesUtf8)->warnings.empty());
}

TEST_CASE("UTF-16 is read in both orders, with and without its mark")
{
    CHECK(decoded("\xFF\xFE" + utf16(kNames, false)) == kNamesUtf8);
    CHECK(decoded("\xFE\xFF" + utf16(kNames, true)) == kNamesUtf8);
    CHECK(decoded(utf16(kNames, false)) == kNamesUtf8);
    CHECK(decoded(utf16(kNames, true)) == kNamesUtf8);
}

TEST_CASE("UTF-16 that is cut short or has half a pair is read, and that is said")
{
    const auto cutShort = decodeText("\xFF\xFE"s + utf16(u"a,b", false) + "c");
    REQUIRE(cutShort.ok());
    CHECK(cutShort->utf8 == "a,b");
    CHECK(cutShort->warnings.size() == 1);

    const auto halfPair =
        decodeText("\xFF\xFE"s + utf16(u"a,", false) + "\x3D\xD8"s + utf16(u"b", false));
    REQUIRE(halfPair.ok());
    CHECK(halfPair->utf8 == "a,\uFFFDb");
    CHECK(halfPair->warnings.size() == 1);
}

TEST_CASE("what is not UTF-8 is read as Windows-1252, with a warning")
{
    const auto text = decodeText("CHILD,NAME\n1,Zo\xEB \x80"
                                 "5 \x93x\x94\n");
    REQUIRE(text.ok());
    CHECK(text->utf8 == "CHILD,NAME\n1,Zoë €5 “x”\n");
    REQUIRE(text->warnings.size() == 1);
    CHECK(text->warnings[0].kind.code == "file-encoding-guessed");
    CHECK(decodeText("a\x81"
                     "b")
              ->warnings.size() == 2); // a place that Windows-1252 leaves empty
    // Overlong and surrogate forms are not UTF-8.
    CHECK(decodeText("a\xC0\xAF")->warnings[0].kind.code == "file-encoding-guessed");
    CHECK(decodeText("a\xED\xA0\x80")->warnings[0].kind.code == "file-encoding-guessed");
    CHECK(decodeText("a\xE2\x82")->warnings[0].kind.code == "file-encoding-guessed");
}

TEST_CASE("what is not text is refused by saying what it is")
{
    CHECK(refusal("%PDF-1.7\n...").starts_with("This is a PDF document"));
    CHECK(refusal("PK\x03\x04rest of a workbook").starts_with("This is an Excel workbook"));
    CHECK(
        refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").starts_with("This is an older Excel workbook"));
    CHECK(refusal("SQLite format 3\0more"s).starts_with("This is a database"));
    CHECK(refusal("<!DOCTYPE html><table>").starts_with("This is a web page"));
    CHECK(refusal("<?xml version=\"1.0\"?>").starts_with("This is an XML file"));
    CHECK(refusal("\x1F\x8B\x08"s).starts_with("This is a compressed file"));
    CHECK(refusal("\x89PNG\r\n").starts_with("This is a picture"));
    CHECK(refusal("abc,\0def"s).starts_with("This is a file of some other kind"));
    CHECK(refusal("\x01\x02\x03\x04\x05").starts_with("This is a file of some other kind"));
    CHECK(
        refusal("\xFF\xFE\0\0a\0\0\0"s).starts_with("This is a file of some other kind")); // UTF-32
}

TEST_CASE("an empty file is called empty")
{
    CHECK(refusal("") == "The file is empty.");
    CHECK(refusal("\xEF\xBB\xBF") == "The file is empty.");
    CHECK(refusal("\xFF\xFE") == "The file is empty.");
    CHECK(refusal(" \r\n\t\r\n") == "The file is empty.");
}
