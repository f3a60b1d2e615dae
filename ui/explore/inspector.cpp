// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/inspector.h"

#include "analysis/analyse.h"
#include "analysis/findings/figure_traces.h"
#include "analysis/findings/told.h"
#include "common/children_of_cohort.h"
#include "explore/inspector_sheet.h"
#include "wording/wording.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace twelvefold::ui {
namespace {

// Up to here a group is analysed while one looks on; beyond, the window would wait.
constexpr std::size_t kQuickGroup = 2000;
// The same of the model that tells a pair's gap apart.
constexpr std::size_t kQuickCohort = 20'000;

QString pseudonymAt(const domain::Cohort& cohort, std::size_t row)
{
    return QString::fromStdString(cohort.pseudonym[row]);
}

QString weekly(const domain::Cohort& cohort, std::size_t row)
{
    const auto cost = cohort.weeklyCost.at(row);
    return cost ? wording::pounds(*cost) : Inspector::tr("no cost");
}

// "13 years · Children's home"
QString inShort(const domain::Cohort& cohort, std::size_t row)
{
    QStringList parts;
    if (const auto age = cohort.age.at(row))
        parts << (*age == 1 ? Inspector::tr("1 year")
                            : Inspector::tr("%1 years").arg(wording::number(*age, 0)));
    parts << (cohort.setting[row] ? wording::text(domain::word(*cohort.setting[row]))
                                  : Inspector::tr("No placement"));
    return parts.join(QStringLiteral(" · "));
}

// "£856 (£594 to £1,118)"
QString ranged(double pounds, double lower, double upper)
{
    return Inspector::tr("%1 (%2 to %3)")
        .arg(wording::roundPounds(pounds), wording::roundPounds(lower),
             wording::roundPounds(upper));
}

// "+£120.00": what a part adds to a cost or takes from it.
QString moreOrLess(domain::Money amount)
{
    return amount > domain::Money() ? Inspector::tr("+%1").arg(wording::money(amount))
                                    : wording::money(amount);
}

QString howMany(std::size_t n)
{
    return n == 1 ? Inspector::tr("1 child") : Inspector::tr("%1 children").arg(wording::count(n));
}

// Between what most of the kind cost at such a need; or why that cannot be said.
void sayOfKind(InspectorSheet& sheet, const analysis::PaidCare& care,
               const analysis::PaidChild& child, const InspectorSheet::Explain& explain)
{
    if (child.lower && child.upper)
        sheet.line(Inspector::tr("Usual within the kind"),
                   Inspector::tr("%1 to %2")
                       .arg(wording::roundPounds(*child.lower), wording::roundPounds(*child.upper)),
                   false, explain);
    for (const analysis::WithinKind& kind : care.kinds) {
        if (kind.kind != child.kind)
            continue;
        if (kind.n < analysis::kFewToTell)
            sheet.note(Inspector::tr("What is usual rests on %1 in %2 only, so placement and price "
                                     "are rough.")
                           .arg(howMany(kind.n), wording::text(domain::word(kind.kind))));
        if (kind.doubt)
            sheet.note(wording::text(*kind.doubt));
    }
}

} // namespace

Inspector::Inspector(Session& session, QWidget* parent)
    : Panel(parent), m_session(session), m_holder(new QWidget(this))
{
    setAccessibleName(tr("What is selected"));
    column()->setContentsMargins(16, 14, 8, 14);
    auto* holding = new QVBoxLayout(m_holder);
    holding->setContentsMargins(0, 0, 0, 0);
    QScrollArea* area = scrolling(m_holder, this);
    column()->addWidget(area, 1);
    connect(&m_session, &Session::selectionChanged, this, [this, area] {
        renew();
        area->verticalScrollBar()->setValue(0); // of whoever is chosen next, from the beginning
    });
    connect(&m_session, &Session::findingsChanged, this, &Inspector::renew);
    connect(&m_session, &Session::findingsRefined, this, &Inspector::sayBandHeld);
    connect(&m_session, &Session::standingChanged, this, &Inspector::sayBandHeld);
    connect(&m_session, &Session::closed, this, &Inspector::renew);
    renew();
}

