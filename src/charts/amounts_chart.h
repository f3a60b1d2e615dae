// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "charts/need_cost_chart.h"
#include "domain/words.h"

#include <QWidget>

#include <memory>
#include <set>
#include <vector>

namespace twelvefold::charts {

// One setting, and what is paid in it.
struct AmountsBar
{
    domain::Setting setting = domain::Setting::other;
    analysis::Amounts amounts;
};
// The one with the most spend first; those of as much in the order of settings.
std::vector<AmountsBar> amountsBars(const analysis::AmountsFound& found);

// What is paid in a week in each setting, and how much of it goes with need, with the kind of
// placement at that need and with its price: of those compared who are in paid care.
class AmountsChart : public QWidget
{
    Q_OBJECT
public:
    explicit AmountsChart(QWidget* parent = nullptr);
    ~AmountsChart() override;

    void show(std::shared_ptr<const analysis::Findings> findings);
    void setTheme(const Theme& theme);
    void setChosen(const std::set<domain::Setting>& settings); // the rest fades

    // The picture with the caption beneath, at a size in pixels: png, svg or pdf.
    domain::Result<domain::Done> save(const QString& fileName, const QString& caption,
                                      QSize size) const;
    QImage image(const QString& caption, QSize size, double scale) const;
    // What the picture says, for screen readers.
    QString spokenSummary() const;
    // What is said of each bar, in their order: "Children's home: £324,940 a week; need £244,102,
    // placement £63,871, price £16,968".
    QStringList inWords() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void settingChosen(twelvefold::domain::Setting setting); // by mouse or with Enter
    void selectionCleared();
    void cursorMoved(const QRect& row); // by keyboard: it had better be in sight

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void moveCursor(std::size_t bar);
    class Private;
    std::unique_ptr<Private> d;
};

// Draws the chart without a window, as with need and cost.
domain::Result<domain::Done> saveAmounts(const std::filesystem::path& file,
                                         const analysis::AmountsFound& found,
                                         const Picture& picture);
// The height that suits the bars at a width, without a caption.
int heightOfAmounts(const analysis::AmountsFound& found, int width);
void drawAmounts(QPainter& painter, const QRectF& area, const analysis::AmountsFound& found,
                 const Theme& theme, int width = kSheetWidth);
QByteArray amountsSvg(const analysis::AmountsFound& found, const Picture& picture);
QByteArray amountsPng(const analysis::AmountsFound& found, const Picture& picture, double scale);

} // namespace twelvefold::charts
