// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "charts/need_cost_chart.h"

#include <QWidget>

#include <memory>

namespace twelvefold::charts {

// What each provider's children cost beside such needs elsewhere, against how many they are, with
// the limits that chance alone keeps 95 % and 99.8 % of providers between. Not a league table.
class FunnelChart : public QWidget
{
    Q_OBJECT
public:
    explicit FunnelChart(QWidget* parent = nullptr);
    ~FunnelChart() override;

    void show(std::shared_ptr<const domain::Cohort> cohort,
              std::shared_ptr<const analysis::Findings> findings);
    void setTheme(const Theme& theme);
    void setChosen(std::optional<std::size_t> provider); // index into the cohort's providerNames

    // The picture with the caption beneath, at a size in pixels: png, svg or pdf.
    domain::Result<domain::Done> save(const QString& fileName, const QString& caption,
                                      QSize size) const;
    // What the picture says, for screen readers.
    QString spokenSummary() const;

    QSize sizeHint() const override { return {420, 150}; }
    QSize minimumSizeHint() const override { return {240, 130}; }

signals:
    void providerChosen(std::size_t provider); // by mouse or arrow keys

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

domain::Result<domain::Done> saveFunnel(const std::filesystem::path& file,
                                        const domain::Cohort& cohort,
                                        const analysis::Findings& findings, const Picture& picture);
inline domain::Result<domain::Done> saveFunnel(const QString& fileName,
                                               const domain::Cohort& cohort,
                                               const analysis::Findings& findings,
                                               const Picture& picture)
{
    return saveFunnel(wording::toPath(fileName), cohort, findings, picture);
}

// What the picture says, for those who cannot see it.
QString funnelInWords(const domain::Cohort& cohort, const analysis::Findings& findings);
void drawFunnel(QPainter& painter, const QRectF& area, const domain::Cohort& cohort,
                const analysis::Findings& findings, const Theme& theme, int width = kSheetWidth);
QByteArray funnelSvg(const domain::Cohort& cohort, const analysis::Findings& findings,
                     const Picture& picture);
QByteArray funnelPng(const domain::Cohort& cohort, const analysis::Findings& findings,
                     const Picture& picture, double scale);

} // namespace twelvefold::charts
