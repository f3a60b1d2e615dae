// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/result.h"
#include "domain/words.h"
#include "exchange/column_reading.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// How a table with headings of its own is read: which of its columns says what. A profile is data,
// and a file of it can be passed on (docs/formats.md).
namespace twelvefold::exchange {

using namespace twelvefold::domain;

enum class ProfileMakes
{
    costs,      // cost lines
    measures,   // dated values of outcome measures
    assessments // levels of need, each row a whole assessment
};
const std::vector<Named<ProfileMakes>>& allProfileMakes();
const char* token(ProfileMakes makes); // "costs", "measures", "assessments"
Word word(ProfileMakes makes);

// What a profile can say of a row, beside its amounts or values.
struct ProfileFieldKind
{
    std::string_view token;  // "child", as in the file of a profile
    std::string_view column; // what rows are asked for it by: "CHILD_ID"
    Word words;
    ColumnType type = ColumnType::text;
    bool ofCosts = true;
    bool ofDays = false; // of what was so on a day: values and assessments
};
const std::vector<ProfileFieldKind>& profileFieldKinds(); // in the order in which they are asked
const ProfileFieldKind* findProfileField(std::string_view token);
// Whether what a profile makes can have it.
bool isOf(const ProfileFieldKind& kind, ProfileMakes makes);

struct ProfileField
{
    std::string field;                // a token of profileFieldKinds()
    std::vector<std::string> columns; // its heading, or others that it has had; empty: none
    std::string value;                // of every row that has no cell of it; empty: none
    std::vector<std::pair<std::string, std::string>> words; // what a cell says, what it means here
    bool operator==(const ProfileField&) const = default;
};

// A column of amounts, each a line of its own, of values of a measure, or of levels of a need.
struct ProfileValue
{
    std::vector<std::string> columns;
    std::string component, funder, per; // tokens; empty: as the fields say
    std::string measure;                // the outcome measure's code, of values; of levels the
                                        // code of the need domain, in the store's framework
    bool share = false;                 // per cent of the total, not pounds
    bool operator==(const ProfileValue&) const = default;
};

struct Profile
{
    std::string name;
    ProfileMakes makes = ProfileMakes::costs;
    // Headings that a table must have to be read by it without being told to, each with others
    // that will do; empty: all that it cannot do without.
    std::vector<std::vector<std::string>> recognisedBy;
    std::vector<ProfileField> fields;
    std::vector<ProfileValue> values;
    // Of costs.
    std::vector<std::string> total; // what the parts come to; what shares are of
    std::optional<double> vat;      // per cent that the amounts include, to be taken off
    // One cell of a child may name several, who share the amount equally.
    bool severalChildren = false;
    // Rows that agree in this column (its heading, or others), in their amounts and their days
    // state one payment, which their children share equally.
    std::vector<std::string> sharedBy;
    // What was asked once.
    Answers answers{};
    std::optional<int> returnYear{};

    const ProfileField* field(std::string_view token) const;
    bool operator==(const Profile&) const = default;
};

// Why a profile cannot be used, or nothing.
std::optional<Message> faultIn(const Profile& profile);

// Reads one from JSON, and says what is wrong with it and where.
Result<Profile> readProfile(std::string_view json);
std::string writeProfile(const Profile& profile);

// Those that come with the product.
const std::vector<Profile>& readyProfiles();

class ProfileTable;

// The profiles by which files may be read: of those that fit, the one for which most headings
// speak, and of these the first.
class ProfileShelf
{
public:
    ProfileShelf(); // with those that come with the product
    static const ProfileShelf& none();
    // Before all others, and of these the latest put first.
    void put(const Profile& profile);
    // The one that whatever no table of ours fits is to be read by.
    void ask(const Profile& profile);

    const ProfileTable* asked() const { return m_asked.get(); }
    const std::shared_ptr<const ProfileTable>& askedTable() const { return m_asked; }
    std::span<const std::shared_ptr<const ProfileTable>> tables() const { return m_tables; }

private:
    std::vector<std::shared_ptr<const ProfileTable>> m_tables;
    std::shared_ptr<const ProfileTable> m_asked;
};

} // namespace twelvefold::exchange
