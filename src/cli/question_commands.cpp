// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/questions.h"
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/options.h"
#include "cli/output.h"
#include "domain/free_text.h"
#include "wording/wording.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

// Questions about children that are put aside, and asked again.
namespace twelvefold::cli {
namespace {

using domain::QuestionOutcome;
using nlohmann::ordered_json;

constexpr domain::MessageKind kNoSuchChild{
    "cli-no-child", TWELVEFOLD_TEXT("Message", "There is no child %1 in the store.")};

struct QuestionAsked
{
    std::string store;
    std::string pseudonym;
    std::string question;
};

struct PutAsideAsked : QuestionAsked
{
    std::optional<domain::Date> census, until;
    QuestionOutcome outcome = QuestionOutcome::explained;
    std::string reason;
};

void addQuestion(CLI::App& command, QuestionAsked& asked)
{
    command.add_option("--store", asked.store, "The council's file")->required();
    command.add_option("--child", asked.pseudonym, "The child's pseudonym")->required();
    std::vector<std::string> tokens;
    for (const analysis::QuestionEntry* entry : analysis::questionEntries())
        tokens.emplace_back(entry->token);
    command.add_option("--question", asked.question, "Which question")
        ->required()
        ->check(oneOf(tokens));
}

// "to-panel": as options are spelled.
std::string spelled(QuestionOutcome outcome)
{
    std::string token(domain::token(outcome));
    std::ranges::replace(token, '_', '-');
    return token;
}

void addOutcome(CLI::App& command, QuestionOutcome& into)
{
    std::vector<std::string> words;
    for (const auto& named : domain::allOf<QuestionOutcome>())
        words.push_back(spelled(named.value));
    command
        .add_option_function<std::string>(
            "--outcome",
            [&into, words](const std::string& text) {
                into = static_cast<QuestionOutcome>(std::ranges::find(words, text) - words.begin());
            },
            "What came of it")
        ->check(oneOf(words));
}

domain::Child childCalled(const std::string& typed, const workbench::Workbench& bench)
{
    std::vector<domain::Child> children;
    std::vector<std::string> pseudonyms;
    for (const auto& [id, child] : bench.store().allChildren()) {
        children.push_back(child);
        pseudonyms.push_back(child.pseudonym);
    }
    const auto meant = domain::nameMeant(pseudonyms, typed);
    if (!meant)
        throw Failure(domain::Message{kNoSuchChild, {typed}});
    return children[*meant];
}

ordered_json toldOf(const QuestionAsked& asked)
{
    return {{"store", asked.store}, {"pseudonym", asked.pseudonym}, {"question", asked.question}};
}

QString titleOf(const QuestionAsked& asked)
{
    return wording::questionTitle(*analysis::questionOf(asked.question));
}

// A slip in the child or the question would look like success, and hide a question to come.
void noteIfNotAsked(const workbench::Workbench& bench, const domain::PutAside& one,
                    const PutAsideAsked& asked)
{
    const workbench::DayRecords records = bench.dayRecords(bench.cohort(one.on));
    const auto list = workbench::ofTheDay(records, domain::CohortFilter(), {}).worklist;
    const auto kind = *analysis::questionOf(one.question);
    const bool isAside = std::ranges::any_of(list->aside, [&](const analysis::QuestionAside& each) {
        return each.kind == kind && each.aside.child == one.child;
    });
    if (!isAside && list->asked(one.child, kind) == nullptr)
        note(
            Cli::tr("Take note: “%1” is not asked about %2 on %3.")
                .arg(titleOf(asked), QString::fromStdString(asked.pseudonym), wording::date(one.on))
                .toStdString());
}

int putAside(PutAsideAsked asked, const Output& output)
{
    const auto bench = openStore(asked.store, store::Access::readWrite);
    const domain::Child child = childCalled(asked.pseudonym, *bench);
    asked.pseudonym = child.pseudonym;
    if (const auto doubt = asked.census ? bench->censusDoubt(*asked.census) : std::nullopt)
        note(spoken(*doubt));
    const domain::PutAside one{{},
                               child.id,
                               asked.question,
                               asked.outcome,
                               domain::SensitiveText(asked.reason),
                               asked.census.value_or(bench->defaultCensus()),
                               *asked.until};
    noteIfNotAsked(*bench, one, asked);
    if (const auto done = bench->putAside(std::span(&one, 1)); !done)
        throw Failure(done.failure());
    if (output.json) {
        ordered_json answer = toldOf(asked);
        answer["outcome"] = domain::token(one.outcome);
        answer["on"] = one.on.iso();
        answer["until"] = one.until.iso();
        std::cout << jsonText(answer) << '\n';
    } else {
        say(Cli::tr("“%1” about %2 is put aside until %3.")
                .arg(titleOf(asked), QString::fromStdString(asked.pseudonym),
                     wording::date(one.until)));
    }
    return kDone;
}

int askAgain(QuestionAsked asked, const Output& output)
{
    const auto bench = openStore(asked.store, store::Access::readWrite);
    const domain::Child child = childCalled(asked.pseudonym, *bench);
    asked.pseudonym = child.pseudonym;
    const auto done = bench->askAgain(child.id, asked.question);
    if (!done)
        throw Failure(done.failure());
    if (output.json)
        std::cout << jsonText(toldOf(asked)) << '\n';
    else
        say(Cli::tr("“%1” about %2 is asked again.")
                .arg(titleOf(asked), QString::fromStdString(asked.pseudonym)));
    return kDone;
}

} // namespace

void addPutAside(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<PutAsideAsked>();
    CLI::App* command = app.add_subcommand(
        "put-aside", "Do not ask a question about a child again until a day, and keep why");
    addQuestion(*command, *asked);
    addDate(*command, "--until", asked->until, "The first day on which it is asked again")
        ->required();
    command->add_option("--reason", asked->reason, "Why it is put aside")->required();
    addOutcome(*command, asked->outcome);
    addDate(*command, "--census", asked->census, "The day on which it was asked");
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return putAside(*asked, output); }; });
}

void addAskAgain(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<QuestionAsked>();
    CLI::App* command = app.add_subcommand("ask-again", "Ask a question that was put aside again");
    addQuestion(*command, *asked);
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return askAgain(*asked, output); }; });
}

} // namespace twelvefold::cli
