// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/audit_chain.h"
#include "store/fields.h"

#include "domain/assessment.h"
#include "domain/cost_decision.h"
#include "domain/cost_line.h"
#include "domain/placement_request.h"
#include "domain/records.h"
#include "domain/registered_setting.h"

// Which column holds what of each record. A column that a migration adds for a member of a record
// is one more line here.
namespace twelvefold::store {

inline constexpr auto kStart = [](auto& record) -> auto&
{
    return record.period.start;
};
inline constexpr auto kEnd = [](auto& record) -> auto&
{
    return record.period.end;
};

inline constexpr Table kChildren{
    "child",
    Field{"id", &Child::id},
    Fields{
        Identifier{"local_id", &Child::localId},
        Field{"pseudonym", &Child::pseudonym},
        Field{"sex", &Child::sex},
        Field{"born_month", &Child::bornMonth},
        Field{"ethnicity", &Child::ethnicity},
        Field{"disability", &Child::disability},
    },
};

inline constexpr Table kIdentities{
    "identity",
    Field{"child", &Identity::child},
    Fields{
        Field{"given_name", &Identity::givenName},
        Field{"family_name", &Identity::familyName},
        Field{"born", &Identity::born},
        Field{"postcode", &Identity::postcode},
        Field{"upn", &Identity::upn},
    },
};

inline constexpr Table kKindPeriods{
    "kind_period",
    Field{"child", &KindPeriod::child},
    Fields{
        Field{"kind", &KindPeriod::kind},
        Field{"start_day", kStart},
        Field{"end_day", kEnd},
    },
};

inline constexpr Table kProviders{
    "provider",
    Field{"id", &Provider::id},
    Fields{
        Field{"name", &Provider::name},
        Field{"sector", &Provider::sector},
        Field{"owner_group", &Provider::ownerGroup},
        Identifier{"urn", &Provider::urn},
        Field{"region", &Provider::region},
    },
};

inline constexpr Table kRegisteredSettings{
    "registered_setting",
    Field{"id", &RegisteredSetting::id},
    Fields{
        Field{"urn", &RegisteredSetting::urn},
        Field{"listed_day", &RegisteredSetting::listedOn},
        Field{"name", &RegisteredSetting::name},
        Field{"provision", &RegisteredSetting::provision},
        Field{"sector", &RegisteredSetting::sector},
        Field{"places", &RegisteredSetting::places},
        Field{"owner", &RegisteredSetting::owner},
        Field{"council", &RegisteredSetting::council},
        Field{"region", &RegisteredSetting::region},
        Field{"grade", &RegisteredSetting::grade},
        Field{"closed_day", &RegisteredSetting::closedOn},
    },
};

inline constexpr Table kPlacements{
    "placement",
    Field{"id", &Placement::id},
    Fields{
        Field{"child", &Placement::child},
        Field{"start_day", kStart},
        Field{"end_day", kEnd},
        Field{"setting", &Placement::setting},
        Field{"provider", &Placement::provider},
        Field{"sector", &Placement::sector},
        Field{"emergency", &Placement::emergency},
        Field{"solo", &Placement::solo},
        Field{"deprivation_of_liberty", &Placement::deprivationOfLiberty},
        Field{"distance_miles", &Placement::distanceMiles},
        Field{"referred_day", &Placement::referredOn},
        Field{"place_code", &Placement::placeCode},
        Field{"provider_code", &Placement::providerCode},
        Field{"change_reason", &Placement::changeReason},
        Field{"note", &Placement::note},
    },
};

inline constexpr Table kEpisodes{
    "episode",
    Field{"id", &Episode::id},
    Fields{
        Field{"child", &Episode::child},
        Field{"start_day", &Episode::start},
        Field{"end_day", &Episode::end},
        Field{"reason_new", &Episode::reasonNew},
        Field{"legal_status", &Episode::legalStatus},
        Field{"need_code", &Episode::needCode},
        Field{"place_code", &Episode::placeCode},
        Field{"provider_code", &Episode::providerCode},
        Field{"end_reason", &Episode::endReason},
        Field{"change_reason", &Episode::changeReason},
        Field{"urn", &Episode::urn},
        Field{"distance_miles", &Episode::distanceMiles},
        Field{"return_year", &Episode::returnYear},
        Field{"snapshot_day", &Episode::snapshotOn},
        Field{"care_since_day", &Episode::careSince},
    },
};

inline constexpr Table kEpisodePostcodes{
    "episode_postcode",
    Field{"episode", &Episode::id},
    Fields{
        Field{"home", &Episode::homePostcode},
        Field{"place", &Episode::placePostcode},
    },
};

inline constexpr Table kCostLines{
    "cost_line",
    Field{"id", &CostLine::id},
    Fields{
        Field{"child", &CostLine::child},
        Field{"placement", &CostLine::placement},
        Field{"component", &CostLine::component},
        Field{"pence", &CostLine::amount},
        Field{"per", &CostLine::per},
        Field{"start_day", kStart},
        Field{"end_day", kEnd},
        Field{"funder", &CostLine::funder},
        Field{"provider", &CostLine::provider},
        Field{"note", &CostLine::note},
        Field{"credit", &CostLine::credit},
        Field{"setting_told", &CostLine::settingTold},
    },
};

inline constexpr Table kOutcomes{
    "outcome",
    Field{"id", &Outcome::id},
    Fields{
        Field{"child", &Outcome::child},
        Field{"measure", &Outcome::measure},
        Field{"day", &Outcome::date},
        Field{"value", &Outcome::value},
        Field{"source", &Outcome::source},
    },
};

inline constexpr Table kCareEvents{
    "care_event",
    Field{"id", &CareEvent::id},
    Fields{
        Field{"child", &CareEvent::child},
        Field{"kind", &CareEvent::kind},
        Field{"start_day", &CareEvent::start},
        Field{"end_day", &CareEvent::end},
        Field{"code", &CareEvent::code},
        Field{"detail", &CareEvent::detail},
        Field{"return_year", &CareEvent::returnYear},
        Field{"snapshot_day", &CareEvent::snapshotOn},
    },
};

inline constexpr Table kPutAsides{
    "question_aside",
    Field{"id", &PutAside::id},
    Fields{
        Field{"child", &PutAside::child},
        Field{"question", &PutAside::question},
        Field{"outcome", &PutAside::outcome},
        Field{"reason", &PutAside::reason},
        Field{"on_day", &PutAside::on},
        Field{"until_day", &PutAside::until},
    },
};

inline constexpr Table kCostDecisions{
    "cost_decision", Field{"id", &CostDecision::id},
    Fields{Field{"child", &CostDecision::child},
           Field{"doubt", [](auto& record) -> auto& {return record.about.doubt;
} // namespace twelvefold::store
}
, Field{"cost_line", [](auto& record) -> auto& {return record.about.line;
}
}
, Field{"placement", [](auto& record) -> auto& {return record.about.placement;
}
}
, Field{"other_line", [](auto& record) -> auto& {return record.about.otherLine;
}
}
, Field{"paid", [](auto& record) -> auto& {return record.about.paid;
}
}
, Field{"provides", [](auto& record) -> auto& {return record.about.provides;
}
}
, Field{"from_day", [](auto& record) -> auto& {return record.about.from;
}
}
, Field{"until_day", [](auto& record) -> auto& {return record.about.until;
}
}
, Field{"reason", &CostDecision::reason},
}
,
}
;

inline constexpr Table kPlacementRequests{
    "placement_request",
    Field{"id", &PlacementRequest::id},
    Fields{
        Field{"child", &PlacementRequest::child},
        Field{"referred_day", &PlacementRequest::referredOn},
        Field{"placed_day", &PlacementRequest::placedOn},
    },
};

// The words of an assessment; a draft has columns of the same names.
inline constexpr Table kAssessmentWords{
    "assessment_words",
    Field{"assessment", &Assessment::id},
    Fields{
        Field{"what_matters", &Assessment::whatMatters},
        Field{"going_well", &Assessment::goingWell},
        Field{"what_i_want", &Assessment::whatIWant},
        Field{"strengths_in_words", &Assessment::strengthsInWords},
    },
};

// What is noted of a domain, in an assessment and in a draft.
inline constexpr Fields kNote{
    Field{"not_known", &Score::notKnownBecause},
    Field{"evidence", &Score::evidence},
    Field{"confidence", &Score::confidence},
};

inline constexpr Table kAudit{
    "audit",
    Field{"sequence", &ChainFields::sequence},
    Fields{
        Field{"at", &ChainFields::at},
        Field{"author", &ChainFields::author},
        Field{"kind", &ChainFields::kind},
        Field{"name_code", &ChainFields::code},
        Field{"name_english", &ChainFields::english},
        Field{"name_arguments", &ChainFields::arguments},
        Field{"detail", &ChainFields::detail},
        Field{"target", &ChainFields::target},
        Field{"schema_version", &ChainFields::schemaVersion},
        Field{"undoable", &ChainFields::undoable},
        Field{"salt", &ChainFields::salt},
        Field{"payload_digest", &ChainFields::payload},
        Field{"hash", &ChainFields::hash},
    },
};

} // namespace twelvefold::store
