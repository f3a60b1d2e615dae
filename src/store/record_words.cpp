// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/record_words.h"

namespace twelvefold::store {
namespace {

constexpr auto kIsDay = domain::RecordColumn::Kind::day;
constexpr auto kIsFlag = domain::RecordColumn::Kind::flag;

constexpr const char* kOwnId = "Identifies the record, in every store";
constexpr const char* kWhoseId = "The child whose record it is";
constexpr const char* kFirstDay = "The first day of the period";
constexpr const char* kDayAfter = "The first day that no longer belongs to the period; blank: it "
                                  "still runs";
constexpr const char* kOfFramework = "The version of a needs framework that it belongs to";
constexpr const char* kAsInReturn = "As the return writes it; blank: not recorded";
constexpr const char* kLevelsAre = "One character a need domain, in the framework's order: the "
                                   "level, or - where there is none";
constexpr const char* kStrengthsAre = "One character a strength, in the framework's order: the "
                                      "level, or - where there is none";
constexpr const char* kScoredOn = "The day on which the child was assessed";
constexpr const char* kReasonIs = "Why the child was assessed then";
constexpr const char* kMattersIs = "What matters to the child, in the child's own words";
constexpr const char* kWellIs = "What is going well, in the child's own words";
constexpr const char* kWantIs = "What the child wants, in the child's own words";
constexpr const char* kStrongIs = "The child's strengths, in words";
constexpr const char* kRatesBlind = "The assessment that this one rates a second time, blind, for "
                                    "reliability; blank: none";
constexpr const char* kDomainPlace = "The need domain, by its place in the framework from 0";
constexpr const char* kNotKnownIs = "Why the level is not known; blank: it is";
constexpr const char* kEvidenceIs = "What the level rests on";
constexpr const char* kConfidenceIs = "How sure the author is: 1 (unsure) to 3 (sure)";
constexpr const char* kSnapshotIs = "Of a list drawn up for an inspection: the day on which it was "
                                    "so; blank: a return says it";
constexpr const char* kDescribes = "What a child on this level is like";

constexpr ColumnWords kChildColumns[] = {
    {"id", kOwnId},
    {"local_id", "The council's own identifier, as the return's CHILD; blank: none"},
    {"pseudonym", "A generated name that is shown in place of any other, such as K7F-204"},
    {"sex", "The child's sex"},
    {"born_month", "The first day of the month of birth", kIsDay},
    {"ethnicity", "The return's code of ethnicity; blank: not recorded"},
    {"disability", "Codes of the children in need census with blanks between, or NONE; blank: not "
                   "recorded"}};
constexpr ColumnWords kIdentityColumns[] = {{"child", kWhoseId},
                                            {"given_name", "The child's given name"},
                                            {"family_name", "The child's family name"},
                                            {"born", "The day of birth", kIsDay},
                                            {"postcode", "The postcode of the child's home"},
                                            {"upn", "The unique pupil number"}};
constexpr ColumnWords kKindPeriodColumns[] = {
    {"child", kWhoseId},
    {"kind", "What the child was: looked after (cla), on a protection plan (cp), in need (cin)"},
    {"start_day", kFirstDay, kIsDay},
    {"end_day", kDayAfter, kIsDay}};
constexpr ColumnWords kProviderColumns[] = {
    {"id", kOwnId},
    {"name", "The provider's name, or its URN until somebody gives it one"},
    {"sector", "Whose the provider is"},
    {"owner_group", "The group that owns it; blank: none, or not recorded"},
    {"urn", "Ofsted's unique reference number; blank: none"},
    {"region", "The region that it lies in"}};
constexpr ColumnWords kRegisteredSettingColumns[] = {
    {"id", kOwnId},
    {"urn", "Ofsted's unique reference number"},
    {"listed_day", "Of which day the list is", kIsDay},
    {"name", "What the list calls it; blank: nothing"},
    {"provision", "What kind of home or agency it is, in the list's words"},
    {"sector", "Whose it is"},
    {"places", "For how many children it is registered"},
    {"owner", "Who owns it: the top company where the list names one"},
    {"council", "The council in whose area it is"},
    {"region", "The region that it lies in"},
    {"grade", "How its latest full inspection graded it, in the list's words"},
    {"closed_day", "The day on which it closed; blank: it is open", kIsDay}};
constexpr ColumnWords kPlacementColumns[] = {
    {"id", kOwnId},
    {"child", kWhoseId},
    {"start_day", "The first day in the placement", kIsDay},
    {"end_day", "The first day no longer there; blank: it still runs", kIsDay},
    {"setting", "The group of placements that it is compared with"},
    {"provider", "Who provides it; blank: not recorded"},
    {"sector", "Whose the provider is, as the placement's own record has it"},
    {"emergency", "Whether it was made in an emergency", kIsFlag},
    {"solo", "Whether the child lives there as the only child", kIsFlag},
    {"deprivation_of_liberty", "Whether the child is deprived of liberty there", kIsFlag},
    {"distance_miles", "From home to the placement, in miles"},
    {"referred_day", "The day on which the search for it began", kIsDay},
    {"place_code", "The return's PLACE; blank where it was entered by hand"},
    {"provider_code", "The return's PLACE_PROVIDER; blank where it was entered by hand"},
    {"change_reason", "The return's REASON_PLACE_CHANGE"},
    {"note", "What was noted of it, free text that may name people"}};
constexpr ColumnWords kEpisodeColumns[] = {
    {"id", kOwnId},
    {"child", kWhoseId},
    {"start_day", "The return's DECOM", kIsDay},
    {"end_day", "The return's DEC; blank: it still runs", kIsDay},
    {"reason_new", "The return's RNE"},
    {"legal_status", "The return's LS"},
    {"need_code", "The return's CIN"},
    {"place_code", "The return's PLACE"},
    {"provider_code", "The return's PLACE_PROVIDER"},
    {"end_reason", "The return's REC"},
    {"change_reason", "The return's REASON_PLACE_CHANGE"},
    {"urn", "The return's URN"},
    {"distance_miles", "A supplier's PL_DISTANCE, in miles"},
    {"return_year", "The year in which the return that it came with ends; 0: not known"},
    {"snapshot_day", kSnapshotIs, kIsDay},
    {"care_since_day", "Of a list: since when the child was looked after", kIsDay}};
constexpr ColumnWords kEpisodePostcodeColumns[] = {
    {"episode", "The episode whose postcodes they are"},
    {"home", "The return's HOME_POST"},
    {"place", "The return's PL_POST"}};
constexpr ColumnWords kCostLineColumns[] = {
    {"id", kOwnId},
    {"child", "The child for whom it is paid"},
    {"placement", "The placement for which it is paid; blank: none in particular"},
    {"component", "What part of care it pays for"},
    {"pence", "The amount in whole pence, without VAT"},
    {"per", "Per what it is paid"},
    {"start_day", "The first day for which it is paid", kIsDay},
    {"end_day", "The first day for which it no longer is; blank: it still runs", kIsDay},
    {"funder", "Who pays for it"},
    {"provider", "Who is paid; blank: not recorded"},
    {"note", "What was noted of it, free text that may name people"},
    {"credit", "Whether it is taken off what is paid; blank: it is not", kIsFlag},
    {"setting_told", "The setting for which it is paid, by the file that it came with; blank: that "
                     "did not say"}};
constexpr ColumnWords kOutcomeColumns[] = {
    {"id", kOwnId},
    {"child", kWhoseId},
    {"measure", "What the value is a value of, such as sdq_total or attendance"},
    {"day", "The day on which it was so", kIsDay},
    {"value", "The value, in the measure's unit"},
    {"source", "Where it comes from"}};
constexpr ColumnWords kGoalColumns[] = {
    {"id", kOwnId},
    {"child", kWhoseId},
    {"domain", "The need domain that it is about"},
    {"title", "What is to be attained"},
    {"weight", "How much it counts beside the child's other goals"},
    {"set_day", "The day on which it was set", kIsDay},
    {"target_day", "The day by which it is to be attained", kIsDay},
    {"closed_day", "The day on which it was closed; blank: it is open", kIsDay},
    {"author", "Who set it"}};
constexpr ColumnWords kGoalLevelColumns[] = {
    {"goal", "The goal whose level it is"},
    {"level", "From -2 (much less than hoped for) to 2 (much more)"},
    {"descriptor", "What it looks like when the goal stands there"}};
constexpr ColumnWords kGoalReviewColumns[] = {
    {"id", kOwnId},
    {"goal", "The goal that was looked at"},
    {"day", "The day on which it was looked at", kIsDay},
    {"level", "How far it had come, from -2 to 2"},
    {"note", "What was noted, free text that may name people"},
    {"author", "Who looked at it"}};
constexpr ColumnWords kFrameworkColumns[] = {{"id", kOwnId},
                                             {"key", "The framework, whatever its version"},
                                             {"version", "The version, from 1"},
                                             {"title", "What it is called"}};
constexpr ColumnWords kNeedLevelColumns[] = {
    {"framework", kOfFramework},
    {"level", "The level, from 0: the more, the greater the need"},
    {"name", "What it is called"}};
constexpr ColumnWords kNeedDomainColumns[] = {
    {"framework", kOfFramework},
    {"code", "The need domain's code"},
    {"place", "Its place in the framework, from 0"},
    {"title", "What it is called"},
    {"prompt", "What to think of when it is scored"},
    {"weight", "How much a level of it counts in the need total"},
    {"mark", "What it speaks of besides: strain, safety or school; blank: nothing in particular"}};
constexpr ColumnWords kNeedDescriptorColumns[] = {{"framework", kOfFramework},
                                                  {"domain", "The need domain's code"},
                                                  {"level", "The level that it describes"},
                                                  {"text", kDescribes}};
constexpr ColumnWords kStrengthLevelColumns[] = {{"framework", kOfFramework},
                                                 {"level", "The level of a strength, from 0"},
                                                 {"name", "What it is called"}};
constexpr ColumnWords kStrengthColumns[] = {{"framework", kOfFramework},
                                            {"code", "The strength's code"},
                                            {"place", "Its place in the framework, from 0"},
                                            {"title", "What it is called"}};
constexpr ColumnWords kStrengthDescriptorColumns[] = {{"framework", kOfFramework},
                                                      {"strength", "The strength's code"},
                                                      {"level", "The level that it describes"},
                                                      {"text", kDescribes}};
constexpr ColumnWords kBandColumns[] = {{"framework", kOfFramework},
                                        {"code", "The band's code"},
                                        {"title", "What it is called"},
                                        {"lowest", "The lowest need total in it"},
                                        {"highest", "The highest need total in it"}};
constexpr ColumnWords kFrameworkMapColumns[] = {
    {"from_framework", "The framework in which a level is known"},
    {"from_domain", "Its need domain there"},
    {"from_level", "The level there"},
    {"to_framework", "The framework in which it is read"},
    {"to_domain", "Its need domain here"},
    {"to_level", "The level that it is read as"}};
constexpr ColumnWords kAssessmentColumns[] = {
    {"id", kOwnId},
    {"child", kWhoseId},
    {"framework", "The version of a needs framework that it was made with"},
    {"day", kScoredOn, kIsDay},
    {"profile", kLevelsAre},
    {"strengths", kStrengthsAre},
    {"author", "Who made it"},
    {"reason", kReasonIs},
    {"second_rating_of", kRatesBlind},
    {"consensus_of", "The assessment after whose second rating this one was agreed; blank: none"}};
constexpr ColumnWords kAssessmentWordsColumns[] = {
    {"assessment", "The assessment whose words they are"},
    {"what_matters", kMattersIs},
    {"going_well", kWellIs},
    {"what_i_want", kWantIs},
    {"strengths_in_words", kStrongIs}};
constexpr ColumnWords kAssessmentNoteColumns[] = {
    {"assessment", "The assessment that it belongs to"},
    {"domain", kDomainPlace},
    {"not_known", kNotKnownIs},
    {"evidence", kEvidenceIs},
    {"confidence", kConfidenceIs}};
constexpr ColumnWords kQuestionAsideColumns[] = {
    {"id", kOwnId},
    {"child", "The child about whom it was asked"},
    {"question", "The question's token, such as price_above"},
    {"outcome", "What came of it"},
    {"reason", "Why, free text that may name people"},
    {"on_day", "The census date on which it was asked", kIsDay},
    {"until_day", "The first day on which it is asked again", kIsDay}};
constexpr ColumnWords kCareEventColumns[] = {
    {"id", kOwnId},
    {"child", "The child to whom it happened"},
    {"kind", "What happened"},
    {"start_day", "When it began or was; blank: not known, or the kind has none", kIsDay},
    {"end_day", "When it ended or what it led to was; blank: it has not, or is not known", kIsDay},
    {"code", kAsInReturn},
    {"detail", "Further cells of the return's row, one after the other; -: blank"},
    {"return_year", "The year in which the return that it came with ends; 0: not known"},
    {"snapshot_day", kSnapshotIs, kIsDay}};
constexpr ColumnWords kPlacementRequestColumns[] = {
    {"id", kOwnId},
    {"child", "The child for whom a placement was sought"},
    {"referred_day", "The day on which it was asked for", kIsDay},
    {"placed_day", "The day on which it was to start", kIsDay}};
constexpr ColumnWords kPlacementAnswerColumns[] = {
    {"placement_request", "The request that it belongs to"},
    {"field", "The national placements data standard's own name of the field"},
    {"answer", "What was said, free text where the standard has it so"}};
constexpr ColumnWords kCostDecisionColumns[] = {
    {"id", kOwnId},
    {"child", "The child whose costs they are"},
    {"doubt", "What is right as it is, though it looked doubtful; blank: a person chose the "
              "placement that the line pays for"},
    {"cost_line", "The line that was decided about; blank: a placement without a core cost"},
    {"placement", "The placement that the doubt is about, or that was chosen"},
    {"other_line", "The line beside which it looked doubtful"},
    {"paid", "The provider who is paid, where another provides the placement"},
    {"provides", "The provider of the placement, where another is paid"},
    {"from_day", "The day from which it looked doubtful", kIsDay},
    {"until_day", "The first day on which it no longer did", kIsDay},
    {"reason", "Why, free text that may name people; blank: none was given"}};
constexpr ColumnWords kImportBatchColumns[] = {{"id", kOwnId},
                                               {"at", "When files were brought in, in UTC"},
                                               {"author", "Who brought them in"}};
constexpr ColumnWords kImportFileColumns[] = {
    {"id", kOwnId},
    {"batch", "The bringing-in that the file was part of"},
    {"name", "The file's name without its folder"},
    {"sha256", "The SHA-256 of its bytes, in hexadecimal"},
    {"recognised_as", "What it was taken for"},
    {"row_count", "How many rows it had"},
    {"accepted", "How many of them were new"},
    {"changed", "How many changed a record"},
    {"unchanged", "How many said what was known"},
    {"rejected", "How many were not taken"},
    {"profile", "The profile by which its columns were read; blank: by none"}};
constexpr ColumnWords kDraftColumns[] = {
    {"child", "The child that is being assessed"},
    {"author", "Who is assessing"},
    {"saved_at", "When it was saved last, in UTC"},
    {"framework", "The version of a needs framework that it is made with"},
    {"day", kScoredOn, kIsDay},
    {"profile", kLevelsAre},
    {"strengths", kStrengthsAre},
    {"reason", kReasonIs},
    {"second_rating_of", kRatesBlind},
    {"what_matters", kMattersIs},
    {"going_well", kWellIs},
    {"what_i_want", kWantIs},
    {"strengths_in_words", kStrongIs}};
constexpr ColumnWords kDraftNoteColumns[] = {{"child", "The child that is being assessed"},
                                             {"author", "Who is assessing"},
                                             {"domain", kDomainPlace},
                                             {"not_known", kNotKnownIs},
                                             {"evidence", kEvidenceIs},
                                             {"confidence", kConfidenceIs}};

constexpr TableWords kRecordTables[] = {
    {"child", "The children, without anything that names them", kChildColumns},
    {"identity", "What names a child, kept apart", kIdentityColumns},
    {"kind_period", "While a child was looked after, on a protection plan or in need",
     kKindPeriodColumns},
    {"provider", "Who provides placements", kProviderColumns},
    {"registered_setting", "What Ofsted's lists of providers say of homes and agencies, by day",
     kRegisteredSettingColumns},
    {"placement", "Where a child lives and who provides it, from a day to a day",
     kPlacementColumns},
    {"episode", "The rows of the statutory return's episodes, as they came", kEpisodeColumns},
    {"episode_postcode", "The postcodes of episodes, kept with what names a child",
     kEpisodePostcodeColumns},
    {"cost_line", "What is paid for a child or a placement between days", kCostLineColumns},
    {"outcome", "Dated values of outcome measures", kOutcomeColumns},
    {"goal", "Goals of goal attainment scaling", kGoalColumns},
    {"goal_level", "What the levels of a goal look like", kGoalLevelColumns},
    {"goal_review", "How far goals had come on the days they were looked at", kGoalReviewColumns},
    {"framework", "The versions of needs frameworks", kFrameworkColumns},
    {"need_level", "The levels in which needs are scored", kNeedLevelColumns},
    {"need_domain", "The need domains of a framework", kNeedDomainColumns},
    {"need_descriptor", "What each level of a need domain is like", kNeedDescriptorColumns},
    {"strength_level", "The levels in which strengths are scored", kStrengthLevelColumns},
    {"strength", "The strengths of a framework", kStrengthColumns},
    {"strength_descriptor", "What each level of a strength is like", kStrengthDescriptorColumns},
    {"band", "The bands that the need total is divided into", kBandColumns},
    {"framework_map", "How the levels of one framework are read in another", kFrameworkMapColumns},
    {"assessment", "The final assessments: one scoring of one child on one day",
     kAssessmentColumns},
    {"assessment_words", "The words of assessments, where there are any", kAssessmentWordsColumns},
    {"assessment_note", "What was noted of a need domain in an assessment", kAssessmentNoteColumns},
    {"question_aside", "Questions about children that are not asked again until a day",
     kQuestionAsideColumns},
    {"care_event", "What happened to children beside their stays", kCareEventColumns},
    {"placement_request", "Placements that were sought for children", kPlacementRequestColumns},
    {"placement_answer", "What was said when a placement was sought", kPlacementAnswerColumns},
    {"cost_decision", "What was decided about which placement a cost pays for",
     kCostDecisionColumns},
    {"import_batch", "When files were brought in, and by whom", kImportBatchColumns},
    {"import_file", "Which files were brought in, and what became of their rows",
     kImportFileColumns},
    {"draft", "Assessments that are still being written", kDraftColumns},
    {"draft_note", "What was noted of a need domain in an unfinished assessment",
     kDraftNoteColumns}};

constexpr ColumnWords kHistoryColumns[] = {
    {"sequence", "The change's place in the audit trail"},
    {"at", "When it was made, in UTC"},
    {"author", "Who made it"},
    {"kind", "A change (edit), one undone (undo) or done again (redo), or many at once (bulk)"},
    {"what", "What was done"},
    {"records", "How many records of which table it added (+), changed (~) and removed (-)"}};
constexpr TableWords kHistory{"audit", "Who changed what, and when: to read, it is not taken back",
                              kHistoryColumns};

} // namespace

std::span<const TableWords> recordWords()
{
    return kRecordTables;
}

const TableWords& historyWords()
{
    return kHistory;
}

} // namespace twelvefold::store
