// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/workbench.h"

#include "exchange/framework_file.h"
#include "workbench/workbench_private.h"

#include <chrono>

namespace twelvefold::workbench {
namespace {

Date today()
{
    return Date(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
}

} // namespace

Workbench::Workbench(std::unique_ptr<Private> parts) : d(std::move(parts)) {}
Workbench::~Workbench() = default;

store::Opened Workbench::open(const std::filesystem::path& path, std::unique_ptr<Workbench>& out,
                              std::string author, store::Access access)
{
    store::Opened opened = store::Store::open(path, access);
    out = over(opened, std::move(author));
    return opened;
}

store::Opened Workbench::repair(const std::filesystem::path& path, std::unique_ptr<Workbench>& out,
                                std::string author)
{
    store::Opened opened = store::Store::repair(path, author);
    out = over(opened, std::move(author));
    return opened;
}

std::unique_ptr<Workbench> Workbench::over(store::Opened& opened, std::string author)
{
    if (opened.store == nullptr)
        return nullptr;
    auto parts = std::make_unique<Private>();
    parts->store = std::move(opened.store);
    parts->author = std::move(author);
    return std::unique_ptr<Workbench>(new Workbench(std::move(parts)));
}

Result<std::unique_ptr<Workbench>> Workbench::create(const std::filesystem::path& path,
                                                     const std::string& councilName,
                                                     std::string author)
{
    auto created = store::Store::create(path, councilName, exchange::builtInFramework(), author);
    if (!created)
        return created.failure();
    auto parts = std::make_unique<Private>();
    parts->store = std::move(created).value();
    parts->author = std::move(author);
    return std::unique_ptr<Workbench>(new Workbench(std::move(parts)));
}

const store::Store& Workbench::store() const
{
    return *d->store;
}

const std::string& Workbench::author() const
{
    return d->author;
}

void Workbench::setAuthor(std::string author)
{
    d->author = std::move(author);
}

Date Workbench::defaultCensus() const
{
    const auto span = d->store->recordedSpan();
    return lastCensusDay(span ? span->second : today());
}

store::StoredFramework Workbench::currentFramework() const
{
    const auto frameworks = d->store->frameworks();
    if (frameworks.empty())
        throw std::logic_error("a store without a needs framework");
    return frameworks.front();
}

std::shared_ptr<const Cohort> Workbench::cohort(Date census) const
{
    return std::make_shared<const Cohort>(d->store->cohort(census));
}

std::optional<store::Step> Workbench::nextUndo() const
{
    return d->store->nextUndo();
}

std::optional<store::Step> Workbench::nextRedo() const
{
    return d->store->nextRedo();
}

Result<store::Step> Workbench::undo()
{
    return d->store->undo(d->author);
}

Result<store::Step> Workbench::redo()
{
    return d->store->redo(d->author);
}

void Workbench::onChange(std::function<void(const store::ChangeNotice&)> listener)
{
    d->store->onChange(std::move(listener));
}

Result<Done> Workbench::backup(const std::filesystem::path& to) const
{
    return d->store->backup(to);
}

} // namespace twelvefold::workbench