void Inspector::renew()
{
    const auto cohort = m_session.cohort();
    const auto findings = m_session.findings();
    const auto rows = cohort ? rowsOf(m_session.selection(), *cohort) : std::vector<std::size_t>();
    const bool nobody = rows.empty() && findings && askedOfSelection().empty();
    // Need over time hangs on the reliability, and so does the worklist.
    const auto ofAll = nobody ? cohort : nullptr;
    const auto worklist = nobody ? findings->worklist : nullptr;
    if (ofAll && ofAll == m_ofAll && worklist == m_worklistOfAll)
        return;
    m_ofAll = ofAll;
    m_worklistOfAll = worklist;
    // Made where it stays: every change of place would style each of its labels once more.
    auto* sheet = new InspectorSheet(m_holder);
    if (cohort && findings)
        write(*sheet, rows);
    const bool hadFocus = m_sheet != nullptr && m_sheet->isAncestorOf(QApplication::focusWidget());
    m_holder->layout()->addWidget(sheet);
    sheet->show();
    if (hadFocus)
        keepFocus(*sheet);
    // The one before may be the sender of the signal that brought us here.
    if (m_sheet != nullptr) {
        m_sheet->hide();
        m_sheet->deleteLater();
    }
    m_sheet = sheet;
}

void Inspector::write(InspectorSheet& sheet, const std::vector<std::size_t>& rows)
{
    if (rows.empty() && !askedOfSelection().empty())
        showNotCompared(sheet);
    else if (rows.empty())
        showNothing(sheet);
    else if (rows.size() == 1)
        showChild(sheet, rows.front());
    else if (m_session.selection().kind == Selection::Kind::pair)
        showPair(sheet, rows[0], rows[1]);
    else
        showGroup(sheet, rows);
}

void Inspector::showNothing(InspectorSheet& sheet)
{
    const analysis::CohortSummary& summary = m_session.findings()->cohort;
    const analysis::RecordedSpend& spend = m_session.findings()->spend;
    addWorklist(sheet);
    sheet.quiet(tr("All children in force"));
    sheet.figure(wording::spend(spend.weekly, wording::largeMoney),
                 spend.isWhole() ? tr("a week") : tr("a week at least"),
                 explained(tr("Spend a week"), [](const domain::Cohort& cohort) {
                     return analysis::traceOfSpend(cohort);
                 }));
    if (!spend.isWhole() && spend.weekly > 0)
        sheet.note(wording::spendTold(spend, wording::Per::week));
    sheet.line(tr("Children"), wording::count(summary.n));
    if (summary.medianCost)
        sheet.line(tr("Median weekly cost"), wording::pounds(*summary.medianCost), false,
                   explained(tr("Median weekly cost"), [](const domain::Cohort& cohort) {
                       return analysis::traceOfMedianCost(cohort);
                   }));
    if (summary.medianNeed)
        sheet.line(tr("Median need"), wording::number(*summary.medianNeed, 0), false,
                   explained(tr("Median need"), [](const domain::Cohort& cohort) {
                       return analysis::traceOfMedianNeed(cohort);
                   }));
    addNeedChange(sheet);
    sheet.section(tr("Median weekly cost by setting"));
    for (const analysis::SettingSummary& each : summary.settings) {
        const QString name =
            each.setting ? wording::text(domain::word(*each.setting)) : tr("No placement");
        sheet.marked(each.setting, name,
                     each.median ? wording::roundPounds(*each.median) : QString(), false,
                     explained(tr("Median weekly cost: %1").arg(name),
                               [setting = each.setting](const domain::Cohort& cohort) {
                                   return analysis::traceOfMedianCost(cohort, setting);
                               }));
    }
    sheet.space(8);
    sheet.note(
        tr("Choose a mark, a connector or a row to see why a child's care costs what it does. "
           "Drag a rectangle to choose several."));
}

void Inspector::addNeedChange(InspectorSheet& sheet)
{
    const analysis::NeedChange& change = m_session.findings()->change;
    sheet.section(tr("Need over time"));
    if (change.then && change.now)
        sheet.line(
            tr("Mean total need, then and now"),
            tr("%1 → %2").arg(wording::number(*change.then, 1), wording::number(*change.now, 1)),
            false, explained(tr("Need over time"), [this](const domain::Cohort&) {
                return m_session.findings()->change.trace;
            }));
    for (const QString& sentence : wording::needChange(change))
        sheet.note(sentence);
    addTraceLink(sheet, tr("Need over time"), wording::traceLines(change.trace));
}

