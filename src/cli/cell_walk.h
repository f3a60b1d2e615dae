// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// A CSV file read for its numbers, quickly: the bytes once, the cells as they stand in them.
namespace twelvefold::cli {

// The text of a file as UTF-8, or a Failure saying why it has none.
class TableText
{
public:
    static TableText read(const std::filesystem::path& path);
    // A zero byte stands behind its end.
    std::string_view view() const { return m_view; }

private:
    std::unique_ptr<char[]> m_bytes;
    std::string m_decoded; // where the bytes were not plain ASCII
    std::string_view m_view;
};

enum class CellKind
{
    missing, // blank, NA or one of the other words that programs write for it
    number,
    text
};

// Blank, NA or another word for a value that is not there.
bool isMissing(std::string_view cell);

// A plain number with a point, the whole of the text.
std::optional<double> numberIn(std::string_view text);

// From cell to cell through part of a text: whole rows, so that several may walk at once.
class CellWalk
{
public:
    // The part must end where a row does, and `whole` with a zero byte behind it.
    CellWalk(std::string_view whole, std::string_view part, char separator);

    // Passes over empty lines; false when there is no more row.
    bool nextRow();
    bool rowEnded() const { return m_rowEnded; }

    // Each takes the next cell of the row.
    std::string_view cell(); // without its quotation marks and the space around it; valid until the
                             // next call
    void skip();
    CellKind number(double& value);
    // What stood in the cell when number() said text.
    std::string_view text() const { return m_text; }

    // Where the row began, counting lines from 1.
    std::size_t line() const;
    // Of the next cell, in the whole text.
    std::size_t position() const { return static_cast<std::size_t>(m_at - m_begin); }

private:
    bool ends(const char* at) const
    {
        return *at == m_separator || *at == '\n' || *at == '\r' || at == m_end;
    }
    void endCell(const char* at);
    std::string_view quotedCell(const char* from);

    const char* m_begin; // of the whole text
    const char* m_row;
    const char* m_at;
    const char* m_end;
    char m_separator;
    bool m_rowEnded = true;
    std::string m_unquoted; // a cell with quotation marks in it
    std::string_view m_text;
};

} // namespace twelvefold::cli
