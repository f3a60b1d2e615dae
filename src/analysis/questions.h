// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/options.h"
#include "analysis/trace.h"
#include "domain/cohort.h"
#include "domain/records.h"
#include "domain/words.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

// Questions to ask: reasons to look at a child, in words, never a verdict. They are asked of all
// children of the day, whoever is compared.
namespace twelvefold::analysis {

struct PaidCare;
struct QuestionInputs;
class WorthDraws;

enum class QuestionKind
{
    unregistered, // safety and lawfulness: above all, never priced
    underTenInHome,
    overEighteen,
    farFromHome,
    missingMore,
    soloDeprivedOfLiberty,
    priceAbove, // of one child each
    placement,
    stepDown,
    priceBelow,
    reviewDue, // a line of many
    breakdown,
    stale, // what the records do not say
    needMissing,
    costMissing,
    costOfTwoPlacements,
    costTwice,
    costOutsidePlacement,
    costOutlivesPlacement
};

// What an answer may be worth in a year, in pounds: expected, and the 80 % interval that what is
// borrowed leaves it.
struct YearlyWorth
{
    double expected = 0, lower = 0, upper = 0;
};

// Why a question comes first: the first of these that holds.
enum class AskedStanding
{
    asBefore,
    isNew,
    overdue,
    changed
};

// A child of whom a question is asked.
struct AskedOf
{
    domain::ChildId child;
    std::string pseudonym;
    Message reason;                   // ends in a question
    std::optional<double> weeklyCost; // pounds
    bool isNew = false;               // not asked a month earlier
    bool hasChanged = false; // asked then, and moved, assessed anew or paid otherwise since
    bool isOverdue = false;  // put aside until a day that has come

    AskedStanding standing() const
    {
        return isNew        ? AskedStanding::isNew
               : isOverdue  ? AskedStanding::overdue
               : hasChanged ? AskedStanding::changed
                            : AskedStanding::asBefore;
    }
    bool comesFirst() const { return standing() != AskedStanding::asBefore; }
};

// What a value a year hangs on, in pounds, besides what is not known: of every pound of the first,
// the share that asking recovers; the next two where a move is agreed, whatever becomes of it and
// if it holds; of the last the share that asking recovers where none is.
struct WorthParts
{
    double price = 0, move = 0, holds = 0, priceUnlessMoved = 0;

    WorthParts& operator+=(const WorthParts& other);
};

// A line of the worklist: of one child, or of many.
struct Question
{
    QuestionKind kind = QuestionKind::unregistered;
    // A line of many tells a fact: of all on whom the rule falls, those put aside among them.
    Message says;
    std::vector<AskedOf> children; // of whom it is asked: at least one, by pseudonym
    // Of those put aside whom the line counts too, what came of it.
    std::vector<domain::QuestionOutcome> putAside;
    std::optional<double> falseAlarms; // of a price: how many of such questions are, 0 to 1
    std::optional<WorthParts> parts;   // of those that are priced
    std::optional<YearlyWorth> worth;
    std::vector<Message> steps; // how it came about

    bool isOfMany() const; // asked of many in one line, be they one today
    std::size_t childrenWho(AskedStanding stand) const; // each counts once
    std::size_t newChildren() const { return childrenWho(AskedStanding::isNew); }
    bool comesFirst() const;
};

// How a rule does on this day.
struct RuleTold
{
    QuestionKind kind = QuestionKind::unregistered;
    std::size_t asked = 0;           // children
    std::optional<double> onNothing; // how many it would ask of if there were nothing but noise
    std::optional<Message> idle;     // why it is not applied
};

// A question that somebody has put aside until a day to come.
struct QuestionAside
{
    QuestionKind kind = QuestionKind::unregistered;
    domain::PutAside aside;
    AskedOf asked; // as it would be
};

struct Worklist
{
    domain::Date census;
    domain::Date before;             // the day that new is reckoned from: a month earlier
    std::vector<Question> questions; // in the order in which to ask
    std::vector<QuestionAside> aside;
    std::vector<RuleTold> rules;      // of all children of the day, in the order of QuestionKind
    std::optional<YearlyWorth> worth; // of all that are priced
    std::shared_ptr<const WorthDraws> draws; // under which it is reckoned
    std::vector<Message> rests;              // what worth rests on: borrowed, or of the store
    std::optional<Message> smallestSeen;     // how far a price must stand out to be seen

    std::size_t newQuestions() const; // lines
    // The questions of one child.
    std::vector<const Question*> of(domain::ChildId child) const;
    const AskedOf* asked(domain::ChildId child, QuestionKind kind) const;
    std::size_t childrenAsked(QuestionKind kind) const;
    // On whom the rule falls: those asked about, and those put aside.
    std::size_t childrenUnder(QuestionKind kind) const;
    // Lines of many of whose children each is put aside: what they tell is true all the same.
    std::vector<Question> allPutAside() const;
    std::optional<Message> whyNotAsked(QuestionKind kind) const; // if the rule is not applied
    // What is asked of a cohort's children.
    Worklist amongst(const domain::Cohort& cohort) const;
};

// The day as the worklist sees it: all children, with the costs counted that are in force, and what
// paid care goes with.
struct DayOfQuestions
{
    std::shared_ptr<const domain::Cohort> everyone;
    std::shared_ptr<const PaidCare> paidCare;
};
// now, and a month earlier, from which new is told; what was put aside, of all children and times.
// Of the options the metric, the reliability and the seed are used.
Worklist worklist(const DayOfQuestions& now, const DayOfQuestions& monthEarlier,
                  std::span<const domain::PutAside> putAside, const Options& options,
                  std::stop_token stop = {});

// What there is to know of a kind of question. Each stands beside its rule;
// findings/question_rules.h lists them.
struct QuestionEntry
{
    QuestionKind kind;
    const char* token; // "price_above", …: as files, the store and the command line have it
    const char* group; // the same but for safety and lawfulness: "safety"
    domain::Word title;
    Message (*rule)(const Options& options); // when it is asked, in a sentence
    // The questions that it asks.
    void (*ask)(const QuestionInputs& inputs, std::vector<Question>& questions);
    // A line of many children says how many and what they cost; null where each has their own.
    Message (*line)(const std::vector<AskedOf>& children) = nullptr;
};
// In the order of QuestionKind.
std::span<const QuestionEntry* const> questionEntries();
const QuestionEntry& entryOf(QuestionKind kind);
inline const char* token(QuestionKind kind)
{
    return entryOf(kind).token;
}
std::optional<QuestionKind> questionOf(std::string_view token);
bool isSafety(QuestionKind kind);

// The rule, how it does on this day, and the figures that it was held against.
Trace traceOf(const Worklist& worklist, const Question& question, const Options& options);

// Whether a move to a family is asked about in a setting: not in a secure one, since a court, not a
// need score, ends such a stay.
bool isResidential(std::optional<domain::Setting> setting);

inline constexpr int kStaleAfterDays = 183;
// Whether the assessment in force is older than that on the census date.
bool isStale(const domain::Cohort& cohort, std::size_t row);

} // namespace twelvefold::analysis
