// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/look_through.h"
#include "exchange/open_kinds.h"

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kXmlEmpty{"file-xml-empty",
                                TWELVEFOLD_TEXT("Message", "The return holds no child.")};
constexpr MessageKind kNoFurtherAction{
    "file-xml-no-further-action",
    TWELVEFOLD_TEXT("Message", "%1 referrals led to no further action: they make no child in need, "
                               "and were passed over."),
    TWELVEFOLD_TEXT("Message", "One referral led to no further action: it makes no child in need, "
                               "and was passed over.")};
constexpr MessageKind kXmlNotRead{
    "file-xml-not-read",
    TWELVEFOLD_TEXT("Message", "These elements of the return are not used, and were left aside: "
                               "%1.")};

} // namespace

Opened openXml(const Result<XmlReturn>& found, OpenFile whole)
{
    if (!found || found->tables.empty()) {
        whole.refusal = found ? Message{kXmlEmpty, {}} : found.failure();
        return {std::make_shared<const OpenFile>(std::move(whole))};
    }
    Opened opened;
    for (const XmlTable& table : found->tables) {
        OpenFile file = whole;
        file.name += " › " + table.name;
        file.year = found->year;
        if (opened.empty() && !found->notRead.empty())
            file.note(Problem::Severity::information, {kXmlNotRead, {found->notRead}});
        if (opened.empty() && found->passedOver > 0)
            file.note(Problem::Severity::information, {kNoFurtherAction, {found->passedOver}});
        lookThrough(std::make_shared<const TextRows>(table.text, ','), file);
        file.absent.clear(); // what a document cannot hold, it does not lack
        opened.push_back(std::make_shared<const OpenFile>(std::move(file)));
    }
    return opened;
}

} // namespace twelvefold::exchange
