// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"

#include <QStringList>
#include <QWidget>
#include <optional>
#include <vector>

namespace twelvefold::charts {

// A need profile as a radar: today filled, last time dashed. A missing level leaves a gap.
class ProfileRadar : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileRadar(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    void setDomains(const QStringList& titles, int highestLevel);
    void setLevels(const std::vector<std::optional<int>>& today,
                   const std::vector<std::optional<int>>& before);
    QSize sizeHint() const override { return {236, 236}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme = Theme::light();
    QStringList m_titles;
    int m_highest = 4;
    std::vector<std::optional<int>> m_today, m_before;
};

} // namespace twelvefold::charts
