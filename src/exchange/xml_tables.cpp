// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/xml_tables.h"

#include "domain/csv.h"
#include "domain/trimmed.h"
#include "exchange/xml_pieces.h"

#include <pugixml.hpp>

#include <algorithm>
#include <set>
#include <span>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kBroken{
    "file-xml-broken",
    TWELVEFOLD_TEXT("Message", "The XML is broken near byte %1 (%2), so nothing of it was read: "
                               "export it again.")};
constexpr MessageKind kDocumentType{
    "file-xml-document-type",
    TWELVEFOLD_TEXT("Message", "The XML has a document type of its own, which no return has, so "
                               "nothing of it was read.")};
constexpr MessageKind kXmlTooLarge{
    "file-xml-too-large",
    TWELVEFOLD_TEXT("Message", "The XML is larger than %1 MB: export it as tables instead.")};

constexpr std::size_t kLargest = std::size_t{256} << 20; // the document stands in memory

// A column and where its cell stands: a path from the table's own element, or from the child's
// where it begins with a slash. Of several such elements, all, with a blank between; of several
// paths with a stroke between, as the years had them, the first that says something.
struct XmlColumn
{
    std::string_view heading;
    std::string_view path;
};

// A table: a row for each of an element of a child.
struct XmlEntry
{
    const char* name;
    std::string_view rows;              // its path from the child
    std::span<const XmlColumn> columns; // the first says whose the row is
    // A row is there where one of its columns from this on says something.
    std::size_t saysSomething = 1;
    std::string_view unless = {}; // and where this, a 1 or true, does not say that it is none
};

struct XmlKind
{
    std::string_view root;
    std::string_view children; // from the root
    std::span<const XmlEntry> tables;
    std::string_view says =
        {}; // what must stand in the document besides: others have the same root
    std::string_view lastDay = {}; // of its year, from the root, as 2026-03-31
};

// --- The statutory return (EXPSSDA903).

constexpr XmlColumn kHeader903[] = {{"CHILD", "CHILDID"}, {"SEX", "SEX"}, {"DOB", "DOB"},
                                    {"ETHNIC", "ETHNIC"}, {"UPN", "UPN"}, {"MOTHER", "MOTHER"},
                                    {"MC_DOB", "MC_DOB"}};
constexpr XmlColumn kEpisodes903[] = {{"CHILD", "/HEADER/CHILDID"},
                                      {"DECOM", "DECOM"},
                                      {"RNE", "RNE"},
                                      {"LS", "LS"},
                                      {"CIN", "CIN"},
                                      {"PLACE", "PL"},
                                      {"PLACE_PROVIDER", "PLACE_PROVIDER"},
                                      {"DEC", "DEC"},
                                      {"REC", "REC"},
                                      {"REASON_PLACE_CHANGE", "REASON_PLACE_CHANGE"},
                                      {"HOME_POST", "HOME_POST"},
                                      {"PL_POST", "PL_POST"},
                                      {"URN", "URN"}};
constexpr XmlColumn kOc2903[] = {{"CHILD", "/HEADER/CHILDID"},
                                 {"DOB", "/HEADER/DOB"},
                                 {"SDQ_SCORE", "SDQ_SCORE"},
                                 {"SDQ_REASON", "SDQ_REASON"},
                                 {"CONVICTED", "CONVICTED"},
                                 {"HEALTH_CHECK", "HEALTH_CHECK"},
                                 {"IMMUNISATIONS", "IMMUNISATIONS"},
                                 {"TEETH_CHECK", "TEETH_CHECK"},
                                 {"HEALTH_ASSESSMENT", "HEALTH_ASSESSMENT"},
                                 {"SUBSTANCE_MISUSE", "SUBSTANCE_MISUSE"},
                                 {"INTERVENTION_RECEIVED", "INTERVENTION_RECEIVED"},
                                 {"INTERVENTION_OFFERED", "INTERVENTION_OFFERED"}};
