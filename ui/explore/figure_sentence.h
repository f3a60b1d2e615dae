// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wording/wording.h"

#include <QLabel>

namespace twelvefold::ui {

// A sentence whose figures open how they were worked out: by a click, or with Tab to the figure and
// Enter. A figure that is not in yet is marked as such.
class FigureSentence : public QLabel
{
    Q_OBJECT
public:
    explicit FigureSentence(const QFont& font, QWidget* parent = nullptr);
    void setParts(const std::vector<wording::SentencePart>& parts);
    void setFaded(bool faded); // it speaks of an earlier question
    // The figures in it, in order.
    std::vector<wording::Figure> figures() const;
    QString plainText() const;

signals:
    void figureChosen(twelvefold::wording::Figure figure);

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    void write();
    std::vector<wording::SentencePart> m_parts;
    bool m_faded = false;
};

} // namespace twelvefold::ui
