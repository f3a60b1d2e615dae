// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/episode_order.h"
#include "exchange/tables.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNoStart{
    "episode-no-start",
    TWELVEFOLD_TEXT("Message", "The episode has no start (%1), so it cannot be placed in time.")};
constexpr MessageKind kEndsBeforeStart{
    "episode-ends-before-start",
    TWELVEFOLD_TEXT("Message", "The episode ends on %2, before its start on %1.")};
constexpr MessageKind kSameDay{
    "episode-same-day",
    TWELVEFOLD_TEXT("Message", "The episode starts and ends on the same day, %1.")};
constexpr MessageKind kRepeated{
    "episode-repeated",
    TWELVEFOLD_TEXT("Message",
                    "Row %2 already says the same of this child's episode that starts on %1.")};
constexpr MessageKind kReasonWithoutEnd{
    "rec-without-dec",
    TWELVEFOLD_TEXT("Message",
                    "There is a reason for ending (%1) but no end: the episode was taken as "
                    "still open.")};
constexpr MessageKind kEndWithoutReason{
    "dec-without-rec",
    TWELVEFOLD_TEXT("Message", "There is an end but no reason for it (REC is blank).")};
constexpr MessageKind kChangeReasonWhileOpen{
    "change-reason-while-open",
    TWELVEFOLD_TEXT("Message",
                    "There is a reason for a change of placement, but the episode is open.")};
constexpr MessageKind kProviderMissing{
    "provider-missing",
    TWELVEFOLD_TEXT("Message", "The provider is blank, and a placement of code %1 has one.")};
constexpr MessageKind kProviderUnwanted{
    "provider-unwanted",
    TWELVEFOLD_TEXT("Message", "A placement of code %1 has no provider, and here is one.")};
constexpr MessageKind kProviderImpossible{
    "provider-impossible",
    TWELVEFOLD_TEXT("Message", "The provider %1 does not go with a placement of code %2.")};
constexpr MessageKind kUrnMissing{
    "urn-missing",
    TWELVEFOLD_TEXT("Message", "The URN is blank, and a placement of code %1 has one.")};
constexpr MessageKind kUrnUnwanted{
    "urn-unwanted",
    TWELVEFOLD_TEXT("Message", "A placement of code %1 has no URN, and here is one.")};
constexpr MessageKind kUrnShape{
    "urn-shape", TWELVEFOLD_TEXT("Message", "“%1” does not have the shape of a URN.")};
constexpr MessageKind kPostcodeShape{
    "postcode-shape", TWELVEFOLD_TEXT("Message", "This postcode does not have the shape of one.")};
constexpr MessageKind kAtHome{
    "placed-at-home",
    TWELVEFOLD_TEXT("Message",
                    "The home and the placement have the same postcode, but the placement is "
                    "not with parents.")};
constexpr MessageKind kNotADistance{
    "not-a-distance",
    TWELVEFOLD_TEXT("Message", "“%1” is not a distance in miles: it was left out.")};
constexpr MessageKind kFar{"distance-far",
                           TWELVEFOLD_TEXT("Message", "The placement is %1 miles from home.")};
constexpr MessageKind kLong{
    "episode-long",
    TWELVEFOLD_TEXT("Message", "%1 lasted %2 days here: it is expected to last at most %3.")};

struct LongestStay
{
    std::string_view code;
    int days;
};
constexpr LongestStay longestStays[] = {{"T1", 42}, {"T3", 21}, {"T4", 7},
                                        {"L1", 3},  {"L2", 21}, {"L3", 7}};

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> list)
{
    return std::ranges::find(list, text) != list.end();
}

bool isTemporaryOrOther(std::string_view place)
{
    return place.starts_with('T') || place.starts_with('Z');
}

// Letters and figures in the order of a British postcode, whose space may be missing.
bool isPostcode(std::string_view text)
{
    std::string shape;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            shape += '9';
        else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
            shape += 'A';
        else if (c != ' ')
            return false;
    }
    return isOneOf(shape, {"A99AA", "A999AA", "AA99AA", "AA999AA", "A9A9AA", "AA9A9AA"});
}

