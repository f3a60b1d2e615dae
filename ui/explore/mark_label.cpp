// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/mark_label.h"

#include "common/theme.h"

#include <QPainter>

namespace twelvefold::ui {

MarkLabel::MarkLabel(std::optional<domain::Setting> setting, QWidget* parent)
    : QWidget(parent), m_setting(setting.value_or(domain::Setting::other))
{
    setFixedSize(sizeHint());
    connect(&Appearance::instance(), &Appearance::changed, this, qOverload<>(&QWidget::update));
}

void MarkLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const charts::Theme& tokens = Appearance::instance().tokens();
    charts::drawMark(painter, QRectF(rect()).center(), charts::styleOf(m_setting, tokens), 5);
}

} // namespace twelvefold::ui
