// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/figure_sentence.h"

#include "common/theme.h"

#include <QFocusEvent>

namespace twelvefold::ui {

FigureSentence::FigureSentence(const QFont& font, QWidget* parent) : QLabel(parent)
{
    setFont(font);
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                            Qt::LinksAccessibleByKeyboard);
    setAccessibleDescription(tr("Tab goes from figure to figure, Enter opens how it was worked "
                                "out"));
    connect(this, &QLabel::linkActivated, this, [this](const QString& link) {
        emit figureChosen(static_cast<wording::Figure>(link.toInt()));
    });
    connect(this, &QLabel::linkHovered, this, [this](const QString& link) {
        setToolTip(link.isEmpty() ? QString() : tr("How was this worked out?"));
    });
    connect(&Appearance::instance(), &Appearance::changed, this, &FigureSentence::write);
}

void FigureSentence::setParts(const std::vector<wording::SentencePart>& parts)
{
    m_parts = parts;
    write();
}

void FigureSentence::setFaded(bool faded)
{
    if (faded == m_faded)
        return;
    m_faded = faded;
    write();
}

std::vector<wording::Figure> FigureSentence::figures() const
{
    std::vector<wording::Figure> figures;
    for (const wording::SentencePart& part : m_parts) {
        if (part.figure != wording::Figure::none)
            figures.push_back(part.figure);
    }
    return figures;
}

QString FigureSentence::plainText() const
{
    QString text;
    for (const wording::SentencePart& part : m_parts)
        text += part.text;
    return text;
}

// The first figure, or from behind the last, rather than the words as a whole.
void FigureSentence::focusInEvent(QFocusEvent* event)
{
    QLabel::focusInEvent(event);
    const bool forwards = event->reason() == Qt::TabFocusReason;
    if (forwards || event->reason() == Qt::BacktabFocusReason)
        QLabel::focusNextPrevChild(forwards);
}

void FigureSentence::write()
{
    const charts::Theme& tokens = Appearance::instance().tokens();
    QString html;
    for (const wording::SentencePart& part : m_parts) {
        if (part.figure == wording::Figure::none) {
            html += part.text.toHtmlEscaped();
            continue;
        }
        const QColor ink = part.missing || m_faded ? tokens.quiet : tokens.accent;
        html += QStringLiteral("<a href=\"%1\" style=\"text-decoration:none;color:%2;%3\">%4</a>")
                    .arg(static_cast<int>(part.figure))
                    .arg(ink.name(),
                         part.missing ? QStringLiteral("font-style:italic")
                                      : QStringLiteral("font-weight:600"),
                         part.text.toHtmlEscaped());
    }
    const QString whole =
        m_faded
            ? QStringLiteral("<span style=\"color:%1\">%2</span>").arg(tokens.quiet.name(), html)
            : html;
    if (whole != text())
        setText(whole);
    setAccessibleName(plainText());
}

} // namespace twelvefold::ui