void Inspector::showChild(InspectorSheet& sheet, std::size_t row)
{
    const domain::Cohort& cohort = *m_session.cohort();
    addWayBack(sheet);
    sheet.marked(cohort.setting[row], pseudonymAt(cohort, row), inShort(cohort, row));
    if (cohort.weeklyCost.at(row))
        sheet.figure(weekly(cohort, row), tr("a week"), costExplained(row));
    else
        sheet.figure(weekly(cohort, row));
    addQuestions(sheet, cohort.child[row]);
    addAmounts(sheet, row);
    addExpected(sheet, row);
    sheet.section(tr("Needs"));
    if (const auto total = cohort.needTotal.at(row))
        sheet.line(tr("Total need"), wording::number(*total, *total == std::floor(*total) ? 0 : 1),
                   false, needExplained(row));
    else
        sheet.note(tr("There is no complete assessment."));
    sheet.profile(cohort, row);
    sheet.buttons({{tr("Open %1").arg(pseudonymAt(cohort, row)),
                    [this, child = cohort.child[row]] { m_session.goToChild(child); }}});
}

// What is paid for a child, and what it goes with.
void Inspector::addAmounts(InspectorSheet& sheet, std::size_t row)
{
    const auto care = m_session.findings()->paidCare;
    if (!care || care->undefined)
        return;
    sheet.section(tr("What the cost goes with"));
    const analysis::PaidChild* child = care->of(m_session.cohort()->child[row]);
    if (child == nullptr) {
        sheet.note(tr("Need, placement and price are told of children in paid care whose need and "
                      "cost are known."));
        return;
    }
    const analysis::Amounts& amounts = child->amounts;
    sheet.steps(amounts);
    const QString kind = wording::text(domain::word(child->kind));
    const QString usual = wording::money(amounts.need + amounts.placement);
    const auto trace = [this, care](const QString& title, const QString& first) {
        return [this, care, title, first] {
            emit traceWanted(title, QStringList{first} + wording::traceLines(care->trace));
        };
    };
    const QString need =
        wording::number(child->total, child->total == std::floor(child->total) ? 0 : 1);
    const QString needWords =
        child->age ? tr("Children with a total need of %1, aged %2, cost %3 a week on average, "
                        "wherever they live.")
                         .arg(need, wording::number(*child->age, 0), wording::money(amounts.need))
                   : tr("Children with a total need of %1 cost %2 a week on average, wherever "
                        "they live.")
                         .arg(need, wording::money(amounts.need));
    sheet.line(tr("Need"), wording::money(amounts.need), false, trace(tr("Need"), needWords));
    sheet.line(
        tr("Kind of placement"), moreOrLess(amounts.placement), false,
        trace(tr("Kind of placement"), tr("At that need, %1 costs %2 a week; need leads to %3.")
                                           .arg(kind, usual, wording::money(amounts.need))));
    sheet.line(tr("Price"), moreOrLess(amounts.price), false,
               trace(tr("Price"), tr("%1 a week is paid; at that need, %2 costs %3.")
                                      .arg(wording::money(amounts.spend), kind, usual)));
    sheet.line(tr("Together, what is paid"), wording::money(amounts.spend), true,
               costExplained(row));
    sayOfKind(sheet, *care, *child,
              trace(tr("Usual within the kind"),
                    tr("%1 of children in %2 are expected to cost so much at such a need.")
                        .arg(wording::percent(m_session.findings()->options.coverage), kind)));
}

void Inspector::addExpected(InspectorSheet& sheet, std::size_t row)
{
    const analysis::Findings& findings = *m_session.findings();
    const analysis::ExpectedCost* expected = findings.expectedCostOf(row);
    if (expected == nullptr || !expected->expected) {
        sheet.note(
            expected == nullptr
                ? tr("An expected cost needs both a complete assessment and a weekly cost.")
                : tr("There is no other child with both, to say what such needs cost elsewhere."));
        return;
    }
    const analysis::ComparatorsTold comparators =
        analysis::comparatorsTold(*m_session.cohort(), findings, *expected);
    sheet.text(wording::expectedTold(*expected, comparators, findings.options.tolerance));
    sheet.section(tr("Expected cost"));
    sheet.line(tr("Comparators' median"), wording::pounds(*expected->expected), false,
               expectedExplained(row));
    if (expected->lowerQuartile && expected->upperQuartile)
        sheet.line(tr("Middle half"),
                   tr("%1 to %2")
                       .arg(wording::roundPounds(*expected->lowerQuartile),
                            wording::roundPounds(*expected->upperQuartile)),
                   false, expectedExplained(row));
    if (expected->lower && expected->upper)
        sheet.line(tr("%1 range, of any kind").arg(wording::percent(findings.options.coverage)),
                   tr("%1 to %2")
                       .arg(wording::roundPounds(*expected->lower),
                            wording::roundPounds(*expected->upper)),
                   false, expectedExplained(row));
    addBandHeld(sheet);
    sheet.note(wording::comparatorsAre(comparators) + QLatin1Char(' ') +
               tr("The child's own page goes by the levels in its form and counts those whose cost "
                  "is not known too, so it may name others."));
    sheet.note(wording::asScored(*m_session.cohort(), row));
    if (!expected->comparators.empty())
        sheet.link(tr("Show the comparators"), [this, row] {
            const auto found = m_session.findings();
            const auto* again = found ? found->expectedCostOf(row) : nullptr;
            if (again == nullptr)
                return;
            std::vector<std::size_t> rows{row};
            rows.insert(rows.end(), again->comparators.begin(), again->comparators.end());
            m_session.select(selectionOf(rows, *m_session.cohort()));
        });
    addTraceLink(sheet, tr("The line and its band"), wording::traceLines(findings.line.trace));
}

