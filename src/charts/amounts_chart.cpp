// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/amounts_chart.h"

#include "charts/amounts_plot.h"
#include "charts/paper.h"
#include "wording/wording.h"

#include <QBuffer>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <qcustomplot.h>

#include <algorithm>
#include <stdexcept>

namespace twelvefold::charts {
namespace {

QString amountsTitle()
{
    return AmountsChart::tr("Need, placement and price by setting");
}

QString wordsOf(const AmountsBar& bar)
{
    return wording::amountsInWords(wording::text(domain::word(bar.setting)), bar.amounts);
}

} // namespace

class AmountsChart::Private
{
public:
    explicit Private(QWidget* parent) : plot(parent) {}

    AmountsPlot plot;
    std::shared_ptr<const analysis::Findings> findings;
};

AmountsChart::AmountsChart(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    d->plot.widget()->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(amountsTitle());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

AmountsChart::~AmountsChart() = default;

void AmountsChart::show(std::shared_ptr<const analysis::Findings> findings)
{
    d->findings = std::move(findings);
    if (d->findings && !d->findings->whyNotSplit())
        d->plot.show(d->findings->amounts);
    else
        d->plot.clear();
    setAccessibleDescription(spokenSummary());
    updateGeometry();
}

void AmountsChart::setTheme(const Theme& theme)
{
    d->plot.setTheme(theme);
}

void AmountsChart::setChosen(const std::set<domain::Setting>& settings)
{
    if (settings != d->plot.chosen())
        d->plot.setChosen(settings);
}

domain::Result<domain::Done> AmountsChart::save(const QString& fileName, const QString& caption,
                                                QSize size) const
{
    if (!d->findings)
        throw std::logic_error("there are no amounts to save");
    return saveAmounts(wording::toPath(fileName), d->findings->amounts,
                       {size, d->plot.theme(), caption});
}

QImage AmountsChart::image(const QString& caption, QSize size, double scale) const
{
    if (!d->findings)
        throw std::logic_error("there are no amounts to draw");
    AmountsPlot plot;
    plot.setTheme(d->plot.theme());
    plot.show(d->findings->amounts);
    return sheetImage(size, scale, [&](QCPPainter& painter) { plot.draw(painter, caption, size); });
}

QStringList AmountsChart::inWords() const
{
    QStringList words;
    for (const AmountsBar& bar : d->plot.bars())
        words << wordsOf(bar);
    return words;
}

QString AmountsChart::spokenSummary() const
{
    if (!d->findings || !d->findings->paidCare)
        return {};
    if (const QString why = wording::amountsNotTold(*d->findings); !why.isEmpty())
        return why;
    return wording::inPaidCare(d->findings->amounts) + QLatin1Char(' ') +
           inWords().join(QStringLiteral(". ")) + QLatin1Char('.');
}

QSize AmountsChart::sizeHint() const
{
    return {560, d->plot.goodHeight(560)};
}

QSize AmountsChart::minimumSizeHint() const
{
    constexpr int kLeastWidth = 240;
    const int across = std::max(kLeastWidth, width());
    return {kLeastWidth, d->plot.leastHeight(across)};
}

bool AmountsChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto bar = d->plot.barAt(help->pos()))
        QToolTip::showText(help->globalPos(), wordsOf(d->plot.bars()[*bar]), this);
    else
        QToolTip::hideText();
    return true;
}

void AmountsChart::keyPressEvent(QKeyEvent* event)
{
    const std::size_t n = d->plot.bars().size();
    const auto cursor = d->plot.cursor();
    switch (event->key()) {
    case Qt::Key_Escape:
        emit selectionCleared();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (cursor)
            emit settingChosen(d->plot.bars()[*cursor].setting);
        return;
    case Qt::Key_Up:
    case Qt::Key_Left:
        if (n > 0)
            moveCursor(!cursor ? n - 1 : *cursor == 0 ? 0 : *cursor - 1);
        return;
    case Qt::Key_Down:
    case Qt::Key_Right:
        if (n > 0)
            moveCursor(cursor ? std::min(*cursor + 1, n - 1) : 0);
        return;
    case Qt::Key_Home:
    case Qt::Key_End:
        if (n > 0)
            moveCursor(event->key() == Qt::Key_Home ? 0 : n - 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void AmountsChart::moveCursor(std::size_t bar)
{
    d->plot.setCursor(bar);
    const QString words = wordsOf(d->plot.bars()[bar]);
    setAccessibleDescription(words);
    emit cursorMoved(d->plot.rowOf(bar).toAlignedRect());
    const QPointF at = d->plot.rowOf(bar).bottomLeft() + QPointF(20, 2);
    QToolTip::showText(mapToGlobal(at.toPoint()), words, this);
}

void AmountsChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    if (const auto bar = d->plot.barAt(event->position()))
        emit settingChosen(d->plot.bars()[*bar].setting);
    else
        emit selectionCleared();
}

void AmountsChart::mouseMoveEvent(QMouseEvent* event)
{
    d->plot.setHovered(d->plot.barAt(event->position()));
}

void AmountsChart::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    d->plot.setHovered(std::nullopt);
}

void AmountsChart::resizeEvent(QResizeEvent*)
{
    d->plot.widget()->setGeometry(rect());
    updateGeometry(); // the legend may take another line
}

void AmountsChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    d->plot.setCursor(std::nullopt);
    setAccessibleDescription(spokenSummary());
}

namespace {

// A plot of the amounts that is drawn once.
std::unique_ptr<AmountsPlot> plotOfAmounts(const analysis::AmountsFound& found, const Theme& theme)
{
    auto plot = std::make_unique<AmountsPlot>();
    plot->setTheme(theme);
    plot->show(found);
    return plot;
}

} // namespace

domain::Result<domain::Done> saveAmounts(const std::filesystem::path& file,
                                         const analysis::AmountsFound& found,
                                         const Picture& picture)
{
    const auto plot = plotOfAmounts(found, picture.theme);
    return saveSheet(file, amountsTitle(), picture.caption, picture.size, [&](QCPPainter& painter) {
        plot->draw(painter, picture.caption, picture.size);
    });
}

int heightOfAmounts(const analysis::AmountsFound& found, int width)
{
    return plotOfAmounts(found, Theme::light())->goodHeight(width);
}

void drawAmounts(QPainter& painter, const QRectF& area, const analysis::AmountsFound& found,
                 const Theme& theme, int width)
{
    const auto plot = plotOfAmounts(found, theme);
    drawSheet(
        painter, area, [&](QCPPainter& recorder, QSize size) { plot->draw(recorder, {}, size); },
        width);
}

QByteArray amountsSvg(const analysis::AmountsFound& found, const Picture& picture)
{
    const auto plot = plotOfAmounts(found, picture.theme);
    return sheetSvg(amountsTitle(), picture.caption, picture.size, [&](QCPPainter& painter) {
        plot->draw(painter, picture.caption, picture.size);
    });
}

QByteArray amountsPng(const analysis::AmountsFound& found, const Picture& picture, double scale)
{
    const auto plot = plotOfAmounts(found, picture.theme);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    sheetImage(picture.size, scale, [&](QCPPainter& painter) {
        plot->draw(painter, picture.caption, picture.size);
    }).save(&buffer, "PNG");
    return bytes;
}

} // namespace twelvefold::charts
