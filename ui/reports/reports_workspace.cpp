// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reports_workspace.h"

#include "common/commands.h"
#include "common/controls.h"
#include "common/dialogs.h"
#include "common/focus_ring.h"
#include "common/nobody_there.h"
#include "common/page_scroll.h"
#include "common/states.h"
#include "common/trace_dialog.h"
#include "report/text.h"
#include "report/way_out.h"
#include "reports/page_preview.h"
#include "wording/wording.h"
#include "workbench/comparable.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QListWidget>
#include <QStackedWidget>
#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr int kPreviewRestMilliseconds = 120;
constexpr int kChoicesWidth = 236;
constexpr int kSettingsWidth = 300;

} // namespace

ReportsWorkspace::ReportsWorkspace(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_busy(new Busy(this)), m_stack(new PageStack(this)),
      m_preview(new PagePreview(this)), m_refusal(new EmptyState(this))
{
    m_nothing = new EmptyState(this);
    connect(m_nothing, &EmptyState::acted, this, [this] { m_session.goTo(Workspace::data); });
    m_nothing->say(tr("The report is being made"), {}, {}); // until there is one to show
    m_stack->addWidget(m_nothing);
    connect(m_refusal, &EmptyState::acted, this, [this] {
        if (m_wayOut)
            m_session.setFilter(*m_wayOut);
        else
            m_audience->segment(0)->click();
    });
    m_stack->addWidget(m_preview);
    m_stack->addWidget(m_refusal);
    connect(m_preview, &PagePreview::textAsked, this, &ReportsWorkspace::readAsText);

    auto* row = new PanelsRow(this);
    row->addWidget(choices());
    row->addWidget(m_stack, 1);
    row->addWidget(settings());

    m_pool.setMaxThreadCount(1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kPreviewRestMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &ReportsWorkspace::renew);
    const auto changed = [this] {
        m_stale = true;
        m_document.reset(); // which is of what was chosen before
        ++m_newest;
        m_rest.start();
    };
    connect(&m_session, &Session::findingsChanged, this, changed);
    connect(&m_session, &Session::findingsRefined, this, changed);
    connect(&m_session, &Session::cohortChanged, this, changed);
    connect(&m_session, &Session::faultyChanged, this, changed);
    connect(&m_session, &Session::closed, this, changed);
    connect(&m_session, &Session::closing, m_busy, &Busy::stopAndWait);
    connect(m_audience, &SegmentedControl::chosen, this, changed);
    connect(m_reports, &QListWidget::currentRowChanged, this, changed);
    for (const auto& [box, section] : m_sections)
        connect(box, &QCheckBox::toggled, this, changed);
    addCommands();
    renew();
}

ReportsWorkspace::~ReportsWorkspace()
{
    ++m_newest;
    m_pool.waitForDone();
}

void ReportsWorkspace::addCommands()
{
    Commands commands(m_session, Workspace::reports, this);
    const QString forms[] = {tr("PD&F"), tr("H&TML"), tr("&XLSX"), tr("CS&V")};
    auto form = std::begin(forms);
    for (QPushButton* button : m_saving)
        commands.add(button->objectName(), tr("Save the report as %1…").arg(*form++),
                     tr("export download print document value report"), [this, button] {
                         if (button->isEnabled())
                             button->click();
                         else
                             m_session.say(whyNotSaved());
                     });
    commands.add("reportAsText", tr("&Read the report as text"), tr("screen reader preview words"),
                 [this] {
                     if (m_stack->currentWidget() == m_preview)
                         readAsText();
                 });
    commands.separate();
    commands.add("comparableReport", tr("Only what is c&omparable, or all settings"),
                 tr("report compare comparable settings parents adoption"),
                 [this] { m_comparable->click(); });
    commands.add("internal", tr("For an &internal audience"), tr("report audience pseudonyms"),
                 [this] { m_audience->segment(0)->click(); });
    commands.add("publishable", tr("For &publication"),
                 tr("report audience publishable small numbers"),
                 [this] { m_audience->segment(1)->click(); });
}

QWidget* ReportsWorkspace::choices()
{
    auto* panel = new Panel(this);
    m_choices = panel;
    panel->column()->addWidget(sectionTitle(tr("Report"), panel));
    m_reports = new QListWidget(panel);
    m_reports->setAccessibleName(tr("Reports"));
    setRole(m_reports, "clear");
    new FocusRing(m_reports);
    for (const report::ReportEntry& entry : report::reportEntries()) {
        auto* item = new QListWidgetItem(wording::text(entry.title), m_reports);
        item->setToolTip(item->text());
    }
    m_reports->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reports->setCurrentRow(0);
    m_reports->setFixedHeight(m_reports->sizeHintForRow(0) * m_reports->count() +
                              2 * m_reports->frameWidth() + 4);
    panel->column()->addWidget(m_reports);
    m_about = smallLabel({}, panel);
    panel->column()->addWidget(m_about);
    panel->column()->addStretch(1);
    return panel;
}

QWidget* ReportsWorkspace::settings()
{
    auto* panel = new Panel(this);
    m_settings = panel;
    // What is chosen scrolls where it has no room; what is done with it stays in sight.
    auto* chosen = new QWidget(panel);
    auto* column = new QVBoxLayout(chosen);
    column->setContentsMargins(0, 0, 6, 0);

    column->addWidget(sectionTitle(tr("Audience"), chosen));
    m_audience = new SegmentedControl({tr("Internal"), tr("Publishable")}, chosen);
    m_audience->setAccessibleName(tr("Audience"));
    column->addWidget(m_audience);
    m_audienceNote = smallLabel({}, chosen);
    column->addWidget(m_audienceNote);

    column->addSpacing(8);
    column->addWidget(sectionTitle(tr("Cohort"), chosen));
    m_cohort = quietLabel({}, chosen);
    column->addWidget(m_cohort);
    m_comparable = new ElidedCheckBox(tr("Only what is comparable"), chosen);
    m_comparable->setToolTip(
        tr("Without children living with parents or placed for adoption, whose "
           "allowances are no prices of care. Explore follows."));
    column->addWidget(m_comparable);
    connect(m_comparable, &QCheckBox::clicked, this,
            [this](bool on) { m_session.setFilter(workbench::comparing(m_session.filter(), on)); });

    column->addSpacing(8);
    column->addWidget(sectionTitle(tr("Sections"), chosen));
    for (const report::SectionEntry& entry : report::sectionEntries()) {
        auto* box = new ElidedCheckBox(wording::text(entry.title), chosen);
        box->setChecked(true);
        column->addWidget(box);
        m_sections.emplace_back(box, entry.section);
    }
    column->addStretch(1);
    panel->column()->addWidget(scrolling(chosen, panel), 1);
    panel->column()->addWidget(savingButtons());
    return panel;
}

// The PDF, which most people want, across the width; the other forms under it.
QWidget* ReportsWorkspace::savingButtons()
{
    auto* widget = new QWidget(this);
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    const std::pair<QString, QString> forms[] = {{QStringLiteral("pdf"), tr("Save PDF")},
                                                 {QStringLiteral("html"), tr("HTML")},
                                                 {QStringLiteral("xlsx"), tr("XLSX")},
                                                 {QStringLiteral("csv"), tr("CSV")}};
    for (const auto& [suffix, title] : forms) {
        const bool first = m_saving.empty();
        QPushButton* button = first ? primaryButton(title, widget) : secondaryButton(title, widget);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setAccessibleName(tr("Save the report as %1").arg(suffix.toUpper()));
        button->setObjectName(QStringLiteral("saveReport.") + suffix);
        connect(button, &QPushButton::clicked, this, [this, suffix = suffix] { save(suffix); });
        if (first)
            grid->addWidget(button, 0, 0, 1, 3);
        else
            grid->addWidget(button, 1, int(m_saving.size()) - 1);
        m_saving.push_back(button);
    }
    return widget;
}

const report::ReportEntry& ReportsWorkspace::chosenReport() const
{
    return report::reportEntries()[std::size_t(std::max(m_reports->currentRow(), 0))];
}

report::Source ReportsWorkspace::source() const
{
    report::Source source;
    source.storeName = m_session.storeName();
    source.cohort = m_session.cohort();
    source.findings = m_session.findings();
    source.filter = m_session.filter();
    source.everyone = m_session.wholeCohort();
    source.setApart = workbench::comparableFilter().notCompared;
    source.audience =
        m_audience->current() == 0 ? report::Audience::internal : report::Audience::publishable;
    source.faulty = m_session.faulty();
    source.sections.clear();
    for (const auto& [box, section] : m_sections) {
        if (box->isChecked() && !box->isHidden())
            source.sections.push_back(section);
    }
    return source;
}

void ReportsWorkspace::renew()
{
    if (!isVisible())
        return; // showEvent() comes back to it
    m_stale = false;
    ++m_newest;
    m_document.reset();
    const bool something = m_session.findings() && m_session.wholeCohort() && m_session.cohort() &&
                           m_session.cohort()->size() > 0;
    m_about->setText(wording::text(chosenReport().about));
    for (const auto& [box, section] : m_sections)
        box->setVisible(
            std::ranges::find(chosenReport().sections, section, &report::SectionEntry::section) !=
            chosenReport().sections.end());
    const auto chosen = source();
    for (QPushButton* button : m_saving)
        button->setEnabled(something);
    m_audienceNote->setText(m_audience->current() == 0
                                ? tr("Shows children by pseudonym. For people who may see them.")
                                : tr("Shows no child; hides counts under 6 so that none can be "
                                     "worked out, rounds the rest, and prints the filters."));
    m_comparable->setChecked(workbench::comparesOnlyComparable(m_session.filter()));
    if (!something)
        return showNothing();
    m_cohort->setText(wording::cohortInForce(
        chosen.cohort->size(), chosen.everyone->size(), chosen.filter, chosen.cohort->census,
        chosen.cohort->notCompared,
        chosen.audience == report::Audience::internal ? chosen.cohort->notRecorded
                                                      : domain::NotRecorded()));
    build(chosen);
}

// The preview takes the newest.
void ReportsWorkspace::build(const report::Source& source)
{
    m_pool.start([this, source, report = &chosenReport(), asked = m_newest.load()] {
        if (asked != m_newest)
            return;
        auto document = std::make_shared<const report::Document>(make(*report, source));
        QMetaObject::invokeMethod(
            this,
            [this, asked, document] {
                if (asked == m_newest)
                    take(document);
            },
            Qt::QueuedConnection);
    });
}

void ReportsWorkspace::take(const std::shared_ptr<const report::Document>& document)
{
    m_document = document;
    if (document->refused)
        return refuse(source(), *document->refused);
    m_stack->setCurrentWidget(m_preview);
    m_preview->show(std::make_unique<report::Pages>(*document), document->standfirst);
}

void ReportsWorkspace::showNothing()
{
    const auto everyone = m_session.wholeCohort();
    m_stack->setCurrentWidget(m_nothing);
    if (everyone && everyone->size() > 0) {
        m_cohort->setText(tr("Nobody passes the filters."));
        return m_nothing->say(tr("Nobody passes the filters"),
                              tr("Clear the filters in Explore, or choose another census date."));
    }
    m_cohort->setText(tr("Nobody on the census date."));
    sayNobodyThere(*m_nothing, m_session, tr("There is nothing to report yet"),
                   tr("A report needs children with their needs scored and their costs recorded on "
                      "the census date."),
                   tr("Bring in files"));
}

// Instead of the preview: nothing of the report is shown, and nothing can be saved. Where those who
// are left out as not comparable are too few, the report with them in it is the way out.
void ReportsWorkspace::refuse(const report::Source& source, const domain::Message& reason)
{
    m_wayOut = report::publishableWithAllSettings(source);
    QString why = wording::text(reason);
    if (m_wayOut)
        why += QLatin1Char(' ') + tr("Compared across all settings, the same report can be "
                                     "published.");
    m_refusal->say(tr("Nothing can be published about these children"), why,
                   m_wayOut ? tr("Compare all settings") : tr("Show the internal report"));
    m_stack->setCurrentWidget(m_refusal);
    for (QPushButton* button : m_saving)
        button->setEnabled(false);
}

void ReportsWorkspace::readAsText()
{
    if (m_document)
        openList(this, m_document->title, report::asText(*m_document));
}

QString ReportsWorkspace::whyNotSaved() const
{
    return m_document && m_document->refused
               ? wording::text(*m_document->refused)
               : tr("There is nothing to report yet: nobody is compared on the census date.");
}

QString ReportsWorkspace::askForFile(const QString& suffix)
{
    const QString day = QString::fromStdString(m_session.census().iso());
    const QString title = wording::text(chosenReport().title);
    const QString suggested = m_audience->current() == 0
                                  ? tr("%1 %2 internal").arg(title, day)
                                  : tr("%1 %2 for publication").arg(title, day);
    return ui::askForFile(this, tr("Save the report"), suggested, suffix);
}

// What is chosen, whether or not the preview shows it yet.
void ReportsWorkspace::save(const QString& suffix)
{
    const QString fileName = askForFile(suffix);
    if (fileName.isEmpty())
        return;
    struct Work
    {
        report::Source source;
        std::shared_ptr<const report::Document> document;
        std::optional<domain::Result<domain::Done>> saved;
    };
    const auto work = std::make_shared<Work>(Work{source(), m_document, std::nullopt});
    // Pictures are painted where the window is.
    const bool pictures = suffix == QLatin1String("pdf") || suffix == QLatin1String("html");
    m_busy->run(
        tr("Saving the report"),
        [work, fileName, pictures, report = &chosenReport(),
         store = m_session.workbench().store().path()](const Busy::Report&, std::stop_token stop) {
            // What is published is of a store that is sound now.
            if (work->source.audience == report::Audience::publishable &&
                !store::Store::checkAside(store, stop).faults.empty()) {
                work->source.faulty = true;
                work->document.reset();
            }
            if (!work->document)
                work->document =
                    std::make_shared<const report::Document>(make(*report, work->source));
            if (!pictures && !stop.stop_requested())
                work->saved = report::save(*work->document, fileName);
        },
        [this, work, fileName](bool stopped, const std::optional<QString>& failure) {
            if (failure)
                return dialogs().tell(this, tr("The report was not saved."), *failure);
            if (!work->saved && !stopped)
                work->saved = report::save(*work->document, fileName);
            if (work->saved)
                saySaved(fileName, *work->saved);
        });
}

void ReportsWorkspace::saySaved(const QString& fileName, const domain::Result<domain::Done>& saved)
{
    if (saved)
        m_session.say(tr("The report is saved as “%1”.").arg(QFileInfo(fileName).fileName()));
    else
        dialogs().tell(this, tr("The report was not saved."), wording::text(saved.failure()));
}

void ReportsWorkspace::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_choices->setFixedWidth(sideWidth(kChoicesWidth, width()));
    m_settings->setFixedWidth(sideWidth(kSettingsWidth, width()));
}

void ReportsWorkspace::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        renew();
}

} // namespace twelvefold::ui
