// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/table_text.h"

#include "common/paths.h"
#include "domain/csv.h"
#include "files/output_file.h"
#include "wording/phrase.h"
#include "wording/wording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMimeData>
#include <QTableView>
#include <QVariant>

namespace twelvefold::ui {
namespace {

// "£1,234.50", "11.8×", "−3" or, as a share, "+4 %" as a program reads it; empty when it is more
// than a number.
QString asNumber(QString text)
{
    text.replace(QChar(0x2212), QLatin1Char('-'));
    text.remove(QChar(u'£')).remove(QChar(u'×'));
    const bool percent = text.endsWith(QLatin1Char('%'));
    if (percent)
        text.chop(1);
    bool ok = false;
    const double value = wording::personsLocale().toDouble(text.trimmed(), &ok);
    return ok ? QString::number(percent ? value / 100 : value, 'g', 15) : QString();
}

// How two spreadsheets are told that a cell is a number, and that a share is shown as a percentage.
QString asSpreadsheetsRead(const QString& number, const QString& shown)
{
    QString attributes = QStringLiteral(" x:num=\"%1\" sdval=\"%1\" sdnum=\"2057;").arg(number);
    if (!shown.endsWith(QLatin1Char('%')))
        return attributes + QLatin1Char('"');
    const bool decimals = shown.contains(wording::personsLocale().decimalPoint());
    return attributes + (decimals ? QStringLiteral("0;0.0%\" style=\"mso-number-format:'0\\.0%'\"")
                                  : QStringLiteral("0;0%\" style=\"mso-number-format:'0%'\""));
}

QString harmless(const QString& text)
{
    return QString::fromStdString(domain::withoutFormula(text.toStdString()));
}

// A cell between tabs is one line.
QString oneLine(QString text)
{
    return text.replace(QLatin1Char('\t'), QLatin1Char(' '))
        .replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

TableText::TableText(const QTableView& table, const std::vector<int>& rows)
{
    const QAbstractItemModel& model = *table.model();
    const QHeaderView& header = *table.horizontalHeader();
    std::vector<int> columns;
    for (int place = 0; place < header.count(); ++place) {
        if (!header.isSectionHidden(header.logicalIndex(place)))
            columns.push_back(header.logicalIndex(place));
    }
    for (const int column : columns)
        m_headings << model.headerData(column, Qt::Horizontal).toString();
    for (const int row : rows) {
        std::vector<Cell>& cells = m_rows.emplace_back();
        for (const int column : columns) {
            const QModelIndex index = model.index(row, column);
            Cell cell{index.data().toString(), {}, false};
            cell.right = alignsRight(index.data(Qt::TextAlignmentRole));
            if (cell.right)
                cell.number = asNumber(cell.text);
            cells.push_back(std::move(cell));
        }
    }
}

// A figure is no formula, whatever sign it begins with.
QString TableText::shown(const Cell& cell)
{
    return cell.number.isEmpty() ? harmless(cell.text) : cell.text;
}

QString TableText::plain() const
{
    QStringList headings;
    for (const QString& heading : m_headings)
        headings << oneLine(harmless(heading));
    QStringList lines{headings.join(QLatin1Char('\t'))};
    for (const auto& row : m_rows) {
        QStringList cells;
        for (const Cell& cell : row)
            cells << oneLine(shown(cell));
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QString TableText::html() const
{
    // x:num tells one spreadsheet the number behind what is shown, sdval the other; "\@" marks
    // text.
    QString html = QStringLiteral("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>"
                                  "<meta charset=\"utf-8\"></head><body><table border=\"1\" "
                                  "style=\"border-collapse:collapse\"><thead><tr>");
    for (const QString& heading : m_headings)
        html += QStringLiteral("<th>%1</th>").arg(harmless(heading).toHtmlEscaped());
    html += QStringLiteral("</tr></thead><tbody>");
    for (const auto& row : m_rows) {
        html += QStringLiteral("<tr>");
        for (const Cell& cell : row) {
            const QString kind = cell.number.isEmpty()
                                     ? QStringLiteral(" style=\"mso-number-format:'\\@'\"")
                                     : asSpreadsheetsRead(cell.number, cell.text);
            const QString side = cell.right ? QStringLiteral(" align=\"right\"") : QString();
            html += QStringLiteral("<td") + side + kind + QLatin1Char('>') +
                    shown(cell).toHtmlEscaped() + QStringLiteral("</td>");
        }
        html += QStringLiteral("</tr>");
    }
    return html + QStringLiteral("</tbody></table></body></html>");
}

std::string TableText::csv(const QString& caption) const
{
    domain::CsvWriter csv(domain::kCsvForSpreadsheets);
    if (!caption.isEmpty()) {
        csv.text(("# " + caption.simplified()).toStdString());
        csv.endRow();
    }
    for (const QString& heading : m_headings)
        csv.text(heading.toStdString());
    csv.endRow();
    for (const auto& row : m_rows) {
        for (const Cell& cell : row) {
            if (cell.number.isEmpty())
                csv.text(cell.text.toStdString());
            else
                csv.figure(cell.number.toStdString());
        }
        csv.endRow();
    }
    return csv.take();
}

bool alignsRight(const QVariant& alignment)
{
    // Models give it as flags or, as they did of old, as a number.
    const auto flags = alignment.metaType() == QMetaType::fromType<Qt::Alignment>()
                           ? alignment.value<Qt::Alignment>()
                           : Qt::Alignment(alignment.toInt());
    return flags.testFlag(Qt::AlignRight);
}

void copyTable(const TableText& text)
{
    auto* data = new QMimeData; // the clipboard's
    data->setText(text.plain());
    data->setHtml(text.html());
    QGuiApplication::clipboard()->setMimeData(data);
}

QString saveTable(const QString& fileName, std::string_view csv)
{
    const auto saved = files::writeFile(toPath(fileName), csv);
    return saved ? QString() : wording::text(saved.failure());
}

} // namespace twelvefold::ui