void readDates(RowReader& row, const Context& context, Episode& episode)
{
    const auto start = row.date("DECOM");
    episode.end = row.date("DEC");
    if (row.text("DECOM").empty())
        row.reject("DECOM", kNoStart, {std::string("DECOM")});
    if (!start || row.rejected())
        return;
    episode.start = *start;
    if (episode.end && *episode.end < *start)
        row.reject("DEC", kEndsBeforeStart, {*start, *episode.end});
    else if (episode.end == start)
        row.warn("DEC", kSameDay, {*start});
    for (const auto& [column, date] : {std::pair("DECOM", start), std::pair("DEC", episode.end)}) {
        if (date)
            checkDay(row, column, *date, episode.returnYear, context.today);
    }
}

void readCodes(RowReader& row, Episode& episode)
{
    using enum RowReader::Blank;
    const int year = episode.returnYear;
    episode.reasonNew = row.knownCode("RNE", doubtful, year);
    episode.legalStatus = row.knownCode("LS", doubtful, year);
    episode.needCode = row.knownCode("CIN", doubtful, year);
    episode.placeCode = row.knownCode("PLACE", doubtful, year);
    episode.providerCode = row.knownCode("PLACE_PROVIDER", fine, year);
    episode.endReason = row.knownCode("REC", fine, year);
    episode.changeReason = row.knownCode("REASON_PLACE_CHANGE", fine, year);
}

void checkEnding(RowReader& row, const Episode& episode)
{
    if (!episode.end && !episode.endReason.empty())
        row.warn("REC", kReasonWithoutEnd, {shown(episode.endReason)});
    if (episode.end && episode.endReason.empty())
        row.warn("REC", kEndWithoutReason);
    if (!episode.end && !episode.changeReason.empty())
        row.warn("REASON_PLACE_CHANGE", kChangeReasonWhileOpen);
}

void checkProvider(RowReader& row, const Columns& columns, const Episode& episode)
{
    const std::string &place = episode.placeCode, &provider = episode.providerCode;
    if (place.empty())
        return;
    const bool none = isTemporaryOrOther(place);
    if (columns.has("PLACE_PROVIDER")) {
        if (provider.empty() && !none)
            row.warn("PLACE_PROVIDER", kProviderMissing, {shown(place)});
        else if (!provider.empty() && none)
            row.warn("PLACE_PROVIDER", kProviderUnwanted, {shown(place)});
        else if (!provider.empty() && (provider == "PR0") != (place == "P1"))
            row.warn("PLACE_PROVIDER", kProviderImpossible, {shown(provider), shown(place)});
    }
    const bool withoutUrn = none || isOneOf(place, {"P1", "P3", "R1", "R2", "R5"});
    if (!episode.urn.empty() && !isUrn(episode.urn))
        row.inform("URN", kUrnShape, {shown(episode.urn)});
    else if (!episode.urn.empty() && withoutUrn)
        row.inform("URN", kUrnUnwanted, {shown(place)});
    else if (columns.has("URN") && episode.urn.empty() && isOneOf(place, {"K1", "K2", "K3"}))
        row.inform("URN", kUrnMissing, {shown(place)});
}

std::string withoutSpaces(std::string text)
{
    std::erase(text, ' ');
    return text;
}

void readPlaces(RowReader& row, Episode& episode)
{
    const std::string home = row.code("HOME_POST"), placement = row.code("PL_POST");
    if (!home.empty() && !isPostcode(home))
        row.inform("HOME_POST", kPostcodeShape);
    if (!placement.empty() && !isPostcode(placement))
        row.inform("PL_POST", kPostcodeShape);
    if (!home.empty() && withoutSpaces(home) == withoutSpaces(placement) &&
        episode.placeCode != "P1")
        row.inform("PL_POST", kAtHome);
    episode.homePostcode = SensitiveText(home);
    episode.placePostcode = SensitiveText(placement);
}

// Miles with a point. 999.9 is how the return's users write "not known".
void readDistance(RowReader& row, Episode& episode)
{
    constexpr double unknown = 999.9, far = 350;
    const std::string_view text = row.text("PL_DISTANCE");
    if (text.empty())
        return;
    const auto miles = decimalFrom(text);
    if (!miles || *miles < 0 || *miles > unknown) {
        row.leaveOut("PL_DISTANCE", kNotADistance, {shown(text)});
        return;
    }
    if (*miles == unknown)
        return;
    episode.distanceMiles = *miles;
    if (*miles > far)
        row.inform("PL_DISTANCE", kFar, {*miles});
}

