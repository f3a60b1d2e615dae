// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace twelvefold::wording {
namespace {

using analysis::AskedOf;
using analysis::AskedStanding;
using analysis::Question;
using analysis::Worklist;
using analysis::YearlyWorth;

// To two figures: what rests on borrowed shares is no more exact.
QString roundly(double pounds)
{
    if (pounds == 0)
        return largeMoney(0);
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(pounds))) - 1);
    return largeMoney(std::round(pounds / unit) * unit);
}

QString worthInWords(const YearlyWorth& worth)
{
    return said(TWELVEFOLD_TEXT("Wording", "about %1 a year (%2)"),
                {worthExpected(worth), worthRange(worth)});
}

QString standingWords(AskedStanding standing)
{
    switch (standing) {
    case AskedStanding::isNew:
        return said(TWELVEFOLD_TEXT("Wording", "new"));
    case AskedStanding::overdue:
        return said(TWELVEFOLD_TEXT("Wording", "put aside until now"));
    case AskedStanding::changed:
        return said(TWELVEFOLD_TEXT("Wording", "changed in the last month"));
    case AskedStanding::asBefore:
        break;
    }
    return {};
}

QString shortStanding(AskedStanding standing)
{
    switch (standing) {
    case AskedStanding::overdue:
        return said(TWELVEFOLD_TEXT("Wording", "again"));
    case AskedStanding::changed:
        return said(TWELVEFOLD_TEXT("Wording", "changed"));
    case AskedStanding::isNew:
    case AskedStanding::asBefore:
        break;
    }
    return standingWords(standing);
}

// "explained (2), to a panel (1)"
QString outcomesTold(const std::vector<domain::QuestionOutcome>& outcomes)
{
    QStringList each;
    for (const auto& outcome : domain::allOf<domain::QuestionOutcome>()) {
        if (const auto n = std::ranges::count(outcomes, outcome.value); n > 0)
            each << said(TWELVEFOLD_TEXT("Wording", "%1 (%2)"),
                         {outcomeInSentence(outcome.value), count(static_cast<std::uint64_t>(n))});
    }
    return each.join(QStringLiteral(", "));
}

// Of a line of many, how many of its children stand how, by the rule for one.
QString standingOf(const Question& question, QString (*words)(AskedStanding))
{
    if (!question.isOfMany())
        return words(question.children.front().standing());
    QStringList each;
    for (const auto standing :
         {AskedStanding::isNew, AskedStanding::overdue, AskedStanding::changed}) {
        if (const std::size_t n = question.childrenWho(standing); n > 0)
            each << said(TWELVEFOLD_TEXT("Wording", "%1 %2"), {count(n), words(standing)});
    }
    return each.join(QStringLiteral(", "));
}

} // namespace

QString questionTitle(analysis::QuestionKind kind, Language language)
{
    return text(analysis::entryOf(kind).title, language);
}

QString questionsToAsk(const Worklist& worklist)
{
    if (worklist.questions.empty())
        return said(TWELVEFOLD_TEXT("Wording", "No question to ask"));
    return said(TWELVEFOLD_TEXT("Wording", "Questions to ask: %1, %2 new"),
                {count(worklist.questions.size()), count(worklist.newQuestions())});
}

QString outcomeInSentence(domain::QuestionOutcome outcome)
{
    return lowered(text(domain::word(outcome)));
}

QString questionSays(const Question& question)
{
    const QString fact = text(question.says);
    const std::size_t aside = question.putAside.size();
    if (aside == 0)
        return fact;
    const QString put =
        question.children.empty() ? said(TWELVEFOLD_TEXT("Wording", "All are put aside: %1."),
                                         {outcomesTold(question.putAside)})
        : aside == 1              ? said(TWELVEFOLD_TEXT("Wording", "Of them 1 is put aside: %1."),
                                         {outcomeInSentence(question.putAside.front())})
                     : said(TWELVEFOLD_TEXT("Wording", "Of them %1 are put aside: %2."),
                            {count(aside), outcomesTold(question.putAside)});
    return fact + QLatin1Char(' ') + put;
}

QString putAsideTold(const Worklist& worklist)
{
    std::vector<domain::QuestionOutcome> outcomes;
    for (const analysis::QuestionAside& parked : worklist.aside)
        outcomes.push_back(parked.aside.outcome);
    if (outcomes.empty())
        return {};
    if (outcomes.size() == 1)
        return said(TWELVEFOLD_TEXT("Wording", "1 question is put aside until a day to come: %1."),
                    {outcomeInSentence(outcomes.front())});
    return said(TWELVEFOLD_TEXT("Wording", "%1 questions are put aside until a day to come: %2."),
                {count(outcomes.size()), outcomesTold(outcomes)});
}

