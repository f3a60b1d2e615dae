// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// Small statutory returns, as councils' systems write them.
namespace twelvefold::tests {

inline const std::string kHeaderHeadings = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";
inline const std::string kEpisodeHeadings = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,"
                                            "REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n";
inline const std::string kOc2Headings =
    "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,"
    "HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n";
inline const std::string kFinanceHeadings =
    "child_id,component,amount,period,start,end,funder,provider,urn,setting,note\n";

// The return for 1 April 2023 to 31 March 2024: two children, one in two placements.
inline const std::string kHeader2024 = kHeaderHeadings + "101,1,05/06/2012,WBRI,A123456789012,,\n"
                                                         "102,2,11/02/2009,BCRB,UN3,,\n";
inline const std::string kEpisodes2024 =
    kEpisodeHeadings + "101,10/04/2023,S,C2,N1,U4,PR1,02/10/2023,X1,CARPL,,,SC000001\n"
                       "101,02/10/2023,P,C2,N1,U4,PR4,,,,,,SC000002\n"
                       "102,01/09/2023,S,V2,N5,K2,PR4,,,,,,SC000003\n";
inline const std::string kOc2_2024 = kOc2Headings + "101,05/06/2012,14,,0,,1,1,1,0,,\n"
                                                    "102,11/02/2009,21,,0,,1,0,1,0,,\n";
// The next year's: child 101's open episode has ended and a legal status changed; 103 is new; 102's
// episode comes again as it was.
inline const std::string kHeader2025 = kHeaderHeadings + "101,M,05/06/2012,WBRI,A123456789012,,\n"
                                                         "102,F,11/02/2009,BCRB,UN3,,\n"
                                                         "103,M,30/01/2016,AIND,,,\n";
inline const std::string kEpisodes2025 = kEpisodeHeadings +
                                         "101,02/10/2023,P,C2,N1,U4,PR4,06/11/2024,X1,,,,SC000002\n"
                                         "101,06/11/2024,L,E1,N1,U4,PR4,,,,,,SC000002\n"
                                         "102,01/09/2023,S,V2,N5,K2,PR4,,,,,,SC000003\n"
                                         "103,15/12/2024,S,V2,N1,U6,PR1,,,,,,SC000001\n";

} // namespace twelvefold::tests
