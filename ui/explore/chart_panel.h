// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/amounts_chart.h"
#include "charts/need_cost_chart.h"
#include "common/controls.h"
#include "common/session.h"
#include "wording/wording.h"

class QMenu;
class QScrollArea;

namespace twelvefold::ui {

class FigureSentence;
class StandingLine;

// What the view says, and the picture that shows it.
class ChartPanel : public Panel
{
    Q_OBJECT
public:
    enum class View
    {
        needAgainstCost, // a mark a child
        amounts          // need, placement, price: a bar a setting
    };

    explicit ChartPanel(Session& session, QWidget* parent = nullptr);
    void setOverlays(const charts::NeedCostOptions& overlays);
    View view() const { return m_view; }
    void showView(View view); // kept from one start to the next
    FigureSentence* sentence() const { return m_sentence; }
    FigureSentence* underSentence() const { return m_under; }
    StandingLine* standing() const { return m_standing; }
    QMenu* exportMenu() const; // to copy and save the picture and the table
    void explainAll() { explain(wording::Figure::none); }

signals:
    void traceWanted(const QString& title, const QStringList& lines);
    void viewChanged(twelvefold::ui::ChartPanel::View view);

private:
    QWidget* head();
    void addAmounts();
    void arrangeView();
    void placeAmounts();
    void renew();
    void refine();
    void say();
    static std::vector<wording::SentencePart> underBars(const analysis::Findings& findings);
    bool hasPicture() const;
    void fade(); // figures that answer an earlier question are not shown as if they were current
    void explain(wording::Figure figure);
    void explainAmounts();
    void followSelection();
    void selectSetting(domain::Setting setting);
    void addToSelection(std::size_t row);
    void copyPicture();
    void savePicture(const QString& suffix);
    void saveTable();
    QString caption() const;
    QString askForFile(const QString& suffix);

    Session& m_session;
    View m_view = View::needAgainstCost;
    SegmentedControl* m_views;
    FigureSentence* m_sentence;
    FigureSentence* m_under;
    StandingLine* m_standing;
    QPushButton* m_export;
    QPushButton* m_how;
    charts::NeedCostChart* m_chart;
    charts::AmountsChart* m_amounts;
    QScrollArea* m_amountsScroll;
    QLabel* m_noAmounts; // in place of the bars
};

} // namespace twelvefold::ui
