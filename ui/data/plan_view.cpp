// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/plan_view.h"

#include "common/controls.h"
#include "common/data_table.h"
#include "common/elided_combo_box.h"
#include "data/changes_view.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace twelvefold::ui {
namespace {

using domain::Problem;

QString counted(std::int64_t n)
{
    return wording::count(static_cast<std::uint64_t>(n));
}

constexpr int kChangesSegment = 4;
constexpr int kColumnsSegment = 5;

QString nameOf(exchange::QuestionKind kind)
{
    switch (kind) {
    case exchange::QuestionKind::dateOrder:
        return PlanView::tr("How dates are written");
    case exchange::QuestionKind::decimalMark:
        return PlanView::tr("What stands before the pence");
    case exchange::QuestionKind::turnedDays:
        return PlanView::tr("Whether day and month were turned round");
    case exchange::QuestionKind::upTo:
        return PlanView::tr("Up to which day the amounts are");
    case exchange::QuestionKind::listDay:
        return PlanView::tr("Of which day the list is");
    case exchange::QuestionKind::council:
        break;
    }
    return PlanView::tr("Whose rows to take");
}

// What is said of a whole file or column says itself what was done.
QString done(const Problem& problem)
{
    switch (problem.action) {
    case Problem::Action::keptAsItIs:
        return problem.row == 0 ? QString() : PlanView::tr("Kept as it is");
    case Problem::Action::valueLeftOut:
        return PlanView::tr("Value left out");
    case Problem::Action::rowRejected:
        return PlanView::tr("Row not taken");
    case Problem::Action::fileRejected:
        return PlanView::tr("File not taken");
    }
    return {};
}

} // namespace

PlanView::PlanView(QWidget* parent)
    : QWidget(parent), m_sentence(sentenceLabel(QString(), this)),
      m_words(quietLabel(QString(), this)), m_fileModel(new RowsModel(this)),
      m_problemModel(new RowsModel(this)), m_readingModel(new RowsModel(this)),
      m_files(new DataTable(this)), m_problems(new DataTable(this)),
      m_readings(new DataTable(this)), m_changes(new ChangesView(this)),
      m_details(new QStackedWidget(this)), m_questions(new QWidget(this)),
      m_questionColumn(new QVBoxLayout(m_questions)),
      m_problemTitle(sectionTitle(tr("Problems"), this)),
      m_severities(new SegmentedControl(
          {tr("All"), tr("Not taken"), tr("Doubtful"), tr("Notes"), tr("Changes"), tr("Columns")},
          this)),
      m_bringIn(primaryButton(tr("Bring in"), this)),
      m_rejects(secondaryButton(tr("Save the rejects…"), this)),
      m_again(secondaryButton(tr("Choose other files"), this)),
      m_match(secondaryButton(tr("Match its columns…"), this))
{
    m_files->setAccessibleName(tr("Files"));
    m_problems->setAccessibleName(tr("Problems"));
    m_severities->setAccessibleName(tr("Which problems to show"));
    m_fileModel->setColumns(fileColumns());
    m_problemModel->setColumns(problemColumns());
    m_files->setModel(m_fileModel);
    m_problems->setModel(m_problemModel);
    m_readings->setAccessibleName(tr("How columns were read"));
    m_readingModel->setColumns(readingColumns());
    m_readings->setModel(m_readingModel);
    m_readings->keepWidthsAs(QStringLiteral("plan.columns"));
    m_details->addWidget(m_problems);
    m_details->addWidget(m_readings);
    m_details->addWidget(m_changes);
    m_questionColumn->setContentsMargins(0, 0, 0, 0);
    m_questions->hide();
    m_files->stretch(0);
    m_files->keepWidthsAs(QStringLiteral("plan.files"));
    m_problems->keepWidthsAs(QStringLiteral("plan.problems"));
    m_problems->setSortingEnabled(true);
    m_problems->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_sentence);
    column->addWidget(m_words);
    column->addWidget(m_questions);
    column->addWidget(m_files, 2);
    auto* heading = new QHBoxLayout;
    heading->addWidget(m_problemTitle, 1);
    heading->addWidget(m_severities);
    column->addLayout(heading);
    column->addWidget(m_details, 3);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_again);
    foot->addWidget(m_match);
    foot->addStretch();
    foot->addWidget(m_rejects);
    foot->addWidget(m_bringIn);
    column->addLayout(foot);
    setTabOrder(m_files, m_severities);
    setTabOrder(m_severities, m_details);
    for (DataTable* table : {m_files, m_problems, m_readings})
        connect(table, &DataTable::said, this, &PlanView::said);
    connect(m_changes, &ChangesView::said, this, &PlanView::said);
    connect(m_changes, &ChangesView::leftOutChanged, this, &PlanView::nameBringingIn);
    connect(m_severities, &SegmentedControl::chosen, this, &PlanView::filter);
    connect(m_bringIn, &QPushButton::clicked, this, &PlanView::wanted);
    connect(m_rejects, &QPushButton::clicked, this, &PlanView::rejectsWanted);
    connect(m_again, &QPushButton::clicked, this, &PlanView::dropped);
    connect(m_files->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PlanView::nameMatching);
    connect(m_match, &QPushButton::clicked, this, [this] {
        if (const auto* file = toMatch())
            emit matchWanted(file->path, file->profile);
    });
}

