// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/controls.h"
#include "common/session.h"
#include "explore/cost_drivers_model.h"
#include "explore/questions_models.h"

#include <optional>

class QHBoxLayout;
class QMenu;
class QStackedWidget;
class QTabBar;

namespace twelvefold::ui {

class DataTable;

// The same findings as tables, row for row. What is selected here is selected everywhere, and the
// other way round.
class LinkedTables : public Panel
{
    Q_OBJECT
public:
    enum Table
    {
        children,
        pairs,
        questions,
        drivers,
        correlations,
        putAside // stands in the place of the questions, without a tab
    };

    explicit LinkedTables(Session& session, QWidget* parent = nullptr);
    void showLeftOut(bool leftOut); // the children who are not in the picture
    void setCurrent(Table table);
    void toggleEachChildOnce();
    bool toggleOnlyGroup();        // false: there is none
    void showPutAside(bool aside); // in the place of the questions to ask
    void togglePutAside() { showPutAside(!m_putAsideShown); }
    void putChosenAside(); // says so where none is chosen
    void askChosenAgain();
    DataTable* table(Table table) const { return m_tables[static_cast<std::size_t>(table)]; }

signals:
    // "How was this worked out?" of a row, or of the table shown.
    void traceWanted(const QString& title, const QStringList& lines);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void renew();
    void forget();
    void explain(Table table, const QModelIndex& index);
    void offerTrace();
    void followSelection();
    void followQuestions(const Children& selected);
    void nameTabs();
    void saySo();
    QString whatIsSaid() const;
    void choose(Table table); // what is selected there, everywhere
    std::vector<domain::ChildId> childrenOf(Table table, const QModelIndex& index) const;
    Table shown() const;
    bool listsChildren(Table table) const { return table != drivers && table != correlations; }
    std::array<AboutChildrenModel*, 4> aboutChildren() const;
    void buildQuestions();
    void offerPutAside();
    void offerPutAside(QMenu& menu);
    void listChildrenOf(const QModelIndex& question);
    void explainQuestion(const QModelIndex& index);
    void explainPutAside(const QModelIndex& index);
    QString saidOfQuestions() const;
    std::vector<const analysis::Question*> chosenQuestions() const;
    void followGroup(const Selection& selection);
    void listOnlyGroup(bool only);
    void offerGroup();
    QString caption() const;
    void open(Table table, const QModelIndex& index);
    void chooseEachChildOnce(bool once);
    void mark(Table table, const QModelIndex& index);
    Found found() const;

    Session& m_session;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    std::array<DataTable*, 6> m_tables{};
    ChildrenModel* m_children;
    PairsModel* m_pairs;
    QuestionsModel* m_questions;
    CostDriversModel* m_drivers;
    CorrelationsModel* m_correlations;
    PutAsideModel* m_putAside;
    ElidedLabel* m_said;
    QPushButton* m_pairChoice;
    QPushButton* m_childChoice;
    QPushButton* m_how;
    QPushButton* m_only;
    QPushButton* m_answer; // puts questions aside
    QPushButton* m_askAgain;
    QPushButton* m_putAsideChoice;
    QPushButton* m_export;
    QWidget* m_controls; // beside the tabs, or below them where it is narrow
    QHBoxLayout* m_top;
    QHBoxLayout* m_second;
    std::array<QString, 6> m_counts; // " 219", of those tables that grow
    bool m_counted = true;           // they stand in the tabs
    bool m_cramped = false;
    bool m_eachChildOnce = true;
    bool m_leftOut = false;
    bool m_putAsideShown = false;
    bool m_following = false;        // the selection came from elsewhere: do not send it back
    std::optional<Table> m_choosing; // it comes from this table, which stays as it is
    std::shared_ptr<const Children> m_group;  // the one selected; null when there is none
    std::shared_ptr<const Children> m_listed; // the one that is all that is listed
};

} // namespace twelvefold::ui
