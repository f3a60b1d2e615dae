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
    // What the tooltip says of each domain: "Education and learning: 3, was 1".
    QStringList inWords() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    using Levels = std::vector<std::optional<int>>;
    QPointF corner(std::size_t domain, double level) const;
    void paintProfile(QPainter& painter, const Levels& levels, const QPen& pen,
                      const QBrush& fill) const;

    Theme m_theme = Theme::light();
    QStringList m_titles;
    int m_highest = 4;
    std::vector<std::optional<int>> m_today, m_before;
};

} // namespace twelvefold::charts
