// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/free_text.h"

#include "support/catch.h"

#include <string>
#include <vector>

using namespace twelvefold::domain;

namespace {

std::string faultOf(std::string_view text)
{
    const auto fault = faultInText({"The reason"}, text);
    return fault ? plainEnglish(*fault) : std::string();
}

std::string repeated(std::string_view text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

TEST_CASE("Words in any language are kept, with tabs and new lines")
{
    for (const char* text : {"Two carers", "Mae dau ofalwr – ŵyr", "二人の養育者", "👪", "a\u200Bb",
                             "One\n\ttwo", "e\u0301"}) {
        CAPTURE(text);
        CHECK(faultOf(text).empty());
        CHECK(isVisible(text));
    }
}

TEST_CASE("Words of which nothing can be seen are not kept")
{
    for (const char* text :
         {"", " ", "\t\n", "\u00A0", "\u200B\u200C\u200D", "\u2060", "\uFEFF", "\u00AD", "\u3000",
          "\u2800", "\u3164", "\u202E\u2069", "\U000E0041"}) {
        CAPTURE(text);
        CHECK(faultOf(text) ==
              "The reason has nothing in it that can be seen. Write it in letters.");
        CHECK_FALSE(isVisible(text));
    }
}

TEST_CASE("What is no text is not kept, and said so")
{
    for (const char* text : {"\xFF", "Two \xC0\xAF carers", "\xED\xA0\x80", "caf\xE9",
                             "\xF4\x90\x80\x80", "red \x1B[31m", "\x07", "\u0085"}) {
        CAPTURE(text);
        CHECK(faultOf(text).starts_with("The reason is not plain text"));
    }
}

TEST_CASE("Words are kept up to five hundred characters, whatever the letters")
{
    for (const char* letter : {"a", "ŵ", "二", "👪"}) {
        CAPTURE(letter);
        CHECK(faultOf(repeated(letter, kMostLetters)).empty());
        CHECK(faultOf(repeated(letter, kMostLetters + 1)) ==
              "The reason is 501 characters long, and at most 500 are kept. Shorten it.");
    }
}

TEST_CASE("A name is found as it stands, or in other capitals where that can mean only one")
{
    const std::vector<std::string> names{"C1A-001", "C1B-002", "c1b-002", "Ŵ1A-003"};
    CHECK(nameMeant(names, "C1A-001") == 0);
    CHECK(nameMeant(names, "c1a-001") == 0);
    CHECK(nameMeant(names, "c1b-002") == 2);
    CHECK(nameMeant(names, "C1B-002") == 1);
    CHECK_FALSE(nameMeant(names, "c1B-002"));
    CHECK_FALSE(nameMeant(names, "c1a"));
    CHECK_FALSE(nameMeant(names, ""));
    CHECK(nameMeant(names, "Ŵ1a-003") == 3);
}

TEST_CASE("what nobody sees goes, whatever stands around it, also bytes that are no text")
{
    CHECK_FALSE(hasUnseen("70011 a"));
    CHECK_FALSE(hasUnseen("caf\u00E9"));
    CHECK(hasUnseen("70\u200B011"));
    CHECK(withoutUnseen("\u202E70\u200B011\u00A0 a\u007F") == "70011 a");
    CHECK(withoutUnseen("").empty());
    for (const char* broken : {"a\xFF"
                               "b",
                               "\xE2\x80", "\x80\x80", "a\xC3"}) {
        CHECK_FALSE(hasUnseen(broken));
        CHECK(withoutUnseen(broken) == broken);
    }
}
