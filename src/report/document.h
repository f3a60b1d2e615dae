// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/need_cost_chart.h"
#include "report/rows.h"

#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <set>
#include <variant>
#include <vector>

// A report as a document model. PDF, HTML, XLSX and CSV are renderings of this one model.
namespace twelvefold::report {

using domain::Message;
using domain::MessageKind;

struct Heading
{
    QString text;
    int level = 1; // 1: a section, 2: within one
};
struct Paragraph
{
    QString text;
    QString lead; // a bold beginning, such as "What this means."
    bool quiet = false;
};
struct KeyFigure
{
    QString figure; // "£39.6m"
    QString words;  // "a year on 534 children's care"
};
struct KeyFigures
{
    std::vector<KeyFigure> figures;
};

// A finding as a sentence, led by what it is about.
struct Statement
{
    QString label;           // what it is about: "Need and cost"
    QString sentence;        // short: on paper it is never divided
    QStringList strong = {}; // what of it stands out, in its order
};
struct Statements
{
    std::vector<Statement> statements;
};

inline constexpr std::size_t kEnoughToRead = 100;

struct Table
{
    QString title;
    QString note = {}; // n, what was left out, method
    QStringList headings;
    Rows rows = {};
    QString name;          // of the worksheet and the CSV block: short, stable
    bool dataOnly = false; // too long to read: in the workbook and the CSV alone
    bool close = false;    // its rows stand close on paper, to go on a page with pictures
    // So many rows are enough to read; the workbook and the CSV hold all.
    std::size_t enoughToRead = kEnoughToRead;
    // The title of the table of this document that lists all of these rows again; empty: none does.
    QString wholeUnder = {};
};
struct Chart
{
    enum class Kind
    {
        needAndCost, // a mark a child
        amounts,     // a bar a setting: need, placement, price
        waterfall,   // from what need leads to, step by step, to what is paid
        funnel       // a mark a provider
    } kind = Kind::needAndCost;
    QString title;
    QString caption;
    QString described; // in words, for those who cannot see it
    std::shared_ptr<const domain::Cohort> cohort;
    std::shared_ptr<const analysis::Findings> findings;
    charts::NeedCostOptions options; // of needAndCost
};
// Pictures that stand side by side on paper, each with a short title and caption.
struct Pictures
{
    std::vector<Chart> charts;
};
// What follows begins a page, unless much of the one before is still free.
struct PageBreak
{
    bool keeps = false; // what comes before it, from the last, on one page: pictures give way
};
using Block =
    std::variant<Heading, Paragraph, KeyFigures, Statements, Table, Chart, Pictures, PageBreak>;

struct Document
{
    QString title;
    QString standfirst; // one or two sentences under the title
    QString headerLeft; // on every page
    QString headerRight;
    std::vector<Block> blocks;
    // Why this may not be published: then it holds no figure, and is not saved.
    std::optional<Message> refused;
    // Of a document for publication: every number it may say, as it stands there. They are what the
    // disclosure guard passed, dates and constants.
    std::set<QString> passed;
};

} // namespace twelvefold::report
