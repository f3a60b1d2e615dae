// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/framework_file.h"

#include "embedded/framework_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace twelvefold::exchange {
namespace {

using namespace domain;
using nlohmann::ordered_json;

constexpr MessageKind kNotJson{
    "framework-not-json",
    TWELVEFOLD_TEXT("Message", "This is not a JSON file: it stops making sense at character %1.")};
constexpr MessageKind kNotAFramework{
    "framework-wrong-format",
    TWELVEFOLD_TEXT("Message", "This is not a needs framework: “format” must be “%1”.")};
constexpr MessageKind kMissing{
    "framework-missing", TWELVEFOLD_TEXT("Message", "At %1: this is missing from the framework.")};
constexpr MessageKind kUnknown{
    "framework-unknown",
    TWELVEFOLD_TEXT("Message", "At %1: a framework has nothing of this name. Check its spelling.")};
constexpr MessageKind kNotText{"framework-not-text",
                               TWELVEFOLD_TEXT("Message", "At %1: text is wanted here.")};
constexpr MessageKind kEmptyText{"framework-empty-text",
                                 TWELVEFOLD_TEXT("Message", "At %1: the text is empty.")};
constexpr MessageKind kNotNumber{"framework-not-number",
                                 TWELVEFOLD_TEXT("Message", "At %1: a number is wanted here.")};
constexpr MessageKind kNotList{"framework-not-list",
                               TWELVEFOLD_TEXT("Message", "At %1: a list is wanted here.")};
constexpr MessageKind kNotObject{
    "framework-not-object",
    TWELVEFOLD_TEXT("Message", "At %1: a group of names and values in braces is wanted here.")};
constexpr MessageKind kListLength{
    "framework-list-length",
    TWELVEFOLD_TEXT("Message", "At %1: there are %2 descriptors, and %3 levels to describe.")};

constexpr MessageKind kMark{
    "framework-mark",
    TWELVEFOLD_TEXT("Message", "At %1: this is no mark of a domain. One of: %2.")};

constexpr const char* kFormat = "twelvefold-framework";

// Walks the JSON, naming where it is. The first fault ends the walk: it is thrown to the door below
// and never leaves this file.
struct Fault
{
    Message message;
};

class Place
{
public:
    Place(const ordered_json& json, std::string path) : m_json(json), m_path(std::move(path)) {}

    [[noreturn]] void fail(const MessageKind& kind) const { throw Fault{{kind, {m_path}}}; }
    [[noreturn]] void fail(const MessageKind& kind, std::string what) const
    {
        throw Fault{{kind, {m_path, std::move(what)}}};
    }
    [[noreturn]] void fail(const MessageKind& kind, std::size_t a, std::size_t b) const
    {
        throw Fault{{kind, {m_path, static_cast<std::int64_t>(a), static_cast<std::int64_t>(b)}}};
    }

    void onlyHas(std::initializer_list<std::string_view> names) const
    {
        if (!m_json.is_object())
            fail(kNotObject);
        for (const auto& item : m_json.items()) {
            if (std::ranges::find(names, item.key()) == names.end())
                Place(item.value(), inner(item.key())).fail(kUnknown);
        }
    }
    bool has(const char* name) const { return m_json.contains(name); }
    Place at(const char* name) const
    {
        const auto found = m_json.find(name);
        if (found == m_json.end())
            Place(m_json, inner(name)).fail(kMissing);
        return {*found, inner(name)};
    }
    std::vector<Place> list() const
    {
        if (!m_json.is_array())
            fail(kNotList);
        std::vector<Place> entries;
        for (std::size_t i = 0; i < m_json.size(); ++i)
            entries.emplace_back(m_json[i], m_path + "[" + std::to_string(i) + "]");
        return entries;
    }
    std::string text() const
    {
        if (!m_json.is_string())
            fail(kNotText);
        auto text = m_json.get<std::string>();
        if (text.find_first_not_of(" \t\r\n") == std::string::npos)
            fail(kEmptyText);
        return text;
    }
    std::vector<std::string> texts() const
    {
        std::vector<std::string> found;
        for (const Place& entry : list())
            found.push_back(entry.text());
        return found;
    }
    double number() const
    {
        if (!m_json.is_number())
            fail(kNotNumber);
        return m_json.get<double>();
    }
    int wholeNumber() const
    {
        if (!m_json.is_number_integer() || m_json.get<double>() < 0 || m_json.get<double>() > 1e6)
            fail(kNotNumber);
        return m_json.get<int>();
    }

private:
    std::string inner(const std::string& name) const
    {
        return m_path.empty() ? name : m_path + "." + name;
    }