// Whether the band keeps its word: tried out on children who were left out of making it.
void Inspector::addBandHeld(InspectorSheet& sheet)
{
    const analysis::RobustLine& line = m_session.findings()->line;
    if (!line.slope)
        return;
    m_bandHeld = sheet.line(tr("It holds, of children tried"), QStringLiteral(" "), false,
                            explained(tr("The line and its band"), [this](const domain::Cohort&) {
                                return m_session.findings()->line.trace;
                            }));
    sayBandHeld();
}

void Inspector::sayBandHeld()
{
    const auto findings = m_session.findings();
    if (!m_bandHeld || !findings)
        return;
    const auto& held = findings->line.bandHeld;
    m_bandHeld->say(held                                                ? wording::percent(*held)
                    : m_session.has(analysis::Refinement::bandCoverage) ? tr("too few to say")
                    : m_session.standing() == Standing::stopped         ? tr("not worked out")
                                                                        : tr("refining…"));
}

void Inspector::showPair(InspectorSheet& sheet, std::size_t dearer, std::size_t cheaper)
{
    const domain::Cohort& cohort = *m_session.cohort();
    const analysis::Findings& findings = *m_session.findings();
    const auto costA = cohort.weeklyCost.at(dearer);
    const auto costB = cohort.weeklyCost.at(cheaper);
    sheet.quiet(tr("Pair · similar need, different cost"));
    if (costA && costB && *costB > 0)
        sheet.figure(
            tr("%1 times").arg(wording::number(*costA / *costB, *costA / *costB < 99.95 ? 1 : 0)),
            {},
            explained(
                tr("%1 and %2").arg(pseudonymAt(cohort, dearer), pseudonymAt(cohort, cheaper)),
                [this, dearer, cheaper](const domain::Cohort& of) {
                    return analysis::traceOf(
                        of, *m_session.findings(),
                        analysis::pairOf(of, m_session.options(), dearer, cheaper));
                }));
    for (const std::size_t row : {dearer, cheaper})
        sheet.marked(cohort.setting[row], pseudonymAt(cohort, row), weekly(cohort, row), true,
                     costExplained(row));
    sheet.space(6);
    sheet.profile(cohort, dearer, cheaper);
    for (const std::size_t row : {dearer, cheaper}) {
        if (analysis::isStale(cohort, row))
            sheet.note(tr("%1: %2").arg(pseudonymAt(cohort, row), wording::asScored(cohort, row)));
    }
    addExplained(sheet, dearer, cheaper);

    sheet.section(tr("What differs"));
    const auto found = wording::differences(cohort, dearer, cheaper, m_session.filter().costs);
    for (const wording::Difference& difference : found)
        sheet.line(difference.words, difference.figure);
    sheet.note(found.empty() ? tr("Nothing that is recorded tells these two apart.")
                             : tr("The dearer child first. What is recorded, not why."));
    addTraceLink(sheet, tr("Similar need, different cost"),
                 wording::traceLines(findings.similarNeed.trace));
    const auto open = [this, &cohort](std::size_t row) {
        return std::pair(tr("Open %1").arg(pseudonymAt(cohort, row)),
                         std::function<void()>(
                             [this, child = cohort.child[row]] { m_session.goToChild(child); }));
    };
    sheet.buttons({open(dearer), open(cheaper)});
}

