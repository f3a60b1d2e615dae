// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/cost_line.h"
#include "domain/placement_request.h"
#include "domain/records.h"
#include "domain/registered_setting.h"
#include "domain/result.h"
#include "domain/setting.h"
#include "exchange/column_reading.h"
#include "exchange/listing.h"
#include "exchange/profile.h"
#include "files/output_file.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Other people's files as typed rows plus a list of problems. Nothing here touches a store.
namespace twelvefold::exchange {

using namespace twelvefold::domain;

enum class FileKind
{
    header,
    episodes,
    oc2,
    leavers, // OC3
    reviews,
    unaccompanied,
    adoptions, // AD1
    placedForAdoption,
    previousPermanence,
    missing,
    socialWorkers,
    libertyOrders,
    childrenInNeed,
    protectionPlans,
    finance,
    placementStandard,
    contactsList, // Annex A: the lists that a council draws up for an inspection
    earlyHelpList,
    referralsList,
    assessmentsList,
    enquiriesList,
    inNeedList,
    plansList,
    lookedAfterList,
    leaversList,
    adoptionPlansList,
    adoptersList,
    measures,           // dated values of outcome measures, read by a profile
    assessments,        // of need, read by a profile
    registeredSettings, // Ofsted's lists of providers
    unrecognised
};
const char*
token(FileKind kind);     // "ssda903_header", "ssda903_episodes", "ssda903_oc2", "finance", …
Word word(FileKind kind); // "Statutory return: header", for people
std::optional<FileKind> fileKind(std::string_view token);
// Whether it says of children what was so on one day, of which a return speaks with more right: the
// lists of Annex A that are read. One row says who the child is and what was so.
bool isSnapshot(FileKind kind);

struct HeaderRow
{
    std::int64_t row = 0; // as a spreadsheet counts it
    std::string localId;
    Sex sex = Sex::unspecified;
    std::optional<Date> born;
    std::string ethnicity;
    std::string disability; // as Child has it; empty: not said
    SensitiveText upn;
};
struct EpisodeRow
{
    std::int64_t row = 0;
    std::string localId;
    Episode episode; // child and id not set
};
// Of OC2 or OC3.
struct OutcomesRow
{
    std::int64_t row = 0;
    std::string localId;
    std::vector<std::pair<std::string, double>> values; // measure code, value
    std::optional<Date> on{}; // of which day; nothing: the last of its return's year
};
struct EventRow
{
    std::int64_t row = 0;
    std::string localId;
    CareEvent event; // child and id not set
};
// One line of cost. A row that a profile reads may come to several, of several children: they have
// its number.
struct FinanceRow
{
    std::int64_t row = 0;
    std::string localId;
    CostLine line; // ids not set
    std::string providerName;
    std::string urn;
    // It says that nothing is paid: it changes a line that is there, and makes none.
    bool onlyIfThere = false;
    // It says what was paid in a year up to a day: a report of a later day says it anew.
    bool isYearToDate = false;
};

// Values of a child on a day.
struct MeasuresRow
{
    std::int64_t row = 0;
    std::string localId;
    Date date;
    std::vector<std::pair<std::string, double>> values; // measure code, value
};

// One assessment of a child's needs: levels by the codes of need domains, as the file has them.
struct AssessmentRow
{
    std::int64_t row = 0;
    std::string localId;
    Date date;
    std::string author; // empty: not said
    std::vector<std::pair<std::string, int>> levels;
};

// A row of the national data standard for placements.
struct RequestRow
{
    std::int64_t row = 0;
    std::string localId;
    PlacementRequest request; // ids not set
};

// A home or an agency of Ofsted's lists.
struct RegisteredRow
{
    std::int64_t row = 0;
    RegisteredSetting setting; // id not set, nor the sector of one that a council runs
    bool isCouncils = false;   // a council runs it: which, its name says
};

class RowSource;

// Names that differ in letter case alone are one.
struct SameInCapitals
{
    bool operator()(const std::string& a, const std::string& b) const;
};
using Councils = std::set<std::string, SameInCapitals>;

// What only a person can say of a file, in a sentence.
struct Question
{
    QuestionKind kind = QuestionKind::dateOrder;
    Message message;
    std::string column;
    std::string sample;
    struct Choice
    {
        std::string token; // for Answers::give()
        Message words;
    };
    std::vector<Choice> choices{};
    std::string taken{}; // what is taken where nobody says otherwise; empty: rows wait
};

// How a column was read.
struct ColumnRead
{
    std::string column; // as headed in the file
    Word readAs;
    std::int64_t cells = 0; // that are not blank
    std::string sample;     // the first of them; empty where nobody is to see it
};

// One file read. rows = the rows below the headings that were not entirely blank; each is either in
// one of the vectors (of a list of Annex A in several: who the child is, and what was so), or
// rejected with at least one problem of severity rejection, or of a list that is left aside. A file
// that is refused has none: a problem of Action::fileRejected says why, or one for each question
// that nobody has answered.
//
// Within one file no two header, OC2 or OC3 rows are of the same child, no two episodes of a child
// and return year and no two events of a child say the same, no two lines of cost of different
// rows say the same, and no two requests are the same (isSameRequest()).
struct ReadFile
{
    std::filesystem::path path;
    std::string name;   // without its folder
    std::string sha256; // hexadecimal, of the bytes
    FileKind kind = FileKind::unrecognised;
    std::string profile;            // the name of that by which it was read; empty: by none
    std::optional<int> returnYear;  // asked for, or worked out from this file's own episodes
    std::optional<int> yearOfDays;  // what the days of a smaller table say, where nobody else does
    std::optional<Date> snapshotOn; // of a list of Annex A: the day on which it was so
    std::int64_t rows = 0;
    std::int64_t rejected = 0;
    std::vector<HeaderRow> headers;
    std::vector<EpisodeRow> episodes;
    std::vector<OutcomesRow> outcomes;
    std::vector<EventRow> events;
    std::vector<FinanceRow> finance;
    std::vector<RequestRow> requests;
    std::vector<MeasuresRow> measures;
    std::vector<AssessmentRow> assessments;
    std::vector<RegisteredRow> settings;
    std::int64_t leftAside = 0;         // rows of a list that is known and not used
    std::int64_t ofUnknownChildren = 0; // rows rejected because nobody knows their child
    std::vector<Problem> problems;      // in row order; of one rule the first hundred
    Listing listing;                    // and what there is beyond them
    std::vector<ColumnRead> columns;    // in the order of the table
    std::vector<Question> questions;    // that nobody has answered …
    std::vector<Question> answered;     // … and those that somebody has
    std::int64_t waiting = 0;           // rows of a file that is refused until it is answered
    bool refused = false;
    std::vector<std::string> headings;       // as in the file, for the rejects file
    std::shared_ptr<const RowSource> source; // all of it, which the rejects point into
    // The rejected rows as they stood, for the rejects file.
    struct Reject
    {
        std::int64_t row = 0;
        std::string_view raw;           // in the source's text …
        std::vector<std::string> cells; // … or the cells themselves, of a source that has none
        std::uint32_t reason = 0;       // 1 + its place in the listing's; 0: among the problems
    };
    std::vector<Reject> rejects;
    // The line of the file on which a row begins: another number where cells before it hold line
    // breaks. A sheet has no lines: its rows are theirs.
    std::int64_t lineOf(std::int64_t row) const;
    void noteLine(std::int64_t row, std::int64_t line); // of the rows in their order
    // From which row on lines are how much further.
    std::vector<std::pair<std::int64_t, std::int64_t>> lineShifts;

