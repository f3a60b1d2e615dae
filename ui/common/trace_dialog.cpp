// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/trace_dialog.h"

#include "common/controls.h"
#include "common/focus_ring.h"
#include "common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace twelvefold::ui {

TraceDialog::TraceDialog(const QString& title, const QStringList& lines, QWidget* parent)
    : TraceDialog(tr("How was this worked out?"), tr("How %1 was worked out").arg(title), title,
                  lines, parent)
{
}

TraceDialog::TraceDialog(const QString& windowTitle, const QString& accessibleName,
                         const QString& title, const QStringList& lines, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(windowTitle);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(12);
    column->addWidget(sentenceLabel(title, this));

    auto* text = new QTextBrowser(this);
    text->setAccessibleName(accessibleName);
    text->setFont(Appearance::body());
    new FocusRing(text);
    QString html;
    for (const QString& line : lines)
        html += QStringLiteral("<p style=\"margin:0 0 8px 0\">%1</p>").arg(line.toHtmlEscaped());
    text->setHtml(html);
    column->addWidget(text, 1);

    auto* row = new QHBoxLayout;
    QPushButton* copy = secondaryButton(tr("Copy"), this);
    QPushButton* close = primaryButton(tr("Close"), this);
    close->setDefault(true);
    row->addWidget(copy);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this, [title, lines] {
        QGuiApplication::clipboard()->setText(title + QStringLiteral("\n\n") +
                                              lines.join(QLatin1Char('\n')));
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    resize(560, 460);
}

void openTrace(QWidget* over, const QString& title, const QStringList& lines)
{
    auto* dialog = new TraceDialog(title, lines, over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void openList(QWidget* over, const QString& title, const QStringList& lines)
{
    auto* dialog = new TraceDialog(title, title, title, lines, over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace twelvefold::ui
