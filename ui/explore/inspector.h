// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/controls.h"
#include "common/session.h"

#include <QPointer>

class QVBoxLayout;

namespace twelvefold::ui {

class InspectorSheet;

// What is selected, in full: one child, a pair, a group; or, with nothing selected, the cohort and
// what to do next.
class Inspector : public Panel
{
    Q_OBJECT
public:
    explicit Inspector(Session& session, QWidget* parent = nullptr);

signals:
    // "How was this worked out?" of what is shown.
    void traceWanted(const QString& title, const QStringList& lines);

private:
    void renew();
    void showNothing(InspectorSheet& sheet);
    void addNeedChange(InspectorSheet& sheet);
    void showChild(InspectorSheet& sheet, std::size_t row);
    void showPair(InspectorSheet& sheet, std::size_t dearer, std::size_t cheaper);
    void showGroup(InspectorSheet& sheet, const std::vector<std::size_t>& rows);
    QStringList addGroupFigures(InspectorSheet& sheet, const std::vector<std::size_t>& rows);
    void addExpected(InspectorSheet& sheet, std::size_t row);
    void addFlags(InspectorSheet& sheet, std::size_t row);
    void addTraceLink(InspectorSheet& sheet, const QString& title, const QStringList& lines);

    Session& m_session;
    QScrollArea* m_area;
};

} // namespace twelvefold::ui
