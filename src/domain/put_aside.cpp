// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/put_aside.h"

#include "domain/free_text.h"
#include "domain/trimmed.h"
#include "domain/utf8.h"

namespace twelvefold::domain {
namespace {

constexpr Word kReason{TWELVEFOLD_TEXT("Word", "The reason")};
constexpr MessageKind kNoReason{
    "question-without-reason",
    TWELVEFOLD_TEXT("Message", "Say why the question is put aside: it needs a reason.")};
constexpr MessageKind kUntil{
    "question-until",
    TWELVEFOLD_TEXT("Message",
                    "The question was asked on %1, so it cannot be asked again on %2. Choose "
                    "a later day.")};
constexpr MessageKind kTooLongAside{
    "question-until-too-late",
    TWELVEFOLD_TEXT(
        "Message", "A question that was asked on %1 is put aside until %2 at the latest, not until "
                   "%3. Choose an earlier day, and put it aside again when that has come.")};

} // namespace

std::optional<Message> faultInReason(std::string_view reason)
{
    reason = trimmed(reason);
    if (isUtf8(reason) && !isVisible(reason))
        return Message{kNoReason, {}};
    return faultInText(kReason, reason);
}

std::optional<Message> faultInUntil(Date on, Date until)
{
    if (until <= on)
        return Message{kUntil, {on, until}};
    if (const Date latest = on.plusMonths(kMonthsAsideAtMost); until > latest)
        return Message{kTooLongAside, {on, latest, until}};
    return std::nullopt;
}

} // namespace twelvefold::domain
