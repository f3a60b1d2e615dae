// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/help_window.h"

#include "common/controls.h"
#include "common/focus_ring.h"
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
namespace {

QString textOf(const QString& page)
{
    registerHelp();
    QFile file(":/twelvefold/help/" + page + ".md");
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// "## Scoring needs": the title of a section; the page's own title is none.
QString headingIn(const QString& line)
{
    return line.startsWith(QLatin1String("## ")) ? line.mid(3).trimmed() : QString();
}

// "Scoring needs" is found as "scoring-needs".
QString anchorOf(const QString& heading)
{
    return heading.simplified().toLower().replace(u' ', u'-').remove(u':').remove(u',');
}

} // namespace

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent), m_list(new QListWidget(this)), m_text(new QTextBrowser(this))
{
    registerHelp();
    setWindowTitle(tr("Twelvefold help"));
    // Of its own size, however small the form is from which it was asked for.
    const QWidget* under = parent;
    while (under != nullptr && under->parentWidget() != nullptr)
        under = under->parentWidget();
    resize(QSize(860, 640).boundedTo(under ? under->size() - QSize(40, 40) : QSize(860, 640)));
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
    new FocusRing(m_list);
    new FocusRing(m_text);
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

std::vector<HelpWindow::Section> HelpWindow::sections()
{
    std::vector<Section> found;
    for (const Page& page : pages()) {
        found.push_back({page.name, page.title, {}});
        for (const QString& line : textOf(page.name).split(u'\n')) {
            if (const QString heading = headingIn(line); !heading.isEmpty())
                found.push_back({page.name + u'#' + anchorOf(heading),
                                 QStringLiteral("%1 · %2").arg(heading, page.title),
                                 {}});
            else
                found.back().text += QString(line).remove(u'*') + u' ';
        }
    }
    return found;
}

void HelpWindow::showTopic(const QString& topic)
{
    const QString name = topic.section(u'#', 0, 0);
    const auto all = pages();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].name == name)
            m_list->setCurrentRow(static_cast<int>(i));
    }
    goToHeading(topic.section(u'#', 1));
}

void HelpWindow::goToHeading(const QString& anchor)
{
    m_text->moveCursor(QTextCursor::Start);
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || anchorOf(block.text()) != anchor)
            continue;
        // From the end, so that the heading comes to stand at the top.
        m_text->moveCursor(QTextCursor::End);
        m_text->setTextCursor(QTextCursor(block));
        return;
    }
}

void HelpWindow::read(int row)
{
    if (row < 0)
        return;
    m_text->setMarkdown(textOf(pages()[static_cast<std::size_t>(row)].name));
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
