// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rows_model.h"
#include "common/session.h"

#include <QFutureWatcher>
#include <QWidget>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace twelvefold::ui {

class DataTable;
class EmptyState;
class WhenShown;

// Which placement each cost pays for: what is matched, doubtful, in no placement, and what nobody
// pays for, each counted, by reason. Choosing one shows whose it is, and what can be decided.
class MatchingPage : public QWidget
{
    Q_OBJECT
public:
    explicit MatchingPage(Session& session, QWidget* parent = nullptr);
    ~MatchingPage() override;
    DataTable* kinds() const { return m_kindTable; }
    DataTable* table() const { return m_rowTable; }
    void payForAnother();
    void callRight();
    void doubtAgain();

signals:
    void bringInWanted(); // where there is nothing to match

private:
    // A line of the matching's, or an unpaid placement: one of them.
    struct Row
    {
        const analysis::LineMatch* line = nullptr;
        const analysis::UnpaidPlacement* unpaid = nullptr;

        domain::ChildId child() const { return line ? line->line.child : unpaid->child; }
        bool runs() const { return line ? line->runs : unpaid->runs; }
        const std::vector<analysis::DoubtFound>& doubts() const
        {
            return line ? line->doubts : unpaid->gaps;
        }
        std::optional<domain::Money> weekly() const { return line ? line->weekly : unpaid->usual; }
    };
    // A group, or those of the doubtful that have one reason.
    struct Kind
    {
        QString title;
        std::vector<Row> rows;
        std::int64_t count = 0;
        std::optional<domain::Money> weekly; // of those that run on the day
    };

    void addTables();
    std::vector<RowsModel::Column> kindColumns() const;
    std::vector<RowsModel::Column> rowColumns() const;
    QString placementOf(const Row& row) const;
    void work(); // matches anew, where what shows is out of date
    void take(std::shared_ptr<const analysis::CostMatching> matching);
    void showMatching();
    std::vector<Kind> kindsFound() const;
    void showChosen();
    void offerDecisions();
    std::vector<Row> chosenRows() const;
    std::vector<workbench::DoubtOfChild> doubtsChosen() const;
    QString whyNot() const; // nothing can be decided now; empty: it can

    Session& m_session;
    QString m_chosenKind; // by its title, since groups come and go
    int m_next = -1;      // the row to choose once a decision is made; -1: none was
    using Matching = std::shared_ptr<const analysis::CostMatching>;
    Matching m_matching; // null: none yet
    bool m_outdated = true;
    QFutureWatcher<Matching> m_matcher;
    std::stop_source m_stop;
    std::unordered_map<domain::ChildId, QString> m_pseudonyms;
    std::vector<Kind> m_kinds;
    std::vector<Row> m_rows; // of the kind chosen
    QStackedWidget* m_stack;
    EmptyState* m_nothing;
    QLabel* m_sentence;
    QLabel* m_words;
    QLabel* m_chosen;
    QCheckBox* m_onlyRunning;
    QPushButton* m_payFor;
    QPushButton* m_right;
    QPushButton* m_again;
    RowsModel* m_kindModel;
    RowsModel* m_rowModel;
    DataTable* m_kindTable;
    DataTable* m_rowTable;
    WhenShown* m_working;
};

} // namespace twelvefold::ui
