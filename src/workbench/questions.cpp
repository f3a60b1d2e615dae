// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/questions.h"
#include "domain/put_aside.h"
#include "domain/trimmed.h"
#include "workbench/workbench_private.h"

#include <algorithm>

// Questions about children that are put aside, and asked again.
namespace twelvefold::workbench {
namespace {

constexpr MessageKind kPutAside{
    "question-put-aside", TWELVEFOLD_TEXT("Message", "Put a question about %1 aside until %2")};
constexpr MessageKind kPutAsideMany{"questions-put-aside",
                                    TWELVEFOLD_TEXT("Message", "Put %1 questions aside")};
constexpr MessageKind kAskAgain{"question-asked-again",
                                TWELVEFOLD_TEXT("Message", "Ask a question about %1 again")};

constexpr MessageKind kNoQuestion{"question-unknown",
                                  TWELVEFOLD_TEXT("Message", "There is no question called %1.")};
constexpr MessageKind kNoChild{
    "question-of-nobody",
    TWELVEFOLD_TEXT("Message", "The child whom the question is about is not in the store.")};
constexpr MessageKind kNotAside{
    "question-not-aside", TWELVEFOLD_TEXT("Message", "The question %1 about %2 is not put aside.")};

std::optional<Message> faultIn(const PutAside& one, const store::Store& store)
{
    if (!analysis::questionOf(one.question))
        return Message{kNoQuestion, {one.question}};
    if (!store.child(one.child))
        return Message{kNoChild, {}};
    if (auto fault = faultInReason(one.reason.reveal()))
        return fault;
    return faultInUntil(one.on, one.until);
}

bool takesPlaceOf(const PutAside& one, const PutAside& standing)
{
    return one.child == standing.child && one.question == standing.question &&
           standing.on <= one.on &&
           Period{one.on, one.until}.overlaps({standing.on, standing.until});
}

} // namespace

Result<Done> Workbench::putAside(std::span<const PutAside> questions)
{
    for (const PutAside& one : questions) {
        if (auto fault = faultIn(one, *d->store))
            return std::move(*fault);
    }
    if (questions.empty())
        return Done{};
    const Message name =
        questions.size() == 1
            ? Message{kPutAside, {d->pseudonymOf(questions[0].child), questions[0].until}}
            : Message{kPutAsideMany, {static_cast<std::int64_t>(questions.size())}};
    d->store->edit(name, d->author, [&](store::Writer& writer) {
        std::vector<PutAside> standing = d->store->putAsides();
        for (PutAside one : questions) {
            const auto givesWay = [&](const PutAside& other) { return takesPlaceOf(one, other); };
            for (const PutAside& other : standing) {
                if (givesWay(other))
                    writer.removePutAside(other.id);
            }
            std::erase_if(standing, givesWay);
            one.reason = SensitiveText(std::string(trimmed(one.reason.reveal())));
            one.id = writer.addPutAside(one);
            standing.push_back(std::move(one));
        }
    });
    return Done{};
}

Result<Done> Workbench::askAgain(ChildId child, const std::string& question)
{
    const std::vector<PutAside> all = d->store->putAsides();
    const auto last = std::ranges::find_if(all.rbegin(), all.rend(), [&](const PutAside& one) {
        return one.child == child && one.question == question;
    });
    if (last == all.rend())
        return Message{kNotAside, {question, d->pseudonymOf(child)}};
    d->store->edit({kAskAgain, {d->pseudonymOf(child)}}, d->author,
                   [&](store::Writer& writer) { writer.removePutAside(last->id); });
    return Done{};
}

} // namespace twelvefold::workbench
