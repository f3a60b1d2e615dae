// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/figures.h"

#include "report/on_paper.h"
#include "report/words.h"
#include "wording/wording.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace twelvefold::report {
namespace {

using analysis::Passed;
using analysis::Spend;

constexpr MessageKind kNobodyElseKnown{
    "publish-without-all",
    TWELVEFOLD_TEXT("Message", "This cannot be published: whom its filters leave out is not "
                               "known.")};

constexpr MessageKind kOfOthers{
    "publish-of-others",
    TWELVEFOLD_TEXT("Message", "This cannot be published yet: the figures at hand are not of the "
                               "children chosen.")};

constexpr MessageKind kFaulty{
    "publish-of-faulty-store",
    TWELVEFOLD_TEXT("Message",
                    "This cannot be published: the store has faults, or its records were "
                    "altered outside the program. A check says which.")};

constexpr double kWeeksInAYear = 365.0 / 7.0;

Cell yearlyCell(double pounds)
{
    return {wording::largeMoney(pounds), pounds, Cell::Format::money};
}

Cell roundMoneyCell(double pounds)
{
    return {wording::roundPounds(pounds), pounds, Cell::Format::money};
}

// Whether the findings are of those children, at those costs, that the filter lets through: the
// guard judges by the filter.
bool areOfTheFilter(const Source& source)
{
    const domain::Cohort chosen = source.everyone->filtered(source.filter);
    return source.cohort->census == source.everyone->census &&
           source.cohort->child == chosen.child &&
           source.cohort->weeklyCost.values == chosen.weeklyCost.values &&
           (!source.findings || source.findings->cohort.n == chosen.size());
}

// As the forms that hold numbers write them: a workbook the shortest, a CSV money with pence.
QStringList written(double value)
{
    return {QString::number(value, 'g', QLocale::FloatingPointShortest),
            QString::number(value, 'f', 2)};
}

std::set<QString> numbersIn(const Cell& cell)
{
    std::set<QString> numbers = report::numbersIn(cell.shown);
    if (const double* value = std::get_if<double>(&cell.value))
        for (const QString& text : written(*value))
            numbers.merge(report::numbersIn(text));
    return numbers;
}

// Everything that a document says, in whatever form.
class Said
{
public:
    std::set<QString> numbers;

    void operator()(const Heading& heading) { add(heading.text); }
    void operator()(const Paragraph& paragraph)
    {
        add(paragraph.lead);
        add(paragraph.text);
    }
    void operator()(const KeyFigures& figures)
    {
        for (const KeyFigure& figure : figures.figures) {
            add(figure.figure);
            add(figure.words);
        }
    }
    void operator()(const Statements& statements)
    {
        for (const Statement& statement : statements.statements) {
            add(statement.label);
            add(statement.sentence);
        }
    }
    void operator()(const Table& table)
    {
        add(table.title);
        add(table.note);
        add(table.name);
        add(leftOutOnPaper(table));
        for (const QString& heading : table.headings)
            add(heading);
        for (const auto& row : table.rows)
            for (const Cell& cell : row)
                numbers.merge(numbersIn(cell));
    }
    // A picture of children has a mark for each.
    void operator()(const Chart& chart) { numbers.insert(chart.title); }
    void operator()(const Pictures& pictures)
    {
        for (const Chart& chart : pictures.charts)
            (*this)(chart);
    }
    void operator()(PageBreak /*pageBreak*/) {}

    void add(const QString& text) { numbers.merge(report::numbersIn(text)); }
};

} // namespace

Figures::Figures(const Source& source) : m_forPublication(source.audience == Audience::publishable)
{
    if (!m_forPublication)
        return;
    if (source.faulty) {
        m_refused = Message{kFaulty, {}};
        return;
    }
    if (!source.everyone) {
        m_refused = Message{kNobodyElseKnown, {}};
        return;
    }
    if (!areOfTheFilter(source)) {
        m_refused = Message{kOfOthers, {}};
        return;
    }
    auto guard = analysis::DisclosureGuard::of(source.everyone, source.filter, source.setApart);
    if (guard)
        m_guard = *guard;
    else
        m_refused = guard.failure();
}

template<class Make>
Cell Figures::passedAs(const Passed& figure, Make make)
{
    if (!figure)
        return withheldCell();
    const Cell cell = make(figure->value());
    m_passed.merge(numbersIn(cell));
    return cell;
}

Cell Figures::count(std::uint64_t children)
{
    return m_guard ? passedAs(m_guard->count(children), wholeCell) : wholeCell(double(children));
}

Cell Figures::part(std::uint64_t children, std::uint64_t whole,
                   const analysis::IsCounted& isCounted)
{
    return m_guard ? passedAs(m_guard->part(children, whole, isCounted), wholeCell)
                   : wholeCell(double(children));
}

Cell Figures::found(std::uint64_t children, std::uint64_t couldBe,
                    const analysis::IsCounted& couldBeOne)
{
    if (m_guard && !m_guard->leavesOutNone(couldBeOne))
        return withheldCell();
    return part(children, couldBe, couldBeOne);
}

std::vector<Cell> Figures::parts(std::span<const std::uint64_t> children,
                                 const analysis::PartOf& partOf)
{
    std::vector<Cell> cells;
    if (m_guard) {
        for (const Passed& figure : m_guard->parts(children, partOf))
            cells.push_back(passedAs(figure, wholeCell));
    } else {
        for (const std::uint64_t n : children)
            cells.push_back(wholeCell(double(n)));
    }
    return cells;
}

