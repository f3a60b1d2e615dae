// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/manners.h"

#include "common/controls.h"
#include "common/form_dialog.h"
#include "common/inputs.h"
#include "common/reading_order.h"
#include "support/person.h"

#include "support/catch.h"
#include <QFormLayout>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

using namespace twelvefold;
using namespace twelvefold::ui;
using namespace twelvefold::person;

namespace {

// Save was made first, and the fields last: what is made first has the focus unless it is seen to.
class AForm : public FormDialog
{
public:
    AForm() : FormDialog(nullptr)
    {
        auto* column = new QVBoxLayout(this);
        auto* form = new QFormLayout;
        second = new DateEdit(this);
        first = new QLineEdit(this);
        form->addRow("Name", first);
        form->addRow("Born", second);
        column->addLayout(form);
        auto* buttons = new QHBoxLayout;
        buttons->addWidget(cancel);
        buttons->addWidget(save);
        column->addLayout(buttons);
        save->setDefault(true);
    }
    QPushButton* save = primaryButton("Save", this);
    QPushButton* cancel = secondaryButton("Cancel", this);
    DateEdit* second;
    QLineEdit* first;
};

} // namespace

TEST_CASE("Enter presses the button or the link that has the focus")
{
    Manners::teach(*qApp);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* tool = new QToolButton;
    for (QAbstractButton* button : std::initializer_list<QAbstractButton*>{
             linkButton("A link"), secondaryButton("A button"), tool}) {
        column->addWidget(button);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    sees(window);
    for (QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        QSignalSpy pressed(button, &QAbstractButton::clicked);
        button->setFocus();
        press(Qt::Key_Return);
        press(Qt::Key_Enter);
        CHECK(pressed.size() == 2);
        press(Qt::Key_Return, Qt::ControlModifier); // somebody else's
        CHECK(pressed.size() == 2);
    }
}

TEST_CASE("in a dialog, Enter presses the button that has the focus, and Save from a field")
{
    Manners::teach(*qApp);
    AForm form;
    QSignalSpy saved(form.save, &QAbstractButton::clicked);
    QSignalSpy cancelled(form.cancel, &QAbstractButton::clicked);
    sees(form);
    press(Qt::Key_Return);
    CHECK(saved.size() == 1);
    form.cancel->setFocus();
    press(Qt::Key_Return);
    CHECK(saved.size() == 1);
    CHECK(cancelled.size() == 1);
}

TEST_CASE("a dialog opens on its first field, and Tab goes through it as it is read")
{
    AForm form;
    sees(form);
    CHECK(form.first->hasFocus());
    for (QWidget* next :
         std::initializer_list<QWidget*>{form.second->line(), form.cancel, form.save}) {
        press(Qt::Key_Tab);
        INFO("after Tab: " << QApplication::focusWidget()->metaObject()->className());
        CHECK(QApplication::focusWidget() == next);
    }
}

TEST_CASE("Escape asks before it drops what was typed, and only then")
{
    Answers answers;
    AForm form;
    form.first->setText("Ada");
    sees(form);
    SECTION("nothing was typed")
    {
        press(Qt::Key_Escape);
        CHECK(answers.told.isEmpty());
        CHECK_FALSE(form.isVisible());
    }
    SECTION("something was, and is to be kept")
    {
        answers.yes = false;
        type("x");
        press(Qt::Key_Escape);
        CHECK(answers.told.size() == 1);
        CHECK(form.isVisible());
        CHECK(form.first->text().contains("x"));
    }
    SECTION("something was, and may go")
    {
        type("x");
        press(Qt::Key_Escape);
        CHECK(answers.told.size() == 1);
        CHECK_FALSE(form.isVisible());
    }
}

TEST_CASE("what gets the focus is brought into view")
{
    Manners::teach(*qApp);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    std::vector<QPushButton*> buttons;
    for (int i = 0; i < 40; ++i)
        column->addWidget(buttons.emplace_back(secondaryButton(QString::number(i))));
    std::unique_ptr<QScrollArea> area(scrolling(page));
    area->resize(200, 150);
    sees(*area);
    for (const int at : {39, 0, 20}) {
        buttons[static_cast<std::size_t>(at)]->setFocus();
        const QWidget* button = buttons[static_cast<std::size_t>(at)];
        CHECK(waitsFor([&] {
            return area->viewport()->rect().contains(
                QRect(button->mapTo(area->viewport(), QPoint()), button->size()));
        }));
    }
}

TEST_CASE("what people wrote is shown as it was written, never as markup")
{
    Manners::teach(*qApp);
    const QString provider = "<b>Oak</b> & <i>Sons</i>";
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* label = new QLabel(provider);
    column->addWidget(label);
    column->addWidget(quietLabel(provider));
    column->addWidget(new ElidedLabel(provider));
    auto* ours = new QLabel("<b>Ours</b>");
    ours->setTextFormat(Qt::RichText); // markup is asked for by name
    column->addWidget(ours);
    sees(window);
    CHECK(label->textFormat() == Qt::PlainText);
    CHECK(ours->textFormat() == Qt::RichText);
    // Wide enough for the tags that stand there.
    CHECK(label->sizeHint().width() >= label->fontMetrics().horizontalAdvance(provider));

    QToolTip::showText(window.mapToGlobal(QPoint(5, 5)), provider, &window);
    const QLabel* tip = nullptr;
    for (const QWidget* top : QApplication::topLevelWidgets())
        tip = top->inherits("QTipLabel") ? qobject_cast<const QLabel*>(top) : tip;
    REQUIRE(tip);
    CHECK(tip->text() == provider);
    CHECK(tip->textFormat() == Qt::PlainText);
    QToolTip::hideText();

    QMessageBox box(QMessageBox::NoIcon, QString(), provider, QMessageBox::Close, &window);
    box.setInformativeText(provider);
    box.open();
    settle();
    for (const QLabel* part : box.findChildren<QLabel*>())
        CHECK(part->textFormat() != Qt::AutoText);
    box.close();
}