QStringList rulesNotApplied(const Worklist& worklist)
{
    std::vector<std::pair<QString, QStringList>> byReason;
    for (const analysis::RuleTold& rule : worklist.rules) {
        const auto idle = worklist.whyNotAsked(rule.kind);
        if (!idle)
            continue;
        const QString why = text(*idle);
        auto known = std::ranges::find(byReason, why, &std::pair<QString, QStringList>::first);
        if (known == byReason.end()) {
            byReason.emplace_back(why, QStringList());
            known = std::prev(byReason.end());
        }
        known->second << questionTitle(rule.kind);
    }
    QStringList sentences;
    for (const auto& [why, titles] : byReason)
        sentences << said(TWELVEFOLD_TEXT("Wording", "Not asked: %1. %2"),
                          {titles.join(QStringLiteral("; ")), why});
    return sentences;
}

QString questionLine(const Question& question)
{
    return question.isOfMany() ? questionSays(question)
                               : said(TWELVEFOLD_TEXT("Wording", "%1: %2"),
                                      {QString::fromStdString(question.children.front().pseudonym),
                                       text(question.says)});
}

QString askedOfWhom(const Question& question)
{
    const std::size_t n = question.children.size();
    if (n == 1)
        return QString::fromStdString(question.children.front().pseudonym);
    return question.putAside.empty() ? said(TWELVEFOLD_TEXT("Wording", "%1 children"), {count(n)})
                                     : said(TWELVEFOLD_TEXT("Wording", "%1 of %2 children"),
                                            {count(n), count(n + question.putAside.size())});
}

QString questionStanding(const Question& question)
{
    return standingOf(question, standingWords);
}

QString standingInShort(const Question& question)
{
    return standingOf(question, shortStanding);
}

QString standingInShort(const AskedOf& asked)
{
    return shortStanding(asked.standing());
}

QString worthExpected(const YearlyWorth& worth)
{
    return roundly(worth.expected);
}

QString worthRange(const YearlyWorth& worth)
{
    return said(TWELVEFOLD_TEXT("Wording", "%1 to %2"),
                {roundly(worth.lower), roundly(worth.upper)});
}

QString falseAlarms(const Question& question)
{
    return question.falseAlarms ? said(TWELVEFOLD_TEXT("Wording", "%1 in 100"),
                                       {number(std::max(1.0, 100 * *question.falseAlarms), 0)})
                                : QString();
}

QStringList questionFacts(const Question& question)
{
    QStringList facts;
    if (const QString stands = questionStanding(question); !stands.isEmpty())
        facts << stands;
    if (question.worth)
        facts << worthInWords(*question.worth);
    if (question.falseAlarms)
        facts << said(TWELVEFOLD_TEXT("Wording", "false alarm %1"), {falseAlarms(question)});
    return facts;
}

QString aboutQuestion(const Question& question)
{
    return (QStringList(questionTitle(question.kind)) + questionFacts(question))
        .join(QStringLiteral(" · "));
}

QString worthOfAll(const Worklist& worklist)
{
    return worklist.worth
               ? said(TWELVEFOLD_TEXT("Wording",
                                      "Those that can be priced may be worth %1, before what it "
                                      "costs to move."),
                      {worthInWords(*worklist.worth)})
               : QString();
}

QStringList onNothing(const Worklist& worklist)
{
    QStringList sentences;
    double prices = 0;
    bool known = false;
    for (const analysis::RuleTold& rule : worklist.rules) {
        const bool ofPrice = rule.kind == analysis::QuestionKind::priceAbove ||
                             rule.kind == analysis::QuestionKind::priceBelow;
        if (ofPrice && rule.onNothing) {
            prices += *rule.onNothing;
            known = true;
        } else if (rule.onNothing && rule.asked > 0) {
            sentences << said(TWELVEFOLD_TEXT("Wording", "%1: children on whom the rule falls "
                                                         "%2, by chance alone about %3."),
                              {questionTitle(rule.kind), count(rule.asked),
                               number(*rule.onNothing, *rule.onNothing < 10 ? 1 : 0)});
        }
    }
    if (known)
        sentences.prepend(said(TWELVEFOLD_TEXT("Wording", "If no price stood out, about %1 prices "
                                                          "would be asked about all the same, by "
                                                          "chance."),
                               {number(prices, 1)}));
    if (worklist.smallestSeen)
        sentences << text(*worklist.smallestSeen);
    return sentences + rulesNotApplied(worklist);
}

} // namespace twelvefold::wording
