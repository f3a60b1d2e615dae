// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/compared.h"
#include "analysis/findings/price_questions.h"
#include "analysis/findings/question_rules.h"
#include "analysis/findings/yearly_worth.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace twelvefold::analysis {
namespace {

using domain::ChildId;
using domain::Cohort;

constexpr MessageKind kOnNothing{
    "question-on-nothing",
    TWELVEFOLD_TEXT("Message",
                    "On this day the rule falls on %1 children of the council, those put "
                    "aside among them; if there were nothing but noise it would fall on "
                    "about %2."),
    TWELVEFOLD_TEXT("Message",
                    "On this day the rule falls on %1 child of the council; if there were "
                    "nothing but noise it would fall on about %2.")};
constexpr MessageKind kRecordsAlone{
    "question-records-alone",
    TWELVEFOLD_TEXT("Message", "It tells what is recorded: no chance is in it, but a record may be "
                               "wrong.")};

constexpr double kWeeksInYear = 52;

using Rows = std::unordered_map<ChildId, std::size_t>;

Rows rowsOf(const Cohort& cohort)
{
    Rows rows;
    for (std::size_t row = 0; row < cohort.size(); ++row)
        rows.emplace(cohort.child[row], row);
    return rows;
}

// A possible step-down says all that the question about the placement would.
void dropSaidTwice(std::vector<Question>& questions)
{
    std::set<ChildId> stepDown;
    for (const Question& question : questions)
        if (question.kind == QuestionKind::stepDown)
            stepDown.insert(question.children.front().child);
    std::erase_if(questions, [&](const Question& question) {
        return question.kind == QuestionKind::placement &&
               stepDown.contains(question.children.front().child);
    });
}

bool isOfPaidCare(QuestionKind kind)
{
    return QuestionKind::priceAbove <= kind && kind <= QuestionKind::reviewDue;
}

struct Asked
{
    std::vector<Question> questions;
    std::vector<RuleTold> rules;
};

Asked askedOn(const DayOfQuestions& day, const Rows& rows, const Noise& noise,
              const Options& options, std::stop_token stop)
{
    Asked asked;
    for (const QuestionEntry* entry : kQuestionEntries)
        asked.rules.push_back({entry->kind,
                               0,
                               {},
                               day.paidCare->undefined && isOfPaidCare(entry->kind)
                                   ? day.paidCare->undefined
                                   : std::nullopt});
    QuestionInputs inputs{*day.everyone, *day.paidCare, noise, options, {}, asked.rules};
    for (const PaidChild& child : day.paidCare->children)
        inputs.paid.emplace_back(rows.at(child.child), &child);
    std::vector<decltype(QuestionEntry::ask)> done;
    for (const QuestionEntry* entry : kQuestionEntries) {
        if (stop.stop_requested())
            break;
        if (inputs.rule(entry->kind).idle || std::ranges::find(done, entry->ask) != done.end())
            continue;
        entry->ask(inputs, asked.questions);
        done.push_back(entry->ask);
    }
    dropSaidTwice(asked.questions);
    for (const Question& question : asked.questions)
        asked.rules[static_cast<std::size_t>(question.kind)].asked += question.children.size();
    return asked;
}

using ChildAndKind = std::pair<ChildId, QuestionKind>;

std::set<ChildAndKind> whoWasAsked(const std::vector<Question>& questions)
{
    std::set<ChildAndKind> was;
    for (const Question& question : questions)
        for (const AskedOf& asked : question.children)
            was.emplace(asked.child, question.kind);
    return was;
}

// A yearly rise of prices is no change of anybody's.
constexpr double kPaidOtherwise = 0.1;

bool isPaidOtherwise(std::optional<double> now, std::optional<double> then)
{
    return now.has_value() != then.has_value() ||
           (now && std::fabs(*now - *then) > kPaidOtherwise * *then);
}

bool changedSince(const Cohort& now, std::size_t row, const Cohort& then, std::size_t before)
{
    return now.placedOn[row] != then.placedOn[before] ||
           now.assessedOn[row] != then.assessedOn[before] ||
           isPaidOtherwise(now.weeklyCost.at(row), then.weeklyCost.at(before));
}

// The last that was decided about each child's question by the day.
std::map<ChildAndKind, const domain::PutAside*>
lastDecisions(std::span<const domain::PutAside> putAside, domain::Date census)
{
    std::map<ChildAndKind, const domain::PutAside*> last;
    for (const domain::PutAside& aside : putAside) {
        const auto kind = questionOf(aside.question);
        if (!kind || census < aside.on)
            continue;
        const domain::PutAside*& known = last[{aside.child, *kind}];
        if (known == nullptr || std::tie(known->on, known->id) < std::tie(aside.on, aside.id))
            known = &aside;
    }
    return last;
}

// Takes out whoever is put aside until a day to come, unless the child has moved since, and marks
// those whose day has come.
class PuttingAside
{
public:
    PuttingAside(const Cohort& cohort, const Rows& rows, std::span<const domain::PutAside> putAside,
                 std::vector<QuestionAside>& aside)
        : m_cohort(cohort), m_rows(rows), m_last(lastDecisions(putAside, cohort.census)),
          m_aside(aside)
    {
    }

