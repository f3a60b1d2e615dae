// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/catch.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QStringList>

#include <algorithm>
#include <vector>

// What is at the screen, found as a person or a screen reader finds it: by what kind of thing it is
// and what it is called. So no widget need give away its parts for the sake of the tests.
namespace twelvefold::person {

// By its accessible name, the words on it or those of its label.
inline bool isCalled(const QWidget& widget, const QString& name)
{
    if (widget.accessibleName() == name)
        return true;
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text() == name;
    return std::ranges::any_of(
        widget.parent()->findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly),
        [&](const QLabel* label) { return label->buddy() == &widget && label->text() == name; });
}

// The one of its kind that is called so, or without a name the only one of its kind, be it in sight
// or hidden; of several, the only one in sight. Any other number of them fails the test.
template<class Widget>
Widget* find(const QWidget* within, const QString& name = {})
{
    std::vector<Widget*> found;
    QStringList others;
    for (QWidget* one : within->findChildren<QWidget*>()) {
        auto* widget = dynamic_cast<Widget*>(one); // Qt's own cast knows no templates
        if (!widget)
            continue;
        if (name.isEmpty() || isCalled(*widget, name))
            found.push_back(widget);
        else
            others << widget->accessibleName();
    }
    const auto all = found.size();
    if (all > 1)
        std::erase_if(found, [](const Widget* widget) { return !widget->isVisible(); });
    if (found.size() != 1) {
        const QString kind = QString::fromLatin1(Widget::staticMetaObject.className());
        FAIL("There should be one " << kind.toStdString() << " called “" << name.toStdString()
                                    << "”; there are " << all << ", " << found.size()
                                    << " of them in sight, and others called “"
                                    << others.join(QStringLiteral("”, “")).toStdString() << "”");
    }
    return found.front();
}

inline QPushButton* button(const QWidget* within, const QString& name)
{
    return find<QPushButton>(within, name);
}

// The button in sight whose words begin so; null where there is none.
inline QPushButton* seenButton(const QWidget* within, const QString& words)
{
    const auto buttons = within->findChildren<QPushButton*>();
    const auto seen = std::ranges::find_if(buttons, [&](const QPushButton* one) {
        return one->isVisible() && one->text().startsWith(words);
    });
    return seen == buttons.end() ? nullptr : *seen;
}

} // namespace twelvefold::person
