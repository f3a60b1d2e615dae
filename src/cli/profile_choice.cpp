// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/profile_choice.h"

#include "cli/checks.h"
#include "cli/output.h"
#include "files/names.h"
#include "wording/wording.h"

#include <QDir>
#include <QStandardPaths>

namespace twelvefold::cli {
namespace {

// Beside the window's settings.
std::filesystem::path keptAs(const QString& name)
{
    const QString settings =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return QDir(settings).filePath(QStringLiteral("twelvefold/twelvefold/") + name).toStdString();
}

std::filesystem::path folderOfProfiles()
{
    return keptAs(QStringLiteral("profiles"));
}

} // namespace

std::filesystem::path fileOfPostcodes()
{
    return keptAs(QStringLiteral("postcodes.index"));
}

std::shared_ptr<const exchange::PostcodeIndex> savedPostcodes()
{
    const std::filesystem::path file = fileOfPostcodes();
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return nullptr;
    auto index = exchange::PostcodeIndex::open(file);
    if (index)
        return std::make_shared<const exchange::PostcodeIndex>(std::move(index).value());
    note(spoken(index.failure()));
    return nullptr;
}

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
