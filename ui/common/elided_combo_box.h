// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace twelvefold::ui {

// Closed, it is as wide as its place and not as its longest entry: what is chosen ends in … where
// it is longer, and the tooltip says the whole.
class ElidedComboBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ElidedComboBox(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace twelvefold::ui