// The gap in pounds, told apart by what goes along with cost.
void Inspector::addExplained(InspectorSheet& sheet, std::size_t dearer, std::size_t cheaper)
{
    const auto cohort = m_session.cohort();
    const double costA = cohort->weeklyCost.at(dearer).value_or(0);
    const double costB = cohort->weeklyCost.at(cheaper).value_or(0);
    if (!(costA > 0 && costB > 0) || cohort->size() > kQuickCohort)
        return;
    if (m_explained != cohort) {
        m_explainer = std::make_unique<analysis::PairExplainer>(*cohort);
        m_explained = cohort;
    }
    const analysis::PairExplained explained =
        m_explainer->explain({dearer, cheaper, 0, costA, costB, costA / costB});
    sheet.section(tr("What goes along with the gap"));
    if (explained.undefined) {
        sheet.note(wording::text(*explained.undefined));
        return;
    }
    const auto opens = [this](const QString& title, const QStringList& lines) {
        return [this, title, lines] { emit traceWanted(title, lines); };
    };
    sheet.line(tr("The gap"), tr("%1 a week").arg(wording::roundPounds(costA - costB)), true,
               opens(tr("What goes along with the gap"), wording::traceLines(explained.trace)));
    for (const analysis::ExplainedPart& part : explained.parts) {
        if (std::abs(part.pounds) < 0.5)
            continue;
        sheet.line(wording::driverName(part.kinds), ranged(part.pounds, *part.lower, *part.upper),
                   false,
                   opens(tr("The gap: %1").arg(wording::driverName(part.kinds)),
                         wording::traceLines(traceOf(explained, part))));
    }
    if (explained.unexplained && explained.lower && explained.upper)
        sheet.line(tr("Nothing recorded"),
                   ranged(*explained.unexplained, *explained.lower, *explained.upper), true,
                   opens(tr("The gap: nothing recorded"),
                         QStringList(wording::unexplainedGap(explained)) +
                             wording::traceLines(traceOfUnexplained(explained))));
    sheet.note(tr("With 95 % intervals. What differs along with cost among all children, not why "
                  "these two differ."));
    addTraceLink(sheet, tr("What goes along with the gap"), wording::traceLines(explained.trace));
}

void Inspector::showGroup(InspectorSheet& sheet, const std::vector<std::size_t>& rows)
{
    addWayBack(sheet);
    sheet.quiet(tr("Group"));
    sheet.figure(howMany(rows.size()));
    addQuestionsOfGroup(sheet);
    const bool quick = rows.size() <= kQuickGroup;
    const QStringList trace = quick ? addGroupFigures(sheet, rows) : QStringList();
    if (!quick)
        sheet.note(
            tr("A group this large is worked out when it is all that is compared: narrow the "
               "settings or ages on the left."));

    const domain::Cohort& cohort = *m_session.cohort();
    std::vector<std::size_t> byCost = rows;
    std::ranges::stable_sort(byCost, std::greater<>(), [&](std::size_t row) {
        return cohort.weeklyCost.at(row).value_or(-1);
    });
    constexpr std::size_t kListed = 8;
    sheet.section(rows.size() > kListed ? tr("The dearest %1").arg(kListed) : tr("Children"));
    for (std::size_t i = 0; i < byCost.size() && i < kListed; ++i)
        sheet.marked(cohort.setting[byCost[i]], pseudonymAt(cohort, byCost[i]),
                     weekly(cohort, byCost[i]), false);
    addTraceLink(sheet, tr("What goes with need, in this group"), trace);
}

// The same analysis as of everybody, of these children alone; how it was worked out.
QStringList Inspector::addGroupFigures(InspectorSheet& sheet, const std::vector<std::size_t>& rows)
{
    analysis::Options options = m_session.options();
    options.bootstrapReplicates = 0;
    options.chanceDraws = 0;
    const auto group = std::make_shared<const domain::Cohort>(m_session.cohort()->rows(rows));
    const analysis::Findings found = analysis::analyse(*group, options);
    const analysis::RecordedSpend spend = analysis::recordedSpend(
        *group, m_session.findings()->paidCare.get(), m_session.options().seed);
    sheet.line(spend.isWhole() ? tr("Spend a week") : tr("Spend a week at least"),
               wording::spend(spend.weekly, wording::pounds), false,
               explained(
                   tr("Spend a week"),
                   [](const domain::Cohort& cohort) { return analysis::traceOfSpend(cohort); },
                   group));
    if (!spend.isWhole() && spend.weekly > 0)
        sheet.note(wording::spendTold(spend, wording::Per::week));
    if (found.cohort.medianCost)
        sheet.line(
            tr("Median weekly cost"), wording::pounds(*found.cohort.medianCost), false,
            explained(
                tr("Median weekly cost"),
                [](const domain::Cohort& cohort) { return analysis::traceOfMedianCost(cohort); },
                group));
    if (found.cohort.medianNeed)
        sheet.line(
            tr("Median need"), wording::number(*found.cohort.medianNeed, 1), false,
            explained(
                tr("Median need"),
                [](const domain::Cohort& cohort) { return analysis::traceOfMedianNeed(cohort); },
                group));
    if (const auto share = analysis::told(found.needExplains))
        sheet.line(
            tr("Goes with need"), wording::percent(*share), false,
            explained(tr("What goes with need, in this group"),
                      [trace = found.needExplains.trace](const domain::Cohort&) { return trace; }));
    sheet.section(tr("Settings"));
    for (const analysis::SettingSummary& each : found.cohort.settings)
        sheet.marked(each.setting,
                     each.setting ? wording::text(domain::word(*each.setting)) : tr("No placement"),
                     wording::count(each.n), false);
    return wording::traceLines(found.needExplains.trace);
}

