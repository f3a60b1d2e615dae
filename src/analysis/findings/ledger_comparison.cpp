// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/findings/ledger_comparison.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace twelvefold::analysis {
namespace {

using domain::ChildId;
using domain::CostLine;
using domain::CostPer;
using domain::Date;
using domain::LedgerRow;
using domain::Money;
using domain::Period;

Money magnitude(Money amount)
{
    return amount < Money() ? -amount : amount;
}

Period monthFrom(Date first)
{
    return {first, first.plusMonths(1)};
}

int daysOfFinancialYear(Date day)
{
    const int ends = domain::returnYearEnding(day); // on the day on which a return's year does
    return domain::daysBetween(*Date::from(ends - 1, 4, 1), *Date::from(ends, 4, 1));
}

// What is paid on the first so many days of a line that is paid evenly: rounded once, so that
// months add up.
Money paidInFirst(const CostLine& line, int days)
{
    const Money amount = line.signedAmount();
    switch (line.per) {
    case CostPer::day:
        return amount.times(days, 1);
    case CostPer::week:
        return amount.times(days, 7);
    case CostPer::month:
    case CostPer::year:
        break;
    case CostPer::once:
        return amount.times(days, domain::daysBetween(line.period.start, *line.period.end));
    }
    return {};
}

// A child's rows of one month.
struct Told
{
    Money ledger;
    std::vector<std::int64_t> rows;
    std::map<std::string, Money> centres;
};
using ChildInMonth = std::pair<Date, ChildId>;

// The store's spend among the cost centres in which the ledger has the child, to the penny.
std::map<std::string, Money> shared(Money spend, const std::map<std::string, Money>& centres)
{
    std::map<std::string, Money> shares;
    Money whole;
    bool isEven = true;
    for (const auto& [centre, amount] : centres) {
        whole += amount;
        isEven = isEven && amount >= Money();
    }
    const auto largest = std::ranges::max_element(
        centres, {}, [](const auto& each) { return magnitude(each.second); });
    Money left = spend;
    for (const auto& [centre, amount] : centres) {
        if (!isEven || whole <= Money() || centre == largest->first)
            continue;
        const Money share =
            Money::fromPounds(spend.inPounds() * amount.inPounds() / whole.inPounds());
        shares[centre] = share;
        left = left - share;
    }
    shares[largest->first] += left;
    return shares;
}

class Comparing
{
public:
    explicit Comparing(const LedgerQuestion& question) : m_question(question) {}

    LedgerComparison compare()
    {
        for (std::size_t i = 0; i < m_question.rows.size(); ++i)
            take(i);
        for (const auto& [key, told] : m_told)
            hold(key, told);
        if (m_found.first)
            findUnspoken();
        for (auto& [key, cell] : m_cells)
            m_found.cells.push_back(std::move(cell));
        const auto byDifference = [](const ChildMonth& each) {
            return std::tuple(-magnitude(each.ledger - each.store), each.month, each.child);
        };
        std::ranges::sort(m_found.differing, {}, byDifference);
        std::ranges::sort(m_found.unspoken, {}, byDifference);
        return std::move(m_found);
    }

private:
    LedgerCell& cellOf(Date month, const std::string& centre)
    {
        LedgerCell& cell = m_cells[{month, centre}];
        cell.month = month;
        cell.costCentre = centre;
        return cell;
    }

    void take(std::size_t place)
    {
        const LedgerRow& row = m_question.rows[place];
        m_found.first = std::min(m_found.first.value_or(row.month), row.month);
        m_found.last = std::max(m_found.last.value_or(row.month), row.month);
        m_found.ledger += row.amount;
        LedgerCell& cell = cellOf(row.month, row.costCentre);
        cell.ledger += row.amount;
        const auto child = m_question.children.find(row.localId);
        if (row.localId.empty()) {
            cell.childless += row.amount;
            m_found.childlessSum += row.amount;
            m_found.childless.push_back(place);
        } else if (child == m_question.children.end()) {
            cell.unknown += row.amount;
            m_found.unknownSum += row.amount;
            m_found.unknown.push_back(place);
        } else {
            cell.compared += row.amount;
            cell.isCompared = true;
            m_found.compared += row.amount;
            Told& told = m_told[{row.month, child->second}];
            told.ledger += row.amount;
            told.rows.push_back(row.row);
            told.centres[row.costCentre] += row.amount;
        }
    }

    Money storeSpends(ChildId child, Date month) const
    {
        Money spend;
        const auto lines = m_question.lines.find(child);
        if (lines == m_question.lines.end())
            return spend;
        for (const CostLine& line : lines->second) {
            if (m_question.counted.includes(line.component, line.funder))
                spend += spentIn(line, month);
        }
        return spend;
    }

    void hold(const ChildInMonth& key, const Told& told)
    {
        const auto& [month, child] = key;
        const Money store = storeSpends(child, month);
        m_found.store += store;
        m_found.storeCompared += store;
        for (const auto& [centre, share] : shared(store, told.centres))
            cellOf(month, centre).store += share;
        if (magnitude(told.ledger - store) <= m_question.within)
            ++m_found.agreeing;
        else
            m_found.differing.push_back({child, month, told.ledger, store, told.rows});
    }

    void findUnspoken()
    {
        for (const auto& [child, lines] : m_question.lines) {
            for (Date month = *m_found.first; month <= *m_found.last; month = month.plusMonths(1)) {
                if (m_told.contains({month, child}))
                    continue;
                const Money store = storeSpends(child, month);
                if (store == Money())
                    continue;
                m_found.store += store;
                m_found.storeUnspoken += store;
                m_found.unspoken.push_back({child, month, {}, store, {}});
            }
        }
    }

    const LedgerQuestion& m_question;
    LedgerComparison m_found;
    std::map<std::pair<Date, std::string>, LedgerCell> m_cells;
    std::map<ChildInMonth, Told> m_told;
};

} // namespace

Money spentIn(const CostLine& line, Date firstOfMonth)
{
    const Period month = monthFrom(firstOfMonth);
    if (line.per == CostPer::once && !line.period.end)
        return month.contains(line.period.start) ? line.signedAmount() : Money();
    if (!line.period.overlaps(month))
        return {};
    const Date from = std::max(line.period.start, month.start);
    const Date to = std::min(line.period.end.value_or(*month.end), *month.end);
    const int days = domain::daysBetween(from, to);
    if (line.per == CostPer::month)
        return line.signedAmount().times(days, domain::daysBetween(month.start, *month.end));
    if (line.per == CostPer::year)
        return line.signedAmount().times(days, daysOfFinancialYear(month.start));
    return paidInFirst(line, domain::daysBetween(line.period.start, to)) -
           paidInFirst(line, domain::daysBetween(line.period.start, from));
}

LedgerComparison compareLedger(const LedgerQuestion& question)
{
    return Comparing(question).compare();
}

} // namespace twelvefold::analysis
