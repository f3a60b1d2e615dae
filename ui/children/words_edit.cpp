// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/domain_detail.h"

#include <QKeyEvent>
#include <QWheelEvent>
#include <algorithm>

namespace twelvefold::ui {

WordsEdit::WordsEdit(int lines, QWidget* parent) : QPlainTextEdit(parent), m_lines(lines)
{
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(1);
    connect(this, &QPlainTextEdit::textChanged, this, &WordsEdit::fit);
    fit();
}

void WordsEdit::setLines(int lines)
{
    m_lines = lines;
    fit();
}

void WordsEdit::fit()
{
    constexpr int kMostLines = 8;
    // The document's height is in lines as they are broken.
    const int written = static_cast<int>(document()->size().height());
    const int shown = std::clamp(written, m_lines, std::max(m_lines, kMostLines));
    constexpr int kFrame = 16; // padding, border and margin, above and below
    setFixedHeight(shown * fontMetrics().lineSpacing() + kFrame);
    setVerticalScrollBarPolicy(written > kMostLines ? Qt::ScrollBarAsNeeded
                                                    : Qt::ScrollBarAlwaysOff);
}

void WordsEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void WordsEdit::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        emit left();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void WordsEdit::wheelEvent(QWheelEvent* event)
{
    // The page scrolls, not the field that happens to be under the mouse.
    if (verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
        event->ignore();
    else
        QPlainTextEdit::wheelEvent(event);
}

} // namespace twelvefold::ui
