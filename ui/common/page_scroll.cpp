// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/page_scroll.h"

#include <QApplication>
#include <QLayout>
#include <QScreen>

#include <algorithm>

namespace twelvefold::ui {

PageScroll::PageScroll(QWidget* page, QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidget(page);
    page->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { follow(now); });
}

void PageScroll::follow(QWidget* focus)
{
    if (focus && focus != widget() && widget() && widget()->isAncestorOf(focus))
        ensureWidgetVisible(focus, 8, 8);
}

namespace {

class HeightKeeper : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
            auto* widget = static_cast<QWidget*>(watched);
            const int least = widget->layout()->totalMinimumHeightForWidth(widget->width());
            if (widget->minimumHeight() != least) {
                widget->setMinimumHeight(least);
                // A splitter keeps it to itself when less is needed than before.
                for (QWidget* at = widget->parentWidget(); at; at = at->parentWidget())
                    at->updateGeometry();
            }
        }
        return QObject::eventFilter(watched, event);
    }
};

constexpr int kLowWindow = 560; // a dialog may be higher than a window that is lower than this

} // namespace

void keepHeightOfWords(QWidget* widget)
{
    widget->installEventFilter(new HeightKeeper(widget));
}

FormScroll::FormScroll(QWidget* fields, QWidget* parent) : PageScroll(fields, parent)
{
    fields->installEventFilter(this);
}

QSize FormScroll::sizeHint() const
{
    constexpr int aroundDialog = 140; // its title, its buttons, the edges of the screen
    const QLayout* layout = widget()->layout();
    const QSize wanted = layout->totalSizeHint();
    // As wide as it is beside a scroll bar: words that wrap for its sake are what keeps it there.
    const int wide = isVisible() ? viewport()->width() : std::max(width(), wanted.width());
    const int high =
        layout->hasHeightForWidth() ? layout->totalHeightForWidth(wide) : wanted.height();
    const QScreen* on = screen();
    int most = on ? on->availableSize().height() : high;
    if (const QWidget* over = window()->parentWidget())
        most = std::min(most, std::max(over->window()->height(), kLowWindow));
    return {wanted.width(), std::min(high, most - aroundDialog)};
}

QSize FormScroll::minimumSizeHint() const
{
    return {std::min(widget()->minimumSizeHint().width(), 700), 160};
}

bool FormScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &FormScroll::grow, Qt::QueuedConnection);
    return PageScroll::eventFilter(watched, event);
}

void FormScroll::showEvent(QShowEvent* event)
{
    PageScroll::showEvent(event);
    QMetaObject::invokeMethod(this, &FormScroll::grow, Qt::QueuedConnection);
}

void FormScroll::grow()
{
    updateGeometry();
    const int missing = sizeHint().height() - height();
    if (missing > 0 && isVisible())
        window()->resize(window()->width(), window()->height() + missing);
}

void growToFit(QWidget* dialog)
{
    dialog->layout()->activate();
    const int wanted = dialog->layout()->totalHeightForWidth(dialog->width());
    if (wanted > dialog->height())
        dialog->resize(dialog->width(), wanted);
}

PanelsRow::PanelsRow(QWidget* workspace) : QHBoxLayout(workspace)
{
    keepApart(gap(workspace->width()));
}

int PanelsRow::gap(int windowWidth)
{
    return windowWidth < 1120 ? 8 : 14;
}

void PanelsRow::keepApart(int pixels)
{
    setContentsMargins(pixels, pixels, pixels, pixels);
    setSpacing(pixels);
}

void PanelsRow::setGeometry(const QRect& rect)
{
    if (const int pixels = gap(rect.width()); pixels != spacing())
        keepApart(pixels);
    QHBoxLayout::setGeometry(rect);
}

int sideWidth(int usual, int windowWidth)
{
    constexpr int small = 1040, ample = 1180;
    return usual * std::clamp(windowWidth, small, ample) / ample;
}

} // namespace twelvefold::ui
