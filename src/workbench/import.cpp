// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/row_source.h"
#include "workbench/import_work.h"
#include "workbench/workbench_private.h"

#include <algorithm>
#include <iterator>

// The journey of other people's files into the store.
namespace twelvefold::workbench {
namespace {

using exchange::ReadFile;

constexpr MessageKind kComparing{"import-comparing",
                                 TWELVEFOLD_TEXT("Message", "Comparing with the records")};
constexpr MessageKind kBringIn{"import-applied", TWELVEFOLD_TEXT("Message", "Bring in %1 files")};
constexpr MessageKind kBringInOne{"import-applied-one", TWELVEFOLD_TEXT("Message", "Bring in %1")};

constexpr MessageKind kSameFile{
    "import-same-file",
    TWELVEFOLD_TEXT("Message", "This very file was brought in already, by %1 on %2.")};

constexpr MessageKind kSameFileOtherwise{
    "import-same-file-otherwise",
    TWELVEFOLD_TEXT("Message", "This very file was brought in already, by %1 on %2, and is read "
                               "otherwise now: what it says now would stand beside what it said "
                               "then. To put that right, take the earlier one back first.")};

std::int64_t warningsIn(const ReadFile& file)
{
    auto n = std::ranges::count(file.problems, Problem::Severity::warning, &Problem::severity);
    for (const auto& [rule, more] : file.listing.unlisted())
        n += more.severity == Problem::Severity::warning ? more.n : 0;
    return n;
}

// The rows that were read well and rejected for what the store says.
void keepRejects(ReadFile& file, std::vector<ReadFile::Reject> rejects)
{
    if (rejects.empty() || !file.source)
        return;
    std::ranges::sort(rejects, {}, &ReadFile::Reject::row);
    auto next = rejects.begin();
    file.source->forEach([&](const exchange::CsvRow& row) {
        if (next->row == row.row) {
            next->raw = row.raw;
            if (row.raw.empty())
                next->cells = row.cells;
            ++next;
        }
        return next != rejects.end();
    });
    std::ranges::move(rejects, std::back_inserter(file.rejects));
    std::ranges::stable_sort(file.rejects, {}, &ReadFile::Reject::row);
}

// Once a file: that its rows are there already then explains itself.
void tellOfSameFiles(const store::Store& store, std::vector<ReadFile>& files,
                     const std::vector<ImportPlan::File>& counted)
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        ReadFile& file = files[i];
        const auto seen = store.seenBefore(file.sha256);
        // Costs have no number of their own: what is read otherwise is another cost.
        const bool isOtherwise =
            file.kind == exchange::FileKind::finance && counted[i].accepted > 0;
        if (seen)
            file.problems.push_back(
                {isOtherwise ? Problem::Severity::warning : Problem::Severity::information,
                 Problem::Action::keptAsItIs,
                 {isOtherwise ? kSameFileOtherwise : kSameFile, {seen->author, seen->at}},
                 file.name,
                 0,
                 "",
                 ""});
    }
}

store::ImportBatch batchOf(const std::vector<ImportPlan::File>& files)
{
    store::ImportBatch batch;
    for (const ImportPlan::File& file : files) {
        if (file.refused)
            continue;
        batch.files.push_back({file.name, file.sha256, exchange::token(file.kind), file.rows,
                               file.accepted, file.changed, file.unchanged, file.rejected,
                               file.profile});
    }
    return batch;
}

Message nameOf(const store::ImportBatch& batch)
{
    const std::vector<std::string> names = store::namesOfFiles(batch.files);
    if (names.size() == 1)
        return {kBringInOne, {names.front()}};
    return {kBringIn, {static_cast<std::int64_t>(names.size())}};
}