constexpr XmlColumn kOc3903[] = {{"CHILD", "CHILDID"},
                                 {"DOB", "DOB"},
                                 {"IN_TOUCH", "IN_TOUCH"},
                                 {"ACTIV", "ACTIV"},
                                 {"ACCOM", "ACCOM"}};
constexpr XmlColumn kUasc903[] = {
    {"CHILD", "CHILDID"}, {"SEX", "SEX"}, {"DOB", "DOB"}, {"UASC", "UASC"}, {"DUC", "DUC"}};
constexpr XmlColumn kReviews903[] = {{"CHILD", "/HEADER/CHILDID"},
                                     {"DOB", "/HEADER/DOB"},
                                     {"REVIEW", "REVIEW"},
                                     {"REVIEW_CODE", "REVIEW_CODE"}};
constexpr XmlColumn kMissing903[] = {{"CHILD", "/HEADER/CHILDID"},
                                     {"DOB", "/HEADER/DOB"},
                                     {"MISSING", "MISSING"},
                                     {"MIS_START", "MIS_START"},
                                     {"MIS_END", "MIS_END"}};
constexpr XmlColumn kPlaced903[] = {{"CHILD", "/HEADER/CHILDID"},
                                    {"DOB", "/HEADER/DOB"},
                                    {"DATE_PLACED", "DATE_PLACED"},
                                    {"DATE_PLACED_CEASED", "DATE_PLACED_CEASED"},
                                    {"REASON_PLACED_CEASED", "REASON_PLACED_CEASED"}};
constexpr XmlColumn kPermanence903[] = {{"CHILD", "/HEADER/CHILDID"},
                                        {"DOB", "/HEADER/DOB"},
                                        {"PREV_PERM", "PREV_PERM"},
                                        {"LA_PERM", "LA_PERM"},
                                        {"DATE_PERM", "DATE_PERM"}};
constexpr XmlColumn kAd1903[] = {{"CHILD", "CHILDID"},           {"DOB", "DOB"},
                                 {"DATE_INT", "DATE_INT"},       {"DATE_MATCH", "DATE_MATCH"},
                                 {"FOSTER_CARE", "FOSTER_CARE"}, {"NB_ADOPTR", "NB_ADOPTR"},
                                 {"SEX_ADOPTR", "SEX_ADOPTR"},   {"LS_ADOPTR", "LS_ADOPTR"}};
constexpr XmlEntry kTables903[] = {
    {"Header", "HEADER", kHeader903, 0},
    {"Episodes", "EPISODE", kEpisodes903, 0},
    {"OC2", "HEADER/OC2", kOc2903, 2},
    {"OC3", "HEADER", kOc3903, 2},
    {"UASC", "HEADER", kUasc903, 3},
    {"Reviews", "HEADER/AREVIEW", kReviews903, 0},
    {"Missing", "HEADER/AMISSING", kMissing903, 0},
    {"Placed for adoption", "HEADER/AD_PLACED", kPlaced903, 2},
    {"Previous permanence", "HEADER/PERMANENCE", kPermanence903, 2},
    {"AD1", "HEADER", kAd1903, 2},
};

// --- The children in need census (CIN). A referral that led to nothing makes no child in need.

constexpr XmlColumn kChildrenCin[] = {
    {"CHILD", "LAchildID"},
    {"SEX", "Sex|GenderCurrent|PersonGenderCurrent"},
    {"DOB", "PersonBirthDate"},
    {"ETHNIC", "/ChildCharacteristics/Ethnicity"},
    {"UPN", "UPN"},
    {"DISABILITY", "/ChildCharacteristics/Disabilities/Disability"}};
constexpr XmlColumn kInNeedCin[] = {
    {"CHILD", "/ChildIdentifiers/LAchildID"}, {"DOB", "/ChildIdentifiers/PersonBirthDate"},
    {"CIN_START", "CINreferralDate"},         {"CIN_END", "CINclosureDate"},
    {"PRIMARY_NEED", "PrimaryNeedCode"},      {"CLOSURE_REASON", "ReasonForClosure"}};
