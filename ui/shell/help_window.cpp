// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/help_window.h"

#include "common/controls.h"
#include "common/theme.h"

#include <QFile>
#include <QHBoxLayout>
#include <QListWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>

static void registerHelp()
{
    Q_INIT_RESOURCE(help);
}

namespace twelvefold::ui {

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent), m_list(new QListWidget(this)), m_text(new QTextBrowser(this))
{
    registerHelp();
    setWindowTitle(tr("Twelvefold help"));
    resize(QSize(860, 640).boundedTo(parent ? parent->window()->size() - QSize(40, 40)
                                            : QSize(860, 640)));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 14, 14, 14);
    row->setSpacing(14);
    auto* left = new Panel(this);
    left->setFixedWidth(220);
    left->column()->setContentsMargins(6, 8, 6, 8);
    left->column()->addWidget(m_list);
    row->addWidget(left);
    auto* right = new Panel(this);
    right->column()->setContentsMargins(22, 18, 14, 14);
    right->column()->addWidget(m_text);
    row->addWidget(right, 1);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setSpacing(3);
    m_text->setAccessibleName(tr("Page"));
    m_text->setOpenLinks(false);
    for (const Page& page : pages())
        (new QListWidgetItem(page.title, m_list))->setToolTip(page.title);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::read);
    connect(&Appearance::instance(), &Appearance::changed, this,
            [this] { read(m_list->currentRow()); });
    m_list->setCurrentRow(0);
}

std::vector<HelpWindow::Page> HelpWindow::pages()
{
    return {{"first-steps", tr("First steps")},
            {"children", tr("Children and scoring")},
            {"explore", tr("Explore: need against cost")},
            {"providers", tr("Providers")},
            {"reports", tr("Reports")},
            {"data", tr("Data: bringing in and care")},
            {"keyboard", tr("Keyboard shortcuts")}};
}

void HelpWindow::showPage(const QString& name)
{
    const auto all = pages();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].name == name)
            m_list->setCurrentRow(static_cast<int>(i));
    }
}

QString HelpWindow::currentPage() const
{
    const int row = m_list->currentRow();
    return row < 0 ? QString() : pages()[static_cast<std::size_t>(row)].name;
}

void HelpWindow::read(int row)
{
    if (row < 0)
        return;
    QFile file(":/twelvefold/help/" + pages()[static_cast<std::size_t>(row)].name + ".md");
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_text->setMarkdown(QString::fromUtf8(file.readAll()));
    // Markdown comes without any room between paragraphs.
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool heading = format.headingLevel() > 0;
        format.setTopMargin(heading && block.blockNumber() > 0 ? 14 : 0);
        format.setBottomMargin(block.textList() ? 4 : 9);
        QTextCursor(block).setBlockFormat(format);
    }
    m_text->moveCursor(QTextCursor::Start);
}

} // namespace twelvefold::ui
