// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench/a_home.h"
#include "workbench/returns.h"

namespace twelvefold::tests {

// A store that is filled by other people's files.
struct Returned
{
    TemporaryFolder folder;
    std::unique_ptr<Workbench> bench =
        Workbench::create(folder.file("store.twelvefold"), "Testshire", "A. Tester").value();
    int files = 0;

    workbench::ImportPlan bringIn(const std::string& text, const std::string& name)
    {
        const auto path = folder.write(std::to_string(++files) + "/" + name, text);
        const workbench::ImportPlan plan = bench->planImport({path}, {});
        REQUIRE(bench->applyImport(plan));
        for (const auto& file : plan.files)
            CHECK(file.accepted + file.changed + file.unchanged + file.rejected == file.rows);
        return plan;
    }
    ChildId child(const std::string& localId) const
    {
        return bench->store().childrenByLocalId().at(localId);
    }
    std::optional<Money> weekly(const std::string& localId, Date on) const
    {
        return weeklyCost(bench->store().costLines(child(localId)), on).total;
    }
    auto records(const std::string& localId) const
    {
        const ChildId id = child(localId);
        return std::tuple(bench->store().placements(id), bench->store().costLines(id),
                          bench->store().kindPeriods(id), bench->store().episodes(id));
    }
};

inline bool says(const workbench::ImportPlan& plan, std::string_view code, std::int64_t n)
{
    return std::ranges::any_of(plan.problems, [&](const Problem& problem) {
        return problem.message.kind.code == code &&
               std::get<std::int64_t>(problem.message.arguments.front()) == n;
    });
}

} // namespace twelvefold::tests
