// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/postcode_index.h"

#include "exchange/recognise.h"
#include "exchange/row_reader.h"
#include "files/input_file.h"
#include "files/names.h"
#include "files/output_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNoIndex{"postcodes-none",
                               TWELVEFOLD_TEXT("Message", "No directory of postcodes was read.")};
constexpr MessageKind kNotAnIndex{
    "postcodes-index-unreadable",
    TWELVEFOLD_TEXT("Message", "What was kept of the directory of postcodes (%1) cannot be read: "
                               "read the directory again.")};
constexpr MessageKind kNotADirectory{
    "postcodes-not-a-directory",
    TWELVEFOLD_TEXT("Message", "“%1” is no directory of postcodes: it has no columns that say each "
                               "postcode, its easting, its northing and its council or country.")};
constexpr MessageKind kNothingInIt{
    "postcodes-empty",
    TWELVEFOLD_TEXT("Message", "No postcode could be read from “%1”: none of its %2 rows has a "
                               "postcode with a place on the grid.")};
constexpr MessageKind kIndexStopped{
    "postcodes-stopped",
    TWELVEFOLD_TEXT("Message", "Stopped: what was kept before stays as it is.")};
constexpr MessageKind kNotReadOn{
    "postcodes-reading-failed",
    TWELVEFOLD_TEXT("Message", "“%1” could not be read to its end: the disk or network refused.")};

constexpr std::string_view kMagic = "TWPC0001";
constexpr std::size_t kHead = 16, kEntry = 16; // bytes
constexpr std::int64_t kBlock = 256;           // entries
constexpr std::size_t kPiece = std::size_t{1} << 20;
constexpr std::uint64_t kEnglandBit = std::uint64_t{1} << 63;

// A postcode as a number in the order of its letters; 0: it is none. Seven letters and figures have
// room in 37 bits.
std::uint64_t keyOf(std::string_view postcode)
{
    constexpr int fewest = 5, most = 7;
    std::uint64_t key = 0;
    int n = 0;
    for (const char c : postcode) {
        if (c == ' ')
            continue;
        std::uint64_t digit = 0;
        if (c >= '0' && c <= '9')
            digit = static_cast<std::uint64_t>(c - '0') + 1;
        else if (c >= 'A' && c <= 'Z')
            digit = static_cast<std::uint64_t>(c - 'A') + 11;
        else if (c >= 'a' && c <= 'z')
            digit = static_cast<std::uint64_t>(c - 'a') + 11;
        if (digit == 0 || ++n > most)
            return 0;
        key = key * 37 + digit;
    }
    return n < fewest ? 0 : key;
}

struct Entry
{
    std::uint64_t key = 0; // with the bit of England
    GridPoint point;
};

template<class Number>
void append(std::string& to, Number number)
{
    for (std::size_t i = 0; i < sizeof number; ++i)
        to += static_cast<char>((static_cast<std::uint64_t>(number) >> (8 * i)) & 0xFF);
}

template<class Number>
Number numberAt(const char* from)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        number |= std::uint64_t{static_cast<unsigned char>(from[i])} << (8 * i);
    return static_cast<Number>(number);
}

// --- The directory.

// Which cell of a row says what.
struct DirectoryColumns
{
    std::size_t postcode = 0, east = 0, north = 0, area = 0, last = 0;
};

// The cells of a line; none of this table has a line break in it.
void cellsOfLine(std::string_view line, std::size_t last, std::vector<std::string_view>& cells)
{
    cells.clear();
    while (cells.size() <= last) {
        if (line.starts_with('"')) {
            const auto end = std::min(line.find('"', 1), line.size());
            cells.push_back(line.substr(1, end - 1));
            line.remove_prefix(std::min(end + 1, line.size()));
            line.remove_prefix(std::min(line.find(','), line.size()));
        } else {
            const auto end = std::min(line.find(','), line.size());
            cells.push_back(line.substr(0, end));
            line.remove_prefix(end);
        }
        if (line.empty())
            return;
        line.remove_prefix(1);
    }
}

// Editions of the directory have headings of their own: the year's for councils and countries.
std::optional<DirectoryColumns> columnsOf(std::string_view line)
{
    constexpr std::size_t most = 400;
    std::vector<std::string_view> cells;
    cellsOfLine(line, most, cells);
    std::vector<std::string> names;
    for (const std::string_view cell : cells)
        names.push_back(tidiedHeading(cell));
    const auto firstOf = [&names](std::initializer_list<std::string_view> wanted) {
        for (const std::string_view name : wanted) {
            const auto found = std::ranges::find(names, name);
            if (found != names.end())
                return std::optional(static_cast<std::size_t>(found - names.begin()));
        }
        return std::optional<std::size_t>();
    };
    const auto isArea = [](const std::string& name) {
        return name == "LAUA" || name == "OSLAUA" || name == "CTRY" ||
               ((name.starts_with("LAD") || name.starts_with("CTRY")) && name.ends_with("CD"));
    };
    const auto postcode = firstOf({"PCDS", "PCD", "PCD2", "PCD7", "PCD8", "POSTCODE"});
    const auto east = firstOf({"OSEAST1M", "EAST1M", "EASTING", "EASTINGS"});
    const auto north = firstOf({"OSNRTH1M", "NORTH1M", "NORTHING", "NORTHINGS"});
    const auto area = std::ranges::find_if(names, isArea);
    if (!postcode || !east || !north || area == names.end())
        return std::nullopt;
    DirectoryColumns columns{*postcode, *east, *north,
                             static_cast<std::size_t>(area - names.begin()), 0};
    columns.last = std::max({columns.postcode, columns.east, columns.north, columns.area});
    return columns;
}

