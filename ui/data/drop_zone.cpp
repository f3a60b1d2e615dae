// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/drop_zone.h"

#include "common/controls.h"
#include "common/dialogs.h"
#include "common/icons.h"
#include "common/theme.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QVBoxLayout>

namespace twelvefold::ui {
namespace {

class Picture : public QWidget
{
public:
    explicit Picture(QWidget* parent) : QWidget(parent) { setFixedSize(40, 40); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        icon("import", Ink::accent).paint(&painter, rect());
    }
};

} // namespace

QStringList localFiles(const QMimeData* dragged)
{
    QStringList files;
    if (dragged == nullptr || !dragged->hasUrls())
        return files;
    for (const QUrl& url : dragged->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

DropZone::DropZone(QWidget* parent)
    : QWidget(parent), m_files(primaryButton(tr("Choose files…"), this)),
      m_folder(secondaryButton(tr("Choose a folder…"), this))
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(30, 40, 30, 40);
    column->setSpacing(10);
    column->addStretch();
    column->addWidget(new Picture(this), 0, Qt::AlignHCenter);
    auto* what = sentenceLabel(tr("Drop files, folders or a zip here"), this);
    auto* which =
        quietLabel(tr("The statutory return (SSDA903), the children in need census, Annex A, the "
                      "national data standard for placements, Ofsted's lists of providers, tables "
                      "of costs, outcomes or scored needs, and a directory of postcodes, as text, "
                      "workbooks, XML or a zip of them. Nothing is changed until you have seen "
                      "what would be."),
                   this);
    for (QLabel* label : {what, which}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_files);
    row->addWidget(m_folder);
    row->addStretch();
    column->addSpacing(8);
    column->addLayout(row);
    column->addStretch();
    connect(m_files, &QPushButton::clicked, this, [this] {
        const QStringList paths = dialogs().openFiles(
            this, tr("Files to bring in"),
            tr("Tables (*.csv *.txt *.xlsx *.xlsm *.ods *.xml *.zip);;All files (*)"));
        if (!paths.isEmpty())
            emit given(paths);
    });
    connect(m_folder, &QPushButton::clicked, this, [this] {
        const QString path = dialogs().openFolder(this, tr("Folder to bring in"));
        if (!path.isEmpty())
            emit given({path});
    });
}

void DropZone::dragEnterEvent(QDragEnterEvent* event)
{
    m_over = !localFiles(event->mimeData()).isEmpty();
    if (m_over)
        event->acceptProposedAction();
    update();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent*)
{
    m_over = false;
    update();
}

void DropZone::dropEvent(QDropEvent* event)
{
    m_over = false;
    update();
    const QStringList paths = localFiles(event->mimeData());
    event->acceptProposedAction();
    if (!paths.isEmpty())
        emit given(paths);
}

void DropZone::paintEvent(QPaintEvent*)
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(m_over ? tokens.accent : tokens.faint, m_over ? 2 : 1.2, Qt::DashLine);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.setBrush(m_over ? tokens.accentWash : tokens.window);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace twelvefold::ui
