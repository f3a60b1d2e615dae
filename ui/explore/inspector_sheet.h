// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "domain/cohort.h"
#include "explore/choice_button.h"

#include <QWidget>
#include <functional>
#include <optional>

class QVBoxLayout;

namespace twelvefold::charts {
class PairProfile;
}

namespace twelvefold::ui {

class FigureLink;

// One sheet of the inspector, written from top to bottom.
class InspectorSheet : public QWidget
{
    Q_OBJECT
public:
    // Opens how a figure was worked out. What has one is a FigureLink.
    using Explain = std::function<void()>;

    explicit InspectorSheet(QWidget* parent = nullptr);

    void heading(const QString& text);
    void quiet(const QString& text);
    void small(const QString& text);
    void figure(const QString& text, const QString& beside = {}, const Explain& explain = {});
    void section(const QString& title);
    void text(const QString& text);
    void note(const QString& text);
    void attention(const QString& title, const QString& reason, const Explain& explain = {});
    // What can be chosen, a line each, ruled off beneath; or together on the attention wash.
    struct Choice
    {
        ChoiceButton::Words words;
        std::function<void()> act;
    };
    void choice(const Choice& choice);
    void attentionChoices(const QString& title, const std::vector<Choice>& choices);
    // A line with something on its right, ruled off beneath.
    // Returns the figure that opens its trace, if there is one.
    FigureLink* line(const QString& left, const QString& right, bool strong = false,
                     const Explain& explain = {});
    // The same, led by a setting's mark.
    void marked(std::optional<domain::Setting> setting, const QString& left, const QString& right,
                bool strong = true, const Explain& explain = {});
    void profile(const domain::Cohort& cohort, std::size_t first,
                 std::optional<std::size_t> second = std::nullopt);
    // From what need leads to, step by step, to what is paid.
    void steps(const analysis::Amounts& amounts);
    void link(const QString& text, const std::function<void()>& act,
              const QString& accessibleName = {});
    // Side by side; the first is the one most wanted.
    void buttons(const std::vector<std::pair<QString, std::function<void()>>>& buttons);
    // Side by side and alike, of something that is named to those who hear them.
    void actions(const QString& of,
                 const std::vector<std::pair<QString, std::function<void()>>>& actions);
    void space(int pixels);

private:
    FigureLink* addLine(QWidget* mark, const QString& left, const QString& right, bool strong,
                        const Explain& explain);
    ChoiceButton* choiceButton(const Choice& choice, QWidget* parent);
    QVBoxLayout* m_column;
};

} // namespace twelvefold::ui
