// SPDX-License-Identifier: GPL-3.0-or-later
#include "torture/trials.h"

#include <sys/stat.h>
#include <unistd.h>

// What is named as output or input: things that are precious, odd or endless.
namespace twelvefold::torture {
namespace {

// Refused is exit 1 at once, with a sentence that blames nobody, and nothing changed.
void expectRefused(Report& report, const Stage& stage, const Folder& folder,
                   const Arguments& arguments)
{
    const Contents before = contentsOf(folder.path());
    Conditions conditions;
    conditions.patience = 20;
    const Outcome outcome = stage.run(folder.path(), arguments, conditions);
    ++report.tried;
    std::string what;
    for (const std::string& word : arguments)
        what += (what.empty() ? "" : " ") + word.substr(0, 40);
    if (outcome.exit != 1 || outcome.err.empty() ||
        outcome.err.find("fault in the program") != std::string::npos)
        report.lost.push_back(what + ": " + outcome.inWords());
    else if (outcome.seconds > 10)
        report.lost.push_back(what + ": took " + std::to_string(outcome.seconds) + " s");
    if (contentsOf(folder.path()) != before)
        report.lost.push_back(what + ": something was changed");
}

std::vector<Arguments> writingTo(const std::string& target)
{
    return {{"cohort", "--store", "s.twelvefold", "--out", target},
            {"import", "--dry-run", "--store", "s.twelvefold", "--rejects", target, "bad.csv"}};
}

std::vector<Arguments> makingStoresAt(const std::string& target)
{
    return {{"backup", "--store", "s.twelvefold", "--out", target},
            {"restore", "--from", "b.twelvefold", "--out", target},
            {"demo", "--children", "10", "--out", target},
            {"import", "--create", "--store", target, "header.csv"}};
}

std::vector<Arguments> drawingTo(const std::string& target)
{
    std::vector<Arguments> ways;
    for (const char* kind : {".svg", ".png", ".pdf"})
        ways.push_back({"chart", "scatter", "--store", "s.twelvefold", "--out", target + kind});
    for (const char* kind : {".pdf", ".html", ".xlsx", ".csv"})
        ways.push_back({"report", "value", "--store", "s.twelvefold", "--out", target + kind});
    return ways;
}

void fillWithTraps(const Folder& folder)
{
    const std::string store = bytesOf(folder / "s.twelvefold");
    write(folder / "store.csv", store);
    write(folder / "s.twelvefold-journal-notes", "x");
    write(folder / "store.csv-journal", "left behind");
    fs::create_symlink("b.twelvefold", folder / "link.csv");
    fs::create_hard_link(folder / "b.twelvefold", folder / "hard.csv");
    fs::create_symlink("nowhere", folder / "dangling");
    fs::create_symlink("loop-b", folder / "loop-a");
    fs::create_symlink("loop-a", folder / "loop-b");
    fs::create_symlink("/dev/zero", folder / "zero");
    ::mkfifo((folder / "pipe").c_str(), 0600);
    fs::create_directory(folder / "sub");
}

} // namespace

Report preciousTargets(const Stage& stage)
{
    Report report;
    const Folder folder(stage.pristine());
    fillWithTraps(folder);
    for (const char* target :
         {"s.twelvefold", "b.twelvefold", "store.csv", "link.csv", "hard.csv", "store.csv-journal",
          "s.twelvefold-journal", "s.twelvefold-wal", "s.twelvefold.lock", "dangling", "loop-a",
          "zero", "pipe", "sub", "/dev/null", "new.twelvefold", "none/x.csv"}) {
        for (const Arguments& arguments : writingTo(target))
            expectRefused(report, stage, folder, arguments);
    }
    expectRefused(
        report, stage, folder,
        {"import", "--dry-run", "--store", "s.twelvefold", "--rejects", "bad.csv", "bad.csv"});
    for (const char* kind : {"pdf", "html", "xlsx", "csv"}) {
        const std::string target = std::string("store.") + kind;
        write(folder / target, bytesOf(folder / "b.twelvefold"));
        expectRefused(report, stage, folder,
                      {"report", "value", "--store", "s.twelvefold", "--out", target});
    }
    for (const char* kind : {"png", "svg", "pdf"}) {
        const std::string target = std::string("store.") + kind;
        write(folder / target, bytesOf(folder / "b.twelvefold"));
        expectRefused(report, stage, folder,
                      {"chart", "scatter", "--store", "s.twelvefold", "--out", target});
    }
    for (const char* target : {"b.twelvefold", "bad.csv", "link.csv", "dangling", "loop-a", "zero",
                               "pipe", "sub", "/dev/null", "none/x.twelvefold"}) {
        for (const Arguments& arguments : makingStoresAt(target)) {
            const bool opens =
                arguments.front() == "import" &&
                (std::string(target) == "b.twelvefold" || std::string(target) == "link.csv");
            if (!opens) // what is there is brought into
                expectRefused(report, stage, folder, arguments);
        }
    }
    // A journal left beside a name would be rolled back into the new store.
    for (const char* ending : {"-journal", "-wal", "-shm"}) {
        write(folder / (std::string("fresh.twelvefold") + ending), "left behind");
        for (const Arguments& arguments : makingStoresAt("fresh.twelvefold"))
            expectRefused(report, stage, folder, arguments);
        fs::remove(folder / (std::string("fresh.twelvefold") + ending));
    }
    return report;
}

Report oddNames(const Stage& stage)
{
    Report report;
    const Folder folder(stage.pristine());
    const std::string big(240, 'x');
    for (const std::string& name :
         {std::string("a#b"), std::string("a%20b"), std::string("it's"), std::string("what?x=1"),
          std::string("\xF0\x9F\x98\x80"), std::string(":memory:"),
          std::string("file:x?mode=memory"), std::string("\xff\xfe"), std::string("a\nb"), big}) {
        for (const Arguments& arguments : makingStoresAt(name)) {
            const Contents before = contentsOf(folder.path());
            const Outcome made = stage.run(folder.path(), arguments);
            ++report.tried;
            if (made.exit != 0 || !fs::is_regular_file(folder / name) ||
                !stage.held(folder.path(), name))
                report.lost.push_back(arguments.front() + " to " + name + ": " + made.inWords());
            fs::remove(folder / name);
            if (contentsOf(folder.path()) != before)
                report.lost.push_back(arguments.front() + " to " + name + " left something");
        }
        const auto writes = [&](const Arguments& arguments, const std::string& file) {
            const Outcome written = stage.run(folder.path(), arguments);
            ++report.tried;
            if ((written.exit != 0 && written.exit != 3) || !fs::is_regular_file(folder / file))
                report.lost.push_back(arguments.front() + " to " + file + ": " + written.inWords());
            fs::remove(folder / file);
        };
        for (const Arguments& arguments : writingTo(name))
            writes(arguments, name);
        for (const Arguments& arguments : drawingTo(name))
            writes(arguments, arguments.back());
    }
    const std::string tooLong(300, 'x');
    for (const auto& ways : {writingTo(tooLong), makingStoresAt(tooLong)}) {
        for (const Arguments& arguments : ways)
            expectRefused(report, stage, folder, arguments);
    }
    return report;
}

Report oddInputs(const Stage& stage)
{
    Report report;
    const Folder folder(stage.pristine());
    fillWithTraps(folder);
    // What is sound is read, whatever bytes its name is made of.
    write(folder / "header\xff.csv", bytesOf(folder / "header.csv"));
    for (const bool json : {false, true}) {
        Arguments arguments{"import", "--store", "s.twelvefold", "--dry-run", "header\xff.csv"};
        if (json)
            arguments.emplace_back("--json");
        const Outcome read = stage.run(folder.path(), arguments);
        ++report.tried;
        if (read.exit != 0)
            report.lost.push_back("import of a name that is not UTF-8: " + read.inWords());
    }
    fs::create_directory(folder / "closed");
    write(folder / "closed" / "x", "x");
    ::chmod((folder / "closed").c_str(), 0);
    std::vector<std::string> odd{"pipe",   "zero",     "/dev/zero",
                                 "loop-a", "dangling", std::string(300, 'x'),
                                 "\xff",   "sub",      "s.twelvefold/x"};
    if (::geteuid() != 0) // whom no folder is closed to
        odd.emplace_back("closed/x");
    for (const std::string& input : odd) {
        for (const Arguments& arguments :
             {Arguments{"import", "--store", "s.twelvefold", input},
              Arguments{"import", "--store", "s.twelvefold", "--dry-run", "--json", input},
              Arguments{"cohort", "--store", input}, Arguments{"check", "--store", input},
              Arguments{"backup", "--store", input, "--out", "x.twelvefold"},
              Arguments{"restore", "--from", input, "--out", "x.twelvefold"},
              Arguments{"stats", "describe", "--csv", input}})
            expectRefused(report, stage, folder, arguments);
    }
    ::chmod((folder / "closed").c_str(), 0700);
    return report;
}

} // namespace twelvefold::torture
