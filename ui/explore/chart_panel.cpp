// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/chart_panel.h"

#include "common/dialogs.h"
#include "common/theme.h"
#include "explore/children_of_cohort.h"
#include "explore/cohort_table_file.h"
#include "wording/wording.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr QSize kPictureSize(1200, 800);

// The ratio of the widest pair stands out.
QString withStrongRatio(const analysis::Findings& findings)
{
    QString html = wording::underHeadline(findings).toHtmlEscaped();
    if (!findings.similarNeed.pairs.empty()) {
        const double ratio = findings.similarNeed.pairs.front().ratio;
        const QString figure =
            ChartPanel::tr("%1 times").arg(wording::number(ratio, ratio < 99.95 ? 1 : 0));
        const auto at = html.lastIndexOf(figure);
        if (at >= 0)
            html.replace(at, figure.size(), QStringLiteral("<b>%1</b>").arg(figure));
    }
    return html;
}

} // namespace

ChartPanel::ChartPanel(Session& session, QWidget* parent)
    : Panel(parent), m_session(session), m_chart(new charts::NeedCostChart(this))
{
    column()->setContentsMargins(16, 12, 12, 8);
    column()->setSpacing(4);
    column()->addWidget(head());
    column()->addWidget(m_chart, 1);

    const auto retheme = [this] { m_chart->setTheme(Appearance::instance().tokens()); };
    retheme();
    connect(&Appearance::instance(), &Appearance::changed, this, retheme);
    connect(&m_session, &Session::findingsChanged, this, &ChartPanel::renew);
    connect(&m_session, &Session::closed, this, &ChartPanel::renew);
    connect(&m_session, &Session::selectionChanged, this, &ChartPanel::followSelection);

    connect(m_chart, &charts::NeedCostChart::childClicked, this, [this](std::size_t row, bool add) {
        if (add)
            addToSelection(row);
        else
            m_session.selectChild(m_session.cohort()->child[row]);
    });
    connect(m_chart, &charts::NeedCostChart::pairClicked, this,
            [this](std::size_t a, std::size_t b) {
                m_session.selectPair(m_session.cohort()->child[a], m_session.cohort()->child[b]);
            });
    connect(m_chart, &charts::NeedCostChart::areaSelected, this,
            [this](const std::vector<std::size_t>& rows) {
                m_session.select(selectionOf(rows, *m_session.cohort()));
            });
    connect(m_chart, &charts::NeedCostChart::selectionCleared, this,
            [this] { m_session.select({}); });
    renew();
}

QWidget* ChartPanel::head()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(3);
    m_sentence = sentenceLabel({}, head);
    m_under = quietLabel({}, head);
    m_under->setTextFormat(Qt::RichText);
    m_refining = smallLabel(tr("Working out intervals and what chance would give…"), head);
    m_refining->setWordWrap(false);

    m_how = linkButton(tr("How was this worked out?"), head);
    m_export = secondaryButton(tr("Export ▾"), head);
    m_export->setAccessibleName(tr("Export the picture or the table"));
    auto* menu = new QMenu(m_export);
    menu->addAction(tr("Copy the picture"), this, &ChartPanel::copyPicture);
    menu->addSeparator();
    for (const QString& suffix :
         {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")})
        menu->addAction(tr("Save as %1…").arg(suffix.toUpper()), this,
                        [this, suffix] { savePicture(suffix); });
    menu->addSeparator();
    menu->addAction(tr("Save the children as CSV…"), this, &ChartPanel::saveTable);
    m_export->setMenu(menu);

    auto* top = new QHBoxLayout;
    top->addWidget(m_sentence, 1);
    top->addWidget(m_export, 0, Qt::AlignTop);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_how);
    foot->addStretch(1);
    foot->addWidget(m_refining);
    column->addLayout(top);
    column->addWidget(m_under);
    column->addLayout(foot);
    connect(m_how, &QPushButton::clicked, this, [this] {
        const auto findings = m_session.findings();
        if (!findings)
            return;
        const QStringList lines =
            wording::traceLines(findings->needExplains.trace) + QStringList{QString()} +
            wording::traceLines(findings->similarNeed.trace) + QStringList{QString()} +
            wording::traceLines(findings->line.trace);
        emit traceWanted(wording::headline(*findings), lines);
    });
    return head;
}

