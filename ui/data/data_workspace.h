// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"

#include <QWidget>

class QTabWidget;

namespace twelvefold::ui {

class BringInPage;
class CarePage;
class ImportsPage;
class LedgerPage;
class MatchingPage;
class QualityPage;

// Files in, what each cost pays for, what is missing, and care of the store.
class DataWorkspace : public QWidget
{
    Q_OBJECT
public:
    explicit DataWorkspace(Session& session, QWidget* parent = nullptr);
    BringInPage* bringIn() const { return m_bringIn; }
    void bringInFiles(const QStringList& paths); // on their page
    QualityPage* quality() const { return m_quality; }
    MatchingPage* matching() const { return m_matching; }
    LedgerPage* ledger() const { return m_ledger; }
    ImportsPage* imports() const { return m_importsPage; }
    CarePage* care() const { return m_care; }

private:
    void addCommands(Session& session);
    QTabWidget* m_tabs;
    BringInPage* m_bringIn;
    ImportsPage* m_importsPage;
    MatchingPage* m_matching;
    LedgerPage* m_ledger;
    QualityPage* m_quality;
    CarePage* m_care;
};

} // namespace twelvefold::ui
