// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Marks an English text for translators without needing Qt: lupdate is told that this macro is an
// alias of QT_TRANSLATE_NOOP. Expands to the text.
#define TWELVEFOLD_TEXT(context, text) text

namespace twelvefold::domain {

class Money;

// What is said, apart from whom or what about: a stable code for scripts and tests, and the English
// sentence with %1 to %9 where the arguments go. Defined once, next to the code that says it:
//   inline constexpr MessageKind kNotADate{"not-a-date", TWELVEFOLD_TEXT("Message", "%1 is not
//   …")};
struct MessageKind
{
    std::string_view code;
    const char* english = "";
    const char* one = nullptr; // the same where what it counts first is one: "%1 child is …"
};

// An amount inside a message (Money itself needs messages, so it cannot be named here whole).
struct Pence
{
    std::int64_t value = 0;
    bool operator==(const Pence&) const = default;
};

// An amount as a sentence tells it, in pounds: without pence, and a large one in thousands or
// millions.
struct AboutPounds
{
    double value = 0;
    bool operator==(const AboutPounds&) const = default;
};

// A word that is itself translated, such as the name of a setting, in a sentence.
struct Word
{
    const char* english = "";
};

using Argument = std::variant<std::int64_t, double, std::string, Date, Pence, AboutPounds, Word>;

// A finding or a problem as it leaves the rooms below wording: a kind and typed arguments. The
// wording room makes a sentence of it in the person's language, or in English for scripts.
struct Message
{
    MessageKind kind;
    std::vector<Argument> arguments;

    // The English for what it counts: the first whole number among the arguments.
    const char* english() const;
};

Argument argument(Money amount);

// The sentence in plain English with the arguments in place: for logs, tests and exceptions. What
// people read comes from the wording room.
std::string plainEnglish(const Message& message);

// Something wrong with one cell, row or file, said so that a person can find and mend it.
struct Problem
{
    enum class Severity
    {
        information, // read as it stands; worth knowing
        warning,     // read, but something is doubtful
        rejection    // the row was not taken
    };
    enum class Action
    {
        keptAsItIs,
        valueLeftOut,
        rowRejected,
        fileRejected
    };

    Severity severity = Severity::warning;
    Action action = Action::keptAsItIs;
    Message message;
    std::string file; // the file's name without its folder
    // As a spreadsheet that opens the file counts it, from 1; 0 for the whole file.
    std::int64_t row = 0;
    std::string column; // as headed in the file; empty for the whole row
    std::string value;  // as it stands in the file; empty where it says nothing
};

} // namespace twelvefold::domain
