// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/manners.h"

#include "common/accessible_roles.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>

namespace twelvefold::ui {
namespace {

constexpr int kAround = 12; // pixels that are seen around what has the focus

// One that is one of several choices is chosen by its own keys; Enter is the dialog's there.
bool isPressedByEnter(const QAbstractButton& button)
{
    return button.isEnabled() && !button.autoExclusive() &&
           (qobject_cast<const QPushButton*>(&button) || qobject_cast<const QToolButton*>(&button));
}

bool isEnter(const QKeyEvent& event)
{
    return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) &&
           (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

} // namespace

void bringIntoView(QWidget* widget)
{
    QTimer::singleShot(0, widget, [widget] {
        for (QWidget* up = widget->parentWidget(); up != nullptr && !widget->isWindow();
             up = up->parentWidget()) {
            if (auto* area = qobject_cast<QScrollArea*>(up); area != nullptr &&
                                                             area->widget() != nullptr &&
                                                             area->widget()->isAncestorOf(widget))
                area->ensureWidgetVisible(widget, kAround, kAround);
        }
    });
}

Manners::Manners(QApplication& application) : QObject(&application)
{
    connect(&application, &QApplication::focusChanged, this, [](QWidget*, QWidget* now) {
        if (now != nullptr)
            bringIntoView(now);
    });
}

void Manners::teach(QApplication& application)
{
    application.installEventFilter(new Manners(application));
    letScreenReadersPress();
}

// A provider may be called "<b>x</b>". Whoever wants markup says so (Qt::RichText) and escapes;
// every other label, those of Qt's own message boxes and tooltips too, is plain text before it is
// seen.
static void sayAsWritten(QObject* widget)
{
    auto* label = qobject_cast<QLabel*>(widget);
    if (label != nullptr && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
}

bool Manners::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Polish)
        sayAsWritten(watched);
    if (event->type() != QEvent::KeyPress)
        return false;
    auto* button = qobject_cast<QAbstractButton*>(watched);
    if (button == nullptr || !isEnter(*static_cast<QKeyEvent*>(event)) ||
        !isPressedByEnter(*button))
        return false;
    if (!static_cast<QKeyEvent*>(event)->isAutoRepeat())
        button->click();
    return true;
}

} // namespace twelvefold::ui
