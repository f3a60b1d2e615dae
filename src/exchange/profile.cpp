// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile.h"

#include "domain/free_text.h"
#include "domain/records.h"
#include "exchange/profile_table.h"
#include "exchange/profile_words.h"
#include "exchange/recognise.h"

#include "embedded/profile_files.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNoName{
    "profile-no-name",
    TWELVEFOLD_TEXT("Message", "The profile has no name of up to 80 letters in one line.")};
constexpr MessageKind kNoColumn{
    "profile-no-column",
    TWELVEFOLD_TEXT("Message", "Which column says this is missing from the profile: %1.")};
constexpr MessageKind kNoAmount{
    "profile-no-amount",
    TWELVEFOLD_TEXT("Message", "The profile names no column of amounts or values.")};
constexpr MessageKind kNoTotal{
    "profile-share-without-total",
    TWELVEFOLD_TEXT("Message", "The column %1 is a share, and no column is the total that it is a "
                               "share of.")};
constexpr MessageKind kNotOfMeasures{
    "profile-field-of-others",
    TWELVEFOLD_TEXT("Message", "“%1” is nothing that %2 have, and these are what the profile "
                               "makes.")};
constexpr MessageKind kUnknownWord{"profile-word-unknown",
                                   TWELVEFOLD_TEXT("Message", "“%1” is no %2. There are: %3.")};
constexpr MessageKind kNoNeed{
    "profile-no-need",
    TWELVEFOLD_TEXT("Message", "Of which need the column %1 has the level, the profile does not "
                               "say.")};
constexpr MessageKind kNeedTwice{
    "profile-need-twice",
    TWELVEFOLD_TEXT("Message", "Two columns are to have the level of the need %1: one can.")};
constexpr MessageKind kNotIso{
    "profile-day-unknown",
    TWELVEFOLD_TEXT("Message", "“%1” is not a day written like 2026-03-31.")};
constexpr MessageKind kTwice{
    "profile-column-twice",
    TWELVEFOLD_TEXT("Message", "The column %1 is to say two things: it can say one.")};
constexpr MessageKind kVatRange{
    "profile-vat-range",
    TWELVEFOLD_TEXT("Message", "VAT must be a rate above 0 and up to 100 per cent.")};

constexpr std::size_t kLongestName = 80;

// What must be said of every row, by a column or by the profile.
bool isSaid(const Profile& profile, std::string_view field)
{
    const ProfileField* said = profile.field(field);
    return said != nullptr && (!said->columns.empty() || !said->value.empty());
}

std::optional<Message> unknownWord(std::string_view field, const std::string& word)
{
    if (word.empty() || !hasWords(field) || isWordOf(field, word))
        return std::nullopt;
    return Message{kUnknownWord, {word, findProfileField(field)->words, wordsOf(field)}};
}

std::optional<Message> faultInField(const Profile& profile, const ProfileField& field)
{
    const ProfileFieldKind* kind = findProfileField(field.field);
    if (!isOf(*kind, profile.makes))
        return Message{kNotOfMeasures, {field.field, word(profile.makes)}};
    if (kind->type == ColumnType::date && !field.value.empty() && !Date::fromIso(field.value))
        return Message{kNotIso, {field.value}};
    if (auto fault = unknownWord(field.field, field.value))
        return fault;
    for (const auto& [cell, meaning] : field.words) {
        if (auto fault = unknownWord(field.field, meaning))
            return fault;
    }
    return std::nullopt;
}

std::optional<Message> faultInValue(const Profile& profile, const ProfileValue& value)
{
    if (value.columns.empty())
        return Message{kNoAmount, {}};
    if (value.share && profile.total.empty())
        return Message{kNoTotal, {value.columns.front()}};
    for (const auto& [field, word] :
         {std::pair("component", &value.component), std::pair("funder", &value.funder),
          std::pair("per", &value.per)}) {
        if (auto fault = unknownWord(field, *word))
            return fault;
    }
    if (profile.makes == ProfileMakes::measures && findOutcomeMeasure(value.measure) == nullptr) {
        std::string all;
        for (const OutcomeMeasure& measure : outcomeMeasures())
            all += (all.empty() ? "" : ", ") + std::string(measure.code);
        return Message{kUnknownWord,
                       {value.measure, Word{TWELVEFOLD_TEXT("Word", "outcome measure")}, all}};
    }
    if (profile.makes == ProfileMakes::assessments && value.measure.empty())
        return Message{kNoNeed, {value.columns.front()}};
    return std::nullopt;
}

