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
    // Other lines to read and copy.
    TraceDialog(const QString& windowTitle, const QString& accessibleName, const QString& title,
                const QStringList& lines, QWidget* parent);
};

// Opens it over a widget; it goes when it is closed.
void openTrace(QWidget* over, const QString& title, const QStringList& lines);
// A list that is too long for the page that it belongs to.
void openList(QWidget* over, const QString& title, const QStringList& lines);

} // namespace twelvefold::ui