std::vector<RowsModel::Column> PlanView::fileColumns() const
{
    const auto file = [this](std::size_t row) -> const workbench::ImportPlan::File& {
        return m_plan.files[row];
    };
    const auto number = [file](std::int64_t workbench::ImportPlan::File::*count) {
        return [file, count](std::size_t row) { return counted(file(row).*count); };
    };
    using File = workbench::ImportPlan::File;
    return {
        {tr("File"), [=](std::size_t row) { return QString::fromStdString(file(row).name); }},
        {tr("Recognised as"),
         [=](std::size_t row) {
             const QString kind = wording::text(exchange::word(file(row).kind));
             return file(row).profile.empty()
                        ? kind
                        : tr("%1, by “%2”").arg(kind, QString::fromStdString(file(row).profile));
         }},
        {tr("Return year"),
         [=](std::size_t row) {
             const auto year = file(row).returnYear;
             return year ? tr("%1–%2", "a year of the return: 2025–26")
                               .arg(*year - 1)
                               .arg(*year % 100, 2, 10, QLatin1Char('0'))
                         : QString();
         }},
        {tr("Rows"), number(&File::rows), true},
        {tr("New"), number(&File::accepted), true},
        {tr("Changed"), number(&File::changed), true},
        {tr("Same"), number(&File::unchanged), true},
        {tr("Not taken"), number(&File::rejected), true},
        {tr("Doubtful"), number(&File::warnings), true},
    };
}

std::vector<RowsModel::Column> PlanView::problemColumns() const
{
    const auto problem = [this](std::size_t row) -> const Problem& { return m_plan.problems[row]; };
    return {
        {tr("File"), [=](std::size_t row) { return QString::fromStdString(problem(row).file); }},
        {tr("Row"),
         [this, problem](std::size_t row) {
             if (problem(row).row == 0)
                 return QString();
             const auto line = m_plan.otherLineOf(problem(row));
             return line ? tr("%1 (line %2)").arg(counted(problem(row).row), counted(*line))
                         : counted(problem(row).row);
         },
         true,
         [=](std::size_t row) { return std::optional(static_cast<double>(problem(row).row)); }},
        {tr("Column"),
         [=](std::size_t row) { return QString::fromStdString(problem(row).column); }},
        {tr("Value"), [=](std::size_t row) { return QString::fromStdString(problem(row).value); }},
        {tr("What was done"), [=](std::size_t row) { return done(problem(row)); }},
        {tr("Why"), [=](std::size_t row) { return wording::text(problem(row).message); }},
    };
}

std::vector<RowsModel::Column> PlanView::readingColumns() const
{
    using Column = workbench::ImportPlan::Column;
    const auto column = [this](std::size_t row) -> const Column& { return m_plan.columns[row]; };
    return {
        {tr("File"), [=](std::size_t row) { return QString::fromStdString(column(row).file); }},
        {tr("Column"),
         [=](std::size_t row) { return QString::fromStdString(column(row).read.column); }},
        {tr("Read as"), [=](std::size_t row) { return wording::text(column(row).read.readAs); }},
        {tr("Cells"), [=](std::size_t row) { return counted(column(row).read.cells); }, true},
        {tr("The first of them"),
         [=](std::size_t row) { return QString::fromStdString(column(row).read.sample); }},
    };
}

