// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QPushButton;

namespace twelvefold::ui {

class SegmentedControl;
class TickGroup;

// Filters that are needed less often, folded away until asked for: kind of cohort, band of need,
// sector, placed in an emergency, provider. The way back to no filters is at hand even when folded.
class MoreFilters : public QWidget
{
    Q_OBJECT
public:
    explicit MoreFilters(Session& session, QWidget* parent = nullptr);

private:
    QWidget* body();
    QWidget* emergencies();
    QWidget* providers();
    void unfold(bool on);

    void read();
    void readKinds();
    void readBands();
    void readSectors();
    void readProviders();
    void sayInForce();
    void change(const std::function<void(domain::CohortFilter&)>& change);

    Session& m_session;
    QPushButton* m_more;
    QWidget* m_body;
    TickGroup* m_kinds;
    TickGroup* m_bands;
    TickGroup* m_sectors;
    SegmentedControl* m_emergency;
    QComboBox* m_provider;
    QPushButton* m_clear;
};

} // namespace twelvefold::ui
