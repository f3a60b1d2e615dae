// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/disclosure/disclosure_guard.h"
#include "report/report.h"

#include <set>
#include <span>

namespace twelvefold::report {

// Where a report gets its figures, with those who stand behind each. Inside, they are as found; for
// publication, each is as the disclosure guard passes it, or withheldCell(). Whatever else of a
// document for publication holds a number is said to be a constant.
class Figures
{
public:
    explicit Figures(const Source& source);

    // Why nothing may be published, if so; then no figure may be asked for.
    const std::optional<domain::Message>& refused() const { return m_refused; }
    bool areForPublication() const { return m_forPublication; }

    Cell count(std::uint64_t children);
    Cell part(std::uint64_t children, std::uint64_t whole, const analysis::IsCounted& isCounted);
    // Of children for whom only an analysis of their cohort says whether they are counted: withheld
    // where a filter leaves out any of those who could be.
    Cell found(std::uint64_t children, std::uint64_t couldBe,
               const analysis::IsCounted& couldBeOne);
    // Of a published count.
    std::vector<Cell> parts(std::span<const std::uint64_t> children,
                            const analysis::PartOf& partOf);
    Cell pairs(std::uint64_t all, std::uint64_t disjoint);
    Cell yearly(const analysis::Spend& weekly); // "£39.6m"
    // Weekly sums that add up to a published one; withheld too where `others` are.
    std::vector<Cell> weekly(std::span<const analysis::Spend> spends,
                             const std::vector<Cell>& others, const analysis::PartOf& partOf);
    Cell weeklyMedian(std::optional<double> pounds, std::uint64_t children);
    Cell weeklyQuartile(std::optional<double> pounds, std::uint64_t children);
    Cell needQuantile(std::optional<double> total, std::uint64_t children);
    Cell modelledPercent(std::optional<double> share, std::uint64_t children);
    bool mayShareOut(const analysis::CostDrivers& drivers) const;
    Cell correlation(std::optional<double> value, const analysis::Correlation& found);
    Cell groupPercent(std::optional<double> share, std::uint64_t children);
    // One figure of this report in another.
    Cell share(const Cell& part, const Cell& whole);

    // Text whose numbers say nothing of children: it comes back as it is.
    QString constant(const QString& text);
    QString day(domain::Date date);

    const std::set<QString>& passed() const { return m_passed; }

private:
    template<class Make>
    Cell passedAs(const analysis::Passed& figure, Make make);

    bool m_forPublication;
    std::optional<domain::Message> m_refused;
    std::optional<analysis::DisclosureGuard> m_guard;
    std::set<QString> m_passed;
};

bool isWithheld(const Cell& cell);
// The number that a cell stands for; nothing where it is withheld or not known.
std::optional<double> amountOf(const Cell& cell);

// Numbers in a text as they stand there: "£39.6m (47 to 61)" has 39.6, 47 and 61.
std::set<QString> numbersIn(const QString& text);
// Those that a document for publication says in whatever form without their having been passed.
std::set<QString> strayNumbers(const Document& document);

} // namespace twelvefold::report