// Metres, which some editions write "385386.0".
std::optional<std::int32_t> metresIn(std::string_view text)
{
    constexpr double farthest = 2'000'000;
    const auto metres = decimalFrom(trimmed(text));
    return metres && *metres >= 0 && *metres <= farthest
               ? std::optional(static_cast<std::int32_t>(std::lround(*metres)))
               : std::nullopt;
}

void takeLine(std::string_view line, const DirectoryColumns& columns,
              std::vector<std::string_view>& cells, std::vector<Entry>& entries,
              DirectoryRows& told)
{
    if (trimmed(line).empty())
        return;
    ++told.rows;
    cellsOfLine(line, columns.last, cells);
    if (cells.size() <= columns.last) {
        ++told.unreadable;
        return;
    }
    const std::uint64_t key = keyOf(trimmed(cells[columns.postcode]));
    const std::string_view east = trimmed(cells[columns.east]),
                           north = trimmed(cells[columns.north]);
    const std::string_view area = trimmed(cells[columns.area]);
    const auto x = metresIn(east), y = metresIn(north);
    const bool isElsewhere = east.empty() || north.empty() || area.starts_with('N') ||
                             area.starts_with('L') || area.starts_with('M');
    if (key == 0 || (!isElsewhere && (!x || !y))) {
        ++told.unreadable;
    } else if (isElsewhere) {
        ++told.withoutPlace; // in Northern Ireland by a grid of its own; on the islands by none
    } else {
        entries.push_back({key | (area.starts_with('E') ? kEnglandBit : 0), {*x, *y}});
    }
}

// The lines of a file, a piece at a time, its first line's mark of encoding left out. False: the
// file could not be read to its end, has no lines, or somebody asked to stop.
class DirectoryLines
{
public:
    DirectoryLines(const files::Descriptor& file, std::stop_token stop)
        : m_file(file), m_stop(std::move(stop)), m_piece(kPiece, '\0')
    {
    }
    // Whether to go on is look's to say.
    bool forEach(const std::function<bool(std::string_view)>& look)
    {
        for (;;) {
            std::error_code error;
            const std::size_t n = files::readSome(m_file, m_piece.data(), kPiece, error);
            if (error || m_stop.stop_requested())
                return false;
            m_read += n;
            if (n == 0) {
                if (!m_rest.empty())
                    give(m_rest, look);
                return true;
            }
            m_rest.append(m_piece, 0, n);
            std::size_t from = 0;
            for (std::size_t end = 0; (end = m_rest.find('\n', from)) != m_rest.npos;
                 from = end + 1) {
                if (!give(std::string_view(m_rest).substr(from, end - from), look))
                    return true;
            }
            m_rest.erase(0, from);
            constexpr std::size_t longest = std::size_t{1} << 16; // of a line of any directory
            if (m_rest.size() > longest)
                return false;
        }
    }
    std::uintmax_t read() const { return m_read; }

private:
    bool give(std::string_view line, const std::function<bool(std::string_view)>& look)
    {
        if (std::exchange(m_isFirst, false) && line.starts_with("\xEF\xBB\xBF"))
            line.remove_prefix(3);
        return look(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line);
    }
    const files::Descriptor& m_file;
    std::stop_token m_stop;
    std::string m_piece, m_rest;
    std::uintmax_t m_read = 0;
    bool m_isFirst = true;
};

Result<Done> writeIndex(const std::vector<Entry>& entries, const std::filesystem::path& from,
                        const std::filesystem::path& to)
{
    auto file = files::OutputFile::begin(to, {from});
    if (!file)
        return file.failure();
    std::string bytes(kMagic);
    append(bytes, static_cast<std::uint64_t>(entries.size()));
    for (const Entry& entry : entries) {
        append(bytes, entry.key);
        append(bytes, static_cast<std::uint32_t>(entry.point.east));
        append(bytes, static_cast<std::uint32_t>(entry.point.north));
        if (bytes.size() >= kPiece) {
            file->write(bytes);
            bytes.clear();
        }
    }
    file->write(bytes);
    return file->commit();
}

} // namespace

bool isPostcodeDirectory(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return false;
    const auto file = files::openToRead(path);
    bool isOne = false;
    if (file)
        DirectoryLines(*file, {}).forEach([&](std::string_view line) {
            isOne = columnsOf(line).has_value();
            return false;
        });
    return isOne;
}

