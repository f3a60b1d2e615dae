// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checks.h"
#include "cli/commands.h"
#include "cli/json_text.h"
#include "cli/options.h"
#include "cli/output.h"
#include "wording/days.h"
#include "wording/wording.h"
#include "workbench/ledger.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iostream>

// The finance ledger held against the store.
namespace twelvefold::cli {
namespace {

using analysis::ChildMonth;
using analysis::LedgerCell;
using analysis::LedgerComparison;
using domain::Money;
using nlohmann::ordered_json;
using workbench::LedgerHeld;

struct LedgerCommand
{
    std::string store, from, dates, decimal;
    workbench::LedgerAsked asked;
    double within = 1;
};

using Children = std::unordered_map<domain::ChildId, domain::Child>;

ordered_json poundsJson(Money amount)
{
    return amount.inPounds();
}

ordered_json cellJson(const LedgerCell& cell)
{
    return {{"month", cell.month.iso().substr(0, 7)},
            {"cost_centre", cell.costCentre},
            {"ledger", poundsJson(cell.ledger)},
            {"compared", poundsJson(cell.compared)},
            {"unknown", poundsJson(cell.unknown)},
            {"childless", poundsJson(cell.childless)},
            {"store", cell.isCompared ? poundsJson(cell.store) : ordered_json()},
            {"difference", cell.isCompared ? poundsJson(cell.difference()) : ordered_json()}};
}

ordered_json monthsJson(const std::vector<ChildMonth>& months, const Children& children)
{
    ordered_json all = ordered_json::array();
    for (const ChildMonth& each : months)
        all.push_back({{"pseudonym", children.at(each.child).pseudonym},
                       {"month", each.month.iso().substr(0, 7)},
                       {"ledger", poundsJson(each.ledger)},
                       {"store", poundsJson(each.store)},
                       {"difference", poundsJson(each.ledger - each.store)},
                       {"rows", each.rows}});
    return all;
}

ordered_json rowsJson(const std::vector<std::size_t>& places, const LedgerHeld& held)
{
    ordered_json all = ordered_json::array();
    for (const std::size_t place : places) {
        const domain::LedgerRow& row = held.file.typed[place];
        all.push_back({{"row", row.row},
                       {"month", row.month.iso().substr(0, 7)},
                       {"cost_centre", row.costCentre},
                       {"amount", poundsJson(row.amount)}});
    }
    return all;
}

ordered_json problemsJson(const exchange::LedgerFile& file)
{
    ordered_json all = ordered_json::array();
    for (const domain::Problem& problem : file.problems)
        all.push_back({{"row", problem.row},
                       {"column", problem.column},
                       {"value", problem.value},
                       {"message", english(problem.message)}});
    return all;
}

void tellLedgerJson(const LedgerCommand& command, const LedgerHeld& held, const Children& children)
{
    const LedgerComparison& found = held.found;
    ordered_json cells = ordered_json::array();
    for (const LedgerCell& cell : found.cells)
        cells.push_back(cellJson(cell));
    std::cout << jsonText(ordered_json{{"store", command.store},
                                       {"ledger", held.file.name},
                                       {"rows", held.file.rows},
                                       {"taken", held.file.typed.size()},
                                       {"passed_over", held.file.passedOver},
                                       {"rejected", held.file.rejected},
                                       {"totals",
                                        {{"ledger", poundsJson(found.ledger)},
                                         {"compared", poundsJson(found.compared)},
                                         {"unknown", poundsJson(found.unknownSum)},
                                         {"childless", poundsJson(found.childlessSum)},
                                         {"store", poundsJson(found.store)},
                                         {"store_compared", poundsJson(found.storeCompared)},
                                         {"store_unspoken", poundsJson(found.storeUnspoken)},
                                         {"difference", poundsJson(found.ledger - found.store)},
                                         {"compared_difference", poundsJson(found.difference())}}},
                                       {"agreeing", found.agreeing},
                                       {"cost_centres", std::move(cells)},
                                       {"differing", monthsJson(found.differing, children)},
                                       {"unknown", rowsJson(found.unknown, held)},
                                       {"childless", rowsJson(found.childless, held)},
                                       {"unspoken", monthsJson(found.unspoken, children)},
                                       {"problems", problemsJson(held.file)}})
              << '\n';
}

void sayMonths(const QString& title, const std::vector<ChildMonth>& months,
               const Children& children)
{
    if (!months.empty())
        say(title);
    for (const ChildMonth& each : months)
        say(Cli::tr("    %1, %2: ledger %3, store %4")
                .arg(QString::fromStdString(children.at(each.child).pseudonym),
                     wording::monthAndYear(each.month), wording::money(each.ledger),
                     wording::money(each.store)));
}

void sayRows(const QString& title, const std::vector<std::size_t>& places, const LedgerHeld& held)
{
    if (!places.empty())
        say(title);
    for (const std::size_t place : places) {
        const domain::LedgerRow& row = held.file.typed[place];
        say(Cli::tr("    row %1, %2: %3")
                .arg(row.row)
                .arg(wording::monthAndYear(row.month), wording::money(row.amount)));
    }
}

void sayLedger(const LedgerHeld& held, const Children& children)
{
    const LedgerComparison& found = held.found;
    say(wording::ledgerAgainstStore(found));
    say(wording::ledgerParts(found));
    for (const LedgerCell& cell : found.cells) {
        const QString centre = cell.costCentre.empty() ? Cli::tr("no cost centre")
                                                       : QString::fromStdString(cell.costCentre);
        if (!cell.isCompared) {
            say(Cli::tr("    %1  %2: ledger %3, not compared")
                    .arg(wording::monthAndYear(cell.month), centre, wording::money(cell.ledger)));
            continue;
        }
        say(Cli::tr("    %1  %2: ledger %3, of which compared %4, store %5, difference %6")
                .arg(wording::monthAndYear(cell.month), centre, wording::money(cell.ledger),
                     wording::money(cell.compared), wording::money(cell.store),
                     wording::money(cell.difference())));
    }
    sayMonths(Cli::tr("Months of children that differ"), found.differing, children);
    sayRows(Cli::tr("Rows of children whom the store does not know"), found.unknown, held);
    sayRows(Cli::tr("Rows that name no child"), found.childless, held);
    sayMonths(Cli::tr("Paid by the store, and in no row"), found.unspoken, children);
    for (const domain::Problem& problem : held.file.problems)
        note(Cli::tr("Row %1 was left out: %2")
                 .arg(problem.row)
                 .arg(wording::text(problem.message))
                 .toStdString());
}

// The option that answers what is asked.
void sayHowToAnswer(std::string_view asked)
{
    constexpr std::pair<std::string_view, const char*> ways[] = {
        {"ledger-date-order", "--dates dmy|mdy"},
        {"ledger-decimal-mark", "--decimal point|comma"},
        {"ledger-several-sheets", "--sheet NAME"}};
    for (const auto& [code, option] : ways) {
        if (code == asked)
            note(Cli::tr("Answer with %1.").arg(QLatin1String(option)).toStdString());
    }
}

int compare(LedgerCommand command, const Output& output)
{
    const auto bench = openStore(command.store);
    workbench::LedgerAsked& asked = command.asked;
    asked.within = Money::fromPounds(command.within);
    asked.file.answers.give(exchange::QuestionKind::dateOrder, command.dates);
    asked.file.answers.give(exchange::QuestionKind::decimalMark, command.decimal);
    const auto held = workbench::compareLedger(*bench, command.from, asked);
    if (!held) {
        sayHowToAnswer(held.failure().kind.code);
        throw Failure(held.failure());
    }
    const Children children = bench->store().allChildren();
    if (output.json)
        tellLedgerJson(command, *held, children);
    else
        sayLedger(*held, children);
    return held->file.rejected > 0 ? kFaultsFound : kDone;
}

} // namespace

void addLedger(CLI::App& app, Job& job)
{
    auto asked = std::make_shared<LedgerCommand>();
    CLI::App* command = app.add_subcommand(
        "ledger", "Hold the finance ledger against what the store says is paid, and bring in "
                  "nothing");
    command->add_option("--store", asked->store, "The council's file")->required();
    command->add_option("--from", asked->from, "The ledger, a table of text or a workbook")
        ->required();
    command->add_option("--sheet", asked->asked.file.sheet, "Which sheet of a workbook it is");
    command->add_option("--dates", asked->dates, "Whether day or month stands first")
        ->check(oneOf({"dmy", "mdy"}));
    command->add_option("--decimal", asked->decimal, "What stands before the pence")
        ->check(oneOf({"point", "comma"}));
    addCostScope(*command, asked->asked.counted);
    command
        ->add_option("--within", asked->within,
                     "By how many pounds a month of a child may differ and agree; 1 unless told")
        ->check(atLeastZero());
    command->callback(
        [asked, &job] { job = [asked](Output& output) { return compare(*asked, output); }; });
}

} // namespace twelvefold::cli