    const ordered_json& m_json;
    std::string m_path;
};

std::vector<std::string> descriptors(const Place& place, std::size_t wanted)
{
    std::vector<std::string> texts = place.texts();
    if (texts.size() != wanted)
        place.fail(kListLength, texts.size(), wanted);
    return texts;
}

DomainMark mark(const Place& place)
{
    if (const auto found = fromToken<DomainMark>(place.text()))
        return *found;
    std::string choices;
    for (const Named<DomainMark>& each : allOf<DomainMark>())
        choices += (choices.empty() ? "" : ", ") + std::string(each.token);
    place.fail(kMark, choices);
}

NeedDomain needDomain(const Place& place, std::size_t levels)
{
    place.onlyHas({"code", "title", "prompt", "mark", "weight", "levels"});
    return {place.at("code").text(),
            place.at("title").text(),
            place.at("prompt").text(),
            place.has("weight") ? place.at("weight").number() : 1.0,
            descriptors(place.at("levels"), levels),
            place.has("mark") ? std::optional(mark(place.at("mark"))) : std::nullopt};
}

Strength strength(const Place& place, std::size_t levels)
{
    place.onlyHas({"code", "title", "levels"});
    return {place.at("code").text(), place.at("title").text(),
            descriptors(place.at("levels"), levels)};
}

Band band(const Place& place)
{
    place.onlyHas({"code", "title", "from", "to"});
    return {place.at("code").text(), place.at("title").text(), place.at("from").number(),
            place.at("to").number()};
}

NeedsFramework::Parts partsFrom(const Place& file)
{
    file.onlyHas({"format", "key", "version", "title", "levels", "domains", "strengthLevels",
                  "strengths", "bands"});
    NeedsFramework::Parts parts;
    parts.key = file.at("key").text();
    parts.version = file.at("version").wholeNumber();
    parts.title = file.at("title").text();
    parts.levelNames = file.at("levels").texts();
    for (const Place& entry : file.at("domains").list())
        parts.domains.push_back(needDomain(entry, parts.levelNames.size()));
    if (file.has("strengths")) {
        parts.strengthLevelNames = file.at("strengthLevels").texts();
        for (const Place& entry : file.at("strengths").list())
            parts.strengths.push_back(strength(entry, parts.strengthLevelNames.size()));
    }
    if (file.has("bands")) {
        for (const Place& entry : file.at("bands").list())
            parts.bands.push_back(band(entry));
    }
    return parts;
}

} // namespace

Result<NeedsFramework> readFramework(std::string_view text)
{
    ordered_json json;
    try {
        json = ordered_json::parse(text);
    } catch (const ordered_json::parse_error& error) {
        return Message{kNotJson, {static_cast<std::int64_t>(error.byte)}};
    }
    if (!json.is_object() || json.value("format", ordered_json()) != kFormat)
        return Message{kNotAFramework, {std::string(kFormat)}};
    try {
        return NeedsFramework::make(partsFrom(Place(json, {})));
    } catch (const Fault& fault) {
        return fault.message;
    }
}

std::string writeFramework(const NeedsFramework& framework)
{
    ordered_json json{{"format", kFormat},
                      {"key", framework.key()},
                      {"version", framework.version()},
                      {"title", framework.title()},
                      {"levels", framework.levelNames()},
                      {"domains", ordered_json::array()},
                      {"strengthLevels", framework.strengthLevelNames()},
                      {"strengths", ordered_json::array()},
                      {"bands", ordered_json::array()}};
    for (const NeedDomain& entry : framework.domains()) {
        ordered_json& domain = json["domains"].emplace_back(
            ordered_json{{"code", entry.code}, {"title", entry.title}, {"prompt", entry.prompt}});
        if (entry.mark)
            domain["mark"] = token(*entry.mark);
        domain["weight"] = entry.weight;
        domain["levels"] = entry.descriptors;
    }
    for (const Strength& entry : framework.strengths()) {
        json["strengths"].push_back(
            {{"code", entry.code}, {"title", entry.title}, {"levels", entry.descriptors}});
    }
    for (const Band& entry : framework.bands()) {
        json["bands"].push_back(
            {{"code", entry.code}, {"title", entry.title}, {"from", entry.from}, {"to", entry.to}});
    }
    return json.dump(2) + "\n";
}

const NeedsFramework& builtInFramework()
{
    static const NeedsFramework framework = [] {
        auto read = readFramework(framework_files().front().text);
        if (!read)
            throw std::logic_error("twelvefold-1.json: " + plainEnglish(read.failure()));
        return *std::move(read);
    }();
    return framework;
}

} // namespace twelvefold::exchange
