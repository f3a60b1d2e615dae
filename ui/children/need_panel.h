// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings/similar_children.h"
#include "children/needs_form_model.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace twelvefold::charts {
class ProfileRadar;
}

namespace twelvefold::ui {

// How much of a whole is reached: a thin bar, in the accent.
class ShareBar : public QWidget
{
    Q_OBJECT
public:
    explicit ShareBar(QWidget* parent = nullptr);
    void setShare(double share); // 0 to 1
    QSize sizeHint() const override { return {200, 8}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
};

// What the needs form comes to while it is written: the profile over last time's, the total, what
// changed in words, and what care costs for children of similar need.
class NeedPanel : public QFrame
{
    Q_OBJECT
public:
    explicit NeedPanel(QWidget* parent = nullptr);
    void show(const NeedsFormModel& model, bool writing);
    // Nothing while the cohort is being worked out.
    void showSimilar(const std::optional<analysis::SimilarChildren>& similar, double tolerance,
                     domain::Date census);
    void clear();

signals:
    void similarAsked();      // "See them in Explore"
    void similarTraceAsked(); // "How was this worked out?"

private:
    void showTotal(const NeedsFormModel& model);
    void showChanges(const NeedsFormModel& model, bool writing);

    QWidget* m_content;
    charts::ProfileRadar* m_radar;
    QLabel* m_legend;
    QLabel* m_total;
    QLabel* m_scored;
    QLabel* m_was;
    ShareBar* m_bar;
    QLabel* m_changedTitle;
    QLabel* m_changed;
    QLabel* m_attention;
    QLabel* m_similar;
    QLabel* m_whoIsSimilar; // why Explore may name others
    QPushButton* m_see;
    QPushButton* m_how;
    QLabel* m_keys;
};

} // namespace twelvefold::ui
