// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/need_cost_chart.h"
#include "common/controls.h"
#include "common/session.h"

namespace twelvefold::ui {

// What the view says, and the picture that shows it.
class ChartPanel : public Panel
{
    Q_OBJECT
public:
    explicit ChartPanel(Session& session, QWidget* parent = nullptr);
    void setOverlays(const charts::NeedCostOptions& overlays);
    charts::NeedCostChart* chart() const { return m_chart; }

signals:
    void traceWanted(const QString& title, const QStringList& lines);

private:
    QWidget* head();
    void renew();
    void say();
    void followSelection();
    void addToSelection(std::size_t row);
    void copyPicture();
    void savePicture(const QString& suffix);
    void saveTable();
    QString caption() const;
    QString askForFile(const QString& suffix);

    Session& m_session;
    QLabel* m_sentence;
    QLabel* m_under;
    QLabel* m_refining;
    QPushButton* m_export;
    QPushButton* m_how;
    charts::NeedCostChart* m_chart;
};

} // namespace twelvefold::ui
