// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "analysis/findings/comparators.h"
#include "analysis/findings/cost_matching.h"
#include "analysis/findings/data_quality.h"
#include "analysis/findings/ledger_comparison.h"
#include "analysis/findings/pair_explained.h"
#include "domain/cohort_filter.h"
#include "domain/message.h"
#include "domain/money.h"
#include "domain/records.h"
#include "domain/registered_setting.h"
#include "domain/words.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace twelvefold::domain {
struct Choice;
}

// Findings and problems as sentences, money, dates. Everything a person reads that is not fixed
// text of a form is worded here; scripts get the same words in English.
namespace twelvefold::wording {

enum class Language
{
    persons, // the language and number format of the person at the screen
    english  // plain English whatever the locale: for JSON and files that programs read
};

QString text(const domain::Message& message, Language language = Language::persons);
QString text(domain::Word word, Language language = Language::persons);

QString money(domain::Money amount); // "£1,234.50", "−£12.30"
QString pounds(double pounds);       // the same, of a double
QString roundPounds(double pounds);  // "£1,235": on axes and in sentences
QString largeMoney(double pounds);   // "£39.6m", "£820k"
// What several children's care costs together. Care is never free: where it comes to nothing, its
// cost was not recorded, and is "not known".
QString spend(double pounds, QString (*written)(double) = roundPounds);
// "At least £42.8m a year; about £1.1m more (95 % interval £0.8m to £1.9m) is not recorded for 18
// children." Where it cannot be told how much more, for how many none is recorded; where nothing is
// missing, "£42.8m a year."
enum class Per
{
    week,
    year
};
QString spendTold(const analysis::RecordedSpend& spend, Per per,
                  Language language = Language::persons);
QString date(domain::Date date); // "31 Mar 2026"
QString ratio(double ratio);     // "11.8×"
QString percent(double share);   // 0.231 -> "23 %"
QString number(double value, int decimals);
QString count(std::uint64_t n);  // "65,906"
QString levels(double distance); // "1 level", "2 levels"

// A moment as the store writes it ("2026-11-29T14:02:11Z") in the time it is here: "29 Nov 2026,
// 14:02". A sentence tells such an argument so too.
QString moment(const std::string& utc);

// What is written by the functions above can be read again: each gives the value of its text as the
// person sees it, and nothing for any other text.
std::optional<domain::Money> readMoney(const QString& text); // with or without its £
std::optional<domain::Date> readDate(const QString& text);
std::optional<double> readNumber(const QString& text);

// An edit in the audit trail, as done: "Signed off the assessment of K7F-204"; and what became of
// which records: "1 placement changed, 2 cost lines added".
QString done(const domain::Message& edit, Language language = Language::persons);
QString recordsTouched(const std::string& detail);
QString recordsCounted(const std::string& detail); // the same without what: "3 placements"
// Of files that are to be taken back: what stands in the way of it, and what is kept of how many
// children.
QString doneSince(const std::string& detail);
QString keptOf(const std::string& detail, std::uint64_t children);

// What an event's code means; the code itself where it is none of the return's.
QString meaningOf(const domain::CareEvent& event);

// "3 points", "2 months": by how much an outcome changed, without a sign. A percentage changes by
// points: "by 3 %" would say another thing.
QString outcomeChange(const domain::OutcomeMeasure& measure, double by);

// "53 % of the difference in cost goes with need, 38 % with the kind of placement at the same need,
// 9 % with its price": the sentence that a view says, and the sentences under it. Of too few
// children in paid care to say so, what need alone goes with. Without resampled figures the parts
// that need them are left out.
QString headline(const analysis::Findings& findings, Language language = Language::persons);
QString underHeadline(const analysis::Findings& findings, Language language = Language::persons);
// Of it, what is said of children with similar needs.
QString similarNeedFound(const analysis::Findings& findings);

// The same, with its figures told apart from its words, so that each can open how it was worked
// out.
enum class Figure
{
    none, // words
    costShares,
    costSharesInterval,
    sameNeed,
    pairsOfKinds,
    spreadOfKinds,
    needExplains,
    needExplainsInterval,
    pairsApart,
    ordinarySpread,
    widestPair
};
struct SentencePart
{
    QString text;
    Figure figure = Figure::none;
    bool missing = false; // the figure is not in: the text says so
};
// What stands where resampled figures are not in.
enum class InPlace
{
    nothing,
    refining,    // "refining…"
    notWorkedOut // "not worked out"
};
std::vector<SentencePart> headlineParts(const analysis::Findings& findings);
// Without what children of one need cost in and outside residential care, which the bars of amounts
// stand for, nor what scoring without noise would change: sameNeedParts() tells them.
std::vector<SentencePart> underHeadlineParts(const analysis::Findings& findings, InPlace inPlace);
std::vector<SentencePart> sameNeedParts(const analysis::Findings& findings); // may be none

// "1.3 times the median of 23 children with similar needs": with how many, and what stands in the
// way of it, in the sentence itself; nothing where there is nobody to compare with. Who they are;
// and by whom and when a child's needs were scored, with whether that is long ago.
QString expectedTold(const analysis::ExpectedCost& expected,
                     const analysis::ComparatorsTold& comparators, double tolerance,
                     Language language = Language::persons);
QString comparatorsAre(const analysis::ComparatorsTold& comparators,
                       Language language = Language::persons);
QString asScored(const domain::Cohort& cohort, std::size_t row,
                 Language language = Language::persons);

// "Sector and provider"; "64 % of the spread of weekly cost among 454 children goes with what is
// recorded of them, …", less what chance gives, and why nothing is shared out, where it is not.
QString driverName(const analysis::CostDriver& driver, Language language = Language::persons);
QString driverName(const std::vector<analysis::DriverKind>& kinds,
                   Language language = Language::persons);
QString driversSummary(const analysis::CostDrivers& drivers, Language language = Language::persons);
// "Goes with nothing recorded: £1,230 a week (95 % interval £870 to £1,590)."
QString unexplainedGap(const analysis::PairExplained& explained,
                       Language language = Language::persons);

QString questionTitle(analysis::QuestionKind kind, Language language = Language::persons);
// "Questions to ask: 13, 4 new"
QString questionsToAsk(const analysis::Worklist& worklist);
// What it says; of a line of many with how many of its children are put aside: "8 children live in
// placements that are not registered, … Of them 1 is put aside: explained."
QString questionSays(const analysis::Question& question);
// "E7K-859: £26,260 a week where …", or a line of many.
QString questionLine(const analysis::Question& question);
// "E7K-859", or "9 children"; with others put aside "7 of 9 children".
QString askedOfWhom(const analysis::Question& question);
// "new", "put aside until now", "changed in the last month"; of a line of many how many of its
// children are what: "3 new, 1 changed in the last month". Empty: as a month ago.
QString questionStanding(const analysis::Question& question);
// The same in a narrow column: "new", "again", "changed", "3 new, 1 changed"; and of one child.
QString standingInShort(const analysis::Question& question);
QString standingInShort(const analysis::AskedOf& asked);
QString worthExpected(const analysis::YearlyWorth& worth); // "£58k"
QString worthRange(const analysis::YearlyWorth& worth);    // "£9k to £147k"
QString falseAlarms(const analysis::Question& question);   // "5 in 100"; empty: not of prices
// All that is known of it besides its title and its words: standing, worth, false alarms.
QStringList questionFacts(const analysis::Question& question);
// "Price above what is usual · new · about £58k a year (£9k to £147k) · false alarm 5 in 100"
QString aboutQuestion(const analysis::Question& question);
// "Those that can be priced may be worth about £0.7m a year (£0.2m to £1.4m), before what it costs
// to move."; empty where none is.
QString worthOfAll(const analysis::Worklist& worklist);
// How often the rules would ask on nothing, what cannot be seen, and which rules are not applied.
QStringList onNothing(const analysis::Worklist& worklist);
// What came of a question, within a sentence: "to a panel".
QString outcomeInSentence(domain::QuestionOutcome outcome);
// "3 questions are put aside until a day to come: explained (2), to a panel (1)."; empty: none is.
QString putAsideTold(const analysis::Worklist& worklist);
// "Not asked: Price above what is usual, Possible step-down. 12 children … are too few …": a
// sentence a reason; nothing where every rule is applied.
QStringList rulesNotApplied(const analysis::Worklist& worklist);

// "7 % above what such needs cost with the other providers of the setting (95 % interval: 2 % above
// to 17 % above)"; of an outcome in its own unit. In short "+7 % (+2 % to +17 %)", or "+7 %" alone.
// Of a provider about which nothing is claimed: "cannot be told from 3 children".
QString effect(const analysis::ProviderEffects& effects, const analysis::ProviderEffect& provider,
               Language language = Language::persons);
QString effectTold(const analysis::ProviderEffects& effects,
                   const analysis::ProviderEffect& provider, Language language = Language::persons);
QString effectShort(const analysis::ProviderEffects& effects, double value);
QString measureTitle(const analysis::ProviderEffects& effects,
                     Language language = Language::persons); // "Weekly cost", "SDQ total"
// How much of what need and setting leave lies between providers, and in how few hands care lies.
QString providersDiffer(const analysis::ProviderEffects& effects,
                        Language language = Language::persons);
// "Typical difference between providers 8 % (95 % interval 3 % to 13 %); p = 0.011 of no
// difference, from 43 providers and 489 children." Where none is claimed, how large one could be,
// or that it cannot be told. Empty where there is no fit.
QString providersTest(const analysis::ProviderEffects& effects,
                      Language language = Language::persons);
// "To see a 20 % difference takes about 11 children (agency foster) or 12 (in-house foster) with
// one provider." Empty where nothing is compared in cost.
QString providersPower(const analysis::ProviderEffects& effects,
                       Language language = Language::persons);
QString concentration(const analysis::Market& market, Language language = Language::persons);
// "Ofsted's list of 1 May 2023: Children's Home, 4 places, Testshire, South East, graded Good."
QString onList(const domain::RegisteredSetting& listed, Language language = Language::persons);
// How many providers have a URN that is on no list, and how many closed before a placement with
// them ended; empty where none.
QString providersOffLists(std::uint64_t ofNoList, std::uint64_t usedPastClosing,
                          Language language = Language::persons);

// What of the costs that run on its day is matched to placements, and what is not.
QString matchedCosts(const analysis::CostMatching& matching, Language language = Language::persons);

// How far the finance ledger and the store are apart, and what of both could be compared.
QString ledgerAgainstStore(const analysis::LedgerComparison& found,
                           Language language = Language::persons);
QString ledgerParts(const analysis::LedgerComparison& found, Language language = Language::persons);

// How need has changed, a sentence an item; why it cannot be said, where it cannot.
QStringList needChange(const analysis::NeedChange& change, Language language = Language::persons);

// "412 of 534 children: looked after, 31 Mar 2026"; without the date where it stands beside. Where
// settings are not compared it names them, and how many children that leaves out, where known; and
// how many are left out because nothing is recorded of them.
QString cohortInForce(std::size_t shown, std::size_t all, const domain::CohortFilter& filter,
                      std::optional<domain::Date> census,
                      const domain::NotCompared& notCompared = {},
                      const domain::NotRecorded& notRecorded = {});
// "Of 9 of them need can be held against cost; of the other it cannot: no cost recorded (1)."
// Nothing where of all of them it can.
QString notHeldAgainstCost(const analysis::CohortSummary& cohort,
                           Language language = Language::persons);
// What a criterion can be, and a value of its range: "Children's home", "12", "31 Mar 2026".
QString words(const domain::Choice& choice);
QString valueOf(const domain::Criterion& criterion, double value);
// What is asked by it, within a sentence about children: "aged 10 to 15", "2 providers".
QString asked(const domain::Criterion& criterion, const domain::Wanted& wanted);
// "without 39 children living with parents or placed for adoption"; nothing where all are compared.
QString withoutNotCompared(const domain::CohortFilter& filter,
                           const domain::NotCompared& notCompared = {});

// "60 children living with parents or placed for adoption"
QString notComparedTold(const domain::NotCompared& notCompared);

// "Looked after, aged 10 to 15, 3 providers, not named. All recorded costs, whoever pays.": the
// filters in force, without how many children they leave.
QString filtersInForce(const domain::CohortFilter& filter, bool nameProviders);

// "Similar need: within 4 levels in all, across comparable settings."
QString similarNeedMeans(const analysis::Options& options);

// The caption every exported picture carries: store, census date, filters, n, method.
QString caption(const QString& storeName, const analysis::Findings& findings,
                const domain::CohortFilter& filter);
QString funnelCaption(const QString& storeName, const analysis::Findings& findings,
                      const domain::CohortFilter& filter);

// What is paid and what it goes with: "Children's home: £324,940 a week; need £244,102, placement
// £63,871, price £16,968".
QString amountsInWords(const QString& of, const analysis::Amounts& amounts,
                       Language language = Language::persons);
// "427 of the 475 children compared are in paid care with a known need and cost; 48 are left out."
QString inPaidCare(const analysis::AmountsFound& found, Language language = Language::persons);
// Why what is paid for those in force is not told as need, placement and price: said in place of
// every picture and table of them. Empty where it is.
QString amountsNotTold(const analysis::Findings& findings, Language language = Language::persons);
// What the bars of the picture are.
QString whatBarsAre(Language language = Language::persons);
QString amountsCaption(const QString& storeName, const analysis::Findings& findings,
                       const domain::CohortFilter& filter);
// What the steps from need to what is paid are; and their caption, of one child by its pseudonym,
// else of all in force.
QString whatStepsAre(Language language = Language::persons);
QString waterfallCaption(const QString& storeName, const analysis::Findings& findings,
                         const domain::CohortFilter& filter, const QString& child = {});

// "526 of 534 children have both a complete need and a cost"; among whom that and each problem is
// counted; and a problem as a sentence: "Never assessed: 7 of 534 children. Left out of need
// against cost."
QString completeness(const analysis::DataQuality& quality, Language language = Language::persons);
QString countedAmong(const analysis::DataQuality& quality, Language language = Language::persons);
QString qualityNote(const analysis::DataQuality& quality, const analysis::QualityProblem& problem,
                    Language language = Language::persons);

// One thing that is recorded differently of two children.
struct Difference
{
    QString words;  // "Children's home, not in-house foster"
    QString figure; // "£5,000.00 more"; may be empty
};
// Every recorded difference that might bear on the cost, the dearer child's side first. What is
// recorded of only one of them is said; what is the same, or not counted, is left out.
std::vector<Difference> differences(const domain::Cohort& cohort, std::size_t dearer,
                                    std::size_t cheaper, const domain::CostScope& counted);

// A trace as lines of text, for "How was this worked out?".
QStringList traceLines(const analysis::Trace& trace);

} // namespace twelvefold::wording
