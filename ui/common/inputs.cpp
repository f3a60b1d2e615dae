// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/inputs.h"

#include "common/controls.h"
#include "common/dates.h"
#include "common/icons.h"
#include "common/manners.h"
#include "common/theme.h"
#include "wording/days.h"
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

namespace twelvefold::ui {
namespace {

// Nobody is cared for as a child, or planned for, further away than this.
constexpr int kMostYearsAgo = 30;
constexpr int kMostYearsAhead = 15;

// The month that a word names, in full or by its first three letters or more, in the person's
// language or in English.
int monthNamed(const QString& word)
{
    const QString bare = word.endsWith(QLatin1Char('.')) ? word.chopped(1) : word;
    if (bare.size() < 3)
        return 0;
    for (const QLocale& locale : {QLocale(), QLocale(QLocale::English, QLocale::UnitedKingdom)}) {
        for (int month = 1; month <= 12; ++month) {
            for (const QString& name : {locale.monthName(month), locale.standaloneMonthName(month),
                                        locale.monthName(month, QLocale::ShortFormat)}) {
                if (name.startsWith(bare, Qt::CaseInsensitive))
                    return month;
            }
        }
    }
    return 0;
}

domain::DateReading readDateIn(const QString& typed)
{
    if (const auto written = wording::readDate(typed)) // as we write it
        return domain::readDate(written->day(), written->month(), written->year());
    const QStringList parts = typed.split(QLatin1Char(' '));
    bool isDay = false;
    bool isYear = false;
    if (parts.size() == 3) {
        QString day = parts[0];
        if (day.endsWith(QLatin1Char('.'))) // as German writes it
            day.chop(1);
        const int written = day.toInt(&isDay);
        const int month = monthNamed(parts[1]);
        const int year = parts[2].toInt(&isYear);
        if (isDay && isYear && month > 0 && parts[2].size() == 4)
            return domain::readDate(written, month, year);
        if (isDay && isYear && month > 0)
            return {std::nullopt, domain::DateReading::Fault::shortYear, written, month, year, 0};
    }
    return domain::readDate(typed.toStdString());
}

} // namespace

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

void EchoingEdit::refuse(const QString& why)
{
    say(why, true);
}

void EchoingEdit::say(const QString& echo, bool refused)
{
    m_echo->setText(echo);
    m_echo->setVisible(!echo.isEmpty());
    m_line->setAccessibleDescription(echo);
    if (!echo.isEmpty() && m_line->hasFocus())
        bringIntoView(m_echo);
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

void DateEdit::notBefore(const DateEdit* start)
{
    m_start = start;
    connect(start->line(), &QLineEdit::textChanged, this, &DateEdit::read);
}

void DateEdit::read()
{
    m_date = std::nullopt;
    const QString typed = line()->text().simplified();
    if (typed.isEmpty())
        return say(QString(), false);
    const domain::DateReading reading = readDateIn(typed);
    if (!reading.date)
        return say(whyNot(reading), true);
    if (const QString doubt = doubtful(*reading.date); !doubt.isEmpty())
        return say(doubt, true);
    m_date = reading.date;
    say(wording::date(*m_date), false);
}

QString DateEdit::whyNot(const domain::DateReading& reading) const
{
    using Fault = domain::DateReading::Fault;
    switch (reading.fault) {
    case Fault::noSuchDay:
        return tr("There is no day %1 in that month: %2 %3 has %4 days.")
            .arg(reading.day)
            .arg(wording::month(reading.month))
            .arg(reading.year)
            .arg(reading.daysInMonth);
    case Fault::noSuchMonth:
        return tr("There is no month %1. Write the day, then the month, then the year: 31/03/2026")
            .arg(reading.month);
    case Fault::shortYear:
        return tr("Write the year in four digits: 31/03/2026");
    case Fault::yearOutOfRange:
        return tr("The year %1 is not one between 1900 and 2199.").arg(reading.year);
    case Fault::notADate:
    case Fault::none:
        break;
    }
    return tr("Not a date. Write the day, month and year: 31/03/2026");
}

void DateEdit::takeAnyYear()
{
    m_anyYear = true;
    read();
}

QString DateEdit::doubtful(domain::Date date) const
{
    const domain::Date today = domain::today();
    const int ahead = date.year() - today.year();
    if (!m_anyYear && ahead > kMostYearsAhead)
        return tr("%1 is %2 years from now: is the year right?")
            .arg(wording::date(date))
            .arg(ahead);
    if (!m_anyYear && -ahead > kMostYearsAgo)
        return tr("%1 was %2 years ago: is the year right?").arg(wording::date(date)).arg(-ahead);
    if (m_start != nullptr && m_start->date() && date < *m_start->date())
        return tr("%1 is before it begins, on %2.")
            .arg(wording::date(date), wording::date(*m_start->date()));
    return {};
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

std::optional<double> numberIn(const QString& text)
{
    if (const auto written = wording::readNumber(text))
        return written;
    bool ok = false;
    const double value = QLocale::c().toDouble(text.trimmed(), &ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace twelvefold::ui
