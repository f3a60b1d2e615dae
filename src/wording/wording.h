// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/findings.h"
#include "domain/message.h"
#include "domain/money.h"
#include "domain/words.h"

#include <QString>

// Findings and problems as sentences, money, dates. Everything a person reads that is not fixed
// text of a form is worded here; scripts get the same words in English.
namespace twelvefold::wording {

enum class Language
{
    persons, // the language and number format of the person at the screen
    english  // plain English whatever the locale: for JSON and files that programs read
};

QString text(const domain::Message& message, Language language = Language::persons);
QString text(domain::Word word, Language language = Language::persons);

QString money(domain::Money amount); // "£1,234.50", "−£12.30"
QString pounds(double pounds);       // the same, of a double
QString roundPounds(double pounds);  // "£1,235": on axes and in sentences
QString largeMoney(double pounds);   // "£39.6m", "£820k"
QString date(domain::Date date);     // "31 Mar 2026"
QString ratio(double ratio);         // "11.8×"
QString percent(double share);       // 0.231 -> "23 %"
QString number(double value, int decimals);
QString count(std::uint64_t n);  // "65,906"
QString levels(double distance); // "1 level", "2 levels"

// "Need explains 31 % of the variation in weekly cost": the sentence that a view says, and the
// sentences under it. Without resampled figures the parts that need them are left out.
QString headline(const analysis::Findings& findings, Language language = Language::persons);
QString underHeadline(const analysis::Findings& findings, Language language = Language::persons);

QString flagTitle(analysis::FlagKind kind, Language language = Language::persons);

// How need has changed, a sentence an item; why it cannot be said, where it cannot.
QStringList needChange(const analysis::NeedChange& change, Language language = Language::persons);

// "412 of 534 children: looked after, 31 Mar 2026"; without the date where it stands beside.
QString cohortInForce(std::size_t shown, std::size_t all, const domain::CohortFilter& filter,
                      std::optional<domain::Date> census);

// The caption every exported picture carries: store, census date, filters, n, method.
QString caption(const QString& storeName, const analysis::Findings& findings,
                const domain::CohortFilter& filter);

// A trace as lines of text, for "How was this worked out?".
QStringList traceLines(const analysis::Trace& trace);

} // namespace twelvefold::wording
