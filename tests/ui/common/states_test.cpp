// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/states.h"
#include "store/store.h"
#include "support/finders.h"
#include "support/person.h"

#include "support/catch.h"
#include <QPushButton>
#include <QThread>
#include <atomic>
#include <thread>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

constexpr domain::MessageKind kDiskFull{"test-disk-full", "The disk is full."};

} // namespace

TEST_CASE("a short job shows nothing, and what follows it runs in the window's thread")
{
    QWidget window;
    window.resize(400, 300);
    Busy busy(&window);
    sees(window);
    bool done = false;
    busy.run(
        "Reading", [](const Busy::Report&, std::stop_token) {},
        [&](bool stopped, const std::optional<QString>& failure) {
            done = !stopped && !failure && QThread::currentThread() == qApp->thread();
        });
    REQUIRE(waitsFor([&] { return !busy.running(); }));
    CHECK(done);
    CHECK_FALSE(busy.isVisible());
}

TEST_CASE("a long job shows itself and can be stopped")
{
    QWidget window;
    window.resize(400, 300);
    Busy busy(&window);
    sees(window);
    bool stopped = false;
    busy.run(
        "Bringing in",
        [](const Busy::Report&, std::stop_token stop) {
            while (!stop.stop_requested())
                std::this_thread::yield();
        },
        [&](bool was, const std::optional<QString>&) { stopped = was; });
    REQUIRE(waitsFor([&] { return busy.isVisible(); }));
    click(button(&busy, "Cancel"));
    REQUIRE(waitsFor([&] { return !busy.running(); }));
    CHECK(stopped);
    CHECK_FALSE(busy.isVisible());
}

TEST_CASE("what the world refuses comes back in words")
{
    QWidget window;
    Busy busy(&window);
    std::optional<QString> said;
    busy.run(
        "Saving",
        [](const Busy::Report&, std::stop_token) {
            throw store::WorldError(domain::Message{kDiskFull, {}});
        },
        [&](bool, const std::optional<QString>& failure) { said = failure; });
    REQUIRE(waitsFor([&] { return !busy.running(); }));
    CHECK(said == "The disk is full.");
}

TEST_CASE("a job that is stopped from outside is followed by nothing")
{
    QWidget window;
    Busy busy(&window);
    bool followed = false;
    std::atomic<bool> ended = false;
    busy.run(
        "Reading",
        [&](const Busy::Report&, std::stop_token stop) {
            while (!stop.stop_requested())
                std::this_thread::yield();
            ended = true;
        },
        [&](bool, const std::optional<QString>&) { followed = true; });
    busy.stopAndWait();
    CHECK(ended);
    settle();
    CHECK_FALSE(followed);
    CHECK_FALSE(busy.running());
}

TEST_CASE("an empty place says what is missing and offers the one thing to do")
{
    EmptyState place;
    sees(place);
    int acted = 0;
    QObject::connect(&place, &EmptyState::acted, [&] { ++acted; });
    place.say("No children yet", "They appear when files are brought in.", "Bring in files");
    CHECK(place.button()->isVisible());
    click(place.button());
    CHECK(acted == 1);
    place.say("Nothing matches", {});
    CHECK_FALSE(place.button()->isVisible());
}
