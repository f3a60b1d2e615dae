// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/elided_combo_box.h"
#include "common/eliding.h"
#include "common/form_dialog.h"
#include "domain/words.h"
#include "wording/wording.h"

#include <QPointer>
#include <optional>

class QFormLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace twelvefold::ui {

class DateEdit;
class SegmentedControl;

// One record in a window of its own: fields, and Save, which says in words what it will not take,
// under the field that it speaks of.
class RecordEditor : public FormDialog
{
    Q_OBJECT
public:
    RecordEditor(const QString& title, QWidget* parent);
    void accept() override;
    QString refusal() const; // what was said at the last try; empty when nothing
    QPushButton* saveButton() const { return m_save; }

protected:
    void showEvent(QShowEvent* event) override;
    QFormLayout* form() const { return m_form; }
    // Puts the record into the store, or says why not.
    virtual std::optional<QString> save() = 0;
    // The same words, said at a field: return at(m_start, tr("…")).
    std::optional<QString> at(QWidget* field, const QString& words);

private:
    void takeBackRefusal();
    void say(const std::optional<QString>& refused);
    void placeUnder(QWidget* field);     // the refusal; null: at the foot
    std::optional<QString> unreadable(); // a field that already says why it was not read

    QVBoxLayout* m_column;
    QFormLayout* m_form;
    QWidget* m_refusedField = nullptr;
    QPointer<QWidget> m_described; // by what was refused last
    QLabel* m_refusal;
    QPushButton* m_save;
};

// One of an enumeration's values, worded; or nothing, where that can be.
template<class Enum>
class ChoiceBox : public ElidedComboBox
{
public:
    // none: what stands for nothing; without it, the first value is chosen.
    explicit ChoiceBox(const std::optional<QString>& none = {}, QWidget* parent = nullptr)
        : ElidedComboBox(parent), m_first(none ? 1 : 0)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        if (none)
            addItem(*none);
        for (const auto& named : domain::allOf<Enum>())
            addItem(wording::text(named.word));
    }
    std::optional<Enum> choice() const
    {
        const int index = currentIndex() - m_first;
        return index < 0
                   ? std::nullopt
                   : std::optional(domain::allOf<Enum>()[static_cast<std::size_t>(index)].value);
    }
    void choose(std::optional<Enum> value)
    {
        setCurrentIndex(value ? m_first + static_cast<int>(*value) : 0);
    }

private:
    int m_first;
};

// "Not recorded", "No", "Yes".
SegmentedControl* yesNoControl(const QString& name, std::optional<bool> value, QWidget* parent);
std::optional<bool> yesNo(const SegmentedControl& control);

} // namespace twelvefold::ui
