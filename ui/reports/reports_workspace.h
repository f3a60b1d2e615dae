// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/session.h"
#include "report/report.h"

#include <QTimer>
#include <QWidget>
#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace twelvefold::ui {

class EmptyState;
class PagePreview;
class SegmentedControl;

// The manager's workspace: what the report says, for whom, and its four forms.
class ReportsWorkspace : public QWidget
{
    Q_OBJECT
public:
    explicit ReportsWorkspace(Session& session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCommands();
    QWidget* choices();
    QWidget* settings();
    QWidget* savingButtons();
    report::Source source() const;
    void refuse(const domain::Message& reason);
    void renew(); // the preview, when somebody can see it
    void save(const QString& suffix, const QString& kind);

    Session& m_session;
    QTimer m_rest; // several changes at once are one new preview
    bool m_stale = true;
    QStackedWidget* m_stack;
    PagePreview* m_preview;
    EmptyState* m_refusal; // why nothing may be published
    QWidget* m_choices;
    QWidget* m_settings;
    SegmentedControl* m_audience;
    QLabel* m_audienceNote;
    QLabel* m_cohort;
    std::vector<std::pair<QCheckBox*, report::Section>> m_sections;
    std::vector<QPushButton*> m_saving;
};

} // namespace twelvefold::ui
