// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/phrase.h"

#include <algorithm>
#include <string_view>

// What was done to the records, for people who read the audit trail. An edit's own name is what
// undoing and redoing it are called ("Undo: Sign off …"); here it is told as done.
namespace twelvefold::wording {
namespace {

struct Past
{
    std::string_view code;
    const char* english; // the arguments are those of the edit's name
};

constexpr Past kPast[] = {
    {"assessment-signed-off", TWELVEFOLD_TEXT("Message", "Signed off the assessment of %1")},
    {"second-rating-signed-off", TWELVEFOLD_TEXT("Message", "Signed off a second rating of %1")},
    {"draft-discarded", TWELVEFOLD_TEXT("Message", "Discarded the draft of %1")},
    {"child-moved", TWELVEFOLD_TEXT("Message", "Moved %1")},
    {"child-left-care", TWELVEFOLD_TEXT("Message", "Recorded that %1 left care")},
    {"child-died", TWELVEFOLD_TEXT("Message", "Recorded the death of %1")},
    {"cost-lines-ended-one",
     TWELVEFOLD_TEXT("Message", "Ended a cost on the day its placement ended")},
    {"cost-lines-ended-many",
     TWELVEFOLD_TEXT("Message", "Ended %1 costs on the day their placement ended")},
    {"placement-added", TWELVEFOLD_TEXT("Message", "Entered a placement of %1")},
    {"placement-changed", TWELVEFOLD_TEXT("Message", "Changed a placement of %1")},
    {"placement-removed", TWELVEFOLD_TEXT("Message", "Removed a placement of %1")},
    {"cost-added", TWELVEFOLD_TEXT("Message", "Entered a cost of %1")},
    {"cost-changed", TWELVEFOLD_TEXT("Message", "Changed a cost of %1")},
    {"cost-removed", TWELVEFOLD_TEXT("Message", "Removed a cost of %1")},
    {"outcome-added", TWELVEFOLD_TEXT("Message", "Entered an outcome of %1")},
    {"outcome-changed", TWELVEFOLD_TEXT("Message", "Changed an outcome of %1")},
    {"outcome-removed", TWELVEFOLD_TEXT("Message", "Removed an outcome of %1")},
    {"cost-placement-chosen",
     TWELVEFOLD_TEXT("Message", "Said which placement a cost of %1 pays for")},
    {"cost-right-as-it-is", TWELVEFOLD_TEXT("Message", "Called a cost of %1 right as it is")},
    {"costs-right-as-they-are", TWELVEFOLD_TEXT("Message", "Called %1 costs right as they are")},
    {"cost-doubted-again", TWELVEFOLD_TEXT("Message", "Took back what was decided about costs")},
    {"question-put-aside", TWELVEFOLD_TEXT("Message", "Put a question about %1 aside until %2")},
    {"questions-put-aside", TWELVEFOLD_TEXT("Message", "Put %1 questions aside")},
    {"question-asked-again", TWELVEFOLD_TEXT("Message", "Asked a question about %1 again")},
    {"provider-added", TWELVEFOLD_TEXT("Message", "Added the provider %1")},
    {"child-added", TWELVEFOLD_TEXT("Message", "Added a child")},
    {"import-applied", TWELVEFOLD_TEXT("Message", "Brought in %1 files")},
    {"import-applied-one", TWELVEFOLD_TEXT("Message", "Brought in %1")},
    {"import-taken-back", TWELVEFOLD_TEXT("Message", "Took back the files brought in on %1")},
    {"import-taken-back-in-part",
     TWELVEFOLD_TEXT("Message",
                     "Took back the files brought in on %1, but for what was changed since")},
    {"import-taken-back-one", TWELVEFOLD_TEXT("Message", "Took back the file brought in on %1")},
    {"import-taken-back-one-in-part",
     TWELVEFOLD_TEXT("Message",
                     "Took back the file brought in on %1, but for what was changed since")},
    {"framework-added",
     TWELVEFOLD_TEXT("Message", "Brought in the needs framework %1, version %2")},
    {"tables-taken-in", TWELVEFOLD_TEXT("Message", "Took in the whole store of %1 from tables")},
    {"tables-taken-in-demonstration",
     TWELVEFOLD_TEXT("Message", "Took in the demonstration council, made for %1, from tables")},
    {"demonstration-made", TWELVEFOLD_TEXT("Message", "Made the demonstration council")},
};

// What a table of the store holds, one and several. Tables that are not here hold parts of such
// records, which are not told apart.
struct Kind
{
    std::string_view table;
    const char* one;
    const char* many;
};

constexpr Kind kKinds[] = {
    {"child", TWELVEFOLD_TEXT("Wording", "%1 child"), TWELVEFOLD_TEXT("Wording", "%1 children")},
    {"identity", TWELVEFOLD_TEXT("Wording", "%1 name"), TWELVEFOLD_TEXT("Wording", "%1 names")},
    {"kind_period", TWELVEFOLD_TEXT("Wording", "%1 period of care or need"),
     TWELVEFOLD_TEXT("Wording", "%1 periods of care or need")},
    {"provider", TWELVEFOLD_TEXT("Wording", "%1 provider"),
     TWELVEFOLD_TEXT("Wording", "%1 providers")},
    {"placement", TWELVEFOLD_TEXT("Wording", "%1 placement"),
     TWELVEFOLD_TEXT("Wording", "%1 placements")},
    {"episode", TWELVEFOLD_TEXT("Wording", "%1 episode of the return"),
     TWELVEFOLD_TEXT("Wording", "%1 episodes of the return")},
    {"cost_line", TWELVEFOLD_TEXT("Wording", "%1 cost line"),
     TWELVEFOLD_TEXT("Wording", "%1 cost lines")},
    {"outcome", TWELVEFOLD_TEXT("Wording", "%1 outcome"),
     TWELVEFOLD_TEXT("Wording", "%1 outcomes")},
    {"framework", TWELVEFOLD_TEXT("Wording", "%1 needs framework"),
     TWELVEFOLD_TEXT("Wording", "%1 needs frameworks")},
    {"assessment", TWELVEFOLD_TEXT("Wording", "%1 assessment"),
     TWELVEFOLD_TEXT("Wording", "%1 assessments")},
    {"care_event", TWELVEFOLD_TEXT("Wording", "%1 event of the return"),
     TWELVEFOLD_TEXT("Wording", "%1 events of the return")},
    {"cost_decision", TWELVEFOLD_TEXT("Wording", "%1 decision about a cost"),
     TWELVEFOLD_TEXT("Wording", "%1 decisions about costs")},
    {"question_aside", TWELVEFOLD_TEXT("Wording", "%1 answer to a question"),
     TWELVEFOLD_TEXT("Wording", "%1 answers to questions")},
    {"placement_request", TWELVEFOLD_TEXT("Wording", "%1 request for a placement"),
     TWELVEFOLD_TEXT("Wording", "%1 requests for placements")},
    {"registered_setting", TWELVEFOLD_TEXT("Wording", "%1 registered home or agency"),
     TWELVEFOLD_TEXT("Wording", "%1 registered homes and agencies")},
    {"draft", TWELVEFOLD_TEXT("Wording", "%1 draft"), TWELVEFOLD_TEXT("Wording", "%1 drafts")},
    {"import_file", TWELVEFOLD_TEXT("Wording", "%1 file brought in"),
     TWELVEFOLD_TEXT("Wording", "%1 files brought in")},
};

// "+2" of "cost_line +2 ~1".
QString tallied(const Kind& kind, QStringView tally)
{
    const std::uint64_t n = tally.mid(1).toULongLong();
    if (kind.table == "import_file" && tally.front() == QLatin1Char('-'))
        return counted(TWELVEFOLD_TEXT("Wording", "%1 file taken back"),
                       TWELVEFOLD_TEXT("Wording", "%1 files taken back"), n);
    const QString what = counted(kind.one, kind.many, n);
    if (kind.table == "import_file")
        return what;
    switch (tally.front().unicode()) {
    case '+':
        return said(TWELVEFOLD_TEXT("Wording", "%1 added"), {what});
    case '-':
        return said(TWELVEFOLD_TEXT("Wording", "%1 removed"), {what});
    default:
        return said(TWELVEFOLD_TEXT("Wording", "%1 changed"), {what});
    }
}

} // namespace

QString done(const domain::Message& edit, Language language)
{
    const auto* past = std::ranges::find(kPast, std::string_view(edit.kind.code), &Past::code);
    if (past == std::end(kPast))
        return text(edit, language);
    return text(domain::Message{{edit.kind.code, past->english}, edit.arguments}, language);
}

namespace {

// Each tally of each kind of record, in words.
QStringList tallies(const std::string& detail, QString (*told)(const Kind&, QStringView tally))
{
    QStringList words;
    for (const QString& table : QString::fromStdString(detail).split(QStringLiteral(", "))) {
        const QStringList parts = table.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const auto* kind = std::ranges::find_if(kKinds, [&](const Kind& each) {
            return parts.value(0) == QLatin1String(each.table.data(), qsizetype(each.table.size()));
        });
        if (kind == std::end(kKinds))
            continue;
        for (const QString& tally : parts.mid(1))
            words << told(*kind, tally);
    }
    return words;
}

} // namespace

QString recordsTouched(const std::string& detail)
{
    return tallies(detail, tallied).join(QStringLiteral(", "));
}

QString recordsCounted(const std::string& detail)
{
    return listed(tallies(detail, [](const Kind& kind, QStringView tally) {
        return counted(kind.one, kind.many, tally.mid(1).toULongLong());
    }));
}

QString doneSince(const std::string& detail)
{
    return said(TWELVEFOLD_TEXT("Wording", "Done since to what these files brought, or resting on "
                                           "it: %1."),
                {recordsTouched(detail)});
}

QString keptOf(const std::string& detail, std::uint64_t children)
{
    const QString records = recordsCounted(detail);
    if (children == 0)
        return said(TWELVEFOLD_TEXT("Wording", "Kept, because others need it: %1."), {records});
    return counted(TWELVEFOLD_TEXT("Wording", "Kept, with all that these files say of the %1 "
                                              "child: %2."),
                   TWELVEFOLD_TEXT("Wording", "Kept, with all that these files say of these %1 "
                                              "children: %2."),
                   children, {records});
}

} // namespace twelvefold::wording