    void apply(Question& question)
    {
        std::erase_if(question.children, [&](AskedOf& asked) {
            const auto found = m_last.find({asked.child, question.kind});
            if (found == m_last.end())
                return false;
            const domain::PutAside& last = *found->second;
            const auto& placed = m_cohort.placedOn[m_rows.at(asked.child)];
            if (last.until <= m_cohort.census || (placed && last.on < *placed)) {
                asked.isOverdue = true;
                return false;
            }
            m_aside.push_back({question.kind, last, asked});
            return true;
        });
    }

private:
    const Cohort& m_cohort;
    const Rows& m_rows;
    std::map<ChildAndKind, const domain::PutAside*> m_last;
    std::vector<QuestionAside>& m_aside;
};

void markNewAndChanged(std::vector<Question>& questions, const Cohort& now, const Rows& rows,
                       const Cohort& then, const Rows& rowsThen,
                       const std::set<ChildAndKind>& askedThen)
{
    for (Question& question : questions) {
        for (AskedOf& asked : question.children) {
            if (!askedThen.contains({asked.child, question.kind})) {
                asked.isNew = true;
                continue;
            }
            const auto before = rowsThen.find(asked.child);
            asked.hasChanged = before != rowsThen.end() &&
                               changedSince(now, rows.at(asked.child), then, before->second);
        }
    }
}

// A line of many says on how many the rule falls now: that an answer was found for one of them
// changes nothing in the fact.
void sayAnew(Question& question, std::span<const QuestionAside> aside)
{
    if (!question.isOfMany())
        return;
    std::vector<AskedOf> all = question.children;
    question.putAside.clear();
    for (const QuestionAside& parked : aside) {
        if (parked.kind != question.kind)
            continue;
        all.push_back(parked.asked);
        question.putAside.push_back(parked.aside.outcome);
    }
    std::ranges::sort(question.putAside);
    question.says = entryOf(question.kind).line(all);
}

// Safety first; then of single children what is new, changed or due, and the rest; then what is
// asked of many; what the records lack at the end.
int rankOf(const Question& question)
{
    if (isSafety(question.kind))
        return 0;
    if (!question.isOfMany())
        return question.comesFirst() ? 1 : 2;
    return question.kind < QuestionKind::stale ? 3 : 4;
}

void order(std::vector<Question>& questions)
{
    std::ranges::stable_sort(questions, [](const Question& a, const Question& b) {
        const auto key = [](const Question& question) {
            return std::tuple(rankOf(question),
                              question.isOfMany() ? question.kind : QuestionKind::unregistered,
                              question.worth ? -question.worth->expected : 1.0,
                              question.children.front().pseudonym, question.kind);
        };
        return key(a) < key(b);
    });
}

std::optional<YearlyWorth> worthOfAll(const Worklist& list)
{
    const auto all = partsOfAll(list.questions);
    return all ? std::optional(list.draws->of(*all)) : std::nullopt;
}

} // namespace

