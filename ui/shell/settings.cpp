// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <array>

namespace twelvefold::ui {
namespace {

constexpr int kMostRecent = 8;
constexpr std::array<const char*, 3> kAppearances{"system", "light", "dark"};

// The one name of a file that holds from every folder, without links.
QString placeOf(const QString& path)
{
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty() ? info.absoluteFilePath() : canonical;
}

QString fileOrDefault(const QString& file)
{
    return !file.isEmpty() ? file
                           : QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                                 "/twelvefold.ini";
}

} // namespace

Settings::Settings(const QString& file) : m_file(fileOrDefault(file), QSettings::IniFormat) {}

QString Settings::folder() const
{
    return QFileInfo(m_file.fileName()).absolutePath();
}

void Settings::kept()
{
    m_file.sync();
    QFile::setPermissions(m_file.fileName(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

std::vector<Settings::Recent> Settings::recent() const
{
    std::vector<Recent> found;
    auto& file = const_cast<QSettings&>(m_file);
    const int n = file.beginReadArray("recent");
    for (int i = 0; i < n; ++i) {
        file.setArrayIndex(i);
        Recent one{file.value("path").toString(), file.value("name").toString(),
                   file.value("opened").toDateTime()};
        // A relative one would be another file from another folder.
        if (QFileInfo(one.path).isAbsolute() && QFileInfo::exists(one.path))
            found.push_back(std::move(one));
    }
    file.endArray();
    return found;
}

void Settings::remember(const QString& path, const QString& name)
{
    if (!remembersRecent())
        return;
    const QString place = placeOf(path);
    auto all = recent();
    std::erase_if(all, [&](const Recent& one) { return one.path == place; });
    all.insert(all.begin(), {place, name, QDateTime::currentDateTime()});
    m_file.remove("recent");
    m_file.beginWriteArray("recent");
    for (int i = 0; i < std::min(kMostRecent, static_cast<int>(all.size())); ++i) {
        const Recent& one = all[static_cast<std::size_t>(i)];
        m_file.setArrayIndex(i);
        m_file.setValue("path", one.path);
        m_file.setValue("name", one.name);
        m_file.setValue("opened", one.openedAt);
    }
    m_file.endArray();
    kept();
}

void Settings::clearRecent()
{
    m_file.remove("recent");
    kept();
}

bool Settings::remembersRecent() const
{
    return m_file.value("rememberRecent", true).toBool();
}

void Settings::setRemembersRecent(bool on)
{
    m_file.setValue("rememberRecent", on);
    if (!on)
        m_file.remove("recent");
    kept();
}

Appearance::Choice Settings::appearance() const
{
    const QString word = m_file.value("appearance").toString();
    for (std::size_t i = 0; i < kAppearances.size(); ++i) {
        if (word == QLatin1String(kAppearances[i]))
            return static_cast<Appearance::Choice>(i);
    }
    return Appearance::Choice::system;
}

void Settings::setAppearance(Appearance::Choice choice)
{
    m_file.setValue("appearance", QLatin1String(kAppearances[static_cast<std::size_t>(choice)]));
    kept();
}

QString Settings::author() const
{
    const QString kept = m_file.value("author").toString();
    if (!kept.isEmpty())
        return kept;
    for (const char* variable : {"USER", "USERNAME", "LOGNAME"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return name;
    }
    return QFileInfo(QDir::homePath()).owner();
}

void Settings::setAuthor(const QString& author)
{
    m_file.setValue("author", author.trimmed());
    kept();
}

QString Settings::arrangement(const QString& of) const
{
    return m_file.value("arrangement/" + of).toString();
}

void Settings::keepArrangement(const QString& of, const QString& what)
{
    if (what.isEmpty())
        m_file.remove("arrangement/" + of);
    else
        m_file.setValue("arrangement/" + of, what);
    kept();
}

QByteArray Settings::geometry() const
{
    return m_file.value("window").toByteArray();
}

void Settings::setGeometry(const QByteArray& geometry)
{
    m_file.setValue("window", geometry);
    kept();
}

} // namespace twelvefold::ui