constexpr XmlColumn kPlansCin[] = {{"CHILD", "/ChildIdentifiers/LAchildID"},
                                   {"DOB", "/ChildIdentifiers/PersonBirthDate"},
                                   {"CPP_START", "CPPstartDate"},
                                   {"CPP_END", "CPPendDate"},
                                   {"LATEST_CATEGORY", "LatestCategoryOfAbuse"},
                                   {"INITIAL_CATEGORY", "InitialCategoryOfAbuse"}};
constexpr XmlEntry kTablesCin[] = {
    {"Children", "ChildIdentifiers", kChildrenCin, 0},
    {"Children in need", "CINdetails", kInNeedCin, 2, "ReferralNFA"},
    {"Child protection plans", "CINdetails/ChildProtectionPlans", kPlansCin, 2},
};

constexpr XmlKind kKinds[] = {
    {"EXPSSDA903", "CHILD", kTables903},
    {"Message", "Children/Child", kTablesCin, "<Collection>CIN</Collection>",
     "Header/CollectionDetails/ReferenceDate"},
};

// --- Reading.

// Does something with each element at the end of a path.
template<class Look>
void forEachAt(pugi::xml_node from, std::string_view path, const Look& look)
{
    const auto slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    for (const pugi::xml_node child : from.children()) {
        if (localName(child.name()) != name)
            continue;
        if (slash == std::string_view::npos)
            look(child);
        else
            forEachAt(child, path.substr(slash + 1), look);
    }
}

std::string cellAt(pugi::xml_node child, pugi::xml_node element, std::string_view path)
{
    std::string cell;
    if (const auto stroke = path.find('|'); stroke != std::string_view::npos) {
        cell = cellAt(child, element, path.substr(0, stroke));
        return cell.empty() ? cellAt(child, element, path.substr(stroke + 1)) : cell;
    }
    const bool ofChild = path.starts_with('/');
    forEachAt(ofChild ? child : element, ofChild ? path.substr(1) : path,
              [&](pugi::xml_node found) {
                  const std::string text(trimmed(textIn(found)));
                  if (!text.empty())
                      cell += (cell.empty() ? "" : " ") + text;
              });
    return cell;
}

// What a column's paths are from the child.
std::vector<std::string> wholePaths(const XmlEntry& table, std::string_view path)
{
    if (const auto stroke = path.find('|'); stroke != std::string_view::npos) {
        std::vector<std::string> paths = wholePaths(table, path.substr(0, stroke));
        std::ranges::copy(wholePaths(table, path.substr(stroke + 1)), std::back_inserter(paths));
        return paths;
    }
    return {path.starts_with('/') ? std::string(path.substr(1))
                                  : std::string(table.rows) + '/' + std::string(path)};
}

bool saysYes(std::string_view text)
{
    return text == "1" || text == "true" || text == "TRUE";
}

class DocumentReader
{
public:
    explicit DocumentReader(const XmlKind& kind) : m_kind(kind)
    {
        for (const XmlEntry& table : kind.tables) {
            m_texts.emplace_back(kCsvForPrograms);
            for (const XmlColumn& column : table.columns) {
                m_texts.back().text(column.heading);
                for (std::string& path : wholePaths(table, column.path))
                    m_paths.insert(std::move(path));
            }
            if (!table.unless.empty())
                m_paths.insert(wholePaths(table, table.unless).front());
            m_texts.back().endRow();
        }
        m_hasRows.resize(kind.tables.size());
    }

