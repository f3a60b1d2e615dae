// SPDX-License-Identifier: GPL-3.0-or-later

// How long Explore takes from a choice to the picture: `twelvefold_live_bench [children…]`.
//
// For each size a demonstration council is made; then tolerance, metric, a filter, what is counted,
// and the census date are changed again and again, first with nobody looking (session alone), then
// with each part of Explore on its own, then with all of it. Printed are medians in milliseconds:
// the whole, from the choice until what it changes is painted; how much of it the window's own
// thread took; and the longest that thread was away from mouse and keyboard in one piece.

#include "common/session.h"
#include "common/theme.h"
#include "explore/chart_panel.h"
#include "explore/explore_workspace.h"
#include "explore/filter_panel.h"
#include "explore/inspector.h"
#include "explore/linked_tables.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace twelvefold;
using namespace twelvefold::ui;

namespace {

// Processor time of this thread, in nanoseconds.
qint64 worked()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

// Counts how long the window's thread is busy, and how long in one piece.
class Watched : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth++ == 0)
            m_begun = worked();
        const bool result = QApplication::notify(receiver, event);
        if (--m_depth == 0)
            count(worked() - m_begun);
        return result;
    }
    void count(qint64 nanoseconds)
    {
        busy += nanoseconds;
        longest = std::max(longest, nanoseconds);
    }
    qint64 busy = 0, longest = 0;

private:
    qint64 m_begun = 0;
    int m_depth = 0;
};

struct Took
{
    double whole = 0, window = 0, longest = 0; // ms
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

Took measured(Watched& application, Session& session, const std::function<void(int)>& change)
{
    constexpr int kTimes = 15;
    std::vector<double> whole, window, longest;
    for (int i = 0; i < kTimes; ++i) {
        QElapsedTimer clock;
        application.busy = 0;
        application.longest = 0;
        clock.start();
        const qint64 begun = worked();
        change(i);
        application.count(worked() - begun);
        while (session.standing() == Standing::outdated)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents(); // the queued painting
        QCoreApplication::processEvents();
        if (i == 0)
            continue; // what is made once
        whole.push_back(double(clock.nsecsElapsed()) / 1e6);
        window.push_back(double(application.busy) / 1e6);
        longest.push_back(double(application.longest) / 1e6);
    }
    return {median(whole), median(window), *std::ranges::max_element(longest)};
}

struct Change
{
    const char* name;
    std::function<void(Session&, int)> make;
};

std::vector<Change> changes()
{
    const auto options = [](auto set) {
        return [set](Session& session, int i) {
            analysis::Options changed = session.options();
            set(changed, i);
            session.setOptions(changed);
        };
    };
    const auto filter = [](auto set) {
        return [set](Session& session, int i) {
            domain::CohortFilter changed = session.filter();
            set(changed, i);
            session.setFilter(changed);
        };
    };
    return {
        {"tolerance", options([](analysis::Options& o, int i) { o.tolerance = 1 + i % 3; })},
        {"metric", options([](analysis::Options& o, int i) {
             o.tolerance = 2;
             o.metric = i % 2 == 0 ? statistics::Metric::l1 : statistics::Metric::euclidean;
         })},
        {"ages", filter([](domain::CohortFilter& f, int i) {
             f.ask("age", domain::between(3 + i % 4, {}));
         })},
        {"components", filter([](domain::CohortFilter& f, int i) {
             f.ask("age", {});
             f.costs.components[1] = i % 2 == 0;
         })},
        {"census date",
         [](Session& session, int i) {
             session.setCensus(session.census().plusDays(i % 2 == 0 ? -7 : 7));
         }},
    };
}

void run(Watched& application, std::size_t children)
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("council.twelvefold").toStdString();
    workbench::DemonstrationOptions making;
    making.children = children;
    if (!workbench::makeDemonstration(path, making).ok()) {
        std::fprintf(stderr, "the council could not be made\n");
        return;
    }
    using Make = std::function<QWidget*(Session&)>;
    const std::pair<const char*, Make> parts[] = {
        {"session alone", [](Session&) { return nullptr; }},
        {"  + filters", [](Session& s) { return new FilterPanel(s); }},
        {"  + picture", [](Session& s) { return new ChartPanel(s); }},
        {"  + tables", [](Session& s) { return new LinkedTables(s); }},
        {"  + inspector", [](Session& s) { return new Inspector(s); }},
        {"Explore", [](Session& s) { return new ExploreWorkspace(s); }},
    };
    std::printf("\n%zu children; ms: whole, window's thread, its longest\n", children);
    std::printf("%-16s", "");
    for (const Change& change : changes())
        std::printf("%24s", change.name);
    std::printf("\n");
    for (const auto& [name, make] : parts) {
        Session session;
        const std::unique_ptr<QWidget> widget(make(session));
        std::unique_ptr<workbench::Workbench> bench;
        workbench::Workbench::open(path, bench, "A bench");
        session.adopt(std::move(bench));
        if (widget) {
            widget->resize(name == std::string_view("Explore") ? QSize(1840, 980)
                                                               : QSize(900, 600));
            widget->show();
        }
        while (!session.findings())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
        std::printf("%-16s", name);
        for (const Change& change : changes()) {
            const Took took =
                measured(application, session, [&](int i) { change.make(session, i); });
            std::printf("%8.1f%8.1f%8.1f", took.whole, took.window, took.longest);
            std::fflush(stdout);
        }
        std::printf("\n");
        session.close();
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    Watched application(argc, argv);
    Appearance::instance();
    std::vector<std::size_t> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(std::strtoul(argv[i], nullptr, 10));
    if (sizes.empty())
        sizes = {534, 20000};
    for (const std::size_t children : sizes)
        run(application, children);
    return 0;
}
