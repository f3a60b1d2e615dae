// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/paper.h"

#include "charts/pdf_file.h"
#include "files/names.h"
#include "files/output_file.h"
#include "wording/wording.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QPicture>
#include <QSvgGenerator>
#include <QXmlStreamWriter>

#include <qcustomplot.h>

#include <cmath>

namespace twelvefold::charts {
namespace {

using domain::Done;
using domain::Message;
using domain::MessageKind;
using domain::Result;

constexpr MessageKind kUnknownKind{
    "picture-kind",
    TWELVEFOLD_TEXT("Message", "“%1” is not a kind of picture: choose .png, .svg or .pdf.")};
constexpr MessageKind kNotDrawn{
    "picture-not-drawn",
    TWELVEFOLD_TEXT("Message", "%1 cannot be made: there is not enough memory to draw a picture of "
                               "that size.")};

constexpr double kMargin = 14;

// Layout of the sheet: the plot, then the legend, then the caption.
struct Sheet
{
    double legendHeight = 0;
    double captionHeight = 0;
    double plotHeight = 0;
};

double legendHeight(const Plot& plot, const Medium& medium, double width)
{
    QImage nowhere(1, 1, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&nowhere);
    return paintLegend(painter, {0, 0}, width, plot.scene().settingsPresent(), medium);
}

Sheet layOut(const Plot& plot, const Medium& medium, const QString& caption, QSize size)
{
    const double width = size.width() - 2 * kMargin;
    Sheet sheet;
    sheet.legendHeight = legendHeight(plot, medium, width) + 6;
    if (!caption.isEmpty()) {
        const QFontMetricsF metrics(medium.font);
        sheet.captionHeight =
            metrics.boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, caption).height() +
            8;
    }
    sheet.plotHeight =
        std::max(80.0, size.height() - sheet.legendHeight - sheet.captionHeight - kMargin);
    return sheet;
}

void draw(QCPPainter& painter, Plot& plot, const QString& caption, QSize size)
{
    Medium medium;
    medium.theme = plot.theme();
    medium.font = labelFont();
    const Sheet sheet = layOut(plot, medium, caption, size);
    painter.fillRect(QRectF(QPointF(0, 0), QSizeF(size)), medium.theme.panel);
    plot.widget()->toPainter(&painter, size.width(), static_cast<int>(sheet.plotHeight));

    painter.setRenderHint(QPainter::Antialiasing);
    const double width = size.width() - 2 * kMargin;
    paintLegend(painter, {kMargin, sheet.plotHeight}, width, plot.scene().settingsPresent(),
                medium);
    painter.setFont(medium.font);
    painter.setPen(medium.theme.quiet);
    painter.drawText(
        QRectF(kMargin, sheet.plotHeight + sheet.legendHeight + 4, width, sheet.captionHeight + 4),
        Qt::TextWordWrap, caption);
}

using Draw = std::function<void(QCPPainter&)>;

QByteArray pdf(const QString& title, QSize size, const Draw& drawn)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr int kDotsPerInch = 96; // so that a pixel of the layout is a unit of the page
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(size) / kDotsPerInch, QPageSize::Inch));
    writer.setPageMargins({0, 0, 0, 0});
    describe(writer, title);
    QCPPainter painter(&writer);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    drawn(painter);
    painter.end();
    return withLanguage(buffer.data());
}

QByteArray png(QSize size, const Draw& drawn)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return sheetImage(size, 1, drawn).save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

