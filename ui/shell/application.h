// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace twelvefold::ui {

// The application: British by default, with numbers in files always plain, and the one place where
// what an event could not handle is caught and said in plain words.
class Application : public QApplication
{
    Q_OBJECT
public:
    Application(int& argc, char** argv);
    bool notify(QObject* receiver, QEvent* event) override;
};

} // namespace twelvefold::ui
