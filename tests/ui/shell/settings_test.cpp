// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings.h"

#include "support/catch.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>

using namespace twelvefold::ui;

namespace {

QString made(const QTemporaryDir& folder, const QString& name)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    return file.fileName();
}

} // namespace

TEST_CASE("stores opened lately are remembered, newest first, each once")
{
    const QTemporaryDir folder;
    const QString a = made(folder, "a.twelvefold"), b = made(folder, "b.twelvefold");
    {
        Settings settings(folder.filePath("settings.ini"));
        settings.remember(a, "A council");
        settings.remember(b, "B council");
        settings.remember(a, "A council");
    }
    Settings settings(folder.filePath("settings.ini"));
    const auto recent = settings.recent();
    REQUIRE(recent.size() == 2);
    CHECK(recent[0].path == a);
    CHECK(recent[0].name == "A council");
    CHECK(recent[1].path == b);

    SECTION("a file that is gone is no longer offered")
    {
        QFile::remove(a);
        CHECK(settings.recent().size() == 1);
    }
    SECTION("the list can be cleared")
    {
        settings.clearRecent();
        CHECK(settings.recent().empty());
    }
    SECTION("switching it off forgets, and remembers nothing more")
    {
        settings.setRemembersRecent(false);
        settings.remember(a, "A council");
        CHECK(settings.recent().empty());
        settings.setRemembersRecent(true);
        settings.remember(a, "A council");
        CHECK(settings.recent().size() == 1);
    }
}

TEST_CASE("a store is remembered by the one name that holds from every folder")
{
    const QTemporaryDir folder;
    const QString a = made(folder, "a.twelvefold");
    QFile::link(a, folder.filePath("link.twelvefold"));
    Settings settings(folder.filePath("settings.ini"));
    const QString before = QDir::currentPath();
    QDir::setCurrent(folder.path());
    settings.remember("a.twelvefold", "A council");
    settings.remember("./link.twelvefold", "A council");
    QDir::setCurrent(before);
    REQUIRE(settings.recent().size() == 1);
    CHECK(settings.recent().front().path == QFileInfo(a).canonicalFilePath());
}

TEST_CASE("a relative path that stands in the settings already is not offered")
{
    const QTemporaryDir folder;
    {
        QSettings file(folder.filePath("settings.ini"), QSettings::IniFormat);
        file.beginWriteArray("recent");
        file.setArrayIndex(0);
        file.setValue("path", ".");
        file.endArray();
    }
    CHECK(Settings(folder.filePath("settings.ini")).recent().empty());
}

TEST_CASE("at most eight stores are remembered")
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath("settings.ini"));
    for (int i = 0; i < 12; ++i)
        settings.remember(made(folder, QString("%1.twelvefold").arg(i)), {});
    CHECK(settings.recent().size() == 8);
    CHECK(settings.recent().front().path.endsWith("11.twelvefold"));
}

TEST_CASE("only their owner can read the settings")
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath("settings.ini"));
    settings.setAuthor("A tester");
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup |
                        QFileDevice::WriteOther;
    CHECK_FALSE(QFile::permissions(folder.filePath("settings.ini")) & others);
    CHECK(settings.author() == "A tester");
}

TEST_CASE("the appearance is kept")
{
    const QTemporaryDir folder;
    CHECK(Settings(folder.filePath("s.ini")).appearance() == Appearance::Choice::system);
    for (const auto choice :
         {Appearance::Choice::light, Appearance::Choice::dark, Appearance::Choice::system}) {
        Settings(folder.filePath("s.ini")).setAppearance(choice);
        CHECK(Settings(folder.filePath("s.ini")).appearance() == choice);
    }
}
