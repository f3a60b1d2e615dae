// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/icons.h"
#include "common/style_sheet.h"
#include "common/theme.h"

#include "support/catch.h"
#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <cmath>

using namespace twelvefold;
using namespace twelvefold::ui;

namespace {

// WCAG 2.2, relative luminance and contrast ratio.
double luminance(const QColor& colour)
{
    const auto part = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) +
           0.0722 * part(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

TEST_CASE("text can be read on everything it stands on, in both appearances")
{
    for (const charts::Theme& theme : {charts::Theme::light(), charts::Theme::darkTheme()}) {
        CAPTURE(theme.dark);
        for (const QColor& ground :
             {theme.window, theme.panel, theme.rail, theme.selection, theme.accentWash}) {
            CHECK(contrast(theme.text, ground) >= 4.5);
            CHECK(contrast(theme.quiet, ground) >= 4.5);
        }
        for (const QColor& ground : {theme.window, theme.panel, theme.accentWash})
            CHECK(contrast(theme.accent, ground) >= 4.5);
        CHECK(contrast(theme.onAccent, theme.accent) >= 4.5);
        CHECK(contrast(theme.attention, theme.attentionWash) >= 4.5);
        CHECK(contrast(theme.attention, theme.panel) >= 4.5);
    }
}

TEST_CASE("every colour that the style sheet names is a token")
{
    for (const charts::Theme& theme : {charts::Theme::light(), charts::Theme::darkTheme()}) {
        const QString sheet = styleSheetOf(theme);
        CHECK_FALSE(sheet.contains('@'));
        CHECK_FALSE(sheet.contains(": ;"));
    }
}

TEST_CASE("the appearance can be changed while the program runs")
{
    Appearance& appearance = Appearance::instance();
    int told = 0;
    QObject listener;
    QObject::connect(&appearance, &Appearance::changed, &listener, [&] { ++told; });
    appearance.setChoice(Appearance::Choice::dark);
    CHECK(appearance.tokens().dark);
    CHECK(QApplication::palette().color(QPalette::Window) == charts::Theme::darkTheme().window);
    appearance.setChoice(Appearance::Choice::light);
    CHECK_FALSE(appearance.tokens().dark);
    CHECK(told == 2);
    CHECK(&Appearance::instance() == &appearance);
}

TEST_CASE("every icon draws something, in the colour asked for")
{
    Appearance::instance().setChoice(Appearance::Choice::light);
    CHECK_FALSE(applicationIcon().isNull());
    const QStringList names = QDir(":/twelvefold").entryList({"*.svg"}, QDir::Files);
    REQUIRE(names.size() > 20);
    for (const QString& name : names) {
        if (name.startsWith("twelvefold") || name.contains("-light") || name.contains("-dark"))
            continue;
        const QImage image = icon(name.chopped(4), Ink::accent).pixmap(24, 24).toImage();
        const QColor accent = charts::Theme::light().accent;
        bool inked = false;
        for (int y = 0; y < image.height() && !inked; ++y) {
            for (int x = 0; x < image.width() && !inked; ++x) {
                const QColor here = image.pixelColor(x, y);
                inked = here.alpha() > 240 && std::abs(here.red() - accent.red()) < 8 &&
                        std::abs(here.green() - accent.green()) < 8;
            }
        }
        CAPTURE(name.toStdString());
        CHECK(inked);
    }
}
