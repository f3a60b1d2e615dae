// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/process.h"
#include "shell/application.h"
#include "shell/display.h"
#include "shell/main_window.h"

#include <QCommandLineParser>
#include <cstdio>
#include <cstring>

using namespace twelvefold;
using namespace twelvefold::ui;

namespace {

constexpr const char* kHelp = "Usage: twelvefold [--read-only] [STORE]\n"
                              "What children need, what their care costs, and what comes of it.\n\n"
                              "  STORE           a .twelvefold file to open\n"
                              "  --read-only     open it for reading only\n"
                              "  -h, --help      show this and end\n"
                              "  -v, --version   show the version and end\n\n"
                              "Without a window: twelvefold-cli --help\n";

bool asks(int argc, char** argv, const char* name, const char* shortName)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], name) == 0 || std::strcmp(argv[i], shortName) == 0)
            return true;
    }
    return false;
}

} // namespace

int main(int argc, char** argv)
{
    if (asks(argc, argv, "--help", "-h")) {
        std::fputs(kHelp, stdout);
        return 0;
    }
    if (asks(argc, argv, "--version", "-v")) {
        std::puts("twelvefold " TWELVEFOLD_VERSION);
        return 0;
    }
    if (!hasDisplay() && !asks(argc, argv, "-platform", "--platform")) {
        std::fputs("Twelvefold needs a display to open its window. Without one, use "
                   "twelvefold-cli: it does the same jobs.\n",
                   stderr);
        return 1;
    }
    files::keepFilesPrivate();
    files::noCoreDumps();
    files::endTidily();
    Application application(argc, argv);

    QCommandLineParser parser;
    const QCommandLineOption readOnly(QStringLiteral("read-only"));
    parser.addOption(readOnly);
    parser.addPositionalArgument(QStringLiteral("store"), {});
    if (!parser.parse(QCoreApplication::arguments()) || parser.positionalArguments().size() > 1) {
        std::fputs(kHelp, stderr);
        return 2;
    }
    MainWindow window;
    window.open();
    if (!parser.positionalArguments().isEmpty())
        window.openStore(parser.positionalArguments().constFirst(), parser.isSet(readOnly)
                                                                        ? store::Access::readOnly
                                                                        : store::Access::readWrite);
    return QApplication::exec();
}
