// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/need_cost_chart.h"
#include "common/controls.h"
#include "common/session.h"

#include <functional>
#include <map>
#include <optional>
#include <set>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace twelvefold::ui {

class MoreFilters;
class NumberSlider;
class RangeSlider;
class TickRow;

// Who is compared with whom, what similar means, which costs count, and what is drawn over the
// picture. Each change is in force at once.
class FilterPanel : public Panel
{
    Q_OBJECT
public:
    explicit FilterPanel(Session& session, QWidget* parent = nullptr);
    const charts::NeedCostOptions& overlays() const { return m_overlays; }
    void offerOverlays(bool offered); // only one of the pictures has them
    void focusTolerance();
    void showMoreFilters();
    void focusCosts();
    void toggleComparable();
    void readSession(); // again, when somebody else changed what is compared

signals:
    void overlaysChanged(const twelvefold::charts::NeedCostOptions& overlays);
    void leftOutWanted(); // "Show them"

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* comparison();
    QWidget* similarity();
    QWidget* settings();
    QWidget* ages();
    QWidget* costs();
    QWidget* reliability();
    QWidget* overlayBoxes();
    QWidget* notShown();

    void readSettings();
    void sayComparable();
    void sayTolerance();
    void sayCosts();
    void sayNotShown();
    void sayRaters();
    void changeOptions(const std::function<void(analysis::Options&)>& change);
    void changeSettings(domain::Setting toggled, bool on);
    void chooseOnly(domain::Setting setting);
    void chooseAll();

    Session& m_session;
    MoreFilters* m_more;
    charts::NeedCostOptions m_overlays;
    SegmentedControl* m_compare;
    QCheckBox* m_comparable;
    QLabel* m_notCompared;
    NumberSlider* m_tolerance;
    QLabel* m_toleranceWords;
    QLabel* m_raters; // what the tick on the slider is
    QComboBox* m_metric;
    QWidget* m_settingsBox;
    std::map<domain::Setting, TickRow*> m_settings;
    // As it was before one setting alone was asked for; nothing: none is.
    std::optional<std::set<domain::Setting>> m_notComparedBefore;
    RangeSlider* m_ages;
    QLabel* m_ageWords;
    QLabel* m_costWords;
    QPushButton* m_costChange;
    QDoubleSpinBox* m_reliability;
    QSpinBox* m_reliabilityChildren;
    QWidget* m_overlayBoxes;
    QWidget* m_notShown;
    ElidedLabel* m_notShownWords;
};

} // namespace twelvefold::ui
