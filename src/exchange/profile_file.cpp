// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/profile.h"

#include <nlohmann/json.hpp>

#include <algorithm>

// A profile as JSON: docs/formats.md.
namespace twelvefold::exchange {
namespace {

using nlohmann::ordered_json;

constexpr MessageKind kNotProfileJson{
    "profile-not-json",
    TWELVEFOLD_TEXT("Message", "This is not a JSON file: it stops making sense at character %1.")};
constexpr MessageKind kNotAProfile{
    "profile-wrong-format",
    TWELVEFOLD_TEXT("Message", "This is not a profile: “format” must be “%1”.")};
constexpr MessageKind kLaterProfile{
    "profile-later-version",
    TWELVEFOLD_TEXT("Message", "This profile has another form (“version” is not %1), which this "
                               "version of Twelvefold does not read.")};
constexpr MessageKind kProfileUnknown{
    "profile-unknown",
    TWELVEFOLD_TEXT("Message", "At %1: a profile has nothing of this name. Check its spelling.")};
constexpr MessageKind kProfileShape{"profile-shape",
                                    TWELVEFOLD_TEXT("Message", "At %1: %2 is wanted here.")};

constexpr const char* kProfileFormat = "twelvefold-profile";
constexpr std::int64_t kProfileVersion = 1;
constexpr std::size_t kMostInList = 500; // of columns, of words

constexpr Word kText{TWELVEFOLD_TEXT("Word", "a text")};
constexpr Word kTextOrList{TWELVEFOLD_TEXT("Word", "a text or a list of texts")};
constexpr Word kGroup{TWELVEFOLD_TEXT("Word", "a group of names and values in braces")};
constexpr Word kList{TWELVEFOLD_TEXT("Word", "a list")};
constexpr Word kNumber{TWELVEFOLD_TEXT("Word", "a number")};
constexpr Word kYesOrNo{TWELVEFOLD_TEXT("Word", "true or false")};

// The first fault ends the walk; it never leaves this file.
struct ProfileFault
{
    Message message;
};

[[noreturn]] void failAt(const std::string& path, Word wanted)
{
    throw ProfileFault{{kProfileShape, {path, wanted}}};
}

std::string textAt(const ordered_json& json, const std::string& path)
{
    if (!json.is_string())
        failAt(path, kText);
    return json.get<std::string>();
}

std::vector<std::string> textsAt(const ordered_json& json, const std::string& path)
{
    if (json.is_string())
        return {json.get<std::string>()};
    if (!json.is_array() || json.size() > kMostInList)
        failAt(path, kTextOrList);
    std::vector<std::string> texts;
    for (const ordered_json& entry : json)
        texts.push_back(textAt(entry, path));
    return texts;
}

bool flagAt(const ordered_json& json, const std::string& path)
{
    if (!json.is_boolean())
        failAt(path, kYesOrNo);
    return json.get<bool>();
}

double numberAt(const ordered_json& json, const std::string& path)
{
    if (!json.is_number())
        failAt(path, kNumber);
    return json.get<double>();
}

// Gives each member of a group to whom its name belongs to; one that nobody takes is a fault.
template<class Take>
void eachMember(const ordered_json& json, const std::string& path, const Take& take)
{
    if (!json.is_object())
        failAt(path.empty() ? "{" : path, kGroup);
    for (const auto& item : json.items()) {
        const std::string inner = path.empty() ? item.key() : path + "." + item.key();
        if (!take(item.key(), item.value(), inner))
            throw ProfileFault{{kProfileUnknown, {inner}}};
    }
}

ProfileField fieldAt(const std::string& token, const ordered_json& json, const std::string& path)
{
    ProfileField field{token, {}, {}, {}};
    if (json.is_string()) { // a value of every row
        field.value = json.get<std::string>();
        return field;
    }
    eachMember(json, path, [&](const std::string& name, const ordered_json& value, auto& inner) {
        if (name == "column")
            field.columns = textsAt(value, inner);
        else if (name == "value")
            field.value = textAt(value, inner);
        else if (name == "words")
            eachMember(value, inner, [&](const auto& cell, const auto& meaning, auto& within) {
                field.words.emplace_back(cell, textAt(meaning, within));
                return field.words.size() <= kMostInList;
            });
        else
            return false;
        return true;
    });
    return field;
}

ProfileValue valueAt(const ordered_json& json, const std::string& path)
{
    ProfileValue value;
    eachMember(json, path, [&](const std::string& name, const ordered_json& said, auto& inner) {
        if (name == "column")
            value.columns = textsAt(said, inner);
        else if (name == "component")
            value.component = textAt(said, inner);
        else if (name == "funder")
            value.funder = textAt(said, inner);
        else if (name == "per")
            value.per = textAt(said, inner);
        else if (name == "measure" || name == "need")
            value.measure = textAt(said, inner);
        else if (name == "share")
            value.share = flagAt(said, inner);
        else
            return false;
        return true;
    });
    return value;
}

void takeAnswers(Profile& profile, const ordered_json& json, const std::string& path)
{
    eachMember(json, path, [&](const std::string& name, const ordered_json& said, auto& inner) {
        if (name == "return_year") {
            profile.returnYear = static_cast<int>(std::clamp(numberAt(said, inner), 0.0, 9999.0));
            return true;
        }
        for (const QuestionKind kind : kQuestionsOfTables) {
            if (name != token(kind))
                continue;
            const std::string given = textAt(said, inner);
            profile.answers.give(kind, given);
            if (profile.answers.given(kind) != given)
                throw ProfileFault{{kProfileUnknown, {inner + "." + given}}};
            return true;
        }
        return false;
    });
}

bool takeMember(Profile& profile, const std::string& name, const ordered_json& json,
                const std::string& path)
{
    if (name == "format")
        return true;
    if (name == "version") {
        if (json != kProfileVersion)
            throw ProfileFault{{kLaterProfile, {kProfileVersion}}};
    } else if (name == "name") {
        profile.name = textAt(json, path);
    } else if (name == "makes") {
        const std::string makes = textAt(json, path);
        const auto known = std::ranges::find(allProfileMakes(), std::string_view(makes),
                                             &Named<ProfileMakes>::token);
        if (known == allProfileMakes().end())
            throw ProfileFault{{kProfileUnknown, {path + "." + makes}}};
        profile.makes = known->value;
    } else if (name == "recognised_by") {
        if (!json.is_array() || json.size() > kMostInList)
            failAt(path, kList);
        for (const ordered_json& entry : json)
            profile.recognisedBy.push_back(textsAt(entry, path));
    } else if (name == "fields") {
        eachMember(json, path, [&](const auto& token, const auto& field, auto& inner) {
            if (findProfileField(token) == nullptr)
                return false;
            profile.fields.push_back(fieldAt(token, field, inner));
            return true;
        });
    } else if (name == "values") {
        if (!json.is_array() || json.size() > kMostInList)
            failAt(path, kList);
        for (std::size_t i = 0; i < json.size(); ++i)
            profile.values.push_back(valueAt(json[i], path + "[" + std::to_string(i) + "]"));
    } else if (name == "total") {
        profile.total = textsAt(json, path);
    } else if (name == "vat") {
        profile.vat = numberAt(json, path);
    } else if (name == "several_children") {
        profile.severalChildren = flagAt(json, path);
    } else if (name == "shared_by") {
        profile.sharedBy = textsAt(json, path);
    } else if (name == "answers") {
        takeAnswers(profile, json, path);
    } else {
        return false;
    }
    return true;
}

ordered_json textsJson(const std::vector<std::string>& texts)
{
    return texts.size() == 1 ? ordered_json(texts.front()) : ordered_json(texts);
}

ordered_json fieldJson(const ProfileField& field)
{
    if (field.columns.empty())
        return field.value;
    ordered_json json{{"column", textsJson(field.columns)}};
    if (!field.value.empty())
        json["value"] = field.value;
    for (const auto& [cell, meaning] : field.words)
        json["words"][cell] = meaning;
    return json;
}

ordered_json valueJson(const ProfileValue& value, ProfileMakes makes)
{
    ordered_json json{{"column", textsJson(value.columns)}};
    for (const auto& [name, word] :
         {std::pair("component", &value.component), std::pair("funder", &value.funder),
          std::pair("per", &value.per),
          std::pair(makes == ProfileMakes::assessments ? "need" : "measure", &value.measure)}) {
        if (!word->empty())
            json[name] = *word;
    }
    if (value.share)
        json["share"] = true;
    return json;
}

ordered_json answersJson(const Profile& profile)
{
    ordered_json json = ordered_json::object();
    for (const QuestionKind kind : kQuestionsOfTables) {
        if (const std::string given = profile.answers.given(kind); !given.empty())
            json[token(kind)] = given;
    }
    if (profile.returnYear)
        json["return_year"] = *profile.returnYear;
    return json;
}

} // namespace

Result<Profile> readProfile(std::string_view text)
{
    try {
        const auto json = ordered_json::parse(text);
        if (!json.is_object() || json.value("format", ordered_json()) != kProfileFormat)
            return Message{kNotAProfile, {std::string(kProfileFormat)}};
        Profile profile;
        eachMember(json, "", [&](const auto& name, const auto& value, auto& path) {
            return takeMember(profile, name, value, path);
        });
        if (auto fault = faultIn(profile))
            return *std::move(fault);
        return profile;
    } catch (const ordered_json::parse_error& error) {
        return Message{kNotProfileJson, {static_cast<std::int64_t>(error.byte)}};
    } catch (const ProfileFault& fault) {
        return fault.message;
    }
}

std::string writeProfile(const Profile& profile)
{
    ordered_json json{{"format", kProfileFormat},
                      {"version", kProfileVersion},
                      {"name", profile.name},
                      {"makes", token(profile.makes)}};
    for (const auto& headings : profile.recognisedBy)
        json["recognised_by"].push_back(textsJson(headings));
    for (const ProfileField& field : profile.fields)
        json["fields"][field.field] = fieldJson(field);
    for (const ProfileValue& value : profile.values)
        json["values"].push_back(valueJson(value, profile.makes));
    if (!profile.total.empty())
        json["total"] = textsJson(profile.total);
    if (profile.vat)
        json["vat"] = *profile.vat;
    if (profile.severalChildren)
        json["several_children"] = true;
    if (!profile.sharedBy.empty())
        json["shared_by"] = textsJson(profile.sharedBy);
    if (const ordered_json answers = answersJson(profile); !answers.empty())
        json["answers"] = answers;
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

} // namespace twelvefold::exchange
