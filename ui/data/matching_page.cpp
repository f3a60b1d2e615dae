// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/matching_page.h"

#include "common/attempt.h"
#include "common/care_words.h"
#include "common/controls.h"
#include "common/data_table.h"
#include "common/flow_layout.h"
#include "common/states.h"
#include "common/when_shown.h"
#include "data/matching_forms.h"
#include "wording/wording.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace twelvefold::ui {
namespace {

using analysis::CostMatching;
using analysis::DoubtFound;
using analysis::MatchGroup;
using domain::CostDoubt;

// In a larger store to match all costs takes longer than a person should notice.
constexpr std::size_t kMatchAtOnce = 3000; // children

// Null where the store cannot be read: whoever uses it is told of that.
std::shared_ptr<const CostMatching> matchedOn(domain::Date on, const workbench::Workbench& bench,
                                              const std::stop_token& stop)
{
    try {
        return std::make_shared<const CostMatching>(bench.costMatching(on, stop));
    } catch (const store::WorldError&) {
        return nullptr;
    }
}

QString figureOf(std::int64_t n)
{
    return wording::count(static_cast<std::uint64_t>(n));
}

QString periodInWords(const domain::Period& period)
{
    return period.end
               ? MatchingPage::tr("%1 to %2")
                     .arg(wording::date(period.start), wording::date(period.end->plusDays(-1)))
               : MatchingPage::tr("from %1").arg(wording::date(period.start));
}

bool hasOpen(const std::vector<DoubtFound>& doubts, CostDoubt doubt)
{
    return std::ranges::any_of(doubts, [&](const DoubtFound& found) {
        return !found.decided && found.matter.doubt == doubt;
    });
}

QString decidedBecause(const QString& reason, const domain::SensitiveText& why)
{
    return why.empty() ? reason
                       : MatchingPage::tr("%1 Decided: “%2”")
                             .arg(reason, QString::fromStdString(why.reveal()));
}

QString reasonsInWords(const std::vector<DoubtFound>& doubts, const analysis::LineMatch* line)
{
    QStringList reasons;
    for (const DoubtFound& found : doubts)
        reasons << decidedBecause(wording::text(found.reason), found.why);
    if (line != nullptr && line->group == MatchGroup::decided &&
        (reasons.isEmpty() || !line->whyChosen.empty()))
        reasons << decidedBecause(MatchingPage::tr("A person said which placement it pays for."),
                                  line->whyChosen);
    return reasons.join(QLatin1Char(' '));
}

} // namespace

MatchingPage::MatchingPage(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_stack(new QStackedWidget(this)),
      m_nothing(new EmptyState), m_sentence(sentenceLabel(QString(), this)),
      m_words(quietLabel(QString(), this)), m_chosen(sectionTitle(QString(), this)),
      m_onlyRunning(new QCheckBox(this)),
      m_payFor(secondaryButton(tr("Pays for another placement…"), this)),
      m_right(secondaryButton(tr("Right as it is…"), this)),
      m_again(secondaryButton(tr("Doubt again"), this)), m_kindModel(new RowsModel(this)),
      m_rowModel(new RowsModel(this)), m_kindTable(new DataTable(this)),
      m_rowTable(new DataTable(this)), m_working(new WhenShown(this, [this] { work(); }))
{
    addTables();
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_sentence);
    column->addWidget(m_words);
    auto* row = new QHBoxLayout;
    row->setSpacing(24);
    auto* left = new QVBoxLayout;
    left->addWidget(m_kindTable, 1);
    left->addWidget(m_onlyRunning);
    row->addLayout(left, 1);
    auto* right = new QVBoxLayout;
    m_chosen->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    right->addWidget(m_chosen);
    right->addWidget(m_rowTable, 1);
    right->addWidget(smallLabel(tr("Press Enter to open a child."), this));
    auto* buttons = new FlowLayout(nullptr, Qt::AlignRight);
    for (QPushButton* button : {m_payFor, m_right, m_again})
        buttons->addWidget(button);
    right->addLayout(buttons);
    row->addLayout(right, 2);
    column->addLayout(row, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(m_nothing);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);

    connect(m_payFor, &QPushButton::clicked, this, &MatchingPage::payForAnother);
    connect(m_right, &QPushButton::clicked, this, &MatchingPage::callRight);
    connect(m_again, &QPushButton::clicked, this, &MatchingPage::doubtAgain);
    connect(m_onlyRunning, &QCheckBox::toggled, this, &MatchingPage::showMatching);
    connect(m_nothing, &EmptyState::acted, this, &MatchingPage::bringInWanted);
    connect(&session, &Session::findingsChanged, m_working, &WhenShown::run);
    connect(&session, &Session::workingChanged, this, [this] {
        offerDecisions();
        m_working->run();
    });
    connect(&session, &Session::recordsChanged, this, [this](const store::ChangeNotice& notice) {
        if (onlyDrafts(notice))
            return;
        m_outdated = true;
        m_working->run();
    });
    connect(&session, &Session::opened, this, [this] {
        m_outdated = true;
        m_working->run();
    });
    connect(&session, &Session::closing, this, [this] {
        m_stop.request_stop();
        m_matcher.waitForFinished();
        m_outdated = true;
        take(nullptr);
    });
    connect(&m_matcher, &QFutureWatcher<Matching>::finished, this, [this] {
        if (!m_session.isOpen() || m_stop.stop_requested())
            return; // it was of a store that is closed by now
        take(m_matcher.result());
        m_working->run(); // and again, where the records have changed meanwhile
    });
    take(nullptr);
}

