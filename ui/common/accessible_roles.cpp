// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/accessible_roles.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QCheckBox>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVariant>

namespace twelvefold::ui {
namespace {

constexpr const char* kRole = "accessibleRole";

bool opensMenu(const QAbstractButton& button)
{
    const auto* push = qobject_cast<const QPushButton*>(&button);
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    return (push != nullptr && push->menu() != nullptr) ||
           (tool != nullptr && tool->menu() != nullptr);
}

QAccessible::Role roleOf(const QAbstractButton& button)
{
    if (opensMenu(button))
        return QAccessible::ButtonMenu;
    if (!button.isCheckable())
        return QAccessible::Button;
    return button.autoExclusive() ? QAccessible::RadioButton : QAccessible::CheckBox;
}

QString withoutMnemonic(QString text)
{
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1))
        text.remove(at, 1); // of two in a row, the second stays
    return text;
}

class PressedAsByHand : public QAccessibleWidget
{
public:
    explicit PressedAsByHand(QAbstractButton* button)
        : QAccessibleWidget(button, roleOf(*button)), m_button(button)
    {
    }
    QAccessible::Role role() const override { return roleOf(*m_button); }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = m_button->isCheckable();
        state.checked = m_button->isChecked();
        state.pressed = m_button->isDown();
        state.hasPopup = opensMenu(*m_button);
        if (const auto* box = qobject_cast<QCheckBox*>(m_button))
            state.checkStateMixed = box->checkState() == Qt::PartiallyChecked;
        if (const auto* push = qobject_cast<QPushButton*>(m_button))
            state.defaultButton = push->isDefault();
        return state;
    }
    QString text(QAccessible::Text which) const override
    {
        const QString said = QAccessibleWidget::text(which);
        return said.isEmpty() && which == QAccessible::Name ? withoutMnemonic(m_button->text())
                                                            : said;
    }
    QStringList actionNames() const override
    {
        QStringList names;
        if (m_button->isEnabled())
            names << (m_button->isCheckable() ? toggleAction() : pressAction());
        return names + QAccessibleWidget::actionNames();
    }
    void doAction(const QString& action) override
    {
        if (action != toggleAction() && action != pressAction())
            return QAccessibleWidget::doAction(action);
        // Not before the screen reader has its answer: a press may open a dialog.
        QTimer::singleShot(0, m_button, [button = m_button] {
            if (button->isEnabled())
                button->click();
        });
    }

private:
    QAbstractButton* m_button;
};

// Asked for each class of an object, the most special first; so it answers for any class.
QAccessibleInterface* interfaceOf(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    if (widget == nullptr)
        return nullptr;
    if (const QVariant role = widget->property(kRole); role.isValid())
        return new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt()));
    auto* button = qobject_cast<QAbstractButton*>(widget);
    return button == nullptr ? nullptr : new PressedAsByHand(button);
}

} // namespace

void letScreenReadersPress()
{
    [[maybe_unused]] static const bool installed = [] {
        QAccessible::installFactory(interfaceOf);
        return true;
    }();
}

void setAccessibleRole(QWidget* widget, QAccessible::Role role)
{
    letScreenReadersPress();
    widget->setProperty(kRole, static_cast<int>(role));
    // Whoever gave it a name before had it described without its role: that is made anew.
    if (auto* told = QAccessible::queryAccessibleInterface(widget))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(told));
}

} // namespace twelvefold::ui