void ChartPanel::setOverlays(const charts::NeedCostOptions& overlays)
{
    m_chart->setOptions(overlays);
}

void ChartPanel::renew()
{
    say();
    m_chart->show(m_session.cohort(), m_session.findings());
    followSelection();
}

void ChartPanel::say()
{
    const auto findings = m_session.findings();
    m_sentence->setText(findings ? wording::headline(*findings) : QString());
    m_under->setText(findings ? withStrongRatio(*findings) : QString());
    m_export->setEnabled(findings && m_session.cohort() && m_session.cohort()->size() > 0);
    m_how->setEnabled(findings != nullptr);
    // Kept in its place, so that nothing jumps when the intervals arrive.
    m_refining->setText(
        m_session.refining() ? tr("Working out intervals and what chance would give…") : QString());
}

void ChartPanel::followSelection()
{
    const auto cohort = m_session.cohort();
    if (!cohort)
        return;
    const Selection& selection = m_session.selection();
    const auto rows = rowsOf(selection, *cohort);
    m_chart->setSelection(rows, selection.kind == Selection::Kind::pair && rows.size() == 2);
}

// With Ctrl: into the group, or out of it.
void ChartPanel::addToSelection(std::size_t row)
{
    const auto cohort = m_session.cohort();
    std::vector<std::size_t> rows = rowsOf(m_session.selection(), *cohort);
    const auto at = std::ranges::find(rows, row);
    if (at == rows.end())
        rows.push_back(row);
    else
        rows.erase(at);
    m_session.select(selectionOf(rows, *cohort));
}

QString ChartPanel::caption() const
{
    return wording::caption(m_session.storeName(), *m_session.findings(), m_session.filter());
}

void ChartPanel::copyPicture()
{
    QGuiApplication::clipboard()->setImage(m_chart->image(caption(), kPictureSize, 2));
    m_session.say(tr("The picture is on the clipboard."));
}

QString ChartPanel::askForFile(const QString& suffix)
{
    const QString suggested =
        tr("Need and cost %1").arg(QString::fromStdString(m_session.census().iso()));
    QString fileName =
        dialogs().saveFile(this, tr("Save as %1").arg(suffix.toUpper()),
                           QDir::home().filePath(suggested + QLatin1Char('.') + suffix),
                           QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    if (!fileName.isEmpty() && QFileInfo(fileName).suffix().toLower() != suffix)
        fileName += QLatin1Char('.') + suffix;
    return fileName;
}

void ChartPanel::savePicture(const QString& suffix)
{
    const QString fileName = askForFile(suffix);
    if (fileName.isEmpty())
        return;
    if (m_chart->save(fileName, caption(), kPictureSize))
        m_session.say(tr("The picture is saved as “%1”.").arg(QFileInfo(fileName).fileName()));
    else
        dialogs().tell(
            this, tr("The picture was not saved."),
            tr("“%1” could not be written. Is the folder there, and may you write to it?")
                .arg(QDir::toNativeSeparators(fileName)));
}

void ChartPanel::saveTable()
{
    const QString fileName = askForFile(QStringLiteral("csv"));
    if (fileName.isEmpty())
        return;
    if (saveCohortTable(fileName, *m_session.cohort(), *m_session.findings(), caption()))
        m_session.say(tr("The table is saved as “%1”.").arg(QFileInfo(fileName).fileName()));
    else
        dialogs().tell(
            this, tr("The table was not saved."),
            tr("“%1” could not be written. Is the folder there, and may you write to it?")
                .arg(QDir::toNativeSeparators(fileName)));
}

} // namespace twelvefold::ui
