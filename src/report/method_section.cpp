// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/told.h"
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

// How what stands on the pages was worked out.
namespace twelvefold::report {
namespace {

void paragraph(Document& document, const QString& text)
{
    document.blocks.push_back(Paragraph{text, {}, false});
}

void addTrace(Document& document, const QString& title, const analysis::Trace& trace)
{
    const QStringList lines = wording::traceLines(trace);
    if (lines.isEmpty())
        return;
    document.blocks.push_back(Heading{title, 2});
    for (const QString& line : lines)
        document.blocks.push_back(Paragraph{line, {}, true});
}

QString rulesOfPublishing()
{
    return Words::tr(
               "For publication, every figure rests on %1 or more children, and so does what is "
               "left when figures are subtracted from one another; no child is over half of a sum; "
               "medians and figures of models rest on %2 or more, quartiles on %4. Counts are "
               "rounded to %3, percentages to whole ones, money to 3 figures, medians and "
               "quartiles to 2. "
               "Children are not shown one by one, nor are providers named.")
        .arg(wording::count(analysis::kFewestChildren),
             wording::count(analysis::kFewestForQuantile),
             wording::count(analysis::kCountsRoundedTo),
             wording::count(analysis::kFewestForQuartile));
}

QString titleOf(analysis::HeadlineTrace::Of of)
{
    using Of = analysis::HeadlineTrace::Of;
    switch (of) {
    case Of::shares:
        return Words::tr("What goes with need, with the kind of placement and with its price");
    case Of::amounts:
        return Words::tr("Need, placement and price in pounds");
    case Of::sameNeed:
        return Words::tr("The same need in and outside residential care");
    case Of::needExplains:
        break;
    }
    return Words::tr("What goes with need");
}

// How the share that is published was worked out; the numbers behind it may tell of few.
void addPublishedMethod(const Source& source, Figures& figures, Document& document)
{
    using Of = analysis::HeadlineTrace::Of;
    for (const auto& [of, trace] : analysis::tracesOfHeadline(*source.findings)) {
        if (of == Of::shares || of == Of::needExplains)
            document.blocks.push_back(Paragraph{figures.constant(wording::text(trace->method)),
                                                Words::tr("What goes with need."), false});
    }
}

} // namespace

void addMethod(const Source& source, Figures& figures, Document& document)
{
    document.blocks.push_back(Heading{Words::tr("Method and words"), 1});
    paragraph(document,
              figures.constant(
                  Words::tr("Need is scored on the domains of “%1”, each from 0 to %2; the total "
                            "is their weighted sum. %3 Children with parents or placed for "
                            "adoption are compared "
                            "with nobody. Nothing here says why a cost is what it is.")
                      .arg(QString::fromStdString(source.cohort->framework->title()))
                      .arg(source.cohort->framework->highestLevel())
                      .arg(wording::similarNeedMeans(source.findings->options))));
    if (figures.areForPublication()) {
        addPublishedMethod(source, figures, document);
        paragraph(document, figures.constant(rulesOfPublishing()));
        return;
    }
    paragraph(document, Words::tr("Since version 0.2 questions to ask have taken the place of "
                                  "flags: each has a rule, says how often it would be asked on "
                                  "nothing, and may be put aside. Their numbers cannot be held "
                                  "against those of flags in an earlier report."));
    const analysis::Findings& found = *source.findings;
    for (const auto& [of, trace] : analysis::tracesOfHeadline(found))
        addTrace(document, titleOf(of), *trace);
    addTrace(document, Words::tr("The line of need against weekly cost"), found.line.trace);
    addTrace(document, Words::tr("Pairs of similar need"), found.similarNeed.trace);
    addTrace(document, Words::tr("What goes along with cost"), found.drivers.trace);
    addTrace(document, Words::tr("Providers"), found.providerCosts.trace);
    addTrace(document, Words::tr("In how few hands care lies"), found.market.trace);
}

} // namespace twelvefold::report
