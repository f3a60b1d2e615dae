// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"

#include <QWidget>
#include <optional>

namespace twelvefold::ui {

// A setting's mark, as in the picture.
class MarkLabel : public QWidget
{
    Q_OBJECT
public:
    explicit MarkLabel(std::optional<domain::Setting> setting, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {16, 18}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    domain::Setting m_setting;
};

} // namespace twelvefold::ui
