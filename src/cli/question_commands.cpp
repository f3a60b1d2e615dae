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

// Questions about children that are put aside, listed, and asked again.
namespace twelvefold::cli {
namespace {

using domain::QuestionOutcome;
using nlohmann::ordered_json;

constexpr domain::MessageKind kNobodyCalledSo{
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
    bool list = false;
};

// The child and which question, by their options.
std::vector<CLI::Option*> addQuestion(CLI::App& command, QuestionAsked& asked)
{
    command.add_option("--store", asked.store, "The council's file")->required();
    std::vector<std::string> tokens;
    for (const analysis::QuestionEntry* entry : analysis::questionEntries())
        tokens.emplace_back(entry->token);
    return {
        command.add_option("--child", asked.pseudonym, "The child's pseudonym"),
        command.add_option("--question", asked.question, "Which question")->check(oneOf(tokens))};
}

// "to-panel": as options are spelled.
std::string spelled(QuestionOutcome outcome)
{
    std::string token(domain::token(outcome));
    std::ranges::replace(token, '_', '-');
    return token;
}

CLI::Option* addOutcome(CLI::App& command, QuestionOutcome& into)
{
    std::vector<std::string> words;
    for (const auto& named : domain::allOf<QuestionOutcome>())
        words.push_back(spelled(named.value));
    return command
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
        throw Failure(domain::Message{kNobodyCalledSo, {typed}});
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

// An answer that stands on a day.
struct Standing
{
    domain::PutAside aside;
    std::string pseudonym;
    bool holdsBack = false; // a question that would be asked on that day
};

std::vector<Standing> standingOn(domain::Date day, const workbench::Workbench& bench)
{
    const auto everyone = bench.cohort(day);
    const auto list =
        workbench::ofTheDay(bench.dayRecords(everyone), domain::CohortFilter(), {}).worklist;
    const auto children = bench.store().allChildren();
    std::vector<Standing> standing;
    for (const domain::PutAside& aside : bench.store().putAsides()) {
        if (!domain::Period{aside.on, aside.until}.contains(day))
            continue;
        const bool holdsBack =
            std::ranges::any_of(list->aside, [&](const analysis::QuestionAside& each) {
                return each.aside.id == aside.id;
            });
        standing.push_back({aside, children.at(aside.child).pseudonym, holdsBack});
    }
    std::ranges::stable_sort(standing, {}, &Standing::pseudonym);
    return standing;
}

ordered_json toldOf(const Standing& one)
{
    return {{"pseudonym", one.pseudonym},
            {"question", one.aside.question},
            {"outcome", domain::token(one.aside.outcome)},
            {"reason", one.aside.reason.reveal()},
            {"on", one.aside.on.iso()},
            {"until", one.aside.until.iso()},
            {"holds_back", one.holdsBack}};
}

// A reason may have lines, and what a terminal would obey, where a store brought it.
QString onOneLine(const domain::SensitiveText& words)
{
    QString line = QString::fromStdString(words.reveal());
    for (QChar& letter : line)
        letter = letter.category() == QChar::Other_Control ? QLatin1Char(' ') : letter;
    return line.simplified();
}

QString lineOf(const Standing& one)
{
    const auto kind = analysis::questionOf(one.aside.question);
    const QString line =
        Cli::tr("%1: “%2”, asked on %3, not again until %4. %5: %6")
            .arg(QString::fromStdString(one.pseudonym),
                 kind ? wording::questionTitle(*kind) : QString::fromStdString(one.aside.question),
                 wording::date(one.aside.on), wording::date(one.aside.until),
                 wording::text(domain::word(one.aside.outcome)), onOneLine(one.aside.reason));
    return one.holdsBack ? line : Cli::tr("%1 (holds no question back on this day)").arg(line);
}

int listAside(const PutAsideAsked& asked, const Output& output)
{
    const auto bench = openStore(asked.store);
    if (const auto doubt = asked.census ? bench->censusDoubt(*asked.census) : std::nullopt)
        note(spoken(*doubt));
    const domain::Date day = asked.census.value_or(bench->defaultCensus());
    const std::vector<Standing> standing = standingOn(day, *bench);
    if (output.json) {
        ordered_json all = ordered_json::array();
        for (const Standing& one : standing)
            all.push_back(toldOf(one));
        const ordered_json answer{
            {"store", asked.store}, {"census", day.iso()}, {"put_aside", std::move(all)}};
        std::cout << jsonText(answer) << '\n';
        return kDone;
    }
    for (const Standing& one : standing)
        say(lineOf(one));
    if (standing.empty())
        say(Cli::tr("No question is put aside on %1.").arg(wording::date(day)));
    return kDone;
}

} // namespace

void addPutAside(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<PutAsideAsked>();
    CLI::App* command = app.add_subcommand(
        "put-aside", "Do not ask a question about a child again until a day, and keep why");
    std::vector<CLI::Option*> needed = addQuestion(*command, *asked);
    needed.push_back(
        addDate(*command, "--until", asked->until, "The first day on which it is asked again"));
    needed.push_back(command->add_option("--reason", asked->reason, "Why it is put aside"));
    CLI::Option* outcome = addOutcome(*command, asked->outcome);
    addDate(*command, "--census", asked->census, "The day on which it was asked");
    CLI::Option* list =
        command->add_flag("--list", asked->list, "Put nothing aside, but list what is on that day");
    for (CLI::Option* option : needed)
        list->excludes(option);
    list->excludes(outcome);
    command->callback([asked, needed, &job] {
        for (const CLI::Option* option : needed) {
            if (!asked->list && option->count() == 0)
                throw CLI::RequiredError(option->get_name());
        }
        job = [asked](Output& output) {
            return asked->list ? listAside(*asked, output) : putAside(*asked, output);
        };
    });
}

void addAskAgain(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<QuestionAsked>();
    CLI::App* command = app.add_subcommand("ask-again", "Ask a question that was put aside again");
    for (CLI::Option* option : addQuestion(*command, *asked))
        option->required();
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return askAgain(*asked, output); }; });
}

} // namespace twelvefold::cli
