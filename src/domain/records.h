// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/ids.h"
#include "domain/sensitive_text.h"
#include "domain/words.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

// The remaining nouns: plain records as the store keeps them.
namespace twelvefold::domain {

// A person the council is responsible for, without anything that names them.
struct Child
{
    ChildId id;
    std::string localId;   // the return's CHILD: the council's own pseudo-identifier
    std::string pseudonym; // "K7F-204": generated, unique in the store
    Sex sex = Sex::unspecified;
    std::optional<Date> bornMonth; // the first day of the month of birth; the full date is Identity
    std::string ethnicity;         // the return's ETHNIC code; empty: not recorded
    // Codes of the children in need census with blanks between: "HAND HEAR"; "NONE"; "YES" where
    // nobody said which; empty: not recorded.
    std::string disability{};
    bool operator==(const Child&) const = default;
};

// What names a child, kept in a table of its own; an analyst copy has none.
struct Identity
{
    ChildId child;
    SensitiveText givenName;
    SensitiveText familyName;
    std::optional<Date> born;
    SensitiveText postcode;
    SensitiveText upn; // unique pupil number
    bool operator==(const Identity&) const = default;
};

// While a child was looked after, on a protection plan, or in need.
struct KindPeriod
{
    ChildId child;
    CohortKind kind = CohortKind::lookedAfter;
    Period period;
    bool operator==(const KindPeriod&) const = default;
};

// Whether a child with these periods, in any order, is looked after on a day.
inline bool isLookedAfter(std::span<const KindPeriod> kinds, Date day)
{
    return std::ranges::any_of(kinds, [&](const KindPeriod& period) {
        return period.kind == CohortKind::lookedAfter && period.period.contains(day);
    });
}

struct Provider
{
    ProviderId id;
    std::string name; // or the URN, until somebody gives it a name
    std::optional<Sector> sector;
    std::string ownerGroup;
    std::string urn;
    std::string region;
    bool operator==(const Provider&) const = default;
};

// Where a child lives and who provides it.
struct Placement
{
    PlacementId id;
    ChildId child;
    Period period;
    Setting setting = Setting::other;
    std::optional<ProviderId> provider;
    std::optional<Sector> sector;
    std::optional<bool> emergency;
    std::optional<bool> solo;
    std::optional<bool> deprivationOfLiberty;
    std::optional<double> distanceMiles; // home to placement, 0 to 999.8
    std::optional<Date> referredOn;      // when the search began
    std::string placeCode;               // as in the return; empty when entered by hand
    std::string providerCode;
    std::string changeReason; // REASON_PLACE_CHANGE of its last episode
    std::string note;
    bool operator==(const Placement&) const = default;
};

// A row of the statutory return: a spell with one legal status and one placement. Kept as it came.
// Or what a list drawn up for an inspection says of where a child lives: it yields to any return
// that speaks of that time.
struct Episode
{
    EpisodeId id;
    ChildId child;
    Date start;               // DECOM
    std::optional<Date> end;  // DEC
    std::string reasonNew;    // RNE
    std::string legalStatus;  // LS
    std::string needCode;     // CIN
    std::string placeCode;    // PLACE
    std::string providerCode; // PLACE_PROVIDER
    std::string endReason;    // REC
    std::string changeReason; // REASON_PLACE_CHANGE
    std::string urn;
    SensitiveText homePostcode;
    SensitiveText placePostcode;
    std::optional<double> distanceMiles; // where a supplier's export adds PL_DISTANCE
    int returnYear = 0; // the year of the return it came with: a later return's row wins
    std::optional<Date> snapshotOn{}; // of a list, not a return: the day on which it was so
    std::optional<Date> careSince{};  // of a list: since when the child was looked after
    bool operator==(const Episode&) const = default;
};

// What happened to a child beside its stays: a row of one of the smaller tables of the statutory
// return, of the children in need census, or of a list drawn up for an inspection.
// What its days, code and detail are is its kind's to say:
//
//   missing              MIS_START to MIS_END; MISSING
//   review               on REVIEW; REVIEW_CODE
//   unaccompanied        until DUC; no start
//   previousPermanence   ended on DATE_PERM (start); PREV_PERM; LA_PERM, and of a day that is known
//                        in part what is known of it
//   adoption             decided on DATE_INT, matched on DATE_MATCH (end); FOSTER_CARE; NB_ADOPTR,
//                        SEX_ADOPTR, LS_ADOPTR
//   placedForAdoption    DATE_PLACED to DATE_PLACED_CEASED; REASON_PLACED_CEASED
//   socialWorker         SW_DECOM to SW_DEC; SW_REASON; SW_ID
//   libertyOrder         DOLO_START to DOLO_END
//   childInNeed          from referral to closure; primary need; reason for closure
//   protectionPlan       while it runs; latest category of abuse; initial category
//   permanencePlan       what was planned on the day (start); FAM, ADO, SGO, SUP, RES, FOS, OTH
struct CareEvent
{
    EventId id;
    ChildId child;
    EventKind kind = EventKind::missing;
    std::optional<Date> start;
    std::optional<Date> end;          // never before start
    std::string code;                 // as the return writes it; empty: not recorded
    SensitiveText detail;             // further cells, one after the other; "-": blank
    int returnYear = 0;               // the year of the return it came with; 0: not known
    std::optional<Date> snapshotOn{}; // of a list, not a return: the day on which it was so
    bool operator==(const CareEvent&) const = default;
};
// Whether a child has at most one of these in its life.
bool isOncePerChild(EventKind kind);
// Whether it says nothing without a day on which it began.
bool needsDay(EventKind kind);

// A kind of outcome: which way is better, in what unit, within what range.
struct OutcomeMeasure
{
    const char* code;
    Word title;
    Word unit;
    bool higherIsBetter;
    double lowest;
    double highest;
    int decimals;
};
// Those the product knows: SDQ total, attendance, attainment, missing episodes, …
const std::vector<OutcomeMeasure>& outcomeMeasures();
const OutcomeMeasure* findOutcomeMeasure(std::string_view code);

// A dated value of an outcome measure.
struct Outcome
{
    OutcomeId id;
    ChildId child;
    std::string measure; // OutcomeMeasure::code
    Date date;
    double value = 0;
    std::string source; // "OC2 2021", "entered by hand", …
    bool operator==(const Outcome&) const = default;
};

// A question about a child that is not asked again until a day, and why.
struct PutAside
{
    PutAsideId id;
    ChildId child;
    std::string question; // its token: "price_above"
    QuestionOutcome outcome = QuestionOutcome::explained;
    SensitiveText reason; // never empty
    Date on;              // the census date on which it was asked
    Date until;           // the first day on which it is asked again, after on
    bool operator==(const PutAside&) const = default;
};

} // namespace twelvefold::domain