std::optional<Message> columnTwice(const Profile& profile)
{
    std::map<std::string, const void*> uses; // by whom: others that will do may be written alike
    const auto use = [&uses](const std::vector<std::string>& columns) -> const std::string* {
        for (const std::string& column : columns) {
            if (uses.emplace(tidiedHeading(column), &columns).first->second != &columns)
                return &column;
        }
        return nullptr;
    };
    const std::string* twice = use(profile.total);
    for (const ProfileField& field : profile.fields)
        twice = twice != nullptr ? twice : use(field.columns);
    for (const ProfileValue& value : profile.values)
        twice = twice != nullptr ? twice : use(value.columns);
    return twice != nullptr ? std::optional(Message{kTwice, {*twice}}) : std::nullopt;
}

std::optional<Message> needTwice(const Profile& profile)
{
    std::set<std::string> needs;
    if (profile.makes != ProfileMakes::assessments)
        return std::nullopt;
    for (const ProfileValue& value : profile.values) {
        if (!needs.insert(value.measure).second)
            return Message{kNeedTwice, {value.measure}};
    }
    return std::nullopt;
}

// What a row of costs cannot do without.
std::optional<Message> faultInCosts(const Profile& profile)
{
    if (profile.values.empty() && profile.total.empty())
        return Message{kNoAmount, {}};
    const auto lacks = [&profile](std::string_view field, std::string ProfileValue::*own) {
        if (isSaid(profile, field))
            return false;
        return profile.values.empty() ||
               std::ranges::any_of(profile.values, [own](const ProfileValue& value) {
                   return (value.*own).empty();
               });
    };
    for (const auto& [field, own] :
         {std::pair("component", &ProfileValue::component), std::pair("per", &ProfileValue::per)}) {
        if (lacks(field, own))
            return Message{kNoColumn, {findProfileField(field)->words}};
    }
    if (!isSaid(profile, "start") && !isYearToDate(profile))
        return Message{kNoColumn, {findProfileField("start")->words}};
    if (profile.vat && !(*profile.vat > 0 && *profile.vat <= 100))
        return Message{kVatRange, {}};
    return std::nullopt;
}

Profile sound(const ready::File& file)
{
    auto profile = readProfile(file.text);
    if (!profile)
        throw std::logic_error(std::string(file.name) + ": " + plainEnglish(profile.failure()));
    return *std::move(profile);
}

} // namespace

const std::vector<Named<ProfileMakes>>& allProfileMakes()
{
    using enum ProfileMakes;
    static const std::vector<Named<ProfileMakes>> all{
        {costs, "costs", {TWELVEFOLD_TEXT("Word", "cost lines")}},
        {measures, "measures", {TWELVEFOLD_TEXT("Word", "values of outcome measures")}},
        {assessments, "assessments", {TWELVEFOLD_TEXT("Word", "assessments of need")}},
    };
    return all;
}

const char* token(ProfileMakes makes)
{
    return std::ranges::find(allProfileMakes(), makes, &Named<ProfileMakes>::value)->token;
}

Word word(ProfileMakes makes)
{
    return std::ranges::find(allProfileMakes(), makes, &Named<ProfileMakes>::value)->word;
}

bool isOf(const ProfileFieldKind& kind, ProfileMakes makes)
{
    return makes == ProfileMakes::costs
               ? kind.ofCosts
               : kind.ofDays || (kind.token == "author" && makes == ProfileMakes::assessments);
}