ImportPlan planOf(ImportPlan::Work work)
{
    std::vector<ReadFile>& files = work.files;
    import::Decisions& decisions = work.decided;
    ImportPlan plan;
    plan.files = decisions.files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto& problems = files[i].problems;
        import::Decisions::Found& found = decisions.found[i];
        std::ranges::move(found.problems, std::back_inserter(problems));
        files[i].listing = std::move(found.listing);
        std::ranges::stable_sort(problems, {}, &Problem::row);
        plan.files[i].warnings = warningsIn(files[i]);
        std::ranges::copy(problems, std::back_inserter(plan.problems));
        for (const auto& [rule, more] : files[i].listing.unlisted()) {
            plan.unlisted[rule].severity = more.severity;
            plan.unlisted[rule].n += more.n;
        }
        keepRejects(files[i], std::move(found.rejects));
        std::ranges::stable_sort(found.changes, {}, &ImportPlan::Change::row);
        std::ranges::copy(found.changes, std::back_inserter(plan.changes));
        for (const exchange::ColumnRead& column : files[i].columns)
            plan.columns.push_back({files[i].name, column});
        for (const exchange::Question& question : files[i].questions)
            plan.questions.push_back({files[i].name, question});
        for (const exchange::Question& question : files[i].answered)
            plan.answered.push_back({files[i].name, question});
    }
    for (const auto& [localId, child] : decisions.children) {
        if (child.changesAnything())
            ++(child.isNew ? plan.newChildren : plan.changedChildren);
    }
    decisions.found.clear();
    plan.work = std::make_shared<ImportPlan::Work>(std::move(work));
    return plan;
}

} // namespace

ImportPlan Workbench::planImport(const std::vector<std::filesystem::path>& paths,
                                 const ImportOptions& options, const Progress& progress,
                                 std::stop_token stop) const
{
    try {
        std::vector<ReadFile> files = import::readAll(*d->store, paths, options, progress, stop);
        if (progress)
            progress({kComparing, {}}, 0.8);
        ImportPlan::Work work{std::move(files),       {}, options.postcodes, {}, d->store,
                              d->store->changeCount()};
        work.leftOut = import::leaveOut(*d->store, work.files, options, stop);
        work.decided =
            import::decide(*d->store, work.files, work.leftOut, stop, options.postcodes.get());
        tellOfSameFiles(*d->store, work.files, work.decided.files);
        return planOf(std::move(work));
    } catch (const import::Stopped&) {
        return {};
    }
}

bool Workbench::applyImport(const ImportPlan& plan, const Progress& progress, std::stop_token stop)
{
    if (!plan.work)
        return false;
    try {
        std::optional<import::Decisions> again;
        if (plan.work->decidedFor.lock() != d->store ||
            plan.work->changeCount != d->store->changeCount())
            again = import::decide(*d->store, plan.work->files, plan.work->leftOut, stop,
                                   plan.work->postcodes.get());
        const import::Decisions& decisions = again ? *again : plan.work->decided;
        if (decisions.children.empty() && decisions.settings.empty())
            return true; // everything is here already
        const store::ImportBatch batch = batchOf(decisions.files);
        import::ImportWriter importer(decisions, d->author);
        d->store->edit(nameOf(batch), d->author, [&](store::Writer& writer) {
            importer.write(writer, batch, progress, stop);
        });
    } catch (const import::Stopped&) {
        return false;
    }
    return true;
}

Result<store::Step> Workbench::takeBack(const store::TakeBackPlan& plan, store::Store::Keep keep)
{
    return d->store->takeBack(plan, keep, d->author);
}

Result<files::OutputFile> Workbench::beginRejects(const ImportPlan& plan,
                                                  const std::filesystem::path& to) const
{
    return exchange::beginRejects(plan.work ? plan.work->files : std::vector<ReadFile>(), to);
}

Result<Done> Workbench::saveRejects(const ImportPlan& plan, const std::filesystem::path& to) const
{
    return exchange::writeRejects(plan.work ? plan.work->files : std::vector<ReadFile>(), to);
}

} // namespace twelvefold::workbench
