// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/pair_explained.h"
#include "common/controls.h"
#include "common/session.h"
#include "explore/put_aside.h"

#include <QPointer>

#include <memory>

class QVBoxLayout;

namespace twelvefold::ui {

class InspectorSheet;

// What is selected, in full: one child, a pair, a group; or, with nothing selected, the cohort and
// what to do next.
class Inspector : public Panel
{
    Q_OBJECT
public:
    explicit Inspector(Session& session, QWidget* parent = nullptr);

signals:
    // "How was this worked out?" of what is shown.
    void traceWanted(const QString& title, const QStringList& lines);
    void questionsWanted(); // all of them, as a table
    void putAsideWanted();

private:
    void renew();
    void write(InspectorSheet& sheet, const std::vector<std::size_t>& rows);
    void keepFocus(InspectorSheet& sheet);
    void showNothing(InspectorSheet& sheet);
    void addNeedChange(InspectorSheet& sheet);
    void showChild(InspectorSheet& sheet, std::size_t row);
    void showPair(InspectorSheet& sheet, std::size_t dearer, std::size_t cheaper);
    void showGroup(InspectorSheet& sheet, const std::vector<std::size_t>& rows);
    QStringList addGroupFigures(InspectorSheet& sheet, const std::vector<std::size_t>& rows);
    void addExplained(InspectorSheet& sheet, std::size_t dearer, std::size_t cheaper);
    void addAmounts(InspectorSheet& sheet, std::size_t row);
    void addExpected(InspectorSheet& sheet, std::size_t row);
    void addBandHeld(InspectorSheet& sheet);
    void sayBandHeld();
    // Questions to ask: of all, of a child, of a group of whom one line asks.
    void addWorklist(InspectorSheet& sheet);
    void addWayBack(InspectorSheet& sheet);
    void addQuestions(InspectorSheet& sheet, domain::ChildId child);
    void addQuestionsOfGroup(InspectorSheet& sheet);
    void addAnswers(InspectorSheet& sheet, const QuestionsAnswered& answered);
    void choose(const analysis::Question& question, const QString& line);
    std::function<void()> explained(const analysis::Question& question);
    std::vector<const analysis::Question*> askedOfSelection() const;
    // Children who are asked about and not compared.
    void showNotCompared(InspectorSheet& sheet);
    void addTraceLink(InspectorSheet& sheet, const QString& title, const QStringList& lines);
    // Opens a trace that is made when it is asked for.
    using MakeTrace = std::function<analysis::Trace(const domain::Cohort&)>;
    std::function<void()> explained(const QString& title, const MakeTrace& make,
                                    std::shared_ptr<const domain::Cohort> cohort = nullptr);
    std::function<void()> expectedExplained(std::size_t row);
    std::function<void()> costExplained(std::size_t row);
    std::function<void()> needExplained(std::size_t row);

    Session& m_session;
    QWidget* m_holder; // of the sheet, scrolled
    InspectorSheet* m_sheet = nullptr;
    QPointer<FigureLink> m_bandHeld;
    // What shows while nothing is selected: no slider moves it.
    std::shared_ptr<const domain::Cohort> m_ofAll;
    std::shared_ptr<const analysis::Worklist> m_worklistOfAll;
    QString m_line; // of the worklist, chosen last
    // Of the cohort it was made for, which it keeps.
    std::shared_ptr<const domain::Cohort> m_explained;
    std::unique_ptr<const analysis::PairExplainer> m_explainer;
};

} // namespace twelvefold::ui