// Text may hold characters that XML has no place for, and Qt writes them as they are.
void dropUnprintable(QByteArray& xml)
{
    erase_if(xml, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    for (const char* notCharacter : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) // U+FFFE, U+FFFF
        xml.replace(notCharacter, "");
}

// Qt writes a picture's title and description without escaping them, so they are put in here, each
// an element by Qt's own writer of XML, as the first within the picture.
void addTitle(QByteArray& svg, const QString& title, const QString& description)
{
    QByteArray named;
    QXmlStreamWriter writer(&named);
    writer.writeTextElement(QStringLiteral("title"), title);
    if (!description.isEmpty())
        writer.writeTextElement(QStringLiteral("desc"), description);
    const auto opening = svg.indexOf('>', svg.indexOf("<svg"));
    svg.insert(opening + 1, '\n' + named);
}

QString plotTitle()
{
    return QCoreApplication::translate("NeedCostChart", "Need against weekly cost");
}

Result<Done> write(const std::filesystem::path& file, const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return Message{kNotDrawn, {files::shownName(file)}};
    return files::writeFile(file, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

std::unique_ptr<Plot> plotOf(const domain::Cohort& cohort, const analysis::Findings& findings,
                             const NeedCostOptions& options, const Theme& theme)
{
    // The plot does not outlive this file's functions, nor they their arguments.
    const auto borrowed = [](const auto& thing) {
        using Thing = std::remove_cvref_t<decltype(thing)>;
        return std::shared_ptr<const Thing>(std::shared_ptr<const Thing>(), &thing);
    };
    auto plot = std::make_unique<Plot>();
    plot->setOptions(options);
    plot->setTheme(theme);
    plot->setScene(Scene(borrowed(cohort), borrowed(findings)));
    plot->setSpans(plot->scene().needSpan(), plot->scene().costSpan(options.logarithmic));
    return plot;
}

// The lines at the quantiles are named in words where they are drawn, or why there are none.
QString withOverlays(const QString& caption, const Plot& plot)
{
    const analysis::QuantileLines* lines = plot.quantiles();
    if (lines == nullptr)
        return caption;
    const domain::Message& words = lines->undefined ? *lines->undefined : lines->trace.method;
    return (caption + QLatin1Char(' ') + wording::text(words)).trimmed();
}

} // namespace

QImage sheetImage(QSize size, double scale, const Draw& drawn)
{
    QImage sheet((QSizeF(size) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    sheet.setDevicePixelRatio(scale);
    QCPPainter painter(&sheet);
    painter.setMode(QCPPainter::pmNoCaching);
    drawn(painter);
    return sheet;
}

QByteArray sheetSvg(const QString& title, const QString& description, QSize size, const Draw& drawn)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle({});
    generator.setDescription({});
    QCPPainter painter(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    drawn(painter);
    painter.end();
    addTitle(bytes, title, description);
    dropUnprintable(bytes);
    return bytes;
}

QImage paperImage(Plot& plot, const QString& caption, QSize size, double scale)
{
    const QString words = withOverlays(caption, plot);
    return sheetImage(size, scale, [&](QCPPainter& painter) { draw(painter, plot, words, size); });
}

QByteArray paperSvg(Plot& plot, const QString& caption, QSize size)
{
    const QString words = withOverlays(caption, plot);
    return sheetSvg(plotTitle(), words, size,
                    [&](QCPPainter& painter) { draw(painter, plot, words, size); });
}

Result<Done> saveSheet(const std::filesystem::path& file, const QString& title,
                       const QString& description, QSize size, const Draw& drawn)
{
    const std::string kind = files::kindOf(file);
    if (kind == "png")
        return write(file, png(size, drawn));
    if (kind == "svg")
        return write(file, sheetSvg(title, description, size, drawn));
    if (kind == "pdf")
        return write(file, pdf(title, size, drawn));
    return Message{kUnknownKind, {files::shownName(file)}};
}

Result<Done> savePaper(const std::filesystem::path& file, Plot& plot, const QString& caption,
                       QSize size)
{
    const QString words = withOverlays(caption, plot);
    return saveSheet(file, plotTitle(), words, size,
                     [&](QCPPainter& painter) { draw(painter, plot, words, size); });
}

Result<Done> saveNeedCost(const std::filesystem::path& file, const domain::Cohort& cohort,
                          const analysis::Findings& findings, const NeedCostOptions& options,
                          const Picture& picture)
{
    return savePaper(file, *plotOf(cohort, findings, options, picture.theme), picture.caption,
                     picture.size);
}

QByteArray needCostSvg(const domain::Cohort& cohort, const analysis::Findings& findings,
                       const NeedCostOptions& options, const Picture& picture)
{
    return paperSvg(*plotOf(cohort, findings, options, picture.theme), picture.caption,
                    picture.size);
}

QByteArray needCostPng(const domain::Cohort& cohort, const analysis::Findings& findings,
                       const NeedCostOptions& options, const Picture& picture, double scale)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    paperImage(*plotOf(cohort, findings, options, picture.theme), picture.caption, picture.size,
               scale)
        .save(&buffer, "PNG");
    return bytes;
}

// Two painters cannot hold one page, so the sheet is recorded and played back onto the caller's.
void drawSheet(QPainter& painter, const QRectF& area,
               const std::function<void(QCPPainter&, QSize)>& drawn, int width)
{
    const double scale = area.width() / width;
    const QSize size(width, static_cast<int>(std::round(area.height() / scale)));
    QPicture picture;
    {
        QCPPainter recorder(&picture);
        recorder.setMode(QCPPainter::pmVectorized);
        recorder.setMode(QCPPainter::pmNoCaching);
        drawn(recorder, size);
    }
    painter.save();
    painter.translate(area.topLeft());
    // Playing back a picture enlarges it by the device's resolution over the recording's.
    const double again =
        static_cast<double>(painter.device()->logicalDpiX()) / picture.logicalDpiX();
    painter.scale(scale / again, scale / again);
    painter.drawPicture(0, 0, picture);
    painter.restore();
}

void drawNeedCost(QPainter& painter, const QRectF& area, const domain::Cohort& cohort,
                  const analysis::Findings& findings, const NeedCostOptions& options,
                  const Theme& theme, int width)
{
    const auto plot = plotOf(cohort, findings, options, theme);
    drawSheet(
        painter, area, [&](QCPPainter& recorder, QSize size) { draw(recorder, *plot, {}, size); },
        width);
}

} // namespace twelvefold::charts