AskedOf QuestionInputs::of(std::size_t row, Message reason) const
{
    AskedOf asked;
    asked.child = cohort.child[row];
    asked.pseudonym = cohort.pseudonym[row];
    asked.reason = std::move(reason);
    asked.weeklyCost = cohort.weeklyCost.at(row);
    return asked;
}

void askOfMany(QuestionKind kind, std::vector<AskedOf> children, std::vector<Question>& questions)
{
    if (children.empty())
        return;
    Question question;
    question.kind = kind;
    question.children = std::move(children);
    sayAnew(question, {});
    questions.push_back(std::move(question));
}

std::vector<AskedOf> withReason(const QuestionInputs& inputs, ReasonToAsk reasonOf, Among among)
{
    std::vector<AskedOf> children;
    for (std::size_t row = 0; row < inputs.cohort.size(); ++row) {
        if (among == Among::lookedAfter &&
            inputs.cohort.kind[row] != domain::CohortKind::lookedAfter)
            continue;
        if (auto reason = reasonOf(inputs.cohort, row))
            children.push_back(inputs.of(row, std::move(*reason)));
    }
    return children;
}

double yearlyCost(const std::vector<AskedOf>& children)
{
    double weekly = 0;
    for (const AskedOf& asked : children)
        weekly += asked.weeklyCost.value_or(0);
    return weekly * kWeeksInYear;
}

double weeksToCome(const Cohort& cohort, std::size_t row)
{
    return std::clamp(cohort.weeksTo18.at(row).value_or(kWeeksInYear), 0.0, kWeeksInYear);
}

bool Question::isOfMany() const
{
    return entryOf(kind).line != nullptr;
}

std::size_t Question::childrenWho(AskedStanding stand) const
{
    return static_cast<std::size_t>(std::ranges::count(children, stand, &AskedOf::standing));
}

bool Question::comesFirst() const
{
    return std::ranges::any_of(children, &AskedOf::comesFirst);
}

std::size_t Worklist::newQuestions() const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        questions, [](const Question& question) { return question.newChildren() > 0; }));
}

std::vector<const Question*> Worklist::of(ChildId child) const
{
    std::vector<const Question*> found;
    for (const Question& question : questions) {
        if (std::ranges::find(question.children, child, &AskedOf::child) != question.children.end())
            found.push_back(&question);
    }
    return found;
}

const AskedOf* Worklist::asked(ChildId child, QuestionKind kind) const
{
    for (const Question& question : questions) {
        if (question.kind != kind)
            continue;
        const auto found = std::ranges::find(question.children, child, &AskedOf::child);
        if (found != question.children.end())
            return &*found;
    }
    return nullptr;
}

std::size_t Worklist::childrenAsked(QuestionKind kind) const
{
    std::size_t n = 0;
    for (const Question& question : questions)
        n += question.kind == kind ? question.children.size() : 0;
    return n;
}

std::size_t Worklist::childrenUnder(QuestionKind kind) const
{
    return childrenAsked(kind) +
           static_cast<std::size_t>(std::ranges::count(aside, kind, &QuestionAside::kind));
}

