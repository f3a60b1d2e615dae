// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/read_back.h"

#include "report/renderings.h"

#include <QDate>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include "support/catch.h"

#include <cmath>

namespace twelvefold::tests {
namespace {

QByteArray part(const QString& fileName, const QString& name)
{
    return outputOf(QStringLiteral("unzip"), {QStringLiteral("-p"), fileName, name});
}

// The formats that reports use, as a spreadsheet shows them: digits and a sign, grouped or not,
// divided by a thousand for each comma behind them, in hundredths before " %".
QString shown(double value, const QString& format)
{
    if (format == QLatin1String("d mmm yyyy")) {
        const QDate date = QDate(1899, 12, 30).addDays(qint64(value));
        return QLocale(QLocale::English, QLocale::UnitedStates).toString(date, "d MMM yyyy");
    }
    static const QRegularExpression number(
        QStringLiteral("^(?:\"(\\+)\")?(£?)(#,##0|0)(?:\\.(0+))?(,*)(?:\"([^\"]*)\")?( %)?$"));
    const QStringList halves = format.split(QLatin1Char(';'));
    REQUIRE(halves.size() == 2);
    const auto parts = number.match(halves[0]);
    INFO(format.toStdString());
    REQUIRE(parts.hasMatch());
    double size = std::abs(value) / std::pow(1000, double(parts.captured(5).size()));
    if (!parts.captured(7).isEmpty())
        size *= 100;
    QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    if (parts.captured(3) == QLatin1String("0"))
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const int decimals = int(parts.captured(4).size());
    const QString digits = locale.toString(size, 'f', decimals);
    // Below nought the second half holds, also for what is shown as nought.
    const QString minus = QStringLiteral("\"\u2212\"");
    const QString sign = value >= 0                    ? parts.captured(1)
                         : halves[1].startsWith(minus) ? QString(QChar(0x2212))
                                                       : QString();
    return sign + parts.captured(2) + digits + parts.captured(6) + parts.captured(7);
}

// A workbook that was written row by row has none.
std::vector<QString> sharedTexts(const QByteArray& xml)
{
    std::vector<QString> texts;
    if (!xml.startsWith("<?xml"))
        return texts;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("si"))
            texts.emplace_back();
        else if (reader.name() == QLatin1String("t"))
            texts.back() += reader.readElementText();
    }
    CHECK_FALSE(reader.hasError());
    return texts;
}

// The number format of each cell format, by its place.
std::vector<QString> numberFormats(const QByteArray& xml)
{
    std::map<QString, QString> byId;
    std::vector<QString> formats;
    bool cells = false;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        const auto name = reader.name();
        if (name == QLatin1String("cellXfs"))
            cells = token == QXmlStreamReader::StartElement;
        if (token != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = reader.attributes();
        if (name == QLatin1String("numFmt"))
            byId[attributes.value("numFmtId").toString()] =
                attributes.value("formatCode").toString();
        else if (cells && name == QLatin1String("xf"))
            formats.push_back(byId[attributes.value("numFmtId").toString()]);
    }
    CHECK_FALSE(reader.hasError());
    return formats;
}

void readCells(const QByteArray& xml, const std::vector<QString>& texts,
               const std::vector<QString>& formats, SheetRead& sheet)
{
    QXmlStreamReader reader(xml);
    int row = 0;
    QString kind;
    QString format;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = reader.attributes();
        if (reader.name() == QLatin1String("row")) {
            row = attributes.value("r").toInt();
        } else if (reader.name() == QLatin1String("c")) {
            kind = attributes.value("t").toString();
            const auto style = attributes.value("s");
            format = style.isEmpty() ? QString() : formats[std::size_t(style.toInt())];
        } else if (reader.name() == QLatin1String("t")) {
            sheet.rows[row].push_back({reader.readElementText(), false});
        } else if (reader.name() == QLatin1String("v")) {
            const QString value = reader.readElementText();
            if (kind == QLatin1String("s"))
                sheet.rows[row].push_back({texts[std::size_t(value.toInt())], false});
            else
                sheet.rows[row].push_back({shown(value.toDouble(), format), true});
        }
    }
    CHECK_FALSE(reader.hasError());
}

} // namespace

QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput() + process.readAllStandardError();
}

QStringList pagesOfPdf(const QString& fileName)
{
    QStringList pages =
        QString::fromUtf8(outputOf(QStringLiteral("pdftotext"), {"-raw", fileName, "-"}))
            .split(QLatin1Char('\f'));
    pages.removeLast(); // after the last page's end
    return pages;
}

QString textOfHtml(const QByteArray& html)
{
    QString text = QString::fromUtf8(html);
    text = text.mid(text.indexOf(QStringLiteral("<main>")));
    static const QRegularExpression picture(QStringLiteral("<svg.*?</svg>"),
                                            QRegularExpression::DotMatchesEverythingOption);
    text.remove(picture);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    text.replace(tag, QStringLiteral(" "));
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
}

QString SheetRead::text() const
{
    QString text;
    for (const auto& [number, cells] : rows) {
        for (const Cell& cell : cells)
            text += cell.shown + QLatin1Char(' ');
    }
    return text;
}

std::vector<SheetRead> sheetsOf(const QString& fileName)
{
    const auto texts = sharedTexts(part(fileName, QStringLiteral("xl/sharedStrings.xml")));
    const auto formats = numberFormats(part(fileName, QStringLiteral("xl/styles.xml")));
    std::vector<SheetRead> sheets;
    QXmlStreamReader book(part(fileName, QStringLiteral("xl/workbook.xml")));
    while (!book.atEnd()) {
        if (book.readNext() != QXmlStreamReader::StartElement ||
            book.name() != QLatin1String("sheet"))
            continue;
        SheetRead& sheet = sheets.emplace_back();
        sheet.name = book.attributes().value("name").toString();
        const QString place = QStringLiteral("xl/worksheets/sheet%1.xml").arg(sheets.size());
        readCells(part(fileName, place), texts, formats, sheet);
    }
    CHECK_FALSE(book.hasError());
    return sheets;
}

QByteArray csvOf(const report::Document& document)
{
    QByteArray text;
    report::csv(document, [&text](std::string_view piece) {
        text.append(piece.data(), qsizetype(piece.size()));
        return true;
    });
    return text;
}

std::vector<QStringList> linesOfCsv(const QByteArray& csv)
{
    const QString text = QString::fromUtf8(csv.mid(3));
    std::vector<QStringList> lines(1);
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == '"') {
            if (quoted && i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else
                quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n')) {
            lines.back() << std::exchange(cell, {});
            if (c == '\n')
                lines.emplace_back();
        } else if (quoted || c != '\r') {
            cell += c;
        }
    }
    return lines;
}

} // namespace twelvefold::tests
