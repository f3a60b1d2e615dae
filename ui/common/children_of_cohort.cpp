// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/children_of_cohort.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace twelvefold::ui {

std::vector<std::size_t> rowsOf(const Selection& selection, const domain::Cohort& cohort)
{
    std::vector<std::size_t> rows;
    if (selection.children.size() <= 2) {
        for (const domain::ChildId child : selection.children) {
            const auto at = std::ranges::find(cohort.child, child);
            if (at != cohort.child.end())
                rows.push_back(static_cast<std::size_t>(at - cohort.child.begin()));
        }
        return rows;
    }
    std::unordered_map<domain::ChildId, std::size_t> places;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        places.emplace(cohort.child[row], row);
    for (const domain::ChildId child : selection.children) {
        if (const auto found = places.find(child); found != places.end())
            rows.push_back(found->second);
    }
    return rows;
}

std::function<bool(std::size_t)> inGroup(const Selection& selection, const domain::Cohort* cohort,
                                         const std::vector<std::size_t>& list)
{
    if (!cohort || selection.kind != Selection::Kind::group)
        return {};
    const std::unordered_set<domain::ChildId> group(selection.children.begin(),
                                                    selection.children.end());
    std::vector<bool> in;
    for (const std::size_t row : list)
        in.push_back(group.contains(cohort->child[row]));
    if (std::ranges::find(in, false) == in.end())
        return {};
    return [in = std::move(in)](std::size_t at) { return at < in.size() && in[at]; };
}

Selection selectionOf(const std::vector<std::size_t>& rows, const domain::Cohort& cohort)
{
    std::vector<domain::ChildId> children;
    for (const std::size_t row : rows)
        children.push_back(cohort.child[row]);
    return selectionOf(std::move(children));
}

Selection selectionOf(std::vector<domain::ChildId> children)
{
    using Kind = Selection::Kind;
    const Kind kind = children.empty()       ? Kind::nothing
                      : children.size() == 1 ? Kind::child
                                             : Kind::group;
    return {kind, std::move(children)};
}

} // namespace twelvefold::ui
