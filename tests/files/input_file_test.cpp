// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/input_file.h"
#include "support/scratch_folder.h"

#include "support/catch.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <string_view>

using namespace twelvefold;

TEST_CASE("A pipe is read as soon as somebody has it open to write, however long they are silent")
{
    const tests::ScratchFolder folder;
    const auto name = folder / "pipe.csv";
    REQUIRE(::mkfifo(name.c_str(), 0600) == 0);
    SECTION("nobody has")
    {
        const auto refused = files::openToRead(name);
        REQUIRE_FALSE(refused);
        CHECK(refused.failure().kind.code == "input-is-a-silent-pipe");
    }
    SECTION("somebody has")
    {
        const files::Descriptor writer(::open(name.c_str(), O_RDWR | O_CLOEXEC));
        REQUIRE(writer);
        const auto file = files::openToRead(name);
        REQUIRE(file);
        REQUIRE(::write(writer.number(), "late", 4) == 4);
        std::array<char, 8> text{};
        std::error_code error;
        CHECK(files::readSome(*file, text.data(), text.size(), error) == 4);
        CHECK(std::string_view(text.data()) == "late");
    }
}
