// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/needs_framework.h"

namespace twelvefold::tests {

// A small framework: two domains, the second counting double, levels 0 to 4, a total of 0 to 12.
inline domain::NeedsFramework::Parts twoDomainParts()
{
    const std::vector<std::string> descriptors{"none", "a little", "regular", "intensive",
                                               "constant"};
    domain::NeedsFramework::Parts parts;
    parts.key = "small";
    parts.title = "A small framework";
    parts.levelNames = {"None", "A little", "Regular", "Intensive", "Constant"};
    parts.domains = {{"health", "Health", "How is the child's health?", 1.0, descriptors},
                     {"safety", "Safety", "How safe is the child?", 2.0, descriptors}};
    parts.bands = {{"lower", "Lower", 0, 5}, {"higher", "Higher", 6, 12}};
    return parts;
}

inline domain::NeedsFramework twoDomains()
{
    return *domain::NeedsFramework::make(twoDomainParts());
}

} // namespace twelvefold::tests
