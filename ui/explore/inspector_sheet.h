// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cohort.h"

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

    void quiet(const QString& text);
    void figure(const QString& text, const QString& beside = {}, const Explain& explain = {});
    void section(const QString& title);
    void text(const QString& text);
    void note(const QString& text);
    void attention(const QString& title, const QString& reason, const Explain& explain = {});
    // A line with something on its right, ruled off beneath.
    // Returns the figure that opens its trace, if there is one.
    FigureLink* line(const QString& left, const QString& right, bool strong = false,
                     const Explain& explain = {});
    // The same, led by a setting's mark.
    void marked(std::optional<domain::Setting> setting, const QString& left, const QString& right,
                bool strong = true, const Explain& explain = {});
    void profile(const domain::Cohort& cohort, std::size_t first,
                 std::optional<std::size_t> second = std::nullopt);
    void link(const QString& text, const std::function<void()>& act,
              const QString& accessibleName = {});
    // Side by side; the first is the one most wanted.
    void buttons(const std::vector<std::pair<QString, std::function<void()>>>& buttons);
    void space(int pixels);

private:
    FigureLink* addLine(QWidget* mark, const QString& left, const QString& right, bool strong,
                        const Explain& explain);
    QVBoxLayout* m_column;
};

} // namespace twelvefold::ui
