// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/inputs.h"

#include <functional>

namespace twelvefold::ui {

// A line whose reading is said beneath by whoever made it: the form knows what it means.
class EchoedLine : public EchoingEdit
{
public:
    struct Reading
    {
        QString echo;
        bool refused = false;
    };
    // Of what was typed, without spaces at either end; never of an empty line.
    using Reader = std::function<Reading(const QString&)>;
    explicit EchoedLine(const QString& name, QWidget* parent = nullptr) : EchoingEdit(parent)
    {
        setAccessibleNames(name);
    }
    void readBy(Reader reader)
    {
        m_reader = std::move(reader);
        read();
    }
    QString typed() const { return line()->text().simplified(); }
    void readAgain() { read(); } // what it is read beside has changed

protected:
    void read() override
    {
        const Reading reading = typed().isEmpty() || !m_reader ? Reading() : m_reader(typed());
        say(reading.echo, reading.refused);
    }

private:
    Reader m_reader;
};

// A day of which more is said than the day: "Friday, 9 days ago".
class EchoedDate : public DateEdit
{
public:
    explicit EchoedDate(const QString& name, QWidget* parent = nullptr) : DateEdit(parent)
    {
        setAccessibleNames(name);
    }
    void echoBy(std::function<QString(domain::Date)> words)
    {
        m_words = std::move(words);
        read();
    }
    void readAgain() { read(); }

protected:
    void read() override
    {
        DateEdit::read();
        if (date() && m_words)
            say(m_words(*date()), false);
    }

private:
    std::function<QString(domain::Date)> m_words;
};

} // namespace twelvefold::ui
