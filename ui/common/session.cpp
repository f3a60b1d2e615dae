// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/session.h"

#include "common/dates.h"
#include "wording/wording.h"

#include <QThreadPool>
#include <QTimer>

namespace twelvefold::ui {
namespace {

// Below this a whole analysis without resampling takes a few milliseconds.
constexpr std::size_t kQuickRows = 2000;
// A slider that moves asks many times a second: resampling waits until it rests.
constexpr int kRestMilliseconds = 150;

analysis::Options withoutResampling(analysis::Options options)
{
    options.bootstrapReplicates = 0;
    options.chanceDraws = 0;
    return options;
}

struct Question
{
    domain::Date census;
    domain::CohortFilter filter;
    analysis::Options options;
};

struct Answer
{
    std::shared_ptr<const domain::Cohort> whole, cohort;
    std::shared_ptr<const analysis::Findings> findings;
};

Answer answered(const Question& question, Answer known, std::stop_token stop)
{
    if (!known.cohort)
        known.cohort = std::make_shared<domain::Cohort>(known.whole->filtered(question.filter));
    known.findings = std::make_shared<analysis::Findings>(
        analysis::analyse(*known.cohort, withoutResampling(question.options), stop));
    return known;
}

} // namespace

class Session::Private
{
public:
    explicit Private(Session* owner) : q(owner)
    {
        pool.setMaxThreadCount(1);
        rest.setSingleShot(true);
        rest.setInterval(kRestMilliseconds);
        QObject::connect(&rest, &QTimer::timeout, q, [this] { resample(); });
        reload.setSingleShot(true);
        reload.setInterval(0);
        QObject::connect(&reload, &QTimer::timeout, q, [this] { ask(true, true); });
    }

    // What was under way speaks of a question that nobody asks any more.
    void forget()
    {
        ++generation;
        stop.request_stop();
        stop = std::stop_source();
        rest.stop();
    }

    void ask(bool newRecords, bool newCohort);
    void resample();
    void take(const Answer& found);
    void fail(const domain::Message& message);
    void inBackground(std::function<std::function<void()>(std::stop_token)> work);

    Session* q;
    std::shared_ptr<workbench::Workbench> workbench;
    Question question;
    Answer answer;
    Selection selection;
    bool refining = false;
    bool working = false;
    bool wholeIsStale = true, cohortIsStale = true; // answer speaks of an earlier question
    std::uint64_t generation = 0;
    std::uint64_t store = 0; // counts openings, so that late notices of a closed store are dropped
    std::stop_source stop;
    QThreadPool pool;
    QTimer rest, reload;
};

// Runs work in the one worker thread; what it returns runs in the UI thread, unless the question
// has changed meanwhile.
void Session::Private::inBackground(std::function<std::function<void()>(std::stop_token)> work)
{
    const auto asked = generation;
    pool.start([this, asked, work = std::move(work), token = stop.get_token()] {
        std::function<void()> then;
        try {
            then = work(token);
        } catch (const store::WorldError& error) {
            then = [this, message = error.message()] { fail(message); };
        }
        if (token.stop_requested())
            return;
        QMetaObject::invokeMethod(
            q,
            [this, asked, then] {
                if (asked == generation)
                    then();
            },
            Qt::QueuedConnection);
    });
}

// newRecords: the store is read again. newCohort: the filter or the records changed.
void Session::Private::ask(bool newRecords, bool newCohort)
{
    if (!workbench)
        return;
    forget();
    wholeIsStale = wholeIsStale || newRecords || !answer.whole;
    cohortIsStale = cohortIsStale || newCohort || wholeIsStale;
    Answer known = answer;
    if (wholeIsStale)
        known.whole = nullptr;
    if (cohortIsStale)
        known.cohort = nullptr;
    const auto work = [bench = workbench, asked = question](Answer start, std::stop_token token) {
        if (!start.whole)
            start.whole = bench->cohort(asked.census);
        return answered(asked, std::move(start), token);
    };
    refining = true;
    try {
        const std::size_t rows =
            known.whole ? known.whole->size() : workbench->store().childCount();
        if (rows <= kQuickRows) {
            take(work(known, stop.get_token()));
            return;
        }
    } catch (const store::WorldError& error) {
        fail(error.message());
        return;
    }
    inBackground([this, work, known](std::stop_token token) -> std::function<void()> {
        const Answer found = work(known, token);
        return [this, found] { take(found); };
    });
}

void Session::Private::fail(const domain::Message& message)
{
    refining = false;
    q->say(wording::text(message));
    emit q->findingsChanged();
}

void Session::Private::take(const Answer& found)
{
    const bool newCohort = cohortIsStale;
    wholeIsStale = false;
    cohortIsStale = false;
    answer = found;
    if (newCohort)
        emit q->cohortChanged();
    emit q->findingsChanged();
    rest.start();
}

void Session::Private::resample()
{
    inBackground([this, known = answer,
                  options = question.options](std::stop_token token) -> std::function<void()> {
        auto refined = std::make_shared<analysis::Findings>(*known.findings);
        refined->options = options;
        analysis::resample(*known.cohort, *refined, token);
        return [this, refined] {
            answer.findings = refined;
            refining = false;
            emit q->findingsChanged();
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

void Session::adopt(std::unique_ptr<workbench::Workbench> workbench)
{
    close();
    d->workbench = std::move(workbench);
    const auto opening = ++d->store;
    d->workbench->onChange([this, opening](const store::ChangeNotice& notice) {
        // Queued even from the UI thread: the writer has not let go of the store yet.
        QMetaObject::invokeMethod(
            this,
            [this, opening, notice] {
                if (opening != d->store || !isOpen())
                    return;
                d->reload.start();
                emit recordsChanged(notice);
            },
            Qt::QueuedConnection);
    });
    d->question = Question();
    d->question.census = d->workbench->defaultCensus();
    emit opened();
    d->ask(true, true);
}

void Session::close()
{
    if (!isOpen())
        return;
    emit closing();
    setWorking(false);
    d->forget();
    d->reload.stop();
    d->pool.waitForDone();
    ++d->store;
    d->refining = false;
    d->answer = Answer();
    d->wholeIsStale = true;
    d->selection = Selection();
    d->workbench.reset();
    emit closed();
}

domain::Date Session::today() const
{
    return fromQDate(QDate::currentDate());
}
domain::Date Session::census() const
{
    return d->question.census;
}

void Session::setCensus(domain::Date census)
{
    if (census == d->question.census)
        return;
    d->question.census = census;
    d->ask(true, true);
}

const domain::CohortFilter& Session::filter() const
{
    return d->question.filter;
}

void Session::setFilter(const domain::CohortFilter& filter)
{
    if (filter == d->question.filter)
        return;
    d->question.filter = filter;
    d->ask(false, true);
}

const analysis::Options& Session::options() const
{
    return d->question.options;
}

void Session::setOptions(const analysis::Options& options)
{
    d->question.options = options;
    d->ask(false, false);
}

std::shared_ptr<const domain::Cohort> Session::wholeCohort() const
{
    return d->answer.whole;
}
std::shared_ptr<const domain::Cohort> Session::cohort() const
{
    return d->answer.cohort;
}
std::shared_ptr<const analysis::Findings> Session::findings() const
{
    return d->answer.findings;
}
bool Session::refining() const
{
    return d->refining;
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
