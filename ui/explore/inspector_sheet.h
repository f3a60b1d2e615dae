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

// One sheet of the inspector, written from top to bottom.
class InspectorSheet : public QWidget
{
    Q_OBJECT
public:
    explicit InspectorSheet(QWidget* parent = nullptr);

    void quiet(const QString& text);
    void figure(const QString& text, const QString& beside = {});
    void section(const QString& title);
    void text(const QString& text);
    void note(const QString& text);
    void attention(const QString& title, const QString& reason);
    // A line with something on its right, ruled off beneath.
    void line(const QString& left, const QString& right, bool strong = false);
    // The same, led by a setting's mark.
    void marked(std::optional<domain::Setting> setting, const QString& left, const QString& right,
                bool strong = true);
    void profile(const domain::Cohort& cohort, std::size_t first,
                 std::optional<std::size_t> second = std::nullopt);
    void link(const QString& text, const std::function<void()>& act);
    // Side by side; the first is the one most wanted.
    void buttons(const std::vector<std::pair<QString, std::function<void()>>>& buttons);
    void space(int pixels);

private:
    void addLine(QWidget* mark, const QString& left, const QString& right, bool strong);
    QVBoxLayout* m_column;
};

} // namespace twelvefold::ui
