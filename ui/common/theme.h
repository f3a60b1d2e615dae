// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/theme.h"

#include <QFont>
#include <QObject>

#include <memory>

namespace twelvefold::ui {

// The one place that knows how the window looks: palette, style sheet and type scale over Qt's
// Fusion style, light or dark. Widgets that paint themselves ask tokens() and listen to changed().
class Appearance : public QObject
{
    Q_OBJECT
public:
    enum class Choice
    {
        system,
        light,
        dark
    };

    // Made at first use, owned by the application.
    static Appearance& instance();
    ~Appearance() override;
    Choice choice() const;
    void setChoice(Choice choice); // remembered by the settings, not here
    const charts::Theme& tokens() const;

    // Type scale, in pixels: the platform's font with tabular figures.
    static QFont body();     // 13
    static QFont small();    // 11.5
    static QFont strong();   // 13 semibold
    static QFont sentence(); // 19 semibold: the sentence that a view says
    static QFont figure();   // 26 semibold: the one figure

signals:
    void changed();

private:
    explicit Appearance(QObject* parent);
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace twelvefold::ui
