// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rows_model.h"
#include "common/session.h"

#include <QStringList>
#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;

namespace twelvefold::ui {

class Busy;
class DataTable;
class SegmentedControl;

// Care of the file: back it up, check it, see who changed what and when.
class CarePage : public QWidget
{
    Q_OBJECT
public:
    explicit CarePage(Session& session, QWidget* parent = nullptr);
    QPushButton* checkButton() const { return m_check; }
    QString checkResult() const;
    DataTable* trail() const { return m_trail; }
    // Asks where, and saves a copy of the store there; of a faulty one it says so.
    void backUp();
    // Asks where, and saves the placements there as a workbook of the national data standard.
    void savePlacements();
    // Asks where, and saves every record there as a folder of documented tables.
    void saveTables();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void check();
    void sayFound(const store::CheckReport& report, const std::optional<QString>& failure);
    Session& m_session;
    std::vector<store::AuditEntry> m_entries;
    QLabel* m_file;
    QPushButton* m_backup;
    QPushButton* m_check;
    QLabel* m_result;
    QPushButton* m_all;
    QStringList m_found; // by the last check, all of it
    SegmentedControl* m_which;
    RowsModel* m_model;
    DataTable* m_trail;
    Busy* m_busy;
};

} // namespace twelvefold::ui
