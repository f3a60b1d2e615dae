// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/data_quality.h"
#include "common/rows_model.h"
#include "common/session.h"

#include <QFutureWatcher>
#include <QWidget>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

class DataTable;

// What is missing or out of date, counted, worst first; choosing a line shows the children.
class QualityPage : public QWidget
{
    Q_OBJECT
public:
    explicit QualityPage(Session& session, QWidget* parent = nullptr);
    DataTable* children() const { return m_childrenTable; }
    QPushButton* mendButton() const { return m_mend; } // shown where there are lines to end
    ~QualityPage() override;

signals:
    void matchingWanted();

private:
    void refresh();
    void showChosen();
    void look();
    void showMending();
    void mend();
    void followGroup(); // of children chosen elsewhere
    Session& m_session;
    std::shared_ptr<const domain::Cohort> m_cohort;
    analysis::DataQuality m_quality;
    struct Found // in the whole store
    {
        std::vector<domain::LineChange> lines; // to be ended
        QString offLists;                      // of providers; empty: nothing is to be said
        QString matching;                      // of costs; empty: nothing is to be decided
    };
    static Found lookedThrough(const workbench::Workbench& bench, domain::Date on);
    Found m_found;
    bool m_looked = false; // whether this is so of the store as it is
    std::optional<domain::Date> m_lookedOn;
    bool m_awaited = false;
    QFutureWatcher<Found> m_looking;
    std::vector<std::size_t> m_children; // rows of the cohort, of the problem chosen
    QLabel* m_sentence;
    QLabel* m_words;
    QLabel* m_chosen;
    QLabel* m_pastTheirEnd;
    QLabel* m_offLists;
    QLabel* m_matching;
    QPushButton* m_mend;
    QPushButton* m_match;
    RowsModel* m_problemModel;
    RowsModel* m_childrenModel;
    DataTable* m_problemTable;
    DataTable* m_childrenTable;
};

} // namespace twelvefold::ui
