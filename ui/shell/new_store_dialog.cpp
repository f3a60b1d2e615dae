// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/new_store_dialog.h"

#include "common/controls.h"
#include "common/dialogs.h"
#include "common/page_scroll.h"
#include "store/store.h"

#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStandardPaths>

namespace twelvefold::ui {

NewStoreDialog::NewStoreDialog(QWidget* parent)
    : FormDialog(parent), m_council(new QLineEdit(this)), m_file(new QLineEdit(this)),
      m_problem(attentionLabel(QString(), this)), m_make(primaryButton(tr("Make the store"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Start a new store"));
    setMinimumWidth(520);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(22, 20, 22, 20);
    column->setSpacing(12);
    column->addWidget(sentenceLabel(tr("Start a new store"), this));
    column->addWidget(quietLabel(tr("All records are kept in one file on this computer. "
                                    "Only you can read it, and nothing is sent anywhere."),
                                 this));
    auto* form = new QFormLayout;
    form->setSpacing(10);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("&Council"), m_council);
    auto* row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    auto* choose = secondaryButton(tr("Choose…"), this);
    row->addWidget(choose);
    auto* fileLabel = new QLabel(tr("&File"), this);
    fileLabel->setBuddy(m_file);
    form->addRow(fileLabel, row);
    column->addLayout(form);
    column->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    auto* cancel = secondaryButton(tr("Cancel"), this);
    buttons->addWidget(cancel);
    buttons->addWidget(m_make);
    m_make->setDefault(true);
    column->addLayout(buttons);
    connect(m_council, &QLineEdit::textChanged, this, &NewStoreDialog::suggest);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_ownFile = true; });
    connect(m_file, &QLineEdit::textChanged, this, &NewStoreDialog::refresh);
    connect(choose, &QPushButton::clicked, this, &NewStoreDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &NewStoreDialog::finish);
    refresh();
    adjustSize();
}

// The documents, or the home folder where there are none.
static QDir usualFolder()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    return documents.exists() ? documents : QDir::home();
}

void NewStoreDialog::suggest()
{
    if (!m_ownFile) {
        static const QRegularExpression unfit("[^\\w\\- ]");
        const QString name = m_council->text().remove(unfit).simplified();
        m_file->setText(name.isEmpty() ? QString()
                                       : usualFolder().filePath(
                                             name + QLatin1String(store::Store::kExtension)));
    }
    refresh();
}

void NewStoreDialog::choose()
{
    const QString path = dialogs().saveFile(
        this, tr("Where to keep the store"), m_file->text(),
        tr("Twelvefold stores (*%1)").arg(QLatin1String(store::Store::kExtension)));
    if (path.isEmpty())
        return;
    m_ownFile = true;
    m_file->setText(path);
}

void NewStoreDialog::refresh()
{
    const QFileInfo file(m_file->text().trimmed());
    QString problem;
    if (!m_file->text().trimmed().isEmpty()) {
        if (file.exists())
            problem = tr("There is already a file of this name.");
        else if (!file.dir().exists())
            problem = tr("There is no such folder.");
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    growToFit(this);
    m_make->setEnabled(problem.isEmpty() && !m_council->text().trimmed().isEmpty() &&
                       !m_file->text().trimmed().isEmpty());
}

void NewStoreDialog::finish()
{
    QString path = m_file->text().trimmed();
    const QLatin1String extension(store::Store::kExtension);
    if (!path.endsWith(extension, Qt::CaseInsensitive))
        path += extension;
    const QString council = m_council->text().trimmed();
    accept();
    emit wanted(council, path);
}

} // namespace twelvefold::ui
