// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"
#include "common/session_answer.h"

#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <stop_token>

// What a session has under way.
namespace twelvefold::ui {

// What has changed since an answer was worked out, each with what follows from it.
enum class Anew
{
    nothing, // but the options
    putAside,
    filter,
    records
};

class Session::Private
{
public:
    explicit Private(Session* owner);
    void forget(); // what is under way answers a request that nobody makes any more

    void ask(Anew what);
    bool quick(const Answer& known) const;
    void resample();
    void stand(Standing standing, double refined);
    void take(const Answer& found);
    void takeRefined(std::shared_ptr<const analysis::Findings> findings);
    void fail(const domain::Message& message);
    void inBackground(std::function<std::function<void()>(std::stop_token)> work);
    void inWindow(std::uint64_t asked, std::function<void()> then);

    Session* q;
    std::shared_ptr<workbench::Workbench> workbench;
    Request request;
    Answer answer;
    Pace pace;
    Selection selection;
    Standing standing = Standing::complete;
    double refined = 0;
    bool censusChosen = false; // by the person
    bool working = false;
    bool opening = false; // whoever hears of it may still change the request
    // The answer speaks of an earlier request.
    bool wholeIsStale = true, cohortIsStale = true, putAsideIsStale = true;
    bool recordsChanged = false; // and are to be read again when the turn has ended
    std::uint64_t generation = 0;
    bool faulty = false;
    std::uint64_t store = 0; // counts openings, so that late notices of a closed store are dropped
    std::stop_source stop;
    QThreadPool pool;
    QTimer rest, reload;
};

} // namespace twelvefold::ui
