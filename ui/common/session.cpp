// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/session.h"

#include "common/dates.h"
#include "common/session_private.h"

#include <algorithm>

namespace twelvefold::ui {
namespace {

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

} // namespace

bool onlyDrafts(const store::ChangeNotice& notice)
{
    return !notice.many && !notice.tables.empty() &&
           std::ranges::all_of(notice.tables, [](const std::string& table) {
               return table == "draft" || table == "draft_note";
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
