// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <functional>
#include <memory>

class QPainter;

namespace twelvefold::report {

// Whether a strip may be the last on a page.
enum class LeadsOn
{
    no,
    gladly, // better not, where there is room
    always  // never: it speaks of what comes next
};

// What a document is laid out in: a piece across the page that is never divided. Every block
// becomes strips, and every strip a place on a page, so nothing of a document can be lost.
struct Strip
{
    std::size_t block = 0; // of the document; kTitleBlock for what stands above the first
    QString words;         // all it says
    double above = 0;      // air, except at the top of a page
    double height = 0;
    double least = 0; // what it can shrink to; height where it cannot
    LeadsOn leadsOn = LeadsOn::no;
    bool begins = false;                // on a new page, unless much of this one is still free
    std::shared_ptr<const Strip> again; // a table's headings: said again above it on a new page
    std::function<void(QPainter&, const QRectF&)> paint;
};

inline constexpr std::size_t kTitleBlock = static_cast<std::size_t>(-1);

} // namespace twelvefold::report
