// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/form_dialog.h"

#include "common/dialogs.h"
#include "common/reading_order.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShowEvent>
#include <algorithm>
#include <optional>

namespace twelvefold::ui {
namespace {

// What a field holds; nothing for what is no field.
std::optional<QString> content(const QWidget* widget)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return line->text();
    if (const auto* words = qobject_cast<const QPlainTextEdit*>(widget))
        return words->toPlainText();
    if (const auto* choices = qobject_cast<const QComboBox*>(widget))
        return choices->currentText();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
        button != nullptr && button->isCheckable())
        return button->isChecked() ? QStringLiteral("1") : QStringLiteral("0");
    return std::nullopt;
}

QStringList contents(QWidget* form)
{
    QStringList all;
    for (const QWidget* widget : inReadingOrder(form)) {
        if (const auto words = content(widget))
            all << *words;
    }
    return all;
}

// Tells a form of each change of a field.
void listen(FormDialog* form, QWidget* widget)
{
    const auto told = Qt::UniqueConnection;
    if (auto* line = qobject_cast<QLineEdit*>(widget))
        QObject::connect(line, &QLineEdit::textChanged, form, &FormDialog::edited, told);
    else if (auto* words = qobject_cast<QPlainTextEdit*>(widget))
        QObject::connect(words, &QPlainTextEdit::textChanged, form, &FormDialog::edited, told);
    else if (auto* choices = qobject_cast<QComboBox*>(widget))
        QObject::connect(choices, &QComboBox::currentTextChanged, form, &FormDialog::edited, told);
    else if (auto* button = qobject_cast<QAbstractButton*>(widget))
        QObject::connect(button, &QAbstractButton::toggled, form, &FormDialog::edited, told);
}

} // namespace

void FormDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    tabAsRead(this);
    m_untouched = contents(this);
    const auto order = inReadingOrder(this);
    for (QWidget* widget : order)
        listen(this, widget);
    const auto first = std::ranges::find_if(order, [this](const QWidget* widget) {
        return widget->isVisibleTo(this) && widget->isEnabled() && content(widget).has_value();
    });
    if (first != order.end())
        (*first)->setFocus(Qt::OtherFocusReason);
}

void FormDialog::reject()
{
    if (isVisible() && contents(this) != m_untouched &&
        !dialogs().confirm(this, tr("Leave without saving?"), tr("What was typed here is lost."),
                           tr("Leave")))
        return;
    QDialog::reject();
}

// The keyboard goes back to where the form was asked for, also where the window manager would leave
// it with nobody.
void FormDialog::done(int result)
{
    QDialog::done(result);
    if (parentWidget())
        parentWidget()->window()->activateWindow();
}

} // namespace twelvefold::ui
