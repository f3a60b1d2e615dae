// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/csv_table.h"
#include "exchange/workbook.h"

#include <functional>
#include <memory>
#include <optional>

namespace twelvefold::exchange {

using domain::Message;

// All rows of a table's file or sheet from the first on, gone over as often as somebody asks: a
// file of millions is never held as cells. Rows that are blank altogether may be left out; those
// that are there say where they stand.
class RowSource
{
public:
    RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;
    virtual ~RowSource() = default;
    // What is to be said when rows have been gone over.
    struct Gone
    {
        std::optional<Message> fault; // why there is no going further
        std::vector<Message> warnings{};
    };
    // Until there are no more, or the answer is no.
    virtual Gone forEach(const std::function<bool(const CsvRow&)>& look) const = 0;
    // The cells of a row that it gave, by what stood in its `raw`.
    virtual std::vector<std::string> cellsOf(std::string_view raw) const = 0;
};

// Rows cut from a text, which they point into.
class TextRows final : public RowSource
{
public:
    // `from` is where the first row begins, on `firstLine`.
    TextRows(std::shared_ptr<const std::string> text, char separator, std::size_t from = 0,
             std::int64_t firstLine = 1);
    Gone forEach(const std::function<bool(const CsvRow&)>& look) const override;
    std::vector<std::string> cellsOf(std::string_view raw) const override;
    char separator() const { return m_separator; }

private:
    std::shared_ptr<const std::string> m_text;
    char m_separator;
    std::size_t m_from;
    std::int64_t m_firstLine;
};

// The rows of a sheet, unpacked anew each time. They stand in no text.
class SheetSource final : public RowSource
{
public:
    SheetSource(Workbook book, std::size_t sheet) : m_book(std::move(book)), m_sheet(sheet) {}
    Gone forEach(const std::function<bool(const CsvRow&)>& look) const override;
    std::vector<std::string> cellsOf(std::string_view) const override { return {}; }

private:
    Workbook m_book;
    std::size_t m_sheet;
};

} // namespace twelvefold::exchange
