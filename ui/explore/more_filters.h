// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QWidget>

#include <functional>
#include <vector>

class QPushButton;

namespace twelvefold::ui {

class CriterionFilter;

// A filter for each criterion but those needed most often, folded away until asked for. The way
// back to no filters is at hand even when folded.
class MoreFilters : public QWidget
{
    Q_OBJECT
public:
    explicit MoreFilters(Session& session, QWidget* parent = nullptr);
    void unfoldByKeyboard(); // and go there

private:
    QWidget* body();
    void unfold(bool on);

    void read();
    int inForce() const;
    void sayInForce();
    void change(const std::function<void(domain::CohortFilter&)>& change);

    Session& m_session;
    std::vector<CriterionFilter*> m_filters;
    QPushButton* m_more;
    QWidget* m_body;
    QPushButton* m_clear;
};

} // namespace twelvefold::ui
