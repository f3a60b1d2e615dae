// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/record_editor.h"

#include "children/attempt.h"
#include "common/controls.h"
#include "common/page_scroll.h"
#include "wording/wording.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace twelvefold::ui {

RecordEditor::RecordEditor(const QString& title, QWidget* parent)
    : QDialog(parent), m_form(new QFormLayout), m_refusal(attentionLabel({}, this)),
      m_save(primaryButton(tr("Save"), this))
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
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 14, 18);
    column->setSpacing(14);
    column->addWidget(new FormScroll(fields, this), 1);
    column->addWidget(m_refusal);
    column->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &RecordEditor::accept);
    connect(cancel, &QPushButton::clicked, this, &RecordEditor::reject);
}

// What a field that is still empty says in it may be longer than the field.
void RecordEditor::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    for (QLineEdit* line : findChildren<QLineEdit*>()) {
        if (line->toolTip().isEmpty())
            line->setToolTip(line->placeholderText());
    }
}

void RecordEditor::accept()
{
    std::optional<QString> refused;
    if (!attempt(this, [&] { refused = save(); }))
        return;
    m_refusal->setText(refused.value_or(QString()));
    m_refusal->setVisible(refused.has_value());
    if (!refused)
        QDialog::accept();
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

std::optional<double> numberIn(const QString& text)
{
    if (const auto written = wording::readNumber(text))
        return written;
    bool ok = false;
    const double value = QLocale::c().toDouble(text.trimmed(), &ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace twelvefold::ui
