// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/renderings.h"

#include "charts/pdf_file.h"
#include "report/pages.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace twelvefold::report {

// Into memory: what the disk refuses Qt would not say.
QByteArray pdf(const Document& document)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(300);
    charts::describe(writer, document.title);

    QPainter painter;
    if (!painter.begin(&writer))
        return {};
    const Pages pages(document);
    painter.scale(300.0 / 96.0, 300.0 / 96.0);
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0 && !writer.newPage())
            return {};
        pages.paint(painter, page);
    }
    return painter.end() ? charts::withLanguage(buffer.data()) : QByteArray();
}

} // namespace twelvefold::report
