// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "charts/amounts_chart.h"
#include "charts/need_cost_chart.h"

#include <QWidget>

#include <vector>

namespace twelvefold::charts {

// From what need leads to, step by step, to what is paid, in pounds a week. Each step begins where
// the one before ends, the last at nought.
struct WaterfallStep
{
    enum class With
    {
        need,
        placement,
        price,
        paid
    } with = With::need;
    double from = 0, to = 0; // to below from: so much less

    double by() const { return to - from; }
};
using Waterfall = std::vector<WaterfallStep>;

// Of a child or of any children together: need, placement, price, and what is paid.
Waterfall waterfallOf(const analysis::Amounts& amounts);
// Of all compared, whose placement and price come to next to nothing on balance: what is more than
// need leads to and what is less, each by itself.
Waterfall waterfallOf(const analysis::AmountsFound& found);

// What it says, for those who cannot see it.
QString inWords(const Waterfall& steps);

class WaterfallChart : public QWidget
{
    Q_OBJECT
public:
    explicit WaterfallChart(QWidget* parent = nullptr);

    void show(const Waterfall& steps);
    void setTheme(const Theme& theme);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Waterfall m_steps;
    Theme m_theme = Theme::light();
};

// Draws the chart without a window, as with need and cost.
domain::Result<domain::Done> saveWaterfall(const std::filesystem::path& file,
                                           const Waterfall& steps, const Picture& picture);
// The height that suits the steps, without a caption.
int heightOfWaterfall(const Waterfall& steps);
void drawWaterfall(QPainter& painter, const QRectF& area, const Waterfall& steps,
                   const Theme& theme, int width);
QByteArray waterfallSvg(const Waterfall& steps, const Picture& picture);
QByteArray waterfallPng(const Waterfall& steps, const Picture& picture, double scale);

} // namespace twelvefold::charts
