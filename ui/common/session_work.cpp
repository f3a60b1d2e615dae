// SPDX-License-Identifier: GPL-3.0-or-later
// How a session has what it is asked worked out: at once, or in the background and told in the
// window's thread.
#include "common/session_private.h"
#include "wording/wording.h"

#include <chrono>
#include <utility>

namespace twelvefold::ui {
namespace {

// What is known to take less is done at once: a window that waits so long is not seen to wait.
// Councils of so few children always are.
constexpr auto kAtOnce = std::chrono::milliseconds(4);
constexpr std::size_t kAlwaysQuickRows = 250;
// A slider that moves asks many times a second: resampling waits until it rests.
constexpr int kRestMilliseconds = 150;
// So often at most is told how far resampling is.
constexpr auto kTellEvery = std::chrono::milliseconds(50);

} // namespace

Session::Private::Private(Session* owner) : q(owner)
{
    pool.setMaxThreadCount(2); // the newest request does not wait for the last to let go
    rest.setSingleShot(true);
    rest.setInterval(kRestMilliseconds);
    QObject::connect(&rest, &QTimer::timeout, q, [this] { resample(); });
    reload.setSingleShot(true);
    reload.setInterval(0);
    QObject::connect(&reload, &QTimer::timeout, q, [this] {
        ask(std::exchange(recordsChanged, false) ? Anew::records : Anew::putAside);
    });
}

void Session::Private::forget()
{
    ++generation;
    stop.request_stop();
    stop = std::stop_source();
    rest.stop();
}

// In the UI thread, unless the request has changed meanwhile.
void Session::Private::inWindow(std::uint64_t asked, std::function<void()> then)
{
    QMetaObject::invokeMethod(
        q,
        [this, asked, then = std::move(then)] {
            if (asked == generation)
                then();
        },
        Qt::QueuedConnection);
}

// Runs work in a worker thread; what it returns runs in the UI thread.
void Session::Private::inBackground(std::function<std::function<void()>(std::stop_token)> work)
{
    pool.start([this, asked = generation, work = std::move(work), token = stop.get_token()] {
        std::function<void()> then;
        try {
            then = work(token);
        } catch (const store::WorldError& error) {
            then = [this, message = error.message()] { fail(message); };
        }
        if (!token.stop_requested())
            inWindow(asked, then);
    });
}

// Whether the answer would be there before anybody noticed a wait, as far as is known.
bool Session::Private::quick(const Answer& known) const
{
    const std::size_t rows =
        known.whole() ? known.whole()->size() : workbench->store().childCount();
    if (rows <= kAlwaysQuickRows)
        return true;
    Clock::duration whole{};
    const auto add = [&](bool needed, const std::optional<Clock::duration>& each, std::size_t n) {
        if (needed && each)
            whole += *each * static_cast<Clock::rep>(n);
        return !needed || each.has_value();
    };
    if (!add(!known.records, pace.reading, rows) ||
        !add(!known.knowsDays(request), pace.paidCare, rows) ||
        !add(!known.knowsWhatIsAsked(request), pace.asking, rows) ||
        !add(!known.cohort, pace.filtering, rows) ||
        !add(true, pace.analysing, known.cohort ? known.cohort->size() : rows))
        return false; // until it has shown how long it takes
    return whole <= kAtOnce;
}

void Session::Private::ask(Anew what)
{
    if (!workbench || opening)
        return;
    forget();
    wholeIsStale = wholeIsStale || what == Anew::records || !answer.records;
    cohortIsStale = cohortIsStale || what == Anew::filter || wholeIsStale;
    putAsideIsStale = putAsideIsStale || what == Anew::putAside;
    Answer known = answer;
    if (wholeIsStale)
        known.forgetRecords();
    if (cohortIsStale)
        known.cohort = nullptr;
    if (putAsideIsStale)
        known.putAsideIsRead = false;
    try {
        if (quick(known)) {
            take(answered(request, std::move(known), *workbench, pace, stop.get_token()));
            return;
        }
    } catch (const store::WorldError& error) {
        fail(error.message());
        return;
    }
    stand(Standing::outdated, 0);
    inBackground([this, bench = workbench, asked = request, known,
                  took = pace](std::stop_token token) mutable -> std::function<void()> {
        const Answer found = answered(asked, known, *bench, took, token);
        return [this, found, took] {
            pace = took;
            take(found);
        };
    });
}

void Session::Private::stand(Standing now, double share)
{
    if (now == standing && share == refined)
        return;
    standing = now;
    refined = share;
    emit q->standingChanged();
}

void Session::Private::fail(const domain::Message& message)
{
    q->say(wording::text(message));
    stand(Standing::stopped, 0);
    emit q->findingsChanged();
}

void Session::Private::take(const Answer& found)
{
    const bool newCohort = cohortIsStale;
    wholeIsStale = false;
    cohortIsStale = false;
    putAsideIsStale = false;
    answer = found;
    standing = Standing::refining;
    refined = 0;
    if (newCohort)
        emit q->cohortChanged();
    emit q->findingsChanged();
    emit q->standingChanged();
    rest.start();
}

void Session::Private::takeRefined(std::shared_ptr<const analysis::Findings> findings)
{
    answer.findings = std::move(findings);
    emit q->findingsRefined();
}

// Goes on from the figures that are in.
void Session::Private::resample()
{
    if (!answer.findings || answer.findings->resampled)
        return;
    inBackground(
        [this, known = answer, asked = generation](std::stop_token token) -> std::function<void()> {
            auto last = Clock::now();
            const auto progress = [&](double fraction) {
                if (Clock::now() - last < kTellEvery)
                    return;
                last = Clock::now();
                inWindow(asked, [this, fraction] { stand(Standing::refining, fraction); });
            };
            const auto ready = [&](const analysis::Findings& part) {
                inWindow(asked, [this, copy = std::make_shared<const analysis::Findings>(part)] {
                    takeRefined(copy);
                });
            };
            auto fuller = std::make_shared<analysis::Findings>(*known.findings);
            analysis::resample(*known.cohort, *fuller, token, progress, ready);
            return [this, fuller] {
                takeRefined(fuller);
                stand(Standing::complete, 1);
            };
        });
}

} // namespace twelvefold::ui
