// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/frameworks.h"

namespace twelvefold::store {
namespace {

void readLevels(Connection& connection, FrameworkId id, NeedsFramework::Parts& parts)
{
    Query needs(connection, "SELECT name FROM need_level WHERE framework = ? ORDER BY level");
    needs.with(id);
    while (needs.next())
        parts.levelNames.push_back(needs.text(0));
    Query strengths(connection,
                    "SELECT name FROM strength_level WHERE framework = ? ORDER BY level");
    strengths.with(id);
    while (strengths.next())
        parts.strengthLevelNames.push_back(strengths.text(0));
}

void readDomains(Connection& connection, FrameworkId id, NeedsFramework::Parts& parts)
{
    Query query(connection, "SELECT code, title, prompt, weight, mark FROM need_domain "
                            "WHERE framework = ? ORDER BY place");
    Query descriptors(connection, "SELECT text FROM need_descriptor "
                                  "WHERE framework = ? AND domain = ? ORDER BY level");
    query.with(id);
    while (query.next()) {
        NeedDomain domain{query.text(0),
                          query.text(1),
                          query.text(2),
                          query.real(3),
                          {},
                          query.optionalWord<DomainMark>(4)};
        descriptors.with(id, domain.code);
        while (descriptors.next())
            domain.descriptors.push_back(descriptors.text(0));
        descriptors.again();
        parts.domains.push_back(std::move(domain));
    }
}

void readStrengths(Connection& connection, FrameworkId id, NeedsFramework::Parts& parts)
{
    Query query(connection, "SELECT code, title FROM strength WHERE framework = ? ORDER BY place");
    Query descriptors(connection, "SELECT text FROM strength_descriptor "
                                  "WHERE framework = ? AND strength = ? ORDER BY level");
    query.with(id);
    while (query.next()) {
        Strength strength{query.text(0), query.text(1), {}};
        descriptors.with(id, strength.code);
        while (descriptors.next())
            strength.descriptors.push_back(descriptors.text(0));
        descriptors.again();
        parts.strengths.push_back(std::move(strength));
    }
}

void readBands(Connection& connection, FrameworkId id, NeedsFramework::Parts& parts)
{
    Query query(connection, "SELECT code, title, lowest, highest FROM band WHERE framework = ? "
                            "ORDER BY lowest");
    query.with(id);
    while (query.next())
        parts.bands.push_back({query.text(0), query.text(1), query.real(2), query.real(3)});
}

void writeDomain(Connection& connection, FrameworkId id, std::size_t place,
                 const NeedDomain& domain)
{
    Query(connection,
          "INSERT INTO need_domain (framework, code, place, title, prompt, weight, mark) "
          "VALUES (?,?,?,?,?,?,?)")
        .with(id, domain.code, place, domain.title, domain.prompt, domain.weight, domain.mark)
        .run();
    for (std::size_t level = 0; level < domain.descriptors.size(); ++level) {
        Query(connection,
              "INSERT INTO need_descriptor (framework, domain, level, text) VALUES (?,?,?,?)")
            .with(id, domain.code, level, domain.descriptors[level])
            .run();
    }
}

void writeStrength(Connection& connection, FrameworkId id, std::size_t place,
                   const Strength& strength)
{
    Query(connection, "INSERT INTO strength (framework, code, place, title) VALUES (?,?,?,?)")
        .with(id, strength.code, place, strength.title)
        .run();
    for (std::size_t level = 0; level < strength.descriptors.size(); ++level) {
        Query(connection,
              "INSERT INTO strength_descriptor (framework, strength, level, text) VALUES (?,?,?,?)")
            .with(id, strength.code, level, strength.descriptors[level])
            .run();
    }
}

} // namespace

std::shared_ptr<const NeedsFramework> FrameworkShelf::find(FrameworkId id)
{
    if (const auto known = m_known.find(id); known != m_known.end())
        return known->second;
    Query query(m_connection, "SELECT key, version, title FROM framework WHERE id = ?");
    if (!query.with(id).next())
        return nullptr;
    NeedsFramework::Parts parts;
    parts.key = query.text(0);
    parts.version = query.small(1);
    parts.title = query.text(2);
    readLevels(m_connection, id, parts);
    readDomains(m_connection, id, parts);
    readStrengths(m_connection, id, parts);
    readBands(m_connection, id, parts);
    auto made = NeedsFramework::make(std::move(parts));
    if (!made)
        throw SqlError(SQLITE_CORRUPT, plainEnglish(made.failure()));
    auto framework = std::make_shared<const NeedsFramework>(std::move(*made));
    m_known.emplace(id, framework);
    return framework;
}

std::vector<StoredFramework> FrameworkShelf::all()
{
    // The family that was added to last comes first, and its highest version before the others.
    Query query(m_connection,
                "SELECT id FROM framework f ORDER BY (SELECT max(id) FROM framework g "
                "WHERE g.key = f.key) DESC, version DESC");
    std::vector<StoredFramework> frameworks;
    while (query.next()) {
        const auto id = query.id<FrameworkId>(0);
        frameworks.push_back({id, find(id)});
    }
    return frameworks;
}

void writeFramework(Connection& connection, FrameworkId id, const NeedsFramework& framework)
{
    Query(connection, "INSERT INTO framework (id, key, version, title) VALUES (?,?,?,?)")
        .with(id, framework.key(), framework.version(), framework.title())
        .run();
    for (std::size_t level = 0; level < framework.levelNames().size(); ++level) {
        Query(connection, "INSERT INTO need_level (framework, level, name) VALUES (?,?,?)")
            .with(id, level, framework.levelNames()[level])
            .run();
    }
    for (std::size_t level = 0; level < framework.strengthLevelNames().size(); ++level) {
        Query(connection, "INSERT INTO strength_level (framework, level, name) VALUES (?,?,?)")
            .with(id, level, framework.strengthLevelNames()[level])
            .run();
    }
    for (std::size_t place = 0; place < framework.domainCount(); ++place)
        writeDomain(connection, id, place, framework.domains()[place]);
    for (std::size_t place = 0; place < framework.strengths().size(); ++place)
        writeStrength(connection, id, place, framework.strengths()[place]);
    for (const Band& band : framework.bands()) {
        Query(connection,
              "INSERT INTO band (framework, code, title, lowest, highest) VALUES (?,?,?,?,?)")
            .with(id, band.code, band.title, band.from, band.to)
            .run();
    }
}

} // namespace twelvefold::store
