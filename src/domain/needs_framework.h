// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/result.h"
#include "domain/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twelvefold::domain {

class NeedsFramework;

// A level of one framework's domains: 0 is the least need. Constructible only through the framework
// that has it, so a level out of range cannot exist.
class Level
{
public:
    int value() const { return m_value; }
    auto operator<=>(const Level&) const = default;

private:
    friend class NeedsFramework;
    explicit Level(int value) : m_value(value) {}
    int m_value;
};

struct NeedDomain
{
    std::string code;    // lower case letters and underscores, unique in the framework
    std::string title;   // "Education and learning"
    std::string prompt;  // one sentence: what to think about when scoring it
    double weight = 1.0; // above 0
    std::vector<std::string> descriptors; // one a level, lowest first: what one can observe
    std::optional<DomainMark> mark = {};  // absent: findings that ask for one pass it over
};

struct Strength
{
    std::string code;
    std::string title;
    std::vector<std::string> descriptors; // levels 0 (not yet) to 3 (a pillar), lowest first
};

// A named range of the need total, both ends included.
struct Band
{
    std::string code;
    std::string title;
    double from = 0;
    double to = 0;
};

// A versioned list of need domains with ordered levels, weights and bands. Data, not code; a
// published version never changes.
class NeedsFramework
{
public:
    struct Parts
    {
        std::string key; // stays the same through all versions
        int version = 1;
        std::string title;
        std::vector<std::string> levelNames; // what each level asks for, lowest first
        std::vector<NeedDomain> domains;     // at least one, at most 40
        std::vector<std::string> strengthLevelNames;
        std::vector<Strength> strengths;
        std::vector<Band> bands; // in order, without gaps or overlaps, from 0 to the highest total
    };

    // Refuses parts that contradict themselves: the message names the place.
    static Result<NeedsFramework> make(Parts parts);

    const std::string& key() const { return m_parts.key; }
    int version() const { return m_parts.version; }
    const std::string& title() const { return m_parts.title; }
    const std::vector<std::string>& levelNames() const { return m_parts.levelNames; }
    const std::vector<NeedDomain>& domains() const { return m_parts.domains; }
    const std::vector<std::string>& strengthLevelNames() const
    {
        return m_parts.strengthLevelNames;
    }
    const std::vector<Strength>& strengths() const { return m_parts.strengths; }
    const std::vector<Band>& bands() const { return m_parts.bands; }

    std::size_t domainCount() const { return m_parts.domains.size(); }
    int highestLevel() const
    {
        return static_cast<int>(m_parts.levelNames.size()) - 1;
    }                            // at most 9
    double highestTotal() const; // the weights times the highest level, summed

    std::optional<Level> level(int value) const;
    std::optional<std::size_t> domainIndex(std::string_view code) const;

    // The weighted sum of levels, one a domain in the framework's order; nothing if any is missing.
    std::optional<double> total(const std::vector<std::optional<Level>>& levels) const;
    // Which band a total is in: an index into bands().
    std::optional<std::size_t> bandOf(double total) const;

private:
    explicit NeedsFramework(Parts parts) : m_parts(std::move(parts)) {}
    Parts m_parts;
};

} // namespace twelvefold::domain
