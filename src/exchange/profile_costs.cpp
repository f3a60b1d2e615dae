// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/finance_rows.h"
#include "exchange/profile_row.h"
#include "exchange/profile_words.h"

#include <algorithm>
#include <cmath>

// A row of costs by a profile: one amount, or a total and its parts, a line for each of them.
namespace twelvefold::exchange {
namespace {

constexpr MessageKind kNoAmountThere{
    "cost-amounts-blank",
    TWELVEFOLD_TEXT("Message", "No amount stands in any of the columns for it.")};
constexpr MessageKind kNotAShare{
    "cost-share-unclear",
    TWELVEFOLD_TEXT("Message", "“%1” is not a share between 0 and 100 per cent.")};
constexpr MessageKind kPartsOff{
    "cost-parts-and-total",
    TWELVEFOLD_TEXT("Message",
                    "The parts come to %1 and the total is %2: the parts were taken as they "
                    "stand. Which is right?")};
constexpr MessageKind kSharesOff{
    "cost-shares-and-whole",
    TWELVEFOLD_TEXT("Message", "The shares come to %1 per cent of %2: the parts were taken as "
                               "they stand. Which is right?")};
constexpr MessageKind kToDateBefore{
    "cost-after-year-to-date",
    TWELVEFOLD_TEXT("Message", "The row begins on %1, after %2, up to which its amounts are.")};
constexpr MessageKind kToDateEnded{
    "cost-ended-before-year",
    TWELVEFOLD_TEXT("Message", "The row ends before %1, when the year begins of which its amounts "
                               "are.")};
constexpr MessageKind kVatTaken{
    "cost-vat-taken-off",
    TWELVEFOLD_TEXT("Message", "VAT was taken off %1 amounts, together %2, as the profile says."),
    TWELVEFOLD_TEXT("Message", "VAT was taken off one amount, %2, as the profile says.")};
constexpr MessageKind kNoughtLeft{
    "cost-lines-of-nought",
    TWELVEFOLD_TEXT("Message", "%1 amounts are nought, and no cost line was made of them."),
    TWELVEFOLD_TEXT("Message", "One amount is nought, and no cost line was made of it.")};
constexpr MessageKind kRestTaken{
    "cost-rest-of-total",
    TWELVEFOLD_TEXT("Message", "In %1 rows the part of the usual funder is blank: what the others "
                               "leave of the total was taken for it, together %2."),
    TWELVEFOLD_TEXT("Message", "In one row the part of the usual funder is blank: what the others "
                               "leave of the total, %2, was taken for it.")};
constexpr MessageKind kToDate{
    "cost-year-to-date",
    TWELVEFOLD_TEXT("Message", "%1 rows state what was paid since 1 April: it was spread over the "
                               "days from then, or from the first day paid for, to %2."),
    TWELVEFOLD_TEXT("Message", "One row states what was paid since 1 April: it was spread over the "
                               "days from then, or from the first day paid for, to %2.")};
constexpr MessageKind kSplit{
    "cost-split-by-child",
    TWELVEFOLD_TEXT("Message", "%1 rows are of several children, who share the amount equally; "
                               "odd pennies go to the first."),
    TWELVEFOLD_TEXT("Message", "One row is of several children, who share the amount equally; odd "
                               "pennies go to the first.")};
constexpr MessageKind kShared{
    "cost-shared-payment",
    TWELVEFOLD_TEXT("Message",
                    "%1 rows repeat the payment of another in “%2”, amounts and days: each payment "
                    "was counted once and shared equally by its rows."),
    TWELVEFOLD_TEXT("Message",
                    "One row repeats the payment of another in “%2”, amounts and days: the payment "
                    "was counted once and shared equally by its rows.")};

// The n-th of so many equal parts; odd pennies go to the first.
Money partOf(Money whole, std::int64_t n, std::int64_t of)
{
    const bool below = whole < Money();
    const std::int64_t pence = std::abs(whole.inPence());
    const std::int64_t part = pence / of + (n < pence % of ? 1 : 0);
    return Money::pence(below ? -part : part);
}

// An amount of a row, and what is particular to its column.
struct Part
{
    Money amount;
    std::string_view column;
    const ProfileValue* value = nullptr; // null: the total itself
    std::int64_t share = 0;              // as it stands, in ten-thousandths
};

// Rows that state one payment together: how many there are, and how many have been read.
class SharedPayments
{
public:
    SharedPayments(const Rows& rows, const Columns& columns, const ProfileTable& table)
    {
        const auto whose = columns.find(ProfileTable::kSharedBy);
        if (table.profile().sharedBy.empty() || !whose)
            return;
        m_heading = columns.heading(ProfileTable::kSharedBy);
        m_places.push_back(*whose);
        for (std::size_t i = 0; i < table.profile().values.size(); ++i)
            addPlace(columns, table.valueColumn(i));
        if (!table.profile().total.empty())
            addPlace(columns, ProfileTable::kTotal);
        for (const std::string_view name : {"START", "END", "LAST_DAY"})
            addPlace(columns, name);
        rows.forEach([&](const CsvRow& row) {
            if (const std::string key = keyOf(row); !key.empty())
                ++m_groups[key].rows;
        });
    }
    struct Share
    {
        std::int64_t n = 0, of = 1;
    };
    Share next(const CsvRow& row)
    {
        if (m_places.empty())
            return {};
        const auto group = m_groups.find(keyOf(row));
        if (group == m_groups.end() || group->second.rows < 2)
            return {};
        const Share share{group->second.met++, group->second.rows};
        m_repeats += share.n > 0 ? 1 : 0;
        return share;
    }
    void tell(ReadFile& file) const
    {
        if (m_repeats > 0)
            sayOfFile(file, Problem::Severity::warning, {kShared, {m_repeats, m_heading}});
    }

private:
    struct Group
    {
        std::int64_t rows = 0, met = 0;
    };
    void addPlace(const Columns& columns, std::string_view name)
    {
        if (const auto place = columns.find(name))
            m_places.push_back(*place);
    }
    // Empty where the row says nothing of whose payment it is.
    std::string keyOf(const CsvRow& row) const
    {
        std::string key;
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            const std::string_view cell = m_places[i] < row.cells.size()
                                              ? trimmed(row.cells[m_places[i]])
                                              : std::string_view();
            if (i == 0 && cell.empty())
                return {};
            key += upperCase(cell);
            key += '\x1F';
        }
        return key;
    }

