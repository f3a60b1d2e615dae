// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/needs_form_model.h"

#include <algorithm>
#include <cstdlib>

namespace twelvefold::ui {

using namespace domain;
namespace {

// Where some words are kept, in a draft that may be changed or not.
template<class A>
auto& wordsIn(A& assessment, NeedsFormModel::Words which)
{
    switch (which) {
    case NeedsFormModel::Words::whatMatters:
        return assessment.whatMatters;
    case NeedsFormModel::Words::goingWell:
        return assessment.goingWell;
    case NeedsFormModel::Words::whatIWant:
        return assessment.whatIWant;
    case NeedsFormModel::Words::strengths:
        break;
    }
    return assessment.strengthsInWords;
}

} // namespace

NeedsFormModel::NeedsFormModel(std::shared_ptr<const NeedsFramework> framework, Assessment draft,
                               std::optional<Assessment> previous)
    : m_framework(std::move(framework)), m_draft(std::move(draft)), m_previous(std::move(previous))
{
    if (m_previous && (m_previous->framework != m_draft.framework ||
                       m_previous->scores.size() != m_draft.scores.size()))
        m_previous.reset();
    m_draft.strengths.resize(m_framework->strengths().size());
    goToRow(firstUnanswered().value_or(0));
}

void NeedsFormModel::goToRow(std::size_t row)
{
    if (row >= rows())
        return;
    m_row = row;
    m_focus = level(row).value_or(previousLevel(row).value_or(0));
    m_focusMoved = false;
}

bool NeedsFormModel::moveRow(int by)
{
    const auto target = static_cast<std::ptrdiff_t>(m_row) + by;
    if (target < 0 || target >= static_cast<std::ptrdiff_t>(rows()))
        return false;
    goToRow(static_cast<std::size_t>(target));
    return true;
}

void NeedsFormModel::focusLevel(int level)
{
    m_focus = std::clamp(level, 0, m_framework->highestLevel());
    m_focusMoved = true;
}

void NeedsFormModel::moveLevel(int by)
{
    focusLevel(m_focus + by);
}

bool NeedsFormModel::choose(int level)
{
    const auto chosen = m_framework->level(level);
    if (!chosen || rows() == 0)
        return false;
    remember();
    Score& score = m_draft.scores[m_row];
    score.level = chosen;
    score.notKnownBecause = {};
    m_focus = level;
    m_focusMoved = false;
    changed();
    return true;
}

bool NeedsFormModel::moveOn()
{
    if (moveRow(1))
        return true;
    const auto next = firstUnanswered();
    if (!next || *next == m_row)
        return false;
    goToRow(*next);
    return true;
}

bool NeedsFormModel::enter()
{
    if (m_focusMoved && m_draft.scores[m_row].notKnownBecause.empty())
        choose(m_focus);
    return moveOn();
}

void NeedsFormModel::clearScore()
{
    Score& score = m_draft.scores[m_row];
    if (!score.answered())
        return;
    remember();
    score.level.reset();
    score.notKnownBecause = {};
    changed();
    goToRow(m_row);
}

void NeedsFormModel::setNotKnown(std::size_t row, std::string because)
{
    Score& score = m_draft.scores[row];
    if (score.notKnownBecause.reveal() == because)
        return;
    remember({{Field::notKnown, row}});
    if (!because.empty())
        score.level.reset();
    score.notKnownBecause = SensitiveText(std::move(because));
    changed();
}

void NeedsFormModel::setEvidence(std::size_t row, std::string evidence)
{
    Score& score = m_draft.scores[row];
    if (score.evidence.reveal() == evidence)
        return;
    remember({{Field::evidence, row}});
    score.evidence = SensitiveText(std::move(evidence));
    changed();
}

void NeedsFormModel::setConfidence(std::size_t row, std::optional<int> confidence)
{
    Score& score = m_draft.scores[row];
    if (score.confidence == confidence)
        return;
    remember();
    score.confidence = confidence;
    changed();
}

void NeedsFormModel::stepConfidence()
{
    const int now = m_draft.scores[m_row].confidence.value_or(0);
    setConfidence(m_row, now >= 3 ? std::nullopt : std::optional(now + 1));
}

void NeedsFormModel::setStrength(std::size_t strength, std::optional<int> level)
{
    if (m_draft.strengths[strength] == level)
        return;
    remember();
    m_draft.strengths[strength] = level;
    changed();
}

const std::string& NeedsFormModel::words(Words which) const
{
    return wordsIn(m_draft, which).reveal();
}

void NeedsFormModel::setWords(Words which, std::string text)
{
    SensitiveText& words = wordsIn(m_draft, which);
    if (words.reveal() == text)
        return;
    remember({{Field::words, static_cast<std::size_t>(which)}});
    words = SensitiveText(std::move(text));
    changed();
}

void NeedsFormModel::setDate(Date date)
{
    if (m_draft.date == date)
        return;
    remember({{Field::date, 0}});
    m_draft.date = date;
    changed();
}

void NeedsFormModel::remember(const Typing& typing)
{
    m_takenBack.clear();
    if (!typing || typing != m_typing)
        m_before.push_back({m_draft, m_row});
    m_typing = typing;
}

bool NeedsFormModel::step(std::vector<Moment>& from, std::vector<Moment>& to)
{
    m_typing.reset();
    // What a field took back by itself left a step in which nothing is different.
    while (!from.empty() && from.back().draft == m_draft)
        from.pop_back();
    if (from.empty())
        return false;
    const Moment moment = std::move(from.back());
    from.pop_back();
    to.push_back({std::exchange(m_draft, moment.draft), moment.row});
    changed();
    goToRow(moment.row);
    return true;
}

bool NeedsFormModel::takeBack()
{
    return step(m_before, m_takenBack);
}

bool NeedsFormModel::bringBack()
{
    return step(m_takenBack, m_before);
}

std::optional<int> NeedsFormModel::level(std::size_t row) const
{
    const auto& level = m_draft.scores[row].level;
    return level ? std::optional(level->value()) : std::nullopt;
}

std::optional<int> NeedsFormModel::previousLevel(std::size_t row) const
{
    if (!m_previous || !m_previous->scores[row].level)
        return std::nullopt;
    return m_previous->scores[row].level->value();
}

NeedsFormModel::SoFar NeedsFormModel::soFar() const
{
    SoFar result;
    for (std::size_t i = 0; i < rows(); ++i) {
        if (const auto chosen = level(i)) {
            result.total += m_framework->domains()[i].weight * *chosen;
            ++result.scored;
        }
        if (m_draft.scores[i].answered())
            ++result.answered;
    }
    return result;
}

std::optional<double> NeedsFormModel::total() const
{
    return m_framework->total(m_draft.levels());
}

std::optional<double> NeedsFormModel::previousTotal() const
{
    return m_previous ? m_framework->total(m_previous->levels()) : std::nullopt;
}

std::vector<LevelChange> NeedsFormModel::changes() const
{
    return m_previous ? changesSince(m_draft, *m_previous) : std::vector<LevelChange>{};
}

std::vector<LevelChange> NeedsFormModel::jumpsWithoutEvidence() const
{
    std::vector<LevelChange> jumps = changes();
    std::erase_if(jumps, [this](const LevelChange& change) {
        return std::abs(change.now - change.before) < 2 ||
               !m_draft.scores[change.domain].evidence.empty();
    });
    return jumps;
}

std::vector<SignOffProblem> NeedsFormModel::problems(Date today) const
{
    return signOffProblems(m_draft, *m_framework, previous(), today);
}

std::optional<std::size_t> NeedsFormModel::firstUnanswered() const
{
    for (std::size_t i = 0; i < rows(); ++i) {
        if (!m_draft.scores[i].answered())
            return i;
    }
    return std::nullopt;
}

} // namespace twelvefold::ui
