// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"
#include "report/reports.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>
#include <atomic>
#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace twelvefold::ui {

class Busy;
class EmptyState;
class PagePreview;
class SegmentedControl;

// The manager's workspace: what the report says, for whom, and its four forms.
class ReportsWorkspace : public QWidget
{
    Q_OBJECT
public:
    explicit ReportsWorkspace(Session& session, QWidget* parent = nullptr);
    ~ReportsWorkspace() override;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCommands();
    QWidget* choices();
    QWidget* settings();
    QWidget* savingButtons();
    const report::ReportEntry& chosenReport() const;
    report::Source source() const;
    void showNothing();
    void refuse(const report::Source& source, const domain::Message& reason);
    void renew(); // the preview, when somebody can see it
    void readAsText();
    void build(const report::Source& source);
    void take(const std::shared_ptr<const report::Document>& document);
    void save(const QString& suffix);
    QString askForFile(const QString& suffix);
    QString whyNotSaved() const;
    void saySaved(const QString& fileName, const domain::Result<domain::Done>& saved);

    Session& m_session;
    QTimer m_rest; // several changes at once are one new preview
    bool m_stale = true;
    // Of what is chosen; null while it is being built, off the window's thread.
    std::shared_ptr<const report::Document> m_document;
    std::atomic<std::uint64_t> m_newest = 0; // what was asked for last: all else is late
    QThreadPool m_pool;
    Busy* m_busy;
    QStackedWidget* m_stack;
    PagePreview* m_preview;
    EmptyState* m_nothing;                        // nobody to report on
    EmptyState* m_refusal;                        // why nothing may be published
    std::optional<domain::CohortFilter> m_wayOut; // by which it may be, offered beside
    QListWidget* m_reports;
    QLabel* m_about; // what the chosen one holds
    QWidget* m_choices;
    QWidget* m_settings;
    SegmentedControl* m_audience;
    QLabel* m_audienceNote;
    QLabel* m_cohort;
    QCheckBox* m_comparable;
    std::vector<std::pair<QCheckBox*, report::Section>> m_sections;
    std::vector<QPushButton*> m_saving;
};

} // namespace twelvefold::ui
