// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stats/input.h"

#include "cli/output.h"
#include "cli/stats/row_order.h"
#include "exchange/csv_table.h"
#include "exchange/text.h"
#include "files/input_file.h"
#include "statistics/numbers/parallel.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace twelvefold::cli {
namespace {

using exchange::CellKind;
using exchange::CellWalk;
using exchange::isMissing;
using exchange::numberIn;

// What is done with a column of the table.
enum class Use : unsigned char
{
    none,
    number,
    label
};

void holdQuotesTogether(const CellWalk& walk)
{
    if (walk.badQuotes())
        throw Failure("Line " + std::to_string(walk.line()) +
                      ": a quotation mark is out of place or never closed.");
}

class Headings
{
public:
    explicit Headings(CellWalk& walk)
    {
        if (walk.nextRow())
            while (!walk.rowEnded())
                m_all.emplace_back(walk.cell());
        holdQuotesTogether(walk);
        if (m_all.empty())
            throw Failure("The table has no headings.");
    }

    const std::vector<std::string>& all() const { return m_all; }

    std::optional<std::size_t> find(const std::string& name) const
    {
        const auto found = std::ranges::find(m_all, exchange::trimmed(name));
        return found == m_all.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - m_all.begin()));
    }

    // The columns that the names mean, in their order.
    std::vector<std::size_t> places(const std::vector<std::string>& names) const
    {
        std::vector<std::size_t> places;
        for (std::size_t at = 0; at < names.size();)
            places.push_back(placeOf(names, at));
        return places;
    }

private:
    // Moves on past the names that it took.
    std::size_t placeOf(const std::vector<std::string>& names, std::size_t& at) const
    {
        std::vector<std::string> spelt{names[at]}; // with and without spaces behind commas
        for (std::size_t next = at + 1;; ++next) {
            for (const std::string& name : spelt) {
                if (const auto place = find(name)) {
                    at = next;
                    return *place;
                }
            }
            if (next == names.size())
                throw Failure("There is no column \"" + names[at] +
                                  "\". The columns are: " + listed() + ".",
                              kWrongUse);
            spelt = {spelt.front() + ',' + names[next], spelt.back() + ", " + names[next]};
        }
    }

    std::string listed() const
    {
        std::string text;
        for (const std::string& heading : m_all)
            text += (text.empty() ? "" : ", ") + heading;
        return text;
    }

    std::vector<std::string> m_all;
};

struct Wanted
{
    std::vector<Use> uses;            // one a column of the table
    std::vector<std::size_t> numbers; // columns, in the order asked for
    std::vector<std::size_t> labels;
};

// Some of the rows, and where they went wrong.
struct Part
{
    Columns columns;
    std::size_t rows = 0;
    struct NotANumber
    {
        std::size_t row = 0, column = 0;
        std::string cell;
    };
    std::optional<NotANumber> fault;
};

class RowReader
{
public:
    explicit RowReader(const Wanted& wanted)
        : m_wanted(wanted), m_width(wanted.uses.size()), m_numbers(m_width), m_labels(m_width),
          m_kinds(m_width)
    {
    }

    void read(CellWalk& walk, Part& part)
    {
        part.columns.values.resize(m_wanted.numbers.size());
        while (!part.fault && walk.nextRow()) {
            ++part.rows;
            readRow(walk);
            if (std::ranges::find(m_kinds, CellKind::missing) != m_kinds.end())
                ++part.columns.excluded;
            else
                take(part);
        }
    }

    // One row; its labels are then in label().
    void readRow(CellWalk& walk)
    {
        std::size_t cells = 0;
        for (; !walk.rowEnded(); ++cells) {
            if (cells >= m_width || m_wanted.uses[cells] == Use::none) {
                walk.skip();
                if (cells < m_width)
                    m_kinds[cells] = CellKind::number;
            } else if (m_wanted.uses[cells] == Use::number) {
                m_kinds[cells] = walk.number(m_numbers[cells]);
                if (m_kinds[cells] == CellKind::text)
                    m_labels[cells] = walk.text();
            } else {
                m_labels[cells] = walk.cell();
                m_kinds[cells] = isMissing(m_labels[cells]) ? CellKind::missing : CellKind::number;
            }
        }
        holdQuotesTogether(walk);
        if (cells != m_width)
            throw Failure("Line " + std::to_string(walk.line()) + " has " + std::to_string(cells) +
                          " cells where the headings have " + std::to_string(m_width) + ".");
    }

