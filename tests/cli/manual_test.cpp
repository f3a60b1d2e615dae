// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include <QRegularExpression>
#include <QSet>

#include <utility>

// docs/command-line.md names every command, method and option that there is, and no other.

using twelvefold::tests::Program;

namespace {

using Options = QSet<QString>;

QString page(const char* name = "command-line.md")
{
    QFile file(twelvefold::tests::documentation() / name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

QString help(const QStringList& command)
{
    const auto run = Program().run(command + QStringList{"--help"});
    REQUIRE(run.exit == 0);
    return QString::fromUtf8(run.out);
}

// The first group of every match.
QStringList found(const char* pattern, const QString& text)
{
    const QRegularExpression expression(QString::fromLatin1(pattern),
                                        QRegularExpression::MultilineOption);
    QStringList all;
    for (auto match = expression.globalMatch(text); match.hasNext();)
        all.append(match.next().captured(1));
    return all;
}

Options optionsIn(const QString& text)
{
    const QStringList all = found("(?<![a-z-])--([a-z][a-z-]*)", text);
    return {all.begin(), all.end()};
}

// What the program says a command takes, but for what is said of all.
Options offered(const QStringList& command)
{
    const QStringList all = found("^  (?:-h,)?--([a-z-]+)", help(command));
    return Options(all.begin(), all.end()) - Options{"help"};
}

// "**Filters**: …", up to a blank line.
QString paragraph(const QString& text, const QString& title)
{
    const qsizetype from = text.indexOf("**" + title + "**");
    REQUIRE(from >= 0);
    return text.mid(from, text.indexOf("\n\n", from) - from);
}

// What the page's line for it says that a command takes.
Options written(const QString& text, const QString& beginning)
{
    const QStringList lines =
        found(qPrintable("^(" + QRegularExpression::escape(beginning) + " .*--.*)$"), text);
    INFO(beginning.toStdString());
    REQUIRE_FALSE(lines.isEmpty());
    Options options = optionsIn(lines.front());
    for (const auto& [mark, title] :
         {std::pair("[filters]", "Filters"), std::pair("[comparison]", "Comparison")})
        if (lines.front().contains(QLatin1String(mark)))
            options |= optionsIn(paragraph(text, QLatin1String(title)));
    return options;
}

QStringList commandsIn(const QString& help)
{
    return found("^  ([a-z-]+)  ", help.mid(help.indexOf(QLatin1String("Subcommands:"))));
}

} // namespace

TEST_CASE("The page on the command line names every command with its options", "[cli][docs]")
{
    const QString text = page();
    const QString everything = help({});
    const Options everywhere = optionsIn(paragraph(text, QStringLiteral("Everywhere")));
    CHECK((everywhere == optionsIn(everything)));

    const QStringList commands = commandsIn(everything);
    CHECK(commands.size() >= 10);
    for (const QString& command : commands) {
        INFO(command.toStdString());
        const Options there = written(text, "twelvefold-cli " + command);
        if (command != "stats")
            CHECK((there == offered({command})));
    }
    // And none that is not there.
    const QStringList onThePage = found("^twelvefold-cli ([a-z-]+)", text);
    for (const QString& command : onThePage)
        CHECK(commands.contains(command));
}

TEST_CASE("The page on the command line names every method of stats with its options",
          "[cli][docs]")
{
    const QString text = page();
    const QStringList methods = commandsIn(help({"stats"}));
    CHECK(methods.size() >= 20);
    for (const QString& method : methods) {
        INFO(method.toStdString());
        CHECK((written(text, "stats " + method) == offered({"stats", method})));
    }
    CHECK(found("^stats ([a-z-]+)", text).size() == methods.size());
}

TEST_CASE("The manual says what each command is for, and no other", "[cli][docs]")
{
    QStringList commands = found("^\\.TP\n\\.B ([a-z\\\\-]+)\n[a-z]", page("man/twelvefold-cli.1"));
    commands.replaceInStrings(QStringLiteral("\\-"), QStringLiteral("-"));
    CHECK((commands == commandsIn(help({}))));
}
