// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/domain_row.h"

#include "common/accessible_roles.h"
#include "common/eliding.h"
#include "common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace twelvefold::ui {
namespace {

constexpr int kHeight = 45;
constexpr int kLeft = 15;
constexpr int kWidestTitle = 220; // a framework of one's own may have long ones

} // namespace

DomainRow::DomainRow(const QString& title, const QStringList& levelNames,
                     const QStringList& descriptors, QWidget* parent)
    : QWidget(parent), m_titleText(title), m_levelNames(levelNames), m_descriptors(descriptors),
      m_title(new ElidedLabel(title)), m_note(new QLabel)
{
    setAccessibleName(title);
    setAccessibleRole(this, QAccessible::Grouping);
    setFixedHeight(kHeight);
    m_title->setMostLines(2);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(kLeft, 0, kLeft, 2);
    line->setSpacing(5);
    line->addWidget(m_title);
    line->addSpacing(14);
    for (int level = 0; level < static_cast<int>(levelNames.size()); ++level) {
        auto* button = new LevelButton(level, this);
        connect(button, &LevelButton::chosen, this, &DomainRow::levelChosen);
        connect(button, &LevelButton::entered, this, &DomainRow::levelEntered);
        m_buttons.push_back(button);
        line->addWidget(button);
    }
    line->addSpacing(8);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    line->addWidget(m_note, 1);
    setState({});
}

void DomainRow::setTitleWidth(int width)
{
    m_titleWidth = std::min(width, kWidestTitle);
    shareRoom();
}

// The title gives way where the form is narrow; the levels do not.
void DomainRow::shareRoom()
{
    constexpr int narrowest = 110;
    int rest = 2 * kLeft + 22 + 2 * layout()->spacing();
    for (const LevelButton* button : m_buttons)
        rest += button->width() + layout()->spacing();
    m_title->setFixedWidth(
        std::clamp(width() - rest, narrowest, std::max(narrowest, m_titleWidth)));
    setMinimumWidth(rest + narrowest);
}

int DomainRow::titleWidth() const
{
    return QFontMetrics(Appearance::strong()).horizontalAdvance(m_titleText) + 2;
}

void DomainRow::setState(const State& state)
{
    m_state = state;
    m_title->setFont(state.current ? Appearance::strong() : Appearance::body());
    for (LevelButton* button : m_buttons) {
        const int level = button->level();
        const bool chosen = state.level == level;
        button->setChosen(chosen);
        button->setSettled(state.settled);
        const bool read = state.current && state.read == level;
        button->setRead(read);
        // One stop a row for Tab: the level that would be read there.
        const bool stop =
            state.current ? read : level == state.level.value_or(state.before.value_or(0));
        button->setFocusPolicy(stop ? Qt::StrongFocus : Qt::ClickFocus);
        QString name = tr("%1: level %2, %3").arg(m_titleText).arg(level).arg(m_levelNames[level]);
        if (state.before == level)
            name = tr("%1 (last time)").arg(name);
        button->setAccessibleName(name);
        button->setAccessibleDescription(m_descriptors.value(level));
        button->update();
    }
    showNote();
    update();
}

void DomainRow::showNote()
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    QFont font = Appearance::small();
    QColor ink = tokens.quiet;
    QString words = m_state.evidence.simplified();
    if (!m_state.notKnownBecause.isEmpty()) {
        const QString because = tr("Not known: %1").arg(m_state.notKnownBecause.simplified());
        words = words.isEmpty() ? because : because + QStringLiteral(" · ") + words;
    }
    if (m_state.problem && words.isEmpty()) {
        words = m_state.level ? tr("Evidence needed") : tr("Not scored yet");
        ink = tokens.attention;
    } else if (words.isEmpty() && !m_state.settled && !m_state.current) {
        words = tr("Add evidence…");
        font.setItalic(true);
    }
    QPalette palette = m_note->palette();
    palette.setColor(QPalette::WindowText, ink);
    m_note->setPalette(palette);
    m_note->setFont(font);
    m_note->setText(QFontMetrics(font).elidedText(words, Qt::ElideRight, m_note->width()));
    m_note->setAccessibleName(tr("Evidence for %1").arg(m_titleText));
}

void DomainRow::focusLevel(int level)
{
    button(level)->setFocus(Qt::OtherFocusReason);
}

void DomainRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    shareRoom();
    layout()->activate();
    showNote();
}

void DomainRow::mousePressEvent(QMouseEvent* event)
{
    emit pressed();
    if (m_note->geometry().contains(event->pos()))
        emit notePressed();
}

void DomainRow::paintEvent(QPaintEvent*)
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_state.current) {
        painter.setBrush(tokens.accentWash);
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 1, -3, -1), 6, 6);
    } else {
        painter.fillRect(QRectF(2, height() - 1, width() - 4, 1), tokens.grid);
    }
    paintGhost(painter);
}

void DomainRow::paintGhost(QPainter& painter) const
{
    if (!m_state.before || *m_state.before >= static_cast<int>(m_buttons.size()))
        return;
    const charts::Theme& tokens = Appearance::instance().tokens();
    const QRect ghost = button(*m_state.before)->geometry();
    const double x = ghost.center().x() + 0.5;
    const double y = ghost.bottom() + 4.5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.quiet);
    painter.drawRoundedRect(QRectF(x - 4.5, y - 1.5, 9, 3), 1.5, 1.5);
    if (!m_state.level || m_state.level == m_state.before)
        return;

    const double towards = *m_state.level > *m_state.before ? 1 : -1;
    const double tip = button(*m_state.level)->geometry().center().x() + 0.5 - towards * 2;
    painter.setPen(QPen(tokens.quiet, 1.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(x + towards * 7, y), QPointF(tip, y));
    painter.drawLine(QPointF(tip, y), QPointF(tip - towards * 3.5, y - 2.6));
    painter.drawLine(QPointF(tip, y), QPointF(tip - towards * 3.5, y + 2.6));
}

} // namespace twelvefold::ui
