// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace twelvefold::ui {

// A line of a list as a button: what it is about with a figure on its right, and beneath, quietly,
// more of both. Its words wrap.
class ChoiceButton : public QPushButton
{
    Q_OBJECT
public:
    struct Words
    {
        QString what, figure;
        QString more, range = {}; // may be empty
        QString spoken = {};      // the whole of it, for those who hear it and who point at it
        bool strong = true;
    };

    explicit ChoiceButton(const Words& words, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace twelvefold::ui
