// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/bring_in_page.h"

#include "common/controls.h"
#include "common/dialogs.h"
#include "common/paths.h"
#include "common/states.h"
#include "data/column_mapper.h"
#include "data/drop_zone.h"
#include "data/plan_view.h"
#include "wording/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace twelvefold::ui {
namespace {

// Whether what was read again is what the person saw.
bool isOfTheSame(const workbench::ImportPlan& a, const workbench::ImportPlan& b)
{
    return std::ranges::equal(a.files, b.files, [](const auto& one, const auto& other) {
        return one.name == other.name && one.sha256 == other.sha256;
    });
}

bool isGone(const store::Store& store, std::int64_t step)
{
    const auto imports = store.imports();
    const auto found = std::ranges::find(imports, step, &store::BroughtIn::id);
    return found != imports.end() && found->gone;
}

} // namespace

BringInPage::BringInPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_stack(new QStackedWidget(this)),
      m_dropZone(new DropZone(m_stack)), m_plan(new PlanView(m_stack)), m_busy(new Busy(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->addWidget(m_stack);
    m_stack->addWidget(m_dropZone);
    m_stack->addWidget(m_plan);
    m_stack->addWidget(done());
    connect(m_dropZone, &DropZone::given, this, &BringInPage::read);
    connect(m_plan, &PlanView::wanted, this, &BringInPage::apply);
    connect(m_plan, &PlanView::rejectsWanted, this, &BringInPage::saveRejects);
    // Once the choice that was made has done its part: it goes with the plan that asked.
    connect(m_plan, &PlanView::answered, this, &BringInPage::plan, Qt::QueuedConnection);
    connect(m_plan, &PlanView::matchWanted, this, &BringInPage::matchColumns);
    connect(m_plan, &PlanView::said, &m_session, &Session::say);
    const auto start = [this] { m_stack->setCurrentWidget(m_dropZone); };
    connect(m_plan, &PlanView::dropped, this, start);
    connect(m_more, &QPushButton::clicked, this, start);
    connect(&session, &Session::closing, m_busy, &Busy::stopAndWait);
    connect(&session, &Session::closed, this, start);
    connect(&session, &Session::recordsChanged, this, [this](const store::ChangeNotice& notice) {
        followUndo(std::ranges::find(notice.tables, "import_batch") != notice.tables.end());
    });
    connect(&session, &Session::workingChanged, this, [this] { followUndo(false); });
    connect(&session, &Session::opened, this,
            [this] { m_dropZone->setEnabled(!m_session.workbench().store().readOnly()); });
}

QWidget* BringInPage::done()
{
    auto* page = new QWidget(m_stack);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(10);
    column->addStretch(2);
    m_result = sentenceLabel(QString(), page);
    m_detail = quietLabel(QString(), page);
    for (QLabel* label : {m_result, m_detail}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    auto* row = new QHBoxLayout;
    row->addStretch();
    auto* explore = primaryButton(tr("See need against cost"), page);
    row->addWidget(explore);
    m_more = secondaryButton(tr("Bring in more"), page);
    row->addWidget(m_more);
    m_undo = secondaryButton(tr("Undo this"), page);
    row->addWidget(m_undo);
    row->addStretch();
    column->addSpacing(8);
    column->addLayout(row);
    column->addStretch(3);
    connect(explore, &QPushButton::clicked, this, [this] { m_session.goTo(Workspace::explore); });
    connect(m_undo, &QPushButton::clicked, this, &BringInPage::undo);
    return page;
}

QString BringInPage::result() const
{
    return m_result->text();
}

void BringInPage::read(const QStringList& paths)
{
    if (!m_session.isOpen() || m_busy->running())
        return;
    const bool isWholeStore = std::ranges::any_of(
        paths, [](const QString& path) { return workbench::isTableFolder(toPath(path)); });
    if (isWholeStore)
        return dialogs().tell(
            this, tr("This folder is a whole store, saved as tables"),
            tr("It is not brought into a store that is open. “Start a store from tables” in the "
               "File menu makes a store of it."));
    m_files.clear();
    m_matched.clear();
    for (const QString& path : paths)
        m_files.push_back(toPath(path));
    plan({});
}

void BringInPage::plan(const exchange::Answers& answers)
{
    if (!m_session.isOpen() || m_busy->running())
        return;
    const auto plan = std::make_shared<workbench::ImportPlan>();
    const auto& bench = m_session.workbench();
    m_busy->run(
        tr("Reading the files"),
        [plan, files = m_files, options = options(answers), &bench](const Busy::Report& report,
                                                                    std::stop_token stop) {
            *plan = bench.planImport(files, options, report, stop);
        },
        [this, plan, answers](bool stopped, const std::optional<QString>& failure) {
            if (failure)
                return dialogs().tell(this, tr("The files could not be read"), *failure);
            if (stopped)
                return;
            m_plan->show(*plan, answers);
            m_stack->setCurrentWidget(m_plan);
            m_plan->next()->setFocus();
        });
}

workbench::ImportOptions BringInPage::options(const exchange::Answers& answers) const
{
    workbench::ImportOptions options;
    options.answers = answers;
    if (m_profiles)
        options.profiles = m_profiles->shelf();
    for (const exchange::Profile& matched : m_matched)
        options.profiles.put(matched);
    return options;
}

void BringInPage::keepProfilesIn(const std::filesystem::path& folder)
{
    m_profiles.emplace(folder);
}

void BringInPage::matchColumns(const std::filesystem::path& file, const std::string& profile)
{
    constexpr std::size_t rows = 2000; // whose words can be told
    auto tables = exchange::previewTables(file, rows);
    if (tables.empty())
        return dialogs().tell(this, tr("There is nothing to match"),
                              tr("The file has no table that can be read."));
    const auto framework = m_session.workbench().currentFramework().framework;
    auto* mapper =
        new ColumnMapper(std::move(tables), exchange::needNames(*framework), profileCalled(profile),
                         m_profiles && m_profiles->keeps(profile), this);
    connect(mapper, &ColumnMapper::made, this, &BringInPage::readBy);
    connect(mapper, &ColumnMapper::forgotten, this, &BringInPage::forgetProfile);
    mapper->open();
}

std::optional<exchange::Profile> BringInPage::profileCalled(const std::string& name) const
{
    if (name.empty())
        return std::nullopt;
    const auto matched = std::ranges::find(m_matched, name, &exchange::Profile::name);
    if (matched != m_matched.end())
        return *matched;
    return m_profiles ? m_profiles->find(name) : std::nullopt;
}

void BringInPage::forgetProfile(const std::string& name)
{
    std::erase_if(m_matched,
                  [&name](const exchange::Profile& profile) { return profile.name == name; });
    if (const auto removed = m_profiles->remove(name); !removed)
        return dialogs().tell(this, tr("The profile was not forgotten"),
                              wording::text(removed.failure()));
    m_session.say(tr("The profile “%1” is forgotten").arg(QString::fromStdString(name)));
    plan({});
}

// Reads the files again by what was matched, and keeps it for other days.
void BringInPage::readBy(const exchange::Profile& profile, bool keep)
{
    if (keep && m_profiles) {
        if (const auto kept = m_profiles->keep(profile); kept)
            m_session.say(tr("The profile “%1” is kept and used for such files from now on")
                              .arg(QString::fromStdString(profile.name)));
        else
            dialogs().tell(this, tr("The profile was not kept"), wording::text(kept.failure()));
    }
    std::erase_if(m_matched, [&profile](const exchange::Profile& before) {
        return before.name == profile.name;
    });
    m_matched.push_back(profile);
    plan({});
}

// What was asked of a kept profile's files is not asked again. Up to which day amounts of the year
// to date are, and what a spreadsheet did to one file, is another matter the next time.
void BringInPage::rememberAnswers()
{
    if (!m_profiles)
        return;
    for (const auto& [name, question] : m_plan->plan().answered) {
        using enum exchange::QuestionKind;
        const auto file =
            std::ranges::find(m_plan->plan().files, name, &workbench::ImportPlan::File::name);
        if (file == m_plan->plan().files.end() || file->profile.empty() || question.kind == upTo ||
            question.kind == turnedDays)
            continue;
        for (auto& [path, profile] : m_profiles->kept()) {
            const std::string given = m_plan->answers().given(question.kind);
            if (profile.name != file->profile || given.empty() ||
                profile.answers.given(question.kind) == given)
                continue;
            profile.answers.give(question.kind, given);
            if (const auto kept = m_profiles->keep(profile); !kept)
                m_session.say(wording::text(kept.failure()));
        }
    }
}

void BringInPage::apply()
{
    auto& bench = m_session.workbench();
    const auto applied = std::make_shared<bool>(false);
    const auto isStale = std::make_shared<bool>(false);
    workbench::ImportOptions rest = options(m_plan->answers());
    rest.leftOut = m_plan->leftOut();
    const auto plan = std::make_shared<workbench::ImportPlan>(m_plan->plan());
    m_session.setWorking(true);
    m_busy->run(
        tr("Bringing in"),
        [applied, isStale, plan, &bench, files = m_files,
         options = std::move(rest)](const Busy::Report& report, std::stop_token stop) {
            if (!options.leftOut.empty()) {
                auto again = bench.planImport(files, options, report, stop);
                *isStale = !stop.stop_requested() && !isOfTheSame(*plan, again);
                *plan = std::move(again);
            }
            *applied = !*isStale && bench.applyImport(*plan, report, stop);
        },
        [this, applied, isStale, plan](bool, const std::optional<QString>& failure) {
            m_session.setWorking(false);
            if (failure)
                return dialogs().tell(this, tr("Nothing was brought in"), *failure);
            if (*isStale)
                return dialogs().tell(this, tr("Nothing was brought in"),
                                      tr("The files are no longer what was shown. Choose them "
                                         "again."));
            m_taken = 0;
            for (const auto& file : plan->files)
                m_taken += file.accepted + file.changed;
            if (*applied) {
                rememberAnswers();
                showDone();
            } else {
                m_session.say(tr("Stopped: nothing was changed"));
            }
        });
}

void BringInPage::showDone()
{
    m_broughtIn =
        m_taken == 1
            ? tr("1 row brought in")
            : tr("%1 rows brought in").arg(wording::count(static_cast<std::uint64_t>(m_taken)));
    const auto step = m_session.workbench().nextUndo();
    m_step = step ? step->id : 0;
    m_stack->setCurrentIndex(2);
    followUndo(false);
}

// It may be undone from the menu as well, and redone; or taken back on its own.
void BringInPage::followUndo(bool batchesChanged)
{
    m_batchesChanged = m_batchesChanged || batchesChanged;
    if (m_stack->currentIndex() != 2 || m_session.working())
        return;
    const auto newest = m_session.workbench().nextUndo();
    const auto again = m_session.workbench().nextRedo();
    // A later step says nothing of this one, unless it took files back.
    if (!newest || newest->id <= m_step)
        m_undone = !newest || newest->id < m_step;
    else if (std::exchange(m_batchesChanged, false))
        m_undone = isGone(m_session.workbench().store(), m_step);
    m_undo->setEnabled(!m_undone);
    m_result->setText(m_undone ? tr("Undone") : m_broughtIn);
    m_detail->setText(!m_undone ? tr("It is one step: undoing it takes all of it back.")
                      : again && again->id == m_step
                          ? tr("The store is as it was before. Redo brings the rows in again.")
                          : tr("The rows are no longer in the store."));
}

void BringInPage::undo()
{
    const auto newest = m_session.workbench().nextUndo();
    if (newest && newest->id != m_step)
        return dialogs().tell(
            this, tr("Later changes must be undone first"),
            tr("The latest is: %1. Ctrl+Z undoes it. Or take these files back on their own, under "
               "“What was brought in”.")
                .arg(wording::text(newest->name)));
    const auto step = m_session.workbench().undo();
    if (!step.ok())
        return dialogs().tell(this, tr("This could not be undone"), wording::text(step.failure()));
    followUndo(true);
}

void BringInPage::saveRejects()
{
    const QString path =
        dialogs().saveFile(this, tr("Save the rejects"), QDir::home().filePath(tr("rejects.csv")),
                           tr("Tables (*.csv);;Workbooks (*.xlsx)"));
    if (path.isEmpty())
        return;
    const auto saved = m_session.workbench().saveRejects(m_plan->plan(), toPath(path));
    if (saved.ok())
        m_session.say(tr("Rejects saved to %1").arg(QFileInfo(path).fileName()));
    else
        dialogs().tell(this, tr("The rejects were not saved"), wording::text(saved.failure()));
}

} // namespace twelvefold::ui
