// SPDX-License-Identifier: GPL-3.0-or-later
// Two children of similar need in the panel of what is selected.
#include "analysis/findings/figure_traces.h"
#include "explore/inspector.h"
#include "explore/inspector_sheet.h"
#include "explore/inspector_words.h"
#include "wording/wording.h"

#include <cmath>

namespace twelvefold::ui {
namespace {

// Up to here the model that tells a pair's gap apart is made while one looks on.
constexpr std::size_t kQuickCohort = 20'000;

// "£856 (£594 to £1,118)"
QString ranged(double pounds, double lower, double upper)
{
    return Inspector::tr("%1 (%2 to %3)")
        .arg(wording::roundPounds(pounds), wording::roundPounds(lower),
             wording::roundPounds(upper));
}

} // namespace

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

} // namespace twelvefold::ui
