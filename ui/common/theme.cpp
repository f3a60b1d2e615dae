// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"

#include "common/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QScreen>
#include <QStyleFactory>
#include <QStyleHints>

namespace twelvefold::ui {
namespace {

// Where no desktop says which font it wants, Qt offers a generic one: then a face with clear,
// aligned figures.
QString family()
{
    static const QString chosen = [] {
        const QString platform = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
        const bool generic = platform.isEmpty() || platform.startsWith("Sans") ||
                             platform == "DejaVu Sans" || platform == "Helvetica";
        const QString preferred = "Noto Sans";
        return generic && QFontDatabase::hasFamily(preferred) ? preferred : platform;
    }();
    return chosen;
}

QFont font(double pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font(family());
    // A pixel size is whole; halves of a pixel are asked for in points.
    if (pixels == static_cast<int>(pixels)) {
        font.setPixelSize(static_cast<int>(pixels));
    } else {
        const QScreen* screen = QGuiApplication::primaryScreen();
        font.setPointSizeF(pixels * 72 / (screen ? screen->logicalDotsPerInchY() : 96));
    }
    font.setWeight(weight);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

} // namespace

class Appearance::Private
{
public:
    Choice choice = Choice::system;
    charts::Theme tokens = charts::Theme::light();
    bool systemIsDark = false;
    bool applied = false;
};

Appearance::Appearance(QObject* parent) : QObject(parent), d(std::make_unique<Private>())
{
    // Asked before our own palette replaces the platform's.
    d->systemIsDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 110;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QStyleHints* hints = QGuiApplication::styleHints();
    d->systemIsDark = hints->colorScheme() == Qt::ColorScheme::Dark;
    connect(hints, &QStyleHints::colorSchemeChanged, this, [this](Qt::ColorScheme scheme) {
        d->systemIsDark = scheme == Qt::ColorScheme::Dark;
        setChoice(d->choice);
    });
#endif
    QApplication::setStyle(QStyleFactory::create("Fusion"));
    setChoice(Choice::system);
}

Appearance::~Appearance() = default;

Appearance& Appearance::instance()
{
    auto* found = qApp->findChild<Appearance*>(QString(), Qt::FindDirectChildrenOnly);
    return found ? *found : *new Appearance(qApp);
}

Appearance::Choice Appearance::choice() const
{
    return d->choice;
}

void Appearance::setChoice(Choice choice)
{
    d->choice = choice;
    const bool dark = choice == Choice::dark || (choice == Choice::system && d->systemIsDark);
    if (d->applied && dark == d->tokens.dark)
        return;
    d->applied = true;
    d->tokens = dark ? charts::Theme::darkTheme() : charts::Theme::light();
    QApplication::setFont(body());
    QApplication::setPalette(paletteOf(d->tokens));
    qApp->setStyleSheet(styleSheetOf(d->tokens));
    emit changed();
}

const charts::Theme& Appearance::tokens() const
{
    return d->tokens;
}

QFont Appearance::body()
{
    return font(13);
}
QFont Appearance::small()
{
    return font(11.5);
}
QFont Appearance::strong()
{
    return font(13, QFont::DemiBold);
}
QFont Appearance::sentence()
{
    return font(19, QFont::DemiBold);
}
QFont Appearance::figure()
{
    return font(26, QFont::DemiBold);
}

} // namespace twelvefold::ui
