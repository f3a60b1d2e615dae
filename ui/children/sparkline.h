// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/records.h"

#include <QWidget>
#include <vector>

namespace twelvefold::ui {

// Values of one outcome measure along time: a small line with its last value marked.
class Sparkline : public QWidget
{
    Q_OBJECT
public:
    explicit Sparkline(QWidget* parent = nullptr);
    // Earliest first.
    void show(const std::vector<domain::Outcome>& values);
    QSize sizeHint() const override { return {150, 36}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<domain::Outcome> m_values;
};

} // namespace twelvefold::ui