MatchingPage::~MatchingPage()
{
    m_stop.request_stop();
    m_matcher.waitForFinished();
}

void MatchingPage::addTables()
{
    m_kindTable->setAccessibleName(tr("How costs are matched"));
    m_rowTable->setAccessibleName(tr("Costs and placements"));
    m_kindModel->setColumns(kindColumns());
    m_rowModel->setColumns(rowColumns());
    m_kindTable->setModel(m_kindModel);
    m_rowTable->setModel(m_rowModel);
    m_kindTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_kindTable->stretch(0);
    m_rowTable->wrap(4, {2, 3});
    m_kindTable->keepWidthsAs(QStringLiteral("matching.kinds"));
    m_rowTable->keepWidthsAs(QStringLiteral("matching.rows"));
    for (DataTable* table : {m_kindTable, m_rowTable})
        connect(table, &DataTable::said, &m_session, &Session::say);
    connect(m_kindTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MatchingPage::showChosen);
    connect(m_rowTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MatchingPage::offerDecisions);
    connect(m_rowTable, &DataTable::rowActivated, this, [this](const QModelIndex& index) {
        m_session.goToChild(m_rows[m_rowModel->sourceRow(index)].child());
    });
    m_rowTable->offerFirst([this](QMenu& menu) {
        for (const QPushButton* button : {m_payFor, m_right, m_again}) {
            if (button->isEnabled())
                menu.addAction(button->text(), button, &QPushButton::click);
        }
    });
}

std::vector<RowsModel::Column> MatchingPage::kindColumns() const
{
    return {{tr("How they are matched"), [this](std::size_t i) { return m_kinds[i].title; }},
            {tr("Number"), [this](std::size_t i) { return figureOf(m_kinds[i].count); }, true,
             [this](std::size_t i) { return static_cast<double>(m_kinds[i].count); }},
            {tr("A week"),
             [this](std::size_t i) {
                 const auto weekly = m_kinds[i].weekly;
                 return weekly ? wording::roundPounds(weekly->inPounds()) : QString();
             },
             true,
             [this](std::size_t i) -> std::optional<double> {
                 const auto weekly = m_kinds[i].weekly;
                 return weekly ? std::optional(weekly->inPounds()) : std::nullopt;
             }}};
}

std::vector<RowsModel::Column> MatchingPage::rowColumns() const
{
    const auto row = [this](std::size_t i) -> const Row& { return m_rows[i]; };
    return {
        {tr("Child"),
         [this, row](std::size_t i) {
             const auto found = m_pseudonyms.find(row(i).child());
             return found == m_pseudonyms.end() ? QString() : found->second;
         }},
        {tr("A week"),
         [row](std::size_t i) {
             const auto weekly = row(i).weekly();
             if (!weekly)
                 return QString();
             return row(i).line ? wording::money(*weekly)
                                : tr("about %1").arg(wording::roundPounds(weekly->inPounds()));
         },
         true,
         [row](std::size_t i) -> std::optional<double> {
             const auto weekly = row(i).weekly();
             return weekly ? std::optional(weekly->inPounds()) : std::nullopt;
         }},
        {tr("Cost"),
         [row](std::size_t i) {
             if (!row(i).line)
                 return tr("none");
             return tr("%1, %2").arg(wording::text(domain::word(row(i).line->line.component)),
                                     periodInWords(row(i).line->line.period));
         }},
        {tr("Placement"), [this, row](std::size_t i) { return placementOf(row(i)); }},
        {tr("Why look"),
         [row](std::size_t i) { return reasonsInWords(row(i).doubts(), row(i).line); }},
    };
}

QString MatchingPage::placementOf(const Row& row) const
{
    if (row.line && !row.line->placement)
        return tr("none");
    const analysis::PlacementMatched& placement =
        row.line ? *row.line->placement : row.unpaid->placement;
    return tr("%1, %2").arg(
        placeInWords(placement.setting,
                     QString::fromStdString(m_matching->nameOf(placement.provider))),
        periodInWords(placement.period));
}

