// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

// A small council for tests: a folder that goes away, a framework of three domains, short ways to
// write a child's life.
namespace store_tests {

using namespace twelvefold;
using namespace twelvefold::domain;

inline constexpr MessageKind kTestEdit{"test-edit", "Test edit of %1"};

inline Message edit(const std::string& what = "something")
{
    return {kTestEdit, {what}};
}

inline Date day(int year, int month, int dayOfMonth)
{
    return *Date::from(year, month, dayOfMonth);
}

class Folder
{
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

// Three domains (health, education, safety) of five levels, one strength, bands 0–4, 5–8, 9–12.
NeedsFramework smallFramework(int version = 1, const std::string& key = "small");

struct Council
{
    Folder folder;
    std::filesystem::path file = folder / "council.twelvefold";
    std::unique_ptr<store::Store> store;
    FrameworkId framework;

    Council();
    void close() { store.reset(); }
    void reopen(store::Access access = store::Access::readWrite);
    void edit(const std::function<void(store::Writer&)>& work,
              const std::string& what = "something", const std::string& author = "asha");
    // A child looked after since a day.
    ChildId child(const std::string& pseudonym, Date since = day(2024, 1, 1));
    Assessment assessment(ChildId child, Date date, const std::string& levels) const;
    AssessmentId assess(ChildId child, Date date, const std::string& levels);
};

CostLine weekly(ChildId child, Money amount, Period period);
Placement placement(ChildId child, Period period, Setting setting = Setting::agencyFoster);
// Whether a price is too high, explained on a day and asked again a year later.
PutAside putAside(ChildId child, Date on);
// That a line which goes on after a placement ended on a day is right as it is.
CostDecision rightAsItIs(ChildId child, CostLineId line, PlacementId placement, Date ended);

// A store as a program of an earlier version of the schema made it. In the first its framework is a
// step, which an undo may have taken away.
void makeOldStore(const std::filesystem::path& file, std::size_t version,
                  const NeedsFramework& framework = smallFramework(), bool undone = false);

// Runs SQL on a store's file behind the program's back.
void tamper(const std::filesystem::path& file, const std::string& sql);

} // namespace store_tests
