// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/quality_page.h"

#include "common/attempt.h"
#include "common/care_words.h"
#include "common/children_of_cohort.h"
#include "common/controls.h"
#include "common/data_table.h"
#include "common/dialogs.h"
#include "common/when_shown.h"
#include "wording/wording.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <utility>

namespace twelvefold::ui {
namespace {

// In a larger store to go over all costs takes longer than a person should notice.
constexpr std::size_t kLookAtOnce = 5000; // children

} // namespace

// Nothing where the store cannot be read: whoever uses it is told of that.
QualityPage::Found QualityPage::lookedThrough(const workbench::Workbench& bench, domain::Date on)
{
    try {
        const workbench::ProvidersOnLists providers = bench.providersOnLists();
        const analysis::CostMatching matching = bench.costMatching(on);
        return {bench.linesPastTheirEnd(),
                wording::providersOffLists(static_cast<std::uint64_t>(providers.ofNoList()),
                                           static_cast<std::uint64_t>(providers.usedPastClosing())),
                matching.leavesSomethingToDecide() ? wording::matchedCosts(matching) : QString()};
    } catch (const store::WorldError&) {
        return {};
    }
}

QualityPage::QualityPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_sentence(sentenceLabel(QString(), this)),
      m_words(quietLabel(QString(), this)), m_chosen(sectionTitle(QString(), this)),
      m_pastTheirEnd(attentionLabel(QString(), this)), m_offLists(attentionLabel(QString(), this)),
      m_matching(quietLabel(QString(), this)), m_mend(secondaryButton(QString(), this)),
      m_match(secondaryButton(tr("Match costs to placements"), this)),
      m_problemModel(new RowsModel(this)), m_childrenModel(new RowsModel(this)),
      m_problemTable(new DataTable(this)), m_childrenTable(new DataTable(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_sentence);
    column->addWidget(m_words);
    for (const auto& [words, button] :
         {std::pair(m_pastTheirEnd, m_mend), std::pair(m_matching, m_match)}) {
        auto* mending = new QHBoxLayout;
        mending->setSpacing(14);
        mending->addWidget(words, 1);
        mending->addWidget(button);
        column->addLayout(mending);
    }
    column->addWidget(m_offLists);
    connect(m_mend, &QPushButton::clicked, this, &QualityPage::mend);
    connect(m_match, &QPushButton::clicked, this, &QualityPage::matchingWanted);
    auto* row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(m_problemTable, 2);
    auto* right = new QVBoxLayout;
    m_chosen->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    right->addWidget(m_chosen);
    right->addWidget(m_childrenTable, 1);
    right->addWidget(smallLabel(tr("Press Enter to open a child."), this));
    row->addLayout(right, 1);
    column->addLayout(row, 1);
    m_problemTable->setAccessibleName(tr("What is missing"));
    m_childrenTable->setAccessibleName(tr("Children concerned"));
    m_problemModel->setColumns(
        {{tr("What is missing"),
          [this](std::size_t i) { return wording::text(m_quality.problems[i].rule->title); }},
         {tr("Children"),
          [this](std::size_t i) { return wording::count(m_quality.problems[i].rows.size()); },
          true},
         {tr("Share"),
          [this](std::size_t i) {
              return wording::percent(static_cast<double>(m_quality.problems[i].rows.size()) /
                                      static_cast<double>(m_quality.children));
          },
          true},
         {tr("What it keeps from being said"),
          [this](std::size_t i) { return wording::text(m_quality.problems[i].rule->effect); }}});
    m_childrenModel->setColumns(
        {{tr("Child"),
          [this](std::size_t i) {
              return QString::fromStdString(m_cohort->pseudonym[m_children[i]]);
          }},
         {tr("Setting"),
          [this](std::size_t i) {
              const auto setting = m_cohort->setting[m_children[i]];
              return setting ? wording::text(domain::word(*setting)) : QString();
          }},
         {tr("Assessed"), [this](std::size_t i) {
              const auto assessed = m_cohort->assessedOn[m_children[i]];
              return assessed ? wording::date(*assessed) : QString();
          }}});
    m_problemTable->setModel(m_problemModel);
    m_childrenTable->setModel(m_childrenModel);
    m_problemTable->stretch(3);
    m_childrenTable->offerOnlyMarked();
    connect(&session, &Session::selectionChanged, this, &QualityPage::followGroup);
    m_problemTable->keepWidthsAs(QStringLiteral("quality.problems"));
    m_childrenTable->keepWidthsAs(QStringLiteral("quality.children"));
    for (DataTable* table : {m_problemTable, m_childrenTable})
        connect(table, &DataTable::said, &m_session, &Session::say);
    connect(m_problemTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { showChosen(); });
    connect(m_childrenTable, &DataTable::rowActivated, this, [this](const QModelIndex& index) {
        m_session.goToChild(m_cohort->child[m_children[m_childrenModel->sourceRow(index)]]);
    });
    auto* refreshing = new WhenShown(this, [this] { refresh(); });
    connect(&session, &Session::findingsChanged, refreshing, &WhenShown::run);
    connect(&session, &Session::closed, this, &QualityPage::refresh);
    connect(&session, &Session::recordsChanged, this, [this](const store::ChangeNotice& notice) {
        if (onlyDrafts(notice))
            return;
        m_looked = false;
        m_mend->setEnabled(false); // what it would end may have ended
    });
    connect(&session, &Session::closing, this, [this] {
        m_looking.waitForFinished();
        m_looked = m_awaited = false;
    });
    connect(&m_looking, &QFutureWatcher<Found>::finished, this, [this] {
        if (!std::exchange(m_awaited, false)) // it was of a store that is closed by now
            return;
        if (!m_looked || m_lookedOn != m_session.census()) // what was found is no longer so
            return look();
        m_found = m_looking.result();
        showMending();
    });
}

QualityPage::~QualityPage()
{
    m_looking.waitForFinished();
}

void QualityPage::refresh()
{
    const int chosen = std::max(0, m_problemTable->currentIndex().row());
    m_problemModel->setRows(0);
    m_childrenModel->setMarked({});
    m_childrenModel->setRows(0);
    m_children.clear();
    m_quality = {};
    // One population for every figure here: those for whom care is paid.
    const auto whole = m_session.wholeCohort();
    m_cohort = whole ? std::make_shared<const domain::Cohort>(whole->filtered({})) : nullptr;
    look();
    if (!m_cohort)
        return;
    m_quality = analysis::dataQuality(*m_cohort);
    m_sentence->setText(wording::completeness(m_quality));
    m_words->setText(wording::countedAmong(m_quality));
    m_words->setVisible(m_quality.children > 0);
    m_problemModel->setRows(m_quality.problems.size());
    m_problemTable->fitColumns();
    if (!m_quality.problems.empty())
        m_problemTable->selectRow(
            std::min(chosen, static_cast<int>(m_quality.problems.size()) - 1));
    showChosen();
}

// Through the whole store, whatever the cohort: what was ended before the program ended its costs
// with it is mended at once.
void QualityPage::look()
{
    if (m_looking.isRunning())
        return; // and then again, where that is needed
    const std::optional<domain::Date> on =
        m_session.isOpen() ? std::optional(m_session.census()) : std::nullopt;
    if (!m_looked || on != m_lookedOn) {
        m_found = {};
        m_lookedOn = on;
        if (on) {
            const workbench::Workbench& bench = m_session.workbench();
            m_looked = true;
            m_awaited = bench.store().childCount() > kLookAtOnce;
            if (m_awaited)
                m_looking.setFuture(
                    QtConcurrent::run([&bench, on] { return lookedThrough(bench, *on); }));
            else
                m_found = lookedThrough(bench, *on);
        }
    }
    showMending();
}

void QualityPage::showMending()
{
    m_mend->setEnabled(true);
    m_offLists->setVisible(!m_found.offLists.isEmpty());
    m_offLists->setText(m_found.offLists);
    m_matching->setVisible(!m_found.matching.isEmpty());
    m_match->setVisible(!m_found.matching.isEmpty());
    m_matching->setText(m_found.matching);
    m_pastTheirEnd->setVisible(!m_found.lines.empty());
    m_mend->setVisible(!m_found.lines.empty() && !m_session.workbench().store().readOnly());
    if (m_found.lines.empty())
        return;
    const QString n = wording::count(m_found.lines.size());
    m_pastTheirEnd->setText(
        m_found.lines.size() == 1
            ? tr("A cost goes on after the placement that it is for, or the child's life, has "
                 "ended.")
            : tr("%1 costs go on after the placement that they are for, or the child's life, has "
                 "ended.")
                  .arg(n));
    m_mend->setText(m_found.lines.size() == 1
                        ? tr("End it on the day its placement ended…")
                        : tr("End these %1 on the day their placement ended…").arg(n));
}

void QualityPage::mend()
{
    constexpr std::size_t most = 8;
    QStringList shown;
    for (std::size_t i = 0; i < std::min(most, m_found.lines.size()); ++i) {
        const domain::CostLine& line = m_found.lines[i].before;
        const auto child = m_session.workbench().store().child(line.child);
        shown << tr("%1: %2, ends %3")
                     .arg(QString::fromStdString(child ? child->pseudonym : std::string()),
                          costInWords(line), wording::date(*m_found.lines[i].after->period.end));
    }
    if (m_found.lines.size() > most)
        shown << tr("and %1 more").arg(wording::count(m_found.lines.size() - most));
    shown << tr("This is one step and can be undone.");
    if (!dialogs().confirm(this, m_pastTheirEnd->text(), shown.join(QStringLiteral("\n")),
                           tr("End them")))
        return;
    const std::size_t n = m_found.lines.size();
    if (attempt(this, [this] { m_session.workbench().endLines(m_found.lines); }))
        m_session.say(n == 1 ? tr("The cost is ended.")
                             : tr("%1 costs are ended.").arg(wording::count(n)));
}

void QualityPage::followGroup()
{
    m_childrenModel->setMarked(inGroup(m_session.selection(), m_cohort.get(), m_children));
}

void QualityPage::showChosen()
{
    m_childrenModel->setMarked({});
    m_childrenModel->setRows(0);
    const QModelIndex index = m_problemTable->currentIndex();
    const analysis::QualityProblem chosen =
        index.isValid() ? m_quality.problems[m_problemModel->sourceRow(index)]
                        : analysis::QualityProblem();
    m_children = chosen.rows;
    m_chosen->setText(chosen.rule ? wording::text(chosen.rule->title) : QString());
    m_childrenModel->setRows(m_children.size());
    m_childrenTable->fitColumns();
    followGroup();
}

} // namespace twelvefold::ui
