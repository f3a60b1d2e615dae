// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/message_text.h"

#include <charconv>
#include <mutex>
#include <optional>
#include <set>

namespace twelvefold::store {
namespace {

using namespace twelvefold::domain;

// The texts of a message kind live as long as the program, and there are few different ones.
const char* kept(std::string_view text)
{
    static std::mutex mutex;
    static std::set<std::string, std::less<>> texts;
    const std::lock_guard lock(mutex);
    const auto found = texts.find(text);
    return (found != texts.end() ? *found : *texts.emplace(text).first).c_str();
}

struct Encoded
{
    char type;
    std::string value;
};

std::string shortest(double value)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

struct Encode
{
    Encoded operator()(std::int64_t value) const { return {'i', std::to_string(value)}; }
    Encoded operator()(double value) const { return {'r', shortest(value)}; }
    Encoded operator()(const std::string& value) const { return {'s', value}; }
    Encoded operator()(Date value) const { return {'d', value.iso()}; }
    Encoded operator()(Pence value) const { return {'p', std::to_string(value.value)}; }
    Encoded operator()(AboutPounds value) const { return {'a', shortest(value.value)}; }
    Encoded operator()(Word value) const { return {'w', value.english}; }
};

template<class Number>
std::optional<Number> number(std::string_view text)
{
    Number value{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole ? std::optional(value) : std::nullopt;
}

std::optional<Argument> decoded(char type, std::string_view value)
{
    switch (type) {
    case 'i':
        if (const auto whole = number<std::int64_t>(value))
            return *whole;
        break;
    case 'r':
        if (const auto real = number<double>(value))
            return *real;
        break;
    case 's':
        return std::string(value);
    case 'd':
        if (const auto day = Date::fromIso(value))
            return *day;
        break;
    case 'p':
        if (const auto pence = number<std::int64_t>(value))
            return Pence{*pence};
        break;
    case 'a':
        if (const auto pounds = number<double>(value))
            return AboutPounds{*pounds};
        break;
    case 'w':
        return Word{kept(value)};
    default:
        break;
    }
    return std::nullopt;
}

} // namespace

std::string argumentsText(const Message& message)
{
    std::string text;
    for (const Argument& argument : message.arguments) {
        const Encoded encoded = std::visit(Encode{}, argument);
        text += encoded.type + std::to_string(encoded.value.size()) + ':' + encoded.value;
    }
    return text;
}

Message messageOf(std::string_view code, std::string_view english, std::string_view arguments)
{
    Message message{{kept(code), kept(english)}, {}};
    while (!arguments.empty()) {
        const auto colon = arguments.find(':');
        if (colon == std::string_view::npos)
            break;
        const auto length = number<std::size_t>(arguments.substr(1, colon - 1));
        if (!length || *length > arguments.size() - colon - 1)
            break;
        if (auto value = decoded(arguments[0], arguments.substr(colon + 1, *length)))
            message.arguments.push_back(std::move(*value));
        arguments.remove_prefix(colon + 1 + *length);
    }
    return message;
}

} // namespace twelvefold::store