// Each question once, whichever files ask it: one answer is for all of them. What was answered
// stays to be answered otherwise.
void PlanView::ask()
{
    while (QLayoutItem* item = m_questionColumn->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    std::vector<workbench::ImportPlan::Question> all = m_plan.questions;
    std::ranges::copy(m_plan.answered, std::back_inserter(all));
    std::set<exchange::QuestionKind> asked;
    m_firstQuestion = nullptr;
    for (const auto& [file, question] : all) {
        if (!asked.insert(question.kind).second)
            continue;
        auto* box = new QWidget(m_questions);
        auto* column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(quietLabel(
            tr("%1: %2").arg(QString::fromStdString(file), wording::text(question.message)), box));
        auto* choice = new ElidedComboBox(box);
        choice->setPlaceholderText(tr("Choose…"));
        nameChoice(choice, nameOf(question.kind));
        for (const auto& one : question.choices)
            choice->addItem(wording::text(one.words), QString::fromStdString(one.token));
        const std::string given = m_answers.given(question.kind);
        choice->setCurrentIndex(
            choice->findData(QString::fromStdString(given.empty() ? question.taken : given),
                             Qt::UserRole, Qt::MatchFixedString));
        if (m_firstQuestion == nullptr && choice->currentIndex() < 0)
            m_firstQuestion = choice;
        connect(choice, &QComboBox::activated, this,
                [this, choice, kind = question.kind](int index) {
                    exchange::Answers answers = m_answers;
                    answers.give(kind, choice->itemData(index).toString().toStdString());
                    emit answered(answers);
                });
        column->addWidget(choice, 0, Qt::AlignLeft);
        m_questionColumn->addWidget(box);
    }
    m_questions->setVisible(!asked.empty());
}

void PlanView::show(const workbench::ImportPlan& plan, const exchange::Answers& answers)
{
    m_fileModel->setRows(0);
    m_problemModel->setRows(0);
    m_readingModel->setRows(0);
    m_plan = plan;
    m_answers = answers;
    ask();
    std::int64_t fresh = 0, changed = 0, same = 0, rejected = 0, waiting = 0;
    for (const auto& file : m_plan.files) {
        fresh += file.accepted;
        changed += file.changed;
        same += file.unchanged;
        rejected += file.rejected;
        waiting += file.waiting;
    }
    const QString rows = tr("New rows: %1. Changed: %2").arg(counted(fresh), counted(changed));
    m_sentence->setText(
        m_plan.nothingToDo() && !m_plan.questions.empty() ? tr("Something must be answered first")
        : !m_plan.questions.empty() ? tr("Something must be answered first. %1").arg(rows)
        : !m_plan.anythingRead()    ? tr("None of these files was recognised")
        : m_plan.nothingToDo()      ? tr("Nothing here is new")
                                    : rows);
    m_counts =
        tr("The same as before: %1. Would not be taken: %2. New children: %3, with changes: %4. "
           "Nothing has been changed yet.")
            .arg(counted(same), counted(rejected), counted(m_plan.newChildren),
                 counted(m_plan.changedChildren)) +
        (waiting == 0
             ? QString()
             : QLatin1Char(' ') + tr("Rows that wait for an answer: %1.").arg(counted(waiting)));
    std::array<std::size_t, 3> bySeverity{};
    for (const Problem& problem : m_plan.problems)
        ++bySeverity[static_cast<std::size_t>(problem.severity)];
    for (const auto& [rule, more] : m_plan.unlisted)
        bySeverity[static_cast<std::size_t>(more.severity)] += static_cast<std::size_t>(more.n);
    const auto title = [](const QString& words, std::size_t n) {
        return QStringLiteral("%1 %2").arg(words, wording::count(n));
    };
    m_severities->segment(0)->setText(
        title(tr("All"), bySeverity[0] + bySeverity[1] + bySeverity[2]));
    m_severities->segment(1)->setText(title(tr("Not taken"), bySeverity[2]));
    m_severities->segment(2)->setText(title(tr("Doubtful"), bySeverity[1]));
    m_severities->segment(3)->setText(title(tr("Notes"), bySeverity[0]));
    m_changes->show(&m_plan);
    m_severities->segment(kChangesSegment)
        ->setText(title(tr("Changes"), static_cast<std::size_t>(changed)));
    m_severities->segment(kChangesSegment)->setEnabled(!m_plan.changes.empty());
    m_severities->segment(kColumnsSegment)->setText(title(tr("Columns"), m_plan.columns.size()));
    m_severities->setCurrent(0);
    filter(0);
    m_fileModel->setRows(m_plan.files.size());
    m_problemModel->setRows(m_plan.problems.size());
    m_files->fitColumns();
    m_readingModel->setRows(m_plan.columns.size());
    m_problems->fitColumns();
    m_readings->fitColumns();
    const bool any = !m_plan.problems.empty() || !m_plan.columns.empty() || !m_plan.changes.empty();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_problemTitle, m_severities, m_details})
        widget->setVisible(any);
    m_bringIn->setEnabled(!m_plan.nothingToDo());
    nameBringingIn();
    m_rejects->setVisible(rejected > 0);
    nameMatching();
}

