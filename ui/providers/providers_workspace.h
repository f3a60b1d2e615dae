// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rows_model.h"
#include "common/session.h"

#include <QWidget>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace twelvefold::charts {
class FunnelChart;
class WaterfallChart;
} // namespace twelvefold::charts

namespace twelvefold::ui {

class DataTable;
class EmptyState;
class WhenShown;

// Who provides, for how many children, at what price and for what needs; by spend, since it is not
// a league table. Choosing a provider shows what its children cost beside such needs elsewhere, in
// words and in a funnel of all providers, and its children, and selects them everywhere.
class ProvidersWorkspace : public QWidget
{
    Q_OBJECT
public:
    explicit ProvidersWorkspace(Session& session, QWidget* parent = nullptr);
    void showProvider(const QString& name);
    DataTable* table() const { return m_table; }
    QString effectWords() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCommands();
    struct Row // of the table: what the store says of the provider beside what was found
    {
        const analysis::ProviderSummary* found = nullptr;
        QString name, settings, sector, owner;
        std::string urn;
        std::optional<domain::RegisteredSetting> listed; // by Ofsted
    };
    QWidget* list();
    QWidget* page();
    QWidget* besideOthers(QWidget* parent); // the effect in words, and the funnel
    void sayEffect(std::size_t provider);
    void sayListed(const Row& row);
    void showSteps();
    void saveFunnel();
    void explainProvider(); // all that is said of the one chosen
    void explainChild(const QModelIndex& index);
    const Row* chosen() const;
    std::vector<RowsModel::Column> columns() const;
    std::vector<RowsModel::Column> childColumns() const;
    void refresh();
    void sayNone();
    void goToRowOf(const QString& name);
    void showChosen();
    void selectChildren();
    void followGroup(); // of children chosen elsewhere

    Session& m_session;
    WhenShown* m_refreshing;
    std::shared_ptr<const domain::Cohort> m_cohort;
    std::shared_ptr<const analysis::Findings> m_findings;
    std::vector<Row> m_rows;
    std::vector<std::size_t> m_children; // rows of the cohort, of the provider chosen
    QString m_chosen;
    bool m_filling = false; // the table, which chooses a row without anybody having chosen it
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLabel* m_sentence;
    QLabel* m_caption;
    QLabel* m_market;
    QPushButton* m_marketTrace;
    QLabel* m_effect;
    QLabel* m_outcomes;
    QPushButton* m_effectTrace;
    QPushButton* m_providerTrace;
    QPushButton* m_save;
    charts::FunnelChart* m_funnel;
    charts::WaterfallChart* m_steps; // from what its children's needs lead to, to what is paid
    RowsModel* m_model;
    DataTable* m_table;
    QLabel* m_name;
    QLabel* m_about;
    QLabel* m_listed; // what Ofsted's lists say of it
    RowsModel* m_childrenModel;
    DataTable* m_childrenTable;
};

} // namespace twelvefold::ui
