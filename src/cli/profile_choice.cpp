// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profile_choice.h"

#include "cli/output.h"
#include "files/names.h"
#include "wording/wording.h"

#include <QDir>
#include <QStandardPaths>

namespace twelvefold::cli {
namespace {

std::filesystem::path folderOfProfiles()
{
    const QString settings =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return QDir(settings).filePath(QStringLiteral("twelvefold/twelvefold/profiles")).toStdString();
}

} // namespace

workbench::ProfileLibrary savedProfiles()
{
    workbench::ProfileLibrary library(folderOfProfiles());
    for (const auto& [file, why] : library.faulty())
        note(Cli::tr("The profile %1 is passed over. %2")
                 .arg(QString::fromStdString(files::shownName(file)), wording::text(why))
                 .toStdString());
    return library;
}

exchange::Profile profileCalled(const std::string& nameOrFile)
{
    const workbench::ProfileLibrary library(folderOfProfiles());
    if (auto named = library.find(nameOrFile))
        return *std::move(named);
    std::error_code error;
    if (!std::filesystem::exists(nameOrFile, error)) {
        std::vector<std::string> names;
        for (const exchange::Profile& profile : library.all())
            names.push_back("“" + profile.name + "”");
        throw Failure(Cli::tr("There is no profile and no file “%1”. There are the profiles %2.")
                          .arg(QString::fromStdString(nameOrFile),
                               QString::fromStdString(joinedByCommas(names)))
                          .toStdString());
    }
    auto profile = workbench::profileIn(nameOrFile);
    if (!profile)
        throw Failure(Cli::tr("%1: %2")
                          .arg(QString::fromStdString(files::shownName(nameOrFile)),
                               wording::text(profile.failure()))
                          .toStdString());
    return *std::move(profile);
}

} // namespace twelvefold::cli
