// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

namespace twelvefold::ui {

// A dialog with fields. It opens on the first of them, Tab goes through it as it is read, and it
// asks before it drops what was typed.
class FormDialog : public QDialog
{
    Q_OBJECT
public:
    explicit FormDialog(QWidget* parent) : QDialog(parent) {}
    void reject() override;
    void done(int result) override;

signals:
    void edited(); // what a field holds is another, whoever changed it

protected:
    void showEvent(QShowEvent* event) override;

private:
    QStringList m_untouched; // what its fields held when it opened
};

} // namespace twelvefold::ui
