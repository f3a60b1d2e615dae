// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/choice_button.h"

#include "common/controls.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace twelvefold::ui {

ChoiceButton::ChoiceButton(const Words& words, QWidget* parent) : QPushButton(parent)
{
    setRole(this, "choice");
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(words.spoken);
    setToolTip(words.spoken);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 5); // the focus draws a line beneath
    row->setSpacing(10);
    const auto side = [&](QLabel* above, QLabel* below, Qt::Alignment alignment, int stretch) {
        auto* column = new QVBoxLayout;
        column->setSpacing(1);
        for (QLabel* label : {above, below}) {
            label->setAttribute(Qt::WA_TransparentForMouseEvents); // a click is the button's
            label->setAlignment(alignment | Qt::AlignTop);
            label->setVisible(!label->text().isEmpty());
            column->addWidget(label);
        }
        column->addStretch(1);
        row->addLayout(column, stretch);
    };
    QLabel* what = sectionTitle(words.what, this);
    if (!words.strong)
        what->setFont(Appearance::body());
    side(what, smallLabel(words.more, this), Qt::AlignLeft, 1);
    side(sectionTitle(words.figure, this), smallLabel(words.range, this), Qt::AlignRight, 0);
}

QSize ChoiceButton::sizeHint() const
{
    return layout()->totalSizeHint();
}

QSize ChoiceButton::minimumSizeHint() const
{
    return layout()->totalMinimumSize();
}

void ChoiceButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QPushButton::keyPressEvent(event);
}

} // namespace twelvefold::ui
