// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/layout_memory.h"
#include "common/theme.h"

#include <QDateTime>
#include <QSettings>
#include <QString>
#include <vector>

namespace twelvefold::ui {

// What the program remembers between starts, in one file that only its owner can read: nothing
// about any child.
class Settings : public LayoutMemory
{
public:
    // An empty name: the file of the person who is logged in.
    explicit Settings(const QString& file = {});

    struct Recent
    {
        QString path;
        QString name; // of the council
        QDateTime openedAt;
    };
    std::vector<Recent> recent() const; // newest first; files that are gone are left out
    void remember(const QString& path, const QString& name);
    void clearRecent();
    bool remembersRecent() const;
    void setRemembersRecent(bool on); // off also clears

    Appearance::Choice appearance() const;
    void setAppearance(Appearance::Choice choice);

    QString author() const; // whose name edits carry; the log-in name until changed
    void setAuthor(const QString& author);

    QString arrangement(const QString& of) const override;
    void keepArrangement(const QString& of, const QString& what) override;

    QString folder() const; // in which the file is: other things that are kept stand beside it

    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);

private:
    void kept();
    QSettings m_file;
};

} // namespace twelvefold::ui