    const std::string& label(std::size_t column) const { return m_labels[column]; }

private:
    void take(Part& part)
    {
        const auto text = std::ranges::find(m_kinds, CellKind::text);
        if (text != m_kinds.end()) {
            const auto column = static_cast<std::size_t>(text - m_kinds.begin());
            part.fault = {part.rows, column, m_labels[column]};
            return;
        }
        for (std::size_t i = 0; i < m_wanted.numbers.size(); ++i)
            part.columns.values[i].push_back(m_numbers[m_wanted.numbers[i]]);
        for (const std::size_t place : m_wanted.labels)
            part.columns.labels.push_back(m_labels[place]);
        part.columns.rows.push_back(part.rows);
    }

    const Wanted& m_wanted;
    std::size_t m_width;
    std::vector<double> m_numbers;
    std::vector<std::string> m_labels;
    std::vector<CellKind> m_kinds;
};

template<class T>
void appendAll(std::vector<T>& to, std::vector<T>&& more)
{
    if (to.empty())
        to = std::move(more);
    else
        to.insert(to.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

// In the order of the file.
Columns together(std::vector<Part>&& parts, const Headings& headings)
{
    Columns all = std::move(parts.front().columns);
    std::size_t before = 0;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        Part& part = parts[at];
        if (part.fault)
            throw notANumber(before + part.fault->row, headings.all()[part.fault->column],
                             part.fault->cell);
        if (at > 0) {
            for (std::size_t& row : part.columns.rows)
                row += before;
            appendAll(all.rows, std::move(part.columns.rows));
            for (std::size_t i = 0; i < all.values.size(); ++i)
                appendAll(all.values[i], std::move(part.columns.values[i]));
            appendAll(all.labels, std::move(part.columns.labels));
            all.excluded += part.columns.excluded;
        }
        before += part.rows;
    }
    return all;
}

// Where the rows may be shared out: only where no line end can stand between quotation marks.
std::size_t lineEndBehind(std::string_view text, std::size_t at)
{
    const std::size_t end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end + 1;
}

std::vector<Part> partsOf(std::string_view whole, std::string_view rows, char separator,
                          const Wanted& wanted)
{
    constexpr std::size_t kReadByAThread = std::size_t{1} << 20U;
    const bool shared = rows.find('"') == std::string_view::npos;
    std::mutex adding;
    std::vector<std::pair<std::size_t, Part>> found;
    std::exception_ptr failure;
    std::size_t failedAt = rows.size();
    statistics::inParts(rows.size(), shared ? kReadByAThread : rows.size() + 1,
                        [&](std::size_t first, std::size_t last) {
                            const std::size_t from =
                                first == 0 ? 0 : lineEndBehind(rows, first - 1);
                            const std::size_t to =
                                last == rows.size() ? last : lineEndBehind(rows, last - 1);
                            Part part;
                            try {
                                CellWalk walk(whole, rows.substr(from, to - from), separator);
                                RowReader(wanted).read(walk, part);
                            } catch (...) {
                                const std::lock_guard lock(adding);
                                if (!failure || from < failedAt) {
                                    failure = std::current_exception();
                                    failedAt = from;
                                }
                            }
                            const std::lock_guard lock(adding);
                            found.emplace_back(from, std::move(part));
                        });
    if (failure)
        std::rethrow_exception(failure);
    std::ranges::sort(found, {}, [](const auto& part) { return part.first; });
    std::vector<Part> parts;
    for (auto& part : found)
        parts.push_back(std::move(part.second));
    return parts;
}

std::string textOf(const std::string& csv)
{
    auto bytes = files::readAll(csv);
    if (!bytes)
        throw Failure(bytes.failure());
    auto text = exchange::decodeOwnText(std::move(*bytes));
    if (!text)
        throw Failure(text.failure());
    return std::move(text->utf8);
}

Wanted wantedOf(const Headings& headings, const std::vector<std::string>& numbers,
                const std::vector<std::string>& labels)
{
    Wanted wanted{std::vector<Use>(headings.all().size(), Use::none), headings.places(numbers),
                  headings.places(labels)};
    for (const std::size_t place : wanted.numbers)
        wanted.uses[place] = Use::number;
    for (const std::size_t place : wanted.labels) {
        if (wanted.uses[place] == Use::number)
            throw Failure("The column \"" + headings.all()[place] +
                              "\" is asked for both as numbers and as labels.",
                          kWrongUse);
        wanted.uses[place] = Use::label;
    }
    return wanted;
}

std::vector<std::string> namesAt(const std::vector<std::size_t>& places, const Headings& headings)
{
    std::vector<std::string> names;
    for (const std::size_t place : places)
        names.push_back(headings.all()[place]);
    return names;
}

} // namespace

