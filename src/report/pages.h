// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/document.h"
#include "report/strip.h"

#include <QSizeF>
#include <memory>
#include <vector>

class QPainter;

namespace twelvefold::report {

// A document laid out on A4 pages: what the PDF holds and what the preview shows are one thing.
// Lengths are in units of 1/96 inch, so that text is the same size on every device. Nothing of
// the document is kept but what is painted.
class Pages
{
public:
    explicit Pages(const Document& document);
    ~Pages();

    int count() const;
    static QSizeF size(); // of a page: 794 × 1123
    // Paints a page, the first being 0, with its header and footer; the painter is scaled so that a
    // unit is 1/96 inch.
    void paint(QPainter& painter, int page) const;

    // A strip where it stands.
    struct Placed
    {
        std::shared_ptr<const Strip> strip;
        double top = 0, height = 0; // within what a page holds
        bool again = false;         // a table's headings, said before
    };
    const std::vector<Placed>& on(int page) const;
    // All that a page says, in order, its header and footer included.
    QStringList said(int page) const;
    static double room(); // how high what a page holds may be

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace twelvefold::report
