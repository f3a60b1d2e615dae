// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/inputs.h"

#include "common/controls.h"
#include "common/dates.h"
#include "common/icons.h"
#include "common/theme.h"
#include "wording/wording.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace twelvefold::ui {

void WheelGuard::guard(QCoreApplication& application)
{
    application.installEventFilter(new WheelGuard(&application));
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel)
        return QObject::eventFilter(watched, event);
    const bool holdsAValue =
        qobject_cast<QAbstractSpinBox*>(watched) || qobject_cast<QComboBox*>(watched) ||
        (qobject_cast<QAbstractSlider*>(watched) && !qobject_cast<QScrollBar*>(watched));
    if (!holdsAValue)
        return QObject::eventFilter(watched, event);
    event->ignore(); // so that Qt offers it to the parent
    return true;
}

EchoingEdit::EchoingEdit(QWidget* parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_echo(smallLabel(QString(), this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(m_line);
    column->addWidget(m_echo);
    setRole(m_echo, "echo");
    m_echo->hide();
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, [this] { read(); });
    // Qt says that a person typed before it says that the text is another.
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        read();
        emit edited();
    });
}

QString EchoingEdit::echo() const
{
    return m_echo->text();
}

void EchoingEdit::setAccessibleNames(const QString& name)
{
    m_line->setAccessibleName(name);
}

void EchoingEdit::say(const QString& echo, bool refused)
{
    m_echo->setText(echo);
    m_echo->setVisible(!echo.isEmpty());
    m_line->setAccessibleDescription(echo);
    if (refused == m_refused)
        return;
    m_refused = refused;
    setRole(m_echo, refused ? "refusal" : "echo");
    m_line->setProperty("refused", refused);
    m_line->style()->unpolish(m_line);
    m_line->style()->polish(m_line);
}

MoneyEdit::MoneyEdit(QWidget* parent) : EchoingEdit(parent)
{
    line()->setPlaceholderText(tr("£"));
}

void MoneyEdit::setAmount(std::optional<domain::Money> amount)
{
    line()->setText(amount ? wording::money(*amount).remove(QChar(u'£')) : QString());
}

void MoneyEdit::setPer(const QString& words)
{
    m_per = words;
    read();
}

void MoneyEdit::read()
{
    m_amount = std::nullopt;
    const QString typed = line()->text().trimmed();
    if (typed.isEmpty())
        return say(QString(), false);
    const auto british = domain::parseMoney(typed.toStdString());
    // What the program writes is read wherever it is written.
    m_amount = british ? std::optional(*british) : wording::readMoney(typed);
    if (!m_amount)
        return say(wording::text(british.failure()), true);
    const QString amount = wording::money(*m_amount);
    say(m_per.isEmpty() ? amount : tr("%1 %2", "an amount, then per what").arg(amount, m_per),
        false);
}

DateEdit::DateEdit(QWidget* parent) : EchoingEdit(parent)
{
    line()->setPlaceholderText(tr("dd/mm/yyyy"));
    auto* open = line()->addAction(icon("calendar"), QLineEdit::TrailingPosition);
    open->setText(tr("Choose from a calendar"));
    open->setToolTip(open->text());
    open->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    open->setShortcutContext(Qt::WidgetShortcut);
    connect(open, &QAction::triggered, this, [this] { openCalendar(); });
}

void DateEdit::setDate(std::optional<domain::Date> date)
{
    line()->setText(date ? toQDate(*date).toString("dd/MM/yyyy") : QString());
}

void DateEdit::read()
{
    m_date = std::nullopt;
    const QString typed = line()->text().trimmed();
    if (typed.isEmpty())
        return say(QString(), false);
    const std::string text = typed.toStdString();
    m_date = domain::Date::fromBritish(text);
    if (!m_date)
        m_date = domain::Date::fromIso(text);
    if (!m_date)
        m_date = wording::readDate(typed);
    if (!m_date) {
        for (const char* format : {"d MMM yyyy", "d MMMM yyyy"}) {
            if (const QDate read = QLocale().toDate(typed, QLatin1String(format)); read.isValid())
                m_date = domain::Date::from(read.year(), read.month(), read.day());
        }
    }
    if (!m_date)
        return say(tr("Not a date. Write the day, month and year: 31/03/2026"), true);
    say(wording::date(*m_date), false);
}

void DateEdit::openCalendar()
{
    auto* calendar = new QCalendarWidget(this);
    calendar->setWindowFlags(Qt::Popup);
    calendar->setAttribute(Qt::WA_DeleteOnClose);
    calendar->setGridVisible(false);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (m_date)
        calendar->setSelectedDate(toQDate(*m_date));
    const auto take = [this, calendar](QDate chosen) {
        setDate(fromQDate(chosen));
        calendar->close();
        line()->setFocus();
        emit edited();
    };
    connect(calendar, &QCalendarWidget::clicked, this, take);
    connect(calendar, &QCalendarWidget::activated, this, take);
    calendar->move(line()->mapToGlobal(QPoint(0, line()->height() + 2)));
    calendar->show();
    calendar->setFocus();
}

} // namespace twelvefold::ui
