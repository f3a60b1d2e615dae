<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en">
<context>
    <name>CareInWords</name>
    <message>
        <source>“%1” is a new provider, added when this is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Or is it %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is paid on the same days, and both are counted. Did it end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 are paid on the same days, and all are counted. Did they end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also ends on %2: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also goes on: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also removed, since it was to begin later: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cost ends with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 costs end with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cost goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 costs go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cost that was to begin later is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 costs that were to begin later are removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 × 7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 × 12 × 7 ÷ 365)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 × 7 ÷ 365)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the child&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>miles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a distance: write miles, from 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CarePage</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Children</name>
    <message>
        <source>This could not be saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>To look at, though no fault of the store:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong is not what the audit trail can put back: compare the store with a backup from before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is backed up in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is restored as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has %2 children on %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demonstration council is in %1: %2 children looked after on %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 from %3, ends %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cost goes on after its placement has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: 1 cost would end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: %L1 costs would end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 cost is ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 costs are ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week (%2 a year)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What their care costs is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %L1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No placement recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar need, different cost: %L1 pair within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar need, different cost: %L1 pairs within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  at least %1: %L2 pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  at least %1: %L2 pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 if costs were dealt at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 from ordinary spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The widest, each child once:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers (no league table: what such needs cost with the others of their setting):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (95 % interval %1 to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, by chance %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a look (a flag is a question, not a verdict):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>    %1: %L3 new, %L4 changed, %L5 unchanged, %L6 rejected; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken: %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and %L1 more like the first of these, %2: --rejects saves them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 ×, the first in %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought in: %L1 new child, %L2 with changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought in. New children: %L1, with changes: %L2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: %L1 child would be new, %L2 would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written: %L1 children would be new, %L2 would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunnelChart</name>
    <message>
        <source>Children</source>
        <translation type="unfinished">Plant</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 from %n children</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cost beside such needs elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost beside others</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>This cannot be published: beside a report with other limits, one with a filter on %1 would tell of the few children between. Do without this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: fewer than %1 children are chosen, so every figure would be about them. Choose more children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: the filters, or some of them, leave out fewer than %1 children, so subtracting this from a report with fewer filters would tell of them. Leave out more children, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: the filter on %2 takes some of the groups that are too small to be shown and leaves others, so subtracting other reports would tell of fewer than %1 children. Choose only larger groups, or do without this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: ages are published in bands, 0 to 4, 5 to 9, 10 to 15 and 16 and over, since a report with another limit would tell of the few children between. Choose limits of age that take whole bands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: a report on some providers would tell what they are paid, and beside one on settings whom they care for. Do without the filter on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: the filter on %2, beside a report with a filter on %3, would tell of fewer than %1 children. Do without this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: the filters would tell of fewer than %1 of the children whose settings are not compared with the rest, such as those with parents. Leave these out, or use other filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: of one of the kinds of children chosen there are fewer than %1. Choose the other kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: the filters together tell children apart into groups of fewer than %1, so subtracting other reports would tell of them. Use fewer filters at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No choice of counts protects the small ones while all totals are shown: leave totals out, or merge categories.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This placement may be under strain: %1 (%2). What would steady it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This placement may be under strain: %1 (%2), %3 (%4). What would steady it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This placement may be under strain: %1 (%2), %3 (%4), %5 (%6). What would steady it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This placement may be under strain: %1 (%2), %3 (%4), %5 (%6), %7 (%8). What would steady it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This placement may be under strain: %1 (%2), and it is %3 miles from home. What would steady it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This placement may be under strain: %1 (%2), %3 (%4), and it is %5 miles from home. What would steady it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This placement may be under strain: %1 (%2), %3 (%4), %5 (%6), and it is %7 miles from home. What would steady it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This placement may be under strain: %1 (%2), %3 (%4), %5 (%6), %7 (%8), and it is %9 miles from home. What would steady it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised where at least one of these is recorded: %1 moves or more in a year, a move nobody planned, %2 times missing or more, behaviour or safety up by %3 levels or more since the earlier assessment. More than %4 miles from home is listed beside them. Each present is listed; none is weighed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dealt at random: the costs of the children compared were dealt to them again %1 times (seed %2), and the pairs counted each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dealt at random: the costs of the children in each setting were dealt to them again %1 times (seed %2), and the pairs counted each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordinary spread: each child&apos;s cost was drawn %1 times from a lognormal distribution about the robust line of their setting, with its robust spread, and the pairs counted each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p is the share of draws with at least as many pairs as observed, the observed count among them (Phipson &amp; Smyth 2010).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many pairs (%1) to count again and again, so nothing is said of what chance would give. A smaller tolerance would allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cost, but never assessed by the census date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cost, but not scored on every domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cost recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a cost that is not above zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few children to tell how much need explains: of %1 both a need total and a cost are recorded, and at least %2 are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All need totals are equal, so need cannot explain cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All weekly costs are equal, so there is nothing to explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the variation in the logarithm of weekly cost that a straight line through total need accounts for (R²).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The correlation of total need with log weekly cost is %1; squared, it is the share explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By least squares, one more level of total need goes with %1 % more weekly cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a reliability of %1, need scored without noise would explain %2 %: R² over the reliability, which holds if scoring noise has nothing to do with cost and recorded cost is taken as exact (Spearman 1904).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spread of the logarithm of weekly cost, as far as a linear model of everything recorded explains it, shared out: what each group adds on coming into the model, averaged over every order in which the groups could come. A share says what goes along with cost, not what causes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together the groups explain %1 % of the spread of log weekly cost (R²); %2 % goes along with nothing that is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need is in the model as the level of each of %1 domains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need is in the model as its total.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 providers with fewer than %2 of these children are taken together: many small groups explain by chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 settings with fewer than %2 of these children are taken together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sectors with fewer than %2 of these children are taken together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 go so closely together (variance inflation above 10) that only their common share can be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What chance gives: were the %1 costs dealt to the children again at random, each column of the model would explain 1 part in %2 of their spread on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 95 % intervals come from %1 resamples of the children (seed %2), corrected for bias and skewness (BCa).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs %1 a week, %2 times the %3 of %4, whose needs are scored the same. What explains the difference?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs %1 a week, %2 times the %3 of %4, whose needs are similar (distance %5). What explains the difference?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised for the dearer of two children of similar needs whose costs differ at least %1 times, each child in one pair at most, the widest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core costs of two placements run on %1. Did one of them end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two costs of the same kind and payer run in one placement on %1. Is one of them counted twice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost runs on %1, and no placement is recorded that day. What is it paid for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost still runs on %1, after its placement has ended. Is it still paid?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised where core costs of two placements run on the census date, or one of a placement and one of none. Single payments do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised where two costs of one placement that run on the census date are of the same kind and paid by the same payer. Single payments do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised where a cost of a child looked after runs on the census date and no placement does. Single payments do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised where a cost runs on the census date and the placement that it is for has ended. Single payments do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no setting recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sector recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded whether placed in an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no distance from home recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no age recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no start date recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is recorded for %2 of %3 children, fewer than half, and is left out of the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the same for every child, and is left out of the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children with everything recorded are too few to tell apart what goes along with cost: at least %2 are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: level %2 for %3, level %4 for %5: %6 apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: level %2 for %3, level %4 for %5: %6 apart, times the framework&apos;s weight of %7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1 of %2 domains both have the same level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance: %1, within the tolerance of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio: %1 / %2 = %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 costs %2 a week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The levels of %1 and %2 are held against each other domain by domain, and their weekly costs divided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children have needs within %2 of this child&apos;s, nearest first:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than five children have needs within %2 of this child&apos;s, so the %1 nearest stand in, nearest first:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more, who are listed nowhere here but counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The median of their weekly costs is %1; half of them lie between %2 and %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This child costs %1 a week: %2 times that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a total need of %1 the band that is made to hold %2 % of children runs from %3 to %4 a week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expected cost is the median weekly cost of the children whose needs are most like this child&apos;s; the child itself is never among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The children whose levels are most like these on the %1 domains scored, across all settings; the child itself is never among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pearson&apos;s correlation: how closely the points lie to a straight line. The interval is Fisher&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spearman&apos;s rank correlation: how far the order by one goes with the order by the other. The interval is Fisher&apos;s with the variance for ranks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of the two is not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The correlation is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval: %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p = %1: how often chance alone would give one at least as strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q = %1: p allowing for the %2 correlations in this table (Benjamini &amp; Hochberg).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weekly costs that count, of every child with one, added in whole pence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The median: half of the children with a weekly cost that counts cost less, half more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The median: half of the children scored on every domain have a lower total need, half a higher one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They run from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no weekly cost that counts here is recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored on every domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cared for by the council itself or by parents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no provider recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cost above zero recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of the weekly spend on care that is bought, by provider and by owner group; a provider without a group stands alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers: %1; owner groups: %2; together %3 a week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last assessed on %1, %2 days before the census date. Are these still the needs?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No assessment by %1. Who knows this child well enough to score the needs?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored on %1 of %2 domains: %3. Who could say?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cost that counts here is recorded on %1. What does this child&apos;s care cost, and who pays for it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weekly cost recorded on %1 is %2. Is that right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised where the last assessment is more than %1 days older than the census date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised where a domain has no level on the census date: without a complete profile nobody can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised where no weekly cost above zero that counts is recorded on the census date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the spread of log weekly cost that the setting leaves, the share that the levels of all domains explain (partial R²).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting alone explains %1 %; with the levels of %2 domains it is %3 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many columns without any bearing on cost would explain %1 % of what the setting leaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 95 % interval comes from %1 resamples of the children (seed %2), corrected for bias and skewness (BCa).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children with need, cost and setting are too few to say what need explains beyond the setting: at least %2 are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting leaves no spread of cost to explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need now less total need at the earlier assessment, at least 180 days before, child by child: its mean with a paired t test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No child was fully assessed twice, at least 180 days apart, so how need has changed cannot be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no complete assessment now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no complete assessment at least 180 days before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these, %1 were last assessed more than %2 days before the census date: their need now may not be what is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean total need was %1 then and is %2 now; the two assessments of a child are typically %3 days apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes have a standard deviation of %1; the mean change is %2 of that (standardised response mean, Hedges&apos; correction made).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a reliability of %1 and a standard deviation of %2 then, a change of more than %3 levels is more than scoring noise (reliable change, 95 %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reliability of total need is not known here, so a change of %1 levels or more is taken to be more than scoring noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need now on need then has a slope of %1: where it is below 1, those with most need then would have fallen, and those with least risen, by chance alone (regression to the mean).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 children have both a need total and a cost: at least %2 are needed for a line and its band.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All need totals are equal, so no line can be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A band for %1 % of children needs more than the %2 children who have both a need total and a cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line through the logarithm of weekly cost on total need in which children far from it count little or nothing (MM), with a band made to hold %1 % of children (conformal, CV+).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a need of 0 the line stands at %1 a week, and each level more goes with %2 % more cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs spread about the line by a typical factor of %1 either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the band, children were dealt into %1 groups (seed %2) and each was held against the line through the other groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 children in 100 fall outside the band by construction. Certain without any assumption is only that at least %2 % fall inside, on average over children, not for each one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried out on children who were left out of making it, the band held %1 % of them; it aims at %2 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs %1 a week, more than the %2 that is typical for similar needs, and total need was %3 on %4 and %5 on %6: it has not fallen by the %7 levels that would be more than scoring noise. What would help, and what stands in the way?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised where the cost is above the comparators&apos; median and total need has not fallen by %1, which is as much as may be scoring noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the drivers model expects of each difference between the two children, in pounds a week; the rest goes with nothing that is recorded. It says what differs along with cost, not why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log weekly cost by least squares on %1 columns, %2 children; standard errors that allow for unequal spread (HC3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the logarithm of the ratio becomes pounds by the logarithmic mean of the two costs, %1, so that the parts add up to the gap of %2 a week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything that the model needs is recorded for %1, so what goes along with the gap cannot be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weekly costs that count, of the children with this provider, added in whole pence; the medians are of these children alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more, who are added as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together: %1 a week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is %1 % of the spend with a provider recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median weekly cost %1, median total need %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As found, its children cost %1 times what such needs come to with the other providers of their settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As found, its children lie %1 from what such needs come to with the other providers of their settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn in towards no difference, the more so the fewer its children: %1 (95 % interval %2 to %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its place among %1 providers: anywhere from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the drivers model expects of this difference between the two children, all else alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It expects %1 of the logarithm of the ratio, which is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In pounds: %1 a week, 95 % interval %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gap less all that the drivers model expects of the differences that are recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gap is %1 a week, of which the model expects %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a setting that one provider alone offers, so there is nobody to hold it against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such outcome recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each provider&apos;s children beside what such needs come to with the other providers of their settings: a mixed model of total need and setting, with an effect of the provider that is drawn toward none the more, the fewer children speak for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One level more of total need goes with %1 % more cost, within a setting and provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One level more of total need goes with a change of %1 in the outcome, within a setting and provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation between providers %1, between children of one provider %2: providers account for %3 % of the variation that need and setting leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no detectable difference between providers: what varies between them is no more than chance would give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 providers in %2 settings, each offered by at least two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where a provider stands among the others is the middle 95 % of its places when all effects are drawn %1 times again (seed %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 children have both a need total and a cost: lines at the 10 % and 90 % quantiles need at least %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All need totals are equal, so cost cannot be set against them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search for the lines at the quantiles did not come to an end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines through the logarithm of weekly cost on total need that 10 %, 50 % and 90 % of children lie below (quantile regression).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By these lines a typical child with a need of %1 costs %2 a week, and the middle 80 % of such children between %3 and %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines cross within the range of need: where they do, their costs are put in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the logarithm of weekly cost that never fall as total need rises and lie closest to it (isotonic regression), beside the straight line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that never fall as need rises explain %1 % of the spread of log weekly cost; a straight line explains %2 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost falls as need rises, on the whole: a falling line explains %2 % of the spread of log weekly cost, steps that never fall %1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 steps follow chance as well: a small gap does not speak against the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no placement on the census date, so no setting to compare within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs need at least two children with every domain scored and a cost above zero; here there are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two of the %2 children with every domain scored and a cost above zero are within %1 of each other. A greater tolerance would find pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 children, %2 pairs are within the tolerance; %3 of them differ at least threefold in cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only children in the same setting are compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children are compared across all settings, so a pair may differ in setting as well as in cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list with each child once takes the widest pair first, then the widest among the children left, and so on: one very cheap child would otherwise fill the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need was %1 on %2 and is %3 now, and no domain calls for intensive support. What has fallen: %4. %5 children with similar needs who live in families or supported accommodation cost %6 to %7 a week; this child costs %8. Could a move be right, and when?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need was %1 on %2 and is %3 now, and no domain calls for intensive support. What has fallen: %4. Could a move be right, and when?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised in residential care where total need has fallen by %1 or more, or into a lower band, and no domain calls for intensive support any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs %1 a week, above the %2 to %3 expected for this need. The %4 children with the most similar needs typically cost %5. What does this child&apos;s care bring that others&apos; does not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs %1 a week, above the %2 to %3 expected for this need. What does this child&apos;s care bring that others&apos; does not?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs %1 a week, below the %2 to %3 expected for this need. The %4 children with the most similar needs typically cost %5. Is every need being met, and is every cost recorded?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs %1 a week, below the %2 to %3 expected for this need. Is every need being met, and is every cost recorded?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised where the weekly cost lies outside the band that is made to hold %1 % of children: about %2 in 100 would by construction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tolerance is %1: it must be a number of levels, 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least ratio is %1: it must be 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coverage is %1: it must be above 0.5 and below 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reliability is %1: it must be above 0 and at most 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a kind of picture: choose .png, .svg or .pdf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be made: there is not enough memory to draw a picture of that size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows were brought in; the list of those that were not could not be kept. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out what chance would give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store has faults (%1), so what is told of it may be untrue; &quot;check&quot; lists them. The first: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scatter cannot be published: every mark is a child. The funnel of providers can, and the value report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not scored: choose a level, or say why it is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moved from %2 to %3: say in the evidence note what was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assessment is dated %1, which is in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assessment is dated %1, before the one it follows, of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost of %1 is below zero: enter what is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost ends on %2, which is not after its start on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not say how often: write an amount and a day, a week, a month or a year, like 650 a month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is below zero: write what is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: nothing lies from %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%2” is not one of the %1: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%2” is not one of the %1: none are recorded that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount is missing: write it like 4500.75.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an amount: write it like 4500.75.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could be read in two ways: write pounds with a point before the pence and, if you like, commas between thousands, like 4,500.75.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has more than two figures after the point: amounts are in whole pence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is more than £100,000,000: check the amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The framework has no key or title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The framework&apos;s version is %1: it must be 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The framework has %1 levels: it needs two to ten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The framework has %1 need domains: it needs one to forty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a code: use lower case letters, figures and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code “%1” is used twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has the weight %2: it must be above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has %2 descriptors: it needs one for each of the %3 levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has an empty descriptor for level %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The band “%1” leaves a gap or an overlap: bands must follow one another from 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The episode starts on %1, before the one on line %2 has ended (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The episode starts on %1 while the one on line %2 is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care begins anew with this episode, but its reason (RNE) is %1, not S.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reason (RNE) is S, but the episode goes on from line %1, which ended the same day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The episode on line %1 ended on %2 to go on the same day (X1), and this one starts on %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The episode ended to go on the same day (X1), but none follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The episode on line %1 ended because the child died, and this one starts later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The placement changed, and the reason for the change is blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The episode has no start (%1), so it cannot be placed in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The episode ends on %2, before its start on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The episode starts and ends on the same day, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %2 already says the same of this child&apos;s episode that starts on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date %1 is still to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date %1 lies after the end of the return&apos;s year, 31 March %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a reason for ending (%1) but no end: the episode was taken as still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an end but no reason for it (REC is blank).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a reason for a change of placement, but the episode is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not among the codes of the return that ends in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is blank, and a placement of code %1 has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A placement of code %1 has no provider, and here is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider %1 does not go with a placement of code %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The URN is blank, and a placement of code %1 has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A placement of code %1 has no URN, and here is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” does not have the shape of a URN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This postcode does not have the shape of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The home and the placement have the same postcode, but the placement is not with parents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a distance in miles: it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The placement is %1 miles from home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lasted %2 days here: it is expected to last at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not one of: %2. The setting was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single payment without an end has no weekly figure: give it an end to spread it over the time it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row repeats line %1 in every cell. If both are meant, tell them apart in the note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week is above £100,000: check the amount and its period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a JSON file: it stops making sense at character %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a needs framework: “format” must be “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: this is missing from the framework.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: a framework has nothing of this name. Check its spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: text is wanted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: the text is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: a number is wanted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: a list is wanted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: a group of names and values in braces is wanted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: there are %2 descriptors, and %3 levels to describe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1: this is no mark of a domain. One of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This child already stands on line %1, and a header has each child once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sex is blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a sex as the return writes it (1 or M, 2 or F, U): it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of birth is blank, so the child&apos;s age will not be known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date of birth %1 is still to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born on %1, this person was %2 when the return&apos;s year ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unique pupil number does not have the shape of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same unique pupil number stands on line %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The child %1 is neither in the store nor in the files brought in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This child already stands on line %1, and OC2 has each child once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an SDQ score and also a reason why there is none (%1): the score was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an SDQ score at age %1: it is asked for from 4 to 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is neither an SDQ score nor a reason at age %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is neither 0 nor 1: it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An intervention is said to be received or offered, but no substance misuse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An intervention is said to be offered as well as received: it is asked only of those who received none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A conviction at age %1: it is asked for from 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a folder, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” could not be read: you may not have the right to, or the disk or network refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is larger than 2 GB: divide it and bring in the parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cells are separated by %1 instead of commas, and were read so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has no column %1, so checks that need it were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has headings and no rows below them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the return&apos;s table of %1, which is not used here: its %2 rows were left aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark on this line is out of place or never closed, so its cells cannot be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has %1 cells where the headings have %2: it may have been cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row has %1 cells where the headings have %2: a comma inside a cell needs quotation marks around the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The headings are not those of a table that can be brought in. They begin: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This looks like “%1”, but it has no column %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The heading %1 stands twice: which column is meant is not clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row does not say which child it is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is longer than the ten characters of a child&apos;s identifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too long to be a child&apos;s identifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a number that a spreadsheet has shortened, so the child cannot be told. Format the column as text and export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a date: it must be a day that exists, written like 31/03/2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a whole number from %2 to %3: it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a code known for %2: it was kept as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is %1, not a table in text form. Open it in the program that made it, save the table as CSV, and bring in that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not UTF-8: its letters were read as Windows-1252. If names look wrong, save it as “CSV UTF-8” and bring it in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 characters could not be read and stand as “�”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no file but a device or a socket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a pipe, and nobody writes to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 exists already and is not replaced: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder to put %1 in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be made: you may not write in that folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be made: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be made: the name is too long. Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be made: the links on the way to it lead in a circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be made: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read “%1”: ask whoever put it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too long a name: there can be no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: the links on the way to it lead in a circle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be made: while it was written, somebody took it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is left as it is: somebody wrote to it while what was to take its place was made. Look at it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be made: the disk did not keep all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is written, but the disk did not confirm it (%2): look at it before you rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder: add the name of a file to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no ordinary file but a device, a pipe or a socket, and is not replaced: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a link to a file that is not there: choose another name, or name that file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a link to another file, and is not replaced: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is read by the same command and would be lost: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a store or a backup, and is not replaced: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a name that only stores have: choose another ending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is, or would be taken for, a part of the store beside it: choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside %1 lies %2, left by a store that was there before: it would ruin the new one. Choose another name, or take that file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: whom its filters leave out is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published yet: the figures at hand are not of the children chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: the store has faults, or its records were altered outside the program. A check says which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The funnel cannot be published: only some costs are counted, or too few children are with any provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a kind of report: choose .pdf, .html, .xlsx or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written: the disk, or the one for temporary files, is full or refused to take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be published: it would say figures that were not checked for what they tell of few children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No child was rated by both raters, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All ratings are the same, so agreement beyond chance cannot be told from chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fleiss&apos; kappa needs the same number of ratings, two or more, for every child. Krippendorff&apos;s alpha does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One child is too few for an interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raters agree on every child, so the interval has no width; it says nothing about other children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No child has two ratings, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rating is below zero: differences in proportion need ratings of 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1 different ratings, differences in proportion are too many to resample: there is no interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interval is the middle 95 % of the resamples: bias and skewness could not be corrected for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With only %1 children the interval is rough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability needs at least two raters; there are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability needs at least two children rated by every rater; there are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All ratings are the same, so it cannot be said whether the raters tell children apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All children have the same mean rating, so the reliability of such means is undefined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raters agree on every child but for constant differences, so an interval has no width; it says nothing about other children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children&apos;s means differ no more than what raters differ by would make them, so the reliability of means by raters drawn at random (ICC2k) is undefined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond 1 cannot be: the reliability is lower than these figures bear out, or the noise of both goes together. Read it as: noise could account for all that is not explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reliability was found on too few children to say how far up the corrected figure may reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reliability is taken as exact, as nothing says on how many children it was found: the interval is too narrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A correlation needs at least two pairs; there are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values of the first column are equal, so it cannot vary with the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values of the second column are equal, so it cannot vary with the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two pairs always lie on a line: this says nothing about others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pairs lie on one straight line, so there is no interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both columns have exactly the same or the opposite order, so there is no interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pairs are too few for an interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is held constant leaves nothing to vary in one of the two columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was measured both before and after, so there is no change to speak of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One child&apos;s change has no spread: two or more are needed for a test or an interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every child changed by the same amount, so there is no test, interval or standardised change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values before are the same, so movement towards the mean cannot be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reliability is %1: it must be from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a reliability of 1 there is no noise, and every change would be reliable: no instrument is that good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values before are the same, so the size of noise among them is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no goals to score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A goal&apos;s weight is %1: it must be above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The correlation of goals is %1: it must be from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A goal&apos;s attainment is %1, outside the scale of -2 to 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody moved from one side to the other, so there is nothing to test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children are too few to draw from again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few resamples give this figure to make an interval of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All resamples lie on the same side of the figure itself, so the interval cannot be placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An end of the interval rests on the few most extreme of %1 resamples: more of them would place it better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the two columns does not vary, so no share of it is explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to share: no amount is above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An amount is below zero, so there are no shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amounts are too large to be added up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over half of the values are equal, so the spread is taken from the quartiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly all values are equal, so the spread is taken from the mean distance from the median.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values are equal, so there is no spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to draw a funnel of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1 has a size that is not above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1 has a number of events that is not a whole number from 0 up%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases do not differ, so chance gives no limits to draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One estimate cannot show how estimates differ; at least two are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate %1 has a standard error that is not above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers are too large or too far apart to be squared and added up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no detectable difference between groups: their estimates differ no more than their standard errors let expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To tell how much groups differ takes at least %2 of them; here the number is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every group has one case only, so what is the group&apos;s cannot be told from what is the case&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within groups nothing varies that the columns do not explain, so there is no spread to judge the differences between groups by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no detectable difference between groups: what varies between them is no more than chance would give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All children are in one group, so there is nothing to tell how groups differ by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a fit that leaves a spread there are no errors to gather by group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1 groups (fewer than 40) errors by group come out too small: read them with care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One group alone decides a coefficient, so its corrected errors cannot be computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children are too few to estimate %2 coefficients and their spread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers are too large to be squared and added up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the same for every child, so it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 follows from other columns of the model, so it was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values to be explained are equal: there is no variation of which a share could be explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fit passes through every point: there is no spread to judge its coefficients by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One child alone decides a coefficient, so its robust standard errors cannot be computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over half of the children lie exactly on the line, so there is no spread to measure the others by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fit had not settled after %1 steps: read it with care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer children than coefficients are expected beyond this quantile (%1 for %2), so how sure it is cannot be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quantiles just above and below coincide for too many children, so how sure this one is cannot be said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other coefficients fit exactly as well: these are one choice among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no child to fit steps to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step fits best: on the whole the one does not rise with the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step fits best: on the whole the one does not fall with the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All values are equal: there is nothing that steps could explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children have no cost above zero, which has no logarithm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spread of costs differs between children (p = %1), so means are worked out for each placement type by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The groups explain nothing, so there is nothing to share out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 explains can hardly be told from what other groups explain (variance inflation %2): read them together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of %1 follows from the other groups: read them together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With more than %1 groups the shares come from %2 orders drawn at random; their standard errors are given, intervals are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 across %2 domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within %1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two children have similar needs when the differences between their levels, domain by domain, add up to %1 at most. Every such pair is counted and the widest by cost ratio are listed, exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within %1 in straight-line distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two children have similar needs when the root of the summed squares of the differences between their levels is %1 at most. Every such pair is counted and the widest by cost ratio are listed, exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within %1 in every domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in every one of %2 domains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two children have similar needs when their levels differ by %1 at most in every domain. Every such pair is counted and the widest by cost ratio are listed, exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry %1 of the audit trail was altered after it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries are missing from the audit trail before entry %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail ends at entry %1, but entry %2 was once written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many entries the audit trail has had is not what the file remembers: entry %1 is the last, and that memory was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What entry %1 of the audit trail recorded was altered or removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail is not the one that was noted when this backup was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records of the table “%1” are not what the audit trail says: they were altered behind the program&apos;s back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made by a later version of Twelvefold: update the program to restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not restored, because it has faults. Where there is no better one, copy it and open the copy. The first fault: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not replaced: it is no backup of this store, or somebody has worked in it since. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not replaced: it is sound, and this store has faults. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open for reading only. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: it was undone already, was made by an earlier version of the program, or is not an edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone on its own: a later edit (“%1”, by %2 on %3) changed the same thing. Undo that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: the records were changed since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would bring an unfinished assessment back or take one away, and the one that is there was changed or begun since. Sign that off or discard it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done: afterwards the store would be one that cannot be opened (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds %1 is full. Nothing was changed: make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can only be read: the file or its folder does not let you write. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer be reached: it was moved or removed, or its disk was taken away. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to %1. Nothing was changed: try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged: restore the latest backup. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds %1 reported a fault (%2). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds %1 did not confirm the last change (%2): look whether it is there before you rely on it, or make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to work with %1. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store cannot be opened like this: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes that are not the store&apos;s stand at the end of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has given the store a write-ahead log: what was written last may stand in a second file beside it (-wal), without which the store must not be copied. Open it once for writing, and it is one file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says that a later version of Twelvefold made it (%1), but its tables are those of this one (%2): that number was altered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was made by a later version of Twelvefold. Its file is not damaged; its records and its audit trail can only be checked by that version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unfinished assessment of %1 by %2 was altered behind the program&apos;s back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record of %1 refers to one of %2 that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assessment of %1 on %2 has %3 levels: its framework has %4 need domains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assessment of %1 on %2 has a level that its framework does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strengths in the assessment of %1 on %2 do not fit its framework.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of the framework “%2” contradicts itself: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has two placements at once: one from %2 and one from %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost line of %1 from %2 belongs to a placement of another child.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more placements begin before the one before them has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more cost lines belong to a placement of another child.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mark that says it is a Twelvefold store is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table %1, or a column of it, is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the store says of itself is not there (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no needs framework</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1 of its needs framework “%2” contradicts itself: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the store of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the store up to version %1 of its form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open for reading only: the file or its folder does not let you write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a folder: choose a Twelvefold store in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an empty file, not a Twelvefold store. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a Twelvefold store but %2. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a database of another program. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made by a later version of Twelvefold. It is open for reading only: update the program to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program had given %1 a write-ahead log, a second file beside it. All that was in the log has been taken in, and it is one file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has %1 open and keeps a write-ahead log beside it. Close it there, or open it here for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was brought up to this version of Twelvefold. As it was before, it is kept as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was made by an earlier version of Twelvefold. It is open for reading only, and the file was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open in another program (%2, since %3). Close it there, or open it here for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not read %1: ask whoever put it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged (%2). Restore the latest backup; the damaged file was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file says that its tables are of version %1, and they are not: that number was altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was left in the middle of a change and cannot be put right here. Copy it, with the -journal file beside it, to a folder where you can write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open for reading only: the same file has another name beside this one, and written to under two names it would be damaged. Copy it, and work in the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside %1 lies %2, a write-ahead log that does not belong to it and would be read in place of its records. Move that file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lacks what no store can be without: %2. Its audit trail still has %3. It is open for reading, with that put back for the time being; repair it to work in it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was repaired: it has %2 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the needs framework, as it was brought in on %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back the needs framework that an undo took away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file lacks something that every store has: the %1 “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 “%2” is not as this version of Twelvefold makes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds something that no store has: the %1 “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of the table “%1” that break one of its rules (%2): %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off the assessment of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed off a second rating of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discarded the draft of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded that %1 left care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded the death of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended a cost on the day its placement ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended %1 costs on the day their placement ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered a placement of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed a placement of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed a placement of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered a cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed a cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed a cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered an outcome of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed an outcome of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed an outcome of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added the provider %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought in %1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought in the needs framework %1, version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made the demonstration council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demonstration council: %1 of %2 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demonstration council has 10 to 1,000,000 children, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: no demonstration council was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the demonstration council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing with the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in %1 files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The child %1 is in no header: the episode was taken, without sex, date of birth or ethnicity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which year&apos;s return this table belongs to cannot be told: bring it in together with its episodes, or say the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two files of the same year&apos;s return differ about this episode: that of %1 was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs that end with the placement or the care that this return ends: %1. Undo takes this back with the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs that were to begin after their placement ended: %1. They were kept, apart from it. Are they still to be paid?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs that run beside another for the same (the same kind and payer in one placement, or the core cost of another placement): %1. Both are counted. Did the older one end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs without an end, of a placement that has ended: %1. Each ends on the day its placement ended. What is paid now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing in %1 of %2 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 leaves care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The death of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End a cost on the day its placement ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End %1 costs on the day their placement ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The child was not looked after on %1, so care cannot end then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The child came into care on %1 itself: choose a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The child is not looked after on %1, so it would be in no list. Say that the child comes into care that day, or choose another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The placement that ends began on %1 itself: change it, or choose a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A placement is recorded from %1, after care would have ended. Remove it first, or choose a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a placement of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a placement of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a placement of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an outcome of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change an outcome of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove an outcome of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The placement ends on %2, which is not after its start on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The placement overlaps the one that began on %1: a child lives in one place at a time. End that one first, or change the dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A distance of %1 miles cannot be: enter 0 to 999.8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no outcome measure called %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 to %3: %4 cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A child with the identifier %1 is already here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period ends on %2, which is not after its start on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off the assessment of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off a second rating of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the draft of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store has no records yet: nothing is known of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records begin on %1: nothing is known of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records end on %1: who was in care then and is not known to have left is counted on %2, with what was known by then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 is still to come, and the records end on %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NeedCostChart</name>
    <message>
        <source>10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need against weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need (0–%1, %2 domains)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresentDay</name>
    <message>
        <source>Today, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the census date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the last day of the demonstration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Shares of the explained spread of weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares with 95 % intervals. “By chance” is what as many columns without any bearing on cost would have for a share: a share hardly above it says little. The shares say what goes along with cost, not what causes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes along with cost is withheld: only some costs are counted, or too few children have everything recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few children to say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is recorded (need, setting, provider and the rest) explains %1 of the spread of weekly cost. The other %2 goes along with nothing recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>What is recorded of %1 children (need, setting, provider and the rest) explains %2 of the spread of weekly cost. The other %3 goes along with nothing recorded.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What goes along with cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each of them has for a share is withheld: it is published of all children compared alone, and only where none of it rests on few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each mark is a provider of %1 or more children, not named: what they cost beside such needs with the other providers of their settings. Where those of fewer could be worked out from one, it is left out too. Numbers of children are rounded to %2 and differences to whole percent. By chance, 95 % lie in the band and 99.8 % within the dashed lines (Spiegelhalter 2005).</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 rows are in the XLSX and CSV forms of this report.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 more rows are in the XLSX and CSV forms of this report.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank correlation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 interval %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>; %1 children</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tends to be higher where %2 is higher (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tends to be lower where %2 is higher (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clear link shows for: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few children, or all alike, to say for: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withheld, because few children are behind them, or differ in them: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside weekly cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How outcomes go with need and cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children</source>
        <translation type="unfinished">Plant</translation>
    </message>
    <message>
        <source>Need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank correlations with 95 % intervals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes are recorded for too few of these children to be set beside need and cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outcomes are recorded for these children, so nothing can be said of what the money achieved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes together is not what causes what: children with greater needs cost more and have further to go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What providers&apos; children cost beside such needs elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above (+) or below (−) what such needs cost with the other providers of the same settings, drawn toward no difference where few children speak for it, with 95 % intervals. Compared are children whose cost and needs on every domain are recorded. Not a league table: most intervals overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers are not named, and counts are rounded to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far providers differ in cost is withheld: with it, what those of few children cost could be worked out from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far providers differ in cost is withheld: only some costs are counted, or too few children or providers are behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers account for %1 of the variation that need and setting leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished">Darparwyr</translation>
    </message>
    <message>
        <source>In how few hands care that is bought lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No placement recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need and cost by setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly cost by setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the children divide among settings is withheld, because it would tell of few children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs are weekly, excluding VAT, of the components and funders counted. A setting&apos;s price says nothing of its value until need is allowed for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is recorded for the care of %1 children comes to %2 a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The care of %1 children costs %2 a year.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1 more children no cost is recorded.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Of the children on the records none passes the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no children to report on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This is about the care of %1 children. What it costs is withheld, because it would tell of few children or of one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is about the care of %1 children. What it costs is not recorded.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Less than half of the differences in what is spent on them goes along with what they need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least half of the differences in what is spent on them goes along with what they need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether more or less than half of the differences in what is spent on them goes along with what they need cannot be told for certain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children with similar needs can cost many times more than one another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who and what is counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a year recorded for the care of %1 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>a year on the care of %1 children</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(%1 to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the variation in weekly cost explained by need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the widest gap between two children of similar need</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>children whose needs may allow a step down</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Need against weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide gaps between children of similar need are more common than ordinary spread would give: something besides need and chance decides what is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide gaps between children of similar need are about as common as ordinary spread would give: each is a reason to ask about two children, not proof of anything about all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the settings whose cost is published, the one that costs most in all, “%1”, takes %2 of the spend for %3 of the children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting that costs most in all, “%1”, takes %2 of the spend for %3 of the children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 children in homes or other residential settings have needs that fell and none left that calls for intensive support: could any of them live in a family?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What this means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs, cost and outcomes of children in care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · Value report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For publication · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts are rounded to 5, money to 3 figures and quantiles to 2; c stands for a figure withheld because few children are behind it, or because it would give such a figure away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The widest pairs, each child once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheaper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pairs of %2 children are alike. %3 The gap between two children is a question to ask, not a saving.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether and how often children with similar needs differ at least threefold in cost is withheld, because it would tell of few children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children of similar need cannot be compared: no needs are recorded on every domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children of similar need cannot be compared: what their care costs is not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the pairs of children with similar needs, fewer than %1 differ at least threefold in cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the pairs of children with similar needs, about %1 differ at least threefold in cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of need against cost, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted, but assessed more than half a year ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it keeps from being said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not, or not wholly, assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cost recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed more than half a year ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For publication, every figure rests on %1 or more children, and so does what is left when figures are subtracted from one another; no child is over half of a sum; medians and figures of models rest on %2 or more, quartiles on %4. Counts are rounded to %3, percentages to whole ones, money to 3 figures, medians and quartiles to 2. Children are not shown one by one, nor are providers named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children by band of need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the children assessed on every domain have a need total of %1 or more, out of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar need, different cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible step-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how many children it may be possible is withheld, because it would tell of few children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom it may be possible is not known: no needs are recorded on every domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody&apos;s recorded needs suggest it today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 children&apos;s needs may allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These children live in residential settings, their needs have fallen, and no need is left that calls for intensive or constant support. Each is a question for the people who know the child.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children to ask about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How complete the data are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method and words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need is scored on the domains of “%1”, each from 0 to %2; the total is their weighted sum. %3 Nothing here says why a cost is what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What need explains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The robust line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of similar need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how few hands care lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, part %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Word</name>
    <message>
        <source>moves in a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves nobody planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>levels up in behaviour or safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakdown signs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out of need against cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed, but not in every domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cost on the census date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core costs of two placements at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weekly cost may be counted twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same cost twice in one placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost goes on after its placement has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weekly cost may be too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost outside any placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost cannot be compared by setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No placement on the census date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be compared within a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared by needs that may have changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed, but with no provider recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing from Providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outcome recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be said of what came of the care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed, but with no distance recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance cannot explain a difference in cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age cannot explain a difference in cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar need, different cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs of two placements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same cost twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost outside a placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost after its placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No progress for the spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible step-down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost above expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost below expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interim care order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full care order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed for adoption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accommodated by agreement (section 20)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short breaks, counted one by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short breaks, counted as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Police protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency protection order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child assessment order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detained by the police</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentenced, with a residence requirement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band of need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>need bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed in an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emergencies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed in an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not placed in an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal statuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance from home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distances from home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>miles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region of the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days on which children were placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDQ total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attainment against expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing episodes in the year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health assessment done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dental check done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Immunisations up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Development check done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convicted in the year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Substance misuse problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal attainment T-score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinship foster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In-house foster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agency foster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supported accommodation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children&apos;s home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unregistered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>School</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With parents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adoption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voluntary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not specified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child protection plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child in need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Education</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statutory return: header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statutory return: episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statutory return: outcomes (OC2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finance: cost lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statutory return: a table not used here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unaccompanied asylum-seeking children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>care leavers (OC3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adoptions (AD1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>should be placed for adoption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>previous permanence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>social worker episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deprivation of liberty orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an Excel workbook or another zipped file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an empty zipped file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an older Excel workbook or Office document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a compressed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a word-processor document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of some other kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need and cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes along with cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished">Darparwyr</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method and words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A two-page summary for a panel or a director, then the evidence behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences summed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight-line distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a workbook or an archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file of another kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>%1 need band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 need bands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aged %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aged %1 and over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aged up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 miles from home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 miles from home or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 miles from home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed after a search of %1 to %2 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed after a search of %1 days or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed after a search of up to %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without %1 child with nothing recorded under “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without %1 children with nothing recorded under “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>living with parents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed for adoption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the setting “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All recorded costs, whoever pays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs counted: %1; paid by: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar need: %1, in the same setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar need: %1, across all settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar need: %1, across comparable settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without children %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without %1 child %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without %1 children %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of %1 child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of %1 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 of %1 child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%2 of %1 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 provider, not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 providers, not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each mark is a provider: what its children cost beside such needs with the other providers of their settings, not shrunk (%1 child).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each mark is a provider: what its children cost beside such needs with the other providers of their settings, not shrunk (%1 children).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By chance and the usual spread between providers, 95 % lie in the band and 99.8 % within the dashed lines (Spiegelhalter 2005).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By chance, 95 % lie in the band and 99.8 % within the dashed lines (Spiegelhalter 2005).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No children on the census date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 children have both a complete need and a cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted among all children looked after on %1, whoever is compared; gravest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 of %3 children. %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; the other has no placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No placement; the other: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 provider; the other&apos;s sector is not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector not recorded; the other&apos;s: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With %1; the other&apos;s provider is not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider not recorded; the other is with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed in an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not placed in an emergency; the other was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 miles from home, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 years old, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need %1, not %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, only for the dearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, only for the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is recorded explains %1 of the spread of weekly cost among %2 children; %3 goes along with nothing recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval of what is explained: %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not explained by anything recorded: %1 a week (95 % interval %2 to %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 period of care or need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 periods of care or need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 placements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 episode of the return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 episodes of the return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cost line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cost lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs framework</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs frameworks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 file brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refining…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring noise could account for all that need does not explain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored without noise, need would explain %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scored without noise, need would explain %1 (%2 to %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two of the %1 children whose needs and cost are recorded have the same needs, level for level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two of the %1 children whose needs and cost are recorded have needs within %2 of each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; ordinary spread would give %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; what ordinary spread would give: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of children with similar needs, no pair differs threefold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of children with similar needs, %2 pair differs at least threefold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of children with similar needs, %2 pairs differ at least threefold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The widest is %1 times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No children to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What need explains of cost cannot be said yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need explains less than %1 of the variation in weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need explains %1 of the variation in weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody passes the filters on this census date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need is on average as it was, of %1 children assessed twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need has fallen by %1 on average, of %2 children assessed twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need has risen by %1 on average, of %2 children assessed twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval of the change: %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By more than scoring noise (%1 levels), %2 needed less and %3 more; %4 can&apos;t be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same as such needs cost with the other providers of the setting (95 % interval: %1 to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 what such needs cost with the other providers of the setting (95 % interval: %2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 beside children of such needs with the other providers of the setting (95 % interval: %2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference between providers can be told from chance once need and setting are allowed for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers account for %1 of the variation that need and setting leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care that is bought lies in the hands of one owner group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care that is bought lies in the hands of %1 owner groups, as concentrated as %2 equal ones would be (HHI %3); the largest four take %4 of the spend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out from %1 child.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out from %1 children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::charts::FunnelChart</name>
    <message>
        <source>Funnel of providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n providers, </source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n beyond the limits that hold 99.8 % of them by chance.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The list of providers has the figures of each.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::charts::NeedCostChart</name>
    <message>
        <source>Need against weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No child has both a complete assessment and a weekly cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scatter of %1 children by total need and weekly cost. %2. %3 Weekly costs run from %4 to %5. The table below lists the same children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; · %2 · need %3 · %4 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more at the same place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::charts::PairProfile</name>
    <message>
        <source>Need profiles side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::charts::ProfileRadar</name>
    <message>
        <source>Need profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, was %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::AnyYesNo</name>
    <message>
        <source>Any</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::Application</name>
    <message>
        <source>What was being done was not saved; everything before it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Twelvefold itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::BringInPage</name>
    <message>
        <source>See need against cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is one step: undoing it takes all of it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is as it was before. Redo brings the rows in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows are no longer in the store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later changes must be undone first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest is: %1. Ctrl+Z undoes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rejects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejects.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejects saved to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rejects were not saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::Busy</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::CarePage</name>
    <message>
        <source>and %1 more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store is sound: its records agree with its audit trail, and no change was altered or dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at, though no fault of the store:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file, every change kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who changed what, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which changes to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 backup %2</source>
        <comment>file name: council, date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twelvefold stores (*%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is saved, with the faults that the store has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the backups from before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all %1…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::CensusPopup</name>
    <message>
        <source>Use this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Census date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore, Providers, Reports and Data quality show how things stood on this day. The list of children stays as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ChartPanel</name>
    <message>
        <source>How was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the picture or the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export: nobody is in the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the children as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is worked out yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures that need resampling are still being worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refining was stopped: figures that need resampling are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The widest pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar need, different cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need and cost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is saved as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is saved as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ChildDelegate</name>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ChildEditor</name>
    <message>
        <source>Add a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked after since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pseudonym such as K7F-204 is made up. The date of birth is kept with the names, apart from everything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say since when the child is looked after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked after since %1 is in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born on %1, after being looked after since %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the identifier that the council&apos;s own system uses for the child.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ChildList</name>
    <message>
        <source>Add a child…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a child by pseudonym or local identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the children whose assessment is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names are kept apart from everything else, and hidden until asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children</source>
        <translation type="unfinished">Plant</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 assessment due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 assessments due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pseudonym or local identifier contains “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every child&apos;s assessment is up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is in care on this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children who have left are found by their pseudonym.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No children yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in the statutory return in Data, or add a child here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ChildListModel</name>
    <message>
        <source>assessment due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfinished assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ChildPage</name>
    <message>
        <source>Move…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of the child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placements &amp;&amp; costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the child, or end care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not assessed yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ChildrenModel</name>
    <message>
        <source>No placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ChildrenWorkspace</name>
    <message>
        <source>Choose a child first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a child…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a child in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onl&amp;y assessments that are due, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>overdue review list filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide &amp;names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start an assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score needs reassess review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign &amp;off the assessment	Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish final complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard the unfinished assessment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no unfinished assessment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move the child, or end care…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new placement leave care adopted death end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Placements and costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeline price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a p&amp;lacement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new move home carer provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a &amp;cost…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new price fee amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;utcomes and goals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDQ attendance change over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an ou&amp;tcome…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new SDQ attendance goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History of the child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audit who changed what when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children of simila&amp;r need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compare comparators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Explore and Reports show the census date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No store is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one, or begin with the demonstration council.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No children yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in the statutory return in Data, or add a child in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the list for a pseudonym or a local identifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The child is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the child who moves first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store can only be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children of similar need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store holds no names.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::CorrelationsModel</name>
    <message>
        <source>under 0.001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pearson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children</source>
        <translation type="unfinished">Plant</translation>
    </message>
    <message>
        <source>Total need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance in miles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::CostDriversModel</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of what is explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by chance %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of all spread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::CostLineEditor</name>
    <message>
        <source>Change a cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount, without VAT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until (not paid on that day)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A single payment counts a week only between two dates: say until when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the amount that is paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say from which day it is paid.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::CostScopeMenu</name>
    <message>
        <source>%1. O: only this one, or all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by anyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::CriterionFilter</name>
    <message>
        <source>Not a number of %1 from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 child of whom nothing is recorded is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children of whom nothing is recorded are left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::DataTable</name>
    <message>
        <source>The row is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows are on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of the %2 rows of the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is saved as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List only the group that is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the %1 rows as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the whole table as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by “%1”, largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by “%1”, A to Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by “%1”, smallest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by “%1”, Z to A</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::DataWorkspace</name>
    <message>
        <source>Bring in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bring in files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import load upload return finance csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import load upload return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data &amp;quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing problems stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End costs that go on after their placement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mend lines past their end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cost goes on after its placement has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound integrity verify damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who changed what, and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audit trail log history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::DateEdit</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from a calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no day %1 in that month: %2 %3 has %4 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no month %1. Write the day, then the month, then the year: 31/03/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the year in four digits: 31/03/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The year %1 is not one between 1900 and 2199.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a date. Write the day, month and year: 31/03/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is %2 years from now: is the year right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was %2 years ago: is the year right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is before it begins, on %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::DomainDetail</name>
    <message>
        <source>Evidence: what was seen, by whom and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known, because…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why %1 is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence note  N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence  N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known…  U</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence: %1  C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::DomainRow</name>
    <message>
        <source>%1: level %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (last time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not scored yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::DraftSaver</name>
    <message>
        <source>the program itself is at fault (%1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::DropZone</name>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files or a folder here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of the statutory return (SSDA903) and plain cost files, as CSV. Nothing is changed until you have seen what would be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files to bring in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to bring in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::EmptyState</name>
    <message>
        <source>Nobody is on the records on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The children of this store came later or have left care by then. Choose another census date.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ExploreWorkspace</name>
    <message>
        <source>&amp;How was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method trace explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What &amp;similar means (tolerance)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar need levels distance metric pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare within the same s&amp;etting, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is c&amp;omparable, or all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with parents adoption allowances left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which costs co&amp;unt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>components funder paid by education health</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clea&amp;r filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset all settings ages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of &amp;children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected cost list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar &amp;pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratio times widest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions step down stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost &amp;drivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explain share variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corre&amp;lations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each child once among the pairs, or all pa&amp;irs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar widest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List only the &amp;group that is chosen, or all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selection brushed filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose several children in the picture or in a table first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children who are &amp;not in the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out excluded missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export save download chart picture table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need against cost wants children who are looked after on the census date. Bring in the statutory return and the costs, or choose another date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::FigureLink</name>
    <message>
        <source>How was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens how this was worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the figure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::FigureSentence</name>
    <message>
        <source>Tab goes from figure to figure, Enter opens how it was worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::FilterPanel</name>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare children in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar means within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar means within this many levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the difference of two profiles is measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ages included, in years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change which costs are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability of scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability of total need, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken as exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On how many children it was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected cost, 90 % band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widest pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same-need medians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median and 10–90 % lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic cost axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the children who are not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allowances for children with parents or placed for adoption are compared with prices of care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 child is not shown: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children are not shown: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one setting is compared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::FlagsModel</name>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q, by model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 0.001</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::FormDialog</name>
    <message>
        <source>Leave without saving?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was typed here is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::FromTo</name>
    <message>
        <source>%1, in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::HeaderBar</name>
    <message>
        <source>%1, comparable settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Census date %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore, Providers, Reports and Data quality show this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No child on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 child on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is working: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes are recorded under this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore, Providers, Reports and Data quality show %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::HelpWindow</name>
    <message>
        <source>Twelvefold help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children and scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explore: need against cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished">Darparwyr</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished">Adroddiadau</translation>
    </message>
    <message>
        <source>Data: bringing in and care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::HistoryPage</name>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the history  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter on an assessment to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superseded on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No assessment was signed off yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed by hand since this child was brought in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessment of %1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::Inspector</name>
    <message>
        <source>no cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All children in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children</source>
        <translation type="unfinished">Plant</translation>
    </message>
    <message>
        <source>Median weekly cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median weekly cost by setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median weekly cost: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a mark, a connector or a row to see why a child&apos;s care costs what it does. Drag a rectangle to choose several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean total need, then and now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no complete assessment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An expected cost needs both a complete assessment and a weekly cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other child with both, to say what such needs cost elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times the median of children with similar needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparators&apos; median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer than five children are within %1: these are the %2 nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 within %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the comparators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line and its band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds, of children tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refining…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons to look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair · similar need, different cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that is recorded tells these two apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dearer child first. What is recorded, not why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar need, different cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes along with the gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gap: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gap: nothing recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With 95 % intervals. What differs along with cost among all children, not why these two differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group this large is worked out when it is all that is compared: narrow the settings or ages on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dearest %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need explains, in this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need explains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts of the weekly cost that count, on %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, paid by %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together: %1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest signed-off assessment by the census date, of %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 × weight %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total need of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: how was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::InspectorSheet</name>
    <message>
        <source>How was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: how was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::LinkedTables</name>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each child once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was the row chosen worked out? (Alt+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was the row chosen worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or save the table shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children</source>
        <translation type="unfinished">Plant</translation>
    </message>
    <message>
        <source>Similar pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost drivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tick: what chance alone would give. Not causes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 of children lie outside the expected range by construction. Of costs above or below expected, q ranks which stand out most; it rests on a model of ordinary spread, the flag does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these %1 ✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 children are listed: list all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List only the %1 children chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only of %1 children who were chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No expected cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::MainWindow</name>
    <message>
        <source>Children</source>
        <translation>Plant</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Archwilio</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Darparwyr</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Adroddiadau</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Ffeil</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Agor…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Gadael</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Golygu</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Dadwneud</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ailwneud</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>G&amp;weld</translation>
    </message>
    <message>
        <source>&amp;Children</source>
        <translation>&amp;Plant</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>&amp;Archwilio</translation>
    </message>
    <message>
        <source>&amp;Providers</source>
        <translation>&amp;Darparwyr</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>Ad&amp;roddiadau</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Data</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Cymorth</translation>
    </message>
    <message>
        <source>Twelvefold stores (*%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Twelvefold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can read it meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has changed this store since it was read here. What you see may be out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was not repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store is not as the program left it. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>This store is not as the program left it: %n faults. The first: %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults of the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records can still be read and changed. Compare them with a backup from before, or restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demonstration council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demonstration council was not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was not made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made the store of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore: choose the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore: where to keep the restored store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 restored</source>
        <comment>file name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring from the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored. The store that was made is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored. The store that was made is not open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unfinished assessment is not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 What was typed since it was last saved is lost if this store is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes are recorded under this name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xplore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open r&amp;ecent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;demonstration council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a &amp;backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export copy keep safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore from a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recover get back copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stores opened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember the stores I open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows table clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the &amp;table as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export rows download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find a child, provider or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who is working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose rows of a table, or mark words, to copy them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a table first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Census &amp;date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dar&amp;k appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Twelvefold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twelvefold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What children need, what their care costs, and what comes of it.

Free software under the GNU General Public License, version 3 or later. It works offline and sends nothing anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with an unfinished assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with %1 unfinished assessments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was typed in this field is left to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was typed in this field is left to bring back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::MoneyEdit</name>
    <message>
        <source>£</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>an amount, then per what</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::MoreFilters</name>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all children looked after whose settings are compared, of any age, with all costs counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More filters (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::MoveEnding</name>
    <message>
        <source>Say on which day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1 · 1 night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1 · %2 nights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>began on that day itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No placement runs on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::MoveForm</name>
    <message>
        <source>%1 → %2 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To a new placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves care</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sought since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The child comes into care that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, and whose decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins the same day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Core</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin to type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>miles from home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,200, or 650 a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 miles from home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 nearer than now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 further than now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End care  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the death  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1; one step, Ctrl+Z takes all of it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 of your children lives with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of your children live with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; %1 (%2 to %3) beside such needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>need %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected at this need %1 to %2 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has left care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The death of %1 is entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what kind of setting the child moves to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search began on %1, after the move on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say on which day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::NeedPanel</name>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See them in Explore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children of similar need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children of similar need: how was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solid today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solid %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first assessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · dashed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0–4 scores and moves on · ↑↓ rows · ←→ read levels · N note · U not known · C confidence · Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a domain, 0–4 begins an assessment · ↑↓ rows · ←→ read levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far, %1 of %2 scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3&#xa0;to&#xa0;%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rose %2 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fell %2 levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: evidence will be asked for at sign-off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, and %2 more moved as far: evidence will be asked for at sign-off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared on the %1 domains scored so far, across all settings, on the census date %2. Similar: within %3 in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown once a domain is scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 child on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 children on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody compared on %1 has been assessed in these domains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The %1 nearest on %3, within %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · cost not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
middle half %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::NeedsForm</name>
    <message>
        <source>Last time: %1, on %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::NeedsPage</name>
    <message>
        <source>saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet: %1 It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off  Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not assessed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not assessed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This store is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have an unfinished assessment from %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have an unfinished assessment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed on %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a reassessment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  Enter</source>
        <comment>what the key begins</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or press a level: it begins with that score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed today. Press to choose another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day that is assessed, not today. Press to choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to take back in this assessment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to bring back in this assessment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard this unfinished assessment?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo gives it back. Earlier assessments stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unfinished assessment of %1 is discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One thing to mend before it can be signed off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 things to mend before it can be signed off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the unfinished assessment first; then sign it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to sign off yet: score the needs first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest assessment is signed off already. Start a reassessment first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to sign off here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&apos;s assessment is signed off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It counts from %1; the census date is %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::NewStoreDialog</name>
    <message>
        <source>Make the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All records are kept in one file on this computer. Only you can read it, and nothing is sent anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished">&amp;Ffeil</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to keep the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twelvefold stores (*%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::NoticeBar</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was just done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::OneOfMany</name>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::OutcomeEditor</name>
    <message>
        <source>Change an outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 %3; %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say on which day it was measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The date %1 is in the future.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is outside the range: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::OutcomesPage</name>
    <message>
        <source>the same as on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better than on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worse than on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better by %1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worse by %1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an outcome…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outcomes yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes of the care: SDQ, attendance, missing episodes, health.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter an outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a value…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a form, then the child whose record it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this value of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 on %3. This can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome is removed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::OwnWords</name>
    <message>
        <source>Strengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The child&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is going well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What I want</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strengths, in a few words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close  Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In %1&apos;s own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matters to me, what is going well, what I want…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be built on…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::PagePreview</name>
    <message>
        <source>Preview of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the whole of it as text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::PairsModel</name>
    <message>
        <source>Dearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheaper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::PlacementEditor</name>
    <message>
        <source>Change a placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deprivation of liberty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search began on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin to type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>miles from home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search took 1 day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search took %1 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The placement is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 that began on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End %1 on that day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On %1 the child is not recorded as looked after, and counts among no children in care that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say from which day the child lives there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search began on %1, after the placement did on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what kind of setting it is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::PlacementTimeline</name>
    <message>
        <source>Timeline of placements and costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::PlacementsPage</name>
    <message>
        <source>emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deprivation of liberty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 miles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search 1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Particulars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a placement…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a cost…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this placement of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The placement is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. This can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. What is paid for it goes with it: %2. This can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this cost of %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 %3 from %4. This can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No placement is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came and left on the same day: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cost is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a form, then the child whose record it is</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::PlanView</name>
    <message>
        <source>Kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rejects…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop these files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which problems to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>a year of the return: 2025–26</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these files was recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rows: %1. Changed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as before: %1. Would not be taken: %2. New children: %3, with changes: %4. Nothing has been changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ProvidersWorkspace</name>
    <message>
        <source>Children with this provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How were the provider&apos;s figures worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens a child; Alt+Enter says how the expected cost was worked out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was the provider&apos;s effect worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the funnel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a provider&apos;s children cost beside such needs elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No expected cost of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An expected cost needs both a complete assessment and a weekly cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to save: nobody is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the funnel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is saved as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other provider offers its setting here, or its children have no need or cost recorded, so there is nobody to hold it against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its children cost %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of %1 providers it may stand anywhere from %2 to %3, 1 being the least costly for such needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (%3 to %4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes beside children of such needs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vs expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a provider to see its children.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n children</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List of providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spend market share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How was the provider&apos;s figure worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>method trace explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the &amp;funnel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export picture download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most spend first; not a league table: providers care for children with different needs. “For such needs” allows for that, with a 95 % interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers</source>
        <translation type="unfinished">Darparwyr</translation>
    </message>
    <message>
        <source>How was the concentration worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In how few hands care lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children</source>
        <translation type="unfinished">Plant</translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For such needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner group</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n providers care for these children</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No provider is recorded for these children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store has providers, but none of a child who is compared on %1. Choose another date or other filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No providers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers appear when placements or costs that name them are brought in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::QualityPage</name>
    <message>
        <source>Press Enter to open a child.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children concerned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children</source>
        <translation type="unfinished">Plant</translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it keeps from being said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost goes on after the placement that it is for, or the child&apos;s life, has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 costs go on after the placement that they are for, or the child&apos;s life, has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it on the day its placement ended…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End these %1 on the day their placement ended…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, ends %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is one step and can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost is ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 costs are ended.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::Rail</name>
    <message>
        <source>Workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a workspace and its shortcut</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::RangeSlider</name>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::RecordEditor</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::RecordTable</name>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: change the one chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: end the one chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: remove the one chosen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::ReportsWorkspace</name>
    <message>
        <source>The report is being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export download print document value report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read the report as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>screen reader preview words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is c&amp;omparable, or all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report compare comparable settings parents adoption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For an &amp;internal audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report audience pseudonyms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For &amp;publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report audience publishable small numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished">Adroddiadau</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publishable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cohort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is comparable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without children living with parents or placed for adoption, whose allowances are no prices of care. Explore follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XLSX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows children by pseudonym. For people who may see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows no child; hides counts under 6 so that none can be worked out, rounds the rest, and prints the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody passes the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody passes the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filters in Explore, or choose another census date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody on the census date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to report yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A report needs children with their needs scored and their costs recorded on the census date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared across all settings, the same report can be published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be published about these children</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the internal report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to report yet: nobody is compared on the census date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 for publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is saved as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::SearchBox</name>
    <message>
        <source>Search or command  Ctrl+K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a child, a provider, a command or help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>pseudonym and local identifier</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::StandingLine</name>
    <message>
        <source>Stop refining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the band holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the intervals of cost drivers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what chance would give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the new answer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refining %1… %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refining was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refine again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::StoreBanner</name>
    <message>
        <source>About the store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::StrengthPicker</name>
    <message>
        <source>%1: %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::TickGroup</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::TickRow</name>
    <message>
        <source>Only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. O: only this one, or all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them again (O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this one (O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::Ticks</name>
    <message>
        <source>Of “%1”, at least one is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children on the census date, whatever the other filters: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Children of the kinds in force, whatever the other filters: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::TraceDialog</name>
    <message>
        <source>How was this worked out?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How %1 was worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::WeeklyFigure</name>
    <message>
        <source>%1, per week of 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> × 7/%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How is this made up?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of these costs may be counted twice: two run at once for the same. Did one of them end?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a week · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is recorded · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, paid by %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 is a single payment without an end, and counts in no week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line is taken to the week and rounded to the penny, then added; VAT is left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>twelvefold::ui::WelcomePage</name>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What children need, what their care costs, and what comes of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demonstration council</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>534 invented children, three years of needs, costs and outcomes. Nothing in it is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file on this computer, readable by you alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a store…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember the stores I open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the demonstration council…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works offline. Nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two children with similar needs. One costs %1 times the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why? Three clicks from here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
