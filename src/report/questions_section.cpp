// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/value_report.h"
#include "report/words.h"
#include "wording/wording.h"

#include <algorithm>
#include <cmath>

namespace twelvefold::report {
namespace {

using analysis::AskedOf;
using analysis::Question;
using analysis::Worklist;

constexpr std::size_t kFirstToAsk = 12; // on one page, with the pictures

// To two figures, as sentences tell it: what rests on borrowed shares is no more exact.
Cell worthCell(std::optional<double> pounds)
{
    if (!pounds)
        return textCell({});
    const double unit =
        *pounds == 0 ? 1 : std::pow(10.0, std::floor(std::log10(std::abs(*pounds))) - 1);
    const double rounded = std::round(*pounds / unit) * unit;
    return {wording::largeMoney(rounded), rounded, Cell::Format::money};
}

QString whomOf(const Question& question)
{
    const std::size_t n = question.children.size();
    if (!question.isOfMany())
        return QString::fromStdString(question.children.front().pseudonym);
    if (const std::size_t aside = question.putAside.size(); aside > 0)
        return Words::tr("%1 of %2 children").arg(wording::count(n), wording::count(n + aside));
    return n == 1 ? Words::tr("1 child") : Words::tr("%1 children").arg(wording::count(n));
}

QString allQuestionsTitle()
{
    return Words::tr("All questions, in the order in which to ask");
}

// The lines in the order in which to ask, each with what `say` says of it.
Table linesTable(const Source& source, QString (*say)(const Question& question))
{
    Table table{.title = Words::tr("Questions to ask"),
                .headings = {Words::tr("Rank"), Words::tr("Whom"), Words::tr("What to ask about"),
                             Words::tr("A year"), Words::tr("From"), Words::tr("To"),
                             Words::tr("Standing")},
                .name = {}};
    table.rows = Rows(source.findings->worklist->questions.size(), [source, say](std::size_t i) {
        const Question& question = source.findings->worklist->questions[i];
        const auto worth = [&](double analysis::YearlyWorth::*part) {
            return worthCell(question.worth ? std::optional((*question.worth).*part)
                                            : std::nullopt);
        };
        return Row{wholeCell(double(i + 1)),
                   textCell(whomOf(question)),
                   textCell(say(question)),
                   worth(&analysis::YearlyWorth::expected),
                   worth(&analysis::YearlyWorth::lower),
                   worth(&analysis::YearlyWorth::upper),
                   textCell(wording::standingInShort(question))};
    });
    return table;
}

// The children of the lines of many, and why each is asked about.
Table reasonsTable(const Source& source)
{
    Table table{.title = Words::tr("Questions about several children: whom, and why"),
                .headings = {Words::tr("Question"), Words::tr("Child"), Words::tr("A week"),
                             Words::tr("Why"), Words::tr("Standing")},
                .name = QStringLiteral("Reasons to ask")};
    std::vector<std::pair<std::size_t, std::size_t>> places; // of the line, and within it
    const auto& questions = source.findings->worklist->questions;
    for (std::size_t line = 0; line < questions.size(); ++line) {
        for (std::size_t i = 0; questions[line].isOfMany() && i < questions[line].children.size();
             ++i)
            places.emplace_back(line, i);
    }
    const std::size_t n = places.size();
    table.rows = Rows(n, [source, places = std::move(places)](std::size_t i) {
        const Question& question = source.findings->worklist->questions[places[i].first];
        const AskedOf& asked = question.children[places[i].second];
        return Row{textCell(wording::questionTitle(question.kind)),
                   textCell(QString::fromStdString(asked.pseudonym)), moneyCell(asked.weeklyCost),
                   textCell(wording::text(asked.reason)),
                   textCell(wording::standingInShort(asked))};
    });
    return table;
}

// What a panel is to look at is put aside until it has: here it is for the panel's own paper. The
// reason may name people, and stays in the store.
void addForPanel(const Worklist& worklist, Document& document)
{
    Table table{.title = Words::tr("For a panel: put aside until it has met"),
                .headings = {Words::tr("Child"), Words::tr("Question"),
                             Words::tr("What came of it"), Words::tr("Not again until")},
                .name = QStringLiteral("For a panel")};
    for (const analysis::QuestionAside& parked : worklist.aside) {
        if (parked.aside.outcome == domain::QuestionOutcome::toPanel)
            table.rows.push_back({textCell(QString::fromStdString(parked.asked.pseudonym)),
                                  textCell(wording::questionTitle(parked.kind)),
                                  textCell(wording::text(domain::word(parked.aside.outcome))),
                                  textCell(wording::date(parked.aside.until))});
    }
    if (!table.rows.empty())
        document.blocks.push_back(std::move(table));
}

// Each rule, whom it asks about today, and about how many it would ask if there were nothing but
// noise.
Table rulesTable(const Source& source)
{
    Table table{.title = Words::tr("The rules, and how often each would ask by chance alone"),
                .headings = {Words::tr("Question"), Words::tr("Rule"), Words::tr("Falls on"),
                             Words::tr("By chance alone")},
                .name = QStringLiteral("Rules")};
    const Worklist& worklist = *source.findings->worklist;
    for (const analysis::RuleTold& rule : worklist.rules) {
        const analysis::QuestionEntry& entry = analysis::entryOf(rule.kind);
        table.rows.push_back(
            {textCell(wording::questionTitle(rule.kind)),
             textCell(wording::text(rule.idle ? *rule.idle : entry.rule(source.findings->options))),
             worklist.whyNotAsked(rule.kind) ? textCell({}) : wholeCell(double(rule.asked)),
             rule.onNothing ? decimalCell(rule.onNothing, 1) : textCell({})});
    }
    table.note = Words::tr("Falls on: how many children of the day, whoever this report is about, "
                           "those put aside among them; empty where the rule cannot be applied. By "
                           "chance alone: about how many if costs and scores differed by chance "
                           "and nothing else; empty where chance cannot set a rule off or nobody "
                           "knows.");
    return table;
}

void say(Document& document, const QString& text, const QString& lead = {})
{
    if (!text.isEmpty())
        document.blocks.push_back(Paragraph{text, lead, false});
}

void addPutAsideAndRules(const Source& source, Document& document)
{
    const Worklist& worklist = *source.findings->worklist;
    say(document, wording::putAsideTold(worklist));
    addForPanel(worklist, document);
    document.blocks.push_back(rulesTable(source));
}

} // namespace

std::optional<Table> firstQuestions(const Source& source)
{
    const auto& worklist = source.findings->worklist;
    if (!worklist || worklist->questions.empty())
        return std::nullopt;
    // A line each, so that all of them are seen at once: the reasons stand in their own section.
    Table table = linesTable(
        source, [](const Question& question) { return wording::questionTitle(question.kind); });
    table.name = QStringLiteral("Questions");
    table.enoughToRead = kFirstToAsk;
    if (wants(source, Section::questions))
        table.wholeUnder = allQuestionsTitle();
    table.close = true;
    return table;
}

void addQuestions(const Source& source, Figures& figures, Document& document)
{
    document.blocks.push_back(Heading{Words::tr("Questions to ask"), 1});
    if (figures.areForPublication())
        return say(document, Words::tr("The questions are left out of what is published, because "
                                       "each is about one child or a few."));
    const auto& worklist = source.findings->worklist;
    if (!worklist)
        return say(document, Words::tr("Which questions there are to ask is not worked out."));
    say(document, Words::tr("A question is a reason to look, never a verdict: those who know the "
                            "child answer it. Safety and lawfulness come first, then what is new, "
                            "then by what asking may be worth in a year."));
    if (worklist->questions.empty()) {
        say(document, Words::tr("There is no question to ask today."));
        for (const Question& line : worklist->allPutAside())
            say(document, wording::questionSays(line));
        return addPutAsideAndRules(source, document);
    }
    Table lines = linesTable(
        source, [](const Question& question) { return wording::questionSays(question); });
    lines.title = allQuestionsTitle();
    lines.name = QStringLiteral("All questions");
    document.blocks.push_back(std::move(lines));
    if (Table reasons = reasonsTable(source); !reasons.rows.empty())
        document.blocks.push_back(std::move(reasons));
    for (const Question& line : worklist->allPutAside())
        say(document, wording::questionSays(line));
    addPutAsideAndRules(source, document);
    if (worklist->smallestSeen)
        say(document, wording::text(*worklist->smallestSeen), Words::tr("What cannot be seen."));
    say(document, wording::worthOfAll(*worklist), Words::tr("What asking may be worth."));
    for (const Message& rest : worklist->rests)
        document.blocks.push_back(Paragraph{wording::text(rest), {}, true});
}

} // namespace twelvefold::report
