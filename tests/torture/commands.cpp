// SPDX-License-Identifier: GPL-3.0-or-later
#include "torture/commands.h"

#include "workbench/returns.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace twelvefold::torture {
namespace {

using Writes = Command::Writes;

std::vector<Command> allCommands()
{
    std::vector<Command> all{
        {"demo",
         {"demo", "--out", "new.twelvefold", "--children", "10"},
         "new.twelvefold",
         Writes::newStore},
        {"import --create",
         {"import", "--store", "made.twelvefold", "--create", "header.csv", "episodes.csv"},
         "made.twelvefold",
         Writes::newStore},
        {"import",
         {"import", "--store", "s.twelvefold", "header.csv", "episodes.csv"},
         "s.twelvefold",
         Writes::changedStore},
        {"import of a whole store",
         {"import", "--store", "taken.twelvefold", "--create", "tables"},
         "taken.twelvefold",
         Writes::newStore},
        {"import --rejects",
         {"import", "--store", "s.twelvefold", "--dry-run", "--rejects", "r.csv", "bad.csv"},
         "r.csv"},
        {"backup",
         {"backup", "--store", "s.twelvefold", "--out", "copy.twelvefold"},
         "copy.twelvefold",
         Writes::newStore},
        {"backup --replace",
         {"backup", "--replace", "--store", "s.twelvefold", "--out", "b.twelvefold"},
         "b.twelvefold",
         Writes::changedStore},
        {"restore",
         {"restore", "--from", "b.twelvefold", "--out", "again.twelvefold"},
         "again.twelvefold",
         Writes::newStore},
        {"cohort", {"cohort", "--store", "s.twelvefold", "--out", "c.csv"}, "c.csv"},
        {"export of a whole store",
         {"export", "--store", "s.twelvefold", "--out", "given"},
         "given",
         Writes::newFolder},
        {"export",
         {"export", "placements", "--store", "s.twelvefold", "--out", "p.xlsx"},
         "p.xlsx"}};
    for (const char* kind : {"svg", "png", "pdf"}) {
        const std::string file = std::string("chart.") + kind;
        all.push_back({"chart " + file.substr(6),
                       {"chart", "scatter", "--store", "s.twelvefold", "--out", file},
                       file});
    }
    for (const char* kind : {"html", "csv", "xlsx", "pdf"}) {
        const std::string file = std::string("report.") + kind;
        all.push_back({"report " + file.substr(7),
                       {"report", "value", "--store", "s.twelvefold", "--out", file},
                       file});
    }
    return all;
}

Command putAside(const std::string& child)
{
    return {"put-aside",
            {"put-aside", "--store", "s.twelvefold", "--child", child, "--question", "price_above",
             "--until", "2026-09-30", "--reason", "Two carers"},
            "s.twelvefold",
            Writes::changedStore};
}

Command takeBack(const std::string& number)
{
    return {"imports --undo",
            {"imports", "--store", "i.twelvefold", "--undo", number},
            "i.twelvefold",
            Writes::changedStore};
}

} // namespace

Stage::Stage(fs::path program) : m_program(std::move(program)), m_commands(allCommands())
{
    prepare();
    m_commands.push_back(putAside(firstChild()));
    m_commands.push_back(takeBack(firstImport()));
    // All of them once and then all again, so that another second is on the clock by then.
    for (const bool first : {true, false}) {
        for (Command& command : m_commands)
            learn(command, first);
    }
}

void Stage::prepare()
{
    write(m_pristine / "header.csv", tests::kHeader2024);
    write(m_pristine / "episodes.csv", tests::kEpisodes2024);
    write(m_pristine / "bad.csv", tests::kEpisodeHeadings +
                                      "101,31/02/2023,S,C2,N1,U4,PR1,,,,,,SC000001\n"
                                      "102,01/09/2023,S,V2,N5,??,PR4,,,,,,SC000003\n");
    for (const Arguments& arguments :
         {Arguments{"demo", "--out", "s.twelvefold", "--children", "12"},
          Arguments{"backup", "--store", "s.twelvefold", "--out", "b.twelvefold"},
          Arguments{"import", "--create", "--store", "i.twelvefold", "header.csv", "episodes.csv"},
          Arguments{"export", "--store", "s.twelvefold", "--out", "tables"}}) {
        if (const Outcome made = run(m_pristine.path(), arguments); made.exit != 0)
            throw std::runtime_error("the stage could not be set: " + made.inWords());
    }
}

std::string Stage::firstChild() const
{
    const std::string cohort = run(m_pristine.path(), {"cohort", "--store", "s.twelvefold"}).out;
    const auto row = cohort.find('\n') + 1;
    return cohort.substr(row, cohort.find(',', row) - row);
}

std::string Stage::firstImport() const
{
    const std::string imports = run(m_pristine.path(), {"imports", "--store", "i.twelvefold"}).out;
    return imports.substr(0, imports.find(':'));
}

std::unique_ptr<Folder> Stage::folderFor(const Command& command) const
{
    auto folder = std::make_unique<Folder>(m_pristine.path());
    putOlder(command, *folder);
    return folder;
}

void putOlder(const Command& command, const Folder& folder)
{
    if (command.writes == Command::Writes::ordinaryFile)
        write(folder / command.target, kOlder);
}

namespace {

// The rows of a table in their order without the first column: children's pseudonyms are drawn anew
// wherever a child is made.
std::string withoutPseudonyms(const std::string& table)
{
    std::vector<std::string> rows;
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);)
        rows.push_back(line.substr(std::min(line.find(','), line.size())) + '\n');
    std::ranges::sort(rows);
    std::string all;
    for (const std::string& row : rows)
        all += row;
    return all;
}

} // namespace

std::optional<std::string> Stage::held(const fs::path& folder, const std::string& store) const
{
    if (run(folder, {"check", "--store", store}).exit != 0)
        return std::nullopt;
    const Outcome told = run(folder, {"cohort", "--store", store});
    return told.exit == 0 ? std::optional(withoutPseudonyms(told.out)) : std::nullopt;
}

// Runs it undisturbed; when run again, sees whether the same bytes have come.
void Stage::learn(Command& command, bool first) const
{
    const auto made = folderFor(command);
    const Folder& folder = *made;
    const Folder elsewhere;
    const fs::path counts = elsewhere / "counts";
    const Outcome outcome = run(folder.path(), command.arguments,
                                {{{"LD_PRELOAD", TWELVEFOLD_SHIM},
                                  {"TORTURE_UNDER", folder.path().string()},
                                  {"TORTURE_COUNTS", counts.string()}}});
    if (outcome.exit != 0 && outcome.exit != 3)
        throw std::runtime_error(command.name + " does not work: " + outcome.inWords());
    std::string result = contentsOf(folder.path())[command.target];
    if (command.writesStore()) {
        const auto told = held(folder.path(), command.target);
        if (!told)
            throw std::runtime_error(command.name + " leaves no sound store");
        result = *told;
        command.sameAsBefore = command.writes == Writes::changedStore &&
                               held(m_pristine.path(), command.target) == result;
    }
    command.alwaysTheSame = first || result == command.result;
    command.bytes = command.writesStore() ? fs::file_size(folder / command.target) : result.size();
    command.exit = outcome.exit;
    command.seconds = outcome.seconds;
    command.result = std::move(result);
    std::istringstream numbers(bytesOf(counts));
    for (int& calls : command.calls)
        numbers >> calls;
}

} // namespace twelvefold::torture
