// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/names.h"
#include "files/output_file.h"
#include "report/renderings.h"
#include "report/report.h"
#include "report/whole_workbook.h"

#include <algorithm>
#include <array>

namespace twelvefold::report {
namespace {

constexpr MessageKind kUnknownKind{
    "report-kind",
    TWELVEFOLD_TEXT("Message", "“%1” is not a kind of report: choose .pdf, .html, .xlsx or .csv.")};
constexpr MessageKind kCannotWrite{
    "report-cannot-write",
    TWELVEFOLD_TEXT("Message", "“%1” cannot be written: the disk, or the one for temporary files, "
                               "is full or refused to take it.")};

domain::Result<domain::Done> write(const QByteArray& bytes, files::OutputFile& file)
{
    file.write({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    return file.commit();
}

domain::Result<domain::Done> writeCsv(const Document& document, files::OutputFile& file)
{
    csv(document, [&file](std::string_view text) { return file.write(text); });
    return file.commit();
}

domain::Result<domain::Done> render(const Document& document, const std::string& kind,
                                    files::OutputFile& file)
{
    if (kind == "html")
        return write(html(document), file);
    if (kind == "csv")
        return writeCsv(document, file);
    if (kind == "xlsx")
        return writeWorkbook(document, file.path()) && isWholeWorkbook(file.path())
                   ? file.commit()
                   : Message{kCannotWrite, {files::shownName(file.name())}};
    const QByteArray bytes = pdf(document);
    if (bytes.isEmpty())
        return Message{kCannotWrite, {files::shownName(file.name())}};
    return write(bytes, file);
}

} // namespace

domain::Result<domain::Done> save(const Document& document, const std::filesystem::path& name)
{
    if (document.refused)
        return *document.refused;
    const std::string kind = files::kindOf(name);
    constexpr std::array kinds{"pdf", "html", "xlsx", "csv"};
    if (std::ranges::find(kinds, kind) == kinds.end())
        return Message{kUnknownKind, {files::shownName(name)}};
    auto file = files::OutputFile::begin(name);
    if (!file)
        return file.failure();
    return render(document, kind, *file);
}

} // namespace twelvefold::report
