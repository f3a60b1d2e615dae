// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/record_editor.h"

#include "common/attempt.h"
#include "common/controls.h"
#include "common/inputs.h"
#include "common/manners.h"
#include "common/page_scroll.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

namespace twelvefold::ui {

RecordEditor::RecordEditor(const QString& title, QWidget* parent)
    : FormDialog(parent), m_column(new QVBoxLayout), m_form(new QFormLayout),
      m_refusal(attentionLabel({}, this)), m_save(primaryButton(tr("Save"), this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(460);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows); // where words are long
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(9);
    m_form->setLabelAlignment(Qt::AlignLeft);
    m_refusal->hide();
    m_save->setDefault(true);
    auto* cancel = secondaryButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto* fields = new QWidget(this);
    fields->setLayout(m_form);
    m_form->setContentsMargins(0, 0, 6, 0);
    m_column->setContentsMargins(20, 18, 14, 18);
    m_column->setSpacing(14);
    m_column->addWidget(new FormScroll(fields, this), 1);
    m_column->addWidget(m_refusal);
    m_column->addLayout(buttons);
    setLayout(m_column);
    connect(this, &FormDialog::edited, this, &RecordEditor::takeBackRefusal);
    connect(m_save, &QPushButton::clicked, this, &RecordEditor::accept);
    connect(cancel, &QPushButton::clicked, this, &RecordEditor::reject);
}

// What a field that is still empty says in it may be longer than the field.
void RecordEditor::showEvent(QShowEvent* event)
{
    FormDialog::showEvent(event);
    for (QLineEdit* line : findChildren<QLineEdit*>()) {
        if (line->toolTip().isEmpty())
            line->setToolTip(line->placeholderText());
    }
}

// What was refused may be right once any field has changed, one beside it too: whether it is, the
// next attempt to save says.
void RecordEditor::takeBackRefusal()
{
    if (auto* edit = qobject_cast<EchoingEdit*>(std::exchange(m_refusedField, nullptr)))
        edit->reconsider();
    if (m_described)
        m_described->setAccessibleDescription({});
    m_refusal->clear();
    m_refusal->hide();
}

void RecordEditor::accept()
{
    takeBackRefusal();
    std::optional<QString> refused = unreadable();
    if (!refused && !attempt(this, [&] { refused = save(); }))
        return;
    say(refused);
    if (!refused)
        QDialog::accept();
}

std::optional<QString> RecordEditor::unreadable()
{
    for (EchoingEdit* field : findChildren<EchoingEdit*>()) {
        if (field->isVisibleTo(this) && field->refused())
            return at(field, field->echo());
    }
    return std::nullopt;
}

std::optional<QString> RecordEditor::at(QWidget* field, const QString& words)
{
    m_refusedField = field;
    return words;
}

// Under the field, where the eye is, and as what the field is described by; else at the foot.
void RecordEditor::say(const std::optional<QString>& refused)
{
    m_refusal->setText(refused.value_or(QString()));
    auto* edit = qobject_cast<EchoingEdit*>(m_refusedField);
    m_refusal->setVisible(refused && edit == nullptr);
    if (!refused)
        return;
    if (edit != nullptr) {
        edit->line()->setFocus(Qt::OtherFocusReason);
        edit->refuse(*refused);
        return;
    }
    placeUnder(m_refusedField);
    if (m_refusedField != nullptr) {
        m_refusedField->setFocus(Qt::OtherFocusReason);
        m_refusedField->setAccessibleDescription(*refused);
        m_described = m_refusedField;
    }
    bringIntoView(m_refusal);
}

void RecordEditor::placeUnder(QWidget* field)
{
    int row = -1;
    QFormLayout::ItemRole role{};
    m_form->getWidgetPosition(m_refusal, &row, &role);
    if (row >= 0) {
        const auto taken = m_form->takeRow(row);
        delete taken.labelItem;
        delete taken.fieldItem;
    } else {
        m_refusal->parentWidget()->layout()->removeWidget(m_refusal);
    }
    row = -1;
    if (field != nullptr)
        m_form->getWidgetPosition(field, &row, &role);
    // Fields may also stand in columns of their own.
    auto* column = field ? qobject_cast<QVBoxLayout*>(field->parentWidget()->layout()) : nullptr;
    if (row >= 0)
        m_form->insertRow(row + 1, QString(), m_refusal);
    else if (column != nullptr && column != m_column && column->indexOf(field) >= 0)
        column->insertWidget(column->indexOf(field) + 1, m_refusal);
    else
        m_column->insertWidget(m_column->count() - 1, m_refusal);
    m_refusal->show();
}

QString RecordEditor::refusal() const
{
    return m_refusal->text();
}

SegmentedControl* yesNoControl(const QString& name, std::optional<bool> value, QWidget* parent)
{
    auto* control = new SegmentedControl(
        {RecordEditor::tr("Not recorded"), RecordEditor::tr("No"), RecordEditor::tr("Yes")},
        parent);
    control->setAccessibleName(name);
    for (int i = 0; i < 3; ++i)
        control->segment(i)->setAccessibleName(
            RecordEditor::tr("%1: %2").arg(name, control->segment(i)->text()));
    control->setCurrent(value ? (*value ? 2 : 1) : 0);
    return control;
}

std::optional<bool> yesNo(const SegmentedControl& control)
{
    return control.current() == 0 ? std::nullopt : std::optional(control.current() == 2);
}

} // namespace twelvefold::ui
