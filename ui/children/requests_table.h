// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QWidget>

namespace twelvefold::ui {

class RecordTable;

// The placements that were sought for a child, and all that was said of the one that is chosen:
// read, and not changed here. Nothing is to be seen where none is recorded.
class RequestsTable : public QWidget
{
    Q_OBJECT
public:
    explicit RequestsTable(QWidget* parent = nullptr);
    void show(std::vector<domain::PlacementRequest> latestFirst);
    RecordTable* requests() const { return m_requests; }
    RecordTable* answers() const { return m_answers; }

signals:
    void said(const QString& sentence);

private:
    void showAnswers();

    std::vector<domain::PlacementRequest> m_shown;
    RecordTable* m_requests;
    RecordTable* m_answers;
};

} // namespace twelvefold::ui
