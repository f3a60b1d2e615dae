// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace twelvefold::ui {

// "How was this worked out?": the inputs and steps that gave a figure, as lines to read and copy.
class TraceDialog : public QDialog
{
    Q_OBJECT
public:
    TraceDialog(const QString& title, const QStringList& lines, QWidget* parent = nullptr);
};

// Opens it over a widget; it goes when it is closed.
void openTrace(QWidget* over, const QString& title, const QStringList& lines);

} // namespace twelvefold::ui