Failure notANumber(std::size_t row, const std::string& column, const std::string& cell)
{
    return Failure("Row " + std::to_string(row) + ", " + column + ": \"" + exchange::shown(cell) +
                   "\" is not a number.");
}

Columns columnsOf(const std::string& csv, std::vector<std::string> names, const std::string& labels,
                  RowOrder order)
{
    const std::string text = textOf(csv);
    const char separator = exchange::separatorOf(text);
    CellWalk walk(text, text, separator);
    const Headings headings(walk);
    if (names.empty() && labels.empty())
        names = headings.all();
    const Wanted wanted = wantedOf(
        headings, names, labels.empty() ? std::vector<std::string>{} : std::vector{labels});
    const std::string_view rows = std::string_view(text).substr(walk.position());
    Columns columns = together(partsOf(text, rows, separator, wanted), headings);
    columns.names = namesAt(wanted.numbers, headings);
    if (order == RowOrder::own)
        putInOwnOrder(columns);
    return columns;
}

Coded coded(const std::vector<std::string>& labels)
{
    std::unordered_map<std::string_view, std::uint32_t> codeOf;
    for (const std::string& label : labels)
        codeOf.emplace(label, 0);
    std::vector<std::pair<std::optional<double>, std::string_view>> distinct;
    for (const auto& [label, code] : codeOf)
        distinct.emplace_back(numberIn(label), label);
    const bool numbers =
        std::ranges::all_of(distinct, [](const auto& label) { return label.first.has_value(); });
    if (!numbers)
        for (auto& label : distinct)
            label.first.reset();
    std::ranges::sort(distinct);
    Coded result;
    for (std::size_t at = 0; at < distinct.size(); ++at) {
        if (at == 0 || !numbers || distinct[at].first != distinct[at - 1].first)
            result.names.emplace_back(distinct[at].second);
        codeOf[distinct[at].second] = static_cast<std::uint32_t>(result.names.size() - 1);
    }
    for (const std::string& label : labels)
        result.codes.push_back(codeOf[label]);
    return result;
}

Texts textsOf(const std::string& csv, const std::vector<std::string>& names)
{
    const std::string text = textOf(csv);
    CellWalk walk(text, text, exchange::separatorOf(text));
    const Headings headings(walk);
    const Wanted wanted = wantedOf(headings, {}, names);
    Texts texts{namesAt(wanted.labels, headings), {}};
    RowReader reader(wanted);
    while (walk.nextRow()) {
        reader.readRow(walk);
        auto& row = texts.rows.emplace_back();
        for (const std::size_t place : wanted.labels)
            row.push_back(isMissing(reader.label(place)) ? "" : reader.label(place));
    }
    return texts;
}

} // namespace twelvefold::cli
