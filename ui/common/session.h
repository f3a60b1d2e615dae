// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "workbench/workbench.h"

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

namespace twelvefold::ui {

enum class Workspace
{
    children,
    explore,
    providers,
    reports,
    data
};

// What is selected, followed by every view: one child, a pair (the dearer first), or a group.
struct Selection
{
    enum class Kind
    {
        nothing,
        child,
        pair,
        group
    } kind = Kind::nothing;
    std::vector<domain::ChildId> children;
    bool operator==(const Selection&) const = default;
};

// How the findings stand to what is asked.
enum class Standing
{
    outdated, // they answer an earlier request: the new answer is being worked out
    refining, // they answer it; figures that need resampling are on their way
    stopped,  // the same, but the person did not want to wait for the rest
    complete
};

// Whether a notice speaks of unfinished assessments alone: they are no part of any cohort.
bool onlyDrafts(const store::ChangeNotice& notice);

// What the open window is about: the store, the census date, who is compared and how, and what was
// found. Views read it and listen; they change it only through its functions. What takes no time
// to speak of is worked out at once, the rest off the UI thread; only the newest request is
// answered. Figures that need resampling follow, part by part.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    bool isOpen() const;
    workbench::Workbench& workbench();                           // only when open
    const workbench::Workbench& workbench() const;               // only when open
    QString storeName() const;                                   // the council's name
    void setAuthor(const QString& name);                         // who is working
    void adopt(std::unique_ptr<workbench::Workbench> workbench); // opens
    void close();

    // Whether a check of the open store found faults, by itself or because somebody asked for it.
    bool faulty() const;
    void setFaulty();

    domain::Date today() const; // one answer for the whole window
    // Until a person chooses another, the last 31 March that the records cover: it follows what is
    // brought in.
    domain::Date census() const;
    void setCensus(domain::Date census); // the person's choice, which stays
    bool censusChosen() const;           // by the person
    const domain::CohortFilter& filter() const;
    void setFilter(const domain::CohortFilter& filter);
    const analysis::Options& options() const;
    void setOptions(const analysis::Options& options);

    // Null until first worked out. cohort() is filtered; findings() speak of its rows.
    std::shared_ptr<const domain::Cohort> wholeCohort() const;
    std::shared_ptr<const domain::Cohort> cohort() const;
    std::shared_ptr<const analysis::Findings> findings() const;
    Standing standing() const;
    bool refining() const; // findings, or resampled figures of them, are still on their way
    // Whether figures of one kind are in; where they are not, standing() says what becomes of them.
    bool has(analysis::Refinement refinement) const;
    double refined() const; // how much of the resampling is done, 0 to 1
    void stopRefining();    // what is in stays
    void refineAgain();     // goes on after stopRefining()

    const Selection& selection() const;
    void select(const Selection& selection);
    void selectChild(domain::ChildId child);
    void selectPair(domain::ChildId dearer, domain::ChildId cheaper);

    // While a long job has the store, whatever would wait for it is switched off.
    bool working() const;
    void setWorking(bool working);

    // Asks the shell to show a workspace, or a child's page in Children.
    void goTo(Workspace workspace);
    void goToChild(domain::ChildId child);
    // One quiet line at the foot of the window, with an undo button where there is something to
    // undo.
    void say(const QString& sentence);

signals:
    void opened();
    void closing(); // the store can still be written to
    void closed();
    void recordsChanged(const twelvefold::store::ChangeNotice& notice); // always in the UI thread
    void cohortChanged();   // another cohort(); findings() follow
    void findingsChanged(); // other findings, or none
    void findingsRefined(); // the same findings(), with more of the figures that need resampling
    void standingChanged(); // also refined()
    void selectionChanged();
    void workingChanged();
    void authorChanged();
    void faultyChanged();
    void workspaceRequested(twelvefold::ui::Workspace workspace);
    void childRequested(twelvefold::domain::ChildId child);
    void said(const QString& sentence);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace twelvefold::ui
