// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/icons.h"

#include "common/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>
#include <optional>

// The library's resources are compiled in but not registered until somebody asks; outside a
// namespace, as the macro demands.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace twelvefold::ui {
namespace {

// Renders at whatever size and scale is asked for, in the colours of the moment.
class LineIcon : public QIconEngine
{
public:
    LineIcon(QString name, std::optional<Ink> ink) : m_name(std::move(name)), m_ink(ink)
    {
        registerIcons();
        QFile file(":/twelvefold/" + m_name + ".svg");
        if (file.open(QIODevice::ReadOnly))
            m_svg = file.readAll();
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", colour(mode, state).name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new LineIcon(*this); }
    QString key() const override { return "twelvefold-line"; }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        const charts::Theme& tokens = Appearance::instance().tokens();
        if (mode == QIcon::Disabled)
            return tokens.faint;
        if (!m_ink)
            return state == QIcon::On ? tokens.accent : tokens.quiet;
        switch (*m_ink) {
        case Ink::quiet:
            return tokens.quiet;
        case Ink::text:
            return tokens.text;
        case Ink::accent:
            return tokens.accent;
        case Ink::attention:
            return tokens.attention;
        case Ink::onAccent:
            return tokens.onAccent;
        }
        return tokens.text;
    }

    QString m_name;
    std::optional<Ink> m_ink;
    QByteArray m_svg;
};

} // namespace

QIcon icon(const QString& name)
{
    return QIcon(new LineIcon(name, std::nullopt));
}

QIcon icon(const QString& name, Ink ink)
{
    return QIcon(new LineIcon(name, ink));
}

// Drawn like the others: whether Qt itself can read an SVG depends on a plugin of its own package.
QIcon applicationIcon()
{
    return icon(QStringLiteral("twelvefold"));
}

} // namespace twelvefold::ui
