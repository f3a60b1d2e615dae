// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/eliding.h"

#include "common/accessible_roles.h"
#include "common/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr int kShortestBox = 120;
constexpr int kFewestCharacters = 10;

// The whole of what is elided, before what its own tooltip says.
bool tellInFull(QWidget* widget, QEvent* event, const QString& words)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    QStringList lines{QString(words).remove(QLatin1Char('&'))};
    if (!widget->toolTip().isEmpty())
        lines << widget->toolTip();
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), lines.join(QLatin1Char('\n')),
                       widget);
    return true;
}

QString elided(const QFont& font, const QString& words, int room)
{
    return QFontMetrics(font).elidedText(words, Qt::ElideRight, std::max(0, room),
                                         Qt::TextShowMnemonic);
}

} // namespace

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QFrame(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::StaticText); // a label that paints itself is one still
    setText(text);
}

void ElidedLabel::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    sayInFull();
    updateGeometry();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setMostLines(int lines)
{
    if (lines == m_mostLines)
        return;
    m_mostLines = lines;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(lines > 1);
    policy.setVerticalPolicy(lines > 1 ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    setSizePolicy(policy);
    sayInFull();
    updateGeometry();
    update();
}

QStringList ElidedLabel::linesIn(int width) const
{
    QStringList lines;
    QTextLayout layout(m_text, font());
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << m_text.mid(line.textStart(), line.textLength());
    }
    layout.endLayout();
    return lines;
}

bool ElidedLabel::isElided() const
{
    const int width = contentsRect().width();
    return m_mostLines > 1 ? linesIn(width).size() > m_mostLines
                           : fontMetrics().horizontalAdvance(m_text) > width;
}

int ElidedLabel::heightForWidth(int width) const
{
    const auto lines = std::clamp<qsizetype>(linesIn(width).size(), 1, m_mostLines);
    return static_cast<int>(lines) * fontMetrics().lineSpacing();
}

void ElidedLabel::sayInFull()
{
    setToolTip(isElided() ? m_text : QString());
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const int few = fontMetrics().horizontalAdvance(QStringLiteral("abc…"));
    return {std::min(few, sizeHint().width()), fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    sayInFull();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        sayInFull();
        updateGeometry();
    }
}

void ElidedLabel::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const QRect area = contentsRect();
    painter.setPen(property("role") == QVariant("quiet") ? Appearance::instance().tokens().quiet
                                                         : Appearance::instance().tokens().text);
    if (m_mostLines > 1) {
        QStringList lines = linesIn(area.width());
        if (lines.size() > m_mostLines) {
            const QString rest = lines.mid(m_mostLines - 1).join(QString());
            lines = lines.mid(0, m_mostLines - 1);
            lines << fontMetrics().elidedText(rest, Qt::ElideRight, area.width());
        }
        const int high = fontMetrics().lineSpacing();
        const auto all = static_cast<int>(lines.size()) * high;
        int y = area.top() + std::max(0, area.height() - all) / 2 + fontMetrics().ascent();
        for (const QString& line : lines) {
            painter.drawText(area.left(), y, line);
            y += high;
        }
        return;
    }
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(m_text, m_mode, area.width()));
}

ElidedButton::ElidedButton(const QString& text, QWidget* parent) : QPushButton(text, parent) {}

void ElidedButton::setLongest(int pixels)
{
    m_longest = pixels;
    updateGeometry();
}

bool ElidedButton::isElided() const
{
    return !text().isEmpty() && width() < sizeHint().width();
}

QSize ElidedButton::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), m_longest), whole.height()};
}

bool ElidedButton::event(QEvent* event)
{
    return (isElided() && tellInFull(this, event, text())) || QPushButton::event(event);
}

void ElidedButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    if (isElided()) {
        const int beside = option.icon.isNull() ? 0 : option.iconSize.width() + 4;
        const QRect room = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this);
        // What is chosen is drawn bolder.
        option.text =
            elided(isChecked() ? Appearance::strong() : font(), option.text, room.width() - beside);
    }
    painter.drawControl(QStyle::CE_PushButton, option);
    if (hasFocus() && isFilled())
        paintRing(painter);
}

// In the accent: the ring that others have around them would not be seen.
bool ElidedButton::isFilled() const
{
    const QString role = property("role").toString();
    return isEnabled() && (role == QLatin1String("primary") ||
                           (role.startsWith(QLatin1String("segment")) && isChecked()));
}

void ElidedButton::paintRing(QPainter& painter) const
{
    constexpr int inside = 3;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Appearance::instance().tokens().onAccent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inside, inside, -inside, -inside), 3, 3);
}

ElidedCheckBox::ElidedCheckBox(const QString& text, QWidget* parent) : QCheckBox(text, parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

bool ElidedCheckBox::isElided() const
{
    return !text().isEmpty() && width() < sizeHint().width();
}

QSize ElidedCheckBox::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), kShortestBox), whole.height()};
}

bool ElidedCheckBox::event(QEvent* event)
{
    return (isElided() && tellInFull(this, event, text())) || QCheckBox::event(event);
}

void ElidedCheckBox::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    if (isElided()) {
        const QRect room = style()->subElementRect(QStyle::SE_CheckBoxContents, &option, this);
        option.text = elided(font(), option.text, room.width() - 2);
    }
    painter.drawControl(QStyle::CE_CheckBox, option);
}

void keepToItsPlace(QComboBox* box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kFewestCharacters);
    const auto say = [box] { box->setToolTip(box->currentText()); };
    QObject::connect(box, &QComboBox::currentTextChanged, box, say);
    say();
}

} // namespace twelvefold::ui
