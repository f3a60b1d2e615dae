// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/dialogs.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace twelvefold::ui {
namespace {

Dialogs*& inUse()
{
    static Dialogs real;
    static Dialogs* current = &real;
    return current;
}

} // namespace

Dialogs& dialogs()
{
    return *inUse();
}

QString askForFile(QWidget* parent, const QString& title, const QString& suggestedName,
                   const QString& suffix)
{
    QString fileName = dialogs().saveFile(
        parent, title, QDir::home().filePath(suggestedName + QLatin1Char('.') + suffix),
        QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    if (!fileName.isEmpty() && QFileInfo(fileName).suffix().toLower() != suffix)
        fileName += QLatin1Char('.') + suffix;
    return fileName;
}

DialogsReplaced::DialogsReplaced(Dialogs& with) : m_before(inUse())
{
    inUse() = &with;
}
DialogsReplaced::~DialogsReplaced()
{
    inUse() = m_before;
}

QString Dialogs::openFile(QWidget* parent, const QString& title, const QString& filter)
{
    return QFileDialog::getOpenFileName(parent, title, QString(), filter);
}

QStringList Dialogs::openFiles(QWidget* parent, const QString& title, const QString& filter)
{
    return QFileDialog::getOpenFileNames(parent, title, QString(), filter);
}

QString Dialogs::openFolder(QWidget* parent, const QString& title)
{
    return QFileDialog::getExistingDirectory(parent, title);
}

QString Dialogs::saveFile(QWidget* parent, const QString& title, const QString& suggested,
                          const QString& filter)
{
    return QFileDialog::getSaveFileName(parent, title, suggested, filter);
}

bool Dialogs::confirm(QWidget* parent, const QString& question, const QString& detail,
                      const QString& action)
{
    QMessageBox box(QMessageBox::NoIcon, QString(), question, QMessageBox::NoButton, parent);
    box.setInformativeText(detail);
    const QPushButton* go = box.addButton(action, QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    box.exec();
    return box.clickedButton() == go;
}

std::optional<QString> Dialogs::ask(QWidget* parent, const QString& title, const QString& question,
                                    const QString& current)
{
    bool accepted = false;
    const QString answer =
        QInputDialog::getText(parent, title, question, QLineEdit::Normal, current, &accepted)
            .trimmed();
    return accepted && !answer.isEmpty() && answer != current ? std::optional(answer)
                                                              : std::nullopt;
}

std::optional<QString> Dialogs::choose(QWidget* parent, const QString& title,
                                       const QString& question, const QStringList& among)
{
    bool accepted = false;
    const QString chosen =
        QInputDialog::getItem(parent, title, question, among, 0, false, &accepted);
    return accepted ? std::optional(chosen) : std::nullopt;
}

void Dialogs::tell(QWidget* parent, const QString& sentence, const QString& detail)
{
    QMessageBox box(QMessageBox::NoIcon, QString(), sentence, QMessageBox::Close, parent);
    box.setInformativeText(detail);
    box.exec();
}

} // namespace twelvefold::ui
