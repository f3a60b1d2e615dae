// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date_text.h"
#include "domain/money.h"

#include <QLineEdit>
#include <optional>

class QCoreApplication;
class QLabel;
class QToolButton;

namespace twelvefold::ui {

// Keeps the wheel from changing what a form holds: installed on the application once, it sends the
// wheel over any spin box, combo box, date or slider on to the page that scrolls.
class WheelGuard : public QObject
{
public:
    static void guard(QCoreApplication& application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit WheelGuard(QObject* parent) : QObject(parent) {}
};

// A line with a second, quiet one beneath that says how it was read, or why it was not: the whole
// of it, however long, until something else is typed.
class EchoingEdit : public QWidget
{
    Q_OBJECT
public:
    explicit EchoingEdit(QWidget* parent = nullptr);
    QLineEdit* line() const { return m_line; }
    QString text() const { return m_line->text(); }
    QString echo() const; // what is said beneath
    bool refused() const { return m_refused; }
    void setAccessibleNames(const QString& name);
    void refuse(const QString& why); // what else cannot be taken, until the next change
    void reconsider() { read(); }    // what it was refused beside may have changed

signals:
    void edited(); // after each change that the person makes

protected:
    void say(const QString& echo, bool refused);
    virtual void read() = 0;

private:
    QLineEdit* m_line;
    QLabel* m_echo;
    bool m_refused = false;
};

// An amount, read by the domain's own parser: what could be read in two ways is refused with the
// reason, and the amount that was read is shown: "£4,500.75 per week".
class MoneyEdit : public EchoingEdit
{
    Q_OBJECT
public:
    explicit MoneyEdit(QWidget* parent = nullptr);
    std::optional<domain::Money> amount() const { return m_amount; } // nothing: empty or refused
    void setAmount(std::optional<domain::Money> amount);
    void setPer(const QString& words); // "per week", after the amount in the echo

protected:
    void read() override;

private:
    std::optional<domain::Money> m_amount;
    QString m_per;
};

// A day: "31/03/2026", "2026-03-31" or "31 Mar 2026"; the year always in four digits, and one that
// a child who is cared for today can have to do with. A calendar opens with the button or Alt+Down.
class DateEdit : public EchoingEdit
{
    Q_OBJECT
public:
    explicit DateEdit(QWidget* parent = nullptr);
    std::optional<domain::Date> date() const { return m_date; } // nothing: empty or refused
    void setDate(std::optional<domain::Date> date);
    void notBefore(const DateEdit* start); // the day on which begins what ends on this one
    void takeAnyYear();                    // where a far one is the asker's to judge

protected:
    void read() override;

private:
    QString whyNot(const domain::DateReading& reading) const;
    QString doubtful(domain::Date date) const; // empty: nothing is
    void openCalendar();
    std::optional<domain::Date> m_date;
    const DateEdit* m_start = nullptr;
    bool m_anyYear = false;
};

// A number as people write it ("3.5", "1,200"); nothing when it is not one.
std::optional<double> numberIn(const QString& text);

} // namespace twelvefold::ui
