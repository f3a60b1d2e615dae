// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"

#include <QMenu>
#include <array>

class QCheckBox;

namespace twelvefold::ui {

// "Core, additional support, education. Paid by anyone."
QString costScopeInWords(const domain::CostScope& scope);

// Which cost components count and whose money: boxes in a menu that stays open while they are
// ticked. At least one of each stays ticked.
class CostScopeMenu : public QMenu
{
    Q_OBJECT
public:
    explicit CostScopeMenu(QWidget* parent = nullptr);
    void read(const domain::CostScope& scope);
    QCheckBox* box(domain::CostComponent component) const;
    QCheckBox* box(domain::Funder funder) const;

signals:
    void chosen(const twelvefold::domain::CostScope& scope);

private:
    void change();

    std::array<QCheckBox*, domain::countOf<domain::CostComponent>> m_components{};
    std::array<QCheckBox*, domain::countOf<domain::Funder>> m_funders{};
    domain::CostScope m_scope;
};

} // namespace twelvefold::ui
