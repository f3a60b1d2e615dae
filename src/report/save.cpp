// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/renderings.h"
#include "report/report.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cstdio>

namespace twelvefold::report {
namespace {

using domain::Message;
using domain::MessageKind;

constexpr MessageKind kUnknownKind{
    "report-kind",
    TWELVEFOLD_TEXT("Message", "“%1” is not a kind of report: choose .pdf, .html, .xlsx or .csv.")};
constexpr MessageKind kCannotWrite{
    "report-cannot-write",
    TWELVEFOLD_TEXT(
        "Message", "“%1” cannot be written: check that its folder exists, that you may write there "
                   "and that the disk is not full.")};

bool writeBytes(const QByteArray& bytes, const QString& fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

bool render(const Document& document, const QString& suffix, const QString& fileName)
{
    if (suffix == QStringLiteral("pdf"))
        return writePdf(document, fileName);
    if (suffix == QStringLiteral("xlsx"))
        return writeWorkbook(document, fileName);
    return writeBytes(suffix == QStringLiteral("html") ? html(document) : csv(document), fileName);
}

} // namespace

domain::Result<domain::Done> save(const Document& document, const QString& fileName)
{
    if (document.refused)
        return *document.refused;
    const QFileInfo info(fileName);
    const QString suffix = info.suffix().toLower();
    const std::string shown = info.fileName().toStdString();
    if (!QStringList{"pdf", "html", "xlsx", "csv"}.contains(suffix))
        return Message{kUnknownKind, {shown}};

    // Written beside its place under another name, which only its owner may read, and moved there
    // when it is whole.
    QTemporaryFile beside(info.absolutePath() + QStringLiteral("/.report-XXXXXX.") + suffix);
    if (!beside.open())
        return Message{kCannotWrite, {shown}};
    const QString temporary = beside.fileName();
    beside.close();
    if (!render(document, suffix, temporary))
        return Message{kCannotWrite, {shown}};
    QFile::setPermissions(temporary, QFile::ReadOwner | QFile::WriteOwner);
    if (std::rename(QFile::encodeName(temporary).constData(),
                    QFile::encodeName(fileName).constData()) != 0)
        return Message{kCannotWrite, {shown}};
    beside.setAutoRemove(false);
    return domain::Done{};
}

} // namespace twelvefold::report