const workbench::ImportPlan::File* PlanView::toMatch() const
{
    using File = workbench::ImportPlan::File;
    const auto isUnknown = [](const File& file) {
        return file.kind == exchange::FileKind::unrecognised && !file.path.empty();
    };
    const auto isByProfile = [](const File& file) {
        return !file.profile.empty() && !file.path.empty();
    };
    const QModelIndex current = m_files->currentIndex();
    if (current.isValid()) {
        const File& chosen = m_plan.files[m_fileModel->sourceRow(current)];
        if (isUnknown(chosen) || isByProfile(chosen))
            return &chosen;
    }
    auto first = std::ranges::find_if(m_plan.files, isUnknown);
    if (first == m_plan.files.end())
        first = std::ranges::find_if(m_plan.files, isByProfile);
    return first == m_plan.files.end() ? nullptr : &*first;
}

void PlanView::nameMatching()
{
    const auto* file = toMatch();
    m_match->setVisible(file != nullptr);
    if (file != nullptr)
        m_match->setText(file->profile.empty() ? tr("Match its columns…")
                                               : tr("Correct how it is read…"));
}

const std::set<workbench::RowLeftOut>& PlanView::leftOut() const
{
    return m_changes->leftOut();
}

void PlanView::nameBringingIn()
{
    const bool isAll = m_plan.questions.empty() && leftOut().empty();
    m_words->setText(
        leftOut().empty()
            ? m_counts
            : tr("%1 Rows that you leave out: %2.").arg(m_counts, counted(std::ssize(leftOut()))));
    m_bringIn->setText(isAll ? tr("Bring in") : tr("Bring in the rest"));
}

QWidget* PlanView::next() const
{
    if (m_firstQuestion != nullptr)
        return m_firstQuestion;
    return m_bringIn->isEnabled() || m_match->isHidden() ? m_bringIn : m_match;
}

void PlanView::filter(int choice)
{
    const bool readings = choice == kColumnsSegment, changes = choice == kChangesSegment;
    m_details->setCurrentWidget(readings  ? static_cast<QWidget*>(m_readings)
                                : changes ? static_cast<QWidget*>(m_changes)
                                          : m_problems);
    m_problemTitle->setText(readings                  ? tr("How columns were read")
                            : changes                 ? tr("What would change")
                            : m_plan.unlisted.empty() ? tr("Problems")
                                                      : tr("Problems: of one kind in a file the "
                                                           "first 100 are listed"));
    if (readings || changes)
        return;
    if (choice == 0)
        return m_problemModel->setFilter({});
    const auto severity = static_cast<Problem::Severity>(3 - choice);
    m_problemModel->setFilter(
        [this, severity](std::size_t row) { return m_plan.problems[row].severity == severity; });
}

} // namespace twelvefold::ui
