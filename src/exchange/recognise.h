// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import.h"

#include <string_view>

namespace twelvefold::exchange {

// A heading as it is compared: upper case, a single underscore for each run of blanks, dashes and
// line breaks, be they as wide as they like.
std::string tidiedHeading(std::string_view heading);

// Where a table's columns stand, whatever their order, case or surrounding spaces.
class Columns
{
public:
    Columns() = default;
    explicit Columns(const std::vector<std::string>& headings);
    // By other names than those that they are headed with, where there is one.
    Columns(const std::vector<std::string>& headings, const std::vector<std::string_view>& names);

    std::optional<std::size_t> find(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }
    // As headed in the file; the name itself where there is no such column.
    std::string heading(std::string_view name) const;
    std::size_t count() const { return m_names.size(); } // up to the last that is not blank
    bool repeats(std::string_view name) const;           // stands twice
    // Whether a heading has a line break or a no-break space within.
    bool hasOddBlanks() const { return m_hasOddBlanks; }
    std::size_t named() const; // how many have a heading
    // From now on, what is asked for by a name of ours stands there, or nowhere: what the file has
    // of that name itself is another.
    void call(std::string_view name, std::optional<std::size_t> place);

private:
    std::vector<std::pair<std::string, std::optional<std::size_t>>> m_called;
    std::vector<std::string> m_names; // tidied
    std::vector<std::string> m_headings;
    bool m_hasOddBlanks = false;
};

struct TableEntry;
class ProfileTable;
class ProfileShelf;

// What a set of headings belongs to, and what there is to say about it.
struct Recognition
{
    FileKind kind = FileKind::unrecognised;
    std::optional<Message> refusal;       // unrecognised: why
    std::vector<std::string_view> absent; // columns of the table that the file lacks
    const TableEntry* table = nullptr;    // null where unrecognised
    const TableEntry* nearly = nullptr;   // headings they are, of this table, but for a fault
    std::shared_ptr<const ProfileTable> profile =
        {};                              // by which it is read, where no table of ours fits
    std::optional<Columns> columns = {}; // where the table names them otherwise than the file
};
Recognition recognise(const Columns& columns, const std::vector<std::string>& headings,
                      const ProfileShelf& profiles);

} // namespace twelvefold::exchange