    std::string m_heading;
    std::vector<std::size_t> m_places; // that of whom it is paid to first
    std::map<std::string, Group> m_groups;
    std::int64_t m_repeats = 0;
};

class ProfiledCosts
{
public:
    ProfiledCosts(const Rows& rows, const Columns& columns, const Context& context, ReadFile& file)
        : m_columns(columns), m_context(context), m_table(*context.profile),
          m_profile(m_table.profile()), m_file(file), m_shared(rows, columns, m_table),
          m_costs(file)
    {
    }

    void read(RowReader& reader)
    {
        const ProfileRow row(reader, m_profile);
        const std::vector<std::string> children = row.children();
        const auto parts = partsOf(reader);
        std::vector<FinanceRow> lines;
        for (const Part& part : parts) {
            FinanceRow typed;
            typed.row = reader.row();
            if (typeLine(row, part, typed))
                lines.push_back(std::move(typed));
        }
        if (!reader.rejected())
            complete(row, lines);
        addUp(lines);
        std::vector<FinanceRow> all = byChild(reader, lines, children, row.day("born"));
        if (reader.rejected())
            return;
        for (FinanceRow& line : all)
            line.onlyIfThere = line.line.amount == Money();
        m_costs.take(reader, std::move(all));
    }

    void tell()
    {
        using enum Problem::Severity;
        m_costs.tell();
        m_shared.tell(m_file);
        const auto say = [this](Problem::Severity severity, const MessageKind& kind, std::int64_t n,
                                std::vector<Argument> more) {
            if (n == 0)
                return;
            more.insert(more.begin(), n);
            sayOfFile(m_file, severity, {kind, std::move(more)});
        };
        say(information, kVatTaken, m_withVat, {argument(m_vat)});
        say(information, kNoughtLeft, m_noughts, {});
        say(information, kRestTaken, m_rests, {argument(m_rest)});
        say(information, kToDate, m_toDate, {m_lastToDate});
        say(information, kSplit, m_split, {});
    }

private:
    // The parts of a row's amount, or its one amount; of shares what they come to.
    std::vector<Part> partsOf(RowReader& row)
    {
        std::optional<Money> total;
        if (!m_profile.total.empty() && !row.text(ProfileTable::kTotal).empty())
            total = row.amount(ProfileTable::kTotal);
        std::vector<Part> parts;
        std::optional<std::size_t> usual; // the part of the usual funder, where it is blank
        bool shares = false;
        for (std::size_t i = 0; i < m_profile.values.size(); ++i) {
            const ProfileValue& value = m_profile.values[i];
            const std::string_view column = m_table.valueColumn(i);
            shares = shares || value.share;
            if (row.text(column).empty()) {
                if (!usual && value.funder == usualFunder())
                    usual = i;
                continue;
            }
            if (!value.share) {
                if (const auto amount = row.amount(column)) {
                    parts.push_back({*amount, column, &value});
                    m_noughts += *amount == Money() ? 1 : 0;
                }
            } else if (const auto share = shareIn(row, column)) {
                parts.push_back({Money(), column, &value, *share});
            }
        }
        if (row.rejected())
            return {};
        if (shares && total)
            makeAmounts(row, *total, usual.has_value(), parts);
        if (total)
            settle(row, *total, usual, shares, parts);
        if (parts.empty())
            row.reject(m_profile.total.empty() ? m_table.valueColumn(0) : ProfileTable::kTotal,
                       kNoAmountThere);
        return parts;
    }