Result<DirectoryRows> makePostcodeIndex(const std::filesystem::path& from,
                                        const std::filesystem::path& to,
                                        const std::function<void(double)>& progress,
                                        std::stop_token stop)
{
    const std::string name = files::shownName(from);
    const auto file = files::openToRead(from);
    if (!file)
        return file.failure();
    std::error_code error;
    const auto whole = std::filesystem::file_size(from, error);
    DirectoryRows told;
    std::optional<DirectoryColumns> columns;
    std::vector<Entry> entries;
    std::vector<std::string_view> cells;
    DirectoryLines lines(*file, stop);
    bool isHeading = true;
    const bool isRead = lines.forEach([&](std::string_view line) {
        if (std::exchange(isHeading, false))
            return (columns = columnsOf(line)).has_value();
        takeLine(line, *columns, cells, entries, told);
        constexpr std::int64_t often = 20'000; // rows
        if (progress && told.rows % often == 0 && !error && whole > 0)
            progress(static_cast<double>(lines.read()) / static_cast<double>(whole));
        return true;
    });
    if (stop.stop_requested())
        return Message{kIndexStopped, {}};
    if (!columns)
        return Message{kNotADirectory, {name}};
    if (!isRead)
        return Message{kNotReadOn, {name}};
    const auto bare = [](const Entry& entry) { return entry.key & ~kEnglandBit; };
    std::ranges::stable_sort(entries, {}, bare);
    const auto twice = std::ranges::unique(entries, {}, bare);
    told.again = std::ssize(twice);
    entries.erase(twice.begin(), twice.end());
    told.taken = std::ssize(entries);
    if (entries.empty())
        return Message{kNothingInIt, {name, told.rows}};
    if (const auto written = writeIndex(entries, from, to); !written)
        return written.failure();
    return told;
}

Result<PostcodeIndex> PostcodeIndex::open(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return Message{kNoIndex, {}};
    auto file = files::openToRead(path);
    if (!file)
        return file.failure();
    PostcodeIndex index;
    index.m_file = std::move(*file);
    const Message unreadable{kNotAnIndex, {files::shownName(path)}};
    std::array<char, kHead> head{};
    if (files::readAt(index.m_file, 0, head.data(), head.size(), error) != head.size() ||
        std::string_view(head.data(), kMagic.size()) != kMagic)
        return unreadable;
    const auto count = numberAt<std::uint64_t>(head.data() + kMagic.size());
    if (std::filesystem::file_size(path, error) != kHead + count * kEntry || count == 0)
        return unreadable;
    index.m_count = static_cast<std::int64_t>(count);
    for (std::int64_t at = 0; at < index.m_count; at += kBlock) {
        std::array<char, 8> key{};
        const auto place = kHead + static_cast<std::uint64_t>(at) * kEntry;
        if (files::readAt(index.m_file, place, key.data(), key.size(), error) != key.size())
            return unreadable;
        index.m_first.push_back(numberAt<std::uint64_t>(key.data()) & ~kEnglandBit);
    }
    return index;
}

std::optional<PostcodePlace> PostcodeIndex::find(std::string_view postcode) const
{
    const std::uint64_t key = keyOf(trimmed(postcode));
    const auto behind = std::ranges::upper_bound(m_first, key);
    if (key == 0 || behind == m_first.begin())
        return std::nullopt;
    const auto block = behind - m_first.begin() - 1;
    const std::int64_t from = block * kBlock, n = std::min(kBlock, m_count - from);
    std::array<char, kBlock * kEntry> entries{};
    const auto bytes = static_cast<std::size_t>(n) * kEntry;
    std::error_code error;
    if (files::readAt(m_file, kHead + static_cast<std::uint64_t>(from) * kEntry, entries.data(),
                      bytes, error) != bytes)
        return std::nullopt;
    for (std::int64_t i = 0; i < n; ++i) {
        const char* entry = entries.data() + static_cast<std::size_t>(i) * kEntry;
        const auto held = numberAt<std::uint64_t>(entry);
        if ((held & ~kEnglandBit) == key)
            return PostcodePlace{{static_cast<std::int32_t>(numberAt<std::uint32_t>(entry + 8)),
                                  static_cast<std::int32_t>(numberAt<std::uint32_t>(entry + 12))},
                                 (held & kEnglandBit) != 0};
    }
    return std::nullopt;
}

std::optional<double> milesFromHome(const PostcodeIndex& index, std::string_view home,
                                    std::string_view placement)
{
    constexpr double farthest = 999.8; // what a placement's record has room for
    const auto from = index.find(home), to = index.find(placement);
    if (!from || !to || !from->isInEngland)
        return std::nullopt;
    const double miles = milesBetween(from->point, to->point);
    return miles <= farthest ? std::optional(miles) : std::nullopt;
}

} // namespace twelvefold::exchange
