// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"

#include <QFont>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace twelvefold::charts {

// Two need profiles side by side: a row a domain, a place a level, each child's mark at its own.
// One child alone is drawn the same way.
class PairProfile : public QWidget
{
    Q_OBJECT
public:
    struct Row
    {
        QString title;
        std::optional<int> first, second;
    };

    explicit PairProfile(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    // The pseudonyms name the children to screen readers and in tooltips.
    void setChildren(domain::Setting first, const QString& firstName,
                     std::optional<domain::Setting> second = std::nullopt,
                     const QString& secondName = {});
    void setRows(std::vector<Row> rows, int highestLevel);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString inWords(const Row& row) const;
    void describe();

    Theme m_theme = Theme::light();
    domain::Setting m_first = domain::Setting::other;
    std::optional<domain::Setting> m_second;
    QString m_firstName, m_secondName;
    std::vector<Row> m_rows;
    int m_highest = 4;
};

} // namespace twelvefold::charts
