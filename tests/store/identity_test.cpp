// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/identity.h"

#include "support/catch.h"

#include <vector>

using namespace twelvefold::store;

TEST_CASE("Pseudonyms are letter, figure, letter, hyphen, three figures")
{
    CHECK(pseudonym(0) == "A0A-000");
    CHECK(pseudonym(1) == "A0A-001");
    CHECK(pseudonym(kPseudonymCount - 1) == "Z9Z-999");
    CHECK_THROWS_AS(pseudonym(kPseudonymCount), std::logic_error);
    CHECK_THROWS_AS(shuffledPseudonym(kPseudonymCount, 1), std::logic_error);
}

TEST_CASE("No two numbers share a shuffled pseudonym, whatever the key")
{
    const auto numberOf = [](const std::string& text) {
        constexpr std::string_view letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
        return ((letters.find(text[0]) * 10 + static_cast<std::size_t>(text[1] - '0')) * 23 +
                letters.find(text[2])) *
                   1000 +
               static_cast<std::size_t>(std::stoi(text.substr(4)));
    };
    for (const std::uint64_t key : {0ull, 12ull, 0xFFFFFFFFFFFFFFFFull}) {
        std::vector<bool> seen(kPseudonymCount);
        std::size_t repeated = 0;
        for (std::uint64_t number = 0; number < kPseudonymCount; number += 3) {
            const std::size_t drawn = numberOf(shuffledPseudonym(number, key));
            repeated += seen[drawn] ? 1 : 0;
            seen[drawn] = true;
        }
        CHECK(repeated == 0);
    }
    CHECK(shuffledPseudonym(5, 1) == shuffledPseudonym(5, 1));
    CHECK(shuffledPseudonym(5, 1) != shuffledPseudonym(5, 2));
}

TEST_CASE("Ids are above zero, rise from run to run, and follow one another within one")
{
    IdSource ids;
    ids.startRun();
    const auto first = ids.next();
    CHECK(first > 0);
    CHECK(ids.next() == first + 1);
    for (int i = 0; i < 100; ++i)
        ids.next();
    const auto last = ids.next();
    ids.startRun();
    CHECK(ids.next() > last);
}

TEST_CASE("Two stores that begin at the same moment do not give the same ids")
{
    IdSource one, other;
    one.startRun();
    other.startRun();
    CHECK(one.next() != other.next());
}

TEST_CASE("Random numbers stay below their bound and reach all of it")
{
    std::vector<int> seen(7);
    for (int i = 0; i < 2000; ++i)
        ++seen.at(randomNumber(7));
    for (const int count : seen)
        CHECK(count > 100);
}
