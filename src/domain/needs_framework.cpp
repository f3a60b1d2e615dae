// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/needs_framework.h"

#include <cmath>
#include <set>

namespace twelvefold::domain {
namespace {

constexpr MessageKind kNoKey{"framework-no-key",
                             TWELVEFOLD_TEXT("Message", "The framework has no key or title.")};
constexpr MessageKind kVersion{
    "framework-version",
    TWELVEFOLD_TEXT("Message", "The framework's version is %1: it must be 1 or more.")};
constexpr MessageKind kLevelCount{
    "framework-levels",
    TWELVEFOLD_TEXT("Message", "The framework has %1 levels: it needs two to ten.")};
constexpr MessageKind kDomainCount{
    "framework-domains",
    TWELVEFOLD_TEXT("Message", "The framework has %1 need domains: it needs one to forty.")};
constexpr MessageKind kBadCode{
    "framework-code",
    TWELVEFOLD_TEXT("Message",
                    "“%1” is not a code: use lower case letters, figures and underscores.")};
constexpr MessageKind kRepeatedCode{"framework-repeated-code",
                                    TWELVEFOLD_TEXT("Message", "The code “%1” is used twice.")};
constexpr MessageKind kNoTitle{"framework-no-title",
                               TWELVEFOLD_TEXT("Message", "“%1” has no title.")};
constexpr MessageKind kWeight{
    "framework-weight", TWELVEFOLD_TEXT("Message", "“%1” has the weight %2: it must be above 0.")};
constexpr MessageKind kDescriptors{
    "framework-descriptors",
    TWELVEFOLD_TEXT("Message", "“%1” has %2 descriptors: it needs one for each of the %3 levels.")};
constexpr MessageKind kEmptyDescriptor{
    "framework-empty-descriptor",
    TWELVEFOLD_TEXT("Message", "“%1” has an empty descriptor for level %2.")};
constexpr MessageKind kBands{
    "framework-bands",
    TWELVEFOLD_TEXT("Message", "The band “%1” leaves a gap or an overlap: bands must follow one "
                               "another from 0 to %2.")};

bool isCode(const std::string& text)
{
    return !text.empty() &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

std::int64_t count(std::size_t value)
{
    return static_cast<std::int64_t>(value);
}

std::optional<Message> faultInEntry(const std::string& code, const std::string& title,
                                    const std::vector<std::string>& descriptors, std::size_t levels,
                                    std::set<std::string>& seen)
{
    if (!isCode(code))
        return Message{kBadCode, {code}};
    if (!seen.insert(code).second)
        return Message{kRepeatedCode, {code}};
    if (title.empty())
        return Message{kNoTitle, {code}};
    if (descriptors.size() != levels)
        return Message{kDescriptors, {code, count(descriptors.size()), count(levels)}};
    for (std::size_t level = 0; level < levels; ++level) {
        if (descriptors[level].empty())
            return Message{kEmptyDescriptor, {code, count(level)}};
    }
    return std::nullopt;
}

std::optional<Message> faultInBands(const std::vector<Band>& bands, double highest)
{
    double expected = 0;
    for (const Band& band : bands) {
        if (band.from != expected || band.to < band.from)
            return Message{kBands, {band.title, highest}};
        expected = band.to + 1;
    }
    if (!bands.empty() && bands.back().to != highest)
        return Message{kBands, {bands.back().title, highest}};
    return std::nullopt;
}

} // namespace

Result<NeedsFramework> NeedsFramework::make(Parts parts)
{
    if (!isCode(parts.key) || parts.title.empty())
        return Message{kNoKey, {}};
    if (parts.version < 1)
        return Message{kVersion, {std::int64_t{parts.version}}};
    const std::size_t levels = parts.levelNames.size();
    if (levels < 2 || levels > 10)
        return Message{kLevelCount, {count(levels)}};
    if (parts.domains.empty() || parts.domains.size() > 40)
        return Message{kDomainCount, {count(parts.domains.size())}};

    std::set<std::string> seen;
    for (const NeedDomain& entry : parts.domains) {
        if (auto fault = faultInEntry(entry.code, entry.title, entry.descriptors, levels, seen))
            return *fault;
        if (!(entry.weight > 0) || !std::isfinite(entry.weight))
            return Message{kWeight, {entry.code, entry.weight}};
    }
    for (const Strength& entry : parts.strengths) {
        if (auto fault = faultInEntry(entry.code, entry.title, entry.descriptors,
                                      parts.strengthLevelNames.size(), seen))
            return *fault;
    }

    NeedsFramework framework(std::move(parts));
    if (auto fault = faultInBands(framework.bands(), framework.highestTotal()))
        return *fault;
    return framework;
}

double NeedsFramework::highestTotal() const
{
    double total = 0;
    for (const NeedDomain& entry : m_parts.domains)
        total += entry.weight * highestLevel();
    return total;
}

std::optional<Level> NeedsFramework::level(int value) const
{
    if (value < 0 || value > highestLevel())
        return std::nullopt;
    return Level(value);
}

std::optional<std::size_t> NeedsFramework::domainIndex(std::string_view code) const
{
    for (std::size_t i = 0; i < m_parts.domains.size(); ++i) {
        if (m_parts.domains[i].code == code)
            return i;
    }
    return std::nullopt;
}

std::optional<double> NeedsFramework::total(const std::vector<std::optional<Level>>& levels) const
{
    if (levels.size() != m_parts.domains.size())
        return std::nullopt;
    double total = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (!levels[i])
            return std::nullopt;
        total += m_parts.domains[i].weight * levels[i]->value();
    }
    return total;
}

std::optional<std::size_t> NeedsFramework::bandOf(double total) const
{
    // With fractional weights a total can fall between two bands' whole-number ends: it belongs to
    // the band below until the next one starts.
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_parts.bands.size(); ++i) {
        if (total >= m_parts.bands[i].from)
            found = i;
    }
    return found;
}

} // namespace twelvefold::domain