std::function<void()> Inspector::explained(const QString& title, const MakeTrace& make,
                                           std::shared_ptr<const domain::Cohort> cohort)
{
    return [this, title, make, cohort] {
        const auto of = cohort ? cohort : m_session.cohort();
        if (of && m_session.findings())
            emit traceWanted(title, wording::traceLines(make(*of)));
    };
}

std::function<void()> Inspector::expectedExplained(std::size_t row)
{
    return explained(tr("Expected cost"), [this, row](const domain::Cohort& cohort) {
        const auto findings = m_session.findings();
        const analysis::ExpectedCost* expected = findings->expectedCostOf(row);
        return expected ? analysis::traceOf(cohort, *findings, *expected) : analysis::Trace();
    });
}

// The parts that count, added up.
std::function<void()> Inspector::costExplained(std::size_t row)
{
    return [this, row] {
        const auto cohort = m_session.cohort();
        const domain::CostScope& scope = m_session.filter().costs;
        QStringList lines{tr("The parts of the weekly cost that count, on %1:")
                              .arg(wording::date(cohort->census))};
        for (const auto& component : domain::allOf<domain::CostComponent>()) {
            for (const auto& funder : domain::allOf<domain::Funder>()) {
                const auto c = static_cast<std::size_t>(component.value);
                const auto f = static_cast<std::size_t>(funder.value);
                const domain::NumberColumn& part = cohort->costs[c][f];
                if (part.size() == 0 || !scope.components[c] || !scope.funders[f])
                    continue;
                if (const auto pounds = part.at(row))
                    lines << tr("%1, paid by %2: %3")
                                 .arg(wording::text(component.word), wording::text(funder.word),
                                      wording::pounds(*pounds));
            }
        }
        lines << tr("Together: %1 a week").arg(weekly(*cohort, row));
        emit traceWanted(tr("Weekly cost of %1").arg(pseudonymAt(*cohort, row)), lines);
    };
}

// The levels, each times its weight, added up.
std::function<void()> Inspector::needExplained(std::size_t row)
{
    return [this, row] {
        const auto cohort = m_session.cohort();
        QStringList lines;
        if (const auto assessed = cohort->assessedOn[row])
            lines << tr("The latest signed-off assessment by the census date, of %1:")
                         .arg(wording::date(*assessed));
        const auto& domains = cohort->framework->domains();
        for (std::size_t d = 0; d < domains.size(); ++d) {
            const int level = cohort->levelOf(row, d).value_or(0);
            const QString title = QString::fromStdString(domains[d].title);
            lines << (domains[d].weight == 1 ? tr("%1: %2").arg(title).arg(level)
                                             : tr("%1: %2 × weight %3")
                                                   .arg(title)
                                                   .arg(level)
                                                   .arg(wording::number(domains[d].weight, 2)));
        }
        lines << tr("Together: %1").arg(wording::number(cohort->needTotal.at(row).value_or(0), 1));
        emit traceWanted(tr("Total need of %1").arg(pseudonymAt(*cohort, row)), lines);
    };
}

void Inspector::addTraceLink(InspectorSheet& sheet, const QString& title, const QStringList& lines)
{
    if (!lines.isEmpty())
        sheet.link(
            tr("How was this worked out?"),
            [this, title, lines] { emit traceWanted(title, lines); },
            tr("%1: how was this worked out?").arg(title));
}

} // namespace twelvefold::ui
