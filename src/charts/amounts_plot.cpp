// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/amounts_plot.h"

#include "charts/paint.h"
#include "wording/wording.h"

#include <QCoreApplication>

#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace twelvefold::charts {
namespace {

constexpr double kAmountsMargin = 14; // at the sides
constexpr double kAroundLegend = 4;   // above and below
constexpr double kAxisHeight = 20;    // of the amounts along the top
constexpr double kLowestRow = 15;     // a line of words
constexpr double kGoodRow = 30;
constexpr double kThickestBar = 30;
constexpr double kMostForNames = 0.36; // of the width
constexpr double kBetweenParts = 1;    // a gap, since colours do not part them for everybody
constexpr double kFadedBar = 0.35;

struct AmountsText
{
    Q_DECLARE_TR_FUNCTIONS(AmountsChart)
};

const QColor& colourOf(AmountsPart::With with, const Theme& theme)
{
    return with == AmountsPart::With::need        ? theme.ofNeed
           : with == AmountsPart::With::placement ? theme.ofPlacement
                                                  : theme.ofPrice;
}

// "£100k": what a round step comes to.
QString roundThousands(double pounds, double step)
{
    if (step < 1000 || pounds == 0)
        return wording::roundPounds(pounds);
    const QString thousands = wording::roundPounds(pounds / 1000);
    return AmountsText::tr("%1k").arg(thousands);
}

// 1, 2 or 5 times a power of ten, so that at most so many steps cross the range.
double roundStep(double range, int most)
{
    double step = std::pow(10.0, std::floor(std::log10(range / most)));
    for (const double times : {1.0, 2.0, 5.0, 10.0}) {
        if (range / (step * times) <= most)
            return step * times;
    }
    return step * 10;
}

QSharedPointer<QCPAxisTickerText> thousandsTicker(const QCPRange& range, double pixels)
{
    const QFontMetricsF metrics(labelFont());
    const double widest = metrics.horizontalAdvance(roundThousands(-1e6, 1e5));
    const int most = std::max(1, static_cast<int>(pixels / (widest + 14)));
    const double step = roundStep(range.size(), std::min(most, 8));
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (double tick = std::ceil(range.lower / step) * step; tick <= range.upper; tick += step)
        ticker->addTick(tick, roundThousands(std::round(tick / step) * step, step));
    return ticker;
}

// What paints itself over the whole picture: names at the left of the axes, sums at their right.
class PaintedBars : public QCPLayerable
{
public:
    PaintedBars(QCustomPlot* plot, std::function<void(QCPPainter&)> paint)
        : QCPLayerable(plot, QStringLiteral("main")), m_paint(std::move(paint))
    {
    }

protected:
    QRect clipRect() const override { return mParentPlot->viewport(); }
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override
    {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override { m_paint(*painter); }

private:
    std::function<void(QCPPainter&)> m_paint;
};

QPen dashedPen(const QColor& colour, double width = 1.6)
{
    QPen pen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({2.2, 1.4});
    return pen;
}

} // namespace

QFont boldLabelFont()
{
    QFont font = labelFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

// On a ground of the panel's colour, since its own colour does not stand out from that of another
// part. Thinner where the bar is.
void paintBelowZero(QPainter& painter, const QRectF& area, const QColor& colour, const Theme& theme)
{
    const double width = area.height() < 12 ? 1.2 : 1.6;
    const double rim = width + 0.1; // half of the ground's
    const QRectF inside = area.adjusted(rim, rim, -rim, -rim);
    if (inside.width() < 2) {
        painter.fillRect(area, theme.panel);
        painter.fillRect(QRectF(area.center().x() - 0.8, area.top(), 1.6, area.height()), colour);
        return;
    }
    painter.setBrush(Qt::NoBrush);
    QPen ground(theme.panel, 2 * rim);
    ground.setJoinStyle(Qt::MiterJoin);
    painter.setPen(ground);
    painter.drawRect(inside);
    painter.setPen(dashedPen(colour, width));
    painter.drawRect(inside);
}

std::vector<AmountsBar> amountsBars(const analysis::AmountsFound& found)
{
    std::vector<AmountsBar> bars;
    for (const auto& [setting, amounts] : found.settings)
        bars.push_back({setting, amounts});
    std::ranges::stable_sort(bars, std::ranges::greater(),
                             [](const AmountsBar& bar) { return bar.amounts.spend; });
    return bars;
}

std::vector<AmountsPart> partsOf(const analysis::Amounts& amounts)
{
    using With = AmountsPart::With;
    const std::array<std::pair<With, double>, 3> all{
        {{With::need, amounts.need.inPounds()},
         {With::placement, amounts.placement.inPounds()},
         {With::price, amounts.price.inPounds()}}};
    std::vector<AmountsPart> parts;
    double at = 0;
    for (const auto& [with, pounds] : all) {
        if (pounds > 0) {
            parts.push_back({with, at, at + pounds, false});
            at += pounds;
        }
    }
    for (const auto& [with, pounds] : all) {
        if (pounds < 0) {
            parts.push_back({with, at + pounds, at, true});
            at += pounds;
        }
    }
    return parts;
}

AmountsPlot::AmountsPlot(QWidget* parent) : m_plot(new QCustomPlot(parent))
{
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setInteractions(QCP::Interactions());
    m_plot->plotLayout()->setMargins(QMargins(0, 0, 0, 0));
    m_plot->axisRect()->setAutoMargins(QCP::msNone);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        axis->setVisible(false);
    QCPAxis* pounds = m_plot->xAxis2;
    pounds->setVisible(true);
    pounds->setTickLabels(true);
    pounds->setTickLabelFont(labelFont());
    pounds->setBasePen(Qt::NoPen);
    pounds->setTickPen(QPen(Qt::transparent));
    pounds->setTickLength(0, 0);
    pounds->setSubTicks(false);
    pounds->setTickLabelPadding(4);
    pounds->grid()->setVisible(true);
    new PaintedBars(m_plot, [this](QCPPainter& painter) { paint(painter); });
    QObject::connect(m_plot, &QCustomPlot::beforeReplot, m_plot,
                     [this] { fit(QSizeF(m_plot->size())); });
    setTheme(m_theme);
}

AmountsPlot::~AmountsPlot()
{
    if (m_plot->parent() == nullptr)
        delete m_plot;
}

void AmountsPlot::show(const analysis::AmountsFound& found)
{
    m_bars = amountsBars(found);
    m_cursor.reset();
    m_hovered.reset();
    redraw();
}

void AmountsPlot::clear()
{
    show({});
}

void AmountsPlot::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_plot->setBackground(QBrush(theme.panel));
    m_plot->xAxis2->setTickLabelColor(theme.quiet);
    m_plot->xAxis2->grid()->setPen(QPen(theme.grid, 1));
    m_plot->xAxis2->grid()->setZeroLinePen(QPen(theme.faint, 1));
    redraw();
}

void AmountsPlot::setChosen(const std::set<domain::Setting>& settings)
{
    m_chosen = settings;
    redraw();
}

void AmountsPlot::setCursor(std::optional<std::size_t> bar)
{
    m_cursor = bar;
    redraw();
}

void AmountsPlot::setHovered(std::optional<std::size_t> bar)
{
    if (bar == m_hovered)
        return;
    m_hovered = bar;
    redraw();
}

void AmountsPlot::redraw()
{
    m_plot->xAxis2->setVisible(!m_bars.empty());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

// Margins and axis for a picture of this size, without its caption.
void AmountsPlot::fit(QSizeF size)
{
    m_size = size;
    const QFontMetricsF metrics(labelFont()), bold(boldLabelFont());
    double names = 0, sums = 0, least = 0, most = 0;
    for (const AmountsBar& bar : m_bars) {
        names =
            std::max(names, metrics.horizontalAdvance(wording::text(domain::word(bar.setting))));
        sums = std::max(sums,
                        bold.horizontalAdvance(wording::largeMoney(bar.amounts.spend.inPounds())));
        for (const AmountsPart& part : partsOf(bar.amounts)) {
            least = std::min(least, part.from);
            most = std::max(most, part.to);
        }
    }
    names = std::min(names, kMostForNames * size.width());
    const double legend = paintLegend(nullptr, size.width() - 2 * kAmountsMargin);
    m_plot->axisRect()->setMargins(
        QMargins(static_cast<int>(std::ceil(kAmountsMargin + names + 10)),
                 static_cast<int>(std::ceil(legend + kAxisHeight)),
                 static_cast<int>(std::ceil(sums + 12 + kAmountsMargin)), 4));
    // Of nothing at all, an axis all the same.
    QCPRange range(least, std::max(most, 1.0));
    range.upper += 0.03 * range.size();
    if (least < 0)
        range.lower -= 0.03 * range.size();
    m_plot->xAxis2->setRange(range);
    const double pixels = size.width() - names - sums - 2 * kAmountsMargin - 22;
    m_plot->xAxis2->setTicker(thousandsTicker(range, std::max(40.0, pixels)));
}

QRectF AmountsPlot::rowOf(std::size_t bar) const
{
    const QRectF area(m_plot->axisRect()->rect());
    const double pitch = area.height() / static_cast<double>(m_bars.size());
    return {kAmountsMargin / 2, area.top() + pitch * static_cast<double>(bar),
            static_cast<double>(m_plot->viewport().width()) - kAmountsMargin, pitch};
}

QRectF AmountsPlot::partOf(std::size_t bar, const AmountsPart& part) const
{
    const QRectF row = rowOf(bar);
    const double thick = std::clamp(0.62 * row.height(), 5.0, kThickestBar);
    const double left = m_plot->xAxis2->coordToPixel(part.from);
    return {left, row.center().y() - thick / 2, m_plot->xAxis2->coordToPixel(part.to) - left,
            thick};
}

double AmountsPlot::paidAt(std::size_t bar) const
{
    return m_plot->xAxis2->coordToPixel(m_bars[bar].amounts.spend.inPounds());
}

std::optional<std::size_t> AmountsPlot::barAt(const QPointF& pixel) const
{
    for (std::size_t bar = 0; bar < m_bars.size(); ++bar) {
        if (rowOf(bar).contains(pixel))
            return bar;
    }
    return std::nullopt;
}

int AmountsPlot::leastHeight(double width) const
{
    return static_cast<int>(std::ceil(paintLegend(nullptr, width - 2 * kAmountsMargin) +
                                      kAxisHeight + 4 +
                                      kLowestRow * static_cast<double>(m_bars.size())));
}

int AmountsPlot::goodHeight(double width) const
{
    return static_cast<int>(std::ceil(paintLegend(nullptr, width - 2 * kAmountsMargin) +
                                      kAxisHeight + 4 +
                                      kGoodRow * static_cast<double>(m_bars.size())));
}

void AmountsPlot::paint(QCPPainter& painter) const
{
    const QRect area = m_plot->axisRect()->rect();
    if (m_bars.empty() || area.width() <= 0 || area.height() <= 0)
        return;
    paintLegend(&painter, m_size.width() - 2 * kAmountsMargin);
    const double zero = m_plot->xAxis2->coordToPixel(0);
    painter.setPen(QPen(m_theme.quiet, 1));
    painter.drawLine(QLineF(zero, area.top(), zero, area.bottom() + 1));
    // Over the names of the settings, beside the amounts along the top.
    painter.setFont(labelFont());
    painter.drawText(QRectF(kAmountsMargin, area.top() - kAxisHeight, area.left() - kAmountsMargin,
                            kAxisHeight - 4),
                     Qt::AlignLeft | Qt::AlignBottom,
                     QCoreApplication::translate("AmountsChart", "Pounds a week"));
    for (std::size_t bar = 0; bar < m_bars.size(); ++bar) {
        painter.save();
        const bool faded = !m_chosen.empty() && !m_chosen.contains(m_bars[bar].setting);
        painter.setOpacity(faded ? kFadedBar : 1);
        paintBar(painter, bar);
        painter.setOpacity(1);
        paintWords(painter, bar);
        painter.restore();
    }
}

void AmountsPlot::paintBar(QCPPainter& painter, std::size_t bar) const
{
    const QRectF row = rowOf(bar);
    if (m_hovered == bar || m_cursor == bar) {
        painter.setPen(m_cursor == bar ? QPen(m_theme.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(m_hovered == bar ? QBrush(m_theme.accentWash) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(row.adjusted(1, 0.5, -1, -0.5), 4, 4);
    }
    const std::vector<AmountsPart> parts = partsOf(m_bars[bar].amounts);
    double end = 0;
    for (const AmountsPart& part : parts)
        end = part.belowZero ? end : part.to;
    painter.setPen(Qt::NoPen);
    for (const AmountsPart& part : parts) {
        QRectF area = partOf(bar, part);
        if (!part.belowZero && part.to != end && area.width() > 2 * kBetweenParts)
            area.setWidth(area.width() - kBetweenParts);
        if (part.belowZero)
            paintBelowZero(painter, area, colourOf(part.with, m_theme), m_theme);
        else
            painter.fillRect(area, colourOf(part.with, m_theme));
    }
    const QRectF whole = partOf(bar, {AmountsPart::With::need, 0, 1, false});
    const double x = std::round(paidAt(bar)); // sharp
    const double over = std::min(3.0, (row.height() - whole.height()) / 2);
    const QLineF stroke(x, whole.top() - over, x, whole.bottom() + over);
    for (const QPen& pen : {QPen(m_theme.panel, 4, Qt::SolidLine, Qt::FlatCap),
                            QPen(m_theme.text, 2, Qt::SolidLine, Qt::FlatCap)}) {
        painter.setPen(pen);
        painter.drawLine(stroke);
    }
}

void AmountsPlot::paintWords(QCPPainter& painter, std::size_t bar) const
{
    const QRectF row = rowOf(bar);
    const QRectF area(m_plot->axisRect()->rect());
    const bool faded = !m_chosen.empty() && !m_chosen.contains(m_bars[bar].setting);
    painter.setPen(faded ? m_theme.quiet : m_theme.text);
    painter.setFont(labelFont());
    const double room = area.left() - 10 - kAmountsMargin;
    const QString name = wording::text(domain::word(m_bars[bar].setting));
    painter.drawText(QRectF(kAmountsMargin, row.top(), room + 4, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip,
                     QFontMetricsF(labelFont()).elidedText(name, Qt::ElideRight, room + 2));
    painter.setFont(boldLabelFont());
    painter.drawText(QRectF(area.right(), row.top(),
                            m_plot->viewport().width() - kAmountsMargin - area.right(),
                            row.height()),
                     Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                     wording::largeMoney(m_bars[bar].amounts.spend.inPounds()));
}

// What each colour, the dashes and the stroke mean, in as many lines as it takes.
double AmountsPlot::paintLegend(QCPPainter* painter, double width) const
{
    enum class Sign
    {
        need,
        placement,
        price,
        dashes,
        stroke
    };
    const std::array<std::pair<Sign, QString>, 5> entries{
        {{Sign::need, AmountsText::tr("what need leads to")},
         {Sign::placement, AmountsText::tr("the kind of placement at that need")},
         {Sign::price, AmountsText::tr("its price")},
         {Sign::dashes, AmountsText::tr("dashed: that much less")},
         {Sign::stroke, AmountsText::tr("what is paid")}}};
    constexpr double kSign = 11, kAfterSign = 5, kAfterEntry = 16;
    const QFontMetricsF metrics(labelFont());
    const double line = metrics.height() + 2;
    QPointF at(kAmountsMargin, kAroundLegend);
    for (const auto& [sign, whole] : entries) {
        const QString words = metrics.elidedText(whole, Qt::ElideRight, width - kSign - kAfterSign);
        const double needed = kSign + kAfterSign + metrics.horizontalAdvance(words);
        if (at.x() > kAmountsMargin && at.x() + needed > kAmountsMargin + width)
            at = {kAmountsMargin, at.y() + line};
        const QRectF square(at.x(), at.y() + (line - kSign) / 2, kSign, kSign);
        at.rx() += needed + kAfterEntry;
        if (painter == nullptr)
            continue;
        if (sign == Sign::dashes) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(dashedPen(m_theme.text));
            painter->drawRect(square.adjusted(0.5, 1.5, -0.5, -1.5));
        } else if (sign == Sign::stroke) {
            painter->setPen(QPen(m_theme.text, 2, Qt::SolidLine, Qt::FlatCap));
            painter->drawLine(QLineF(square.center().x(), square.top() - 1, square.center().x(),
                                     square.bottom() + 1));
        } else {
            painter->fillRect(square,
                              colourOf(sign == Sign::need        ? AmountsPart::With::need
                                       : sign == Sign::placement ? AmountsPart::With::placement
                                                                 : AmountsPart::With::price,
                                       m_theme));
        }
        painter->setFont(labelFont());
        painter->setPen(m_theme.text);
        painter->drawText(
            QRectF(square.right() + kAfterSign, square.center().y() - line / 2, needed, line),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, words);
    }
    return at.y() + line + kAroundLegend;
}

void AmountsPlot::draw(QCPPainter& painter, const QString& caption, QSize size)
{
    const double width = size.width() - 2 * kAmountsMargin;
    const double captionHeight =
        caption.isEmpty()
            ? 0
            : QFontMetricsF(labelFont())
                      .boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, caption)
                      .height() +
                  12;
    const double height =
        std::max(80.0, size.height() - captionHeight - (caption.isEmpty() ? 0 : kAmountsMargin));
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(size)), m_theme.panel);
    fit({static_cast<double>(size.width()), height});
    m_plot->toPainter(&painter, size.width(), static_cast<int>(height));
    fit(QSizeF(m_plot->size()));
    painter.setOpacity(1);
    painter.setFont(labelFont());
    painter.setPen(m_theme.quiet);
    painter.drawText(QRectF(kAmountsMargin, height + 6, width, captionHeight), Qt::TextWordWrap,
                     caption);
}

} // namespace twelvefold::charts