const std::vector<ProfileFieldKind>& profileFieldKinds()
{
    using enum ColumnType;
    static const std::vector<ProfileFieldKind> all{
        {"child", "CHILD_ID", {TWELVEFOLD_TEXT("Word", "child's identifier")}, childId, true, true},
        {"born", "DOB", {TWELVEFOLD_TEXT("Word", "child's date of birth")}, date, true, true},
        {"date", "ON_DAY", {TWELVEFOLD_TEXT("Word", "day of the value")}, date, false, true},
        {"author", "AUTHOR", {TWELVEFOLD_TEXT("Word", "who scored")}, text, false},
        {"start", "START", {TWELVEFOLD_TEXT("Word", "first day paid for")}, date},
        {"end", "END", {TWELVEFOLD_TEXT("Word", "day after the last")}, date},
        {"last_day", "LAST_DAY", {TWELVEFOLD_TEXT("Word", "last day paid for")}, date},
        {"up_to", "UP_TO", {TWELVEFOLD_TEXT("Word", "last day of the year to date")}, date},
        {"per", "PERIOD", {TWELVEFOLD_TEXT("Word", "what the amount is per")}, code},
        {"component", "COMPONENT", {TWELVEFOLD_TEXT("Word", "kind of cost")}},
        {"funder", "FUNDER", {TWELVEFOLD_TEXT("Word", "funder")}},
        {"provider", "PROVIDER", {TWELVEFOLD_TEXT("Word", "provider")}},
        {"urn", "URN", {TWELVEFOLD_TEXT("Word", "URN")}, urn},
        {"setting", "SETTING", {TWELVEFOLD_TEXT("Word", "setting")}},
        {"place", "PLACE", {TWELVEFOLD_TEXT("Word", "placement code")}, code},
        {"place_provider", "PLACE_PROVIDER", {TWELVEFOLD_TEXT("Word", "provider code")}, code},
        {"note", "NOTE", {TWELVEFOLD_TEXT("Word", "note")}},
    };
    return all;
}

const ProfileFieldKind* findProfileField(std::string_view token)
{
    const auto found = std::ranges::find(profileFieldKinds(), token, &ProfileFieldKind::token);
    return found == profileFieldKinds().end() ? nullptr : &*found;
}

const ProfileField* Profile::field(std::string_view token) const
{
    const auto found = std::ranges::find(fields, token, &ProfileField::field);
    return found == fields.end() ? nullptr : &*found;
}

std::optional<Message> faultIn(const Profile& profile)
{
    const bool isOneLine =
        !hasUnseen(profile.name) &&
        std::ranges::none_of(profile.name, [](unsigned char letter) { return letter < ' '; });
    if (trimmed(profile.name).empty() || profile.name.size() > kLongestName || !isOneLine)
        return Message{kNoName, {}};
    const ProfileField* child = profile.field("child");
    if (child == nullptr || child->columns.empty())
        return Message{kNoColumn, {findProfileField("child")->words}};
    for (const ProfileField& field : profile.fields) {
        if (auto fault = faultInField(profile, field))
            return fault;
    }
    for (const ProfileValue& value : profile.values) {
        if (auto fault = faultInValue(profile, value))
            return fault;
    }
    if (auto fault = columnTwice(profile))
        return fault;
    if (auto fault = needTwice(profile))
        return fault;
    if (profile.makes == ProfileMakes::costs)
        return faultInCosts(profile);
    if (profile.values.empty())
        return Message{kNoAmount, {}};
    if (!isSaid(profile, "date"))
        return Message{kNoColumn, {findProfileField("date")->words}};
    return std::nullopt;
}

const std::vector<Profile>& readyProfiles()
{
    static const std::vector<Profile> all = [] {
        std::vector<Profile> profiles;
        for (const ready::File& file : ready::profile_files())
            profiles.push_back(sound(file));
        return profiles;
    }();
    return all;
}

ProfileShelf::ProfileShelf()
{
    static const std::vector<std::shared_ptr<const ProfileTable>> ready = [] {
        std::vector<std::shared_ptr<const ProfileTable>> tables;
        for (const Profile& profile : readyProfiles())
            tables.push_back(std::make_shared<const ProfileTable>(profile));
        return tables;
    }();
    m_tables = ready;
}

const ProfileShelf& ProfileShelf::none()
{
    static const ProfileShelf empty = [] {
        ProfileShelf shelf;
        shelf.m_tables.clear();
        return shelf;
    }();
    return empty;
}

void ProfileShelf::put(const Profile& profile)
{
    m_tables.insert(m_tables.begin(), std::make_shared<const ProfileTable>(profile));
}

void ProfileShelf::ask(const Profile& profile)
{
    m_asked = std::make_shared<const ProfileTable>(profile);
}

} // namespace twelvefold::exchange