    XmlReturn read(pugi::xml_node root)
    {
        forEachAt(root, m_kind.children, [&](pugi::xml_node child) {
            for (std::size_t i = 0; i < m_kind.tables.size(); ++i)
                readRows(i, child);
            noteOthers(child, "");
        });
        XmlReturn found;
        found.passedOver = m_passedOver;
        if (!m_kind.lastDay.empty()) {
            if (const auto day = Date::fromIso(cellAt(root, root, m_kind.lastDay)))
                found.year = returnYearEnding(*day);
        }
        for (std::size_t i = 0; i < m_kind.tables.size(); ++i) {
            if (m_hasRows[i])
                found.tables.push_back({m_kind.tables[i].name,
                                        std::make_shared<const std::string>(m_texts[i].take())});
        }
        for (const std::string& name : m_others)
            found.notRead += (found.notRead.empty() ? "" : ", ") + name;
        return found;
    }

private:
    void readRows(std::size_t i, pugi::xml_node child)
    {
        const XmlEntry& table = m_kind.tables[i];
        forEachAt(child, table.rows, [&](pugi::xml_node element) {
            std::vector<std::string> cells;
            for (const XmlColumn& column : table.columns)
                cells.push_back(cellAt(child, element, column.path));
            const auto from = cells.begin() + static_cast<std::ptrdiff_t>(table.saysSomething);
            if (std::all_of(from, cells.end(), [](const auto& cell) { return cell.empty(); }))
                return;
            if (!table.unless.empty() && saysYes(cellAt(child, element, table.unless))) {
                ++m_passedOver;
                return;
            }
            for (const std::string& cell : cells)
                m_texts[i].text(cell);
            m_texts[i].endRow();
            m_hasRows[i] = true;
        });
    }

    // Elements that hold something and belong to no table, by their names.
    void noteOthers(pugi::xml_node element, const std::string& path, int depth = 0)
    {
        constexpr std::size_t enough = 20;
        constexpr int deepest = 12; // a document may be nested to run out of stack
        if (depth == deepest)
            return;
        for (const pugi::xml_node child : element.children()) {
            if (child.type() != pugi::node_element)
                continue;
            const std::string name(localName(child.name()));
            const std::string own = path.empty() ? name : path + '/' + name;
            if (!trimmed(textIn(child)).empty() && !m_paths.contains(own) &&
                m_others.size() < enough)
                m_others.insert(name);
            noteOthers(child, own, depth + 1);
        }
    }

    const XmlKind& m_kind;
    std::vector<CsvWriter> m_texts;
    std::vector<bool> m_hasRows;
    std::int64_t m_passedOver = 0;
    std::set<std::string> m_paths;
    std::set<std::string> m_others;
};

} // namespace

bool beginsAsXml(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    bytes = trimmed(bytes.substr(0, 400));
    return bytes.starts_with("<") || bytes.starts_with(std::string_view("\xFF\xFE<\0", 4)) ||
           bytes.starts_with(std::string_view("\xFE\xFF\0<", 4));
}

std::optional<Result<XmlReturn>> openXmlReturn(const std::string& bytes)
{
    const std::string_view start = std::string_view(bytes).substr(0, 4000);
    const auto isAbout = [&](const XmlKind& kind) {
        return start.find(kind.root) != std::string_view::npos &&
               start.find(kind.says) != std::string_view::npos;
    };
    if (bytes.size() > kLargest) {
        if (std::ranges::any_of(kKinds, isAbout))
            return Message{kXmlTooLarge, {static_cast<std::int64_t>(kLargest >> 20)}};
        return std::nullopt;
    }
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype);
    if (!parsed) {
        if (std::ranges::any_of(kKinds, isAbout))
            return Message{kBroken,
                           {std::int64_t{parsed.offset}, std::string(parsed.description())}};
        return std::nullopt;
    }
    for (const pugi::xml_node node : document.children()) {
        if (node.type() == pugi::node_doctype && std::ranges::any_of(kKinds, isAbout))
            return Message{kDocumentType, {}};
    }
    const pugi::xml_node root = document.document_element();
    const auto* kind = std::ranges::find_if(kKinds, [&](const XmlKind& each) {
        return localName(root.name()) == each.root && isAbout(each);
    });
    if (kind == std::end(kKinds))
        return std::nullopt;
    return DocumentReader(*kind).read(root);
}

} // namespace twelvefold::exchange
