// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

class QWidget;

namespace twelvefold::ui {

// Everything that asks the person in a window of its own goes through here, so that tests can
// answer.
class Dialogs
{
public:
    virtual ~Dialogs() = default;
    // Empty when the person decides otherwise.
    virtual QString openFile(QWidget* parent, const QString& title, const QString& filter);
    virtual QStringList openFiles(QWidget* parent, const QString& title, const QString& filter);
    virtual QString openFolder(QWidget* parent, const QString& title);
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggested,
                             const QString& filter);
    // A question with one thing to do and a way out.
    virtual bool confirm(QWidget* parent, const QString& question, const QString& detail,
                         const QString& action);
    // A line of text, starting from what it is now; nothing when left as it was.
    virtual std::optional<QString> ask(QWidget* parent, const QString& title,
                                       const QString& question, const QString& current);
    // One of several; nothing when the person decides otherwise.
    virtual std::optional<QString> choose(QWidget* parent, const QString& title,
                                          const QString& question, const QStringList& among);
    virtual void tell(QWidget* parent, const QString& sentence, const QString& detail);
};

// Who asks: the real dialogs unless a test put its own in their place.
Dialogs& dialogs();

// A file of one kind in the person's own folder, with its suffix whatever was typed; empty when the
// person decides otherwise.
QString askForFile(QWidget* parent, const QString& title, const QString& suggestedName,
                   const QString& suffix);

// Replaces the dialogs for as long as it lives.
class DialogsReplaced
{
public:
    explicit DialogsReplaced(Dialogs& with);
    ~DialogsReplaced();
    DialogsReplaced(const DialogsReplaced&) = delete;
    DialogsReplaced& operator=(const DialogsReplaced&) = delete;

private:
    Dialogs* m_before;
};

} // namespace twelvefold::ui