void checkLength(RowReader& row, const Episode& episode)
{
    if (!episode.end)
        return;
    const int days = daysBetween(episode.start, *episode.end);
    for (const LongestStay& longest : longestStays) {
        if (days <= longest.days)
            continue;
        for (const char* column : {"PLACE", "LS"}) {
            const std::string& code =
                std::string_view(column) == "LS" ? episode.legalStatus : episode.placeCode;
            if (code == longest.code)
                row.inform(column, kLong, {code, std::int64_t{days}, std::int64_t{longest.days}});
        }
    }
}

std::optional<int> yearFrom(std::string_view text)
{
    const auto year = decimalFrom(text);
    return year && *year >= 2000 && *year <= 2199 && *year == std::floor(*year)
               ? std::optional(static_cast<int>(*year))
               : std::nullopt;
}

// What a person said, else what the row says of itself, as those of regional copies do, which hold
// several years.
int returnYearOf(const RowReader& row, const Context& context)
{
    const auto ofRow = context.yearIsSaid ? std::nullopt : yearFrom(row.text("YEAR"));
    return ofRow ? *ofRow + context.yearShift : context.returnYear.value_or(0);
}

Episode readEpisode(RowReader& row, const Columns& columns, const Context& context)
{
    Episode episode;
    episode.returnYear = returnYearOf(row, context);
    readDates(row, context, episode);
    if (row.rejected())
        return episode;
    readCodes(row, episode);
    episode.urn = row.code("URN");
    readPlaces(row, episode);
    readDistance(row, episode);
    checkEnding(row, episode);
    checkProvider(row, columns, episode);
    checkLength(row, episode);
    return episode;
}

} // namespace

namespace {

// By whose they are and what they say, of one return's year.
struct InOrder
{
    const std::vector<EpisodeRow>& rows;
    bool operator()(std::size_t a, std::size_t b) const
    {
        const EpisodeRow &first = rows[a], &second = rows[b];
        const auto whose = [](const EpisodeRow& row) {
            return std::tie(row.localId, row.episode.returnYear);
        };
        return whose(first) != whose(second) ? whose(first) < whose(second)
                                             : comesBefore(first.episode, second.episode);
    }
};

} // namespace

void readEpisodes(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file)
{
    // Two stays may begin on one day; the same stay is not said twice.
    std::set<std::size_t, InOrder> stays(InOrder{file.episodes});
    readRows(rows, columns, file, [&](RowReader& row) {
        EpisodeRow typed;
        typed.row = row.row();
        typed.localId = row.childId("CHILD");
        findChild(row, "CHILD", typed.localId, std::nullopt, context, file);
        typed.episode = readEpisode(row, columns, context);
        if (row.rejected())
            return;
        file.episodes.push_back(std::move(typed));
        const auto [same, isNew] = stays.insert(file.episodes.size() - 1);
        if (isNew)
            return;
        row.reject("DECOM", kRepeated,
                   {file.episodes.back().episode.start, file.episodes[*same].row});
        file.episodes.pop_back();
    });
}

YearsFound yearsIn(const Rows& rows, const Columns& columns, std::span<const std::string_view> days,
                   Date today)
{
    YearsFound found;
    std::map<int, std::int64_t, std::greater<>> dates; // latest year first
    std::int64_t all = 0;
    const auto yearPlace = columns.find("YEAR");
    std::vector<std::optional<std::size_t>> places;
    for (const std::string_view column : days)
        places.push_back(columns.find(column));
    const auto cellAt = [](const CsvRow& row, std::optional<std::size_t> place) {
        return place && *place < row.cells.size() ? trimmed(row.cells[*place]) : std::string_view();
    };
    rows.forEach([&](const CsvRow& row) {
        const auto ofRow = yearFrom(cellAt(row, yearPlace));
        if (ofRow && found.firstYear == 0)
            found.firstYear = *ofRow;
        for (const auto& place : places) {
            const ColumnReading* reading = place ? rows.reading().of(*place) : nullptr;
            const auto date = reading != nullptr ? reading->date(cellAt(row, place)) : std::nullopt;
            if (!date || *date > today)
                continue;
            const int year = returnYearEnding(*date);
            ++dates[year];
            ++all;
            if (ofRow) {
                ++found.withYear;
                found.afterIt += year > *ofRow ? 1 : 0;
                found.afterTheNext += year > *ofRow + 1 ? 1 : 0;
            }
        }
    });
    for (const auto& [year, count] : dates) {
        if (count * 100 >= all) {
            found.latest = year;
            break;
        }
    }
    return found;
}

} // namespace twelvefold::exchange
