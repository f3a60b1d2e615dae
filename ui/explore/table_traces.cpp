// SPDX-License-Identifier: GPL-3.0-or-later
// How what stands in a row of the linked tables was worked out.
#include "analysis/findings/figure_traces.h"
#include "common/children_of_cohort.h"
#include "explore/linked_tables.h"
#include "wording/wording.h"

namespace twelvefold::ui {

void LinkedTables::explain(Table table, const QModelIndex& index)
{
    const Found found = this->found();
    if (!found || (table != drivers && !index.isValid()))
        return;
    const domain::Cohort& cohort = *found.cohort;
    const analysis::Findings& findings = *found.findings;
    const auto name = [&](std::size_t row) {
        return QString::fromStdString(cohort.pseudonym[row]);
    };
    switch (table) {
    case children: {
        const std::size_t row = m_children->cohortRow(index);
        if (const auto* expected = findings.expectedCostOf(row)) {
            emit traceWanted(tr("Expected cost of %1").arg(name(row)),
                             wording::traceLines(traceOf(cohort, findings, *expected)));
            return;
        }
        QStringList reasons; // why there is none
        if (findings.worklist) {
            for (const auto* question : findings.worklist->of(cohort.child[row]))
                reasons << wording::traceLines(
                    traceOf(*findings.worklist, *question, findings.options));
        }
        emit traceWanted(tr("No expected cost of %1").arg(name(row)), reasons);
        break;
    }
    case pairs: {
        const statistics::Pair& pair = m_pairs->pair(index);
        emit traceWanted(tr("%1 and %2").arg(name(pair.a), name(pair.b)),
                         wording::traceLines(traceOf(cohort, findings, pair)));
        break;
    }
    case questions:
        explainQuestion(index);
        break;
    case putAside:
        explainPutAside(index);
        break;
    case drivers:
        emit traceWanted(tr("Cost drivers"),
                         QStringList(whatIsSaid()) + wording::traceLines(findings.drivers.trace));
        break;
    case correlations: {
        const analysis::Correlation& correlation = m_correlations->correlation(index);
        emit traceWanted(
            tr("%1 with %2")
                .arg(columnInWords(correlation.x, cohort), columnInWords(correlation.y, cohort)),
            wording::traceLines(traceOf(cohort, findings, correlation)));
        break;
    }
    }
}

} // namespace twelvefold::ui
