// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/application.h"

#include "common/dialogs.h"
#include "common/icons.h"
#include "common/inputs.h"
#include "common/manners.h"
#include "store/store.h"
#include "wording/translations.h"
#include "wording/wording.h"

#include <clocale>

namespace twelvefold::ui {

Application::Application(int& argc, char** argv) : QApplication(argc, argv)
{
    // The toolkit takes over the system's number format; workbooks and files want plain numbers.
    std::setlocale(LC_NUMERIC, "C");

    setApplicationName(QStringLiteral("twelvefold"));
    setApplicationDisplayName(QStringLiteral("Twelvefold"));
    setOrganizationName(QStringLiteral("twelvefold"));
    setApplicationVersion(QStringLiteral(TWELVEFOLD_VERSION));
    setDesktopFileName(QStringLiteral("org.twelvefold.Twelvefold"));
    setWindowIcon(applicationIcon());

    WheelGuard::guard(*this);
    Manners::teach(*this);

    wording::installTranslations();
}

bool Application::notify(QObject* receiver, QEvent* event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (const store::WorldError& error) {
        dialogs().tell(activeWindow(), wording::text(error.message()),
                       tr("What was being done was not saved; everything before it was."));
    } catch (const std::exception& error) {
        dialogs().tell(activeWindow(), tr("Something went wrong in Twelvefold itself."),
                       QString::fromUtf8(error.what()));
    }
    return true;
}

} // namespace twelvefold::ui
