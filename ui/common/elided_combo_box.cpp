// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/elided_combo_box.h"

#include "common/eliding.h"

#include <QStyleOptionComboBox>
#include <QStylePainter>

#include <algorithm>

namespace twelvefold::ui {

ElidedComboBox::ElidedComboBox(QWidget* parent) : QComboBox(parent)
{
    keepToItsPlace(this);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

// Qt cuts the words off at the arrow.
void ElidedComboBox::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    if (currentIndex() < 0)
        option.currentText = placeholderText();
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect room =
        style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    option.currentText =
        fontMetrics().elidedText(option.currentText, Qt::ElideRight, std::max(0, room.width() - 4));
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace twelvefold::ui
