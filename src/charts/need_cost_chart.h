// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "charts/theme.h"
#include "domain/result.h"
#include "wording/paths.h"

#include <QWidget>
#include <memory>
#include <vector>

namespace twelvefold::charts {

// What is drawn and how, apart from the data.
struct NeedCostOptions
{
    bool logarithmic = true;
    bool expectedBand = true; // the robust line with its band
    bool widestPairs = true;  // connectors on the widest pairs, each child once, with their ratios
    int pairsShown = 5;
    bool sameNeedMedians = false;
    bool quantileLines = false; // of cost on need: the median, and what 10 % and 90 % lie below
    bool density = false;       // for very large cohorts
    bool operator==(const NeedCostOptions&) const = default;
};

// Total need (x) against weekly cost (y), each child a mark coloured and shaped by setting. Rows
// are rows of the cohort. Keeps its zoom when anything but the data's range changes.
class NeedCostChart : public QWidget
{
    Q_OBJECT
public:
    explicit NeedCostChart(QWidget* parent = nullptr);
    ~NeedCostChart() override;

    void show(std::shared_ptr<const domain::Cohort> cohort,
              std::shared_ptr<const analysis::Findings> findings);
    void setOptions(const NeedCostOptions& options);
    void setTheme(const Theme& theme);
    // The rest fades. A pair is two rows, the dearer first: its connector is drawn strong.
    void setSelection(const std::vector<std::size_t>& rows, bool isPair);
    void resetZoom();

    // The picture as on screen, with the caption beneath, at a size in pixels.
    domain::Result<domain::Done> save(const QString& fileName, const QString& caption,
                                      QSize size) const; // png, svg, pdf
    QImage image(const QString& caption, QSize size, double scale) const;
    // What the picture says, for screen readers.
    QString spokenSummary() const;

signals:
    void childClicked(std::size_t row, bool add); // add: with Ctrl
    void pairClicked(std::size_t a, std::size_t b);
    void areaSelected(const std::vector<std::size_t>& rows);
    void selectionCleared();

private:
    void describe();
    class Private;
    std::unique_ptr<Private> d;
};

// Draws the chart without a window: for reports and the command line.
struct Picture
{
    QSize size{1200, 800};
    Theme theme = Theme::light();
    QString caption;
};
// By suffix: png, svg, pdf.
domain::Result<domain::Done> saveNeedCost(const std::filesystem::path& file,
                                          const domain::Cohort& cohort,
                                          const analysis::Findings& findings,
                                          const NeedCostOptions& options, const Picture& picture);
inline domain::Result<domain::Done> saveNeedCost(const QString& fileName,
                                                 const domain::Cohort& cohort,
                                                 const analysis::Findings& findings,
                                                 const NeedCostOptions& options,
                                                 const Picture& picture)
{
    return saveNeedCost(wording::toPath(fileName), cohort, findings, options, picture);
}
// Into part of a page, as vectors, as if it were so many pixels wide: its type is in proportion.
inline constexpr int kSheetWidth = 640;
void drawNeedCost(QPainter& painter, const QRectF& area, const domain::Cohort& cohort,
                  const analysis::Findings& findings, const NeedCostOptions& options,
                  const Theme& theme, int width = kSheetWidth);
QByteArray needCostSvg(const domain::Cohort& cohort, const analysis::Findings& findings,
                       const NeedCostOptions& options, const Picture& picture);
// At so many pixels to one of the picture's.
QByteArray needCostPng(const domain::Cohort& cohort, const analysis::Findings& findings,
                       const NeedCostOptions& options, const Picture& picture, double scale);

} // namespace twelvefold::charts
