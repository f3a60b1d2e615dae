// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/need_cost_chart.h"
#include "common/controls.h"
#include "common/session.h"
#include "wording/wording.h"

namespace twelvefold::ui {

class FigureSentence;
class StandingLine;

// What the view says, and the picture that shows it.
class ChartPanel : public Panel
{
    Q_OBJECT
public:
    explicit ChartPanel(Session& session, QWidget* parent = nullptr);
    void setOverlays(const charts::NeedCostOptions& overlays);
    FigureSentence* sentence() const { return m_sentence; }
    FigureSentence* underSentence() const { return m_under; }
    StandingLine* standing() const { return m_standing; }
    QList<QAction*> exportActions() const; // to copy and save the picture and the table
    void explainAll() { explain(wording::Figure::none); }

signals:
    void traceWanted(const QString& title, const QStringList& lines);

private:
    QWidget* head();
    void renew();
    void refine();
    void say();
    void fade(); // figures that answer an earlier question are not shown as if they were current
    void explain(wording::Figure figure);
    void followSelection();
    void addToSelection(std::size_t row);
    void copyPicture();
    void savePicture(const QString& suffix);
    void saveTable();
    QString caption() const;
    QString askForFile(const QString& suffix);

    Session& m_session;
    FigureSentence* m_sentence;
    FigureSentence* m_under;
    StandingLine* m_standing;
    QPushButton* m_export;
    QPushButton* m_how;
    charts::NeedCostChart* m_chart;
};

} // namespace twelvefold::ui
