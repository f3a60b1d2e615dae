// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/assessment.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace twelvefold::ui {

// The needs form without its widgets: an assessment being written, where in it the person is, and
// what has become of it so far. A row is a domain of the framework.
class NeedsFormModel
{
public:
    // The previous assessment is compared with only where it was scored against the same framework.
    NeedsFormModel(std::shared_ptr<const domain::NeedsFramework> framework,
                   domain::Assessment draft, std::optional<domain::Assessment> previous = {});

    const domain::NeedsFramework& framework() const { return *m_framework; }
    const domain::Assessment& assessment() const { return m_draft; }
    const domain::Assessment* previous() const { return m_previous ? &*m_previous : nullptr; }
    // Counts up with every change to the assessment.
    int revision() const { return m_revision; }

    // --- Where the person is.
    std::size_t rows() const { return m_draft.scores.size(); }
    std::size_t row() const { return m_row; }
    void goToRow(std::size_t row);
    bool moveRow(int by); // false where there is no row that way
    // The level whose descriptor is read: the one chosen, else last time's, else the lowest, until
    // moved.
    int levelUnderFocus() const { return m_focus; }
    void focusLevel(int level);
    void moveLevel(int by);

    // --- Writing.
    // Scores the current row; false when the framework has no such level.
    bool choose(int level);
    // To the next row; from the last to the first one without an answer. False when nothing is
    // left.
    bool moveOn();
    // What Enter does: takes the level under the focus if the person moved there, and moves on.
    bool enter();
    void clearScore();
    void setNotKnown(std::size_t row, std::string because); // takes the level away, unless empty
    void setEvidence(std::size_t row, std::string evidence);
    void setConfidence(std::size_t row, std::optional<int> confidence);
    void stepConfidence(); // of the current row: none, 1, 2, 3, none
    void setStrength(std::size_t strength, std::optional<int> level);
    enum class Words
    {
        whatMatters,
        goingWell,
        whatIWant,
        strengths
    };
    void setWords(Words which, std::string text);
    const std::string& words(Words which) const;
    void setDate(domain::Date date);

    // --- Taking back, the latest first, and bringing back. An answer is one step; what is typed in
    // one field without a break is another. False when nothing is left.
    bool takeBack();
    bool bringBack();

    // --- What it comes to.
    std::optional<int> level(std::size_t row) const;
    std::optional<int> previousLevel(std::size_t row) const;
    struct SoFar
    {
        double total = 0;         // the weighted sum of the levels chosen
        std::size_t scored = 0;   // rows with a level
        std::size_t answered = 0; // rows with a level or a reason why there is none
    };
    SoFar soFar() const;
    std::optional<double> total() const; // only when every row has a level
    std::optional<double> previousTotal() const;
    std::vector<domain::LevelChange> changes() const;
    // Moves of two levels or more that have no evidence note yet.
    std::vector<domain::LevelChange> jumpsWithoutEvidence() const;
    std::vector<domain::SignOffProblem> problems(domain::Date today) const;
    std::optional<std::size_t> firstUnanswered() const;

private:
    // A field that is typed in, and of which row.
    enum class Field
    {
        evidence,
        notKnown,
        words,
        date
    };
    using Typing = std::optional<std::pair<Field, std::size_t>>;
    // How it all was before a step, and the row in which that was done.
    struct Moment
    {
        domain::Assessment draft;
        std::size_t row = 0;
    };
    void remember(const Typing& typing = {}); // before each change
    bool step(std::vector<Moment>& from, std::vector<Moment>& to);
    void changed() { ++m_revision; }

    std::shared_ptr<const domain::NeedsFramework> m_framework;
    domain::Assessment m_draft;
    std::optional<domain::Assessment> m_previous;
    std::size_t m_row = 0;
    int m_focus = 0;
    bool m_focusMoved = false;
    int m_revision = 0;
    std::vector<Moment> m_before;
    std::vector<Moment> m_takenBack;
    Typing m_typing; // of the latest step
};

} // namespace twelvefold::ui
