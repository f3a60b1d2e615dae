// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace twelvefold::ui {

// Holds a page that has room on an ordinary screen, and lets it scroll where it has none: what a
// page needs at least is no matter of the window's size.
class PageScroll : public QScrollArea
{
    Q_OBJECT
public:
    explicit PageScroll(QWidget* page, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override { return {160, 120}; }
    QSize sizeHint() const override { return {640, 480}; }

private:
    void follow(QWidget* focus); // what has the focus is in view
};

// Pages that scroll by themselves, one at a time: asks for no more height than it needs to be used.
class PageStack : public QStackedWidget
{
    Q_OBJECT
public:
    using QStackedWidget::QStackedWidget;
    QSize sizeHint() const override { return {QStackedWidget::sizeHint().width(), kLeast}; }
    QSize minimumSizeHint() const override
    {
        return {QStackedWidget::minimumSizeHint().width(), kLeast};
    }
    bool hasHeightForWidth() const override { return false; }

private:
    static constexpr int kLeast = 220;
};

// Keeps a widget at least as high as its words want at its width, where what holds it does not ask.
void keepHeightOfWords(QWidget* widget);

// The fields of a dialog: the dialog is as high as they are, and grows with what they say, up to
// what the screen holds; then they scroll.
class FormScroll : public PageScroll
{
    Q_OBJECT
public:
    explicit FormScroll(QWidget* fields, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void grow();
};

// A dialog is as high as its words want at its width: Qt sees to it for all but windows.
void growToFit(QWidget* dialog);

// The panels of a workspace, side by side. Where the window is small, they stand closer together.
class PanelsRow : public QHBoxLayout
{
    Q_OBJECT
public:
    explicit PanelsRow(QWidget* workspace);
    static int gap(int windowWidth);
    void setGeometry(const QRect& rect) override;

private:
    void keepApart(int pixels);
};

// How wide a panel at the side is that wants so many pixels: a little less where the window is
// small, so that the page beside it keeps room.
int sideWidth(int usual, int windowWidth);

} // namespace twelvefold::ui
