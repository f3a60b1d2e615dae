// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/form_dialog.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace twelvefold::ui {

// Asks for a council's name and a file for its store.
class NewStoreDialog : public FormDialog
{
    Q_OBJECT
public:
    explicit NewStoreDialog(QWidget* parent);
    QLineEdit* council() const { return m_council; }
    QLineEdit* file() const { return m_file; }
    QPushButton* make() const { return m_make; }

signals:
    void wanted(const QString& council, const QString& path);

private:
    void suggest();
    void choose();
    void refresh();
    void finish();
    QLineEdit* m_council;
    QLineEdit* m_file;
    QLabel* m_problem;
    QPushButton* m_make;
    bool m_ownFile = false; // the person chose the file: suggest no more
};

} // namespace twelvefold::ui
