// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/framework_file.h"

#include "support/catch.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

using namespace twelvefold;
using exchange::builtInFramework;
using exchange::readFramework;

namespace {

std::string replaced(std::string text, const std::string& what, const std::string& with)
{
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

const std::string kSmall = R"({
  "format": "twelvefold-framework", "key": "small", "version": 3, "title": "A small framework",
  "levels": ["Nothing", "Something", "Much"],
  "domains": [
    {"code": "sleep", "title": "Sleep", "prompt": "Think of the night.", "levels": ["Sleeps", "Wakes", "Hardly sleeps"]},
    {"code": "food", "title": "Food", "prompt": "Think of meals.", "weight": 2, "levels": ["Eats", "Picks", "Hardly eats"]}
  ],
  "strengthLevels": ["No", "Yes"],
  "strengths": [{"code": "play", "title": "Play", "levels": ["Does not play yet", "Plays"]}],
  "bands": [{"code": "low", "title": "Low", "from": 0, "to": 2}, {"code": "high", "title": "High", "from": 3, "to": 6}]
})";

std::string whyNot(const std::string& json)
{
    const auto read = readFramework(json);
    REQUIRE_FALSE(read.ok());
    return domain::plainEnglish(read.failure());
}

} // namespace

TEST_CASE("the built-in framework has twelve domains, sixty descriptors, strengths and bands")
{
    const auto& framework = builtInFramework();
    REQUIRE(framework.domainCount() == 12);
    CHECK(framework.highestLevel() == 4);
    CHECK(framework.highestTotal() == 48);
    CHECK(framework.strengths().size() == 8);
    CHECK(framework.strengthLevelNames().size() == 4);
    REQUIRE(framework.bands().size() == 4);
    CHECK(framework.bandOf(9) == 0);
    CHECK(framework.bandOf(10) == 1);
    CHECK(framework.bandOf(27) == 2);
    CHECK(framework.bandOf(48) == 3);
    CHECK(framework.domainIndex("safety_from_others").has_value());
}

TEST_CASE("every descriptor is a sentence or two of its own that can be read at a glance")
{
    std::set<std::string> seen;
    for (const auto& need : builtInFramework().domains()) {
        for (const std::string& text : need.descriptors) {
            INFO(need.code << ": " << text);
            std::istringstream words(text);
            const auto count = std::distance(std::istream_iterator<std::string>(words), {});
            CHECK(count >= 15);
            CHECK(count <= 35);
            CHECK(text.back() == '.');
            CHECK(seen.insert(text).second);
        }
    }
    CHECK(seen.size() == 60);
}

TEST_CASE("a framework is read back as it was written")
{
    const auto once = exchange::writeFramework(builtInFramework());
    const auto again = readFramework(once);
    REQUIRE(again.ok());
    CHECK(exchange::writeFramework(*again) == once);

    for (std::size_t d = 0; d < again->domainCount(); ++d)
        CHECK(again->domains()[d].mark == builtInFramework().domains()[d].mark);

    const auto small = readFramework(kSmall);
    REQUIRE(small.ok());
    CHECK(small->version() == 3);
    CHECK(small->domains()[0].weight == 1.0);
    CHECK(small->highestTotal() == 6);
}

TEST_CASE("the built-in framework says which of its domains speak of strain, safety or school")
{
    using domain::DomainMark;
    const auto markOf = [](const char* code) {
        return builtInFramework().domains()[*builtInFramework().domainIndex(code)].mark;
    };
    CHECK(markOf("behaviour") == DomainMark::strain);
    CHECK(markOf("safety_from_others") == DomainMark::safety);
    CHECK(markOf("safety_of_self") == DomainMark::safety);
    CHECK(markOf("education") == DomainMark::school);
    CHECK(std::ranges::count_if(builtInFramework().domains(),
                                [](const auto& need) { return need.mark.has_value(); }) == 4);
}

TEST_CASE("a framework from before there were marks has none, and a mark of no kind is refused")
{
    const auto none = readFramework(kSmall);
    REQUIRE(none.ok());
    for (const auto& need : none->domains())
        CHECK_FALSE(need.mark);
    CHECK(exchange::writeFramework(*none).find("mark") == std::string::npos);
    CHECK(readFramework(replaced(kSmall, "\"weight\": 2", "\"mark\": \"strain\", \"weight\": 2"))
              ->domains()[1]
              .mark == domain::DomainMark::strain);
    CHECK(whyNot(replaced(kSmall, "\"weight\": 2", "\"mark\": \"stress\"")) ==
          "At domains[1].mark: this is no mark of a domain. One of: strain, safety, school.");
}

TEST_CASE("what is wrong in a framework file is said with its place")
{
    CHECK(whyNot("") == "This is not a JSON file: it stops making sense at character 1.");
    CHECK(whyNot("[]").find("not a needs framework") != std::string::npos);
    CHECK(whyNot(replaced(kSmall, "\"Picks\"", "7")) ==
          "At domains[1].levels[1]: text is wanted here.");
    CHECK(whyNot(replaced(kSmall, "\"Picks\"", "\"  \"")) ==
          "At domains[1].levels[1]: the text is empty.");
    CHECK(whyNot(replaced(kSmall, ", \"Hardly sleeps\"", "")) ==
          "At domains[0].levels: there are 2 descriptors, and 3 levels to describe.");
    CHECK(whyNot(replaced(kSmall, "\"weight\": 2", "\"wieght\": 2"))
              .starts_with("At domains[1].wieght: a framework has nothing of this name."));
    CHECK(whyNot(replaced(kSmall, "\"weight\": 2", "\"weight\": \"2\"")) ==
          "At domains[1].weight: a number is wanted here.");
    CHECK(whyNot(replaced(kSmall, "\"version\": 3", "\"version\": 1.5")) ==
          "At version: a number is wanted here.");
    CHECK(whyNot(replaced(kSmall, "\"title\": \"Play\", ", "")) ==
          "At strengths[0].title: this is missing from the framework.");
    CHECK(whyNot(replaced(kSmall, "\"levels\": [\"Does not play yet\", \"Plays\"]",
                          "\"levels\": 4")) == "At strengths[0].levels: a list is wanted here.");
    CHECK(whyNot(replaced(kSmall, "\"strengths\": [{", "\"strengths\": [3, {")) ==
          "At strengths[0]: a group of names and values in braces is wanted here.");
}

TEST_CASE("a framework that contradicts itself is refused")
{
    CHECK(whyNot(replaced(kSmall, "\"food\"", "\"sleep\"")).find("used twice") !=
          std::string::npos);
    CHECK(whyNot(replaced(kSmall, "\"weight\": 2", "\"weight\": 0")).find("above 0") !=
          std::string::npos);
    CHECK(whyNot(replaced(kSmall, "\"from\": 3", "\"from\": 4")).find("gap or an overlap") !=
          std::string::npos);
    CHECK(whyNot(replaced(kSmall, "\"key\": \"small\"", "\"key\": \"Small one\"")).find("key") !=
          std::string::npos);
}
