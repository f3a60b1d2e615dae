// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/demonstration.h"
#include "shell/settings.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace twelvefold::charts {
class NeedCostChart;
}

namespace twelvefold::ui {

class Panel;

// What a person sees first: three ways in, the stores opened lately, and the picture that the
// product is named after.
class WelcomePage : public QWidget
{
    Q_OBJECT
public:
    WelcomePage(Demonstration& demonstration, Settings& settings, QWidget* parent);
    void refresh(); // the recent stores
    QPushButton* demonstrationCard() const { return m_demonstrationCard; }

signals:
    void demonstrationRequested();
    void newRequested();
    void openRequested();
    void recentRequested(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* waysIn();
    QWidget* picture();
    void showPicture();
    QPushButton* card(const char* role, const QString& title, const QString& words);

    Demonstration& m_demonstration;
    Settings& m_settings;
    QPushButton* m_demonstrationCard = nullptr;
    QPushButton* m_newCard = nullptr;
    QPushButton* m_openCard = nullptr;
    QVBoxLayout* m_recent = nullptr;
    QWidget* m_right = nullptr;
    QLabel* m_line = nullptr;
    QLabel* m_why = nullptr;
    charts::NeedCostChart* m_chart = nullptr;
};

} // namespace twelvefold::ui
