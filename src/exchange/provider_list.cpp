// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/annex_tables.h"
#include "exchange/code_book.h"
#include "files/names.h"

// Ofsted's own lists of those who provide.
namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNoUrn{
    "provider-no-urn",
    TWELVEFOLD_TEXT("Message", "The row has no URN, so nobody could find it by a return.")};
constexpr MessageKind kUrnAgain{"provider-urn-again",
                                TWELVEFOLD_TEXT("Message", "Row %1 already has this URN.")};
constexpr MessageKind kOddUrn{"provider-urn-shape",
                              TWELVEFOLD_TEXT("Message", "“%1” does not have the shape of a URN.")};
constexpr MessageKind kProviderListNoDay{
    "provider-list-day-unknown",
    TWELVEFOLD_TEXT("Message",
                    "Nothing in the list says of which day it is: say the year of the return that "
                    "it goes with.")};
constexpr MessageKind kOddSector{
    "provider-sector",
    TWELVEFOLD_TEXT("Message", "“%1” is none of the sectors that are known (private, voluntary, "
                               "local authority, public).")};

constexpr int kMostPlaces = 99999;

void readSector(RowReader& row, RegisteredRow& typed)
{
    const std::string code = row.code("SETTING_SECTOR");
    if (code.empty())
        return;
    typed.isCouncils = code == "COUNCIL";
    if (!codeBook("SETTING_SECTOR").knows(code))
        row.leaveOut("SETTING_SECTOR", kOddSector, {shown(row.text("SETTING_SECTOR"))});
    else if (!typed.isCouncils)
        typed.setting.sector = fromToken<Sector>(files::lowerCase(code));
}

// What a published list has where it does not name a home.
std::string nameFrom(const RowReader& row)
{
    const std::string_view name = row.text("SETTING_NAME");
    return upperCase(name) == "REDACTED" ? std::string() : std::string(name);
}

} // namespace

void readProviderList(const Rows& rows, const Columns& columns, const Context& context,
                      ReadFile& file)
{
    FirstSeen urns;
    readRows(rows, columns, file, [&](RowReader& row) {
        RegisteredRow typed;
        typed.row = row.row();
        RegisteredSetting& setting = typed.setting;
        setting.urn = row.code("URN");
        setting.closedOn = row.date("CLOSED_ON");
        if (!context.snapshotOn)
            row.reject({}, kProviderListNoDay);
        else if (setting.urn.empty())
            row.reject("URN", kNoUrn);
        if (row.rejected())
            return;
        if (const auto before = urns.before(setting.urn, row.row()))
            return row.reject("URN", kUrnAgain, {*before});
        if (!isUrn(setting.urn))
            row.inform("URN", kOddUrn, {shown(setting.urn)});
        const auto text = [&row](std::string_view column) { return std::string(row.text(column)); };
        readSector(row, typed);
        setting.name = nameFrom(row);
        setting.provision = text("PROVISION");
        setting.places = row.wholeNumber("PLACES", 0, kMostPlaces);
        setting.owner = text("TOP_OWNER").empty() ? text("OWNER") : text("TOP_OWNER");
        setting.council = text("AREA");
        setting.region = text("REGION");
        setting.grade = text("GRADE");
        setting.listedOn = *context.snapshotOn;
        file.settings.push_back(std::move(typed));
    });
}

} // namespace twelvefold::exchange
