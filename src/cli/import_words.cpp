// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/import_words.h"

#include "cli/json_text.h"
#include "wording/wording.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <span>

namespace twelvefold::cli {
namespace {

using domain::Problem;
using nlohmann::ordered_json;

constexpr std::size_t kChangesShown = 40;
constexpr std::size_t kShown = 100; // rejections of one rule spelled out

const char* token(Problem::Severity severity)
{
    switch (severity) {
    case Problem::Severity::information:
        return "information";
    case Problem::Severity::warning:
        return "warning";
    case Problem::Severity::rejection:
        break;
    }
    return "rejection";
}

const char* token(Problem::Action action)
{
    switch (action) {
    case Problem::Action::keptAsItIs:
        return "kept_as_it_is";
    case Problem::Action::valueLeftOut:
        return "value_left_out";
    case Problem::Action::rowRejected:
        return "row_rejected";
    case Problem::Action::fileRejected:
        break;
    }
    return "file_rejected";
}

// By which option a person answers what an import asks, or says otherwise than it was read.
struct Option
{
    std::string_view rule;
    const char* option;
};
constexpr Option kOptions[] = {
    {"dates-ambiguous", "--dates dmy|mdy"},
    {"dates-turned", "--turned-dates yes|no"},
    {"amounts-ambiguous", "--decimal point|comma"},
    {"amounts-up-to-which-day", "--up-to DATE"},
    {"file-not-recognised", "--profile NAME|FILE"},
    {"rows-of-several-councils", "--council NAME"},
    {"rows-of-no-such-council", "--council NAME"},
    {"rows-of-another-council", "--council NAME"},
    {"year-means-start", "--return-year YEAR"},
    {"row-return-year-unknown", "--return-year YEAR"},
    {"list-day-unknown", "--list-day DATE"},
    {"list-of-day", "--list-day DATE"},
};

const char* optionFor(const domain::Message& message)
{
    const auto found = std::ranges::find(kOptions, message.kind.code, &Option::rule);
    return found == std::end(kOptions) ? nullptr : found->option;
}

// What is said and, where an option answers it, by which.
QString withOption(const domain::Message& message)
{
    const QString words = wording::text(message);
    const char* option = optionFor(message);
    return option == nullptr ? words
                             : Cli::tr("%1 Say %2.").arg(words, QString::fromLatin1(option));
}

ordered_json problemJson(const workbench::ImportPlan& plan, const Problem& problem)
{
    const auto line = plan.otherLineOf(problem);
    const char* option = optionFor(problem.message);
    const std::string message =
        english(problem.message) + (option == nullptr ? "" : " Say " + std::string(option) + ".");
    return {{"file", problem.file},
            {"row", problem.row != 0 ? ordered_json(problem.row) : ordered_json(nullptr)},
            {"line",
             problem.row != 0 ? ordered_json(line.value_or(problem.row)) : ordered_json(nullptr)},
            {"column", problem.column},
            {"value", problem.value},
            {"severity", token(problem.severity)},
            {"rule", std::string(problem.message.kind.code)},
            {"message", message},
            {"action", token(problem.action)}};
}

ordered_json columnsJson(const workbench::ImportPlan& plan)
{
    ordered_json columns = ordered_json::array();
    for (const auto& [file, read] : plan.columns)
        columns.push_back({{"file", file},
                           {"column", read.column},
                           {"read_as", read.readAs.english},
                           {"cells", read.cells},
                           {"sample", read.sample}});
    return columns;
}

ordered_json valueJson(const std::optional<domain::Argument>& value)
{
    return value ? ordered_json(domain::plainEnglish({workbench::kFieldValue, {*value}}))
                 : ordered_json(nullptr);
}

ordered_json changesJson(const workbench::ImportPlan& plan)
{
    ordered_json changes = ordered_json::array();
    for (const auto& [file, row, pseudonym, record, field, before, after] : plan.changes)
        changes.push_back(
            {{"file", plan.files[file].name},
             {"row", row},
             {"pseudonym", pseudonym},
             {"record", record ? ordered_json(english(*record)) : ordered_json(nullptr)},
             {"field", field.english},
             {"before", valueJson(before)},
             {"after", valueJson(after)}});
    return changes;
}

ordered_json questionsJson(const workbench::ImportPlan& plan)
{
    ordered_json questions = ordered_json::array();
    for (const auto& [file, question] : plan.questions) {
        ordered_json answers = ordered_json::array();
        for (const auto& choice : question.choices)
            answers.push_back({{"token", choice.token}, {"words", english(choice.words)}});
        questions.push_back({{"file", file},
                             {"asks", exchange::token(question.kind)},
                             {"column", question.column},
                             {"message", english(question.message)},
                             {"option", std::string("--") + exchange::token(question.kind)},
                             {"answers", std::move(answers)}});
    }
    return questions;
}

ordered_json planJson(const workbench::ImportPlan& plan, bool done)
{
    ordered_json files = ordered_json::array();
    for (const auto& file : plan.files) {
        const bool year = file.returnYear.has_value();
        files.push_back(
            {{"file", file.name},
             {"recognised_as", exchange::token(file.kind)},
             {"rows", file.rows},
             {"accepted", file.accepted},
             {"changed", file.changed},
             {"unchanged", file.unchanged},
             {"rejected", file.rejected},
             {"warnings", file.warnings},
             {"return_year", year ? ordered_json(*file.returnYear) : ordered_json(nullptr)},
             {"sha256", file.sha256},
             {"profile", file.profile.empty() ? ordered_json(nullptr) : ordered_json(file.profile)},
             {"refused", file.refused}});
    }
    ordered_json problems = ordered_json::array();
    for (const Problem& problem : plan.problems)
        problems.push_back(problemJson(plan, problem));
    ordered_json unlisted = ordered_json::array();
    for (const auto& [rule, more] : plan.unlisted)
        unlisted.push_back(
            {{"rule", std::string(rule)}, {"severity", token(more.severity)}, {"n", more.n}});
    return {{"files", std::move(files)},
            {"problems", std::move(problems)},
            {"unlisted", std::move(unlisted)},
            {"columns", columnsJson(plan)},
            {"changes", changesJson(plan)},
            {"questions", questionsJson(plan)},
            {"new_children", plan.newChildren},
            {"changed_children", plan.changedChildren},
            {"written", done}};
}

void sayFile(const workbench::ImportPlan::File& file)
{
    const QString kind = wording::text(exchange::word(file.kind));
    say(QStringLiteral("%1  %2")
            .arg(QString::fromStdString(file.name), -28)
            .arg(file.profile.empty() ? kind
                                      : Cli::tr("%1, by the profile “%2”")
                                            .arg(kind, QString::fromStdString(file.profile))));
    if (file.rows == 0)
        return;
    const QString rows = file.rows == 1 ? Cli::tr("1 row") : Cli::tr("%L1 rows").arg(file.rows);
    const QString warnings =
        file.warnings == 1 ? Cli::tr("1 warning") : Cli::tr("%L1 warnings").arg(file.warnings);
    say(Cli::tr("    %1: %L3 new, %L4 changed, %L5 unchanged, %L6 rejected; %2")
            .arg(rows, warnings)
            .arg(file.accepted)
            .arg(file.changed)
            .arg(file.unchanged)
            .arg(file.rejected));
}

// A row is as a spreadsheet counts it; a text editor counts lines.
QString placeOf(const workbench::ImportPlan& plan, const Problem& problem)
{
    QString place = QString::fromStdString(problem.file);
    const auto line = plan.otherLineOf(problem);
    if (line)
        place += Cli::tr(", row %1 (line %2)").arg(problem.row).arg(*line);
    else if (problem.row != 0)
        place += Cli::tr(", row %1").arg(problem.row);
    if (!problem.column.empty())
        place += Cli::tr(", %1").arg(QString::fromStdString(problem.column));
    return place;
}

// Rejections one by one, the first hundred of each rule; the rest counted by what they say.
void sayProblems(const workbench::ImportPlan& plan)
{
    struct Rule
    {
        std::int64_t n = 0;
        const Problem* first = nullptr;
        bool rejection = false;
    };
    std::map<std::string_view, Rule> rules;
    for (const Problem& problem : plan.problems) {
        const bool rejection = problem.severity == Problem::Severity::rejection;
        if (problem.row == 0 && !rejection) { // of the file or a column: said once, as it stands
            say(QStringLiteral("%1: %2").arg(placeOf(plan, problem), withOption(problem.message)));
            continue;
        }
        Rule& rule = rules[problem.message.kind.code];
        if (rule.n++ == 0)
            rule.first = &problem;
        rule.rejection = rejection;
        if (rule.rejection && rule.n <= std::int64_t{kShown})
            say(Cli::tr("Not taken: %1: %2")
                    .arg(placeOf(plan, problem), withOption(problem.message)));
    }
    for (const auto& [code, more] : plan.unlisted)
        rules[code].n += more.n;
    for (const auto& [code, rule] : rules) {
        const std::int64_t more = rule.n - std::int64_t{kShown};
        if (rule.rejection && more > 0)
            say(Cli::tr("… and %L1 more like the first of these, %2: --rejects saves them all.")
                    .arg(more)
                    .arg(placeOf(plan, *rule.first)));
    }
    for (const auto& [code, rule] : rules) {
        if (!rule.rejection)
            say(Cli::tr("%L1 ×, the first in %2: %3")
                    .arg(rule.n)
                    .arg(placeOf(plan, *rule.first), withOption(rule.first->message)));
    }
}

// Before it is done: what would be otherwise in the store.
void sayChanges(const workbench::ImportPlan& plan)
{
    const auto valueOf = [](const std::optional<domain::Argument>& value) {
        return value ? wording::text({workbench::kFieldValue, {*value}}) : Cli::tr("blank");
    };
    const std::size_t shown = std::min(plan.changes.size(), kChangesShown);
    for (const auto& [file, row, pseudonym, record, field, before, after] :
         std::span(plan.changes).first(shown))
        say(Cli::tr("Would change: %1, row %2: %3, %4: %5 → %6")
                .arg(QString::fromStdString(plan.files[file].name))
                .arg(row)
                .arg(QString::fromStdString(pseudonym),
                     record ? Cli::tr("%1, %2").arg(wording::text(*record), wording::text(field))
                            : wording::text(field),
                     valueOf(before), valueOf(after)));
    if (plan.changes.size() > shown)
        say(Cli::tr("… and %L1 more: --json lists them.").arg(plan.changes.size() - shown));
}

} // namespace

void tellImport(const workbench::ImportPlan& plan, bool done, const Output& output)
{
    if (output.json) {
        std::cout << jsonText(planJson(plan, done)) << '\n';
        return;
    }
    for (const auto& file : plan.files)
        sayFile(file);
    sayProblems(plan);
    if (!done)
        sayChanges(plan);
    const bool one = plan.newChildren == 1;
    if (done)
        say((one ? Cli::tr("Brought in: %L1 new child, %L2 with changes.")
                 : Cli::tr("Brought in. New children: %L1, with changes: %L2."))
                .arg(plan.newChildren)
                .arg(plan.changedChildren));
    else
        say((one ? Cli::tr("Nothing was written: %L1 child would be new, %L2 would change.")
                 : Cli::tr("Nothing was written: %L1 children would be new, %L2 would change."))
                .arg(plan.newChildren)
                .arg(plan.changedChildren));
}

void tellTablesTaken(const workbench::TablesMoved& taken, bool done, const Output& output)
{
    if (output.json) {
        ordered_json files = ordered_json::array();
        for (const auto& table : taken.tables)
            files.push_back({{"file", table.name + ".csv"},
                             {"recognised_as", "table_of_a_store"},
                             {"rows", table.rows},
                             {"accepted", table.rows},
                             {"changed", 0},
                             {"unchanged", 0},
                             {"rejected", 0},
                             {"warnings", 0}});
        std::cout << jsonText(ordered_json{{"files", std::move(files)},
                                           {"problems", ordered_json::array()},
                                           {"written", done}})
                  << '\n';
        return;
    }
    const QString rows = wording::count(static_cast<std::uint64_t>(taken.rows()));
    const QString tables = wording::count(taken.tables.size());
    say((done ? Cli::tr("Taken in whole: the store of %1, %2 rows in %3 tables.")
              : Cli::tr("Nothing was written: the store of %1 would be taken in whole, %2 rows in "
                        "%3 tables."))
            .arg(QString::fromStdString(taken.council), rows, tables));
}

} // namespace twelvefold::cli