std::vector<Question> Worklist::allPutAside() const
{
    std::vector<Question> lines;
    for (const QuestionEntry* entry : kQuestionEntries) {
        if (entry->line == nullptr || childrenAsked(entry->kind) > 0 ||
            childrenUnder(entry->kind) == 0)
            continue;
        Question line;
        line.kind = entry->kind;
        sayAnew(line, aside);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::optional<Message> Worklist::whyNotAsked(QuestionKind kind) const
{
    const auto rule = std::ranges::find(rules, kind, &RuleTold::kind);
    // One that fell on no more than noise would is worked out all the same.
    return rule == rules.end() || rule->onNothing ? std::nullopt : rule->idle;
}

Worklist Worklist::amongst(const Cohort& cohort) const
{
    const std::set<ChildId> there(cohort.child.begin(), cohort.child.end());
    Worklist those = *this;
    for (Question& question : those.questions)
        std::erase_if(question.children,
                      [&](const AskedOf& asked) { return !there.contains(asked.child); });
    std::erase_if(those.questions,
                  [](const Question& question) { return question.children.empty(); });
    std::erase_if(those.aside,
                  [&](const QuestionAside& parked) { return !there.contains(parked.aside.child); });
    for (Question& question : those.questions)
        sayAnew(question, those.aside);
    order(those.questions);
    those.worth = worthOfAll(those);
    return those;
}

Worklist worklist(const DayOfQuestions& now, const DayOfQuestions& monthEarlier,
                  std::span<const domain::PutAside> putAside, const Options& options,
                  std::stop_token stop)
{
    Worklist list;
    const Cohort& cohort = *now.everyone;
    list.census = cohort.census;
    list.before = monthEarlier.everyone->census;
    const Rows rows = rowsOf(cohort), rowsThen = rowsOf(*monthEarlier.everyone);
    Asked asked = askedOn(now, rows, measuredNoise(cohort, options.metric), options, stop);
    const Asked then =
        askedOn(monthEarlier, rowsThen, measuredNoise(*monthEarlier.everyone, options.metric),
                options, stop);
    list.rules = std::move(asked.rules);
    list.questions = std::move(asked.questions);
    markNewAndChanged(list.questions, cohort, rows, *monthEarlier.everyone, rowsThen,
                      whoWasAsked(then.questions));
    PuttingAside puttingAside(cohort, rows, putAside, list.aside);
    for (Question& question : list.questions)
        puttingAside.apply(question);
    std::erase_if(list.questions,
                  [](const Question& question) { return question.children.empty(); });

    const WorthBeliefs known = beliefs(putAside);
    list.draws = std::make_shared<const WorthDraws>(known, options.seed);
    list.rests = known.told();
    list.smallestSeen = smallestPriceSeen(*now.paidCare);
    for (Question& question : list.questions) {
        sayAnew(question, list.aside);
        if (question.parts)
            question.worth = list.draws->of(*question.parts);
    }
    order(list.questions);
    list.worth = worthOfAll(list);
    return list;
}

std::span<const QuestionEntry* const> questionEntries()
{
    return kQuestionEntries;
}

const QuestionEntry& entryOf(QuestionKind kind)
{
    return *kQuestionEntries[static_cast<std::size_t>(kind)];
}

std::optional<QuestionKind> questionOf(std::string_view token)
{
    for (const QuestionEntry* entry : kQuestionEntries)
        if (token == entry->token)
            return entry->kind;
    return std::nullopt;
}

bool isSafety(QuestionKind kind)
{
    return entryOf(kind).group == std::string_view("safety");
}

Trace traceOf(const Worklist& worklist, const Question& question, const Options& options)
{
    const QuestionEntry& entry = entryOf(question.kind);
    const RuleTold& told = worklist.rules[static_cast<std::size_t>(question.kind)];
    Trace trace;
    trace.n = question.children.size();
    trace.method = entry.rule(options);
    trace.steps = question.steps;
    if (told.idle)
        trace.steps.push_back(*told.idle);
    else if (told.onNothing)
        trace.steps.push_back({kOnNothing, {whole(told.asked), rounded(*told.onNothing, 1)}});
    else
        trace.steps.push_back({kRecordsAlone, {}});
    if (question.parts)
        trace.steps.insert(trace.steps.end(), worklist.rests.begin(), worklist.rests.end());
    return trace;
}

} // namespace twelvefold::analysis
