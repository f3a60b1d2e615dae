// SPDX-License-Identifier: GPL-3.0-or-later
// A child in the panel of what is selected.
#include "analysis/findings/figure_traces.h"
#include "analysis/findings/told.h"
#include "common/children_of_cohort.h"
#include "explore/inspector.h"
#include "explore/inspector_sheet.h"
#include "explore/inspector_words.h"
#include "wording/wording.h"

#include <cmath>

namespace twelvefold::ui {
namespace {

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

// "+£120.00": what a part adds to a cost or takes from it.
QString moreOrLess(domain::Money amount)
{
    return amount > domain::Money() ? Inspector::tr("+%1").arg(wording::money(amount))
                                    : wording::money(amount);
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
    const auto trace = [this, care](const QString& title, const QString& first) {
        return [this, care, title, first] {
            emit traceWanted(title, QStringList{first} + wording::traceLines(care->trace));
        };
    };
    const QString kind = wording::text(domain::word(child->kind));
    const auto sayUsual = [&] {
        sayOfKind(sheet, *care, *child,
                  trace(tr("Usual within the kind"),
                        tr("%1 of children in %2 are expected to cost so much at such a need.")
                            .arg(wording::percent(m_session.findings()->options.coverage), kind)));
    };
    if (const auto why = analysis::whyNotSplit(*care)) {
        sheet.note(wording::text(*why));
        return sayUsual();
    }
    const analysis::Amounts& amounts = child->amounts;
    sheet.steps(amounts);
    const QString usual = wording::money(amounts.need + amounts.placement);
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
    sayUsual();
}

void Inspector::addExpected(InspectorSheet& sheet, std::size_t row)
{
    const analysis::Findings& findings = *m_session.findings();
    const analysis::ExpectedCost* expected = findings.expectedCostOf(row);
    if (expected == nullptr || !expected->expected) {
        sheet.note(
            m_session.cohort()->isComparedWithNobody(row)
                ? tr("Children with parents or placed for adoption are compared with nobody.")
            : expected == nullptr
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

} // namespace twelvefold::ui
