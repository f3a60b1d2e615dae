// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tables.h"

#include <algorithm>

// Which child a row is about, and what is said of those whose child was found otherwise or not.
namespace twelvefold::exchange {
namespace {

constexpr MessageKind kRenamed{
    "children-written-otherwise",
    TWELVEFOLD_TEXT("Message",
                    "%1 rows write their child otherwise than the return or the store does, “%2” "
                    "for “%3” (%4): they were taken to be the same children."),
    TWELVEFOLD_TEXT("Message", "One row writes its child otherwise than the return or the store "
                               "does, “%2” for “%3” (%4): it was taken to be the same child.")};
constexpr MessageKind kRenamedCosts{
    "cost-children-written-otherwise",
    TWELVEFOLD_TEXT("Message",
                    "%1 cost lines, together %5 a week, write their child otherwise than the "
                    "return or the store does, “%2” for “%3” (%4): they were taken to be the same "
                    "children."),
    TWELVEFOLD_TEXT("Message", "One cost line, of %5 a week, writes its child otherwise than the "
                               "return or the store does, “%2” for “%3” (%4): it was taken to be "
                               "the same child.")};
constexpr MessageKind kOtherBirthHere{
    "birth-differs",
    TWELVEFOLD_TEXT("Message",
                    "The date of birth is another than the header's or the store's: is this "
                    "the child that is meant?")};
constexpr MessageKind kCostsOfNobody{
    "costs-without-child",
    TWELVEFOLD_TEXT("Message",
                    "%1 cost lines, together %2 a week, found no child, such as “%3”: without them "
                    "the costs of somebody may be too low."),
    TWELVEFOLD_TEXT("Message", "One cost line, of %2 a week, found no child, “%3”: without it the "
                               "costs of somebody may be too low.")};
constexpr MessageKind kCostsOfAlmost{
    "costs-without-child",
    TWELVEFOLD_TEXT("Message",
                    "%1 cost lines, together %2 a week, found no child. They may be meant for "
                    "children that are written otherwise: “%3” could be “%4”."),
    TWELVEFOLD_TEXT("Message", "One cost line, of %2 a week, found no child. It may be meant for "
                               "one that is written otherwise: “%3” could be “%4”.")};

// In what two writings of one identifier differ.
Word differenceBetween(std::string_view from, std::string_view to)
{
    if (upperCase(from) == upperCase(to))
        return {TWELVEFOLD_TEXT("Word", "letter case")};
    const auto noughts = [](std::string_view text) {
        return text.substr(std::min(text.find_first_not_of('0'), text.size()));
    };
    if (noughts(from) == noughts(to))
        return to.size() > from.size()
                   ? Word{TWELVEFOLD_TEXT("Word", "noughts put in front")}
                   : Word{TWELVEFOLD_TEXT("Word", "noughts taken off the front")};
    return {TWELVEFOLD_TEXT("Word", "letter case, blanks or noughts in front")};
}

} // namespace

void findChild(RowReader& row, std::string_view column, std::string& localId,
               std::optional<Date> born, const Context& context, ReadFile& file,
               std::optional<Money> weekly)
{
    if (row.rejected() || !context.options.childOf)
        return;
    ReadFile::Children& found = file.children;
    const auto child = context.options.childOf(localId, born);
    if (!child) {
        if (found.unknown++ == 0)
            found.stranger = localId;
        if (found.alike.empty() && context.options.childAlike) {
            found.alike = context.options.childAlike(localId);
            if (!found.alike.empty())
                found.stranger = localId;
        }
        if (weekly)
            found.unknownWeekly = found.unknownWeekly.value_or(Money()) + *weekly;
        row.reject(column, kUnknownChild, {localId});
        ++file.ofUnknownChildren;
        return;
    }
    if (born && context.options.bornOf) {
        const auto known = context.options.bornOf(*child);
        if (known && *known != *born)
            row.warn("DOB", kOtherBirthHere);
    }
    if (*child == localId)
        return;
    if (found.renamed++ == 0) {
        found.from = localId;
        found.to = *child;
    }
    if (weekly)
        found.renamedWeekly = found.renamedWeekly.value_or(Money()) + *weekly;
    localId = *child;
}

void tellOfChildren(ReadFile& file)
{
    const ReadFile::Children& found = file.children;
    const auto warn = [&file](Message message) {
        Problem problem;
        problem.severity = Problem::Severity::warning;
        problem.message = std::move(message);
        problem.file = file.name;
        file.problems.push_back(std::move(problem));
    };
    if (found.renamed > 0) {
        Message message{
            found.renamedWeekly ? kRenamedCosts : kRenamed,
            {found.renamed, found.from, found.to, differenceBetween(found.from, found.to)}};
        if (found.renamedWeekly)
            message.arguments.push_back(argument(*found.renamedWeekly));
        warn(std::move(message));
    }
    if (found.unknown == 0 || !found.unknownWeekly)
        return;
    if (found.alike.empty())
        warn({kCostsOfNobody, {found.unknown, argument(*found.unknownWeekly), found.stranger}});
    else
        warn({kCostsOfAlmost,
              {found.unknown, argument(*found.unknownWeekly), found.stranger, found.alike}});
}

} // namespace twelvefold::exchange