    std::string usualFunder() const
    {
        const ProfileField* funder = m_profile.field("funder");
        return funder == nullptr || funder->value.empty() ? std::string(token(Funder::socialCare))
                                                          : funder->value;
    }

    // In ten-thousandths, "60", "60%", "0.6" being still the same as they stand.
    std::optional<std::int64_t> shareIn(RowReader& row, std::string_view column)
    {
        std::string_view text = row.text(column);
        const bool percent = text.ends_with('%');
        if (percent)
            text = trimmed(text.substr(0, text.size() - 1));
        const auto share = decimalFrom(text);
        if (!share || *share < 0 || *share > 100) {
            row.reject(column, kNotAShare, {shown(row.text(column))});
            return std::nullopt;
        }
        m_percentSign = m_percentSign || percent;
        return std::llround(*share * 10'000);
    }

    // Shares of a row are per cent, or parts of one where none is above one and no sign says so.
    void makeAmounts(RowReader& row, Money total, bool restIsBlank, std::vector<Part>& parts)
    {
        constexpr std::int64_t one = 10'000, hundred = 100 * one;
        const auto isShare = [](const Part& part) { return part.value->share; };
        std::int64_t sum = 0;
        for (const Part& part : parts)
            sum += part.share;
        const bool ofOne = !std::exchange(m_percentSign, false) && sum <= one && sum > 0;
        const std::int64_t whole = ofOne ? one : hundred;
        const auto first = std::ranges::find_if(parts, isShare);
        if (first == parts.end())
            return;
        if (sum != whole && !restIsBlank)
            row.warn(
                first->column, kSharesOff,
                {static_cast<double>(sum) * 100.0 / static_cast<double>(whole), argument(total)});
        Money given;
        for (Part& part : parts) {
            if (!isShare(part))
                continue;
            part.amount = total.times(part.share, whole);
            given += part.amount;
        }
        if (sum == whole)
            first->amount += total - given; // what rounding left
    }

    // Holds the parts against the total: without parts it is itself the amount.
    void settle(RowReader& row, Money total, std::optional<std::size_t> usual, bool shares,
                std::vector<Part>& parts)
    {
        Money sum;
        for (const Part& part : parts)
            sum += part.amount;
        const bool none =
            std::ranges::all_of(parts, [](const Part& part) { return part.amount == Money(); });
        if (none) {
            parts = {{total, ProfileTable::kTotal, nullptr}};
        } else if (usual && total > sum) {
            parts.push_back({total - sum, m_table.valueColumn(*usual), &m_profile.values[*usual]});
            ++m_rests;
            m_rest += total - sum;
        } else if (!shares && std::abs((total - sum).inPence()) > std::ssize(parts)) {
            row.warn(ProfileTable::kTotal, kPartsOff, {argument(sum), argument(total)});
            return;
        }
        addNoughts(parts);
    }

    // A row whose parts come to its total says that those left blank are nought: what an earlier
    // file said of them no longer holds.
    void addNoughts(std::vector<Part>& parts) const
    {
        for (std::size_t i = 0; i < m_profile.values.size(); ++i) {
            const ProfileValue* value = &m_profile.values[i];
            if (m_columns.has(m_table.valueColumn(i)) &&
                std::ranges::find(parts, value, &Part::value) == parts.end())
                parts.push_back({Money(), m_table.valueColumn(i), value});
        }
    }

    // What a line of a part says; false: the row is rejected.
    bool typeLine(const ProfileRow& row, const Part& part, FinanceRow& typed)
    {
        RowReader& reader = row.row();
        const auto word = [&](std::string_view field, std::string ProfileValue::*own) {
            return part.value != nullptr && !(part.value->*own).empty() ? part.value->*own
                                                                        : row.said(field);
        };
        CostLine& line = typed.line;
        const auto component =
            oneOf<CostComponent>(reader, "COMPONENT", word("component", &ProfileValue::component));
        line.component = component.value_or(line.component);
        if (const std::string funder = word("funder", &ProfileValue::funder); !funder.empty())
            line.funder = oneOf<Funder>(reader, "FUNDER", funder).value_or(line.funder);
        const std::string per = word("per", &ProfileValue::per);
        if (reader.rejected())
            return false;
        const Money amount = withoutVat(part.amount);
        line.credit = amount < Money();
        line.amount = line.credit ? -amount : amount;
        if (asToken(per) == kYearToDate)
            return typed.isYearToDate = toDate(row, line);
        line.per = oneOf<CostPer>(reader, "PERIOD", per).value_or(line.per);
        const auto start = row.day("start");
        if (!start && !reader.rejected())
            reader.reject("START", kCostCellBlank, {m_columns.heading("START")});
        line.period = {start.value_or(Date()), endOf(row)};
        return !reader.rejected();
    }

    static std::optional<Date> endOf(const ProfileRow& row)
    {
        if (const auto end = row.day("end"))
            return end;
        const auto last = row.day("last_day");
        return last ? std::optional(last->plusDays(1)) : std::nullopt;
    }

    Money withoutVat(Money amount)
    {
        if (!m_profile.vat || amount == Money())
            return amount;
        constexpr std::int64_t whole = 10'000;
        const Money net = amount.times(whole, whole + std::llround(*m_profile.vat * 100));
        ++m_withVat;
        m_vat += amount - net;
        return net;
    }

    // What was paid since 1 April is a single payment for the days from then on.
    bool toDate(const ProfileRow& row, CostLine& line)
    {
        RowReader& reader = row.row();
        const auto said = row.day("up_to");
        const auto start = row.day("start"), end = endOf(row);
        const std::optional<Date> upTo = said ? said : m_context.upTo;
        if (!upTo && !reader.rejected())
            reader.reject("UP_TO", kCostCellBlank, {m_columns.heading("UP_TO")});
        if (reader.rejected())
            return false;
        const Date april = *Date::from(returnYearEnding(*upTo) - 1, 4, 1);
        if (start && *start > *upTo)
            reader.reject("START", kToDateBefore, {*start, *upTo});
        else if (end && *end <= april)
            reader.reject("END", kToDateEnded, {april});
        if (reader.rejected())
            return false;
        line.per = CostPer::once;
        line.period.start = start ? std::max(*start, april) : april;
        line.period.end = end ? std::min(*end, upTo->plusDays(1)) : upTo->plusDays(1);
        if (m_toDateRow != reader.row())
            ++m_toDate;
        m_toDateRow = reader.row();
        m_lastToDate = std::max(m_lastToDate, *upTo);
        return true;
    }

    // What all lines of a row have in common.
    void complete(const ProfileRow& row, std::vector<FinanceRow>& lines)
    {
        RowReader& reader = row.row();
        const std::string urn = upperCase(row.said("urn"));
        const std::string provider = row.said("provider"), note = row.said("note");
        const auto setting = settingOf(row);
        for (FinanceRow& typed : lines) {
            typed.providerName = provider;
            typed.urn = urn;
            typed.line.settingTold = setting;
            typed.line.note = note;
            if (auto fault = faultIn(typed.line); fault && !reader.rejected())
                reader.reject(m_columns.has("END") ? "END" : "LAST_DAY", *std::move(fault));
        }
    }

    // Lines of a row that are of the same kind, payer and time are one.
    static void addUp(std::vector<FinanceRow>& lines)
    {
        std::vector<FinanceRow> one;
        for (FinanceRow& line : lines) {
            const auto same = std::ranges::find_if(one, [&line](const FinanceRow& other) {
                CostLine like = line.line;
                like.amount = other.line.amount;
                return like == other.line;
            });
            if (same == one.end())
                one.push_back(std::move(line));
            else
                same->line.amount += line.line.amount;
        }
        lines = std::move(one);
    }

    // By its own word, else by the codes of the return.
    std::optional<Setting> settingOf(const ProfileRow& row) const
    {
        if (const std::string word = row.said("setting"); !word.empty())
            return settingFrom(row.row(), word);
        const std::string place = upperCase(row.said("place"));
        if (place.empty())
            return std::nullopt;
        const SettingRule* rule =
            m_context.settings.find(place, upperCase(row.said("place_provider")),
                                    m_context.returnYear.value_or(m_context.today.year()));
        if (rule == nullptr)
            row.row().knownCode("PLACE");
        return rule == nullptr ? std::nullopt : std::optional(rule->setting);
    }

    // A line for each child of each line, with its share.
    std::vector<FinanceRow> byChild(RowReader& row, const std::vector<FinanceRow>& lines,
                                    const std::vector<std::string>& children,
                                    std::optional<Date> born)
    {
        std::vector<FinanceRow> all;
        const SharedPayments::Share shared = m_shared.next(row.asItStands());
        const auto of = std::ssize(children);
        for (std::int64_t n = 0; n < of; ++n) {
            std::string child = children[static_cast<std::size_t>(n)];
            std::vector<FinanceRow> own = lines;
            Money weekly;
            for (FinanceRow& line : own) {
                line.line.amount = partOf(partOf(line.line.amount, shared.n, shared.of), n, of);
                weekly += inWeeklyTerms(line.line).value_or(Money());
            }
            findChild(row, "CHILD_ID", child, of == 1 ? born : std::nullopt, m_context, m_file,
                      weekly);
            for (FinanceRow& line : own) {
                line.localId = child;
                all.push_back(std::move(line));
            }
        }
        if (of > 1 && !row.rejected())
            ++m_split;
        return all;
    }

    const Columns& m_columns;
    const Context& m_context;
    const ProfileTable& m_table;
    const Profile& m_profile;
    ReadFile& m_file;
    SharedPayments m_shared;
    CostsTaken m_costs;
    bool m_percentSign = false; // one of the row's shares has it
    std::int64_t m_withVat = 0, m_noughts = 0, m_rests = 0, m_toDate = 0, m_toDateRow = 0,
                 m_split = 0;
    Money m_vat, m_rest;
    Date m_lastToDate;
};

} // namespace

void readProfiledCosts(const Rows& rows, const Columns& columns, const Context& context,
                       ReadFile& file)
{
    ProfiledCosts costs(rows, columns, context, file);
    readRows(rows, columns, file, [&](RowReader& row) { costs.read(row); });
    costs.tell();
}

} // namespace twelvefold::exchange