Cell Figures::pairs(std::uint64_t all, std::uint64_t disjoint)
{
    return m_guard ? passedAs(m_guard->pairs(all, disjoint), wholeCell) : wholeCell(double(all));
}

Cell Figures::yearly(const Spend& weekly)
{
    const double pounds = weekly.pounds * kWeeksInAYear;
    // That nobody has such a cost is withheld like any other sum of it.
    if (weekly.children == 0 && (!m_guard || m_guard->sum(weekly)))
        return notKnownCell();
    if (!m_guard)
        return yearlyCell(pounds);
    // The words are rounder than the number: rounded once, of what it is.
    return passedAs(m_guard->sum(weekly, kWeeksInAYear), [&](double rounded) {
        return Cell{wording::largeMoney(pounds), rounded, Cell::Format::money};
    });
}

std::vector<Cell> Figures::weekly(std::span<const Spend> spends, const std::vector<Cell>& others,
                                  const analysis::PartOf& partOf)
{
    std::vector<bool> withheld;
    for (const Cell& other : others)
        withheld.push_back(isWithheld(other));
    withheld.resize(spends.size(), false);
    const std::vector<Passed> passed =
        m_guard ? m_guard->sums(spends, withheld, partOf) : std::vector<Passed>(spends.size());
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < spends.size(); ++i) {
        if (spends[i].children == 0 && !withheld[i] && (!m_guard || passed[i]))
            cells.push_back(notKnownCell());
        else
            cells.push_back(m_guard ? passedAs(passed[i], roundMoneyCell)
                                    : moneyCell(spends[i].pounds));
    }
    return cells;
}

Cell Figures::weeklyMedian(std::optional<double> pounds, std::uint64_t children)
{
    if (!m_guard)
        return moneyCell(pounds);
    return passedAs(m_guard->quantile(pounds.value_or(0), children), roundMoneyCell);
}

Cell Figures::weeklyQuartile(std::optional<double> pounds, std::uint64_t children)
{
    if (!m_guard)
        return moneyCell(pounds);
    return passedAs(m_guard->quartile(pounds.value_or(0), children), roundMoneyCell);
}

Cell Figures::needQuantile(std::optional<double> total, std::uint64_t children)
{
    const auto make = [](double value) { return decimalCell(value, 0); };
    if (!m_guard)
        return decimalCell(total, 0);
    return passedAs(m_guard->needQuantile(total.value_or(0), children), make);
}

Cell Figures::modelledPercent(std::optional<double> share, std::uint64_t children)
{
    if (!m_guard)
        return percentCell(share);
    const Passed passed = m_guard->modelledPercent(share.value_or(0), children);
    return passed && !share ? percentCell({}) : passedAs(passed, percentCell);
}

bool Figures::mayShareOut(const analysis::CostDrivers& drivers) const
{
    std::vector<std::uint64_t> restsOn;
    for (const analysis::CostDriver& driver : drivers.groups)
        restsOn.push_back(driver.restsOn);
    return !m_guard || m_guard->mayShareOut(restsOn);
}

Cell Figures::correlation(std::optional<double> value, const analysis::Correlation& found)
{
    if (!m_guard)
        return decimalCell(value, 2);
    // Why there is no value would tell something of few children too.
    const Passed passed = value ? m_guard->correlation(*value, found.n, found.restsOn) : Passed();
    return passedAs(passed, [](double rounded) { return decimalCell(rounded, 1); });
}

Cell Figures::groupPercent(std::optional<double> share, std::uint64_t children)
{
    if (!share || !m_guard)
        return percentCell(share);
    return passedAs(m_guard->groupPercent(*share, children), percentCell);
}

Cell Figures::share(const Cell& part, const Cell& whole)
{
    const auto of = amountOf(part), in = amountOf(whole);
    if (!of || !in || !(*in > 0))
        return withheldCell();
    // Of figures that were passed, rounded as they are: nothing new is said.
    const Cell cell = percentCell(std::round(*of / *in * 100) / 100);
    m_passed.merge(numbersIn(cell));
    return cell;
}

QString Figures::constant(const QString& text)
{
    m_passed.merge(report::numbersIn(text));
    return text;
}

QString Figures::day(domain::Date date)
{
    return constant(wording::date(date));
}

bool isWithheld(const Cell& cell)
{
    return cell.format == Cell::Format::text && cell.shown == withheldCell().shown;
}

std::optional<double> amountOf(const Cell& cell)
{
    const double* value = std::get_if<double>(&cell.value);
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::set<QString> numbersIn(const QString& text)
{
    // Digits, with what groups and divides them in any locale.
    static const QRegularExpression number(
        QStringLiteral("\\d+(?:[.,'\\x{00A0}\\x{2009}\\x{2019}\\x{202F}]\\d+)*"),
        QRegularExpression::UseUnicodePropertiesOption);
    std::set<QString> numbers;
    for (auto found = number.globalMatch(text); found.hasNext();)
        numbers.insert(found.next().captured());
    return numbers;
}

std::set<QString> strayNumbers(const Document& document)
{
    Said said;
    for (const QString& text :
         {document.title, document.standfirst, document.headerLeft, document.headerRight})
        said.add(text);
    for (const Block& block : document.blocks)
        std::visit(said, block);
    std::set<QString> stray;
    std::ranges::set_difference(said.numbers, document.passed, std::inserter(stray, stray.end()));
    return stray;
}

} // namespace twelvefold::report
