// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pages.h"

#include "report/strips.h"
#include "report/text_box.h"
#include "report/words.h"

#include <QPainter>

#include <algorithm>
#include <span>

namespace twelvefold::report {
namespace {

constexpr QSizeF kPage{794, 1123}; // A4 at 96 to the inch
constexpr double kSide = 68;       // 18 mm
constexpr double kTop = 88;
constexpr double kBottom = 72;
constexpr double kHeader = 44;
constexpr double kFooter = kPage.height() - 56;
constexpr Sheet kSheet{kPage.width() - 2 * kSide, kPage.height() - kTop - kBottom};
// No more of a page than this is left blank for the sake of what would better stay together.
constexpr double kMostBlank = kSheet.height / 3;

constexpr double kSlack = 0.01; // sums of fractions

using Strips = std::vector<std::shared_ptr<const Strip>>;

// Puts strips on pages, one after another.
class Placing
{
public:
    explicit Placing(const Strips& strips) : m_strips(strips) {}

    std::vector<std::vector<Pages::Placed>> pages{1};

    void placeAll()
    {
        for (std::size_t next = 0; next < m_strips.size();) {
            if (m_strips[next]->begins && room() < kMostBlank)
                turn();
            std::size_t end = endOf(next, LeadsOn::gladly);
            if (leastOf(next, end) > room() && room() > kMostBlank)
                end = endOf(next, LeadsOn::always);
            if (leastOf(next, end) > room() && m_filled > 0)
                turn();
            if (leastOf(next, end) > room())
                end = endOf(next, LeadsOn::always);
            place(next, end);
            next = end;
        }
    }

private:
    double room() const { return kSheet.height - m_filled; }

    void turn()
    {
        pages.emplace_back();
        m_filled = 0;
    }

    // Behind the strips that belong on one page with the first.
    std::size_t endOf(std::size_t first, LeadsOn from) const
    {
        while (first < m_strips.size() && m_strips[first]->leadsOn >= from)
            ++first;
        return std::min(first + 1, m_strips.size());
    }

    std::span<const std::shared_ptr<const Strip>> some(std::size_t first, std::size_t end) const
    {
        return std::span(m_strips).subspan(first, end - first);
    }
    double airAbove(const Strip& strip) const { return m_filled > 0 ? strip.above : 0; }
    double leastOf(std::size_t first, std::size_t end) const
    {
        double sum = 0;
        for (const auto& strip : some(first, end))
            sum += strip->least + strip->above;
        const Strip& head = *m_strips[first];
        const double headings = m_filled == 0 && head.again ? head.again->height : 0;
        return sum - head.above + airAbove(head) + headings;
    }

    // What can shrink gives up what the page is short of.
    void place(std::size_t first, std::size_t end)
    {
        double wanted = 0;
        for (const auto& strip : some(first, end))
            wanted += strip->height - strip->least;
        double shortOf = std::max(0.0, leastOf(first, end) + wanted - room());
        for (const auto& strip : some(first, end)) {
            const double given = std::min(shortOf, strip->height - strip->least);
            shortOf -= given;
            put(strip, strip->height - given);
        }
    }

    void put(const std::shared_ptr<const Strip>& strip, double height)
    {
        if (m_filled > 0 && strip->above + height > room() + kSlack)
            turn();
        if (m_filled == 0 && strip->again) {
            pages.back().push_back({strip->again, 0, strip->again->height, true});
            m_filled = strip->again->height;
        }
        m_filled += airAbove(*strip);
        pages.back().push_back({strip, m_filled, height, false});
        m_filled += height;
    }

    const Strips& m_strips;
    double m_filled = 0; // of the page that is being filled
};

} // namespace

class Pages::Private
{
public:
    TextStyle small{10.5, false, ink().quiet, Qt::AlignLeft};
    QString headerLeft, headerRight;
    std::vector<std::vector<Placed>> pages;

    QString footer(int page) const
    {
        return Words::tr("Page %1 of %2").arg(page + 1).arg(pages.size());
    }
    // On the left beside what stands on the right, over as many lines as it takes.
    void paintHeader(QPainter& painter) const
    {
        TextStyle right = small;
        right.alignment = Qt::AlignRight;
        const TextBox other(headerRight, right, kSheet.width);
        other.paint(painter, {kSide, kHeader}, 0, other.lines());
        constexpr double kGap = 24;
        const double width = kSheet.width - TextBox::wholeWidth(headerRight, small) - kGap;
        const TextBox box(headerLeft, small, std::max(width, kSheet.width / 3));
        const int most = int((kTop - kHeader) / box.lineHeight());
        box.paint(painter, {kSide, kHeader}, 0, most);
    }
};

Pages::Pages(const Document& document) : d(std::make_unique<Private>())
{
    d->headerLeft = document.headerLeft;
    d->headerRight = document.headerRight;
    Strips strips;
    for (Strip& strip : stripsOf(document, kSheet))
        strips.push_back(std::make_shared<const Strip>(std::move(strip)));
    Placing placing(strips);
    placing.placeAll();
    d->pages = std::move(placing.pages);
}

Pages::~Pages() = default;

int Pages::count() const
{
    return int(d->pages.size());
}

QSizeF Pages::size()
{
    return kPage;
}

double Pages::room()
{
    return kSheet.height;
}

const std::vector<Pages::Placed>& Pages::on(int page) const
{
    return d->pages[std::size_t(page)];
}

QStringList Pages::said(int page) const
{
    QStringList said{d->headerRight, d->headerLeft};
    for (const Placed& placed : on(page))
        said << placed.strip->words;
    return said << d->footer(page);
}

void Pages::paint(QPainter& painter, int page) const
{
    d->paintHeader(painter);
    for (const Placed& placed : on(page)) {
        painter.save();
        placed.strip->paint(painter, QRectF(kSide, kTop + placed.top, kSheet.width, placed.height));
        painter.restore();
    }
    TextStyle right = d->small;
    right.alignment = Qt::AlignRight;
    TextBox(d->footer(page), right, kSheet.width).paint(painter, {kSide, kFooter}, 0, 1);
}

} // namespace twelvefold::report
