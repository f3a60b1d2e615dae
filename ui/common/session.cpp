// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/session.h"

#include "common/dates.h"
#include "common/session_answer.h"
#include "wording/wording.h"

#include <QThreadPool>
#include <QTimer>

#include <algorithm>
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

// Whether files were brought in, or that taken back. One record entered by hand is no reason to
// look at another day.
bool broughtIn(const store::ChangeNotice& notice)
{
    return std::ranges::find(notice.tables, "import_batch") != notice.tables.end();
}

// Whether nothing changed but which questions are asked.
bool onlyPutAside(const store::ChangeNotice& notice)
{
    return !notice.many && notice.tables == std::vector<std::string>{"question_aside"};
}

// What has changed since an answer was worked out, each with what follows from it.
enum class Anew
{
    nothing, // but the options
    putAside,
    filter,
    records
};

} // namespace

bool onlyDrafts(const store::ChangeNotice& notice)
{
    return !notice.many && !notice.tables.empty() &&
           std::ranges::all_of(notice.tables, [](const std::string& table) {
               return table == "draft" || table == "draft_note";
           });
}

class Session::Private
{
public:
    explicit Private(Session* owner) : q(owner)
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

    // What was under way answers a request that nobody makes any more.
    void forget()
    {
        ++generation;
        stop.request_stop();
        stop = std::stop_source();
        rest.stop();
    }

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

Session::Session(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    qRegisterMetaType<store::ChangeNotice>("twelvefold::store::ChangeNotice");
}

Session::~Session()
{
    d->forget();
    d->pool.waitForDone();
}

bool Session::isOpen() const
{
    return d->workbench != nullptr;
}
workbench::Workbench& Session::workbench()
{
    return *d->workbench;
}
const workbench::Workbench& Session::workbench() const
{
    return *d->workbench;
}

QString Session::storeName() const
{
    return isOpen() ? QString::fromStdString(d->workbench->store().councilName()) : QString();
}

bool Session::faulty() const
{
    return d->faulty;
}

void Session::setFaulty()
{
    if (!isOpen() || d->faulty)
        return;
    d->faulty = true;
    emit faultyChanged();
}

void Session::setAuthor(const QString& name)
{
    if (!isOpen())
        return;
    d->workbench->setAuthor(name.toStdString());
    emit authorChanged();
}

void Session::adopt(std::unique_ptr<workbench::Workbench> workbench)
{
    close();
    d->workbench = std::move(workbench);
    d->faulty = false;
    const auto opening = ++d->store;
    d->workbench->onChange([this, opening](const store::ChangeNotice& notice) {
        // Queued even from the UI thread: the writer has not let go of the store yet.
        QMetaObject::invokeMethod(
            this,
            [this, opening, notice] {
                if (opening != d->store || !isOpen())
                    return;
                if (!onlyDrafts(notice)) {
                    if (!d->censusChosen && broughtIn(notice))
                        d->request.census = d->workbench->defaultCensus();
                    d->recordsChanged = d->recordsChanged || !onlyPutAside(notice);
                    d->reload.start();
                }
                emit recordsChanged(notice);
            },
            Qt::QueuedConnection);
    });
    d->request = Request();
    d->request.filter = workbench::comparableFilter();
    d->request.census = d->workbench->defaultCensus();
    d->censusChosen = false;
    d->opening = true;
    emit opened();
    d->opening = false;
    d->ask(Anew::records);
}

void Session::close()
{
    if (!isOpen())
        return;
    emit closing();
    setWorking(false);
    d->forget();
    d->reload.stop();
    d->recordsChanged = false;
    d->pool.waitForDone();
    ++d->store;
    d->standing = Standing::complete;
    d->refined = 0;
    d->answer = Answer();
    d->pace = Pace();
    d->wholeIsStale = true;
    d->selection = Selection();
    d->workbench.reset();
    emit closed();
}

domain::Date Session::today() const
{
    return domain::today();
}
domain::Date Session::census() const
{
    return d->request.census;
}

void Session::setCensus(domain::Date census)
{
    d->censusChosen = true;
    if (census == d->request.census)
        return;
    d->request.census = census;
    d->ask(Anew::records);
}

bool Session::censusChosen() const
{
    return d->censusChosen;
}

const domain::CohortFilter& Session::filter() const
{
    return d->request.filter;
}

void Session::setFilter(const domain::CohortFilter& filter)
{
    if (filter == d->request.filter)
        return;
    d->request.filter = filter;
    d->ask(Anew::filter);
}

const analysis::Options& Session::options() const
{
    return d->request.options;
}

void Session::setOptions(const analysis::Options& options)
{
    if (options == d->request.options)
        return;
    d->request.options = options;
    d->ask(Anew::nothing);
}

std::shared_ptr<const domain::Cohort> Session::wholeCohort() const
{
    return d->answer.whole();
}
std::shared_ptr<const domain::Cohort> Session::cohort() const
{
    return d->answer.cohort;
}
std::shared_ptr<const analysis::Findings> Session::findings() const
{
    return d->answer.findings;
}
Standing Session::standing() const
{
    return d->standing;
}
bool Session::refining() const
{
    return d->standing == Standing::outdated || d->standing == Standing::refining;
}
bool Session::has(analysis::Refinement refinement) const
{
    return d->answer.findings && d->answer.findings->refined.contains(refinement);
}
double Session::refined() const
{
    return d->refined;
}

void Session::stopRefining()
{
    if (d->standing != Standing::refining)
        return;
    d->forget();
    d->stand(Standing::stopped, d->refined);
}

void Session::refineAgain()
{
    if (d->standing != Standing::stopped || !d->answer.findings)
        return;
    d->stand(Standing::refining, 0);
    d->resample();
}

const Selection& Session::selection() const
{
    return d->selection;
}

void Session::select(const Selection& selection)
{
    if (selection == d->selection)
        return;
    d->selection = selection;
    emit selectionChanged();
}

void Session::selectChild(domain::ChildId child)
{
    select({Selection::Kind::child, {child}});
}

void Session::selectPair(domain::ChildId dearer, domain::ChildId cheaper)
{
    select({Selection::Kind::pair, {dearer, cheaper}});
}

bool Session::working() const
{
    return d->working;
}

void Session::setWorking(bool working)
{
    if (working == d->working)
        return;
    d->working = working;
    emit workingChanged();
}

void Session::goTo(Workspace workspace)
{
    emit workspaceRequested(workspace);
}
void Session::goToChild(domain::ChildId child)
{
    emit childRequested(child);
}
void Session::say(const QString& sentence)
{
    emit said(sentence);
}

} // namespace twelvefold::ui