void MatchingPage::work()
{
    if (!m_session.isOpen() || m_session.working() || m_matcher.isRunning())
        return;
    const domain::Date census = m_session.census();
    if (!m_outdated && m_matching && m_matching->on == census)
        return;
    m_outdated = false;
    m_stop = {};
    const workbench::Workbench& bench = m_session.workbench();
    if (bench.store().childCount() > kMatchAtOnce)
        m_matcher.setFuture(QtConcurrent::run([census, &bench, stop = m_stop.get_token()] {
            return matchedOn(census, bench, stop);
        }));
    else
        take(matchedOn(census, bench, m_stop.get_token()));
}

void MatchingPage::take(Matching matching)
{
    m_rowModel->setRows(0);
    m_kindModel->setRows(0);
    m_rows.clear();
    m_kinds.clear();
    m_pseudonyms.clear();
    m_matching = std::move(matching);
    if (m_matching) {
        for (const auto& [id, child] : m_session.workbench().store().allChildren())
            m_pseudonyms.emplace(id, QString::fromStdString(child.pseudonym));
    }
    showMatching();
}

std::vector<MatchingPage::Kind> MatchingPage::kindsFound() const
{
    std::vector<Kind> kinds;
    const auto add = [&](const QString& title, const auto& isOfIt) {
        Kind kind{title, {}, 0, domain::Money()};
        const auto take = [&](const Row& row) {
            if ((m_onlyRunning->isChecked() && !row.runs()) || !isOfIt(row))
                return;
            kind.rows.push_back(row);
            ++kind.count;
            if (row.runs())
                *kind.weekly += row.weekly().value_or(domain::Money());
        };
        for (const analysis::LineMatch& line : m_matching->lines)
            take({&line, nullptr});
        for (const analysis::UnpaidPlacement& unpaid : m_matching->unpaid)
            take({nullptr, &unpaid});
        kinds.push_back(std::move(kind));
    };
    const auto isIn = [](MatchGroup group) {
        return [group](const Row& row) { return row.line && row.line->group == group; };
    };
    add(wording::text(analysis::word(MatchGroup::doubtful)), isIn(MatchGroup::doubtful));
    for (const auto& named : domain::allOf<CostDoubt>()) {
        add(tr("– %1").arg(wording::text(named.word)), [&](const Row& row) {
            return isIn(MatchGroup::doubtful)(row) && hasOpen(row.doubts(), named.value);
        });
        if (kinds.back().count == 0)
            kinds.pop_back();
    }
    add(wording::text(analysis::word(MatchGroup::unmatched)), isIn(MatchGroup::unmatched));
    add(tr("Placements without a core cost"),
        [](const Row& row) { return row.unpaid && !row.unpaid->decided; });
    add(wording::text(analysis::word(MatchGroup::decided)), [&](const Row& row) {
        return isIn(MatchGroup::decided)(row) || (row.unpaid && row.unpaid->decided);
    });
    for (const MatchGroup group : {MatchGroup::matched, MatchGroup::ownCost}) {
        const analysis::MatchTally& tally = m_matching->of(group);
        kinds.push_back({wording::text(analysis::word(group)),
                         {},
                         m_onlyRunning->isChecked() ? tally.running : tally.lines,
                         tally.weekly});
    }
    return kinds;
}

void MatchingPage::showMatching()
{
    const QString chosen = m_chosenKind;
    m_rowModel->setRows(0);
    m_kindModel->setRows(0);
    m_rows.clear();
    m_kinds.clear();
    const bool isEmpty =
        !m_matching || (m_matching->unpaid.empty() &&
                        std::ranges::all_of(m_matching->tallies,
                                            [](const auto& tally) { return tally.lines == 0; }));
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty) {
        m_nothing->say(m_matching || !m_session.isOpen() ? tr("No costs yet")
                                                         : tr("Matching costs to placements"),
                       m_matching ? tr("Bring in what finance pays, and each cost is matched to "
                                       "the placement that it pays for.")
                                  : QString(),
                       m_matching ? tr("Bring in files…") : QString());
        return offerDecisions();
    }
    m_kinds = kindsFound();
    m_sentence->setText(wording::matchedCosts(*m_matching));
    const QString day = wording::date(m_matching->on);
    m_words->setText(
        m_matching->costsSince
            ? tr("A week is of what runs on %1, which is listed first. Nothing is known of costs "
                 "before %2.")
                  .arg(day, wording::date(*m_matching->costsSince))
            : tr("No core cost is recorded up to %1.").arg(day));
    m_onlyRunning->setText(tr("Only what runs on %1").arg(day));
    m_kindModel->setRows(m_kinds.size());
    m_kindTable->fitColumns();
    const auto same = std::ranges::find(m_kinds, chosen, &Kind::title);
    m_kindTable->selectRow(same == m_kinds.end() ? 0 : static_cast<int>(same - m_kinds.begin()));
    showChosen();
    // What was decided is gone from its group: the one behind it comes next, and no button has the
    // keyboard, so that nothing is decided that nobody has looked at.
    const int next = std::exchange(m_next, -1);
    if (next >= 0) {
        if (same != m_kinds.end() && !m_rows.empty())
            m_rowTable->selectRow(std::min(next, static_cast<int>(m_rows.size()) - 1));
        m_rowTable->setFocus();
    }
}

