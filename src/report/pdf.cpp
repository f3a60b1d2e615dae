// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/renderings.h"

#include "report/pages.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace twelvefold::report {

bool writePdf(const Document& document, const QString& fileName)
{
    QPdfWriter writer(fileName);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(300);
    writer.setTitle(document.title);
    writer.setCreator(QStringLiteral("Twelvefold"));

    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    const Pages pages(document);
    painter.scale(300.0 / 96.0, 300.0 / 96.0);
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0 && !writer.newPage())
            return false;
        pages.paint(painter, page);
    }
    return painter.end();
}

} // namespace twelvefold::report