    // What became of rows whose child is written otherwise than the return has it, or is nobody's.
    struct Children
    {
        std::int64_t renamed = 0, unknown = 0;
        std::string from, to;        // the first of those that are known by another writing
        std::string stranger, alike; // the first of nobody's, and a child it could be
        std::optional<Money> renamedWeekly, unknownWeekly;
    };
    Children children;
};

// Said while reading where it is known by then whom there is, and else when rows meet the store.
inline constexpr MessageKind kUnknownChild{
    "row-unknown-child",
    TWELVEFOLD_TEXT("Message",
                    "The child %1 is neither in the store nor in the files brought in.")};

struct ReadOptions
{
    std::optional<int> returnYear; // the year in which the return ends
    std::optional<Date> today;     // after which dates are still to come; nothing: today's date
    // Which child is meant by an identifier, born on a day where the row says it; nothing: nobody
    // that there is, and the row is rejected. Without this everybody is taken, as written.
    std::function<std::optional<std::string>(const std::string& localId, std::optional<Date> born)>
        childOf{};
    // When that child was born, as far as anybody says.
    std::function<std::optional<Date>(const std::string& localId)> bornOf{};
    // A child that an identifier of nobody could stand for, if it were written so.
    std::function<std::string(const std::string& localId)> childAlike{};
    Answers answers{};
    // The councils of all files that come together.
    Councils councils{};
    std::string ownCouncil{}; // whose records they are to join; empty: anybody's
    // What a return says of its dates does not count: another file that came with it is written
    // month first.
    bool ruleOfDatesBroken = false;
};

// A file opened, recognised by its headings and gone over once to see how its columns are written;
// readFile() of it then types its rows, as often as somebody finds out more.
class OpenFile;
// Of a workbook each sheet that holds a table that is known, in the order of its tabs; of a zip
// each of its files that may hold tables.
using Opened = std::vector<std::shared_ptr<const OpenFile>>;
Opened openFile(const std::filesystem::path& path,
                const ProfileShelf& profiles = {}); // at least one
// What pass one found.
struct FirstLook
{
    std::filesystem::path path;
    FileKind kind = FileKind::unrecognised;
    Councils councils;         // in a column that names them
    bool isMonthFirst = false; // a column shows it
    bool isDayFirstByRuleAlone = false;
};
FirstLook firstLook(const OpenFile& file);
// What a file asks where nobody has answered anything; whose rows to take, it asks when it is read.
std::set<QuestionKind> asks(const OpenFile& file, bool ruleOfDatesBroken);
ReadFile readFile(const OpenFile& file, const SettingTable& settings, const ReadOptions& options);

// Reads and recognises one file by its headings; of a workbook the first sheet that openFile()
// gives. Never throws for what is in the file: a file that
// is empty, not text, or not recognised has one problem saying so, with Action::fileRejected.
ReadFile readFile(const std::filesystem::path& path, const SettingTable& settings,
                  const ReadOptions& options = {});

// The same for bytes that are already at hand. What is returned has no path.
ReadFile readBytes(std::string name, std::string_view bytes, const SettingTable& settings,
                   const ReadOptions& options = {});

// The files of a folder and of the folders in it that could be read (tables of text, workbooks,
// XML and zips of such), or the file itself, sorted by name.
std::vector<std::filesystem::path> filesAt(const std::filesystem::path& path);

std::vector<std::string> cellsOf(const ReadFile& file, const ReadFile::Reject& reject);

// The rejected rows of several files, each with its file, line and reasons before its own cells, as
// a UTF-8 CSV that opens in a spreadsheet or, where the name ends in .xlsx, as a workbook that also
// has what else was said of the files.
Result<Done> writeRejects(const std::vector<ReadFile>& files, const std::filesystem::path& to);
// The same, to be put in its place when what it belongs to has come to its end.
domain::Result<files::OutputFile> beginRejects(const std::vector<ReadFile>& files,
                                               const std::filesystem::path& to);

// The compiled-in code table.
const SettingTable& settingTable();

// The compiled-in table of which setting is which kind of placement.
const PlacementKinds& placementKinds();

} // namespace twelvefold::exchange