void MatchingPage::showChosen()
{
    const QModelIndex index = m_kindTable->currentIndex();
    m_rowModel->setRows(0);
    m_rows.clear();
    m_chosen->clear();
    if (index.isValid()) {
        const Kind& kind = m_kinds[m_kindModel->sourceRow(index)];
        m_chosenKind = kind.title;
        m_rows = kind.rows;
        m_chosen->setText(kind.rows.empty() && kind.count > 0
                              ? tr("%1: nothing to decide").arg(kind.title)
                              : kind.title);
    }
    m_rowModel->setRows(m_rows.size());
    m_rowTable->fitColumns();
    if (!m_rows.empty())
        m_rowTable->selectRow(0);
    offerDecisions();
}

std::vector<MatchingPage::Row> MatchingPage::chosenRows() const
{
    std::vector<Row> rows;
    for (const QModelIndex& index : m_rowTable->selectionModel()->selectedRows())
        rows.push_back(m_rows[m_rowModel->sourceRow(index)]);
    return rows;
}

QString MatchingPage::whyNot() const
{
    if (!m_session.isOpen() || m_session.working())
        return tr("This can be decided when the job under way has ended.");
    return m_session.workbench().store().readOnly() ? tr("This store is open for reading only.")
                                                    : QString();
}

void MatchingPage::offerDecisions()
{
    const std::vector<Row> rows = whyNot().isEmpty() ? chosenRows() : std::vector<Row>();
    const auto isDecided = [](const Row& row) {
        return row.line ? row.line->group == MatchGroup::decided : row.unpaid->decided;
    };
    m_payFor->setEnabled(rows.size() == 1 && rows.front().line);
    m_right->setEnabled(!rows.empty() && std::ranges::none_of(rows, isDecided));
    m_again->setEnabled(!rows.empty() && std::ranges::all_of(rows, isDecided));
}

std::vector<workbench::DoubtOfChild> MatchingPage::doubtsChosen() const
{
    std::vector<workbench::DoubtOfChild> doubts;
    for (const Row& row : chosenRows()) {
        for (const DoubtFound& found : row.doubts())
            doubts.push_back({row.child(), found.matter});
        if (row.line && row.doubts().empty()) // a person chose its placement
            doubts.push_back({row.child(), {std::nullopt, row.line->line.id}});
    }
    return doubts;
}

void MatchingPage::payForAnother()
{
    if (const QString why = whyNot(); !why.isEmpty())
        return m_session.say(why);
    const std::vector<Row> rows = chosenRows();
    if (!m_payFor->isEnabled())
        return m_session.say(tr("Choose one cost in the table first."));
    m_next = m_rowTable->currentIndex().row();
    (new PaysForForm(m_session, *rows.front().line, this))->open();
}

void MatchingPage::callRight()
{
    if (const QString why = whyNot(); !why.isEmpty())
        return m_session.say(why);
    if (!m_right->isEnabled())
        return m_session.say(tr("Choose what is doubtful in the table first."));
    m_next = m_rowTable->currentIndex().row();
    const std::vector<Row> rows = chosenRows();
    const QString title =
        rows.size() > 1 ? tr("%1 costs or placements").arg(wording::count(rows.size()))
                        : tr("%1: %2").arg(m_pseudonyms.at(rows.front().child()),
                                           rows.front().line ? costInWords(rows.front().line->line)
                                                             : placementOf(rows.front()));
    (new RightAsItIsForm(m_session, title, doubtsChosen(), this))->open();
}

void MatchingPage::doubtAgain()
{
    if (const QString why = whyNot(); !why.isEmpty())
        return m_session.say(why);
    if (!m_again->isEnabled())
        return m_session.say(tr("Choose what was decided in the table first."));
    m_next = m_rowTable->currentIndex().row();
    attempt(this, [this] {
        const auto done = m_session.workbench().doubtAgain(doubtsChosen());
        m_session.say(done ? tr("What was decided is taken back.") : wording::text(done.failure()));
    });
}

} // namespace twelvefold::ui
