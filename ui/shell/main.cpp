// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/application.h"
#include "shell/display.h"
#include "shell/main_window.h"

#include <QCommandLineParser>
#include <cstdio>

using namespace twelvefold::ui;

int main(int argc, char** argv)
{
    if (!hasDisplay()) {
        std::fputs("Twelvefold needs a display to open its window. Without one, use "
                   "twelvefold-cli: it does the same jobs.\n",
                   stderr);
        return 1;
    }
    Application application(argc, argv);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "What children need, what their care costs, and what "
                                            "comes of it."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("store"),
                                 QCoreApplication::translate("main", "The store to open."),
                                 QStringLiteral("[store]"));
    parser.process(application);

    MainWindow window;
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.openStore(parser.positionalArguments().constFirst());
    return QApplication::exec();
}
