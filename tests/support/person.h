// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dialogs.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QWidget>

#include "support/no_qt_assertions.h"

#include <functional>

// What a person does at the screen, so that tests read like it.
namespace twelvefold::person {

inline void settle()
{
    QApplication::processEvents();
}

// Waits for what works in the background; false when it did not come about.
inline bool waitsFor(const std::function<bool()>& condition, int milliseconds = 20000)
{
    return QTest::qWaitFor(condition, milliseconds);
}

// To a window that is there already.
inline void turnsTo(QWidget& window)
{
    window.activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&window));
}

inline void sees(QWidget& window)
{
    window.show();
    turnsTo(window);
}

inline void click(QWidget* widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
    settle();
}

// A click at the widget's left end, as on a check box's mark.
inline void clickLeft(QWidget* widget)
{
    QTest::mouseClick(widget, Qt::LeftButton, {}, QPoint(10, widget->height() / 2));
    settle();
}

// Each key to whatever has the focus by then.
inline void type(const QString& text)
{
    for (const QChar key : text) {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClicks(focus ? focus : QApplication::activeWindow(), key);
    }
    settle();
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : QApplication::activeWindow(), key, modifiers);
    settle();
}

// Clears a field and writes something else.
inline void writes(QWidget* field, const QString& text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    settle();
}

// Answers every dialog as the test says, and remembers what was said.
class Answers : public ui::Dialogs
{
public:
    QString file;                // for every question that asks for a file or folder
    QString newFile;             // where another is to be made
    bool yes = true;             // to every question
    std::optional<QString> text; // to every question for a line of text or one of several
    QStringList told;

    QString openFile(QWidget*, const QString&, const QString&) override { return file; }
    QStringList openFiles(QWidget*, const QString&, const QString&) override
    {
        return file.isEmpty() ? QStringList() : QStringList{file};
    }
    QString openFolder(QWidget*, const QString&) override { return file; }
    QString saveFile(QWidget*, const QString&, const QString&, const QString&) override
    {
        return newFile.isEmpty() ? file : newFile;
    }
    bool confirm(QWidget*, const QString& question, const QString&, const QString&) override
    {
        told << question;
        return yes;
    }
    std::optional<QString> ask(QWidget*, const QString&, const QString&, const QString&) override
    {
        return text;
    }
    std::optional<QString> choose(QWidget*, const QString&, const QString&,
                                  const QStringList& among) override
    {
        told << among.join(QStringLiteral(", "));
        return text;
    }
    void tell(QWidget*, const QString& sentence, const QString& detail) override
    {
        told << sentence + ": " + detail;
    }

private:
    ui::DialogsReplaced m_inPlace{*this};
};

} // namespace twelvefold::person
