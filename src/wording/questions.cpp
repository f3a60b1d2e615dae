// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

#include <cmath>

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

QString questionLine(const Question& question)
{
    return question.isOfMany() ? text(question.says)
                               : said(TWELVEFOLD_TEXT("Wording", "%1: %2"),
                                      {QString::fromStdString(question.children.front().pseudonym),
                                       text(question.says)});
}

QString askedOfWhom(const Question& question)
{
    const std::size_t n = question.children.size();
    return n == 1 ? QString::fromStdString(question.children.front().pseudonym)
                  : said(TWELVEFOLD_TEXT("Wording", "%1 children"), {count(n)});
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
            sentences << said(TWELVEFOLD_TEXT("Wording", "%1: falls on %2, on noise alone on "
                                                         "about %3."),
                              {questionTitle(rule.kind), count(rule.asked),
                               number(*rule.onNothing, *rule.onNothing < 10 ? 1 : 0)});
        }
    }
    if (known)
        sentences.prepend(said(TWELVEFOLD_TEXT("Wording", "On nothing at all the rules would ask "
                                                          "about %1 prices."),
                               {number(prices, 1)}));
    if (worklist.smallestSeen)
        sentences << text(*worklist.smallestSeen);
    return sentences;
}

} // namespace twelvefold::wording
