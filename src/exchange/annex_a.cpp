// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/annex_a.h"

#include "exchange/annex_tables.h"
#include "exchange/open_file.h"
#include "exchange/tables.h"

#include <algorithm>
#include <span>

namespace twelvefold::exchange {
namespace {

// A column of a list.
struct ListColumn
{
    std::string_view name; // as the returns have it, so that its codes are read like theirs
    ColumnType type;
    // HeadingWords that its heading has, or begins words with, and with a dash before them such as
    // it has not; the strokes are between ways of saying it.
    std::string_view heading;
    bool essential = false; // without it the table is not that list
};

constexpr ColumnType kChildId = ColumnType::childId, kCode = ColumnType::code,
                     kDate = ColumnType::date, kNumber = ColumnType::number,
                     kText = ColumnType::text;

// The first of those that fit a heading has it, so what is said more narrowly comes first.
constexpr ListColumn kChild{"CHILD", kChildId,
                            "child id -family|child unique|unique id|person id|client id", true};
constexpr ListColumn kSex{"SEX", kCode, "gender|sex -abuse"};
constexpr ListColumn kEthnic{"ETHNIC", kCode, "ethnic"};
constexpr ListColumn kBorn{"DOB", kDate, "birth|dob"};
constexpr ListColumn kDisabled{"DISABLED", kCode, "disab"};

constexpr ListColumn kLookedAfter[] = {
    kChild,
    kSex,
    kEthnic,
    kBorn,
    {"UASC", kCode, "uasc|unaccomp"},
    kDisabled,
    {"CARE_START", kDate, "start look|became look|date look", true},
    {"CARE_END", kDate, "date ceas|ceas look -reason|end look -reason"},
    {"REC", kCode, "reason ceas"},
    {"CIN", kCode, "categor need"},
    {"LS_START", kDate, "start legal|date legal"},
    {"LS", kCode, "legal status", true},
    {"REVIEW", kDate, "statutory review|latest review"},
    {"VISITED", kDate, "visit"},
    {"PERMANENCE_PLAN", kCode, "permanen plan"},
    {"HEALTH_ON", kDate, "health assess"},
    {"DENTAL_ON", kDate, "dental"},
    {"TIMES_MISSING", kNumber, "number missing|episodes missing|times missing"},
    {"TIMES_ABSENT", kNumber, "number absent|episodes absent|times absent"},
    {"DECOM", kDate, "start placement|date placement", true},
    {"PL_POST", kText, "postcode|post code"},
    {"URN", ColumnType::urn, "urn"},
    {"PLACE_PROVIDER", kCode, "placement provider|provider type|provision type"},
    {"PLACE", kCode, "placement type|type placement"},
};
constexpr ListColumn kLeavers[] = {
    kChild,
    kSex,
    kEthnic,
    kBorn,
    {"UASC", kCode, "uasc|unaccomp"},
    kDisabled,
    {"PATHWAY_ON", kDate, "pathway plan"},
    {"CONTACT_ON", kDate, "date contact"},
    {"IN_TOUCH", kCode, "touch", true},
    {"SUITABLE", kCode, "suitab"},
    {"ACTIV", kCode, "activity", true},
};
constexpr ListColumn kAdoptionPlans[] = {
    kChild,
    kSex,
    kEthnic,
    kBorn,
    kDisabled,
    {"REASON_PLACED_CEASED", kCode, "reason longer"},
    {"DATE_PLACED_CEASED", kDate, "decision longer"},
    {"DATE_PLACED", kDate, "decision adopt|decision should", true},
    {"DATE_MATCH", kDate, "match", true},
    {"ADOPTED_ON", kDate, "adoption order"},
};
constexpr ListColumn kInNeed[] = {
    kChild,
    kSex,
    kEthnic,
    kBorn,
    kDisabled,
    {"CLOSURE_REASON", kCode, "reason clos"},
    {"CIN_END", kDate, "cin clos|clos date|date clos|need clos|cin end", true},
    {"PRIMARY_NEED", kCode, "primary need|need code"},
    {"CIN_START", kDate, "cin start|need start|date cin start", true},
    {"SEEN_ON", kDate, "last seen"},
};
constexpr ListColumn kPlans[] = {
    kChild,
    kSex,
    kEthnic,
    kBorn,
    kDisabled,
    {"CPP_END", kDate, "plan end|cpp end|cp end|plan clos", true},
    {"CPP_START", kDate, "plan start|cpp start|cp start", true},
    {"INITIAL_CATEGORY", kCode, "initial categor"},
    {"LATEST_CATEGORY", kCode, "latest categor|current categor|categor -initial"},
    {"VISITED", kDate, "visit"},
    {"REVIEWED", kDate, "review conference"},
};
// Of those that are left aside no more than tells them.
constexpr ListColumn kContacts[] = {
    kChild,
    {"CONTACT_SOURCE", kText, "contact source|source contact", true},
    {"CONTACT_ON", kDate, "date contact|contact date", true}};
constexpr ListColumn kEarlyHelp[] = {
    kChild,
    {"HELPER", kText, "organi", true},
    {"HELPED_ON", kDate, "assess start -contin|help start|assess complet -contin", true}};
constexpr ListColumn kReferrals[] = {
    kChild,
    {"REFERRAL_SOURCE", kText, "referral source|source referral", true},
    {"REFERRED_ON", kDate, "date referral|referral date", true}};
constexpr ListColumn kAssessments[] = {
    kChild,
    {"ASSESSED_ON", kDate, "assess authori|assess complet", true},
    {"ASSESSED_FROM", kDate, "assess start", true}};
constexpr ListColumn kEnquiries[] = {kChild,
                                     {"CONFERENCE_ON", kDate, "date conference", true},
                                     {"ENQUIRED_ON", kDate, "strategy|47 start|47 date", true}};
constexpr ListColumn kAdopters[] = {{"ADOPTER", kText, "adopter id", true},
                                    {"STAGE_1", kDate, "stage 1 start|enquiry", true},
                                    {"APPROVED_ON", kDate, "approv"}};

// Ofsted's own lists of those who provide, by their numbers.
constexpr ListColumn kRegistered[] = {
    {"URN", ColumnType::urn, "urn", true},
    {"SETTING_NAME", kText, "setting name|provider name", true},
    {"PROVISION", kText, "provision type|provider type", true},
    {"SETTING_SECTOR", kCode, "sector", true},
    {"PLACES", kNumber, "max users|max places|maximum place|maximum fostering|registered place"},
    {"TOP_OWNER", kText, "top company"},
    {"OWNER", kText, "owner name|organisation name|organization name|organi own"},
    {"AREA", kText, "local authority"},
    {"REGION", kText, "region"},
    {"GRADE", kText, "overall effectiveness -interim|overall experience -interim"},
    {"CLOSED_ON", kDate, "closed date|deregistration|date closed"},
    {"REGISTERED_ON", kDate, "registration date"},
    {"INSPECTED_ON", kDate, "inspection date -interim|inspection start -interim|date inspection"},
};

struct List
{
    FileKind kind;
    std::span<const ListColumn> columns;
    void (*read)(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file);
};
// Those with the more telling columns first.
constexpr List kLists[] = {
    {FileKind::lookedAfterList, kLookedAfter, readLookedAfterList},
    {FileKind::leaversList, kLeavers, readLeaversList},
    {FileKind::adoptionPlansList, kAdoptionPlans, readAdoptionPlansList},
    {FileKind::inNeedList, kInNeed, readInNeedList},
    {FileKind::plansList, kPlans, readPlansList},
    {FileKind::enquiriesList, kEnquiries, leaveListAside},
    {FileKind::referralsList, kReferrals, leaveListAside},
    {FileKind::earlyHelpList, kEarlyHelp, leaveListAside},
    {FileKind::assessmentsList, kAssessments, leaveListAside},
    {FileKind::contactsList, kContacts, leaveListAside},
    {FileKind::adoptersList, kAdopters, leaveListAside},
    {FileKind::registeredSettings, kRegistered, readProviderList},
};

TableEntry tableOf(const List& list)
{
    TableEntry table{.kind = list.kind, .title = word(list.kind), .essential = {}, .further = {}};
    for (const ListColumn& column : list.columns)
        (column.essential ? table.essential : table.welcome).push_back({column.name, column.type});
    table.read = list.read;
    return table;
}

const std::vector<TableEntry>& listTables() // in the order of kLists
{
    static const std::vector<TableEntry> tables = [] {
        std::vector<TableEntry> made;
        std::ranges::transform(kLists, std::back_inserter(made), tableOf);
        return made;
    }();
    return tables;
}

using HeadingWords = std::vector<std::string>;

// Letters and figures in small letters; "child's" is one word.
HeadingWords wordsOf(std::string_view heading)
{
    HeadingWords words(1);
    for (const char c : heading) {
        const bool isCapital = c >= 'A' && c <= 'Z';
        if (isCapital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            words.back() += isCapital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (c != '\'' && !words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

bool hasWord(const HeadingWords& words, std::string_view beginning)
{
    return std::ranges::any_of(
        words, [&](const std::string& word) { return word.starts_with(beginning); });
}

bool saysAll(const HeadingWords& heading, std::string_view wanted)
{
    while (!wanted.empty()) {
        const auto end = std::min(wanted.find(' '), wanted.size());
        const bool isUnwanted = wanted.front() == '-';
        if (hasWord(heading, wanted.substr(isUnwanted, end - isUnwanted)) == isUnwanted)
            return false;
        wanted.remove_prefix(std::min(end + 1, wanted.size()));
    }
    return true;
}

bool fits(const HeadingWords& heading, std::string_view ways)
{
    for (std::size_t from = 0; from <= ways.size();) {
        const auto end = std::min(ways.find('|', from), ways.size());
        if (saysAll(heading, ways.substr(from, end - from)))
            return true;
        from = end + 1;
    }
    return false;
}

// The names of a list's columns in the places of the headings; nothing where one that is essential
// is not there.
std::optional<std::vector<std::string_view>> namesIn(const List& list,
                                                     const std::vector<HeadingWords>& headings)
{
    std::vector<std::string_view> names(headings.size());
    for (const ListColumn& column : list.columns) {
        std::size_t at = 0;
        while (at < headings.size() &&
               (!names[at].empty() || headings[at].empty() || !fits(headings[at], column.heading)))
            ++at;
        if (at < headings.size())
            names[at] = column.name;
        else if (column.essential)
            return std::nullopt;
    }
    return names;
}

} // namespace

std::optional<AnnexList> annexList(const std::vector<std::string>& headings)
{
    constexpr std::size_t fewest = 5; // columns, which every one of the lists has
    if (headings.size() < fewest)
        return std::nullopt;
    std::vector<HeadingWords> words;
    std::ranges::transform(headings, std::back_inserter(words), wordsOf);
    for (std::size_t i = 0; i < std::size(kLists); ++i) {
        if (const auto names = namesIn(kLists[i], words))
            return AnnexList{&listTables()[i], Columns(headings, *names)};
    }
    return std::nullopt;
}

void addDaysOf(const OpenFile& file, DaysOfLists& days)
{
    const auto tables = std::span(listTables());
    if (file.table == nullptr || file.table < tables.data() ||
        file.table >= tables.data() + tables.size())
        return;
    TableReading reading = file.reading;
    reading.decide({}, file.table->dayFirstByRule, today().year());
    std::vector<std::size_t> places;
    for (const auto* entries : {&file.table->essential, &file.table->welcome}) {
        for (const ColumnEntry& entry : *entries) {
            const auto place = file.columns.find(entry.name);
            if (place && entry.type == ColumnType::date && entry.name != kBorn.name)
                places.push_back(*place);
        }
    }
    Rows(*file.source, file.headingRow, file.furniture, reading, {})
        .forEach([&](const CsvRow& row) {
            for (const std::size_t place : places) {
                const std::string_view cell =
                    place < row.cells.size() ? trimmed(row.cells[place]) : std::string_view();
                if (const auto day = reading.of(place)->date(cell); day && !cell.empty())
                    ++days[*day];
            }
        });
}

std::optional<Date> snapshotDay(const DaysOfLists& days, Date today, std::optional<int> returnYear)
{
    const auto yearsEnd = returnYear ? Date::from(*returnYear, 3, 31) : std::nullopt;
    const Date last = yearsEnd ? std::min(today, *yearsEnd) : today;
    std::int64_t all = 0;
    for (const auto& [day, n] : days)
        all += day <= last ? n : 0;
    constexpr int nearby = 31;       // days
    constexpr std::int64_t few = 20; // of which any one may be the last
    const std::int64_t enough = all < few ? 1 : std::max<std::int64_t>(2, all / 100);
    for (auto latest = days.upper_bound(last); latest != days.begin();) {
        --latest;
        std::int64_t n = 0;
        for (auto near = days.lower_bound(latest->first.plusDays(-nearby));
             near != std::next(latest); ++near)
            n += near->second;
        if (n >= enough)
            return latest->first;
    }
    return yearsEnd ? std::optional(last) : std::nullopt;
}

} // namespace twelvefold::exchange
